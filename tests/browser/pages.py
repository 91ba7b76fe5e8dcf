"""The pages that the browser walks over, with the content of the demo, for each kind of person."""

from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone

from core.history.tracking import TRACKED
from core.models import Draft, Job
from core.outbox.notifications import notify
from core.outbox.unsubscribe import url_for
from entities.models import Entity, User
from initiatives.models import Initiative
from meetings.models import ActionPoint, CalendarFeed, Decision, Intervention, Meeting, MeetingTemplate, Series
from resources.models import Resource
from strategy.models import Framework, Indicator, Report

FOCAL, OFFICER, ADMINISTRATOR = "focal@ilo.example", "secretariat@unossc.example", "admin@portal.example"


def public_pages():
    framework = Framework.objects.filter(nodes__indicators__isnull=False).first()
    indicator = Indicator.objects.select_related("node__framework").get(code="INS-1")
    return {
        "home": reverse("home"),
        "catalogue": reverse("initiatives:initiative_list"),
        "catalogue filtered": reverse("initiatives:initiative_list") + "?goal=8&status=closed&sort=title",
        "catalogue as map": reverse("initiatives:initiative_list") + "?view=map",
        "catalogue, nothing found": reverse("initiatives:initiative_list") + "?q=zzzzz",
        "initiative": reverse("initiatives:initiative_detail", args=[Initiative.objects.get(code="INI-001").slug]),
        "frameworks": reverse("strategy:framework_list"),
        "framework": reverse("strategy:framework_detail", args=[framework.slug]),
        "indicator": reverse("strategy:indicator_detail", args=[indicator.node.framework.slug, indicator.code]),
        "published cycle": reverse("strategy:cycle_detail", args=["demo-cycle-2024"]),
        "consolidated report": reverse("strategy:consolidated", args=["demo-cycle-2024"]),
        "section of a consolidated report": reverse(
            "strategy:consolidated_section", args=["demo-cycle-2024", "progress-report", "5"]
        ),
        "reporting cycles": reverse("strategy:cycle_list"),
        "results of an outcome": reverse("strategy:node_detail", args=[indicator.node.framework.slug, "S4"]),
        "results of a survey": reverse("strategy:survey_detail", args=["institutionalization-survey"]) + "?section=2",
        "meetings": reverse("meetings:meeting_list"),
        "decisions": reverse("meetings:decision_list"),
        "what an entity said": reverse("meetings:entity_said", args=["ilo"]),
        "meetings of a month": reverse("meetings:month") + "?month=2027-02",
        "series of meetings": Series.objects.get(is_demo=True, is_public=True).get_absolute_url(),
        "papers of a meeting": reverse("meetings:papers", args=["demo-2027-02"]),
        "light page of a meeting": reverse("meetings:plain", args=["2024-07-30"]),
        "meeting of 30 July 2024": reverse("meetings:meeting_detail", args=["2024-07-30"]),
        "adopted record": reverse("meetings:record_detail", args=["demo-2026-09"]),
        "resources": reverse("resources:resource_list"),
        "resource": Resource.objects.published().filter(is_public=True).first().get_absolute_url(),
        "entities": reverse("entities:entity_list"),
        "entity": reverse("entities:entity_detail", args=["ilo"]),
        "countries": reverse("country_list"),
        "country": reverse("country_detail", args=["BRA"]),
        "search": reverse("search") + "?q=ILO",
        "search of one kind": reverse("search") + "?q=ILO&in=initiatives",
        "search, a near miss": reverse("search") + "?q=agriculure",
        "search, unknown kind": reverse("search") + "?q=ILO&in=nothing",
        "search, nothing asked": reverse("search"),
        "stop mails": urlsplit(url_for(User.objects.get(email=FOCAL), ["moved", "comment"])).path,
        "about": reverse("about"),
        "accessibility": reverse("accessibility"),
        "privacy": reverse("privacy"),
        "data": reverse("data"),
        "sign in": reverse("account_login"),
        "forgotten password": reverse("account_reset_password"),
        "not found": reverse("home") + "no-such-page/",
    }


