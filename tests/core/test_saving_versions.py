"""A save that began from an older version is refused, whoever saves."""

import pytest
from django.contrib import admin
from django.db import transaction

from core.loading import upsert
from core.models import Theme, VersionedModel
from core.saving import StaleVersion
from entities.models import Entity
from meetings.models import AgendaItem
from tests.meetings.factory import make_item, make_meeting
from tests.resources.factory import make_resource


@pytest.fixture
def two_copies(make, ilo):
    return Entity.objects.get(pk=ilo.pk), Entity.objects.get(pk=ilo.pk)


def test_every_record_that_is_edited_in_the_administration_has_a_version(rf, administrator):
    request = rf.get("/")
    request.user = administrator
    pages = admin.site._registry.items()
    edited = [(model, page) for model, page in pages if page.has_change_permission(request)]
    models = {model for model, _page in edited} | {inline.model for _model, page in edited for inline in page.inlines}
    rooms = ("core", "entities", "initiatives", "strategy", "meetings", "resources")
    without = {model._meta.label for model in models if not issubclass(model, VersionedModel)}

    assert {label for label in without if label.split(".")[0] in rooms} == set()


def test_save_from_an_older_copy_is_refused_and_writes_nothing(two_copies, ilo):
    first, second = two_copies
    first.unit_en = "First"
    first.save()
    second.unit_en = "Second"

    with pytest.raises(StaleVersion), transaction.atomic():
        second.save()

    ilo.refresh_from_db()
    assert (ilo.unit_en, ilo.version) == ("First", first.version)


def test_save_of_single_fields_from_an_older_copy_is_refused_too(two_copies, ilo):
    first, second = two_copies
    first.save(update_fields=["website"])

    with pytest.raises(StaleVersion), transaction.atomic():
        second.save(update_fields=["mailbox"])


def test_one_copy_is_saved_as_often_as_one_likes(ilo):
    began = ilo.version
    for unit in ("One", "Two", "Three"):
        ilo.unit_en = unit
        ilo.save()

    ilo.refresh_from_db()
    assert (ilo.unit_en, ilo.version) == ("Three", began + 3)


def test_copy_that_was_refused_can_be_read_anew_and_saved(two_copies, ilo):
    first, second = two_copies
    first.save()
    with pytest.raises(StaleVersion), transaction.atomic():
        second.save()
    second.refresh_from_db()

    second.save()

    ilo.refresh_from_db()
    assert ilo.version == second.version


def test_record_that_somebody_deleted_is_not_brought_back_by_a_save(make):
    item = make_item(make, make_meeting(make))
    AgendaItem.objects.get(pk=item.pk).delete()

    with pytest.raises(StaleVersion), transaction.atomic():
        item.save()

    assert not AgendaItem.objects.exists()


def test_delete_can_ask_for_the_version_that_was_read(make):
    item = make_item(make, make_meeting(make))
    AgendaItem.objects.update(minutes=5)

    with pytest.raises(StaleVersion), transaction.atomic():
        item.lock_version()


def test_bulk_write_moves_the_version_of_the_rows_that_it_changes(make, ilo, fao):
    resources = [make_resource(make, entity=ilo, url="https://example.org/1"), make_resource(make, entity=ilo)]
    before = [resource.version for resource in resources]

    type(resources[0]).objects.update(url="https://example.org/1")

    for resource in resources:
        resource.refresh_from_db()
    assert [resource.version for resource in resources] == [before[0], before[1] + 1]


def test_copy_from_before_a_bulk_write_is_refused(two_copies):
    first, _second = two_copies
    Entity.objects.update(website="https://example.org")

    with pytest.raises(StaleVersion), transaction.atomic():
        first.save()


def test_version_never_goes_back(ilo):
    ilo.save()

    Entity.objects.filter(pk=ilo.pk).update(version=1, website="https://example.org")

    stored = Entity.objects.get(pk=ilo.pk)
    assert stored.version == ilo.version + 1


def test_loading_reference_data_again_moves_only_what_it_changes(db):
    rows = [{"code": "water", "name_en": "Water"}, {"code": "soil", "name_en": "Soil"}]
    upsert(Theme, "code", rows)
    rows[0]["name_en"] = "Water and sanitation"

    upsert(Theme, "code", rows)

    assert dict(Theme.objects.values_list("code", "version")) == {"water": 2, "soil": 1}
