"""Page setup and navigation; everything else is in coach/pages."""

from importlib.resources import files

import streamlit as st

from coach.pages import chat, draft_check, lines, setup
from coach.pages.language import speak_japanese

ICON = str(
    files("coach.pages").joinpath("leaf.svg")
)  # our own: an icon by name would be fetched from a font host

st.set_page_config(page_title="余白", page_icon=ICON, layout="centered")
speak_japanese()
st.navigation(
    [
        st.Page(chat.draw, title="相談", icon=":material/chat_bubble:", url_path="talk", default=True),
        st.Page(draft_check.draw, title="下書きチェック", icon=":material/edit_note:", url_path="check"),
        st.Page(lines.draw, title="窓口", icon=":material/support:", url_path="lines"),
        st.Page(setup.draw, title="設定", icon=":material/tune:", url_path="settings"),
    ],
    position="top",
).run()
