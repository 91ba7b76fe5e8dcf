"""Asking an address whether it still leads somewhere, without being led where the portal must not go.

The addresses were typed by people. So only http and https are asked, only hosts whose every address is one of the
public Internet, and the connection goes to the very address that was looked at: a name that changes its mind between
the look and the connection gains nothing. The same holds for each redirection. Of the answer only the head is read.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from django.utils.translation import gettext_lazy as _

SECONDS = 10
HOPS = 5
AT_ONCE = 6
PORTS = {"http": 80, "https": 443}
REDIRECTIONS = {301, 302, 303, 307, 308}
# The host answers, but not to programs: people may see the page all the same.
CLOSED = {401, 403, 407, 429, 451, 999}

PROBLEMS = {
    "gone": _("The page is not there any more (status {status})."),
    "closed": _("The server answers, but not to a program (status {status}). Open the link by hand."),
    "error": _("The server answers with an error (status {status})."),
    "silent": _("There was no answer within {seconds} seconds."),
    "unreachable": _("The server cannot be reached."),
    "certificate": _("The server has no valid certificate."),
    "private": _("The address is not one of the public Internet. It is not asked."),
    "not_web": _("Only addresses that begin with http or https are checked."),
    "loop": _("The address leads on more than {hops} times."),
}


@dataclass(frozen=True)
class Problem:
    """What is wrong with an address: a key of PROBLEMS, and what fills its words."""

    key: str
    details: dict = field(default_factory=dict)


class Refused(Exception):
    """An address that the portal does not ask."""

    def __init__(self, key):
        super().__init__(key)
        self.key = key


def outcomes(addresses, find=None):
    """(address, Problem or None) of each, as they come. Whoever stops listening stops the asking."""
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        asked = {pool.submit(find or problem_of, address): address for address in addresses}
        for answer in as_completed(asked):
            yield asked[answer], answer.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def problem_of(address):
    try:
        return judged(final_status(address))
    except Refused as refusal:
        return Problem(refusal.key, {"hops": HOPS} if refusal.key == "loop" else {})
    except TimeoutError:
        return Problem("silent", {"seconds": SECONDS})
    except ssl.SSLCertVerificationError:
        return Problem("certificate")
    except (OSError, http.client.HTTPException, ValueError):
        return Problem("unreachable")


def judged(status):
    if status in CLOSED:
        return Problem("closed", {"status": status})
    if status in (404, 410):
        return Problem("gone", {"status": status})
    return Problem("error", {"status": status}) if status >= 400 else None


def final_status(address):
    """Of where the address leads in the end. A server that does not like HEAD is asked with GET."""
    for _hop in range(HOPS + 1):
        status, location = ask("HEAD", address)
        if status >= 400:
            status, location = ask("GET", address)
        if status not in REDIRECTIONS or not location:
            return status
        address = urljoin(address, location)
    raise Refused("loop")


def ask(method, address):
    """(status, where it leads on to)"""
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused("not_web")
    port = parts.port or PORTS[parts.scheme]
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = Connection(parts.scheme, parts.hostname, port, public_addresses(parts.hostname, port))
    # A server that sends a letter now and then would hold us for ever: the whole exchange has an end.
    guard = threading.Timer(2 * SECONDS, connection.cut)
    guard.start()
    try:
        connection.request(method, escaped(path), headers={"User-Agent": "SSTC Portal, check of links"})
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        guard.cancel()
        connection.close()


def escaped(path):
    return quote(path, safe="%/:=&?~#+!$,;'@()*[]")


def public_addresses(host, port):
    if port not in PORTS.values():
        raise Refused("private")
    found = {entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not all(is_public(ipaddress.ip_address(address)) for address in found):
        raise Refused("private")
    return sorted(found)


def is_public(address):
    """Addresses that carry another one inside are judged by it, or not trusted at all."""
    if address.version == 6:
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or address.is_reserved or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


class Connection(http.client.HTTPConnection):
    """To the addresses that were looked at, whatever the name says by now."""

    def __init__(self, scheme, host, port, addresses):
        super().__init__(host, port, timeout=SECONDS)
        self.scheme, self.addresses = scheme, addresses

    def connect(self):
        failure = None
        for address in self.addresses:
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        if self.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self):
        with contextlib.suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)
