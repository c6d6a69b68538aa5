import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.request import check_request
from guardrails.vocabulary import Category, RequestKind, Stage
from guardrails.wishes.rules import rules


@pytest.mark.parametrize(
    ("stage", "request_text"),
    [
        ("declined", "もっと短くして"),
        ("declined", "「わかった」じゃなくて「わかったー」がいいな"),
        ("cooldown", "「私」より「うち」の方がいい"),
        ("second_invite", "京都弁で頼むわ"),
        ("second_invite", "絵文字ひとつもいらん。おっさんやから笑"),
        ("second_invite", "一文が長くて息が続かない。区切って"),
        ("cooldown", "テンション低い。もっと元気な口調にして"),
        ("declined", "お礼の部分をもっと丁寧に"),
        ("declined", "敬語でお願いします"),
        ("declined", "絵文字は消して"),
        ("declined", "怒ってるみたいに読めるからやわらかく"),
        ("declined", "しつこく見えないように軽くして"),
        ("cooldown", "関西弁で"),
        ("silence", "三行を一行にしてほしい"),
        ("closed", "もう少し丁寧な言い回しに"),
        ("second_invite", "順番を入れ替えて、お礼を先に"),
        ("declined", "私じゃなくて僕"),
        ("declined", "機械が書いたみたい。人間っぽくして"),
        ("cooldown", "長い。読みやすいところで切って"),
        ("declined", "最初の「!」を消して"),
        ("declined", "顔文字とって。タメの先輩なんで"),
        ("cooldown", "ビックリマーク多すぎて若作りっぽい😅減らして"),
        ("declined", "ひらがなを増やしてください。相手は留学生の方です。"),
        ("declined", "書道の会でお世話になっている目上の方なので、敬語に直してください"),
        ("second_invite", "前からの友人ですので、もっと砕けた書き方に"),
        ("declined", "「嬉しく存じます」が堅すぎて笑う。言い換えて"),
        ("alternative", "「了解いたしました」は取引先みたいなんで崩して"),
        ("declined", "「ね」ばっかりで気になる"),
        ("cooldown", "!多すぎん?減らして"),
        ("declined", "取引先の方なので、きちんとした言い方に直してもらえますか"),
        ("waiting", "詩みたいな書き方に"),
        ("declined", "肩の力の抜け方がわかるくらい気楽に"),
        ("declined", "ちょっとよそよそしいかも"),
        ("second_invite", "若者言葉はやめてください。当方七十代です"),
        ("declined", "なんか怒って聞こえるので、おだやかな口調に"),
        ("declined", "さみしそうに見えるかも。明るい口調で"),
        ("second_invite", "告白みたいに聞こえん?友達に言う調子で"),
        ("cooldown", "きれいすぎるから話し言葉で"),
        ("closed", "おだやかな調子で"),
        ("closed", "「!」が怒って見えるらしいので、なしで"),
        ("declined", "むかついてるのが出てる気がする、語尾を丸めて"),
        ("declined", "説教くさい口ぶりになってるから、友達っぽく"),
        ("silence", "一行あけて読みやすく並べて"),
    ],
)
def test_style(stage: str, request_text: str) -> None:
    assert check_request(request_text, stage=Stage(stage)).kind is RequestKind.STYLE


