"""All recordings of a folder by slot: read, looked up, and written so that a re-recording is a readable difference."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from evals.problem import ProblemError
from evals.recording import Recording, Slot, dump, parse
from evals.segments import Segment

RECORDINGS = Path(__file__).parent / "recordings"


class TapeError(ProblemError):
    """A recordings file that cannot be read: file, line, problem."""


class Tape:
    """All recordings of a folder by slot, with the texts of their segments for the difference to be shown."""

    def __init__(self, recordings: Iterable[Recording] = (), texts: Mapping[str, str] | None = None) -> None:
        self.slots = {r.slot: r for r in recordings}
        self.texts = dict(texts or {})

    @classmethod
    def load(cls, folder: Path = RECORDINGS, *, suites: Iterable[str] | None = None) -> "Tape":
        """Read the recordings, of these suites or of all.

        Raises:
            TapeError: with file and line.
        """
        names = [p.stem for p in sorted(folder.glob("*.jsonl"))] if suites is None else sorted(set(suites))
        found: list[Recording] = []
        texts: dict[str, str] = {}
        for name in names:
            path = folder / f"{name}.jsonl"
            if name == "segments" or not path.exists():
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                try:
                    found.append(parse(line, suite=name))
                except (KeyError, TypeError, ValueError) as error:
                    raise TapeError(f"{path.name}:{number}: {error}") from None
        store = folder / "segments.jsonl"
        if found and store.exists():
            rows = (json.loads(line) for line in store.read_text("utf-8").splitlines() if line)
            texts = {row["digest"]: row["text"] for row in rows}
        return cls(found, texts)

    def add(self, recording: Recording, sent: Iterable[Segment]) -> None:
        """Keep a recording in place of the one in its slot."""
        self.slots[recording.slot] = recording
        self.texts.update({s.digest: s.text for s in sent})

    @property
    def epochs(self) -> dict[tuple[str, str], int]:
        """How many answers are kept for the requests of each (suite, case) that has any."""
        found: dict[tuple[str, str], int] = {}
        for slot in self.slots:
            found[slot.suite, slot.case] = max(found.get((slot.suite, slot.case), 0), slot.epoch + 1)
        return found

    def nearest(self, slot: Slot) -> Recording | None:
        """Of what is kept for the same case, or else the same suite, the recording nearest to a slot."""
        close = [s for s in self.slots if (s.suite, s.case) == (slot.suite, slot.case)]
        close = close or [s for s in self.slots if s.suite == slot.suite]

        def far(s: Slot) -> tuple[bool, int, bool, Slot]:
            return s.case != slot.case, abs(s.turn - slot.turn), s.attempt != slot.attempt, s

        return self.slots[min(close, key=far)] if close else None

    def save(self, folder: Path = RECORDINGS) -> None:
        """Write everything, sorted, one line a recording, so that a re-recording is a readable difference."""
        folder.mkdir(parents=True, exist_ok=True)
        for suite in sorted({s.suite for s in self.slots}):
            rows = [dump(self.slots[s]) for s in sorted(self.slots) if s.suite == suite]
            (folder / f"{suite}.jsonl").write_text("".join(f"{row}\n" for row in rows), "utf-8")
        used = {digest for r in self.slots.values() for _, digest in r.segments}
        kept = sorted((d, t) for d, t in self.texts.items() if d in used)
        rows = [json.dumps({"digest": d, "text": t}, ensure_ascii=False) for d, t in kept]
        (folder / "segments.jsonl").write_text("".join(f"{row}\n" for row in rows), "utf-8")
