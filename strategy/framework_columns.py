"""A framework as a table: one row for each part and each indicator. Export, template and import have these columns.

Columns are named by keys that are the same in every language, so that a file may be filled in by one person and
imported by another.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from core import languages
from core.exports import Column, Table
from strategy.framework_words import code_above
from strategy.models import Aggregation, Direction, IndicatorUnit, NodeKind

INDICATOR = "indicator"
OFFICIAL, SAMPLE = "official", "sample"
FOUR_DECIMALS = Decimal("0.0001")


@dataclass(frozen=True)
class Field:
    """A column, or six of them where it `is_translated`. `node` and `indicator` name the field of the record; "" where
    the record has none. `says` explains it in the template."""

    key: str
    says: str
    node: str = ""
    indicator: str = ""
    is_translated: bool = False
    choices: type | None = None
    width: int = 16


FIELDS = [
    Field("kind", _("What the row is: indicator, or the kind of part."), node="kind", choices=NodeKind),
    Field("code", _("Its code, such as 1.2. Format the column as text, or 1-2 becomes a date."), "code", "code"),
    Field("parent", _("Code of the part under which it stands. Empty for a part at the top.")),
    Field("status", _("official, or sample where wording or numbering are not the official ones. Of parts only.")),
    Field(
        "original_language",
        _("Language in which the texts were written first: en, fr, es, ar, zh-hans or ru."),
        "original_language",
        "original_language",
    ),
    Field("text", _("Text of the part, or title of the indicator."), "text", "title", True, width=50),
    Field(
        "description",
        _("Description of the part, or definition of the indicator."),
        "description",
        "definition",
        True,
        width=50,
    ),
    Field("short_title", _("Short title of the indicator."), "", "short_title", True, width=30),
    Field("unit", _("Unit of the indicator."), "", "unit", choices=IndicatorUnit),
    Field("unit_label", _("Name of the unit, where it needs one of its own."), "", "unit_label", True),
    Field("direction", _("Whether higher or lower values are better."), "", "direction", choices=Direction),
    Field("aggregation", _("How the answers of the entities add up."), "", "aggregation", choices=Aggregation),
    Field("baseline_value", _("Baseline. Leave it empty unless a document states it."), "", "baseline_value"),
    Field("baseline_year", _("Year of the baseline."), "", "baseline_year"),
    Field("target_value", _("Target. Leave it empty unless a document states it."), "", "target_value"),
    Field("target_year", _("Year of the target."), "", "target_year"),
    Field("disaggregation", _("By what the values are broken down."), "", "disaggregation", True, width=30),
    Field("source", _("Where the wording of the part stands."), node="source", width=30),
]


def keys_of(field):
    """[(key of the column, code of the language or "")]"""
    if not field.is_translated:
        return [(field.key, "")]
    return [(languages.column(field.key, code), code) for code in languages.CODES]


# {key of a column: (its Field, code of its language or "")}, in the order of the table.
COLUMNS = {key: (field, code) for field in FIELDS for key, code in keys_of(field)}


def attribute_of(key, is_indicator):
    """The name of the record's field behind a column; "" where it has none."""
    field, code = COLUMNS[key]
    name = field.indicator if is_indicator else field.node
    return languages.column(name, code) if name and code else name


# Export


def table_of(framework, address=""):
    """The framework in the form in which it can be imported."""
    columns = [Column(key, key, value_of(key), COLUMNS[key][0].width) for key in COLUMNS]
    name = f"framework-{framework.slug}"
    return Table(name, str(framework), columns, records_of(framework), address=address)


def records_of(framework):
    """Parts in their order, each with its indicators behind it."""
    nodes = framework.nodes.select_related("parent").prefetch_related("indicators")
    return [record for node in nodes for record in (node, *indicators_of(node))]


def indicators_of(node):
    indicators = sorted(node.indicators.all(), key=lambda indicator: (indicator.position, indicator.code))
    for indicator in indicators:
        indicator.node = node
    return indicators


def value_of(key):
    def value(record):
        is_indicator = hasattr(record, "unit")
        if key == "kind" and is_indicator:
            return INDICATOR
        if key == "parent":
            return code_above(record)
        if key == "status":
            return "" if is_indicator else SAMPLE if record.is_sample else OFFICIAL
        attribute = attribute_of(key, is_indicator)
        return written(getattr(record, attribute)) if attribute else ""

    return value


def written(value):
    """A number with decimals has four of them: after three, 1,234 could be read as a thousand."""
    if not isinstance(value, Decimal):
        return "" if value is None else value
    return int(value) if value == value.to_integral_value() else value.quantize(FOUR_DECIMALS)
