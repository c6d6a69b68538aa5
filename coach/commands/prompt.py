"""`yohaku prompt`: exactly what would be sent to a model for a text, masked; nothing is sent."""

from datetime import datetime
from uuid import uuid4

import typer

from coach.prompts import as_sent
from coach.sending import would_send
from coach.story.memory import Case


def show(text: str, *, now: datetime) -> int:
    """Print the prompt; 0, or 1 where this text is answered without asking a model."""
    prompts = would_send(text, case=Case(uuid4().hex, "", now), now=now)
    if not prompts:
        typer.echo("この文では、モデルには何も送りません。", err=True)
        return 1
    typer.echo("\n\n".join(map(as_sent, prompts)))
    return 0
