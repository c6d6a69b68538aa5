"""What a text of the coach quotes, offers, warns of and names to call."""
