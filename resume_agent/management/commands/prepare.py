"""manage.py prepare: everything between a configured machine and one that can serve."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse

from accounts.models import User
from resume_agent.lib.turns import one_at_a_time
from resume_agent.management.steps import SteppedCommand


class Command(SteppedCommand):
    help = "Waits for the services, brings the database up to date (one process at a time), makes the bucket."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--admin-email", default="", help="make this person an administrator")
        parser.add_argument(
            "--timeout", type=float, default=60.0, help="seconds to wait for the services (default: 60)"
        )

    def handle(self, *_: Any, admin_email: str, timeout: float, **__: Any) -> None:
        call_command("wait_for_services", timeout=timeout, stdout=self.stdout)
        with one_at_a_time(connection, settings.VAR_DIR / "prepare.lock"):
            self.migrate()
        call_command("ensure_buckets", stdout=self.stdout)
        if admin_email:
            self.make_admin(admin_email)
        self.check_static_files()
        self.done("Prepared")

    def migrate(self) -> None:
        if up_to_date():
            self.done("Migrations completed: nothing to do")
            return
        self.doing("Running migrations...")
        try:
            call_command("migrate", run_syncdb=bool(settings.MIGRATION_MODULES), interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        except DatabaseError as error:
            reason = str(error).strip().partition("\n")[0]
            raise CommandError(
                f"Migrations failed: {reason}. Nothing else was changed: mend the cause, then run prepare again."
            ) from error
        self.done("Migrations completed")

    def make_admin(self, email: str) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            user = User.objects.create_superuser(email, settings.ENV.admin_password or None)
        elif not user.is_superuser:
            user.is_staff = user.is_superuser = True
            user.save(update_fields=["is_staff", "is_superuser"])
        EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
        self.done(f"{email} is an administrator")
        if not user.has_usable_password():
            self.stdout.write(f"Choose the password once, here: {reset_link(user)}")

    def check_static_files(self) -> None:
        if not settings.PRODUCTION:
            return
        if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            raise CommandError("The static files aren't collected: run manage.py collectstatic --noinput.")
        self.done("Static files are collected")


def up_to_date() -> bool:
    """Whether `migrate` and `createcachetable` would find nothing to do; takes a fraction of their time."""
    tables = set(connection.introspection.table_names())
    if settings.CACHES["default"]["LOCATION"] not in tables:
        return False
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    unmigrated = [apps.get_app_config(label) for label in executor.loader.unmigrated_apps]
    return all(
        model._meta.db_table in tables for app in unmigrated for model in app.get_models() if model._meta.managed
    )


def reset_link(user: User) -> str:
    """Works once, and for as long as PASSWORD_RESET_TIMEOUT says."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.ENV.frontend_url}{path}"
