"""The list of meetings, one meeting, and how the secretariat plans it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, OuterRef, Q, Subquery
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import DetailView, UpdateView
from django.views.generic.detail import SingleObjectMixin
from django_filters.views import FilterView

from core import languages
from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit
from core.drafts.views import DraftFormMixin, DraftsMixin
from core.saving.page import compare, conflicts_of, in_one_piece, locked
from core.views import TransitionView
from entities.roles import is_member, is_secretariat, represented_ids
from meetings import people, planning_page, proposals, questions, record_link, workflow
from meetings.agenda import agenda_for
from meetings.calendar_invitations import tell_change
from meetings.documents import documents_of
from meetings.filters import MeetingFilter
from meetings.forms import AttendanceFormSet, DocumentFormSet, ItemFormSet, MeetingForm, NewDocumentsForm
from meetings.listing import rows_of_page
from meetings.live import may_take_notes
from meetings.models import (
    ActionPoint,
    Attendance,
    Decision,
    EarlierSlot,
    Intervention,
    Meeting,
    MeetingDocument,
    MeetingKind,
    MeetingState,
)
from meetings.models.people import PRESENT


@method_decorator(login_not_required, name="dispatch")
class MeetingListView(VisibleObjectMixin, FilterView):
    """What comes up, and below it, page by page, what was held."""

    model = Meeting
    filterset_class = MeetingFilter
    template_name = "meetings/meeting_list.html"
    paginate_by = 20

    def get_queryset(self):
        shown = Attendance.objects.visible_to(self.request.user).filter(presence__in=PRESENT)
        took_part = Count("attendance__entity", filter=Q(attendance__in=shown.values("pk")), distinct=True)
        slots = EarlierSlot.objects.filter(meeting=OuterRef("pk")).order_by("-pk")
        moved_from = Subquery(slots.values("date")[:1])
        return super().get_queryset().annotate(entities_present=took_part, moved_from=moved_from)

    def get_context_data(self, *, object_list=None, **kwargs):
        found = self.object_list
        context = super().get_context_data(object_list=found.past(), **kwargs)
        upcoming = found.upcoming() if context["page_obj"].number == 1 else found.none()
        coming, held = rows_of_page(found, upcoming, context["page_obj"])
        return context | {
            "upcoming": upcoming,
            "coming": coming,
            "held": held,
            "kinds": MeetingKind.choices,
            "is_member": is_member(self.request.user),
            "can_plan": is_secretariat(self.request.user),
            "is_filtered": any(self.request.GET.get(name) for name in MeetingFilter.base_filters),
        }


@method_decorator(login_not_required, name="dispatch")
class NextMeetingView(View):
    """A stable address for the next meeting that the person sees."""

    def get(self, request):
        meeting = (
            Meeting.objects.visible_to(request.user)
            .upcoming()
            .exclude(state__in=[MeetingState.DRAFT, MeetingState.CANCELLED])
            .first()
        )
        if meeting is None:
            messages.info(request, _("No meeting is announced at the moment."))
            return redirect("meetings:meeting_list")
        return redirect(meeting)


@method_decorator(login_not_required, name="dispatch")
class MeetingDetailView(VisibleObjectMixin, DetailView):
    model = Meeting

    def get_queryset(self):
        return super().get_queryset().select_related("organizer")

    def get_context_data(self, **kwargs):
        meeting, user = self.object, self.request.user
        agenda = agenda_for(meeting, user)
        points = ActionPoint.objects.visible_to(user).filter(meeting=meeting)
        decisions = Decision.objects.visible_to(user).filter(meeting=meeting)
        editable = Intervention.objects.editable_by(user).filter(meeting=meeting)
        context = {
            "agenda": agenda,
            "decisions": decisions.select_related("item"),
            "action_points": points.select_related("decision").prefetch_related("owners"),
            "documents": self.documents(agenda),
            "interpretation": [languages.BY_CODE[code] for code in meeting.interpretation],
            "is_member": is_member(user),
            "actions": workflow.MEETING.actions_for(meeting, user),
            "can_edit": can_edit(meeting, user),
            "can_record": is_secretariat(user) and meeting.is_recording,
            "can_intervene": may_intervene(meeting, user),
            "can_take_notes": may_take_notes(meeting, user),
            "editable_interventions": set(editable.values_list("pk", flat=True)) if user.is_authenticated else (),
        }
        context |= questions.context(meeting, user) | record_link.context(meeting, user)
        context |= people.context(meeting, user) | planning_page.context(meeting, user)
        context |= proposals.context(meeting, user)
        return super().get_context_data(**kwargs) | context

    def documents(self, agenda):
        """All papers that the person may see; each is shown again under its item."""
        documents = documents_of(self.object, self.request.user)
        for row in agenda.rows:
            row.documents = [document for document in documents if document.item_id == row.item.pk]
        return documents


def may_intervene(meeting, user):
    return meeting.takes_interventions and (is_secretariat(user) or bool(represented_ids(user)))


class MeetingUpdateView(DraftFormMixin, EditableObjectMixin, UpdateView):
    """The meeting and its agenda, saved together or not at all."""

    what = gettext_lazy("Meeting")
    model = Meeting
    form_class = MeetingForm
    template_name = "meetings/meeting_form.html"

    @classmethod
    def named_forms(cls):
        return {"": cls.form_class, "items": ItemFormSet.form}

    @in_one_piece
    def post(self, request, *args, **kwargs):
        self.object = self.get_object(locked(self.get_queryset()))
        form = self.get_form()
        items = self.item_rows(request.POST)
        if conflicts_of(form, items):
            return compare(request, form, items, discard=self.object.get_absolute_url(), draft_path=self.draft_path)
        is_valid = form.is_valid()
        if not ((items is None or items.is_valid()) and is_valid):
            return self.render_to_response(self.get_context_data(form=form, items=items))
        form.save()
        if items is not None:
            items.save()
        tell_change(self.object, by=request.user)
        messages.success(request, _("The meeting is saved."))
        more = "add_items" in request.POST
        return redirect(self.object.get_edit_url() + "#agenda" if more else self.object.get_absolute_url())

    def get_context_data(self, **kwargs):
        if "items" not in kwargs:
            items = self.item_rows(self.typed)
            kwargs["items"] = items and self.as_typed(items)
        return super().get_context_data(**kwargs)

    def item_rows(self, data):
        """None while the record is circulated: the agenda stays as it stands in it."""
        return None if self.object.is_being_cleared else ItemFormSet(data, instance=self.object, prefix="items")


class MeetingRowsView(DraftsMixin, EditableObjectMixin, SingleObjectMixin, View):
    """Rows of one kind that belong to a meeting, on a page of their own."""

    model = Meeting
    formset_class = None
    template_name = ""
    saved = ""

    @classmethod
    def named_forms(cls):
        return {"rows": cls.formset_class.form}

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.show(self.as_typed(self.formset_class(self.typed, instance=self.object, prefix="rows")))

    @in_one_piece
    def post(self, request, *args, **kwargs):
        self.object = self.get_object(locked(self.get_queryset()))
        formset = self.formset_class(request.POST, instance=self.object, prefix="rows")
        if conflicts_of(formset):
            return compare(request, formset, discard=self.object.get_absolute_url(), draft_path=self.draft_path)
        if not formset.is_valid():
            return self.show(formset)
        formset.save()
        messages.success(request, self.saved)
        return redirect(request.path if "add_rows" in request.POST else self.object.get_absolute_url())

    def show(self, formset):
        context = {"meeting": self.object, "formset": formset, "draft": self.draft}
        return render(self.request, self.template_name, context)


class AttendanceEditView(MeetingRowsView):
    what = gettext_lazy("Attendance")
    formset_class = AttendanceFormSet
    template_name = "meetings/attendance_form.html"

    @property
    def saved(self):
        return _("The attendance is saved.")


class DocumentEditView(MeetingRowsView):
    """The papers of a meeting, one by one, and a place to add several files at once."""

    what = gettext_lazy("Documents")
    formset_class = DocumentFormSet
    template_name = "meetings/document_form.html"

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        new = NewDocumentsForm(self.typed, person=request.user)
        return self.show(self.as_typed(self.rows(self.typed)), self.as_typed(new))

    @in_one_piece
    def post(self, request, *args, **kwargs):
        self.object = self.get_object(locked(self.get_queryset()))
        formset = self.rows(request.POST, request.FILES)
        new = NewDocumentsForm(request.POST, request.FILES, person=request.user)
        if conflicts_of(formset):
            return compare(request, formset, new, discard=self.object.get_absolute_url(), draft_path=self.draft_path)
        is_valid = new.is_valid()  # both are asked, so that all errors are said at once
        if not (formset.is_valid() and is_valid):
            return self.show(formset, new)
        formset.save()
        MeetingDocument.objects.add_files(self.object, new.cleaned_data["files"])
        messages.success(request, self.saved(len(new.cleaned_data["files"])))
        stays = new.cleaned_data["files"] or "add_rows" in request.POST
        return redirect(request.path if stays else self.object.get_absolute_url())

    def rows(self, *data):
        return self.formset_class(*data, instance=self.object, prefix="rows", form_kwargs={"person": self.request.user})

    def show(self, formset, new):
        context = {"meeting": self.object, "formset": formset, "new": new, "draft": self.draft}
        return render(self.request, self.template_name, context)

    def saved(self, added):
        if not added:
            return _("The documents are saved.")
        words = ngettext(
            "The documents are saved, {n} new one among them. Complete its title and who may see it.",
            "The documents are saved, {n} new ones among them. Complete their titles and who may see them.",
            added,
        )
        return words.format(n=added)


class MeetingTransitionView(TransitionView):
    workflow = workflow.MEETING
    lookup = {"slug": "slug"}
