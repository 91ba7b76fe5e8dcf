"""Fields the way the portal shows them: label above, help between label and field, error between help and field.

{% error_summary form %} first in the page, then {% field form.title %} for each field,
{% language_fields form "title" %} for a text in six languages. Rooms write <form method="post" novalidate>: the server
says what is wrong.
"""

from django import forms, template
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import languages
from core.templatetags import ui

register = template.Library()

LONG_LIST = 12  # more choices than this get a window
FINDABLE = 20  # and more than this a field to find one
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@register.simple_tag
def error_prefix(*form_list):
    """For {% block title_prefix %}: the title of a page that came back with errors begins with "Error:"."""
    return _("Error:") if any(form.errors for form in _each(form_list)) else ""


@register.inclusion_tag("includes/error_summary.html")
def error_summary(*form_list, title=""):
    """{% error_summary form %} or {% error_summary form formset %}: takes focus, each line leads to its field."""
    lines = [line for form in _each(form_list) for line in _lines(form)]
    count = ngettext("There is %(n)d error on this page", "There are %(n)d errors on this page", len(lines))
    return {"lines": lines, "title": title or count % {"n": len(lines)}}


def _each(form_list):
    """Forms and the forms of formsets, in order; a formset's own errors count as those of a form."""
    for form in form_list:
        if form is None:
            continue
        yield form
        yield from getattr(form, "forms", ())


def _lines(form):
    if hasattr(form, "forms"):
        return [{"target": "", "label": "", "error": error} for error in form.non_form_errors()]
    lines = [{"target": "", "label": "", "error": error} for error in form.non_field_errors()]
    for bound in form:
        lines += [{"target": target_id(bound), "label": label_of(bound), "error": error} for error in bound.errors]
    return lines


def target_id(bound):
    """The element an error leads to: for radio buttons and check boxes the first of them."""
    ident = bound.id_for_label or bound.auto_id
    return f"{bound.auto_id}_0" if isinstance(bound.field.widget, GROUPS) else ident


def label_of(bound):
    """The label, with the language where the field is one of six."""
    language = language_of(bound)
    if not language:
        return bound.label
    # The forms of the administration say the code of the language already.
    return f"{str(bound.label).removesuffix(f' [{language.code}]')} ({language.name})"


def language_of(bound):
    """The language of title_ar, where the form has title_en too; None for any other field."""
    for language in languages.LANGUAGES:
        ending = languages.column("", language.code)
        stem = bound.name.removesuffix(ending)
        if stem != bound.name and languages.column(stem, languages.DEFAULT) in bound.form.fields:
            return language
    return None


@register.inclusion_tag("includes/field.html")
def field(bound, width="", suffix="", help_text=None, label=None, hide_optional=False):
    """{% field form.title %}. width: short, medium or wide; suffix: words after a short field ("of 63 programmes")."""
    return {
        "field": bound,
        "kind": kind_of(bound),
        "control": control(bound, help_text),
        "label": label or bound.label,
        "help": bound.help_text if help_text is None else help_text,
        "ids": ids(bound),
        "optional": not bound.field.required and not hide_optional,
        "width": width,
        "suffix": suffix,
        "choices": choices(bound),
        "left": characters(bound),
    }


def ids(bound):
    return {name: f"{bound.auto_id}-{name}" for name in ("help", "error", "count", "label", "find")}


def kind_of(bound):
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, GROUPS):
        return "group"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "control"


def control(bound, help_text=None, described=()):
    """The widget with the classes and the ARIA attributes of its situation."""
    widget = bound.field.widget
    if isinstance(widget, GROUPS):
        return ""
    if isinstance(widget, forms.DateInput) and widget.input_type in ("text", "date"):
        # The browser's own date field reads and writes one format, whatever the language of the page.
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    if isinstance(widget, forms.ClearableFileInput):
        widget.template_name = "django/forms/widgets/file.html"
    widget.attrs.pop("placeholder", None)  # the label says it, and stays when one types
    classes = "form-control"
    if isinstance(widget, forms.CheckboxInput):
        classes = "form-check-input"
    elif isinstance(widget, forms.Select):
        classes = "form-select"
    attrs = {
        "class": " ".join(filter(None, [widget.attrs.get("class"), classes, "is-invalid" if bound.errors else ""]))
    }
    help_text = bound.help_text if help_text is None else help_text
    names = ids(bound)
    described = [*described]
    if help_text:
        described.append(names["help"])
    if bound.errors:
        described.insert(0, names["error"])
        attrs["aria-invalid"] = "true"
    left = characters(bound)
    if left:
        # The count says what is too long; cutting off what one pastes would lose text without a word.
        widget.attrs.pop("maxlength", None)
        attrs |= {"data-max": left["maximum"], "data-count": names["count"]}
        described.append(names["count"])
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return bound.as_widget(attrs=attrs)


