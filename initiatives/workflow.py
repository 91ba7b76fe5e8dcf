"""How an initiative gets from a draft to the catalogue, and out of it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.outbox.notifications import notify
from core.workflow import Transition, Workflow
from entities import people
from entities.people import by_secretariat
from entities.roles import is_focal, is_secretariat
from initiatives import versions
from initiatives.choices import ACTIVE, State, Status
from initiatives.models import Initiative

# Who may


def by_focal_point(initiative, user):
    return is_focal(user, initiative.lead_id)


def by_focal_point_or_secretariat(initiative, user):
    return by_focal_point(initiative, user) or is_secretariat(user)


def may_submit(initiative, user):
    """A trusted entity publishes by itself; its focal points have no use for a review."""
    return by_focal_point(initiative, user) and not initiative.lead.is_trusted


def may_publish(initiative, user):
    """The secretariat what was submitted or what it began itself; a trusted entity's focal point at once."""
    if is_secretariat(user) and (initiative.state == State.SUBMITTED or initiative.created_by_id == user.pk):
        return True
    return by_focal_point(initiative, user) and initiative.lead.is_trusted


# What stands in the way


def missing_to_submit(initiative):
    return initiative.missing_to_submit()


def missing_to_publish(initiative):
    missing = list(initiative.missing_to_submit())
    if initiative.replaces_id and not initiative.replaces.is_in_catalogue:
        missing.append(_("The public record is no longer in the catalogue, so its new version cannot be published."))
    return missing


def open_version_in_the_way(initiative):
    if initiative.has_open_version:
        return [_("A new version of this record is open: publish it or delete it first.")]
    return []


# What happens besides


def submit(initiative, by, reason):
    """The partners of a new version are asked once it takes the place of the public record."""
    if not initiative.replaces_id:
        ask_partners(initiative, by)


def publish(initiative, by, reason):
    """A working copy goes into its public record, which then stands in its place."""
    initiative.confirmed_on = timezone.localdate()
    successor = versions.publish_into_public(initiative) if initiative.replaces_id else None
    ask_partners(successor or initiative, by)
    return successor


def ask_partners(initiative, by):
    """Each person once for an initiative, while the notification is kept: the desk reminds who has not answered."""
    unanswered = initiative.participations.filter(answer="", entity__isnull=False).exclude(entity=initiative.lead_id)
    partners = people.focal_points(unanswered.values("entity"))
    notify(partners, "partner", initiative, key=f"partner:{initiative.pk}", by=by, sentence="partner_asked")


def end(initiative, by, reason):
    if initiative.status in ACTIVE:
        initiative.status = Status.CLOSED


def confirm(initiative, by, reason):
    initiative.confirmed_on = timezone.localdate()


def answer_part(participation, answer, by):
    """A partner entity confirms or refuses its part; an empty answer takes the last one back."""
    participation.answer, participation.answered_by, participation.answered_at = answer, by, timezone.now()
    participation.save()


# Whom it is told


def focal_points(initiative, by):
    return people.focal_points([initiative.lead])


FOCAL_POINT = "focal point or alternate of the lead entity"
SECRETARIAT = "the secretariat"
LEAD_OR_SECRETARIAT = "focal point or alternate of the lead entity, or secretariat"
TOLD_FOCAL_POINTS = "focal point and alternate of the lead entity"

