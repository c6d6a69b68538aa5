"""Times that are those of something else than the matter: how long somebody has been widowed, at a firm, in a class."""

import re

_NUMBER = r"(?:\d+|[〇一二三四五六七八九十]+|数|半)"
_LIFE = (
    r"(?:先立たれ|死別し|亡くし|亡くされ|亡くなっ|死な(?:れ|せ)|離婚し|離縁し|(?:妻|夫|旦那|嫁|主人|家内|奥さん)(?:さん)?と別れ|別居し|(?<!が)結婚し|再婚し|入籍し|籍を入れ"
    r"|退職し|定年(?:になっ|を迎え|し)|引退し|入社し|入職し|就職し|転職し|異動(?:し|になっ)(?:て(?:き|来))?|配属(?:され|になっ)|赴任し(?:て(?:き|来))?|転勤し(?:て(?:き|来))?"
    r"|独立し|開業し|起業し|[店舗]を(?:始め|開い|持っ|出し)|上京し|引っ?越(?:し(?:て(?:き|来))?|され)|越して(?:き|来)|移住し|移り住ん|uターンし"
    r"|入学し|進学し|卒業し|編入し|留学し|入会し|入部し|入門し|入塾し|知り合っ|知り合い(?=まし)|出会っ|出会い(?=まし)|再会し|(?:通い|習い|働き|教わり|住み|付き合い|飼い|やり)(?:始め|はじめ|だし|出し)"
    r"|通っ(?:て(?:い))?|習っ(?:て(?:い))?|教わっ(?:て(?:い))?|勤め(?:て(?:い))?|働い(?:て(?:い))?|住ん(?:で(?:い))?|暮らし(?:て(?:い))?|(?:独り|一人|ひとり|独身|シングル)に(?:なっ|戻っ)|産まれ|生まれ|産ん|出産し|飼っ"
    r"|付き合っ|交際し|マッチ(?:ング)?し|(?:仲良く|親しく|友(?:達|だち)に|好きに|常連に|顔見知りに)なっ|話すようになっ|片(?:思|想)いし|憧れ)"
)
"""What happens once in a life, or lasts: the stem before て or た."""
_EVENT = r"(?:離婚|結婚|再婚|死別|定年|退職|入社|就職|転職|独立|開業|上京|引っ?越し|移住|入学|卒業|入会|入部|出産|出会い|(?:妻|夫|母|父)の死)"
_SINCE_THEN = re.compile(
    rf"(?:{_LIFE}[てで](?:から|以来)?|{_EVENT}(?:から|以来|後))、?(?:もう|ちょうど|丸|まる|かれこれ|早|はや|約|今年で|今月で|やっと|そろそろ)*$"
)
_OTHER_WORDS = r"(?:(?!断|ことわ|誘|さそ|振|ふら|送|返|告)[^。!?、\n「『□]){0,12}?"
_WHEN_IT_WAS = re.compile(
    rf"(?:{_NUMBER}[^。!?、\n「『□]{{1,3}}?(?:くらい|ぐらい|ほど)?(?:前|まえ|ぶり)|先々?[週月](?!も)|[去昨]年|半[年月]|昨日|きのう|おととい)(?:の[^。!?、\n「『□]{{1,4}})?"
    rf"(?:から(?:は|も)?、?{_OTHER_WORDS}{_LIFE}(?:[たてで]|まし|ばかり)"
    rf"|(?:に|まで)?(?:は|も)?、?{_OTHER_WORDS}{_LIFE}(?:[てで](?!い?[るま])|た|まし|ばかり))"
)
"""From then on it lasts (先月から通っている教室); else it is over (半年前に知り合った人), for of 先月、通っている教室で断られた the no is a month old."""
_CLASS = re.compile(
    r"(?:大学院?|高校|中学|小学|短大|高専|専門(?:学校)?|大学校|院|修士|博士|学部|研修医|社会人|新卒|教員|看護師|(?<![一-龠])[大高中小])の?$"
)
"""Before a number of years: which year at school, or at work, somebody is in."""
_CLASS_YEAR = re.compile(
    r"(?:(?<=[大学校専部科院士短門])|(?<![^、。!?\n]))[1-6一二三四五六]年(?=です|[、。!?\n\s]|で|や|だ|な[のん]|$)"
)
"""The same in short (美大3年です); 3年たった is none."""
_SERVED = re.compile(
    r"(?:社会人|入社|新卒|就職|入職|勤続|着任|結婚)(?:から)?(?:もう|まだ|約|かれこれ|だいたい|はや)*$"
)
"""Before a number of years: at work, or married, for so long."""
_YEARS = re.compile(rf"{_NUMBER}年(?P<rank>生|次|目)?")
_LASTING = re.compile(rf"{_NUMBER}(?![^。!?、\n「『□]{{0,3}}?(?:前|まえ))")
_AGAIN = re.compile(rf"{_NUMBER}[^。!?、\n]{{1,3}}?ぶり")
_A_NO = re.compile(
    r"断(?!言|捨|食)|ことわ|振られ|ふられ|フラれ|(?:だめ|ダメ|無理)だっ|お返事|返し(?:た|て|まし)"
)
_TILL_IT_CAME = re.compile(
    r"[^。!?\n「『□]{1,8}?(?:(?:たっ|経っ|し)て(?:から)?|(?:の|した)?(?:あと|後)(?:に|で)?|(?:無視|スルー)(?:で|のち)|越しに)、?(?:やっと|ようやく|急に|突然)?(?:[「『□]|(?:お?返[事信]|返答|line|連絡)が?(?:来|き|届|返|あっ))"
)


def of_something_else(text: str, start: int) -> bool:
    """Whether the time that stands here is not the time since a no, or since a message of the user's.

    It is a year of school, the time since somebody married or moved, the day on which the two came to know each other,
    or how long an answer took that has come.
    """
    if _CLASS_YEAR.match(text, start) or (_LASTING.match(text, start) and _SERVED.search(text, 0, start)):
        return True
    year = _YEARS.match(text, start)
    if year and (year["rank"] in ("生", "次") or _CLASS.search(text, 0, start)):
        return True
    if year and year["rank"] and not _A_NO.search(text, 0, start):
        return True
    if _SINCE_THEN.search(text, 0, start) or _WHEN_IT_WAS.match(text, start):
        return True
    waited = _AGAIN.match(text, start) or _TILL_IT_CAME.match(text, start)
    return waited is not None and not _A_NO.search(text, 0, start)
