"""Rights follow the dates of an appointment by themselves."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from entities.models import Appointment, Entity, Role
from entities.roles import focal_ids, is_member, represented_ids


def test_appointment_gives_rights_from_its_first_to_its_last_day(make, ilo):
    today = timezone.localdate()
    person = make.person("a@ilo.example", ilo, starts=today, ends=today)

    assert represented_ids(person) == [ilo.pk]


@pytest.mark.parametrize(("first", "last"), [(1, None), (-10, -1)])
def test_appointment_gives_no_rights_before_or_after(make, ilo, first, last):
    today = timezone.localdate()
    ends = today + timedelta(days=last) if last else None
    person = make.person("a@ilo.example", ilo, starts=today + timedelta(days=first), ends=ends)

    assert represented_ids(person) == []
    assert not is_member(person)


def test_contributor_represents_but_is_no_focal_point(contributor, ilo):
    assert represented_ids(contributor) == [ilo.pk]
    assert focal_ids(contributor) == []


def test_alternate_has_the_rights_of_a_focal_point(alternate, ilo):
    assert focal_ids(alternate) == [ilo.pk]


def test_appointment_cannot_end_before_it_starts(make, ilo):
    person = make.person("a@ilo.example")

    with pytest.raises(IntegrityError, match="appointment_ends_after_start"):
        Appointment.objects.create(
            user=person, entity=ilo, role=Role.ALTERNATE, starts=date(2024, 2, 1), ends=date(2024, 1, 1)
        )


def test_focal_point_edits_the_own_entity_only(focal_point, ilo, fao):
    assert set(Entity.objects.editable_by(focal_point)) == {ilo}


def test_secretariat_edits_every_entity(secretariat, ilo, fao):
    assert set(Entity.objects.editable_by(secretariat)) == {ilo, fao}
