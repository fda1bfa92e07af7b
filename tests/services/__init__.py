"""Real PostgreSQL, Valkey and S3 out of Python wheels, for tests."""
