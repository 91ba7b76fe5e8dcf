"""What a browser without script sends for a form: every field as it stands, and the button that is pressed."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self, wanted):
        super().__init__()
        self.wanted, self.found = wanted, {}
        self.is_open, self.seen, self.text, self.area, self.select = False, 0, "", None, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            is_wanted = attrs.get("id") == self.wanted if self.wanted else "action" not in attrs
            self.is_open = attrs.get("method") == "post" and is_wanted
            return
        if not self.is_open or ("disabled" in attrs and tag != "option"):
            return
        if tag == "input" and "name" in attrs:
            self._input(attrs)
        elif tag == "textarea":
            self.area, self.text = attrs["name"], ""
        elif tag == "select":
            self.select, self.options = attrs, []
        elif tag == "option" and self.select is not None:
            self.options.append((attrs.get("value", ""), "selected" in attrs))

    def _input(self, attrs):
        kind = attrs.get("type", "text")
        if kind in ("submit", "button", "file") or (kind in ("checkbox", "radio") and "checked" not in attrs):
            return
        self._add(attrs["name"], attrs.get("value", "on" if kind == "checkbox" else ""))

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_open = False
        elif tag == "textarea" and self.area:
            # The first line break after the tag is the tag's.
            self._add(self.area, self.text.removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select" and self.select is not None:
            chosen = [value for value, is_chosen in self.options if is_chosen]
            if not chosen and "multiple" not in self.select and self.options:
                chosen = [self.options[0][0]]
            for value in chosen:
                self._add(self.select["name"], value)
            self.select = None

    def _add(self, name, value):
        self.found.setdefault(name, []).append(value)


def fields_of(response, form_id=None):
    """{name: [values]} of the form with this id, else of the one that comes back to its own page."""
    parser = _Fields(form_id)
    parser.feed(response.content.decode())
    assert parser.found, f"The page has no form {form_id}."
    return parser.found


def opened(client, url, form_id=None):
    """What the form of a page holds when it is opened and not touched."""
    return fields_of(client.get(url), form_id)


def choose(client, response, resolve, **changes):
    """Sends the page of comparison with the button that is pressed; names in `changes` may hold a hyphen as __."""
    url = response.request["PATH_INFO"]
    if response.request["QUERY_STRING"]:
        url += "?" + response.request["QUERY_STRING"]
    typed = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(url, fields_of(response, "compare") | typed | {"resolve": resolve})
