"""The agenda: numbered items. Their clock times are derived (meetings/agenda.py), never stored."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_member
from meetings.models.meeting import Meeting
from strategy.models import Node

HIGHEST_NUMBER = 99


class ItemKind(models.TextChoices):
    OPENING = "opening", _("Opening")
    FOLLOW_UP = "follow_up", _("Follow-up to decisions and action points")
    ENTITY_UPDATES = "entity_updates", _("Updates by entities")
    SECRETARIAT_UPDATE = "secretariat_update", _("Update by the secretariat")
    SG_REPORT = "sg_report", _("Report of the Secretary-General")
    PEER_SUPPORT = "peer_support", _("Peer Support Groups")
    E_MODULES = "e_modules", _("E-modules and webinars")
    STRATEGY = "strategy", _("System-wide strategy: progress and challenges")
    SURVEY = "survey", _("Survey on institutionalization")
    NEW_STRATEGY = "new_strategy", _("New strategy or action plan")
    JOINT_EVENTS = "joint_events", _("Joint events")
    KNOWLEDGE = "knowledge", _("Knowledge products")
    MEASUREMENT = "measurement", _("Measurement and data")
    OTHER = "other", _("Other matters and next steps")


class AgendaItemQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Items for members are kept from visitors, who see only their number on the page of the meeting."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        return visible if is_member(user) else visible.filter(is_members_only=False)

    def editable_by(self, user):
        return self.filter(meeting__in=Meeting.objects.agenda_editable_by(user))

    def presented_by(self, entity_ids):
        # Subquery, not a join: an item that two people of one entity present would come twice.
        return self.filter(pk__in=AgendaItem.objects.filter(presenters__entity__in=entity_ids).values("pk"))

    def with_presenters(self):
        return self.prefetch_related("presenters__entity")

    @transaction.atomic
    def delete(self):
        for item in self.filter(is_members_only=True):
            item.keep_papers_for_members()
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class AgendaItem(TranslatedModel):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items", verbose_name=_("meeting"))
    number = models.PositiveSmallIntegerField(
        _("number"), validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_NUMBER)]
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind, default=ItemKind.OTHER)
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    is_members_only = models.BooleanField(
        _("for members only"), default=False, help_text=_("Visitors see its number, not its title.")
    )
    # Three values: a record may not say whether entities discussed the item.
    has_discussion = models.BooleanField(_("followed by discussion"), null=True, blank=True)
    is_for_decision = models.BooleanField(
        _("for decision"), default=False, help_text=_("The meeting cannot be closed before its decision is written.")
    )

    nodes = models.ManyToManyField(
        Node, blank=True, related_name="agenda_items", verbose_name=_("parts of the strategy")
    )

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number", "pk"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints = [
            # Deferred, so that two items can change places in one transaction.
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="agenda_item_number_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Another item of the meeting has this number."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="agenda_item_number_from_one",
                violation_error_message=_("Items are numbered from 1."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(minutes__gte=1),
                name="agenda_item_lasts",
                violation_error_message=_("An item lasts at least one minute."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {languages.text_of(self, 'title')}"

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#item-{self.number}"

    @transaction.atomic
    def delete(self, *args, **kwargs):
        if self.is_members_only:
            self.keep_papers_for_members()
        return super().delete(*args, **kwargs)

    def keep_papers_for_members(self):
        """A public paper of an item for members opens to nobody else when the item goes and the paper stays."""
        for paper in self.documents.filter(level="public"):
            paper.level = "members"
            paper.save(update_fields=["level"])

    def presenters_in_words(self, code=None):
        """Ana Silva, ILO; FAO – in the language of the reader, or in the one that is named."""
        return str(_("; ")).join(presenter.in_words(code) for presenter in self.presenters.all())

    @property
    def is_referred_to(self):
        """Something was said, decided or is to be done under it: it cannot be removed."""
        return self.interventions.exists() or self.decisions.exists() or self.action_points.exists()
