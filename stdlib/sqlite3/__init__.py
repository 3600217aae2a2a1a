"""Databases in a file or in memory, by SQLite (library reference, "sqlite3"; DB-API 2.0, PEP 249)."""
from .dbapi2 import *
from .dbapi2 import _deprecated_names


def __getattr__(name):
    return _deprecated_names(name, __name__)