INITIATIVE = Workflow(
    name="initiative",
    title="Initiative",
    states=State,
    model=Initiative,
    transitions=[
        Transition(
            event="submit",
            sources=(State.DRAFT, State.RETURNED),
            target=State.SUBMITTED,
            label=gettext_lazy("Submit initiative"),
            done=gettext_lazy("The initiative is with the secretariat."),
            who="focal point or alternate of the lead entity, unless the entity is trusted",
            allowed=may_submit,
            missing=missing_to_submit,
            consequence=gettext_lazy(
                "You will not be able to change it unless you recall it or the secretariat returns it."
            ),
            tone="primary",
            effect=submit,
            recipients=people.officers,
            kind="task",
            told="the secretariat; partner entities are asked to confirm their part",
        ),
        Transition(
            event="recall",
            sources=(State.SUBMITTED,),
            target=State.DRAFT,
            label=gettext_lazy("Recall initiative"),
            done=gettext_lazy("The initiative is a draft again."),
            who=FOCAL_POINT,
            allowed=by_focal_point,
        ),
        Transition(
            event="publish",
            sources=(State.DRAFT, State.SUBMITTED, State.RETURNED),
            target=State.PUBLISHED,
            label=gettext_lazy("Publish initiative"),
            done=gettext_lazy("The initiative is published."),
            who="secretariat, once submitted or for its own drafts; focal point or alternate of a trusted lead entity",
            allowed=may_publish,
            missing=missing_to_publish,
            consequence=gettext_lazy(
                "Everybody will see it in the catalogue. A new version takes the place of the present one."
            ),
            tone="primary",
            effect=publish,
            recipients=focal_points,
            told=f"{TOLD_FOCAL_POINTS}; partner entities that were not asked yet",
        ),
        Transition(
            event="return",
            sources=(State.SUBMITTED,),
            target=State.RETURNED,
            label=gettext_lazy("Return initiative"),
            done=gettext_lazy("The initiative is returned to the lead entity."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            recipients=focal_points,
            kind="task",
            told=TOLD_FOCAL_POINTS,
        ),
        Transition(
            event="confirm",
            sources=(State.PUBLISHED,),
            target=State.PUBLISHED,
            label=gettext_lazy("Confirm that it is still right"),
            done=gettext_lazy("The record is confirmed as of today."),
            who=FOCAL_POINT,
            allowed=by_focal_point,
            consequence=gettext_lazy("The page says that the lead entity confirmed the record today."),
            effect=confirm,
        ),
        Transition(
            event="end",
            sources=(State.PUBLISHED,),
            target=State.ENDED,
            label=gettext_lazy("Mark initiative as ended"),
            done=gettext_lazy("The initiative is marked as ended."),
            who=LEAD_OR_SECRETARIAT,
            allowed=by_focal_point_or_secretariat,
            needs_reason=True,
            consequence=gettext_lazy("It stays in the catalogue, with the mark that the cooperation has ended."),
            effect=end,
            recipients=focal_points,
            told=TOLD_FOCAL_POINTS,
        ),
        Transition(
            event="archive",
            sources=(State.PUBLISHED, State.ENDED),
            target=State.ARCHIVED,
            label=gettext_lazy("Archive initiative"),
            done=gettext_lazy("The initiative is archived."),
            who=LEAD_OR_SECRETARIAT,
            allowed=by_focal_point_or_secretariat,
            missing=open_version_in_the_way,
            needs_reason=True,
            consequence=gettext_lazy(
                "It leaves the catalogue and its lists. Its page stays, so that links keep working, and says so."
            ),
            tone="danger",
            recipients=focal_points,
            told=TOLD_FOCAL_POINTS,
        ),
        Transition(
            event="unpublish",
            sources=(State.PUBLISHED, State.ENDED),
            target=State.RETURNED,
            label=gettext_lazy("Unpublish initiative"),
            done=gettext_lazy("The initiative is no longer public. The lead entity can change and submit it."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=open_version_in_the_way,
            needs_reason=True,
            consequence=gettext_lazy("Nobody outside the lead and partner entities will see it any more."),
            tone="danger",
            recipients=focal_points,
            kind="task",
            told=TOLD_FOCAL_POINTS,
        ),
        Transition(
            event="restore",
            sources=(State.ENDED, State.ARCHIVED),
            target=State.PUBLISHED,
            label=gettext_lazy("Put initiative back as published"),
            done=gettext_lazy("The initiative is published again."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            recipients=focal_points,
            told=TOLD_FOCAL_POINTS,
        ),
    ],
)
