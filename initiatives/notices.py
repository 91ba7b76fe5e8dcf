"""What people are told about initiatives besides their transitions. Imported by InitiativesConfig.ready."""

from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from entities.roles import is_secretariat, represents
from initiatives.models import Initiative
from initiatives.presentation import BEFORE_PUBLICATION


def tells_reason(initiative, event, reader):
    """Who left the lead entity since reads no more what it and the secretariat said before publication."""
    return event not in BEFORE_PUBLICATION or represents(reader, initiative.lead_id) or is_secretariat(reader)


notifications.register_naming(
    Initiative,
    marked=lambda initiative: languages.marked(initiative, "short_title", "title") or initiative.code,
    tells_reason=tells_reason,
)
notifications.register_kind(
    "partner",
    "people",
    _("Our part in an initiative of others"),
    _("An entity names yours as a partner and asks you to confirm it."),
    When.AT_ONCE,
)
notifications.register_sentence("partner_asked", _("Your entity is named as a partner. Please confirm its part."))
