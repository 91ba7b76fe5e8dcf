"""Names of people, compared as people compare them: ANA, Ana and Aná are one."""

import re
import unicodedata

from django.db import models

MARKS = re.compile("[\u0300-\u036f]")


class NameKey(models.Func):
    """SQL: the name in small letters, without accents. Of built-in functions that never change, so that an index may
    stand on it."""

    template = r"lower(regexp_replace(normalize(btrim(%(expressions)s), NFKD), '[\u0300-\u036f]', '', 'g'))"
    output_field = models.TextField()


def name_key(name):
    """The same in Python, for names that are no rows yet."""
    return MARKS.sub("", unicodedata.normalize("NFKD", name.strip())).lower()
