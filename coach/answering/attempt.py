"""What an answer tells of the model: what is sent to it, what came of an attempt, what was stopped, how it failed."""

from dataclasses import dataclass

from coach.model import Prompt, Usage
from guardrails.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Waiting:
    """The model is at work: hands the control back, so that a waiting page can be stopped."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Exactly what is about to be sent to the model, masked. Not kept: it is the turn's own words once more."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of a model's answer and what the guard said; ``text`` and the findings' spans are "" unless it passed.

    ``what`` is ``sentence``, ``draft``, ``begun`` (a draft under way), ``why`` or ``question``.
    """

    what: str
    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Attempted:
    """One answer of the model: every verdict, what it cost, and how it failed (""). Not kept.

    ``repair`` says that it was asked only for what had failed before.
    """

    repair: bool
    weighed: tuple[Weighed, ...]
    usage: Usage
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the guard stopped: (rule id, how often)."""

    rules: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Troubled:
    """The model failed: what happened and what to do, in one sentence."""

    kind: str
    sentence: str
