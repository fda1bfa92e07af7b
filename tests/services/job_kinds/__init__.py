"""A Django app that only the processes of the service tests have installed; see its tasks."""
