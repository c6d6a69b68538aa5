"""Which of the two processes runs which test: every browser test in one, so that there is only one Chromium."""

from xdist.scheduler import LoadScopeScheduling


class BrowserApart(LoadScopeScheduling):  # type: ignore[misc]
    """A file a time, and all files of tests/browser as if they were one."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]
