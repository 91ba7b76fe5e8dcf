from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.utils.translation import gettext_lazy as _

from core import languages
from core.admin import TranslatedAdmin
from core.outbox.notifications import plan_anew
from core.saving.admin import VersionedAdmin, VersionedInline
from core.saving.forms import VersionedForm
from entities.models import Appointment, Entity, User

# The address of a person stands with the person: a second list of addresses would only confuse.
admin.site.unregister(EmailAddress)


class NamesPeople:
    """The secretariat appoints people, but does not enter their list: it chooses by name from all of them."""

    autocomplete_fields = ["user", "entity"]

    def get_autocomplete_fields(self, request):
        fields = super().get_autocomplete_fields(request)
        return fields if request.user.has_perm("entities.view_user") else [name for name in fields if name != "user"]


class AppointmentInline(VersionedInline, NamesPeople, admin.TabularInline):
    model = Appointment
    extra = 0


@admin.register(Entity)
class EntityAdmin(TranslatedAdmin):
    list_display = ["code", "name", "kind", "is_trusted", "member_from", "member_to"]
    list_filter = ["kind", "is_trusted"]
    search_fields = [*languages.columns("acronym", "name"), "code", "slug"]
    prepopulated_fields = {"slug": ["code"]}
    inlines = [AppointmentInline]
    fieldsets = [
        (None, {"fields": ["code", "slug", "acronym", "name", "kind", "original_language", "working_translations"]}),
        (
            _("Membership"),
            {
                "fields": ["member_from", "member_to", "evidence"],
                "description": _("Leave the dates empty unless a document states them: no official list was found."),
            },
        ),
        (_("Contact"), {"fields": ["unit", "website", "mailbox", "iati_identifier"]}),
        (_("Trust"), {"fields": ["is_trusted"]}),
    ]


class PersonCreationForm(forms.ModelForm):
    """A new person has no password: it is set by the link that `Forgot your password?` sends."""

    class Meta:
        model = User
        fields = ["email", "full_name", "language", "time_zone"]

    def save(self, commit=True):
        person = super().save(commit=False)
        person.email = person.email.lower()
        person.set_unusable_password()
        if commit:
            person.save()
        return person


class PersonForm(VersionedForm, UserChangeForm):
    """The password is shown and not written here."""


@admin.register(User)
class PersonAdmin(VersionedAdmin, UserAdmin):
    form = PersonForm
    add_form = PersonCreationForm
    ordering = ["full_name"]
    list_display = ["full_name", "email", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "groups"]
    search_fields = ["full_name", "email"]
    inlines = [AppointmentInline]
    fieldsets = [
        (None, {"fields": ["email", "password", "full_name", "job_title", "language", "time_zone"]}),
        (_("Access"), {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "full_name", "language", "time_zone"]})]
    filter_horizontal = ["groups"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "time_zone" in form.changed_data:
            plan_anew(obj)


@admin.register(Appointment)
class AppointmentAdmin(VersionedAdmin, NamesPeople, admin.ModelAdmin):
    list_display = ["user", "entity", "role", "starts", "ends"]
    list_filter = ["role", "entity"]
    list_select_related = ["user", "entity"]
    search_fields = ["user__full_name", "user__email", "entity__code"]
