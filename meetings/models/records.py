"""The record of a meeting: its text while it is prepared, what was circulated of it, and what corrects it afterwards.

What was said and decided is not copied into the text: interventions, decisions and action points are shown from their
own rows, and frozen with the text in the snapshot of each revision that is circulated.
"""

from datetime import time, timedelta

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import TranslatedModel, VersionedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_member, is_secretariat
from meetings import times
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import CIRCULATED_STATES, Meeting, MeetingState

MIDNIGHT = time(0)


class Deadline(models.Model):
    """A day, perhaps an hour, and the city whose clocks count. Without an hour the end of the day is meant."""

    deadline_on = models.DateField(_("to be cleared until"), null=True, blank=True)
    deadline_clock = models.TimeField(_("hour"), null=True, blank=True, help_text=_("Empty: the end of the day."))
    deadline_zone = models.CharField(
        _("city whose time is meant"), max_length=60, default=times.SECRETARIAT_ZONE, blank=True
    )

    class Meta:
        abstract = True

    @property
    def deadline(self):
        """The moment, in UTC, from which on nothing can be said any more; None while no day is chosen."""
        if self.deadline_on is None:
            return None
        if self.deadline_clock is None:
            return times.instant(self.deadline_on + timedelta(days=1), MIDNIGHT, self.deadline_zone)
        return times.instant(self.deadline_on, self.deadline_clock, self.deadline_zone)

    @property
    def deadline_city(self):
        return times.city(self.deadline_zone)

    @property
    def is_past_deadline(self):
        return self.deadline is not None and timezone.now() >= self.deadline


class RecordQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat from the start; members once it was circulated, or adopted elsewhere; visitors of a public
        meeting once adopted."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return visible
        if is_member(user):
            circulated = models.Q(pk__in=RecordRevision.objects.values("record"))
            return visible.filter(circulated | models.Q(meeting__state=MeetingState.ADOPTED))
        return visible.filter(meeting__state=MeetingState.ADOPTED)

    def editable_by(self, user):
        """The secretariat, while the record is in preparation: what is circulated does not change under its readers."""
        in_preparation = self.filter(meeting__state=MeetingState.RECORD_PREPARATION)
        return in_preparation if is_secretariat(user) else self.none()


class Record(Deadline, VersionedModel):
    """One of each meeting, from the first draft on. Its state is that of the meeting (workflow.py).

    The deadline is the one for the next circulation; each revision keeps its own.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="record", verbose_name=_("meeting"))
    compiled_at = models.DateTimeField(_("compiled"), null=True, blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__date", "-pk"]
        verbose_name = _("record of a meeting")
        verbose_name_plural = _("records of meetings")

    def __str__(self):
        return str(self.meeting)

    def get_absolute_url(self):
        return reverse("meetings:record_detail", args=[self.meeting.slug])

    def get_clearance_url(self):
        return reverse("meetings:record_clearance", args=[self.meeting.slug])

    def open_revision(self):
        """The one that entities are reading now, or None."""
        return self.revisions.filter(outcome=Outcome.OPEN).first()


class PartKind(models.TextChoices):
    OPENING = "opening", _("Opening of the meeting")
    ITEM = "item", _("Agenda item")
    CLOSING = "closing", _("Closing of the meeting")


class RecordPartQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """As the record that it belongs to, and for visitors without the items for members."""
        visible = self.filter(record__meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return visible
        if is_member(user):
            return visible.filter(record__meeting__state__in=CIRCULATED_STATES)
        return visible.filter(record__meeting__state=MeetingState.ADOPTED).exclude(item__is_members_only=True)

    def editable_by(self, user):
        return self.filter(record__in=Record.objects.editable_by(user))


class RecordPart(TranslatedModel):
    """The secretariat's own words: how the meeting opened and closed, and what happened under an item.

    `compiled` is the text that the portal made, by language; whatever differs from it was edited by somebody.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="parts", verbose_name=_("record"))
    kind = models.CharField(_("kind"), max_length=10, choices=PartKind, default=PartKind.ITEM, editable=False)
    # An item that is taken off the agenda takes its part of the text along; the history keeps it.
    item = models.OneToOneField(
        AgendaItem,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="record_part",
        verbose_name=_("agenda item"),
    )
    body = models.TextField(_("text"), blank=True, default="")
    compiled = models.JSONField(default=dict, editable=False)

    objects = RecordPartQuerySet.as_manager()

    class Meta:
        # Opening, items, closing: the other way round in the alphabet.
        ordering = ["record", "-kind", "item__number", "pk"]
        verbose_name = _("part of a record")
        verbose_name_plural = _("parts of records")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="item", item__isnull=False) | ~models.Q(kind="item") & models.Q(item=None),
                name="record_part_of_an_item",
            ),
            models.UniqueConstraint(
                fields=["record", "kind"], condition=~models.Q(kind="item"), name="record_opens_and_closes_once"
            ),
        ]

    def __str__(self):
        return str(self.item) if self.item else str(self.get_kind_display())

    def get_absolute_url(self):
        anchor = f"item-{self.item.number}" if self.item else self.kind
        return f"{self.record.get_absolute_url()}#{anchor}"

    @property
    def texts(self):
        return {code: text for code in languages.CODES if (text := getattr(self, languages.column("body", code)))}

    @property
    def is_edited(self):
        return self.texts != self.compiled


