"""The portal starts with what it needs or says at once what is missing."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.environment import Environment
from portal.mail_url import email_settings

PRODUCTION = {
    "SECRET_KEY": "k" * 60 + "0123456789abcdef",
    "SITE_URL": "https://portal.example",
    "ALLOWED_HOSTS": "portal.example",
    "EMAIL_URL": "smtp://user:pass%40word@mail.example:587",
    "DEFAULT_FROM_EMAIL": "portal@portal.example",
}

# Set by the browser tests, in whose process these may run.
OF_TESTS = {"DJANGO_ALLOW_ASYNC_UNSAFE"}


def manage(*arguments, **environment):
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DEBUG", "DEVELOPMENT", *PRODUCTION, *OF_TESTS}
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_refuses_to_start_and_names_everything_that_is_missing():
    result = manage("check")

    assert result.returncode != 0
    last_line = result.stderr.strip().splitlines()[-1]
    for name in PRODUCTION:
        assert name in last_line


def test_production_passes_the_deployment_checks():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr


def test_demo_content_is_refused_in_production():
    result = manage("load_demo", **PRODUCTION)

    assert result.returncode != 0
    assert "Demo content is not for production" in result.stderr


def test_flag_that_is_neither_yes_nor_no_is_refused():
    with pytest.raises(ImproperlyConfigured, match="DEBUG"):
        Environment({"DEBUG": "maybe"}).flag("DEBUG")


def test_number_that_is_none_is_refused():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_POOL"):
        Environment({"DATABASE_POOL": "many"}).number("DATABASE_POOL", 8)


def test_mail_address_of_the_server_is_read_from_one_setting():
    found = email_settings(PRODUCTION["EMAIL_URL"])

    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_HOST_PASSWORD"]) == (
        "mail.example",
        587,
        "pass@word",
    )
    assert found["EMAIL_USE_TLS"]


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
def test_mail_address_that_is_none_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        email_settings(url)
