"""自分の言葉ファースト: the user's own line, judged, and as a draft without what the guard does not let through."""

import re
from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import islice, pairwise, product

from coach.answering.wanted import Wanted, drafts_in
from coach.compose import compose
from coach.drafting.pieces import pieces_of
from coach.parts import Draft, Drafted, Judged, Kind, Piece, Source
from coach.situation import Action
from coach.standing.answered_day import answered_day
from guardrails.check import check
from guardrails.text import view
from guardrails.vocabulary import Act, Outcome, Stage, Verdict

_MOST = 120  # ways of thinning a line out that are tried
_AS_IT_IS = "あなたの言葉のままで大丈夫そうです。"
_MENDED = "あなたの言葉を残して、気になるところだけ直しました。"
_COMPLETED = "あなたの言葉を残して、お礼を一言、前に添えました。"
_WARMED = "あなたの言葉に、一言だけ添えました。"
_TELL_MORE = (
    "その文は、どんなやりとりのあとのものですか。相手の言葉がそのままあると、代わりの文も一緒に考えられます。"
)


def own_first(wanted: Wanted) -> Generator[Judged | Drafted, None, Wanted]:
    """The user's line judged, and what can be made of it; gives what is left to be answered.

    Who only shows a draft gets a corrected one where it fails, none where it passes, and further ones only where
    the other's words are known.
    """
    checked = wanted.plan.action is Action.CHECK_DRAFT
    if wanted.own:
        verdict = check(wanted.own, stage=wanted.stage, incoming=wanted.incoming)
        wanted = replace(wanted, judged=verdict)
        yield Judged(wanted.own, verdict)
    if checked and (wanted.judged is None or wanted.judged.outcome is Outcome.PASS):
        return replace(wanted, kinds=())
    if checked and not wanted.incoming:
        wanted = replace(wanted, kinds=())
    elif _takes_another_day(wanted):
        wanted = replace(wanted, kinds=(Kind.BRISK, Kind.WARM))
    drafted = tuple(own_words(wanted))
    yield from drafted
    kept = drafts_in(drafted)
    if checked and not kept and not wanted.kinds and not wanted.reading.question:
        return replace(wanted, reading=replace(wanted.reading, question=_TELL_MORE))
    if _takes_another_day(wanted):
        return replace(wanted, kept=kept, kinds=())
    made = {draft.kind for draft in kept}
    return replace(wanted, kept=kept, kinds=tuple(kind for kind in wanted.kinds if kind not in made))


def _takes_another_day(wanted: Wanted) -> bool:
    """Whether the line, which passes, answers with another of their days than our drafts would name."""
    passes = wanted.judged is not None and wanted.judged.outcome is Outcome.PASS
    if not passes or wanted.stage is not Stage.ALTERNATIVE:
        return False
    ours, theirs = answered_day(wanted.reading), _DAY.findall(wanted.own)
    return bool(ours and theirs) and not any(day in ours for day in theirs)


_DAY = re.compile(r"[月火水木金土日]曜|\d{1,2}(?:日|/\d{1,2})")


def own_words(wanted: Wanted) -> Iterator[Drafted]:
    """The line itself, thinned out as little as possible, and with one line more where a warm draft is wanted.

    A line that passes as it is comes back as it is, or not at all: there is nothing to correct in it.
    """
    if not (wanted.plan.drafts and wanted.own):
        return
    text = _mended(wanted.own, wanted)
    fine = wanted.judged is not None and wanted.judged.outcome is Outcome.PASS
    if not text or text in wanted.shown or (fine and text != wanted.own):
        return
    whole = text if text == wanted.own else _whole(text, wanted)
    if not whole:
        return
    verdict = _judged(whole, wanted)
    why = _AS_IT_IS if text == wanted.own else _MENDED if whole == text else _COMPLETED
    yield wanted.drafted(_draft(Kind.BRISK, whole, verdict, why))
    known = {span.act for span in verdict.acts} or {Act.DISCLOSURE}
    for warm in compose(wanted, kinds=(Kind.WARM,)) if Kind.WARM in wanted.kinds else ():
        for piece in warm.pieces:
            longer = _joined(whole, piece, wanted)
            verdict = _judged(longer, wanted)
            if piece.act not in known and verdict.outcome is Outcome.PASS:
                yield wanted.drafted(_draft(Kind.WARM, longer, verdict, _WARMED))
                return


def _joined(text: str, piece: Piece, wanted: Wanted) -> str:
    """The line with one of ours: behind it, but for a thanks that would come after a question or an answer."""
    first, line, rest = text.partition("\n")
    if piece.act is Act.ACCEPTANCE and line:
        return f"{first}\n{piece.text}\n{rest}"
    before = piece.act is Act.THANKS and (wanted.stage is Stage.ALTERNATIVE or re.search("[?？]", text))
    return f"{piece.text}\n{text}" if before else f"{text}\n{piece.text}"


