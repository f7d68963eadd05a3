"""A security reviewer for changes that never calls code clean that it did not read."""
