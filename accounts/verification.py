"""How allauth behaves here: in at sign-up and verified later, our words, wrong passwords counted per place."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from django.http import HttpRequest

from accounts.wording import ERROR_MESSAGES


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {**DefaultAccountAdapter.error_messages, **ERROR_MESSAGES}

    def get_login_stages(self) -> list[str]:
        later = "accounts.stages.VerifyLaterStage"
        waiting = "allauth.account.stages.EmailVerificationStage"
        return [later if stage == waiting else stage for stage in super().get_login_stages()]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """With the place it comes from, so that nobody can lock a person out by guessing from somewhere else."""
        place = truncate_ip(self.get_client_ip(request))
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{place}"
