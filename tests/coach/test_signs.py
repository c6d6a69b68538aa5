"""The signs in one reply: what counts as a reason, an apology, company, a dodge, and what does not."""

import pytest

from coach.situation import ReasonKind, SignId
from coach.standing.signs import read_reply

PLUS_1, PLUS_2, PLUS_4 = SignId.OTHER_DAY, SignId.REASON_AND_APOLOGY, SignId.GROUP
BUSY, POSTPONED, DODGED, CLOSED = SignId.BARE_BUSY, SignId.POSTPONED, SignId.DODGED, SignId.CLOSED

REPLIES = [
    pytest.param("わり、その日バイトだわ", {PLUS_2}, id="a short apology"),
    pytest.param("変わりないよ、その日は無理", set(), id="no apology inside a word"),
    pytest.param("お誘い恐縮です。あいにく当日は当直に入っております", set(), id="humble thanks"),
    pytest.param("お誘いいただき大変恐縮です。当日は法事で伺えません", set(), id="more of them"),
    pytest.param("大変恐縮ですが、当日は法事で伺えません", {PLUS_2}, id="humble, and sorry"),
    pytest.param("恐れ入りますが、その日は当直です", {PLUS_2}, id="sorry in the same word"),
    pytest.param("悪かねー、その日は運動会の役員で", {PLUS_2}, id="an apology of Hakata"),
    pytest.param("朝ならお付き合いできますよ", {PLUS_1}, id="keeping company is no final no"),
    pytest.param("お付き合いはできません", {CLOSED}, id="the final no in the same words"),
    pytest.param("土曜なら付き合うよ", {PLUS_1}, id="they would come along"),
    pytest.param("ごめん、その日は父の四十九日で", {PLUS_2}, id="a memorial day is no offered day"),
    pytest.param("ごめん、その日は父の49日で", {PLUS_2}, id="a memorial day in digits"),
    pytest.param("すみません、その日は祖母の初七日で", {PLUS_2}, id="the seventh day after a death"),
    pytest.param("ごめん、土曜は無理。二十四日ならいける", {PLUS_1}, id="the twenty-fourth"),
    pytest.param("お前とはないわ", {CLOSED}, id="not with you"),
    pytest.param("つりはちょっと…ごめんなさいね", set(), id="what was proposed is no reason"),
    pytest.param("その日は歯医者で…ごめんなさいね", {PLUS_2}, id="a reason in the same shape"),
    pytest.param(
        "すみません、二人だと緊張するので、みんなでどうですか",
        {PLUS_4},
        id="the group's reason is no other sign",
    ),
    pytest.param("サークルのやつらも来るから一緒にどう", {PLUS_4}, id="company in plain words"),
    pytest.param(
        "ひとりでは気が引けますので、絵手紙教室のみなさんとご一緒でしたら伺いたいです",
        {PLUS_4},
        id="company in polite words",
    ),
    pytest.param("一人じゃ心細いから、妹も一緒なら行きたい", {PLUS_4}, id="with a sister"),
    pytest.param("お仲間の方々とご一緒でしたら、ぜひ", {PLUS_4}, id="gladly, with others"),
    pytest.param("日曜は家族と一緒なので無理です", set(), id="company that is the reason"),
    pytest.param("ごめんね、友達と一緒に行く予定なの", {PLUS_2}, id="a plan with somebody else"),
    pytest.param("みなさんでどうぞ楽しんできてください", {SignId.PLACE_ONLY}, id="the others may go"),
    pytest.param("今よゆーなくて", {BUSY}, id="busy in kana"),
    pytest.param("直近は立て込んでおりまして", {BUSY}, id="a word for these days is no reason"),
    pytest.param("平日の仕事終わりだったら時間つくれそうです", {PLUS_1}, id="time that can be found"),
    pytest.param("時間つくれそうになくて", {BUSY}, id="time that cannot"),
    pytest.param("治ったら言うね、今は肌荒れで", {POSTPONED}, id="when it has healed"),
    pytest.param(
        "係になってしまい、本当に余裕がなくてごめんなさい",
        {PLUS_2},
        id="busy, and with what: a verb left open",
    ),
]


