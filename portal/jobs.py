"""The kinds of background jobs that look into several rooms. core/jobs/kinds.py says what a kind promises."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import languages
from core.figures import figure
from core.jobs.kinds import kind
from core.search.install import rebuild
from core.search.kinds import kinds as searched_kinds
from entities.models import Entity
from entities.roles import is_secretariat
from initiatives.models import Initiative, Link
from portal import link_check
from resources.models import Resource


def said_of_links(job):
    asked, wrong = job.result["addresses"], job.result["wrong"]
    if asked and wrong == asked:
        return _("No address answered. Most likely the portal itself has no way to the Internet now.")
    sentence = ngettext("{asked} address was asked.", "{asked} addresses were asked.", asked).format(asked=asked)
    if not wrong:
        return sentence + " " + _("All of them answer.")
    broken = ngettext("{wrong} needs a look.", "{wrong} need a look.", wrong).format(wrong=wrong)
    return f"{sentence} {broken}"


@kind(
    "check_links",
    gettext_lazy("Check of links"),
    explanation=gettext_lazy(
        "Asks the web addresses of resources, initiatives and entities whether they still answer."
    ),
    may_start=is_secretariat,
    summary=said_of_links,
    problems=link_check.PROBLEMS,
    single=True,
)
def check_links(progress):
    """Reads only, so that it does no harm to do it again."""
    # Started by the portal itself: what everybody reads.
    records = linked_records(progress.job.by or AnonymousUser())
    progress.total(len(records))
    wrong = 0
    for address, problem in link_check.outcomes(sorted(records)):
        if problem:
            wrong += 1
            for title, url in records[address]:
                progress.problem(problem.key, subject=title, link=url, address=address, **problem.details)
        progress.step()
    return {"addresses": len(records), "wrong": wrong}


def linked_records(user):
    """{address: [(title, URL of the record)]} of what is public: an address is asked once, whoever names it."""
    found = {}
    for address, title, record in links(user):
        found.setdefault(address.strip(), []).append((str(title), record.get_absolute_url()))
    return found


def links(user):
    for resource in Resource.objects.visible_to(user).published().exclude(url=""):
        yield resource.url, languages.text_of(resource, "title"), resource
    public = Initiative.objects.visible_to(user).filter(state="published")
    for link in Link.objects.filter(initiative__in=public).select_related("initiative"):
        yield link.url, languages.text_of(link.initiative, "title"), link.initiative
    for entity in Entity.objects.visible_to(user).exclude(website=""):
        yield entity.website, entity, entity


def is_administrator(user):
    return user.is_superuser


def said_of_the_index(job):
    number = job.result["records"]
    return ngettext(
        "{records} record is in the index anew.", "{records} records are in the index anew.", number
    ).format(records=figure(number))


@kind(
    "rebuild_search_index",
    gettext_lazy("Rebuilding the search index"),
    explanation=gettext_lazy("Makes every entry of the search anew. People can search and write meanwhile."),
    may_start=is_administrator,
    summary=said_of_the_index,
    single=True,
)
def rebuild_search_index(progress):
    """Writes what every record's trigger would write, so that it does no harm to do it again."""
    searched = searched_kinds().values()
    progress.total(sum(known.model._base_manager.count() for known in searched))
    return {"records": sum(rebuild(known, told=progress.step) for known in searched)}
