"""The product's settings, each test database a copy of the template that `launch` made by the real migrations."""

from resume_agent.settings import *  # noqa: F403 - settings are made this way
from resume_agent.settings import DATABASES
from tests.services.template import NAME

DATABASES["default"]["TEST"] = {"TEMPLATE": NAME, "MIGRATE": False}
