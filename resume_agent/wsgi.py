"""WSGI entry, for those who split web and streams."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resume_agent.settings")
application = get_wsgi_application()