def characters(bound):
    """How many characters are left in a long text: counted in code points, on the page by portal.js."""
    maximum = getattr(bound.field, "max_length", None)
    if not isinstance(bound.field.widget, forms.Textarea) or not maximum:
        return None
    left = maximum - len(str(bound.value() or "").replace("\r\n", "\n"))
    return {"maximum": str(maximum), "left": left, "over": -left}


def choices(bound):
    """Radio buttons and check boxes one by one: value, label, checked."""
    if not isinstance(bound.field.widget, GROUPS):
        return None
    options = [
        {
            "id": option.id_for_label,
            "value": "" if option.data["value"] is None else str(option.data["value"]),
            "label": option.choice_label,
            "checked": option.data["selected"],
            "disabled": option.data["attrs"].get("disabled", False),
        }
        for option in bound.subwidgets
    ]
    # Django derives the check boxes from the radio buttons, so it is the former that can be told apart.
    kind = "checkbox" if isinstance(bound.field.widget, forms.CheckboxSelectMultiple) else "radio"
    number = len(options) if kind == "checkbox" else 0
    return {"type": kind, "options": options, "long": number > LONG_LIST, "findable": number > FINDABLE}


@register.simple_block_tag
def fold(content, label, form, *names, more=""):
    """{% fold label form "challenge" %}…{% endfold %}: what few fill in is folded until it has content or an error.

    Instead of a form and names a formset; `more` is the prefix of the formset that gets further rows now.
    """
    is_open = _is_filled(form, names) if names else _has_rows(form, more)
    return format_html(
        '<details class="ia-fold{}"{}{}><summary><h3>{}</h3>{}</summary><div class="ia-fold__body">{}</div></details>',
        " ia-fold--one" if len(names) == 1 else "",
        "" if names else format_html(' id="{}"', form.prefix),
        " open" if is_open else "",
        label or _first(form, names[0]).label,
        ui.icon("chevron-down", extra="ia-caret"),
        content,
    )


def _fields(form, name):
    """A field, or the six of a text."""
    if name in form.fields:
        return [form[name]]
    return [form[column] for column in languages.columns(name) if column in form.fields]


def _first(form, name):
    return _fields(form, name)[0]


def _is_filled(form, names):
    return any(bound.errors or bound.value() for name in names for bound in _fields(form, name))


def _has_rows(formset, more):
    if formset.prefix == more or formset.initial_form_count():
        return True
    return formset.is_bound and bool(formset.non_form_errors() or any(form.has_changed() for form in formset))


@register.inclusion_tag("includes/language_fields.html")
def language_fields(form, name, label=None, help_text=None):
    """{% language_fields form "title" %}: title_en, title_fr … of the form, each with its language and its state."""
    panels = []
    original = original_language(form)
    for language in languages.LANGUAGES:
        column = languages.column(name, language.code)
        if column not in form.fields:
            continue
        bound = form[column]
        bound.field.widget.attrs |= {"lang": language.html, "dir": language.direction}
        panels.append(
            {
                "bound": bound,
                "language": language,
                "state": translation_state(form, language.code, bound, original),
                "control": control(bound, help_text="", described=[f"id_{name}-help"] if help_text else []),
                "ids": ids(bound),
                "left": characters(bound),
            }
        )
    first = panels[0]["bound"] if panels else None
    return {
        "name": name,
        "panels": panels,
        "label": label or (first.label if first else ""),
        "help": (first.help_text if first else "") if help_text is None else help_text,
        "original": original,
    }


def original_language(form):
    chosen = form["original_language"].value() if "original_language" in form.fields else None
    return chosen or getattr(getattr(form, "instance", None), "original_language", None) or languages.DEFAULT


def translation_state(form, code, bound, original):
    """original, translated, outdated, working_translation or missing: names of badges."""
    record = getattr(form, "instance", None)
    if code == original:
        return "original"
    if not str(bound.value() or "").strip():
        return "missing"
    if code in (getattr(record, "outdated_translations", None) or ()):
        return "outdated"
    if code in (getattr(record, "working_translations", None) or ()):
        return "working_translation"
    return "translated"
