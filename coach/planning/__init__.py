"""The plan: what the story adds, how long to wait, how strict, in which words."""
