"""What danger, if any, a message to the coach speaks of, with the words it was read from."""

import re
from collections.abc import Sequence

from guardrails.danger.ages import read_ages
from guardrails.danger.nearby import calm, least
from guardrails.danger.weighing import weigh
from guardrails.danger.words import rules
from guardrails.hearing.hunch import Hunch, Run, heard_runs, suspect
from guardrails.hearing.signs import signs
from guardrails.hearing.weights import table
from guardrails.text import view
from guardrails.vocabulary import Alarm, Danger, Span

GRAVEST_FIRST = (
    Danger.SELF_HARM,
    Danger.DV,
    Danger.BEING_PURSUED,
    Danger.THREAT,
    Danger.SEXTORTION,
    Danger.ABOUT_TO_PURSUE,
    Danger.MINOR,
    Danger.MONEY_FRAUD,
    Danger.WORK_POWER,
    Danger.IDIOM,
)
"""The order of alarms, and of help."""

_YOUTH_MATTERS = (Danger.SELF_HARM, Danger.DV, Danger.BEING_PURSUED, Danger.SEXTORTION)


def screen(message: str) -> tuple[Alarm, ...]:
    """The dangers a message speaks of, gravest first, each with exact pieces of the message as evidence.

    ``IDIOM`` is only there when no wish to die is. Words such as 「大丈夫」 take nothing back. Where the user is
    under 18, the words that say so are part of the evidence.

    >>> [a.danger.value for a in screen("もう消えたい。でも大丈夫")]
    ['self_harm']
    >>> screen("家まで送ったら、殺し文句を言われた")
    ()
    """
    found = weigh(message).named
    if Danger.ABOUT_TO_PURSUE in found and _said_no(message):
        found[Danger.BEING_PURSUED] = found.get(Danger.BEING_PURSUED, []) + found.pop(Danger.ABOUT_TO_PURSUE)
    ages = read_ages(message)
    if ages.apart and _about_the_young(message, ages.minors):
        found[Danger.MINOR] = [*found.get(Danger.MINOR, []), *ages.minors, *ages.adults]
    if Danger.SELF_HARM in found:
        found.pop(Danger.IDIOM, None)
    for danger in _YOUTH_MATTERS:
        if danger in found:
            found[danger] = [*found[danger], *ages.minors]
    return tuple(
        Alarm(danger, _tidy(found[danger]), danger is Danger.WORK_POWER and _suffered(message))
        for danger in GRAVEST_FIRST
        if danger in found
    )


def _about_the_young(message: str, minors: Sequence[Span]) -> bool:
    """Whether it is about whoever is under 18: in a long telling they may only be mentioned, and it sounds so."""
    runs = heard_runs(message, table("danger"), signs=signs)
    return len(runs) == 1 or not all(calm(span, Danger.MINOR, runs) for span in minors)


def _suffered(message: str) -> bool:
    """Whether a rule that knows who uses the power on whom says that the user suffers it."""
    return any(match.rule.data.get("on_user") for match in rules().match(view(message)))


_I_SAID_NO = re.compile(
    r"(?:(?:断|ことわ)っ(?:た|て)|(?:ブロック|着拒)し(?:た|て)|(?<![私俺僕]を)(?<!自分を)(?:振|ふ)った)"
    r"(?!理由|わけ|訳|[^。!?！？\n]{0,12}(?:らし|みたい|ってこと|んだろう))"  # nobody guesses at their own no
    r"|お断りし(?:た|て|まし)|と(?:はっきり|何度も)?(?:伝え|言っ|返し|送っ)(?:た|て(?:い)?る)の(?:に|は私)"
    r"|って(?:はっきり|何度も|ちゃんと)?(?:伝え|言っ|返し|送っ)(?:た|て(?:い)?る)のに"
)
_I_WAS_TOLD_NO = re.compile(
    r"(?:断|振|ふ|フ|拒否|ブロック|拒絶|ことわ|嫌|避け)(?:さ|わ|)?(?:ら)?れ|言われ|着拒され"
)


def _said_no(message: str) -> bool:
    """Whether the refusal is the user's own: then what comes near comes near to the user."""
    return bool(_I_SAID_NO.search(message)) and not _I_WAS_TOLD_NO.search(message)


_TAKES_BACK = {
    Danger.WORK_POWER: frozenset({"&GIVES_UP", "&UNBOUND", "&NO_COURT", "&ANOTHER_ONE"}),
    Danger.ABOUT_TO_PURSUE: frozenset({"&WELCOMED"}),
}
"""Slots of the lexicon that say it is not this danger: who gives up, is not bound by work, or was asked to come."""

_UNEASY = 30
"""From how far above its limits the hunch asks: of 1,958 ordinary texts no model had read, some 55 sounded so."""


