"""Giving evidence for an action point, and taking it away again."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DeleteView, FormView

from core.access import EditableObjectMixin, ensure, visible_or_404
from meetings.evidence_forms import EvidenceForm
from meetings.models import ActionPoint, ActionPointEvidence


class EvidenceCreateView(FormView):
    form_class = EvidenceForm
    template_name = "meetings/evidence_form.html"

    def dispatch(self, request, *args, **kwargs):
        self.point = visible_or_404(ActionPoint.objects.prefetch_related("owners"), request.user, pk=kwargs["pk"])
        ensure(ActionPoint.objects.reportable_by(request.user).filter(pk=self.point.pk).exists())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"point": self.point, "person": self.request.user}

    def form_valid(self, form):
        form.save()
        number = len(form.pieces)
        messages.success(self.request, ngettext("The evidence is added.", "All the evidence is added.", number))
        return redirect(self.point.get_absolute_url() + "#evidence")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"point": self.point}


class EvidenceDeleteView(EditableObjectMixin, DeleteView):
    model = ActionPointEvidence
    context_object_name = "evidence"
    template_name = "meetings/evidence_confirm_delete.html"

    def get_queryset(self):
        return super().get_queryset().with_records().select_related("action_point")

    def form_valid(self, form):
        point = self.object.action_point
        self.object.delete()
        messages.success(self.request, _("The evidence is taken away."))
        return redirect(point.get_absolute_url() + "#evidence")
