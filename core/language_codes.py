"""The six languages, declared once. Settings need them before Django is set up, so this file imports nothing.

Everything else asks core.languages.
"""

# (Django's code, tag for HTML, name in the language itself, direction), in the United Nations' own order.
LANGUAGES = (
    ("ar", "ar", "العربية", "rtl"),
    ("zh-hans", "zh-Hans", "中文", "ltr"),
    ("en", "en", "English", "ltr"),
    ("fr", "fr", "Français", "ltr"),
    ("ru", "ru", "Русский", "ltr"),
    ("es", "es", "Español", "ltr"),
)
DEFAULT_CODE = "en"
# A text that is missing in the reader's language is shown in the first of these that has it.
FALLBACK_CODES = ("en", "fr")
DJANGO_LANGUAGES = [(code, name) for code, _html, name, _direction in LANGUAGES]
