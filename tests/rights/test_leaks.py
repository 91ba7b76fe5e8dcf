"""Every page that a person can reach, read for what the person may not know."""

import re
from collections import Counter

import pytest
from django.urls import reverse

from tests.access.table import ROLES

LINK = re.compile(r'(?:href|action)="(/en/[^"#]*)|href="(\?[^"#]*)')
# Pages of the room of administration are read in test_admin.py; signing out would end the walk.
NOT_FOLLOWED = ("/en/admin/", "/en/accounts/")
SEEDS = ["home", "desk", "initiatives:initiative_mine", "initiatives:initiative_create", "meetings:action_point_list"]
# A list as a file is read once: the other formats are written from the same rows. Papers and workbooks are read where
# they are made, and calendars where they are told.
NOT_READ = re.compile(r"export=(?!json)|\.(?:pdf|docx|xlsx|zip|ics)(?:$|[?])")
# Of the months of a calendar, which never end, the nearest are enough.
MOST_OF_ONE = 15
MOST_PAGES = 800


def text_of(response):
    if "html" in response["Content-Type"]:
        return response.text
    return response.getvalue().decode() if "json" in response["Content-Type"] else ""


def walk(client):
    """{address: text} of all pages that links lead to, from the home page and from a search that finds everything."""
    waiting = [reverse(name) for name in SEEDS] + [reverse("search") + "?q=quinoa", "/en/no-such-page/"]
    read, asked, times_read = {}, set(), Counter()
    while waiting and len(read) < MOST_PAGES:
        address = waiting.pop(0)
        path = address.partition("?")[0]
        if address in asked or address.startswith(NOT_FOLLOWED) or times_read[path] == MOST_OF_ONE:
            continue
        asked.add(address)
        times_read[path] += 1
        response = client.get(address)
        if response.status_code == 405:  # where a button sends its form
            continue
        read[address] = text_of(response)
        for absolute, query in LINK.findall(read[address]):
            # Of the thousands of ways to filter a list, each single one is enough.
            link = (absolute or path + query).replace("&amp;", "&")
            if link not in asked and link.count("=") < 2 and not NOT_READ.search(link):
                waiting.append(link)
    assert len(read) < MOST_PAGES, times_read.most_common(9)
    return read


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_what_is_not_for_them(client, people, secrets, role):
    if people[role]:
        client.force_login(people[role])

    pages = walk(client)

    read = {(word, address) for address, text in pages.items() for word in secrets.found_in(address + text)}
    assert {(word, address) for word, address in read if word in secrets.kept_from(role)} == set()
    # Nothing is hidden from those for whom it is, or the test would prove nothing.
    assert secrets.meant_for(role) - {word for word, _address in read} == set()
