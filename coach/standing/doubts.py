"""What is thin or contradictory in a reading, in short sentences, and the one question worth asking back."""

import re

from coach.situation import Reading, ReasonKind, SignId, Topic
from guardrails.vocabulary import Danger, Stage

_WARM = frozenset({SignId.OTHER_DAY, SignId.REASON_AND_APOLOGY, SignId.REGRET, SignId.GROUP})
_COOL = frozenset({SignId.BARE_BUSY, SignId.POSTPONED, SignId.DODGED, SignId.PLACE_ONLY})
_ASKED_BACK = {
    Stage.DECLINED: "誘いを断られて、まだ返事をしていないところ、で合っていますか。",
    Stage.ALTERNATIVE: "相手のほうから別の日や形を出してくれた、で合っていますか。",
    Stage.SILENCE: "最後に書いたのはあなたで、返事を待っているところ、で合っていますか。",
    Stage.COOLDOWN: "断られたあと返事は済んでいて、間をあけているところ、で合っていますか。",
    Stage.SECOND_INVITE: "断られてから日がたって、また誘おうか考えているところ、で合っていますか。",
    Stage.WAITING: "誘いの返事ではなく、連絡そのものを待っているところ、で合っていますか。",
    Stage.CLOSED: "はっきりした断りや別れがあった、で合っていますか。",
}
THEIR_WORDS = (
    "何を送って、何と返ってきましたか。そのままの言葉で大丈夫です。",
    "相手の返事を、そのままの言葉で教えてもらえますか。",
)
"""The questions that are answered with words of theirs, which then need no marks."""
_TURNED_DOWN = re.compile(r"振ら|ふら|フラ|フら")
TIMED = (Stage.COOLDOWN, Stage.SECOND_INVITE)
"""Where what may be done hangs on how long ago the no was."""


def unsure(reading: Reading) -> tuple[str, ...]:
    """Sentences for the user about what the words do not settle."""
    signs = {s.id for s in reading.signs}
    said = []
    if any(a.danger is Danger.IDIOM for a in reading.alarms):
        said.append(
            "「死ぬ」のような言葉は、言い回しとして読みました。言葉どおりの意味なら、そう教えてください。"
        )
    if reading.proposed:
        said.append("いまどの段階かは、文全体の言い回しからの推測です。")
    if signs & _WARM and signs & _COOL:
        said.append("前向きにとれる言葉と、先のばしにとれる言葉が両方あり、灰色です。")
    if reading.stage is Stage.DECLINED and not (signs or reading.dependent or _says_why(reading)):
        said.append("断りの言葉のほかに手がかりがなく、気持ちまでは読めません。")
    if reading.stage in TIMED and reading.days_since is None:
        said.append("いつ断られたかが分からないので、日数は数えていません。")
    if reading.stage is Stage.SILENCE and reading.days_since is None:
        said.append("どのくらい返事がないのかは、書かれていません。")
    if reading.stage is Stage.SILENCE and reading.incoming is None and reading.unanswered > 1:
        said.append("送った通数は、書かれていることから数えました。")
    return tuple(said)


def _says_why(reading: Reading) -> bool:
    """Whether a concrete reason is given: a clue, though no sign where nobody says sorry."""
    reason = reading.reason
    known = reason.kind not in (ReasonKind.OTHER, ReasonKind.NONE)
    return known and reason.span is not None and not reason.formula


def unclear(reading: Reading) -> bool:
    """Whether their words themselves are thin or contradictory; a plain reason is plain, whatever else is not known."""
    signs = {s.id for s in reading.signs}
    plain = signs & _WARM and not signs & _COOL
    return bool(reading.unsure) and not plain


def _only_turned_down(reading: Reading) -> bool:
    """Whether the end is read from nothing but that word, which people also say of an invitation."""
    return any(sign.id is SignId.CLOSED and _TURNED_DOWN.match(sign.span.text) for sign in reading.signs)


def question(reading: Reading) -> str:
    """The one short question that would help most, or ""."""
    if reading.proposed and reading.stage is not None and reading.topic is Topic.SITUATION:
        return _ASKED_BACK[reading.stage]
    if reading.stage is Stage.CLOSED and reading.incoming is None and _only_turned_down(reading):
        return "「振られた」は、気持ちを断られた、誘いを断られた、のどちらでしたか。"
    if reading.topic is Topic.OTHER and reading.stage is None and not (reading.undecided or reading.accepted):
        return THEIR_WORDS[0]
    if reading.stage in TIMED and reading.days_since is None:
        return "断られたのは、いつごろでしたか。"
    if reading.stage is Stage.SECOND_INVITE and not reading.interests:
        return "相手が好きだと言っていたものはありますか。"
    if reading.stage is Stage.DECLINED and reading.incoming is None:
        return THEIR_WORDS[1]
    if reading.topic is Topic.DRAFT_CHECK and reading.own_draft is None:
        return "送ろうとしている文を、そのまま貼ってもらえますか。"
    return ""
