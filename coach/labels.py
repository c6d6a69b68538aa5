"""The Japanese names of our closed sets, and dates as people write them: what the page and the terminal show."""

from datetime import date

from coach.situation import EventKind, SignId
from guardrails.vocabulary import Act, Category, Stage

STAGES: dict[Stage, str] = {
    Stage.DECLINED: "断られたところ",
    Stage.ALTERNATIVE: "別の日を出してくれた",
    Stage.SILENCE: "返事がまだない",
    Stage.COOLDOWN: "間をあけているところ",
    Stage.SECOND_INVITE: "もう一度誘えそうな時期",
    Stage.WAITING: "連絡を待つ気持ち",
    Stage.CLOSED: "はっきりした断り",
}
SIGNS: dict[SignId, str] = {
    SignId.OTHER_DAY: "別の日を自分から出してくれています。日程だけが合わなかった、と読める言葉です。",
    SignId.REASON_AND_APOLOGY: "具体的な理由と、おわびの言葉があります。ていねいに断ってくれています。",
    SignId.REGRET: "残念がる言葉があります。",
    SignId.GROUP: "みんなでなら、という提案です。二人きりはまだ早い、ということかもしれません。",
    SignId.NO_ANSWER: "返事がまだありません。理由は、相手にしか分かりません。",
    SignId.BARE_BUSY: "「何が」「いつまで」のない忙しさです。今は優先しにくい、と読める言葉です。",
    SignId.POSTPONED: "期限のない先延ばしです。次の連絡は相手に任せる、と読める言葉です。",
    SignId.DODGED: "日程の話は、先へ進んでいません。",
    SignId.PLACE_ONLY: "行き先の話はしていますが、一緒に行く話にはふれていません。",
    SignId.CLOSED: "はっきりした断りの言葉です。",
}
EVENTS: dict[EventKind, str] = {
    EventKind.INVITED: "誘った",
    EventKind.DECLINED: "断りの返事をもらった",
    EventKind.REPLIED: "返事をした",
    EventKind.SMALL_TALK: "軽いやりとりをした",
    EventKind.OFFERED: "別の日や形を出してくれた",
    EventKind.SILENCE: "送ったあと、返事がまだない",
    EventKind.CLOSED: "はっきり断られた",
    EventKind.MET: "会った",
}
ACTS: dict[Act, str] = {
    Act.THANKS: "感謝",
    Act.ACCEPTANCE: "受容",
    Act.FUTURE: "未来",
    Act.CARE: "労い",
    Act.INTEREST: "関心",
    Act.LIGHT: "軽い提案",
    Act.EXIT: "断り道",
    Act.GROUP: "みんなで",
    Act.DISCLOSURE: "近況",
    Act.QUESTION: "軽い質問",
    Act.ANSWER: "返事",
    Act.GREETING: "あいさつ",
}
CATEGORIES: dict[Category, str] = {
    Category.PROBING: "理由をさぐる",
    Category.REPROPOSE: "すぐの再提案",
    Category.EMOTIONAL: "気持ちをぶつける",
    Category.LECTURING: "お説教",
    Category.SNS: "SNSでのほのめかし",
    Category.CHASING: "追いLINE・確認",
    Category.PRESSURE: "押しの強さ",
    Category.VAGUE_INVITE: "断りにくい・あいまいな誘い",
    Category.CONTACT_AFTER_CLOSED: "終わったあとの連絡",
}
_WEEKDAYS = "月火水木金土日"


def day(on: date) -> str:
    """A day as people write it: 12月5日（土）."""
    return f"{on.month}月{on.day}日（{_WEEKDAYS[on.weekday()]}）"
