"""Words that are talk, and no answer to an invitation: about a thing (いいね, きれいだね), or while talk goes well again."""

import re

from coach.lexicon import fold, lexicon
from coach.said.replying import accepts, answers, excuses
from coach.situation import ReasonKind, SignId
from coach.standing.own_reason import kind_of
from coach.standing.signs import Reply
from coach.standing.telling import Told
from guardrails.vocabulary import Span


def is_talk(reply: Reply, words: str, own: str, *, begins: bool, later: bool, anew: bool) -> bool:
    """Whether words about a thing turn nobody down: they answer no question and no invitation (カレー作った: いいね),
    stand where a pasted talk ``begins`` or days ``later`` than the no, or are a bare yes (to one asked ``anew``, any).
    """
    if {sign.id for sign in reply.signs} != {SignId.PLACE_ONLY}:
        return False
    if later or (anew and accepts(words)):
        return True
    if _ASKS.search(own):
        return bool(_BARE_YES.fullmatch(words.strip()))
    return bool(own) or begins


_ANSWERS = frozenset({SignId.CLOSED, SignId.OTHER_DAY, SignId.GROUP, SignId.POSTPONED, SignId.REGRET})


def is_chat(reply: Reply, words: str) -> bool:
    """Whether words that come while talk goes well again turn nobody down, though one of them refuses in another place.

    An apology, an end, an offer and what is put off answer something (「残業でごはん食べられなかった笑」 does not).
    """
    signs = {sign.id for sign in reply.signs}
    return not signs & _ANSWERS and lexicon("signs")["apology"].find(fold(words).text) is None


_ASKS = re.compile(
    r"[?？]|(?:う|こ|けん|せん|へん|ない|ません)(?:か|よ|ね|な|かな)?[!！〜。]*$|誘|一緒|いっしょ|どう|いかが|たら|たい"
)
_BARE_YES = re.compile(
    r"(?:[わえお]*[ー〜!！、]*)?(?:いい|ええ|よか)(?:です)?(?:ね|よ|やん|なあ?)[ー〜!！。✨]*"
)
_SPOKE = re.compile(
    r"[」』”\"]?(?:って|と|とか|なんて)、?(?:よく|最近|楽しそうに|嬉しそうに)?(?:話し|言っ|言う|ゆう|おっしゃ[っい]|仰っ|つぶやい|書い|教え)"
    r"(?:て(?:い?(?:た|まし|る|ます)|くれ|くださ|はっ|まし)|と[っる]|まし)"
)


def told_as_talk(telling: str, span: Span, told: Told) -> bool:
    """Whether words that turn nothing down are told as said, behind the no and the user's answer to it."""
    why = kind_of(fold(span.text).text) is not ReasonKind.OTHER
    if why or answers(span.text) or excuses(span.text) or not _SPOKE.match(telling, span.end):
        return False
    replied = [told.folded.at[end] for _, end in told.places("replied")]
    refused = [told.folded.at[end] for _, end in told.places("declined")]
    return any(no < answer <= span.start for no in refused for answer in replied)
