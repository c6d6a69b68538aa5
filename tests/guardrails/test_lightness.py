"""What is light after a no, and what wants something whatever kind word is in it: told by grammar."""

import pytest

from guardrails.acts import Line, lines
from guardrails.check import check, rules
from guardrails.kinds.lightness import light
from guardrails.kinds.wanting import wants
from guardrails.text import view
from guardrails.vocabulary import Outcome, Stage


def line_of(text: str, incoming: str = "") -> Line:
    seen, theirs = view(text), view(incoming)
    matches = rules().match(seen, incoming=theirs, stage=Stage.DECLINED.value, asked="no")
    return lines(seen, matches)[0]


LIGHT = [
    # their words, what takes them up or leaves them free
    ("その日は部活の合宿なんだ", "合宿!"),
    ("おばあちゃんの誕生日で", "おばあちゃん喜ぶだろうね〜"),
    ("すまん、その日は草野球やねん", "おっ、野球かいな"),
    ("ごめん、ちょっと無理", "返事しなくていいよ"),
    ("返信遅くなってごめん", "遅いなんて思いませんでしたよ"),
    ("実はえび苦手で", "覚えておきますね"),
    ("ごめん、その日は無理", "こっちは家でカレー煮るわ"),
    ("ごめん、その日は無理", "近所の銭湯でふやけてくる"),
    ("今週は残業続き", "お互いぼちぼちいこ"),
    ("免許の合宿なの", "安全運転で!"),
    ("あと3日で締切なんだ", "あと3日か、締切前は長いよね"),
    # a picture, help from afar, a good end, the joy of others, a tip, the same of oneself
    ("昨日親知らず抜いて", "これはプリンの出番だ"),
    ("ごめん、引っ越しなんだ", "段ボールと毛布の要塞ですね"),
    ("ごめん、その日は試験", "鉛筆が勝手に走る魔法かけとくね"),
    ("風邪ひいちゃって", "生姜湯が強い味方になってくれるはず"),
    ("ごめん、その日は法事で", "みんな集まってにぎやかでしょうね"),
    ("夜行バスで帰省なの", "首に巻くものがあると楽ですよ"),
    ("ごめん、今月は金欠で", "俺ももやし生活だよ"),
    ("息子の運動会なんです", "想像しただけで頬がゆるみます"),
    ("ごめん、ちょっと無理", "無理に話さんでええからな"),
    # their answer taken in, a thing left be, help from afar that weighs nothing
    ("今は控えたいです", "やさしいお言葉が胸に染みました"),
    ("今は控えたいです", "ご丁寧なお返事に頭が下がります"),
    ("その本もう読んじゃって", "結末は聞かずにおきますね"),
    ("ごめん、引っ越しで", "念だけ送っとく"),
    ("姉の結婚式なんだ", "お姉さんに拍手送っとくね"),
    ("ごめん、模試なんだ", "ノートの山が味方してくれるはず"),
]
NOT_LIGHT = [
    ("その日は部活の合宿なんだ", "合宿が終われば会えるね"),
    ("ごめん、ちょっと無理", "返事はいつでもいいから待ってる"),
    ("友達と約束があって", "友達のほうが楽しいもんね"),
    ("ごめん、その日は無理", "こっちは予定を空けとくわ"),
    ("ごめん、その日は無理", "俺は寂しく帰るわ"),
    ("ごめん、その日は無理", "今夜は満月らしいよ"),
    ("あと3日で締切なんだ", "締切の次の日は10日だね"),
    ("用事があって", "用事って便利な言葉だ"),
    ("ごめん、その日は無理", "はあ"),
    ("その日は仕事", "仕事は何時まで?"),
    ("ごめん、その日は無理", "大人なら当然の義務だ"),
    ("ごめん、その日は無理", "それが君の答えだ"),
    ("ごめん、その日は無理", "来週は焼肉の日だ"),
    ("ごめん、その日は無理", "一時間くらい作れるはず"),
    ("ごめん、その日は無理", "君なら来てくれるはず"),
    ("ごめん、その日は無理", "俺もそっちに行くわ"),
    ("ごめん、その日は無理", "私も会いたい"),
    ("ごめん、その日は無理", "誰といるのか想像して眠れない"),
    ("ごめん、その日は無理", "彼氏も喜ぶでしょうね"),
    ("ごめん、その日は無理", "毎日エールを送るね"),
    ("ごめん、その日は無理", "早めに言ってくれると助かるよ"),
    ("ごめん、その日は無理", "お返事に壁を感じました"),
    ("ごめん、その日は無理", "丁寧なお返事ほど冷たく感じます"),
    ("ごめん、その日は無理", "やさしい言葉は君には届かない"),
    ("ごめん、その日は無理", "本当の理由は聞かずにおくね"),
    ("ごめん、その日は無理", "チケットだけ送っとく"),
    ("ごめん、その日は無理", "君が味方してくれるはず"),
]
WANTS = [
    "空いてる日を教えてもらえるとうれしいな",
    "一言くれたら安心できるよ",
    "私も隣で見たい",
    "そのままで十分すてきなのに",
    "いつまでも待ってるね",
    "お楽しみは取っておくね",
]
WANTS_NOTHING = [
    "教えてもらえて助かったよ",
    "これからも普通に話してくれたらうれしい",
    "待ってないから大丈夫だよ",
    "遠くから念を送っとく",
    "いい朝を迎えられますように",
    "楽しんできてね",
]


@pytest.mark.parametrize(("incoming", "text"), LIGHT, ids=lambda v: str(v)[:14])
def test_light(incoming: str, text: str) -> None:
    assert light(line_of(text, incoming), view(incoming))


@pytest.mark.parametrize(("incoming", "text"), NOT_LIGHT, ids=lambda v: str(v)[:14])
def test_not_light(incoming: str, text: str) -> None:
    assert not light(line_of(text, incoming), view(incoming))


@pytest.mark.parametrize("text", WANTS, ids=str)
def test_wants(text: str) -> None:
    assert wants(line_of(text))


@pytest.mark.parametrize("text", WANTS_NOTHING, ids=str)
def test_wants_nothing(text: str) -> None:
    assert not wants(line_of(text))


def test_our_own_draft_does_not_pass_on_a_kind_word_that_wants_something() -> None:
    draft = "お仕事おつかれさま。落ち着いた頃に一言もらえるとうれしいな"
    assert check(draft, stage=Stage.DECLINED, incoming="仕事でごめん", ours=True).outcome is not Outcome.PASS
