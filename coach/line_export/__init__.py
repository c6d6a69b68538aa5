"""LINE's talk histories: bytes, layouts, people, and what can be counted."""
