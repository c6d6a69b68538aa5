"""What a stage allows: findings that come from the structure of a message, not from a phrase."""

from guardrails.acts import Line
from guardrails.days import days_in, refused
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding, Stage

_GOOD = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.FUTURE, Act.CARE, Act.GREETING})
_RISKY = frozenset({"trail", "meet", "past", "invite", "would_you"})


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
    notice = any("notice" in line.marks and not line.question for line in known) and not found
    if notice:
        asks = [line for line in known if line.question]
        return [_unsure(text, line.sentence, "silence.notice_asks", W_SILENCE_Q, H_SILENCE) for line in asks]
    out = []
    for line in known:
        if line.question or line.marks & {"would_you", "volition", "invite"}:
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
        good = bool(line.acts & _GOOD)
        if line.question and not asked and not (good and len(line.sentence.fold) <= 10):
            out.append(_closed_by(text, line.sentence, "closed.question"))
        elif line.marks & {"would_you", "volition", "request"} and not good:
            out.append(_closed_by(text, line.sentence, "closed.request"))
        elif not good:
            if line.marks & {"contact", "meet", "invite", "you", "day"} or len(line.sentence.fold) > 18:
                out.append(_closed_by(text, line.sentence, "closed.more_words"))
            else:
                out.append(_unsure(text, line.sentence, "closed.unknown", W_CLOSED, H_CLOSED))
    return out


def _closed_by(text: Text, sentence: Sentence, rule: str) -> Finding:
    return _against(text, sentence, rule, Category.CONTACT_AFTER_CLOSED, W_CLOSED, H_CLOSED)


