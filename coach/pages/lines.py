"""窓口: whom to turn to, from the dated catalogue."""

from coach.help import every_line
from coach.pages import room
from coach.pages.answer import draw_help
from coach.pages.words import say


def draw() -> None:
    """Every line of the catalogue, those open now first."""
    draw_help(
        (say("lines.about"), say("lines.emergency")),
        every_line(at=room.desk().now),
    )
