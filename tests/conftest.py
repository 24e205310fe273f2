"""What the tests of several rooms share."""

import os
import shutil

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine; tests that want one are skipped where there is none.

    With HEARSAY_REQUIRE_BROWSER=1, as in CI, they fail instead.
    """
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    if os.environ.get("HEARSAY_REQUIRE_BROWSER") == "1":
        pytest.fail("no Chromium here, and HEARSAY_REQUIRE_BROWSER=1")
    pytest.skip("no Chromium here (on Debian: apt-get install chromium)")
