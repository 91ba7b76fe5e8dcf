"""What two or three people write in at once, each with the texts that can be lost."""

from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting
from tests.strategy.factory import make_cycle, make_question, make_questionnaire, make_report


class InterventionTexts:
    form_id = None
    typeable = ("text_en", "text_fr", "speaker_name")
    removable = ()

    def __init__(self, make, entity):
        self.record = make_intervention(make, make_meeting(make, state="in_progress"), entity)
        self.url = self.record.get_edit_url()

    def stored(self):
        self.record.refresh_from_db()
        return [getattr(self.record, name) for name in self.typeable]


class InitiativeTexts:
    form_id = "initiative-form"
    typeable = ("title_en", "summary_fr", "participations-0-note", "participations-1-note", "links-0-caption")
    removable = ("participations-1-DELETE",)

    def __init__(self, make, entity):
        self.record = make_initiative(make, state="draft", lead=entity)
        self.url = self.record.get_edit_url()
        for row in self.record.participations.all():
            row.note_en = f"note of {row.pk}"
            row.save()
        self.record.links.create(url="https://example.org", caption_en=f"link of {self.record.pk}")

    def stored(self):
        self.record.refresh_from_db()
        rows = [row.note_en for row in self.record.participations.all()]
        captions = [row.caption_en for row in self.record.links.all()]
        return [self.record.title_en, self.record.summary_fr, *rows, *captions]


class AgendaTexts:
    form_id = None
    typeable = ("title_en", "items-0-title_en", "items-1-title_en", "items-2-title_en", "items-1-summary_fr")
    removable = ("items-1-DELETE", "items-2-DELETE")

    def __init__(self, make, entity):
        self.record = make_meeting(make, state="draft")
        for number in range(3):
            make_item(make, self.record, title=f"item {self.record.pk}.{number}")
        self.url = self.record.get_edit_url()

    def stored(self):
        self.record.refresh_from_db()
        items = self.record.items.all()
        return [self.record.title_en, *[item.title_en for item in items], *[item.summary_fr for item in items]]


class ReportTexts:
    form_id = "answers"
    removable = ()

    def __init__(self, make, entity):
        questionnaire = make_questionnaire(make)
        section = questionnaire.sections.last()
        questions = [make_question(make, section, f"2.{number}", "long_text", required=False) for number in (3, 4)]
        cycle = make_cycle(make, questionnaire=questionnaire, entities=[entity])
        self.record = make_report(make, entity=entity, cycle=cycle, complete=True)
        self.typeable = tuple(f"q{question.pk}-text" for question in questions)
        self.url = self.record.get_edit_url("2")

    def stored(self):
        return list(self.record.answers.values_list("text", flat=True))
