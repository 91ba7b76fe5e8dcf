"""From what a new cycle starts: the last one, a year later, with the entities that are members on its opening day."""

import datetime
import re

from django.db.models import Q

from core import languages
from core.locks import wait_for_turn
from entities.models import Entity, EntityKind
from strategy.models import Cycle, Questionnaire

COPIED = ("original_language", "time_zone")
DATES = ("period_start", "period_end", "opens_on", "due_on", "grace_until", "closes_on")


def last_cycle():
    """The one to copy: demo cycles only where there is no other."""
    return Cycle.objects.order_by("is_demo", "-year", "-due_on").first()


def proposal(last):
    """Initial values of the form, from the last cycle; {} where there is none."""
    if last is None:
        return {"entities": members_on(datetime.date.today())}
    values = {name: getattr(last, name) for name in COPIED}
    values |= {name: a_year_later(getattr(last, name)) for name in DATES}
    values |= {column: with_next_year(getattr(last, column), last.year) for column in languages.columns("title")}
    values |= {"year": last.year + 1, "questionnaires": latest_editions(last)}
    return values | {"entities": asked_again(last, values["opens_on"])}


def a_year_later(day):
    """The same day of the next year; the last of February stays the last."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def with_next_year(title, year):
    """Reporting 2026 becomes Reporting 2027; any other year in a title follows too."""
    return re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), title or "")


def latest_editions(last):
    """The questionnaires of the last cycle, each in its latest edition."""
    codes = last.questionnaires.values("code")
    latest = Questionnaire.objects.filter(code__in=codes).order_by("code", "-edition").distinct("code")
    return list(latest)


def asked_again(last, day):
    """Those of the last cycle that are still members on the day, and those that joined since."""
    joined = Q(member_from__gt=last.opens_on)
    return list(members_on(day).filter(Q(pk__in=last.entities.values("pk")) | joined))


def members_on(day):
    """Entities that are not known to be no members on the day. The one that coordinates reports to nobody."""
    begun = Q(member_from=None) | Q(member_from__lte=day)
    not_over = Q(member_to=None) | Q(member_to__gte=day)
    return Entity.objects.filter(begun, not_over).exclude(kind=EntityKind.COORDINATOR).order_by("code")


def joined_meanwhile(cycle):
    """Became members after the opening day and are not asked."""
    joined = Entity.objects.filter(member_from__gt=cycle.opens_on, member_from__lte=cycle.today)
    return joined.filter(Q(member_to=None) | Q(member_to__gte=cycle.today)).exclude(cycles=cycle).order_by("code")


def left_meanwhile(cycle):
    """Are asked, and no members any more. They are not reminded."""
    return cycle.entities.filter(member_to__lt=cycle.today).order_by("code")


def has_left(entity, cycle):
    """The same of an entity that was read already."""
    return entity.member_to is not None and entity.member_to < cycle.today


def free_slug(year):
    """cycle-2027; cycle-2027-2 for the second of a year."""
    wait_for_turn("address of a cycle")
    slug, number = f"cycle-{year}", 1
    while Cycle.objects.filter(slug=slug).exists():
        number += 1
        slug = f"cycle-{year}-{number}"
    return slug
