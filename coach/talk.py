"""A LINE talk-history export becomes a Talk, or a refusal that names its reason; read on this machine only.

    bytes ── talk_bytes ── text ── talk_layout ── talk_sheet ── lines ── talk_dates ── talk_tabbed | talk_spaced ── Talk
    talk_tabbed: talk_plain, talk_quotes · talk_spaced: talk_speakers (with talk_names), talk_pasted
    both: talk_columns, talk_kinds, talk_notices, talk_cut · Talk ── talk_facts (what can be counted; talk_replies) · talk_recent (what the reading gets) · talk_json (for `yohaku talk`)

Read marks are not in the file: nothing here, and nothing built on it, says whether a message was read.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.line_export.bytes import Decoded, decode
from coach.line_export.clock import Order
from coach.line_export.cut import drop_begun_record, without_begun_line
from coach.line_export.dates import DateLines, date_lines
from coach.line_export.foreign import is_official_csv, other_app
from coach.line_export.head import Head, Title, looks_like_talk, names_in_file_name, read_head, saved_at
from coach.line_export.layout import layout_of
from coach.line_export.notices import is_payment
from coach.line_export.parts import Caution, CautionClass, Layout, Refusal, RefusalClass, Talk
from coach.line_export.person import GONE, same_name
from coach.line_export.sheet import RECORD, TIMED, Lines, Sheet, split_lines
from coach.line_export.spaced import read_spaced
from coach.line_export.tabbed import read_tabbed

_HEAD = 64 * 1024  # letters that show what a file is


def read_talk(
    data: bytes, *, filename: str = "", names: Sequence[str] = (), order: Order | None = None
) -> Talk:
    """Read an exported file.

    ``filename`` names the other person in a desktop export. ``names`` (both display names) and ``order`` (of day
    and month) are the user's answers where the file leaves that open. Raises Refusal.
    """
    return _read(decode(data, known=looks_like_talk), filename=filename, names=names, order=order)


def read_pasted(text: str, *, names: Sequence[str] = (), order: Order | None = None) -> Talk:
    """Read a history that was pasted instead of dropped. Raises Refusal as ``read_talk`` does."""
    return read_talk(text.encode("utf-8", "replace"), names=names, order=order)


def chosen(talk: Talk, me: str) -> Talk:
    """The talk with the user's answer to "which one is you?". Raises ValueError when nobody has that name."""
    if me not in talk.people:
        raise ValueError(f"{me!r} is not one of {talk.people!r}")
    cautions = tuple(c for c in talk.cautions if c.caution is not CautionClass.EXPORTER_UNKNOWN)
    return replace(talk, exporter=me, cautions=cautions)


def within(talk: Talk, *, since: date | None = None, until: date | None = None) -> Talk:
    """Only what was written from ``since`` to ``until``, both included; the people stay the same."""
    first, last = since or date.min, until or date.max
    return replace(
        talk,
        messages=talk.messages.where(first <= ts.date() <= last for ts in talk.messages.times),
        notices=tuple(n for n in talk.notices if first <= n.ts.date() <= last),
    )


def _read(decoded: Decoded, *, filename: str, names: Sequence[str], order: Order | None) -> Talk:
    whole = decoded.text.lstrip("\ufeff\u200b")
    text = without_begun_line(whole)
    decoded = replace(decoded, cut=decoded.cut or text != whole)
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    if is_official_csv(head):
        raise Refusal(RefusalClass.OFFICIAL_ACCOUNT_CSV)
    layout = layout_of(text, head)
    lines = split_lines(text, spaced=layout is Layout.SPACED)
    header = read_head(lines.units)
    _refuse_foreign(text, head, header, layout)
    in_name = names_in_file_name(filename)
    if (header.title is not None and header.title.group) or (
        header.title is None and in_name and in_name[0].group
    ):
        raise Refusal(RefusalClass.GROUP)
    spaced = layout is Layout.SPACED
    found = date_lines(
        lines.units,
        lambda unit: (TIMED if spaced else RECORD).match(unit) is not None or is_payment(unit),
        order=order,
        spaced=spaced,
        lenient=header.title is not None,
        saved=header.saved,
    )
    if not found.days:
        raise Refusal(
            RefusalClass.NO_DATES if header.title is not None or not spaced else RefusalClass.NOT_A_TALK
        )
    cautions = list(found.cautions)
    if spaced:
        hints = [header.title.name] if header.title and header.title.name else [t.name for t in in_name]
        sheet, more = read_spaced(_from(lines, header.begin), found, hints=hints, names=names)
        cautions += more
    else:
        sheet = read_tabbed(lines, found, begin=header.begin)
    cautions += [*sheet.cautions(lines), *_file_cautions(decoded, lines, header, spaced=spaced)]
    return _talk(decoded, lines, header, in_name, sheet, found, cautions, layout)


