"""Calendars for calendar programs: that of the public, that of a person, and one meeting."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_POST, require_safe

from core.access import visible_or_404
from entities.roles import is_member
from meetings import ical
from meetings.models import CalendarFeed, Meeting

SECONDS_KEPT = 15 * 60


def public_address():
    """In the language of the page."""
    return settings.SITE_URL + reverse("meetings:public_calendar")


def calendar_response(content):
    return HttpResponse(content, content_type=ical.CONTENT_TYPE)


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=SECONDS_KEPT)
def public_calendar(request):
    """What visitors see, whoever asks: caches may share it."""
    visitor = AnonymousUser()
    content = ical.feed(ical.in_feeds(visitor), for_members=False, name=_("Meetings of the SSTC Mechanism"))
    response = calendar_response(content)
    # Of all meetings: one that is no longer public changes the calendar too.
    if changed := Meeting.objects.aggregate(newest=Max("updated_at"))["newest"]:
        response["Last-Modified"] = http_date(changed.timestamp())
    return response


@login_not_required
@require_safe
@conditional_page
def personal_calendar(request, token):
    """What the person sees today, in the person's language. The address itself is the right to read it."""
    feed = CalendarFeed.objects.of_token(token)
    if feed is None:
        raise Http404
    feed.note_reading()
    person = feed.person
    with translation.override(person.language):
        meetings, name = ical.in_feeds(person), _("My meetings of the SSTC Mechanism")
        response = calendar_response(ical.feed(meetings, for_members=is_member(person), name=name))
    # Without a date: rights end by themselves, and no meeting changes then.
    patch_cache_control(response, private=True, max_age=SECONDS_KEPT)
    response["X-Robots-Tag"] = "noindex"
    return response


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def meeting_calendar(request, slug):
    """One meeting, to add to a calendar by hand."""
    meeting = visible_or_404(Meeting.objects, request.user, slug=slug)
    response = calendar_response(ical.one(meeting, for_members=is_member(request.user)))
    response["Content-Disposition"] = f'attachment; filename="{meeting.slug}.ics"'
    return response


@require_safe
def calendar_page(request):
    """Where a person makes, sees, changes and ends the address of the own calendar."""
    feed = CalendarFeed.objects.visible_to(request.user).first()
    return render(request, "meetings/calendar_feed.html", {"feed": feed, "public_address": public_address()})


@require_POST
def calendar_make(request):
    CalendarFeed.objects.get_or_create(person=request.user)
    messages.success(request, _("Your calendar has an address now. Give it to your calendar program."))
    return redirect("calendar_page")


@require_POST
def calendar_renew(request):
    feed = CalendarFeed.objects.visible_to(request.user).first()
    if feed:
        feed.renew()
        messages.success(request, _("The address is another one now. The old one leads nowhere any more."))
    return redirect("calendar_page")


@require_POST
def calendar_revoke(request):
    CalendarFeed.objects.visible_to(request.user).delete()
    messages.success(request, _("The address leads nowhere any more."))
    return redirect("calendar_page")
