"""What a stage allows: findings that come from the structure of a message, not from a phrase."""

from guardrails.acts import Line
from guardrails.days import days_in, refused
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding, Stage

_GOOD = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.FUTURE, Act.CARE, Act.GREETING})
_RISKY = frozenset({"trail", "day", "contact", "meet", "you", "feeling", "past", "invite"})


def judge(
    text: Text, known: tuple[Line, ...], *, stage: Stage, incoming: Text, found: list[Finding]
) -> list[Finding]:
    """Findings of the stage's own policy; ``found`` is what the rules already say."""
    if not known:
        return [_nothing(text)] if stage in (Stage.SILENCE, Stage.WAITING) else []
    if stage in (Stage.SILENCE, Stage.WAITING):
        return _silence(text, known, found)
    if stage is Stage.CLOSED:
        return _closed(text, known, incoming)
    if stage is Stage.DECLINED:
        return _declined(text, known, incoming)
    if stage is Stage.COOLDOWN:
        return _cooldown(text, known)
    if stage is Stage.SECOND_INVITE:
        return _second_invite(text, known)
    return _alternative(text, known, incoming)


def _asked(incoming: Text) -> bool:
    return any(s.question for s in incoming.sentences)


def _unsure(text: Text, sentence: Sentence, rule: str, why: str, hint: str) -> Finding:
    return Finding(rule, None, text.span(sentence.start, sentence.end), why, hint)


def _against(text: Text, sentence: Sentence, rule: str, category: Category, why: str, hint: str) -> Finding:
    return Finding(rule, category, text.span(sentence.start, sentence.end), why, hint)


def _nothing(text: Text) -> Finding:
    return Finding(
        "silence.wordless",
        Category.CHASING,
        text.span(0, len(text.original)),
        "返事を待っている間の記号やスタンプだけの送信も、催促として届きやすいです。",
        "今は送らずに、相手のペースにまかせてみませんか。",
    )


def _silence(text: Text, known: tuple[Line, ...], found: list[Finding]) -> list[Finding]:
    out = []
    notice = any("notice" in line.marks for line in known)
    for line in known:
        if notice and not line.question and not line.marks & {"you", "feeling", "invite"}:
            continue
        if line.marks & {"reply_free"} or line.acts & {Act.CARE, Act.THANKS} and not line.question:
            if notice or Act.CARE in line.acts:
                continue
        if line.question:
            out.append(
                _against(text, line.sentence, "silence.question", Category.CHASING, W_SILENCE_Q, H_SILENCE)
            )
        else:
            out.append(_unsure(text, line.sentence, "silence.unknown", W_SILENCE, H_SILENCE))
    return out


def _closed(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    out = []
    asked = _asked(incoming)
    for line in known:
        if line.question and not asked:
            out.append(
                _against(
                    text, line.sentence, "closed.question", Category.CONTACT_AFTER_CLOSED, W_CLOSED, H_CLOSED
                )
            )
        elif not line.acts & _GOOD:
            if line.marks & _RISKY:
                out.append(
                    _against(
                        text,
                        line.sentence,
                        "closed.unknown",
                        Category.CONTACT_AFTER_CLOSED,
                        W_CLOSED,
                        H_CLOSED,
                    )
                )
            else:
                out.append(_unsure(text, line.sentence, "closed.unknown", W_CLOSED, H_CLOSED))
    return out


def _declined(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    out = []
    asked = _asked(incoming)
    for line in known:
        if line.question and not asked:
            if not line.acts & {Act.CARE, Act.ACCEPTANCE, Act.THANKS}:
                out.append(_unsure(text, line.sentence, "declined.question", W_QUESTION, H_DECLINED))
        elif not line.acts & _GOOD and line.marks & _RISKY:
            out.append(_unsure(text, line.sentence, "declined.unknown", W_UNKNOWN, H_DECLINED))
    return out


def _cooldown(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    out = []
    for line in known:
        if "past" in line.marks:
            out.append(_unsure(text, line.sentence, "cooldown.past", W_PAST, H_COOLDOWN))
    if sum(line.question for line in known) > 2:
        out.append(_unsure(text, known[-1].sentence, "cooldown.questions", W_MANY, H_COOLDOWN))
    return out


def _second_invite(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    marks = frozenset().union(*(line.marks for line in known))
    acts = frozenset().union(*(line.acts for line in known))
    if "invite" not in marks:
        return []
    concrete, exits = "concrete" in marks, Act.EXIT in acts
    first = next(line for line in known if "invite" in line.marks).sentence
    out = []
    if not exits and not concrete:
        out.append(_against(text, first, "vague_invite.bare", Category.VAGUE_INVITE, W_VAGUE, H_INVITE))
        out.append(
            _against(text, first, "vague_invite.bare_pressure", Category.PRESSURE, W_NO_EXIT, H_INVITE)
        )
    elif not concrete and "thing" not in marks:
        out.append(
            _against(text, first, "vague_invite.nothing_concrete", Category.VAGUE_INVITE, W_VAGUE, H_INVITE)
        )
    elif not exits:
        out.append(_unsure(text, first, "second_invite.no_exit", W_NO_EXIT, H_INVITE))
    return out


def _alternative(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    out = []
    theirs, lost = days_in(incoming), refused(incoming)
    offered = theirs.weekdays - lost.weekdays
    sorry = any(line.marks & {"sorry"} for line in known)
    for line in known:
        mine = days_in(line.sentence)
        if line.question and offered and mine.weekdays and not mine.weekdays & offered and not sorry:
            out.append(_unsure(text, line.sentence, "alternative.other_day", W_OTHER_DAY, H_ALTERNATIVE))
    return out


W_SILENCE_Q = "返事を待っている間の質問は、軽いものでも答えをせかす形になります。"
W_SILENCE = "相手の返事を待っている間は、用件の連絡のほかは送らないのがいちばん伝わります。"
H_SILENCE = "今は送らずに、自分の時間を過ごしてみませんか。"
W_CLOSED = "終わりを伝えられたあとは、短い受け止めの言葉のほかは相手をこわがらせることがあります。"
H_CLOSED = "「わかりました。今までありがとう」だけにして、ここで終わりにしませんか。"
W_QUESTION = "断った直後の質問は、答える負担をもう一つ増やします。"
W_UNKNOWN = "感謝・受け止め・ねぎらいのどれかと言い切れない文です。重さが残るかもしれません。"
H_DECLINED = "「教えてくれてありがとう」「気にしないでね」のような短い言葉にしてみませんか。"
W_PAST = "断られた話に戻ると、雑談の軽さがなくなります。"
W_MANY = "質問が続くと、雑談でも答える負担が大きくなります。"
H_COOLDOWN = "自分の小さな話を一つして、質問は軽いもの一つまでにしてみませんか。"
W_VAGUE = "何をいつするのかが見えない誘いは、返事に迷わせてしまいます。"
W_NO_EXIT = "断りやすい一言がないと、誘いが重く届きます。"
H_INVITE = "相手の好きなものに寄せて、日と場所を一つ、それに「無理せず」を添えてみませんか。"
W_OTHER_DAY = "相手が出してくれた日とちがう日になっています。"
H_ALTERNATIVE = "相手の出してくれた日に合わせるか、難しければお礼を先に伝えてみませんか。"
