"""Endings of dialects said plainly, in one place: who reads a sentence's grammar reads 行ってきて where 行ってきんしゃい stands."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from guardrails.text import Sentence
from guardrails.writing.letters import squash
from guardrails.writing.words import Token, tokens

_END = r"(?=[ねなよやわのー]*\W*$)"
_STEM = "いきぎしちにびみりえけげせてねべめれ"
"""The last kana of a verb before ます, by which it goes on to なさい."""

_NOT = "かがさたなばまらわれべけめてえねみき"
"""The last kana of a verb before ない."""

_GOES_ON = r"(?=(?:よ|ね|な|と|わ|で|け[んえぇ]|から|ばい|っちゃ)*ー*\W*$)"

# Two letters that must be there, what is said, and what it is plainly; in order.
_PLAIN = tuple(
    (pairs.split(), re.compile(dialect), plain)
    for pairs, dialect, plain in (
        # good, quick, well
        (
            "ええ えい",
            r"ええ(?=[ねなわよとしのんけか一-龠]|で[ねなー]*$|が[ねや]|やん)|えい(?=[ねなの一-龠])",
            "いい",
        ),
        ("よか", r"よかたい(?=[ねなー]*\W*$)", "いいよ"),
        ("よか", r"よか(?=と|ね|な|ばい|たい|け|こと|[一-龠ァ-ヶ])", "いい"),
        ("はよ", r"(?<!お)はよ(?=[一-龠])", "早く"),
        ("しゅ", r"よろしゅう", "よろしく"),
        ("ちよ", r"(?<=[一-龠]ち)よう(?=[一-龠])", "よく"),
        # drawn out
        ("うー", r"(?<=[おこそとのほもよろごぞどぼょ]う)ー+(?=\W*$)", ""),
        ("てー", r"(?<=せて)ー+(?=\W*$)", ""),
        ("いこ", r"(?<=[りしきみに])いこ(?=[ねやなっかー!]*$)", "行こう"),
        # orders and requests
        ("いー えー", r"(?<=[てで]こい|[ちじ]ゃえ)ー+", ""),
        (
            "てき でき てこ でこ",
            rf"(?<=[てで])(?:き[いぃー]?や|きんさい|きんしゃい|きない|こんね){_END}",
            "きて",
        ),
        (
            "てけ でけ てく でく てつ でつ てち でち てた でた",
            rf"(?<=[てで])(?:けろ|けれ|けさい|けらい|くんろ|つかあ?さい|ちょう?よ?|ちょうせ|たもんせ){_END}",
            "ください",
        ),
        ("んさ んし なは なっ", rf"(?<=[{_STEM}])(?:んさい|んしゃい|なはれ|なっせ){_END}", "なさい"),
        ("たっ", r"たって(?=[なや]$)", "てあげて"),
        ("いづ", r"いづ(?=でも|か|も)", "いつ"),
        # let us
        ("そー", rf"(?<=話)そー+{_END}", "そう"),
        ("しよ", rf"(?<=話)しよー*(?!う){_END}", "をしよう"),
        ("しょ", rf"(?<=ま)しょー*(?!う){_END}", "しょう"),
        ("まい", rf"(?<=[おこそとのほもよろごぞぼ])まい{_END}", "う"),
        ("まだ", r"^まだ(?=.*[べぺ]な?[ー!。…]*$)", "また"),
        ("っぺ", rf"(?<=[{_STEM}])っぺ{_END}", "るべ"),
        ("すっ", r"(?<=話)すっぺ(?=[ーしなやよ!。…]*$)", "そう"),
        ("みて", r"みて[ぇえー](?=に)", "みたい"),
        ("すっ", r"(?<=[こともをん会一-龠])すっぺ(?=[ーしなやよ!。…]*$)", "しよう"),
        ("っこ", r"(?:(?<=[話茶飲])|(?<=なし))っこ(?=[すし飲])", "を"),
        ("みで", r"みで(?=に)", "みたい"),
        ("たげ", r"(?<=[しいっんせけえべめれり見])たげ(?=[てたる])", "てあげ"),
        ("えよ けよ びよ", r"(?<=延び|のび|越え|こえ|耐え|抜け)よー*(?=[、!。…]|$)", "よう"),
        ("てこ でこ", r"(?<=[てで])こー*(?=\W*$)", "いこう"),
        ("ちい りい", r"(?<=ぼちぼち|のんびり)いって(?=[ねなよや])", "行って"),
        ("てお でお", rf"(?<=[てで])お(?:くれやす|くれやっしゃ|くんなはれ){_END}", ""),
        # sound changes before て and た
        ("うて うた うと", r"(?<=[言思買笑使習洗歌祝願])う(?=て|と[いくけきる]|た(?!い))", "っ"),
        ("もろ", r"もろ(?=[てた])", "もらっ"),
        ("しも", r"(?<=[てで])しも(?=[てた])", "しまっ"),
        # what is not so, and what is not to be
        (
            "せん",
            rf"(?<![まさ])せん(?=で{_END}|で(?:いい|ええ|よか|も))",
            "しない",
        ),
        ("せん", rf"(?<![まさ])せんと(?:き|いて|け){_END}", "しないで"),
        ("せん", r"(?<![まさ])せんごとに?", "しないように"),
        ("へん", r"せえ?へん", "しない"),
        ("へん", rf"(?<!こら)(?<=[{_NOT}げで])へん", "ない"),
        ("んと", rf"(?<=なん)と(?:いて|け){_END}", "で"),
        ("んと", rf"(?<=[{_NOT}])んと(?:き|いて|け){_END}", "ないで"),
        ("んご", rf"(?<=[{_NOT}])んごとに?", "ないように"),
        # what goes on
        (
            "よっ",
            r"(?<=[きぎしちびみりべめれけげせてねえ見来出寝])よった(?=ら|とき|けん|けど|[ねばわなよ]|$)",
            "てた",
        ),
        ("とっ", r"(?<=[っしんいけべせれめ見寝])とって(?=[ねやな]*\W*$)", "ていて"),
        ("とり", r"(?<=[っしんてけべせれめ見寝])とり(?=ま[すし])", "ており"),
        ("とう とる ちょ", rf"(?<=[{_STEM}っ見寝来出])(?:とう|ちょる|とる){_GOES_ON}", "てる"),
        ("んど んじ", rf"(?<=ん)(?:どう|じょる|どる){_GOES_ON}", "でる"),
        (
            "はる はっ はり",
            r"(?<=[いしきちりみびぎてで])は(?=[るっ](?:と|ん|わ|で|よ|ね|な|た|て|$)|りま)",
            "なさ",
        ),
        # because, I guess, isn't it
        ("やけ ゃけ", rf"(?:や|じゃ)け(?:ん|え|ぇ)?{_END}", "だから"),
        ("けん けえ けぇ", rf"(?<=[るたないうくすつむん])(?<![はばとてゃ]い)け(?:ん|え|ぇ){_END}", "から"),
        ("もん やさ やか", rf"(?:やもんで|やさかいに?|だもんで|やから){_END}", "だから"),
        ("さか", rf"(?<=[いるた])さかいに?{_END}", "から"),
        ("るで たで", r"(?<=[るた])で(?=[ねなー]*\W*$)", "よ"),
        ("やん", r"(?<=[いうくすつぬむる])やん[かけ]?(?=[なねー]*\W*$)", "よ"),
        ("やん", r"(?<=[一-龠ァ-ヶんき])やん[かけ]?(?=[なねー]*\W*$)", "だよ"),
        ("っち", r"(?<=[るたいん])っちゃ[んね]?(?=[ねー]*\W*$)", "よ"),
        ("ばい", rf"(?<=[るたいん])ばい{_END}", "よ"),
        ("たい", rf"(?<=[るん])たい{_END}", "よ"),
        (
            "むん るん ぐん すん くん つん ぬん ぶん うん",
            r"(?<=[むるぐすくつぬぶう])んよ(?=[ねー]*\W*$)",
            "んだよ",
        ),
        ("ゃあ ぁあ", rf"(?<=[{_STEM}])[ゃぁ]あよ?{_END}", "なさい"),
        ("ぜよ ぞね", r"(?:ぜよ|ぞね)(?=ー*\W*$)", "よ"),
        ("がや がね がん", r"(?<=[いるただ])がや(?=ー*\W*$)|(?<=い)が[ねん](?=ー*\W*$)", "よ"),
        ("だべ いべ", r"(?<=[だい])べ[なさや]?(?=ー*\W*$)", "ね"),
        ("のう のお のぉ", r"(?<=[いるただ])の[うおぉ](?=ー*\W*$)", "ね"),
    )
)

_RULES = {
    pair: [at for at, (own, _, _) in enumerate(_PLAIN) if pair in own]
    for pairs, _, _ in _PLAIN
    for pair in pairs
}
"""By two letters next to each other, which lines of ``_PLAIN`` they may be part of: most sentences have none."""


@lru_cache(maxsize=64)  # a sentence is read by several kinds, one after the other
def plainly(sentence: Sentence) -> Sequence[Token]:
    """The words of a sentence as they are, or those of the same sentence without its dialect.

    >>> from guardrails.text import view
    >>> "".join(t.surface for t in plainly(view("ええ席で見とるけん、無理せんといてな").sentences[0]))
    'いい席で見とるけん、無理しないでな'
    """
    said = "".join([word.surface for word, _, _ in sentence.tokens])
    plain = _said(said)
    return sentence.tokens if plain == said else tuple(tokens(squash(plain)))


def _said(text: str) -> str:
    pairs = _RULES.keys() & set(map("".join, pairwise(text)))
    for at in sorted({at for pair in pairs for at in _RULES[pair]}):
        _, dialect, plain = _PLAIN[at]
        text = dialect.sub(plain, text)
    return text
