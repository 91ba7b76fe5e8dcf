"""Two and three people open, type, save, merge, overwrite and discard in any order: no text is lost unseen.

After every step: what is no longer stored had been shown to the person who replaced it, and stood in a field that this
person wrote in. What a person sent is stored, or stands on the page that this person got.
"""

import html
import re
from itertools import count

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from entities.models import Role
from tests.factory import Factory
from tests.forms_on_page import choose, fields_of
from tests.saving.records import AgendaTexts, InitiativeTexts, InterventionTexts, ReportTexts

EDITORS = st.integers(0, 2)
INTERLEAVINGS = 25  # of each of the four kinds
TAG = re.compile(r"<[^>]+>")


class Editor:
    """A person with a browser: a form that was opened, or a page of comparison, and what was typed since."""

    def __init__(self, person):
        self.client = Client()
        self.client.force_login(person)
        self.leave()

    def leave(self):
        self.form, self.page, self.typed, self.removed, self.shown = None, None, {}, set(), ""

    def opens(self, texts):
        self.leave()
        self.sees(response := self.client.get(texts.url))
        self.form = fields_of(response, texts.form_id)

    def sees(self, response):
        page = response.content.decode()
        self.shown += page + html.unescape(page) + html.unescape(TAG.sub("", page))


class Interleavings(RuleBasedStateMachine):
    kind = None

    @initialize()
    def start(self):
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        make = Factory()
        entity = make.entity(code="ILO")
        people = [make.person(f"{name}@ilo.example", entity, Role.FOCAL_POINT) for name in ("one", "two")]
        people.append(make.person("three@ilo.example", entity, Role.ALTERNATE))
        if self.kind is AgendaTexts:
            people = [make.officer(), make.officer("second@unossc.example"), make.administrator()]
        self.texts = self.kind(make, entity)
        self.editors = [Editor(person) for person in people]
        self.words = (f"word{number}" for number in count())
        # Two begin from the same version and have written something: each save from here on matters.
        for number in (0, 1):
            self.editors[number].opens(self.texts)
            self.write(number, self.texts.typeable[0])

    def teardown(self):
        """Hypothesis leaves whole rules out of an order; so at the end all save, and who is asked overwrites."""
        if not hasattr(self, "atomic"):
            return
        try:
            for act in (self.press_save, self.press_overwrite):
                for editor in self.editors:
                    act(editor)
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    @rule(number=EDITORS)
    def open(self, number):
        self.editors[number].opens(self.texts)

    @rule(number=EDITORS, data=st.data())
    def type(self, number, data):
        editor = self.editors[number]
        if editor.form is None and editor.page is None:
            editor.opens(self.texts)
        if editor.form is not None:
            self.write(number, data.draw(st.sampled_from(self.texts.typeable)))

    def write(self, number, name):
        editor = self.editors[number]
        if name in editor.form:
            editor.typed[name] = f"{next(self.words)} by {number}"

    @precondition(lambda self: self.texts.removable)
    @rule(number=EDITORS, data=st.data())
    def remove(self, number, data):
        editor = self.editors[number]
        name = data.draw(st.sampled_from(self.texts.removable))
        if editor.form is not None and f"{name.removesuffix('DELETE')}id" in editor.form:
            editor.removed.add(name)

    @precondition(lambda self: self.kind is AgendaTexts)
    @rule(number=EDITORS)
    def reorder(self, number):
        form = self.editors[number].form
        if form is not None and {"items-0-number", "items-1-number"} <= set(form):
            form["items-0-number"], form["items-1-number"] = form["items-1-number"], form["items-0-number"]

    @rule(number=EDITORS)
    def save(self, number):
        self.press_save(self.editors[number])

    def press_save(self, editor):
        if editor.form is not None:
            sent = editor.form | editor.typed | dict.fromkeys(editor.removed, "on")
            self.send(editor, lambda: editor.client.post(self.texts.url, sent))

    @rule(number=EDITORS)
    def overwrite(self, number):
        self.press_overwrite(self.editors[number])

    def press_overwrite(self, editor):
        if editor.page is not None:
            self.send(editor, lambda: choose(editor.client, editor.page, "overwrite"))

    @rule(number=EDITORS, data=st.data())
    def merge(self, number, data):
        editor = self.editors[number]
        if editor.page is None:
            return
        on_page = fields_of(editor.page, "compare")
        choices = {name: data.draw(st.sampled_from(["mine", "stored"])) for name in on_page if name.startswith("use-")}
        dropped = {name.removeprefix("use-") for name, choice in choices.items() if choice == "stored"}
        for name in list(editor.typed):
            if name in dropped or any(name.startswith(f"{row}-") for row in dropped):
                del editor.typed[name]  # the person saw it, and chose the other one
        editor.removed = {name for name in editor.removed if name.removesuffix("-DELETE") not in dropped}
        shown = {name: text for name, text in editor.typed.items() if f"use-{name}" in choices}
        by_hand = {name: f"{text} and {next(self.words)}" for name, text in shown.items()}
        editor.typed |= by_hand
        self.send(editor, lambda: choose(editor.client, editor.page, "merge", **(choices | by_hand)))

    @rule(number=EDITORS)
    def discard(self, number):
        self.editors[number].leave()

    def send(self, editor, post):
        before = self.texts.stored()
        response = post()
        after = self.texts.stored()
        for text in {text for text in before if text} - set(after):
            assert text in editor.shown, f"{text} was replaced by somebody who had not seen it."
            assert editor.typed or editor.removed, f"{text} is gone though nobody wrote."
        editor.sees(response)
        for name, text in editor.typed.items():
            row = name.rsplit("-", 1)[0]
            if f"{row}-DELETE" not in editor.removed:
                assert text in after or text in editor.shown, f"{text} is lost."
        if response.status_code == 302:
            self.all_is_stored(editor, after)
            editor.leave()
        elif response.status_code == 409:
            self.compared.append(response)
            editor.form, editor.page = None, response
        else:
            editor.form, editor.page = fields_of(response, self.texts.form_id), None

    def all_is_stored(self, editor, after):
        for name, text in editor.typed.items():
            if f"{name.rsplit('-', 1)[0]}-DELETE" not in editor.removed:
                assert text in after, f"{text} was said to be saved."

    @invariant()
    def every_item_has_its_own_number(self):
        if self.kind is AgendaTexts and hasattr(self, "texts"):
            numbers = list(self.texts.record.items.values_list("number", flat=True))
            assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("kind", [InterventionTexts, ReportTexts, AgendaTexts, InitiativeTexts])
def test_no_text_is_lost_whatever_the_order(db, kind):
    machine = type(kind.__name__, (Interleavings,), {"kind": kind, "compared": (compared := [])})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=INTERLEAVINGS,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert len(compared) >= 8, "Hardly anybody was asked: the orders that were tried show nothing."
