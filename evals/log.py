"""What a case has asked a model so far: its requests in order, and which slot the next one is."""

from dataclasses import dataclass, field

from coach.model import Prompt
from coach.standing.second_reading import NAME as READING
from evals.recording import Slot
from evals.result import Call

ATTEMPTS = ("answer", "repair")


@dataclass(slots=True)
class Log:
    """One case in one epoch. ``elapsed`` is how many milliseconds into its present turn the case is."""

    suite: str
    case: str
    epoch: int = 0
    calls: list[Call] = field(default_factory=list)
    sent: list[Prompt] = field(default_factory=list)
    elapsed: int = 0
    _turn: int = 0
    _attempt: int = 0

    def begin(self, turn: int) -> None:
        """A new turn: the next request is its answer, the one after it its repair."""
        self._turn, self._attempt, self.elapsed = turn, 0, 0

    def note(self, prompt: Prompt) -> Slot:
        """Note a request; gives the slot of its answer."""
        if prompt.name == READING:  # asked before the answer, and only where the rules were unsure
            self.sent.append(prompt)
            return Slot(self.suite, self.case, self._turn, "reading", self.epoch)
        attempt = ATTEMPTS[self._attempt] if self._attempt < len(ATTEMPTS) else f"repair-{self._attempt}"
        self._attempt += 1
        self.sent.append(prompt)
        return Slot(self.suite, self.case, self._turn, attempt, self.epoch)
