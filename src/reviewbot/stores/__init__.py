"""What is kept on disk: the token ranks and the prompts that ship with the package."""
