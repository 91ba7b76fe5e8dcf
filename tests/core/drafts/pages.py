"""What the page does while somebody types."""

from django.urls import reverse

HALF = "Half a ti"
NEW = reverse("initiatives:initiative_create")


def autosave(client, url, data):
    return client.post(url, data | {"autosave": "1"})


def open_again(client, url, data):
    autosave(client, url, data)
    return client.get(url)
