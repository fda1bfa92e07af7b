"""From the library's exceptions to ours."""

import email.utils
import json
from datetime import UTC, datetime, timedelta

import openai
from pydantic import ValidationError

from resume_agent.ai import errors

USUAL_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
FLAGS = {
    *("content_policy_violation", "content_filter", "moderation_blocked", "invalid_prompt"),
    *("bio_policy", "misalignment_policy_violation"),
}
# What the library raises while it reads an answer that isn't as it should be.
LIBRARY_ERRORS = (openai.OpenAIError, ValidationError, json.JSONDecodeError, RuntimeError)


def translated(error: Exception) -> errors.AIError:
    match error:
        case errors.AIError():
            return error
        case openai.APITimeoutError():
            return errors.TimedOut()
        case openai.APIConnectionError():
            return errors.ProviderDown()
        case openai.APIStatusError():
            return _by_status(error)
        case openai.ContentFilterFinishReasonError():
            return errors.Flagged()
        case openai.APIError():
            return failed_midway(error.code)
        case _:
            return errors.BadOutput()


def _by_status(error: openai.APIStatusError) -> errors.AIError:
    if error.code in FLAGS:
        return errors.Flagged()
    match error.status_code:
        case 401 | 403:
            return errors.BadKey()
        case 429:
            return errors.QuotaUsedUp() if error.code == "insufficient_quota" else errors.RateLimited(wait(error))
        case 408:
            return errors.TimedOut()
        case status if status >= 500:
            return _down(error)
        case _:
            return errors.WrongRequest()


def _down(error: openai.APIStatusError) -> errors.ProviderDown:
    down = errors.ProviderDown()
    if "retry-after" in error.response.headers:
        down.retry_after = wait(error)
    return down


def failed_midway(code: str | None) -> errors.AIError:
    """Of an answer that had begun. The same codes as instead of an answer."""
    if code in FLAGS:
        return errors.Flagged()
    match code:
        case "insufficient_quota":
            return errors.QuotaUsedUp()
        case "rate_limit_exceeded":
            return errors.RateLimited(USUAL_WAIT)
        case "server_error":
            return errors.ProviderDown()
        case _:
            return errors.BadOutput()


def wait(error: openai.APIStatusError) -> timedelta:
    """Retry-After as seconds or as a date, within bounds; ten seconds where there is none."""
    given = error.response.headers.get("retry-after", "")
    try:
        seconds = timedelta(seconds=float(given))
    except ValueError:
        moment = email.utils.parsedate_to_datetime(given) if given.endswith("GMT") else None
        seconds = moment - datetime.now(UTC) if moment else USUAL_WAIT
    return min(max(seconds, timedelta(seconds=1)), LONGEST_WAIT)
