"""Parts of our own that run in the browser: each is a markup, a style and a script of its name in `web/`.

People's text reaches them only as data, and is set there as ``textContent`` or as a text box's value.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import streamlit as st


def component(name: str, *, style: str = "") -> Callable[..., Any]:
    """A function that draws the part: ``draw(given, key=..., **options)``; ``style`` names another part's style."""
    web = files("coach.pages").joinpath("web")
    made = st.components.v2.component(
        f"yohaku_{name}",
        html=web.joinpath(f"{name}.html").read_text("utf-8"),
        css=web.joinpath(f"{style or name}.css").read_text("utf-8"),
        js=web.joinpath(f"{name}.js").read_text("utf-8"),
    )

    def draw(given: dict[str, Any], *, key: str, **options: Any) -> Any:
        # In a list, because Streamlit looks for tables in a mapping, and loads pandas to know one when it sees it.
        return made(key=key, data=[given], **options)

    return draw
