"""`make bench`: how fast the main pages are, against a floor and against Django's own admin, in one run.

Options (make bench ARGS="..."): --rows 1000 10000   sizes of the catalogue, several show growth
                                 --rounds 40         requests per page
The pages are asked in turns, so that a busy machine slows all of them alike. It prints medians of wall-clock
milliseconds on one thread (server and database together), ratios to the floor, and growth exponents.
"""

import argparse
import math

from bench.setup import prepare_database, set_up


def main():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1000], help="published initiatives")
    parser.add_argument("--rounds", type=int, default=40, help="requests per page")
    options = parser.parse_args()
    set_up("bench")
    prepare_database()

    from bench import dataset, measure, report

    dataset.officer()
    found = {}
    for rows in sorted(options.rows):
        dataset.grow_to(rows)
        found[rows] = measure.run(options.rounds)
        report.print_table(rows, options.rounds, found[rows])
    if len(found) > 1:
        report.print_growth(found, math.log)


main()
