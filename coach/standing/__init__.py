"""Where the two stand: what is told, signs, stage, and what is left open."""
