"""Abstract Base Classes for containers (library reference, "collections.abc")."""
from _collections_abc import *
from _collections_abc import __all__
from _collections_abc import _callable_alias as _CallableGenericAlias
