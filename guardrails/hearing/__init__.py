"""What the statistical ears know a text by, and the weights they hold."""
