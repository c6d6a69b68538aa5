"""The house's arrows: who may import whom, and which library lives where."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("app", "coach", "evals", "guardrails")
HOMES = {
    "streamlit": ("app.py", "coach/pages/", "coach/__main__.py"),
    "openai": ("coach/llm.py", "coach/wire/client.py"),
    "tenacity": ("coach/wire/retries.py",),
    "sqlalchemy": (
        "coach/store.py",
        "coach/story/database.py",
        "coach/story/rows.py",
        "coach/story/tables.py",
        "coach/story/shape.py",
        "coach/migrations/",
    ),
    "alembic": ("coach/story/shape.py", "coach/migrations/"),
    "sudachipy": ("guardrails/", "evals/bench_guard.py"),
    "re2": ("guardrails/", "evals/bench_guard.py"),
}


def sources() -> list[Path]:
    folders = (ROOT / name for name in ("coach", "evals", "guardrails"))
    return [ROOT / "app.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield node.module or ""


def allowed(place: str, module: str) -> bool:
    top = module.split(".")[0]
    if place.startswith("guardrails/"):
        return top not in OURS or top == "guardrails"
    if place.startswith("coach/pages/"):
        return top not in ("app", "evals")
    if place.startswith("coach/"):
        return top not in ("app", "evals") and not module.startswith("coach.pages")
    if place.startswith("evals/"):
        return top != "app"
    return True


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_arrows(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for module in imports(path):
        assert allowed(place, module), f"{place} may not import {module}"
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or place.startswith(homes), f"{module} may not be imported in {place}"


def test_arrows_see_a_breach() -> None:
    assert not allowed("guardrails/check.py", "coach.reading")
    assert not allowed("coach/reply.py", "coach.pages.chat")
    assert not allowed("coach/reply.py", "evals")
    assert allowed("coach/reply.py", "guardrails.check")
