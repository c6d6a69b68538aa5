"""The signs in one reply of the other person, each with the words it is read from."""

import re
from dataclasses import dataclass
from functools import cache

from coach.lexicon import Family, Folded, fold, lexicon
from coach.planning.waiting import OPEN, VAGUE
from coach.said.whole_answer import YES, Whole
from coach.situation import Reason, ReasonKind, Sign, SignId
from coach.standing.final_no import final_no
from coach.standing.meeting import as_ever, meeting_refused
from coach.standing.offer_in import offer_in, unit
from coach.standing.own_reason import kind_of, own_words_in
from coach.standing.place import BECAUSE, CLAUSE, place_spoken_of
from coach.standing.wistful import wishes_against
from guardrails.text import Token
from guardrails.vocabulary import Span

NO_REASON = Reason()
_COOL = frozenset({SignId.BARE_BUSY, SignId.POSTPONED})
_SENTENCE = re.compile(r"[^。!?\n…♪☆]+[。!?…♪☆]*")
_OF_TWO = re.compile(
    r"[二2]人|ふたり|サシ|さし(?=で|は|だ)"
)  # beside a group it is the group's own reason (A+4)
_DISTANCE = re.compile(r"距離")
_FORMULA = re.compile(
    r"先約|約束|用事|所用|私用|予定が|予定(?:は|も)?(?:あ[りるっ]|入)|用があ"
)  # a plan, not which


@dataclass(frozen=True, slots=True)
class Reply:
    """What one reply says: its signs, the reason given, the day or plan they offered, whether it refuses.

    ``whole`` is what it is as a whole, where it counts as that: a yes, a word for being late, a kind close. It refuses
    nothing then.
    """

    signs: tuple[Sign, ...] = ()
    reason: Reason = NO_REASON
    offered: Span | None = None
    refuses: bool = False
    whole: Whole | None = None

    @property
    def agrees(self) -> bool:
        """Whether it is a yes."""
        return self.whole in YES

    def agreeing(self, kind: Whole) -> "Reply":
        """The same as a yes: what is left of its signs is a day or company that it names."""
        signs = tuple(sign for sign in self.signs if sign.id in OPEN)
        return Reply(signs, offered=self.offered, whole=kind)


@cache
def _families() -> dict[str, Family]:
    return lexicon("signs")


def _explained(words: str, busy: re.Match[str], told: list[Token], folded: Folded) -> bool:
    """Whether it is also said with what: just before it, or behind it in words of some known reason."""
    start, end = unit(_SENTENCE, words, busy.start())
    own, _ = unit(CLAUSE, words, busy.start())
    cause = BECAUSE.search(words[start:own])
    since = start if cause else own
    mine = [t for t in told if folded.at[since] <= t.start < folded.at[end]]
    before = any(t.start < folded.at[busy.start()] for t in mine)
    return before or any(kind_of(fold(t.surface).text) is not ReasonKind.OTHER for t in mine)


def _dated(words: str, start: int, end: int) -> bool:
    return bool(lexicon("signs")["dated"].find(words[start:end]))


def _kind(
    folded: Folded, told: list[Token], sentence: tuple[int, int], apart: list[re.Match[str]]
) -> ReasonKind:
    """The kind of the reason that ``told`` and its sentence name, outside the clauses of what is set ``apart``."""
    clauses = [unit(CLAUSE, folded.text, m.start()) for m in apart]
    read = [sentence, *clauses]  # whole, with its particles, or not at all
    own = [t.surface for t in told if not any(folded.at[a] <= t.start < folded.at[b] for a, b in read)]
    own += [folded.text[i] for i in range(*sentence) if not any(a <= i < b for a, b in clauses)]
    return kind_of("".join(own))


