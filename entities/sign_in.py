"""Signing in without losing what one was writing: the form goes along as a hidden field, and waits as a draft.

A form that keeps no drafts, such as a comment, is sent again by a button of the page that follows.
"""

import json

from allauth.account import views
from allauth.account.forms import LoginForm
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from core.drafts.views import fields_of, keep_carried, view_of
from core.drafts.words import passages
from core.models import Draft
from core.models.drafts import LARGEST, plain
from core.origin import is_same_origin

SESSION_KEY = "typed"


@login_not_required
@never_cache
@require_GET
def session_state(request):
    """Asked by a page that stays open while somebody signs in: the old token of its forms is no good then."""
    return JsonResponse({"user": request.user.pk, "csrf": get_token(request)})


def page_that_carries(request):
    """For a visitor who posts a text: the sign-in page with the text in it. None where there is none.

    Only for a form of this site: another could otherwise put a text under somebody's name.
    """
    fields = plain(request.POST)
    has_words = view_of(request.path) is not None or passages(Draft(data=fields), {})
    typed = json.dumps(fields, ensure_ascii=False)
    if not (fields and has_words and is_same_origin(request)) or len(typed.encode()) > LARGEST:
        return None
    if any("password" in name for name in fields):
        return None
    context = {"form": LoginForm(request=request), "typed": typed, "typed_for": request.get_full_path()}
    return render(request, "account/login.html", context, status=401)


class LoginView(views.LoginView):
    @method_decorator(login_not_required)
    def dispatch(self, request, *args, **kwargs):
        was_signed_in = request.user.is_authenticated  # already, in another window
        response = super().dispatch(request, *args, **kwargs)
        if was_signed_in and not response.has_header("Location"):
            return response  # too many tries
        if request.method == "POST" and request.user.is_authenticated:
            address = response["Location"] if was_signed_in else self.get_success_url()
            return self.send_again(address) or response
        return response

    def send_again(self, address):
        """The text of a form that keeps no drafts, with a button that sends it there. None where it has drafts."""
        fields = fields_of(self.typed)
        if not fields or view_of(address):
            return None
        sent = [(name, value) for name, values in fields.items() for value in values]
        return render(self.request, "portal/send_again.html", {"fields": sent, "address": address})

    def form_valid(self, form):
        if self.typed:
            # In the session, because signing in may take more steps than the password.
            self.request.session[SESSION_KEY] = [self.get_success_url(), self.typed]
        return super().form_valid(form)

    @property
    def typed(self):
        return self.request.POST.get("typed", "")

    def get_authenticated_redirect_url(self):
        """Signed in already, in another window."""
        address = super().get_authenticated_redirect_url()
        if self.typed:
            keep_carried(self.request.user, address, self.typed)
        return address

    def get_context_data(self, **kwargs):
        address = self.request.POST.get(REDIRECT_FIELD_NAME, "")
        return super().get_context_data(**kwargs) | {"typed": self.typed, "typed_for": address}


def keep_what_came_along(sender, request, user, **kwargs):
    """When somebody has signed in: the text becomes their draft of the form to which they go now."""
    carried = request.session.pop(SESSION_KEY, None)
    if carried:
        keep_carried(user, *carried)