OFFERS = [
    pytest.param("金曜はあかんねんけど、来週の水曜やったらいけるで", True, id="of Kansai"),
    pytest.param("その日はいけんけん、来週の金曜はどげん?", True, id="of Hakata"),
    pytest.param("明日は都合悪かけん、明後日にせん?", True, id="in the negative, of Hakata"),
    pytest.param("土曜は仕事だはんで、日曜だば行げるよ", True, id="of Tsugaru"),
    pytest.param("金曜は無理、土曜だら行げっぺ", True, id="of the north"),
    pytest.param("土曜バイトでむり、日曜ならワンチャン", True, id="slang"),
    pytest.param("当日は難しく、翌週の火曜でしたらご一緒できます", True, id="polite"),
    pytest.param("水曜なら行けたのに!来週の金曜はどう?", True, id="after one that was missed"),
    pytest.param("水曜やったら行けたのに、金曜は仕事やねん", False, id="what would have been possible"),
    pytest.param("日曜なら空いてたんやけど、もう埋まってもうた", False, id="what is possible no more"),
    pytest.param("来週やったら行けるかと思ったけど、やっぱあかんわ", False, id="what was thought possible"),
    pytest.param("平日やったらあかんし土日も仕事やねん", False, id="a condition refused"),
    pytest.param("平日は飲まないことにしてるんだ", False, id="a rule of theirs about days"),
    pytest.param("月曜締切やけん、どげんしても無理たい", False, id="whatever one does"),
]


@pytest.mark.parametrize(("words", "offered"), OFFERS)
def test_another_day_in_many_tongues(words: str, offered: bool) -> None:
    assert (PLUS_1 in {sign.id for sign in read_reply(words, refused=True).signs}) is offered


@pytest.mark.parametrize(("words", "expected"), REPLIES)
def test_the_signs_of_a_reply(words: str, expected: set[SignId]) -> None:
    assert {sign.id for sign in read_reply(words, refused=True).signs} == expected


