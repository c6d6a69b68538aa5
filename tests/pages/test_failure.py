"""An error that nobody expected: no word of what was typed reaches the log."""

import pytest
from streamlit.testing.v1 import AppTest

from coach.pages import chat
from coach.pages.failure import PageError, without_words
from tests.pages.test_chat_page import APP

TYPED = "だれにも言えないこと"


def failing() -> None:
    raise ValueError(TYPED)


def test_only_kind_and_place_are_told() -> None:
    with pytest.raises(ValueError, match=TYPED) as caught:
        failing()
    told = str(without_words(caught.value))
    assert told.startswith("ValueError at test_failure.py:")
    assert TYPED not in told


def test_a_page_that_fails_keeps_its_words_out_of_the_log(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(chat, "draw", failing)
    page = AppTest.from_file(APP, default_timeout=20).run()
    logged = capfd.readouterr()
    assert len(page.exception) == 1
    assert PageError.__name__ in logged.out + logged.err
    assert TYPED not in logged.out + logged.err + caplog.text
