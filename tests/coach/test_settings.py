from pathlib import Path

import pytest

from coach.settings import Drafting, Settings


def test_nothing_needs_to_be_set() -> None:
    settings = Settings()
    assert settings.drafting is Drafting.COMPOSED
    assert settings.database.startswith("sqlite:///")


@pytest.mark.parametrize(
    ("environment", "drafting"),
    [
        pytest.param({"OPENAI_API_KEY": "k"}, Drafting.MODEL_UNNAMED, id="a key alone sends nothing"),
        pytest.param(
            {"OPENAI_BASE_URL": "http://x/v1"}, Drafting.MODEL_UNNAMED, id="an address alone sends nothing"
        ),
        pytest.param({"YOHAKU_MODEL": "m"}, Drafting.COMPOSED, id="a model with nobody to ask"),
        pytest.param({"OPENAI_API_KEY": "k", "YOHAKU_MODEL": "m"}, Drafting.MODEL, id="key and model"),
        pytest.param(
            {"OPENAI_BASE_URL": "http://x/v1", "YOHAKU_MODEL": "m"}, Drafting.MODEL, id="local server"
        ),
        pytest.param({"OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}, Drafting.COMPOSED, id="set but empty"),
    ],
)
def test_who_drafts(environment: dict[str, str], drafting: Drafting, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Settings().drafting is drafting


def test_dotenv_is_read_from_the_working_folder(own_home: Path) -> None:
    (own_home / ".env").write_text(
        "OPENAI_BASE_URL=http://127.0.0.1:1/v1\nYOHAKU_MODEL=small\nOTHER=1\n", "utf-8"
    )
    assert Settings().drafting is Drafting.MODEL


def test_a_key_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-123")
    assert "sk-secret-123" not in repr(Settings())
    assert "sk-secret-123" not in str(Settings().model_dump())
