"""Pages of errors: in the reader's language, with a way out, and without what went wrong inside."""

from django.urls import reverse

from tests.resources.factory import make_resource


def test_missing_page_offers_search_and_places(client, make):
    page = client.get("/en/no-such-page/").content.decode()

    assert f'action="{reverse("search")}"' in page
    assert f'href="{reverse("initiatives:initiative_list")}"' in page


def test_visitor_may_sign_in_and_come_back(client, make):
    resource = make_resource(make, is_public=False)

    response = client.get(resource.get_absolute_url())

    assert response.status_code == 404
    assert f'/en/accounts/login/?next={resource.get_absolute_url()}">Sign in and come back' in response.content.decode()


def test_signed_in_person_is_not_asked_to_sign_in(client, focal_point):
    client.force_login(focal_point)

    assert "Sign in and come back" not in client.get("/en/no-such-page/").content.decode()


def test_refusal_says_whose_page_it_is(client, make, contributor):
    client.force_login(contributor)

    response = client.get(make.entity("ILO").get_edit_url())

    assert response.status_code == 403
    assert "You may not do this" in response.content.decode()


def test_form_without_its_token_is_refused_and_says_what_to_do(client, make):
    client.handler.enforce_csrf_checks = True

    response = client.post(reverse("set_scheme"), {"scheme": "dark"})

    assert response.status_code == 403
    assert "The form was open for too long." in response.content.decode()
