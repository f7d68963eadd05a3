"""What may become of a worker, wherever it is."""


class Died(Exception):  # noqa: N818 - what the worker has done
    """The process that worked on a task died of it, or was killed."""
