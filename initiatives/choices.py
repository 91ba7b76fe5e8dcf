"""The vocabularies of an initiative. Values are plain words; only the labels are translated."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where the record stands. What the cooperation itself is doing is said by Status."""

    DRAFT = "draft", pgettext_lazy("state", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("state", "Submitted")
    RETURNED = "returned", pgettext_lazy("state", "Returned")
    PUBLISHED = "published", pgettext_lazy("state", "Published")
    ENDED = "ended", pgettext_lazy("state", "Ended")
    ARCHIVED = "archived", pgettext_lazy("state", "Archived")


IN_CATALOGUE = (State.PUBLISHED, State.ENDED)
PUBLIC = (*IN_CATALOGUE, State.ARCHIVED)
EDITED_IN_PLACE = (State.DRAFT, State.RETURNED)


class CooperationType(models.TextChoices):
    SOUTH_SOUTH_BILATERAL = "south_south_bilateral", _("South-South, between two countries")
    SOUTH_SOUTH_REGIONAL = "south_south_regional", _("South-South, regional or of several countries")
    SOUTH_SOUTH_UN = "south_south_un", _("South-South with support of the United Nations")
    SOUTH_SOUTH_AND_TRIANGULAR = "south_south_and_triangular", _("South-South and triangular")
    TRIANGULAR = "triangular", _("Triangular")
    FUND = "fund", _("Fund or facility")


class Instrument(models.TextChoices):
    PROGRAMME = "programme", _("Programme")
    PROJECT = "project", _("Project")
    ACTION = "action", _("One-off activity")
    FUND = "fund", _("Fund")
    NETWORK = "network", _("Network or centre of excellence")
    KNOWLEDGE_PRODUCT = "knowledge_product", _("Knowledge product")
    EVENT = "event", pgettext_lazy("instrument", "Event")


class Method(models.TextChoices):
    COUNTRY_TO_COUNTRY = "country_to_country", _("Country to country")
    REGIONAL = "regional", _("Regional")
    INTERREGIONAL = "interregional", _("Interregional")
    GLOBAL = "global", _("Global")
    CITY_TO_CITY = "city_to_city", _("City to city")
    SIDS_TO_SIDS = "sids_to_sids", _("Small island developing State to small island developing State")
    FRAGILE_TO_FRAGILE = "fragile_to_fragile", _("Fragile State to fragile State")


class Status(models.TextChoices):
    """What the cooperation is doing; the six values of IATI."""

    PIPELINE = "pipeline", pgettext_lazy("state", "In preparation")
    IMPLEMENTATION = "implementation", pgettext_lazy("state", "In implementation")
    FINALISATION = "finalisation", pgettext_lazy("state", "In finalization")
    CLOSED = "closed", pgettext_lazy("state", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("state", "Cancelled")
    SUSPENDED = "suspended", pgettext_lazy("state", "Suspended")


ACTIVE = (Status.PIPELINE, Status.IMPLEMENTATION, Status.FINALISATION, Status.SUSPENDED)


class Role(models.TextChoices):
    PIVOTAL = "pivotal", _("Shares (pivotal partner)")
    BENEFICIARY = "beneficiary", _("Receives (beneficiary)")
    MUTUAL = "mutual", _("Shares and receives (mutual exchange)")
    FACILITATOR = "facilitator", _("Facilitates")
    FUNDER = "funder", _("Funds")
    IMPLEMENTER = "implementer", _("Implements")
    KNOWLEDGE_PARTNER = "knowledge_partner", _("Knowledge partner")
    PARTNER = "partner", _("Partner, role not stated")


class OrganizationType(models.TextChoices):
    GOVERNMENT = "government", _("Government")
    LOCAL_GOVERNMENT = "local_government", _("Local government")
    OTHER_PUBLIC = "other_public", _("Other public body")
    NGO = "ngo", _("Non-governmental organization")
    PUBLIC_PRIVATE = "public_private", _("Public-private partnership")
    MULTILATERAL = "multilateral", _("Multilateral organization")
    FOUNDATION = "foundation", _("Foundation")
    PRIVATE_SECTOR = "private_sector", _("Private sector")
    ACADEMIC = "academic", _("Academic, training or research body")
    EMPLOYERS = "employers", _("Employers’ organization")
    WORKERS = "workers", _("Workers’ organization")
    REGIONAL = "regional", _("Regional organization")
    FINANCIAL = "financial", _("International financial institution")
    OTHER = "other", pgettext_lazy("organization", "Other")


class Confidence(models.TextChoices):
    A = "A", _("A: found in a named source")
    B = "B", _("B: something is inferred")
    C = "C", _("C: not verified")


class Origin(models.TextChoices):
    """Who entered the record."""

    ENTITY = "entity", _("Entered by the lead entity")
    PUBLIC_RECORDS = "public_records", _("Compiled from public records")


class GoalBasis(models.TextChoices):
    REPORTED = "reported", _("Reported by the source")
    ASSIGNED = "assigned", _("Assigned when the record was entered")


class Marker(models.IntegerChoices):
    NOT_TARGETED = 0, _("Not an objective")
    SIGNIFICANT = 1, _("A significant objective")
    PRINCIPAL = 2, _("The principal objective")


class ContributionKind(models.TextChoices):
    FINANCIAL = "financial", _("Financial")
    IN_KIND_MONETIZED = "in_kind_monetized", _("In kind, valued in money")
    IN_KIND_COUNTED = "in_kind_counted", _("In kind, counted")


class Unit(models.TextChoices):
    """What a contribution in kind is counted in."""

    PERSON_DAY = "person_day", _("person-days")
    TRAINEE = "trainee", _("trainees")
    SCHOLARSHIP = "scholarship", _("scholarships")
    MISSION = "mission", _("missions")


class Relation(models.TextChoices):
    RELATED = "related", _("Related to")
    PART_OF = "part_of", _("Part of")
    PHASE_OF = "phase_of", _("Phase of")
    ADAPTED_FROM = "adapted_from", _("Adapted from")


class Scheme(models.TextChoices):
    IATI = "iati", _("IATI activity identifier")
    IATI_PATTERN = "iati-pattern", _("Several IATI activity identifiers")
    GALAXY = "galaxy", _("South-South Galaxy")
    OTHER = "other", pgettext_lazy("identifier", "Other")


class Answer(models.TextChoices):
    """What a partner entity says about its own part."""

    CONFIRMED = "confirmed", pgettext_lazy("state", "Confirmed")
    REFUSED = "refused", pgettext_lazy("state", "Refused")
