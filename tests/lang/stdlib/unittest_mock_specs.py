# python3.12
"""Mocks made with specs: what may be set, children that are functions, classes and coroutines, sealed mocks, patches of wrapped coroutines."""
import asyncio
import builtins
from unittest.mock import AsyncMock, InvalidSpecError, MagicMock, Mock, call, create_autospec, mock_open, patch, seal


class Thing:
    number = 5

    def method(self, a): pass

    async def later(self): pass

    @staticmethod
    async def static_later(): pass

    @classmethod
    async def class_later(cls): pass

    class Inner:
        def __init__(self, a): pass

        def deep(self, a, b): pass


def shown(value):
    return repr(value).split(" id=")[0]


strict = Mock(spec_set=["f"])
strict.f(1)
strict(2)
strict.called = True
strict.call_count += 1
print(strict.called, strict.call_count, strict.mock_calls)
try:
    strict.g = 1
except AttributeError as error:
    print(error)

of_class = create_autospec(Thing)
instance = of_class()
print(shown(instance.Inner), shown(instance.Inner(1)), shown(instance.number))
instance.Inner(1).deep(1, b=2)
instance.Inner(1).deep.assert_called_once_with(1, 2)
print(asyncio.iscoroutinefunction(instance.later), asyncio.iscoroutinefunction(instance.method), asyncio.iscoroutinefunction(MagicMock()))
seal(of_class)
print(shown(of_class.method(1)))


def function(a): pass


function.again = function
mocked = create_autospec(function)
mocked.again(3)
try:
    mocked.again()
except TypeError as error:
    print(error)

for name in ("later", "static_later", "class_later", "method"):
    with patch.object(Thing, name) as replaced:
        print(name, type(replaced).__name__)
with patch.object(builtins, "open", mock_open(read_data="one\ntwo")) as opener:
    with open("x") as file:
        print(file.read(), shown(opener))
    print(opener.mock_calls == [call("x"), call().__enter__(), call().read(), call().__exit__(None, None, None)], shown(mock_open()))
for options in ({"spec": 0}, {"autospec": 0}, {"spec_set": 0}):
    with patch.object(Thing, "number", **options) as number:
        print(hasattr(number, "nothing"), shown(number))
try:
    patch.object(Thing, "number", spec=0, autospec=0).start()
except TypeError as error:
    print(error)
patcher = patch.object(Thing, "number", 6)
print(patcher.start(), Thing.number, patcher.stop(), Thing.number)
magic = MagicMock()
type(magic).__str__.return_value = "set on the type"
print(magic, Thing.number)
print(call == ((1,), {}), call(1) == ((1,), {}), call.a(1) == ("a", (1,)), call.a(1) == ("a", (1,), {}), ("", (1,)) == call(1), call.a.b(1).c().call_list())
