"""UN entities, people, and who speaks for which entity from when to when."""

from datetime import time

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import TranslatedModel, VersionedModel
from core.querysets import TranslatedQuerySet
from entities.roles import appointments_of, focal_ids, is_secretariat, represented_ids


class EntityKind(models.TextChoices):
    COORDINATOR = "secretariat_coordinator", _("Coordinator of the Mechanism")
    UN_SECRETARIAT = "un_secretariat", _("United Nations Secretariat")
    REGIONAL_COMMISSION = "regional_commission", _("Regional commission")
    FUND_PROGRAMME = "fund_programme", _("Fund or programme")
    SPECIALIZED_AGENCY = "specialized_agency", _("Specialized agency")
    RESEARCH_TRAINING = "research_training", _("Research or training body")
    RELATED_ORGANIZATION = "related_organization", _("Related organization")
    JOINT_PROGRAMME = "joint_programme", _("Joint programme")
    REGIONAL_OFFICE = "regional_office", _("Regional office")
    OTHER_BODY = "other_body", _("Other United Nations body")


class EntityQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """The directory is public."""
        return self

    def editable_by(self, user):
        """The entity's own focal points, and the secretariat."""
        if is_secretariat(user):
            return self
        return self.filter(pk__in=focal_ids(user))

    def represented_by(self, user):
        return self.filter(pk__in=represented_ids(user))

    def spoken_for_by(self, user):
        """For which the person writes and marks attendance: those that the person serves; the secretariat all."""
        return self if is_secretariat(user) else self.represented_by(user)


class Entity(TranslatedModel):
    """An entity of the United Nations system. The portal does not state who is formally a member
    of the Mechanism unless `member_from` says so."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    slug = models.SlugField(_("address"), unique=True)
    acronym = models.CharField(_("acronym"), max_length=40)
    name = models.CharField(_("name"), max_length=250)
    kind = models.CharField(_("kind"), max_length=30, choices=EntityKind)
    unit = models.CharField(_("unit for South-South cooperation"), max_length=200, blank=True)
    website = models.URLField(_("web site"), blank=True)
    mailbox = models.EmailField(_("functional mailbox"), blank=True)
    iati_identifier = models.CharField(_("IATI identifier"), max_length=40, blank=True)
    member_from = models.DateField(_("member from"), null=True, blank=True)
    member_to = models.DateField(_("member until"), null=True, blank=True)
    is_trusted = models.BooleanField(
        _("trusted"), default=False, help_text=_("Focal points publish initiatives without review by the secretariat.")
    )
    evidence = models.CharField(
        _("evidence"), max_length=60, blank=True, help_text=_("Sources that tie the entity to inter-agency work.")
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(member_from=None)
                | models.Q(member_to=None)
                | models.Q(member_to__gt=models.F("member_from")),
                name="entity_membership_ends_after_start",
                violation_error_message=_("The membership cannot end before it starts."),
            )
        ]

    def __str__(self):
        return languages.text_of(self, "acronym") or self.code

    def get_absolute_url(self):
        return reverse("entities:entity_detail", args=[self.slug])

    def get_edit_url(self):
        return reverse("entities:entity_edit", args=[self.slug])


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(VersionedModel, AbstractUser):
    """A person, who signs in by e-mail. What the person may do follows from appointments and groups."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(_("e-mail"), unique=True)
    full_name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150)
    job_title = models.CharField(_("function"), max_length=150, blank=True)
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=languages.choices,
        default=languages.DEFAULT,
        help_text=_("Mails to this person are written in this language."),
    )
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    # Both empty: mails may come at any hour.
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True, default=time(20))
    quiet_to = models.TimeField(_("quiet until"), null=True, blank=True, default=time(7))

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]
    objects = UserManager()

    class Meta:
        ordering = ["full_name", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("email"),
                name="user_email_once",
                violation_error_message=_("A person with this e-mail address exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_to=None)
                | models.Q(quiet_from__isnull=False, quiet_to__isnull=False)
                & ~models.Q(quiet_from=models.F("quiet_to")),
                name="user_quiet_hours_begin_and_end",
                violation_error_message=_("Quiet hours need a beginning and an end that differ."),
            ),
        ]

    def __str__(self):
        return self.full_name or self.email

    def _do_update(self, base_qs, using, pk_val, values, update_fields, forced_update):
        """Single columns are saved by signing in, in code that is not ours and in two windows at once: that never
        fails. The whole row is saved from the version that was read, as of any record."""
        update = super()._do_update if update_fields is None else super(VersionedModel, self)._do_update
        return update(base_qs, using, pk_val, values, update_fields, forced_update)

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)

    @property
    def role_label(self):
        """What the account menu says under the name."""
        if self.is_superuser:
            return _("Administrator")
        if is_secretariat(self):
            return _("Secretariat")
        held = appointments_of(self)
        return ", ".join(f"{appointment.get_role_display()}, {appointment.entity}" for appointment in held)


class Role(models.TextChoices):
    FOCAL_POINT = "focal_point", _("Focal point")
    ALTERNATE = "alternate", _("Alternate")
    CONTRIBUTOR = "contributor", _("Contributor")


FOCAL_ROLES = {Role.FOCAL_POINT, Role.ALTERNATE}


class AppointmentQuerySet(models.QuerySet):
    def valid_on(self, day):
        return self.filter(starts__lte=day).filter(models.Q(ends=None) | models.Q(ends__gte=day))

    def valid_today(self):
        return self.valid_on(timezone.localdate())

    def visible_to(self, user):
        """Names and work addresses are for people of the Mechanism."""
        if is_secretariat(user) or represented_ids(user):
            return self
        return self.none()

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()


class Appointment(VersionedModel):
    """A person speaks for an entity in a role, from a day to a day (both included). Rights follow the dates."""

    # An appointment is part of the record of who spoke for whom, so neither side can vanish under it.
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("person"))
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("entity"))
    role = models.CharField(_("role"), max_length=12, choices=Role)
    starts = models.DateField(_("from"), default=timezone.localdate)
    ends = models.DateField(_("last day"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["entity__code", "role", "starts", "pk"]
        indexes = [models.Index(fields=["user", "starts", "ends"], name="appointment_user_dates")]
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(ends__gte=models.F("starts")),
                name="appointment_ends_after_start",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.UniqueConstraint(
                fields=["user", "entity", "role", "starts"],
                name="appointment_once",
                violation_error_message=_("This appointment exists already."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}, {self.entity}"
