"""The rounds of one questionnaire: which cycles, which sections, and where the section stands that one reads."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from core.querysets import count_of
from strategy.models import Cycle, Questionnaire, Report, consent_levels


@dataclass
class SectionRead:
    """A section as it was asked last, with the questions of all editions that the reader may read."""

    section: object
    questions: list


class RealOrDemo:
    """Rounds that entities reported and those of the demonstration, never both in one figure: the real ones, unless
    there are only the others or these are asked for."""

    is_demo = has_both = False

    def chosen(self, found, wants_demo, cycle_of=lambda cycle: cycle):
        """Those of the rows that are shown. `cycle_of` says to which cycle a row belongs."""
        demo = [row for row in found if cycle_of(row).is_demo]
        real = [row for row in found if not cycle_of(row).is_demo]
        self.has_both = bool(demo and real)
        self.is_demo = bool(demo) and (wants_demo or not real)
        return demo if self.is_demo else real


class Survey(RealOrDemo):
    """A questionnaire in all its editions, over the published cycles that asked for it."""

    def __init__(self, code, user, wants_demo=False):
        self.code, self.user = code, user
        self.cycles = self.chosen(self._published(), wants_demo)

    def _published(self):
        cycles = Cycle.objects.visible_to(self.user).published().filter(questionnaires__code=self.code).distinct()
        accepted = Report.objects.accepted().filter(questionnaire__code=self.code)
        of_code = Questionnaire.objects.filter(code=self.code).only("pk", "edition")
        return list(
            cycles.order_by("year", "due_on", "slug")
            .annotate(
                number_reported=count_of(accepted, "cycle", counted="entity"),
                number_asked=count_of(Cycle.entities.through.objects.all(), "cycle"),
            )
            .prefetch_related(Prefetch("questionnaires", of_code, to_attr="editions_asked"))
        )

    @cached_property
    def editions(self):
        """The editions that were used, the oldest first, with all their questions."""
        used = {questionnaire.pk for cycle in self.cycles for questionnaire in cycle.editions_asked}
        return list(Questionnaire.objects.with_questions().filter(pk__in=used).order_by("edition"))

    @property
    def questionnaire(self):
        """As it was asked last."""
        return self.editions[-1]

    @cached_property
    def sections(self):
        """[SectionRead] in the order of the last edition; what is no longer asked stands at the end of its section."""
        levels, found = consent_levels(self.user), {}
        for edition in reversed(self.editions):
            for section in edition.sections.all():
                readable = [question for question in section.questions.all() if question.consent in levels]
                if readable:
                    found.setdefault(section.code, SectionRead(section, [])).questions += readable
        return list(found.values())

    def section(self, code):
        """The one that is asked for, else the first; None where there is none."""
        if not code:
            return self.sections[0] if self.sections else None
        return next((each for each in self.sections if each.section.code == code), None)


def surveys_with_results(user):
    """[Questionnaire]: the last edition of each that a published cycle asked for."""
    cycles = Cycle.objects.visible_to(user).published()
    asked = Questionnaire.objects.filter(cycles__in=cycles).order_by("code", "-edition").distinct("code")
    return list(asked)
