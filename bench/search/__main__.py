"""`make search`: asks real questions of the reference and demo data, as a visitor, and prints what was found.

Recall: the share of the expected records that stand in the first ten. Rank: the mean reciprocal place of the first
expected record (1 is first). The records were chosen by their meaning, from the data, before the search was asked.
Each question that misses a record is printed. Near misses: typing errors for which the right word must be offered.

questions.json is the set that the search was made with. held_out.json was written afterwards; since its misses were
looked into, it is known too. third.json was written before it was first asked and is not used for tuning: its figures
tell what people may expect of words that nobody thought of, so whoever changes the search looks at the other two only.
What each new set gave when it was first asked stands in docs/decisions/0009.
"""

import json
from pathlib import Path

from bench.setup import prepare_database, set_up

SETS = {
    "questions.json": "Known: the search was made with them",
    "held_out.json": "Known since its misses were looked into; held out before",
    "third.json": "Held out: not used for tuning",
}


def main():
    set_up("search")
    prepare_database()
    from django.contrib.auth.models import AnonymousUser
    from django.core.management import call_command

    from bench.search.judging import names_of_records

    call_command("load_demo", verbosity=0)
    visitor, records = AnonymousUser(), names_of_records()
    for name, heading in SETS.items():
        questions = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
        print(f"\n{heading}")
        print_judged(visitor, questions, records)


def print_judged(visitor, questions, records):
    from django.utils import translation

    from bench.search.judging import judge, judge_near_misses

    misses = []
    print(f"{'language':10} {'questions':>9} {'recall':>8} {'rank':>6} {'ms':>6}  near misses offered")
    for code, asked in questions["asked"].items():
        with translation.override(code):
            judged = judge(visitor, asked, records)
            offered = judge_near_misses(visitor, questions.get("near_misses", {}).get(code, []))
        misses += [f"{code}: {line}" for line in [*judged.misses, *offered.misses]]
        print(
            f"{code:10} {len(asked):9} {judged.recall:8.3f} {judged.rank:6.3f} {judged.milliseconds:6.1f}"
            + (f"  {offered.right} of {offered.all}" if offered.all else "")
        )
    print("Missed:" if misses else "Nothing was missed.", flush=True)
    for line in misses:
        print(f"  {line}", flush=True)


main()
