"""A list that people put in order: by buttons, by the arrow keys or by dragging (static/js/order.js).

A move says which order it was made in. Where another one stands by now, because somebody moved, added or removed a
line meanwhile, nothing is changed: the person sees the new order first.
"""

from hashlib import blake2b

from django import forms


class OrderChanged(Exception):
    """The list is no longer in the order in which the person saw it."""


class LineButtons:
    """For a line on the page, which has a `key` and a `place` counted from 0: what its two buttons send."""

    @property
    def place_before(self):
        return self.place - 1

    @property
    def place_after(self):
        return self.place + 1

    @property
    def up(self):
        """Names of its buttons in the page."""
        return f"up-{self.key}"

    @property
    def down(self):
        return f"down-{self.key}"


class MoveForm(forms.Form):
    """`line` names a line by its kind (item, section, question) and its key; `order` is the token that was seen."""

    line = forms.RegexField(r"^[isq][1-9]\d{0,9}$")
    to = forms.IntegerField(min_value=0, max_value=500)
    order = forms.CharField(max_length=40)


def token_of(keys):
    """A word for this order, for a hidden field."""
    return blake2b(" ".join(keys).encode(), digest_size=8).hexdigest()
