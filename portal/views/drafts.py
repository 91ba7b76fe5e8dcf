"""Texts that one typed and did not save: to read, and to throw away."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import visible_or_404
from core.models import Draft
from core.redirects import safe_next
from portal.drafts import address_of, passages_of, what_of


def draft_detail(request, pk):
    """For the day on which the form takes the text no more: its record was published, or one's right to it ended."""
    draft = visible_or_404(Draft.objects.all(), request.user, pk=pk)
    context = {"draft": draft, "what": what_of(draft), "address": address_of(draft), "passages": passages_of(draft)}
    return render(request, "portal/draft_detail.html", context)


@require_POST
def draft_discard(request, pk):
    visible_or_404(Draft.objects.all(), request.user, pk=pk).delete()
    messages.success(request, _("Your text that was not saved is thrown away."))
    return redirect(safe_next(request, reverse("desk")))
