"""One break in the product: what it does, how it is done for a while, and the suites that should see it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True, slots=True)
class Mutant:
    """One break: its name, how it is done for a while, and the suites that should see it."""

    name: str
    broken: Callable[[], AbstractContextManager[object]]
    suites: tuple[str, ...]


@contextmanager
def changed(*targets: str, to: Callable[[Any], Any]) -> Iterator[None]:
    """For a while, what these functions give is changed."""
    with ExitStack() as stack:
        for target in targets:
            original = find(target)
            stack.enter_context(patch(target, lambda *a, _f=original, **k: to(_f(*a, **k))))
        yield


def find(target: str) -> Any:
    """What a dotted name stands for."""
    module, _, name = target.rpartition(".")
    return getattr(import_module(module), name)


def of(name: str, suites: tuple[str, ...], *targets: str, to: Callable[[Any], Any]) -> Mutant:
    """A break in which what these functions give is changed."""
    return Mutant(name, lambda: changed(*targets, to=to), suites)
