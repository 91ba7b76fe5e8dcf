"""
Make core/data/countries.json: the countries and areas of the M49 standard with their United Nations names.

    pip download --no-deps hdx-python-country && unzip hdx_python_country-*.whl
    pip install icukit-pyicu
    python dev/make_countries.py hdx/location/"Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"

Not needed at run time: its result is in the repository. Run it again when a name changes, and read the difference.
Names are UNTERM short names, or M49 names where UNTERM has none. ICU gives the sorting order only, never a name.
"""

import csv
import json
import re
import sys
from pathlib import Path

import icu

TARGET = Path(__file__).resolve().parent.parent / "core" / "data" / "countries.json"
LANGUAGES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
    "zh_hans": "Chinese",
    "ru": "Russian",
}
COLLATIONS = {"zh_hans": "zh_Hans@collation=pinyin"}  # the others sort by their own language code

# Rows that have a number in the table but no line of their own in M49.
NOT_IN_M49 = {"158", "680"}

# Slips of the table: oblique cases, words in the wrong order, a missing or doubled word, a placeholder left in.
NAME_CORRECTIONS = {
    ("ALA", "ru"): "Аландские острова",
    ("ATA", "ru"): "Антарктика",
    ("CCK", "ru"): "Кокосовые (Килинг) острова",
    ("CXR", "ru"): "Остров Рождества",
    ("CYM", "ru"): "Каймановы острова",
    ("ATF", "ar"): "الأراضي الفرنسية الجنوبية",
    ("IOT", "ar"): "الإقليم البريطاني في المحيط الهندي",
    ("NLD", "ar"): "هولندا (مملكة -)",
    ("SJM", "ar"): "جزيرتا سفالبارد وجان ماين",
    ("TLS", "ar"): "تيمور - ليشتي",
    ("UMI", "ar"): "الجزر الصغيرة النائية التابعة للولايات المتحدة",
    ("BES", "zh_hans"): "博纳尔、圣俄斯塔休斯和萨巴",
    ("MAF", "en"): "Saint Martin (French part)",
    ("SXM", "es"): "San Martín (parte holandesa)",
    ("VCT", "fr"): "Saint-Vincent-et-les-Grenadines",
}

# Points of the table that lie far out at sea or in another country; these are on the main island or mainland.
POINT_CORRECTIONS = {
    "BHS": (24.7, -78.0),
    "COK": (-21.2, -159.8),
    "COM": (-11.7, 43.3),
    "CPV": (15.1, -23.6),
    "FJI": (-17.8, 178.0),
    "FLK": (-51.7, -58.8),
    "IDN": (-0.2, 114.0),
    "KIR": (1.4, 173.0),
    "MDV": (4.2, 73.5),
    "MHL": (7.1, 171.2),
    "MNP": (15.2, 145.7),
    "MYS": (4.0, 102.3),
    "NZL": (-41.5, 172.8),
    "PCN": (-24.4, -128.3),
    "PHL": (15.9, 121.4),
    "PRT": (39.7, -8.0),
    "PYF": (-17.7, -149.4),
    "SHN": (-16.0, -5.7),
    "SJM": (78.7, 16.0),
    "SLB": (-9.6, 160.2),
    "TON": (-21.2, -175.2),
    "TUV": (-8.5, 179.2),
    "USA": (39.5, -99.1),
    "VGB": (18.4, -64.6),
    "VIR": (17.7, -64.8),
    "VUT": (-15.2, 166.9),
    "WSM": (-13.6, -172.4),
}


def clean(name):
    name = re.sub(r"\((?:the|The)\)|\*", "", name)
    name = re.sub(r"\s+", " ", name).strip()
    return name.replace("'", "’")


def get_names(row):
    source = "{} Short" if row["Appears in UNTERM list"] == "Y" else "M49 {}"
    iso3 = row["ISO 3166-1 Alpha 3-Codes"]
    return {
        code: NAME_CORRECTIONS.get((iso3, code)) or clean(row[source.format(language)])
        for code, language in LANGUAGES.items()
    }


def get_point(row):
    if row["ISO 3166-1 Alpha 3-Codes"] in POINT_CORRECTIONS:
        return POINT_CORRECTIONS[row["ISO 3166-1 Alpha 3-Codes"]]
    if not row["Latitude"]:
        return None, None
    return round(float(row["Latitude"]), 4), round(float(row["Longitude"]), 4)


def as_m49(number):
    return number.strip().zfill(3) if number.strip() else None


def make_country(row):
    latitude, longitude = get_point(row)
    return {
        "iso3": row["ISO 3166-1 Alpha 3-Codes"],
        "iso2": row["ISO 3166-1 Alpha 2-Codes"],
        "m49": as_m49(row["m49 numerical code"]),
        "name": get_names(row),
        "region": as_m49(row["Region Code"]),
        # The narrowest one: Eastern Africa, whose parent in regions.json is Sub-Saharan Africa.
        "subregion": as_m49(row["Intermediate Region Code"]) or as_m49(row["Sub-region Code"]),
        "latitude": latitude,
        "longitude": longitude,
        # The list of the Department for General Assembly and Conference Management holds the 193 Member States.
        "is_member_state": row["Appears in DGACM list"] == "Y",
        "sort": {},
    }


def add_sort_ranks(countries):
    for code in LANGUAGES:
        collator = icu.Collator.createInstance(icu.Locale(COLLATIONS.get(code, code)))
        in_order = sorted(countries, key=lambda country: collator.getSortKey(country["name"][code]))
        for rank, country in enumerate(in_order, start=1):
            country["sort"][code] = rank


def main(source):
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = [row for row in rows if as_m49(row["m49 numerical code"]) not in NOT_IN_M49 | {None}]
    countries = sorted(map(make_country, rows), key=lambda country: country["iso3"])
    add_sort_ranks(countries)
    TARGET.write_text(json.dumps(countries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(countries)} countries and areas, {sum(c['is_member_state'] for c in countries)} Member States")


if __name__ == "__main__":
    main(sys.argv[1])
