"""The administration: every kind of record, search in all languages, and no way around the rules."""

import pytest
from django.contrib import admin
from django.urls import reverse

from core import languages
from core.admin import WorkflowAdmin
from core.models import TransitionEvent

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
OURS = [
    model
    for model in REGISTERED
    if model._meta.app_label in {"core", "entities", "initiatives", "strategy", "meetings", "resources"}
]


def admin_url(model, page):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_administrator_opens_the_list_and_searches(client, administrator, model):
    client.force_login(administrator)

    response = client.get(admin_url(model, "changelist"), {"q": "south"})

    assert response.status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_administrator_opens_the_form_for_a_new_record(client, administrator, model):
    client.force_login(administrator)

    response = client.get(admin_url(model, "add"))

    # Logs and snapshots are written by the portal itself.
    assert response.status_code in (
        {200} if admin.site._registry[model].has_add_permission(response.wsgi_request) else {403}
    )


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_lists_search_the_columns_of_all_languages(model):
    from modeltranslation.translator import NotRegistered, translator

    try:
        translated = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return
    searched = set(admin.site._registry[model].search_fields)

    for field in translated:
        columns = set(languages.columns(field))
        assert not searched & columns or columns <= searched, f"{field}: some languages only"
        assert field not in searched, f"{field}: the virtual field sees one language"


def test_states_are_never_a_field_of_a_form(client, administrator):
    client.force_login(administrator)

    for model in OURS:
        if isinstance(admin.site._registry[model], WorkflowAdmin):
            response = client.get(admin_url(model, "add"))
            assert 'name="state"' not in response.text, model


def test_secretariat_enters_but_does_not_see_people(client, secretariat):
    client.force_login(secretariat)

    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("admin:entities_user_changelist")).status_code == 403


def test_focal_point_is_not_let_in(client, focal_point):
    client.force_login(focal_point)

    response = client.get(reverse("admin:index"))

    assert response.status_code == 302


def test_log_of_changes_cannot_be_changed_by_the_administrator(client, administrator):
    client.force_login(administrator)

    assert client.get(admin_url(TransitionEvent, "add")).status_code == 403