def test_a_vague_answer_to_another_day_dodges_and_does_not_speak_of_the_place() -> None:
    reply = read_reply("うーん予定見えないんだよねー", asked_again=True)
    assert [sign.id for sign in reply.signs] == [DODGED]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("わり、金ない", ReasonKind.MONEY, id="money without a particle"),
        pytest.param("連休は父島で調査なんだ、ごめん", ReasonKind.WORK, id="an island is no father"),
        pytest.param(
            "宅飲みはちょっと…サークルのみんなでお店なら行く", ReasonKind.OTHER, id="company is no reason"
        ),
        pytest.param("娘の受験の付き添いで、ごめん", ReasonKind.FAMILY, id="whose exam it is"),
        pytest.param(
            "ごめん、今夜は伝票が山で無理 明日なら18時に上がれる", ReasonKind.WORK, id="an offer that goes on"
        ),
    ],
)
def test_the_kind_of_a_reason(words: str, kind: ReasonKind) -> None:
    assert read_reply(words, refused=True).reason.kind is kind


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("もうお誘いはけっこうです。これきりにしてください。", id="the last time, asked for"),
        pytest.param("サシ飲みはこれっきりにしてほしいねん", id="the last time, of Kansai"),
        pytest.param("今回を最後にさせてください", id="this one as the last"),
        pytest.param("今後は遠慮しておきますね", id="kept from, from now on"),
        pytest.param("二人で出かけるんはやめとくわ。この先も", id="from now on, said after it"),
        pytest.param("もう二人では会えんばい", id="the two alone no more, of Hakata"),
        pytest.param("2人で遊ぶの今後もナシで", id="the two alone no more, in short"),
        pytest.param("二人では会わないことにしてるんだ", id="a rule of theirs"),
        pytest.param("付き合うてる人おるから二人ではよう行かんわ", id="a partner, of Kansai"),
        pytest.param("つきあっとる人がおるけん、いかんちゃん", id="a partner, of Hakata"),
        pytest.param("何度お誘いいただいても、お返事は変わりません", id="however often"),
        pytest.param("うちら二人で会うんは、これで仕舞いにしよな", id="an end, of Kansai"),
        pytest.param("もうこれきりで!", id="the last time, in short"),
        pytest.param("もう次はありません", id="no next time"),
        pytest.param("もうすぐ籍を入れるので、お会いできません", id="a wedding of their own"),
        pytest.param("二人で出かけるんはもうせえへん", id="no more of it"),
        pytest.param("二人で出かけるつもりはありません", id="no such intention"),
        pytest.param("プライベートでのお誘いは今後一切お断りしております", id="in private, polite"),
        pytest.param("二人で行くとは、もうよかとよ", id="enough of it, of Hakata"),
        pytest.param("悪いけど、次からは声かけんでええよ", id="no need to ask, of Kansai"),
        pytest.param("うち彼氏おんねん。せやから二人はちょっとな", id="a partner, in a contraction"),
        pytest.param("ほかに大事な人がおるけん、ごめん", id="somebody dear to them"),
        pytest.param("次からはお声がけいただかなくて大丈夫です", id="no need to ask"),
    ],
)
def test_a_no_for_good_in_plain_words(words: str) -> None:
    assert {sign.id for sign in read_reply(words).signs} == {CLOSED}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("今日はこれきりにして寝るね、ごめん", id="the last thing of their own day"),
        pytest.param("ごめん、無理かも。これで最後の電車なんだ", id="the last train"),
        pytest.param("今回は遠慮します", id="this time only"),
        pytest.param("今回は無理だけど、これからも遠慮なく誘って", id="no restraint from now on"),
        pytest.param("しばらくは二人では行けないかな", id="for a while"),
        pytest.param("次はないかもってくらい仕事が積んでて無理", id="work without end"),
        pytest.param("来月までは誘われても行けないと思う", id="until next month"),
        pytest.param("彼氏持ちの友達の結婚式なので無理です", id="a friend's partner, in a word"),
        pytest.param("ごめん、もう今月は会えないや", id="no more this month"),
        pytest.param("もう予定があって会えない、ごめん", id="another plan already"),
        pytest.param("もう誘ってくれないかと思ってた!その日は無理", id="glad to be asked"),
        pytest.param("この先一週間は研修で誘われても動けないんだ", id="for a week"),
        pytest.param("これからも誘ってほしいけど、今回は行けない", id="to be asked again"),
        pytest.param("二人分の席がもう取れなくて無理", id="seats for two"),
        pytest.param("先に付き合ってる友達との約束があって無理", id="keeping a friend company"),
        pytest.param("その日は弟の婚約者が来るから無理", id="a wedding in the family"),
        pytest.param("友達に彼氏ができて、そのお祝いで行けない", id="a friend's partner"),
        pytest.param(
            "お二人でというのは差し控えております。今後も仕事で力を貸してください", id="a polite no"
        ),
    ],
)
def test_no_no_for_good(words: str) -> None:
    assert CLOSED not in {sign.id for sign in read_reply(words, refused=True).signs}


def test_to_be_asked_again_is_no_company() -> None:
    assert not read_reply("これからも誘ってほしい、今回は行けない", refused=True).signs


