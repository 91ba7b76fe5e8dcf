"""Demo accounts: invented people, so that every role can be tried."""

from datetime import date

from django.contrib.auth.models import Group

from entities.models import Appointment, Entity, Role, User
from entities.roles import SECRETARIAT

PASSWORD = "sstc-demo"
START = date(2024, 1, 1)

# e-mail, name, language, time zone, [(entity, role)]
PEOPLE = [
    ("focal@ilo.example", "Leila Haddad (demo)", "fr", "Europe/Zurich", [("ILO", Role.FOCAL_POINT)]),
    (
        "alternate@ilo.example",
        "Amina Otieno (demo)",
        "en",
        "Africa/Nairobi",
        [("ILO", Role.ALTERNATE), ("UNOPS", Role.CONTRIBUTOR)],
    ),
    ("contributor@ilo.example", "Marta Silva (demo)", "es", "America/Lima", [("ILO", Role.CONTRIBUTOR)]),
    ("focal@fao.example", "Paolo Conti (demo)", "en", "Europe/Rome", [("FAO", Role.FOCAL_POINT)]),
    ("focal@undp.example", "Grace Mensah (demo)", "en", "America/New_York", [("UNDP", Role.FOCAL_POINT)]),
    ("secretariat@unossc.example", "Samuel Ortega (demo)", "en", "America/New_York", []),
    ("admin@portal.example", "Administrator (demo)", "en", "UTC", []),
]


def load():
    for email, name, language, time_zone, appointments in PEOPLE:
        person = User.objects.filter(email=email).first()
        if person is None:
            person = User.objects.create_user(email, PASSWORD, full_name=name, language=language, time_zone=time_zone)
        for code, role in appointments:
            Appointment.objects.get_or_create(
                user=person, entity=Entity.objects.get(code=code), role=role, starts=START
            )
    officer = User.objects.get(email="secretariat@unossc.example")
    officer.groups.add(Group.objects.get(name=SECRETARIAT))
    User.objects.filter(pk=officer.pk).update(is_staff=True)
    User.objects.filter(email="admin@portal.example").update(is_staff=True, is_superuser=True)
