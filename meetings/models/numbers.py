"""Numbers that people quote: decisions 2026/1, action points AP-2026-001. Each year starts again at 1."""

from django.db import connection, models, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _


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
        # Two people who record at once wait for each other here, so that neither fails on the other's number.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"{self._meta.db_table}/{self.year}"])
        highest = type(self)._base_manager.filter(year=self.year).aggregate(highest=Max("serial"))["highest"]
        return (highest or 0) + 1
