"""Makes the browser's side Japanese and calm: the page's language, Streamlit's own English labels, what is announced.

Streamlit fixes its own strings in English; here they are named anew as they appear. What is half typed into the
chat stays in the browser tab's own memory until it is sent, so that a reload loses nothing.
"""

import streamlit as st

from coach.pages.component import component

_LABELS = {
    "Send message": "送る",
    "Stop script": "止める",
    "Upload a file": "トーク履歴を渡す",
    "file upload": "トーク履歴のファイル",
    "Expand sidebar": "メニューを開く",
    "Collapse sidebar": "メニューを閉じる",
    "Sidebar": "メニュー",
    "App pages": "ページ",
    "Chat message from user": "あなた",
    "Chat message from assistant": "余白",
    "Close": "閉じる",
    "Remove file": "ファイルを外す",
    "Clear selection": "選択を外す",
    "Main menu": "画面の設定",
}
_language = component("language")
_SAID = "said"


def speak_japanese() -> None:
    """Once a run, on every page."""
    about, words = st.session_state.get(_SAID, ("", ""))
    _language({"labels": _LABELS, "said": words, "about": about}, key="language")


def announce(words: str, *, about: str) -> None:
    """What a screen reader says at the next run, once for each ``about``."""
    st.session_state[_SAID] = (about, words)
