"""What a wish for another wording asks for: styles, words to be put in or left out, whom to address; and what came before."""

import re
import unicodedata
from dataclasses import dataclass

from coach.drafting.dialect import named_in
from coach.drafting.style import Style, styles_of
from guardrails.vocabulary import Act

_Q = r"[「『“\"](?P<{0}>[^「」『』“”\"]{{1,120}})[」』”\"]"
_INSTEAD_OF = re.compile(
    _Q.format("old")
    + r"(?:じゃなく(?:て)?|ではなく(?:て)?|より(?:も|は)?|を|は|から|やめて)、?"
    + _Q.format("new")
)
"""Words in another's place: 「私」を「うち」に."""

_WHOLE = re.compile(
    r"(?:(?:俺|僕|私|わたし|自分|うち)の言葉(?:で|に|を)|この(?:文|通り|とおり)で)[^「」『』]{0,6}"
    + _Q.format("own")
    + r"|"
    + _Q.format("text")
    + r"(?:(?:に|へ|で)(?:直|変え|書き(?:換|直)|差し替|し(?:て|たい|よう)|いき|送|お願)|(?:に|で)?[ 　]*(?:$|[。!！](?=$))|(?:で|が|に)いい|(?:の(?:ほう|方))?がいい|って(?:送|返)(?!っ))"
)
"""A whole text of their own."""

_OUT = re.compile(
    _Q.format("out")
    + r"(?:って|とか|と(?:いう)?)?(?:の)?(?:言葉|言い方|部分|ところ|とこ|文|一文|くだり)?(?:は|を|も|が)?、?(?:使わな|消|抜|削|外|取(?:っ|り)|とって|や(?:め|だ)|な(?:し|くし|くて)|いら(?:な|ん)|不要|いや|嫌|避け|変え(?!て「)|ださな|出さな|言わな|入れな|書かな)"
)
_KEEP = re.compile(
    _Q.format("keep")
    + r"(?:って|という)?(?:の)?(?:言葉|部分|ところ|とこ|一文)?(?:は|を|だけ(?:は)?|も)?(?:そのまま)?、?(?:残|消さな|変えな|そのまま|キープ|活か|生か)"
)
_PUT = r"(?:一言|ひとこと|一文|絶対に?|最後に|最初に|頭に|どこかに|軽く|ちゃんと|必ず|も|を|、)*(?:入れ|いれ|足し|足す|加え|添え|つけ|付け|書い|書く|言っ|言い|伝え|使っ|使い|混ぜ|残し|締め)"
_IN = re.compile(
    _Q.format("quoted")
    + r"(?:って|と|は|を|も|という(?:言葉|一言|文)?)?(?:言葉|一言)?(?:を|も|は)?、?"
    + _PUT
    + r"|(?:^|(?<=[。、！!？?\n 　]))(?P<said>[^。、「」『』\n]{1,30}?(?:、[^。、「」『』\n]{1,20}?)?)"
    r"(?:(?:って|と)(?:いう(?:言葉|一言|文)?を?)?|(?:(?<=ください)|(?<=ございます)|(?<=おめでとう)|(?<=がんばって)|(?<=楽しんで)|(?<=お大事に))[をも])、?"
    + _PUT
)
_TITLE = r"(?:さん|ちゃん|くん|君|先輩|先生|様|さま|っち|ぴ|たん|殿)"
_A_NAME = r"[一-龥々ぁ-んァ-ヶーA-Za-z]{1,10}?"
_NAME = re.compile(
    rf"(?:名前|呼び名|呼び方|あだ名)は、?(?P<told>{_A_NAME}{_TITLE}?)(?:です|だ(?:よ|から)?)?(?=[。、！!\s]|$|って|で)"
    rf"|(?:^|[。、！!\s「『])(?P<called>{_A_NAME}{_TITLE})[」』]?(?:って|と)(?:呼|名前|入れ|書|つけ|付け|始め|言っ)"
    rf"|名前は?[（(](?P<apart>{_A_NAME}{_TITLE}?)[)）]"
    r"|(?P<rank>先生|先輩|部長|課長|係長|主任|店長|社長|コーチ|監督|師匠|マスター)(?:って|と)(?:呼|名前)"
    rf"|[「『](?P<bare>{_A_NAME})[」』](?:って|と)呼"
    rf"|(?:^|[。、！!\s「『])(?P<before>{_A_NAME}{_TITLE})[」』]?(?:の名前|を(?:最初|頭|はじめ))"
    rf"|名前(?:を|も)?(?:最初に|頭に)?(?:入れ|呼|つけ|書)[^、。\s]{{0,8}}[、。\s]+[「『]?(?P<after>{_A_NAME}{_TITLE}?)[」』]?(?:です|で|って)?[。]?$"
)
_NOBODY = re.compile(
    r"^(?:名前|あだ名|相手|下|上|お|本名|苗字|名字|お?[客母父姉兄]さ[んま])$|(?:疲れ|つかれ|苦労|くろう|ちそう|馳走|かげ|世話|互い|待ち(?:どお|遠))|(?:たく|なん|い)さん$|[てでにをはがも](?:さん|ちゃん|くん|君|様|さま)$"
)
_NAMELESS = re.compile(r"名前(?:を|も|で|で?(?:最初|頭)に)?(?:入れ|呼|つけ|書|足)")
_MEANT = {
    Act.CARE: re.compile(
        r"(?:気遣|気づか|ねぎら|労[うい]|いたわ|思いやり)[^。、「」]{0,10}(?:増や|" + _PUT + ")"
    ),
    Act.THANKS: re.compile(r"(?:お礼|感謝)[^。、「」]{0,8}(?:増や|" + _PUT + ")"),
}
"""What is to be put in, named and not worded."""

