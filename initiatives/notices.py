"""What people are told about initiatives besides their transitions. Imported by InitiativesConfig.ready."""

from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from initiatives.models import Initiative

notifications.register_naming(
    Initiative, marked=lambda initiative: languages.marked(initiative, "short_title", "title") or initiative.code
)
notifications.register_kind(
    "partner",
    "people",
    _("Our part in an initiative of others"),
    _("An entity names yours as a partner and asks you to confirm it."),
    When.AT_ONCE,
)
notifications.register_sentence("partner_asked", _("Your entity is named as a partner. Please confirm its part."))
