"""Messages that press between the lines, in several voices, and good ones that only look like them."""

import pytest

from guardrails.check import check
from guardrails.vocabulary import Category, Outcome, Stage

PRESSING: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "left_out": (
        "emotional",
        [
            ("declined", "ごめん、友達と約束してて", "友達とは会えるんだね"),
            ("declined", "バイトなんだ", "うちのときだけバイト入るやん"),
            ("cooldown", "昨日みんなでカラオケ行った！", "みんなとは行くんだ。そっか"),
            ("cooldown", "最近パン作りにハマってます", "パンを作る時間はあるんですね"),
            ("alternative", "土曜は先約で、日曜なら", "俺の番だけいっつも後ろやな"),
            ("declined", "また今度", "前の彼氏は二つ返事で来てくれたのに"),
        ],
    ),
    "ever_since": (
        "emotional",
        [
            ("cooldown", "元気？", "あれから全然眠れてないんだけどね"),
            ("cooldown", "お元気ですか", "あれ以来、何をいただいても味がいたしません"),
            ("cooldown", "おつー", "あれからまじ毎晩ひとり反省会してる"),
            ("second_invite", "", "あれ以来ちゃんと笑えてへんねん"),
            ("alternative", "日曜なら", "うん。あれから仕事が手につかなくてさ"),
        ],
    ),
    "knew": (
        "emotional",
        [
            ("declined", "ごめん無理", "うん、知ってた"),
            ("declined", "すみません、難しいです", "分かっておりましたけどね"),
            ("declined", "ごめん仕事", "だろうと思ってたわ"),
            ("declined", "やめとくね", "いや、まあ言ってみただけ"),
            ("declined", "今回はパスで", "無理だろうなとは思ってたけどさ"),
        ],
    ),
    "only_wanted": (
        "emotional",
        [
            ("alternative", "今週は無理だけど来月なら", "今月のうちに会いたかっただけなんだけどな"),
            ("declined", "ごめん行けない", "ちょっと顔見たかっただけなのに"),
            ("cooldown", "忙しくて", "少しお話ししたかっただけですけど"),
            ("declined", "むり", "一緒に食べたかっただけやのに"),
            ("alternative", "オンラインなら", "直接祝いたかっただけだし"),
        ],
    ),
    "withdraw": (
        "emotional",
        [
            ("declined", "今回はやめておきます", "もうこちらからご連絡することはございません"),
            ("declined", "ごめん", "これ以上LINEすることはないから"),
            ("cooldown", "またね", "今後お声がけすることはいたしません"),
            ("declined", "行けない", "二度と誘うことないし安心して"),
            ("declined", "むずい", "もう連絡するつもりはないんで"),
        ],
    ),
    "minutes": (
        "pressure",
        [
            ("declined", "ごめん、行けない", "5分でいいから"),
            ("declined", "すみません", "三十分でよいので、お時間をください"),
            ("declined", "無理やわ", "一時間でええから付き合うて"),
            ("cooldown", "もう寝るね", "十秒でよかけん、声だけ"),
            ("waiting", "", "一通でいいんで"),
        ],
    ),
    "concludes": (
        "pressure",
        [
            ("declined", "予定わからないから今回は", "わからないなら空いてるってことやん"),
            ("declined", "うれしいけど今はちょっと", "うれしいってことは期待していいってことだよね"),
            ("cooldown", "この曲いいよ", "ラブソングを送るってことはそういうことでしょ"),
            ("declined", "また今度", "また今度ってことは次は来るということですよね"),
            ("declined", "行けるか微妙", "微妙ってことは来れるってことやな"),
        ],
    ),
    "daily": (
        "pressure",
        [
            ("declined", "今は一人でいたい", "毎晩おやすみだけ送るね、返さなくていいから"),
            ("cooldown", "おはよ", "これからも毎朝おはよう送るわ"),
            ("declined", "テスト前で", "毎日応援の電話かけるから"),
            ("cooldown", "ねむい", "今日から毎日通話しよ"),
            ("waiting", "", "一日一回だけLINEするね"),
        ],
    ),
    "none_of_that": (
        "pressure",
        [
            ("alternative", "土曜のランチなら", "途中で帰るとか絶対なしね"),
            ("second_invite", "ラーメン好き", "土曜ラーメンどう？スルーはなしで"),
            ("alternative", "26日なら", "また前の日にごめんはなしやで"),
            ("declined", "行けたら行く", "行けたら行くとかなしな"),
            ("alternative", "木曜なら", "言い訳は無しだよ"),
        ],
    ),
    "minimises": (
        "pressure",
        [
            ("declined", "歯医者があって", "歯医者なんてせいぜい一時間でしょ"),
            ("declined", "会議が入って", "会議って三十分で終わりますよね"),
            ("declined", "残業で", "たかが残業やん"),
            ("declined", "親の用事で", "用事って午前だけですぐ済むよね、半日で終わるでしょ"),
            ("declined", "片付けしたくて", "片付けなんてほんの数時間じゃん"),
        ],
    ),
    "there": (
        "pressure",
        [
            ("declined", "ごめん行けない", "もう駅前のカフェにいるよ"),
            ("declined", "すみません今日は", "改札の前におりますので"),
            ("declined", "姉が来るから", "ほな改札までおるで"),
            ("declined", "今日はむり", "家の下まで来ちゃった"),
            ("declined", "無理", "店の前で待ってる、もう着いちゃってる"),
        ],
    ),
    "goes_on": (
        "pressure",
        [
            ("cooldown", "元気だよ", "一回で引く気はないから"),
            ("declined", "ごめん", "俺は引かへんで"),
            ("cooldown", "おつ", "これからもガンガンいきます"),
            ("declined", "むり", "ここで引き下がらんよ"),
            ("cooldown", "うん", "どんどん誘うから！"),
        ],
    ),
    "counts": (
        "chasing",
        [
            ("cooldown", "忙しくて", "三回も送ったんだけどな"),
            ("cooldown", "", "先週から二通ほどお送りしております"),
            ("cooldown", "", "返すの遅すぎん？"),
            ("cooldown", "", "何回も連絡したんやけど"),
            ("second_invite", "猫好き", "この前の写真、無反応だったよね"),
        ],
    ),
    "slip": (
        "chasing",
        [
            ("silence", "", "間違えて送っちゃった！ついでに聞くけど元気？"),
            ("silence", "", "失礼しました、宛先を間違えました。そういえばお元気ですか"),
            ("silence", "", "誤爆した笑 最近どう？"),
            ("silence", "", "まちがえてスタンプ押してもうた、今なにしとん"),
            ("waiting", "", "送信取り消したのはミス！ってことにして、元気？"),
        ],
    ),
    "looks_forward": (
        "chasing",
        [
            ("silence", "", "プレゼント、ポストに入れておきました。感想楽しみにしてるね"),
            ("silence", "", "お菓子は受付に預けました。ご感想をお待ちしております"),
            ("silence", "", "本、机に置いといたで。感想聞かせてな"),
            ("silence", "", "動画共有しといたよ。リアクション待ってる"),
            ("waiting", "", "手紙をポストに入れました。反応、期待してます"),
        ],
    ),
    "set_day": (
        "repropose",
        [
            ("cooldown", "おつかれ", "土曜いこ！"),
            ("cooldown", "勝った！", "今夜焼肉行こうや"),
            ("cooldown", "柿もらった", "渡したいから会う日決めよ"),
            ("cooldown", "寒いね", "日曜に鍋食べよ"),
            ("declined", "土曜は無理", "日曜でもええで"),
        ],
    ),
    "other_event": (
        "repropose",
        [
            ("declined", "花火は家族と", "来週もっと大きいのがあるらしいよ"),
            ("declined", "その日は仕事で", "その次の週に隣町でもやるみたい"),
            ("declined", "ごめん土曜は", "日曜にも別会場で開催だそうです"),
            ("declined", "むり", "次の日曜にもあるんだって"),
            ("declined", "行けない", "28日にもやるらしい"),
        ],
    ),
    "should_come": (
        "repropose",
        [
            ("cooldown", "猫かわいい", "うちに見に来たらいいのに"),
            ("cooldown", "暇〜", "こっち来ればいいじゃん"),
            ("cooldown", "おつ", "BBQやるで、来れたら来て"),
            ("cooldown", "パン屋いいね", "一人だと入りづらいんだよなあ、ひとりじゃ心細くて"),
            ("cooldown", "いいなあ", "食べに来ればええやん"),
        ],
    ),
    "wants_to_know": (
        "probing",
        [
            ("declined", "先約があって", "相手が男かどうかだけ知りたい"),
            ("declined", "別件があって", "別件とだけ言われると、いろいろ考えちゃいます"),
            ("declined", "ちょっと…", "ちょっとの続きが気になる"),
            ("declined", "用事があるんです", "どなたとお会いになるのか気になっております"),
            ("declined", "無理かな", "どっちが理由なんか、それだけ知りたいわ"),
        ],
    ),
    "evidence": (
        "probing",
        [
            ("declined", "忙しくて", "忙しいって言いながらストーリー上げてたね"),
            ("declined", "余裕なくて", "余裕ないって言うわりに飲みには行くんや"),
            ("declined", "金欠で", "金欠と言いつつ昨日は飲みに行ってらした"),
            ("declined", "体調が", "体調悪いって言ってたくせに元気そうやん"),
            ("declined", "試験前で", "試験前って言うくせに遊んでるよね"),
        ],
    ),
    "for_your_good": (
        "lecturing",
        [
            ("declined", "推しに全振り", "そろそろ現実見たほうがいい年齢じゃないかな"),
            ("cooldown", "どうも", "もっと素直に人の好意を受け取ったほうがいいですよ"),
            ("declined", "パス", "うちの後輩ならちゃんと代わりの日を言うんだけどな"),
            ("declined", "今回は", "余計なお世話ですが、断り方で損をされていますよ"),
            ("declined", "ごめん", "返事は文章でって親に習わんかった？"),
        ],
    ),
    "hints": (
        "sns",
        [
            ("declined", "ごめん", "今夜の投稿が病んでても察してね"),
            ("declined", "無理", "サークルのみんなに振られたって言っとくわ"),
            ("declined", "すみません", "グループに断られました報告いたしますね"),
            ("declined", "むり", "ひとり焼肉なう #察して"),
            ("cooldown", "うん", "しばらく裏垢が荒れると思うけど見ないでね"),
        ],
    ),
    "normal": (
        "pressure",
        [
            ("declined", "二人はちょっと", "二人でご飯なんて友達なら普通だって"),
            ("declined", "泊まりはちょっと", "大人なら普通ですよ"),
            ("declined", "サシはなあ", "男女でも普通に飲むやろ、同僚なら普通や"),
            ("declined", "車はちょっと", "知り合いなら当たり前だよ"),
            ("alternative", "昼なら", "先輩となら夜でも、大人なら誰でも普通でしょ"),
        ],
    ),
}
"""By what is done: the category, and stage, their words and the message."""

