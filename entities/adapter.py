from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.db import transaction

from core import languages, queue, tasks
from core.models import Mail
from entities.models import User


class AccountAdapter(DefaultAccountAdapter):
    """People get in by appointment: nobody signs up by themselves. Mails go through the outbox."""

    def is_open_for_signup(self, request):
        return False

    def format_email_subject(self, subject):
        return subject

    @transaction.atomic
    def send_mail(self, template_prefix, email, context):
        """At once, whatever the hour: the person waits for it."""
        context = {
            "email": email,
            "page_language": languages.current(),
            "site": settings.SITE_URL,
            **context,
        }
        message = self.render_mail(template_prefix, email, context)
        mail = Mail.objects.create(
            person=User.objects.filter(email__iexact=email).first(),
            address=email,
            subject=message.subject,
            text=message.body,
            html=next((part.content for part in message.alternatives), ""),
            language=languages.current().code,
            is_secret=True,
        )
        queue.defer(tasks.send_at_once, mail_id=mail.pk)
