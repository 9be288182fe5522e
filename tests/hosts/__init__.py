"""The notice under every host and theme that is installed, by their real programs."""
