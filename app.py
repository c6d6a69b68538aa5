"""Page setup and navigation; everything else is in coach/pages."""

from collections.abc import Callable
from importlib import import_module
from importlib.resources import files

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from coach import warming
from coach.pages import room
from coach.pages.failure import without_words
from coach.pages.language import begin_page
from coach.pages.look import dress
from coach.pages.temporary import draw_banner
from coach.pages.words import say

ICON = str(
    files("coach.pages").joinpath("leaf.svg")
)  # our own: an icon by name would be fetched from a font host


def drawing(name: str, *given: object) -> Callable[[], None]:
    """Draws a page; its module is loaded when it is opened, because the first page need not wait for the others."""

    def draw() -> None:
        import_module(f"coach.pages.{name}").draw(*given)

    return draw


def maintained() -> list[StreamlitPage]:
    """The maintainers' page, where it is switched on."""
    if not room.settings().evals:
        return []
    from evals.board import Board

    return [
        st.Page(
            drawing("evals", Board()), title=say("app.evals"), icon=":material/monitoring:", url_path="evals"
        )
    ]


st.set_page_config(page_title=say("app.title"), page_icon=ICON, layout="centered")
begin_page()
dress()
talk = st.Page(
    drawing("chat"), title=say("app.talk"), icon=":material/chat_bubble:", url_path="talk", default=True
)
page = st.navigation(
    [
        talk,
        st.Page(drawing("timeline"), title=say("app.timeline"), icon=":material/event:", url_path="timeline"),
        st.Page(drawing("tidy"), title=say("app.tidy"), icon=":material/self_improvement:", url_path="tidy"),
        st.Page(
            drawing("draft_check"), title=say("app.check"), icon=":material/edit_note:", url_path="check"
        ),
        st.Page(
            drawing("history", talk), title=say("app.history"), icon=":material/history:", url_path="history"
        ),
        st.Page(drawing("lines"), title=say("app.lines"), icon=":material/support:", url_path="lines"),
        st.Page(drawing("setup"), title=say("app.settings"), icon=":material/tune:", url_path="settings"),
        *maintained(),
    ],
    position="top",
)
room.store()  # one that cannot be opened says so before anything is typed
draw_banner()
try:
    page.run()
except Exception as error:
    raise without_words(error) from None
warming.PAGE_DRAWN.set()
