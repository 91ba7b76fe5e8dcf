"""A focal point gives papers for the items that the entity presents."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DeleteView, UpdateView

from core import languages
from core.access import EditableObjectMixin, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.numbers import whole_number
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin
from entities.roles import is_secretariat
from meetings.documents import items_open_to
from meetings.models import Meeting, MeetingDocument
from meetings.paper_forms import OwnPaperForm


class OwnPaperFormMixin(DraftFormMixin):
    what = gettext_lazy("Paper")
    model = MeetingDocument
    form_class = OwnPaperForm
    template_name = "meetings/own_paper_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"person": self.request.user}

    @transaction.atomic
    def form_valid(self, form):
        document = form.save()
        words = _("The paper is saved as {symbol}. Members of the Mechanism can read it.")
        messages.success(self.request, words.format(symbol=document.citation))
        return redirect("meetings:papers", document.meeting.slug)


class OwnPaperCreateView(OwnPaperFormMixin, CreateView):
    is_new = True

    def dispatch(self, request, *args, **kwargs):
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])
        ensure(items_open_to(request.user, self.meeting).exists())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        language = languages.current().code
        paper = MeetingDocument(meeting=self.meeting, original_language=language, language=language)
        return super().get_form_kwargs() | {"instance": paper}

    def get_initial(self):
        items = items_open_to(self.request.user, self.meeting)
        item = items.filter(number=whole_number(self.request.GET.get("item", ""))).first() or items.first()
        return {"item": item and item.pk}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}


class OwnPaperMixin(EditableObjectMixin):
    """The secretariat has a page of its own for all papers of a meeting."""

    def dispatch(self, request, *args, **kwargs):
        if is_secretariat(request.user):
            document = visible_or_404(MeetingDocument.objects.select_related("meeting"), request.user, pk=kwargs["pk"])
            return redirect("meetings:document_edit", document.meeting.slug)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return super().get_queryset().select_related("meeting", "item")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class OwnPaperUpdateView(RecordUpdateMixin, OwnPaperFormMixin, OwnPaperMixin, UpdateView):
    """Another file makes a revision; the one before stays readable."""


class OwnPaperDeleteView(AsShownMixin, OwnPaperMixin, DeleteView):
    """In this language, with the files that it had before. What a report stands on stays."""

    model = MeetingDocument
    context_object_name = "document"
    template_name = "meetings/own_paper_confirm_delete.html"
    removed = gettext_lazy("The document is removed.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"is_evidence": self.object.is_evidence}

    def remove(self, form):
        return self.ask_again(form) if self.object.is_evidence else super().remove(form)

    def get_success_url(self):
        return reverse("meetings:papers", args=[self.object.meeting.slug])