def test_a_partner_who_comes_along_is_company() -> None:
    signs = read_reply("二人は気まずいから、彼氏も一緒に三人で行こうよ", refused=True).signs
    assert {sign.id for sign in signs} == {PLUS_4}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("お二人でのお食事はご遠慮しております", id="the two alone, politely"),
        pytest.param("サシで遊ぶんはもうナシにしよ", id="the two alone, as a kind of outing"),
        pytest.param("うちら二人ではもう飲まへんで", id="the two alone, no more"),
        pytest.param("二人だば行がねはんで、わりな", id="the two alone, in the north"),
        pytest.param("あなたと二人で遊ぶことはないです", id="the two alone, never"),
        pytest.param("職場の人とプライベートで会うことはしてません", id="nobody outside work"),
        pytest.param("仕事の連絡だけにしてください", id="work only"),
        pytest.param("もう構わないで", id="left in peace"),
        pytest.param("二度と連絡してくんな", id="no contact, roughly"),
        pytest.param("お会いするのは遠慮させてください", id="to meet at all"),
        pytest.param(
            "何度も誘っていただいて申し訳ないのですが、お会いするのは遠慮させてください",
            id="to meet at all, sorry",
        ),
        pytest.param("ごめん、会うのはやっぱり遠慮しとくね", id="to meet at all, in plain forms"),
        pytest.param("直接お会いすることは控えさせていただきます", id="to meet in person"),
        pytest.param("うちのことは諦めてな", id="to be given up"),
        pytest.param("いくら誘われても行かないよ", id="however often"),
        pytest.param("好いとる人のおるけん", id="somebody is loved"),
        pytest.param("旦那の手前、ふたりではちょっと無理", id="for a husband's sake"),
        pytest.param("仲間以上には見れんわ", id="no more than that"),
        pytest.param("今の関係のままがいいです", id="as it is"),
        pytest.param("そのような気持ちにはなれません", id="not that feeling"),
        pytest.param("女の人には興味がないんです", id="not that kind"),
        pytest.param("君といても楽しくない", id="no pleasure"),
        pytest.param("私よりいい人がきっと見つかるよ", id="somebody better"),
        pytest.param("少し距離を置かせてください", id="distance"),
        pytest.param("お付き合いのお話は辞退します。交際はお断りさせてください", id="no courtship"),
        pytest.param("行かないよ、これからもずっと", id="now and ever"),
        pytest.param("今回だけじゃなくて、この先も二人は無理", id="not this time only"),
        pytest.param("女性として見たことはないです", id="not seen so"),
        pytest.param("君と出かける気はさらさらない", id="no mind to"),
        pytest.param("デートのつもりなら、行けません", id="no date"),
        pytest.param("お会いすることは今後もございません", id="never again, politely"),
        pytest.param("異性とは遊ばない主義なんです", id="a rule of life"),
    ],
)
def test_a_no_for_good(words: str) -> None:
    assert CLOSED in {sign.id for sign in read_reply(words).signs}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("今年はもう会えそうにないね", id="this year"),
        pytest.param("今週はもう誘わないで、締切で死ぬ", id="this week"),
        pytest.param("レポート終わるまで連絡しないでー笑", id="until a paper is done"),
        pytest.param("仕事中は話しかけないで、夜なら", id="at work"),
        pytest.param("仕事終わりに寄るとこあって無理", id="after work"),
        pytest.param("これで最後の有休なんだ、その日は休めない", id="the last day off"),
        pytest.param("二人では食べきれない量だし今回はパス", id="too much for two"),
        pytest.param("土曜に二人で行くのはやめておこう、混むし", id="the two of them, on a day"),
        pytest.param("二人は無理だけどみんなでなら", id="in company"),
        pytest.param("いきなり二人で会うのは遠慮したいな", id="not at once"),
        pytest.param("風邪気味なので、お会いするのは遠慮させてください", id="to meet with a cold"),
        pytest.param("コロナになってしまって。会うのは遠慮させてね", id="ill in the sentence before"),
        pytest.param("土曜にお会いするのは遠慮させてください", id="to meet on a day"),
        pytest.param("今はまだお会いするのは遠慮したいです", id="to meet as yet"),
        pytest.param("お会いするのは遠慮したいのですが、お電話でしたらぜひ", id="by telephone instead"),
        pytest.param("お食事は遠慮させてください", id="a dinner"),
        pytest.param("個人的な用事で行けません", id="a private errand"),
        pytest.param("彼女できた友達を祝う日なんだ、ごめん", id="a friend's partner"),
        pytest.param("妹が来月結婚するから、その準備で無理", id="a sister's wedding"),
        pytest.param("婚約した姉の顔合わせで、その日は無理", id="a sister's engagement"),
        pytest.param("お気持ちに応えられず申し訳ないです、その日は先約が", id="sorry for a day"),
        pytest.param("しつこい咳が続いてて、土曜は無理", id="a cough"),
        pytest.param("タイプじゃない映画だから今回はいいや", id="a film"),
        pytest.param("友達として応援する試合があるから、その日は無理", id="as a friend of others"),
        pytest.param("会いたくないわけじゃないよ、その日は仕事なの", id="not unwilling"),
        pytest.param("受験終わるまで誰とも遊ばないって決めた", id="a rule until a day"),
        pytest.param("好きになれない監督だから今回はやめとく", id="a director"),
        pytest.param("弟としか行ったことない店だ。その日は無理だけど", id="only with a brother"),
        pytest.param("その映画は興味なくて、ごめん。別のなら", id="no interest in a film"),
    ],
)
def test_what_sounds_hard_and_is_of_a_day(words: str) -> None:
    assert CLOSED not in {sign.id for sign in read_reply(words, refused=True).signs}


