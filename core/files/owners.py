"""Which records hold files. The rooms say so in AppConfig.ready; who may read a file is asked of the record.

owners.register("meetings.MeetingDocument", "file")
owners.allow_uploads(is_member)
"""

from django.apps import apps

_fields = []
_uploaders = []
_drafts = []


def register(label, field):
    """Records of the model `label` ("app.Model") hold a file in `field`."""
    if (label, field) not in _fields:
        _fields.append((label, field))


def allow_uploads(predicate):
    """`predicate(user)`: may this person give the portal a file?"""
    if predicate not in _uploaders:
        _uploaders.append(predicate)


def remember_drafts(named):
    """`named(tokens)`: those of the tokens that a draft names which its writer has not saved yet."""
    if named not in _drafts:
        _drafts.append(named)


def named_in_drafts(tokens):
    return {token for named in _drafts for token in named(tokens)}


def registered():
    """[(model, field)]"""
    return [(apps.get_model(label), field) for label, field in _fields]


def may_upload(user):
    return user.is_authenticated and any(predicate(user) for predicate in _uploaders)
