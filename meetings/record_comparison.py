"""What is different between two revisions of a record, as far as the reader sees both."""

from django.utils.translation import gettext as _

from core import frozen
from core.frozen import Passage


def differences(old, new):
    """[Difference] between two PrintedRecords."""
    return frozen.differences(said_by(old), said_by(new))


def said_by(printed):
    """{key: (where it stands in words, what stands there, its language)}"""
    return {key: (where, text.text, text.language) for key, (where, text) in passages(printed).items() if text}


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
