from initiatives.forms.initiative import InitiativeForm, LeadForm
from initiatives.forms.rows import row_forms, row_formsets
from initiatives.forms.small import AnswerForm, MineFilter

__all__ = ["AnswerForm", "InitiativeForm", "LeadForm", "MineFilter", "row_forms", "row_formsets"]
