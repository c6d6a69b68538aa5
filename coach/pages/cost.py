"""What the model has cost, and the limit a day that the user can set."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from coach.answering.wanted import JAPAN
from coach.model import Usage
from coach.pages import room
from coach.pages.words import say
from coach.purse import Purse, Spent

_MONTH = timedelta(days=30)
_SHOWN = 10
_KEY = "cost-limit"


def draw_cost() -> None:
    """Tokens of today, of the last thirty days and of the last turns, and the limit."""
    purse, desk = room.purse(), room.desk()
    spent = _spent(purse, days=_MONTH)
    today = [entry for entry in spent if entry.at >= desk.midnight]
    st.text(say("cost.spent", today=_told(today), month=_told(spent)))
    if any(entry.usage.estimated for entry in spent):
        st.caption(say("cost.estimated_about"))
    st.session_state[_KEY] = purse.limit  # a default of its own could not be cleared
    st.number_input(
        say("cost.limit"),
        min_value=0,
        step=1000,
        value=None,
        placeholder=say("cost.no_limit"),
        key=_KEY,
        on_change=_limit,
    )
    if purse.limit is not None:
        st.caption(say("cost.left", left=purse.left(desk.midnight)))
    if spent:
        with st.expander(say("cost.each")):
            st.text("\n".join(map(_line, spent[:_SHOWN])))


def _spent(purse: Purse, *, days: timedelta) -> list[Spent]:
    since = room.desk().now - days
    found = (entry for ledger in (purse.ledger, *purse.others) for entry in ledger.spent_since(since))
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _told(spent: Sequence[Spent]) -> str:
    usage = Usage.total(entry.usage for entry in spent)
    return say("cost.sum", count=len(spent), sent=usage.prompt, received=usage.completion)


def _line(entry: Spent) -> str:
    at = entry.at.astimezone(JAPAN)
    usage = entry.usage
    told = say("cost.line", at=f"{at:%m/%d %H:%M}", sent=usage.prompt, received=usage.completion)
    return told + (say("cost.estimated") if usage.estimated else "")


def _limit() -> None:
    room.limit_to(st.session_state[_KEY])
