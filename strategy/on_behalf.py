"""A report that the secretariat enters on behalf of an entity says how it came, from whom and when."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.typed_digits import DayInput
from strategy.models import Channel, Means, Report, ReportState
from strategy.workflow import REPORT

# What one can say of a report that comes now.
KNOWN_MEANS = [(value, label) for value, label in Means.choices if value != Means.UNRECORDED]


class ReceivedForm(forms.ModelForm):
    received_through = forms.ChoiceField(
        label=Report._meta.get_field("received_through").verbose_name, choices=KNOWN_MEANS, widget=forms.RadioSelect
    )

    class Meta:
        model = Report
        fields = ["received_from", "received_on"]
        widgets = {"received_on": DayInput}

    field_order = ["received_through", "received_from", "received_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["received_from"].required = self.fields["received_on"].required = True
        self.fields["received_through"].error_messages["required"] = _("Say how the report reached you.")
        self.fields["received_from"].error_messages["required"] = _("Say who of the entity gave you its answers.")
        self.fields["received_on"].error_messages["required"] = _("Say when you received it.")
        if self.instance.received_through != Means.UNRECORDED:
            self.initial["received_through"] = self.instance.received_through

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


@transaction.atomic
def save_received(report, form, by):
    """Keeps how the report came; one that is not begun yet is entered on behalf of the entity with it.

    A draft that the secretariat typed already only has it corrected. Returns the report as it stands.
    """
    said = form.cleaned_data
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    # The entity may have started it meanwhile: then its draft is its own.
    if not may_say_how_it_came(report, by):
        raise PermissionDenied
    report.channel = Channel.SECRETARIAT
    report.received_through, report.received_from = said["received_through"], said["received_from"]
    report.received_on, report.changed_by = said["received_on"], by
    report.save()
    return REPORT.perform(report, "enter", by=by) if report.state == ReportState.NOT_STARTED else report


def may_say_how_it_came(report, user):
    """Before it is entered, and as long as the secretariat may change its answers."""
    if report.state == ReportState.NOT_STARTED:
        return REPORT.can(report, "enter", user)
    return report.is_draft_on_behalf and REPORT["enter"].allowed(report, user)
