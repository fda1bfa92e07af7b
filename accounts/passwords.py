"""Django's password rules, in words that say what to do."""

from django.contrib.auth import password_validation


class NotCommon(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "This password is among those that are tried first. Choose one that is only yours."


class NotLikeTheAddress(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "This password is too much like your e-mail address. Choose one that has nothing to do with it."
