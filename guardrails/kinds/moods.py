"""What a sentence asks of the other by its grammar alone: shall we, won't you, do it, when."""

import re

from guardrails.kinds.dialect import plainly
from guardrails.text import Sentence
from guardrails.writing.words import Word

_STATES = frozenset(
    {
        "居る",
        "有る",
        "知る",
        "分かる",
        "出来る",
        "見える",
        "聞こえる",
        "思う",
        "成る",
        "違う",
        "言う",
        "過ぎる",
    }
)


def moods(sentence: Sentence) -> set[str]:
    """What the sentence's grammar asks of the other: ``volition`` (let us), ``would_you`` (won't we), ``request``,
    ``favour`` (do it for me), ``done`` (it is about what was), ``going`` (a verb of being out together), ``summons``
    (come).
    """
    words = [word for word, _, _ in plainly(sentence) if word.pos[0] not in ("補助記号", "空白")]
    lemmas = [word.lemma for word in words]
    found: set[str] = set()
    willing = [at for at, word in enumerate(words) if word.pos[5].startswith("意志推量形")]
    if any(_wills(words[at], lemmas[at + 1 : at + 3]) for at in willing):
        found.add("volition")
    if sentence.question:
        found |= _asked(sentence, words, lemmas)
    if words and _REQUEST.search(sentence.fold):
        found.add("request")
    if not _GOING.isdisjoint(lemmas) and any(
        lemma in _GOING and (before is None or before.surface not in _LINKS)  # 漁ってくる goes nowhere
        for before, lemma in zip([None, *words], lemmas, strict=False)
    ):
        found.add("going")
    if "来る" in lemmas and _summons(words):
        found.add("summons")
    if not _GIVING.isdisjoint(lemmas[-_ENDING:]):
        found.add("favour")
    if any(word.pos[4] == "助動詞-タ" for word in words[-_ENDING:]):
        found.add("done")
    return found


def _wills(word: Word, after: list[str]) -> bool:
    """Whether a word in such a form says let us; 毎日やろうとして三日でやめた only tells of a try."""
    return (word.pos[0] == "動詞" or word.lemma == "ます") and after != ["と", "為る"]


def _asked(sentence: Sentence, words: list[Word], lemmas: list[str]) -> set[str]:
    """What a question asks of the other."""
    found: set[str] = set()
    for at in range(1, len(words)):
        before = words[at - 1]
        if (
            lemmas[at] in _NEGATIONS
            and before.pos[0] == "動詞"
            and before.lemma not in _STATES
            and before.pos[5].startswith("未然形")
            and (at == len(words) - 1 or (before.lemma in _GIVING and len(words) - at <= _ENDING))
        ):
            found.add("would_you")
    if lemmas[-2:] == ["に", "来る"] and len(words) > _ENDING - 2 and words[-3].pos[0] == "動詞":
        found.add("would_you")  # 食べに来る?
    if _WOULD_YOU.search(sentence.fold):
        found.add("would_you")
    if _WH.search(sentence.fold) and not _IDLE.search(sentence.fold):
        found.add("wh")
    if _POLITE.search(sentence.fold) and not _IDLE.search(sentence.fold):
        found.add("polite_question")
    return found


def _summons(words: list[Word]) -> bool:
    """Whether it ends in a 来て or 来い that is no ending of another verb (楽しんできて)."""
    for at, word in enumerate(words):
        bare = word.lemma == "来る" and (at == 0 or words[at - 1].surface not in _LINKS)
        if bare and word.pos[5].startswith("命令形"):
            return True
        if (
            bare
            and at + _ENDING > len(words)
            and [w.surface for w in words[at + 1 : at + 2]] in (["て"], ["な"])
        ):
            return True
    return False


_NEGATIONS = frozenset({"ない", "ず", "へん", "無い"})
_WOULD_YOU = re.compile(r"(?<!変わりあり)(?:ません(?:か|\?)|ないか\?|まへんか|ませんでしょうか)")
_GOING = frozenset(
    [
        "行く",
        "会う",
        "来る",
        "飲む",
        "食べる",
        "遊ぶ",
        "寄る",
        "出掛ける",
        "御一緒",
        "一緒",
        "合流",
        "集合",
        "付き合う",
        "観る",
        "行ける",
        "会える",
        "来れる",
        "飲める",
        "遊べる",
    ]
)
_GIVING = frozenset(["呉れる", "貰う", "貰える", "頂く", "頂ける", "下さる"])
_LINKS = ("て", "で", "って")  # 漁ってくる, 楽しんでくる go nowhere
_ENDING = 4
"""Words at the end of a sentence where its tense is told: 埋まっ|ちゃっ|た|の."""

_WH = re.compile(
    r"何(?!でも|か食|もない)|(?<!ん)なに(?!も|か|より)|なん(?:の|じに|時|人|回|度)|いつ(?!も|でも|か|しか)|どこ(?!か|も|でも)|どれ(?!も|だけ)"
    r"|どのくらい|どんくらい|どんな|どういう|どちら(?!も)|どっち(?!も)|誰(?!も|でも|だって)|(?<!し)だれ(?!も|でも)|どなた(?!も|でも)|いかが"
)
_POLITE = re.compile(
    r"(?:ですか|ますか|でしょうか|ましたか|でしたか|ませんか|ですかね|ますかね|でしょうかね)\??$"
)
_IDLE = re.compile(
    r"大丈夫|だいじょ|平気|なんのなんの|なんでも|知って(?:た|ました)|無事|間に合|お加減|^.{0,4}(?:まじ|ほんと|(?:そう|左様|さよう)(?:なん|か|です|でした|でございま|\?))|(?:頃|ころ|時期|季節)(?:でしょうか|ですかね|ですか)\??$"
)

_REQUEST = re.compile(
    r"(?:て|で|てよ|でよ|てや|てくれ|てくれん|てほしい|てほしいな|てちょ|てけろ|てください|てちょうだい|てもらえる|てもらえますか|てくれない"
    r"|てくれる|ていただけますか|ていただけませんか|ておいて|といて|なさい|んしゃい)\??$"
)