class Outcome(models.TextChoices):
    OPEN = "open", pgettext_lazy("of a circulated record", "Open for comment")
    ADOPTED = "adopted", pgettext_lazy("of a circulated record", "Adopted")
    TAKEN_BACK = "taken_back", pgettext_lazy("of a circulated record", "Taken back")


class RecordRevisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Members read all that was circulated; visitors of a public meeting what was adopted."""
        visible = self.filter(record__meeting__in=Meeting.objects.visible_to(user))
        if is_member(user):
            return visible
        return visible.filter(outcome=Outcome.ADOPTED, record__meeting__state=MeetingState.ADOPTED)

    def editable_by(self, user):
        return self.none()

    def open(self):
        return self.filter(outcome=Outcome.OPEN)


class RecordRevision(Deadline):
    """What was circulated: number 0 first, then Rev.1, Rev.2. Its text never changes; accepted proposals correct it.

    `snapshot` holds the whole record as meetings/record_snapshot.py wrote it, in all languages and for all readers:
    it is shown through meetings/record.py alone, which leaves out what the reader may not see.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="revisions", verbose_name=_("record"))
    number = models.PositiveSmallIntegerField(_("revision"))
    snapshot = models.JSONField(encoder=DjangoJSONEncoder)
    circulated_at = models.DateTimeField(_("circulated"), default=timezone.now)
    circulated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("circulated by")
    )
    deadline_on = models.DateField(_("to be cleared until"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, default=Outcome.OPEN)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = RecordRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["record", "number"]
        verbose_name = _("circulated record")
        verbose_name_plural = _("circulated records")
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="record_revision_once"),
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(outcome="open"), name="record_one_revision_is_open"
            ),
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(outcome="adopted"), name="record_adopted_once"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="open", closed_at=None)
                | ~models.Q(outcome="open") & models.Q(closed_at__isnull=False),
                name="record_revision_closed_at_a_moment",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="circulated_text_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["outcome", "closed_at"]),
                func="RAISE EXCEPTION 'Record revision % is circulated: its text does not change', OLD.id;",
            ),
            pgtrigger.Trigger(
                name="closed_revision_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__outcome="open"),
                func="RAISE EXCEPTION 'Record revision % is closed: it does not change', OLD.id;",
            ),
            pgtrigger.Protect(name="circulated_revision_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.record} ({self.number})"

    def get_absolute_url(self):
        return f"{self.record.get_absolute_url()}?revision={self.number}"

    @property
    def is_open(self):
        return self.outcome == Outcome.OPEN

    @property
    def takes_answers(self):
        """Entities confirm, propose and object until the deadline, to the second."""
        return self.is_open and not self.is_past_deadline


class CorrigendumQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """With the adopted record; a correction to an item for members is for them."""
        visible = self.filter(record__in=Record.objects.visible_to(user))
        return visible if is_member(user) else visible.exclude(item__is_members_only=True)

    def editable_by(self, user):
        return self.none()


class Corrigendum(TranslatedModel):
    """What corrects an adopted record, printed with it. It is published once and does not change either."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="corrigenda", verbose_name=_("record"))
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrigenda",
        verbose_name=_("agenda item"),
    )
    text = models.TextField(_("correction"), blank=True, default="")
    reason = models.TextField(_("why it is needed"))
    published_at = models.DateTimeField(_("published"), default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )

    objects = CorrigendumQuerySet.as_manager()

    class Meta:
        ordering = ["record", "number"]
        verbose_name = _("corrigendum")
        verbose_name_plural = _("corrigenda")
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="corrigendum_number_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="corrigendum_with_reason"),
        ]
        triggers = [
            pgtrigger.Protect(name="corrigendum_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.record}, {self.number}"

    def get_absolute_url(self):
        return f"{self.record.get_absolute_url()}#corrigendum-{self.number}"
