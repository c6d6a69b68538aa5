"""A try of the endpoint that is set: does the model answer, how fast, and if not, what is wrong and what to do."""

from dataclasses import dataclass

from coach.model import ModelError
from coach.settings import Settings

_PATIENCE = 15.0
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Trial:
    """``sentence`` says in Japanese how it went; ``offered``: models the endpoint names, at most eight."""

    works: bool
    sentence: str
    offered: tuple[str, ...] = ()


def tried(settings: Settings) -> Trial:
    """Ask the model one harmless question; nothing of the user's is sent. Takes up to 15 seconds."""
    from coach.llm import OpenAIModel  # half a second that nobody else pays

    model = OpenAIModel(
        api_key=settings.api_key,
        base_url=settings.base_url,
        name=settings.model,
        timeout=min(settings.timeout, _PATIENCE),
        patience=_PATIENCE,
    )
    if not settings.model:
        trouble = "接続先は答えました。使うモデルの名前を YOHAKU_MODEL に入れてください。"
    else:
        try:
            return Trial(True, f"つながりました。最初の言葉まで{model.ping():.1f}秒でした。")
        except ModelError as error:
            trouble = error.sentence
    try:
        return Trial(False, trouble, model.models()[:_LISTED])
    except ModelError as error:
        return Trial(False, trouble if settings.model else error.sentence)
