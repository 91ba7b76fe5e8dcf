"""Views that the rooms share."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views import View

from core.access import ensure, visible_or_404
from core.workflow import TransitionRefused


class TransitionView(View):
    """Makes a transition of a room's workflow. GET asks for confirmation and a reason, POST does it.

    A room sets `workflow` and `lookup` ({model field: URL argument}); the URL gives `event` too.
    """

    workflow = None
    lookup = {"pk": "pk"}

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["event"] not in self.workflow:
            raise Http404
        self.transition = self.workflow[kwargs["event"]]

    def get_record(self):
        lookup = {field: self.kwargs[argument] for field, argument in self.lookup.items()}
        return visible_or_404(self.workflow.model.objects.all(), self.request.user, **lookup)

    def get(self, request, *args, **kwargs):
        record = self.get_record()
        ensure(self.transition.allowed(record, request.user))
        return self.ask(record)

    def post(self, request, *args, **kwargs):
        record = self.get_record()
        # The database takes no NUL, and no person types one.
        reason = request.POST.get("reason", "").replace("\0", "")
        try:
            record = self.workflow.perform(record, self.transition.event, by=request.user, reason=reason)
        except TransitionRefused as refusal:
            return self.ask(record, refusal.reasons, status=409)
        messages.success(request, self.transition.done)
        return redirect(self.get_success_url(record))

    def get_success_url(self, record):
        return record.get_absolute_url()

    def notes(self, record):
        """Sentences for the person who decides. They stand in nobody's way."""
        return []

    def ask(self, record, refusals=(), status=200):
        is_open = record.state in self.transition.sources
        context = {
            "record": record,
            "transition": self.transition,
            "refusals": refusals,
            "missing": [] if refusals or not is_open else self.transition.missing(record),
            "is_open": is_open,
            "must_have_reason": self.transition.must_have_reason(record),
            "state_label": self.workflow.states(record.state).label,
            "reason": self.request.POST.get("reason", ""),
            "notes": self.notes(record) if is_open else [],
        }
        return render(self.request, "workflow/transition.html", context, status=status)
