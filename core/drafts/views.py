"""What a view needs so that the text of its form saves itself.

The page posts the form to its own address with the field `autosave`; what was typed is kept as a Draft, and the record
stays as it is until one presses the button. A form that is opened again shows the draft.
"""

import json
from contextlib import suppress

from django.db import transaction
from django.forms.utils import ErrorDict, ErrorList
from django.http import JsonResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _

from core import dates
from core.drafts.words import passages
from core.models.drafts import Draft, OtherWindow, TooLarge, beside

SAVED = "saved_window"  # in the session


def path_of(address):
    """The address without its language: /fr/meetings/new/ -> /meetings/new/."""
    address = address.replace("\0", "")
    language = get_language_from_path(address)
    return address[len(language) + 1 :] if language else address


def saved_words(again=False):
    """The sentence that the page shows beside its buttons."""
    sentence = _("Saved again at {time}") if again else _("Saved at {time}")
    return sentence.format(time=dates.clock(timezone.localtime()))


def view_of(address):
    """The class of the view with drafts at this address of a page, or None."""
    try:
        view = resolve(address.partition("?")[0]).func
    except Resolver404:
        return None
    view_class = getattr(view, "view_class", None)
    return view_class if view_class and issubclass(view_class, DraftsMixin) else None


def fields_of(text):
    """{name: [texts]} as plain() said it, written as JSON by the sign-in page; empty where no page of ours wrote it."""
    try:
        return {name: [str(value) for value in values] for name, values in json.loads(text).items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return {}


def keep_carried(user, address, text):
    """What a visitor posted to the form at this address."""
    view, fields = view_of(address), fields_of(text)
    if view and fields:
        draft = Draft(path=path_of(address if view.has_parts else address.partition("?")[0]), data=fields)
        with suppress(TooLarge):
            Draft.objects.keep(user, draft.path, draft.typed)


class DraftsMixin:
    """For a view that shows a form on GET and saves it on POST, answering with a redirect once it is saved.

    `what` names the form on one's desk. `is_new`: the form makes a record, and the view has asked before whether the
    person may; otherwise the view has `get_object`, which refuses whoever may not write. A view that makes its forms
    itself gives them `self.typed` and passes them through `self.as_typed`. `has_parts`: the query of the address names
    a part of the form, and each part has its own draft.
    """

    what = ""
    is_new = False
    has_parts = False

    @classmethod
    def passages(cls, draft):
        """What is to be read of a text that the form takes no more."""
        return passages(draft, cls.named_forms())

    @classmethod
    def named_forms(cls):
        """{prefix of rows, "" for the form itself: class of form}, whose labels name the fields of a draft."""
        return {"": cls.form_class}

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        if "autosave" in request.POST:
            return self.autosave()
        # The record is saved and its draft forgotten, or neither.
        with transaction.atomic():
            response = super().dispatch(request, *args, **kwargs)
            if response.status_code == 302:
                Draft.objects.forget(request.user, self.draft_path, *self.window)
                self.tell_saved()
        return response

    def tell_saved(self):
        """The next page takes away what this browser kept for the window that was saved (static/js/portal.js)."""
        window, _began = self.window
        if window:
            self.request.session[SAVED] = window[:40]

    def autosave(self):
        record = None if self.is_new else self.get_object()
        try:
            self.keep_draft(str(record or ""))
        except TooLarge:
            return JsonResponse({}, status=413)
        except OtherWindow:
            return JsonResponse({"is_elsewhere": True}, status=409)
        answer = {"message": saved_words(again="again" in self.request.POST)}
        return JsonResponse(answer | {"is_outdated": self.is_outdated(record)})

    def keep_draft(self, title=""):
        Draft.objects.keep_from(*self.window, self.request.user, self.draft_path, self.request.POST, title)

    @property
    def window(self):
        """(this window, the draft that it showed when it was opened), as the page says."""
        return self.request.POST.get("window", ""), self.request.POST.get("began", "")

    def is_outdated(self, record):
        """Did somebody save the record since this form was opened?"""
        began_from = self.request.POST.get("version", "")
        version = getattr(record, "version", None)
        return began_from.isdecimal() and version is not None and began_from != str(version)

    @property
    def draft_path(self):
        return path_of(self.request.path)

    @cached_property
    def draft(self):
        """What the person typed here before and did not save; of one window, where the address names it."""
        if self.request.method != "GET":
            return None
        window = self.request.GET.get("window", "").replace("\0", "")
        path = beside(self.draft_path, window) if window else self.draft_path
        return Draft.objects.at(self.request.user, path)

    @property
    def typed(self):
        """What a form shows instead of the record: what is being posted, or the draft."""
        if self.request.method == "POST":
            return self.request.POST
        return self.draft.typed if self.draft else None

    def as_typed(self, form):
        """A draft is shown as it was typed: half a text needs no complaint."""
        if self.draft:
            for part in (form, *getattr(form, "forms", ())):
                part._errors = ErrorDict()
            if hasattr(form, "forms"):
                form._errors, form._non_form_errors = [], ErrorList()
        return form


class DraftFormMixin(DraftsMixin):
    """The same for the generic views of one form."""

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        return kwargs | {"data": self.draft.typed} if self.draft else kwargs

    def get_form(self, form_class=None):
        return self.as_typed(super().get_form(form_class))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"draft": self.draft}
