"""What words would be as a reply of theirs: a no, an offer, a yes, a plea for time, the end of a talk."""

import re

from coach.lexicon import fold, lexicon
from coach.said.whole_answer import Whole, whole
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of

FINAL = ("closed", "closed_lasting", "closed_as_kind", "closed_as_before", "closed_taken")
"""The families of a final no."""
_NO = ("refusal", "apology", "busy", "postponed", *FINAL)
_OFFER = ("offer", "group")
_ANSWER = ("refusal", "busy", "postponed", *FINAL, *_OFFER)
_ACCEPTS = re.compile(
    r"(?:え[、!！]?|うん|わ[ー〜]*い?|もちろん|ぜひ)?[、!！]?(?:行く|いく|行き(?:たい(?!(?:気持ち)?(?:の|ん)?(?:は|も)?(?:やまやま|山々))|ます)|いきたい(?!(?:の|ん)?(?:は|も)?(?:やまやま|山々))|いいよ|いいですよ|ok|OK|オッケー)(?!け|ど|な)"
)
_CLOSES = re.compile(
    r"(?:(?:ありがと(?:う|ー|〜)?(?:ね|ございます)?|うん|はい|はーい|おけ|おう|了解|りょ|ok|いえいえ|(?:じゃ(?:あ)?|では)?また(?:ね|な|ー|〜)?|(?:じゃ|ほな)(?:あ)?(?:ね|な)?|どうも|おやすみ(?:なさい)?)[^ぁ-んァ-ヶ一-龠]*)+",
    re.I,
)

_LETTER = re.compile(r"\w")


def _any(names: tuple[str, ...], words: str) -> bool:
    families, folded = lexicon("signs"), fold(words).text
    return any(families[name].find(folded) for name in names)


def answers(words: str) -> bool:
    """Whether words read like a no to an invitation; one in the form of a no (行かへん?) is none."""
    return _any(_NO, lexicon("voices")["asks_along"].pattern.sub("", words))


_EXCUSE = re.compile(
    r"(?:なん(?:だ|です|よ|で)|なの(?!\?)|や(?:ねん|わ|で|し|けん)|じゃ(?:けん|わ)|でして|だわ|っす|です)(?:よ?ね|か|よ|わ|けど|が)?[、。!…〜ー]*$"
)
_LONGEST_EXCUSE = 24


def excuses(words: str) -> bool:
    """Whether a day and what fills it is all that is said: 「その日法事やねん」. Said of an invitation, a no."""
    folded = fold(words).text
    told = len(folded) <= _LONGEST_EXCUSE and "?" not in folded and _EXCUSE.search(folded)
    day = lexicon("signs")["dated"].find(folded) or "その日" in folded or "当日" in folded
    return bool(told and day and kind_of(folded) is not ReasonKind.OTHER)


def dodges(words: str) -> bool:
    """Whether words leave a day open without an answer."""
    return _any(("dodge",), words)


def offers(words: str) -> bool:
    """Whether words read like an offer of a day, a plan or company."""
    return _any(_OFFER, words)


def accepts(words: str) -> bool:
    """Whether a reply begins with a yes to an invitation; 「いいよいいよ」 of who forgives is none."""
    return bool(_ACCEPTS.match(words)) and whole(words) is not Whole.FRIENDLY


def undecided(words: str) -> bool:
    """Whether a reply asks for time to answer, and answers nothing yet (考えさせて)."""
    return _any(("undecided",), words) and not _any(_ANSWER, words)


def closes(words: str) -> bool:
    """Whether words only end a talk (うん、またね, or a picture without a letter): after an answer to a no they put nothing off."""
    return bool(_CLOSES.fullmatch(words.strip())) or not _LETTER.search(words)
