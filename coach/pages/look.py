"""What the theme cannot say: targets a thumb can hit, contrast by the numbers, and stillness for who asks for it."""

import streamlit as st

_CSS = """
<style>
.stApp [data-testid^="stBaseButton"], .stApp [data-testid="stPopoverButton"], .stApp summary,
.stApp [data-testid="stButtonGroup"] button, [data-testid="stPopoverBody"] button,
.stApp [data-testid="stExpandSidebarButton"], .stApp [data-testid="stSidebarCollapseButton"] button,
.stApp [data-testid="stFeedback"] button, .stApp [data-testid="stSelectbox"] button, .stApp [data-testid="stChatInput"] button { min-height: 44px; min-width: 44px; }
.stApp [data-testid="stTextInputField"], .stApp [data-testid="stCheckbox"] label { min-height: 44px; }
.stApp [data-testid="stCheckbox"] label { align-items: center; }
.stApp [data-testid="stSidebarNavLink"], .stApp [data-testid="stTopNavLink"] { min-height: 44px; }
.stApp [data-testid="stCaptionContainer"], .stApp [data-testid="stCaptionContainer"] p {
  color: inherit !important; opacity: 1; }
.stApp [data-testid="stCaptionContainer"] { opacity: 0.88; }
.stApp [data-testid="stBaseButton-primary"], .stApp [data-testid="stBaseButton-primary"] p,
.stApp [data-testid="stBaseButton-primaryFormSubmit"] p { color: light-dark(#ffffff, #14201c) !important; }
.stApp button[kind="tertiary"], .stApp button[kind="tertiary"] p { color: light-dark(#2b2a27, #ece9e1) !important; }
.stApp [data-testid="stMainBlockContainer"] { padding-top: 4.5rem; }
.stApp [data-testid="stChatMessageAvatarUser"] { background-color: light-dark(#2f6b5b, #35564c); }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important;
    transition-duration: 0.01ms !important; scroll-behavior: auto !important; }
}
</style>
"""


def dress() -> None:
    """Once a run, on every page; a constant of ours, no text of anyone's."""
    st.html(_CSS)
