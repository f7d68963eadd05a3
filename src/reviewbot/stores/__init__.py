"""What is kept on disk: token ranks and prompts that ship with the package, and the cache."""
