"""No page test sees what another one left in Streamlit's process-wide cache."""

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def no_leftovers() -> None:
    st.cache_resource.clear()
