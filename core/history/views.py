"""The history of one record, and bringing an earlier version of it back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from core.access import ensure
from core.history import kinds, sources
from core.history.changes import Reader
from core.history.restoring import Refused, Restoring
from core.history.timeline import Timeline
from core.history.tracking import TRACKED

SAVES_ON_A_PAGE = 20


class HistoryView(View):
    """Of a record that one sees (else 404), as much as its kind opens to the person (nothing: 403)."""

    def timeline(self, kind, pk):
        self.kind = kinds.of_name(kind)
        record = self.kind.record_or_404(self.request.user, pk)
        return Timeline(self.kind, record, self.kind.opening(record, self.request.user))

    def get(self, request, kind, pk):
        timeline = self.timeline(kind, pk)
        page = Paginator(timeline.saves, SAVES_ON_A_PAGE).get_page(request.GET.get("page"))
        saves = Reader(timeline, request.user).shown(page.object_list)
        self.add_sources(page.object_list)
        may_restore = bool(self.kind.restores) and self.kind.may_restore(timeline.record, request.user)
        context = {
            **self.common(timeline.record),
            "page_obj": page,
            "saves": [save for save in saves if not save.is_empty],
            "may_restore": may_restore,
            "current": timeline.saves[0].version if timeline.saves else None,
        }
        return render(request, "history/history.html", context)

    def common(self, record):
        has_page = hasattr(record, "get_absolute_url")
        return {
            "record": record,
            "kind": self.kind,
            "kind_label": self.kind.model._meta.verbose_name,
            "record_url": record.get_absolute_url() if has_page else "",
        }

    def add_sources(self, saves):
        known = sources.people(saves)
        for save in saves:
            save.who = sources.who(save, known)
            save.through, save.address = sources.through(save)


class RestoreView(HistoryView):
    """Shows what would change, then does it."""

    def restoring(self, kind, pk, event):
        timeline = self.timeline(kind, pk)
        ensure(self.kind.restores and self.kind.may_restore(timeline.record, self.request.user))
        # Only a version that the history shows to this person.
        if event not in {save.version for save in timeline.saves}:
            raise Http404
        return Restoring(timeline, TRACKED[self.kind.model].objects.get(pk=event), self.request.user)

    def get(self, request, kind, pk, event):
        return self.ask(self.restoring(kind, pk, event))

    def post(self, request, kind, pk, event):
        restoring = self.restoring(kind, pk, event)
        try:
            record = restoring.restore(request.POST.get("version", ""))
        except Refused as refusal:
            return self.ask(restoring, refusal.reasons, status=409)
        messages.success(request, _("The version is brought back. What stood here before is in the history."))
        return redirect(record.get_absolute_url() if hasattr(record, "get_absolute_url") else "desk")

    def ask(self, restoring, refusals=(), status=200):
        target = restoring.target()
        context = {
            **self.common(restoring.timeline.record),
            "version": target.version,
            "at": restoring.row.pgh_created_at,
            "fields": restoring.changes(target),
            "refusals": refusals,
            "is_copy": target.pk != restoring.timeline.record.pk or restoring.opens_copy,
        }
        return render(self.request, "history/restore.html", context, status=status)
