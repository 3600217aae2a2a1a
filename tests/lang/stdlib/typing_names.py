# The names of typing's aliases and forms, with arguments and without.
import collections.abc
from typing import (AbstractSet, Annotated, Any, Callable, ClassVar, Concatenate, ContextManager, Deque, Dict, Final, Generator, Generic, Iterable, List, Literal, LiteralString, Never, NoReturn,
                    Optional, Pattern, Protocol, Required, Self, Set, Text, Tuple, Type, TypeGuard, TypeVar, Union)

T = TypeVar("T")


class A(Generic[T]):
    class Inner(Generic[T]):
        pass


for form in (Optional[int], Union[int, str], Literal[1], List[int], Dict[str, int], list[int], Callable[[int], str], Tuple[int], Type[int], A[int], A.Inner[int], Annotated[int, 3], Final[int], ClassVar[int],
             List, Dict, Tuple, Type, Callable, Optional, Union, Literal, Any, Final, ClassVar, NoReturn, Self, Concatenate, Iterable[int], collections.abc.Iterable[int], Deque[int], Set, Required[int],
             TypeGuard[int], Never, LiteralString, Protocol, Generic, Pattern[str], ContextManager[int], Generator[int, str, int], AbstractSet, Text):
    print(form, form.__name__, form.__qualname__)
for bad in (List, List[int], Optional[int], Literal[1]):
    try:
        bad.__nothing__
    except AttributeError as error:
        print(error)
