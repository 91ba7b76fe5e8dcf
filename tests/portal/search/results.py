"""What stands on the page of results."""

from django.utils.html import strip_tags


def counts(response):
    return response.context["results"].found.counts


def titles(response):
    return [strip_tags(row.title) for row in response.context["results"].rows]


def words(response):
    return " ".join(strip_tags(response.text).split())
