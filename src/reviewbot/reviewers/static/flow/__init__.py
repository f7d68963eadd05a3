"""Data, followed from where it comes in to where it does harm."""
