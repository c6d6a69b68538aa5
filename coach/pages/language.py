"""Tells the browser that the page is Japanese: Streamlit's own is fixed to English, and screen readers read by it."""

import streamlit as st

_JS = "export default function () { document.documentElement.lang = 'ja' }"
_language = st.components.v2.component("yohaku_language", html="<span></span>", js=_JS)


def speak_japanese() -> None:
    """Once a run, on every page."""
    _language(key="language")
