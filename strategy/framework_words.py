"""What a part or an indicator of a framework says in one of its fields, in words, to be set beside another version."""

from decimal import Decimal

from django.utils.translation import gettext as _

from strategy.models import Indicator
from strategy.numbers import show


def words_of(record, attribute):
    """One column: of a translated field that of a language. "" of a record that does not exist yet."""
    if record is None:
        return ""
    value = getattr(record, attribute)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Decimal):
        return show(value)
    shown = getattr(record, f"get_{attribute}_display", None)
    return str(shown() if shown else "" if value is None else value)


def code_above(record):
    """The code of the part under which it stands; "" at the top, and of a record that does not exist yet."""
    if record is None:
        return ""
    above = record.node if isinstance(record, Indicator) else record.parent
    return above.code if above else ""
