from tests.access.table import PUBLIC, SIGNED_IN, Row


def an_entity(make):
    return {"slug": make.entity("ILO").slug}


ROWS = [
    Row("entities:entity_list", PUBLIC),
    Row("entities:entity_detail", PUBLIC, kwargs=an_entity),
    Row("entities:entity_edit", "in 403 403 403 200 200 200", kwargs=an_entity),
    Row("entities:entity_edit", "in 403 403 403 302 302 302", kwargs=an_entity, method="post"),
    Row("profile", SIGNED_IN),
    Row("entity_switch", "in 302 302 302 302 302 302", method="post"),
    Row("entity_switch", "in 405 405 405 405 405 405"),
]
