"""Whether anything was typed into the cells of a question since the workbook was written."""

import json
from hashlib import blake2b

from core.workbooks.texts import clean


def digest_of_values(values):
    """Of what stands in the cells of a question, the same whatever program saved them."""
    return blake2b(json.dumps([_plain(value) for value in values]).encode(), digest_size=8).hexdigest()


def _plain(value):
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.15g}"
    return clean(str(value)) if value is not None else ""
