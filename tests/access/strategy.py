from functools import partial

from strategy.consolidated_snapshot import take
from strategy.framework_versions import make_version
from tests.access.table import PUBLIC, Row
from tests.strategy.factory import RECEIVED, make_cycle, make_extension, make_framework, make_report


def a_framework(make):
    return {"slug": make_framework(make).slug}


def an_indicator(make):
    return {"slug": make_framework(make).slug, "code": "INS-1"}


def a_second_version(make):
    return {"slug": make_version(make_framework(make)).slug}


def a_part(make):
    return {"pk": make_framework(make, with_indicator=False).nodes.get().pk}


def an_indicator_by_number(make):
    return {"pk": make_framework(make).nodes.get().indicators.get().pk}


def a_cycle(make, state, **more):
    return {"slug": make_cycle(make, state=state, entities=[make.entity("ILO")]).slug, **more}


def an_answered_question(make, state="published", code="1.1"):
    return a_cycle(make, state, questionnaire="progress-report", code=code)


def a_survey(make, state="published"):
    a_cycle(make, state)
    return {"code": "progress-report"}


def an_outcome(make):
    return {"slug": make_framework(make).slug, "code": "S1"}


def a_reporting_entity(make):
    a_cycle(make, "published")
    return {"slug": "ilo"}


for_members = partial(an_answered_question, code="2.1")
closable = partial(a_cycle, state="open", event="close")


def an_entity_in(make, state="open", **more):
    return a_cycle(make, state, entity="ilo")


def an_extension(make, state, **more):
    cycle = make_cycle(make, entities=[make.entity("ILO")])
    return {"pk": make_extension(cycle, make.entity("ILO"), state).pk, **more}


granted, waiting = partial(an_extension, state="granted"), partial(an_extension, state="requested")


def a_report(make, state, **more):
    return {"pk": make_report(make, entity=make.entity("ILO"), state=state, complete=True).pk, **more}


def an_empty_form(state, make):
    return {"slug": make_cycle(make, state=state).slug, "questionnaire": "progress-report", "ending": "docx"}


def starting(make, state="open"):
    cycle = make_cycle(make, state=state, entities=[make.entity("ILO")])
    return {"slug": cycle.slug, "entity": "ilo", "questionnaire": cycle.questionnaires.get().code}


def reports(url, state, expected, method="get", data=None, **more):
    return Row(
        url, expected, f"{state} {' '.join(more.values())}", partial(a_report, state=state, **more), method, data or {}
    )


NOBODY = "404 404 404 404 404 404 404"


def with_snapshot(make, **more):
    cycle = make_cycle(make, state="published", entities=[make.entity("ILO")])
    take(cycle, by=None)
    return {"slug": cycle.slug, **more}


def a_narrative(make):
    cycle = make_cycle(make, entities=[make.entity("ILO")])
    return {"slug": cycle.slug, "question": cycle.questionnaires.get().questions[3].pk}


PREPARE = "in 404 403 403 403 200 200"
UNPUBLISHED = "404 404 404 404 404 200 200"
a_paper = {"paper": "annex", "ending": "xlsx"}
a_section = {"questionnaire": "progress-report", "section": "1"}

READ = "in 404 404 200 200 200 200"
COMMENT = {"text": "A word"}
WHY = {"reason": "Why"}

KEEPERS = "in 403 403 403 403 200 200"
KEPT = "in 403 403 403 403 302 302"

