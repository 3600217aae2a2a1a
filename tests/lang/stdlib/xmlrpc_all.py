"""xmlrpc: texts of values and back, a server and its callers, faults, several calls in one, compressed bodies."""
import contextlib
import datetime
import io
import threading
import urllib.error
import urllib.request
import xmlrpc.client as client
import xmlrpc.server as server
from decimal import Decimal


def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(port), "PORT"))


port = "no port"


class Thing:
    def __init__(self):
        self.x = 1


loop = []
loop.append(loop)
ring = {}
ring["r"] = ring
print("-- texts")
for value in (1, True, 1.5, "a<&>b\"", b"abc" * 30, bytearray(b"q"), [1, [2]], (1,), {"a": 1, "b<": "c"}, client.DateTime("20200101T00:00:00"),
              datetime.datetime(999, 1, 2, 3, 4, 5, 6), client.Binary(b"x"), Thing(), -2**31, 2**31, None, {1: 2}, 1 + 2j, float("inf"), [None], "é", "",
              {"deep": [{"er": ({},)}]}, loop, ring, Decimal(1), Ellipsis):
    attempt(client.dumps, (value,), "m")
attempt(client.dumps, (1, "two"))
attempt(client.dumps, (1,), methodresponse=True)
attempt(client.dumps, client.Fault(1, "x<"))
attempt(client.dumps, (None,), allow_none=True)
attempt(client.dumps, ("é",), "m.n", encoding="latin-1")
attempt(client.dumps, ("a", "b"), None, True)
attempt(client.dumps, [1], "m")

print("-- values")


def param(text):
    return f"<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n<value>{text}</value>\n</param>\n</params>\n</methodResponse>"


for text in ("<int>1</int>", "<i4>-5</i4>", "<i8>5000000000</i8>", "<i1>1</i1>", "<boolean>1</boolean>", "<boolean>0</boolean>", "<boolean>2</boolean>",
             "<double>1e3</double>", "<float>2</float>", "<string>s &lt; é</string>", "plain", "", "<string/>", "<nil/>", "<ex:nil xmlns:ex='u'/>", "<int>x</int>",
             "<bigdecimal>1.10</bigdecimal>", "<array><data><value>a</value><value><int>2</int></value></data></array>", "<array><data/></array>",
             "<struct><member><name>k</name><value>v</value></member></struct>", "<struct/>", "<base64>\neA==\n</base64>", "<dateTime.iso8601>20200102T03:04:05</dateTime.iso8601>",
             "<wrong>1</wrong>", "<biginteger>123456789012345678901234567890</biginteger>"):
    for options in ({}, {"use_builtin_types": True}):
        try:
            print(text[:30], [v if not isinstance(v, client.WRAPPERS) else (type(v).__name__, str(v)) for v in client.loads(param(text), **options)[0]])
        except Exception as error:
            print(text[:30], type(error).__name__, error if type(error).__name__ != "ParseError" else "")
attempt(client.loads, client.dumps((1, [2], {"a": None}), "some.method", allow_none=True))
attempt(client.loads, client.dumps((), "none"))
attempt(client.loads, client.dumps(client.Fault(7, "no")))
attempt(client.loads, client.dumps(("é",), "m", encoding="utf-8").encode())
attempt(client.loads, "<a><b/></a>")
attempt(client.loads, b"<methodCall><methodName>m</methodName></methodCall>")

print("-- DateTime, Binary, errors")
moment = client.DateTime(datetime.datetime(2020, 1, 2, 3, 4, 5))
print(moment, moment.value, moment == datetime.datetime(2020, 1, 2, 3, 4, 5), moment == "20200102T03:04:05", moment == 1, moment != None, moment.timetuple()[:6])
print(moment < "3", moment >= client.DateTime("2"), moment > datetime.datetime(2021, 1, 1), client.DateTime((2020, 1, 2, 3, 4, 5, 6, 7, 8)), len(str(client.DateTime())))
attempt(lambda: moment < 1)
print(client.Binary(b"a\xff"), client.Binary(b"a") == client.Binary(bytearray(b"a")), client.Binary(b"a") == b"a", client.Binary().data)
attempt(client.Binary, "text")
print(client.Fault(1, "a"), client.ProtocolError("u", 404, "m", {}), client.ResponseError("r"), client.Fault(1, "a", extra=2).args, client.Error("x"))
print(client.escape("<&>"), client.MAXINT, client.MININT, client.METHOD_NOT_FOUND, client.gzip_decode(client.gzip_encode(b"abc")))
attempt(client.gzip_decode, client.gzip_encode(b"x" * 100), 10)
attempt(client.gzip_decode, b"nonsense")

