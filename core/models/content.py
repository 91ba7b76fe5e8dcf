"""What every record with texts in six languages has in common."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.signals import class_prepared
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from core import languages
from core.saving import StaleVersion


class VersionedModel(models.Model):
    """`version` goes up with every change of the row, and a save from an older version is refused, whoever saves.

    The number on the instance is the one that it was loaded with; the UPDATE itself asks for it. Writes that know
    nothing of it (a queryset's update(), an upsert, SQL) move it by the trigger below.
    """

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self._state.adding:
            super().save(*args, **kwargs)
            return
        if kwargs.get("update_fields") is not None:
            moments = [field.name for field in self._meta.fields if getattr(field, "auto_now", False)]
            kwargs["update_fields"] = {*kwargs["update_fields"], "version", *moments}
        began_from = self.version
        self.version = began_from + 1
        try:
            super().save(*args, **kwargs)
        except Exception:
            self.version = began_from
            raise

    def _do_update(self, base_qs, *args, **kwargs):
        if self._state.adding:
            return super()._do_update(base_qs, *args, **kwargs)
        updated = super()._do_update(base_qs.filter(version=self.version - 1), *args, **kwargs)
        if not updated:
            # Django would insert the row anew; a record that somebody deleted shall stay deleted.
            raise StaleVersion(self)
        return updated

    def lock_version(self):
        """Holds the row as it was read until the transaction ends, for a delete that shall not hit a newer one."""
        current = type(self)._base_manager.select_for_update(of=("self",)).filter(pk=self.pk, version=self.version)
        if not current.exists():
            raise StaleVersion(self)


def version_goes_up():
    """A row that changes gets a new number, unless the write gave it one. It never goes back."""
    return pgtrigger.Trigger(
        name="version_goes_up",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*"),
        func="IF NEW.version <= OLD.version THEN NEW.version := OLD.version + 1; END IF; RETURN NEW;",
    )


@receiver(class_prepared)
def add_trigger(sender, **kwargs):
    """Of every model that inherits `version`: a Meta of its own would not inherit the triggers of this one."""
    if issubclass(sender, VersionedModel):
        pgtrigger.register(version_goes_up())(sender)


class TranslatedModel(VersionedModel):
    """Texts live in one column per language (see the room's translation.py).

    `original_language` is the language the record was written in; texts in it are never a translation.
    """

    original_language = models.CharField(
        _("original language"), max_length=10, choices=languages.choices, default=languages.DEFAULT
    )
    working_translations = ArrayField(
        models.CharField(max_length=10, choices=languages.choices),
        verbose_name=_("working translations"),
        default=list,
        blank=True,
        help_text=_("Languages whose text is a working translation that language staff have not reviewed."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        abstract = True

    def languages_with(self, field):
        """Codes of the languages in which the field has a text."""
        return [code for code in languages.CODES if getattr(self, languages.column(field, code))]
