"""Suites: JSONL files whose first line says what the suite is, and each further line one case."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from evals.case import KINDS, Case, Kind
from evals.problem import ProblemError

CASES = Path(__file__).parent / "cases"
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
"""What pydantic calls a field that a model, or a dataclass, does not have."""


class Depends(StrEnum):
    """What a suite's results rest on.

    ``guard`` suites call no model and never go stale. ``generation`` suites measure answers to today's prompts
    and go stale with any of them. ``replay`` suites send old or written answers through today's guard and path:
    their answers stay valid whatever becomes of the prompts.
    """

    GUARD = "guard"
    GENERATION = "generation"
    REPLAY = "replay"


class Gate(StrEnum):
    """What makes a suite red: any failing case, or only what got worse than the baseline."""

    CASES = "cases"
    RATES = "rates"


class Header(BaseModel):
    """The first line of a suite's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    suite: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    kind: Kind
    about: Annotated[str, Field(min_length=1)]
    depends_on: Depends = Depends.GUARD
    gate: Gate = Gate.CASES


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite with its cases in file order; ``lines`` are their line numbers."""

    header: Header
    cases: tuple[Case, ...]
    lines: tuple[int, ...]
    digest: str
    path: Path

    @property
    def name(self) -> str:
        """The suite's name, which is its file's."""
        return self.header.suite


class CaseError(ProblemError):
    """A suite file that cannot be used; ``str`` is one ``file:line: problem`` a line."""


def load(path: Path) -> Suite:
    """Read one suite.

    Raises:
        CaseError: with every mistake of the file, each with its line.
    """
    problems: list[str] = []
    raw = path.read_bytes()
    lines = [
        (n, line) for n, line in enumerate(raw.decode("utf-8", "replace").split("\n"), 1) if line.strip()
    ]
    if not lines:
        raise CaseError(f"{path.name}:1: empty; the first line says what the suite is")
    header = _checked(TypeAdapter(Header), *lines[0], path, problems)
    if header is None:
        raise CaseError("\n".join(problems))
    if header.suite != path.stem:
        problems.append(
            f"{path.name}:{lines[0][0]}: suite is {header.suite!r}, the file's name {path.stem!r}"
        )
    cases: dict[str, tuple[int, Case]] = {}
    for number, line in lines[1:]:
        case = _checked(KINDS[header.kind], number, line, path, problems)
        if case is None:
            continue
        if case.id in cases:
            problems.append(f"{path.name}:{number}: id {case.id!r} is taken by line {cases[case.id][0]}")
        cases.setdefault(case.id, (number, case))
    if problems:
        raise CaseError("\n".join(problems))
    found = tuple(cases.values())
    return Suite(
        header=header,
        cases=tuple(case for _, case in found),
        lines=tuple(number for number, _ in found),
        digest=sha256(raw).hexdigest()[:12],
        path=path,
    )


def load_all(folder: Path = CASES, *, only: Iterable[str] = ()) -> tuple[Suite, ...]:
    """The suites of a folder by name, all or only these.

    Raises:
        CaseError: a file is wrong (all mistakes of all files), or a name is unknown.
    """
    names = tuple(only)
    paths = sorted(folder.glob("*.jsonl"))
    unknown = sorted(set(names) - {p.stem for p in paths})
    if unknown:
        known = ", ".join(p.stem for p in paths)
        raise CaseError(f"no suite {', '.join(unknown)}; there are {known}")
    problems: list[str] = []
    suites: list[Suite] = []
    for path in paths:
        if names and path.stem not in names:
            continue
        try:
            suites.append(load(path))
        except CaseError as error:
            problems.append(str(error))
    if problems:
        raise CaseError("\n".join(problems))
    return tuple(suites)


def tagged(suite: Suite, tags: Iterable[str]) -> Iterator[Case]:
    """The cases that have every one of the tags."""
    wanted = frozenset(tags)
    return (case for case in suite.cases if wanted <= frozenset(case.tags))


def recorded(suites: Iterable[Suite], names: Iterable[str]) -> tuple[Suite, ...]:
    """The suites that replay can run: those that measure a model need answers of one on the tape (``names``)."""
    answered = frozenset(names)
    return tuple(s for s in suites if s.header.depends_on is not Depends.GENERATION or s.name in answered)


def _checked(shape: TypeAdapter[Any], number: int, line: str, path: Path, problems: list[str]) -> Any:
    try:
        return shape.validate_json(line)
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            where = ".".join(str(step) for step in problem["loc"])
            what = "no such field" if problem["type"] in _UNKNOWN else problem["msg"]
            problems.append(f"{path.name}:{number}: {f'{where}: ' if where else ''}{what}")
    return None


def written(header: Header, cases: Iterable[dict[str, Any]]) -> str:
    """A suite file's text, one readable line each."""
    rows = [header.model_dump(mode="json"), *cases]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
