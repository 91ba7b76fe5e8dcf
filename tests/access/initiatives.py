from initiatives.models import Participation
from tests.access.table import PUBLIC, SIGNED_IN, Row
from tests.initiatives.factory import make_initiative


def initiative(state, partner=None, **fields):
    """A record of ILO in this state; `partner` is named in it."""

    def kwargs(make):
        record = make_initiative(make, state=state, lead=make.entity("ILO"), **fields)
        if partner:
            Participation.objects.create(initiative=record, role="partner", entity=make.entity(partner))
        return {"slug": record.slug}

    return kwargs


def moved(state, event, **fields):
    def kwargs(make):
        return initiative(state, **fields)(make) | {"event": event}

    return kwargs


def part(partner):
    def kwargs(make):
        record = make_initiative(make, lead=make.entity("ILO"))
        row = Participation.objects.create(initiative=record, role="partner", entity=make.entity(partner))
        return {"slug": record.slug, "pk": row.pk}

    return kwargs


DETAIL, EDIT, DELETE = "initiatives:initiative_detail", "initiatives:initiative_edit", "initiatives:initiative_delete"
MOVE = "initiatives:initiative_transition"
REASON = {"reason": "Because"}

ROWS = [
    Row("initiatives:initiative_list", PUBLIC),
    Row("initiatives:initiative_mine", SIGNED_IN),
    Row("initiatives:initiative_create", "in 403 200 200 200 200 200"),
    Row(DETAIL, PUBLIC, "published", initiative("published")),
    Row(DETAIL, PUBLIC, "ended", initiative("ended")),
    Row(DETAIL, PUBLIC, "archived", initiative("archived")),
    Row(DETAIL, "404 404 404 200 200 404 404", "draft", initiative("draft")),
    Row(DETAIL, "404 404 200 200 200 404 404", "draft that names FAO", initiative("draft", partner="FAO")),
    Row(DETAIL, "404 404 404 200 200 200 200", "submitted", initiative("submitted")),
    Row(DETAIL, "404 404 200 200 200 200 200", "submitted that names FAO", initiative("submitted", partner="FAO")),
    Row(DETAIL, "404 404 404 200 200 200 200", "returned", initiative("returned")),
    Row(EDIT, "in 404 404 200 200 404 404", "draft", initiative("draft")),
    Row(EDIT, "in 404 403 200 200 404 404", "draft that names FAO", initiative("draft", partner="FAO")),
    Row(EDIT, "in 404 404 403 403 403 403", "submitted", initiative("submitted")),
    Row(EDIT, "in 404 404 200 200 403 403", "returned", initiative("returned")),
    Row(EDIT, "in 403 403 200 200 200 200", "published", initiative("published")),
    Row(EDIT, "in 403 403 403 403 403 403", "archived", initiative("archived")),
    Row(EDIT, "in 403 403 302 302 302 302", "published", initiative("published"), method="post"),
    Row(DELETE, "in 404 404 403 200 404 404", "draft", initiative("draft")),
    Row(DELETE, "in 403 403 403 403 403 403", "published", initiative("published")),
    Row(DELETE, "in 404 404 403 302 404 404", "draft", initiative("draft"), method="post"),
    Row(MOVE, "in 404 404 403 302 404 404", "submit", moved("draft", "submit"), method="post"),
    Row(MOVE, "in 404 404 403 200 404 404", "submit", moved("draft", "submit")),
    Row(MOVE, "in 404 404 403 302 403 403", "recall", moved("submitted", "recall"), method="post"),
    Row(MOVE, "in 404 404 403 403 302 302", "publish", moved("submitted", "publish"), method="post"),
    Row(MOVE, "in 404 404 403 403 302 302", "return", moved("submitted", "return"), method="post", data=REASON),
    Row(MOVE, "in 403 403 403 302 403 403", "confirm", moved("published", "confirm"), method="post"),
    Row(MOVE, "in 403 403 403 302 302 302", "end", moved("published", "end"), method="post", data=REASON),
    Row(MOVE, "in 403 403 403 302 302 302", "archive", moved("published", "archive"), method="post", data=REASON),
    Row(MOVE, "in 403 403 403 403 302 302", "unpublish", moved("published", "unpublish"), method="post", data=REASON),
    Row(MOVE, "in 403 403 403 403 302 302", "restore", moved("archived", "restore"), method="post", data=REASON),
    Row(MOVE, "in 404 404 404 404 404 404", "unknown event", moved("published", "fly"), method="post"),
    Row(
        "initiatives:participation_answer",
        "in 403 302 403 403 403 403",
        "FAO is named",
        part("FAO"),
        method="post",
        data={"answer": "confirmed"},
    ),
]