_MOST = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """``whole`` is a text to stand instead of the draft; ``lines`` are put in, those in ``loose`` not to the letter.

    ``kept`` and ``without`` are words of the draft that stay, or go; ``meant`` is what is named and not worded, ``was_dialect``
    that an earlier wish asked for one, ``own`` that an earlier one gave the whole text.
    """

    styles: tuple[Style, ...] = ()
    dialect: str = ""
    whole: str = ""
    lines: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    meant: tuple[Act, ...] = ()
    name: str = ""
    nameless: bool = False
    was_dialect: bool = False
    own: bool = False

    def has(self, *styles: Style) -> bool:
        """Whether one of these is asked for."""
        return bool(set(styles) & set(self.styles))

    @property
    def understood(self) -> bool:
        """Whether a rule can follow any of it."""
        return self != Wish()


def wish_of(text: str) -> Wish:
    """What a wish asks for.

    >>> wish_of("「お大事に」って入れて短く").lines
    ('お大事に',)
    """
    said = unicodedata.normalize("NFC", text).strip()
    name = _name_in(said)
    quoted_name = f"「{name}」"
    said = said.replace(quoted_name, name) if name else said
    swap = _INSTEAD_OF.search(said)
    kept = tuple(m["keep"] for m in _KEEP.finditer(said))
    out = tuple(m["out"] for m in _OUT.finditer(said) if not swap)
    found = _WHOLE.search(said)
    whole = (found["own"] or found["text"]) if found and not swap else ""
    if whole in (*kept, *out):
        whole = ""
    quoted, spoken = _lines_in(
        said, name, taken=(*kept, *out, whole, *(swap.group("old", "new") if swap else ()))
    )
    styles = styles_of(
        re.sub(r"[「『“\"][^「」『』“”\"]*[」』”\"]", "", said) if "「" in said or "『" in said else said
    )
    for words in spoken:
        styles = styles_of(said.replace(words, ""))
    lines = quoted or spoken
    return Wish(
        styles=styles,
        dialect=named_in(said) if Style.DIALECT in styles else "",
        whole=whole,
        lines=lines,
        loose=() if quoted else spoken,
        kept=kept,
        without=out,
        swaps=((swap["old"], swap["new"]),) if swap else (),
        meant=() if lines else tuple(act for act, words in _MEANT.items() if words.search(said)),
        name=name,
        nameless=not name and bool(_NAMELESS.search(said)),
    )


def _name_in(said: str) -> str:
    found = _NAME.search(said)
    name = found[found.lastgroup or 0] if found else ""
    return "" if _NOBODY.search(name) else name


def _lines_in(said: str, name: str, *, taken: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are to be put in: quoted, and only said."""
    quoted: list[str] = []
    spoken: list[str] = []
    for found in _IN.finditer(said):
        if words := found["quoted"]:
            quoted.append(words)
        elif len(words := found["said"].strip()) <= _MOST and words != name and not (name and words in name):
            spoken.append(words)
    quoted = [words for words in quoted if words not in taken and words != name]
    spoken = [words for words in spoken if not _DESCRIBES.search(words)]
    return tuple(quoted), tuple(spoken[:1])


_DESCRIBES = re.compile(
    r"^(?:もっと|もう(?:少し|ちょっと)|ちょっと|少し|ちゃんと|きちんと|なんか|何か|短く|丁寧に|やわらかく|敬語|タメ口|関西弁|方言|やっぱり?|お願い|絵文字|顔文字)|(?:こと|気持ち|様子|感じ|ように|みたいな|の|か)$|断り(?:道|やす)|逃げ道"
)
"""What is told of, and not to be written as it stands."""
