"""A person as a row: made, found and shown in the admin."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.db import IntegrityError
from django.template import Context, Template
from django.test import RequestFactory

from accounts.addresses import unverified_address
from accounts.admin import UserAdmin
from accounts.models import User


def reminder(user: User) -> str:
    return Template("{% load reminders %}{% verify_reminder user %}").render(Context({"user": user}))


def test_a_person_needs_an_address(db: None) -> None:
    with pytest.raises(ValueError, match="address is required"):
        User.objects.create_user("")


def test_a_superuser_may_enter_the_admin(db: None) -> None:
    person = User.objects.create_superuser("bob@example.com", "correct horse battery")
    assert person.is_staff
    assert person.is_superuser


def test_an_address_is_found_whatever_its_case(alice: User) -> None:
    assert User.objects.get_by_natural_key("ALICE@example.COM") == alice


def test_two_people_cannot_share_an_address_in_another_case(alice: User) -> None:
    with pytest.raises(IntegrityError):
        User.objects.create_user("ALICE@example.com")


def test_a_person_is_called_by_their_address(alice: User) -> None:
    assert str(alice) == "alice@example.com"


def test_the_admin_names_no_field_that_a_person_lacks(alice: User, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = alice
    form = UserAdmin(User, admin.site).get_form(request, alice)
    assert "email" in form.base_fields
    assert "username" not in form.base_fields


def test_an_unverified_person_is_reminded(alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, verified=False, primary=True)
    assert unverified_address(alice) == alice.email
    assert alice.email in reminder(alice)


def test_a_verified_person_is_left_in_peace(alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, verified=True, primary=True)
    assert reminder(alice).strip() == ""
