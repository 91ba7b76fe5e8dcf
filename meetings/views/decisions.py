"""One decision, with what follows from it."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils.decorators import method_decorator
from django.views.generic import DetailView

from core.access import VisibleObjectMixin, can_edit
from entities.roles import is_secretariat
from initiatives.models import Initiative
from meetings.models import ActionPoint, ActionPointEvidence, Decision
from strategy.evidence import answers_on
from strategy.models import Node


@method_decorator(login_not_required, name="dispatch")
class DecisionDetailView(VisibleObjectMixin, DetailView):
    """Action points are for members; of what they cite, the reader sees what is open to him or her."""

    model = Decision
    context_object_name = "decision"

    def get_queryset(self):
        nodes = Prefetch("nodes", Node.objects.visible_to(self.request.user).select_related("framework"))
        return super().get_queryset().select_related("meeting", "item").prefetch_related(nodes)

    def get_context_data(self, **kwargs):
        user, decision = self.request.user, self.object
        points = ActionPoint.objects.visible_to(user).filter(decision=decision).prefetch_related("owners")
        evidence = ActionPointEvidence.objects.visible_to(user).filter(action_point__in=points)
        cited = evidence.with_records()
        return super().get_context_data(**kwargs) | {
            "action_points": points.select_related("meeting"),
            "initiatives": initiatives_of(decision, cited, user),
            "reports": cited.filter(answer__isnull=False).order_by("answer__report__cycle__year", "pk"),
            "cited_in": evidence_for(decision, user),
            "answers": answers_on(decision, user),
            "can_edit": can_edit(decision, user),
            "can_record": is_secretariat(user) and decision.meeting.is_recording,
        }


def initiatives_of(decision, cited, user):
    """Those that the decision names, then those by which its action points were carried out."""
    named = Initiative.objects.visible_to(user).filter(decisions=decision).order_by("code")
    done = [piece.initiative for piece in cited if piece.initiative_id]
    return list(dict.fromkeys([*named, *done]))


def evidence_for(decision, user):
    """Action points that name the decision as their evidence."""
    rows = ActionPointEvidence.objects.visible_to(user).filter(decision=decision)
    return ActionPoint.objects.visible_to(user).filter(pk__in=rows.values("action_point"))
