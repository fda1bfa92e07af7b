"""Finds what could be said better in what the editor holds: by rules at once, by AI as a job."""
