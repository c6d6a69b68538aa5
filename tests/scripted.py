"""A model for tests: it says what it was told to say, and remembers what it was asked."""

from collections import deque
from collections.abc import Iterator

from coach.model import ModelError, ModelTrouble, Pieces, Prompt, Usage

Script = tuple[str | ModelTrouble, ...]


class ScriptedModel:
    """Answers each prompt with the next script: pieces of text, ended by a trouble or by nothing.

    ``history`` holds the prompts; ``taken`` how many pieces of each answer were read before it was closed.
    """

    name = "scripted"

    def __init__(self, *scripts: str | Script) -> None:
        self.history: list[Prompt] = []
        self.taken: list[int] = []
        self._scripts: deque[Script] = deque()
        self.enqueue(*scripts)

    def enqueue(self, *scripts: str | Script) -> None:
        """Further answers; a string comes in pieces of five characters."""
        for script in scripts:
            if isinstance(script, str):
                script = tuple(script[at : at + 5] for at in range(0, len(script), 5))
            self._scripts.append(script)

    def stream(self, prompt: Prompt) -> Pieces:
        self.history.append(prompt)
        self.taken.append(0)
        assert self._scripts, "the model was asked more often than the test expects"
        return ScriptedPieces(self, self._scripts.popleft())


class ScriptedPieces:
    """One scripted answer."""

    def __init__(self, model: ScriptedModel, script: Script) -> None:
        self._model = model
        self._left = deque(script)
        self._asked = len(model.taken) - 1
        self._said = 0

    @property
    def usage(self) -> Usage:
        prompt = sum(len(message.content) for message in self._model.history[self._asked].messages)
        return Usage(prompt, self._said, estimated=True)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._left:
            raise StopIteration
        piece = self._left.popleft()
        if isinstance(piece, ModelTrouble):
            self._left.clear()
            raise ModelError(piece)
        self._model.taken[self._asked] += 1
        self._said += len(piece)
        return piece

    def close(self) -> None:
        self._left.clear()
