"""A shown draft written another way, as wished, and guarded again."""

from collections.abc import Iterator
from dataclasses import replace

from coach.answering.composed import composed_drafts, said
from coach.answering.wanted import Desk, Wanted, standing
from coach.answering.written import written
from coach.compose import compose
from coach.drafting.restyle import UNCHANGED, restyled
from coach.drafting.style import Style, kind_for, register_for, styles_of
from coach.parts import Declined, Draft, Finished, Kind, Part, Source, Unusable
from coach.story.memory import Case
from coach.usable import unusable
from guardrails.check import check
from guardrails.request import check_request
from guardrails.vocabulary import Outcome, RequestKind, RequestVerdict

_NO_STORY = "どの場面の案か分からなくなりました。もう一度、状況を書いてもらえますか。"
_ONLY_STYLES = (
    "AIモデルなしで応えられるのは、短く・やわらかく・敬語・タメ口・方言・絵文字なし・断り道・別の案です。"
    "近い形で作り直しました。"
)
_NO_MORE = "この場面で出せる言い方は、ここまででひととおりです。上の案から選ぶか、手で直してみてください。"


def redraft(draft: Draft, wish: str, *, case: Case, desk: Desk) -> Iterator[Part]:
    """The draft as wished; a wish that would make it NG is answered with why not and what works instead."""
    before = standing(case)
    if sentence := unusable(wish):
        yield Unusable(sentence)
        yield Finished(None)
        return
    if before is None or before[2].stage is None:
        yield Unusable(_NO_STORY)
        yield Finished(None)
        return
    text, reading, plan = before
    verdict = check_request(wish, stage=plan.stage or before[2].stage)
    if verdict.kind is RequestKind.CONTENT_NG:
        yield _declined(verdict)
        yield Finished(None)
        return
    styles = styles_of(wish)
    wanted = Wanted(
        text=text,
        reading=replace(reading, register=register_for(styles, reading.register)),
        plan=plan,
        case=case,
        today=desk.today,
        kinds=tuple(Kind) if Style.ANOTHER in styles else (kind_for(styles, draft.kind),),
        draft=draft,
        wish=wish,
    )
    if len(styles) == 1 and styles[0] in UNCHANGED and not (desk.model and styles[0] is Style.DIALECT):
        yield from _restyled(draft, styles[0], wanted)
    elif desk.model is not None:
        yield from written(wanted, desk.model)
    else:
        yield from _recomposed(wanted, understood=bool(styles))


def _declined(verdict: RequestVerdict) -> Declined:
    return Declined(
        categories=verdict.categories,
        why=tuple(dict.fromkeys(finding.why for finding in verdict.findings)),
        instead=next((finding.hint for finding in verdict.findings if finding.hint), ""),
    )


def _restyled(draft: Draft, style: Style, wanted: Wanted) -> Iterator[Part]:
    changed = restyled(draft, style, wanted)
    if changed.text == draft.text and style is Style.DIALECT:
        draft = next(
            iter(compose(wanted, kinds=(draft.kind,))), draft
        )  # a polite one has none; a casual one may
        changed = restyled(draft, style, wanted)
    if changed.text == draft.text:
        yield from said(UNCHANGED[style])
        yield Finished(None)
        return
    passed = (
        check(changed.text, stage=wanted.stage, incoming=wanted.incoming, ours=True).outcome is Outcome.PASS
    )
    if passed:
        yield wanted.drafted(changed)
    else:
        yield from composed_drafts(wanted, (draft.kind,), shown=wanted.shown)
    yield Finished(changed.source if passed else Source.COMPOSED)


def _recomposed(wanted: Wanted, *, understood: bool) -> Iterator[Part]:
    if not understood:
        yield from said(_ONLY_STYLES)
    drafts = tuple(composed_drafts(wanted, wanted.kinds, shown=wanted.shown))
    yield from drafts
    if not drafts:
        yield from said(_NO_MORE)
    yield Finished(Source.COMPOSED if drafts else None)
