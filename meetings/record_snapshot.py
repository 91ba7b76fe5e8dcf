"""The whole record of a meeting as plain data, in all six languages: what a revision freezes when it is circulated.

Nothing is left out for anybody, so it is never shown as it is: meetings/record.py reads it for one person.
A text is as core/frozen.py says.
"""

from core.frozen import freeze
from meetings.models import Intervention, PartKind


def snapshot_of(meeting):
    """Drafts of interventions stay with their entities and are no part of it."""
    items = list(meeting.items.with_presenters())
    said = meeting.interventions.filter(is_draft=False).select_related("entity").order_by("item__number", "pk")
    # Who was invited and of whom nobody noted whether they came is no part of it.
    attendance = list(meeting.attendance.exclude(presence="").select_related("entity"))
    points = list(meeting.action_points.prefetch_related("owners"))
    bodies = bodies_of(meeting)
    entities = [line.entity for line in attendance] + [intervention.entity for intervention in said]
    entities += [presenter.entity for item in items for presenter in item.presenters.all()]
    entities += [owner for point in points for owner in point.owners.all()]
    entities.append(meeting.organizer)
    return {
        "meeting": facts_of(meeting),
        "entities": {str(entity.pk): entity_of(entity) for entity in entities if entity},
        "attendance": [attendance_of(line) for line in attendance],
        "opening": bodies.get(PartKind.OPENING),
        "items": [item_of(item, bodies.get(item.pk)) for item in items],
        "interventions": [intervention_of(intervention) for intervention in said],
        "decisions": [decision_of(decision) for decision in meeting.decisions.all()],
        "action_points": [point_of(point) for point in points],
        "closing": bodies.get(PartKind.CLOSING),
    }


def bodies_of(meeting):
    """{key of an item, or the kind of the part: its text}"""
    record = getattr(meeting, "record", None)
    parts = record.parts.all() if record else []
    return {part.item_id or part.kind: freeze(part, "body") for part in parts}


def facts_of(meeting):
    return {
        "title": freeze(meeting, "title"),
        "place": freeze(meeting, "place"),
        "kind": meeting.kind,
        "symbol": meeting.symbol,
        "date": meeting.date.isoformat(),
        "start": meeting.start_time and meeting.start_time.isoformat(),
        "end": meeting.end_time and meeting.end_time.isoformat(),
        "zone": meeting.time_zone,
        "format": meeting.format,
        "organizer": meeting.organizer_id,
    }


def entity_of(entity):
    return {"acronym": freeze(entity, "acronym"), "name": freeze(entity, "name")}


def attendance_of(line):
    return {
        "entity": line.entity_id,
        "organization": line.organization,  # of a guest, who has no entity
        "person": line.person_name,
        "unit": line.unit,
        "presence": line.presence,
        "was_present": line.was_present,
    }


def item_of(item, body):
    return {
        "id": item.pk,
        "number": item.number,
        "title": freeze(item, "title"),
        "presenters": [{"entity": row.entity_id, "person": row.person_name} for row in item.presenters.all()],
        "is_members_only": item.is_members_only,
        "body": body,
    }


def intervention_of(intervention: Intervention):
    return {
        "id": intervention.pk,
        "item": intervention.item_id,
        "entity": intervention.entity_id,
        "unit": intervention.unit,
        "speaker": intervention.speaker_name,
        "function": freeze(intervention, "speaker_title"),
        "kind": intervention.kind,
        "is_summary": intervention.is_summary,
        "text": freeze(intervention, "text"),
    }


def decision_of(decision):
    return {"item": decision.item_id, "number": decision.number, "text": freeze(decision, "text")}


def point_of(point):
    return {
        "item": point.item_id,
        "number": point.number,
        "owners": [owner.pk for owner in point.owners.all()],
        "due": point.due and point.due.isoformat(),
        "text": freeze(point, "text"),
    }