_UNSIGNED = 140
"""... and from how far where the sentences hold no sign of what they sound like.

「ブロックされたかも」 and 「友達には別れなって言われる」 sound like what people in danger also say. Of danger K, L and M (docs/measurements.md)
27 instead of 31 of 270 are asked about with it, and 20 instead of 23 of 240 calm ones; of 489 turns of first users, none is.
"""

_SIGNS = {
    Danger.SELF_HARM: "DYING GONE MEANS BURDEN AFFAIRS HIDDEN",
    Danger.DV: "STRUCK INJURY ALLOWED ANGER MY_FAULT UNWILLING UNEASY TOUCHED UNASKED SILENCED PRIVATE",
    Danger.BEING_PURSUED: "THEY_COME THEY_KNOW TRACKED BY_OTHER_WAY UNEASY WATCHED_AT",
    Danger.ABOUT_TO_PURSUE: "I_GO I_WRITE BY_OTHER_WAY TRACKED AGAIN EXCUSE WATCHED_AT THEY_KNOW",
    Danger.THREAT: "WEAPON HURT_THEM TELL_ON_THEM MENACE SECRET",
    Danger.SEXTORTION: "PICTURE_BARE PICTURE_ANY SPREAD_TO DEMANDED VOUCHER",
    Danger.MONEY_FRAUD: "MONEY_SUM MONEY_GIVEN MONEY_PAPERS MONEY_GROWS VOUCHER",
    Danger.MINOR: "YOUNG GROWN",
    Danger.WORK_POWER: "ABOVE BELOW SERVING LEVER WORK_NO",
}
"""Slots of the lexicon one of which is there when it is this danger: somebody does or holds something."""


_DEEDS = frozenset({Danger.THREAT, Danger.BEING_PURSUED, Danger.ABOUT_TO_PURSUE})
"""What is never asked about without one: who sulks is loud and threatens with nothing, who blocks is not followed."""

_TEMPER = re.compile(
    r"(?:マナー|礼儀|常識|嫌味|皮肉|文句|説教|断る(?:なら|とき|時)).{0,24}(?:返|送|言|書)(?:っ|し|い返し|い|信し)て(?:や(?:り|る|ろ)|み(?:たい|よう))"
)
"""The user means to lecture: 「断るなら理由を言うのが礼儀って返してやろうかな」."""

_END_OF_A_TALK = re.compile(
    r"最後(?:に|は)、?(?:なんて|何て|なんと|何と|どう|どんな|一言|ひとこと|お礼|返[しすそ事信])"
    r"|(?:LINE|line|ライン|メール|電話|通話|[文話会]|返[信事]|メッセージ|デート|手紙|トーク)の最後"
)
"""The last of a talk and not of a life: 「最後になんて返そう」, 「電話の最後に「またね」」."""

_DONE_TO_THE_USER = frozenset(
    {"&STRUCK", "&INJURY", "&ALLOWED", "&ANGER", "&MY_FAULT", "&UNEASY", "&TOUCHED"}
)


def unease(message: str) -> Alarm | None:
    """What a message sounds like where `screen` found nothing: quiet words add up.

    A statistical hunch, wrong about one time in two: reason enough to ask gently, never to call it a danger.
    """
    withheld = weigh(message).withheld
    for danger in GRAVEST_FIRST:
        if danger in withheld:
            return Alarm(danger, _tidy(withheld[danger]))
    runs = heard_runs(message, table("danger"), signs=signs)
    heard = suspect(message, table("danger"), signs=signs, least=_UNEASY + least(runs))
    if heard is None or _taken_back(message, Danger(heard.column)):
        return None
    loud = heard.score >= _UNSIGNED and Danger(heard.column) not in _DEEDS
    if not loud and not _has_a_sign(message, heard, runs):
        return None
    return Alarm(Danger(heard.column), (heard.span,))


def _has_a_sign(message: str, heard: Hunch, runs: Sequence[Run]) -> bool:
    """Whether the sentences in which a danger is heard loudest hold a sign of it."""
    wanted = {f"&{name}" for name in _SIGNS[Danger(heard.column)].split()}
    return any(
        not wanted.isdisjoint(signs(view(_END_OF_A_TALK.sub("", message[run.start : run.end]))))
        for run in runs
        if run.score == heard.score
    )


def _taken_back(message: str, danger: Danger) -> bool:
    """Whether the message says itself that it is not this danger."""
    if danger is Danger.MINOR:
        return read_ages(message).grown
    if danger is Danger.DV and _TEMPER.search(message):
        return _DONE_TO_THE_USER.isdisjoint(signs(view(message)))
    return not _TAKES_BACK.get(danger, frozenset()).isdisjoint(signs(view(message)))


def _tidy(spans: list[Span]) -> tuple[Span, ...]:
    """Each place once, in order; a span inside another is dropped."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)
