"""The front doors: arguments in, exit code out, nothing else."""
