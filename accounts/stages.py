"""The stage of logging in that asks for a verified address.

In a module of its own, named by `accounts.verification` and imported when somebody logs in: allauth's stages and flows
import each other, and only its views import them in an order that works.
"""

from allauth.account.app_settings import AppSettings
from allauth.account.stages import EmailVerificationStage
from django.http import HttpResponse


class VerifyLaterStage(EmailVerificationStage):
    """Sends the code at sign-up without waiting for it, so that a resume can be uploaded within seconds."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        self.login.email_verification = AppSettings.EmailVerificationMethod.OPTIONAL
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer
