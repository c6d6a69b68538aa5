import pytest

from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage


def outcome(draft: str) -> Outcome:
    return check(draft, stage=Stage.CLOSED, incoming="ごめん、もう連絡しないでほしい").outcome


@pytest.mark.parametrize(
    "said",
    [
        "もう送らないね",
        "今後こちらからはご連絡しません",
        "今後お誘いすることはありません",
        "もう送らへんな",
        "これで誘うのはおしまいにします",
        "ここで筆を置きます",
        "お手数をおかけしました",
        "ご迷惑をおかけして申し訳ありませんでした",
        "こちらからのご連絡は以後いたしません",
        "お声がけはもういたしません",
        "もう声かけないよ",
        "もう追わんよ",
        "お誘いはここまでにします",
        "これで区切りにしますね",
        "三度もお手間を取らせて失礼しました",
        "しつこくしてごめん",
        "ご負担をおかけしてすみませんでした",
        "おっしゃった距離はちゃんと守ります",
        "そのお気持ち、守ります",
        "お返事はご無用です",
        "今までどうもな",
        "あやまることじゃないで",
    ],
)
def test_who_leaves_may_say_so_once(said: str) -> None:
    assert outcome(f"わかりました。{said}。") is Outcome.PASS


@pytest.mark.parametrize(
    "said",
    [
        "もう送らないけど、最後に一つだけ",
        "またダル絡みするから",
        "連絡しないとは限りません",
        "これで最後にするから会って",
        "送らないなんて無理です",
        "桜が咲くたびに一通だけ送ります",
        "これを最後の手紙にするので読んでください",
        "もう連絡しないので、返事だけ返して",
        "迷惑をかけられたのはこっちです",
        "君のことはずっと守るよ",
        "会う約束は守ってね",
        "距離を守れば会ってくれますか",
        "陰からずっと守ります",
        "声はかけないけど見てるね",
        "追いかけないなんて無理だよ",
        "ここまで追いかけてきました",
        "連絡はいたしませんが、返事は待ってます",
        "負担をかけたのはどっち",
        "お手間をおかけしますが一度だけ会ってください",
        "しつこいのはわかってるけど好き",
        "お詫びに贈り物を送るので受け取ってください",
    ],
)
def test_what_goes_on_after_a_final_no_leaves_nothing(said: str) -> None:
    assert outcome(f"わかりました。{said}。") is not Outcome.PASS
