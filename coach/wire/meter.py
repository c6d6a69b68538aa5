"""A model whose tokens are counted: within one turn, and under what is left of the day's limit."""

from dataclasses import dataclass, field

from coach.model import Model, ModelError, ModelTrouble, Pieces, Prompt, Usage


@dataclass(slots=True)
class Meter:
    """Asks ``model`` as long as fewer than ``left`` tokens were spent in this turn (None: always)."""

    model: Model
    left: int | None = None
    _answers: list[Pieces] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    def stream(self, prompt: Prompt) -> Pieces:
        """See ``Model``. Raises ``ModelError`` once the day's limit is reached, before anything is sent."""
        if self.left is not None and self.usage.tokens >= self.left:
            raise ModelError(ModelTrouble.LIMIT)
        pieces = self.model.stream(prompt)
        self._answers.append(pieces)
        return pieces

    @property
    def usage(self) -> Usage:
        """What all answers together have cost so far."""
        return Usage.total(pieces.usage for pieces in self._answers)

    def close(self) -> None:
        """Stop whatever is still under way: nothing more is paid for."""
        for pieces in self._answers:
            pieces.close()
