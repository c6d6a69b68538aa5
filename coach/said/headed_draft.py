"""A draft under its own heading: 「返信案:」 and what stands on the lines below it."""

from collections.abc import Sequence

from coach.lexicon import fold, lexicon
from coach.said.typed_lines import Pasted, TypedLine, plain
from coach.said.voices import Voice, name_voice
from guardrails.vocabulary import Span

_MARKS = ":：↓→⇒ 　"
_WISHES = ("check", "reply_aim", "send_more")


def drafted(lines: Sequence[TypedLine], message: str) -> list[Pasted]:
    """The lines under a heading that calls them a draft, up to an empty line or a wish of the user's; [] where none does."""
    out: list[Pasted] = []
    under = False
    for x in lines:
        words = x.whole(message)
        if not words or (under and (_asks(words) or words[0] in "「『" or words[-1] in _MARKS)):
            under = False
        elif under:
            start = message.index(words, x.start)
            out.append(Pasted(Voice.DRAFT, Span(start, start + len(words), words)))
        else:
            head = plain(words.rstrip(_MARKS).strip("【】[]［］()（）■●"))
            under = words != words.rstrip(_MARKS) and name_voice(head) is Voice.DRAFT
    return _one(out, message)


def _asks(words: str) -> bool:
    families, folded = lexicon("telling"), fold(words).text
    return any(families[name].find(folded) for name in _WISHES)


def _one(found: list[Pasted], message: str) -> list[Pasted]:
    """The lines as one draft."""
    if not found:
        return []
    start, end = found[0].span.start, found[-1].span.end
    return [Pasted(Voice.DRAFT, Span(start, end, message[start:end]))]
