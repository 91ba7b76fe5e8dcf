"""The work bar: the places where a signed-in person works."""

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext as _

from entities.acting import acting_entity
from entities.roles import is_secretariat

# What waits is counted at most once in this time, and anew after each move that the person makes.
WAITING_SECONDS = 60


def work_links(request):
    waiting = waiting_for(request.user)
    links = [_link("desk", _("My desk"), reverse("desk"), waiting["tasks"])]
    if is_secretariat(request.user):
        return links + secretariat_links()
    entity = acting_entity(request)
    return links + (entity_links(entity, waiting["report"]) if entity else [])


def entity_links(entity, report):
    """`report` is the id of the report that is owed first, once it is started."""
    reports = reverse("strategy:report_detail", args=[report]) if report else reverse("strategy:cycle_list")
    return [
        _link("reports", _("Progress report"), reports),
        _link("initiatives", _("Our initiatives"), reverse("initiatives:initiative_mine")),
        _link("meetings", _("Meetings"), reverse("meetings:meeting_list")),
        _link(f"entity-{entity.pk}", _("Our profile"), entity.get_absolute_url()),
    ]


def secretariat_links():
    return [
        _link("reports", _("Reporting cycle"), reverse("strategy:cycle_list")),
        _link("meetings", _("Meetings"), reverse("meetings:meeting_list")),
        _link("publish", _("To publish"), f"{reverse('initiatives:initiative_mine')}?state=submitted"),
        _link("admin", _("Administration"), reverse("admin:index")),
    ]


def _link(key, label, url, count=0):
    return {"key": key, "label": label, "url": url, "count": count}


def waiting_for(user):
    """{"tasks": number, "report": id or None}, held for a short time."""
    held = cache.get(_key(user))
    if held is None:
        # Here, not above: the desk asks all rooms, and this module is loaded with the context processors.
        from portal.desk import tasks_for
        from strategy.desk import reports_due_for

        owed = reports_due_for(user)
        held = remember_waiting(user, len(tasks_for(user, owed)), owed)
    return held


def remember_waiting(user, number, owed):
    report = next((due.report.pk for due in owed if due.report), None)
    waiting = {"tasks": number, "report": report}
    cache.set(_key(user), waiting, WAITING_SECONDS)
    return waiting


def forget_waiting(user):
    cache.delete(_key(user))


def _key(user):
    return f"waiting:{user.pk}"
