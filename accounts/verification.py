"""Lets a person in at sign-up and asks them to verify their address afterwards."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def get_login_stages(self) -> list[str]:
        later = "accounts.stages.VerifyLaterStage"
        waiting = "allauth.account.stages.EmailVerificationStage"
        return [later if stage == waiting else stage for stage in super().get_login_stages()]
