"""The draft of a record, made from what the portal knows: the secretariat's own words around what was said and decided.

Interventions, decisions and action points are not written into it; the record shows them beside it from their rows.
"""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import dates, languages
from core.saving.page import locked
from meetings import times
from meetings.models import PartKind, Record, RecordPart


def texts_for(meeting):
    """{kind of the part, or key of the item: {language: text}} as the portal would write them now."""
    items = list(meeting.items.with_presenters())
    texts = {PartKind.OPENING: {}, **{item.pk: {} for item in items}, PartKind.CLOSING: {}}
    present = meeting.attendance.present().values("entity").distinct().count()
    for code in languages.CODES:
        with translation.override(code):
            texts[PartKind.OPENING][code] = opening(meeting, present, code)
            texts[PartKind.CLOSING][code] = closing(meeting)
            for item in items:
                texts[item.pk][code] = of_item(item, code)
    return {key: {code: text for code, text in found.items() if text} for key, found in texts.items()}


def opening(meeting, present, code):
    place = languages.shown(meeting, "place", code)[0]
    return sentences(
        _("The meeting was held on {day}.").format(day=dates.day(meeting.date)),
        place and _("Place: {place}.").format(place=place),
        meeting.has_hours and _("It opened at {time}, {city} time.").format(**clock_of(meeting, meeting.start_time)),
        present and ngettext("{n} entity took part.", "{n} entities took part.", present).format(n=present),
    )


def closing(meeting):
    return meeting.has_hours and _("The meeting closed at {time}, {city} time.").format(
        **clock_of(meeting, meeting.end_time)
    )


def of_item(item, code):
    """Empty in a language in which the summary is missing: a reader gets the whole text in another one then."""
    summary = getattr(item, languages.column("summary", code))
    if not summary and item.languages_with("summary"):
        return ""
    presenter = item.presenters_in_words(code)
    introduced = presenter and _("Presented by {presenter}.").format(presenter=presenter)
    return "\n".join(filter(None, [introduced, summary]))


def clock_of(meeting, clock):
    return {"time": dates.clock(clock), "city": times.city(meeting.time_zone)}


def sentences(*found):
    return " ".join(str(sentence) for sentence in found if sentence)


@transaction.atomic
def compile_record(meeting, replace=()):
    """Makes the draft, or makes it anew: parts that somebody edited stay as they are, except those whose key is in
    `replace` (a kind, or the key of an item as text)."""
    record, _is_new = Record.objects.get_or_create(meeting=meeting)
    record = locked(Record.objects).get(pk=record.pk)
    parts = {part.item_id or part.kind: part for part in locked(record.parts.all())}
    for key, texts in texts_for(meeting).items():
        part = parts.get(key) or new_part(record, key, meeting)
        if part.pk is None or not part.is_edited or str(key) in replace:
            write(part, texts)
    record.compiled_at = timezone.now()
    record.save()
    return record


def new_part(record, key, meeting):
    if key in PartKind.values:
        return RecordPart(record=record, kind=key, original_language=meeting.original_language)
    return RecordPart(record=record, item_id=key, original_language=meeting.original_language)


def write(part, texts):
    for code in languages.CODES:
        setattr(part, languages.column("body", code), texts.get(code, ""))
    part.compiled = texts
    part.save()
