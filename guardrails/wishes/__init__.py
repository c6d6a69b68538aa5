"""What a wish for a rewrite adds, takes out, and only tells of."""
