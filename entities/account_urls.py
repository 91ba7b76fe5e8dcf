"""Sign-in and passwords, by allauth. Only the addresses that the portal uses: people come in by appointment,
so nobody signs up, and the address of an account is changed in the admin."""

from allauth.account import views
from django.urls import path, re_path

from entities.sign_in import LoginView, session_state

urlpatterns = [
    path("login/", LoginView.as_view(), name="account_login"),
    path("session/", session_state, name="account_session"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    # Closed: says how one gets an account.
    path("signup/", views.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