@pytest.mark.parametrize(
    ("stage", "request_text"),
    [
        ("declined", "お仕事がんばってを入れて"),
        ("declined", "教えてくれてありがとうって足して、絵文字は減らして"),
        ("alternative", "午前は歯医者なんで、14時すぎからなら行けますって書いて"),
        ("cooldown", "猫の写真送るから、それに合う一言にして"),
        ("second_invite", "がっつり飲みじゃなくて、1時間お茶するくらいに変えて"),
        ("second_invite", "前から好きだったバンドの話を足して"),
        ("silence", "送らないことにした。自分しか見ないノート用に書き直して"),
        ("declined", "日にちの話は消して"),
        ("declined", "誘ってるみたいなところ、そこ抜いて"),
        ("cooldown", "昨日読んだ本の話を足して"),
        ("alternative", "日曜の昼なら行けるって足して"),
        ("second_invite", "土曜にみんなで花火をするから来れたらおいでって書いて"),
        ("silence", "送らないことにする。日記用に書き直して"),
        ("closed", "はっきり言ってくれてありがとうだけ伝えて"),
        ("declined", "理由聞いてる部分いらない、抜いて"),
        ("alternative", "場所どこにするか聞いといて"),
        ("declined", "理由は聞かずにお礼を入れて"),
        ("second_invite", "彼女、星が好きだと前に言っていたので、そのことに触れて"),
        ("closed", "付き合ってる人がいるって言ってくれたお礼と、わかったよ、だけ。それで終わりにする"),
        ("closed", "彼氏できたって教えてくれたから、お幸せにだけ返す"),
        ("cooldown", "先週のライブどうだったか、だけ残す"),
        ("cooldown", "なんで料理うまいの?って褒めて"),
        ("cooldown", "どんな仕事してる人か前に聞いたから、その苦労ねぎらいたい"),
        ("alternative", "集合は南口って一行ほしい"),
        ("alternative", "何時にどこ集合がいいか聞く一行を足してください"),
        ("second_invite", "「無理ならいいよ」が抜けてるから戻して"),
        ("declined", "バイトって言ってたから無理せんといてねって添えて"),
        ("declined", "断りづらかっただろうから、言ってくれて助かったって書きたい"),
        ("declined", "重く受け取らないでって気持ちをさらっと"),
        ("alternative", "お言葉に甘えて水曜でって返して"),
        ("declined", "すぐ返事してくれたことへのお礼を添えて"),
        ("declined", "お子さんと旅行なんだって。いってらっしゃいって入れて"),
        ("declined", "寒くなるから体冷やさんようにって入れといて"),
        ("second_invite", "チケットが一枚余ったから来ない?って軽く誘って"),
        ("closed", "今までありがとうの一言だけにして"),
        ("cooldown", "弟が彼女と行った店の話を書いて"),
        ("cooldown", "先週始めたパン作りの話から入って"),
        ("alternative", "出してくれた土曜のほうで返事する文にしてくれる?"),
        ("declined", "謝ってるとこは消して。悪いことしてへんし"),
        ("closed", "また飲もうよ、のところは消して"),
        ("cooldown", "飼ってるうさぎの話に触れて"),
        ("declined", "誘い直す感じは出さずに、また話そうねと添えて"),
        ("declined", "「日曜どう?」の部分、断られたところだから外しといて"),
        ("declined", "どうしてって聞いてるとこ、きつく見えるから消してな"),
        ("declined", "またお会いできたらうれしいです、くらいは書いていい?"),
        ("declined", "旅行が当たったんだって。いってらっしゃいって書いて"),
        ("declined", "責めるような言葉は入れないで、おやすみで終わって"),
        ("closed", "はい、わかりました。だけにして"),
        ("closed", "未練っぽいところは切って"),
        ("closed", "もうこちらからは連絡しません、と一行だけ"),
        ("second_invite", "行けなければ断ってねって最後に"),
        ("second_invite", "土曜に二人でどうかなって入れて"),
        ("cooldown", "畑のきゅうりがきれいに並んでたって書いて"),
        ("declined", "楽しみにしてたのに、のとこ削って"),
        ("declined", "空いてる日を聞いてる文、引っ込めて"),
    ],
)
def test_content_that_is_fine(stage: str, request_text: str) -> None:
    assert check_request(request_text, stage=Stage(stage)).kind is RequestKind.CONTENT_OK


