"""What is said when a message speaks of danger, and to whom one can turn: calm words first, numbers last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.parts import Helped, Line, Worried
from guardrails.danger.ages import read_ages
from guardrails.helplines import Helpline, catalogue, lines_for, open_now
from guardrails.vocabulary import Alarm, Danger


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about one danger; ``most`` is how many lines are shown besides the emergency numbers."""

    said: tuple[str, ...]
    most: int
    emergency: bool = False


_YOUNG = "話しやすい大人(家族、保健室の先生、親せき)にも、ひとりだけでいいので話してみてください。"

WORDS: dict[Danger, Words] = {
    Danger.SELF_HARM: Words(
        (
            "話してくださって、ありがとうございます。それほどつらい中にいるのですね。",
            "私はAIです。そばには行けませんが、このことを軽く扱うことはしません。",
            "メッセージのことは、いまは置いておきましょう。あなたの今夜のほうが大事です。",
            "薬をたくさん飲んだ、けがをしている、いま危ない場所にいるときは、119番か110番へ電話してください。",
            "そうでないときも、今夜は人の声につながってください。うまく話せなくても、だまっていても大丈夫です。",
        ),
        most=3,
        emergency=True,
    ),
    Danger.DV: Words(
        (
            "書いてくださって、ありがとうございます。こわい思いをしてきたのですね。",
            "書いてあることは暴力や支配にあたります。あなたが我慢して直すものではありません。",
            "相手をなだめるための文は、ここでは作りません。あなたの安全を先に考えたいからです。",
            "いま身の危険があるときは、その場を離れて110番へ。けがをしているときは119番へ電話してください。",
            "会って話さなくても、匿名で相談できる窓口があります。",
        ),
        most=3,
        emergency=True,
    ),
    Danger.BEING_PURSUED: Words(
        (
            "それはこわかったですね。気のせいだとは思いません。",
            "断ったあとも続く接触は、相手の文がやさしくても、つきまといにあたることがあります。",
            "日付、時刻、画面、届いた物は、消さずに残してください。返事の言い回しを工夫する必要はありません。",
            "いま近くにいる、家の前にいるときは、迷わず110番へ電話してください。",
            "そうでないときは、警察の相談電話で話せます。行く道や帰る時間は、しばらく誰かと一緒に。",
        ),
        most=3,
        emergency=True,
    ),
    Danger.THREAT: Words(
        (
            "それほど苦しい夜なのですね。怒りや悔しさを持つこと自体は、悪いことではありません。",
            "ただ、脅すことや、写真や秘密を広めること、傷つけることは犯罪になります。その文は、言い方を変えてもお手伝いできません。",
            "いまは相手に何も送らず、スマホを置いて、その場から少し離れてください。",
            "自分を止められないと感じるときは、110番へ電話してかまいません。誰かに話すと、今夜を越えやすくなります。",
        ),
        most=2,
        emergency=True,
    ),
    Danger.SEXTORTION: Words(
        (
            "話してくださって、ありがとうございます。悪いのは脅している側で、あなたではありません。",
            "お金は払わないでください。写真や動画も、これ以上は送らないでください。もう払ったあとでも同じです。",
            "やりとりは消さず、画面を残して、返事はせずに、すぐ警察へ相談してください。払ったあとでも相談できます。",
            "返事の文は、ここでは作りません。相手とのやりとりを、ここで止めるためです。",
        ),
        most=3,
        emergency=True,
    ),
    Danger.ABOUT_TO_PURSUE: Words(
        (
            "それほど会いたいのですね。あきらめきれない気持ちは、おかしなものではありません。",
            "それでも、断られたあとに待つこと、調べること、別の手段で届けることは、相手を怖がらせ、傷つけます。",
            "ストーカー規制法に触れることもあります。ですから、この方への文は、ここではもう作りません。",
            "いまは連絡も、会いに行くこともしないでください。今夜は、気持ちを紙に書くか、友人に電話してみませんか。",
            "ひとりで抱えるのがつらいときは、話を聞く窓口があります。",
        ),
        most=2,
    ),
    Danger.MINOR: Words(
        (
            "相談してくださって、ありがとうございます。年の差の話なので、ここはゆっくり進めさせてください。",
            "一方が18歳未満で、もう一方が大人のとき、二人で会う誘いや秘密のやりとりの文は、ここでは作りません。",
            "あなたが18歳未満なら、会いに行かなくて大丈夫です。返事を急がなくてもかまいません。",
            "あなたが大人の側なら、誘わず、距離を置くことが、その人を守ることになります。",
            _YOUNG,
        ),
        most=3,
    ),
    Danger.MONEY_FRAUD: Words(
        (
            "書いてくださって、ありがとうございます。引っかかりを覚えたのは、大事な感覚です。",
            "会ったことのない相手から、お金や投資の話が出たときは、詐欺と考えてください。",
            "お金も、カードの番号も、これ以上は送らないでください。返事の文も、ここでは作りません。",
            "やりとりと振込の記録は、消さずに残してください。すでに送ったあとでも、警察に相談できます。振込先の銀行にも連絡してください。",
        ),
        most=2,
    ),
}
"""The dangers that end the path, and what is said. ``WORK_POWER`` only makes the plan stricter."""

