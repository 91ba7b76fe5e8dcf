"""Settings come from the environment. What production lacks is said at start, all at once."""

import os

from django.core.exceptions import ImproperlyConfigured


class Environment:
    def __init__(self, values=None):
        self.values = os.environ if values is None else values
        self.missing = []

    def text(self, name, default=""):
        return self.values.get(name, "").strip() or default

    def required(self, name, development=""):
        """The value; outside production the development value where none is given."""
        value = self.text(name)
        if not value and self.is_production:
            self.missing.append(name)
        return value or development

    def flag(self, name, default=False):
        value = self.text(name).lower()
        if value and value not in {"1", "0", "true", "false", "yes", "no", "on", "off"}:
            raise ImproperlyConfigured(f"{name} is {value!r}: write 1 or 0.")
        return value in {"1", "true", "yes", "on"} if value else default

    def number(self, name, default):
        value = self.text(name)
        if not value:
            return default
        if not value.isdigit():
            raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number.")
        return int(value)

    def words(self, name, default=""):
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    @property
    def is_development(self):
        return self.flag("DEVELOPMENT") or self.flag("DEBUG")

    @property
    def is_production(self):
        return not self.is_development

    def refuse_if_incomplete(self):
        if self.missing:
            names = ", ".join(self.missing)
            raise ImproperlyConfigured(
                f"The portal does not start without these settings: {names}. "
                "Set them in the environment (docs/operations.md), or set DEVELOPMENT=1 on a developer's machine."
            )
