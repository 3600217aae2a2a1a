"""A shell for SQL: python -m sqlite3 [FILE] [SQL]."""
import argparse
import sqlite3
import sys
from code import InteractiveConsole


def _run(cursor, sql):
    try:
        for row in cursor.execute(sql):
            print(row)
    except sqlite3.Error as problem:
        name = getattr(problem, "sqlite_errorname", None)
        print(f"{type(problem).__name__} ({name}): {problem}" if name else f"{type(problem).__name__}: {problem}", file=sys.stderr)
        return 1
    return 0


class _Shell(InteractiveConsole):
    def __init__(self, connection):
        super().__init__()
        self.cursor = connection.cursor()

    def runsource(self, source, filename="<input>", symbol="single"):
        match source:
            case ".version":
                print(sqlite3.sqlite_version)
            case ".help":
                print("Enter SQL code and press enter.")
            case ".quit":
                sys.exit(0)
            case _:
                if not sqlite3.complete_statement(source):
                    return True
                _run(self.cursor, source)
        return False


def main(*args):
    parser = argparse.ArgumentParser(description="Python sqlite3 CLI", prog="python -m sqlite3")
    parser.add_argument("filename", type=str, default=":memory:", nargs="?", help="SQLite database to open (defaults to ':memory:'). "
                        "A new database is created if the file does not previously exist.")
    parser.add_argument("sql", type=str, nargs="?", help="An SQL query to execute. Any returned rows are printed to stdout.")
    parser.add_argument("-v", "--version", action="version", version=f"SQLite version {sqlite3.sqlite_version}", help="Print underlying SQLite library version")
    given = parser.parse_args(*args)
    shown = "a transient in-memory database" if given.filename == ":memory:" else repr(given.filename)
    connection = sqlite3.connect(given.filename, isolation_level=None)
    try:
        if given.sql:
            sys.exit(_run(connection, given.sql))
        sys.ps1, sys.ps2 = "sqlite> ", "    ... "
        _Shell(connection).interact(f'sqlite3 shell, running on SQLite version {sqlite3.sqlite_version}\nConnected to {shown}\n\n'
                                    'Each command will be run using execute() on the cursor.\nType ".help" for more information; type ".quit" or CTRL-D to quit.', exitmsg="")
    finally:
        connection.close()
    sys.exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
