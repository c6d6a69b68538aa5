"""Letters, words, sentences, and the two forms in which a text is looked at."""
