"""ASGI entry: the one web service."""

import os

from django.core.asgi import get_asgi_application

from resume_agent.lib.body_limit import limit_body

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resume_agent.settings")
application = limit_body(get_asgi_application())
