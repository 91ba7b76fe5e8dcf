"""Reminding entities of the reports that they owe. The worker calls it every day (tasks.py), the secretariat by hand.

What was reminded stands in Reminder, so that each step happens once, however often this runs. What is submitted or
moved meanwhile is not asked for any more: each run reads the rows of now, and what waits for its reader is called back.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.models import Notification
from core.outbox.notifications import notify
from entities.models import FOCAL_ROLES, Appointment, Entity, Role
from entities.people import officers
from strategy.cycle_planning import has_left
from strategy.models import Cycle, Deadline, Extension, Reminder, Report
from strategy.models.deadlines import RUNNING_STATES

KIND = "due"
# The secretariat does not press the button again before: whoever was reminded today needs no second mail.
HOURS_BETWEEN = 12


@dataclass(frozen=True)
class Step:
    """`days` from the reminder to the due day of the entity, negative after it. Where the worker stood still on that
    day, it is made up for within `grace` days."""

    days: int
    grace: int
    roles: frozenset
    sentence: str

    def is_today(self, deadline):
        late = self.days - (deadline.day - deadline.cycle.today).days
        return 0 <= late <= self.grace


STEPS = [
    Step(30, 6, frozenset({Role.FOCAL_POINT}), "due_in_30"),
    Step(14, 2, frozenset({Role.FOCAL_POINT}), "due_in_14"),
    Step(7, 2, frozenset(FOCAL_ROLES), "due_in_7"),
    Step(1, 1, frozenset(FOCAL_ROLES), "due_in_1"),
    Step(-1, 2, frozenset(FOCAL_ROLES), "report_due_passed"),
]


@dataclass
class Debtor:
    """An entity that owes something in a cycle. `owed` are the questionnaires, `people` [(person, roles)]."""

    entity: Entity
    deadline: Deadline
    owed: list
    people: list = field(default_factory=list)
    last: object = None  # moment of the last reminder

    @property
    def is_fresh(self):
        """Reminded so recently that it is left in peace."""
        return self.last is not None and timezone.now() - self.last < timedelta(hours=HOURS_BETWEEN)

    @property
    def may_be_reminded(self):
        return bool(self.people) and not self.is_fresh


def remind():
    """Every cycle that runs: the step that falls on today in its city, for each entity by its own due day."""
    for cycle in Cycle.objects.filter(state__in=RUNNING_STATES):
        steps = [(debtor, step) for debtor in debtors_of(cycle) for step in STEPS if step.is_today(debtor.deadline)]
        told = [debtor for debtor, step in steps if take_step(cycle, debtor, step)]
        if told:
            tell_secretariat(cycle)


@transaction.atomic
def take_step(cycle, debtor, step):
    """False where it was taken before."""
    _reminder, is_new = Reminder.objects.get_or_create(
        cycle=cycle, entity=debtor.entity, due_on=debtor.deadline.day, days=step.days
    )
    if is_new:
        people = [person for person, roles in debtor.people if roles & step.roles]
        tell(cycle, debtor, people, f"{debtor.deadline.day}:{step.days}", sentence=step.sentence)
    return is_new


def tell(cycle, debtor, people, key, **params):
    notify(people, KIND, cycle, key=f"{prefix(cycle, debtor.entity.pk)}{key}", **params)


def prefix(cycle, entity_id):
    return f"report_due:{cycle.pk}:{entity_id}:"


def tell_secretariat(cycle):
    """One line a day and cycle: who was reminded stands in its matrix. Yesterday's line makes way."""
    start = f"reports_owed:{cycle.pk}:"
    key = f"{start}{cycle.today}"
    Notification.objects.filter(kind=KIND, key__startswith=start).exclude(key=key).mark_read()
    notify(officers(), KIND, cycle, key=key, sentence="reports_owed")


def debtors_of(cycle):
    """[Debtor] of the entities that have not submitted everything and still can. Five queries."""
    questionnaires = list(cycle.questionnaires.all())
    handed_in = set(Report.objects.filter(cycle=cycle, number__gte=1).values_list("entity", "questionnaire"))
    extended = Extension.objects.filter(cycle=cycle).days()
    found = []
    for entity in cycle.entities.order_by("code"):
        deadline = Deadline(cycle, extended.get((cycle.pk, entity.pk)))
        owed = [one for one in questionnaires if (entity.pk, one.pk) not in handed_in]
        if owed and deadline.accepts_reports and not has_left(entity, cycle):
            found.append(Debtor(entity, deadline, owed))
    add_people(found)
    return found


def add_people(debtors):
    """Adds [(person, roles)] to each: focal points and alternates of today."""
    appointments = Appointment.objects.valid_today().filter(
        entity__in=[debtor.entity.pk for debtor in debtors], role__in=FOCAL_ROLES, user__is_active=True
    )
    people = defaultdict(dict)
    for appointment in appointments.select_related("user").order_by("user__full_name", "pk"):
        of_entity = people[appointment.entity_id]
        of_entity.setdefault(appointment.user, set()).add(appointment.role)
    for debtor in debtors:
        debtor.people = list(people[debtor.entity.pk].items())


# By hand


def debtors_with_last(cycle, entity=None):
    """The same with the moment at which each was reminded last; of one entity, or of all."""
    last = cycle.reminders.latest()
    debtors = [debtor for debtor in debtors_of(cycle) if entity is None or debtor.entity == entity]
    for debtor in debtors:
        debtor.last = last.get(debtor.entity.pk)
    return debtors


@transaction.atomic
def remind_now(cycle, by, entity=None):
    """Those who owe something and were not reminded within hours. Returns the debtors who were told.

    Holds the cycle: of two officers who press at once, the second finds everybody reminded.
    """
    cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    told = [debtor for debtor in debtors_with_last(cycle, entity) if debtor.may_be_reminded]
    for debtor in told:
        reminder = Reminder.objects.create(
            cycle=cycle, entity=debtor.entity, due_on=debtor.deadline.day, by=by, at=timezone.now()
        )
        people = [person for person, _roles in debtor.people]
        tell(cycle, debtor, people, f"by-hand:{reminder.pk}", by=by, sentence="report_asked_for")
    return told


# What holds no more


def call_back(cycle, entity_ids=None):
    """What still waits for its reader names a date that holds no more, or a report that is there."""
    about = ContentType.objects.get_for_model(cycle)
    told = Notification.objects.filter(kind=KIND, content_type=about, object_id=cycle.pk)
    if entity_ids is not None:
        of_them = [Q(key__startswith=prefix(cycle, entity_id)) for entity_id in entity_ids]
        told = told.filter(reduce(or_, of_them, Q(pk=None)))
    told.mark_read()


def call_back_at_closing(cycle):
    """Those who have more time than the others are still reminded."""
    extended = Extension.objects.granted().filter(cycle=cycle).values("entity")
    call_back(cycle, cycle.entities.exclude(pk__in=extended).values_list("pk", flat=True))


def call_back_where_all_is_in(report):
    """After a submission: an entity that owes another report of the cycle is still reminded of that."""
    asked = report.cycle.questionnaires.values("pk")
    in_hand = Report.objects.filter(cycle=report.cycle_id, entity=report.entity_id, number__gte=1)
    others = asked.exclude(pk=report.questionnaire_id).exclude(pk__in=in_hand.values("questionnaire"))
    if not others.exists():
        call_back(report.cycle, [report.entity_id])
