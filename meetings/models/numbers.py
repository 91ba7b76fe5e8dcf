"""Numbers that people quote: decisions 2026/1, action points AP-2026-001. Each year starts again at 1."""

from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core.locks import wait_for_turn


class NumberedModel(models.Model):
    """Gets its number when it is first saved, from the year of its meeting. A number is never given twice."""

    number_format = ""

    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    serial = models.PositiveSmallIntegerField(_("number in the year"), editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True, editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self._state.adding and not self.number:
            self.year = self.meeting.date.year
            self.serial = self.serial or self._next_serial()
            self.number = self.number_format.format(year=self.year, serial=self.serial)
        super().save(*args, **kwargs)

    def _next_serial(self):
        wait_for_turn(f"{self._meta.label}/{self.year}")
        highest = type(self)._base_manager.filter(year=self.year).aggregate(highest=Max("serial"))["highest"]
        return (highest or 0) + 1
