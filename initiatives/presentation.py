"""What the page of one initiative shows, gathered from its rows."""

from django.db.models import Q
from django.urls import reverse

from core import languages
from core.models import TransitionEvent
from entities.roles import is_member, is_secretariat, represented_ids
from initiatives.choices import Answer, Role
from initiatives.models import Initiative, InitiativeRelation

# The diagram has five places; the other roles stand in the list below it.
DIAGRAM = {
    "sharing": Role.PIVOTAL,
    "receiving": Role.BENEFICIARY,
    "mutual": Role.MUTUAL,
    "facilitating": Role.FACILITATOR,
    "funding": Role.FUNDER,
}
TEXTS = ("challenge", "solution", "south_south_element", "results", "innovation", "sustainability", "replicability")
MARKERS = ("gender_marker", "youth_marker", "disability_marker", "climate_marker")


def with_page_data(queryset):
    return queryset.select_related("lead", "nominated_by").prefetch_related(
        "participations__country",
        "participations__region",
        "participations__entity",
        "participations__organization",
        "goals__goal",
        "themes",
        "modalities",
        "targets",
        "budgets",
        "identifiers",
        "links",
        "citations",
    )


def roles_of(initiative):
    """{place in the diagram: parties}"""
    parties = {place: [] for place in DIAGRAM}
    places = {role: place for place, role in DIAGRAM.items()}
    for participation in initiative.participations.all():
        if participation.role in places:
            parties[places[participation.role]].append(party_of(participation))
    return parties


def party_of(participation):
    return {
        "label": participation.party_name,
        "url": url_of(participation),
        "note": languages.text_of(participation, "note"),
    }


def url_of(participation):
    if participation.country_id:
        return reverse("country_detail", args=[participation.country.iso3])
    if participation.entity_id:
        return participation.entity.get_absolute_url()
    if participation.region_id:
        return reverse("initiatives:initiative_list") + f"?region={participation.region.code}"
    return ""


def other_partners(initiative):
    return [row for row in initiative.participations.all() if row.role not in DIAGRAM.values()]


def partner_entities(initiative, user):
    """The rows of the entities that are named as partners, and whether this person may answer for one."""
    rows = [row for row in initiative.participations.all() if row.entity_id and row.entity_id != initiative.lead_id]
    for row in rows:
        row.may_answer = row.may_be_answered_by(user)
    return rows


def confirmations(rows):
    confirmed = {row.entity_id for row in rows if row.answer == Answer.CONFIRMED}
    return {"confirmed": len(confirmed), "named": len({row.entity_id for row in rows})}


def texts_of(initiative):
    """The names of the long texts that have something to read."""
    return [
        {"name": name, "label": Initiative._meta.get_field(name).verbose_name}
        for name in TEXTS
        if languages.text_of(initiative, name)
    ]


def markers_of(initiative):
    return [
        {
            "label": Initiative._meta.get_field(name).verbose_name,
            "value": getattr(initiative, f"get_{name}_display")(),
        }
        for name in MARKERS
        if getattr(initiative, name) is not None
    ]


def relations_of(initiative, user):
    """Relations in both directions, to initiatives that this person may see."""
    rows = list(InitiativeRelation.objects.filter(Q(initiative=initiative) | Q(other=initiative)))
    if not rows:
        return []
    ids = {row.initiative_id for row in rows} | {row.other_id for row in rows}
    visible = Initiative.objects.visible_to(user).filter(replaces=None).exclude(pk=initiative.pk).in_bulk(ids)
    found = []
    for row in rows:
        outgoing = row.initiative_id == initiative.pk
        other = visible.get(row.other_id if outgoing else row.initiative_id)
        if other:
            found.append({"kind": row.kind, "outgoing": outgoing, "other": other})
    return found


# What the lead entity and the secretariat say to each other before publication is not for the other entities.
BEFORE_PUBLICATION = ("submit", "recall", "return", "unpublish")


def history_of(initiative, user):
    """The changes of state, for people of the Mechanism; all of them for those who work on the record."""
    if not is_member(user):
        return []
    events = TransitionEvent.objects.of(initiative)
    works_on_it = {initiative.lead_id, *(row.entity_id for row in initiative.participations.all())}
    if not is_secretariat(user) and not works_on_it & set(represented_ids(user)):
        events = events.exclude(event__in=BEFORE_PUBLICATION)
    return list(events)


def languages_of(initiative):
    """Each language with the state of its title: original, working translation, translated or missing."""
    states = []
    for language in languages.LANGUAGES:
        if not getattr(initiative, languages.column("title", language.code)):
            state = "missing"
        elif language.code == initiative.original_language:
            state = "original"
        elif language.code in initiative.working_translations:
            state = "working_translation"
        else:
            state = "translated"
        states.append({"language": language, "state": state})
    return states
