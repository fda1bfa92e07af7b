"""The forms of accounts that differ from allauth's."""

from typing import Any

from allauth.account import forms
from django.core.exceptions import ValidationError

WHAT_IT_NEEDS = "At least 10 characters. Not a common password, and not your e-mail address."


class SaysWhatPasswordsNeed(forms.PasswordVerificationMixin):
    """Puts the rules into one sentence where Django has a list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = WHAT_IT_NEEDS


class SignupForm(SaysWhatPasswordsNeed, forms.SignupForm):
    """Says at once that an address is taken: a person who is let in without a code can't be kept from noticing."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self.account_already_exists:
            raise ValidationError("There is already an account with this address. Log in, or reset your password.")
        return email


class ChangePasswordForm(SaysWhatPasswordsNeed, forms.ChangePasswordForm):
    pass


class SetPasswordForm(SaysWhatPasswordsNeed, forms.SetPasswordForm):
    pass


class ResetPasswordKeyForm(SaysWhatPasswordsNeed, forms.ResetPasswordKeyForm):
    pass
