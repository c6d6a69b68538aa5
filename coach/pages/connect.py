"""How to connect a model: the lines to put into `.env`, by provider."""

import streamlit as st

from coach.pages.words import say


def draw_presets() -> None:
    """Draw the choice of a provider and its lines."""
    with st.expander(say("settings.connect")):
        st.text(say("settings.connect_how"))
        presets = _presets()
        chosen = st.pills(
            say("settings.connect_to"), list(presets), default="OpenAI", required=True, key="setup-preset"
        )
        st.code(presets[chosen or "OpenAI"], language=None, wrap_lines=True)


def _presets() -> dict[str, str]:
    key, name = f"OPENAI_API_KEY={say('settings.key')}", f"YOHAKU_MODEL={say('settings.model_name')}"
    local = "OPENAI_BASE_URL=http://127.0.0.1"
    return {
        "OpenAI": f"{key}\n{name}",
        "Ollama": f"{local}:11434/v1\nYOHAKU_MODEL={say('settings.ollama_name')}",
        "LM Studio": f"{local}:1234/v1\nYOHAKU_MODEL={say('settings.studio_name')}",
        say("settings.compatible"): f"OPENAI_BASE_URL={say('settings.address')}\n{key}\n{name}",
    }
