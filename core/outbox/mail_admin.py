"""The outbox in the administration, for administrators: what was sent to whom, what was not and why."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.models import Mail
from core.read_only_admin import ReadOnly

# The page of a mail is shown alone: with the styles that a mail carries, and with nothing else.
PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


@admin.register(Mail)
class MailAdmin(ReadOnly, admin.ModelAdmin):
    """Mails are written by the portal alone. Their text may name what only their reader may see."""

    list_display = ["subject", "address", "state", "attempts", "short_error", "queued_at"]
    list_filter = ["state", "language", "queued_at"]
    search_fields = ["address", "subject"]
    date_hierarchy = "queued_at"
    actions = ["send_again"]
    fieldsets = [
        (None, {"fields": ["address", "subject", "state", "last_error"]}),
        (gettext_lazy("Text"), {"fields": ["as_text", "as_html"]}),
        (
            gettext_lazy("On its way"),
            {"fields": ["attempts", "queued_at", "tried_at", "due_at", "sent_at", "language", "message_id"]},
        ),
    ]

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def get_urls(self):
        preview = path("<int:pk>/html/", self.admin_site.admin_view(self.preview), name="core_mail_html")
        return [preview, *super().get_urls()]

    def preview(self, request, pk):
        """The mail as a mail program shows it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        mail = Mail.objects.filter(pk=pk, is_secret=False).exclude(html="").first()
        if mail is None:
            raise Http404
        return HttpResponse(mail.html, headers={"Content-Security-Policy": PREVIEW_POLICY})

    @admin.display(description=gettext_lazy("last error"), ordering="last_error")
    def short_error(self, mail):
        return Truncator(mail.last_error).chars(80)

    @admin.display(description=gettext_lazy("text"))
    def as_text(self, mail):
        if mail.is_secret:
            return _("Not shown, because it holds a link that opens an account.")
        return format_html('<div class="mail-text" dir="auto">{}</div>', mail.text)

    @admin.display(description=gettext_lazy("HTML"))
    def as_html(self, mail):
        if mail.is_secret or not mail.html:
            return "–"
        url = reverse("admin:core_mail_html", args=[mail.pk])
        return format_html(
            '<a href="{}" target="_blank" rel="noopener">{}</a>', url, _("Show it as a mail program does")
        )

    @admin.display(description="Message-ID")
    def message_id(self, mail):
        return format_html('<bdi dir="ltr">{}</bdi>', mail.message_id)

    @admin.action(description=gettext_lazy("Send again what failed or is not known"))
    @transaction.atomic
    def send_again(self, request, queryset):
        chosen = list(queryset.select_for_update())
        again = [mail for mail in chosen if mail.can_be_sent_again]
        for mail in again:
            mail.send_again()
        if again:
            words = ngettext("{n} mail waits to be sent again.", "{n} mails wait to be sent again.", len(again))
            messages.success(request, words.format(n=len(again)))
        if len(again) < len(chosen):
            messages.warning(
                request,
                _("Mails that were sent, that are on their way or that hold a link to an account are not sent again."),
            )
