"""The minimum of a smooth convex function, by L-BFGS in numpy: the same from the same start."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def minimise(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int = 200) -> Floats:
    """Where ``loss`` (its value and gradient) is least: at most ``steps`` steps, each with a halving line search."""
    x, (value, gradient) = start, loss(start)
    past: list[tuple[Floats, Floats, float]] = []
    for _ in range(steps):
        way = gradient.copy()
        kept = []
        for moved, bent, curve in reversed(past):
            share = float(moved @ way) / curve
            way -= share * bent
            kept.append(share)
        if past:
            moved, bent, curve = past[-1]
            way *= curve / float(bent @ bent)
        else:
            way /= max(1.0, float(np.linalg.norm(gradient)))
        for (moved, bent, curve), share in zip(past, reversed(kept), strict=True):
            way += (share - float(bent @ way) / curve) * moved
        fall, size = float(gradient @ way), 1.0
        while True:
            there = x - size * way
            new_value, new_gradient = loss(there)
            if new_value <= value - 1e-4 * size * fall or size < 1e-9:
                break
            size /= 2
        moved, bent = there - x, new_gradient - gradient
        done = value - new_value <= 1e-6 * abs(value)
        x, value, gradient = there, new_value, new_gradient
        curve = float(moved @ bent)
        if curve > 0:
            past = [*past[-9:], (moved, bent, curve)]
        if done:
            break
    return x
