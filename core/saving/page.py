"""The page that shows both texts, and the answer that a stale save gets."""

from functools import wraps

from django.db import transaction
from django.shortcuts import render

from core.files.fields import carry_files
from core.models.drafts import Draft, TooLarge
from core.saving import values
from core.saving.conflicts import BOTH, THEIRS
from core.saving.forms import RESOLVE, mutable
from core.saving.rows import GONE, VersionedFormSet
from core.saving.stale import StaleVersion

ATTEMPTS = 3
NOT_CARRIED = ("csrfmiddlewaretoken", RESOLVE)


def conflicts_of(*parts):
    """All conflicts of forms and formsets, in the order in which they stand on the page."""
    found = []
    for part in parts:
        if hasattr(part, "conflicts"):
            found += part.conflicts
        elif getattr(part, "conflict", None):
            found.append(part.conflict)
    return found


def compare(request, *parts, discard, draft_path="", draft=None, data=None, template_name="saving/compare.html"):
    """Both texts side by side, with everything else that was typed in hidden fields. Nothing of the record is written.

    `discard` is where one goes without saving. What was typed is kept as a draft, so that it is there still when one
    closes the page. `data` and `draft` are given by forms that carry and keep by themselves what was typed.
    """
    context = {
        "conflicts": conflicts_of(*parts),
        "carried": sorted((data or carried(request.POST, parts)).lists()),
        "discard": discard,
        "draft": draft or keep_draft(request, draft_path, parts),
    }
    return render(request, template_name, context, status=409)


def forms_of(parts):
    return [form for part in parts for form in getattr(part, "forms", [part])]


def keep_draft(request, draft_path, parts=()):
    """As it was sent, with its old version: opened again, it leads here again. None where the form has no drafts."""
    if not draft_path:
        return None
    sent = mutable(request.POST)
    for name in [name for name in sent if name == RESOLVE or name.startswith("use-")]:
        del sent[name]
    for form in forms_of(parts):
        carry_files(sent, form)
    try:
        window, began = request.POST.get("window", ""), request.POST.get("began", "")
        return Draft.objects.keep_sent(window, began, request.user, draft_path, sent)
    except TooLarge:
        return None


def carried(posted, parts):
    """What was typed, without the texts that can be changed on the page itself."""
    data = mutable(posted)
    for name in list(data):
        if name in NOT_CARRIED or name.startswith("use-"):
            del data[name]
    for part in parts:
        if isinstance(part, VersionedFormSet):
            _take_over(data, part.data, f"{part.prefix}-")
            for form in part.forms:
                _carry_form(data, form)
        else:
            _carry_form(data, part)
    for conflict in conflicts_of(*parts):
        _carry_conflict(data, conflict)
    return data


def _take_over(data, sent, start):
    for name in [name for name in data if name.startswith(start)]:
        del data[name]
    for name in sent:
        if name.startswith(start):
            data.setlist(name, sent.getlist(name))


def _carry_form(data, form):
    for bound in form:
        sent = form.data.getlist(bound.html_name) if bound.html_name in form.data else []
        _set(data, bound.html_name, sent)
    carry_files(data, form)


def _carry_conflict(data, conflict):
    form = conflict.form
    if conflict.removed_by_other:
        data[form.add_prefix("version")] = GONE
        return
    # The next save stands on what is shown here, so that a third one in between is noticed again.
    data[form.add_prefix("version")] = str(form.stored_version)
    data[form.add_prefix("base")] = values.basis_of(form.compared())
    if conflict.removed_by_me:
        return
    for difference in conflict.differences:
        name = difference.bound.html_name
        if difference.by == THEIRS:
            _set(data, name, difference.stored)
        elif difference.by == BOTH and difference.is_text:
            _set(data, name, [])


def _set(data, name, value):
    if value:
        data.setlist(name, list(value))
    elif name in data:
        del data[name]


def in_one_piece(post):
    """For the method that saves: everything or nothing, and never over what somebody saved at the same instant.

    A save that was overtaken between its check and its write is made again from the start; the check sees the other
    one's version now and answers with both texts.
    """

    @wraps(post)
    def save(*args, **kwargs):
        for _attempt in range(ATTEMPTS - 1):
            try:
                with transaction.atomic():
                    return post(*args, **kwargs)
            except StaleVersion:
                continue
        with transaction.atomic():
            return post(*args, **kwargs)

    return save


def locked(records):
    """Held until the transaction ends: two people who save at once come one after the other."""
    return records.select_for_update(of=("self",))


class RecordUpdateMixin:
    """For an UpdateView over one record whose form is a VersionedForm."""

    is_saving = False

    @in_one_piece
    def post(self, request, *args, **kwargs):
        self.is_saving = True
        return super().post(request, *args, **kwargs)

    def get_queryset(self):
        records = super().get_queryset()
        return locked(records) if self.is_saving else records

    def form_invalid(self, form):
        if form.conflict:
            path = getattr(self, "draft_path", "")
            return compare(self.request, form, discard=self.get_discard_url(), draft_path=path)
        return super().form_invalid(form)

    def get_discard_url(self):
        return self.object.get_absolute_url()
