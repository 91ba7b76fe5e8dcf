"""How a resource is named to the people who are told of it. Imported by ResourcesConfig.ready."""

from core import languages
from core.outbox import notifications
from resources.models import Resource

notifications.register_naming(Resource, marked=lambda resource: languages.marked(resource, "title") or resource.code)
