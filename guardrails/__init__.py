"""Judges text: a message to them, words to the user, a wish for a rewrite, signs of danger.

Imports nothing of ours, asks no model, reads no clock. Verdicts are data; what to do with them is the caller's.
"""
