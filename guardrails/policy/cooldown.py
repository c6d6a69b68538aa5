"""Between a no and a second invitation: small talk, and no plan hidden in it."""

import re
from itertools import pairwise

from guardrails.acts import Line
from guardrails.kinds.burdens import forms
from guardrails.kinds.gatherings import both_are_there
from guardrails.kinds.kindness import kind
from guardrails.kinds.predicate import predicate
from guardrails.kinds.wishing import wishes_well
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Finding

_HOW_IT_IS = re.compile(
    r"(?:は|って)(?:最近|近頃|今年|今|今日|その後)?(?:お?変わり(?:ない|あり|な)|いかが|どう|どない|どげん)[^か]{0,4}か?\??$"
    r"|(?:調子|具合|体調|様子)(?:は|って|が)?(?:最近|その後)?(?:いかが|どう|どない|どげん)[^か]{0,4}か?\??$"
)
"""そちらの畑はいかがですか: it is asked after, nothing is proposed."""

_HOURS = forms("シフト 夜勤 日勤 早番 遅番 勤務 定休日 定休 公休 非番 休み 休日 休暇 有休 有給 連勤")
_WHEN_OFF = re.compile(
    r"いつ(?!も)|何曜|何日|何時|何連|週(?:に)?何|(?:次|今度|毎月|毎週)(?:は|の|って).{0,6}(?:いつ|どう|何)"
)
_WONDERS = re.compile(r"っけ|(?:のかな|んかな|んだろう|んやろ)か?(?:\?|$)")
"""シフトって毎月いつ出るんだっけ: when the other is free is asked by way of their work."""

_TELLING = forms("教える 聞かせる")
_PROPOSES = forms("良い 無い 早い 遅い 近い")
_EACH_ALONE = re.compile(
    "(?:がんば|頑張|踏ん張|乗り切)(?:ろ|って|り)|(?:休め|休ませ|いたわっ|労っ)て(?:あげ|やっ)て|寝かせてあげて"
)
"""明日も仕事がんばろうね, 今夜は目を休めてあげて: an effort, or a rest, that each has alone."""


def cooldown(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    """What invites or plans, goes back to the no, or asks too much."""
    out = [finding for line in known if (finding := _finding(text, line))]
    if sum(line.question and not _quoted(text, line) for line in known) > 2:
        out.append(against(text, "cooldown.questions", known[-1].sentence))
    return out


def _quoted(text: Text, line: Line) -> bool:
    """Whether what asks is somebody's words: 猫のあの「聞こえてますけど?」って顔."""
    return text.original[line.sentence.start : line.sentence.end].rstrip().endswith(("」", "』", "”"))


def _asks_to_tell(line: Line) -> bool:
    """いちばんおいしかったもの、よければ聞かせてください: a question in the form of a request."""
    said = predicate(line.sentence)
    if said is None or said.head is None or "you" in line.marks or "如何" in said.lemmas:
        return False
    return said.head.lemma in _TELLING


def _asks_hours(line: Line) -> bool:
    """Whether it wants to know when they work or are off."""
    fold = line.sentence.fold
    asks = line.question or _WONDERS.search(fold)
    return bool(asks and _WHEN_OFF.search(fold)) and any(t.lemma in _HOURS for t in line.sentence.tokens)


def _only_chats(line: Line) -> bool:
    """次のテスト範囲えぐくない？, 今夜は甘い派？: nothing is asked of what is to come; not 次の土曜とかよくない？."""
    if line.sentence.fold.endswith("派?"):
        return True
    said = predicate(line.sentence) if line.question else None
    return said is not None and any(
        what.pos[0] == "形容詞" and what.lemma not in _PROPOSES and no.lemma == "無い"
        for what, no in pairwise(said.words[-3:])
    )


def _there_anyway(line: Line) -> bool:
    """また明日学校で: a good-bye, though it names a day."""
    said = predicate(line.sentence)
    return (
        said is not None
        and "又" in said.lemmas
        and said.end.surface.rstrip("ー") == "で"
        and both_are_there(said)
    )


def _finding(text: Text, line: Line) -> Finding | None:
    sentence, marks = line.sentence, line.marks
    if wishes_well(sentence):
        return None  # 今週もおいしいパンに出会えますように
    together, ahead = marks & {"invite", "meet"}, marks & {"concrete", "ahead"}
    asks = line.question and "done" not in marks and not _only_chats(line)  # not of how it was, or is
    was = "done" in marks and not marks & {"volition", "request"}
    rule = ""
    if marks & {"would_you", "summons"}:
        rule = "repropose.grammar"
    elif (together and not was and (ahead or marks & {"volition", "pressure"})) or marks >= {
        "instead",
        "going",
    }:
        rule = "repropose.plan"
    elif (
        (asks and (ahead or (marks >= {"wh", "going"} and "いつ" in sentence.fold)))
        or ("free" in marks and line.question)
        or _asks_hours(line)
    ):
        rule = "repropose.availability"
    if rule:
        return against(text, rule, sentence)
    if "past" in marks:
        return against(text, "probing.past" if line.question else "emotional.past", sentence)
    alone = (not together and _EACH_ALONE.search(sentence.fold)) or _there_anyway(line)
    cares = Act.CARE in line.acts and kind(sentence)  # 今夜はよく寝て, not ドラマ録画しといて
    if ahead and (asks or marks & {"request", "volition"}) and not (alone or cares):
        return against(text, "cooldown.ahead", sentence)
    if (
        together
        and marks & {"request", "you"}
        and not (line.question and "done" in marks)
        and not (_HOW_IT_IS.search(sentence.fold) or _asks_to_tell(line))
    ):
        return against(text, "cooldown.together", sentence)
    return None
