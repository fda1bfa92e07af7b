"""What differs between two documents: pure, and nothing of any page."""
