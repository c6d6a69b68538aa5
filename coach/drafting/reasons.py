"""What is said against a message of one's own: each place once, each reason once."""

from guardrails.vocabulary import Finding, Verdict


def reasons(verdict: Verdict) -> tuple[Finding, ...]:
    """The findings that are told, in order: of those about the same words the clearest, of the same sentence of ours the first."""
    told: list[Finding] = []
    for finding in sorted(verdict.findings, key=lambda f: f.category is None):
        if not any(_same_place(finding, one) or finding.why == one.why for one in told):
            told.append(finding)
    return tuple(sorted(told, key=lambda f: (f.span.start, f.span.end)))


def _same_place(one: Finding, other: Finding) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
