"""Make respx see openai's httpx2: loaded with ``-p`` before any plugin imports httpx."""

from httpx2 import alias_httpx

alias_httpx()
