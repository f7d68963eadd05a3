"""Where reports go: a terminal, Markdown, JSON. Each gets the whole `Report` and nothing else."""
