"""The pages of a person's resumes, one module per part of the studio."""
