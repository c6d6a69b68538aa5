"""What somebody goes about with pleasure, where no word of liking is said: プリンを食べ歩くのが楽しみ, ミシンを買ったそうです.

Two things that are liked in one breath (珈琲と散歩がお好き) are two.
"""

import re
from collections.abc import Iterator

from coach.standing.things import DOING, KANJI, run, thing

PURSUIT_HINT = re.compile(
    "(?:巡り|めぐり|歩き|あるき|集め|あつめ|いじり|作り|づくり|比べ|釣り).{0,5}し[てと]|[のん][がはも].{0,6}(?:楽し|たのし|好き|日課|生き|幸せ|至福|癒|やめ)"
    "|を、?(?:集め|収集|育て|習っ|飼っ|買|購入|新調|お?迎え|手に入れ)"
)
"""A text in which this is not found goes about nothing in these forms."""
_ROUND = r"(?:巡り|めぐり|歩き|あるき|集め|あつめ|いじり|作り|づくり|比べ|釣り)"
_UNTIL = "食べ|飲み|巡[りる]|歩[くきい]|作[るりっ]|集め|編[むみん]|描[くきい]|撮[るりっ]|弾[くきい]|育て|聴[くきい]|聞[くきい]|読[むみん]|観[るて]|買[うっ]|好き|趣味"
_THING = thing(until=_UNTIL)
_NAMED = rf"(?:{_THING}){{1,2}}(?:[のや](?:{_THING}){{1,2}})?"
_GOES_ABOUT = re.compile(
    rf"({_NAMED}(?:食べ|飲み)?{_ROUND})(?:を|ばっかり?|ばかり|とか|に|、)*し(?:て(?:い?(?:る|ます|まして|て)|おり|ん)|と(?:る|り|う))"
)
_GLADLY = re.compile(
    rf"({_NAMED})(?:を|の)?(?:(?:食べ|飲み|撮り|見て?)?(?:歩|回|巡|めぐ)[くる]|(?:作|集め|撮|育て|彫|縫|観|眺め|いじ|釣|淹れ)る|(?:編|読|摘)む|(?:描|弾|聴|聞|磨|焼)く)"
    r"(?:ん|の)[がはも]?、?(?:[ぁ-ん一-龠]{0,4}?)(?:楽しみ|楽しい|楽しく|たのし|好き(?!じゃ|では|くな)|日課|生きがい|生き甲斐|幸せ|至福|癒|やめられ)"
)
_COLLECTS = re.compile(
    rf"({_NAMED}|{run(KANJI, until=_UNTIL)}[りえみきぎけ]|お[一-龠])を、?(?:集め|収集し|育て|習っ|飼っ)(?:て(?:おり(?!ませ)|おる|ん(?:だ|です|の|ねん)|い?まして|い?てね)|と(?:る|り|う|んねん))"
)
_BOUGHT = re.compile(
    rf"({_NAMED})を、?(?:買(?:っ|われ|わはっ)|購入(?:し|され)|新調(?:し|され)|手に入れ|お?迎え(?:し|られ)?)た(?:そう(?:です|で|だ(?!が))|らしい|みたい|って(?!も)|と(?:か|のこと|言|話|聞|喜|おっしゃ))"
)
"""Told of them; who has just got it will speak of it gladly."""
_OF_NEED = re.compile(
    r"(?:スマホ|携帯|電話|家|マンション|土地|傘|薬|服|靴|食料|弁当|お?土産|お?菓子|指輪|切符|券|チケット|保険|プレゼント|電池|洗濯機|冷蔵庫|掃除機|エアコン|飲み物|パン|水|家族|猫|犬|客|友人|友達)$"
)
_CHORE = re.compile(
    r"(?:訳|資料|書類|弁当|夕飯|夕食|朝食|ご飯|思い出|友達|仲間|人脈|体|筋肉|お?金|ゴミ|情報|データ|票|署名|雰囲気|アリバイ|出会い|話題)(?:作り|づくり|集め|あつめ)$"
)
_TWO = re.compile(
    rf"((?:{_THING}){{1,2}}{DOING}?|{run(KANJI, until=_UNTIL)}[りえみき])と(?=(?:(?:{_THING}){{1,2}}(?:[のや](?:{_THING}){{1,2}})?{DOING}?|{run(KANJI, until=_UNTIL)}[りえみき])"
    r"(?:が|は|も)?、?(?:とても|大変|すごく|本当に|昔から|特に)?(?:[大お]?好き(?!じゃ|では|くな|な人が|だった)|趣味(?!が合|じゃ|では)))"
)
_COMPANY = re.compile(
    r"(?:家族|友達|友人|親友|先輩|後輩|同僚|仲間|同期|相手|彼女?|彼氏|夫|妻|旦那|嫁|恋人|娘|息子|両親|二人|自分|私|俺|僕|人|子|方|犬|猫|妹|弟|姉|兄|母|父)$"
)
"""With whom it is done, and no second thing."""


def pursued(words: str) -> Iterator[re.Match[str]]:
    """Where words of theirs go about a thing with pleasure; the first group is the thing."""
    if PURSUIT_HINT.search(words):
        for pattern in (_GOES_ABOUT, _GLADLY, _COLLECTS):
            yield from (m for m in pattern.finditer(words) if not _CHORE.search(m[1]))


def bought(text: str) -> Iterator[re.Match[str]]:
    """Where they are told to have got a thing for themselves; the first group is the thing."""
    return (m for m in _BOUGHT.finditer(text) if not _OF_NEED.search(m[1]))


def paired(text: str) -> Iterator[re.Match[str]]:
    """The first of two things that are liked in one breath."""
    return (m for m in _TWO.finditer(text) if not _COMPANY.search(m[1]))
