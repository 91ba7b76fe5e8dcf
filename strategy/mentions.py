"""Where a higher room speaks of a part of the strategy: a decision that names it.

Each room registers a function in its AppConfig.ready. The page of the framework shows what the reader may see.
"""

_sources = []


def register(source):
    """source(framework, user) returns {id of a node: [Mention]}; for Mention see initiatives/mentions.py."""
    _sources.append(source)


def mentions_in(framework, user):
    """{id of a node: [Mention]} of all sources."""
    found = {}
    for source in _sources:
        for node, mentions in source(framework, user).items():
            found.setdefault(node, []).extend(mentions)
    return found