ROWS = [
    Row("strategy:framework_list", PUBLIC),
    Row("strategy:framework_detail", PUBLIC, kwargs=a_framework),
    Row("strategy:indicator_detail", PUBLIC, kwargs=an_indicator),
    Row("strategy:framework_compare", PUBLIC, kwargs=a_second_version),
    Row("strategy:framework_compare", "404 404 404 404 404 404 404", "only one version", a_framework),
    Row("strategy:framework_export", PUBLIC, kwargs=a_framework),
    Row("strategy:framework_keeping", KEEPERS),
    Row("strategy:framework_create", KEEPERS),
    Row("strategy:framework_template", KEEPERS),
    *[
        Row(f"strategy:{name}", KEEPERS, kwargs=a_framework)
        for name in (
            "framework_tree",
            "framework_edit",
            "framework_import",
            "framework_version",
            "node_create",
            "indicator_create",
        )
    ],
    Row("strategy:framework_version", KEPT, kwargs=a_framework, method="post"),
    Row("strategy:framework_move", KEPT, kwargs=a_framework, method="post"),
    Row("strategy:framework_move", "in 405 405 405 405 405 405", kwargs=a_framework),
    *[Row(f"strategy:node_{name}", KEEPERS, kwargs=a_part) for name in ("edit", "correct", "delete")],
    *[
        Row(f"strategy:indicator_{name}", KEEPERS, kwargs=an_indicator_by_number)
        for name in ("edit", "correct", "delete")
    ],
    Row("strategy:cycle_list", PUBLIC),
    Row("strategy:cycle_figures", PUBLIC, "published", partial(a_cycle, state="published")),
    Row("strategy:cycle_figures", NOBODY, "closed", partial(a_cycle, state="closed")),
    Row("strategy:answer_list", PUBLIC, "public", an_answered_question),
    Row("strategy:answer_list", "404 404 200 200 200 200 200", "for members", for_members),
    Row("strategy:survey_detail", PUBLIC, kwargs=a_survey),
    Row("strategy:survey_detail", NOBODY, "nothing published", partial(a_survey, state="open")),
    Row("strategy:node_detail", PUBLIC, kwargs=an_outcome),
    Row("strategy:entity_results", PUBLIC, kwargs=a_reporting_entity),
    Row("strategy:answer_list", NOBODY, "closed", partial(an_answered_question, state="closed")),
    Row("strategy:cycle_detail", "404 404 200 200 200 200 200", "planned", partial(a_cycle, state="planned")),
    Row("strategy:cycle_detail", "404 404 200 200 200 200 200", "open", partial(a_cycle, state="open")),
    Row("strategy:cycle_detail", PUBLIC, "published", partial(a_cycle, state="published")),
    Row(
        "strategy:cycle_transition", "in 404 403 403 403 200 200", "open", partial(a_cycle, state="open", event="close")
    ),
    Row("strategy:cycle_transition", "in 404 403 403 403 302 302", "open", closable, "post"),
    Row("strategy:cycle_new", "in 403 403 403 403 200 200"),
    Row("strategy:cycle_edit", "in 404 403 403 403 200 200", "open", partial(a_cycle, state="open")),
    Row("strategy:cycle_remind", "in 404 403 403 403 200 200", "open", partial(a_cycle, state="open")),
    Row("strategy:cycle_remind", "in 404 403 403 403 302 302", "open", partial(a_cycle, state="open"), "post"),
    Row("strategy:extension_list", "in 404 200 200 200 200 200", "open", partial(a_cycle, state="open")),
    Row("strategy:extension_ask", "in 404 404 403 200 403 403", "open", an_entity_in),
    Row("strategy:extension_ask", "in 404 404 403 403 403 403", "closed", partial(an_entity_in, state="closed")),
    Row("strategy:extension_give", "in 404 404 403 403 200 200", "open", an_entity_in),
    Row("strategy:extension_give", "in 404 404 403 403 403 403", "published", partial(an_entity_in, state="published")),
    Row("strategy:extension_detail", "in 404 404 200 200 200 200", "granted", granted),
    Row("strategy:extension_grant", "in 404 404 403 403 200 200", "waiting", waiting),
    Row("strategy:extension_grant", "in 404 404 403 403 403 403", "granted", granted),
    Row("strategy:extension_transition", "in 404 404 403 302 403 403", "w", partial(waiting, event="withdraw"), "post"),
    Row(
        "strategy:extension_transition",
        "in 404 404 403 403 302 302",
        "granted",
        partial(granted, event="end"),
        "post",
        WHY,
    ),
    # The secretariat alone reads what is not published yet.
    Row("strategy:consolidated", UNPUBLISHED, "open", partial(a_cycle, state="open")),
    Row("strategy:consolidated", PUBLIC, "published", with_snapshot),
    Row("strategy:consolidated_section", PUBLIC, "published", partial(with_snapshot, **a_section)),
    Row("strategy:consolidated_paper", PUBLIC, "published", partial(with_snapshot, **a_paper)),
    Row(
        "strategy:consolidated_paper", "404 404 404 404 404 200 200", "open", partial(a_cycle, state="open", **a_paper)
    ),
    Row("strategy:consolidated_compare", "404 404 404 404 404 404 404", "one snapshot", with_snapshot),
    Row("strategy:consolidated_edit", PREPARE, "open", partial(a_cycle, state="open")),
    Row("strategy:consolidated_edit", "in 404 403 403 403 200 200", "empty", partial(a_cycle, state="open"), "post"),
    Row("strategy:narratives_list", PREPARE, "open", partial(a_cycle, state="open")),
    Row("strategy:narratives", PREPARE, "open", a_narrative),
    Row("strategy:narratives", "in 404 403 403 403 302 302", "open", a_narrative, "post"),
    Row("strategy:report_start", "in 404 404 302 302 302 302", "open", starting, "post"),
    Row("strategy:report_start", "in 404 404 403 403 403 403", "closed", partial(starting, state="closed"), "post"),
    Row("strategy:report_start", "in 405 405 405 405 405 405", "open", starting),
    # The secretariat gets the page of a draft without its text: tests/strategy/test_report_rights.py.
    reports("strategy:report_detail", "draft", READ),
    reports("strategy:report_detail", "submitted", READ),
    reports("strategy:report_detail", "accepted", READ),
    reports("strategy:report_edit", "draft", "in 404 404 200 200 403 403"),
    reports("strategy:report_edit", "draft", "in 404 404 302 302 403 403", "post"),
    reports("strategy:report_edit", "submitted", "in 404 404 403 403 403 403"),
    reports("strategy:report_edit", "returned", "in 404 404 403 403 403 403"),
    reports("strategy:report_edit", "accepted", "in 404 404 403 403 403 403", "post"),
    reports("strategy:sections_assign", "draft", "in 404 404 403 200 403 403"),
    reports("strategy:sections_assign", "draft", "in 404 404 403 302 403 403", "post"),
    reports("strategy:sections_assign", "submitted", "in 404 404 403 403 403 403"),
    reports("strategy:report_paper", "draft", "in 404 404 200 200 403 403", ending="docx"),
    reports("strategy:report_paper", "submitted", "in 404 404 200 200 200 200", ending="docx"),
    Row("strategy:questionnaire_paper", PUBLIC, "published", partial(an_empty_form, "published")),
    Row("strategy:questionnaire_paper", "404 404 200 200 200 200 200", "open", partial(an_empty_form, "open")),
    reports("strategy:evidence_find", "draft", "in 404 404 200 200 403 403"),
    reports("strategy:evidence_find", "submitted", "in 404 404 403 403 403 403"),
    reports("strategy:report_workbook", "draft", "in 404 404 200 200 403 403"),
    reports("strategy:report_workbook", "draft", "in 404 404 200 200 403 403", "post"),
    reports("strategy:report_workbook", "accepted", "in 404 404 403 403 403 403"),
    reports("strategy:report_workbook_file", "draft", "in 404 404 200 200 403 403"),
    reports("strategy:report_workbook_file", "accepted", "in 404 404 403 403 403 403"),
    reports("strategy:report_transition", "not_started", "in 404 404 302 302 403 403", "post", event="start"),
    # Not before it is said how the report came.
    reports("strategy:report_transition", "not_started", "in 404 404 403 403 409 409", "post", event="enter"),
    reports("strategy:report_on_behalf", "not_started", "in 404 404 403 403 200 200"),
    reports("strategy:report_on_behalf", "not_started", "in 404 404 403 403 302 302", "post", RECEIVED),
    reports("strategy:report_on_behalf", "draft", "in 404 404 403 403 403 403"),
    # No answer of this report was carried over.
    reports("strategy:report_transition", "submitted", "in 404 404 403 403 409 409", "post", event="accept_unchanged"),
    reports(
        "strategy:report_transition", "submitted", "in 404 404 403 403 409 409", "post", event="take_back_unchanged"
    ),
    Row("strategy:review_queue", "in 403 403 403 403 200 200"),
    Row("strategy:follow_up", "in 404 403 403 403 200 200", "open", partial(a_cycle, state="open")),
    reports("strategy:followed_up", "submitted", "in 404 404 403 403 302 302", "post", code="1.3"),
    reports("strategy:review", "draft", "in 404 404 403 403 403 403"),
    reports("strategy:review", "submitted", "in 404 404 403 403 200 200"),
    reports("strategy:review", "accepted", "in 404 404 403 403 200 200"),
    reports("strategy:look", "submitted", "in 404 404 403 403 302 302", "post", code="1.3"),
    reports("strategy:look", "accepted", "in 404 404 403 403 403 403", "post", code="1.3"),
    reports("strategy:review_comment", "submitted", "in 404 404 403 403 302 302", "post", COMMENT, code="1.3"),
    reports("strategy:report_compare", "draft", "in 404 404 200 200 200 200"),
    reports("strategy:report_compare", "submitted", "in 404 404 200 200 200 200"),
    reports("strategy:report_transition", "draft", "in 404 404 403 302 403 403", "post", event="submit"),
    reports("strategy:report_transition", "draft", "in 404 404 403 200 403 403", event="submit"),
    reports("strategy:report_transition", "submitted", "in 404 404 403 302 403 403", "post", event="recall"),
    reports("strategy:report_transition", "submitted", "in 404 404 403 403 302 302", "post", event="accept"),
    reports(
        "strategy:report_transition",
        "submitted",
        "in 404 404 403 403 302 302",
        "post",
        {"reason": "Why"},
        event="return",
    ),
    reports("strategy:report_transition", "returned", "in 404 404 302 302 403 403", "post", event="revise"),
    reports(
        "strategy:report_transition",
        "accepted",
        "in 404 404 403 403 302 302",
        "post",
        {"reason": "Why"},
        event="reopen",
    ),
    reports("strategy:answer_comment", "draft", "in 404 404 403 403 403 403", "post", COMMENT, code="1.3"),
    reports("strategy:answer_comment", "submitted", "in 404 404 302 302 302 302", "post", COMMENT, code="1.3"),
    reports("strategy:answer_comment", "accepted", "in 404 404 302 302 302 302", "post", COMMENT, code="1.3"),
    reports("strategy:answer_comment", "submitted", "in 405 405 405 405 405 405", code="1.3"),
]
