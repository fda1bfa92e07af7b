"""ASGI entry: the one web service."""

import os

from django.core.asgi import get_asgi_application

from resume_agent.lib.body_limit import limit_body
from resume_agent.lib.head_requests import without_body

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resume_agent.settings")
application = without_body(limit_body(get_asgi_application()))
