"""Stored previews: what every import has in common. The kind of these tests writes the names of themes from a CSV."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from core.files.making import keep_made
from core.imports import kinds, previews
from core.imports.kinds import Kind, Message, Row, Unreadable, Value
from core.jobs.running import run
from core.models import File, Import, ImportRow, ImportState, Job, Theme
from entities.models import User
from entities.roles import is_secretariat


def read(preview):
    text = preview.file.open().read().decode()
    if not text.startswith("code"):
        raise Unreadable("The first column is code.")
    known = {theme.code: theme for theme in Theme.objects.all()}
    for number, line in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        yield row_of(number, line, known.get(line["code"]))


def row_of(number, line, theme):
    row = Row(number, f"Row {number}", "new", title=line["code"])
    row.data = {"code": line["code"], "name": line["name"], "version": theme.version if theme else None}
    if not line["name"]:
        row.state, row.messages = "error", [Message("The name is missing.", cell=f"B{number}", field="name")]
    elif theme and theme.name_en == line["name"]:
        row.state = "unchanged"
    else:
        row.state = "change" if theme else "new"
        row.values = [Value("Name", theme.name_en if theme else "", line["name"])]
    return row


def apply(preview, rows, told):
    for row in rows:
        Theme.objects.update_or_create(code=row.data["code"], defaults={"name_en": row.data["name"]})
        told()
    return {"themes": len(rows)}


@pytest.fixture(autouse=True)
def themes(monkeypatch, db):
    kind = Kind(
        "themes",
        "Themes",
        read=read,
        apply=apply,
        may_import=lambda preview, user: is_secretariat(user),
        back=lambda preview: ("Desk", reverse("desk")),
        done=lambda preview: ("Look at the themes", reverse("desk")),
        explain=lambda preview: ["Themes get new names."],
    )
    monkeypatch.setitem(kinds.KINDS, "themes", kind)
    Theme.objects.create(code="old", name_en="Old name")
    Theme.objects.create(code="same", name_en="Same name")


def begin(person, *lines, name="themes.csv"):
    content = "\r\n".join(["code,name", *lines]).encode()
    file = keep_made(name, ContentFile(content), "text/csv")
    File.objects.filter(pk=file.pk).update(uploaded_by=person)
    return previews.begin("themes", person, file)


FOUR = ("fresh,Fresh name", "old,New name", "same,Same name", "bad,")


def page(preview):
    return reverse("import_detail", args=[preview.token])


def test_preview_says_what_each_row_would_do_and_writes_nothing(editor, secretariat):
    preview = begin(secretariat, *FOUR)
    assert preview.counts == {"error": 1, "new": 1, "change": 1, "unchanged": 1}
    response = editor.get(page(preview))
    for said in ("themes.csv", "Themes get new names.", "2 rows can be imported.", "1 row stays out", "<del"):
        assertContains(response, said)
    assertContains(response, "The name is missing.")
    only_errors = editor.get(page(preview), {"state": "error"})
    assertContains(only_errors, "The name is missing.")
    assertNotContains(only_errors, "Fresh name")
    assert not Theme.objects.filter(code="fresh").exists()


def test_good_rows_are_imported_once_and_the_person_says_that_the_others_stay_out(editor, secretariat):
    preview = begin(secretariat, *FOUR)
    url = reverse("import_apply", args=[preview.token])
    assertContains(editor.get(url), "1 row stays out")
    assert not Theme.objects.filter(code="fresh").exists()  # asking writes nothing
    assertContains(editor.post(url, follow=True), "2 rows were imported")
    preview.refresh_from_db()
    assert (preview.state, preview.left_out, preview.outcome) == ("applied", 1, {"themes": 2})
    assert Theme.objects.get(code="old").name_en == "New name"
    Theme.objects.filter(code="old").update(name_en="Later name")
    assertContains(editor.post(url, follow=True), "This file was imported already.")
    assert Theme.objects.get(code="old").name_en == "Later name"


def test_rows_are_checked_again_and_a_preview_that_is_no_longer_true_imports_nothing(editor, secretariat):
    preview = begin(secretariat, *FOUR)
    Theme.objects.filter(code="old").update(name_en="Written meanwhile")
    url = reverse("import_apply", args=[preview.token])
    assertContains(editor.post(url, follow=True), "Records changed since the preview was made")
    assert not Theme.objects.filter(code="fresh").exists()
    assertContains(editor.get(page(preview)), "Written meanwhile")  # the preview is made anew
    editor.post(url)
    assert Theme.objects.get(code="old").name_en == "New name"


def test_preview_is_nobody_elses_and_goes_with_the_right(client, editor, secretariat, administrator):
    preview = begin(secretariat, *FOUR)
    client.force_login(administrator)
    assert client.get(page(preview)).status_code == 404
    assert client.get(preview.file.get_absolute_url()).status_code == 404
    assert client.post(reverse("import_apply", args=[preview.token])).status_code == 404
    assert client.post(reverse("import_discard", args=[preview.token])).status_code == 404
    editor.force_login(secretariat)
    assert editor.get(page(preview)).status_code == 200
    secretariat.groups.clear()
    assert editor.get(page(preview)).status_code == 404
    with pytest.raises(PermissionDenied):
        previews.apply(preview, User.objects.get(pk=secretariat.pk))
    assert not Theme.objects.filter(code="fresh").exists()


def test_file_that_makes_no_sense_leaves_nothing(secretariat):
    file = keep_made("x.csv", ContentFile(b"name\r\nA"), "text/csv")
    with pytest.raises(Unreadable, match="The first column is code"):
        previews.begin("themes", secretariat, file)
    assert not Import.objects.exists()


def test_discarded_preview_forgets_its_rows_and_its_file(editor, secretariat, django_capture_on_commit_callbacks):
    preview = begin(secretariat, *FOUR)
    stored = preview.file.stored_as
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("import_discard", args=[preview.token]))
    preview.refresh_from_db()
    assert (preview.state, preview.file, preview.rows.count()) == ("discarded", None, 0)
    assert not storages["files"].exists(stored)
    assertContains(editor.get(page(preview)), "Nothing was imported.")
    assertContains(editor.post(reverse("import_apply", args=[preview.token]), follow=True), "no longer there")


def test_unused_previews_expire_after_two_weeks_and_what_was_imported_is_remembered(secretariat):
    unused, used = begin(secretariat, *FOUR), begin(secretariat, "other,Other")
    previews.apply(used, secretariat)
    fresh = begin(secretariat, "third,Third")
    now = timezone.now()
    Import.objects.exclude(pk=fresh.pk).update(made_at=now - timedelta(days=15))
    previews.sweep(now)
    states = dict(Import.objects.values_list("pk", "state"))
    assert states == {unused.pk: "expired", used.pk: "applied", fresh.pk: "previewed"}
    assert set(ImportRow.objects.values_list("preview", flat=True)) == {fresh.pk}
    assert Import.objects.filter(file=None).count() == 2


@pytest.mark.django_db(transaction=True)
def test_large_file_is_read_and_imported_by_the_worker(editor, secretariat, monkeypatch):
    monkeypatch.setattr(previews, "LARGE_FILE", 10)
    monkeypatch.setattr(previews, "MANY_ROWS", 1)
    preview = begin(secretariat, *FOUR)
    assert preview.state == ImportState.READING
    assertContains(editor.get(page(preview)), "data-active")
    run(preview.job_id)
    preview.refresh_from_db()
    assert preview.state == ImportState.PREVIEWED
    editor.post(reverse("import_apply", args=[preview.token]))
    preview.refresh_from_db()
    assert preview.state == ImportState.APPLYING
    assertContains(editor.post(reverse("import_apply", args=[preview.token]), follow=True), "imported already")
    run(preview.job_id)
    preview.refresh_from_db()
    assert (preview.state, Theme.objects.filter(code="fresh").count()) == (ImportState.APPLIED, 1)
    assert Job.objects.get(pk=preview.job_id).done == 2
    refused = previews.begin("themes", secretariat, keep_made("y.csv", ContentFile(b"name,x\r\nA,B,C"), "text/csv"))
    run(refused.job_id)
    assertContains(editor.get(page(refused)), "The first column is code.")


@pytest.mark.django_db(transaction=True)
def test_import_that_no_longer_fits_in_the_background_ends_in_words(editor, secretariat, monkeypatch):
    monkeypatch.setattr(previews, "MANY_ROWS", 1)
    unfit, forbidden = begin(secretariat, *FOUR), begin(secretariat, *FOUR)
    for preview in (unfit, forbidden):
        previews.apply(preview, secretariat)
        preview.refresh_from_db()

    def gone(preview):
        raise Unreadable("The themes {are} closed.")

    monkeypatch.setitem(kinds.KINDS, "themes", replace(kinds.KINDS["themes"], hold=gone))
    run(unfit.job_id)
    assertContains(editor.get(page(unfit)), "The themes {are} closed.")
    assertContains(editor.get(unfit.job.get_absolute_url()), "The themes {are} closed.")
    secretariat.groups.clear()
    run(forbidden.job_id)
    assertContains(editor.get(forbidden.job.get_absolute_url()), "You may not do this")
    assert set(Import.objects.values_list("state", "job__state")) == {("refused", "done")}
    assert not Theme.objects.filter(code="fresh").exists()


@pytest.mark.django_db(transaction=True)
def test_preview_whose_job_failed_is_discarded_and_one_that_is_being_read_is_not(editor, secretariat, monkeypatch):
    monkeypatch.setattr(previews, "LARGE_FILE", 10)
    preview = begin(secretariat, *FOUR)
    url = reverse("import_discard", args=[preview.token])
    editor.post(url)
    preview.refresh_from_db()
    assert preview.state == ImportState.READING
    Job.objects.filter(pk=preview.job_id).update(state="failed", finished_at=timezone.now())
    editor.post(url)
    preview.refresh_from_db()
    assert (preview.state, preview.file) == (ImportState.DISCARDED, None)