def _from(lines: Lines, begin: int) -> Lines:
    """The same units with the header made blank, so that line numbers stay."""
    return replace(lines, units=[""] * begin + lines.units[begin:]) if begin else lines


def _refuse_foreign(text: str, head: str, header: Head, layout: Layout | None) -> None:
    first = head.lstrip().partition("\n")[0]
    if header.title is None and not looks_like_talk(first) and (app := other_app(head)) is not None:
        named = f"LINEではなく{app}の履歴のようですが、読めるのはLINEの「トーク履歴を送信」で保存した .txt だけです。"
        raise Refusal(RefusalClass.OTHER_APP, named if app else "")
    if layout is None:
        empty = header.title is not None or header.saved is not None
        raise Refusal(RefusalClass.HEADER_ONLY if empty else RefusalClass.NOT_A_TALK)


def _file_cautions(decoded: Decoded, lines: Lines, header: Head, *, spaced: bool) -> list[Caution]:
    found = []
    if decoded.broken:
        sentence = f"読めない文字が{decoded.broken}個あります。本文の一部が欠けています。"
        found.append(Caution(CautionClass.BROKEN_CHARACTERS, sentence, decoded.broken))
    if decoded.cut:
        found.append(
            Caution(CautionClass.CUT_END, "ファイルの終わりが途中で切れています。続きは入っていません。")
        )
    if lines.mixed:
        found.append(
            Caution(CautionClass.MIXED_LINE_ENDS, "改行の種類が混ざっています。編集したファイルのようです。")
        )
    if header.title is None and not spaced:
        found.append(
            Caution(CautionClass.NO_HEADER, "見出しがありません。履歴の途中からのファイルかもしれません。")
        )
    if decoded.encoding != "utf-8":
        sentence = f"保存し直したファイルのようです（{decoded.encoding}として読みました）。"
        found.append(Caution(CautionClass.RESAVED, sentence))
    return found


def _talk(
    decoded: Decoded,
    lines: Lines,
    header: Head,
    in_name: Sequence[Title],
    sheet: Sheet,
    dates: DateLines,
    cautions: list[Caution],
    layout: Layout | None,
) -> Talk:
    if not sheet.texts:
        raise Refusal(RefusalClass.NO_MESSAGES if sheet.notices else RefusalClass.HEADER_ONLY)
    people = tuple(dict.fromkeys(sheet.senders))
    present = [name for name in people if name not in GONE]
    if len(present) > 2:
        raise Refusal(RefusalClass.GROUP)
    named = [header.title.name] if header.title and header.title.name else [title.name for title in in_name]
    other = next((p for name in named for p in people if same_name(p, name)), named[0] if named else None)
    rest = [name for name in present if name != other]
    sure = other is not None and len(people) <= 2 and (other in people or len(present) == 1)
    exporter = rest[0] if sure and len(rest) == 1 else None
    if exporter is None:
        cautions.append(
            Caution(
                CautionClass.EXPORTER_UNKNOWN,
                "どちらがあなたか、ファイルからは分かりません。選んでください。",
            )
        )
    if len(people) == 1:
        sentence = "送った人がひとりだけです。相手のメッセージが無いか、ふたりの表示名が同じです。"
        cautions.append(Caution(CautionClass.ONE_SENDER, sentence))
    if drop_begun_record(sheet, people):
        cautions.append(
            Caution(CautionClass.CUT_END, "ファイルの終わりが途中で切れています。続きは入っていません。")
        )
    return Talk(
        messages=sheet.messages(bare=layout is Layout.SPACED),
        notices=tuple(sheet.notices),
        participants=people,
        header_name=other,
        exporter=exporter,
        saved_at=saved_at(header.saved, dates.order) if header.saved else None,
        layout=layout or Layout.TABBED,
        encoding=decoded.encoding,
        cautions=tuple(cautions),
    )
