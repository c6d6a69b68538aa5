"""Whether day or month comes first in a file: decided once, from all its date lines."""

from collections.abc import Collection
from itertools import pairwise

from coach.line_export.clock import DateShape, Order
from coach.line_export.head import saved_at


def day_order(shapes: Collection[DateShape], *, told: Order | None, saved: str | None) -> tuple[Order, bool]:
    """The order, and whether it stays a guess.

    ``told`` is the user's answer. Else: the order in which more weekdays are right; in which the days run forward;
    in which the file was ``saved`` after its last day.
    """
    year_last = [shape for shape in shapes if not shape.year_first]
    if told is not None or not year_last:
        return told or Order.MONTH_FIRST, False
    known = any(shape.fits(order) for order in Order for shape in year_last)
    right = {order: sum(_counts(shape, order, known=known) for shape in year_last) for order in Order}
    forward = {order: _forward(year_last, order) for order in Order}
    before = {order: _saved_after(year_last, order, saved) for order in Order}
    for evidence in (right, forward, before):
        if evidence[Order.DAY_FIRST] != evidence[Order.MONTH_FIRST]:
            return max(Order, key=lambda order: evidence[order]), False
    same = all(shape.day_first == shape.month_first for shape in year_last)
    return Order.MONTH_FIRST, not same


def _counts(shape: DateShape, order: Order, *, known: bool) -> bool:
    return shape.fits(order) if known else shape.day(order) is not None


def _forward(shapes: Collection[DateShape], order: Order) -> bool:
    days = [day for shape in shapes if (day := shape.day(order)) is not None]
    return all(one <= two for one, two in pairwise(days))


def _saved_after(shapes: Collection[DateShape], order: Order, saved: str | None) -> bool:
    moment = saved_at(saved, order) if saved is not None else None
    days = [day for shape in shapes if (day := shape.day(order)) is not None]
    return moment is not None and bool(days) and max(days) <= moment.date()
