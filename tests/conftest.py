"""Options of the test run and fixtures that several test files share."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.commands import Result, Run
from timeline.cli import main

# How fast a busy machine makes its examples is no property of the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew from what is found now")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command of the command line in this process: ``run("extract", path, "--all")``."""

    def run_command(*arguments: object) -> Result:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsysbinary.readouterr()
        return Result(status, captured.out, captured.err.decode())

    return run_command
