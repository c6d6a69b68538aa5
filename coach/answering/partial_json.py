"""Reads JSON out of a text that arrives in pieces: every value is handed on the moment it is complete."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

Step = str | int
Path = tuple[Step, ...]
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Chars = Generator[None, str, str]

SPACE = " \t\r\n\ufeff"
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
THINKING = ("<think>", "<thinking>", "<reasoning>")
DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Text:
    """Further characters of a string value that is still open."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A complete value; the path of a document's outermost object is ``()``."""

    path: Path
    value: Json


@dataclass(frozen=True, slots=True)
class Broken:
    """What was read since the last document turned out to be none."""


Event = Text | Value | Broken


class NotJsonError(Exception):
    """What looked like a document is none; the search for one goes on behind it."""


class JsonReader:
    """A reader fed character by character, so that it cannot matter where a stream was cut.

    Fences, prose and think-blocks around a document are passed over; line breaks inside strings and trailing
    commas, which models write now and then, are taken. Each document found is reported in turn.
    """

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._back = ""
        self._parser = self._documents()
        next(self._parser)

    def feed(self, text: str) -> Iterator[Event]:
        """What these characters complete, in order."""
        for char in text:
            self._parser.send(char)
            while self._back:  # a character that ended a number is still to be read as itself
                char, self._back = self._back, ""
                self._parser.send(char)
            if self._events:
                events, self._events = self._events, []
                yield from events

    def _documents(self) -> Generator[None, str, None]:
        while True:
            yield from self._to_brace()
            try:
                value = yield from self._object((), 0)
            except NotJsonError:
                self._events.append(Broken())
                continue
            self._events.append(Value((), value))

    def _to_brace(self) -> Generator[None, str, None]:
        tail = ""
        closing = ""
        while True:
            char = yield
            tail = (tail + char)[-len("</reasoning>") :].lower()
            if closing:
                closing = "" if tail.endswith(closing) else closing
                continue
            if char == "{":
                return
            closing = next((f"</{tag[1:]}" for tag in THINKING if tail.endswith(tag)), "")

    def _visible(self) -> Chars:
        while True:
            char = yield
            if char not in SPACE:
                return char

    def _value(self, char: str, path: Path, depth: int) -> Generator[None, str, Json]:
        if depth > DEEPEST:
            raise NotJsonError
        value: Json
        if char == '"':
            value = yield from self._string(path)
        elif char == "{":
            value = yield from self._object(path, depth)
        elif char == "[":
            value = yield from self._array(path, depth)
        else:
            value = yield from self._bare(char)
        self._events.append(Value(path, value))
        return value

    def _object(self, path: Path, depth: int) -> Generator[None, str, Json]:
        found: dict[str, Json] = {}
        while True:
            char = yield from self._visible()
            if char == "}":
                return found
            if char == "," and found:
                continue
            if char != '"':
                raise NotJsonError
            key = yield from self._string(None)
            if (yield from self._visible()) != ":":
                raise NotJsonError
            char = yield from self._visible()
            found[key] = yield from self._value(char, (*path, key), depth + 1)
            char = yield from self._visible()
            if char == "}":
                return found
            if char != ",":
                raise NotJsonError

    def _array(self, path: Path, depth: int) -> Generator[None, str, Json]:
        found: list[Json] = []
        while True:
            char = yield from self._visible()
            if char == "]":
                return found
            found.append((yield from self._value(char, (*path, len(found)), depth + 1)))
            char = yield from self._visible()
            if char == "]":
                return found
            if char != ",":
                raise NotJsonError

    def _string(self, path: Path | None) -> Chars:
        found: list[str] = []
        high = ""  # the first half of a character written as two escapes
        while True:
            char = yield
            if char == '"':
                if high:
                    self._add(found, path, "\ufffd")
                return "".join(found)
            if char == "\\":
                char = yield from self._escape()
            if high and "\udc00" <= char <= "\udfff":
                char, high = (high + char).encode("utf-16", "surrogatepass").decode("utf-16"), ""
            elif high:
                self._add(found, path, "\ufffd")
                high = ""
            if "\ud800" <= char <= "\udbff" and len(char) == 1:
                high = char
                continue
            self._add(found, path, "\ufffd" if "\udc00" <= char <= "\udfff" else char)

    def _add(self, found: list[str], path: Path | None, char: str) -> None:
        found.append(char)
        if path is not None:
            self._events.append(Text(path, char))

    def _escape(self) -> Chars:
        char = yield
        if char != "u":
            return ESCAPES.get(char, char)
        digits = ""
        for _ in range(4):
            digits += yield
        try:
            return chr(int(digits, 16))
        except ValueError:
            raise NotJsonError from None

    def _bare(self, char: str) -> Generator[None, str, Json]:
        word = ""
        while char not in SPACE and char not in ",]}":
            word += char
            if len(word) > 40:
                raise NotJsonError
            char = yield
        self._back = char
        if word in LITERALS:
            return LITERALS[word]
        try:
            return float(word) if "." in word or "e" in word.lower() else int(word)
        except ValueError:
            raise NotJsonError from None
