"""A calendar read by the letter of RFC 5545, with nothing of the library that writes it. Zones are dateutil's."""

import io
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from dateutil.tz import tzical

ESCAPES = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}
LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)'
    r'(?:,(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*)*):(?P<value>[^\x00-\x08\x0a-\x1f]*)'
)
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "CLASS", "URL", "LAST-MODIFIED")


@dataclass
class Property:
    value: str
    parameters: dict

    @property
    def text(self):
        assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", self.value), "commas and semicolons of a text are escaped"
        return re.sub(r"\\(.)", lambda match: ESCAPES[match[1]], self.value)


@dataclass
class Component:
    name: str
    properties: dict = field(default_factory=dict)
    parts: list = field(default_factory=list)
    lines: list = field(default_factory=list)

    def __getitem__(self, name):
        (found,) = self.properties[name]
        return found

    def __contains__(self, name):
        return name in self.properties

    def all(self, name):
        return [part for part in self.parts if part.name == name]


def lines_of(content):
    """The lines, unfolded. Each line as it goes over the wire is whole UTF-8 of 75 octets at most."""
    assert content.endswith(b"\r\n")
    raw = content[:-2].split(b"\r\n")
    assert not [line for line in raw if b"\r" in line or b"\n" in line]
    assert not [line for line in raw if len(line) > 75]
    unfolded = []
    for line in (line.decode("utf-8") for line in raw):
        if line.startswith((" ", "\t")):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    return unfolded


def read(content):
    """The VCALENDAR; refuses what a strict program would refuse."""
    root = Component("")
    path = [root]
    for line in lines_of(content):
        match = LINE.fullmatch(line)
        assert match, line
        if match["name"] == "BEGIN":
            path[-1].parts.append(Component(match["value"]))
            path.append(path[-1].parts[-1])
        for component in path[1:]:
            component.lines.append(line)
        if match["name"] == "END":
            assert path.pop().name == match["value"]
        elif match["name"] != "BEGIN":
            path[-1].properties.setdefault(match["name"], []).append(
                Property(match["value"], parameters_of(match["parameters"]))
            )
    (calendar,) = root.parts
    check(calendar)
    return calendar


def parameters_of(text):
    found = {}
    for name, value in re.findall(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)', text):
        assert name not in found
        found[name] = value.strip('"').replace("^'", '"').replace("^n", "\n").replace("^^", "^")
    return found


def check(calendar):
    assert (calendar.name, calendar["VERSION"].value) == ("VCALENDAR", "2.0")
    assert "PRODID" in calendar
    zones = {zone["TZID"].value for zone in calendar.all("VTIMEZONE")}
    assert len(zones) == len(calendar.all("VTIMEZONE"))
    uids = [event["UID"].value for event in calendar.all("VEVENT")]
    assert len(uids) == len(set(uids))
    for event in calendar.all("VEVENT"):
        assert not [name for name in ONCE if len(event.properties.get(name, [])) > 1]
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event.properties)
        assert event["DTSTAMP"].value.endswith("Z")
        named = {event[name].parameters.get("TZID") for name in ("DTSTART", "DTEND")} - {None}
        assert named <= zones, "a zone that is named is described"


def zone_of(calendar, name):
    """As the calendar describes it, whatever this machine knows of the zone."""
    (zone,) = [zone for zone in calendar.all("VTIMEZONE") if zone["TZID"].value == name]
    return tzical(io.StringIO("\r\n".join(zone.lines) + "\r\n")).get(name)


def moment_of(calendar, event, name):
    """A date, or the moment in UTC."""
    found = event[name]
    if found.parameters.get("VALUE") == "DATE":
        return date.fromisoformat(found.value)
    clock = datetime.strptime(found.value.rstrip("Z"), "%Y%m%dT%H%M%S")
    if found.value.endswith("Z"):
        return clock.replace(tzinfo=UTC)
    return clock.replace(tzinfo=zone_of(calendar, found.parameters["TZID"])).astimezone(UTC)


def duration(text):
    match = re.fullmatch(r"P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?)?", text)
    days, hours, minutes = (int(number or 0) for number in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
