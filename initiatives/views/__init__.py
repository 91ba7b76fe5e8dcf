from initiatives.views.catalogue import InitiativeListView
from initiatives.views.editing import InitiativeCreateView, InitiativeDeleteView, InitiativeUpdateView
from initiatives.views.records import (
    InitiativeDetailView,
    InitiativeMineView,
    InitiativeTransitionView,
    answer_participation,
)

__all__ = [
    "InitiativeCreateView",
    "InitiativeDeleteView",
    "InitiativeDetailView",
    "InitiativeListView",
    "InitiativeMineView",
    "InitiativeTransitionView",
    "InitiativeUpdateView",
    "answer_participation",
]
