"""The bench of the talk import measures a file in a process of its own, whatever the bench before it held."""

from evals.bench_talk import alone, peak_megabytes
from evals.written_talk import phone, unlike


def test_the_memory_told_is_that_of_one_import_alone() -> None:
    held = b"a" * (150 * 1024 * 1024)
    cost = alone(phone(600).encode())
    assert len(held) / 1e6 < peak_megabytes()
    assert 5 < cost.peak < peak_megabytes() - 50
    assert min(cost) > 0
    assert cost.both > cost.read


def test_a_refused_file_is_measured_too() -> None:
    assert alone("これは日記です。\n".encode() * 100).command > 0


def test_no_two_texts_are_alike() -> None:
    assert len({unlike(i) for i in range(200_000)}) == 200_000
