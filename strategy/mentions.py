"""Where a higher room speaks of strategy: a decision that names a part of a framework, an action point that was carried
out by what a report says.

Each room registers functions in its AppConfig.ready. The pages show what the reader may see. For Mention see
initiatives/mentions.py.
"""

_of_frameworks = []
_of_reports = []


def register(of_framework, of_report):
    """of_framework(framework, user) returns {id of a node: [Mention]}, of_report(report, user) returns [Mention]."""
    _of_frameworks.append(of_framework)
    _of_reports.append(of_report)


def mentions_in(framework, user):
    """{id of a node: [Mention]} of all sources."""
    found = {}
    for source in _of_frameworks:
        for node, mentions in source(framework, user).items():
            found.setdefault(node, []).extend(mentions)
    return found


def mentions_of_report(report, user):
    return [mention for source in _of_reports for mention in source(report, user)]
