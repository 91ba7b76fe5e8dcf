from strategy.models.answers import Answer, AnswerComment, CarriedOver, Evidence, consent_levels, may_comment
from strategy.models.assignments import SectionAssignment, assignable_reports
from strategy.models.consolidated import (
    ConsolidatedReport,
    CycleSnapshot,
    Edition,
    NarrativeChoice,
    SnapshotPaper,
    editions_for,
)
from strategy.models.cycles import ACCEPTING_STATES, Cycle, CycleState
from strategy.models.deadlines import Deadline
from strategy.models.extensions import Extension, ExtensionState
from strategy.models.frameworks import Framework, FrameworkStatus, Node, NodeKind
from strategy.models.indicators import Aggregation, Direction, Indicator, IndicatorUnit, IndicatorValue
from strategy.models.options import Choice, Column
from strategy.models.questionnaires import Questionnaire, Section
from strategy.models.questions import (
    CHOICE_TYPES,
    LONGEST_TEXT,
    MEASURED_TYPES,
    NUMERIC_TYPES,
    TEXT_TYPES,
    Consent,
    Question,
    QuestionType,
)
from strategy.models.reminders import Reminder
from strategy.models.reports import WITH_THE_ENTITY, Channel, Means, Report, ReportState, Submission, SubmittedFile
from strategy.models.reviews import AnswerReview, Looked

__all__ = [
    "ACCEPTING_STATES",
    "CHOICE_TYPES",
    "LONGEST_TEXT",
    "MEASURED_TYPES",
    "NUMERIC_TYPES",
    "TEXT_TYPES",
    "WITH_THE_ENTITY",
    "Aggregation",
    "Answer",
    "AnswerComment",
    "AnswerReview",
    "CarriedOver",
    "Channel",
    "Choice",
    "Column",
    "Consent",
    "ConsolidatedReport",
    "Cycle",
    "CycleSnapshot",
    "CycleState",
    "Deadline",
    "Direction",
    "Edition",
    "Evidence",
    "Extension",
    "ExtensionState",
    "Framework",
    "FrameworkStatus",
    "Indicator",
    "IndicatorUnit",
    "IndicatorValue",
    "Looked",
    "Means",
    "NarrativeChoice",
    "Node",
    "NodeKind",
    "Question",
    "QuestionType",
    "Questionnaire",
    "Reminder",
    "Report",
    "ReportState",
    "Section",
    "SectionAssignment",
    "SnapshotPaper",
    "Submission",
    "SubmittedFile",
    "assignable_reports",
    "consent_levels",
    "editions_for",
    "may_comment",
]
