"""Which plain questions the user asks outright: 脈ある? 謝ったほうがいい? 今送っていい? (``rules/asked.yaml``)."""

from enum import StrEnum

from coach.lexicon import fold, lexicon
from coach.said.exchange import Voice, parse


class Question(StrEnum):
    """The kinds of question that are answered outright. Where two are found at one place, the earlier here is meant."""

    UNSENT = "unsent"
    POST_DOWN = "post_down"
    PUSHED = "pushed"
    TO_LEAVE = "to_leave"
    FORTUNE = "fortune"
    SHOW = "show"
    GO_BETWEEN = "go_between"
    AGENCY = "agency"
    CONFIDE = "confide"
    SOMEONE_ELSE = "someone_else"
    CHAT_AS_FRIEND = "chat_as_friend"
    FRIENDS = "friends"
    AT_NIGHT = "at_night"
    LATE_REPLY = "late_reply"
    WELL_WISH = "well_wish"
    THANKS = "thanks"
    OWN_DAY = "own_day"
    STAMP = "stamp"
    SEND_STAMP = "send_stamp"
    LIKE = "like"
    LOOK = "look"
    WATCHED = "watched"
    BLOCK = "block"
    BLOCKED = "blocked"
    OTHER_WAY = "other_way"
    CALL = "call"
    STOP_WRITING = "stop_writing"
    STOP_INVITING = "stop_inviting"
    TWO_ALONE = "two_alone"
    INVITE = "invite"
    ASK_DAY = "ask_day"
    ANOTHER = "another"
    NEED_REPLY = "need_reply"
    APOLOGISE = "apologise"
    UNSEND = "unsend"
    SENT_ALREADY = "sent_already"
    SHORT_REPLY = "short_reply"
    CONFESS = "confess"
    FACE = "face"
    GIVE_UP = "give_up"
    IS_IT_NO = "is_it_no"
    SOCIAL = "social"
    WHEN = "when"
    HOW_LONG = "how_long"
    WAIT_ON = "wait_on"
    RECEIPT = "receipt"
    CHEATING = "cheating"
    WORRIED_FOR = "worried_for"
    AT_FAULT = "at_fault"
    BOTHERED = "bothered"
    DISLIKED = "disliked"
    HOPE = "hope"
    WHY = "why"
    MEANING = "meaning"


MOST = 2
"""So many questions of one message are answered, the last ones asked."""

_ADVICE = frozenset((Question.PUSHED, Question.TO_LEAVE, Question.FORTUNE))
"""What others advise is often quoted: these are looked for in the whole message, from a place in the user's own words on."""

_ONLY_THE_USER = frozenset((Question.HOPE, Question.FACE, Question.CONFIDE, Question.GIVE_UP))
"""What nobody asks the user: heard, too, where the whole message is only guessed to be the other's words."""


def questions(message: str) -> tuple[Question, ...]:
    """The questions of a message in the order they are asked, at most the last two; one place asks one question.

    >>> [question.value for question in questions("これって脈ある？ 謝ったほうがいい？")]
    ['hope', 'apologise']
    >>> questions("「脈ある？」って聞かれた")
    ()
    """
    taken: list[tuple[int, int, Question]] = []
    for question, start, end in _found(message):
        if not any(start < behind and before < end for before, behind, _ in taken):
            taken.append((start, end, question))
    kept: list[Question] = []
    for _, _, question in sorted(taken, reverse=True):
        if question not in kept:
            kept.append(question)
    return tuple(reversed(kept[:MOST]))


def _found(message: str) -> list[tuple[Question, int, int]]:
    exchange = parse(message)
    drafts = [said.span for said in exchange.of(Voice.DRAFT)]
    own = list(exchange.own_telling)
    for span in drafts:
        own[span.start : span.end] = "□" * (span.end - span.start)
    telling, whole = fold("".join(own)), fold(message)
    found = []
    for question in Question:
        guessed = exchange.bare and question in _ONLY_THE_USER
        text = whole if guessed or question in _ADVICE else telling
        for match in lexicon("asked")[question].every(text.text):
            start, end = text.at[match.start()], text.at[match.end()]
            if question not in _ADVICE or exchange.telling[start : start + 1] != "□":
                found.append((question, start, end))
    return found
