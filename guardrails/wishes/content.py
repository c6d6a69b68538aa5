"""Whether a wish puts in, or takes out, more than style."""

import re

from guardrails.kinds.burdens import forms
from guardrails.kinds.predicate import predicate
from guardrails.text import Sentence, Text, view
from guardrails.wishes.dictated import dictated
from guardrails.wishes.slots import ADD, slot
from guardrails.wishes.told import without_reason

_SWAPPED = re.compile(
    r"[「『](?P<old>[^」』]{1,20})[」』](?:じゃなく(?:て)?|ではなく(?:て)?|より(?:も|は)?|やめて|は|を|から)、?"
    r"[「『](?P<new>[^」』]{1,20})[」』](?=が|の(?:ほう|方)|に|で|へ|と)"
)
"""Words put in another's place: 「私」より「うち」がいい."""

_BECAUSE = re.compile(
    r"(?:(?:だ|です|や|な(?:の|ん)だ?|た|(?:わけ|ん|の)(?:ちゃう|(?:じゃ|では)ない))(?:から|ので|し)|なんで)笑?$"
)
"""A sentence that gives a reason wishes for nothing: 「絵文字いらん。おっさんやから笑」."""

_SAME = 4
"""New words that are so many letters longer than the old ones, at most, say the same."""

_ABOUT = re.compile(
    r"^(?:お?相手|向こう|先方|彼女?|あの[人子方]|この[人子方])(?:は|が|も)[^。、「『]{2,30}(?:です|ます|だ|人|方)(?:よ|ね)?$"
    r"|^(?:当方|こちら|私|僕|俺|うち|自分)(?:は|も)?[^。、「『]{1,12}(?:代|歳|才|派|人|者|育ち|生まれ)(?:です|だ|や)(?:よ|ね|し|から|ので)?$"
)
"""A sentence that tells of one of the two wishes for nothing: 「漢字を減らして。相手は日本語を勉強中の方です」."""

_NO_JUDGEMENT = forms("無い ない 欲しい 良い 好き 嫌い 大丈夫 楽しみ 嬉しい")
"""What is said of the two, or of what is wanted, and not of the draft."""

_STYLE = "{STYLE}"
_OF_STYLE = (
    "{STYLE_THING}.{0,16}(?:{ADD}|{REMOVE})|(?:この|その)まま.{0,12}|(?:同じ(?:こと|言葉|話)|重複|繰り返|くどい|かぶっ|ダブっ).{0,20}|(?:オチ|結論|要点|本題|お礼)(?:を|は|から).{0,4}(?:先|前|最初|始)"
    "|(?:とこ|ところ|位置|文|あたり|句読?点)で.{0,4}切|(?:部分|ところ|とこ|あたり|言い方|書き方)(?:を|は|が|だけ|も)?.{0,6}{STYLE}|(?:[弁]|口調|調子|敬語|タメ口|ため口|感じ|風|トーン|ノリ|文体|言葉|目)(?:で|に)、?(?:頼[むみん]|お願い)(?:ます|する|します|しました|し(?:たい)?|わ|で|ばい|ね|よ|です|や)*$|順番|順序|並べ替え|入れ替え|(?:を|は)(?:先|前|あと|後ろ|最初)に$"
)


def only_style(text: Text) -> bool:
    """Whether every sentence speaks of style."""
    return all(_says(_STYLE, text, s.line) for s in text.sentences)


def has_content(text: Text) -> bool:
    """Whether a sentence puts in more than style, or none speaks of style at all."""
    text = _worded_otherwise(text)
    wished = view(without_reason(text.original))
    if any(not only_style(view(match[match.lastgroup or 0])) for match in dictated(wished.original)):
        return True
    if any(_says(ADD, wished, line) and not _says(_OF_STYLE, wished, line) for line in _wishes(wished)):
        return True
    lines = _wishes(text)
    of_style = any(_says(_STYLE, text, line) for line in lines)
    return bool(lines) and not of_style and not _finds(text.sentences[-1])


def _wishes(text: Text) -> list[int]:
    """The sentences that wish for something."""
    return [s.line for s in text.sentences if not _tells(s.fold)]


def _says(source: str, text: Text, line: int) -> bool:
    return bool(slot(source).spans(text, line))


def _finds(sentence: Sentence) -> bool:
    """Whether a sentence says how the draft reads: 「ちょっと馴れ馴れしいかも」."""
    said = predicate(sentence)
    if said is None or said.head is None or said.past or said.head.lemma in _NO_JUDGEMENT:
        return False
    return said.head.pos[0] in ("形容詞", "形状詞") and not said.order


def _tells(sentence: str) -> bool:
    """Whether a sentence only tells why, or of the other."""
    return bool(_BECAUSE.search(sentence) or _ABOUT.search(sentence))


def _worded_otherwise(text: Text) -> Text:
    """The wish with words that only change places taken as talk of wording."""

    def told(swap: re.Match[str]) -> str:
        longer = len(swap["new"]) - len(swap["old"])
        return "言い回し" if longer <= _SAME else swap[0]

    return view(_SWAPPED.sub(told, text.original))
