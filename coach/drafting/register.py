"""How the user writes to the other person, so that drafts sound like them."""

import re

from coach.said.exchange import Exchange, Voice
from coach.said.voices import invites
from coach.situation import Register

_POLITE = re.compile(r"です|でした|ます|ました|ません|でしょう|ください|ございま")
_SENT = re.compile(
    r"(?P<words>[^。、!！\n「」『』□]{2,40}?[?？!！〜~ー…笑w]*)、?(?:って|と|て|(?:的|みたい)な(?:ノリ|感じ)で|(?<=[?？や]))"
    r"(?:(?:(?:line|ライン|dm)(?:で|を|に)?)?(?:送|誘|聞|言|書|打|伝え)(?:った|うた|って|い(?:た|て)|りま|いま|きま|たら|まし)"
    r"|(?:line|ライン|dm|メッセ(?:ージ)?|メール|お?誘い|提案)(?:を)?し(?:た|て(?!も|き|く|も?ら)|まし)|(?:line|ライン)(?:を)?(?:入れ|送信し)(?:た|て(?!も)|まし)|声(?:を)?(?:かけ|掛け)(?:た|て(?!も)|まし))",
    re.I,
)
"""What the user wrote, told without marks: 土曜ひま?って送ったら."""

_ASKS = re.compile(
    r"(?:[?？]|[こそとのぼもろよご](?:う|ー|〜)?[ぜやよなねか]?|[べぞぜ]|[かがさたなばまらわせべめけげ見観来]ん(?:ね|か|と))[!！〜~ー…笑w]*$"
)
"""A question, or the mood in which one asks along: 走ろ, 行くぞ, いくべ, 行かんね."""
_CASUAL_TALK = (
    r"(?:(?:ため|タメ)(?:口|ぐち|グチ|語)|友(?:達|だち)(?:口調|言葉|ことば|みたいな口調)"
    r"|(?:くだけた|砕けた|ラフな|フランクな|カジュアルな|気楽な)(?:口調|言葉|話し方|感じ|ノリ|やり?とり))"
)
_ELSEWHERE = re.compile(
    r"(?:(?:相手|向こう|むこう|あちら|先方|彼女?|あの[子人方]|先輩|上司|先生|さん|くん|ちゃん)(?:の(?:ほう|方|返[事信]))?(?:だけ)?[はが]、?"
    r"(?:もう|いつも|普段|ふだん|最初から|すっかり|普通に|ふつうに|基本|ずっと|全部|いきなり|急に|よく|だいたい|まだ)*"
    r"|だけ|(?:前|昔|以前|最初|学生時代|高校(?:時代|の頃)?)[はも]、?|いきなり|急に)$"
)
"""Before the words: whose side alone it is, or once was (相手はもうタメ口です, 前はタメ口でした)."""
_CASUALLY = re.compile(
    rf"{_CASUAL_TALK}(?:です|だ(?!と|った)|やで|やけん|やし|やねん|なので|なんで|なん(?:だ|です)|同士|の(?:仲|関係|間柄|友)"
    r"|で(?:ok|OK|いい(?:仲|関係)|接し|やり?取り|やりとり|話|しゃべ|喋|LINE|ライン|line|普通に|ふつうに|いつも|、(?!いい|大丈夫|ok|OK|返|来|き))"
    r"|に(?:なっ(?:て|た)|なりまし)(?!ら)|きい|、(?!やめ|変え|直)|[。!！\n]|$)"
    r"(?!か|た(?:い|ら|ほう)|(?:けど|が)[^。]{0,3}(?:こっち|こちら|私|俺|僕|自分)は)"
    r"|(?:ギャル|ヤンキー|オタク女子)(?:です|なんで|なので|だ[しよかけ]|や[しけで])|(?:ため|タメ)で(?:話|しゃべ)"
    r"|敬語(?:は|を|とか)?(?:使わな|使ったことな|なし|無し|抜き|じゃな|やな)|(?:くだけ|砕け|打ち解け)て(?:話|しゃべ|喋|やり?取り|やりとり)"
)
_TALKS_POLITELY = re.compile(
    r"(?:お互い|いつも|まだ|普段|ずっと)[^。!！?？\n]{0,8}敬語(?!は|を?使わ|なし|じゃ)|敬語で(?:やり?取り|やりとり|話して|送っ[たて]|誘っ[たて]|お願い|話す|接して)"
)
_POLITE_HERE = re.compile(
    r"(?:こっち|こちら|私|わたし|俺|僕|自分|当方)(?:は|から|だけ|が)?[^。!！?？\n、]{0,4}(?:敬語|丁寧語|ですます)(?!じゃ|では|を?や|なし)"
)
"""How the two write to each other, told outright."""
_TO_WRITE_SO = (
    r"(?:で(?!は|も|な)|を使って|の(?:文章?|言葉|返[事信]|一言)(?:で|を|が)?)(?:(?!タメ|ため口|敬語|けど|のに)[^。!！?？\n「」『』、]){0,12}?"
    r"(?:返(?:し(?:た[いく]|ます|とき)|そう|す(?:なら|には|文)|[事信](?:を)?(?:し|送り)たい)|お返し(?:したい|します)|送(?:りたい|ろう|ります)|書(?:きたい|いて(?:ほし|くだ))"
    r"|伝え(?:たい|よう)|言いたい|締め(?:くくり)?たい|終わ(?:り|らせ)たい|お?願い|頼(?:みます|む|みたい)|考えて|教えて|作って|ください)"
)
_POLITE_TALK = r"(?:敬語|丁寧語|です・?ます調?|丁寧な(?:言葉|言い方|口調|文)|かしこまった(?:言い方|文))"
_LOOSE = r"(?:くだけ|砕け|ラフ|フランク|カジュアル|ゆる[いく]|軽[いくめ])"
_ALONE = r"(?:(?<=[。!！?？\n])|^)[ 　]*(?:(?:文体|口調|言葉(?:遣い|づかい)?|文|返[事信])は、?)?(?:できれば|なるべく|やっぱり?)?"
_ENDS = r"(?:で|で(?:お)?(?:願|頼)[^。!！?？\n]{0,8}|希望(?:です|で)?|が(?:いい|良い|よい)(?:です)?)[ 　]*(?:[。!！\n]|$)"
"""A sentence of nothing else, that says how it is to be written: 「タメ口で。」"""
_WISHED_POLITE = re.compile(
    rf"{_POLITE_TALK}{_TO_WRITE_SO}|{_ALONE}{_POLITE_TALK}{_ENDS}"
    rf"|敬語(?:だ(?:けど|が)|です(?:けど|が)|だけれど|で(?:、|も)?|の(?:まま|中)で?|ベースで|寄りで|混じりで)、?(?:でも、?|ちょっと|少し|わりと|割と|結構|けっこう)*{_LOOSE}|{_LOOSE}[ぁ-ん]{{0,2}}(?:感じの)?敬語(?!じゃ|では)"
)
_WISHED_CASUAL = re.compile(
    rf"{_CASUAL_TALK}{_TO_WRITE_SO}|{_ALONE}(?:ふつうの|普通の)?{_CASUAL_TALK}{_ENDS}"
    rf"|(?<!敬語でも)(?<!敬語でもふつうの)(?<!敬語でも普通の)(?<!敬語でも、){_CASUAL_TALK}でも(?:いい|良い|よい|ok|OK|大丈夫|構いません|構わない|かまいません|かまわない|可)(?!(?:です|んです|の|もの)?(?:か|\?|？)|(?:です)?(?:よね|かな|って))"
)
"""How the answer is to be written, asked for outright: it wins over everything that is told."""
_SENIOR = re.compile(
    r"(?:先輩|上司|部長|課長|係長|主任|店長|社長|先生|教授|師匠|目上の(?:人|方)|取引先の(?:人|方))(?:さん)?"
    r"(?:から(?=[「『□、])|(?:を|に(?!は?(?:相談|聞い|紹介|勧め|すすめ|教え|応援|言われて))|へ)[^。!?\n「『□]{0,30}?(?:誘|声|告|送|断|デート|返|line|ライン|好き))",
    re.I,
)
"""Somebody above the user is the other: who tells it in plain forms still writes to them in polite ones."""
_FAMILIAR = re.compile(
    r"すまん(?!せん)|悪い(?:ね|な|けど)|ごめんね?[〜ー]|ごめんよ|(?:無理|むり|パス|だめ)(?:だ|や|じゃ|っす|[〜ー笑ｗw])|(?:だ|や|る|た|な|い|ん)(?:よ|わ|で|ねん|けん|ばい|っちゃ)(?:ね|な)?[〜ー!！…。笑ｗ]*$|じゃん|やん|やで|よね?[〜ー!！]|また(?:ね|な|誘って)(?!い|くださ|下さ)|ありがと(?!う?ござ)|笑|[wｗ]{2,}"
)
_PLAINLY = re.compile(
    r"(?:(?:(?:無理|むり|だめ|ダメ|駄目)な|(?:厳し|難し|きつ|な)い|[えけれ]へん)ん(?:だ|や|じゃ)|(?<!申し訳)(?<!もうしわけ)(?<!すま)ない[やわよし]?|(?<!ご)(?<!ゴ)[えけれべめせげ]ん(?:わ|や|し|けん)?|へん(?:わ|し|ねん)|パス(?:で|だ|や)|(?:無理|むり)(?:で|だ|や))(?:よ|ね|な)*"
    r"(?:[、,!！]?[ 　]*(?:ほんと|ほんま|まじ|マジ)?(?:に|で)?(?:ごめん(?!なさい)|すまん(?!せん)|わりぃ?|悪い)(?:ね|よ|な)?)?(?=[!！〜ー…。笑ｗw\s]|$)"
)
"""A plain no, with an apology behind it or none: 行けないや、ごめん! A plain reason (仕事なんだ) alone says less."""
_ABOVE = re.compile(
    r"先輩|上司|部長|課長|係長|主任|店長|社長|会長|班長|専務|常務|取締役|先生|教授|師匠|目上|年上|お客|取引先|[^お\s]さん(?!ぽ|ざ|ま|か|と同)|[のたるい]方(?:を|に|と|から|へ|です|で、|が|は)|様(?:を|に|から)"
)
"""Somebody whom one may well write to in polite forms, however they write."""


