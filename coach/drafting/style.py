"""A wish for another wording, as it is understood without an LLM: its style, and the kind and register that go with it."""

import re
import unicodedata
from enum import StrEnum

from coach.parts import Kind
from coach.situation import Register


class Style(StrEnum):
    """The wishes that need no LLM."""

    SHORTER = "shorter"
    LONGER = "longer"
    SOFTER = "softer"
    POLITE = "polite"
    CASUAL = "casual"
    NO_EMOJI = "no_emoji"
    DIALECT = "dialect"
    STANDARD = "standard"
    WAY_OUT = "way_out"
    NO_WAY_OUT = "no_way_out"
    UNHURRIED = "unhurried"
    ANOTHER = "another"


_STIFF = (
    r"(?:そっけな|素っ気な|冷た|[堅硬固](?:苦し)?|(?<![しちえみ])かた|かたくるし|事務的)(?:すぎ|[いくなに])"
)
"""Who says so of the draft wants it softer, whether it is or shall not become so."""

_WISHES: dict[Style, re.Pattern[str]] = {
    Style.SHORTER: re.compile(
        r"短く?|みじか|簡潔|あっさり|(?:ひとこと|一言)(?!を|添|足|加|入|付|つけ|も)|シンプル|コンパクト|軽(?:め|く(?=して|$|、|で|お願|なら))"
        r"|重(?:くな(?:ら|り)|く(?:見え|聞こえ)|くない(?:感じ|よう|言い方|文)|すぎ)|(?:^|(?<=[、。 ]))(?:もう?|まだ|ちょっと|少し|少々|なんか|やっぱり?|文が|これ)*長(?:い|すぎ)"
    ),
    Style.LONGER: re.compile(r"長(?:く(?!て)|め)|ボリューム"),
    Style.SOFTER: re.compile(rf"や[わさ]らか|柔らか|優し|あたたか|温か|ふんわり|{_STIFF}"),
    Style.POLITE: re.compile(r"敬語|丁寧|ていねい|です・?ます|フォーマル|かしこま"),
    Style.CASUAL: re.compile(r"タメ口|ため口|タメ語|くだけ|カジュアル|フランク|友達っぽ"),
    Style.NO_EMOJI: re.compile(
        r"(?:絵文字|顔文字|スタンプ).{0,6}(?:な[しくい]|ぬき|抜|外|はず|消|取|けず|削|いら|減|やめ)"
    ),
    Style.DIALECT: re.compile(r"方言|関西弁?|大阪弁|京都弁|博多弁?|福岡弁"),
    Style.STANDARD: re.compile(r"標準語|共通語|(?:普通|ふつう)の(?:言い方|言葉|話し方|喋り方|しゃべり方)"),
    Style.WAY_OUT: re.compile(
        r"断り(?:道|やす)|逃げ道|断れる(?:一言|ひとこと|余地)|返(?:信|事)(?:は|を)?(?:気にし|求め|いら)な"
    ),
    Style.UNHURRIED: re.compile(
        r"(?:催促|急か|せか|急が|しつこ|プレッシャー|圧|負担)[ぁ-ん]{0,4}?(?:を(?:与え|かけ)|さ|し|に(?:な|見え|聞こえ)|く(?:な|見え))(?:ら|し)?(?:ない|たくな|ず)"
    ),
    Style.ANOTHER: re.compile(
        r"別の(?:案|言い方|もの|やつ)|他の(?:案|言い方)|ほかの(?:案|言い方)|違う(?:案|言い方)|もう一[度回](?:作|書|考え|出|お願い)|作り直"
    ),
}
_UNWANTED = re.compile(
    r"(?:って|とか|っぽさ|っぽい|口調|表現|感じ|さ|の(?:言葉|言い方|ほう|方|やつ))*(?:に|で)?(?:は|を|も|が|じゃ|では)?、?(?:もう|あまり|あんまり|なるべく|できれば|全部|絶対|少し|ちょっと)*"
    r"(?:な(?:し(?!く?ない|(?:は|を)(?:やめ|避け))|くて?|い(?!と|もん))|しな|し(?:たくな|ない)|(?:抜|ぬ)[いき](?!すぎ)|使(?:わ(?=な|ず|ん)|いたくな)|(?:や|辞|止)め(?!な|ず)"
    r"|いら(?:な|ん)|いりません|要ら|不要|(?:外|はず|消|崩|くず|落と|減ら|控え|避け|抑え|おさえ|薄め|弱め)(?:[しす]|て|る|め|に|で|$)|取(?:って|り)|とって|禁止|ng|嫌|いや(?:です|だ|$)|だめ|ダメ|[すス]ぎ|過ぎ)",
    re.I,
)
"""Behind what is named: it is to go. 「敬語は崩さないで」 keeps it."""

