"""Writes docs/workflows.md from the transition tables; with --check only says whether it is up to date."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from core.workflow import REGISTRY

HEADER = """# Workflows

Written by `python manage.py write_workflow_docs` from the tables in each room's `workflow.py`. Do not edit by hand.
"""


def describe(workflow):
    lines = [f"## {workflow.title}", "", "```mermaid", "stateDiagram-v2"]
    lines += [
        f"    {source} --> {transition.target}: {transition.event}"
        for transition in workflow.transitions
        for source in transition.sources
    ]
    lines += ["```", "", "| from | event | to | button | who | needs | told |", "|---|---|---|---|---|---|---|"]
    for transition in workflow.transitions:
        sources = ", ".join(transition.sources)
        needs = "a reason" if transition.needs_reason else ""
        row = [sources, transition.event, transition.target, transition.label, transition.who, needs, transition.told]
        lines.append("| " + " | ".join(str(cell) for cell in row) + " |")
    return "\n".join(lines) + "\n"


def document():
    with translation.override("en"):
        return "\n".join([HEADER, *[describe(REGISTRY[name]) for name in sorted(REGISTRY)]])


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true")

    def handle(self, *args, check, **options):
        path = Path(settings.BASE_DIR) / "docs" / "workflows.md"
        if check:
            if path.read_text(encoding="utf-8") != document():
                raise CommandError("docs/workflows.md is out of date: run manage.py write_workflow_docs")
        else:
            path.write_text(document(), encoding="utf-8")
