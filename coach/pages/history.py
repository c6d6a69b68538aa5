"""履歴: the stories kept on this machine, to be found, opened, renamed, taken away and deleted."""

from collections.abc import Iterable

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from coach.answering.wanted import JAPAN
from coach.pages import room
from coach.pages.deletion import draw_deletion
from coach.pages.temporary import draw_offer
from coach.pages.words import say, spoken
from coach.story.export import as_json, as_markdown
from coach.story.memory import Case

_OPEN = "open_case"
_SHOWN = 30  # newest first; the rest is found by its words


def draw(talk: StreamlitPage) -> None:
    """Draw the list; ``talk`` is the page where a story is gone on with."""
    if st.session_state.pop(_OPEN, False):
        st.switch_page(talk)
    with st.container(horizontal=True):
        st.button(say("history.begin"), key="new", type="primary", on_click=_begin)
        draw_offer(begin=_begin_temporary)
    words = st.text_input(say("history.search"), key="search", placeholder=say("history.search_example"))
    cases = room.store().cases(words.strip())
    if not cases:
        st.text(say("history.not_found" if words.strip() else "history.nothing"))
    for case in cases[:_SHOWN]:
        _draw_case(case)
    if len(cases) > _SHOWN:
        st.caption(say("history.more", count=len(cases) - _SHOWN))
    if cases and not words.strip():
        _draw_everything()


def _draw_case(case: Case) -> None:
    with st.container(border=True):
        st.text(case.title or say("history.untitled"))
        st.caption(_spoken(case))
        with st.container(horizontal=True):
            st.button(say("history.open"), key=f"{case.id}-open", on_click=_open, args=(case.id,))
            with st.popover(say("history.tidy")):
                title = st.text_input(
                    say("history.title"), value=case.title, key=f"{case.id}-title", max_chars=60
                )
                st.button(
                    say("history.rename"), key=f"{case.id}-rename", on_click=_rename, args=(case.id, title)
                )
                _draw_downloads(case.id, (case.id,))
                sure = st.checkbox(say("history.sure"), key=f"{case.id}-sure")
                st.button(
                    say("history.delete"),
                    key=f"{case.id}-delete",
                    disabled=not sure,
                    on_click=_delete,
                    args=(case.id,),
                )


def _draw_everything() -> None:
    with st.expander(say("history.all")):
        _draw_downloads("all", ())
        draw_deletion()


def _draw_downloads(key: str, ids: tuple[str, ...]) -> None:
    """Made only when pressed: a list of a hundred stories is not read whole to be drawn."""
    store = room.store()

    def chosen() -> Iterable[Case]:
        return [case for i in ids if (case := store.case(i))] if ids else store.whole_cases()

    st.download_button(
        say("history.markdown"),
        lambda: as_markdown(chosen()),
        file_name="yohaku.md",
        mime="text/markdown",
        key=f"{key}-markdown",
        on_click="ignore",
    )
    st.download_button(
        say("history.json"),
        lambda: as_json(chosen()),
        file_name="yohaku.json",
        mime="application/json",
        key=f"{key}-json",
        on_click="ignore",
    )


def _spoken(case: Case) -> str:
    return say("history.since", day=spoken(case.at.astimezone(JAPAN).date(), year=True))


def _begin() -> None:
    room.leave()
    st.session_state[_OPEN] = True


def _begin_temporary() -> None:
    room.forget_from_now()
    st.session_state[_OPEN] = True


def _open(case_id: str) -> None:
    room.remember(case_id)
    st.session_state[_OPEN] = True


def _rename(case_id: str, title: str) -> None:
    room.store().rename(case_id, title.strip())


def _delete(case_id: str) -> None:
    if room.case().id == case_id:
        room.leave()
    room.store().delete_case(case_id)
