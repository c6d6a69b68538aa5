"""English as the language of the interface: chosen in settings, kept, and never in a draft."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parent.parent.parent / "app.py")
SETTINGS = "from coach.pages import setup\nsetup.draw()"
PAGES = ("chat", "timeline", "tidy", "draft_check", "lines", "setup")


def in_english() -> None:
    page = AppTest.from_string(SETTINGS, default_timeout=20).run()
    page.pills(key="setup-language").set_value("en").run()
    assert not page.exception
    assert "What is sent" in [heading.value for heading in page.subheader]


def test_another_session_speaks_it_too() -> None:
    in_english()
    page = AppTest.from_file(APP, default_timeout=20).run()
    assert not page.exception
    assert "Good evening" in page.text[0].value
    page.button(key="example-0").click().run()
    assert not page.exception
    assert "What to do today" in [caption.value for caption in page.caption]
    data = [json.loads(element.proto.json)[0] for element in page.get("bidi_component")]
    drafts = [given["text"] for given in data if "pieces" in given]
    assert len(drafts) == 3
    assert not any(draft.isascii() for draft in drafts)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_draws_in_english(name: str) -> None:
    in_english()
    page = AppTest.from_string(f"from coach.pages import {name}\n{name}.draw()", default_timeout=20).run()
    assert not page.exception
    labels = [element.label for element in (*page.button, *page.text_area, *page.text_input)]
    assert [label for label in labels if label and not any(c.isascii() and c.isalpha() for c in label)] == []
