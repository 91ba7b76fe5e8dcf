"""What an initiative needs before it can be submitted. The page lists it, the workflow refuses on it."""

from django.utils.translation import gettext as _

from core import languages
from initiatives.choices import CooperationType, Method, Role

GIVES_OR_TAKES = {Role.PIVOTAL, Role.BENEFICIARY, Role.MUTUAL}
SUPPORTS = {Role.FACILITATOR, Role.FUNDER}
SEVERAL_COUNTRIES = {
    Method.REGIONAL,
    Method.INTERREGIONAL,
    Method.GLOBAL,
    Method.CITY_TO_CITY,
    Method.SIDS_TO_SIDS,
    Method.FRAGILE_TO_FRAGILE,
}
SOUTH_SOUTH = {
    CooperationType.SOUTH_SOUTH_BILATERAL,
    CooperationType.SOUTH_SOUTH_REGIONAL,
    CooperationType.SOUTH_SOUTH_UN,
}
TRIANGULAR = {CooperationType.TRIANGULAR, CooperationType.SOUTH_SOUTH_AND_TRIANGULAR}


def missing_to_submit(initiative):
    """Sentences that say what is missing; empty when the record is ready."""
    return [*_missing_texts(initiative), *_missing_facts(initiative), *_missing_partners(initiative)]


def _missing_texts(initiative):
    language = languages.BY_CODE[initiative.original_language]
    texts = {
        "title": _("Write the title in {language}, the original language."),
        "summary": _("Write the summary in {language}, the original language."),
    }
    for field, sentence in texts.items():
        if not (getattr(initiative, languages.column(field, language.code)) or "").strip():
            yield sentence.format(language=language.name)


def _missing_facts(initiative):
    if not initiative.cooperation_type:
        yield _("Choose the cooperation type.")
    if not initiative.instrument:
        yield _("Choose the instrument.")
    if not initiative.method:
        yield _("Choose the geographic method.")
    if not initiative.goals.exists():
        yield _("Choose at least one Goal.")
    if not initiative.themes.exists():
        yield _("Choose at least one theme.")
    if not initiative.modalities.exists():
        yield _("Choose at least one modality.")
    if initiative.start is None:
        yield _("Say when it starts: the year is enough.")
    if not initiative.status:
        yield _("Choose the status.")
    if not initiative.contact:
        yield _("Give a contact mailbox.")


def _missing_partners(initiative):
    rows = list(initiative.participations.all())
    partners = [row for row in rows if row.role in GIVES_OR_TAKES]
    countries = {row.country_id for row in partners if row.country_id}
    several = any(row.kind in ("region", "group") for row in partners)
    if initiative.cooperation_type in TRIANGULAR:
        # The lead entity counts only where it is named as facilitator: the roles are what the record states.
        if not any(row.role in SUPPORTS and row.kind != "group" for row in rows):
            yield _("Triangular cooperation needs a facilitator: a country, an entity or an organization.")
        if len(countries) < 2 and not several:
            yield _(
                "Triangular cooperation needs at least two developing countries that share or receive, "
                "or a region or group of countries."
            )
    elif initiative.cooperation_type in SOUTH_SOUTH:
        if len(countries) < 2 and not several and initiative.method not in SEVERAL_COUNTRIES:
            yield _(
                "South-South cooperation needs at least two countries that share or receive, "
                "or a regional, interregional or global scope."
            )
    elif not rows:
        yield _("Name at least one country, region or group that takes part.")
