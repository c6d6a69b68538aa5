"""Whose words a quote or a pasted line is, from the words around it (``rules/voices.yaml``)."""

import re
from enum import StrEnum

from coach.lexicon import Family, lexicon
from coach.said.whole_answer import Whole, whole


class Voice(StrEnum):
    """Whose words they are. ``DRAFT`` is the user's own message that has not been sent."""

    USER = "user"
    THEM = "them"
    DRAFT = "draft"
    UNKNOWN = "unknown"
    NOBODY = "nobody"


def _family(name: str) -> Family:
    return lexicon("voices")[name]


def _is(name: str, words: str) -> bool:
    return _family(name).find(words) is not None


def name_voice(name: str) -> Voice | None:
    """Who a name at the head of a line is; None when it may be anybody.

    >>> name_voice("自分"), name_voice("相手"), name_voice("みく")
    (<Voice.USER: 'user'>, <Voice.THEM: 'them'>, None)
    """
    if _is("my_draft", name):
        return Voice.DRAFT
    if _is("my_name", name):
        return Voice.USER
    return Voice.THEM if _is("their_name", name) else None


def _around(message: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a quotation (or in the line above, when it begins its line) and behind it."""
    line_start = message.rfind("\n", 0, start) + 1
    before = message[max(line_start, start - 40) : start]
    if not before.strip(" 　(（>＞・") and line_start:
        before = message[max(0, line_start - 40) : line_start].rstrip("\n").split("\n")[-1]
    return before, message[end : end + 40].split("\n")[0]


def _received(after: str) -> bool:
    return _is("received", after) and not after.startswith(("←", "↑"))


_OF_THE_USER = ("sent", "to_send", "checked", "unsent", "rework", "asked_if_good", "about_to_go")
"""What is said behind words of the user's own."""
_OUT = re.compile(r"送|返[しすそせ]|(?:で|これ)(?:いい|大丈夫)|添削|チェック")


_ADVISED = re.compile(r"相談|聞い|聞か|話し|話を|見せ|言ったら|占")
_TOLD_ON = re.compile(r"って(?:言って|ゆって|言うて|さ)")


def _turns_down(before: str, words: str) -> bool:
    """Whether a friend who is named is the one who was asked: says sorry, asked for no advice (友達に「ごめん、無理」)."""
    sorry = _is("says_sorry", words) and not _TOLD_ON.search(words)
    return sorry and not _ADVISED.search(before)


_HEARSAY = re.compile(r"(?:だって|やって|やて|だそう|とのこと|ってさ(?:[。！!〜]|$))")
_INVITED = re.compile(r"誘(?:った|ってみた|いました|ってみました)(?:よ|ら|んだけど)?[。、！!→⇒:：\s…]*$")
_BEGINS_YES = re.compile(
    r"うん|はい|いい|ええ|よか|行く|いく|行き|いき|おっ?け|ok|OK|もちろん|ぜひ|わ[ーあい]|やった"
)


def _agrees(words: str) -> bool:
    """Whether words are a yes by their first word: an invitation (ごはん行こ!) is none."""
    kind = whole(words)
    return kind in (Whole.AGREES, Whole.LIKES) or (kind is Whole.PROPOSES and bool(_BEGINS_YES.match(words)))


def quote_voice(message: str, start: int, end: int, words: str, *, refuses: bool, offers: bool) -> Voice:
    """Whose words the quotation ``message[start:end]`` (marks included) holds.

    Args:
        message: the whole message.
        start: offset of the opening mark.
        end: offset behind the closing mark.
        words: what stands between the marks.
        refuses: whether the words themselves read like a no.
        offers: whether they read like an offer of a day or a plan.
    """
    before, after = _around(message, start, end)
    if _is("never_said", after) or (_is("third_person", before) and not _turns_down(before, words)):
        return Voice.NOBODY
    named = _family("named_behind").find(after)
    if named and (voice := name_voice(named["name"])):
        return voice
    if _is("i_refused", after) and _is("i_was_asked", before):
        return Voice.USER
    if _is("their_text", before):
        return Voice.THEM
    if _is("rework", after) or (_is("before_draft", before) and not _is("received", after)):
        return Voice.DRAFT
    if _is("read_mark", after) and not refuses:
        return Voice.USER
    if _is("my_subject", before) and _is("only_so", after):
        return Voice.USER
    if _received(after):
        return Voice.THEM
    answers = _is("answers_a_no", words)
    asks = "?" in words or "？" in words
    if _is("just_came", before) and not any(_is(name, after) for name in _OF_THE_USER):
        return Voice.THEM
    if _is("just_slipped", before) and (asks or not refuses):
        return Voice.USER
    if _is("about_to_go", after):
        return Voice.DRAFT
    if _is("asked_if_good", after) and (asks or answers or not refuses or _is("my_answer", before)):
        return Voice.DRAFT
    told_on = _HEARSAY.match(after) or _INVITED.search(before)
    if told_on and _agrees(words) and not any(_is(name, after) for name in _OF_THE_USER):
        return Voice.THEM
    if answers and not refuses and _is("asked_along", before) and not _OUT.search(after):
        return Voice.THEM
    if refuses and after.startswith(("←", "↑")) and not answers:
        return Voice.THEM
    if _is("spoke", after) and _is("their_subject", before):
        return Voice.THEM
    if _is("checked", after) and answers and not _is("just_sent", before):
        return Voice.DRAFT
    if refuses and not answers and _is("plainly_said", after) and _is("just_asked", before):
        return Voice.THEM
    said_on = not refuses or after.startswith(("って", "と", "て", "を", "っち"))
    if said_on and _is("unsent", after):
        return Voice.DRAFT
    if said_on and _is("sent", after):
        return Voice.USER
    if said_on and _is("to_send", after) and not (refuses and _is("before_them", before)):
        return Voice.DRAFT
    if answers and not _is("from_them", before):
        history = _is("before_user", before) or _is("left_there", after)
        return Voice.USER if history else Voice.DRAFT
    told = _is("is_said", after) and not _is("checked", after)
    if _is("my_invitation", words) and not _is("sorry", words) and not told:
        return Voice.USER
    if refuses:
        mine = _is("just_sent", before) or (_is("before_user", before) and _is("sent", after))
        return Voice.USER if mine else Voice.THEM
    if _is("my_subject", before):
        return Voice.USER
    if told or (_is("is_said", after) and _is("before_them", before)):
        return Voice.THEM
    if _is("before_user", before):
        return Voice.USER
    if _is("before_them", before) or _is("from_them", before):
        return Voice.THEM
    if _is("checked", after):
        return Voice.DRAFT
    if invites(words):
        return Voice.USER
    return Voice.THEM if offers else Voice.UNKNOWN


def surely_theirs(message: str, start: int, end: int, *, refuses: bool) -> bool:
    """Whether the words around a quotation say outright that it came from the other."""
    before, after = _around(message, start, end)
    return _received(after) or _is("from_them", before) or (refuses and _is("before_them", before))


def would_be_sent(message: str, end: int) -> bool:
    """Whether it is asked behind these words if they may be sent, or how they look."""
    _, after = _around(message, end, end)
    return any(_is(name, after) for name in ("to_send", "checked", "unsent"))


def told_as_sent(message: str, end: int) -> bool:
    """Whether it is told behind these words that they went out."""
    _, after = _around(message, end + 1, end + 1)
    return _is("sent", after) and not _is("received", after)


def invites(words: str) -> bool:
    """Whether words read like an invitation."""
    return _is("invites", words)


def called_draft(message: str, start: int) -> bool:
    """Whether the words that begin at this offset are called a draft, beside them or on the line above."""
    before = message[max(0, start - 24) : start].rstrip("「『 　\n")
    return _is("draft_label", before)
