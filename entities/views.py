"""The directory of entities, an entity's profile, and a person's own profile."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.views import SuccessMessageMixin
from django.db.models import Case, When
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, UpdateView
from django_filters.views import FilterView

from core import languages
from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit
from core.drafts.views import DraftFormMixin
from core.facets import chips_of, facets_of
from core.querysets import localized
from core.redirects import safe_next
from core.saving.page import RecordUpdateMixin
from entities import acting
from entities.filters import FACETS, EntityFilter
from entities.forms import EntityForm, EntitySwitchForm, ProfileForm
from entities.models import Appointment, Entity, EntityKind, User
from entities.profile import figures_for, sections_for
from entities.roles import is_member


@method_decorator(login_not_required, name="dispatch")
class EntityListView(VisibleObjectMixin, FilterView):
    model = Entity
    filterset_class = EntityFilter
    template_name = "entities/entity_list.html"
    context_object_name = "entities"
    paginate_by = 60

    def get_queryset(self):
        by_kind = Case(*[When(kind=kind, then=place) for place, kind in enumerate(EntityKind.values)])
        return super().get_queryset().order_by(by_kind, localized("acronym"), "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "facets": facets_of(context["filter"], FACETS),
            "chips": chips_of(context["filter"], FACETS),
        }


@method_decorator(login_not_required, name="dispatch")
class EntityDetailView(VisibleObjectMixin, DetailView):
    model = Entity
    context_object_name = "entity"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        appointments = Appointment.objects.valid_today().visible_to(self.request.user).filter(user__is_active=True)
        return context | {
            "appointments": appointments.filter(entity=self.object).select_related("user"),
            "sections": sections_for(self.object, self.request.user),
            "figures": figures_for(self.object, self.request.user),
            "names": self.names(),
            "is_member": is_member(self.request.user),
            "can_edit": can_edit(self.object, self.request.user),
        }

    def names(self):
        """[(Language, name)] in the languages that the reader is not reading."""
        shown = languages.shown(self.object, "name")[1]
        names = [(other, getattr(self.object, languages.column("name", other.code))) for other in languages.LANGUAGES]
        return [(other, name) for other, name in names if name and other != shown]


class EntityUpdateView(DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, SuccessMessageMixin, UpdateView):
    what = gettext_lazy("Profile of an entity")
    model = Entity
    form_class = EntityForm
    context_object_name = "entity"
    success_message = gettext_lazy("The profile of the entity is saved.")


class ProfileView(RecordUpdateMixin, SuccessMessageMixin, UpdateView):
    """One's own profile; nobody else's can be asked for."""

    model = User
    form_class = ProfileForm
    template_name = "entities/profile.html"
    context_object_name = "person"

    def get_object(self, queryset=None):
        return self.get_queryset().get(pk=self.request.user.pk)

    def get_discard_url(self):
        return reverse("profile")

    def get_success_url(self):
        # The person chose a language: the next page is in it already.
        with translation.override(self.object.language):
            return reverse("profile")

    def get_success_message(self, cleaned_data):
        with translation.override(self.object.language):
            return _("Your profile is saved.")

    def get_context_data(self, **kwargs):
        appointments = self.request.user.appointments.select_related("entity").order_by("-starts", "pk")
        return super().get_context_data(**kwargs) | {"appointments": appointments}


@require_POST
def switch_entity(request):
    form = EntitySwitchForm(request.POST, user=request.user)
    if form.is_valid():
        entity = form.cleaned_data["entity"]
        request.session[acting.SESSION_KEY] = entity.pk
        messages.success(request, _("You are now working for {entity}.").format(entity=entity))
    else:
        messages.error(request, _("You do not serve that entity today."))
    return redirect(safe_next(request, reverse("desk")))
