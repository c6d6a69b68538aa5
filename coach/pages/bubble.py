"""A draft as a bubble: its parts labelled, a copy button, and a link that opens LINE with the text filled in."""

from urllib.parse import quote

from coach.pages.component import component
from coach.pages.words import named, say
from coach.parts import Draft

_bubble = component("draft")


def draw_draft(draft: Draft, *, key: str) -> None:
    """Draw one draft that has passed the guard."""
    _bubble(
        {
            "kind": named(draft.kind),
            "why": draft.why,
            "pieces": [
                {"text": piece.text, "act": named(piece.act), "newline": piece.break_before and i > 0}
                for i, piece in enumerate(draft.pieces)
            ],
            "text": draft.text,
            "copyLabel": say("draft.copy"),
            "copiedLabel": say("draft.copied"),
            "selectLabel": say("draft.select"),
            "lineLabel": say("draft.line"),
            "lineAddress": f"https://line.me/R/share?text={quote(draft.text, safe='')}",
        },
        key=key,
    )
