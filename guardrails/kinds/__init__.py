"""Kinds of sentences, told by their grammar: what each does to the one who reads it."""
