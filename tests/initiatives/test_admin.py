from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests.initiatives.factory import make_initiative


def test_parts_of_a_draft_are_hidden_in_the_admin_too(client, make, secretariat):
    draft = make_initiative(make, state="draft", code="INI-901", title="Draft")
    submitted = make_initiative(make, state="submitted", code="INI-902", title="Sent")
    client.force_login(secretariat)

    for name in ("initiative", "participation", "initiativegoal"):
        page = client.get(reverse(f"admin:initiatives_{name}_changelist"))
        assertContains(page, submitted.code if name == "initiative" else "Sent in short")
        assertNotContains(page, draft.code if name == "initiative" else "Draft in short")


def test_state_is_no_field_of_the_admin(client, make, secretariat):
    initiative = make_initiative(make)
    client.force_login(secretariat)

    page = client.get(reverse("admin:initiatives_initiative_change", args=[initiative.pk]))

    assertNotContains(page, 'name="state"')


def test_secretariat_publishes_by_an_action_of_the_list(client, make, secretariat):
    initiative = make_initiative(make, state="submitted")
    client.force_login(secretariat)

    client.post(
        reverse("admin:initiatives_initiative_changelist"),
        {"action": "transition_publish", "_selected_action": [initiative.pk]},
    )

    initiative.refresh_from_db()
    assert initiative.state == "published"
