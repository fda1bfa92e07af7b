"""What the forms of accounts say about a mistake: what happened, what is safe and what to do next."""

from typing import Any

from resume_agent.lib.mistakes import FocusesMistakes

NOT_AN_ADDRESS = "This is not an e-mail address yet. It looks like name@example.com."
REQUIRED = {
    "login": "Type in the e-mail address you signed up with.",
    "email": "Type in an e-mail address.",
    "password": "Type in your password.",
    "oldpassword": "Type in the password you have now.",
    "password1": "Choose a password.",
    "password2": "Type the same password once more.",
    "code": "Type in the code from the mail.",
}
# allauth's adapter knows these by their keys.
ERROR_MESSAGES = {
    "account_inactive": "This account is closed.",
    "duplicate_email": "This is your address already. Type in another one.",
    "email_password_mismatch": (
        "The address and the password do not go together. Check both and try again, or reset your password."
    ),
    "email_taken": "There is already an account with this address. Use another one.",
    "enter_current_password": "This is not the password you have now. Try again; until it is right nothing changes.",
    "incorrect_code": "This is not the code from our newest mail. Copy it from there, or ask for a new one.",
    "incorrect_password": "This is not your password. Try again, or reset it.",
    "too_many_login_attempts": (
        "Too many tries. Nothing is lost and your account is safe: wait five minutes and try again, or reset your "
        "password, which works at once."
    ),
    "rate_limited": "That was a lot at once. Nothing is lost: wait a minute, then try again.",
}


class SaysWhatToDo(FocusesMistakes):
    """Mixed into a form of allauth's, before its other bases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.error_messages["required"] = REQUIRED.get(name, field.error_messages["required"])
            if name in {"login", "email"}:
                field.error_messages["invalid"] = NOT_AN_ADDRESS
