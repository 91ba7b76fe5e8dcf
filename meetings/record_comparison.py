"""What is different between two revisions of a record, as far as the reader sees both."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.frozen import Passage
from core.languages import Language
from core.saving.words import side_by_side


@dataclass(frozen=True)
class Difference:
    """One passage that changed, came or went. `where` says in words which one it is."""

    where: str
    language: Language
    before: str
    after: str

    @property
    def sides(self):
        return side_by_side(self.before, self.after)


def differences(old, new):
    """[Difference] between two PrintedRecords, in the order of the newer one."""
    before, after = passages(old), passages(new)
    order = [*after, *(key for key in before if key not in after)]
    found = []
    for key in order:
        where, new_text = after.get(key, (None, None))
        old_where, old_text = before.get(key, (None, None))
        if str(new_text or "") != str(old_text or ""):
            language = (new_text or old_text).language
            found.append(Difference(where or old_where, language, str(old_text or ""), str(new_text or "")))
    return found


def passages(printed) -> dict[tuple, tuple[str, Passage]]:
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
