import pytest

from guardrails.danger.hearsay import given_up, laughed_at, only_told
from guardrails.text import view


@pytest.mark.parametrize(
    ("message", "words", "told"),
    [
        ("死にたいとかそういうのじゃ全然ないです", "死にたい", True),
        ("消えたいってわけではなく、休みたい", "消えたい", True),
        ("投資の話とか一切ない人です", "投資の", True),
        ("お金の話は一度も出ていません", "お金の", True),
        ("叩かれたりはしません", "叩かれ", True),
        ("「消えたい」って何かと思ったら、しみの話だった", "消えたい", True),
        ("殺されるかと思ったら涙が出た", "殺される", False),
        ("死ぬのは怖くない", "死ぬ", False),
        ("殺されるんじゃないかと怖い", "殺される", False),
        ("殴られるのは違うよね", "殴られる", False),
        ("推理小説で犯人が人を殺す場面の話をした", "殺す", True),
        ("待ち伏せする映画を観た", "待ち伏せ", True),
        ("痴漢撲滅のポスターを見た", "痴漢", True),
        ("ドラマのシーンみたいに殴られた", "殴られ", False),
        ("映画を断ったら殴られた", "殴られ", False),
        ("昔リスカしていたけど、今は元気です", "リスカ", True),
        ("前の夫に殴られました。裁判も終わった話です", "殴られ", True),
        ("昔もリスカしていて、また切りました。今は元気です", "リスカ", False),
        ("怒ったときは殴られる。今は大丈夫", "殴られ", False),
        ("友達がストーカーにあった話を聞いて怖くなった", "ストーカー", True),
        ("妹が殴られた話を聞いて心配。助けたい", "殴られ", False),
        ("彼に殴られた話を聞いてほしい", "殴られ", False),
        ("夢に元彼が出てきた。ずっと追いかけられる", "追いかけられ", True),
        ("怖い夢見た、知らん人に刺されるやつ", "刺され", True),
        ("夢みたいに優しかったのに殴られた", "殴られ", False),
        ("夢にも出る。現実でも毎日殴られています", "殴られ", False),
        ("将来の夢を見つけたのに、夫に殴られた", "殴られ", False),
        ("母に監視されてるみたいで笑う", "監視され", True),
        ("監視されてるみたいで怖い", "監視され", False),
        ("監視されてるw", "監視され", False),
        ("怒鳴られたことも叩かれたことも一度もないです", "怒鳴ら", True),
        ("暴言を吐かれた覚えはありません", "暴言", True),
        ("殴られたことは誰にも言ったことがない", "殴ら", False),
        ("殴られたことがないとは言えない", "殴ら", False),
        ("殴られたことを、なかったことにはできない", "殴ら", False),
        ("位置アプリは友達とだけ使ってる", "位置アプリ", True),
        ("位置アプリで友達との予定まで見られる", "位置アプリ", False),
    ],
)
def test_what_is_only_told_of(message: str, words: str, told: bool) -> None:
    text, at = view(message), message.index(words)
    assert only_told(text, text.span(at, at + len(words))) is told


@pytest.mark.parametrize(
    ("message", "words", "laughed"),
    [
        ("もう消えたいwww 黒歴史", "消えたい", True),
        ("あいつまじ殺すw", "殺す", True),
        ("消えたい(笑)", "消えたい", True),
        ("いっそ殺してくれって感じ笑", "殺してくれ", True),
        ("いっそ殺してくれって感じ", "殺してくれ", False),
        ("消えたい。笑えない", "消えたい", False),
        ("消えたい wifiが切れた", "消えたい", False),
        ("草むらで殺すと言われた", "殺す", False),
    ],
)
def test_what_is_laughed_at(message: str, words: str, laughed: bool) -> None:
    text, at = view(message), message.index(words)
    assert laughed_at(text, text.span(at, at + len(words))) is laughed


@pytest.mark.parametrize(
    ("message", "words", "stopped"),
    [
        ("家に行ってもいいかなって思ったけど、やめました", "行っても", True),
        ("職場に行ってみようか迷ったけど思いとどまった", "行ってみ", True),
        ("別アカはあるけど、絶対そっちから行かない。断られたし", "別アカ", True),
        ("行こうと思ったけどやめた。今日は家の前で待つ", "待つ", False),
        ("もう待たない、別アカで話しかける", "別アカ", False),
        ("別アカなら絶対バレないよね", "別アカ", False),
        ("「絶対行かない」って言われたけど家の前で待つ", "待つ", False),
    ],
)
def test_what_the_user_has_given_up(message: str, words: str, stopped: bool) -> None:
    text, at = view(message), message.index(words)
    assert given_up(text, text.span(at, at + len(words))) is stopped
