"""評価, for maintainers and only where it is switched on: the last runs of the evals, and what changed between two."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import streamlit as st

from coach.pages.words import say

_MOST = 50  # changed cases on the page; the report has all of them


class Changed(Protocol):
    """One case that is not as it was."""

    @property
    def name(self) -> str:
        """Its suite and its id."""

    @property
    def change(self) -> str:
        """In which way it changed."""

    @property
    def grave(self) -> bool:
        """Whether it now does harm."""

    @property
    def before(self) -> str:
        """What it came to, and the texts."""

    @property
    def after(self) -> str:
        """The same, now."""


class Board(Protocol):
    """The runs that are kept. The evals lie above the pages, so they are handed in, not imported."""

    def names(self) -> Sequence[str]:
        """The runs, the newest first."""

    def about(self, name: str) -> Sequence[str]:
        """What a run is, in lines."""

    def suites(self, name: str) -> Sequence[Mapping[str, str | int]]:
        """A row a suite."""

    def figures(self, name: str) -> Sequence[tuple[str, Sequence[Mapping[str, str]]]]:
        """Tables of figures with their titles."""

    def changes(self, before: str, after: str) -> tuple[str, Sequence[Changed]]:
        """What changed from one run to another."""


def draw(board: Board) -> None:
    """Draw the newest run, and what changed since the one before; both can be chosen."""
    names = board.names()
    if not names:
        st.text(say("evals.nothing"))
        return
    shown = st.selectbox(say("evals.run"), names, key="evals-run")
    for line in board.about(shown):
        st.text(line)
    st.dataframe(list(board.suites(shown)), hide_index=True)
    others = [name for name in names if name != shown]
    if others:
        _draw_changes(board, st.selectbox(say("evals.since"), others, key="evals-since"), shown)
    st.subheader(say("evals.figures"), anchor=False)
    for title, rows in board.figures(shown):
        st.text(title)
        st.dataframe(list(rows), hide_index=True)


def _draw_changes(board: Board, before: str, after: str) -> None:
    st.subheader(say("evals.changes"), anchor=False)
    told, rows = board.changes(before, after)
    st.text(told)
    for row in rows[:_MOST]:
        with st.container(border=True):
            st.text(f"{'⚠ ' if row.grave else ''}{row.change}  {row.name}")
            for column, text in zip(st.columns(2), (row.before, row.after), strict=True):
                column.text(text)
    if len(rows) > _MOST:
        st.caption(say("evals.more", count=len(rows) - _MOST))
