"""Django settings: one module; everything that differs between machines comes from the environment (env.py)."""

import os
from pathlib import Path
from typing import Any

import environ
from django.utils.csp import CSP
from kombu import Queue

from resume_agent.ai.prices import Price
from resume_agent.env import mailer, read_environment

BASE_DIR = Path(__file__).resolve().parent.parent
ENV = read_environment()
VAR_DIR = Path(ENV.data_dir)
PRODUCTION = ENV.production

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
ALLOWED_HOSTS = list(ENV.allowed_hosts)
ROOT_URLCONF = "resume_agent.urls"
WSGI_APPLICATION = "resume_agent.wsgi.application"
ASGI_APPLICATION = "resume_agent.asgi.application"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "resume_agent.apps.ResumeAgentConfig",
    "accounts",
    "billing",
    "resumes",
    "interviews",
    "resume_agent.jobs",
    "resume_agent.ai.apps.AIConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "storages",
    "allauth",
    "allauth.account",
    "djstripe",
]

MIDDLEWARE = [
    # Before all else: a probe comes by plain HTTP, with any host name, and must cost no session.
    "resume_agent.health.health_middleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "resume_agent.lib.permissions_policy.permissions_policy",
    "resume_agent.lib.static_files.StaticFiles",
    "resume_agent.lib.no_store.no_store",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Data ------------------------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {"default": environ.Env.db_url_config(ENV.database_url)}
SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if SQLITE:
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
    # dj-stripe's history takes a minute to replay; its tables alone are made in a second (migrate --run-syncdb).
    MIGRATION_MODULES = {"djstripe": None}
else:
    # Processes with many threads ask for a pool of so many connections (gunicorn.conf.py, the worker's environment); a
    # command has no use for more than one.
    if most := int(os.environ.get("DATABASE_POOL") or 0):
        DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": most, "timeout": 10}
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# In the database, not in Redis: the queue must never evict, and rate limits must outlive a dead broker.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "resume_agent.lib.private_files.PrivateFileSystemStorage",
        "OPTIONS": {
            "location": VAR_DIR / "media",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if ENV.minio_endpoint:
    STORAGES["default"] = {
        "BACKEND": "resume_agent.lib.private_files.PrivateS3Storage",
        "OPTIONS": {
            "endpoint_url": ENV.minio_endpoint,
            "public_endpoint_url": ENV.minio_public_endpoint,
            "access_key": ENV.minio_access_key,
            "secret_key": ENV.minio_secret_key,
            "bucket_name": ENV.minio_bucket,
            "region_name": ENV.minio_region,
        },
    }
if PRODUCTION:
    STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
if not PRODUCTION:
    # Empty and unused in development, but WhiteNoise warns when it isn't there.
    STATIC_ROOT.mkdir(exist_ok=True)

# People ----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.NotLikeTheAddress"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "accounts.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/resumes/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# allauth wants "mandatory" for codes; accounts.verification lets a person in first and verify later (decision 0005).
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# allauth holds a log-in back while codes are limited; one each 10 s would shut out who signs up and logs in again.
# A wrong password counts for the address as tried from one place (accounts.verification), and for that place.
ACCOUNT_RATE_LIMITS = {"confirm_email": "3/m/key", "login_failed": "5/5m/key,10/m/ip"}
ACCOUNT_ADAPTER = "accounts.verification.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "accounts.forms.SignupForm",
    "login": "accounts.forms.LoginForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "add_email": "accounts.forms.AddEmailForm",
    "confirm_email_verification_code": "accounts.forms.VerifyForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.ResetPasswordKeyForm",
}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

# Security --------------------------------------------------------------------------------------------------------

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    # Pictures of pages come from the storage, by short links.
    "img-src": [CSP.SELF, *filter(None, [ENV.minio_public_endpoint or ENV.minio_endpoint])],
    # What somebody has just recorded, played back to them.
    "media-src": [CSP.SELF, "blob:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

CSRF_TRUSTED_ORIGINS = [ENV.frontend_url]
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# A resume is at most 10 MB, and dropped as soon as it is more; the rest of its form is small.
FILE_UPLOAD_HANDLERS = [
    "resume_agent.lib.upload_limit.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
ALLAUTH_TRUSTED_PROXY_COUNT = int(ENV.trusted_proxy_count)
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Mail and logs ---------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.email_from
MAILERS: dict[str, dict[str, Any]] = {"default": mailer(ENV.email_url, folder=VAR_DIR / "mail")}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"},
        "null": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stdout"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        # What people mistype and scanners try is no fault of ours; what breaks here (5xx) is.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"handlers": ["null"], "propagate": False},
    },
}

# Payments --------------------------------------------------------------------------------------------------------

DJSTRIPE_FOREIGN_KEY_TO_FIELD = "id"
DJSTRIPE_SUBSCRIBER_MODEL = "accounts.User"
STRIPE_LIVE_MODE = "_live_" in ENV.stripe_api_key
if STRIPE_LIVE_MODE:
    STRIPE_LIVE_SECRET_KEY = ENV.stripe_api_key
else:
    STRIPE_TEST_SECRET_KEY = ENV.stripe_api_key

# AI --------------------------------------------------------------------------------------------------------------

OPENAI_API_KEY = ENV.openai_api_key
OPENAI_BASE_URL = ENV.openai_base_url
OPENAI_MODEL = ENV.openai_model
OPENAI_TRANSCRIBE_MODEL = ENV.openai_transcribe_model
OPENAI_MODERATION_MODEL = ENV.openai_moderation_model
AI_PRICE = Price(*ENV.openai_price)
AI_DAILY_CAP_PERSON = round(ENV.ai_daily_cap_person * 1_000_000)
AI_DAILY_CAP_SITE = round(ENV.ai_daily_cap_site * 1_000_000)

# Background work -------------------------------------------------------------------------------------------------

# The rows of resume_agent.jobs are the truth and their leases decide who works; Celery only wakes workers. So the
# redelivery of a message that a dead worker held does no harm, and the sweep makes up for any message that got lost.
CELERY_BROKER_URL = ENV.redis_url
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
    "visibility_timeout": 300,
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 10,
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
# Threads: the work waits for a provider, or for a child process of its own. Of the latter no more than
# JOBS_HEAVY_AT_ONCE is done at a time; the others wait for their turn.
CELERY_WORKER_POOL = "threads"
CELERY_WORKER_CONCURRENCY = 50
JOBS_HEAVY_AT_ONCE = 4
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# Works with REMAP_SIGTERM=SIGQUIT in the environment of the worker: finish what takes up to this long, then go.
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
JOBS_SWEEP_SECONDS = 10
JOBS_RESEND_SECONDS = 20
# A request that queues work waits this long at most for a broker that is away; the sweep sends it later.
JOBS_SEND_OPTIONS: dict[str, Any] = {"max_retries": 0, "socket_connect_timeout": 1, "socket_timeout": 1}
# In memory: it is one fixed entry, and a worker with its own clock needs no file. A queue of its own, so that the sweep
# never stands behind what it is to repair.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
CELERY_BEAT_SCHEDULE: dict[str, Any] = {
    "sweep": {
        "task": "resume_agent.jobs.sweep",
        "schedule": JOBS_SWEEP_SECONDS,
        "options": {"queue": "sweep", "expires": 3 * JOBS_SWEEP_SECONDS},
    },
    "settle_forgotten": {
        "task": "resume_agent.ai.settle_forgotten",
        "schedule": 300.0,
        "options": {"queue": "sweep", "expires": 300},
    },
}
CELERY_BEAT_SCHEDULE["forget_recordings"] = {
    "task": "interviews.forget_recordings",
    "schedule": 3600.0,
    "options": {"queue": "sweep", "expires": 3600},
}
CELERY_TASK_QUEUES = [Queue("celery"), Queue("sweep")]