def _declined(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    out = []
    asked = _asked(incoming)
    for line in known:
        good = bool(line.acts & _GOOD)
        if line.marks & {"would_you"} and not asked:
            out.append(
                _against(text, line.sentence, "repropose.grammar", Category.REPROPOSE, W_INVITE, H_DECLINED)
            )
        elif line.question and not asked:
            out += _declined_question(text, line, incoming)
        elif not good and line.marks & _RISKY:
            out.append(_unsure(text, line.sentence, "declined.unknown", W_UNKNOWN, H_DECLINED))
    return out


def _declined_question(text: Text, line: Line, incoming: Text) -> list[Finding]:
    """A question right after a no: about a day it proposes again, about them it probes, else unsure."""
    sentence = line.sentence
    if "wh" in line.marks or "polite_question" in line.marks:
        if line.marks & {"day"} and days_in(sentence):
            return [
                _against(text, sentence, "repropose.question", Category.REPROPOSE, W_QUESTION, H_DECLINED)
            ]
        return [_against(text, sentence, "probing.question", Category.PROBING, W_QUESTION, H_DECLINED)]
    if line.acts & {Act.CARE, Act.ACCEPTANCE, Act.THANKS} and not line.marks & {"concrete", "you"}:
        return []
    return [_unsure(text, sentence, "declined.question", W_QUESTION, H_DECLINED)]


def _cooldown(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    out = []
    for line in known:
        ahead = "concrete" in line.marks or "ahead" in line.marks
        if "would_you" in line.marks:
            out.append(
                _against(text, line.sentence, "repropose.grammar", Category.REPROPOSE, W_INVITE, H_COOLDOWN)
            )
        elif ahead and line.marks & {"volition", "invite", "meet"}:
            out.append(
                _against(text, line.sentence, "repropose.plan", Category.REPROPOSE, W_INVITE, H_COOLDOWN)
            )
        elif ahead and (line.question or "request" in line.marks):
            out.append(_unsure(text, line.sentence, "cooldown.ahead", W_INVITE, H_COOLDOWN))
        elif "past" in line.marks:
            out.append(_unsure(text, line.sentence, "cooldown.past", W_PAST, H_COOLDOWN))
        elif line.marks & {"invite", "meet"} and line.marks & {"volition", "request", "you"}:
            out.append(_unsure(text, line.sentence, "cooldown.together", W_INVITE, H_COOLDOWN))
    if sum(line.question for line in known) > 2:
        out.append(_unsure(text, known[-1].sentence, "cooldown.questions", W_MANY, H_COOLDOWN))
    return out


def _second_invite(text: Text, known: tuple[Line, ...]) -> list[Finding]:
    marks = frozenset().union(*(line.marks for line in known))
    acts = frozenset().union(*(line.acts for line in known))
    inviting = [line for line in known if line.marks & {"invite", "would_you", "volition", "concrete", "day"}]
    if not inviting:
        return []
    first = inviting[0].sentence
    concrete, exits = "concrete" in marks, Act.EXIT in acts or "condition" in marks
    soft = bool(marks & {"soft", "would_you"})
    out = []
    if not exits and not (soft and concrete):
        out.append(_against(text, first, "vague_invite.no_exit", Category.VAGUE_INVITE, W_NO_EXIT, H_INVITE))
        out.append(_against(text, first, "pressure.no_exit", Category.PRESSURE, W_NO_EXIT, H_INVITE))
    elif not exits:
        out.append(_unsure(text, first, "second_invite.no_exit", W_NO_EXIT, H_INVITE))
    if not concrete and "thing" not in marks:
        out.append(
            _against(text, first, "vague_invite.nothing_concrete", Category.VAGUE_INVITE, W_VAGUE, H_INVITE)
        )
    elif not concrete:
        out.append(_unsure(text, first, "second_invite.no_day", W_VAGUE, H_INVITE))
    return out


def against_distance(
    text: Text, known: tuple[Line, ...], theirs: frozenset[str], stage: Stage
) -> list[Finding]:
    """They said they want to be left alone, or not to be asked: then no question and no invitation."""
    if "wants_distance" not in theirs:
        return []
    out = []
    for line in known:
        if stage is not Stage.DECLINED and line.marks & {"invite", "would_you", "volition", "meet"}:
            out.append(
                _against(text, line.sentence, "pressure.distance", Category.PRESSURE, W_DISTANCE, H_DISTANCE)
            )
        elif line.question and "wh" in line.marks:
            out.append(
                _against(text, line.sentence, "probing.distance", Category.PROBING, W_DISTANCE, H_DISTANCE)
            )
    return out


_SOONER = frozenset({"今日", "本日", "今夜", "今晩", "明日", "あした", "明後日", "あさって", "今週", "来週"})
_WIDE = frozenset({"来週", "来月", "今週", "今月", "再来週", "月末", "再来月"})


def _alternative(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    out = []
    theirs, lost = days_in(incoming), refused(incoming)
    offered = theirs.weekdays - lost.weekdays
    sorry = any("sorry" in line.marks for line in known)
    everyone = any(
        w in incoming.fold.text for w in ("みんな", "皆", "友達", "一緒でも", "人で", "グループ", "誘って")
    )
    for line in known:
        mine = days_in(line.sentence)
        proposes = line.question or bool(line.marks & {"volition", "would_you", "request", "invite"})
        sooner = mine.near & _SOONER - theirs.near
        other = offered and mine.weekdays and not mine.weekdays & offered and not theirs.near & _WIDE
        if sorry or not proposes:
            continue
        if mine.weekdays & lost.weekdays or mine.dates & lost.dates or (sooner and theirs) or other:
            out.append(
                _against(
                    text, line.sentence, "repropose.other_day", Category.REPROPOSE, W_OTHER_DAY, H_ALTERNATIVE
                )
            )
    if everyone:
        for line in known:
            if any(w in line.sentence.fold for w in ("二人", "2人", "ふたり")) and not sorry:
                out.append(
                    _against(
                        text, line.sentence, "pressure.two_alone", Category.PRESSURE, W_TWO, H_ALTERNATIVE
                    )
                )
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
W_TWO = "みんなでと言ってくれた相手に、二人でと返すと押し返すことになります。"
W_INVITE = "今は新しい誘いや予定の話をしないほうが、相手が安心して話せます。"
W_DISTANCE = "そっとしておいてほしい、聞かないでほしいという言葉が相手から出ています。"
H_DISTANCE = "「ゆっくりしてね、返事はいらないよ」とだけ伝えて、待ってみませんか。"