print("-- a server")


class Methods:
    """What can be called."""

    class Inner:
        def far(self):
            return "far"

    inner = Inner()

    def add(self, a, b):
        """Adds.

        More about it."""
        return a + b

    def fail(self):
        raise ValueError("on purpose")

    def fault(self):
        raise client.Fault(42, "mine")

    def _private(self):
        return "secret"


with server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False, allow_none=True, use_builtin_types=True) as service:
    service.register_introspection_functions()
    service.register_multicall_functions()
    service.register_instance(Methods(), allow_dotted_names=True)
    service.register_function(lambda *args: args, "echo")

    @service.register_function(name="named")
    def something():
        return None

    @service.register_function
    def plain(text):
        """Plain."""
        return text * 2000

    thread = threading.Thread(target=service.serve_forever)
    thread.start()
    port = service.server_address[1]
    address = f"http://127.0.0.1:{port}"
    try:
        with client.ServerProxy(address, allow_none=True, use_builtin_types=True, headers=[("X-Mine", "1")]) as proxy:
            print(str(proxy).replace(str(port), "PORT"))
            for call in (lambda: proxy.add(1, 2), lambda: proxy.add("a", "é"), proxy.fail, proxy.fault, proxy._private, proxy.nothing, proxy.inner.far, proxy.named,
                         lambda: proxy.echo(1, None, [True, 1.5], {"k": b"bytes"}, datetime.datetime(2020, 1, 2)), lambda: len(proxy.plain("z")), proxy.system.listMethods,
                         lambda: proxy.system.methodHelp("add"), lambda: proxy.system.methodHelp("plain"), lambda: proxy.system.methodSignature("add"),
                         lambda: proxy.add(1), lambda: proxy.echo(object), lambda: proxy("other")):
                attempt(call)
            print(type(proxy("transport")).__name__, callable(proxy("close")))
            many = client.MultiCall(proxy)
            many.add(2, 3)
            many.fail()
            many.inner.far()
            results = many()
            for i in range(4):
                attempt(lambda: results[i])
            print(list(client.MultiCall(proxy)()))
        transport = client.Transport()
        transport.encode_threshold = 10
        print(client.ServerProxy(address + "/RPC2", transport).echo("packed" * 10))
        attempt(client.ServerProxy(address + "/elsewhere").add, 1, 2)
        transport.close()
    finally:
        service.shutdown()
        thread.join()
attempt(client.ServerProxy, "ftp://x")
print(client.Transport().get_host_info("user:pa%20ss@host:80"), client.Transport().get_host_info("host"))

print("-- other dispatchers")
dispatcher = server.SimpleXMLRPCDispatcher()
dispatcher.register_function(pow)
print(dispatcher._marshaled_dispatch(client.dumps((2, 3), "pow")))
print(dispatcher._marshaled_dispatch(client.dumps((2, 3), "nope")))


class Own:
    def _dispatch(self, method, params):
        return [method, list(params)]

    def _listMethods(self):
        return ["x"]

    def _methodHelp(self, name):
        return "help of " + name


dispatcher.register_instance(Own())
print(dispatcher._dispatch("q", (1,)), dispatcher.system_listMethods(), dispatcher.system_methodHelp("y"), server.list_public_methods(Methods()))
attempt(server.resolve_dotted_attribute, Methods(), "inner._x")
attempt(server.resolve_dotted_attribute, Methods(), "inner.far", False)
