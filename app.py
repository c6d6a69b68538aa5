"""Page setup and navigation; everything else is in coach/pages."""

from functools import partial
from importlib.resources import files

import streamlit as st

from coach.pages import chat, draft_check, history, lines, room, setup, tidy, timeline
from coach.pages.language import speak_japanese
from coach.pages.look import dress
from coach.pages.temporary import draw_banner

ICON = str(
    files("coach.pages").joinpath("leaf.svg")
)  # our own: an icon by name would be fetched from a font host

st.set_page_config(page_title="余白", page_icon=ICON, layout="centered")
speak_japanese()
dress()
talk = st.Page(chat.draw, title="相談", icon=":material/chat_bubble:", url_path="talk", default=True)
page = st.navigation(
    [
        talk,
        st.Page(timeline.draw, title="これから", icon=":material/event:", url_path="timeline"),
        st.Page(tidy.draw, title="整える", icon=":material/self_improvement:", url_path="tidy"),
        st.Page(draft_check.draw, title="下書きチェック", icon=":material/edit_note:", url_path="check"),
        st.Page(partial(history.draw, talk), title="履歴", icon=":material/history:", url_path="history"),
        st.Page(lines.draw, title="窓口", icon=":material/support:", url_path="lines"),
        st.Page(setup.draw, title="設定", icon=":material/tune:", url_path="settings"),
    ],
    position="top",
)
room.store()  # one that cannot be opened says so before anything is typed
draw_banner()
page.run()
