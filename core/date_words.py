"""Words of dates per language, for core/dates.py. Months after United Nations usage: Arabic gives both names."""

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "ar": [
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ],
    "zh-hans": [f"{number}月" for number in range(1, 13)],
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
}
GENITIVE_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "zh-hans": MONTHS["zh-hans"],
    "ru": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.".split(),
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(),
    "zh-hans": "星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье".split(),
}

# One date, as precise as it is known. Day and month do not part at the end of a line.
PATTERNS = {
    "en": {"day": "{day}\u00a0{month} {year}", "month": "{month} {year}", "year": "{year}"},
    "fr": {"day": "{day}\u00a0{month} {year}", "month": "{month} {year}", "year": "{year}"},
    "es": {"day": "{day}\u00a0de {month} de {year}", "month": "{month} de {year}", "year": "{year}"},
    "ar": {"day": "{day}\u00a0{month} {year}", "month": "{month} {year}", "year": "{year}"},
    "zh-hans": {"day": "{year}年{month}{day}日", "month": "{year}年{month}", "year": "{year}年"},
    "ru": {
        "day": "{day}\u00a0{month} {year}\u00a0года",
        "month": "{month} {year}\u00a0года",
        "year": "{year}\u00a0год",
    },
}
PATTERNS_WITHOUT_YEAR = {
    "en": {"day": "{day}\u00a0{month}", "month": "{month}", "year": "{year}"},
    "fr": {"day": "{day}\u00a0{month}", "month": "{month}", "year": "{year}"},
    "es": {"day": "{day}\u00a0de {month}", "month": "{month}", "year": "{year}"},
    "ar": {"day": "{day}\u00a0{month}", "month": "{month}", "year": "{year}"},
    "zh-hans": {"day": "{month}{day}日", "month": "{month}", "year": "{year}年"},
    "ru": {"day": "{day}\u00a0{month}", "month": "{month}", "year": "{year}\u00a0год"},
}
WITH_WEEKDAY = {
    "en": "{weekday} {day}",
    "fr": "{weekday} {day}",
    "es": "{weekday} {day}",
    "ar": "{weekday}، {day}",
    "zh-hans": "{day}{weekday}",
    "ru": "{weekday}, {day}",
}
DAY_AND_TIME = {
    "en": "{day}, {time}",
    "fr": "{day}, {time}",
    "es": "{day}, {time}",
    "ar": "{day}، {time}",
    "zh-hans": "{day} {time}",
    "ru": "{day}, {time}",
}
CLOCK_RANGE = {
    "en": "{start}–{end}",
    "fr": "{start} – {end}",
    "es": "{start}-{end}",
    "ar": "من {start} إلى {end}",
    "zh-hans": "{start}至{end}",
    "ru": "{start}–{end}",
}
YEARS = {
    "en": "{}–{}",
    "fr": "{}-{}",
    "es": "{}-{}",
    "ar": "من {} إلى {}",
    "zh-hans": "{}年至{}年",
    "ru": "{}–{}\u00a0годы",
}
FROM_TO = {"en": "{} {}", "fr": "{} {}", "es": "{} {}", "ar": "{} {}", "zh-hans": "{}{}", "ru": "{} {}"}


def _same(pattern, of="plain"):
    return dict.fromkeys(("year", "month", "day"), (pattern, of))


def _forms(year, month, day):
    return {"year": (year, "plain"), "month": (month, "plain"), "day": (day, "plain")}


# The place of a date in a phrase: (phrase, form of the date) for a year, a month, a day.
FORMS = {
    "en": {"from": _same("{}"), "to": _same("to {}"), "since": _same("since {}"), "until": _same("until {}")},
    "fr": {
        "from": _forms("de {}", "de {}", "du {}"),
        "to": _forms("à {}", "à {}", "au {}"),
        "since": _forms("depuis {}", "depuis {}", "depuis le {}"),
        "until": _forms("jusqu’en {}", "jusqu’en {}", "jusqu’au {}"),
    },
    "es": {
        "from": _forms("de {}", "de {}", "del {}"),
        "to": _forms("a {}", "a {}", "al {}"),
        "since": _forms("desde {}", "desde {}", "desde el {}"),
        "until": _forms("hasta {}", "hasta {}", "hasta el {}"),
    },
    "ar": {
        "from": _forms("من عام {}", "من {}", "من {}"),
        "to": _forms("إلى عام {}", "إلى {}", "إلى {}"),
        "since": _forms("منذ عام {}", "منذ {}", "منذ {}"),
        "until": _forms("حتى عام {}", "حتى {}", "حتى {}"),
    },
    "zh-hans": {"from": _same("{}"), "to": _same("至{}"), "since": _same("自{}起"), "until": _same("至{}")},
    "ru": {
        "from": _same("с {}", "genitive"),
        "to": _same("по {}"),
        "since": _same("с {}", "genitive"),
        "until": _same("до {}", "genitive"),
    },
}
