"""Files as the portal shows them: {% load files %}."""

from django import template

from core.files.kinds import KINDS

register = template.Library()


@register.filter
def file_icon(file):
    kind = KINDS.get(file.extension)
    return kind.icon if kind else "file-earmark"


@register.filter
def file_kind(file):
    return file.extension.upper()


@register.inclusion_tag("includes/file_checksum.html")
def file_checksum(file):
    """{% file_checksum file %}: by which a reader proves that nothing was lost or changed on the way."""
    return {"file": file}
