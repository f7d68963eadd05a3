"""Whole repositories: cut into batches, each read once, wherever, and put together again."""
