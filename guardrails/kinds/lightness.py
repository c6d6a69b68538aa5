"""Whether a sentence after a no leaves the other as free as before, though no act knows it: told by its grammar."""

import re
from itertools import pairwise

from guardrails.acts import Line
from guardrails.kinds.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.kinds.doings import CHARM, MOVED, of_ones_own
from guardrails.kinds.echoes import lemmas_of, puts_first, takes_up
from guardrails.kinds.efforts import BEARING, each_alone
from guardrails.kinds.pictures import GLAD, ends_well, pictured
from guardrails.kinds.predicate import Predicate, predicate, thought
from guardrails.kinds.receipt import takes_in
from guardrails.kinds.release import releases
from guardrails.kinds.seasons import of_the_season
from guardrails.kinds.someday import door_open
from guardrails.offers.days import Days, days_in
from guardrails.text import Text

AWAY = frozenset(
    {"free", "arranges", "instead", "meet", "past", "invite", "would_you", "summons", "trail", "you"}
)
"""Marks of a sentence that goes on about a day, a meeting, the no, or asks."""
_FIXES = AWAY - {"meet", "invite"}
"""Marks of a sentence that fixes something, where one of a meeting some day does not."""
_EXCLAIMING = forms("笑 笑い 草 わら")
_SULKY = forms("ふーん ふん へえ 溜息 ちぇっ ちぇ えー はあ けっ ちっ")
_THEIRS = forms("準備 用意 調整 予約 毎日 迎える 調べる")
"""What is of their own day where they spoke of it: 教育実習の準備で → 大事な準備期間ですもん."""
_WHEN = re.compile("いつ(?!も)")
_NOW = frozenset({"今日", "本日", "今夜", "今晩", "今週", "今月"})
_FEW = 4
"""Words of praise in a word."""
_MANNERS = forms(
    "無事 通り 元気 笑顔 安全 気楽 平常心 自然体 万全 ペース マイペース 歩み 歩幅 テンポ 調子 全力 程々 第一 優先"
)
"""How one may go about one's own day: 道中ご無事で, いつもどおりで; not 土曜で, 二人で, 駅前で."""
_LONG = 45
"""Letters of a sentence that says more than it takes to be light."""


def light(line: Line, incoming: Text) -> bool:
    """Whether the sentence of ``line``, an answer to a no, asks nothing and tells nothing of what is between the two.

    It takes up a thing of theirs, lifts a duty, heeds what they said, leaves the door open, goes on with the speaker's
    own day, or only exclaims.
    """
    sentence = line.sentence
    said = None if sentence.question or len(sentence.fold) > _LONG else predicate(sentence)
    if said is None:
        return not sentence.question and _exclaims(line)
    dated = bool(line.marks & {"day", "concrete"})
    if _exclaims(line) or (releases(said) and not dated and not line.marks & {"invite"}):
        return True
    if door_open(said) and not line.marks & _FIXES:
        return True
    if line.marks & AWAY:
        return False
    if not dated and (takes_in(said) or ends_well(said)):
        return True
    if puts_first(said, incoming) or of_the_season(said):
        return True
    weight = set(said.lemmas) & (WEIGHS | BETWEEN_US | LISTENER | GIVEN | BITTER)
    if weight - _lightened(said) - (_THEIRS & lemmas_of(incoming)) or _conditional(said):
        return False
    if (of_ones_own(said) or each_alone(said)) and not _dated(line, incoming, but=_NOW):
        return True
    if _dated(line, incoming):
        return False
    said = thought(said)
    return takes_up(said, incoming) or pictured(said) or _praises(said)


def _dated(line: Line, incoming: Text, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether it names a day or an hour that is not theirs, nor one ``but``."""
    if not line.marks & {"day", "concrete"}:
        return False
    named, theirs = days_in(line.sentence), days_in(incoming)
    return (
        bool(named - theirs - Days(near=but))
        or bool(named.clock - theirs.clock)
        or bool(_WHEN.search(line.sentence.fold))
    )


def _exclaims(line: Line) -> bool:
    """おっ、あらら、笑: no word that says anything."""
    words = [t for t in line.sentence.tokens if t.pos[0] not in ("補助記号", "空白", "記号")]
    return all(
        (t.pos[0] in ("感動詞", "助詞") or t.lemma in _EXCLAIMING) and t.lemma not in _SULKY for t in words
    )


def _conditional(said: Predicate) -> bool:
    """…なら, …たら, …ば: it depends on something."""
    return any(t.pos[5].startswith("仮定形") for t in said.words)


def _lightened(said: Predicate) -> frozenset[str]:
    """What weighs nothing here: より of 何より, 意味 of ある意味, だけ of 想像するだけで, みんな of みんな喜ぶでしょう, もらう of
    来てもらえて喜ぶでしょう, しか of 尊敬しかない, 送る of 拍手を送っとく, 次 of 次の給料日まで生き延びよう.
    """
    lemmas = set(said.lemmas)
    light: set[str] = set()
    if any(a.lemma == "何" and b.lemma == "より" for a, b in pairwise(said.words)):
        light.add("より")
    if any(a.lemma == "或る" and b.lemma == "意味" for a, b in pairwise(said.words)):
        light.add("意味")
    if "想像" in lemmas:
        light.add("だけ")
    if said.head is not None and said.head.lemma in BEARING:
        light.add("次")
    if lemmas & CHARM:
        light |= {"送る", "だけ"}
    if lemmas & GLAD:
        light |= {"皆", "貰う", "貰える"} if said.end.lemma in ("だ", "です", "や") else {"皆"}
    if lemmas & MOVED:
        light |= {"しか", "無い"}
    return frozenset(light)


def _praises(said: Predicate) -> bool:
    """意志が強い!, 正しい判断!, 安全運転で!: how they are, or how it may go, in a word."""
    if said.head is None or said.past or said.negative or SPEAKER.intersection(said.lemmas):
        return False
    words = [t for t in said.words if t.lemma != "どうぞ"]
    if len(words) > _FEW or said.end.lemma == "良い" or "絶対" in said.lemmas:
        return False
    if said.end.surface == "で" and len(said.words) > 1:
        return said.words[-2].pos[2] == "サ変可能" or said.words[-2].lemma in _MANNERS
    said_of = said.words[-2] if said.end.pos[0] == "名詞" and len(said.words) > 1 else said.end
    return said_of.pos[0] in ("形容詞", "形状詞")
