"""One resource: what its page says."""

from datetime import date

from tests.resources.factory import make_resource


def test_page_leads_to_the_resource_and_to_its_neighbours(client, make, fao):
    resource = make_resource(
        make, goals=[8], themes=["water"], published_on=date(2024, 7, 1), published_precision="month"
    )
    resource.partners.add(fao)

    page = client.get(resource.get_absolute_url()).content.decode()

    assert "Water lessons [en]" in page
    assert 'href="https://example.org/lessons"' in page
    assert "July 2024" in page
    assert 'href="/en/entities/fao/"' in page
    assert 'href="/en/resources/?goal=8"' in page
    assert 'href="/en/resources/?theme=water"' in page


def test_missing_translation_is_shown_in_the_original_and_marked(client, make):
    resource = make_resource(make, title_ar="", description_ar="")

    page = client.get(f"/ar/resources/{resource.slug}/").content.decode()

    assert '<span lang="en" dir="ltr">Water lessons [en]</span>' in page
    assert '<div lang="en" dir="ltr">' in page


def test_resource_without_link_says_where_to_look(client, make):
    resource = make_resource(make, url="", symbol="A/79/230")

    page = client.get(resource.get_absolute_url()).content.decode()

    assert "Search for the symbol A/79/230" in page


def test_draft_says_what_it_lacks_to_those_who_write_it(client, make, focal_point):
    resource = make_resource(make, bare=True)
    client.force_login(focal_point)

    page = client.get(resource.get_absolute_url()).content.decode()

    assert "The description is missing." in page
    assert "Say where it can be found" in page


def test_entity_page_lists_its_visible_resources(client, make, ilo, fao):
    make_resource(make, title="Own")
    make_resource(make, title="Unfinished", state="draft")
    make_resource(make, title="Of others", entity=fao)
    make_resource(make, title="With others", entity=fao).partners.add(ilo)

    page = client.get(ilo.get_absolute_url()).content.decode()

    assert "Own [en]" in page
    assert "With others [en]" in page
    assert "Unfinished" not in page
    assert "Of others" not in page