def register_of(exchange: Exchange) -> Register:
    """How they write to the other: as they ask to write, as their own words stand, or as they say they write; else as the
    other writes to them.

    Who is polite to the coach may be so to everybody: an answer with the endings of familiar talk (だわ〜, じゃん; a bare
    ごめん is none) speaks for such a talk, but not where it comes from somebody above them, or from a さん.
    """
    return voiced(exchange) or sounds(exchange.telling)


def voiced(exchange: Exchange) -> Register | None:
    """The register as far as the message tells it or holds words of the two; None where only the coach is spoken to."""
    own = "".join(s.span.text for s in (*exchange.of(Voice.USER), *exchange.of(Voice.DRAFT)))
    telling, theirs = exchange.telling, _theirs(exchange)
    if _WISHED_POLITE.search(telling):
        return Register.POLITE
    if _WISHED_CASUAL.search(telling):
        return Register.CASUAL
    if words := own or _sent(telling):
        return sounds(words)
    if _TALKS_POLITELY.search(telling) or _POLITE_HERE.search(telling):
        return Register.POLITE
    if _talks_casually(telling):
        return Register.CASUAL
    quoted = "".join(s.span.text for s in exchange.of(Voice.THEM) if not s.reported)  # told of, all is plain
    plain = _FAMILIAR.search(theirs) or _PLAINLY.search(quoted)
    if plain and not _POLITE.search(theirs) and not _ABOVE.search(telling):
        return Register.CASUAL
    if _SENIOR.search(telling):
        return Register.POLITE
    return sounds(telling + theirs) if theirs else None


def _talks_casually(telling: str) -> bool:
    found = _CASUALLY.finditer(telling)
    return any(not _ELSEWHERE.search(telling, 0, m.start()) for m in found)


def sounds(words: str) -> Register:
    """How words of one's own sound: polite where one form is."""
    return Register.POLITE if _POLITE.search(words) else Register.CASUAL


def _theirs(exchange: Exchange) -> str:
    return "".join(s.span.text for s in exchange.of(Voice.THEM))


def _sent(telling: str) -> str:
    """The user's own message as far as it is told word for word: only what asks, or asks along, sounds like one."""
    told = (m["words"] for m in _SENT.finditer(telling))
    return "".join(words for words in told if invites(words) or _ASKS.search(words))
