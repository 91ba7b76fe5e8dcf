"""The agenda as it was sent to the entities: what is changed afterwards is shown as changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import languages
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting

# What the entities hold in their hands; the rest of an item is explanation.
KEPT = ("id", "number", "minutes", "is_members_only", "original_language")


def kept_of(item):
    """{column: value} of an item, for JSON."""
    titles = {column: getattr(item, column) or "" for column in languages.columns("title")}
    return {name: getattr(item, name) for name in KEPT} | titles


class CirculatedAgendaQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With the meeting. Which of its items one may read is asked of each item (agenda_changes.py)."""
        return self.filter(meeting__in=Meeting.objects.visible_to(user))

    def keep(self, meeting, by):
        """The agenda as it stands now, as the first edition, Rev.1, Rev.2 and so on."""
        items = [kept_of(item) for item in meeting.items.order_by("number", "pk")]
        return self.create(meeting=meeting, revision=self.filter(meeting=meeting).count(), by=by, kept=items)


class CirculatedAgenda(models.Model):
    """An edition is written once and never changed."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="circulated_agendas", verbose_name=_("meeting")
    )
    revision = models.PositiveSmallIntegerField(_("revision"))
    kept = models.JSONField(_("items"), default=list)
    circulated_at = models.DateTimeField(_("circulated"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )

    objects = CirculatedAgendaQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "revision"]
        get_latest_by = "revision"
        verbose_name = _("circulated agenda")
        verbose_name_plural = _("circulated agendas")
        constraints = [models.UniqueConstraint(fields=["meeting", "revision"], name="circulated_agenda_once")]

    def __str__(self):
        return f"{self.meeting}, {self.label}" if self.revision else str(self.meeting)

    @property
    def label(self):
        """Rev.1; nothing for the first edition, as on the papers of the United Nations."""
        return f"Rev.{self.revision}" if self.revision else ""

    @property
    def items(self):
        """As items that are not saved: the same code shows what was and what is."""
        return [AgendaItem(**values) for values in self.kept]
