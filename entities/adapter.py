from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """People get in by appointment: nobody signs up by themselves."""

    def is_open_for_signup(self, request):
        return False
