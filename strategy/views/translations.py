"""The texts of a questionnaire side by side in the six languages, one page for each section."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views import View

from core import languages
from core.saving.page import compare, conflicts_of, in_one_piece
from strategy import translations
from strategy.translation_forms import texts_forms
from strategy.views.questionnaires import BuilderMixin


class TranslationsView(BuilderMixin, View):
    """`?section=2` names the section, without it the questionnaire's own texts; `?language=fr` shows one language."""

    def get(self, request, *args, **kwargs):
        edition = self.edition()
        return self.show(edition)

    @in_one_piece
    def post(self, request, *args, **kwargs):
        edition = self.edition()
        forms = [form for form in self.forms(edition, {}, request.POST) if form.has_changed()]
        # All are asked, so that the page names every error at once.
        if all([form.is_valid() for form in forms]):  # noqa: C419
            return self.save(forms)
        if conflicts_of(*forms):
            return compare(request, *forms, discard=self.address)
        return self.show(edition, request.POST)

    def forms(self, edition, written, data=None):
        return texts_forms(self.records(edition), self.codes, written, data)

    def save(self, forms):
        for form in forms:
            form.save()
        number = len(forms)
        messages.success(self.request, ngettext("{n} text is saved.", "{n} texts are saved.", number).format(n=number))
        return redirect(self.address)

    @property
    def codes(self):
        asked = self.request.GET.get("language", "")
        return [asked] if asked in languages.BY_CODE else languages.CODES

    @property
    def address(self):
        return self.request.get_full_path()

    def records(self, edition):
        code = self.request.GET.get("section", "")
        if not code:
            return [edition]
        section = next((section for section in edition.sections.all() if section.code == code), None)
        if section is None:
            raise Http404
        return translations.records_of(edition, section)

    def show(self, edition, data=None):
        records = translations.records_of(edition)
        written = translations.events_of(records)
        forms = self.forms(edition, written, data)
        context = {
            "questionnaire": edition,
            "forms": forms,
            "progress": translations.progress_of(records, written),
            "section_code": self.request.GET.get("section", ""),
            "chosen": self.codes[0] if len(self.codes) == 1 else "",
            "has_errors": any(form.is_bound and form.errors for form in forms),
        }
        return render(self.request, "strategy/questionnaire_translations.html", context)
