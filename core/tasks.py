"""Background jobs of core. The worker runs them: `manage.py procrastinate worker`."""

from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.task(retry=RetryStrategy(max_attempts=6, exponential_wait=5))
def send_mail(to, subject, body):
    EmailMessage(subject=subject, body=body, to=[to]).send()
