"""Signing in without losing what one was writing: the form goes along as a hidden field, and waits as a draft."""

import json

from allauth.account import views
from allauth.account.forms import LoginForm
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from core.drafts.views import keep_carried, view_of
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
    """For a visitor who posts a form that keeps drafts: the sign-in page with the text in it. None where there is none.

    Only for a form of this site: another could otherwise put a text under somebody's name.
    """
    if view_of(request.path) is None or not is_same_origin(request):
        return None
    fields = plain(request.POST)
    typed = json.dumps(fields, ensure_ascii=False)
    if not fields or len(typed.encode()) > LARGEST:
        return None
    context = {"form": LoginForm(request=request), "typed": typed, "typed_for": request.get_full_path()}
    return render(request, "account/login.html", context, status=401)


class LoginView(views.LoginView):
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
