"""What their message offers, allows and refuses, and what an invitation names."""
