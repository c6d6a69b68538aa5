"""A try of the endpoint that is set: does it answer, which models does it have, and if not, what is wrong."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.model import ModelError
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.llm import OpenAIModel

_PATIENCE = 15.0
_LISTED = 8
"""Models named beside a failure; the whole list is shown on demand."""


@dataclass(frozen=True, slots=True)
class Trial:
    """``sentence`` says in Japanese how it went; ``offered``: the models the endpoint names."""

    works: bool
    sentence: str
    offered: tuple[str, ...] = ()


def tried(settings: Settings) -> Trial:
    """Ask the model one harmless question; nothing of the user's is sent. Takes up to 15 seconds."""
    if not settings.model:
        found = offered(settings)
        unnamed = "接続先は答えました。使うモデルの名前を YOHAKU_MODEL に入れてください。"
        return replace(found, works=False, sentence=unnamed if found.works else found.sentence)
    try:
        seconds = _model(settings).ping()
    except ModelError as error:
        return Trial(False, error.sentence, offered(settings).offered[:_LISTED])
    return Trial(True, f"つながりました。最初の言葉まで{seconds:.1f}秒でした。")


def offered(settings: Settings) -> Trial:
    """Ask the endpoint which models it has. Takes up to 15 seconds."""
    try:
        names = _model(settings).models()
    except ModelError as error:
        return Trial(False, error.sentence)
    if not names:
        return Trial(False, "接続先は答えましたが、モデルの名前を一つも教えてくれませんでした。")
    return Trial(True, f"{len(names)}個のモデルがあります。", names)


def _model(settings: Settings) -> "OpenAIModel":
    from coach.llm import OpenAIModel  # half a second that nobody else pays

    return OpenAIModel(
        api_key=settings.api_key,
        base_url=settings.base_url,
        name=settings.model,
        timeout=min(settings.timeout, _PATIENCE),
        patience=_PATIENCE,
    )
