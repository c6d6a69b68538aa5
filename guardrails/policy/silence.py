"""While their answer is awaited: nothing is sent but a necessary notice."""

from guardrails.acts import Line
from guardrails.policy.findings import against, unsure
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding

W_SILENCE_Q = "返事を待っている間の質問は、軽いものでも答えをせかす形になります。"
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
    """What asks is chasing, what does not is doubted; a notice of something necessary passes."""
    notice = any("notice" in line.marks and not line.question for line in known) and not found
    if notice:
        asks = [line for line in known if line.question]
        return [unsure(text, line.sentence, "silence.notice_asks", W_SILENCE_Q, H_SILENCE) for line in asks]
    out = []
    for line in known:
        if line.question or line.marks & {"would_you", "volition", "invite"}:
            out.append(
                against(text, line.sentence, "silence.question", Category.CHASING, W_SILENCE_Q, H_SILENCE)
            )
        else:
            out.append(unsure(text, line.sentence, "silence.unknown", W_SILENCE, H_SILENCE))
    return out
