"""Writing an initiative: a new one, a draft, a new version of a published one; deleting a draft."""

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from core import languages
from core.access import can_edit, ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftsMixin
from core.saving.deleting import NotAsShown, check
from core.saving.page import compare, conflicts_of, in_one_piece, keep_draft, locked
from entities.acting import acting_entity
from initiatives import parties, versions
from initiatives.choices import EDITED_IN_PLACE
from initiatives.forms import InitiativeForm, LeadForm, row_forms, row_formsets
from initiatives.models import Initiative, may_create


class InitiativeFormView(DraftsMixin, View):
    """The form with its rows. Subclasses say which initiative it is about."""

    what = gettext_lazy("Initiative")
    template_name = "initiatives/initiative_form.html"

    @classmethod
    def named_forms(cls):
        return {"": InitiativeForm} | row_forms()

    def show(self, initiative, form, rows, status=200, **context):
        context |= {
            "initiative": initiative,
            "form": self.as_typed(form),
            "lead_form": context.get("lead_form"),
            "rows": {prefix: self.as_typed(formset) for prefix, formset in rows.items()},
            "draft": self.draft,
            "suggestions": parties.suggestions(self.request.user),
            "more": self.request.GET.get("more", ""),
        }
        return render(self.request, self.template_name, context, status=status)

    def language(self, initiative):
        """The original language that the form says, for the notes of its rows."""
        said = (self.typed or {}).get("original_language")
        return said if said in languages.BY_CODE else initiative.original_language

    def save(self, form, rows):
        initiative = form.save()
        for formset in rows.values():
            formset.save()
        return initiative

    def after(self, initiative):
        """Back to the form for more rows, else to the page of the record."""
        more = self.request.POST.get("more", "")
        if more:
            messages.success(self.request, _("The draft is saved. There is room for more rows."))
            return redirect(f"{initiative.get_edit_url()}?more={more}#{more}")
        messages.success(self.request, _("The draft is saved."))
        return redirect(initiative)


class InitiativeCreateView(InitiativeFormView):
    is_new = True

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:  # others are sent to sign in
            ensure(may_create(request.user))
        return super().dispatch(request, *args, **kwargs)

    def lead_form(self):
        entity = acting_entity(self.request)
        form = LeadForm(self.typed, user=self.request.user, initial={"lead": entity and entity.code})
        return self.as_typed(form)

    def get(self, request):
        initiative = Initiative(original_language=languages.current().code)
        form = InitiativeForm(self.typed, instance=initiative)
        rows = row_formsets(initiative, self.language(initiative), self.typed)
        return self.show(initiative, form, rows, lead_form=self.lead_form())

    def post(self, request):
        initiative = Initiative(created_by=request.user)
        lead_form = self.lead_form()
        form = InitiativeForm(request.POST, instance=initiative)
        rows = row_formsets(initiative, self.language(initiative), request.POST)
        # All are asked, so that the page names every error at once.
        if not all([lead_form.is_valid(), form.is_valid(), *[formset.is_valid() for formset in rows.values()]]):
            return self.show(initiative, form, rows, status=422, lead_form=lead_form)
        initiative.lead = lead_form.cleaned_data["lead"]
        with transaction.atomic():
            self.save(form, rows)
        return self.after(initiative)


class InitiativeUpdateView(InitiativeFormView):
    def get_record(self, slug, lock=False):
        queryset = Initiative.objects.select_related("lead", "replaces")
        if lock:
            queryset = locked(queryset)
        return ensure_editable(visible_or_404(queryset, self.request.user, slug=slug), self.request.user)

    def get_object(self):
        return self.get_record(self.kwargs["slug"])

    def get(self, request, slug):
        initiative = self.get_object()
        if initiative.state not in EDITED_IN_PLACE:
            return self.offer_new_version(initiative)
        rows = row_formsets(initiative, self.language(initiative), self.typed, more=request.GET.get("more", ""))
        return self.show(initiative, InitiativeForm(self.typed, instance=initiative), rows)

    def offer_new_version(self, public):
        """A published record is changed through a working copy; only one is open at a time."""
        open_one = Initiative.objects.filter(replaces=public).first()
        # A text that was typed before the record became public is to be read here.
        leads_on = open_one is not None and self.draft is None
        if leads_on and can_edit(open_one, self.request.user):
            return redirect(open_one.get_edit_url())
        if leads_on and Initiative.objects.visible_to(self.request.user).filter(pk=open_one.pk).exists():
            return redirect(open_one)
        context = {"initiative": public, "is_open_elsewhere": open_one is not None, "draft": self.draft}
        return render(self.request, "initiatives/initiative_new_version.html", context)

    def published_meanwhile(self, public):
        """Sent from a form that was opened while it was a draft: the text is kept, to copy it into a new version."""
        draft = keep_draft(self.request, self.draft_path)
        is_open = public.has_open_version
        context = {"initiative": public, "is_open_elsewhere": is_open, "draft": draft}
        context["passages"] = self.passages(draft) if draft else []
        return render(self.request, "initiatives/initiative_new_version.html", context, status=409)

    @in_one_piece
    def post(self, request, slug):
        initiative = self.get_record(slug, lock=True)
        if initiative.state not in EDITED_IN_PLACE:
            if "version" in request.POST:
                return self.published_meanwhile(initiative)
            if initiative.has_open_version:
                return self.offer_new_version(initiative)
            return redirect(versions.open_version(initiative, request.user).get_edit_url())
        form = InitiativeForm(request.POST, instance=initiative)
        rows = row_formsets(initiative, self.language(initiative), request.POST)
        if conflicts_of(form, *rows.values()):
            discard = initiative.get_absolute_url()
            return compare(request, form, *rows.values(), discard=discard, draft_path=self.draft_path)
        # All are asked, so that the page names every error at once.
        if not all([form.is_valid(), *[formset.is_valid() for formset in rows.values()]]):
            return self.show(initiative, form, rows, status=422)
        self.save(form, rows)
        return self.after(initiative)


class InitiativeDeleteView(View):
    """Asks first, then deletes a draft that was never public."""

    def get_record(self, slug):
        initiative = visible_or_404(Initiative.objects.all(), self.request.user, slug=slug)
        ensure(initiative.can_be_deleted_by(self.request.user))
        return initiative

    def get(self, request, slug):
        return self.ask(self.get_record(slug))

    def ask(self, initiative, changed=(), status=200):
        context = {"initiative": initiative, "changed": changed}
        return render(self.request, "initiatives/initiative_delete.html", context, status=status)

    @transaction.atomic
    def post(self, request, slug):
        initiative = self.get_record(slug)
        public = initiative.replaces
        try:
            check(request, [initiative])
            with transaction.atomic():
                initiative.delete()
        except NotAsShown as refusal:
            return self.ask(self.get_record(slug), refusal.changed, status=409)
        except ProtectedError:
            messages.error(request, _("Other records refer to this draft, so it cannot be deleted."))
            return redirect(initiative)
        messages.success(request, _("The draft is deleted."))
        return redirect(public or reverse("initiatives:initiative_mine"))
