"""What is said beside a rewrite: what needs no change, what cannot be met, what is left as it is and why."""

import re
from collections.abc import Iterator

from coach.answering.wanted import Wanted
from coach.drafting.register import sounds
from coach.drafting.restyle import UNCHANGED, has_way_out, with_way_out, without_emoji
from coach.drafting.style import Style
from coach.drafting.wish import Wish
from coach.parts import Draft
from coach.situation import Register
from coach.standing.answered_day import declines_the_day
from guardrails.vocabulary import Stage

NO_SHORTER = "この場面で、これより短い言い方は見つかりませんでした。"
NO_LONGER = "この場面で、これより長い言い方は見つかりませんでした。"
CASUAL_ALREADY = "この案は、もうくだけた言葉づかいです。"
STANDARD_ALREADY = "この案は、もともと標準語です。"
UNHURRIED = "この案には、返事を急かす言葉は入れていません。"
WHICH_NAME = "お名前を一緒に書いてもらえますか。はじめに入れます。"
NO_WAY_OUT = "この案には、断り道は入っていません。"
LIGHT = "断り道があるから軽く読める誘いなので、そこは残しました。"
NOTHING_TO_REFUSE = "この返事は相手が断るものではないので、断り道は要りません。"
THEIR_OWN = "この案はあなたの言葉なので、言い回しは変えずにおきました。"
NO_SENTENCE = "一文の形で書いてもらえれば、そのまま入れます。"
NOUN = re.compile(r"^(?!.*(?:了解|承知|感謝|応援|笑))[一-龥々ァ-ヶーA-Za-z0-9]+$")
"""A word that is no sentence: 「レイトショー」って入れて."""

NOT_IN_IT = "挙げてもらった言葉は、この案には入っていません。"
IN_IT_ALREADY = "その言葉は、この案にもう入っています。"


def beside(draft: Draft, new: Wish, every: Wish, wanted: Wanted) -> Iterator[str]:
    """What is said of the parts of a wish that need no change, or cannot be met."""
    casual = sounds(draft.text) is Register.CASUAL
    if new.has(Style.CASUAL) and not new.has(Style.DIALECT) and casual:
        yield CASUAL_ALREADY
    if new.has(Style.STANDARD) and not every.was_dialect:
        yield STANDARD_ALREADY
    if new.has(Style.UNHURRIED):
        yield UNHURRIED
    if new.has(Style.NO_WAY_OUT):
        yield from _of_way_out(draft, wanted)
    if new.has(Style.WAY_OUT) and with_way_out(draft, wanted) == draft:
        nothing = declines_the_day(wanted.reading) and not has_way_out(draft)
        yield NOTHING_TO_REFUSE if nothing else UNCHANGED[Style.WAY_OUT]
    if new.has(Style.NO_EMOJI) and without_emoji(draft).text == draft.text:
        yield UNCHANGED[Style.NO_EMOJI]
    if any(NOUN.search(words) for words in new.lines):
        yield NO_SENTENCE
    if new.nameless:
        yield WHICH_NAME
    missing = (*new.kept, *new.without, *(old for old, _ in new.swaps))
    if any(words not in draft.text for words in missing):
        yield NOT_IN_IT
    if any(words.rstrip("。！!") in draft.text for words in new.lines):
        yield IN_IT_ALREADY


def _of_way_out(draft: Draft, wanted: Wanted) -> Iterator[str]:
    if not has_way_out(draft):
        yield NO_WAY_OUT
    elif wanted.stage is Stage.SECOND_INVITE:
        yield LIGHT
