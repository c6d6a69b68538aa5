"""Another version of the prompts for a while, so that a wording can be measured before it is ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from jinja2 import ChoiceLoader, FileSystemLoader

from coach import prompts
from evals.problem import ProblemError


class PromptsError(ProblemError):
    """A folder that holds no prompts."""


@contextmanager
def version(folder: Path | None) -> Iterator[None]:
    """For a while, templates come from the folder, and those it lacks from ours. None changes nothing.

    The product has no such switch on purpose: it must not be able to speak from another folder.

    Raises:
        PromptsError: there are no templates in the folder.
    """
    if folder is None:
        yield
        return
    if not any(folder.glob("*.j2")):
        raise PromptsError(f"{folder}: no templates (*.j2)")
    ours = prompts._environment()
    theirs = ours.overlay(
        loader=ChoiceLoader([FileSystemLoader(folder), *([ours.loader] if ours.loader else [])])
    )
    with patch("coach.prompts._environment", lambda: theirs):
        yield
