"""Makes static/icons.svg, the one icon sprite, from the npm package bootstrap-icons 1.13.1.

    npm pack bootstrap-icons@1.13.1 && tar xzf bootstrap-icons-1.13.1.tgz
    python dev/build_icons.py package/icons

To add an icon: write its name below, run the two lines above, commit the sprite. Readers of the portal need no Node.
"""

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).resolve().parent.parent / "static" / "icons.svg"

NAMES = """
archive arrow-clockwise arrow-counterclockwise arrow-down arrow-down-up arrow-left arrow-left-right arrow-repeat
arrow-return-left arrow-right arrow-up arrow-up-right award bar-chart bell bell-slash book bookmark
box-arrow-in-right box-arrow-right box-arrow-up-right briefcase building calendar-check calendar-event calendar-plus
calendar-x calendar3 camera-video card-list chat-left-text chat-quote check-circle check-circle-fill check-lg
check2-all check2-square chevron-down chevron-left chevron-right chevron-up circle circle-fill circle-half clipboard
clipboard-check clock clock-history cloud-check cloud-slash code-slash collection compass cpu dash-circle dash-lg
database diagram-3 door-open download envelope exclamation-circle-fill exclamation-triangle exclamation-triangle-fill
eye eye-slash file-earmark file-earmark-arrow-down file-earmark-arrow-up file-earmark-diff file-earmark-excel
file-earmark-lock file-earmark-pdf file-earmark-play file-earmark-plus file-earmark-ruled file-earmark-text
file-earmark-word file-earmark-zip files filetype-csv filetype-docx filetype-json filetype-pdf filetype-xlsx
filetype-xml flag flag-fill folder funnel gear geo-alt globe2 grid-3x3-gap hand-thumbs-up hash headset
hourglass-split house image inbox info-circle info-circle-fill intersect journal-text key layers laptop lightbulb
link-45deg list-check list-ol list-ul lock map megaphone mic mortarboard moon-stars paperclip patch-check
pencil pencil-square people person person-badge person-check person-circle person-plus person-x pin-angle play-circle
play-fill plus-lg printer question-circle quote reply rss save search send share shield-check shield-exclamation
shield-lock shuffle signpost-split slash-circle sliders sort-down sort-up star star-fill stop-circle stopwatch sun
table tag telephone toggle-off toggle-on translate trash trophy unlock upload x-circle x-circle-fill x-lg
""".split()


def symbol(name, source):
    svg = (source / f"{name}.svg").read_text(encoding="utf-8")
    view_box = re.search(r'viewBox="([^"]+)"', svg).group(1)
    body = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.S)
    body = re.sub(r">\s+<", "><", body.strip().replace("\n", ""))
    return f'<symbol id="{name}" viewBox="{view_box}">{body}</symbol>'


def main(source):
    missing = [name for name in NAMES if not (source / f"{name}.svg").exists()]
    if missing:
        sys.exit(f"Not in the package: {' '.join(missing)}")
    symbols = "\n".join(symbol(name, source) for name in sorted(NAMES))
    SPRITE.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n', encoding="utf-8")
    print(f"{len(NAMES)} icons in {SPRITE.name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
