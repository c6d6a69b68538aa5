"""Words of danger: whose they are, how much they count, and whether they are only told of."""
