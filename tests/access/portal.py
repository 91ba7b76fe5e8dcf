from tests.access.table import PUBLIC, SIGNED_IN, Row


def a_country(make):
    return {"iso3": make.country("BRA").iso3}


def a_reset_key(make):
    return {"uidb36": "1", "key": "set-password"}


PUBLIC_PAGES = [
    "home", "search", "country_list", "about", "accessibility", "privacy", "data", "health_live",
    "health_ready",
]  # fmt: skip
# A signed-in person who asks for the sign-in page is led on.
FOR_VISITORS = ["account_login", "account_reset_password", "account_reset_password_done"]

ROWS = [
    *[Row(name, PUBLIC) for name in PUBLIC_PAGES],
    Row("country_detail", PUBLIC, kwargs=a_country),
    Row("desk", SIGNED_IN),
    Row("set_language", "302 302 302 302 302 302 302", method="post", data={"language": "fr"}),
    Row("set_scheme", "302 302 302 302 302 302 302", method="post", data={"scheme": "dark"}),
    Row("set_scheme", "405 405 405 405 405 405 405"),
]
