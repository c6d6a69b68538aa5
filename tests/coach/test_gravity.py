"""Where a kind word goes: a reason under which cheer would hurt, and a club, are known by their words."""

from dataclasses import replace
from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Reading, Reason, ReasonKind, Register, Topic
from coach.standing.care import care, care_owed
from coach.standing.gravity import grave
from coach.standing.signs import read_reply
from guardrails.vocabulary import Span, Stage


def reading(incoming: str) -> Reading:
    return Reading(
        topic=Topic.SITUATION,
        stage=Stage.DECLINED,
        register=Register.CASUAL,
        incoming=Span(0, len(incoming), incoming),
        reason=Reason(ReasonKind.OTHER),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("ごめん、おばあちゃんが亡くなって", True, id="a death"),
        pytest.param("父が倒れて病院にいます", True, id="a hospital"),
        pytest.param("猫の看病で家を出られない", True, id="a pet"),
        pytest.param("通勤中に事故に遭っちゃって", True, id="an accident"),
        pytest.param("ごめん、風邪ひいた", False, id="a cold"),
        pytest.param("その日は仕事なんだ", False, id="work"),
        pytest.param("スマホがなくなったから買いに行く", False, id="something lost"),
        pytest.param("祖母の法事で帰省します", False, id="a memorial service"),
        pytest.param("来月が介護福祉士の試験で、今は勉強に集中したいです", False, id="an exam of nursing"),
        pytest.param("介護の資格の勉強で", False, id="a diploma of nursing"),
        pytest.param("母の介護で家を空けられなくて", True, id="a mother who is nursed"),
        pytest.param("", False, id="nothing said"),
        pytest.param(
            "母の手術は無事に終わったんだけど、その日は付き添いで", False, id="an operation safely over"
        ),
        pytest.param("父は先週退院しました。その日はお祝いなんです", False, id="home again"),
        pytest.param("骨折してたけどもうすっかり元気。その日は試合で", False, id="well again"),
        pytest.param("手術はうまくいきました。その日は検査で伺えません", False, id="it went well"),
        pytest.param("手術は無事終わったけど、まだ入院してて", True, id="over, and not home yet"),
        pytest.param("手術は無事に終わったけど意識が戻らなくて", True, id="over, and worse"),
        pytest.param("退院したけど家で看病してるから", True, id="nursed at home"),
        pytest.param("手術が無事に終わったら連絡するね", True, id="not over yet"),
        pytest.param("無事に退院できるといいんだけど、今は病院に付き添ってる", True, id="hoped for"),
        pytest.param("祖父の葬儀が無事に終わりました", True, id="a funeral is over, the sorrow is not"),
    ],
)
def test_what_is_grave(words: str, expected: bool) -> None:
    assert grave(reading(words)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("むり 部活ある", "club", id="a club"),
        pytest.param("ごめん、サークルの合宿なんだ", "club", id="a camp of the club"),
        pytest.param("大学の部活の朝練があって無理です", "club", id="a club at a university"),
        pytest.param("ごめん、受験の合宿で行けない", "study", id="a camp to learn"),
        pytest.param("テスト前で部活もないくらいだから無理", "study", id="a club that rests for a test"),
        pytest.param("ごめん、来週も塾なんだ", "study", id="lessons"),
        pytest.param("その日は仕事で無理", "work", id="work"),
        pytest.param("ごめん、夜勤明けで寝てる", "rest", id="asleep after the night"),
        pytest.param("当直明けなので失礼します", "rest", id="after a watch"),
        pytest.param("連勤で疲れてるからごめん", "rest", id="tired of work"),
        pytest.param("ごめん、その日は仕事終わりで疲れてて寝たい", "rest", id="to bed"),
        pytest.param("徹夜明けで無理、ごめん", "rest", id="a night awake"),
        pytest.param("ごめん、寝る間もないくらい仕事で", "work", id="no time for sleep"),
        pytest.param("ごめん、その日は夜勤", "work", id="a night's work to come"),
        pytest.param("子どもの寝かしつけがあって、ごめん", "family", id="a child's bedtime"),
        pytest.param("部活の帰りに倒れて入院した", "grave", id="a club, and worse"),
        pytest.param("ごめん、練習試合があって行けない", "club", id="a match"),
        pytest.param("ごめん、テストの大会みたいな週で無理", "study", id="tests, in a figure"),
        pytest.param("引っ越しの準備があって行けません", "other", id="a house move"),
        pytest.param("ごめん！大学の近くに引っ越すから荷造りやばい", "other", id="a move for studies"),
        pytest.param("ごめん、町内の当番なんだ", "other", id="a duty"),
        pytest.param("ごめん、塾でバイトなんだ", "work", id="a job at a school"),
        pytest.param(
            "ごめん、学校の子と遊ぶ約束してて", "prior_plan", id="a plan with somebody of the school"
        ),
        pytest.param("熱が出て行けなくなったの、ごめん", "illness", id="a fever"),
        pytest.param("ごめん、その日は祖母の法事なんだ", "memorial", id="a memorial service"),
        pytest.param("その日は父の四十九日で、親戚が集まるの", "memorial", id="the forty-ninth day"),
        pytest.param("週末はお墓参りに行くので難しいです", "memorial", id="a grave"),
        pytest.param("叔父の葬儀があって", "grave", id="a funeral"),
        pytest.param("お盆は帰省するから無理", "distance", id="a summer visit home"),
        pytest.param("りんごの収穫で手が離せなくて", "work", id="a harvest"),
        pytest.param("実家の稲刈りだからごめん", "work", id="the family's harvest"),
        pytest.param("ごめん、実家の稲刈りの手伝いがあって", "other", id="who helps with it"),
        pytest.param("その日は祖父母の畑の手伝いで、ごめん", "other", id="who helps in a field"),
        pytest.param("ごめん！推しの千秋楽で大阪遠征なんだ", "prior_plan", id="a last show far away"),
        pytest.param(
            "推しの現場が先に決まってまして、すみません", "prior_plan", id="what fans call their work"
        ),
        pytest.param("その日はリリイベがあって無理、ごめん", "prior_plan", id="a record is out"),
        pytest.param("撮影の現場が入っててごめん", "work", id="work on a set"),
        pytest.param("推しのライブ会場でバイトだからごめん", "work", id="a job at a show"),
        pytest.param("推しが結婚してつらいからごめん", "other", id="no show"),
        pytest.param("就活まだ終わってないから今はごめん", "job_hunt", id="looking for work"),
        pytest.param("最終面接が近いのでごめんなさい", "job_hunt", id="an interview"),
        pytest.param("ESの締切でごめん", "job_hunt", id="an application"),
        pytest.param("ゼミの面接があるのでごめん", "study", id="an interview at a school"),
        pytest.param("就活やっと終わったばかりでバタバタで、ごめん", "behind", id="found work"),
        pytest.param("車まだ親に借りれんけん無理、ごめん", "money", id="no car"),
        pytest.param("友達に自転車貸してるから無理、ごめん", "money", id="no bicycle"),
        pytest.param("ごめん、親が車で来るから無理", "family", id="parents who drive here"),
        pytest.param("野球あんまり興味ないんよ〜ごめん", "none", id="no taste for it"),
        pytest.param("美術はあまり詳しくないので、すみません", "none", id="no knowledge of it"),
        pytest.param("最近何にも興味が持てなくて、ごめん", "other", id="no taste for anything"),
        pytest.param("お気持ちだけ頂戴いたします", "none", id="a set phrase"),
        pytest.param("お心遣いだけいただきますね", "none", id="another set phrase"),
        pytest.param("その日は教会の集まりがあります。ごめんね", "prior_plan", id="a gathering"),
        pytest.param("その日は読書会があって、ごめんね", "prior_plan", id="a circle of readers"),
        pytest.param("断酒会の集まりがあってごめん", "other", id="a gathering that is no pleasure"),
        pytest.param("金曜は会社の集まりがあってごめん", "work", id="a gathering at work"),
        pytest.param("友達と収穫祭に行く約束してて", "prior_plan", id="a feast"),
        pytest.param("みかんの出荷があって行けないんです", "work", id="a shipment"),
        pytest.param("ごめん、今月金欠で", "money", id="no money"),
        pytest.param(
            "ごめんなさい、受験が終わったばかりでまだバタバタで", "behind", id="an exam that is over"
        ),
        pytest.param("ごめん、テスト終わったら連絡する", "study", id="an exam to come"),
        pytest.param("ごめん、寒いとこ苦手で", "none", id="a cold place is no cousin"),
        pytest.param("その日いとこが来るんだ、ごめん", "family", id="a cousin"),
        pytest.param("ねこの病院連れてくからごめん", "other", id="a pet's doctor"),
        pytest.param("犬の手術があるのでごめんなさい", "grave", id="a pet's operation"),
        pytest.param("ごめん、母の病院なんだ", "nursing", id="a mother's doctor"),
        pytest.param("すみません、上の子が熱を出してしまって…", "nursing", id="a child's fever"),
        pytest.param("その日は母の通院の付き添いがあって、ごめんなさい", "nursing", id="taken to a doctor"),
        pytest.param("娘が風邪ひいちゃってごめん", "nursing", id="a child's cold"),
        pytest.param("父が入院しまして、すみません", "grave", id="a father in hospital"),
        pytest.param("ごめん、家族と熱海に行くの", "family", id="a spa with the family"),
        pytest.param("ごめん、母が病院で働いてて、その日は家の当番", "family", id="a mother who works there"),
        pytest.param("ごめん、その日は推しのライブの遠征なんだ!!", "prior_plan", id="a concert far away"),
        pytest.param("その日は旅行なんだ、ごめん", "prior_plan", id="a journey"),
        pytest.param("ごめん、サッカーの遠征で行けない", "club", id="a match far away"),
        pytest.param("ごめん、推しの試合を観に行くんだ", "prior_plan", id="a match to look at"),
        pytest.param("ライブのリハがあって無理、ごめん", "club", id="a stage of one's own"),
        pytest.param("ごめん、遠くて片道二時間かかるから", "distance", id="a long way"),
        pytest.param("納品前でその日は行けません", "work", id="before a delivery"),
        pytest.param("その日は仕入れで無理、ごめん", "work", id="buying in"),
        pytest.param("調律で夜までかかります、すみません", "work", id="a piano tuner"),
        pytest.param("正座で足がしびれそうだからごめん", "other", id="feet that would fall asleep"),
        pytest.param("足をくじいたからごめん", "illness", id="a sprain"),
        pytest.param("下の子のピアノの発表会なの、ごめん", "family", id="a child's recital"),
        pytest.param("ライブの券取ってるからごめん", "prior_plan", id="a ticket"),
        pytest.param("日曜は模試なんだ、ごめん", "study", id="a mock exam"),
        pytest.param("学会の準備で手いっぱいです、すみません", "study", id="a congress"),
        pytest.param("明日は町内会の草刈りの当番でして…すみません", "other", id="a duty among neighbours"),
        pytest.param(
            "日曜は町内会の役員の仕事で行けません", "other", id="neighbours have no job for each other"
        ),
        pytest.param("ごめん、PTAの集まりがあって", "other", id="parents of a school"),
        pytest.param("今週末は消防団の大会なんです、すみません", "club", id="a match of neighbours"),
        pytest.param("部署の当番でして、すみません", "work", id="a duty at work"),
        pytest.param("田んぼの草刈りなんだ、ごめん", "work", id="a farmer's mowing"),
        pytest.param("その日は歯医者なので、ごめんなさい", "checkup", id="a dentist"),
        pytest.param("会社の健診なんだ、ごめん", "checkup", id="a check-up"),
        pytest.param("歯が痛くて歯医者なんだ、ごめん", "illness", id="a toothache"),
        pytest.param("親知らず抜くから歯医者、ごめん", "illness", id="a tooth is pulled"),
        pytest.param("再検査で眼科なんです、すみません", "illness", id="examined again"),
        pytest.param(
            "今週は夜勤続きで体がもたないから無理、ごめん", "rest", id="at the end of their strength"
        ),
        pytest.param("ごめんー！課題が終わってなくて行けない😭", "study", id="not done yet"),
        pytest.param("すみません、レポートを提出しておりませんので", "study", id="not handed in yet"),
        pytest.param("ごめん！いま稽古と別の現場かぶってて余裕ないや", "other", id="rehearsals"),
        pytest.param("ごめん、稽古のあとバイトなんだ", "work", id="a rehearsal and a job"),
        pytest.param("地元の祭りで太鼓叩くから無理だわ〜", "prior_plan", id="a drum at a feast"),
        pytest.param("神輿担ぐけん無理ばい、ごめん", "prior_plan", id="a shrine is carried"),
        pytest.param("祭りの準備の手伝いがあって、ごめん", "other", id="work for a feast"),
        pytest.param("地元の連れのバーベキュー先に入ってるわ", "prior_plan", id="a barbecue comes first"),
        pytest.param("キャンプの予定もう入れちゃった、ごめん", "prior_plan", id="a camp comes first"),
        pytest.param("別界隈の遠征で仙台なんだ、ごめん", "prior_plan", id="a fan's journey"),
        pytest.param("バスケ部の遠征で仙台なんだ、ごめん", "club", id="a team's journey"),
        pytest.param("初孫が生まれるもので、今回はごめんなさい", "birth", id="a grandchild"),
        pytest.param("妹の出産に立ち会うの、ごめんね", "birth", id="a sister's child"),
        pytest.param("娘が出産で入院してまして", "grave", id="a birth in hospital"),
        pytest.param("生まれつき人の多い所が苦手で、ごめんなさい", "none", id="born so"),
        pytest.param("推しは家で円盤見て供養するからパス", "prior_plan", id="a disc at home"),
        pytest.param("父の供養がありまして、すみません", "memorial", id="a rite for the dead"),
        pytest.param("ダイエット中なの、大会終わるまで我慢。ごめんね", "club", id="slimming for a match"),
        pytest.param("減量中だから甘いものはごめん", "club", id="slimming"),
        pytest.param("摂食障害でダイエット中、ごめん", "other", id="slimming as an illness"),
        pytest.param("都合がつきません", "none", id="nothing but a no"),
        pytest.param("二人は恥ずかしいからごめん", "none", id="shyness"),
        pytest.param("人見知りだからごめんね", "none", id="shyness, otherwise"),
        pytest.param(
            "せっかくですが、その週は娘の引っ越しの手伝いがありまして。楽しんでいらしてくださいね",
            "family",
            id="a reason, and a good time wished",
        ),
    ],
)
def test_where_a_kind_word_goes(words: str, expected: str) -> None:
    said = reading(words)
    assert care(replace(said, reason=read_reply(words, refused=True).reason)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("二人だとちょっと緊張するから、ゆうことかも誘ってみんなで行かない？笑", "none"),
        ("ふたりは照れるけど、みんなでなら行きたい", "none"),
        ("仕事で遅くなるから、みんなで集まる日にしない？", "work"),
    ],
)
def test_who_wishes_for_company_is_spared_nothing(words: str, expected: str) -> None:
    assert care(read(f"映画に誘ったら「{words}」って返ってきた", today=date(2026, 11, 22))) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "三か月前に誘って「試験勉強があって」と断られた。受かったって報告も来た。もう一回誘ってみたい",
            "behind",
        ),
        ("先月誘ったら「卒論で」って断られた。もう提出したらしい。軽く雑談したい", "behind"),
        ("十日前に誘って「試験勉強があって」と断られた。受かったら誘いたい", "study"),
        ("先月誘ったら「試験で」って断られた。うちの部署の繁忙期は終わった。軽く雑談したい", "study"),
    ],
)
def test_nobody_is_cheered_on_for_an_exam_that_the_user_tells_is_over(told: str, expected: str) -> None:
    assert care(read(told, today=date(2026, 11, 22))) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            "2週間前にサッカー観戦に誘ったら「悪い、その日はフットサルの試合だわ」って断られた。了解って返した。雑談したい", "none",
            id="a match that was played",
        ),
        pytest.param(
            "10日前にドッグカフェ誘って「ごめん、その日は妹の結婚式なんだ〜」って断られて、了解って返した。雑談くらい送っていい?", "none",
            id="a wedding that was held",
        ),
        pytest.param(
            "10日前に来月のライブに誘って「ごめん、その日は妹の結婚式なんだ」って断られて、了解って返した。雑談したい", "family",
            id="a wedding that may lie ahead",
        ),
        pytest.param(
            "10日前に誘って「ごめん、今月はずっと残業なんだ」って断られて、了解って返した。雑談したい", "work", id="work that goes on",
        ),
        pytest.param(
            "10日前に誘って「ごめん、その日は祖父の葬儀で」って断られて、お返事した。雑談したい", "grave", id="a sorrow stays",
        ),
        pytest.param(
            "2週間前に誘ったら「ごめん、卒論で」って断られて、了解って返した。卒論は昨日終わったらしい。雑談だけ送りたい。誘う気はない", "behind",
            id="a paper that is done",
        ),
        pytest.param(
            "ひと月半前に「法事がありまして」とお断りに。先日は「最近は昭和の喫茶店めぐりにはまっています」と書いてくださいました。もう一度お誘いしたい",
            "none", id="a service of long ago",
        ),
        pytest.param(
            "3週間前に断られた(「ごめん、その週は試験あるんだ」)けど、試験も終わって普通に雑談してる。また誘いたい", "none",
            id="the no is not touched again",
        ),
        pytest.param(
            "ひと月半前に「その日は仕事で」と断られ、ふつうに雑談してます。昨日「祖母が亡くなって」と書いてきました。また誘いたい", "grave",
            id="newer words are grave",
        ),
    ],
)  # fmt: skip
def test_a_reason_that_is_over_is_owed_no_kind_word(told: str, expected: str) -> None:
    today = date(2026, 11, 22)
    found = read(told, today=today)
    assert care_owed(found, plan(found, (), today).stage) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("土曜は法事なんですが、日曜なら空いてます", "memorial_aside", id="another day"),
        pytest.param("父の一周忌で無理だけど、来週ならどう?", "memorial_aside", id="another week"),
        pytest.param("土曜は法事なので行けません", "memorial", id="no other day"),
        pytest.param("土曜は葬儀なんですが、日曜なら空いてます", "grave", id="a funeral"),
    ],
)
def test_the_day_that_is_offered_may_be_looked_forward_to(words: str, expected: str) -> None:
    found = read(f"食事に誘ったら「{words}」と言われました", today=date(2026, 11, 22))
    assert care_owed(found, found.stage) == expected