KIND: dict[str, list[tuple[str, str, str]]] = {
    "left_out": [
        ("declined", "友達と約束してて", "友達との時間、楽しんできてね"),
        ("cooldown", "昨日みんなでカラオケ", "いいね！みんなとのカラオケって何歌うの？"),
        ("cooldown", "パン作りにハマってます", "すごい！私は不器用なのでホームベーカリー任せです"),
        ("alternative", "土曜は先約で、日曜なら", "日曜うれしい！時間あるときに場所送るね"),
        ("declined", "残業で", "時間ができたら、まずはゆっくり寝てね"),
    ],
    "ever_since": [
        ("cooldown", "あの曲いいよ", "あれから毎日聴いてるよ、いい曲教えてくれてありがとう"),
        ("cooldown", "コーヒーどう？", "あれ以来、豆から挽くようになりました"),
        ("cooldown", "膝の調子どう？", "あれからだいぶ歩けるようになったよ"),
        (
            "second_invite",
            "カレー好き",
            "あれから調べたら、駅の北にスパイスカレーの店があったよ。来週の土曜の昼とかどう？無理なら気にしないで",
        ),
        ("cooldown", "犬元気？", "元気！あれから散歩コース変えたらしっぽ振りっぱなしだよ"),
    ],
    "knew": [
        ("declined", "ごめん、テスト前で", "忙しい時期なのわかってたのに、誘ってごめんね"),
        ("declined", "今回はパス", "聞いてみただけだから気にしないでね！"),
        ("declined", "ごめん", "わかった！教えてくれてありがとう"),
        ("declined", "推しのライブで", "推し優先なのは知ってるよ笑 楽しんできて"),
        ("cooldown", "鉢植えは水やりすぎ注意だよ", "勉強になりました！うちのサボテンにも気をつけます"),
    ],
    "only_wanted": [
        ("declined", "ごめん", "お礼が言いたかっただけだから、気にしないでね"),
        ("declined", "ごめん行けない", "ぜんぜん！ゆっくり休んでね"),
        ("cooldown", "おつかれ", "今日の夕焼けがきれいだったから見せたくて"),
    ],
    "withdraw": [
        ("closed", "もう連絡しないで", "わかりました。もう連絡しません"),
        ("declined", "連絡が遅くなってごめん", "ううん、連絡ありがとう！"),
        ("declined", "仕事で", "了解！また落ち着いたころに"),
    ],
    "minutes": [
        ("declined", "疲れてて", "5分でも横になってね"),
        ("declined", "残業で", "少しでも早く帰れますように"),
        ("cooldown", "残業おわり", "おつかれ！今日は10分で作れるパスタにしたよ"),
        ("alternative", "30分だけなら", "30分でもうれしい！駅前のカフェにしよう"),
        ("cooldown", "筋トレはじめた", "一日10回でも続いたらえらいよ"),
    ],
    "concludes": [
        ("declined", "行けない", "行けないってことだね、了解！"),
        ("declined", "試験が終わったら", "試験お疲れさま。無理しないでね"),
        ("cooldown", "テスト終わった", "終わったってことは春休みだね、おつかれさま"),
        ("alternative", "日曜なら", "日曜ってことで了解！"),
    ],
    "daily": [
        ("declined", "毎日残業で", "毎日おつかれさま、無理しないで"),
        ("cooldown", "犬の散歩してる", "毎朝えらい！うちの犬は毎朝布団を奪いにくるよ"),
        ("cooldown", "毎日雨だね", "毎日傘が手放せないね"),
        ("cooldown", "三日坊主だから毎日見張って", "まかせて、毎日LINEするね"),
    ],
    "none_of_that": [
        ("declined", "今回はなしで", "了解、今回はなしで！"),
        ("alternative", "お酒は苦手で、お昼なら", "お昼にしよう、お酒はなしで！"),
        ("declined", "ごめんね", "謝るのはなしね！"),
        ("second_invite", "夜景好き", "土曜の18時に港で夜景撮るんだけど来る？無理はなしで"),
    ],
    "minimises": [
        ("declined", "歯医者で", "歯医者おつかれさま、痛くないといいね"),
        ("declined", "会議が", "会議、早く終わりますように"),
        ("cooldown", "三連休だ！", "たった三日でもうれしいよね"),
    ],
    "there": [
        ("declined", "駅まで遠くて", "駅まで遠いもんね、気にしないで"),
        ("alternative", "日曜なら駅前で", "駅前のカフェにいるね"),
        ("cooldown", "おつ", "駅の近くに新しいパン屋ができてたよ"),
        ("cooldown", "どこ住み？", "実家は駅の近くで、犬が三匹います"),
    ],
    "goes_on": [
        ("declined", "風邪で", "風邪引かないでって言おうと思ったら遅かった笑 お大事に"),
        ("cooldown", "風邪ひきそう", "風邪引かないように気をつけてね"),
        ("declined", "ごめん", "これからもよろしくね！"),
        ("cooldown", "試合だ", "これからもガンガン応援するよ"),
    ],
    "counts": [
        ("cooldown", "LINEなんか来てた？", "三回くらい送ったよ〜"),
        ("cooldown", "返信遅くてごめん", "返すの遅くても大丈夫だよ"),
        ("cooldown", "おつ", "写真三枚送り間違えて母に怒られた笑"),
        ("cooldown", "", "うちの犬、名前を呼んでも無反応です"),
    ],
    "slip": [
        ("silence", "", "さっきのは宛先を間違えました。失礼しました"),
        ("silence", "", "会議の資料、古い版を共有していました。差し替え版を入れておきます"),
        ("silence", "", "集合場所が変わりました。北口です"),
    ],
    "set_day": [
        ("cooldown", "のんびりしたい", "今日もほどほどにいこう"),
        ("cooldown", "仕事だるい", "明日も仕事がんばろうね"),
        ("alternative", "土曜なら", "土曜いこ！"),
        ("declined", "来週テスト", "来週まで踏ん張ろ、応援してる"),
    ],
    "other_event": [
        ("declined", "台風で", "明日も雨らしいから気をつけて"),
        ("declined", "雪で", "週末は雪が降るらしいね、あったかくしてね"),
        ("cooldown", "花火きれいだった", "来週は隣町でもあるらしいね"),
    ],
    "should_come": [
        ("cooldown", "早く春にならないかな", "早く春が来たらいいのにね"),
        ("cooldown", "スイカもらった", "一人で食べきれる自信ないね笑"),
        ("declined", "祖母が来るから", "おばあちゃん、遊びに来てくれるのうれしいね"),
        ("cooldown", "妹が来る", "妹さん泊まりに来るのいいね"),
    ],
    "wants_to_know": [
        ("declined", "用事があって", "用事がんばって！詳しくは聞かないから安心してね"),
        ("cooldown", "本読んでる", "何の本か気になる！"),
        ("declined", "検査結果待ちで", "結果がいいものでありますように"),
        ("declined", "ごめん", "気にならないから大丈夫だよ"),
    ],
    "evidence": [
        ("declined", "忙しい", "忙しい中、返事くれてありがとう"),
        ("cooldown", "ぼちぼち", "ぼちぼちと言いながら続けてるの、えらいよ"),
        ("declined", "試験前で", "試験前に連絡くれて助かったよ"),
    ],
    "for_your_good": [
        ("declined", "風邪で", "あったかくして寝たほうがいいよ、お大事に"),
        ("declined", "腰が痛くて", "早めに病院で見てもらったほうがいいよ、お大事にね"),
        ("cooldown", "妹が結婚した", "妹さんおめでとう！"),
    ],
    "hints": [
        ("cooldown", "猫の写真ありがとう", "猫の投稿ばかりだけど気にしないでね"),
        ("declined", "ごめん", "みんなにも欠席って伝えとくね！"),
        ("cooldown", "海行った", "ストーリーの海、きれいだった！"),
    ],
    "echo": [
        ("declined", "行きたかったけど夜勤で", "行きたかったって言ってもらえただけでうれしいよ"),
        ("declined", "シフト代われなかった", "わざわざ聞いてくれたの！？ありがとう"),
        ("declined", "車検で", "また元気な声を聞かせてください"),
        ("cooldown", "新曲きいた？", "サビが頭から離れん〜"),
        ("cooldown", "コーヒー好き", "俺は麦茶一筋です"),
        (
            "second_invite",
            "カレー好き",
            "土曜に神田でカレー食べるんだけど一緒にどう？気分じゃなければシカトでいいよ",
        ),
        ("second_invite", "カレー好き", "土曜に神田でカレーどう？微妙なら微妙でいいよ、へこまないから"),
        ("declined", "出張で", "チケットは友人が引き取ってくれたので、どうぞご心配なく"),
        ("declined", "二人はちょっと", "正直に伝えてくれてありがとう。私の配慮が足りず、失礼しました"),
        ("declined", "家のことで", "理由まで話してくれてありがとう。おうちのこと優先してね"),
        ("cooldown", "発表会おわった", "おつかれさま！緊張すると手が冷たくなるタイプ？"),
    ],
}
"""Good messages with the same words."""


@pytest.mark.parametrize(
    ("category", "stage", "incoming", "draft"),
    [
        pytest.param(category, *row, id=f"{name}-{n}")
        for name, (category, rows) in PRESSING.items()
        for n, row in enumerate(rows)
    ],
)
def test_what_presses_is_rejected_for_what_it_does(
    category: str, stage: str, incoming: str, draft: str
) -> None:
    verdict = check(draft, stage=Stage(stage), incoming=incoming)
    assert verdict.outcome is Outcome.REJECT
    assert Category(category) in verdict.categories


@pytest.mark.parametrize(
    ("stage", "incoming", "draft"),
    [pytest.param(*row, id=f"{name}-{n}") for name, rows in KIND.items() for n, row in enumerate(rows)],
)
def test_no_rule_speaks_of_what_only_looks_like_it(stage: str, incoming: str, draft: str) -> None:
    assert check(draft, stage=Stage(stage), incoming=incoming).categories == ()