FINALS = [
    pytest.param("やはり遠慮いたします。今後もお誘いはご無用に願います", True, id="of no use from now on"),
    pytest.param("今後のお誘いはご放念ください", True, id="to be forgotten"),
    pytest.param("以後のお声がけはご無用に存じます", True, id="no word to come along either"),
    pytest.param("お誘いはご無用に願います", True, id="without a time"),
    pytest.param("以後、お誘いの儀はご辞退申し上げます", True, id="the most polite"),
    pytest.param("今後お誘いいただいてもお受けいたしかねます", True, id="cannot be taken up"),
    pytest.param("これ以上のお誘いはご無用です", True, id="any further one"),
    pytest.param("以降のお誘いはお断りさせていただきます", True, id="from here on"),
    pytest.param("お気持ちは受け取れません", True, id="the feelings are not taken"),
    pytest.param("お気持ちをお受けすることはできません", True, id="nor received"),
    pytest.param("何度お誘いいただきましても、お気持ちには添いかねます", True, id="however often"),
    pytest.param("次からは誘わなくていいから", True, id="plain"),
    pytest.param("これからは誘わんでよかよ", True, id="of Hakata"),
    pytest.param("もう誘わねくていいがら", True, id="of the north"),
    pytest.param("お気持ちは有難いのですが、これからもお受けできません", True, id="nor later"),
    pytest.param("実は再婚することになったんです。すみません", True, id="married again"),
    pytest.param(
        "お気持ちはほんまにありがたいのですけれど、お応えすることはできません", True, id="not answered"
    ),
    pytest.param("お気持ちはありがたいんやけど、応えられへん", True, id="not answered in Kansai"),
    pytest.param("お気持ちは嬉しいのですが、その日はお応えできません", False, id="not that day"),
    pytest.param("お気持ちは嬉しいけど、今はお応えできないんです", False, id="not yet"),
    pytest.param("母が再婚することになって、その日は食事会なんです", False, id="a mother's wedding"),
    pytest.param("友達の再婚の集まりがあって行けない", False, id="a friend's wedding"),
    pytest.param("先輩が結婚するので、その日は二次会なんです", False, id="a colleague's wedding"),
    pytest.param("今後もお受けできるよう、日を空けておきます", False, id="will be taken up"),
    pytest.param("今後しばらくはお受けできません", False, id="not taken up for a while"),
    pytest.param(
        "今回は遠慮いたします。今後ともよろしくお願いいたします", False, id="good terms from now on"
    ),
    pytest.param("今回のお誘いは遠慮します", False, id="this one only"),
    pytest.param("お気遣いはご無用です", False, id="no trouble is to be taken"),
    pytest.param("お返事はご無用に願います", False, id="no answer is wanted"),
    pytest.param("遠慮は無用です、いつでも誘ってください", False, id="no reserve is wanted"),
    pytest.param("今後もお誘いは遠慮なくしてください", False, id="without reserve"),
    pytest.param("夜のお誘いはご無用です、昼ならぜひ", False, id="at night only"),
    pytest.param("18時以降のお誘いはご遠慮ください", False, id="of an hour"),
    pytest.param("今後しばらくはお誘いをご遠慮いただけますか", False, id="for a while"),
    pytest.param("今後誘うときは一週間前に言ってくれないと無理", False, id="how to invite"),
    pytest.param("お気持ちだけいただきます", False, id="the thought is taken"),
    pytest.param("お気持ちに添えず申し訳ありません。その日は法事がございまして", False, id="sorry for a day"),
    pytest.param(
        "今回は見送らせてください。今後のお誘いをお待ちしております", False, id="waits for the next"
    ),
]


@pytest.mark.parametrize(("words", "final"), FINALS)
def test_a_final_no_in_polite_words(words: str, final: bool) -> None:
    assert (CLOSED in {sign.id for sign in read_reply(words, refused=True).signs}) is final
