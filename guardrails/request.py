"""What a user asks of a rewrite: style, harmless content, or content that makes it NG."""

from guardrails.text import view
from guardrails.vocabulary import Category, Finding, RequestKind, RequestVerdict, Span, Stage
from guardrails.wishes.content import has_content, only_style
from guardrails.wishes.dictated import against_dictated, without_good_words
from guardrails.wishes.parts import NOTHING, parted
from guardrails.wishes.rules import findings
from guardrails.wishes.slots import slot
from guardrails.wishes.sound import is_calm, is_style, sounds_like
from guardrails.wishes.told import own_words

_UNSENT = "{UNSENT}"
_ENDED = (Stage.CLOSED, Stage.SILENCE)
"""Stages at which whatever is put in counts."""


def check_request(text: str, *, stage: Stage) -> RequestVerdict:
    """Judge a wish such as 「短くして」 or 「理由を聞いて」 for a message at a stage.

    What is taken out is no longer judged as content; what turns the message into a note that nobody gets is fine.
    After a final no and on top of silence, content that no rule knows counts as NG. What a rule hits in a wish that
    sounds calm is only spoken of; where no rule speaks, the wish is NG if it sounds clearly so. Fails closed: an internal error is NG.

    >>> check_request("もっと短く", stage=Stage.DECLINED).kind.value
    'style'
    >>> check_request("なんでダメなのか聞いて", stage=Stage.DECLINED).categories
    (<Category.PROBING: 'probing'>,)
    """
    try:
        return _judged(text, stage)
    except Exception as error:
        return RequestVerdict(RequestKind.CONTENT_NG, (_failed(error),))


def _judged(text: str, stage: Stage) -> RequestVerdict:
    said = own_words(text)
    put_in, removed = parted(said)
    kept = without_good_words(put_in, stage)
    unsent = slot(_UNSENT).search(view(said))
    calm = stage not in _ENDED and is_calm(put_in, stage)
    found = _against(text, kept, removed, stage, unsent=unsent, calm=calm)
    if found:
        return RequestVerdict(RequestKind.CONTENT_NG, found)
    taken_out = removed.strip(NOTHING) and not only_style(view(removed))
    if unsent or taken_out or (has_content(view(kept)) and not is_style(kept, stage)):
        return RequestVerdict(RequestKind.CONTENT_OK)
    return RequestVerdict(RequestKind.STYLE)


def _against(
    text: str, kept: str, removed: str, stage: Stage, *, unsent: bool, calm: bool
) -> tuple[Finding, ...]:
    """What a message would have against it that did what the wish says; in a calm wish only a post counts."""
    found = findings(text, view(removed), stage, "remove") if removed.strip(NOTHING) else ()
    wanted = view(kept)
    asked = findings(text, wanted, stage, "add")
    if unsent or calm:
        asked = tuple(f for f in asked if f.category is Category.SNS)
    if unsent:
        return found + asked
    found += asked
    found = found or against_dictated(text, kept, stage)
    if asked or (not found and has_content(wanted) and not is_style(kept, stage)):
        found += findings(text, wanted, stage, "rest")
    return found or sounds_like(text, kept, stage)


def _failed(error: Exception) -> Finding:
    return Finding(
        f"request.error.{type(error).__name__}",
        None,
        Span(0, 0, ""),
        "確認の途中でうまくいかないことがあり、安全のため止めました。",
        "短い言葉で、もう一度書いてみてください。",
    )
