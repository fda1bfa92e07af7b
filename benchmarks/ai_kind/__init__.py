"""A Django app that only the processes of benchmarks.ai have installed; see its tasks."""
