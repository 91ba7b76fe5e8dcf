"""A word that stands only in a document finds its record, for those who may see the record and for nobody else."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.files.texts import keep_text_of
from core.search.finding import find
from core.search.questions import ask
from resources.models import Resource
from tests.core.factory import make_file
from tests.core.samples import pdf
from tests.meetings.factory import make_document, make_meeting
from tests.resources.factory import make_resource

WORD = "zzdesalination"


@pytest.fixture
def readers(focal_point, other_focal_point, secretariat):
    """Those of a visitor, the focal points of ILO and FAO, and the secretariat who find the word."""
    people = {"visitor": AnonymousUser(), "ILO": focal_point, "FAO": other_focal_point, "secretariat": secretariat}

    def ask_all():
        return {name for name, user in people.items() if find(user, ask(WORD)).total}

    return ask_all


@pytest.fixture
def file(secretariat):
    return make_file(secretariat, "Paper.pdf", pdf(f"The {WORD} of water"))


def test_record_is_found_when_the_text_of_its_file_arrives(make, readers, file):
    make_resource(make, file=file)
    assert readers() == set()

    keep_text_of(file.pk)

    assert readers() == {"visitor", "ILO", "FAO", "secretariat"}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("public", {"visitor", "ILO", "FAO", "secretariat"}),
        ("members", {"ILO", "FAO", "secretariat"}),
        ("secretariat", {"secretariat"}),
    ],
)
def test_paper_is_found_by_its_level(make, readers, file, level, expected):
    make_document(make, make_meeting(make, is_public=True), level=level, url="", file=file)

    keep_text_of(file.pk)

    assert readers() == expected


def test_draft_resource_is_found_by_its_publisher_and_the_secretariat(make, readers, file, ilo):
    make_resource(make, publisher=ilo, state="draft", file=file)

    keep_text_of(file.pk)

    assert readers() == {"ILO", "secretariat"}


def test_what_is_no_longer_published_is_no_longer_found(make, readers, file, ilo):
    resource = make_resource(make, publisher=ilo, file=file)
    keep_text_of(file.pk)
    assert "visitor" in readers()

    Resource.objects.filter(pk=resource.pk).update(state="draft")

    assert readers() == {"ILO", "secretariat"}


def test_file_that_is_taken_away_takes_its_words_along(make, readers, file):
    resource = make_resource(make, file=file)
    keep_text_of(file.pk)

    resource.file = None
    resource.save()

    assert readers() == set()


def test_text_of_a_file_that_no_record_holds_is_found_by_nobody(readers, file):
    keep_text_of(file.pk)

    assert readers() == set()
