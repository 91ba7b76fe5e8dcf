"""`make search`: asks questions.json of the reference and demo data, as a visitor, and prints what was found.

Recall: the share of the expected records that stand in the first ten. Rank: the mean reciprocal place of the first
expected record (1 is first). The records were chosen by their meaning, from the data, before the search was asked.
Each question that misses a record is printed. Near misses: typing errors for which the right word must be offered.
"""

import json
import sys
from pathlib import Path

from bench.setup import prepare_database, set_up

QUESTIONS = Path(__file__).parent / "questions.json"


def main():
    set_up("search")
    prepare_database()
    from django.contrib.auth.models import AnonymousUser
    from django.core.management import call_command
    from django.utils import translation

    from bench.search.judging import judge, judge_near_misses, names_of_records

    call_command("load_demo", verbosity=0)
    questions = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    visitor, records, misses = AnonymousUser(), names_of_records(), []
    print(f"{'language':10} {'questions':>9} {'recall':>8} {'rank':>6} {'ms':>6}  near misses offered")
    for code, asked in questions["asked"].items():
        with translation.override(code):
            judged = judge(visitor, asked, records)
            offered = judge_near_misses(visitor, questions["near_misses"][code])
        misses += [f"{code}: {line}" for line in [*judged.misses, *offered.misses]]
        print(
            f"{code:10} {len(asked):9} {judged.recall:8.3f} {judged.rank:6.3f} {judged.milliseconds:6.1f}"
            f"  {offered.right} of {offered.all}"
        )
    print("\nMissed:" if misses else "\nNothing was missed.", file=sys.stderr)
    for line in misses:
        print(f"  {line}", file=sys.stderr)


main()