_INSTEAD: dict[Style, Style | None] = {
    Style.POLITE: Style.CASUAL,
    Style.CASUAL: Style.POLITE,
    Style.DIALECT: Style.STANDARD,
    Style.STANDARD: Style.DIALECT,
    Style.SHORTER: Style.LONGER,
    Style.LONGER: Style.SHORTER,
    Style.WAY_OUT: Style.NO_WAY_OUT,
    Style.SOFTER: None,
    Style.ANOTHER: None,
}
"""What who does not want one wishes for."""

_LEFT_ALONE = re.compile(
    r"(?:消|外|抜|取|削|減|けず|はず)[さからけ]*な(?:い|く)|な(?:し|くす)(?:は|の|を)(?:やめ|なし|嫌)"
)
"""Pictographs that are to stay: 「絵文字は消さないで」."""

_TOO = re.compile(r"[すス]ぎ|過ぎ")
_PUT_IN = r"(?:入れ|いれ|足し|加え|添え|つけ|付け|書い|残し|使っ|直し|変え|呼びかけ|呼ん)て(?:ほしい|欲しい|ください|下さい|くれ|もらえ|お?き|いい|よ|ね|で|ます|る|か|な|、)*[。!！?？]*$"
_PUTS_IN = re.compile(
    rf"^(?:[^「」『』]*[「『][^「」『』]+[」』][^「」『』]{{0,4}}?|[^「」『』。]{{2,24}}(?:って|と(?:一言)?))、?{_PUT_IN}"
)
"""Words for the draft, and nothing behind them: 「お大事にって入れて」."""

_KEEPS = re.compile(
    r"^[「『][^「」『』]+[」』](?:は|を|も|って)?(?:残し|使っ|入れ)て、?(?P<rest>[^「」。]{1,12})$"
)
_WISH_LENGTH = 40  # a longer message tells something new; it is not only a wish about the wording


def styles_of(wish: str) -> tuple[Style, ...]:
    """The styles a wish asks for, in a fixed order; empty when only an LLM could follow it.

    What is not wanted asks for its opposite, where it has one and nothing else in the wish asks for it.

    >>> [style.value for style in styles_of("敬語は使わないで")]
    ['casual']
    """
    plain = unicodedata.normalize("NFKC", wish)
    asked = {style for style in _WISHES if wanted_at(plain, style)}
    unwanted = {style for style in _INSTEAD if style not in asked and _WISHES[style].search(plain)}
    for style in unwanted:
        other = _INSTEAD[style]
        if other is not None and not (asked & {other, _INSTEAD.get(other)}):
            asked.add(other)
    if Style.DIALECT in asked and Style.STANDARD in asked:
        asked.discard(Style.STANDARD)
    return tuple(style for style in Style if style in asked)


def wanted_at(plain: str, style: Style) -> list[re.Match[str]]:
    """Where a wish asks for a style, and not for the contrary."""
    found = _WISHES.get(style)
    return [m for m in found.finditer(plain) if not _is_unwanted(plain, m, style)] if found else []


def says_too_much(wish: str) -> bool:
    """Whether a wish says that the draft is too much of something: who says so does not ask for the same once more."""
    return bool(_TOO.search(wish))


def _is_unwanted(plain: str, found: re.Match[str], style: Style) -> bool:
    behind = plain[found.end() :]
    if style is Style.NO_EMOJI:
        return bool(_LEFT_ALONE.search(plain, found.start()))
    if style is Style.UNHURRIED or (style is Style.WAY_OUT and found[0].startswith("返")):
        return False
    if style is Style.SOFTER and re.match(_STIFF, found[0]):
        return False
    if style is Style.SHORTER and re.search("[長重]", found[0]):
        return False
    return bool(_UNWANTED.match(behind))


def is_wish(text: str) -> bool:
    """Whether a chat message, said after drafts were shown, only asks for another wording."""
    if len(text.strip()) > _WISH_LENGTH:
        return False
    keeps = _KEEPS.search(text.strip())
    if _PUTS_IN.search(text.strip()) or (keeps and styles_of(keeps["rest"])):
        return True
    return "「" not in text and bool(styles_of(re.sub(_STIFF, "", text)))


def kind_for(styles: tuple[Style, ...], kind: Kind) -> Kind:
    """The kind of draft that the styles ask for."""
    if Style.SHORTER in styles:
        return Kind.SHORT
    return Kind.WARM if {Style.SOFTER, Style.LONGER} & set(styles) else kind


def register_for(styles: tuple[Style, ...], register: Register) -> Register:
    """The register that the styles ask for."""
    if Style.POLITE in styles:
        return Register.POLITE
    return Register.CASUAL if {Style.CASUAL, Style.DIALECT} & set(styles) else register
