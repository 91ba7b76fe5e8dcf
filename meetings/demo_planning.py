"""Demo series, with a template, a date left out and a meeting that was moved."""

from datetime import date, time

from core.loading import read, texts
from entities.models import Entity, User
from meetings.models import EarlierSlot, Meeting, MeetingTemplate, Series, TemplateItem
from meetings.reference_data import DATA

OFFICER = "secretariat@unossc.example"
ORGANIZER = "UNOSSC"


def load():
    """Once: what people have made of the demonstration since then stays."""
    if Series.objects.filter(is_demo=True).exists():
        return
    demo = read(DATA / "demo-series.json")
    organizer = Entity.objects.get(code=ORGANIZER)
    template = make_template(demo["template"], organizer)
    for row in demo["series"]:
        make_series(row, template, organizer)


def make_template(row, organizer):
    template = MeetingTemplate.objects.create(
        is_demo=True, format="online", organizer=organizer, **texts(title=row["title"])
    )
    for number, item in enumerate(row["items"], start=1):
        TemplateItem.objects.create(
            template=template, number=number, kind=item["kind"], minutes=item["minutes"], **texts(title=item["title"])
        )
    return template


def make_series(row, template, organizer):
    series = Series.objects.create(
        is_demo=True,
        kind=row["kind"],
        is_public=row["is_public"],
        frequency=row["frequency"],
        interval=row["interval"],
        first_date=date.fromisoformat(row["first_date"]),
        left_out=[date.fromisoformat(day) for day in row["left_out"]],
        start_time=time.fromisoformat(row["start"]),
        end_time=time.fromisoformat(row["end"]),
        time_zone=row["timezone"],
        format="online",
        organizer=organizer,
        template=template,
        **texts(title=row["title"]),
    )
    for slug, day in row["meetings"].items():
        Meeting.objects.filter(slug=slug).update(series=series, occurrence=date.fromisoformat(day))
    if row["moved"]:
        keep_slot(row["moved"], row["timezone"])


def keep_slot(row, zone):
    EarlierSlot.objects.create(
        meeting=Meeting.objects.get(slug=row["meeting"]),
        date=date.fromisoformat(row["date"]),
        start_time=time.fromisoformat(row["start"]),
        end_time=time.fromisoformat(row["end"]),
        time_zone=zone,
        moved_by=User.objects.get(email=OFFICER),
        reason=row["reason"],
    )
