"""What never leaves the browser: an unsent letter that is kept nowhere, and small comforts kept in this browser.

Nothing typed here is handed to Python: the components have no value to give back.
"""

from coach.pages.component import component

_letter = component("letter")
_comforts = component("comforts", style="letter")


def draw_letter() -> None:
    """A letter to write and let go: it is in the text box and nowhere else."""
    _letter(
        {
            "label": "出さない手紙。ここに書いた言葉は、どこにも保存も送信もされません。",
            "letGo": "手放す",
            "gone": "手放しました。書いた時間は、あなたのものです。",
        },
        key="letter",
    )


def draw_comforts() -> None:
    """The user's own list of small good things, in this browser alone."""
    _comforts(
        {
            "label": "わたしの小さな心地よいこと（このブラウザーの中だけに残ります）",
            "add": "加える",
            "remove": "消す",
        },
        key="comforts",
    )
