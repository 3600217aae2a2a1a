# LiteralString, sentence by sentence.
from typing import Generic, List, Literal, LiteralString, Sequence, TypeVar, assert_type, overload

variable_annotation: LiteralString


def my_function(literal_string: LiteralString) -> LiteralString: ...


class Foo:
    my_attribute: LiteralString


type_argument: List[LiteralString]
TB = TypeVar("TB", bound=LiteralString)
TC = TypeVar("TC", LiteralString, int)


def expect_literal_string(s: LiteralString) -> None: ...


def operations(literal_string: LiteralString, plain_string: str, literal_string2: LiteralString, username: str, literal_name: LiteralString, some_int: int, one: Literal[1]) -> None:
    s: str = literal_string
    bad: LiteralString = plain_string  # E: [assignment]
    good: LiteralString = "hello"
    expect_literal_string("foo" + "bar")
    expect_literal_string(literal_string + "bar")
    expect_literal_string("bar" + literal_string)
    expect_literal_string(literal_string + literal_string2)
    expect_literal_string(literal_string + plain_string)  # E: [arg-type]
    expect_literal_string(plain_string + literal_string)  # E: [arg-type]
    assert_type("hello" + plain_string, str)
    expect_literal_string(",".join(["foo", "bar"]))
    expect_literal_string(literal_string.join(["foo", "bar"]))
    expect_literal_string(literal_string.join([literal_string, literal_string2]))
    xs: List[LiteralString] = ["a", literal_string]
    expect_literal_string(literal_string.join(xs))
    expect_literal_string(plain_string.join([literal_string, literal_string2]))  # E: [arg-type]
    expect_literal_string(literal_string.join([plain_string]))  # E: [arg-type]
    literal_string += "foo"
    literal_string += literal_string2
    literal_string += plain_string  # E: [assignment]
    expect_literal_string(f"hello {literal_name}")
    expect_literal_string("hello {}".format(literal_name))
    expect_literal_string("hello {name}".format(name=literal_name))
    expect_literal_string(f"hello")
    expect_literal_string(f"hello {username}")  # E: [arg-type]
    expect_literal_string("hello {}".format(username))  # E: [arg-type]
    expect_literal_string(username.format(literal_name))  # E: [arg-type]
    expect_literal_string(f"{some_int}")  # E: [arg-type]
    expect_literal_string(some_int)  # E: [arg-type]
    expect_literal_string(one)  # E: [arg-type]
    expect_literal_string(b"bytes")  # E: [arg-type]
    expect_literal_string("a %s" % literal_name)
    expect_literal_string("a %s" % username)  # E: [arg-type]
    expect_literal_string("a" * 3)
    expect_literal_string(3 * "a")
    expect_literal_string(literal_name * some_int)
    expect_literal_string(literal_name[0])
    expect_literal_string(literal_name[1:])
    expect_literal_string(username[0])  # E: [arg-type]
    literal_string.startswith("hello")
    expect_literal_string(literal_name.capitalize())
    expect_literal_string(literal_name.casefold())
    expect_literal_string(literal_name.center(3))
    expect_literal_string(literal_name.expandtabs())
    expect_literal_string(literal_name.ljust(3, "x"))
    expect_literal_string(literal_name.lower())
    expect_literal_string(literal_name.lstrip())
    expect_literal_string(literal_name.replace("a", "b"))
    expect_literal_string(literal_name.replace("a", username))  # E: [arg-type]
    expect_literal_string(literal_name.strip("x"))
    expect_literal_string(literal_name.swapcase())
    expect_literal_string(literal_name.title())
    expect_literal_string(literal_name.upper())
    expect_literal_string(literal_name.zfill(3))
    expect_literal_string(literal_name.removeprefix("a"))
    expect_literal_string(literal_name.removesuffix("a"))
    a, b, c = literal_name.partition("x")
    expect_literal_string(a)
    for character in literal_name:
        expect_literal_string(character)
    for character in username:
        expect_literal_string(character)  # E: [arg-type]
    expect_literal_string(literal_name.encode().decode())  # E: [arg-type]
    expect_literal_string(str(1))  # E: [arg-type]
    expect_literal_string(username.upper())  # E: [arg-type]


def add_limit(query: LiteralString) -> LiteralString:
    return query + " LIMIT = 1"


def condition1() -> bool:
    return True


def return_literal_string() -> LiteralString:
    return "foo" if condition1() else "bar"


def return_literal_str2(literal_string: LiteralString) -> LiteralString:
    return "foo" if condition1() else literal_string


def return_literal_str3() -> LiteralString:
    if condition1():
        result: Literal["foo"] = "foo"
    else:
        result = "foo"
    return result


def return_bad(s: str) -> LiteralString:
    return "foo" if condition1() else s  # E: [return-value]


TLiteral = TypeVar("TLiteral", bound=LiteralString)
T = TypeVar("T")


def literal_identity(s: TLiteral) -> TLiteral:
    return s


class Container(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


def generics(s: LiteralString, s_error: str, hello: Literal["hello"]) -> None:
    y = literal_identity(hello)
    assert_type(y, Literal["hello"])
    y2 = literal_identity(s)
    assert_type(y2, LiteralString)
    literal_identity(s_error)  # E: [type-var]
    x: Container[LiteralString] = Container(s)
    x_error: Container[LiteralString] = Container(s_error)  # E: [assignment]
    xs: List[LiteralString] = ["foo", "bar", "baz"]
    ys: list[str] = xs  # E: [assignment]
    zs: Sequence[str] = xs
    ws: list[str] = ["foo", s]


def refined(s: str) -> None:
    if s == "bar":
        expect_literal_string(s)


@overload
def over(x: Literal["foo"]) -> int: ...  # E: [overload-overlap]
@overload
def over(x: LiteralString) -> bool: ...
@overload
def over(x: str) -> str: ...
def over(x: str) -> int | bool | str: ...


def chosen(s: str, l: LiteralString):
    assert_type(over("foo"), int)
    assert_type(over("bar"), bool)
    assert_type(over(l), bool)
    assert_type(over(s), str)


def inferred(l: LiteralString):
    x = l
    assert_type(x, LiteralString)
    values = [l]
    values.append("b")
    text = "abc"
    text = str(3)
    both = {l: 1}



def pieces(text: LiteralString, other: str) -> None:
    assert_type(text.split(), list[LiteralString])
    assert_type(text.split(), list[str])
    assert_type(text.partition(","), tuple[LiteralString, LiteralString, LiteralString])
    assert_type(other.split(), list[LiteralString])  # E: [assert-type]
    assert_type(text.split(other), list[LiteralString])  # E: [assert-type]
    assert_type([other], list[LiteralString])  # E: [assert-type]
