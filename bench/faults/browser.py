"""A person's browser, as far as forms need one: cookies, the fields of a form, and an answer that may not come."""

import http.client
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from http.cookiejar import CookieJar

SECONDS = 20


class Unclear(Exception):
    """No answer, or one that the server could not finish: what was sent may be done or not."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Answer:
    def __init__(self, status, text, headers):
        self.status, self.text, self.headers = status, text, headers
        self.location = headers.get("Location", "")


class Browser:
    def __init__(self, address):
        self.address = address
        self.cookies = CookieJar()
        no_proxy = urllib.request.ProxyHandler({})
        cookies = urllib.request.HTTPCookieProcessor(self.cookies)
        self._opener = urllib.request.build_opener(cookies, NoRedirect(), no_proxy)

    def get(self, path, hops=5):
        answer = self._ask(path)
        if answer.status in (301, 302) and hops:
            place = urllib.parse.urlsplit(answer.location)
            return self.get(f"{place.path}?{place.query}", hops - 1)
        return answer

    def form(self, path, having):
        """The fields of the form that has a field whose name ends so, with the values that the page shows."""
        answer = self.get(path)
        for fields in FormReader.forms(answer.text):
            if any(name.endswith(having) for name, _value in fields):
                return fields
        raise LookupError(f"{path} has no form with the field {having}: {answer.status}")

    def post(self, path, fields):
        return self._ask(path, urllib.parse.urlencode(fields).encode())

    def upload(self, method, path, headers, data=None):
        """One request of the tus protocol, as a script of the page sends it."""
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")
        return self._ask(path, data, {"Tus-Resumable": "1.0.0", "X-CSRFToken": token, **headers}, method)

    def _ask(self, path, data=None, headers=None, method=None):
        request = urllib.request.Request(self.address + path, data, headers or {}, method=method)
        try:
            with self._opener.open(request, timeout=SECONDS) as response:
                return Answer(response.status, response.read().decode("utf-8", "replace"), response.headers)
        except urllib.error.HTTPError as error:
            if error.code >= 500:
                raise Unclear(f"{path}: {error.code}") from error
            return Answer(error.code, error.read().decode("utf-8", "replace"), error.headers)
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            raise Unclear(f"{path}: {error}") from error


class FormReader(HTMLParser):
    """[(name, value)] of each form, as a browser would send them, without its buttons."""

    def __init__(self):
        super().__init__()
        self.found, self._fields, self._select, self._option, self._area = [], None, None, None, None

    @classmethod
    def forms(cls, text):
        reader = cls()
        reader.feed(text)
        return reader.found

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self._fields = []
            self.found.append(self._fields)
        elif self._fields is None or "disabled" in given:
            return
        elif tag == "input":
            self._input(given)
        elif tag == "textarea":
            self._area = (given.get("name"), [])
        elif tag == "select":
            self._select = (given.get("name"), "multiple" in given, [])
        elif tag == "option" and self._select:
            self._select[2].append((given.get("value", ""), "selected" in given))

    def _input(self, given):
        kind = given.get("type", "text")
        if not given.get("name") or kind in ("submit", "button", "file", "image", "reset"):
            return
        if kind not in ("checkbox", "radio"):
            self._fields.append((given["name"], given.get("value", "")))
        elif "checked" in given:
            self._fields.append((given["name"], given.get("value", "on")))

    def handle_data(self, text):
        if self._area:
            self._area[1].append(text)

    def handle_endtag(self, tag):
        if tag == "form":
            self._fields = None
        elif tag == "textarea" and self._area:
            # The first line break after the tag is no part of the value.
            self._fields.append((self._area[0], "".join(self._area[1]).removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            name, is_multiple, options = self._select
            chosen = [value for value, is_chosen in options if is_chosen]
            if not is_multiple and not chosen and options:
                chosen = [options[0][0]]
            self._fields += [(name, value) for value in chosen]
            self._select = None


def filled(fields, **values):
    """The fields with these values in place of theirs; those that the form does not have are added."""
    kept = [(name, value) for name, value in fields if name not in values]
    return kept + list(values.items())
