"""The table of every variable the product knows: what it is for, its form, its defaults."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from resume_agent import env_forms as forms

ROOT = Path(__file__).resolve().parent.parent
STRIPE = "https://dashboard.stripe.com/apikeys"
OPENAI = "https://platform.openai.com/api-keys"
MINIO = "your S3 or MinIO"


@dataclass(frozen=True)
class Variable:
    """What a person needs to know to set one variable. A default of None in production means: required there."""

    name: str
    purpose: str
    example: str
    where: str
    development: str
    production: str | None
    secret: bool
    check: forms.Check
    production_check: forms.Check
    needs: tuple[str, ...]

    def problem(self, value: str, *, production: bool) -> str:
        """What is wrong with the value, in words that never repeat it."""
        return self.check(value) or (self.production_check(value) if production else "")

    def mistake(self, problem: str) -> str:
        return f"{self.name} {problem}: {self.purpose}, e.g. {self.example}"


def variable(
    purpose: str,
    *,
    example: str,
    where: str = "you decide",
    development: str = "",
    production: str | None = "",
    secret: bool = False,
    check: forms.Check = forms.anything,
    production_check: forms.Check = forms.anything,
    needs: tuple[str, ...] = (),
) -> Any:
    """One row of the table below. `needs` names the variables without which this one can't work."""
    settings = {
        "purpose": purpose,
        "example": example,
        "where": where,
        "development": development,
        "production": production,
        "secret": secret,
        "check": check,
        "production_check": production_check,
        "needs": needs,
    }
    return field(metadata=settings)


def pair(provider: str, where: str, prefix: str, *more: str) -> Any:
    needs = (f"{prefix}_CLIENT_SECRET", *more)
    return variable(f"log in with {provider}: the app's id", example="1234567890-abc", where=where, needs=needs)


def pair_secret(provider: str, where: str, prefix: str) -> Any:
    needs = (f"{prefix}_CLIENT_ID",)
    return variable(
        f"log in with {provider}: the app's secret", example="GOCSPX-abc", where=where, secret=True, needs=needs
    )


GOOGLE = ("Google", "https://console.cloud.google.com/apis/credentials", "GOOGLE")
GITHUB = ("GitHub", "https://github.com/settings/developers", "GITHUB")
LINKEDIN = ("LinkedIn", "https://www.linkedin.com/developers/apps", "LINKEDIN")
OIDC = ("OpenID Connect", "your identity provider", "OIDC")


