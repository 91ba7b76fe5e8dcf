"""Real documents for a demo meeting: its agenda as Word in three languages, and a paper of an entity with a revision.

They are made from our own demo texts, and each says what it is.
"""

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.utils import translation

from core import languages
from core.files import uploads
from core.loading import texts
from core.papers import word
from core.papers.structure import Paper, Paragraph, Run
from entities.models import User
from meetings.models import DocumentLevel, MeetingDocument
from meetings.papers.agenda import agenda_blocks

AGENDA = {
    "ar": "جدول الأعمال المشروح (للعرض التجريبي)",
    "zh_hans": "议程说明（演示）",
    "en": "Annotated agenda (demo)",
    "fr": "Ordre du jour annoté (démonstration)",
    "ru": "Аннотированная повестка дня (демонстрация)",
    "es": "Programa anotado (demostración)",
}
NOTE = {
    "ar": "مذكرة عن ساعات التعلم من الأقران (للعرض التجريبي)",
    "zh_hans": "同行学习课时说明（演示）",
    "en": "Note on hours of peer learning (demo)",
    "fr": "Note sur les heures d’apprentissage entre pairs (démonstration)",
    "ru": "Записка о часах взаимного обучения (демонстрация)",
    "es": "Nota sobre las horas de aprendizaje entre pares (demostración)",
}
SAYS_WHAT_IT_IS = {
    "ar": "هذه وثيقة للعرض التجريبي. الاجتماع مُتخيَّل، ولم تصدر الأمم المتحدة وثيقة كهذه.",
    "en": "This is a demo document. The meeting is invented; no such paper was issued by the United Nations.",
    "fr": "Document de démonstration. La réunion est inventée ; les Nations Unies n’ont rien publié de tel.",
}


def add_agenda(meeting, officer):
    """One symbol in three languages."""
    serial = None
    for code in SAYS_WHAT_IT_IS:
        document = MeetingDocument.objects.create(
            meeting=meeting,
            serial=serial,
            file=keep(officer, meeting, AGENDA, code),
            level=DocumentLevel.PUBLIC,
            language=code,
            **texts(title=AGENDA),
        )
        serial = document.serial


def add_note(meeting, entity):
    """Given by the entity for the item that it presents, and revised once."""
    item = meeting.items.filter(presenters__entity=entity).first()
    person = User.objects.filter(appointments__entity=entity).order_by("pk").first()
    if item is None or person is None:
        return
    document = MeetingDocument.objects.create(
        meeting=meeting,
        item=item,
        entity=entity,
        file=keep(person, meeting, NOTE, "en", "The hours are counted for each learner."),
        level=DocumentLevel.MEMBERS,
        **texts(title=NOTE),
    )
    first, document.file = document.file, keep(person, meeting, NOTE, "en", "They are counted once for each course.")
    document.revision = 1
    document.save()
    document.earlier_files.create(file=first, revision=0, replaced_by=person)


def keep(person, meeting, titles, code, *sentences):
    with translation.override(code):
        said = [Paragraph((Run(SAYS_WHAT_IT_IS[code]),)), *[Paragraph((Run(words),)) for words in sentences]]
        title = titles[code]
        paper = Paper(
            kind=str(languages.text_of(meeting, "title")),
            title=(Run(title),),
            language=languages.BY_CODE[code],
            symbol=meeting.symbol or meeting.slug,
            blocks=(*said, *([] if sentences else agenda_blocks(meeting, AnonymousUser()))),
        )
    return uploads.keep(person, f"{title}.docx", ContentFile(word.write(paper)))
