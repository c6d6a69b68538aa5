"""Ages in a message: who is under 18 and who is grown up, and whether they are the two it is about."""

import re
from dataclasses import dataclass

from guardrails.vocabulary import Span

_DIGITS = str.maketrans("0123456789", "0123456789")
_NUMBER = r"(?:[1-9][0-9]|[一二三四五六七]?十[一二三四五六七八九]?)"
_TENS = r"(?:[2-9][0-9]|[二三四五六七八九]十[一二三四五六七八九]?)"
_NOT_COUNTED = r"(?![一二三四五六七八九十])(?![0-9]*(?:日|回|時|分|月|年|人|通|件|万|円|個|点|%|%|kg|キロ|冊|枚|本|連|話|巻|番|度|階|名|秒|位|週|軒|品|曲|[:：/]))"
_ONE = r"わたし|あたし|私|俺|おれ|オレ|僕|ぼく|うち|ウチ|わし|ワイ|自分|当方|こっち|こちら|相手|先方|彼女|彼氏|彼|向こう|あの子|その子|あっち|(?<![一-龠0-9])今|かれし|かれ|(?<![来今昨])年|年齢|歳|実は|ほんとは|本当は"
_AGE = re.compile(
    rf"(?P<age>{_NUMBER})\s*(?:(?:歳|才|さい)(?!上|下|差|年上|年下|離れ|違|ちが|以上|まで)|代(?:前半|半ば|後半)?の|の(?:女|男|彼|お?兄|お?姉|人|子|方|社員|先輩|店員|おじ|おば|社会|会社|独身|既婚|主婦|サラリ)|女|男|♀|♂"
    r"|です(?:。|が|、|けど|$)|、(?:女|男)|会社員|OL|主婦)"
    rf"|[((](?:いま|今|当時)?(?P<bracket>{_NUMBER})[歳才]?(?:くらい|ぐらい|前後)?(?:[・、/]?[男女♂♀]|[^))0-9]{{0,6}})?[))]"
    rf"|(?:{_ONE})(?:は|が|も|、)?(?:まだ|いま|今|(?P<soon>来月で?|来年で?|もうすぐ|今度)|もう|たぶん)?\s*(?P<bare>{_NUMBER}){_NOT_COUNTED}"
    rf"|(?:(?:[子君]|くん|ちゃん|さん)(?:が|は|、)(?:まだ|今|いま)?|まだ)\s*(?P<named>{_NUMBER})(?=で|や|だ|。|、|$)"
    rf"|(?<![0-9一二三四五六七八九十])(?P<told>{_NUMBER})(?=(?:だと|だって|って(?:言|い|知|聞|。|$)|になった?ば(?:か|っか)|になったとこ|を?(?:超|こ)え|らしい|やけど|だけど|なんだけど|やねん|なのに|だった?かな|だし|やし"
    r"|っす|ぐらいの|くらいの|を過ぎ|過ぎの|手前|になる(?:し|けど|ん|の)))"
    rf"|(?<![0-9/月第の.一二三四五六七八九十])(?P<worker>{_NUMBER})(?=の(?:[一-龠ァ-ヶー]{{1,6}}(?:師|(?<!全)員|(?<!同)士)(?!会)|[^。、!?！？\s0-9]{{1,8}}(?:屋|店員|作家|エンジニア|ナース|マン)(?:さん|の|が|に|を|と|で|。|、)))"
    rf"|(?:\A|[\n。])(?P<lead>{_NUMBER})[、,\s](?=(?:{_ONE})(?:は|が)?{_NUMBER}(?![0-9]))"
    rf"|(?:\A|(?:屋|員|師|業|士|職|主婦|主夫|女|男|です|ます|、(?:ベース|ギター|ドラム|ボーカル))、)(?P<intro>{_TENS})(?=[。、,\n]|\Z)(?!、[0-9一二三四五六七八九])"
    rf"|(?<![0-9一二三四五六七八九十])(?P<coming>{_NUMBER})[歳才]?に(?:なり(?:ます|まして)|なる(?:まで|前|[子人])|なった[らい]|なれば|なって(?:い)?ない|なら(?:ない|ん)と)"
)
_SCHOOL = re.compile(
    r"小学生|小学[1-6一二三四五六]年|小[1-6一二三四五六](?![0-9日月年時]|時間)|中学生|中学[1-3一二三]年|中[1-3一二三](?![0-9日月年])"
    r"|高校生|高校[1-3一二三]年|(?:高校|中学)(?:です|に(?:入った|上がった)ばかり|受験)|高専の?[1-3一二三]年|高[1-3一二三](?![0-9日月年])"
    r"|女子高生|男子高生|女子高校生|(?<![A-Za-z])(?:JK|JC|DK|JS)(?![A-Za-z])|未成年(?!じゃな|ではな|やな)|18歳未満|生徒(?:さん|の)|通信制の[一二三1-3]年"
    r"|(?:相手|彼女|彼|向こう|あの子)[はが](?:まだ)?制服|制服(?:の子|が似合|とも|姿|で来|を?着(?:て(?:い)?る|る)(?:歳|年|子))|補導され|放課後|ランドセル|塾帰りの子|親の同意|高校に(?:上が|入る|進)|(?:高校|中学)の(?:部活|クラス|[^。、の]{1,4}部)の(?:子|部員)(?!だった)|制服(?:の(?:うち|間)|.{0,8}卒業)|卒業(?:する|して|まで).{0,16}制服|受け持(?:った|ち)の?クラス|期末で|まだ免許も取れな"
)
_CLASS = re.compile(
    r"大人|夜間(?:の)?(?:日本語)?教室|(?:日本語|手芸|料理|英会話|書道|華道|茶道|着付け|ヨガ|ダンス|絵画|陶芸|音楽|カルチャー)(?:の)?(?:教室|講座|レッスン)"
)
"""Where pupils are of any age."""
_TEACHER = r"(?:教室)?(?:の?(?:先生|講師|師範)|の?インストラクター)"
_NOT_ME = r"(?!です|だ(?!って)|で、|兼|を?(?:して|やって|しながら)|として|なん(?:です|だ|で)|の(?:私|わたし|俺|僕|自分))"
_LESSON = re.compile(
    r"(?:ヨガ|ピラティス|料理|お菓子(?:作り)?|パン(?:作り)?|茶道|お茶|華道|お花|生け花|いけばな|フラワーアレンジ(?:メント)?|着付け|陶芸|手芸|編み物|刺繍|ゴルフ|フラ(?:ダンス)?"
    rf"|社交ダンス|フラメンコ|油絵|水彩画|俳句|短歌|川柳|写真|アロマ){_TEACHER}"
    rf"|(?:英会話|書道|習字|ダンス|絵画|絵|音楽|ギター|三味線){_TEACHER}{_NOT_ME}"
)
"""Teachers whom grown people go to; of what children learn, too, only one who is not the user."""
_CHILDREN = re.compile(
    r"子ども|子供|こども|キッズ|ジュニア|小学|中学|高校|高専|制服|放課後|塾|予備校|部活|学校|担任|保護者|親御|受験|(?:娘|息子|孫|姪|甥)[のがを]"
)
"""Beside such a teacher: the pupils may be under 18 all the same."""
_GROWN = re.compile(
    r"(?:娘|息子|うちの子)の(?:同級生|友達|友だち|友人|クラスメイト|クラスメート)(?!だった|の(?:[お父母親兄姉]|ママ|パパ))|社会人|会社員|(?<!未)成人(?:男|女|し(?:て|た)|済|です|だ(?!った)|や(?!か)|なの?で|の(?:私|俺|僕|自分|男|女)|。|\n|\Z)|大人(?:の|です|な|だけ|。|、|で)|おじさん|おっさん|先生|教師|教員|顧問|コーチ|担任|塾講師|(?:バイト|大学生)の?講師|家庭教師|教育実習|教え子|社員さん|配信者さん|車で(?:迎え|送)|(?:塾|学校|部活|道場|スクール)で教え|店長|上司|公務員|既婚"
    r"|車を?(?:持|も)って(?:い)?る(?:彼|人|男|先輩)|大学生|大学院|院生|大学[一二三四1-4]年|女子大生|サラリーマン|主婦|独り身|独身(?:女|男)|バツイチ|アラサー|アラフォー|アラフィフ|アラ還|[三四五]十路|[二三四五]十代|[2-6]0代"
)
_KIN = re.compile(
    r"(?:娘|息子|弟|妹|孫|甥|姪|いとこ|うちの子|子ども|子供|長男|長女|次男|次女|シングル(?:マザー|ファザー)?|ひとり親|子持ち)(?:は|が|も|の)?(?:まだ|もう)?[、,((\s]{0,2}$"
)
_IS_KIN = re.compile(
    r"(?:になる|の(?:上|下)の)?の?(?:娘|息子|弟|妹|孫|甥|姪|子ども|子供|長男|長女|次男|次女|いとこ)(?!の(?:友|同級|先輩|クラス|部活|塾))"
    r"|の子(?=が(?:い|お)[^。、]{0,5}(?:シン|バツ|母|父|親)|を(?:育て|一人で|ひとりで))"
)
_PAST = re.compile(r"(?:頃|ころ|時代|のとき|の時|のころ|時から|の同級生|以来|卒業|からの(?:親友|友|知))")
_BOTH = re.compile(
    r"(?:どっちも|どちらも|お互い|二人とも|両方|ふたりとも|同い年|(?<![姉妹兄弟娘子孫]の)同級生(?!の(?:お?母|お?父|親|姉|兄|保護者))|[1-6一二三生](?:同士|どうし(?!よ|た|て))|同じクラス|(?<![姉妹兄弟娘子孫]の)クラスメ|タメ|同じ学校|同じ高校)"
)
_COURTS_THE_TEACHER = re.compile(
    r"先生(?:[((][^))\n]{1,10}[))])?(?:のこと)?(?:を|に|と|へ)[^。!?！？\n「」『』]{0,16}(?:誘|お茶|食事|ご飯|ごはん|ランチ|映画|コンサート|演奏会|展覧会|手紙|申し|連絡先|LINE|好き|告白|惹|二人)"
)
"""Whoever asks their own teacher out is the pupil of whom the answer speaks."""
_NOT_THE_USER = re.compile(
    r"(?:先生|相手|先方|向こう|彼女?|生徒さん?|あの[人子方]|その[人子方])[^。!?！？\n]{0,8}\Z"
)
_QUOTED = re.compile(r"[「『][^「」『』]*[」』]")
_ROLE = frozenset({"先生", "教師", "教員", "顧問", "コーチ", "担任", "店長", "上司"})
"""Grown up by what they are: such a person may be spoken of in passing by somebody who goes to school."""
_I_AM_A_PUPIL = re.compile(
    r"(?:小|中|高)(?:校|学)?(?:[1-6一二三四五六](?:年生?)?|学?生)(?:です|だけど|やけど|なんです|なので|だし|。|、|\n|\Z)"
)
_PEER = re.compile(
    r"(?<!の)(?:クラス|隣の席|塾|部活|学校|図書委員|委員会|バイト(?:先)?)(?:で(?:一緒|同じ)の?|の)[、]?(?:子|[男女]子|人|友達|先輩|後輩|好きな[人子])|好きな[子人]|隣の(?:クラス|席)"
)
"""Somebody of the user's own age whom it is about."""
_COURTS_A_ROLE = re.compile(
    r"(?:さん)?(?:です|なん|だ(?!った)|(?:の(?:こと|LINE|連絡先|家|部屋)、?|[がをにと]|から)[^。、!?！？\n]{0,12}(?:好き|すき|恋(?!愛相談)|惹|告|付き合|二人|ふたり|会い|会お|会え|誘|連絡先|LINE|手紙|デート|ご飯|ごはん|食事|泊))"
)
_MY_TEACHER = re.compile(r"(?<![娘息子供達母父学]の)(?<!元)(?:顧問|担任|保健室|部活)の先生")
"""Whoever speaks of such a person without saying whose goes to school."""
_PARENT = re.compile(r"娘|息子|子ども|子供|うちの子|保護者|PTA|面談|大学|社会人|同僚|職場|成人|会社")
_ADULT = 18
_YEARS = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class Ages:
    """What a message says of ages: ``minors`` and ``adults`` as spans of it; ``same`` when both are of an age."""

    minors: tuple[Span, ...]
    adults: tuple[Span, ...]
    same: bool

    @property
    def apart(self) -> bool:
        """Whether one of the two is under 18 and the other grown up."""
        return bool(self.minors and self.adults) and not self.same

    @property
    def grown(self) -> bool:
        """Whether the two are of an age, or both are said to be grown up, in years."""
        in_years = [adult for adult in self.adults if _YEARS.search(adult.text)]
        return self.same or (not self.minors and len(in_years) > 1)


