"""What can go wrong with the AI provider: one class for each thing that somebody can do about it."""

from datetime import timedelta


class AIError(Exception):
    """sentence: what happened, what is safe, what to do. retry_after: None when trying again is vain."""

    code = "ai_error"
    sentence = "The AI service did not do what we asked. Nothing of yours is lost; try again in a minute."
    retry_after: timedelta | None = None
    counts_against_provider = False
    """Whether it tells of a provider in trouble, so that the circuit breaker counts it."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(self.code)
        self.sentence = sentence or self.sentence


class NoKey(AIError):
    code = "no_key"
    sentence = "AI is not set up on this site. Everything that works by rules works without it."


class BadKey(AIError):
    code = "bad_key"
    sentence = (
        "The AI service refused this site's key. Nothing of yours is lost; whoever runs this site can put it right."
    )


class QuotaUsedUp(AIError):
    code = "quota_used_up"
    sentence = (
        "This site's account at the AI service is used up, so trying again won't help now. Nothing of yours is lost, "
        "and everything that works by rules still does."
    )


SITE_USED_UP = (
    "This site has used up its AI allowance of today, for everybody. It starts afresh at midnight UTC; everything that "
    "works by rules still does."
)


class OverBudget(AIError):
    code = "over_budget"
    sentence = (
        "Your AI allowance of today is used up. It starts afresh at midnight UTC; everything that works by rules still "
        "does."
    )


class RateLimited(AIError):
    code = "rate_limited"

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("The AI service asks us to wait. We try again by ourselves; you can close this page.")
        self.retry_after = retry_after


class TimedOut(AIError):
    code = "timed_out"
    sentence = "The AI service took too long. We try again by ourselves; you can close this page."
    retry_after = timedelta(seconds=2)
    counts_against_provider = True


class ProviderDown(AIError):
    code = "provider_down"
    sentence = "The AI service does not answer. We try again by ourselves; you can close this page."
    retry_after = timedelta(seconds=5)
    counts_against_provider = True


class Refused(AIError):
    code = "refused"
    sentence = "The AI declined to write this. Your text is unchanged; put it differently, or go on without it."


class Flagged(AIError):
    code = "flagged"
    sentence = "The AI service's content rules stopped this text. Your text is unchanged; look it over and try again."


class BadOutput(AIError):
    """Not of the shape we asked for, or cut short."""

    code = "bad_output"
    sentence = "The AI's answer was incomplete, so we threw it away. We try again by ourselves; your text is unchanged."
    retry_after = timedelta(seconds=1)


class WrongRequest(AIError):
    """The provider doesn't understand our request (an unknown model, an input too long): a matter for an operator."""

    code = "wrong_request"
    sentence = "The AI service could not handle this request. Your text is unchanged; a shorter text may work."


class LedAstray(AIError):
    """It repeated our instructions, as it does when text among the material asks for that. Asking again is vain."""

    code = "led_astray"
    sentence = (
        "The AI repeated its own instructions instead of doing its work, so we threw its answer away. Your text is "
        "unchanged. Look whether the resume or the posting holds a line that tells an AI what to do, and take it out."
    )


class CalledOff(AIError):
    """Nobody waits for the answer any more: the person stopped the work, or another worker does it."""

    code = "stopped"
    sentence = "Stopped. Your text is unchanged."
