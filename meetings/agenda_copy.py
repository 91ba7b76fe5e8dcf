"""What stands on an agenda beside its items, taken over into the agenda of a new meeting."""

from core import languages
from meetings.models import AgendaSection, Presenter

OF_PRESENTER = ("entity_id", "person_name", "position")
OF_SECTION = ("original_language", "working_translations", "position", *languages.columns("title"))


def copy_parts(old, pairs, new):
    """`pairs` are the items of the old meeting with their copies, which are numbered from 1 without gaps."""
    pairs = list(pairs)
    Presenter.objects.bulk_create(
        Presenter(item=copy, **values(presenter, OF_PRESENTER))
        for item, copy in pairs
        for presenter in item.presenters.all()
    )
    AgendaSection.objects.bulk_create(
        AgendaSection(
            meeting=new,
            first_number=1 + sum(1 for item, _copy in pairs if item.number < section.first_number),
            **values(section, OF_SECTION),
        )
        for section in old.sections.all()
    )


def add_headings(rows, meeting):
    """The headings that the rows of a template have, before the items that were made of them."""
    AgendaSection.objects.bulk_create(
        AgendaSection(
            meeting=meeting,
            first_number=number,
            position=number,
            **values(row, ("original_language", "working_translations")),
            **{
                languages.column("title", language.code): getattr(row, languages.column("heading", language.code))
                for language in languages.LANGUAGES
            },
        )
        for number, row in enumerate(rows, start=1)
        if any(getattr(row, column) for column in languages.columns("heading"))
    )


def values(record, names):
    return {name: getattr(record, name) for name in names}
