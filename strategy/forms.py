"""The comment on an answer, and the filter of the matrix. The forms of answers: answer_forms.py."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from strategy.models import AnswerComment


class CommentForm(forms.ModelForm):
    """The secretariat may mark the answer for follow-up with it."""

    follow_up = forms.BooleanField(label=gettext_lazy("Come back to this answer"), required=False)

    class Meta:
        model = AnswerComment
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}

    def __init__(self, *args, answer=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].error_messages["required"] = _("Write your comment first.")
        if answer and not self.is_bound:
            self.initial["follow_up"] = answer.follow_up


class MatrixForm(forms.Form):
    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[
            ("all", gettext_lazy("All entities")),
            ("waiting", gettext_lazy("Waiting for review")),
            ("returned", pgettext_lazy("state", "Returned")),
            ("accepted", pgettext_lazy("state", "Accepted")),
            ("draft", pgettext_lazy("state", "Draft")),
            ("not_started", pgettext_lazy("state", "Not started")),
            ("overdue", pgettext_lazy("state", "Overdue")),
            ("extended", pgettext_lazy("state", "Extended")),
        ],
    )
    sort = forms.ChoiceField(
        label=gettext_lazy("Sort by"),
        required=False,
        choices=[
            ("entity", gettext_lazy("Kind of entity")),
            ("complete", gettext_lazy("Least complete")),
            ("changed", gettext_lazy("Last change")),
        ],
    )
