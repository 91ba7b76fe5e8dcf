"""Conventions that a machine can check."""

import ast
import re
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import Model
from procrastinate.contrib.django import app

from core.workflow import REGISTRY

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
ROOMS = ("core", "entities", "initiatives", "strategy", "meetings", "resources")
# Rendered by a library or by Django itself, under names that do not stand in our code.
RENDERED_BY_LIBRARIES = re.compile(r"^(account|allauth|admin|django|registration)/|^(400|403|404|429|500)\.html$")


def code():
    folders = [*ROOMS, "portal", "templates"]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".html"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_template_is_used():
    text = code()
    generic = re.compile(r"_(list|detail|form|confirm_delete)\.html$")

    unused = [
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in TEMPLATES)
        if not RENDERED_BY_LIBRARIES.search(name)
        and f'"{name}"' not in text
        # Django's generic views derive this name from the model.
        and not generic.search(name)
    ]

    assert unused == []


def test_templates_hold_no_inline_style_script_or_handler():
    forbidden = re.compile(
        r"\sstyle=|\son[a-z]+=[\"']|<style|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/ld\+json\")"
    )

    # A mail carries its styles with it: no mail program fetches a style sheet.
    pages = [path for path in TEMPLATES if not {"mail", "email"} & set(path.parts)]
    found = [str(path) for path in pages if forbidden.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_style_sheets_know_no_left_and_right():
    physical = re.compile(
        r"(?<![-\w])(margin|padding|border)-(left|right)\b|(?<![-\w])(left|right)\s*:|text-align\s*:\s*(left|right)"
    )

    found = [
        f"{path.name}: {match.group()}"
        for path in (ROOT / "static" / "css").rglob("*.css")
        for match in physical.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_class_of_the_style_sheets_is_shown_somewhere():
    """Written out, or put together as in `ia-status--{tone}`. What Django's admin shows is its own."""
    scripts = sorted((ROOT / "static" / "js").glob("*.js"))
    shown = code() + "".join(path.read_text(encoding="utf-8") for path in scripts)
    literal = set(re.findall(r"[\w-]+", shown))
    # "ia-" alone begins every class; "q" those of the map.
    begun = {*re.findall(r"\b([a-z][\w-]*-){", shown), "q"} - {"ia-"}

    unused = [
        f"{path.name}: {name}"
        for path in (ROOT / "static" / "css").glob("*.css")
        if path.name != "admin.css"
        for name in sorted(classes(path.read_text(encoding="utf-8")))
        if name not in literal and not any(name.startswith(beginning) for beginning in begun)
    ]

    assert unused == []


def classes(style_sheet):
    without_comments = re.sub(r"/\*.*?\*/", "", style_sheet, flags=re.DOTALL)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r"{[^{}]*}", "{}", without_comments)))


def test_every_model_of_ours_is_ordered_and_named():
    wrong = [
        model.__name__
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if not model._meta.auto_created and (not model._meta.ordering or model.__str__ is Model.__str__)
    ]

    assert wrong == []


def test_no_model_is_ordered_by_a_translated_text():
    """The database would order by the active language's column only."""
    from modeltranslation.translator import translator

    translated = {
        model: set(translator.get_options_for_model(model).all_fields) for model in translator.get_registered_models()
    }
    wrong = [
        model.__name__
        for model, fields in translated.items()
        if {name.lstrip("-") for name in model._meta.ordering} & set(fields)
    ]

    assert wrong == []


def test_workflow_page_is_what_the_tables_say():
    call_command("write_workflow_docs", check=True)


def test_every_source_and_target_of_a_workflow_is_a_state():
    for workflow in REGISTRY.values():
        for transition in workflow.transitions:
            assert {*transition.sources, transition.target} <= set(workflow.states.values), transition.event


def test_every_state_can_be_reached():
    for workflow in REGISTRY.values():
        reached = {transition.target for transition in workflow.transitions}
        initial = workflow.model._meta.get_field("state").default
        assert set(workflow.states.values) - reached - {initial} == set(), workflow.name


def test_no_setting_is_given_twice():
    """The second would silently take the place of the first."""
    settings_file = ast.parse((ROOT / "portal" / "settings.py").read_text(encoding="utf-8"))
    assignments = [node for node in settings_file.body if isinstance(node, ast.Assign)]

    given = Counter(target.id for node in assignments for target in node.targets if isinstance(target, ast.Name))

    assert [name for name, number in given.items() if number > 1] == []


def test_files_that_comments_and_documents_name_exist():
    folders = [*ROOMS, "portal", "tests", "bench", "dev", "docs"]
    named = re.compile(rf"(?<![\w/.-])((?:{'|'.join(folders)})/[\w/.-]+\.(?:py|md|html|js|css|json))\b")
    written = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".md"}]

    missing = [
        (path.relative_to(ROOT), name)
        for path in [*written, *ROOT.glob("*.md")]
        if "migrations" not in path.parts
        for name in named.findall(path.read_text(encoding="utf-8"))
        # A page of docs/ names its neighbours, a room its templates.
        if not any((folder / name).exists() for folder in (ROOT, ROOT / "templates", path.parent))
    ]

    assert missing == []


def test_every_setting_of_the_environment_is_documented():
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "portal").glob("*.py"))
    read = set(re.findall(r"env\.(?:text|required|flag|number|words)\(\"([A-Z_]+)\"", sources))

    assert "DATABASE_URL" in read
    assert [name for name in sorted(read) if f"`{name}`" not in operations] == []


def test_what_comes_round_every_day_is_documented_with_its_time():
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    periodic = [task.cron.split() for task in app.periodic_registry.periodic_tasks.values()]
    times = [f"{int(hour):02}:{int(minute):02}" for minute, hour, *_days in periodic if hour != "*"]

    assert len(times) > 2
    assert [time for time in times if f"| {time} |" not in operations] == []
