"""What somebody was told is told again, on the site or by mail, only as far as the person may read it by now."""

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import Mail, Notification
from core.outbox import letters
from entities.models import Appointment
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative


@pytest.fixture
def told(make, people, ilo):
    """The focal point of ILO was told why a draft came back; the initiative is public by now."""
    initiative = make_initiative(make, state="submitted", lead=ilo, title="zztitle")
    INITIATIVE.perform(initiative, "return", by=people["secretariat"], reason="zzreason")
    initiative.refresh_from_db()
    initiative.state = "published"
    initiative.save()
    return people["focal_point"]


def words_told_to(client, person):
    client.force_login(person)
    page = client.get(reverse("notification_list")).text
    Notification.objects.filter(person=person).update(due_at=timezone.now(), read_at=None)
    letters.write_due()
    mail = Mail.objects.get(person=person)
    return [{word for word in ("zztitle", "zzreason") if word in text} for text in (page, mail.text, mail.html)]


def test_reason_is_for_the_lead_entity(client, told):
    assert words_told_to(client, told) == [{"zztitle", "zzreason"}] * 3


def test_who_left_the_lead_entity_reads_the_reason_no_more(client, told):
    Appointment.objects.filter(user=told).delete()

    assert words_told_to(client, told) == [{"zztitle"}] * 3
