"""What words of theirs count as where they stand: a yes needs something that was asked, a kind close an answer that it closes."""

import re
from collections.abc import Sequence

from coach.said.replying import closes
from coach.said.voices import invites
from coach.said.whole_answer import Whole, whole
from coach.situation import Event, EventKind
from coach.standing.telling import Told

_OPEN_TO_A_YES = (EventKind.SILENCE, EventKind.INVITED, EventKind.OFFERED)
_REFUSED = re.compile(
    r"[」』”\"]?[^。\n「『]{0,6}?(?:断ら|断り|ことわ|お断り|かわさ|流さ|流れ|振ら|ふら|フラれ|見送)"
)
_ASKED = re.compile(r"[?？]|行こ|しよ|どう|いかが|一緒|ませんか|でも(?:$|[。!！])|たい")
_SORRY = re.compile(r"謝(?!られ|って(?:き|く))|あやま[っり]|お?詫び")
"""The user said sorry: いいよ forgives."""
_TOLD_OF = re.compile(r"[」』”\"]?(?:って|と)(?:言って(?:い?た|まし)|言うてた|話して)")
"""Behind words that were said in a talk: 「京都行きたい」って言ってた."""
_TALK = ("warm", "likes", "daily", "chat")


def refused_behind(message: str, end: int) -> bool:
    """Whether it is said right behind words that they refused: 「…」って断られた."""
    return bool(_REFUSED.match(message[end : end + 20]))


def meant(
    words: str,
    message: str,
    end: int,
    *,
    own: str,
    log: bool,
    sure: bool,
    told: Told,
    case: Sequence[Event],
    told_no: bool,
) -> Whole | None:
    """What words that end at ``end`` count as; None where they are to be read piece by piece.

    ``own`` is what the user wrote before them, ``log`` says that a talk was pasted, ``sure`` that the words are told to
    have come, ``told_no`` that they are told to be a no; who proposes by themselves is no no, whatever was told of before.
    Inside a story what is neither a yes to something asked nor a no is talk.
    """
    kind = whole(words)
    if kind is None or refused_behind(message, end):
        return None
    last = max(case, key=lambda event: event.on).kind if case else None
    invited = told.has("invited") or bool(_ASKED.search(own)) or last in _OPEN_TO_A_YES
    match kind:
        case Whole.PROPOSES | Whole.LATE:
            return kind
        case Whole.FRIENDLY:
            closing = (
                bool(case) or bool(own) or told.has("replied") or (sure and closes(words) and not told_no)
            )
            return kind if closing and not (told.has("invited") or (own and invites(own))) else None
        case _ if told_no:
            return None
        case _ if _SORRY.search(told.folded.text) and not told.has("invited"):
            return Whole.FRIENDLY
        case _:
            of_a_talk = (log and not _ASKED.search(own)) or bool(_TOLD_OF.match(message, end))
            talk = of_a_talk or (told.has(*_TALK) and not told.has("invited"))
            yes = not talk and (invited or kind is Whole.AGREES)
            return Whole.AGREES if yes else Whole.FRIENDLY if case and not of_a_talk else None
