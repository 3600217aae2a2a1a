# Packages, relative imports, __all__, stubs and what they export, import cycles, modules that are not there.
import support.pkg
import support.pkg.sub.deep
import support.pkg.sub as ps
import support.pkg.noall
from support.pkg import thing, late, hidden, _private, missing  # E: [attr-defined]
from support.pkg import *
from support.pkg.noall import *
import support.stubbed
import support.ns.inner.leaf
import nowhere  # E: [import-not-found]
import nowhere.sub  # E: [import-not-found]
from nowhere2 import x as nx  # E: [import-not-found]
from support.pkg.nope import z  # E: [import-not-found]
from . import sibling  # E
from .sibling2 import q  # E
from typing import assert_type, Any
import os.path
import collections.abc as cabc
from support.stubbed import x as sx, fn, sys, g, Any as StubAny, mod, s1, _s2
from support.stubbed import f  # E: [attr-defined]
from support.stubbed import os as sos  # E: [attr-defined]
from support.stubbed import List as SList  # E: [attr-defined]
from support.stubbed import s3  # E: [attr-defined]
from support.stubbed import _p

assert_type(thing, int)
assert_type(deep.value, bytes)
assert_type(late, int)
assert_type(later, str)
assert_type(ext, float)
hidden
support.pkg.hidden
support.pkg.a.A().b().a().b()
support.pkg.nothing  # E: [attr-defined]
assert_type(support.pkg.sub.deep.anything, int)
ps.up
assert_type(x, int)
C()
_y  # E: [name-defined]
os.path.join("a")
assert_type(support.stubbed.x, int)
support.stubbed.f  # E: [attr-defined]
support.stubbed.os  # E: [attr-defined]
support.stubbed.sys
support.stubbed.g
support.stubbed.mod.v
support.stubbed.List  # E: [attr-defined]
support.stubbed.fn()
fn("a")  # E: [arg-type]
assert_type(support.stubbed.y, str)
assert_type(support.stubbed.K().m().attr, list[int])
assert_type(support.ns.inner.leaf.w, int)
nowhere.anything
assert_type(__name__, str)
support.pkg.__name__
import sys as system, json as j
system.argv, j.dumps({})
import xml.etree.ElementTree as ET
if True:
    import support.pkg.a as pa
pa.A
pa.missing  # E: [attr-defined]


def f1():
    import support.pkg.noall as pn
    return pn.x
