"""What is different between two snapshots of a cycle, as far as one edition holds both."""

from django.utils.translation import gettext as _

from core import frozen
from core.figures import figure
from core.languages import current
from strategy.templatetags.answers import plain


def differences(old, new):
    """[Difference] between two Consolidated reports of one cycle."""
    return frozen.differences(said_by(old), said_by(new))


def said_by(printed):
    """{key: (where it stands in words, what stands there, its language)}"""
    return words_of(printed) | figures_of(printed) | answers_of(printed)


def words_of(printed):
    passages = {
        "title": (_("Title"), printed.title),
        "introduction": (_("Introduction"), printed.introduction),
        "findings": (_("Key findings"), printed.findings),
        "conclusions": (_("Conclusions"), printed.conclusions),
    }
    found = {(name,): (where, text.text, text.language) for name, (where, text) in passages.items()}
    codes = ", ".join(str(entity) for entity in printed.reported)
    return found | {("reported",): (_("Entities with an accepted report"), codes, current())}


def figures_of(printed):
    found = {}
    for indicator in printed.indicators:
        where = _("Indicator {code}").format(code=indicator.code)
        key = ("indicator", printed_key(indicator))
        found[(*key, "title")] = (where, indicator.title.text, indicator.title.language)
        found[(*key, "definition")] = (where, indicator.definition.text, indicator.definition.language)
        for name, label in (("baseline", _("Baseline")), ("target", _("Target"))):
            point = getattr(indicator, name)
            found[(*key, name)] = (f"{where}, {label}", point_words(indicator, point), current())
        for result in indicator.results:
            found[(*key, result.question)] = (where, result_words(indicator, result), current())
    return found


def printed_key(indicator):
    return indicator.framework, indicator.code


def point_words(indicator, point):
    """46% (2022), or a dash."""
    return f"{figure(plain(point.value), indicator.unit_sign)} ({point.year})" if point else "–"


def value_words(indicator, result):
    """The figure, or a dash where it is hidden or nobody answered."""
    return figure(plain(result.value), indicator.unit_sign)


def result_words(indicator, result):
    return f"{value_words(indicator, result)}, {of_asked(result)}"


def of_asked(counted):
    return _("{answered} of {asked} answered").format(answered=counted.answered, asked=counted.asked)


def answers_of(printed):
    found = {}
    for section in printed.sections:
        for question in section.questions:
            where = _("Question {code}").format(code=question.code)
            key = (section.questionnaire, question.code)
            found[(*key, "text")] = (where, question.text.text, question.text.language)
            found[(*key, "figures")] = (where, question_words(question), current())
            for said in question.narratives:
                found[(*key, said.entity.code)] = (f"{where}, {said.entity}", said.text.text, said.text.language)
    return found


def question_words(question):
    """Its figures in one line each."""
    if question.is_hidden:
        return of_asked(question)
    lines = [of_asked(question)]
    if question.value is not None:
        lines.append(f"{figure(plain(question.value), question.sign)} ({question.words})")
    lines += [f"{label}: {figure(count)}" for label, count in [*question.counts, *question.ranks]]
    return "\n".join(lines)
