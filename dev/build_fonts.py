"""Makes core/papers/fonts from the Noto fonts of this machine. For maintainers: the result is in the repository.

`python -m dev.build_fonts` on a machine with Debian's fonts-noto-core and fonts-noto-cjk. The subsets hold Latin,
Cyrillic and Greek letters, Arabic, and the 6,763 Chinese characters of GB 2312.
"""

import itertools
import subprocess
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "core" / "papers" / "fonts"
NOTO = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto")
LATIN = "U+0020-024F,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2100-218F,U+2190-2193"
ARABIC = "U+0020-007E,U+00A0,U+00AB,U+00BB,U+0600-06FF,U+0750-077F,U+08A0-08FF,U+2000-206F,U+FB50-FDFF,U+FE70-FEFF"
# Simplified Chinese is the third font of the collections.
SIMPLIFIED = 2
WEIGHTS = ("Regular", "Bold")


def chinese():
    """All characters of GB 2312, with Latin letters, so that a Chinese line needs no second font."""
    found = set()
    for high, low in itertools.product(range(0xA1, 0xF8), range(0xA1, 0xFF)):
        try:
            found.add(bytes([high, low]).decode("gb2312"))
        except UnicodeDecodeError:
            continue
    wanted = ",".join(f"U+{ord(character):04X}" for character in sorted(found))
    return f"U+0020-017F,U+2000-206F,{wanted}"


def subset(source, target, characters, *options):
    """Not packed: a woff2 file takes half a second to unpack for every paper that is made."""
    arguments = [f"--unicodes={characters}", f"--output-file={FONTS / target}"]
    keep = ["--layout-features=*", "--no-hinting", "--name-IDs=*"]
    subprocess.run([sys.executable, "-m", "fontTools.subset", source, *arguments, *keep, *options], check=True)


def main():
    FONTS.mkdir(exist_ok=True)
    for weight in WEIGHTS:
        subset(NOTO / f"NotoSans-{weight}.ttf", f"NotoSans-{weight}.ttf", LATIN)
        subset(NOTO / f"NotoSansArabic-{weight}.ttf", f"NotoSansArabic-{weight}.ttf", ARABIC)
        number = f"--font-number={SIMPLIFIED}"
        subset(CJK / f"NotoSansCJK-{weight}.ttc", f"NotoSansSC-{weight}.otf", chinese(), number)


if __name__ == "__main__":
    main()