@pytest.mark.parametrize(
    ("category", "stage", "request_text"),
    [
        ("emotional", "declined", "チケット余ったことも伝えて"),
        ("repropose", "cooldown", "そろそろ会えそう?って最後につけて"),
        ("probing", "alternative", "その日は恋人と会うんじゃないよねって確認して"),
        ("emotional", "declined", "今後はお声がけしませんので、と結んで"),
        ("pressure", "declined", "5分でいいから声聞かせてって頼んで"),
        ("chasing", "waiting", "嫌いになったかなって聞きたい"),
        ("probing", "cooldown", "仕事っていつ落ち着くの?も聞いといて"),
        ("lecturing", "declined", "断るなら代わりの日を言うのが礼儀でしょって入れて"),
        ("contact_after_closed", "closed", "最後に一回だけ会えないかって書いて"),
        ("chasing", "silence", "わたしなんか怒らせた?って聞いて"),
        ("probing", "declined", "さりげなく理由を聞いて"),
        ("probing", "declined", "短くして、あとなんでダメなのかもさりげなく"),
        ("repropose", "declined", "お礼を足して、再来週の土曜も提案して"),
        ("emotional", "waiting", "私ばっかり連絡してるよねって添えて"),
        ("pressure", "second_invite", "ずっと片思いしてたことも打ち明けて"),
        ("pressure", "second_invite", "断れん感じにできる?もう席とってもうたことにして"),
        ("contact_after_closed", "closed", "誕生日のお祝いに仕立て直して"),
        ("probing", "cooldown", "いつまで忙しいのか分かるようにして"),
        ("repropose", "declined", "来週も誘う一言を足して"),
        ("repropose", "cooldown", "日曜の昼なら行けるって足して"),
        ("chasing", "silence", "返事を急かして"),
        ("chasing", "silence", "新曲の感想を聞いて"),
        ("emotional", "declined", "落ち込んでるのが伝わるようにして"),
        ("lecturing", "declined", "断るなら代わりの日を出すのがマナーだって教えてあげて"),
        ("sns", "declined", "ストーリーに載せる文にして"),
        ("pressure", "declined", "一回だけってお願いする感じで"),
        ("pressure", "silence", "ブロックされたから別アカで送る文にして"),
        ("vague_invite", "second_invite", "断ってもいいよの一言は消して"),
        ("contact_after_closed", "closed", "友達としてまた会えるか書いて"),
        ("repropose", "declined", "代わりに電話だけでも今夜どう?って"),
        ("probing", "alternative", "土曜は誰と会うのか聞いて"),
        ("repropose", "cooldown", "最後は「今度いこ!」って勢いで"),
        ("pressure", "declined", "諦めないって気持ちを足して"),
        ("probing", "alternative", "月曜は行くとして、金曜なにがあったのかも聞いて"),
        ("probing", "cooldown", "あのとき無理だったのって恋人がいるからなのか聞きたい"),
        ("pressure", "second_invite", "今度こそ来るよね?断るのはナシで"),
        ("probing", "declined", "その日は誰とおるんか、わかるような聞き方ない?"),
        ("probing", "alternative", "土曜がだめで日曜はいいのなんで?も聞いといて"),
        ("probing", "declined", "どういう用事か見極められる文に。どんな用事か聞きたい"),
        ("probing", "declined", "「行けない」じゃなくて「行かない」んでしょってつっこんで"),
        ("probing", "cooldown", "こないだ断ったときの用事って結局なんだったの、を混ぜて"),
        ("probing", "declined", "お忙しいのがいつごろまで続くのか、伺う一文を加えてください"),
        ("probing", "declined", "だれかと約束でもあるんですか、を上品に"),
        ("lecturing", "declined", "社会人なら返事は三日前までにするもんだと、やんわり教えて"),
        ("lecturing", "declined", "早めに断るのが大人の気づかいですよ、と教える一文を"),
        ("emotional", "declined", "次断ったらもう終わりだよって匂わせて"),
        ("emotional", "alternative", "傷ついたことはわかっといてほしいから冒頭に書いて"),
        ("pressure", "alternative", "みんなでって言われたけど、二人じゃなきゃ嫌って押して"),
        ("pressure", "second_invite", "席もう取っちゃったことにして来てもらう"),
        ("pressure", "declined", "どうしても会いたいって熱意が伝わるように"),
        ("repropose", "declined", "昼間なら三十分くらい取れるんじゃない?って返して"),
        ("repropose", "cooldown", "今度連れてってよって甘える感じのせりふほしい"),
        ("chasing", "waiting", "本気なのか遊びなのか聞き出して"),
        ("chasing", "silence", "文章はやめて「お〜い」だけにする"),
        ("chasing", "silence", "もしかして忘れてる?みたいな"),
        ("chasing", "waiting", "うちらの関係って何なの、って問い詰めたい"),
        ("emotional", "declined", "俺のことなんて後回しなんだろうなって漂わせて"),
        ("repropose", "cooldown", "焼き鳥の話から、そのまま飲みの約束につなげて"),
        ("chasing", "silence", "生きてるか確かめるスタンプに添える一言"),
        ("chasing", "waiting", "このごろそっけなくない?って探りたい"),
        ("emotional", "declined", "予定ぜんぶ空けてたんですけどね、と一言"),
        ("emotional", "declined", "べつに楽しみにしてなかったしって強がって"),
        ("lecturing", "declined", "当日に断るのはどうかと思うって書いて"),
        ("vague_invite", "second_invite", "行き先は当日のお楽しみってことにして"),
        ("pressure", "second_invite", "来るよね前提で書いて"),
        ("contact_after_closed", "closed", "返事はいらないから近況だけ知らせる手紙にして"),
        ("contact_after_closed", "closed", "借りた本返したいって口実で会う流れに"),
        ("lecturing", "declined", "年上として助言をつけて"),
        ("emotional", "cooldown", "まだ引きずってるって伝わるように"),
        ("sns", "declined", "ストーリーに『土曜ひまになった人』って載せるから直して"),
        ("vague_invite", "second_invite", "日も店も書かずに、どっか行こだけで"),
        ("contact_after_closed", "closed", "来週が記念日なので、おめでとうだけの文に"),
        ("probing", "declined", "だれと出かけるんか、それとなく分かるようにできる?"),
        ("probing", "declined", "向こうが本当の理由を話したくなるような、やわらかい言い回しに"),
        ("chasing", "silence", "スタンプ一個でもいいから返してもらえるような一文を"),
        ("lecturing", "declined", "直前のキャンセルはどうかと思うってこと、やんわり丁寧語で"),
        ("contact_after_closed", "closed", "彼女がいるのは承知で、友達としてごはんならと打診して"),
    ],
)
def test_content_that_makes_it_ng(category: str, stage: str, request_text: str) -> None:
    verdict = check_request(request_text, stage=Stage(stage))
    assert verdict.kind is RequestKind.CONTENT_NG
    assert Category(category) in verdict.categories
    for finding in verdict.findings:
        assert finding.why
        assert finding.hint
        assert request_text[finding.span.start : finding.span.end] == finding.span.text


