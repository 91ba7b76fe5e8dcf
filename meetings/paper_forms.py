"""The form with which an entity gives a paper for its own item."""

from django import forms
from django.utils.translation import gettext_lazy

from entities.roles import focal_ids
from meetings.documents import items_open_to
from meetings.forms import DocumentForm, papers_known
from meetings.models import AgendaItem, DocumentLevel, MeetingDocument


class OwnPaperForm(DocumentForm):
    """For members only, until the secretariat says more; the entity is the one that presents the item."""

    item = forms.ModelChoiceField(label=gettext_lazy("Agenda item"), queryset=AgendaItem.objects.none())

    class Meta:
        model = MeetingDocument
        fields = ["original_language", "item", "language", "url", "file"]

    def __init__(self, *args, person, **kwargs):
        meeting = kwargs["instance"].meeting
        super().__init__(*args, person=person, same_as=papers_of_entities(meeting, person), **kwargs)
        self.fields["item"].queryset = items_open_to(person, meeting)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("item"):
            presenting = cleaned["item"].presenters.filter(entity__in=focal_ids(self.person))
            self.instance.entity = presenting.select_related("entity")[0].entity
            self.instance.level = DocumentLevel.MEMBERS
        return cleaned


def papers_of_entities(meeting, person):
    """Of what the meeting has, the person's own: another language of somebody else's paper is somebody else's."""
    own = MeetingDocument.objects.editable_by(person).filter(meeting=meeting)
    serials = set(own.values_list("serial", flat=True))
    return [(serial, label) for serial, label in papers_known(meeting, person) if serial in serials]
