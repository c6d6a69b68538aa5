"""What live answers may cost: an estimate before, and a limit that holds while many are asked at once."""

from dataclasses import dataclass, field
from threading import Lock

from coach.model import Prompt, Usage
from evals.port import UnpaidError

_COMPLETION = 700  # tokens of an answer with three drafts; thinking models write many more


@dataclass(frozen=True, slots=True)
class Prices:
    """Money for a million tokens in and out; 0 where it is not known."""

    prompt: float = 0.0
    completion: float = 0.0

    def of(self, usage: Usage) -> float:
        """What these tokens cost."""
        return self.of_tokens(usage.prompt, usage.completion)

    def of_tokens(self, prompt: int, completion: int) -> float:
        """What so many tokens in and out cost."""
        return (prompt * self.prompt + completion * self.completion) / 1e6


@dataclass(frozen=True, slots=True)
class Estimate:
    """Before anything is asked: requests at least and at most, and the money for the most."""

    least: int
    most: int
    usage: Usage
    cost: float

    def __str__(self) -> str:
        money = f", about {self.cost:.2f}" if self.cost else ""
        tokens = f"{self.usage.prompt:,} tokens in and {self.usage.completion:,} out"
        return f"{self.least} to {self.most} requests, at most about {tokens}{money}"


def guess(prompt: Prompt) -> Usage:
    """The tokens of a request: Japanese has about one a letter."""
    return Usage(sum(len(m.content) for m in prompt.messages), _COMPLETION, estimated=True)


@dataclass(slots=True)
class Budget:
    """Lets requests through until one more could pass a limit. Safe to share among threads."""

    prices: Prices = Prices()
    max_calls: int | None = None
    max_cost: float | None = None
    calls: int = 0
    cost: float = 0.0
    _reserved: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def allow(self, prompt: Prompt) -> None:
        """Reserve what the request will cost at a guess.

        Raises:
            UnpaidError: it would pass a limit.
        """
        guessed = self.prices.of(guess(prompt))
        with self._lock:
            if self.max_calls is not None and self.calls >= self.max_calls:
                raise UnpaidError(f"the limit of {self.max_calls} requests is reached")
            if self.max_cost is not None and self.cost + self._reserved + guessed > self.max_cost:
                raise UnpaidError(f"the budget of {self.max_cost} is spent")
            self.calls += 1
            self._reserved += guessed

    def paid(self, prompt: Prompt, usage: Usage) -> None:
        """The request has ended and cost this much."""
        with self._lock:
            self._reserved -= self.prices.of(guess(prompt))
            self.cost += self.prices.of(usage)