def told(person):
    """Notifications with and without words, one of them read."""
    initiative = Initiative.objects.published().filter(lead__code="ILO").first()
    notify([person], "partner", initiative, key="walk:partner", sentence="partner_asked")
    notify([person], "moved", initiative, key="walk:moved", workflow="initiative", event="publish", reason="As asked")
    person.notifications.filter(key="walk:moved").mark_read()


def typed(person, path):
    """The address of a text that the person typed into the form there and did not save."""
    text = {"base": ["title_en=3f2a"], "title_en": ["A text that is not saved"], "title_ar": ["نص لم يحفظ"]}
    draft = Draft.objects.create(user=person, path=path, data=text, title="Demo", saved_at=timezone.now())
    return draft.get_absolute_url()


def calendar_of(person):
    """The page that shows the address; the other walkers see it before there is one."""
    CalendarFeed.objects.get_or_create(person=person)
    return reverse("calendar_page")


def jobs_of(person):
    """A job in every state that stays as it is while the pages are walked over."""
    running = {"kind": "check_links", "by": person, "state": "running", "done": 12, "total": 40}
    ended = {"kind": "check_links", "by": person, "finished_at": timezone.now()}
    lost = {"problem": "gone", "subject": "A guide", "link": "/en/resources/", "details": {"status": 404}}
    return {
        "running job": Job.objects.create(**running, key="walk"),
        "done job": Job.objects.create(
            **ended, key="walk:done", state="done", result={"addresses": 40, "wrong": 1}, problems=[lost]
        ),
        "failed job": Job.objects.create(**ended, key="walk:failed", state="failed", problems=[{"problem": "died"}]),
        "cancelled job": Job.objects.create(**ended, key="walk:cancelled", state="cancelled"),
    }


def history_of(kind, record):
    return reverse("history", args=[kind, record.pk])


def restore_of(kind, record):
    """The page that asks before an earlier version comes back: a later one makes a difference."""
    versions = TRACKED[type(record)].objects.filter(pgh_obj_id=record.pk).order_by("pgh_id")
    earlier = versions.first().pk
    type(record).objects.filter(pk=record.pk).update(title_fr="Démo : un autre titre", title_ar="عنوان آخر")
    return reverse("history_restore", args=[kind, record.pk, earlier])


def focal_pages():
    person = User.objects.get(email=FOCAL)
    told(person)
    report = Report.objects.filter(entity__code="ILO", state="draft").first()
    intervention = Intervention.objects.filter(entity__code="ILO", meeting__is_demo=True).first()
    meeting = Meeting.objects.filter(state="scheduled").first()
    pages = {
        "desk": reverse("desk"),
        "profile": reverse("profile"),
        "notifications": reverse("notification_list"),
        "mails and quiet hours": reverse("notification_choices"),
        "own initiatives": reverse("initiatives:initiative_mine"),
        "give a paper": reverse("meetings:own_paper_create", args=["demo-2027-02"]),
        "new initiative": reverse("initiatives:initiative_create"),
        "report": report.get_absolute_url(),
        "report form": reverse("strategy:report_edit", args=[report.pk]),
        "report as a workbook": reverse("strategy:report_workbook", args=[report.pk]),
        "what is open in a report": report.get_open_url(),
        "sections of a report divided": reverse("strategy:sections_assign", args=[report.pk]),
        "cycle": reverse("strategy:cycle_detail", args=[report.cycle.slug]),
        "ask for more time": reverse("strategy:extension_list", args=[report.cycle.slug]),
        "new intervention": reverse("meetings:intervention_create", args=[meeting.slug]),
        "propose an item": reverse("meetings:agenda_proposal_create", args=["demo-2027-02"]),
        "record to clear": reverse("meetings:record_detail", args=["demo-2026-10"]),
        "clearance of a record": reverse("meetings:record_clearance", args=["demo-2026-10"]),
        "action points": reverse("meetings:action_point_list"),
        "action point": ActionPoint.objects.first().get_absolute_url(),
        "decision": Decision.objects.first().get_absolute_url(),
        "my calendar": calendar_of(person),
        "change password": reverse("account_change_password"),
        "edit entity": reverse("entities:entity_edit", args=["ilo"]),
    }
    draft = Initiative.objects.get(lead__code="ILO", state="draft", replaces=None)
    pages |= {
        "draft initiative": draft.get_absolute_url(),
        "text not saved": typed(person, "/initiatives/new/"),
        "history of an initiative": history_of("initiative", draft),
        "history of a report": history_of("report", report),
        "restore an initiative": restore_of("initiative", draft),
        "edit initiative": draft.get_edit_url(),
        "delete initiative": draft.get_delete_url(),
        "submit initiative": draft.get_transition_url("submit"),
        "submit report": report.get_transition_url("submit"),
    }
    if intervention:
        pages["history of an intervention"] = history_of("intervention", intervention)
        pages["remove intervention"] = intervention.get_delete_url()
        pages["edit intervention"] = reverse("meetings:intervention_edit", args=[intervention.pk])
    return pages


