"""Countries have their pages here. They are reference data: all of them are public."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.models import Country

search.register(
    search.Kind(
        "countries",
        Country,
        _("Countries"),
        "geo-alt",
        title="name",
        names=("iso3",),
        body=("subregion__name", "region__name"),
        visible=lambda kind, user: Country.objects.all(),
        url=lambda country: reverse("country_detail", args=[country.iso3]),
    )
)
