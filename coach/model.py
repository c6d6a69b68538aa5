"""What a model is to the coach, what it is asked with, and the closed set of ways it can fail."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Role(StrEnum):
    """Who speaks: the coach's own rules, or data from outside."""

    SYSTEM = "system"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Message:
    """One message to the model."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Exactly what is sent: the messages, and the JSON schema of the answer (None: plain words)."""

    messages: tuple[Message, ...]
    name: str = ""
    schema: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens paid for. ``estimated`` when the server did not say and characters were counted instead."""

    prompt: int
    completion: int
    estimated: bool = False

    @property
    def tokens(self) -> int:
        """Both together."""
        return self.prompt + self.completion

    @classmethod
    def total(cls, usages: "Iterable[Usage]") -> "Usage":
        """The sum; estimated when any part of it is."""
        paid = [usage for usage in usages if usage.tokens]
        return cls(
            sum(usage.prompt for usage in paid),
            sum(usage.completion for usage in paid),
            estimated=any(usage.estimated for usage in paid),
        )


@dataclass(frozen=True, slots=True)
class Ending:
    """What an endpoint says of its answer beside the text: which model gave it, why it ended; "" where it is silent."""

    model: str = ""
    finish: str = ""


class Pieces(Protocol):
    """An answer as it comes.

    An empty piece says that nothing has come yet: it hands the control back a few times a second, so that a
    waiting page can be stopped. ``close`` ends the transfer at once. ``usage`` and ``ending`` are known at the end.
    """

    def __iter__(self) -> Iterator[str]: ...

    def __next__(self) -> str: ...

    def close(self) -> None:
        """Stop the transfer; nothing is paid for after it."""

    @property
    def usage(self) -> Usage:
        """Tokens in and out so far."""

    @property
    def ending(self) -> Ending:
        """Who answered, and why it ended, as far as it was said."""


class Model(Protocol):
    """Anything that answers a prompt piece by piece, raising ``ModelError`` and nothing else."""

    @property
    def name(self) -> str:
        """The model's name, for the page."""

    def stream(self, prompt: Prompt) -> Pieces:
        """Start answering."""


class ModelTrouble(StrEnum):
    """Why there is no answer."""

    NO_KEY = "no_key"
    WRONG_KEY = "wrong_key"
    UNKNOWN_MODEL = "unknown_model"
    FORBIDDEN = "forbidden"
    WRONG_ADDRESS = "wrong_address"
    BUSY = "busy"
    QUOTA = "quota"
    LIMIT = "limit"
    SERVER_DOWN = "server_down"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    CUT_OFF = "cut_off"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    FILTERED = "filtered"
    TOO_LONG = "too_long"
    EMPTY = "empty"
    REJECTED = "rejected"


SENTENCES: Mapping[ModelTrouble, str] = {
    ModelTrouble.NO_KEY: "APIキーがまだ設定されていないので、OPENAI_API_KEY にキーを入れてください。",
    ModelTrouble.WRONG_KEY: "APIキーが受け付けられなかったので、OPENAI_API_KEY を確かめてください。",
    ModelTrouble.UNKNOWN_MODEL: "その名前のモデルが接続先に見つからないので、YOHAKU_MODEL を確かめてください。",
    ModelTrouble.FORBIDDEN: "このキーではそのモデルを使えないようなので、提供元の利用権限を確かめてください。",
    ModelTrouble.WRONG_ADDRESS: "接続先の住所が違うようなので、OPENAI_BASE_URL（多くは末尾が /v1）を確かめてください。",
    ModelTrouble.BUSY: "モデルが混み合っているので、少し待ってからもう一度送ってください。",
    ModelTrouble.QUOTA: "モデルの利用枠を使い切ったようなので、提供元の残高や上限を確かめてください。",
    ModelTrouble.LIMIT: "今日のトークンの上限に届いたので、続きは明日にするか、設定で上限を増やしてください。",
    ModelTrouble.SERVER_DOWN: "モデルのサーバーに不具合が起きているので、しばらくしてからもう一度送ってください。",
    ModelTrouble.UNREACHABLE: "モデルに接続できなかったので、ネットワークと、接続先が動いているかを確かめてください。",
    ModelTrouble.TLS: "安全な接続を確かめられなかったので、接続先の証明書と https の住所を確かめてください。",
    ModelTrouble.TIMEOUT: "モデルの返事を待ちきれなかったので、もう一度送るか、YOHAKU_TIMEOUT を長くしてください。",
    ModelTrouble.CUT_OFF: "モデルの返事が途中で切れたので、もう一度送ってみてください。",
    ModelTrouble.UNREADABLE: "モデルの返事を読み取れなかったので、もう一度送るか、別のモデルを試してください。",
    ModelTrouble.REFUSED: "モデルがこの相談への返事を控えたので、言い方を変えるか、別のモデルを試してください。",
    ModelTrouble.FILTERED: "接続先のフィルターで返事が止められたので、言い方を少し変えてみてください。",
    ModelTrouble.TOO_LONG: "やりとりがモデルの扱える長さを超えたので、貼り付ける文を短くしてください。",
    ModelTrouble.EMPTY: "モデルから返事の言葉が届かなかったので、もう一度送るか、別のモデルを試してください。",
    ModelTrouble.REJECTED: "接続先がこの形のお願いを受け付けなかったので、別のモデルを試してください。",
}


class ModelError(Exception):
    """The model gave no (or no whole) answer. Carries the kind alone: never a secret, an address or a text."""

    def __init__(self, kind: ModelTrouble) -> None:
        super().__init__(kind.value)
        self.kind = kind

    @property
    def sentence(self) -> str:
        """One Japanese sentence for the user: what happened, and what to do."""
        return SENTENCES[self.kind]
