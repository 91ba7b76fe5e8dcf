"""Settings of the portal, read from the environment (docs/operations.md lists every name).

With DEVELOPMENT=1, on a developer's machine, everything but DATABASE_URL has a default. Without it, the
portal is in production and refuses to start while something is missing.
"""

from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import pghistory
from csp.constants import NONE, SELF

from core.history.through import in_a_job
from core.language_codes import DEFAULT_CODE, DJANGO_LANGUAGES, FALLBACK_CODES
from portal.environment import Environment
from portal.file_storage import files_storage

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

DEVELOPMENT = env.is_development
# Django's own error pages, with traces: only where a developer asks for them.
DEBUG = env.flag("DEBUG")
SECRET_KEY = env.required("SECRET_KEY", development="a key for development only, never used in production, long enough")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if DEVELOPMENT else "")
SITE_URL = env.required("SITE_URL", development="http://127.0.0.1:8000").rstrip("/")
database_url = env.required("DATABASE_URL")
if env.is_production and not ALLOWED_HOSTS:
    env.missing.append("ALLOWED_HOSTS")
# Mail: smtp://user:password@host:587 in production, files under var/mail (or file:/a/folder) in development.
mail_url = env.required("EMAIL_URL", development="file")
DEFAULT_FROM_EMAIL = env.required("DEFAULT_FROM_EMAIL", development="portal@portal.example")
# Calendars. The host stands in the number by which programs know a meeting: it stays when the portal moves. Answers
# of calendar programs go to the mailbox.
CALENDAR_HOST = env.text("CALENDAR_HOST", urlsplit(SITE_URL).hostname or "")
CALENDAR_MAILBOX = env.text("CALENDAR_MAILBOX", parseaddr(DEFAULT_FROM_EMAIL)[1])
env.refuse_if_incomplete()

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "allauth",
    "allauth.account",
    "csp",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "core",
    "entities",
    "initiatives",
    "strategy",
    "meetings",
    "resources",
    "portal",
]

MIDDLEWARE = [
    # First, so that redirects and refusals of the others carry the policy too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "portal.middleware.RememberLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.middleware.SignInMiddleware",
    "portal.middleware.SignOutMiddleware",
    "portal.middleware.PersonalTimeZoneMiddleware",
    "core.history.through.HistoryMiddleware",
    "portal.middleware.StaleVersionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "portal.context.frame",
            ],
        },
    },
]
# Form widgets come from templates/ like everything else.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database. The pool is off in development and tests, where a pooled connection would outlive the test database.
DATABASES = {
    "default": dj_database_url.parse(database_url) if database_url else {"ENGINE": "django.db.backends.postgresql"}
}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
pool_size = env.number("DATABASE_POOL", 0 if DEVELOPMENT else 8)
if pool_size:
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 2, "max_size": pool_size}
    # After the database was started again, no request meets a connection to the one before.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The database holds the cache unless Redis is given: rate limits must count over all web processes.
cache_url = env.text("CACHE_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": cache_url}
    if cache_url
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# History is looked up by record and by parent (core/history/tracking.py); further keys need no index.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
# The moment itself, not that of the transaction: events of all tables stand in one order.
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

# People and sign-in
AUTH_USER_MODEL = "entities.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "entities.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
# Whoever types a stranger's address into "Forgot your password?" sends that stranger nothing.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False
SESSION_COOKIE_AGE = 60 * 60 * 12

# Languages: declared in core/language_codes.py, nowhere else.
LANGUAGE_CODE = DEFAULT_CODE
LANGUAGES = DJANGO_LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = DEFAULT_CODE
MODELTRANSLATION_LANGUAGES = tuple(code for code, _name in DJANGO_LANGUAGES)
MODELTRANSLATION_FALLBACK_LANGUAGES = FALLBACK_CODES
# The library loads jQuery UI from another host unless told otherwise; this file is ours.
JQUERY_UI_URL = "vendor/jquery-ui.min.js"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files
STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "var" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(BASE_DIR / "var" / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": files_storage(env, MEDIA_ROOT),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.ManifestStaticFilesStorage"
    },
}
# What a person may upload: one file, all of a day, and files that are on their way at the same time.
FILE_MAX_SIZE = env.number("FILE_MAX_SIZE_MB", 50) * 1024 * 1024
FILE_MAX_PER_DAY = env.number("FILE_MAX_PER_DAY_MB", 500) * 1024 * 1024
FILE_MAX_OPEN_UPLOADS = 20
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEVELOPMENT

# Mail
if mail_url == "file" or mail_url.startswith("file:"):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = Path(mail_url.removeprefix("file").removeprefix(":") or BASE_DIR / "var" / "mail")
else:
    from portal.mail_url import email_settings

    globals().update(email_settings(mail_url))

# The worker. A mail does not wait behind long work; a worker that is asked to stop gives long work back at once.
# The history says which job wrote a row.
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": 4,
    "shutdown_graceful_timeout": 1,
    "task_middleware": [in_a_job],
}

# A burst of events about a record makes one mail: it waits so long for what comes next.
NOTIFICATION_MERGE_SECONDS = env.number("NOTIFICATION_MERGE_SECONDS", 120)

# Security. django-csp: nothing from elsewhere, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
if not DEVELOPMENT:
    SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
    SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31536000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [] if DEVELOPMENT else [SITE_URL]
CSRF_FAILURE_VIEW = "portal.views.errors.csrf_failure"

# An address typed without its scheme is an https one.
FORMS_URLFIELD_ASSUME_HTTPS = True
# The work of one request is bounded: a form with more fields than this is not ours.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# A form with long texts in six languages: a browser writes three characters for each byte of them.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO" if DEVELOPMENT else "WARNING")},
    # The last two tell each step of each paper that is made.
    "loggers": {name: {"level": "WARNING"} for name in ("procrastinate", "weasyprint", "fontTools")},
}
