"""assertLogs and assertNoLogs: only here is `logging` needed."""
import logging
from collections import namedtuple

__unittest = True

_Logged = namedtuple("_LoggingWatcher", "records output")


class _Collector(logging.Handler):
    """Keeps the records in place of handling them, and their lines."""

    def __init__(self, level):
        super().__init__(level)
        self.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.logged = _Logged([], [])

    def emit(self, record):
        for kept, new in zip(self.logged, (record, self.format(record))):
            kept.append(new)


class _AssertLogsContext:
    """What assertLogs() and assertNoLogs() return: while it is entered, the logger has no handler but the collector."""

    def __init__(self, test_case, logger, level, no_logs):
        self.test_case, self.no_logs = test_case, no_logs
        self.logger = logger
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO

    def __enter__(self):
        logger = self.logger = self.logger if isinstance(self.logger, logging.Logger) else logging.getLogger(self.logger)
        collector = _Collector(self.level)
        self.logged = collector.logged
        self.settings = (logger.level, logger.handlers, logger.propagate)
        self._configure(self.level, [collector], False)
        if not self.no_logs:
            return self.logged

    def _configure(self, level, handlers, propagate):
        self.logger.handlers, self.logger.propagate = handlers, propagate
        self.logger.setLevel(level)

    def __exit__(self, exc_type, exc_value, tb):
        self._configure(*self.settings)
        if exc_type is None and bool(self.logged.records) is self.no_logs:
            if self.no_logs:
                complaint = f"Unexpected logs found: {self.logged.output!r}"
            else:
                complaint = f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}"
            raise self.test_case.failureException(self.test_case._formatMessage(None, complaint))
        return False