def read_ages(message: str) -> Ages:
    """Find who is under 18 and who is grown up; the user's own kin and school days long past do not count.

    >>> [s.text for s in read_ages("32歳です。高校生の子が好き").minors]
    ['高校生']
    """
    text = message.translate(_DIGITS)
    minors: list[Span] = []
    adults: list[Span] = []
    for match in _AGE.finditer(text):
        said = (
            match["age"]
            or match["bracket"]
            or match["bare"]
            or match["named"]
            or match["told"]
            or match["worker"]
            or match["lead"]
            or match["intro"]
        )
        age = _number(said or match["coming"]) - bool(match["coming"] or match["soon"])
        if not 6 <= age < 100 or _aside(text, match.start(), match.end()):
            continue
        span = Span(match.start(), match.end(), message[match.start() : match.end()])
        (minors if age < _ADULT else adults).append(span)
    for match in _SCHOOL.finditer(text):
        grown_pupil = match[0].startswith("生徒") and (
            _pupils_are_grown(text) or _is_the_grown_user(text, match, adults)
        )
        if not grown_pupil and not _aside(text, match.start(), match.end()):
            minors.append(Span(match.start(), match.end(), message[match.start() : match.end()]))
    for match in _MY_TEACHER.finditer(text):
        if _COURTS_A_ROLE.match(text, match.end()) and not adults and not _PARENT.search(text):
            minors.append(Span(match.start(), match.end(), message[match.start() : match.end()]))
    for match in _GROWN.finditer(text):
        if not _aside(text, match.start(), match.end()) and not _in_passing(text, match):
            adults.append(Span(match.start(), match.end(), message[match.start() : match.end()]))
    return Ages(tuple(minors), tuple(adults), bool(_BOTH.search(text)))


