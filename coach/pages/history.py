"""履歴: the stories kept on this machine, to be found, opened, renamed, taken away and deleted."""

from collections.abc import Iterable

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from coach.export import as_json, as_markdown
from coach.labels import day
from coach.memory import Case
from coach.pages import room
from coach.pages.temporary import draw_offer
from coach.wanted import JAPAN

_OPEN = "open_case"
_SHOWN = 30  # newest first; the rest is found by its words


def draw(talk: StreamlitPage) -> None:
    """Draw the list; ``talk`` is the page where a story is gone on with."""
    if st.session_state.pop(_OPEN, False):
        st.switch_page(talk)
    with st.container(horizontal=True):
        st.button("新しい相談", key="new", type="primary", on_click=_begin)
        draw_offer(begin=_begin_temporary)
    words = st.text_input("さがす", key="search", placeholder="題や、書いた言葉から")
    cases = room.store().cases(words.strip())
    if not cases:
        st.text("見つかりませんでした。" if words.strip() else "まだ相談の記録はありません。")
    for case in cases[:_SHOWN]:
        _draw_case(case)
    if len(cases) > _SHOWN:
        st.caption(f"ほかに{len(cases) - _SHOWN}件あります。言葉でさがすと出てきます。")
    if cases and not words.strip():
        _draw_everything()


def _draw_case(case: Case) -> None:
    with st.container(border=True):
        st.text(case.title or "（題なし）")
        st.caption(_spoken(case))
        with st.container(horizontal=True):
            st.button("開く", key=f"{case.id}-open", on_click=_open, args=(case.id,))
            with st.popover("整理する"):
                title = st.text_input("題", value=case.title, key=f"{case.id}-title", max_chars=60)
                st.button("題を変える", key=f"{case.id}-rename", on_click=_rename, args=(case.id, title))
                _draw_downloads(case.id, (case.id,))
                sure = st.checkbox("この相談を消します。元には戻せません", key=f"{case.id}-sure")
                st.button(
                    "消す", key=f"{case.id}-delete", disabled=not sure, on_click=_delete, args=(case.id,)
                )


def _draw_everything() -> None:
    with st.expander("すべての相談"):
        _draw_downloads("all", ())
        sure = st.checkbox("すべての相談を消します。元には戻せません", key="all-sure")
        st.button("すべて消す", key="all-delete", disabled=not sure, on_click=_delete_all)


def _draw_downloads(key: str, ids: tuple[str, ...]) -> None:
    """Made only when pressed: a list of a hundred stories is not read whole to be drawn."""
    store = room.store()

    def chosen() -> Iterable[Case]:
        return [case for i in ids if (case := store.case(i))] if ids else store.whole_cases()

    st.download_button(
        "書き出す（読む用 .md）",
        lambda: as_markdown(chosen()),
        file_name="yohaku.md",
        mime="text/markdown",
        key=f"{key}-markdown",
        on_click="ignore",
    )
    st.download_button(
        "書き出す（データ .json）",
        lambda: as_json(chosen()),
        file_name="yohaku.json",
        mime="application/json",
        key=f"{key}-json",
        on_click="ignore",
    )


def _spoken(case: Case) -> str:
    on = case.at.astimezone(JAPAN).date()
    return f"{on.year}年{day(on)}から"


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


def _delete_all() -> None:
    room.leave()
    room.store().delete_all()
