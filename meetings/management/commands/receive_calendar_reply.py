import logging
import os
import sys

from django.core.management.base import BaseCommand
from django.db import OperationalError

from meetings.calendar_replies import LARGEST, ReplyRefused, receive

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Take the answer of a calendar program to an invitation: the whole mail on standard input."

    def handle(self, *args, **options):
        try:
            meeting, person, answer = receive(sys.stdin.buffer.read(LARGEST + 1))
        except ReplyRefused as refused:
            # Ends well: the mail server would send an error to the sender, whose address may be forged.
            logger.warning("Calendar reply refused: %s", refused)
            self.stderr.write(f"Refused: {refused}")
        except OperationalError as error:
            logger.error("Calendar reply put off: %s", error)
            sys.exit(os.EX_TEMPFAIL)  # the mail server keeps the mail and tries again
        else:
            self.stdout.write(f"{person.email}: {answer.label} ({meeting.slug})")
