"""Tables for people."""

FLOOR = "floor: one SQL, formatted"
ADMIN = "Django admin list"


def print_table(rows, rounds, found):
    floor, admin = found[FLOOR][0], found[ADMIN][0]
    print(f"\n{rows} initiatives, medians of {rounds} requests each, in turns")
    print(f"{'page':32} {'ms':>9} {'x floor':>9} {'admin list / page':>18} {'kB':>7}")
    for name, (milliseconds, size) in found.items():
        ratio, peer = milliseconds / floor, admin / milliseconds
        print(f"{name:32} {milliseconds:9.2f} {ratio:9.1f} {peer:18.1f} {size / 1000:7.1f}")


def print_growth(found, log):
    """The exponent e of time ~ rows^e between the smallest and the largest catalogue: 0 is flat, 1 is linear."""
    small, large = min(found), max(found)
    print(f"\ngrowth from {small} to {large} initiatives")
    for name in found[small]:
        exponent = log(found[large][name][0] / found[small][name][0]) / log(large / small)
        print(f"{name:32} {exponent:9.2f}")
