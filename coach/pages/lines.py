"""窓口: whom to turn to, from the dated catalogue."""

from coach.help import every_line
from coach.pages import room
from coach.pages.answer import draw_help


def draw() -> None:
    """Every line of the catalogue, those open now first."""
    draw_help(
        (
            "ひとりで抱えなくて大丈夫です。話せるところがあります。",
            "いま命の危険があるときは、119（救急）か110（警察）へ。",
        ),
        every_line(at=room.desk().now),
    )
