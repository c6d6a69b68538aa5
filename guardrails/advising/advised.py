"""The messages that advice offers to be sent, each judged at the stage that the words around it speak of."""

import re
import unicodedata
from collections.abc import Iterator

from guardrails.advising.numbers import is_number
from guardrails.advising.quoted_handed import hands_on
from guardrails.advising.quotes import Framed, Piece
from guardrails.advising.quoting import Role, parted, role
from guardrails.advising.sending import REST, SEND
from guardrails.check import check
from guardrails.offers.offer import offer
from guardrails.text import view
from guardrails.vocabulary import AdviceCategory, Finding, Outcome, Stage

_CLOSED_ACTS = (Stage.DECLINED, Stage.SILENCE, Stage.CLOSED)
"""Stages at which only known good acts are offered."""

_RIGHT_AFTER = re.compile(
    r"直後|(?:断|お断り)[^。]{0,12}(?:すぐ|その場|当日|翌日|その日)|間を(?:あけ|空け|置か)ず"
)
_SPOKEN_OF = (
    (
        Stage.CLOSED,
        re.compile(
            r"連絡しないで|連絡を断|ブロック|終わりを告げ|別れを告げ|もう会わない|最後に(?:一度|ひと)|きっぱり断|恋人が(?:いる|でき)|お付き合いしている|[二三23](?:度|回)(?:目も|とも|続けて)[^。]{0,8}(?:断|だめ|無理)|三度目"
        ),
    ),
    (Stage.DECLINED, _RIGHT_AFTER),
    (
        Stage.ALTERNATIVE,
        re.compile(
            r"(?:予定|約束|日(?:取り|にち|程|時)?|待ち合わせ|時間)(?:が|は|も)[^。、]{0,6}(?:決ま(?:った|って(?!い?な)|れば|ったら)|固まっ|まとまっ)"
            r"|(?:お?相手|向こう|先方|彼女?|さん)(?:の(?:ほう|方))?(?:から|に|が)[^。]{0,24}(?:かと?(?:は)?|って|と|を)(?:、)?(?:聞かれ|誘われ|尋ねられ|たずねられ|提案され|聞いて(?:くれ|き)|誘って(?:くれ|き))"
        ),
    ),
    (
        Stage.SECOND_INVITE,
        re.compile(
            r"(?:雑談|やり取り|やりとり|会話|話)(?:が|も|で)[^。、]{0,6}(?:弾[みむんま]|続い[てた]|(?:盛り|もり)(?:上が|あが)|温ま|あたたま)(?:[^。]{0,12}(?:なら|たら|ので|から|頃|ころ|今)|[^。]{0,20}。[^。龘]{0,8}一度だけ)"
        ),
    ),
    (
        Stage.SECOND_INVITE,
        re.compile(
            r"(?:[二2](?:度|回)目|もう一度|一度だけ|軽く|改めて|そろそろ|次に?)の?、?[^。、龘]{0,12}(?:お?誘(?:う|い(?!を断)|っ|え)|声をかけ)|(?<!が)誘うなら|次に?、?(?:声をかけ|お声がけ)|お?誘い(?:の(?:文|下書き|案|形)|文|方|(?:は|なら|も)、?龘)"
        ),
    ),
    (
        Stage.SECOND_INVITE,
        re.compile(
            r"(?:好きだ|好きな|気になる|興味がある|(?:行き|見|観|食べ|飲み|読み|聞き|やり|し)たい|はまって(?:い)?る|ハマって(?:い)?る)(?:と|って)[^。]{0,4}(?:言|話|書|おっしゃ|聞)[^。]{0,4}(?:た|ていた|ている)[^。「『]{0,24}(?:から(?:入|始|切り出)|を(?:きっかけ|入口|入り口|糸口)|にかけ|誘|の話題)"
        ),
    ),
    (
        Stage.COOLDOWN,
        re.compile(
            r"世間話|近況|雑談|軽い(?:話|一言)|たわいな|間を(?:空け|あけ|置い)[てた]|冷却|話題|おしゃべり"
        ),
    ),
    (
        Stage.ALTERNATIVE,
        re.compile(
            r"(?:お?相手|向こう|先方)(?:から|が|の)[^。]{0,20}(?:日|龘)[^。]{0,12}(?:出|挙|提案|言って)|(?:お?相手|向こう|先方)(?:から|が|の)[^。]{0,8}(?:挙げ|出し|提案し|言っ)(?:た|て)|(?:提案|別の日|候補)(?:を|し)[^。]{0,6}(?:くれ|くださ)|(?:提案|候補|別の日)(?:が|も)[^。]{0,4}(?:出て|ある|あり|届|来て)|(?:出し|挙げ|提案し)て(?:くれ|くださ|もら(?:っ|え)|いただ)|(?:お?相手|向こう|先方)(?:から)?のご?提案"
        ),
    ),
    (
        Stage.SILENCE,
        re.compile(
            r"返事がな|お返事がな|返信がな|未読|既読のまま|既読がつ|[三四五六七0-9]日たった|返ってこない"
        ),
    ),
)
_WOULD_DO = re.compile(r"(?:なら|だったら|でしたら|いけ(?:る|ます)|行け(?:る|ます)|空いて|どう)")
_TOGETHER = re.compile(r"みんな|皆|グループ|友(?:だち|達)|ほかの人|他の人|何人か|大勢")

