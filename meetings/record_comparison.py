"""What is different between two revisions of a record, as far as the reader sees both."""

from django.utils import translation
from django.utils.translation import gettext as _

from core import frozen, languages
from core.frozen import Passage
from meetings.record import Reader


def differences(meeting, user, old, new):
    """[Difference] between two RecordRevisions, in each language: a wording may have changed in one of them only."""
    return frozen.differences(*[said_by(meeting, user, revision) for revision in (old, new)])


def said_by(meeting, user, revision):
    """{(key, language): (where it stands in the reader's words, what stands there, its language)}

    Passages in the order of the record, each in the reader's language first.
    """
    reader = Reader(meeting, revision.snapshot, user, revision)
    said = {key: (where, {}) for key, (where, _text) in passages(reader.printed()).items()}
    for code in languages.reading_order(languages.current().code):
        with translation.override(code):
            for key, (_where, text) in passages(reader.printed()).items():
                if text:
                    said[key][1].setdefault(text.language, text.text)
    return {
        (key, language.code): (where, text, language)
        for key, (where, texts) in said.items()
        for language, text in texts.items()
    }


def passages(printed) -> dict[tuple, tuple[str, Passage | None]]:
    """{key of a passage: (where it stands in words, its text)}"""
    found = {("opening",): (_("Opening of the meeting"), printed.opening[1])}
    for item in printed.items:
        where = _("Item {number}").format(number=item.number) if item.number else _("The meeting as a whole")
        key = ("item", item.number)
        found[(*key, "title")] = (where, item.title)
        found[(*key, "body")] = (where, item.body)
        for said in item.interventions:
            found[("intervention", said.id)] = (f"{where}, {said.entity.acronym}", said.text)
        for decided in item.decisions:
            sentence = _("Decision {number}")
            found[("decision", decided.number)] = (sentence.format(number=decided.number), decided.text)
        for point in item.action_points:
            sentence = _("Action point {number}")
            found[("action point", point.number)] = (sentence.format(number=point.number), point.text)
    found[("closing",)] = (_("Closing of the meeting"), printed.closing[1])
    return found
