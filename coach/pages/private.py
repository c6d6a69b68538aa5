"""What never leaves the browser: an unsent letter that is kept nowhere, and small comforts kept in this browser.

Nothing typed here is handed to Python: the components have no value to give back.
"""

from coach.pages.component import component
from coach.pages.words import say

_letter = component("letter")
_comforts = component("comforts", style="letter")


def draw_letter() -> None:
    """A letter to write and let go: it is in the text box and nowhere else."""
    _letter(
        {
            "label": say("tidy.letter_label"),
            "letGo": say("tidy.let_go"),
            "gone": say("tidy.gone"),
        },
        key="letter",
    )


def draw_comforts() -> None:
    """The user's own list of small good things, in this browser alone."""
    _comforts(
        {
            "label": say("tidy.comforts_label"),
            "add": say("tidy.add"),
            "remove": say("tidy.remove"),
        },
        key="comforts",
    )
