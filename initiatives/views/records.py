"""One initiative: its page, its moves, the answers of partners; and the list of one's own entity."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from core.access import VisibleObjectMixin, can_edit, ensure, visible_or_404
from core.views import TransitionView
from entities.acting import acting_entities
from entities.roles import is_member, is_secretariat, represented_ids, represents
from initiatives import presentation
from initiatives.choices import EDITED_IN_PLACE, Answer, State
from initiatives.duplicates import possible_duplicates
from initiatives.forms import AnswerForm, MineFilter
from initiatives.mentions import mentions_of
from initiatives.models import Initiative, Participation
from initiatives.workflow import INITIATIVE, answer_part

# Rare moves stand in a menu, so that the page has one main action.
IN_MENU = {"confirm", "end", "archive", "unpublish"}


@method_decorator(login_not_required, name="dispatch")
class InitiativeDetailView(VisibleObjectMixin, DetailView):
    model = Initiative
    context_object_name = "initiative"

    def get_queryset(self):
        return presentation.with_page_data(super().get_queryset())

    def get_context_data(self, **kwargs):
        initiative, user = self.object, self.request.user
        partners = presentation.partner_entities(initiative, user)
        history = presentation.history_of(initiative, user)
        is_mine = represents(user, initiative.lead_id)
        return super().get_context_data(**kwargs) | {
            "roles": presentation.roles_of(initiative),
            "other_partners": presentation.other_partners(initiative),
            "partners": partners,
            "confirmations": presentation.confirmations(partners),
            "texts": presentation.texts_of(initiative),
            "markers": presentation.markers_of(initiative),
            "relations": presentation.relations_of(initiative, user),
            "languages": presentation.languages_of(initiative),
            "contributions": initiative.contributions.visible_to(user).select_related("entity"),
            "contact": initiative.contact if initiative.contact_is_public or is_member(user) else "",
            "history": history,
            "last_event": history[-1] if history else None,
            "mentions": mentions_of(initiative, user),
            "is_mine": is_mine,
            **self.work(initiative, user, is_mine),
        }

    def work(self, initiative, user, is_mine):
        """What concerns those who may change the record."""
        if not user.is_authenticated:
            return {}
        new_version = Initiative.objects.visible_to(user).filter(replaces=initiative).first()
        in_place = initiative.state in EDITED_IN_PLACE
        actions = INITIATIVE.actions_for(initiative, user)
        return {
            "actions": [action for action in actions if action.transition.event not in IN_MENU],
            "menu": [action for action in actions if action.transition.event in IN_MENU],
            "duplicates": [] if initiative.is_public else possible_duplicates(initiative),
            "missing": initiative.missing_to_submit() if in_place and is_mine else [],
            "may_edit": can_edit(initiative, user),
            "may_delete": initiative.can_be_deleted_by(user),
            "new_version": new_version,
        }


class InitiativeTransitionView(TransitionView):
    workflow = INITIATIVE
    lookup = {"slug": "slug"}

    def get_success_url(self, record):
        # After a recall or an unpublication the person may have no further right to read.
        if not Initiative.objects.visible_to(self.request.user).filter(pk=record.pk).exists():
            return reverse("initiatives:initiative_mine")
        return record.get_absolute_url()


@require_POST
def answer_participation(request, slug, pk):
    """A person of a partner entity confirms or refuses its part."""
    initiative = visible_or_404(Initiative.objects.all(), request.user, slug=slug)
    participation = get_object_or_404(Participation, initiative=initiative, pk=pk, entity__isnull=False)
    ensure(participation.may_be_answered_by(request.user))
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer_part(participation, form.cleaned_data["answer"], by=request.user)
        said = {
            Answer.CONFIRMED: _("The part of {entity} is confirmed."),
            Answer.REFUSED: _("The part of {entity} is refused. The lead entity sees it on the page."),
        }.get(participation.answer, _("The answer of {entity} is taken back."))
        messages.success(request, said.format(entity=participation.entity))
    else:
        messages.error(request, _("That is no answer. Confirm or refuse the part."))
    return redirect(initiative)


class InitiativeMineView(FilterView):
    """The records of the entities that one serves; for the secretariat what was submitted to it."""

    model = Initiative
    filterset_class = MineFilter
    template_name = "initiatives/initiative_mine.html"
    context_object_name = "initiatives"
    paginate_by = 20

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def own(self):
        user = self.request.user
        visible = Initiative.objects.visible_to(user)
        if is_secretariat(user) and not represented_ids(user):
            return visible
        return visible.filter(lead__in=represented_ids(user))

    def get_queryset(self):
        return self.own().select_related("lead").order_by("-updated_at", "pk")

    def get_context_data(self, **kwargs):
        counts = dict(self.own().order_by().values_list("state").annotate(Count("pk")))
        asked = Participation.objects.unanswered_by(self.request.user)
        return super().get_context_data(**kwargs) | {
            "states": [
                {"value": state.value, "label": state.label, "count": counts[state]}
                for state in State
                if state in counts
            ],
            "chosen": self.request.GET.get("state", ""),
            "total": sum(counts.values()),
            "entities": acting_entities(self.request.user),
            "is_secretariat": is_secretariat(self.request.user),
            "asked": asked.select_related("initiative__lead", "entity")[:20],
        }
