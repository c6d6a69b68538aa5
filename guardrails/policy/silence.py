"""While their answer is awaited: nothing is sent but a necessary notice."""

from guardrails.acts import Line
from guardrails.policy.findings import against, unsure
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding

_KIND = frozenset({Act.CARE, Act.THANKS, Act.GREETING})
_INVITING = frozenset({"would_you", "volition", "invite"})
W_SILENCE_Q = "返事を待っている間の質問は、軽いものでも答えをせかす形になります。"
W_SILENCE_I = "返事のないうちの新しい誘いは、前の返事もせかすことになります。"
W_SILENCE = "相手の返事を待っている間は、用件の連絡のほかは送らないのがいちばん伝わります。"
H_SILENCE = "今は送らずに、自分の時間を過ごしてみませんか。"


def wordless(text: Text) -> Finding:
    """A message of nothing but marks."""
    return Finding(
        "silence.wordless",
        Category.CHASING,
        text.span(0, len(text.original)),
        "返事を待っている間の記号やスタンプだけの送信も、催促として届きやすいです。",
        "今は送らずに、相手のペースにまかせてみませんか。",
    )


def silence(text: Text, known: tuple[Line, ...], found: list[Finding]) -> list[Finding]:
    """A notice of something necessary passes, a kind word alone is doubted, all else chases."""
    notice = any("notice" in line.marks and not line.question for line in known) and not found
    if notice:
        asks = [line for line in known if line.question]
        return [unsure(text, line.sentence, "silence.notice_asks", W_SILENCE_Q, H_SILENCE) for line in asks]
    out = []
    for line in known:
        if line.marks & _INVITING:
            out.append(
                against(text, line.sentence, "silence.invite", Category.REPROPOSE, W_SILENCE_I, H_SILENCE)
            )
        if line.question:
            out.append(_chasing(text, line.sentence, "silence.question", W_SILENCE_Q))
        elif line.acts & _KIND:
            out.append(unsure(text, line.sentence, "silence.kind", W_SILENCE, H_SILENCE))
        else:
            out.append(_chasing(text, line.sentence, "silence.more_words", W_SILENCE))
    return out


def _chasing(text: Text, sentence: Sentence, rule: str, why: str) -> Finding:
    return against(text, sentence, rule, Category.CHASING, why, H_SILENCE)
