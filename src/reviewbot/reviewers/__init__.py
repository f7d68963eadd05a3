"""Who reads chunks: a model, and the static engine."""
