"""Between a no and a second invitation: small talk, and no plan hidden in it."""

from guardrails.acts import Line
from guardrails.policy.findings import W_INVITE, against, unsure
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding

W_PAST = "断られた話に戻ると、雑談の軽さがなくなります。"
W_MANY = "質問が続くと、雑談でも答える負担が大きくなります。"
H_COOLDOWN = "自分の小さな話を一つして、質問は軽いもの一つまでにしてみませんか。"


def cooldown(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    """What invites or plans, goes back to the no, or asks too much."""
    out = []
    for line in known:
        ahead = "concrete" in line.marks or "ahead" in line.marks
        if "would_you" in line.marks:
            out.append(
                against(text, line.sentence, "repropose.grammar", Category.REPROPOSE, W_INVITE, H_COOLDOWN)
            )
        elif ahead and line.marks & {"volition", "invite", "meet"}:
            out.append(
                against(text, line.sentence, "repropose.plan", Category.REPROPOSE, W_INVITE, H_COOLDOWN)
            )
        elif ahead and (line.question or "request" in line.marks):
            out.append(unsure(text, line.sentence, "cooldown.ahead", W_INVITE, H_COOLDOWN))
        elif "past" in line.marks:
            out.append(unsure(text, line.sentence, "cooldown.past", W_PAST, H_COOLDOWN))
        elif line.marks & {"invite", "meet"} and line.marks & {"volition", "request", "you"}:
            out.append(unsure(text, line.sentence, "cooldown.together", W_INVITE, H_COOLDOWN))
    if sum(line.question for line in known) > 2:
        out.append(unsure(text, known[-1].sentence, "cooldown.questions", W_MANY, H_COOLDOWN))
    return out
