"""The library: list, one resource, and its keeping."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.views import SuccessMessageMixin
from django.db import transaction
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, UpdateView
from django_filters.views import FilterView

from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit, ensure
from core.drafts.views import DraftFormMixin
from core.facets import chips_of, facets_of
from core.models import TransitionEvent
from core.saving.page import RecordUpdateMixin
from core.views import TransitionView
from entities.acting import acting_entity
from entities.models import Entity
from entities.roles import focal_ids, is_focal, is_secretariat
from initiatives.models import Initiative
from resources.filters import FACETS, SEARCHABLE, SORTS, ResourceFilter
from resources.forms import ResourceForm
from resources.models import Resource, can_create
from resources.workflow import RESOURCE
from strategy.evidence import answers_on


@method_decorator(login_not_required, name="dispatch")
class ResourceListView(VisibleObjectMixin, FilterView):
    model = Resource
    filterset_class = ResourceFilter
    template_name = "resources/resource_list.html"
    context_object_name = "resources"
    paginate_by = 20

    def get_queryset(self):
        return super().get_queryset().newest().select_related("publisher").prefetch_related("goals")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        filterset = context["filter"]
        return context | {
            "facets": facets_of(filterset, FACETS, SEARCHABLE),
            "chips": chips_of(filterset, FACETS),
            "total": filterset.queryset.count(),
            "sorts": SORTS.items(),
            "can_create": can_create(self.request.user),
        }


@method_decorator(login_not_required, name="dispatch")
class ResourceDetailView(VisibleObjectMixin, DetailView):
    model = Resource
    context_object_name = "resource"

    def get_queryset(self):
        resources = super().get_queryset().select_related("publisher", "file").defer("file__text")
        return resources.prefetch_related("partners", "goals", "themes")

    def get_context_data(self, **kwargs):
        user = self.request.user
        editable = can_edit(self.object, user)
        return super().get_context_data(**kwargs) | {
            "actions": RESOURCE.actions_for(self.object, user),
            "can_edit": editable,
            "initiative": self.visible_initiative(),
            "answers": answers_on(self.object, user),
            "missing": self.object.missing_to_publish() if editable and self.object.state == "draft" else [],
            "history": TransitionEvent.objects.of(self.object) if editable or is_secretariat(user) else [],
        }

    def visible_initiative(self):
        """The initiative it comes from, if this person may see it."""
        return Initiative.objects.visible_to(self.request.user).filter(pk=self.object.initiative_id).first()


class ResourceFormMixin(DraftFormMixin, SuccessMessageMixin):
    what = gettext_lazy("Resource")
    model = Resource
    form_class = ResourceForm
    template_name = "resources/resource_form.html"
    context_object_name = "resource"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user, "entity": self.publisher()}

    def publisher(self):
        """The entity one works for, where one is its focal point; else the first that one is focal point of."""
        user, entity = self.request.user, acting_entity(self.request)
        if entity and is_focal(user, entity.pk):
            return entity
        return Entity.objects.filter(pk__in=focal_ids(user)).first()

    @transaction.atomic
    def form_valid(self, form):
        return super().form_valid(form)


class ResourceCreateView(ResourceFormMixin, CreateView):
    is_new = True
    success_message = gettext_lazy("The resource is saved as a draft.")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            ensure(can_create(request.user))
        return super().dispatch(request, *args, **kwargs)


class ResourceUpdateView(ResourceFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    success_message = gettext_lazy("The resource is saved.")


class ResourceTransitionView(TransitionView):
    workflow = RESOURCE
    lookup = {"slug": "slug"}