def _whole(text: str, wanted: Wanted) -> str:
    """What is left of a line, where it can be sent: completed with a thanks of ours where it only is kind; "" for a rest.

    A grumble, an apology for having asked, or a way out of nothing says nothing to them.
    """
    acts = {span.act for span in _judged(text, wanted).acts}
    if _GRUMBLES.search(text) or not acts or _only(_EMPTY, text):
        return ""
    if wanted.stage is Stage.ALTERNATIVE:
        return text if acts & _ANSWERS else ""
    if wanted.stage is not Stage.DECLINED or acts & _RECEIVES:
        return text
    thanks = next(iter(compose(wanted, kinds=(Kind.BRISK,))), None)
    completed = f"{thanks.pieces[0].text}\n{text}" if thanks else ""
    return completed if completed and _judged(completed, wanted).outcome is Outcome.PASS else ""


def _only(pattern: re.Pattern[str], text: str) -> bool:
    return all(pattern.search(text[s.start : s.end]) for s in view(text).sentences)


_RECEIVES = frozenset({Act.THANKS, Act.ACCEPTANCE})
_ANSWERS = frozenset({Act.ANSWER, Act.THANKS, Act.FUTURE})
_GRUMBLES = re.compile(
    r"^(?:う[うー〜]*ん|え[えー〜]*|あ[あー〜]*|はぁ?あ?|ふ[うー〜]*ん|へえ?|そ(?:っか|う(?:か|ですか|なんだ)?)|まあ|まじか|残念)?[^。!！?？\n]{0,12}(?:…|\.{2,}|・{2,}|、)+[」]?$"
)
"""All that is said trails off: そっか…"""

_EMPTY = re.compile(
    r"ごめん|すみません|すいません|申し訳|悪かった|(?:仕方|しかた|しょうが)(?:が)?ない|残念|(?:そっか|そうか|うーん|えー|はあ|まあ)(?:…|\.{2,})"
    r"|断って(?:ね|くれ|くだ|も)|(?:無理|だめ|嫌|都合悪)(?:だったら|なら|なときは)|気が(?:向かな|進まな)|難し(?:かったら|ければ)"
)
"""Of which a message cannot be made alone: an apology for having asked, a sigh, a way out of nothing."""


def _mended(text: str, wanted: Wanted) -> str:
    """As many of the line's clauses as pass together, all of them if they do; "" when none does."""
    tried = islice(_thinned(text, wanted), _MOST)
    return next((left for left in tried if _judged(left, wanted).outcome is Outcome.PASS), "")


def _thinned(text: str, wanted: Wanted) -> Iterator[str]:
    """The text, then without one sentence, then without two; what leaves more of it first.

    A sentence that is stopped is thinned itself: of 「さみしいけど、わかった！」 the main clause can stand alone.
    """
    ends = [sentence.end for sentence in view(text).sentences[:-1]]
    sentences = [text[a:b] for a, b in pairwise((0, *ends, len(text)))]
    stopped = [_judged(one, wanted).outcome is not Outcome.PASS for one in sentences]
    choices = [
        (one, *_clauses(one), "") if bad else (one, "") for one, bad in zip(sentences, stopped, strict=True)
    ]
    if len(choices) > _LONG:
        choices = [(one, "") for one in sentences]
    made = {"".join(left).strip() for left in islice(product(*choices), _WAYS)}
    yield from sorted(filter(None, made), key=lambda left: (-len(left), left))


def _clauses(sentence: str) -> Iterator[str]:
    """What can stand alone of a sentence: its parts between spaces, what comes after a leading clause, or what is whole before."""
    for cut in _SPACE.finditer(sentence):
        yield sentence[cut.end() :]
        yield sentence[: cut.start()] + _gap(sentence)
    for cut in _LEADS.finditer(sentence):
        yield sentence[cut.end() :]
    for cut in _STANDS.finditer(sentence):
        yield sentence[: cut.start("comma")] + "。" + _gap(sentence)


def _gap(sentence: str) -> str:
    return "\n" if sentence.endswith("\n") else ""


_SPACE = re.compile(r"(?<=\S)[ 　]+(?=\S)")
_LEADS = re.compile(r"(?:けど|けれど|けれども|のに|が|から|ので|し|て)[、,…]+(?=\S)")
_STANDS = re.compile(
    r"(?:ください|下さい|です|ます|ました|ね|よ|がんばって|頑張って|楽しんで|気をつけて|お大事に|ありがとう|了解|わかった|オッケー|OK)(?P<comma>[、,])(?=\S)"
)
_LONG = 7
"""From so many sentences on they are only left out whole."""

_WAYS = 400


def _judged(text: str, wanted: Wanted) -> Verdict:
    return check(text, stage=wanted.stage, incoming=wanted.incoming, ours=True)


def _draft(kind: Kind, text: str, verdict: Verdict, why: str) -> Draft:
    return Draft(kind, pieces_of(text, verdict), why, Source.COMPOSED)
