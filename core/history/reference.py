"""The history of reference data: for those who keep it in the administration."""

from core.history.kinds import Kind, Part, by_permission, may_change, register, texts
from core.models import Country, Goal, GroupMembership, Modality, Process, Region, Target, Theme

PARTS = {Country: (Part(GroupMembership, "country", ("group",)),)}

for model in (Country, Region, Goal, Target, Theme, Modality, Process, GroupMembership):
    register(Kind(model, by_permission, PARTS.get(model, ()), restores=texts(model), may_restore=may_change))
