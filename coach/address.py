"""Where the pages are served: a port of this machine that nobody else listens on."""

import os
import socket

HOST = "127.0.0.1"
FIRST, MANY = 8501, 100


def free_port() -> int:
    """The first free port from ``FIRST`` on. Raises ``OSError`` where a hundred of them are taken."""
    for port in range(FIRST, FIRST + MANY):
        with socket.socket() as tried:
            if os.name == "posix":  # else a port that was closed a moment ago looks taken
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HOST, port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port from {FIRST} to {FIRST + MANY - 1}")
