"""Wordings of a draft: styles, dialects, the user's own line, what changed."""
