"""How often somebody may ask for what costs much work."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache


def is_over(request, name, most, seconds):
    """Whether this person, or for a visitor this network address, asks for it more than `most` times in `seconds`.

    Counted from fixed beginnings, in the cache that all processes share. A limit against overload, not a proof: two
    requests at the same instant may count as one.
    """
    who = request.user.pk if request.user.is_authenticated else get_adapter(request).get_client_ip(request)
    key = f"limit:{name}:{who}:{int(time.time() // seconds)}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > most
    except ValueError:
        return False  # its time ended at this moment
