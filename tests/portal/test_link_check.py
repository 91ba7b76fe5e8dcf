"""The check of links: what it asks, what it refuses to ask, and what it says about what it found."""

import http.server
import ipaddress
import socket
import threading

import pytest
from django.urls import reverse

from core.jobs.running import run
from core.jobs.starting import start
from portal import link_check
from portal.jobs import linked_records
from portal.link_check import is_public, problem_of
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource

committed = pytest.mark.django_db(transaction=True)


class Pages(http.server.BaseHTTPRequestHandler):
    """A small web site: /ok, /gone, /moved leads to /ok, /round leads to itself, /shy refuses HEAD ..."""

    def do_HEAD(self):
        self.server.asked.append((self.command, self.path))
        status = {"/gone": 404, "/shy": 405, "/closed": 403, "/broken": 500}.get(self.path, 200)
        leads_to = {"/moved": "/ok", "/round": "/round", "/inside": "http://10.0.0.1/", "/file": "file:///etc/passwd"}
        self.send_response(302 if self.path in leads_to else status)
        if self.path in leads_to:
            self.send_header("Location", leads_to[self.path])
        self.end_headers()

    def do_GET(self):
        self.server.asked.append((self.command, self.path))
        self.send_response({"/shy": 200}.get(self.path, 404 if self.path == "/gone" else 403))
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def public_site(site, monkeypatch):
    """The small site, reached as if it stood in the public Internet under the name www.example.org."""
    looked_up = link_check.public_addresses

    def found(host, port):
        return ["127.0.0.1"] if host == "www.example.org" else looked_up(host, port)

    monkeypatch.setattr(link_check, "public_addresses", found)
    monkeypatch.setitem(link_check.PORTS, "http", site.server_address[1])
    return site


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/ok", None),
        ("/moved", None),
        ("/shy", None),
        ("/gone", ("gone", {"status": 404})),
        ("/closed", ("closed", {"status": 403})),
        ("/round", ("loop", {"hops": 5})),
        ("/inside", ("private", {})),
        ("/file", ("not_web", {})),
    ],
)
def test_address_is_judged_by_where_it_leads(public_site, path, problem):
    found = problem_of(f"http://www.example.org{path}")

    assert (found and (found.key, found.details)) == problem


def test_only_the_head_is_asked_for_where_that_is_enough(public_site):
    problem_of("http://www.example.org/ok")

    assert public_site.asked == [("HEAD", "/ok")]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://user:password@127.0.0.1/",
    ],
)
def test_address_inside_is_not_asked(address):
    assert problem_of(address).key == "private"


@pytest.mark.parametrize("port", [22, 25, 5432, 8000])
def test_only_the_ports_of_the_web_are_asked(port):
    assert problem_of(f"http://93.184.216.34:{port}/").key == "private"


@pytest.mark.parametrize("address", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "//x", ""])
def test_only_addresses_of_the_web_are_asked(address):
    assert problem_of(address).key == "not_web"


def test_name_that_leads_inside_for_one_of_its_addresses_is_not_asked(monkeypatch):
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answers)

    assert problem_of("http://two-faced.example.org/").key == "private"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fd00::1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::a00:1", False),
        ("::10.0.0.1", False),
        ("fec0::1", False),
        ("2002:a00:1::1", False),
    ],
)
def test_public_addresses_are_told_from_others(address, public):
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize("address", ["http://does-not-exist.invalid/", "http://[", f"http://{'x' * 300}.org/"])
def test_address_that_leads_nowhere_is_a_problem_and_no_crash(address):
    assert problem_of(address).key == "unreachable"


def test_addresses_of_published_records_are_asked_and_each_once(make, secretariat):
    first = make_resource(make, url="https://example.org/a")
    second = make_resource(make, url="https://example.org/a")
    make_resource(make, url="https://example.org/draft", state="draft")
    draft = make_initiative(make, state="draft")
    draft.links.create(url="https://example.org/hidden")
    initiative = make_initiative(make)
    initiative.links.create(url="https://example.org/b")

    found = linked_records(secretariat)

    assert {address: {url for _title, url in records} for address, records in found.items()} == {
        "https://example.org/a": {first.get_absolute_url(), second.get_absolute_url()},
        "https://example.org/b": {initiative.get_absolute_url()},
    }


@committed
def test_result_names_the_records_whose_links_are_broken(client, make, secretariat, public_site):
    make_resource(make, url="http://www.example.org/ok")
    broken = make_resource(make, url="http://www.example.org/gone", title="Old module")
    job = start("check_links", by=secretariat)

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 2, 2)
    assert job.summary == "2 addresses were asked. 1 needs a look."
    assert job.explained_problems == [
        {
            "subject": "Old module [en]",
            "link": broken.get_absolute_url(),
            "address": "http://www.example.org/gone",
            "words": "The page is not there any more (status 404).",
        }
    ]
    client.force_login(secretariat)
    assert "http://www.example.org/gone" in client.get(job.get_absolute_url()).content.decode()


@committed
def test_check_that_the_portal_starts_asks_what_everybody_reads(make, public_site):
    make_resource(make, url="http://www.example.org/ok", is_public=True)
    make_resource(make, url="http://www.example.org/gone", is_public=False)
    job = start("check_links")

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"addresses": 1, "wrong": 0})


@committed
def test_portal_without_a_way_out_says_so(make, secretariat):
    make_resource(make, url="http://does-not-exist.invalid/")
    job = start("check_links", by=secretariat)

    run(job.pk)

    job.refresh_from_db()
    assert job.summary == "No address answered. Most likely the portal itself has no way to the Internet now."


def test_focal_point_cannot_start_it(client, focal_point):
    client.force_login(focal_point)

    assert client.post(reverse("job_start", args=["check_links"])).status_code == 403
