"""What tells who somebody is, or where to reach them, found in what is typed."""
