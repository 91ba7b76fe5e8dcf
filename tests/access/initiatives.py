from entities.models import Entity
from initiatives.models import Participation
from initiatives.versions import open_version
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


def part(partner, state="published"):
    def kwargs(make):
        record = make_initiative(make, state=state, lead=make.entity("ILO"))
        row = Participation.objects.create(initiative=record, role="partner", entity=make.entity(partner))
        return {"slug": record.slug, "pk": row.pk}

    return kwargs


def part_of_a_country(make):
    record = make_initiative(make, lead=make.entity("ILO"))
    return {"slug": record.slug, "pk": record.participations.get(role="pivotal").pk}


def new_version(state):
    """The working copy of a public record of ILO."""

    def kwargs(make):
        copy = open_version(make_initiative(make, lead=make.entity("ILO")), None)
        copy.state = state
        copy.save()
        return {"slug": copy.slug}

    return kwargs


def of_a_trusted_entity(state, event):
    def kwargs(make):
        record = make_initiative(make, state=state, lead=make.entity("ILO"))
        Entity.objects.filter(pk=record.lead_id).update(is_trusted=True)
        return {"slug": record.slug, "event": event}

    return kwargs


DETAIL, EDIT, DELETE = "initiatives:initiative_detail", "initiatives:initiative_edit", "initiatives:initiative_delete"
MOVE, ANSWER = "initiatives:initiative_transition", "initiatives:participation_answer"
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
    # Without the versions that were shown nothing is deleted.
    Row(DELETE, "in 404 404 403 409 404 404", "draft", initiative("draft"), method="post"),
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
    Row(DETAIL, "404 404 404 200 200 404 404", "new version, draft", new_version("draft")),
    Row(DETAIL, "404 404 404 200 200 200 200", "new version, submitted", new_version("submitted")),
    Row(EDIT, "in 404 404 200 200 404 404", "new version, draft", new_version("draft")),
    Row(EDIT, "in 404 404 403 403 403 403", "new version, submitted", new_version("submitted")),
    Row(DELETE, "in 404 404 403 409 404 404", "new version, draft", new_version("draft"), method="post"),
    Row(MOVE, "in 404 404 403 403 404 404", "publish draft", moved("draft", "publish"), method="post"),
    Row(MOVE, "in 404 404 403 302 404 404", "trusted, publish", of_a_trusted_entity("draft", "publish"), "post"),
    Row(MOVE, "in 404 404 403 403 404 404", "trusted, submit", of_a_trusted_entity("draft", "submit"), "post"),
    Row(MOVE, "in 404 404 404 404 404 404", "unknown event", moved("published", "fly"), method="post"),
    Row(
        ANSWER,
        "in 403 302 403 403 403 403",
        "FAO is named",
        part("FAO"),
        method="post",
        data={"answer": "confirmed"},
    ),
    Row(ANSWER, "in 405 405 405 405 405 405", "FAO is named", part("FAO")),
    Row(ANSWER, "in 404 302 403 403 404 404", "draft names FAO", part("FAO", "draft"), "post", {"answer": "refused"}),
    Row(ANSWER, "in 403 403 403 403 403 403", "lead is named", part("ILO"), "post", {"answer": "confirmed"}),
    Row(ANSWER, "in 404 404 404 404 404 404", "a country's part", part_of_a_country, "post", {"answer": "confirmed"}),
]