def _pupils_are_grown(text: str) -> bool:
    """Whether pupils that are named are those of a class, or of a teacher, whom grown people go to."""
    return bool(_CLASS.search(text) or (_LESSON.search(text) and not _CHILDREN.search(text)))


def _is_the_grown_user(text: str, pupil: re.Match[str], adults: list[Span]) -> bool:
    """Whether a teacher who was asked out speaks of pupils, and the pupil is the user, who says to be of age."""
    return (
        any(q.start() < pupil.start() < q.end() for q in _QUOTED.finditer(text))
        and any(
            not any(q.start() <= courts.start() < q.end() for q in _QUOTED.finditer(text))
            for courts in _COURTS_THE_TEACHER.finditer(text)
        )
        and any(
            _YEARS.search(adult.text)
            and not _NOT_THE_USER.search(text, max(0, adult.start - 12), adult.start)
            for adult in adults
        )
    )


def _in_passing(text: str, role: re.Match[str]) -> bool:
    """Whether somebody who goes to school only mentions a teacher, and it is about somebody of their own age."""
    return (
        role[0] in _ROLE
        and bool(_I_AM_A_PUPIL.search(text) and _PEER.search(text))
        and not _COURTS_A_ROLE.match(text, role.end())
    )


def _aside(text: str, start: int, end: int) -> bool:
    after = text[end : end + 8]
    return bool(_KIN.search(text[max(0, start - 8) : start]) or _IS_KIN.match(after) or _PAST.match(after))


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("十")
    digits = "〇一二三四五六七八九"
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)
