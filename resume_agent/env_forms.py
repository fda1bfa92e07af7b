"""The forms that configuration values must have. A check answers what is wrong, or "" when nothing is."""

import re
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

Check = Callable[[str], str]

POSTGRES = ("postgres", "postgresql")
REDIS = ("redis", "rediss")
SMTP = ("smtp", "smtp+tls", "smtp+ssl", "smtps")
HOST = re.compile(r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]")
STRIPE_KEY = re.compile(r"(sk|rk)_(test|live)_[A-Za-z0-9]{24,}")
TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")


def anything(_: str) -> str:
    return ""


def split(value: str) -> SplitResult | None:
    """Nothing when the value can't be an address, a port out of range included."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return None
    return None if re.search(r"\s", value) else parts


def one_of(*choices: str) -> Check:
    return lambda value: "" if value in choices else f"must be {' or '.join(choices)}"


def switch(value: str) -> str:
    return "" if value.lower() in TRUE + FALSE else "must be 1 or 0"


def amount(value: str) -> str:
    return "" if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value) else "must be a number such as 1 or 0.50"


def three_prices(value: str) -> str:
    parts = [part.strip() for part in value.split(",")]
    good = len(parts) == 3 and not any(amount(part) for part in parts)
    return "" if good else "must be three numbers separated by commas"


def hosts(value: str) -> str:
    names = [name.strip() for name in value.split(",")]
    if "*" in names:
        return "must name the hosts, because * would trust any"
    wrong = not all(HOST.fullmatch(name) for name in names)
    return "must be host names separated by commas, without http:// and without a port" if wrong else ""


def web_address(value: str) -> str:
    """An origin: http or https, a host, perhaps a port, nothing behind."""
    parts = split(value)
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
        return "must be an address that starts with http:// or https://"
    if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username is not None:
        return "must end after the host and port"
    return ""


def web_address_with_path(value: str) -> str:
    parts = split(value)
    good = parts and parts.scheme in ("http", "https") and parts.hostname
    return "" if good else "must be an address that starts with http:// or https://"


def storage_address(value: str) -> str:
    """Like `web_address`, and a bare host:port will do."""
    return web_address(with_scheme(value))


def with_scheme(value: str) -> str:
    """`minio:9000` is what people write for http://minio:9000."""
    return (value if "://" in value else f"http://{value}").rstrip("/")


def database(value: str) -> str:
    if value.startswith("sqlite://"):
        return (
            "" if re.fullmatch(r"sqlite:///.+", value) else "must name a file, such as sqlite:////srv/data/db.sqlite3"
        )
    parts = split(value)
    if not parts or parts.scheme not in POSTGRES:
        return "must start with postgres://, postgresql:// or (in development) sqlite:///"
    if not parts.hostname:
        return "must name a host"
    return "" if parts.path.strip("/") else "must end with the name of the database"


def redis(value: str) -> str:
    parts = split(value)
    if not parts or parts.scheme not in REDIS or not parts.hostname:
        return "must look like redis:// or rediss:// followed by a host"
    return "" if re.fullmatch(r"/?\d*", parts.path) else "must end with the number of a Redis database"


def mail(value: str) -> str:
    if value == "devmail://":
        return ""
    parts = split(value)
    good = parts and parts.scheme in SMTP and parts.hostname
    return "" if good else "must look like smtp+tls://, smtp+ssl:// or smtp:// followed by user, password and host"


def bucket(value: str) -> str:
    return (
        ""
        if re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", value)
        else "must be 3 to 63 lower-case letters, digits, dots and hyphens"
    )


def stripe_key(value: str) -> str:
    if value.startswith("pk_"):
        return "must be the secret key (sk_...), not the publishable one (pk_...)"
    return "" if STRIPE_KEY.fullmatch(value) else "must look like sk_test_ or sk_live_ and 24 characters"


def stripe_webhook_secret(value: str) -> str:
    return "" if re.fullmatch(r"whsec_\S{8,}", value) else "must start with whsec_"


def sentry(value: str) -> str:
    parts = split(value)
    good = parts and parts.scheme in ("http", "https") and parts.hostname and parts.username
    return "" if good and parts and parts.path.strip("/").isdigit() else "must look like https://key@host/number"


def port(value: str) -> str:
    return "" if value.isdecimal() and 1 <= int(value) <= 65535 else "must be a number from 1 to 65535"


def digits(value: str) -> str:
    return "" if value.isdecimal() else "must be a whole number"


def whole_number(value: str) -> str:
    return "" if value.isdecimal() and int(value) else "must be a whole number above 0"


def email_address(value: str) -> str:
    return "" if re.fullmatch(r"[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?", value) else "must be an e-mail address"


# What production adds to the above ---------------------------------------------------------------------------------


def long_secret(value: str) -> str:
    weak = len(value) < 50 or len(set(value)) < 5 or "development" in value or "change-me" in value
    return "must be 50 or more random characters of your own" if weak else ""


def off(value: str) -> str:
    return "must be off in production, because it shows code and settings to strangers" if value.lower() in TRUE else ""


def not_sqlite(value: str) -> str:
    return "must be PostgreSQL in production, not SQLite" if value.startswith("sqlite") else ""


def https(value: str) -> str:
    return "" if value.startswith("https://") else "must start with https:// in production"


def real_mail(value: str) -> str:
    return "must name a mail server in production" if value == "devmail://" else ""
