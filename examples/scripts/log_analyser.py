"""Reads a web server's log: requests a status, slowest paths, busiest clients, and lines it cannot read."""
import sys
from typing import Iterator, NamedTuple


class Request(NamedTuple):
    client: str
    minute: str
    method: str
    path: str
    status: int
    size: int
    milliseconds: float


class BadLine(Exception):
    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"line {number}: {reason}")
        self.number = number


def parse(number: int, line: str) -> Request:
    try:
        client, rest = line.split(" - - [", 1)
        stamp, rest = rest.split('] "', 1)
        request, rest = rest.split('" ', 1)
        method, path, _protocol = request.split(" ")
        status, size, milliseconds = rest.split()
        return Request(client, stamp.split(" ")[0][12:17], method, path.partition("?")[0], int(status), int(size), float(milliseconds))
    except ValueError as error:
        raise BadLine(number, str(error)) from error


def requests(path: str, bad: list[BadLine]) -> Iterator[Request]:
    with open(path) as file:
        for number, line in enumerate(file, start=1):
            try:
                yield parse(number, line.rstrip("\n"))
            except BadLine as error:
                bad.append(error)


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def explain(status: int) -> str:
    match status // 100, status:
        case 2, _:
            return "success"
        case 3, 304:
            return "not modified"
        case 3, _:
            return "moved"
        case 4, 404:
            return "not found"
        case 4, _:
            return "client error"
        case _:
            return "server error"


def main(path: str) -> None:
    bad: list[BadLine] = []
    by_status: dict[int, int] = {}
    times: dict[str, list[float]] = {}
    traffic: dict[str, int] = {}
    for request in requests(path, bad):
        by_status[request.status] = by_status.get(request.status, 0) + 1
        times.setdefault(request.path, []).append(request.milliseconds)
        traffic[request.client] = traffic.get(request.client, 0) + request.size

    total = sum(by_status.values())
    print(f"{total} requests, {sum(traffic.values()) / 1024:,.0f} KiB")
    for status, times_seen in sorted(by_status.items()):
        print(f"  {status} {explain(status):<13} {times_seen:4d}  {times_seen / total:6.1%}")

    print("\npath                 count   median      p95      max")
    for name in sorted(times, key=lambda name: -percentile(times[name], 0.95)):
        values = times[name]
        print(f"{name:<20} {len(values):5d} {percentile(values, 0.5):8.1f} {percentile(values, 0.95):8.1f} {max(values):8.1f}")

    print("\nbusiest clients")
    for client, size in sorted(traffic.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"  {client:<12} {size:>10,} bytes")
    for error in bad:
        print("could not read", error)


here = __file__.rpartition("/")[0] or "."
main(sys.argv[1] if len(sys.argv) > 1 else here + "/data/access.log")
