"""One story, told turn by turn in the terminal: ``python -m evals.tell "断られた" ">sent" +8 "そろそろいいかな"``.

A turn is what the user types. ``+8`` lets days go by, ``!短くして`` asks for the first draft shown another way, ``>sent`` says that
it went out. There is no model and nothing is kept. Single messages hide what goes wrong in the second and third, so whoever
changes the reading or the plan tells a few stories.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from coach.answering.attempt import Waiting
from coach.answering.wanted import Desk, drafts_in
from coach.parts import Draft, Part, Planned
from coach.reply import respond, rewrite
from coach.situation import Plan
from coach.story.memory import Case
from coach.story.noting import noted, sent
from coach.terminal import lines
from evals.judge_conversation import START, Scene

SENT = ">sent"


@dataclass(slots=True)
class Telling:
    """A story under way: the day, what was shown last, and what was noted, as the page does it."""

    now: datetime = START
    scene: Scene = field(default_factory=lambda: Scene(Case(id="told", title="", at=START)))
    drafts: tuple[Draft, ...] = ()
    plan: Plan | None = None

    def turn(self, said: str) -> tuple[Part, ...]:
        """What is answered to one turn; nothing where the turn only moves the story."""
        if said.startswith("+") and said[1:].isdigit():
            self.now += timedelta(days=int(said[1:]))
            return ()
        if said == SENT:
            self._send()
            return ()
        before = self.scene.story
        desk = Desk(now=self.now, memory=self.scene)
        wish = said[1:] if said.startswith("!") and self.drafts else ""
        flow = (
            rewrite(self.drafts[0], wish, case=before, desk=desk)
            if wish
            else respond(said, case=before, desk=desk)
        )
        parts = tuple(part for part in flow if not isinstance(part, Waiting))
        self.drafts = drafts_in(parts) or self.drafts
        self.plan = next((part.plan for part in parts if isinstance(part, Planned)), self.plan)
        happened = noted(parts, before, desk.today)
        self.scene.story = replace(self.scene.story, events=(*before.events, *happened))
        return parts

    def _send(self) -> None:
        happened = (
            sent(self.plan, self.drafts[0].text, self.now.date()) if self.plan and self.drafts else None
        )
        if happened:
            story = self.scene.story
            self.scene.story = replace(story, events=(*story.events, happened))


def told(turns: Sequence[str]) -> Iterator[str]:
    """The story as lines: each turn, and what the user would read."""
    telling = Telling()
    for said in turns:
        parts = telling.turn(said)
        yield f"＞ {said} ({telling.now:%m/%d})"
        for part in parts:
            yield from lines(part, today=telling.now.date())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for line in told(sys.argv[1:]):
        print(line)  # noqa: T201
