import core.history.operations
import core.history.triggers
import core.languages
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import meetings.times
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_history"),
        ("entities", "0003_history"),
        ("entities", "__first__"),
        ("initiatives", "0004_history"),
        ("meetings", "0005_version_goes_up"),
        ("strategy", "0006_history"),
    ]

    operations = [
        core.history.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="InterventionProcesses",
                    fields=[],
                    options={
                        "ordering": ["pk"],
                        "proxy": True,
                        "default_permissions": (),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("meetings.intervention_processes",),
                ),
                migrations.CreateModel(
                    name="InterventionInitiatives",
                    fields=[],
                    options={
                        "ordering": ["pk"],
                        "proxy": True,
                        "default_permissions": (),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("meetings.intervention_initiatives",),
                ),
                migrations.CreateModel(
                    name="InterventionGoals",
                    fields=[],
                    options={
                        "ordering": ["pk"],
                        "proxy": True,
                        "default_permissions": (),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("meetings.intervention_goals",),
                ),
                migrations.CreateModel(
                    name="AgendaitemNodes",
                    fields=[],
                    options={
                        "ordering": ["pk"],
                        "proxy": True,
                        "default_permissions": (),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("meetings.agendaitem_nodes",),
                ),
                migrations.CreateModel(
                    name="ActionpointOwners",
                    fields=[],
                    options={
                        "ordering": ["pk"],
                        "proxy": True,
                        "default_permissions": (),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("meetings.actionpoint_owners",),
                ),
                migrations.CreateModel(
                    name="ActionPointEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="year")),
                        ("serial", models.PositiveSmallIntegerField(editable=False, verbose_name="number in the year")),
                        ("number", models.CharField(editable=False, max_length=20, verbose_name="number")),
                        (
                            "text_ar",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "text_zh_hans",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "text_en",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "text_fr",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "text_ru",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "text_es",
                            models.TextField(blank=True, default="", null=True, verbose_name="what is to be done"),
                        ),
                        (
                            "due",
                            models.DateField(
                                blank=True,
                                help_text="The end of that day in New York.",
                                null=True,
                                verbose_name="due on",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("in_progress", "In progress"),
                                    ("reported_done", "Reported done"),
                                    ("verified", "Verified"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="open",
                                editable=False,
                                max_length=24,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reported_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported"),
                        ),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verified"),
                        ),
                        (
                            "withdrawn_because",
                            models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.decision",
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                                verbose_name="agenda item",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.actionpoint",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_ac_pgh_obj_e0a748_idx"),
                            models.Index(fields=["meeting"], name="meetings_ac_meeting_5bdd62_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionpointOwnersEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "actionpoint",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.actionpoint",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.actionpointowners",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_ac_pgh_obj_b22f88_idx"),
                            models.Index(fields=["actionpoint"], name="meetings_ac_actionp_86f2f0_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItemEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        (
                            "number",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="number",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("opening", "Opening"),
                                    ("follow_up", "Follow-up to decisions and action points"),
                                    ("entity_updates", "Updates by entities"),
                                    ("secretariat_update", "Update by the secretariat"),
                                    ("sg_report", "Report of the Secretary-General"),
                                    ("peer_support", "Peer Support Groups"),
                                    ("e_modules", "E-modules and webinars"),
                                    ("strategy", "System-wide strategy: progress and challenges"),
                                    ("survey", "Survey on institutionalization"),
                                    ("new_strategy", "New strategy or action plan"),
                                    ("joint_events", "Joint events"),
                                    ("knowledge", "Knowledge products"),
                                    ("measurement", "Measurement and data"),
                                    ("other", "Other matters and next steps"),
                                ],
                                default="other",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title_ar",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_zh_hans",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_fr",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ru",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        ("summary_ar", models.TextField(blank=True, default="", null=True, verbose_name="summary")),
                        (
                            "summary_zh_hans",
                            models.TextField(blank=True, default="", null=True, verbose_name="summary"),
                        ),
                        ("summary_en", models.TextField(blank=True, default="", null=True, verbose_name="summary")),
                        ("summary_fr", models.TextField(blank=True, default="", null=True, verbose_name="summary")),
                        ("summary_ru", models.TextField(blank=True, default="", null=True, verbose_name="summary")),
                        ("summary_es", models.TextField(blank=True, default="", null=True, verbose_name="summary")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="minutes",
                            ),
                        ),
                        (
                            "presenter_name",
                            models.CharField(blank=True, max_length=150, verbose_name="name of the presenter"),
                        ),
                        (
                            "is_members_only",
                            models.BooleanField(
                                default=False,
                                help_text="Visitors see its number, not its title.",
                                verbose_name="for members only",
                            ),
                        ),
                        (
                            "has_discussion",
                            models.BooleanField(blank=True, null=True, verbose_name="followed by discussion"),
                        ),
                        (
                            "is_for_decision",
                            models.BooleanField(
                                default=False,
                                help_text="The meeting cannot be closed before its decision is written.",
                                verbose_name="for decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                            ),
                        ),
                        (
                            "presenter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                                verbose_name="presented by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_ag_pgh_obj_fe1767_idx"),
                            models.Index(fields=["meeting"], name="meetings_ag_meeting_5a0d7b_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaitemNodesEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "agendaitem",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                            ),
                        ),
                        (
                            "node",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.node",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitemnodes",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_ag_pgh_obj_6d96c7_idx"),
                            models.Index(fields=["agendaitem"], name="meetings_ag_agendai_561a27_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        ("person_name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        ("unit", models.CharField(blank=True, max_length=150, verbose_name="unit")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Will attend"), ("maybe", "May attend"), ("no", "Will not attend")],
                                max_length=8,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("present", "Present"),
                                    ("room", "Present in the room"),
                                    ("online", "Present online"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent"),
                                ],
                                max_length=10,
                                verbose_name="presence",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                                verbose_name="entity",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.attendance",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_at_pgh_obj_0cf071_idx"),
                            models.Index(fields=["meeting"], name="meetings_at_meeting_67a261_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="year")),
                        ("serial", models.PositiveSmallIntegerField(editable=False, verbose_name="number in the year")),
                        ("number", models.CharField(editable=False, max_length=20, verbose_name="number")),
                        ("text_ar", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        ("text_zh_hans", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        ("text_en", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        ("text_fr", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        ("text_ru", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        ("text_es", models.TextField(blank=True, default="", null=True, verbose_name="decision")),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                                verbose_name="agenda item",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.decision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_de_pgh_obj_cddab2_idx"),
                            models.Index(fields=["meeting"], name="meetings_de_meeting_051f1c_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterventionEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        ("unit", models.CharField(blank=True, max_length=150, verbose_name="unit")),
                        (
                            "speaker_name",
                            models.CharField(blank=True, max_length=150, verbose_name="name of the speaker"),
                        ),
                        (
                            "speaker_title_ar",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "speaker_title_zh_hans",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "speaker_title_en",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "speaker_title_fr",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "speaker_title_ru",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "speaker_title_es",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=150,
                                null=True,
                                verbose_name="function of the speaker",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("statement", "Statement"),
                                    ("question", "Question"),
                                    ("answer", "Answer"),
                                    ("update", "Update"),
                                    ("offer", "Offer"),
                                    ("request", "Request"),
                                ],
                                default="statement",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("text_ar", models.TextField(blank=True, default="", null=True, verbose_name="what was said")),
                        (
                            "text_zh_hans",
                            models.TextField(blank=True, default="", null=True, verbose_name="what was said"),
                        ),
                        ("text_en", models.TextField(blank=True, default="", null=True, verbose_name="what was said")),
                        ("text_fr", models.TextField(blank=True, default="", null=True, verbose_name="what was said")),
                        ("text_ru", models.TextField(blank=True, default="", null=True, verbose_name="what was said")),
                        ("text_es", models.TextField(blank=True, default="", null=True, verbose_name="what was said")),
                        ("note_ar", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        ("note_zh_hans", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        ("note_en", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        ("note_fr", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        ("note_ru", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, default="", null=True, verbose_name="note")),
                        (
                            "is_summary",
                            models.BooleanField(
                                default=False,
                                help_text="A summary made from a source, not the entity's own words.",
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "is_draft",
                            models.BooleanField(
                                default=True,
                                help_text="Only the entity and the secretariat see a draft.",
                                verbose_name="draft",
                            ),
                        ),
                        (
                            "is_published_by_entity",
                            models.BooleanField(
                                default=False,
                                help_text="The entity has published this itself: everybody reads it before the record is adopted.",
                                verbose_name="published by the entity",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                                verbose_name="entity",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                                verbose_name="agenda item",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.intervention",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_in_pgh_obj_e6928c_idx"),
                            models.Index(fields=["meeting"], name="meetings_in_meeting_a6e4ef_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterventionGoalsEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.goal",
                            ),
                        ),
                        (
                            "intervention",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.intervention",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.interventiongoals",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_in_pgh_obj_b8da1f_idx"),
                            models.Index(fields=["intervention"], name="meetings_in_interve_2abb35_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterventionInitiativesEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "initiative",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="initiatives.initiative",
                            ),
                        ),
                        (
                            "intervention",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.intervention",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.interventioninitiatives",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_in_pgh_obj_0d4f9a_idx"),
                            models.Index(fields=["intervention"], name="meetings_in_interve_afef6e_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterventionProcessesEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "intervention",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.intervention",
                            ),
                        ),
                        (
                            "process",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.process",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.interventionprocesses",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_in_pgh_obj_ece51b_idx"),
                            models.Index(fields=["intervention"], name="meetings_in_interve_d88e3c_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingDocumentEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        (
                            "title_ar",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_zh_hans",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_fr",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ru",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(blank=True, default="", max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="language of the document",
                            ),
                        ),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("public", "Public"),
                                    ("members", "Members only"),
                                    ("secretariat", "Secretariat only"),
                                ],
                                default="members",
                                max_length=12,
                                verbose_name="who may see it",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.file",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.agendaitem",
                                verbose_name="agenda item",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meetingdocument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_me_pgh_obj_bd37ce_idx"),
                            models.Index(fields=["meeting"], name="meetings_me_meeting_02abb4_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address")),
                        ("symbol", models.CharField(blank=True, max_length=60, verbose_name="symbol")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("mechanism", "Meeting of the Mechanism"),
                                    ("working_group", "Working group"),
                                    ("event", "Event"),
                                ],
                                default="mechanism",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title_ar",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_zh_hans",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_fr",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_ru",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(blank=True, default="", max_length=300, null=True, verbose_name="title"),
                        ),
                        ("purpose_ar", models.TextField(blank=True, default="", null=True, verbose_name="purpose")),
                        (
                            "purpose_zh_hans",
                            models.TextField(blank=True, default="", null=True, verbose_name="purpose"),
                        ),
                        ("purpose_en", models.TextField(blank=True, default="", null=True, verbose_name="purpose")),
                        ("purpose_fr", models.TextField(blank=True, default="", null=True, verbose_name="purpose")),
                        ("purpose_ru", models.TextField(blank=True, default="", null=True, verbose_name="purpose")),
                        ("purpose_es", models.TextField(blank=True, default="", null=True, verbose_name="purpose")),
                        ("date", models.DateField(verbose_name="date")),
                        ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                        ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                        (
                            "time_zone",
                            models.CharField(
                                blank=True,
                                help_text="The hours stay the same in this city when the clocks change.",
                                max_length=60,
                                verbose_name="city whose time is meant",
                            ),
                        ),
                        (
                            "format",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("online", "Online"),
                                    ("hybrid", "In person and online"),
                                ],
                                max_length=12,
                                verbose_name="form",
                            ),
                        ),
                        (
                            "place_ar",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "place_zh_hans",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "place_en",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "place_fr",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "place_ru",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "place_es",
                            models.CharField(blank=True, default="", max_length=200, null=True, verbose_name="place"),
                        ),
                        (
                            "joining_link",
                            models.URLField(
                                blank=True,
                                help_text="Only members see it.",
                                max_length=500,
                                verbose_name="joining link",
                            ),
                        ),
                        (
                            "interpretation",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages of interpretation",
                            ),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False,
                                help_text="Visitors see title, time and agenda, and the record once it is adopted.",
                                verbose_name="public",
                            ),
                        ),
                        (
                            "note_ar",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_zh_hans",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_en",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_fr",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_ru",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_es",
                            models.TextField(
                                blank=True,
                                default="",
                                help_text="What a reader must know about where these facts come from.",
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        ("source_title", models.CharField(blank=True, max_length=300, verbose_name="source")),
                        (
                            "source_url",
                            models.URLField(blank=True, max_length=500, verbose_name="address of the source"),
                        ),
                        ("is_demo", models.BooleanField(default=False, verbose_name="demo")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("scheduled", "Scheduled"),
                                    ("in_progress", "In progress"),
                                    ("record_preparation", "Record in preparation"),
                                    ("clearance", "Open for comment"),
                                    ("adopted", "Adopted"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=24,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="adopted on"),
                        ),
                        (
                            "cancelled_because",
                            models.TextField(blank=True, editable=False, verbose_name="reason for cancelling"),
                        ),
                        (
                            "organizer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                                verbose_name="organizer",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_me_pgh_obj_928ceb_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgressNoteEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "original_language",
                            models.CharField(
                                choices=core.languages.choices,
                                default="en",
                                max_length=10,
                                verbose_name="original language",
                            ),
                        ),
                        (
                            "working_translations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=core.languages.choices, max_length=10),
                                blank=True,
                                default=list,
                                help_text="Languages whose text is a working translation that language staff have not reviewed.",
                                size=None,
                                verbose_name="working translations",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                        ("written_on", models.DateField(default=meetings.times.today_in, verbose_name="date")),
                        ("text_ar", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("text_zh_hans", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("text_en", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("text_fr", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("text_ru", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("text_es", models.TextField(blank=True, default="", null=True, verbose_name="progress")),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="where it can be seen")),
                        (
                            "action_point",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.actionpoint",
                                verbose_name="action point",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                                verbose_name="entity",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.progressnote",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["pgh_obj", "pgh_created_at"], name="meetings_pr_pgh_obj_ceb83c_idx"),
                            models.Index(fields=["action_point"], name="meetings_pr_action__a17a52_idx"),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_actionpointevent" ("created_at", "decision_id", "due", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "reported_by_id", "serial", "state", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "verified_at", "verified_by_id", "version", "withdrawn_because", "working_translations", "year") VALUES (NEW."created_at", NEW."decision_id", NEW."due", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reported_at", NEW."reported_by_id", NEW."serial", NEW."state", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."verified_at", NEW."verified_by_id", NEW."version", NEW."withdrawn_because", NEW."working_translations", NEW."year"); RETURN NULL;',
                            hash="b3cd7a3b9a5625f46c769428cbd255d0edeabbd9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2bf2",
                            table="meetings_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due" IS DISTINCT FROM (NEW."due") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."reported_at" IS DISTINCT FROM (NEW."reported_at") OR OLD."reported_by_id" IS DISTINCT FROM (NEW."reported_by_id") OR OLD."serial" IS DISTINCT FROM (NEW."serial") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_es" IS DISTINCT FROM (NEW."text_es") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr") OR OLD."text_ru" IS DISTINCT FROM (NEW."text_ru") OR OLD."text_zh_hans" IS DISTINCT FROM (NEW."text_zh_hans") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."withdrawn_because" IS DISTINCT FROM (NEW."withdrawn_because") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "meetings_actionpointevent" ("created_at", "decision_id", "due", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "reported_by_id", "serial", "state", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "verified_at", "verified_by_id", "version", "withdrawn_because", "working_translations", "year") VALUES (NEW."created_at", NEW."decision_id", NEW."due", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reported_at", NEW."reported_by_id", NEW."serial", NEW."state", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."verified_at", NEW."verified_by_id", NEW."version", NEW."withdrawn_because", NEW."working_translations", NEW."year"); RETURN NULL;',
                            hash="bd1508cd77c633ff573e5b1dac78702f9340e245",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e76b0",
                            table="meetings_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_actionpointevent" ("created_at", "decision_id", "due", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "reported_by_id", "serial", "state", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "verified_at", "verified_by_id", "version", "withdrawn_because", "working_translations", "year") VALUES (OLD."created_at", OLD."decision_id", OLD."due", OLD."id", OLD."item_id", OLD."meeting_id", OLD."number", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reported_at", OLD."reported_by_id", OLD."serial", OLD."state", OLD."text_ar", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."text_ru", OLD."text_zh_hans", OLD."updated_at", OLD."verified_at", OLD."verified_by_id", OLD."version", OLD."withdrawn_because", OLD."working_translations", OLD."year"); RETURN NULL;',
                            hash="c247336c8d7f956eddc101213776560d88ea422a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5f253",
                            table="meetings_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter_id", "presenter_name", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."has_discussion", NEW."id", NEW."is_for_decision", NEW."is_members_only", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."presenter_id", NEW."presenter_name", NEW."summary_ar", NEW."summary_en", NEW."summary_es", NEW."summary_fr", NEW."summary_ru", NEW."summary_zh_hans", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="2bc64685662f19815df13dc2b9a2ea4c218b8da8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f98e2",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."has_discussion" IS DISTINCT FROM (NEW."has_discussion") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_for_decision" IS DISTINCT FROM (NEW."is_for_decision") OR OLD."is_members_only" IS DISTINCT FROM (NEW."is_members_only") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."presenter_id" IS DISTINCT FROM (NEW."presenter_id") OR OLD."presenter_name" IS DISTINCT FROM (NEW."presenter_name") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_es" IS DISTINCT FROM (NEW."summary_es") OR OLD."summary_fr" IS DISTINCT FROM (NEW."summary_fr") OR OLD."summary_ru" IS DISTINCT FROM (NEW."summary_ru") OR OLD."summary_zh_hans" IS DISTINCT FROM (NEW."summary_zh_hans") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))',
                            func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter_id", "presenter_name", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."has_discussion", NEW."id", NEW."is_for_decision", NEW."is_members_only", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."presenter_id", NEW."presenter_name", NEW."summary_ar", NEW."summary_en", NEW."summary_es", NEW."summary_fr", NEW."summary_ru", NEW."summary_zh_hans", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="29aae0da19b278d391711ec740111e0ca3a8a211",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ca6ee",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter_id", "presenter_name", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."created_at", OLD."has_discussion", OLD."id", OLD."is_for_decision", OLD."is_members_only", OLD."kind", OLD."meeting_id", OLD."minutes", OLD."number", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."presenter_id", OLD."presenter_name", OLD."summary_ar", OLD."summary_en", OLD."summary_es", OLD."summary_fr", OLD."summary_ru", OLD."summary_zh_hans", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;',
                            hash="c08b8bb410a8a326b615b9f95676b9a138eba418",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2c12a",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_attendanceevent" ("answer", "entity_id", "id", "meeting_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "unit", "version") VALUES (NEW."answer", NEW."entity_id", NEW."id", NEW."meeting_id", NEW."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."presence", NEW."unit", NEW."version"); RETURN NULL;',
                            hash="3ccdf18633764efc36e9cd6acfc799e25fb1734f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f595f",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."person_name" IS DISTINCT FROM (NEW."person_name") OR OLD."presence" IS DISTINCT FROM (NEW."presence") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "meetings_attendanceevent" ("answer", "entity_id", "id", "meeting_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "unit", "version") VALUES (NEW."answer", NEW."entity_id", NEW."id", NEW."meeting_id", NEW."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."presence", NEW."unit", NEW."version"); RETURN NULL;',
                            hash="965e55165c45c5308a994692b9932c806190aab7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_870cb",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_attendanceevent" ("answer", "entity_id", "id", "meeting_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "unit", "version") VALUES (OLD."answer", OLD."entity_id", OLD."id", OLD."meeting_id", OLD."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."presence", OLD."unit", OLD."version"); RETURN NULL;',
                            hash="8bf887cf2e1854f6419aa83de2e9afc8db61e4d0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_774f3",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_decisionevent" ("created_at", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "serial", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "version", "working_translations", "year") VALUES (NEW."created_at", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."serial", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations", NEW."year"); RETURN NULL;',
                            hash="dc0fa2eed0004403ddf3385e1567eefb1a9354bb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_61695",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."serial" IS DISTINCT FROM (NEW."serial") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_es" IS DISTINCT FROM (NEW."text_es") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr") OR OLD."text_ru" IS DISTINCT FROM (NEW."text_ru") OR OLD."text_zh_hans" IS DISTINCT FROM (NEW."text_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "meetings_decisionevent" ("created_at", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "serial", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "version", "working_translations", "year") VALUES (NEW."created_at", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."serial", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations", NEW."year"); RETURN NULL;',
                            hash="27c72f9ed8e14be9a503fa103ca8e60190df860f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3b789",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_decisionevent" ("created_at", "id", "item_id", "meeting_id", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "serial", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "version", "working_translations", "year") VALUES (OLD."created_at", OLD."id", OLD."item_id", OLD."meeting_id", OLD."number", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."serial", OLD."text_ar", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."text_ru", OLD."text_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations", OLD."year"); RETURN NULL;',
                            hash="f864a39d397aac4763ee213cc113443de8e63782",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_05bcf",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="intervention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventionevent" ("created_at", "entity_id", "id", "is_draft", "is_published_by_entity", "is_summary", "item_id", "kind", "meeting_id", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_name", "speaker_title_ar", "speaker_title_en", "speaker_title_es", "speaker_title_fr", "speaker_title_ru", "speaker_title_zh_hans", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "unit", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."entity_id", NEW."id", NEW."is_draft", NEW."is_published_by_entity", NEW."is_summary", NEW."item_id", NEW."kind", NEW."meeting_id", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."speaker_name", NEW."speaker_title_ar", NEW."speaker_title_en", NEW."speaker_title_es", NEW."speaker_title_fr", NEW."speaker_title_ru", NEW."speaker_title_zh_hans", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."unit", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="5c9d05a60e1b07b2bab3326cce81263e9a4eafae",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_de477",
                            table="meetings_intervention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="intervention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_draft" IS DISTINCT FROM (NEW."is_draft") OR OLD."is_published_by_entity" IS DISTINCT FROM (NEW."is_published_by_entity") OR OLD."is_summary" IS DISTINCT FROM (NEW."is_summary") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."note_ar" IS DISTINCT FROM (NEW."note_ar") OR OLD."note_en" IS DISTINCT FROM (NEW."note_en") OR OLD."note_es" IS DISTINCT FROM (NEW."note_es") OR OLD."note_fr" IS DISTINCT FROM (NEW."note_fr") OR OLD."note_ru" IS DISTINCT FROM (NEW."note_ru") OR OLD."note_zh_hans" IS DISTINCT FROM (NEW."note_zh_hans") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."speaker_name" IS DISTINCT FROM (NEW."speaker_name") OR OLD."speaker_title_ar" IS DISTINCT FROM (NEW."speaker_title_ar") OR OLD."speaker_title_en" IS DISTINCT FROM (NEW."speaker_title_en") OR OLD."speaker_title_es" IS DISTINCT FROM (NEW."speaker_title_es") OR OLD."speaker_title_fr" IS DISTINCT FROM (NEW."speaker_title_fr") OR OLD."speaker_title_ru" IS DISTINCT FROM (NEW."speaker_title_ru") OR OLD."speaker_title_zh_hans" IS DISTINCT FROM (NEW."speaker_title_zh_hans") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_es" IS DISTINCT FROM (NEW."text_es") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr") OR OLD."text_ru" IS DISTINCT FROM (NEW."text_ru") OR OLD."text_zh_hans" IS DISTINCT FROM (NEW."text_zh_hans") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))',
                            func='INSERT INTO "meetings_interventionevent" ("created_at", "entity_id", "id", "is_draft", "is_published_by_entity", "is_summary", "item_id", "kind", "meeting_id", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_name", "speaker_title_ar", "speaker_title_en", "speaker_title_es", "speaker_title_fr", "speaker_title_ru", "speaker_title_zh_hans", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "unit", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."entity_id", NEW."id", NEW."is_draft", NEW."is_published_by_entity", NEW."is_summary", NEW."item_id", NEW."kind", NEW."meeting_id", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."speaker_name", NEW."speaker_title_ar", NEW."speaker_title_en", NEW."speaker_title_es", NEW."speaker_title_fr", NEW."speaker_title_ru", NEW."speaker_title_zh_hans", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."unit", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="8f66f2bfb5f289b438d060c4d5e1848d22b9483b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da40b",
                            table="meetings_intervention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="intervention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventionevent" ("created_at", "entity_id", "id", "is_draft", "is_published_by_entity", "is_summary", "item_id", "kind", "meeting_id", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_name", "speaker_title_ar", "speaker_title_en", "speaker_title_es", "speaker_title_fr", "speaker_title_ru", "speaker_title_zh_hans", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "unit", "updated_at", "version", "working_translations") VALUES (OLD."created_at", OLD."entity_id", OLD."id", OLD."is_draft", OLD."is_published_by_entity", OLD."is_summary", OLD."item_id", OLD."kind", OLD."meeting_id", OLD."note_ar", OLD."note_en", OLD."note_es", OLD."note_fr", OLD."note_ru", OLD."note_zh_hans", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."speaker_name", OLD."speaker_title_ar", OLD."speaker_title_en", OLD."speaker_title_es", OLD."speaker_title_fr", OLD."speaker_title_ru", OLD."speaker_title_zh_hans", OLD."text_ar", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."text_ru", OLD."text_zh_hans", OLD."unit", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;',
                            hash="af5e4b043d739d2d9d788bf69a51fe0093f0bd20",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cbe03",
                            table="meetings_intervention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."adopted_on", NEW."cancelled_because", NEW."created_at", NEW."date", NEW."end_time", NEW."format", NEW."id", NEW."interpretation", NEW."is_demo", NEW."is_public", NEW."joining_link", NEW."kind", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."organizer_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place_ar", NEW."place_en", NEW."place_es", NEW."place_fr", NEW."place_ru", NEW."place_zh_hans", NEW."purpose_ar", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr", NEW."purpose_ru", NEW."purpose_zh_hans", NEW."slug", NEW."source_title", NEW."source_url", NEW."start_time", NEW."state", NEW."symbol", NEW."time_zone", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="3eb708420abfe58dbb1d0b9b71729460861f5097",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_61d9e",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."adopted_on" IS DISTINCT FROM (NEW."adopted_on") OR OLD."cancelled_because" IS DISTINCT FROM (NEW."cancelled_because") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."end_time" IS DISTINCT FROM (NEW."end_time") OR OLD."format" IS DISTINCT FROM (NEW."format") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpretation" IS DISTINCT FROM (NEW."interpretation") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."joining_link" IS DISTINCT FROM (NEW."joining_link") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note_ar" IS DISTINCT FROM (NEW."note_ar") OR OLD."note_en" IS DISTINCT FROM (NEW."note_en") OR OLD."note_es" IS DISTINCT FROM (NEW."note_es") OR OLD."note_fr" IS DISTINCT FROM (NEW."note_fr") OR OLD."note_ru" IS DISTINCT FROM (NEW."note_ru") OR OLD."note_zh_hans" IS DISTINCT FROM (NEW."note_zh_hans") OR OLD."organizer_id" IS DISTINCT FROM (NEW."organizer_id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."place_ar" IS DISTINCT FROM (NEW."place_ar") OR OLD."place_en" IS DISTINCT FROM (NEW."place_en") OR OLD."place_es" IS DISTINCT FROM (NEW."place_es") OR OLD."place_fr" IS DISTINCT FROM (NEW."place_fr") OR OLD."place_ru" IS DISTINCT FROM (NEW."place_ru") OR OLD."place_zh_hans" IS DISTINCT FROM (NEW."place_zh_hans") OR OLD."purpose_ar" IS DISTINCT FROM (NEW."purpose_ar") OR OLD."purpose_en" IS DISTINCT FROM (NEW."purpose_en") OR OLD."purpose_es" IS DISTINCT FROM (NEW."purpose_es") OR OLD."purpose_fr" IS DISTINCT FROM (NEW."purpose_fr") OR OLD."purpose_ru" IS DISTINCT FROM (NEW."purpose_ru") OR OLD."purpose_zh_hans" IS DISTINCT FROM (NEW."purpose_zh_hans") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source_title" IS DISTINCT FROM (NEW."source_title") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."start_time" IS DISTINCT FROM (NEW."start_time") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."symbol" IS DISTINCT FROM (NEW."symbol") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))',
                            func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."adopted_on", NEW."cancelled_because", NEW."created_at", NEW."date", NEW."end_time", NEW."format", NEW."id", NEW."interpretation", NEW."is_demo", NEW."is_public", NEW."joining_link", NEW."kind", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."organizer_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place_ar", NEW."place_en", NEW."place_es", NEW."place_fr", NEW."place_ru", NEW."place_zh_hans", NEW."purpose_ar", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr", NEW."purpose_ru", NEW."purpose_zh_hans", NEW."slug", NEW."source_title", NEW."source_url", NEW."start_time", NEW."state", NEW."symbol", NEW."time_zone", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="bd43a7e052b29434fb93ff033375f876975bd4ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_495b8",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."adopted_on", OLD."cancelled_because", OLD."created_at", OLD."date", OLD."end_time", OLD."format", OLD."id", OLD."interpretation", OLD."is_demo", OLD."is_public", OLD."joining_link", OLD."kind", OLD."note_ar", OLD."note_en", OLD."note_es", OLD."note_fr", OLD."note_ru", OLD."note_zh_hans", OLD."organizer_id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place_ar", OLD."place_en", OLD."place_es", OLD."place_fr", OLD."place_ru", OLD."place_zh_hans", OLD."purpose_ar", OLD."purpose_en", OLD."purpose_es", OLD."purpose_fr", OLD."purpose_ru", OLD."purpose_zh_hans", OLD."slug", OLD."source_title", OLD."source_url", OLD."start_time", OLD."state", OLD."symbol", OLD."time_zone", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;',
                            hash="e4a484b7a360bdf9a05edc14734ae1ab1060d3a4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4bf26",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_meetingdocumentevent" ("created_at", "file_id", "id", "item_id", "language", "level", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (NEW."created_at", NEW."file_id", NEW."id", NEW."item_id", NEW."language", NEW."level", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="e7c2962489df0d7784c82b5f29bdc3e86465e779",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dee55",
                            table="meetings_meetingdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))',
                            func='INSERT INTO "meetings_meetingdocumentevent" ("created_at", "file_id", "id", "item_id", "language", "level", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (NEW."created_at", NEW."file_id", NEW."id", NEW."item_id", NEW."language", NEW."level", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations"); RETURN NULL;',
                            hash="a0e9c4e2d32da3001c3fc0ec03da26d44aa8a604",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ddb84",
                            table="meetings_meetingdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_meetingdocumentevent" ("created_at", "file_id", "id", "item_id", "language", "level", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (OLD."created_at", OLD."file_id", OLD."id", OLD."item_id", OLD."language", OLD."level", OLD."meeting_id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."url", OLD."version", OLD."working_translations"); RETURN NULL;',
                            hash="d5319fe32b994cb3f02c8124672e946da76109b9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1b557",
                            table="meetings_meetingdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="progressnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "created_at", "entity_id", "id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (NEW."action_point_id", NEW."author_id", NEW."created_at", NEW."entity_id", NEW."id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations", NEW."written_on"); RETURN NULL;',
                            hash="63f58ec867bf0f8d96be8deb37b0099432d3ba53",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e7066",
                            table="meetings_progressnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="progressnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition='WHEN (OLD."action_point_id" IS DISTINCT FROM (NEW."action_point_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_es" IS DISTINCT FROM (NEW."text_es") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr") OR OLD."text_ru" IS DISTINCT FROM (NEW."text_ru") OR OLD."text_zh_hans" IS DISTINCT FROM (NEW."text_zh_hans") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations") OR OLD."written_on" IS DISTINCT FROM (NEW."written_on"))',
                            func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "created_at", "entity_id", "id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (NEW."action_point_id", NEW."author_id", NEW."created_at", NEW."entity_id", NEW."id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations", NEW."written_on"); RETURN NULL;',
                            hash="4bd2cda33db454e00bd2fd0a13466a233750bfc9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_622f1",
                            table="meetings_progressnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="progressnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "created_at", "entity_id", "id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (OLD."action_point_id", OLD."author_id", OLD."created_at", OLD."entity_id", OLD."id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."text_ar", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."text_ru", OLD."text_zh_hans", OLD."updated_at", OLD."url", OLD."version", OLD."working_translations", OLD."written_on"); RETURN NULL;',
                            hash="4c33ce973d9071d02f0bc2ee87bace974f00563f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bb8ea",
                            table="meetings_progressnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventionprocesses",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventionprocessesevent" ("id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id") VALUES (NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."process_id"); RETURN NULL;',
                            hash="bf966fa33f06630f6eb539f1556952499a206cd9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7ff5c",
                            table="meetings_intervention_processes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventionprocesses",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_interventionprocessesevent" ("id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id") VALUES (NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."process_id"); RETURN NULL;',
                            hash="e8507964dfc559bc98e39b7e03fa7c7f0f01bacf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a1483",
                            table="meetings_intervention_processes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventionprocesses",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventionprocessesevent" ("id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id") VALUES (OLD."id", OLD."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."process_id"); RETURN NULL;',
                            hash="689c92f3cde88fd3b0031ec9252472ace298bf6a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a4d9c",
                            table="meetings_intervention_processes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventioninitiatives",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventioninitiativesevent" ("id", "initiative_id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."initiative_id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="40ce797953352455bc026846041e12b36eb5ba68",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9bbf3",
                            table="meetings_intervention_initiatives",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventioninitiatives",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_interventioninitiativesevent" ("id", "initiative_id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."initiative_id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="c4da5221a1b23c79abb8856d2b91749019fb2043",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a1a1",
                            table="meetings_intervention_initiatives",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventioninitiatives",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventioninitiativesevent" ("id", "initiative_id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."initiative_id", OLD."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="30559304e57d9732d168c261cce6145506b8df0e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d7b6",
                            table="meetings_intervention_initiatives",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventiongoals",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventiongoalsevent" ("goal_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."goal_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="2267e0dd8d8676d96e12f9ab42b720b58e7d8fcb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_71574",
                            table="meetings_intervention_goals",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventiongoals",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_interventiongoalsevent" ("goal_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."goal_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="1a9bb6ee957b20b1addd0f1e4fb935d53ee295ff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c45e7",
                            table="meetings_intervention_goals",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventiongoals",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_interventiongoalsevent" ("goal_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."goal_id", OLD."id", OLD."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="86b16eeefdd6e009f7eb9b4446cab6ae822e7515",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27aea",
                            table="meetings_intervention_goals",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemnodes",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_agendaitemnodesevent" ("agendaitem_id", "id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agendaitem_id", NEW."id", NEW."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="2e266531ddac1289a71301d3bc5f80dcca069600",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1aa18",
                            table="meetings_agendaitem_nodes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemnodes",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_agendaitemnodesevent" ("agendaitem_id", "id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agendaitem_id", NEW."id", NEW."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="4a21d98e9dd939f848bad362af40e60e45ffb098",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8f748",
                            table="meetings_agendaitem_nodes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemnodes",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_agendaitemnodesevent" ("agendaitem_id", "id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."agendaitem_id", OLD."id", OLD."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="29b4157773d5f23edeee896d591d91a80d4cc943",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_76532",
                            table="meetings_agendaitem_nodes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpointowners",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_actionpointownersevent" ("actionpoint_id", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actionpoint_id", NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="ce4a15df4d0f0a540e69ef815ef9102838145486",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e2c4",
                            table="meetings_actionpoint_owners",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpointowners",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=core.history.triggers.HistoryTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_actionpointownersevent" ("actionpoint_id", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actionpoint_id", NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="a6200eef872bdb42c13e32937ae6f3a8def4a6a0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_de43d",
                            table="meetings_actionpoint_owners",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpointowners",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=core.history.triggers.HistoryTriggerSql(
                            func='INSERT INTO "meetings_actionpointownersevent" ("actionpoint_id", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."actionpoint_id", OLD."entity_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="aeaefe6b3818df35fc57c9ff5efcf194da6297f4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ced8",
                            table="meetings_actionpoint_owners",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpointevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b2cb8d37d25cc060e813f8afcf75e86f227af39d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c501c",
                            table="meetings_actionpointevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1b8de708c8bd890b145ba1a7c1536a2aac70cd27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6ea58",
                            table="meetings_agendaitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendanceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c4d0488822c783a9f4da7dadce2288f10bbaf0f8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ae376",
                            table="meetings_attendanceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ec12e23aa43eb06c68939fe7760a89e7dffd6b29",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_576ee",
                            table="meetings_decisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a9dc5d87e8173aa91a271e3f2dd2b1372404dc89",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b4ff3",
                            table="meetings_interventionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingdocumentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="828bfc936a800629702f5319851fdc1603ecea4e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b67de",
                            table="meetings_meetingdocumentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="161adc4dee7601797a02097cded16f6fce0bad5d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2b4ce",
                            table="meetings_meetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="progressnoteevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8a06620ac33ca63da94247a3a58baa3f571a4168",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7d237",
                            table="meetings_progressnoteevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventionprocessesevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="47a9dfc18c468c0033a6b3b657972cabbf48a713",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_979df",
                            table="meetings_interventionprocessesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventioninitiativesevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="64f42a0f9c68fee3de3c993ae5292f421d969a22",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11c7b",
                            table="meetings_interventioninitiativesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interventiongoalsevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5949fa26a18b2493fd359be23ff345520f3c08f3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_05376",
                            table="meetings_interventiongoalsevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemnodesevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4a71e8fcb17c85f5f5dcd71db62a6c0e6b1e554b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f253d",
                            table="meetings_agendaitemnodesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpointownersevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c48a478a141c3f4ceaf5ac6e96e413a282cd6d26",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f697",
                            table="meetings_actionpointownersevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
