"""Article B's questions (T1, T2, T3), one at a time: what to look at inside while no message comes.

They are asked, never graded, and nothing is promised to come of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One question; ``rule`` names the step of article B it restates."""

    id: str
    rule: str
    question: str


STEPS: tuple[Step, ...] = (
    Step("tidy.longing", "T1", "連絡が来たら、どんな気持ちになれそうですか。ひとことで大丈夫です。"),
    Step("tidy.fear", "T1", "来ないままの時間に、いちばん怖いのはどんなことでしょう。"),
    Step("tidy.proof", "T1", "その人の言葉で、何を確かめたいのだと思いますか。"),
    Step(
        "tidy.fact_and_story",
        "T2",
        "実際に起きたこと（事実）と、頭の中で足したこと（物語）を、一つずつ書くとどうなりますか。",
    ),
    Step(
        "tidy.small_comfort", "T3", "今夜、スマホを置いてできる小さな心地よいことを、一つ選ぶなら何ですか。"
    ),
)
DONE = (
    "ここまで言葉にできたことが、今日の一歩です。連絡が来ても来なくても、その気持ちはあなたのものです。",
    "つらさが続くときは、友人や窓口に話してもいいんです。頼ることも力です。",
)


def next_step(asked: tuple[str, ...]) -> Step | None:
    """The first question not yet asked in this story, or None when all have been."""
    return next((step for step in STEPS if step.id not in asked), None)
