"""Where changes come from: git, a diff, a directory. Each yields a `Changeset`."""
