# An annotated program, as people write them.
from __future__ import annotations

import abc
import argparse
import csv
import io
import json
import logging
import sys
from pathlib import Path
from typing import IO, Any, Callable, ClassVar, Dict, Generic, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Protocol, Sequence, Type, TypeVar, Union

logger = logging.getLogger("plugins")
T = TypeVar("T")
Record = Dict[str, Any]


class Reader(Protocol):
    def __call__(self, stream: IO[str]) -> Iterator[Record]: ...


class Writer(abc.ABC):
    formats: ClassVar[Dict[str, Type["Writer"]]] = {}
    extension: ClassVar[str] = ""

    def __init_subclass__(cls, *, extension: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.extension = extension
        Writer.formats[extension] = cls

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream

    @abc.abstractmethod
    def write(self, records: Iterable[Record]) -> int:
        """Writes all; returns how many."""


class CsvWriter(Writer, extension="csv"):
    def write(self, records: Iterable[Record]) -> int:
        writer: Optional["csv.DictWriter[str]"] = None
        count = 0
        for count, record in enumerate(records, 1):
            if writer is None:
                writer = csv.DictWriter(self.stream, fieldnames=sorted(record), lineterminator="\n")
                writer.writeheader()
            writer.writerow(record)
        return count


class JsonWriter(Writer, extension="json"):
    indent: Optional[int] = None

    def write(self, records: Iterable[Record]) -> int:
        items = list(records)
        json.dump(items, self.stream, indent=self.indent, sort_keys=True)
        return len(items)


def read_csv(stream: IO[str]) -> Iterator[Record]:
    for row in csv.DictReader(stream):
        yield dict(row)


def read_json(stream: IO[str]) -> Iterator[Record]:
    data = json.load(stream)
    yield from data if isinstance(data, list) else [data]


READERS: Mapping[str, Reader] = {"csv": read_csv, "json": read_json}


class Stage(NamedTuple):
    name: str
    apply: Callable[[Iterable[Record]], Iterable[Record]]


class Pipeline(Generic[T]):
    def __init__(self, finish: Callable[[Iterable[Record]], T]) -> None:
        self.stages: List[Stage] = []
        self.finish = finish

    def then(self, name: str, function: Callable[[Record], Union[Record, None]]) -> Pipeline[T]:
        def apply(records: Iterable[Record]) -> Iterator[Record]:
            for record in records:
                changed = function(record)
                if changed is not None:
                    yield changed

        self.stages.append(Stage(name, apply))
        return self

    def run(self, records: Iterable[Record]) -> T:
        for name, apply in self.stages:
            logger.info("stage %s", name)
            records = apply(records)
        return self.finish(records)


def where(expression: str) -> Callable[[Record], Optional[Record]]:
    key, _, wanted = expression.partition("=")
    return lambda record: record if str(record.get(key)) == wanted else None


def pick(fields: Sequence[str]) -> Callable[[Record], Record]:
    def function(record: Record) -> Record:
        return {name: record[name] for name in fields if name in record}

    return function


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="convert", description="Converts records.", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("-t", "--to", choices=sorted(Writer.formats), default="json", help="format (default %(default)s)")
    parser.add_argument("-w", "--where", action="append", default=[], metavar="K=V")
    parser.add_argument("-f", "--fields", type=lambda text: text.split(","))
    parser.add_argument("-v", "--verbose", action="count", default=0)
    return parser


def main(argv: Optional[Sequence[str]] = None, source: Optional[str] = None) -> int:
    options = build_parser().parse_args(argv)
    level = {0: logging.WARNING, 1: logging.INFO}.get(options.verbose, logging.DEBUG)
    logging.basicConfig(level=level, stream=sys.stdout, format="%(name)s:%(levelname)s:%(message)s", force=True)
    reader = READERS.get(options.source.suffix[1:])
    if reader is None:
        logger.error("no reader for %s", options.source.name)
        return 2
    stream: IO[str] = io.StringIO(source) if source is not None else options.source.open()
    out = io.StringIO()
    writer = Writer.formats[options.to](out)
    pipeline: Pipeline[int] = Pipeline(writer.write)
    for expression in options.where:
        pipeline.then("where", where(expression))
    if options.fields:
        pipeline.then("fields", pick(options.fields))
    with stream:
        count = pipeline.run(reader(stream))
    print(count, type(writer).__name__, out.getvalue().strip())
    return 0


if __name__ == "__main__":
    text = "name,city\nann,rome\nbob,oslo\n"
    codes = [main(["x.csv"], text), main(["-t", "csv", "-w", "name=bob", "x.csv", "-v"], text), main(["x.json", "-f", "a,z", "-vv"], '{"a": 1, "b": 2}'), main(["x.xml"])]
    print(codes, build_parser().format_usage().strip(), sorted(Writer.formats))
    try:
        main(["-t", "xml", "x.csv"])
    except SystemExit as stop:
        print("exit", stop.code)