def read_reply(text: str, *, asked_again: bool = False, refused: bool = False, couple: bool = False) -> Reply:
    """Read one reply.

    Args:
        text: their words, without quotation marks. Spans count in this text.
        asked_again: whether the user had already proposed another day, so that a vague answer dodges it (A-4).
        refused: whether it is told to be a no, whatever its own words.
        couple: whether the two are a couple; who wants some distance then puts off, and ends nothing.
    """
    folded = fold(text)
    words = folded.text
    families = _families()
    hit = {name: family.find(words) for name, family in families.items()}
    closed = final_no(words, offers=offer_in(words) is not None) or meeting_refused(words)
    apart = closed if closed and couple and _DISTANCE.match(closed[0]) and "別れ" not in words else None
    if closed and not apart:
        start, end = unit(_SENTENCE, words, closed.start())
        span = folded.span(start, max(end, closed.end()))
        signs = [Sign(SignId.CLOSED, span)]
        if hit["group"]:  # company is offered, the two alone are refused for good
            signs.append(Sign(SignId.GROUP, folded.span(*unit(CLAUSE, words, hit["group"].start()))))
        of_them = lexicon("reasons")["relationship"].find(words)
        kind = ReasonKind.RELATIONSHIP if of_them else ReasonKind.NONE
        return Reply(tuple(signs), Reason(kind, span), refuses=True)
    signs = []

    def add(sign: SignId, start: int, end: int) -> None:
        signs.append(Sign(sign, folded.span(start, end)))

    offer, group, postponed, dodge = (
        offer_in(words),
        hit["group"],
        hit["postponed"] or apart,
        hit["dodge"],
    )
    if offer and asked_again and dodge:
        offer = None
    offered = None
    if offer:
        start, end = unit(CLAUSE, words, offer.start())
        start, end = min(start, offer.start()), max(end, offer.end())
        offered = folded.span(start, end)
        if not group or _dated(words, min(start, unit(_SENTENCE, words, group.start())[0]), end):
            add(SignId.OTHER_DAY, start, end)
    elif group and _dated(words, *unit(_SENTENCE, words, group.start())):
        add(SignId.OTHER_DAY, *unit(_SENTENCE, words, group.start()))
    apology = hit["apology"]
    told = (
        own_words_in(folded, offer or as_ever(words))
        if apology or hit["refusal"] or hit["busy"] or postponed or offer or refused
        else []
    )
    for begin, end in wishes_against(words):
        told = [t for t in told if not folded.at[begin] <= t.start < folded.at[end]]
    reason_at: tuple[int, int] | None = None
    kind = ReasonKind.NONE
    if told:
        first = next(i for i, at in enumerate(folded.at) if at >= told[0].start)
        reason_at = unit(_SENTENCE, words, first)
        kind = _kind(folded, told, reason_at, [m for m in (offer, group) if m])
        if kind is ReasonKind.OTHER:  # the offer may go on from the reason
            kind = _kind(folded, told, reason_at, [group] if group else [])
    bare = hit["busy"] and not _explained(words, hit["busy"], told, folded)
    busy_at = unit(_SENTENCE, words, hit["busy"].start()) if hit["busy"] else None
    of_two = group is not None and reason_at is not None and _OF_TWO.search(words[slice(*reason_at)])
    if apology and reason_at and not of_two and not (bare and busy_at == reason_at):
        add(SignId.REASON_AND_APOLOGY, *reason_at)
    regrets = list(families["regret"].every(words))
    if len(regrets) >= 2 or hit["much_regret"]:
        at = min(m.start() for m in (*regrets, hit["much_regret"]) if m)
        add(SignId.REGRET, *unit(_SENTENCE, words, at))
    if group:
        add(SignId.GROUP, *unit(CLAUSE, words, group.start()))
    if hit["busy"] and bare:
        add(SignId.BARE_BUSY, *unit(CLAUSE, words, hit["busy"].start()))
        kind = kind_of(words)
    if postponed and not offer:
        add(SignId.POSTPONED, *unit(CLAUSE, words, postponed.start()))
    if asked_again and dodge and not offer:
        add(SignId.DODGED, *unit(CLAUSE, words, dodge.start()))
    place = place_spoken_of(words, reason_at, kind)
    others = {s.id for s in signs}
    if place and not (apology or offer or group or others - _COOL or others == _COOL):
        add(SignId.PLACE_ONLY, *place)
    given = {s.id for s in signs}
    evades = bool(dodge and not apology)
    if SignId.PLACE_ONLY in given or (kind is ReasonKind.OTHER and (given & VAGUE or evades)):
        kind = ReasonKind.NONE  # other words beside a vague no are talk, not its reason
    refuses = bool(refused or hit["refusal"] or apology or hit["busy"] or postponed or signs)
    because = folded.span(*reason_at) if reason_at and refuses else None
    reason = Reason(kind if because is not None or hit["busy"] else ReasonKind.NONE, because)
    if refuses and reason.kind is ReasonKind.NONE and _FORMULA.search(words):
        reason = Reason(ReasonKind.PRIOR_PLAN, formula=True)
    return Reply(tuple(signs), reason, offered, refuses)
