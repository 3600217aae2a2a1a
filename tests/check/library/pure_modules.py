# The stubs of modules written in Python.
import cmath
import colorsys
import html
import ipaddress
from html.entities import html5, name2codepoint
from html.parser import HTMLParser
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urljoin, urlparse, urlsplit
from typing_extensions import assert_type

assert_type(cmath.sqrt(-1), complex)
assert_type(cmath.polar(1j), tuple[float, float])
cmath.sin("x")  # E: [arg-type]
assert_type(colorsys.rgb_to_hsv(0.1, 0.2, 0.3), tuple[float, float, float])
assert_type(html.escape("<"), str)
assert_type(html5["lt;"], str)
assert_type(name2codepoint["lt"], int)


class Reader(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            assert_type(value, str | None)


Reader(convert_charrefs=False).feed("<a>")
Reader().feed(b"<a>")  # E: [arg-type]
parts = urlsplit("http://a:80/")
assert_type(parts.port, int | None)
assert_type(parts.hostname, str | None)
assert_type(parts.path, str)
assert_type(urlparse(b"x").params, bytes)
assert_type(parse_qs("a=1"), dict[str, list[str]])
assert_type(parse_qsl("a=1"), list[tuple[str, str]])
assert_type(urljoin("a", "b"), str)
assert_type(urlencode({"a": 1}), str)
assert_type(quote("é") + unquote("%41"), str)
address = ipaddress.ip_address("::1")
assert_type(address, ipaddress.IPv4Address | ipaddress.IPv6Address)
network = ipaddress.IPv4Network("10.0.0.0/8")
assert_type(network.network_address, ipaddress.IPv4Address)
assert_type(network.supernet(), ipaddress.IPv4Network)
for host in network.hosts():
    assert_type(host, ipaddress.IPv4Address)
    assert_type(host + 1, ipaddress.IPv4Address)
import configparser
import tomllib

config = configparser.ConfigParser()
assert_type(config.get("a", "b"), str)
assert_type(config.getint("a", "b"), int)
assert_type(config.getint("a", "b", fallback=None), int | None)
assert_type(config["a"], configparser.SectionProxy)
assert_type(config["a"]["b"], str)
assert_type(config["a"].get("b"), str | None)
assert_type(config["a"].getboolean("b", True), bool)
config.set("a", "b", 1)  # E: [arg-type]
for section in config.sections():
    assert_type(section, str)
tomllib.loads(b"")  # E: [arg-type]
tomllib.loads("a = 1")["a"] + 1
import io
import pickle

assert_type(pickle.dumps([1], protocol=4), bytes)
pickle.loads(b"").anything
pickle.dump(1, io.BytesIO())
pickle.dump(1, io.StringIO())  # E: [arg-type]


class Careful(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> object:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is forbidden")


Careful(io.BytesIO(b"N.")).load()
assert_type(pickle.MARK, bytes)
import ast

tree = ast.parse("x = 1")
assert_type(tree, ast.Module)
assert_type(ast.parse("1", mode="eval"), ast.Expression)
for node in ast.walk(tree):
    if isinstance(node, ast.Name):
        assert_type(node.id, str)
        assert_type(node.end_lineno, int | None)
    elif isinstance(node, ast.FunctionDef):
        assert_type(node.body, list[ast.stmt])
        assert_type(node.returns, ast.expr | None)


class Names(ast.NodeVisitor):
    def visit_Name(self, node: ast.Name) -> None:
        self.generic_visit(node)


Names().visit(tree)
assert_type(ast.fix_missing_locations(tree), ast.Module)
ast.dump("x")  # E: [arg-type]
exec(compile(tree, "f", "exec"))
import token
import tokenize

for info in tokenize.generate_tokens(io.StringIO("x").readline):
    assert_type(info.string, str)
    assert_type(info.exact_type, int)
    assert_type(info.start, tuple[int, int])
    if info.type == tokenize.NAME or info.type == token.OP:
        pass
assert_type(token.tok_name[1], str)
import logging.config
import logging.handlers
import mimetypes
import zoneinfo
from datetime import datetime

assert_type(mimetypes.guess_type("a.txt"), tuple[str | None, str | None])
assert_type(zoneinfo.ZoneInfo("UTC"), zoneinfo.ZoneInfo)
datetime(2024, 1, 1, tzinfo=zoneinfo.ZoneInfo("UTC"))
logging.config.dictConfig({"version": 1})
logging.getLogger().addHandler(logging.handlers.RotatingFileHandler("x", maxBytes=5))
logging.handlers.MemoryHandler("x")  # E: [arg-type]
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
assert_type(root, ET.Element)
assert_type(root.find("b"), ET.Element | None)
assert_type(root.findtext("b", ""), str)
assert_type(root.get("k"), str | None)
assert_type(ET.tostring(root), bytes)
assert_type(ET.tostring(root, "unicode"), str)
for child in root:
    assert_type(child.tag, str)
root.append("x")  # E: [arg-type]
