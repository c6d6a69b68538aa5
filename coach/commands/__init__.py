"""What each `yohaku` command does; `coach/__main__.py` says how it is called."""