@dataclass(frozen=True)
class Environment:
    """The table. Each attribute is the variable of that name in capitals; "" means not configured."""

    django_env: str = variable(
        "which rules apply",
        example="production",
        development="development",
        production="production",
        check=forms.one_of("development", "production"),
    )
    debug: bool = variable(
        "shows error details in the browser",
        example="0",
        development="1",
        production="0",
        check=forms.switch,
        production_check=forms.off,
    )
    secret_key: str = variable(
        "signs sessions and links",
        example="the output of: python -c 'import secrets; print(secrets.token_urlsafe(50))'",
        development="development-only-never-in-production-development-only-never-in-production",
        production=None,
        secret=True,
        production_check=forms.long_secret,
    )
    allowed_hosts: tuple[str, ...] = variable(
        "the host names that people reach the product by",
        example="resumes.example.com,www.resumes.example.com",
        development="localhost,127.0.0.1,[::1]",
        production=None,
        check=forms.hosts,
    )
    frontend_url: str = variable(
        "the address in people's browsers, used in links and trusted for forms",
        example="https://resumes.example.com",
        development="http://localhost:8000",
        production=None,
        check=forms.web_address,
        production_check=forms.https,
    )
    database_url: str = variable(
        "where the data lives",
        example="postgres://user:password@host:5432/name",
        where="your PostgreSQL",
        development=f"sqlite:///{ROOT}/var/db.sqlite3",
        production=None,
        secret=True,
        check=forms.database,
        production_check=forms.not_sqlite,
    )
    data_dir: str = variable(
        "the folder of what isn't in a service: files without MINIO_ENDPOINT, mails in development, locks",
        example="/srv/resumes",
        development=f"{ROOT}/var",
        production=f"{ROOT}/var",
    )
    redis_url: str = variable(
        "the queue of background work and the live progress",
        example="redis://:password@host:6379/0",
        where="your Redis or Valkey, with appendonly on and maxmemory-policy noeviction",
        development="redis://127.0.0.1:6399/0",
        production=None,
        secret=True,
        check=forms.redis,
    )
    minio_endpoint: str = variable(
        "where the server reaches the S3 storage of files (a local folder when unset)",
        example="http://minio:9000",
        where=MINIO,
        check=forms.storage_address,
        needs=("MINIO_ACCESS_KEY", "MINIO_SECRET_KEY"),
    )
    minio_public_endpoint: str = variable(
        "where people's browsers reach the same storage (MINIO_ENDPOINT when unset)",
        example="https://files.example.com",
        where=MINIO,
        check=forms.storage_address,
        needs=("MINIO_ENDPOINT",),
    )
    minio_access_key: str = variable(
        "the storage's user", example="miniouser", where=MINIO, secret=True, needs=("MINIO_ENDPOINT",)
    )
    minio_secret_key: str = variable(
        "the storage's password", example="miniosecret", where=MINIO, secret=True, needs=("MINIO_ENDPOINT",)
    )
    minio_bucket: str = variable(
        "the bucket that holds the files; made when missing",
        example="resumes",
        development="resumes",
        production="resumes",
        check=forms.bucket,
    )
    minio_region: str = variable(
        "the storage's region", example="eu-central-1", where=MINIO, development="us-east-1", production="us-east-1"
    )
    openai_api_key: str = variable(
        "better reading and wording by AI; everything computed works without it",
        example="sk-proj-abc",
        where=OPENAI,
        secret=True,
    )
    openai_base_url: str = variable(
        "another server that speaks OpenAI's protocol",
        example="https://api.openai.com/v1",
        check=forms.web_address_with_path,
    )
    openai_model: str = variable(
        "the model that reads and writes",
        example="gpt-6.1-terra",
        where="https://platform.openai.com/docs/models",
        development="gpt-6.1-terra",
        production="gpt-6.1-terra",
    )
    openai_transcribe_model: str = variable(
        "the model that writes down what is said",
        example="gpt-transcribe",
        where="https://platform.openai.com/docs/models",
        development="gpt-transcribe",
        production="gpt-transcribe",
    )
    openai_moderation_model: str = variable(
        "the model that judges whether a text breaks the provider's rules",
        example="omni-moderation-latest",
        where="https://platform.openai.com/docs/models",
        development="omni-moderation-latest",
        production="omni-moderation-latest",
    )
    openai_price: tuple[float, float, float] = variable(
        "what OPENAI_MODEL costs: US dollars for a million tokens of input, of cached input, of output",
        example="1.25,0.125,10",
        where="https://openai.com/api/pricing",
        development="1.25,0.125,10",
        production="1.25,0.125,10",
        check=forms.three_prices,
    )
    ai_daily_cap_person: float = variable(
        "the most that one person's AI calls may cost a day (UTC), in US dollars",
        example="1",
        development="1",
        production="1",
        check=forms.amount,
    )
    ai_daily_cap_site: float = variable(
        "the most that all AI calls together may cost a day (UTC), in US dollars",
        example="20",
        development="20",
        production="20",
        check=forms.amount,
    )
    stripe_api_key: str = variable(
        "sells plans; everything else works without it",
        example="sk_test_" + "0" * 24,
        where=STRIPE,
        secret=True,
        check=forms.stripe_key,
    )
    stripe_webhook_secret: str = variable(
        "proves that a payment message comes from Stripe",
        example="whsec_0123456789",
        where="https://dashboard.stripe.com/webhooks",
        secret=True,
        check=forms.stripe_webhook_secret,
        needs=("STRIPE_API_KEY",),
    )
    email_url: str = variable(
        "the server that sends mail",
        example="smtp+tls://user:password@host:587",
        where="your mail provider",
        development="devmail://",
        production=None,
        secret=True,
        check=forms.mail,
        production_check=forms.real_mail,
    )
    email_from: str = variable(
        "the sender of mail (no-reply at FRONTEND_URL's host when unset)",
        example="AI Resume Agent <no-reply@resumes.example.com>",
        check=forms.email_address,
    )
    sentry_dsn: str = variable(
        "reports errors to Sentry",
        example="https://key@o1.ingest.sentry.io/1",
        where="Sentry, Settings > Projects > Client Keys",
        secret=True,
        check=forms.sentry,
    )
    google_client_id: str = pair(*GOOGLE)
    google_client_secret: str = pair_secret(*GOOGLE)
    github_client_id: str = pair(*GITHUB)
    github_client_secret: str = pair_secret(*GITHUB)
    linkedin_client_id: str = pair(*LINKEDIN)
    linkedin_client_secret: str = pair_secret(*LINKEDIN)
    oidc_client_id: str = pair(*OIDC, "OIDC_SERVER_URL")
    oidc_client_secret: str = pair_secret(*OIDC)
    oidc_server_url: str = variable(
        "log in with OpenID Connect: the provider",
        example="https://id.example.com",
        where=OIDC[1],
        check=forms.web_address_with_path,
        needs=("OIDC_CLIENT_ID",),
    )
    admin_password: str = variable(
        "lets `prepare --admin-email` set a password instead of printing a link",
        example="a-long-passphrase",
        secret=True,
    )
    port: str = variable(
        "the port that `make run` serves at",
        example="9000",
        development="8000",
        production="8000",
        check=forms.port,
    )
    trusted_proxy_count: str = variable(
        "how many proxies stand before the web processes and set X-Forwarded-For and -Proto",
        example="1",
        where="your platform: 1 on most",
        development="0",
        production="1",
        check=forms.digits,
    )
    web_concurrency: str = variable(
        "how many web processes serve",
        example="2",
        development="1",
        production="2",
        check=forms.whole_number,
    )

    @property
    def production(self) -> bool:
        return self.django_env == "production"


def variables() -> Iterator[Variable]:
    for entry in fields(Environment):
        yield Variable(name=entry.name.upper(), **entry.metadata)


def as_markdown() -> str:
    """The reference for docs/configuration.md."""
    head = ("Variable", "What for", "Required", "Default in development", "Example", "Where to get it")
    rows = [" | ".join(head), "|".join("---" for _ in head)]
    for entry in variables():
        required = "in production" if entry.production is None else "no"
        default = f"`{entry.development}`".replace(f"{ROOT}/", "") if entry.development else ""
        cells = (f"`{entry.name}`", entry.purpose, required, default, f"`{entry.example}`", entry.where)
        rows.append(" | ".join(cells))
    return "".join(f"| {row} |\n" for row in rows)


if __name__ == "__main__":
    sys.stdout.write(" ".join(entry.name for entry in variables()) + "\n")
