"""Questionnaires are built by the secretariat alone. Others meet them in the cycles that use them."""

from functools import partial

from tests.access.table import Row
from tests.strategy.factory import make_cycle, make_questionnaire

SECRETARIAT = "in 403 403 403 403 200 200"
DONE = "in 403 403 403 403 302 302"


def an_edition(make, in_use=False, **more):
    questionnaire = make_questionnaire(make)
    if in_use:
        make_cycle(make, questionnaire=questionnaire)
    return {"code": questionnaire.code, "edition": 1, **more}


def row(name, expected=SECRETARIAT, method="get", data=None, in_use=False, **more):
    situation = "in use" if in_use else "being built"
    return Row(f"strategy:{name}", expected, situation, partial(an_edition, in_use=in_use, **more), method, data or {})


ROWS = [
    Row("strategy:questionnaire_list", SECRETARIAT),
    Row("strategy:questionnaire_create", SECRETARIAT),
    row("questionnaire_builder"),
    row("questionnaire_builder", in_use=True),
    row("questionnaire_edit"),
    row("questionnaire_delete"),
    row("questionnaire_delete", "in 403 403 403 403 302 302", "post", {"version": 1, "rows": ""}),
    row("questionnaire_copy", DONE, "post"),
    row("questionnaire_copy", "in 403 403 403 403 405 405"),
    row("questionnaire_order", "in 403 403 403 403 400 400", "post"),
    row("questionnaire_bring_back", DONE, "post"),
    row("questionnaire_bring_back", "in 403 403 403 403 403 403", "post", in_use=True),
    row("questionnaire_changes", "in 403 403 403 403 404 404"),
    row("questionnaire_preview"),
    row("questionnaire_preview", method="post"),
    row("questionnaire_translations"),
    row("section_create"),
    row("section_create", "in 403 403 403 403 403 403", in_use=True),
    row("section_edit", section="1"),
    row("section_edit", "in 403 403 403 403 404 404", section="99"),
    row("section_delete", section="1"),
    row("question_create", section="1"),
    row("question_create", "in 403 403 403 403 403 403", in_use=True, section="1"),
    row("question_edit", question="1.2"),
    row("question_edit", question="1.2", in_use=True),
    row("question_delete", question="2.2"),
]
