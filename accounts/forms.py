"""The forms of accounts that differ from allauth's."""

from typing import Any

from allauth.account import forms
from django.core.exceptions import ValidationError

from accounts.wording import SaysWhatToDo

WHAT_IT_NEEDS = "At least 10 characters. Not a common password, and not your e-mail address."
TWO_PASSWORDS = "You must type the same password each time."


class SaysWhatPasswordsNeed(SaysWhatToDo):
    """Puts the rules into one sentence where Django has a list, and tells every mistake at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = WHAT_IT_NEEDS

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        # allauth compares the two only when the first one is good.
        first, second = (self.data.get(self.add_prefix(name)) for name in ("password1", "password2"))
        if first and second and first != second and not self.has_error("password2"):
            self.add_error("password2", TWO_PASSWORDS)
        return cleaned


class SignupForm(SaysWhatPasswordsNeed, forms.SignupForm):
    """Says at once that an address is taken: a person who is let in without a code can't be kept from noticing."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self.account_already_exists:
            raise ValidationError("There is already an account with this address. Log in, or reset your password.")
        return email


class LoginForm(SaysWhatToDo, forms.LoginForm):
    pass


class ReauthenticateForm(SaysWhatToDo, forms.ReauthenticateForm):
    pass


class AddEmailForm(SaysWhatToDo, forms.AddEmailForm):
    pass


class VerifyForm(SaysWhatToDo, forms.ConfirmEmailVerificationCodeForm):
    pass


class ChangePasswordForm(SaysWhatPasswordsNeed, forms.ChangePasswordForm):
    pass


class SetPasswordForm(SaysWhatPasswordsNeed, forms.SetPasswordForm):
    pass


class ResetPasswordForm(SaysWhatToDo, forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(SaysWhatPasswordsNeed, forms.ResetPasswordKeyForm):
    pass
