"""One record of everything that could leak, each with a word that stands nowhere else and the roles that may read it.

All of them hold the word "quinoa" too, so that one search finds them all.
"""

import re
from datetime import timedelta

from django.utils import timezone

from core.models import TransitionEvent
from entities.models import Role
from initiatives.models import Contribution, InitiativeRelation, Organization, Participation
from initiatives.versions import open_version
from meetings.models import (
    AgendaItem,
    AgendaSection,
    CirculatedAgenda,
    Corrigendum,
    MeetingState,
    Objection,
    ProgressNote,
    Proposal,
    Record,
    RecordComment,
    RecordPart,
    RecordRevision,
)
from meetings.record_snapshot import snapshot_of
from strategy import evidence_kinds
from strategy.models import AnswerComment, Evidence, Question, Report
from tests.core.factory import make_file
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_proposal,
    make_series,
)
from tests.resources.factory import make_resource
from tests.strategy.factory import make_cycle, make_question, make_questionnaire, make_report

EVERYBODY = {"visitor", "stranger", "other", "contributor", "focal_point", "secretariat", "administrator"}
OFFICE = {"secretariat", "administrator"}
ILO = {"contributor", "focal_point"}
FAO = {"other"}
MEMBERS = ILO | FAO | OFFICE


class Secrets:
    """`readers`: {word: roles}. `word` makes one for a title or a text; some stand in addresses."""

    WORD = re.compile(r"\bzz[a-z0-9]+")

    def __init__(self, make):
        self.make, self.ilo, self.fao = make, make.entity("ILO"), make.entity("FAO")
        self.readers = {}
        name = self.word("zzname", MEMBERS)
        self.person = make.person("alternate@ilo.example", self.ilo, Role.ALTERNATE, full_name=name)
        self.initiatives()
        self.meetings()
        self.reports()
        self.resources()

    def word(self, word, readers):
        self.readers[word] = readers
        return f"{word} quinoa"

    def found_in(self, text):
        return {word for word in self.WORD.findall(text.lower()) if word in self.readers}

    def kept_from(self, role):
        return {word for word, readers in self.readers.items() if role not in readers}

    def meant_for(self, role):
        return {word for word, readers in self.readers.items() if role in readers}

    # Initiatives

    def initiatives(self):
        draft = self.initiative("zzdraft", "draft", ILO)
        self.draft = draft
        organization = Organization.objects.create(**in_six_languages("name", self.word("zzpartner", ILO)))
        Participation.objects.create(initiative=draft, role="funder", organization=organization)
        named = self.initiative("zznamed", "draft", ILO | FAO)
        Participation.objects.create(initiative=named, role="partner", entity=self.fao)
        self.initiative("zzsubmitted", "submitted", ILO | OFFICE)
        returned = self.initiative("zzreturned", "returned", ILO | OFFICE)
        self.event(returned, "return", "zzwhyreturned", ILO | OFFICE)
        self.public = make_initiative(self.make, title="Public quinoa", lead=self.ilo, contact="zzcontact@ilo.example")
        self.readers["zzcontact"] = MEMBERS
        self.event(self.public, "return", "zzonceforbidden", ILO | OFFICE)
        Contribution.objects.create(
            initiative=self.public, party="Partner", kind="financial", amount=1, currency="USD",
            note=self.word("zzcontribution", MEMBERS),
        )  # fmt: skip
        InitiativeRelation.objects.create(initiative=self.public, other=draft, kind="related")
        copy = open_version(self.public, self.make.person("writer@ilo.example", self.ilo))
        self.rename(copy, self.word("zzcopy", ILO))
        sent = open_version(make_initiative(self.make, title="Second quinoa", lead=self.ilo), None)
        sent.state = "submitted"
        self.rename(sent, self.word("zzsentcopy", ILO | OFFICE))

    def initiative(self, word, state, readers):
        return make_initiative(self.make, state=state, title=self.word(word, readers), lead=self.ilo)

    def rename(self, record, title):
        for column, text in (in_six_languages("title", title) | in_six_languages("short_title", title)).items():
            setattr(record, column, text)
        record.save()

    def event(self, record, event, word, readers):
        TransitionEvent.objects.create(
            workflow=record._meta.model_name, record=record, event=event, from_state="submitted", to_state="returned",
            reason=self.word(word, readers),
        )  # fmt: skip

    # Meetings

    def meetings(self):
        make, ilo = self.make, self.ilo
        make_meeting(make, state="draft", is_public=True, title=self.word("zzplanned", OFFICE))
        make_meeting(make, title=self.word("zzmembersmeeting", MEMBERS), joining_link="https://meet.example/zzlink1")
        self.readers["zzlink1"] = MEMBERS
        self.agenda(self.meeting("scheduled", "1", seen_by_members=MEMBERS, decided=None))
        self.meeting("record_preparation", "2", seen_by_members=MEMBERS, decided=OFFICE)
        self.meeting("clearance", "3", seen_by_members=MEMBERS, decided=MEMBERS)
        adopted = self.meeting("adopted", "4", seen_by_members=None, decided=None)
        make_attendance(make, adopted, ilo, person_name=self.word("zzattended", MEMBERS))
        point = make_action_point(make, adopted, ilo, text=self.word("zzactionpoint", MEMBERS))
        note = ProgressNote(action_point=point, entity=ilo, author=self.person)
        note.set_text(self.word("zzprogress", MEMBERS))
        note.save()
        point.evidence.create(url="https://un.example/zzpointevidence")
        self.readers["zzpointevidence"] = MEMBERS
        point.evidence.create(initiative=self.draft)

    def agenda(self, meeting):
        """The heading over its item for members, which had another title when it was circulated, and proposals."""
        make, ilo, closed = self.make, self.ilo, meeting.items.get(is_members_only=True)
        heading = in_six_languages("title", self.word("zzheading", MEMBERS))
        AgendaSection.objects.create(meeting=meeting, first_number=closed.number, **heading)
        now, earlier = closed.title_en, self.word("zzcirculated", MEMBERS)
        AgendaItem.objects.filter(pk=closed.pk).update(title_en=earlier)
        CirculatedAgenda.objects.keep(meeting, None)
        AgendaItem.objects.filter(pk=closed.pk).update(title_en=now)
        make_proposal(make, ilo, meeting=meeting, title=self.word("zzproposed", ILO | OFFICE))
        make_proposal(
            make, ilo, meeting=meeting, title=self.word("zzdeclined", ILO | OFFICE), state="declined",
            declined_because=self.word("zznotnow", ILO | OFFICE),
        )  # fmt: skip
        kept = self.word("zzkeptforlater", MEMBERS)
        make_proposal(make, ilo, series=make_series(make, is_public=True), title=kept, state="later")

    def meeting(self, state, number, seen_by_members, decided):
        """A public meeting: what visitors may not read of it yet, and what they never may."""
        make, ilo = self.make, self.ilo
        meeting = make_meeting(
            make, state=MeetingState(state), is_public=True, title=f"Public meeting {number} quinoa",
            joining_link=f"https://meet.example/zzjoin{number}",
        )  # fmt: skip
        self.readers[f"zzjoin{number}"] = MEMBERS
        make_item(make, meeting)
        closed = make_item(
            make, meeting, is_members_only=True, title=self.word(f"zzitem{number}", MEMBERS),
            presenters=[(None, self.word(f"zzpresenter{number}", MEMBERS))],
            **in_six_languages("summary", self.word(f"zzsummary{number}", MEMBERS)),
        )  # fmt: skip
        make_document(make, meeting, item=closed, title=self.word(f"zzpaper{number}", MEMBERS))
        make_document(make, meeting, level="members", title=self.word(f"zzmemberspaper{number}", MEMBERS))
        make_document(make, meeting, level="secretariat", title=self.word(f"zzofficepaper{number}", OFFICE))
        text = self.word(f"zzsaiddraft{number}", ILO | OFFICE)
        make_intervention(make, meeting, ilo, is_draft=True, text=text, initiatives=[self.draft])
        make_intervention(make, meeting, ilo, item=closed, text=self.word(f"zzsaidclosed{number}", MEMBERS))
        if seen_by_members:
            make_intervention(make, meeting, ilo, text=self.word(f"zzsaid{number}", seen_by_members))
        if decided:
            make_decision(make, meeting, text=self.word(f"zzdecided{number}", decided))
        if state != "scheduled":
            text = self.word(f"zzdecidedclosed{number}", decided or MEMBERS)
            make_decision(make, meeting, item=closed, text=text)
            self.record(meeting, closed, number)
        return meeting

    def record(self, meeting, closed, number):
        """The text on an item for members; where it is circulated, what was said about it."""
        readers = OFFICE if meeting.state == MeetingState.RECORD_PREPARATION else MEMBERS
        record, text = Record.objects.create(meeting=meeting), self.word(f"zzrecord{number}", readers)
        RecordPart.objects.create(record=record, item=closed, **in_six_languages("body", text))
        if meeting.state == MeetingState.CLEARANCE:
            revision = RecordRevision.objects.create(
                record=record, number=0, snapshot=snapshot_of(meeting), circulated_by=self.person,
                deadline_on=timezone.localdate() + timedelta(days=7),
            )  # fmt: skip
            about_it = {"revision": revision, "entity": self.ilo}
            Objection.objects.create(**about_it, made_by=self.person, reason=self.word("zzobjected", MEMBERS))
            RecordComment.objects.create(**about_it, author=self.person, text=self.word("zzremark", MEMBERS))
            Proposal.objects.create(
                **about_it, intervention=meeting.interventions.get(item=closed), language="en", before="So",
                after=self.word("zzworded", MEMBERS), proposed_by=self.person,
            )  # fmt: skip
        if meeting.state == MeetingState.ADOPTED:
            correction = {
                **in_six_languages("text", self.word("zzcorrected", MEMBERS)), "reason": self.word("zzwrong", MEMBERS)
            }  # fmt: skip
            Corrigendum.objects.create(
                record=record, number=1, item=closed, published_by=self.person, **correction
            )  # fmt: skip

    # Reports

    def reports(self):
        make, questionnaire = self.make, make_questionnaire(self.make)
        make_question(make, questionnaire.sections.last(), "2.9", "long_text", consent="secretariat", required=False)
        self.draft_report = self.report("draft", "open", ILO)
        submitted = self.report("submitted", "open", ILO | OFFICE)
        self.event(submitted, "return", "zzreportreason", ILO | OFFICE)
        revised = self.report("revised", "open", ILO, number=1)
        self.comment(revised, self.person, "zzowncomment", ILO)
        self.comment(revised, make.officer("reader@unossc.example"), "zzofficecomment", ILO | OFFICE, True)
        recalled = self.report("recalled", "open", ILO, state="submitted", event="recall")
        Report.objects.filter(pk=recalled.pk).update(state="draft")
        self.report("notpublished", "closed", ILO | OFFICE, state="accepted")
        self.report("published", "published", None, state="accepted")

    def report(self, word, cycle_state, readers, state=None, number=0, event=""):
        """Its words: zz<word>public, zz<word>members, zz<word>office and the address of its evidence."""
        cycle = make_cycle(self.make, slug=f"cycle-{word}", state=cycle_state, entities=[self.ilo])
        cycle.title_en = "Public cycle quinoa" if cycle_state == "published" else self.word(f"zzcycle{word}", MEMBERS)
        cycle.save()
        levels = {
            "members": readers or MEMBERS,
            "office": readers or ILO | OFFICE,
        }
        answers = {
            "1.1": {"value": "yes"},
            "1.3": {"value": 3},
            "2.1": {"text": self.word(f"zz{word}members", levels["members"]), "text_language": "en"},
            "2.9": {"text": self.word(f"zz{word}office", levels["office"]), "text_language": "en"},
        }
        states = {"draft": "draft", "submitted": "submitted", "revised": "draft"}
        report = make_report(
            self.make, entity=self.ilo, cycle=cycle, state=state or states[word], answers=answers, number=number
        )
        if event:
            self.event(report, event, f"zz{word}event", ILO | OFFICE)
        answer = report.answers.get(question__code="2.9")
        Evidence.objects.create(answer=answer, url=f"https://un.example/zz{word}evidence")
        self.readers[f"zz{word}evidence"] = levels["office"]
        Evidence.objects.create(answer=answer, file=make_file(self.person, f"zz{word}file quinoa.pdf"))
        self.readers[f"zz{word}file"] = readers or ILO | OFFICE
        if number:
            self.submit_earlier(report)
        return report

    def submit_earlier(self, report):
        """What was submitted before the report was returned: without what was written since."""
        from strategy.models import Submission

        content = {"answers": {"1.3": {"value": 2, "text": "", "text_language": "", "not_applicable": False,
                                       "reason": "", "carried_over": ""}}}  # fmt: skip
        Submission.objects.create(report=report, number=1, at=timezone.now(), content=content)
        Report.objects.filter(pk=report.pk).update(submitted_at=timezone.now())
        TransitionEvent.objects.create(
            workflow="report", record=report, event="revise", from_state="returned", to_state="draft"
        )

    def comment(self, report, by, word, readers, is_secretariat=False):
        question = Question.objects.get(code="2.9", section__questionnaire=report.questionnaire)
        answer = report.answers.get(question=question)
        AnswerComment.objects.create(answer=answer, by=by, text=self.word(word, readers), is_secretariat=is_secretariat)

    # Resources

    def resources(self):
        make_resource(self.make, state="draft", title=self.word("zzdraftresource", ILO | OFFICE))
        make_resource(self.make, is_public=False, title=self.word("zzmembersresource", MEMBERS))
        make_resource(self.make, title="Public lessons quinoa", initiative=self.draft)
        self.name_as_evidence()

    def name_as_evidence(self):
        """Every decision, action point, document and resource, by an answer that everybody may read."""
        answer = Report.objects.get(cycle__state="published").answers.get(question__code="1.1")
        for kind in evidence_kinds.kinds().values():
            for record in kind.model.objects.all():
                Evidence.objects.create(answer=answer, kind=kind.key, record_id=record.pk)
