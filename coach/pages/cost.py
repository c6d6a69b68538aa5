"""What the model has cost, and the limit a day that the user can set."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from coach.model import Usage
from coach.pages import room
from coach.purse import Purse, Spent
from coach.wanted import JAPAN

_MONTH = timedelta(days=30)
_SHOWN = 10
_KEY = "cost-limit"


def draw_cost() -> None:
    """Tokens of today, of the last thirty days and of the last turns, and the limit."""
    purse, desk = room.purse(), room.desk()
    spent = _spent(purse, days=_MONTH)
    today = [entry for entry in spent if entry.at >= desk.midnight]
    st.text(f"今日 {_told(today)}\nこの30日 {_told(spent)}")
    if any(entry.usage.estimated for entry in spent):
        st.caption("接続先が数を教えてくれなかったぶんは、文字数から見積もっています。")
    st.number_input(
        "一日の上限（トークン、空なら上限なし）",
        min_value=0,
        step=1000,
        value=purse.limit,
        placeholder="上限なし",
        key=_KEY,
        on_change=_limit,
    )
    if purse.limit is not None:
        st.caption(
            f"今日はあと{purse.left(desk.midnight):,}トークン。届いたら、案は手元の言い回しから作ります。"
        )
    if spent:
        with st.expander("一回ごとの数"):
            st.text("\n".join(map(_line, spent[:_SHOWN])))


def _spent(purse: Purse, *, days: timedelta) -> list[Spent]:
    since = room.desk().now - days
    found = (entry for ledger in (purse.ledger, *purse.others) for entry in ledger.spent_since(since))
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _told(spent: Sequence[Spent]) -> str:
    usage = Usage.total(entry.usage for entry in spent)
    return f"{len(spent)}回  送信 {usage.prompt:,}  受信 {usage.completion:,} トークン"


def _line(entry: Spent) -> str:
    at = entry.at.astimezone(JAPAN)
    about = "（見積もり）" if entry.usage.estimated else ""
    return f"{at:%m/%d %H:%M}  送信 {entry.usage.prompt:,}  受信 {entry.usage.completion:,}{about}"


def _limit() -> None:
    room.limit_to(st.session_state[_KEY])
