"""What every record with texts in six languages has in common."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import languages


class VersionedModel(models.Model):
    """`version` goes up with every save and tells two editors apart."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            self.version += 1
            if kwargs.get("update_fields") is not None:
                moments = [field.name for field in self._meta.fields if getattr(field, "auto_now", False)]
                kwargs["update_fields"] = {*kwargs["update_fields"], "version", *moments}
        super().save(*args, **kwargs)


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
