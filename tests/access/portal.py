from tests.access.table import PUBLIC, SIGNED_IN, Row


def a_country(make):
    return {"iso3": make.country("BRA").iso3}


def a_reset_key(make):
    return {"uidb36": "1", "key": "unknown-key"}


PUBLIC_PAGES = [
    "home", "search", "country_list", "about", "accessibility", "privacy", "data", "components", "health_live",
    "health_ready",
]  # fmt: skip
ROWS = [
    *[Row(name, PUBLIC) for name in PUBLIC_PAGES],
    Row("country_detail", PUBLIC, kwargs=a_country),
    Row("desk", SIGNED_IN),
    # A signed-in person who asks for the sign-in page is led on to the desk.
    Row("account_login", "200 302 302 302 302 302 302"),
    Row("account_signup", "200 302 302 302 302 302 302"),
    Row("account_logout", "302 200 200 200 200 200 200"),
    Row("account_inactive", PUBLIC),
    Row("account_reauthenticate", SIGNED_IN),
    Row("account_change_password", SIGNED_IN),
    Row("account_set_password", "in 302 302 302 302 302 302", "has a password"),
    Row("account_reset_password", PUBLIC),
    Row("account_reset_password_done", PUBLIC),
    Row("account_reset_password_from_key", PUBLIC, "unknown key", kwargs=a_reset_key),
    Row("account_reset_password_from_key_done", PUBLIC),
    Row("set_language", "302 302 302 302 302 302 302", method="post", data={"language": "fr"}),
    Row("favicon", "302 302 302 302 302 302 302"),
    Row("set_scheme", "302 302 302 302 302 302 302", method="post", data={"scheme": "dark"}),
    Row("set_scheme", "405 405 405 405 405 405 405"),
]