IDIOM_ASIDE = "言葉どおりの意味なら、先にその話を聞かせてください。そうでなければ、このまま続けますね。"
"""Said once when the wording was probably a figure of speech; the path goes on."""


WORRY = (
    "読み違いだったらごめんなさい。書いてくれた中に、少し心配になる言葉がありました。",
    "つらさや怖さ、止められない気持ちがあるときは、先に人の声につながってください。",
)
WORRY_QUESTION = "このまま、送る言葉の相談を続けて大丈夫ですか。"
_WORRY_LINES = 3


def help_for(alarms: Sequence[Alarm], *, at: datetime) -> Helped | None:
    """The words and lines for the gravest danger that ends the path, or None when none does.

    ``alarms`` come from ``guardrails.safety.screen``, ``at`` is an aware datetime. Lines that answer at that moment
    come first; where the evidence says that someone is under 18, the lines for the young come before the others.
    """
    alarm = next((a for a in alarms if a.danger in WORDS), None)
    if alarm is None:
        return None
    words = WORDS[alarm.danger]
    young = alarm.danger is Danger.MINOR or any(read_ages(s.text).minors for s in alarm.evidence)
    said = words.said if not young or _YOUNG in words.said else (*words.said, _YOUNG)
    lines = lines_for(alarm.danger, young=young)
    first = [line for line in lines if line.emergency and words.emergency]
    rest = sorted(
        (line for line in lines if not line.emergency),
        key=lambda line: (_rank(open_now(line, at)), not line.young),
    )
    return Helped(alarm.danger, said, tuple(_shown(line, at) for line in (*rest[: words.most], *first)))


def aside_for(alarms: Sequence[Alarm]) -> str:
    """The one soft sentence for a figure of speech, or "" where it is not called for."""
    return IDIOM_ASIDE if any(a.danger is Danger.IDIOM for a in alarms) else ""


def worry_for(alarm: Alarm, *, at: datetime) -> Worried:
    """What is said when quiet words only might speak of danger: it may be a misreading, and it is said to be."""
    lines = sorted(lines_for(alarm.danger), key=lambda line: (line.emergency, _rank(open_now(line, at))))
    return Worried(WORRY, tuple(_shown(line, at) for line in lines[:_WORRY_LINES]))


def every_line(*, at: datetime) -> tuple[Line, ...]:
    """The whole catalogue, those that answer at that moment first."""
    ordered = sorted(catalogue(), key=lambda line: _rank(open_now(line, at)))
    return tuple(_shown(line, at) for line in ordered)


def still_there(lines: Sequence[Line], *, at: datetime) -> tuple[Line, ...]:
    """Lines that were shown before, as they answer at that moment; those no longer in the catalogue are left out."""
    known = {(line.name, line.contact): line for line in catalogue()}
    return tuple(_shown(known[key], at) for line in lines if (key := (line.name, line.contact)) in known)


def _rank(answering: bool | None) -> int:
    return {True: 0, None: 1, False: 2}[answering]


def _shown(line: Helpline, at: datetime) -> Line:
    return Line(
        name=line.name,
        contact=line.contact,
        hours=line.hours,
        note=line.note,
        source_url=line.source_url,
        verified_on=line.verified_on.isoformat(),
        open_now=open_now(line, at),
    )
