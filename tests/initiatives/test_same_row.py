"""Two people add the same row to one initiative: the second is told, and no page breaks."""

from pytest_django.asserts import assertContains

from tests.forms_on_page import opened
from tests.initiatives.factory import make_initiative


def test_partner_that_somebody_else_added_meanwhile_is_named(client, make, ilo, focal_point):
    make.country("CHN")
    record = make_initiative(make, state="draft", lead=ilo)
    url = record.get_edit_url()
    client.force_login(focal_point)
    sent = opened(client, url, "initiative-form")
    new = record.participations.count()
    sent |= {f"participations-{new}-name": "Country CHN [en]", f"participations-{new}-role": "partner"}
    assert client.post(url, sent).status_code == 302

    again = client.post(url, sent)

    assertContains(again, "This row is there already.", status_code=422)
    assert record.participations.filter(country__iso3="CHN").count() == 1
