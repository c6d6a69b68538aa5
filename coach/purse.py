"""What the model has cost, and how much of a day's limit is left."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coach.model import Usage


@dataclass(frozen=True, slots=True)
class Spent:
    """What one turn has cost, and when."""

    at: datetime
    usage: Usage


class Ledger(Protocol):
    """Where it is written down what turns cost: numbers and times, never a word."""

    def enter(self, turn_id: str, spent: Spent) -> None:
        """Write down what a turn has cost."""
        ...

    def spent_since(self, since: datetime) -> tuple[Spent, ...]:
        """What was spent from then on, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Purse:
    """``ledger`` is written to; what stands in ``others`` counts against the limit (tokens a day, None: no limit)."""

    ledger: Ledger
    limit: int | None = None
    others: tuple[Ledger, ...] = ()

    def left(self, since: datetime) -> int | None:
        """Tokens that may still be spent today, which began at ``since``; None where there is no limit."""
        if self.limit is None:
            return None
        ledgers = (self.ledger, *self.others)
        spent = Usage.total(s.usage for ledger in ledgers for s in ledger.spent_since(since))
        return max(0, self.limit - spent.tokens)


LIMIT = "daily_tokens"
"""The name under which the user's own limit is kept among the choices."""


def daily_limit(chosen: str, default: int | None) -> int | None:
    """The limit the user chose in the settings, else the environment's."""
    return int(chosen) if chosen.isdecimal() else default
