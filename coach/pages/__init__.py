"""What Streamlit draws, one file a page. No decisions are made here; text is drawn as text, never as markup."""
