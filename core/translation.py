"""Which fields of the reference data are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import only_grows, track
from core.models import Country, Goal, GroupMembership, Modality, Process, Region, Target, Theme, TransitionEvent


@register([Country, Region, Goal, Theme, Modality, Process])
class NameTranslation(TranslationOptions):
    fields = ("name",)


for model in (Country, Region, Goal, Target, Theme, Modality, Process):
    track(model)
track(GroupMembership, parent="country")
only_grows(TransitionEvent)
