"""Asks every page in turns and notes how long each took."""

import random
import time
from statistics import median

from django.db import connection
from django.test import Client
from django.urls import reverse

from bench import dataset, floor
from entities.models import User
from initiatives.models import Initiative
from meetings.models import Meeting
from strategy.models import Indicator

WARM_UP = 3


def pages(chance):
    """{name: a function that makes one request and returns the bytes of its answer}, floor first."""
    visitor, administrator = Client(), Client()
    administrator.force_login(User.objects.get(email="bench@portal.example"))
    catalogue = reverse("initiatives:initiative_list")
    admin_list = reverse("admin:initiatives_initiative_changelist")
    slugs = list(Initiative.objects.published().order_by("?").values_list("slug", flat=True)[:200])
    indicator = Indicator.objects.select_related("node__framework").get(code="INS-1")
    cycle, published = dataset.cycles()
    waiting = cycle.reports.filter(state="submitted").first()
    lead = list(Initiative.objects.published().values_list("lead", flat=True).distinct()[:20])

    def get(client, url, **query):
        response = client.get(url, query)
        if response.status_code != 200:
            raise RuntimeError(f"{url} answered {response.status_code}")
        return response.content

    def filters():
        return {"goal": chance.randint(1, 17), "sort": chance.choice(["title", "start", "updated"])}

    return {
        "floor: one SQL, formatted": floor.page,
        "an empty page": lambda: get(visitor, reverse("about")),
        "catalogue": lambda: get(visitor, catalogue),
        "catalogue, random filters": lambda: get(visitor, catalogue, **filters()),
        "catalogue, search": lambda: get(visitor, catalogue, q=chance.choice(["water", "seeds", "energy"])),
        "search": lambda: get(visitor, reverse("search"), q=chance.choice(["water", "seeds", "energy"])),
        "search, two words": lambda: get(visitor, reverse("search"), q=chance.choice(["water ports", "seeds youth"])),
        "type-ahead": lambda: get(visitor, reverse("search_suggest"), q=chance.choice(["wat", "see", "ener"])),
        "initiative": lambda: get(visitor, reverse("initiatives:initiative_detail", args=[chance.choice(slugs)])),
        "meeting": lambda: get(visitor, Meeting.objects.get(slug="2024-07-30").get_absolute_url()),
        "indicator": lambda: get(visitor, indicator.get_absolute_url()),
        "matrix, 46 x 60": lambda: get(administrator, cycle.get_absolute_url()),
        "results of a cycle, 46 x 60": lambda: get(visitor, published.get_absolute_url()),
        "review of a report": lambda: get(administrator, reverse("strategy:review", args=[waiting.pk])),
        "home": lambda: get(visitor, reverse("home")),
        "Django admin list": lambda: get(administrator, admin_list),
        "Django admin list, filtered": lambda: get(administrator, admin_list, lead__id__exact=chance.choice(lead)),
        "Django admin list, search": lambda: get(administrator, admin_list, q="water"),
    }


def run(rounds):
    """{page: (median milliseconds, bytes)}"""
    asked = pages(random.Random(1))
    times, sizes = {name: [] for name in asked}, {}
    for number in range(WARM_UP + rounds):
        for name, ask in asked.items():
            begin = time.perf_counter()
            content = ask()
            took = time.perf_counter() - begin
            if number >= WARM_UP:
                times[name].append(took * 1000)
                sizes[name] = len(content)
    connection.close()
    return {name: (median(taken), sizes[name]) for name, taken in times.items()}
