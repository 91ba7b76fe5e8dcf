"""The rooms of administration, read for what the secretariat and the administrators may not know."""

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from initiatives.models import Initiative

OURS = [
    model
    for model in admin.site._registry
    if model._meta.app_label in {"core", "entities", "initiatives", "strategy", "meetings", "resources"}
]
PAGES = ("change", "delete", "history")


def admin_url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def pages_of(model):
    """Its list, a search in it, its form with hidden records named in the address, and the pages of every record."""
    yield admin_url(model, "changelist")
    yield admin_url(model, "changelist") + "?q=quinoa"
    chosen = "&".join(f"{field.name}={pk}" for field, pk in choices_of(model))
    yield admin_url(model, "add") + "?" + chosen
    for pk in model._base_manager.values_list("pk", flat=True):
        for page in PAGES:
            yield admin_url(model, page, pk)
        yield reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(model).pk, pk])


def choices_of(model):
    """(field, id) of every initiative, for each field that names initiatives."""
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if field.related_model is Initiative:
            for pk in Initiative.objects.filter(state="draft").values_list("pk", flat=True):
                yield field, pk


def suggestions():
    """What every field that finds records while one types is asked for."""
    for model, options in admin.site._registry.items():
        for name in options.autocomplete_fields:
            query = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={name}"
            yield reverse("admin:autocomplete") + f"?{query}&term=quinoa"


@pytest.mark.parametrize("role", ["secretariat", "administrator"])
def test_admin_names_nothing_that_is_hidden(client, people, secrets, role):
    client.force_login(people[role])

    found = {}
    for address in [*(address for model in OURS for address in pages_of(model)), *suggestions()]:
        response = client.get(address)
        for word in secrets.found_in(response.text + response.get("Location", "")):
            found.setdefault(word, []).append(address)

    assert {word: found[word] for word in secrets.kept_from(role) & set(found)} == {}
    assert {"zzsubmitted", "zzofficepaper1", "zzsubmittedoffice", "zzdraftresource"} <= set(found)
