"""The pages that the browser walks over, with the content of the demo, for each kind of person."""

from django.urls import reverse

from initiatives.models import Initiative
from meetings.models import ActionPoint, Intervention, Meeting
from resources.models import Resource
from strategy.models import Cycle, Framework, Indicator, Report

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
        "published cycle": reverse("strategy:cycle_detail", args=[Cycle.objects.get(state="published").slug]),
        "reporting cycles": reverse("strategy:cycle_list"),
        "meetings": reverse("meetings:meeting_list"),
        "meeting of 30 July 2024": reverse("meetings:meeting_detail", args=["2024-07-30"]),
        "resources": reverse("resources:resource_list"),
        "resource": Resource.objects.published().filter(is_public=True).first().get_absolute_url(),
        "entities": reverse("entities:entity_list"),
        "entity": reverse("entities:entity_detail", args=["ilo"]),
        "countries": reverse("country_list"),
        "country": reverse("country_detail", args=["BRA"]),
        "search": reverse("search") + "?q=ILO",
        "about": reverse("about"),
        "accessibility": reverse("accessibility"),
        "privacy": reverse("privacy"),
        "data": reverse("data"),
        "sign in": reverse("account_login"),
        "forgotten password": reverse("account_reset_password"),
        "not found": reverse("home") + "no-such-page/",
    }


def focal_pages():
    report = Report.objects.filter(entity__code="ILO", state="draft").first()
    intervention = Intervention.objects.filter(entity__code="ILO", meeting__is_demo=True).first()
    meeting = Meeting.objects.filter(state="scheduled").first()
    pages = {
        "desk": reverse("desk"),
        "profile": reverse("profile"),
        "notifications": reverse("notification_list"),
        "mails and quiet hours": reverse("notification_choices"),
        "own initiatives": reverse("initiatives:initiative_mine"),
        "new initiative": reverse("initiatives:initiative_create"),
        "report": report.get_absolute_url(),
        "report form": reverse("strategy:report_edit", args=[report.pk]),
        "cycle": reverse("strategy:cycle_detail", args=[report.cycle.slug]),
        "new intervention": reverse("meetings:intervention_create", args=[meeting.slug]),
        "action points": reverse("meetings:action_point_list"),
        "action point": ActionPoint.objects.first().get_absolute_url(),
        "change password": reverse("account_change_password"),
        "edit entity": reverse("entities:entity_edit", args=["ilo"]),
    }
    draft = Initiative.objects.get(lead__code="ILO", state="draft", replaces=None)
    pages |= {
        "draft initiative": draft.get_absolute_url(),
        "edit initiative": draft.get_edit_url(),
        "delete initiative": draft.get_delete_url(),
        "submit initiative": draft.get_transition_url("submit"),
        "submit report": report.get_transition_url("submit"),
    }
    if intervention:
        pages["remove intervention"] = intervention.get_delete_url()
        pages["edit intervention"] = reverse("meetings:intervention_edit", args=[intervention.pk])
    return pages


def officer_pages():
    report = Report.objects.filter(state="submitted").first()
    meeting = Meeting.objects.filter(state="scheduled").first()
    recording = Meeting.objects.get(slug="2024-07-30")
    resource = Resource.objects.filter(state="published").first()
    return {
        "new decision": reverse("meetings:decision_create", args=[recording.slug]),
        "new action point": reverse("meetings:action_point_create", args=[recording.slug]),
        "attendance": reverse("meetings:attendance_edit", args=[recording.slug]),
        "documents": reverse("meetings:document_edit", args=[recording.slug]),
        "withdraw resource": resource.get_transition_url("withdraw"),
        "desk": reverse("desk"),
        "completion matrix": reverse("strategy:cycle_detail", args=[report.cycle.slug]),
        "review": report.get_absolute_url(),
        "new meeting": reverse("meetings:meeting_create"),
        "edit meeting": reverse("meetings:meeting_edit", args=[meeting.slug]),
        "cancel meeting": meeting.get_transition_url("cancel"),
        "new resource": reverse("resources:resource_create"),
    }
