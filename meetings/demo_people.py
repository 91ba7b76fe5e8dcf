"""What the demo shows of invitations, answers and attendance: an invitation with answers of every kind, a list of the
day that is being marked, and entities that did not come."""

from django.utils import timezone

from entities.models import Entity, User
from meetings.models import Answer, Attendance, Invitation, Meeting, MeetingState, Mode, Presence

INVITED = ("UNOSSC", "ILO", "FAO", "UNDP", "UNICEF", "WFP", "UNCTAD", "UNOPS")
GUEST = "Rosa Díaz (demo)"
NOTES = {
    "en": "On mission that week (demo)",
    "fr": "En mission cette semaine-là (démonstration)",
}


def load(officer):
    """Once: where somebody is invited already, the meetings stay as people have made them."""
    meetings = Meeting.objects.filter(is_demo=True).exclude(state=MeetingState.DRAFT)
    if Invitation.objects.filter(meeting__in=meetings).exists():
        return
    invite(meetings, officer)
    for meeting in meetings.filter(state=MeetingState.SCHEDULED).order_by("date")[:1]:
        answer_to(meeting, officer)
    for meeting in meetings.filter(state=MeetingState.IN_PROGRESS):
        mark(meeting)


def invite(meetings, officer):
    invited = Entity.objects.filter(code__in=INVITED)
    Invitation.objects.bulk_create(
        Invitation(meeting=meeting, entity=entity, invited_at=timezone.now(), invited_by=officer)
        for meeting in meetings
        for entity in invited
    )


def answer_to(meeting, officer):
    """UNDP and others have not answered yet."""
    focal, alternate = User.objects.get(email="focal@ilo.example"), User.objects.get(email="alternate@ilo.example")
    paolo = User.objects.get(email="focal@fao.example")
    line(meeting, "ILO", focal, answer=Answer.YES, mode=Mode.ONLINE, answered_by=focal)
    line(meeting, "ILO", alternate, answer=Answer.MAYBE, answer_note=NOTES["fr"], answered_by=focal)
    replaced = {"answer": Answer.REPLACED, "replaced_by": "Aisha Bello (demo)", "mode": Mode.ONLINE}
    line(meeting, "FAO", paolo, answered_by=paolo, answer_note=NOTES["en"], **replaced)
    line(meeting, "WFP", None, "Chen Wei (demo)", answer=Answer.NO, answered_by=officer, is_on_behalf=True)


def mark(meeting):
    """ILO and FAO stand in the list without a name until now."""
    name(meeting, "ILO", User.objects.get(email="focal@ilo.example"))
    name(meeting, "FAO", User.objects.get(email="focal@fao.example"))
    line(meeting, "UNDP", User.objects.get(email="focal@undp.example"), presence=Presence.APOLOGIES)
    Attendance.objects.create(
        meeting=meeting, organization="Demo University", person_name=GUEST, presence=Presence.ONLINE
    )


def name(meeting, code, person):
    Attendance.objects.filter(meeting=meeting, entity__code=code).update(person=person, person_name=str(person))


def line(meeting, code, person, name="", **fields):
    if "answer" in fields:
        fields["answered_at"] = timezone.now()
    Attendance.objects.create(
        meeting=meeting,
        entity=Entity.objects.get(code=code),
        person=person,
        person_name=name or str(person),
        **fields,
    )
