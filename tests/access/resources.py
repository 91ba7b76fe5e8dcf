from tests.access.table import PUBLIC, Row
from tests.resources.factory import make_resource

MEMBERS = "404 404 200 200 200 200 200"
DRAFT = "404 404 404 200 200 200 200"


def a_resource(**situation):
    def kwargs(make):
        return {"slug": make_resource(make, **situation).slug}

    return kwargs


def a_transition(event, **situation):
    def kwargs(make):
        return {"slug": make_resource(make, **situation).slug, "event": event}

    return kwargs


published, members_only, draft = {}, {"is_public": False}, {"state": "draft"}
withdrawal = {"reason": "The link is broken."}

ROWS = [
    Row("resources:resource_list", PUBLIC),
    Row("resources:resource_create", "in 403 200 403 200 200 200"),
    Row("resources:resource_detail", PUBLIC, "published", a_resource(**published)),
    Row("resources:resource_detail", MEMBERS, "published for members", a_resource(**members_only)),
    Row("resources:resource_detail", DRAFT, "draft", a_resource(**draft)),
    Row("resources:resource_edit", "in 403 403 403 403 200 200", "published", a_resource(**published)),
    Row("resources:resource_edit", "in 404 404 403 200 200 200", "draft", a_resource(**draft)),
    Row("resources:resource_edit", "in 404 404 403 200 200 200", "draft", a_resource(**draft), "post"),
    Row("resources:resource_edit", "in 404 403 403 403 200 200", "for members", a_resource(**members_only)),
    Row(
        "resources:resource_transition", "in 404 404 403 403 302 302", "publish",
        a_transition("publish", **draft), "post",
    ),
    Row(
        "resources:resource_transition", "in 403 403 403 403 302 302", "withdraw",
        a_transition("withdraw", **published), "post", withdrawal,
    ),
    Row("resources:resource_transition", "in 403 403 403 403 200 200", "ask", a_transition("withdraw", **published)),
]  # fmt: skip
