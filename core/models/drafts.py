"""What somebody typed into a form and did not save yet."""

import json
import re
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import dates
from core.locks import wait_for_turn

NUMBER = re.compile(r"[0-9.:-]*")
LARGEST = 1_000_000
LONGEST_PATH = 500
KEPT_DAYS = 60
# What the page adds to the text: never part of a draft.
NOT_TYPED = ("csrfmiddlewaretoken", "autosave", "again", "window", "began")


class TooLarge(Exception):
    """More text than a draft takes."""


class OtherWindow(Exception):
    """The same form is open in another window, which kept a different text since this one began."""


class DraftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own. Nobody else's, whatever one's role."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def at(self, user, path):
        """The person's draft of the form at this address, or None."""
        return self.visible_to(user).filter(path=path).first()

    @transaction.atomic
    def keep_from(self, window, began, user, path, typed, title=""):
        """Like keep(), but never over the text of another window; `began` is the stamp of the draft that this window
        showed when it was opened. Raises OtherWindow."""
        wait_for_turn(f"draft:{user.pk}:{path}")
        earlier = self.at(user, path)
        if earlier and not (earlier.is_of(window, began) or earlier.data == plain(typed)):
            raise OtherWindow
        return self.keep(user, path, typed, title, window)

    def keep_sent(self, window, began, user, path, typed, title=""):
        """What a button sent and the form did not take: beside the text of another window, where there is one."""
        try:
            return self.keep_from(window, began, user, path, typed, title)
        except OtherWindow:
            return self.keep(user, beside(path, window), typed, title, window)

    def keep(self, user, path, typed, title="", window=""):
        """Takes the place of what was kept before, in one statement."""
        data = plain(typed)
        if len(path) > LONGEST_PATH or len(json.dumps(data, ensure_ascii=False).encode()) > LARGEST:
            raise TooLarge
        draft = Draft(user=user, path=path, data=data, title=title[:300], window=window[:40], saved_at=timezone.now())
        self.bulk_create(
            [draft],
            update_conflicts=True,
            unique_fields=["user", "path"],
            update_fields=["data", "title", "window", "saved_at"],
        )
        return draft

    def forget(self, user, path, window="", began=""):
        """The text of another window stays: it was typed and is not saved."""
        here = models.Q(path=path) | models.Q(path__startswith=beside(path, ""))
        for draft in self.visible_to(user).filter(here):
            if draft.is_of(window, began) or (not window and draft.path == path):
                draft.delete()

    def naming(self, tokens):
        """Those of the tokens of files that a draft names."""
        texts = (json.dumps(data) for data in self.values_list("data", flat=True).iterator()) if tokens else ()
        return {token for text in texts for token in tokens if token in text}

    def outdated(self):
        return self.filter(saved_at__lt=timezone.now() - timedelta(days=KEPT_DAYS))


def beside(path, window):
    """The address of the form with the text of one window, where another window's stands at the address itself."""
    return f"{path}{'&' if '?' in path else '?'}window={window}"


def plain(typed):
    """{name: [texts]} of a QueryDict."""
    return {
        _storable(name): [_storable(value) for value in values]
        for name, values in typed.lists()
        if name not in NOT_TYPED
    }


def _storable(text):
    """The database takes no NUL and no half of a character, and no person types one."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


class Draft(models.Model):
    """The fields of one form as they were posted, of one person, until the form is saved by its button.

    `path` is the address of the form without the language, so that a draft survives a change of language.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts", verbose_name=_("person")
    )
    path = models.CharField(_("address of the form"), max_length=LONGEST_PATH)
    title = models.CharField(_("title"), max_length=300, blank=True)
    data = models.JSONField(_("text"))
    window = models.CharField(_("window that wrote it"), max_length=40, blank=True)
    saved_at = models.DateTimeField(_("saved"))

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "pk"]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        indexes = [models.Index(fields=["saved_at"], name="draft_saved_at")]
        constraints = [
            models.UniqueConstraint(fields=["user", "path"], name="draft_once"),
            models.CheckConstraint(
                condition=models.lookups.LessThanOrEqual(
                    models.Func(
                        Cast("data", models.TextField()), function="octet_length", output_field=models.IntegerField()
                    ),
                    LARGEST,
                ),
                name="draft_size",
                violation_error_message=_("This is more text than a draft can hold."),
            ),
        ]

    def __str__(self):
        return self.title or self.path

    def get_absolute_url(self):
        """The text itself, for the day on which its form takes it no more."""
        return reverse("draft_detail", args=[self.pk])

    @property
    def stamp(self):
        """Names this state of the text: a page that shows it carries the stamp."""
        return self.saved_at.isoformat()

    def is_of(self, window, began):
        """Did this window write it, or begin from it? A text of no window was kept by a button."""
        return not self.window or self.window == window or self.stamp == began

    @property
    def typed(self):
        """What the form posted, as the form reads it."""
        typed = QueryDict(mutable=True)
        for name, values in self.data.items():
            typed.setlist(name, values)
        return typed

    @property
    def when(self):
        """The time of today, else the day too."""
        moment = timezone.localtime(self.saved_at)
        return dates.clock(moment) if moment.date() == timezone.localdate() else dates.moment(moment)

    @property
    def texts(self):
        """[(name of the field, text)] of what is not only a number or a date, the longest first."""
        texts = [(name, value) for name, values in self.data.items() for value in values]
        words = [(name, value) for name, value in texts if not NUMBER.fullmatch(value.strip())]
        return sorted(words, key=lambda text: -len(text[1]))
