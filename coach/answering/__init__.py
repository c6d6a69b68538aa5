"""How an answer is made, with a model and without, and checked while it comes."""