def test_a_doubt_of_several_kinds_has_a_reason_for_each() -> None:
    """Where no rule speaks, every category that is clearly heard is named, each with what a rule says of it."""
    found = check_request("断り文句の裏を話したくなるような言い回しに", stage=Stage.DECLINED).findings
    assert {f.rule for f in found} == {"request.hunch"}
    assert len({f.category for f in found}) == len(found)
    assert len({f.why for f in found}) == len(found)


def test_the_same_wish_is_right_at_one_stage_and_wrong_at_another() -> None:
    wish = "土曜の昼に二人でどうかなって入れて。無理なら流していいからも"
    assert check_request(wish, stage=Stage.SECOND_INVITE).kind is RequestKind.CONTENT_OK
    assert check_request(wish, stage=Stage.COOLDOWN).kind is RequestKind.CONTENT_NG


def test_an_error_is_no_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: str) -> str:
        raise RuntimeError

    monkeypatch.setattr("guardrails.request.own_words", fails)
    verdict = check_request("もっと短く", stage=Stage.DECLINED)
    assert verdict.kind is RequestKind.CONTENT_NG
    assert [f.rule for f in verdict.findings] == ["request.error.RuntimeError"]


def test_every_rule_holds_its_own_examples() -> None:
    assert [str(failure) for failure in rules().failures()] == []


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=120), st.sampled_from(Stage))
def test_any_text_is_judged(request_text: str, stage: Stage) -> None:
    verdict = check_request(request_text, stage=stage)
    assert (verdict.kind is RequestKind.CONTENT_NG) is bool(verdict.findings)


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN, Stage.SECOND_INVITE])
@pytest.mark.parametrize("wish", ["断り道を足す", "別の案", "短く", "方言で", "断る余地を残して"])
def test_what_the_page_offers_as_a_wish_is_never_ng(wish: str, stage: Stage) -> None:
    assert check_request(wish, stage=stage).kind is not RequestKind.CONTENT_NG


def test_to_take_the_room_to_refuse_is_ng() -> None:
    assert check_request("断る余地をなくして", stage=Stage.DECLINED).categories == (Category.PRESSURE,)