def officer_pages():
    report = Report.objects.filter(state="submitted").first()
    meeting = Meeting.objects.filter(state="scheduled").first()
    recording = Meeting.objects.get(slug="2024-07-30")
    resource = Resource.objects.filter(state="published").first()
    jobs = jobs_of(User.objects.get(email=OFFICER))
    return {
        "my calendar, no address": reverse("calendar_page"),
        "jobs": reverse("job_list"),
        **{name: job.get_absolute_url() for name, job in jobs.items()},
        "notifications": reverse("notification_list"),
        "tree of a framework": Framework.objects.get(code="UNSWS-2020-2024", edition=1).get_tree_url(),
        "import of a framework": Framework.objects.get(code="UNOSSC-SF-2022-2025", edition=1).get_import_url(),
        "history of a meeting": history_of("meeting", recording),
        "history of a resource": history_of("resource", resource),
        "history of an entity": history_of("entity", Entity.objects.get(code="ILO")),
        "new decision": reverse("meetings:decision_create", args=[recording.slug]),
        "new action point": reverse("meetings:action_point_create", args=[recording.slug]),
        "add evidence": reverse("meetings:evidence_create", args=[ActionPoint.objects.filter(state="open").first().pk]),
        "attendance on the day": reverse("meetings:attendance_day", args=[recording.slug]),
        "attendance over meetings": reverse("meetings:attendance_matrix"),
        "invitations": reverse("meetings:invitation_list", args=[meeting.slug]),
        "meeting mode": reverse("meetings:meeting_live", args=["demo-live"]),
        "documents": reverse("meetings:document_edit", args=[recording.slug]),
        "withdraw resource": resource.get_transition_url("withdraw"),
        "desk": reverse("desk"),
        "completion matrix": reverse("strategy:cycle_detail", args=[report.cycle.slug]),
        "plan a cycle": reverse("strategy:cycle_new"),
        "remind of reports": reverse("strategy:cycle_remind", args=[report.cycle.slug]),
        "review": report.get_absolute_url(),
        "review beside the last cycle": reverse("strategy:review", args=[report.pk]),
        "review queue": reverse("strategy:review_queue"),
        "new meeting": reverse("meetings:meeting_create"),
        "move a meeting": reverse("meetings:meeting_move", args=[meeting.slug]),
        "new series": reverse("meetings:series_create"),
        "template of meetings": MeetingTemplate.objects.get(is_demo=True).get_absolute_url(),
        "edit meeting": reverse("meetings:meeting_edit", args=[meeting.slug]),
        "order of an agenda": reverse("meetings:agenda_edit", args=["demo-2027-02"]),
        "cancel meeting": meeting.get_transition_url("cancel"),
        "new resource": reverse("resources:resource_create"),
    }
