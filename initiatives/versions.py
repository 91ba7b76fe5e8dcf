"""Working copies: a published record stays as it is until its new version is published."""

from django.db import transaction
from django.db.models import F

from initiatives.choices import State
from initiatives.models import Initiative
from initiatives.translation import InitiativeTranslation

# Rows that belong to one initiative and move with it. Relations point from the record to others.
CHILDREN = ("goals", "participations", "budgets", "contributions", "identifiers", "links", "citations", "relations")
TAGS = ("themes", "modalities", "targets")
# What a working copy does not hand over: its own life, and what stays with the public record.
KEPT = {"id", "slug", "code", "state", "replaces", "version", "created_at", "updated_at", "created_by"}


def open_version(public, by):
    """The working copy of a published record; made when there is none. One is open at a time."""
    with transaction.atomic():
        public = Initiative._base_manager.select_for_update(of=("self",)).get(pk=public.pk)
        existing = Initiative._base_manager.filter(replaces=public).first()
        if existing:
            return existing
        copy = Initiative(
            code=public.code, slug=f"{public.slug[:88]}-new-version", state=State.DRAFT, replaces=public, created_by=by
        )
        _copy_values(public, copy)
        copy.save()
        for name in CHILDREN:
            for child in getattr(public, name).all():
                child.pk, child._state.adding, child.initiative = None, True, copy
                child.save()
        _copy_tags(public, copy)
        # A save that began before, in the administration, would change what was copied: it is stale from here on.
        Initiative._base_manager.filter(pk=public.pk).update(version=F("version") + 1)
        return copy


def publish_into_public(copy):
    """Hands the contents of a working copy to its public record and deletes the copy. Returns the public record."""
    public = Initiative._base_manager.select_for_update(of=("self",)).get(pk=copy.replaces_id)
    _copy_values(copy, public)
    _keep_later_answers(public, copy)
    for name in CHILDREN:
        getattr(public, name).all().delete()
        getattr(copy, name).update(initiative=public)
    _copy_tags(copy, public)
    copy.delete()
    public.save()
    return public


def _keep_later_answers(public, copy):
    """What a partner said about its part of the public record while the new version was written still holds."""
    answers = {(row.role, row.entity_id): row for row in public.participations.exclude(answered_at=None)}
    for row in copy.participations.exclude(entity=None):
        given = answers.get((row.role, row.entity_id))
        if given and (row.answered_at is None or given.answered_at > row.answered_at):
            row.answer, row.answered_by, row.answered_at = given.answer, given.answered_by, given.answered_at
            row.save()


def _copy_values(source, target):
    for field in Initiative._meta.concrete_fields:
        # The library's own columns (title) follow their language columns (title_en).
        if field.name not in KEPT and field.name not in InitiativeTranslation.fields:
            setattr(target, field.attname, getattr(source, field.attname))


def _copy_tags(source, target):
    for name in TAGS:
        getattr(target, name).set(getattr(source, name).all())
