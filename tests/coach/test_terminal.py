"""The terminal walks the same path and prints what it yields."""

import json
from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from coach.__main__ import app
from coach.parts import Declined, Planned
from coach.situation import Action, Plan
from coach.terminal import lines
from guardrails.vocabulary import Category, Stage
from tests.bad_server import running as endpoint

WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


def test_an_answer_is_printed_and_nothing_is_stored(own_home: object) -> None:
    result = CliRunner().invoke(app, ["ask", WORK])
    assert result.exit_code == 0
    assert "断られたところ" in result.output
    assert "[ひとこと]" in result.output


def test_the_whole_answer_as_json() -> None:
    parts = json.loads(CliRunner().invoke(app, ["ask", WORK, "--json"]).stdout)
    assert [part["part"] for part in parts][:2] == ["Read", "Planned"]
    assert sum(part["part"] == "Drafted" for part in parts) == 3


def test_a_draft_of_ones_own_is_judged() -> None:
    result = CliRunner().invoke(app, ["ask", "これ送っていい?「返事まだ?怒ってる?」"])
    assert "やめておきましょう" in result.output


def test_a_wish_that_is_refused_says_why_and_what_works_instead() -> None:
    refused = Declined(
        (Category.PROBING,), ("相手は問いつめられたように感じやすいです。",), "お礼だけにしてみませんか。"
    )
    shown = lines(refused, today=date(2026, 11, 21))
    assert refused.why[0] in shown
    assert f"かわりに: {refused.instead}" in shown
    assert not any(
        "かわりに" in line for line in lines(replace(refused, instead=""), today=date(2026, 11, 21))
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "なんでダメなの?", "--incoming", "ごめん、その日は仕事"], 1),
        (["check", "連絡ありがとう!了解、またね!", "--incoming", "ごめん、その日は仕事"], 0),
        (["check"], 2),
        (["check", "x", "--stage", "nowhere"], 2),
        (["check", "--kind", "request", "短くして"], 0),
        (["check", "--kind", "advice", "必ず連絡が来ます。"], 1),
        (["read", WORK, "--json"], 0),
        (["read", "--jsonl", "no-such-file"], 2),
        (["ask", ""], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_statuses(arguments: list[str], status: int) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == status


def test_json_lines_name_a_bad_line_and_go_on() -> None:
    given = '{"id": "a", "stage": "declined", "draft": "じゃあ来週は?"}\nnonsense\n{"id": "c", "draft": 3}\n{"id": "d", "text": "了解、またね"}\n'
    result = CliRunner().invoke(app, ["check", "--jsonl", "-"], input=given)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert rows[0]["verdict"] == "reject"
    assert {"rule", "category", "start", "end", "text", "why", "hint"} == set(rows[0]["findings"][0])
    assert [row.get("line") for row in rows] == [None, 2, 3, None]
    assert rows[3]["id"] == "d"


def test_the_doctor_never_prints_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    result = CliRunner().invoke(app, ["doctor"])
    assert "sk-very-secret" not in result.output
    assert "YOHAKU_MODEL is not" in result.output
    assert result.exit_code == 1


@pytest.mark.wire
@pytest.mark.parametrize(
    ("way", "status", "says"), [("well", 0, "つながりました"), ("wrong_key", 1, "OPENAI_API_KEY")]
)
def test_the_doctor_asks_the_endpoint(
    way: str, status: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with endpoint() as base:
        monkeypatch.setenv("OPENAI_BASE_URL", f"{base}/{way}/1/v1")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
        monkeypatch.setenv("YOHAKU_MODEL", "m")
        result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == status
    assert says in result.output
    assert "sk-very-secret" not in result.output


@pytest.mark.parametrize(
    ("today", "named"), [(date(2026, 11, 27), True), (date(2026, 11, 28), False)], ids=str
)
def test_a_day_that_has_passed_is_not_one_to_wait_for(today: date, named: bool) -> None:
    waiting = Plan(Action.SMALL_TALK, None, "", "", "", not_before=date(2026, 11, 28))
    assert any("次に誘うなら" in line for line in lines(Planned(waiting), today=today)) is named


def test_a_day_for_small_talk_is_not_called_one_to_invite() -> None:
    plan = Plan(Action.WAIT_UNTIL, Stage.COOLDOWN, "待ちましょう。", "", "", not_before=date(2026, 12, 1))
    today = date(2026, 11, 21)
    assert "次に誘うなら" in "".join(lines(Planned(plan), today=today))
    assert "次に送るなら" in "".join(lines(Planned(replace(plan, for_talk=True)), today=today))
