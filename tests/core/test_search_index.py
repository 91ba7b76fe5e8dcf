"""Whatever writes a record writes its rows of the index, in the same transaction."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.urls import reverse

from core import languages
from core.models import Country, Region, SearchEntry
from core.search.bulk import indexed_once
from core.search.finding import find, ids_of
from core.search.install import install
from core.search.kinds import kinds
from core.search.questions import ask
from core.search.triggers import PART
from entities.models import Entity
from initiatives.models import Initiative, Organization, Participation
from meetings.models import Intervention, Meeting
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting


def found(text, kind="initiatives"):
    return set(ids_of(kind, text).values_list("object_id", flat=True))


def execute(sql, params=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.fixture
def initiative(make):
    return make_initiative(make, title="Desalination")


def test_there_is_a_row_for_each_language_that_has_a_text(make):
    meeting = make_meeting(make, title="Desalination", title_fr="", title_ar=None)

    rows = SearchEntry.objects.filter(kind="meetings", object_id=meeting.pk)

    assert set(rows.values_list("language", flat=True)) == set(languages.CODES) - {"fr", "ar"}


def test_record_without_any_text_is_found_by_its_code(make):
    meeting = make_meeting(make, symbol="A/79/230", **dict.fromkeys(languages.columns("title"), ""))

    assert found("A/79/230", "meetings") == {meeting.pk}


def test_saved_record_is_found_and_its_old_words_are_not(initiative):
    assert found("desalination") == {initiative.pk}

    initiative.title_en = "Irrigation"
    initiative.short_title_en = ""
    initiative.save()

    assert found("irrigation") == {initiative.pk}
    assert found('"desalination en"') == set()


def test_update_of_many_is_found(make):
    both = {make_initiative(make, title=f"One {number}").pk for number in range(2)}

    Initiative.objects.filter(pk__in=both).update(summary_fr="Dessalement")

    assert found("dessalement") == both


def test_bulk_writes_are_found(make):
    first, second = make_initiative(make), make_initiative(make)
    first.summary_ru = second.summary_ru = "Опреснение"
    Initiative.objects.bulk_update([first, second], ["summary_ru"])
    country = make.country("ZEB", name_en="Zebraland")
    Participation.objects.bulk_create(
        Participation(initiative=one, role="beneficiary", country=country) for one in (first, second)
    )

    assert found("опреснения") == {first.pk, second.pk}
    assert found("zebraland") == {first.pk, second.pk}


def test_records_of_an_import_are_indexed_once_at_its_end(make):
    country = make.country("ZEB", name_en="Zebraland")
    with indexed_once():
        one = make_initiative(make, title="Desalination")
        gone = make_initiative(make, title="Desalination of brackish water")
        Participation.objects.create(initiative=one, role="beneficiary", country=country)
        with indexed_once():
            Initiative.objects.filter(pk=gone.pk).delete()
        assert found("desalination") == set()

    assert found("desalination") == found("zebraland") == {one.pk}
    Country.objects.filter(pk=country.pk).update(name_en="Okapiland")
    assert found("okapiland") == {one.pk}


def test_import_that_fails_leaves_nothing_and_ends_the_noting(make):
    def import_that_fails():
        with indexed_once():
            make_initiative(make, title="Desalination")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        import_that_fails()

    one = make_initiative(make, title="Desalination plants")
    assert found("desalination") == {one.pk}


def test_word_in_quotation_marks_does_not_meet_another_whose_stem_is_written_like_it(make):
    named, name = make_initiative(make, title="Zznamed"), make_initiative(make, title="Zzname")

    assert found("zzname") == {named.pk, name.pk}
    assert found('"zzname"') == {name.pk}
    assert found('"zznamed"') == {named.pk}


def test_upsert_is_found(make):
    make.country("ZEB", name_en="Zebraland")
    record = Country.objects.get(iso3="ZEB")
    record.name_en = "Okapiland"
    Country.objects.bulk_create([record], update_conflicts=True, unique_fields=["iso3"], update_fields=["name_en"])

    assert found("okapiland", "countries") == {record.pk}
    assert found("zebraland", "countries") == set()


def test_raw_sql_is_found(initiative):
    execute("UPDATE initiatives_initiative SET summary_es = 'Desalinización' WHERE id = %s", [initiative.pk])

    assert found("desalinizaciones") == {initiative.pk}


def test_copy_is_found(make):
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY core_region (code, name, name_en, version) FROM STDIN") as copy,
    ):
        copy.write_row(("999", "Atlantis", "Atlantis", 1))
    country = make.country("ZEB")
    execute("UPDATE core_country SET region_id = (SELECT id FROM core_region WHERE code = '999')")

    assert found("atlantis", "countries") == {country.pk}


def test_administration_is_found(client, administrator, make):
    region = Region.objects.create(code="001", name_en="World")
    country = make.country("ZEB", name_en="Zebraland", region=region, subregion=region)
    client.force_login(administrator)
    form = client.get(reverse("admin:core_country_change", args=[country.pk])).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value is not None} | {"name_en": "Okapiland"}
    data |= {f"memberships-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    client.post(reverse("admin:core_country_change", args=[country.pk]), data)

    assert Country.objects.get().name_en == "Okapiland"
    assert found("okapiland", "countries") == {country.pk}


def test_deleted_record_is_gone(make, initiative):
    other = make_initiative(make, title="Desalination two")

    initiative.delete()

    assert found("desalination") == {other.pk}
    Initiative.objects.all().delete()
    assert not SearchEntry.objects.filter(kind="initiatives").exists()


@pytest.mark.django_db(transaction=True)
def test_truncated_table_is_gone(make):
    make_initiative(make)

    execute("TRUNCATE initiatives_initiative CASCADE")

    assert not SearchEntry.objects.filter(kind="initiatives").exists()


def test_parts_of_a_record_count(make, initiative):
    country = make.country("ZEB", name_en="Zebraland")
    part = Participation.objects.create(initiative=initiative, role="beneficiary", country=country)
    assert found("zebraland") == {initiative.pk}

    other = make_initiative(make)
    Participation.objects.filter(pk=part.pk).update(initiative=other)
    assert found("zebraland") == {other.pk}

    Participation.objects.all().delete()
    assert found("zebraland") == set()


def test_tags_count(make, initiative):
    theme = make.theme("fisheries")
    initiative.themes.add(theme)
    assert found("fisheries") == {initiative.pk}

    initiative.themes.clear()
    assert found("fisheries") == set()


def test_renaming_what_a_record_names_counts(make, initiative, ilo):
    country = make.country("ZEB", name_en="Zebraland")
    organization = Organization.objects.create(**in_six_languages("name", "Water board"))
    Participation.objects.create(initiative=initiative, role="beneficiary", country=country)
    Participation.objects.create(initiative=initiative, role="funder", organization=organization)
    said = make_intervention(make, make_meeting(make), ilo)

    Country.objects.filter(pk=country.pk).update(name_ar="بلد الحمار الوحشي")
    Organization.objects.update(name_en="Sanitation board")
    Entity.objects.filter(pk=ilo.pk).update(name_en="Labour Office")

    assert found("الحمار") == {initiative.pk}
    assert found("sanitation") == {initiative.pk}
    assert found("labour") == {initiative.pk}
    assert found("labour", "interventions") == {said.pk}


def test_write_that_is_rolled_back_leaves_nothing(make, initiative):
    with transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(title_en="Irrigation")
        assert found("irrigation") == {initiative.pk}
        transaction.set_rollback(True)

    assert found("irrigation") == set()
    assert found("desalination") == {initiative.pk}


def test_long_text_is_found_to_its_end(make):
    meeting = make_meeting(make, title="Long")

    Meeting.objects.filter(pk=meeting.pk).update(
        note_en="word " * (PART // 2) + "desalination", note_zh_hans="水" * PART + "南南"
    )

    assert found("desalination long", "meetings") == {meeting.pk}
    assert found("南南", "meetings") == {meeting.pk}
    Meeting.objects.filter(pk=meeting.pk).update(note_en="short")
    assert found("desalination", "meetings") == set()


def test_write_that_touches_no_text_makes_no_row_anew(initiative):
    def writers():
        return list(SearchEntry.objects.filter(kind="initiatives").extra(select={"xmin": "xmin::text"}).values("xmin"))

    before = writers()
    with transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(state="archived", people_reached=3)

    assert writers() == before


@pytest.mark.django_db(transaction=True)
def test_two_writers_of_parts_of_one_record_both_count(make):
    initiative, country = make_initiative(make), make.country("ZEB", name_en="Zebraland")
    began, done = threading.Event(), threading.Event()

    def add_part():
        began.set()
        Participation.objects.create(initiative_id=initiative.pk, role="beneficiary", country_id=country.pk)
        done.set()
        connections.close_all()

    with transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(title_en="Desalination")
        other = threading.Thread(target=add_part)
        other.start()
        began.wait(5)
        assert not done.wait(0.3)
    other.join(10)

    assert found("desalination zebraland") == {initiative.pk}


def test_rebuilding_mends_everything_and_changes_nothing_that_is_right(make, initiative):
    right = list(SearchEntry.objects.values_list("kind", "object_id", "language", "body", "vector"))
    SearchEntry.objects.filter(language="fr").delete()
    SearchEntry.objects.filter(language="ru").update(title="wrong", vector="wrong:1A")
    SearchEntry.objects.create(
        kind="initiatives", object_id=10**9, language="en", title="gone", names="", summary="", body="", folded="",
        heading="gone:1A", vector="gone:1A",
    )  # fmt: skip

    for _twice in range(2):
        call_command("rebuild_search_index", verbosity=0)
        assert list(SearchEntry.objects.values_list("kind", "object_id", "language", "body", "vector")) == right


def test_rebuilding_an_unknown_kind_is_refused():
    with pytest.raises(CommandError, match="No such kind: nonsense"):
        call_command("rebuild_search_index", "nonsense")


@pytest.mark.django_db(transaction=True)
def test_readers_find_everything_while_the_index_is_rebuilt(make):
    for number in range(5):
        make_initiative(make, title=f"Desalination {number}")
    rebuilt, missed = threading.Event(), []

    def rebuild():
        for _often in range(3):
            call_command("rebuild_search_index", verbosity=0)
        rebuilt.set()
        connections.close_all()

    writer = threading.Thread(target=rebuild)
    writer.start()
    reads = 0
    while not rebuilt.is_set():
        reads += 1
        missed += [number] if (number := len(found("desalination"))) != 5 else []
    writer.join(10)

    assert reads > 3
    assert missed == []


def test_installing_again_changes_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        install()


def test_changed_declaration_replaces_the_old_one_and_refills(make, monkeypatch):
    meeting = make_meeting(make, title="Plain")
    make_item(make, meeting, title="Desalination")
    changed = type(kinds()["meetings"])("meetings", Meeting, "Meetings", "x", title="title", body=("items__title",))
    assert found("desalination", "meetings") == set()

    monkeypatch.setitem(kinds(), "meetings", changed)
    install()
    assert found("desalination", "meetings") == {meeting.pk}

    monkeypatch.delitem(kinds(), "meetings")
    install()
    assert not SearchEntry.objects.filter(kind="meetings").exists()
    make_meeting(make, title="Another")
    assert not SearchEntry.objects.filter(kind="meetings").exists()


def test_nothing_is_found_without_a_word(make, initiative):
    for text in ("", "  ", "-desalination", "%", "\x00", "- -"):
        assert find(AnonymousUser(), ask(text)).total == 0


def test_interventions_of_one_meeting_are_rows_of_their_own(make, ilo):
    meeting = make_meeting(make)
    make_intervention(make, meeting, ilo, text="Desalination")
    Intervention.objects.update(text_ar="تحلية المياه")

    assert found("مياه", "interventions") == set(Intervention.objects.values_list("pk", flat=True))
