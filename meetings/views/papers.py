"""Papers that are made of a meeting, its light page, and the stable addresses of its documents."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from core import languages
from core.access import can_edit, visible_or_404
from core.jobs import starting
from core.papers import pdf, serving
from entities.roles import is_secretariat
from meetings.documents import groups_of, items_open_to
from meetings.models import Meeting, MeetingDocument
from meetings.papers.bundle import JOB, LIMIT
from meetings.papers.kinds import FORMAT_NAMES, KINDS, kinds_for
from meetings.papers.light import light_page
from meetings.views.records import asked_revision
from strategy.evidence import answers_by_record


def meeting_or_404(request, slug):
    return visible_or_404(Meeting.objects.select_related("organizer"), request.user, slug=slug)


@login_not_required
@require_safe
def paper(request, slug, paper, ending):
    """The agenda, the record or the action points as PDF or Word, made now with what this person sees."""
    meeting = meeting_or_404(request, slug)
    kind = KINDS[paper]
    if not kind.is_for(meeting, request.user):
        raise Http404
    if serving.is_too_often(request):
        return show(request, meeting, 429, serving.TOO_MANY)
    revision = asked_revision(request, meeting) if kind.has_revisions else None
    made = kind.make(meeting, request.user, revision) if revision else kind.make(meeting, request.user)
    writer = serving.WRITERS[ending]
    try:
        content = writer.write(made)
    except pdf.Unavailable:
        return show(request, meeting, 503, serving.NO_PDF)
    name = f"{made.symbol.replace('/', '-')}-{kind.name}-{made.language.html}.{ending}"
    return serving.serve(HttpResponse(content, content_type=writer.TYPE), name)


@login_not_required
@require_safe
def plain(request, slug):
    """The whole meeting on one page for a thin line: no script, no pictures, no style."""
    meeting = meeting_or_404(request, slug)
    return render(request, "papers/light.html", {"paper": light_page(meeting, request.user), "meeting": meeting})


@login_not_required
@require_safe
def papers(request, slug):
    """All documents of the meeting by item, with their revisions, and the papers that can be made of it."""
    return show(request, meeting_or_404(request, slug))


def show(request, meeting, status=200, refusal=""):
    context = {
        "meeting": meeting,
        "refusal": refusal,
        "groups": with_answers(groups_of(meeting, request.user), request.user),
        "kinds": kinds_for(meeting, request.user),
        "languages": languages.LANGUAGES,
        "formats": FORMAT_NAMES,
        "can_edit": can_edit(meeting, request.user),
        "own": own_papers(meeting, request.user),
        "can_give": items_open_to(request.user, meeting).exists(),
        "limit": LIMIT,
    }
    return render(request, "meetings/papers.html", context, status=status)


def with_answers(groups, user):
    """Each paper with the answers of reports that name it as their evidence."""
    documents = [document for group in groups for document in group.documents]
    answers = answers_by_record(documents, user) if documents else {}
    for document in documents:
        document.answers = answers.get(document.pk, [])
    return groups


def own_papers(meeting, user):
    """What an entity's people may change here; the secretariat has a page for all papers."""
    if not user.is_authenticated or is_secretariat(user):
        return ()
    return set(MeetingDocument.objects.editable_by(user).filter(meeting=meeting).values_list("pk", flat=True))


@require_POST
def bundle(request, slug):
    """All papers that the person may see, as one archive: made in the background."""
    meeting = meeting_or_404(request, slug)
    return redirect(starting.start(JOB, by=request.user, meeting=meeting.pk, language=languages.current().code))


@login_not_required
@require_safe
def document(request, slug, serial, language=None, revision=None):
    """Leads to a paper: its newest revision or the cited one, in this language or the best for the reader."""
    meeting = meeting_or_404(request, slug)
    visible = MeetingDocument.objects.visible_to(request.user).filter(meeting=meeting, serial=serial)
    by_language = {found.language: found for found in visible.select_related("file")}
    wanted = [language] if language else languages.reading_order(languages.current().code, meeting.original_language)
    found = next((by_language[code] for code in wanted if code in by_language), None)
    place = found and found.address_of(found.revision if revision is None else revision)
    if not place:
        raise Http404
    return HttpResponseRedirect(place, headers={"Cache-Control": "private, no-store"})
