"""What one was told: the list, and what is mailed of it. Unsubscribing needs no sign-in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.views import SuccessMessageMixin
from django.db.models import Count, Max
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.generic import ListView, UpdateView

from core.models import Notification
from core.numbers import whole_number
from core.outbox import unsubscribe
from core.outbox.notifications import choose, kinds
from core.outbox.words import lines_of
from core.saving.page import RecordUpdateMixin
from entities.models import User
from entities.notification_forms import NotificationForm
from entities.roles import is_member


class NotificationListView(ListView):
    """One's own. `show` is a kind, or what is unread."""

    template_name = "portal/notification_list.html"
    context_object_name = "notifications"
    paginate_by = 30

    def get_queryset(self):
        rows = Notification.objects.of(self.request.user).select_related("by")
        show = self.request.GET.get("show")
        if show == "unread":
            return rows.unread()
        return rows.filter(kind=show) if show in kinds else rows

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = Notification.objects.of(self.request.user).unread()
        unread = rows.aggregate(number=Count("pk"), newest=Max("pk"))
        return context | {
            "lines": lines_of(context["page_obj"].object_list, self.request.user),
            # Who belongs to the Mechanism no longer reads the names of its people.
            "names_people": is_member(self.request.user),
            "unread": unread["number"],
            "newest": unread["newest"],
            "pills": [("", _("All")), ("unread", _("Unread")), *[(kind.key, kind.label) for kind in kinds.values()]],
            "wanted": self.request.GET.get("show", ""),
        }


@require_GET
@never_cache
def open_notification(request, pk):
    """Marks it as read and leads to its record."""
    notification = get_object_or_404(Notification.objects.of(request.user), pk=pk)
    Notification.objects.of(request.user).filter(pk=pk).mark_read()
    (line,) = lines_of([notification], request.user)
    if line.record:
        return redirect(line.url)
    messages.info(request, _("You can no longer see this record."))
    return redirect("notification_list")


@require_POST
def read_notifications(request):
    """All of them, up to the newest that the page showed."""
    newest = request.POST.get("newest", "")
    rows = Notification.objects.of(request.user)
    number = rows.filter(pk__lte=whole_number(newest) or 0).mark_read()
    if number:
        messages.success(request, _("Everything is marked as read."))
    return redirect("notification_list")


class NotificationChoiceView(RecordUpdateMixin, SuccessMessageMixin, UpdateView):
    """One's own."""

    model = User
    form_class = NotificationForm
    template_name = "portal/notification_choices.html"
    context_object_name = "person"
    success_url = reverse_lazy("notification_choices")
    success_message = gettext_lazy("Your choices are saved.")

    def get_object(self, queryset=None):
        return self.get_queryset().get(pk=self.request.user.pk)

    def get_discard_url(self):
        return self.success_url


@login_not_required
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_by_mail(request, token):
    """GET only asks: mail scanners follow links. POST stops the mails; mail programs send it by themselves
    (RFC 8058), without a cookie, so the signed address is what proves that it may."""
    person, stopped = read_or_404(token, unsubscribe.STOP)
    undo_token = unsubscribe.stop(person, stopped) if request.method == "POST" else ""
    return render(
        request,
        "portal/unsubscribe.html",
        {"kinds": [kinds[key] for key in stopped if key in kinds], "undo_token": undo_token},
    )


@login_not_required
@csrf_exempt
@require_POST
def undo_unsubscribe(request, token):
    person, before = read_or_404(token, unsubscribe.UNDO)
    choose(person, {key: when for key, when in before.items() if key in kinds})
    return render(request, "portal/unsubscribe.html", {"is_undone": True})


def read_or_404(token, purpose):
    person, content = unsubscribe.read(token, purpose)
    if person is None:
        raise Http404
    return person, content
