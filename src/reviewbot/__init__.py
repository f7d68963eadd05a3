"""A security reviewer for changes that never calls code clean that it did not read."""

__version__ = "0.1.0"