_STEP = re.compile(
    r"(?:今日は|今夜は|今は|いまは|いったん|何も|なにも|ただ|静かに|そのまま)*"
    r"(?:(?:送|誘)[らわ](?:ない|ず(?:に(?:待つ|休む|おく))?)|返さない|(?:返信|連絡|催促)(?:を)?しない|待つ|休む|寝る|引く|寝かせる)(?:こと)?"
    r"|(?:おはよう(?:ございます)?|こんにちは|こんばんは|お(?:疲|つか)れ(?:さま|様)(?:です|でした)?)[。!！]?"
)
"""A step for the user, or what one says where one meets, and no message: what to do today is 「送らない」."""

_WORDED = re.compile(r"(?:と|って|を|だけ|くらい)(?:だけ|、)*[^。、]{0,8}(?:送|返|伝え|言|書|打|添え)")
"""What is done with a message, said right after it."""
_NOUN = ("名詞", "形状詞", "接尾辞", "接頭辞")
_AS_TERM = re.compile(
    rf"(?:と|って)(?:し(?:て|ま)|呼|名づけ|名付け)(?!{REST}{{0,16}}{SEND})|という(?:読み|状態|段階|名前|札)"
)
_SPEAKS = re.compile(r"(?:よ?ね|ています|ません|でしょう|までです)$")
"""How a sentence ends that says back, or reads, what was written."""
_SHOWS = re.compile(
    rf"(?:こう|こんな|次の|以下|この|案|例|{SEND}[^。\n]{{0,6}}(?:ましょう|くだ|みて))[^。\n]{{0,12}}[。:\uff1a]?$"
)
"""... unless the sentence before it announces a message."""


def offered_drafts(cut: Framed, stage: Stage | None, incoming: str) -> Iterator[Finding]:
    """A finding for each message offered to be sent that may not be.

    ``stage`` is where the two stand, if that is known; else the words around say it, or it is a no just heard, where
    least may be sent. ``incoming`` are their words, as far as they are known: who quotes them offers nothing. What may
    be no message at all (see ``Piece.sure``) is found only where it is a known NG.
    """
    roles = [(piece, _role(cut, piece, incoming)) for piece in cut.pieces]
    theirs = "\n".join(piece.words.text for piece, given in roles if given is Role.THEIRS)
    at = stage or _spoken_of(cut.frame, theirs)
    for piece, given in roles:
        if given is Role.OFFERED and not (
            is_number(piece.words.text) or _is_step(cut, piece) or _is_term(cut, piece)
        ):
            yield from _against(piece, at, theirs)


def _role(cut: Framed, piece: Piece, incoming: str) -> Role:
    """As what the piece is given; what they said themselves is theirs where the sentence only speaks of it."""
    frame = cut.around(piece)
    given = role(frame, piece.place.start, marked=piece.marked)
    if given is Role.OFFERED and piece.marked and _is_said(piece.words.text, incoming):
        before, lead, own = parted(frame, piece.place.start)
        if _SPEAKS.search(own.split("。", 1)[0]) and not (hands_on(lead, own) or _SHOWS.search(before)):
            return Role.THEIRS
    return given


def _is_said(words: str, incoming: str) -> bool:
    """Whether the words are a whole piece of theirs, from one mark or gap to the next."""
    said, heard = _plain(words), _plain(incoming)
    return any(
        (at == 0 or not heard[at - 1].isalnum())
        and (at + len(said) == len(heard) or not heard[at + len(said)].isalnum())
        for at in (m.start() for m in re.finditer(re.escape(said), heard))
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _is_step(cut: Framed, piece: Piece) -> bool:
    return bool(_STEP.fullmatch(piece.words.text)) and not _WORDED.match(cut.frame, piece.place.end)


def _is_term(cut: Framed, piece: Piece) -> bool:
    """Whether the quoted piece is a bare noun that names something: 「灰色」としておきましょう."""
    said = [word for sentence in view(piece.words.text).sentences for word, _, _ in sentence.tokens]
    is_noun = bool(said) and all(word.pos[0] in _NOUN for word in said)
    return is_noun and bool(_AS_TERM.match(cut.frame, piece.place.end))


def _against(piece: Piece, stage: Stage, theirs: str) -> Iterator[Finding]:
    judged = check(piece.words.text, stage=stage, incoming=theirs, ours=True)
    doubted = judged.outcome is Outcome.UNSURE
    if judged.outcome is Outcome.PASS or (doubted and not (piece.sure and stage in _CLOSED_ACTS)):
        return
    first = judged.findings[0]
    yield Finding("advice.quoted_draft", AdviceCategory.QUOTED_DRAFT, piece.words, first.why, first.hint)


def _spoken_of(frame: str, theirs: str) -> Stage:
    told = next((stage for stage, words in _SPOKEN_OF if words.search(frame)), Stage.DECLINED)
    may_answer = told not in (Stage.CLOSED, Stage.SILENCE) and not _RIGHT_AFTER.search(frame)
    return Stage.ALTERNATIVE if may_answer and _offers(theirs) else told


def _offers(theirs: str) -> bool:
    """Whether they name a day, or company, that would do."""
    if not _WOULD_DO.search(theirs):
        return False
    return bool(offer(view(theirs)).days) or bool(_TOGETHER.search(theirs))
