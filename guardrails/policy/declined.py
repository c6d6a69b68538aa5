"""Right after a no: thanks, acceptance, an open door; no invitation, no question that wants an answer."""

import re
from itertools import pairwise

from guardrails.acts import Line
from guardrails.kinds.aside import aside
from guardrails.kinds.burdens import forms
from guardrails.kinds.echoes import only_theirs
from guardrails.kinds.fixing import asks_for_then, fixes, goes_out, hangs_then, names_when
from guardrails.kinds.kindness import kind
from guardrails.kinds.lightness import light
from guardrails.kinds.someday import leaves_open, perhaps_open, welcomes
from guardrails.kinds.wanting import wants
from guardrails.policy.again import again
from guardrails.policy.findings import GOOD, against, asked
from guardrails.policy.soft_ask import soft_ask
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Finding

ASIDE = "declined.aside"
"""The doubt about a sentence of ours that leaves the two out: the one doubt that a calm voice takes away."""

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_ABOUT = frozenset({"って", "て", "とは"})
_ADMIRING = frozenset({"過ぎる", "偉い", "最強", "凄い", "神", "最高"})
_GUESSING = ("かな", "かなあ", "かしら", "かね")
_TAKEN_IN = re.compile(
    r"^(?:そっか|そうか|そうなん(?:だ|ですね|や)?|なるほど(?:ね)?|へえ|ほうか|ほか|了解|おっけー?|うん|わかった)"
)
_SAYS = 2
"""Words of a question that say what it asks."""
_HOW_ABOUT = re.compile(r"どう(?:かな|ですか|でしょうか?|や|だろう)?\??$")
_REASONS = forms(
    "仕事 御仕事 バイト 残業 出張 先約 体調 風邪 用 病院 通院 友達 友人 男 女 女子会 飲み会 家族 家"
)
_RISKY = frozenset({"meet", "past", "invite", "would_you"})


def declined(text: Text, known: tuple[Line, ...], incoming: Text, *, ours: bool) -> list[Finding]:
    """What asks or invites again; of our own drafts (``ours``) also what none of the good acts knows."""
    out = []
    answering = asked(incoming)
    for line in known:
        good = bool(line.acts & GOOD) or kind(line.sentence)
        tried = None if answering else again(text, line) or soft_ask(text, line)
        if tried:
            out.append(tried)
        if line.question and not answering and (not tried or "wh" in line.marks):
            out += _declined_question(text, line, incoming, ours=ours)
        elif not tried and not answering and _guesses(line, incoming):
            out.append(against(text, "probing.their_word", line.sentence))
        elif not tried and not good and "trail" in line.marks:
            out.append(against(text, "emotional.trail", line.sentence))
        elif not tried and _doubted(line, incoming, good=good, ours=ours):
            harmless = ours and not wants(line) and _may_stay(line, incoming)
            out.append(against(text, ASIDE if harmless else "declined.unknown", line.sentence))
    return out


def _doubted(line: Line, incoming: Text, *, good: bool, ours: bool) -> bool:
    """Whether nothing knows the sentence to be good, or it fixes when; ours also where it wants something, or fixes where."""
    if ours and not line.acts and hangs_then(line.sentence):
        return True  # また話そう、淹れたてを囲んで
    if good and ours and any(test(line.sentence) for test in (fixes, goes_out, names_when, asks_for_then)):
        return True
    if good and (ours or Act.THANKS in line.acts) and _dates(line):
        return True
    if good or light(line, incoming):
        return ours and wants(line) and not leaves_open(line.sentence)
    return ours or bool(line.marks & _RISKY)


def _may_stay(line: Line, incoming: Text) -> bool:
    """Whether a sentence that no act knows may stay where the voice is calm."""
    sentence = line.sentence
    return perhaps_open(sentence) or (
        not (fixes(sentence) or welcomes(sentence) or asks_for_then(sentence) or hangs_then(sentence))
        and aside(line, incoming)  # not また今夜お目にかかれたら幸いです
    )


def _dates(line: Line) -> bool:
    """また土曜にお会いできたらうれしいです: it thanks for a day that nobody offered."""
    return "concrete" in line.marks and welcomes(line.sentence)


def _declined_question(text: Text, line: Line, incoming: Text, *, ours: bool) -> list[Finding]:
    """A question right after a no probes when it wants an answer or asks about a word of theirs; one that comforts
    passes, another is doubted.
    """
    sentence = line.sentence
    if only_theirs(sentence, incoming) and ("?" not in sentence.fold or _marvels(sentence)):
        return []  # 「三回忌でいらっしゃいますか。」, 「センター!?」 say their own word again
    if _admires(sentence) and "じゃない" in sentence.fold:
        return []  # 「最高じゃないですか」 wants no answer
    if "wh" in line.marks or "polite_question" in line.marks:
        return [against(text, "probing.question", sentence)]
    if ours and _TAKEN_IN.sub("", sentence.fold) != sentence.fold and _asks_something(sentence):
        return [against(text, "declined.question", sentence)]  # そっか、彼女さん心配するタイプ?
    comforts = not line.marks & {"concrete", "you"} and not _HOW_ABOUT.search(sentence.fold)
    if comforts and line.acts & {Act.CARE, Act.ACCEPTANCE, Act.THANKS}:
        return []
    if _asks_about_their_word(sentence, incoming):
        return [against(text, "probing.their_word", sentence)]
    return [against(text, "declined.question", sentence)]


def _asks_something(sentence: Sentence) -> bool:
    """Whether it asks in words that say something, and not only marvels: まじ?, ほんと?."""
    said = [t for t in sentence.tokens if t.pos[0] in _CONTENT and t.pos[1] != "非自立可能"]
    return len(said) >= _SAYS and not _marvels(sentence) and not _admires(sentence)


def _guesses(line: Line, incoming: Text) -> bool:
    """家のことって、ご家族の体調かな: a question about a word of theirs in the form of a guess."""
    return line.sentence.fold.endswith(_GUESSING) and _asks_about_their_word(line.sentence, incoming)


def _marvels(sentence: Sentence) -> bool:
    """Whether it cries out at a thing that may be marvelled at: センター!?, not 仕事!?, which doubts."""
    return any(t.surface == "!" for t in sentence.tokens) and not any(
        t.lemma in _REASONS for t in sentence.tokens
    )


def _admires(sentence: Sentence) -> bool:
    return any(t.lemma in _ADMIRING for t in sentence.tokens)


def _asks_about_their_word(sentence: Sentence, incoming: Text) -> bool:
    """「残業って毎日?」 after 「残業で」; what admires (…すぎない?) asks nothing."""
    theirs = {t.lemma for s in incoming.sentences for t in s.tokens if t.pos[0] in _CONTENT}
    pairs = pairwise(sentence.tokens)
    return not _admires(sentence) and any(t.lemma in theirs and after.surface in _ABOUT for t, after in pairs)
