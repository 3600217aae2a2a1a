// Classes of the host: declared in the language, with C data in their objects.
#include "host.h"

static typhon_status makes_nothing(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) { return (void)vm, (void)userdata, (void)args, (void)result, TYPHON_OK; }

// ---- a class with one of everything ------------------------------------------------------------------------------

// Points in the plane, so to say: `alive` counts those whose finaliser is to come.
typedef struct World {
    int made, finalised;
    bool collects; // in every method
} World;
typedef struct Vector {
    double x, y;
    int64_t steps;
    bool is_made;
} Vector;
static const typhon_class vector_class;

static typhon_status vector_init(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = typhon_data(vm, args[0], &vector_class);
    (void)result;
    assert_int_equal((uintptr_t)self % 16, 0);
    assert_false(self->is_made);
    self->is_made = true;
    ((World *)userdata)->made++;
    return typhon_get_float(vm, args[1], &self->x) || typhon_get_float(vm, args[2], &self->y) ? TYPHON_ERROR : TYPHON_OK;
}
static void vector_finalise(void *userdata, void *data) {
    Vector *self = data;
    if (self->is_made) ((World *)userdata)->finalised++;
    memset(self, 0xdd, sizeof *self); // nobody is to see that
}
// The object's data, in methods.
static Vector *vector_self(typhon_vm *vm, void *world, const typhon_value *args) {
    if (((World *)world)->collects) typhon_collect(vm);
    return typhon_data(vm, args[0], &vector_class);
}
static typhon_value vector_new(typhon_vm *vm, World *world, double x, double y) {
    Vector *data;
    typhon_value made = typhon_new(vm, &vector_class, (void **)&data);
    if (data) *data = (Vector){x, y, 0, true}, world->made++;
    return made;
}
static typhon_status vector_x(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    *result = typhon_float(vm, self->x);
    return TYPHON_OK;
}
static typhon_status vector_set_x(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    (void)result;
    return typhon_get_float(vm, args[1], &self->x);
}
static typhon_status vector_delete_x(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    (void)result;
    self->x = 0;
    return TYPHON_OK;
}
static typhon_status vector_size(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    *result = typhon_float(vm, self->x * self->x + self->y * self->y);
    return TYPHON_OK;
}
static typhon_status vector_scale(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    double by;
    if (typhon_get_float(vm, args[1], &by)) return TYPHON_ERROR;
    self->x *= by, self->y *= by, self->steps++;
    *result = args[0];
    return TYPHON_OK;
}
static typhon_status vector_add(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args), *other = typhon_data(vm, args[1], &vector_class);
    if (!other) return TYPHON_ERROR;
    *result = vector_new(vm, userdata, self->x + other->x, self->y + other->y);
    return TYPHON_OK;
}
static typhon_status vector_eq(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args), *other = typhon_data(vm, args[1], &vector_class);
    if (!other) typhon_clear_error(vm);
    *result = typhon_bool(vm, other && self->x == other->x && self->y == other->y);
    return TYPHON_OK;
}
static typhon_status vector_lt(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args), *other = typhon_data(vm, args[1], &vector_class);
    if (!other) return TYPHON_ERROR;
    *result = typhon_bool(vm, self->x < other->x);
    return TYPHON_OK;
}
static typhon_status vector_hash(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    *result = typhon_int(vm, (int64_t)(self->x * 31 + self->y));
    return TYPHON_OK;
}
static typhon_status vector_repr(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    char text[100];
    snprintf(text, sizeof text, "<%g, %g>", self->x, self->y);
    *result = typhon_str(vm, text, TYPHON_NUL_TERMINATED);
    return TYPHON_OK;
}
static typhon_status vector_len(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args;
    *result = typhon_int(vm, 2);
    return TYPHON_OK;
}
static typhon_status vector_getitem(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    int64_t at;
    if (typhon_get_int(vm, args[1], &at)) return TYPHON_ERROR;
    if (at < 0 || at > 1) return typhon_raise(vm, "IndexError", "no component %lld", (long long)at);
    *result = typhon_float(vm, at ? self->y : self->x);
    return TYPHON_OK;
}
static typhon_status vector_setitem(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    int64_t at;
    double value;
    (void)result;
    if (typhon_get_int(vm, args[1], &at) || typhon_get_float(vm, args[2], &value)) return TYPHON_ERROR;
    *(at ? &self->y : &self->x) = value;
    return TYPHON_OK;
}
static typhon_status vector_contains(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Vector *self = vector_self(vm, userdata, args);
    double value;
    if (typhon_get_float(vm, args[1], &value)) return TYPHON_ERROR;
    *result = typhon_bool(vm, value == self->x || value == self->y);
    return TYPHON_OK;
}
static typhon_status vector_iter(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    self->steps = 0;
    *result = args[0];
    return TYPHON_OK;
}
static typhon_status vector_next(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    if (self->steps == 2) return typhon_raise(vm, "StopIteration", "%s", "");
    *result = typhon_float(vm, self->steps++ ? self->y : self->x);
    return TYPHON_OK;
}
static typhon_status vector_call(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const typhon_value called[] = {args[0], args[2]};
    (void)userdata;
    return typhon_call(vm, args[1], called, 2, result);
}
static typhon_status vector_enter(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)vm, (void)userdata;
    *result = args[0];
    return TYPHON_OK;
}
static typhon_status vector_exit(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Vector *self = vector_self(vm, userdata, args);
    self->x = self->y = -1;
    *result = typhon_bool(vm, typhon_kind_of(vm, args[1]) != TYPHON_NONE);
    return TYPHON_OK;
}
static typhon_status vector_made(typhon_vm *vm, void *world, const typhon_value *args, typhon_value *result) {
    (void)args;
    *result = typhon_int(vm, ((World *)world)->made);
    return TYPHON_OK;
}
static typhon_status vector_unit(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const typhon_value values[] = {typhon_float(vm, 1), typhon_float(vm, 0)};
    (void)userdata;
    return typhon_call(vm, args[0], values, 2, result); // the class it was called on
}
static const typhon_method vector_methods[] = {
    {"__init__", vector_init, NULL}, {"x", vector_x, NULL}, {"x.setter", vector_set_x, NULL}, {"x.deleter", vector_delete_x, NULL}, {"size", vector_size, NULL},
    {"scale", vector_scale, NULL}, {"__add__", vector_add, NULL}, {"__eq__", vector_eq, NULL}, {"__lt__", vector_lt, NULL}, {"__hash__", vector_hash, NULL},
    {"__repr__", vector_repr, NULL}, {"__len__", vector_len, NULL}, {"__getitem__", vector_getitem, NULL}, {"__setitem__", vector_setitem, NULL},
    {"__contains__", vector_contains, NULL}, {"__iter__", vector_iter, NULL}, {"__next__", vector_next, NULL}, {"__call__", vector_call, NULL},
    {"__enter__", vector_enter, NULL}, {"__exit__", vector_exit, NULL}, {"made", vector_made, NULL}, {"unit", vector_unit, NULL}, {NULL, NULL, NULL}};
static const typhon_class vector_class = {
    "class Vector:\n"
    "    '''A point, or a way.'''\n"
    "    name: str\n"
    "    tags: list[str]\n"
    "    DIMENSIONS: ClassVar[int] = 2\n"
    "    __match_args__ = ('x', 'name')\n"
    "    def __init__(self, x: float, y: float = 0.0) -> None: ...\n"
    "    @property\n"
    "    def x(self) -> float:\n"
    "        '''To the right.'''\n"
    "    @x.setter\n"
    "    def x(self, value: float) -> None: ...\n"
    "    @x.deleter\n"
    "    def x(self) -> None: ...\n"
    "    @property\n"
    "    def size(self) -> float: ...\n"
    "    def scale(self, by: float = 2.0) -> Vector:\n"
    "        '''Longer,\n"
    "        or shorter.'''\n"
    "    def __add__(self, other: Vector) -> Vector: ...\n"
    "    def __eq__(self, other: object) -> bool: ...\n"
    "    def __lt__(self, other: Vector) -> bool: ...\n"
    "    def __hash__(self) -> int: ...\n"
    "    def __repr__(self) -> str: ...\n"
    "    def __len__(self) -> int: ...\n"
    "    def __getitem__(self, at: int) -> float: ...\n"
    "    def __setitem__(self, at: int, value: float) -> None: ...\n"
    "    def __contains__(self, value: float) -> bool: ...\n"
    "    def __iter__(self) -> Vector: ...\n"
    "    def __next__(self) -> float: ...\n"
    "    def __call__(self, function: Callable[[Vector, int], int], n: int = 1) -> int: ...\n"
    "    def __enter__(self) -> Vector: ...\n"
    "    def __exit__(self, kind: object, error: object, traceback: object) -> bool: ...\n"
    "    @staticmethod\n"
    "    def made() -> int: ...\n"
    "    @classmethod\n"
    "    def unit(cls) -> Vector: ...\n",
    vector_methods, sizeof(Vector), vector_finalise};

static typhon_vm *open_vectors(Output *output, World *world) {
    typhon_vm *vm = open_with(output);
    assert_int_equal(typhon_def_text(vm, "geo", "from typing import Callable, ClassVar\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_status status = typhon_def_class(vm, "geo", &vector_class, world);
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    return vm;
}

static void check_protocols(bool collects) {
    Output output = {0};
    World world = {.collects = collects};
    typhon_vm *vm = open_vectors(&output, &world);
    expect_run(vm, &output, "from geo import Vector\nv = Vector(3.0, y=4)\nprint(v, v.x, v.size, len(v), v[0], v[1], 4 in v, 5.0 in v, list(v), Vector.made())\n",
               "<3, 4> 3.0 25.0 2 3.0 4.0 True False [3.0, 4.0] 1\n");
    expect_run(vm, &output, "from geo import Vector\nv = Vector(1.0)\nv.x = 5\nv[1] = 6.5\nprint(v, v.scale(), v.scale(by=0.5), v.scale() is v)\ndel v.x\nprint(v)\n",
               "<10, 13> <10, 13> <10, 13> True\n<0, 13>\n");
    expect_run(vm, &output, "from geo import Vector\na, b = Vector(1.0, 2.0), Vector(1.0, 2.0)\nprint(a + b, a == b, a != b, a == 3, a < a + b, a > b, {a, b} == {a}, sorted([a + b, a]), hash(a))\n",
               "<2, 4> True False False True False True [<1, 2>, <2, 4>] 33\n");
    expect_run(vm, &output, "from geo import Vector\nwith Vector(1.0, 2.0) as v:\n    x: float = v.x\n    1 // 0\nprint(x, v, v(lambda u, n: int(u.x) + n, 4), v(lambda u, n: n))\n", "1.0 <-1, -1> 3 1\n");
    expect_run(vm, &output, "from geo import Vector\ntry: Vector(1.0)[7]\nexcept IndexError as e: print(e)\ntry: Vector(1.0) + 3  # type: ignore\nexcept TypeError as e: print(e)\n", "no component 7\nexpected Vector, got int\n");
    // attributes are values in the object
    expect_run(vm, &output, "from geo import Vector\nv = Vector(1.0)\nv.name = 'v'\nv.tags = ['a']\nv.tags.append('b')\nimport gc\ngc.collect()\nprint(v.name, v.tags, Vector.DIMENSIONS)\ndel v.name\ntry: v.name\nexcept AttributeError as e: print(e)\n",
               "v ['a', 'b'] 2\n'Vector' object has no attribute 'name'\n");
    expect_run(vm, &output, "from geo import Vector\ndef kind(o: object) -> str:\n    match o:\n        case Vector(x, 'origin') if x == 0: return 'origin'\n        case Vector(x=1.0): return 'one'\n        case Vector(): return 'other'\n    return 'none'\n"
                            "o, p = Vector(0.0), Vector(2.0)\no.name = 'origin'\nprint(kind(o), kind(p), kind(Vector(1.0)), kind(3))\n", "origin other one none\n");
    expect_run(vm, &output, "from geo import Vector\nimport inspect\nprint(Vector, Vector.__mro__, Vector.__base__, Vector.__module__, Vector.__qualname__, Vector.__doc__, isinstance(Vector.unit(), Vector), Vector.unit())\n"
                            "print(inspect.signature(Vector.scale), Vector.scale.__qualname__, Vector.scale.__doc__, Vector.x.__doc__, Vector.__annotations__)\nprint([c for c in object.__subclasses__() if c.__name__ == 'Vector'])\n",
               "<class 'geo.Vector'> (<class 'geo.Vector'>, <class 'object'>) <class 'object'> geo Vector A point, or a way. True <1, 0>\n"
               "(self, by: 'float' = 2.0) -> 'Vector' Vector.scale Longer,\n        or shorter. To the right. {'name': 'str', 'tags': 'list[str]', 'DIMENSIONS': 'ClassVar[int]'}\n[<class 'geo.Vector'>]\n");
    expect_run(vm, &output, "import geo, contextlib, io\nout = io.StringIO()\nwith contextlib.redirect_stdout(out): help(geo.Vector)\ntext = out.getvalue()\nprint('A point, or a way.' in text, 'scale(self, by: \\'float\\' = 2.0)' in text)\n", "True True\n");
    // what a script may find with gc is no class to it
    assert_int_equal(typhon_grant(vm, "process", NULL), TYPHON_OK);
    expect_run(vm, &output,
               "from geo import Vector\nimport gc\nlayouts = [t for t in gc.get_referents(Vector) + gc.get_objects() if isinstance(t, type) and t.__name__ == 'Vector' and t is not Vector]\nfor t in layouts:\n"
               "    for f in t, lambda: object.__new__(t), lambda: type('T', (t,), {}), lambda: setattr(Vector, '__bases__', (t,)):\n        try: print(f())\n        except TypeError: pass\nprint('safe')\n", "safe\n");
    expect_run(vm, &output, "from geo import Vector\nimport weakref\nv = Vector(1.0)\nr = weakref.ref(v)\nprint(r() is v)\n", "True\n");
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
}
static void protocols(void **state) {
    (void)state;
    check_protocols(false);
    check_protocols(true);
}

// What makes the class is for its declaration: not for a script that finds it, while a base of its is asked for what it stands for.
static void made_once(void **state) {
    (void)state;
    static const typhon_class odd = {"class Odd(Base):\n    x: int\n", NULL, 16, NULL};
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def_text(vm, "geo", "class Base: __slots__ = ()\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    expect_run(vm, &output,
               "import geo, sys\nclass Stand:\n    def __mro_entries__(self, bases):\n        global make\n        make = sys._getframe(1).f_locals['__layout__']\n"
               "        for args in ('X', (), 5), (1, (), {}), ('X', [], {}):\n            try: print(make(*args))\n            except TypeError as e: print(e)\n        return ()\nsetattr(geo, 'Base', Stand())\n", "");
    assert_int_equal(typhon_def_class(vm, "geo", &odd, NULL), TYPHON_OK);
    assert_string_equal(output.text, "a host class is made by its declaration only\na host class is made by its declaration only\na host class is made by its declaration only\n");
    expect_run(vm, &output, "try: make('Odd', (), {})\nexcept TypeError as e: print(e)\n", "a host class is made by its declaration only\n");
    typhon_close(vm);
}

// Attributes whose types are classes of the host, this one or another of the module.
static void typed_attributes(void **state) {
    (void)state;
    static const typhon_method methods[] = {{"__init__", makes_nothing, NULL}, {NULL, NULL, NULL}};
    static const typhon_class node = {"class Node:\n    next: Node | None\n    tags: Optional[list[str]]\n    any: object\n    later: Later\n    def __init__(self) -> None: ...\n", methods, 0, NULL},
                              tree = {"class Tree:\n    root: Node\n    def __init__(self) -> None: ...\n", methods, 0, NULL};
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def_class(vm, "m", &node, NULL), TYPHON_OK);
    assert_int_equal(typhon_def_class(vm, "m", &tree, NULL), TYPHON_OK);
    expect_run(vm, &output,
               "import m\nclass Sub(m.Node): pass\nn, t = m.Node(), m.Tree()\ndef store(o, name, value):\n    try: setattr(o, name, value)\n    except TypeError as e: print(e)\n"
               "for v in None, n, Sub(), 3, t: store(n, 'next', v)\nfor v in [], None, 'x': store(n, 'tags', v)\nfor v in 1, print: store(n, 'any', v); store(n, 'later', v)\nfor v in n, Sub(), None: store(t, 'root', v)\nprint(t.root is not n)\n",
               "Node attribute 'next' must be Node | None, not int\nNode attribute 'next' must be Node | None, not Tree\nNode attribute 'tags' must be list | None, not str\nTree attribute 'root' must be Node, not NoneType\nTrue\n");
    typhon_close(vm);
}

static void wrong_uses(void **state) {
    (void)state;
    Output output = {0};
    World world = {0};
    typhon_vm *vm = open_vectors(&output, &world);
    expect_refused(vm, "from geo import Vector\nVector('x')\n", "arg-type", 2);
    expect_refused(vm, "from geo import Vector\nVector()\n", "call-arg", 2);
    expect_refused(vm, "from geo import Vector\nv = Vector(1.0)\nv.size = 3.0\n", "misc", 3);
    expect_refused(vm, "from geo import Vector\nv = Vector(1.0)\nv.x = 'left'\n", "assignment", 3);
    expect_refused(vm, "from geo import Vector\nv = Vector(1.0)\nv.name = 3\n", "assignment", 3);
    expect_refused(vm, "from geo import Vector\nv = Vector(1.0)\nv.colour = 'red'\n", "attr-defined", 3);
    expect_refused(vm, "from geo import Vector\nprint(Vector(1.0) + 3)\n", "operator", 2);
    expect_refused(vm, "from geo import Vector\nn: int = Vector(1.0).scale()\n", "assignment", 2);
    // what nobody has checked is looked at
    expect_run(vm, &output,
               "from geo import Vector\nimport pickle, copy\ndef fails(f):\n    try: print(f())\n    except Exception as e: print(type(e).__name__, e)\n"
               "v = Vector(1.0)\ndef store(name, value): setattr(v, name, value)\n"
               "fails(lambda: Vector('x'))\nfails(lambda: v.scale('x'))\nfails(lambda: Vector.scale(3))\nfails(lambda: Vector.scale())\nfails(lambda: store('size', 1))\nfails(lambda: store('colour', 1))\nfails(lambda: store('x', 'left'))\nfails(lambda: store('name', 3))\nfails(lambda: store('tags', 'x'))\n"
               "fails(lambda: pickle.dumps(v))\nfails(lambda: pickle.dumps(v, 0))\nfails(lambda: copy.copy(v))\nfails(lambda: copy.deepcopy([v]))\nfails(lambda: v.__dict__)\n"
               "class Other: pass\nfails(lambda: setattr(v, '__class__', Other))\nfails(lambda: setattr(Other(), '__class__', Vector))\nfails(lambda: setattr(Other, '__bases__', (Vector,)))\nfails(lambda: setattr(Vector, '__bases__', (Other,)))\n"
               "fails(lambda: type('M', (Vector, int), {}))\nfails(lambda: type('M', (Vector, Exception), {}))\n",
               "TypeError Vector.__init__() argument 'x' must be float, not str\nTypeError Vector.scale() argument 'by' must be float, not str\n"
               "TypeError descriptor 'scale' doesn't apply to a 'int' object\nTypeError Vector.scale() missing 1 required positional argument: 'self'\n"
               "AttributeError property 'size' of 'Vector' object has no setter\nAttributeError 'Vector' object has no attribute 'colour'\nTypeError Vector.x() argument 'value' must be float, not str\nTypeError Vector attribute 'name' must be str, not int\nTypeError Vector attribute 'tags' must be list, not str\n"
               "TypeError cannot pickle 'Vector' object\nTypeError cannot pickle 'Vector' object\nTypeError cannot pickle 'Vector' object\nTypeError cannot pickle 'Vector' object\nAttributeError 'Vector' object has no attribute '__dict__'\n"
               "TypeError __class__ assignment: 'Other' object layout differs from 'Vector'\nTypeError __class__ assignment: 'Vector' object layout differs from 'Other'\n"
               "TypeError __bases__ assignment: 'Vector' deallocator differs from 'object'\nTypeError __bases__ assignment: 'Other' object layout differs from 'Vector'\n"
               "TypeError multiple bases have instance lay-out conflict\nTypeError multiple bases have instance lay-out conflict\n");
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
}

// Classes of scripts that derive from it have the data, and attributes behind it.
static void check_derived_by_scripts(bool collects) {
    Output output = {0};
    World world = {.collects = collects};
    typhon_vm *vm = open_vectors(&output, &world);
    static const char text[] =
        "from geo import Vector\nimport gc, copy, pickle\n"
        "class Named(Vector):\n    def __init__(self, label: str, x: float) -> None:\n        super().__init__(x, 1.0)\n        self.label = label\n        self.more = [label]\n"
        "    def scale(self, by: float = 2.0) -> Vector:\n        self.label += '!'\n        return super().scale(by)\n"
        "class Slotted(Vector):\n    __slots__ = ('a', 'b')\n    a: int\n    b: int\n"
        "class New(Vector):\n    def __new__(cls, x: float) -> 'New':\n        made = super().__new__(cls)\n        made.name = 'new'\n        return made\n"
        "class Mixin:\n    def hello(self) -> str: return 'hello'\n"
        "class Both(Mixin, Named): pass\nclass Bare(Vector):\n    def __init__(self) -> None: pass\n"
        "n = Named('n', 3.0)\nn.scale(2.0)\nn.name = 'a name'\nfor i in range(100): setattr(n, f'a{i}', [i])\ngc.collect()\nprint(n, n.label, n.more, n.name, getattr(n, 'a99'), len(n.__dict__), n + n, isinstance(n, Vector))\n"
        "s = Slotted(1.0)\ns.a, s.b, s.name = 1, 2, 's'\nprint(s, s.a, s.b, s.name, hasattr(s, '__dict__'))\n"
        "w = New(4.0)\nprint(w, w.name)\nb = Both('b', 7.0)\nprint(b, b.hello(), b.label, Both.__mro__[-2].__name__)\nprint(Bare(), Bare.unit.__self__.__name__)\n"
        "try: pickle.dumps(n)\nexcept TypeError as e: print(e)\ntry: object.__new__(Named) + 1  # type: ignore\nexcept TypeError as e: print(e)\n";
    expect_run(vm, &output, text,
               "<6, 2> n! ['n'] a name [99] 102 <12, 4> True\n<1, 0> 1 2 s False\n<4, 0> new\n<7, 1> hello b Vector\n<0, 0> Bare\ncannot pickle 'Named' object\nexpected Vector, got int\n");
    expect_run(vm, &output, "from geo import Vector\nclass A(Vector): pass\nclass B(Vector): pass\na = A(1.0)\na.__class__ = B  # type: ignore\nprint(type(a).__name__, a)\ntry: a.__class__ = Vector  # type: ignore\nexcept TypeError as e: print(e)\n",
               "B <1, 0>\n__class__ assignment: 'Vector' object layout differs from 'B'\n");
    // and may say themselves how they are copied
    expect_run(vm, &output, "from geo import Vector\nimport copy, pickle\nclass Copied(Vector):\n    def __copy__(self) -> 'Copied': return Copied(self.x, 8.0)\nprint(copy.copy(Copied(2.0)))\n"
                            "class Kept(Vector):\n    def __reduce__(self): return Kept, (self.x, 5.0)\nprint(pickle.loads(pickle.dumps(Kept(1.5))), copy.deepcopy(Kept(2.5)))\n",
               "<2, 8>\n<1.5, 5> <2.5, 5>\n");
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
}
static void derived_by_scripts(void **state) {
    (void)state;
    check_derived_by_scripts(false);
    check_derived_by_scripts(true);
}

// ---- inheritance between host classes ----------------------------------------------------------------------------

typedef struct Unit {
    int64_t hp;
    char log[100];
} Unit;
typedef struct Tank {
    Unit unit; // first
    int64_t armour;
} Tank;
static const typhon_class unit_class, tank_class;
static char finalised[200];

static typhon_status unit_init(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Unit *self = typhon_data(vm, args[0], &unit_class);
    (void)userdata, (void)result;
    return typhon_get_int(vm, args[1], &self->hp) ? TYPHON_ERROR : typhon_set_attr(vm, args[0], "kind", typhon_class_of(vm, args[0]));
}
static typhon_status unit_hp(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Unit *self = typhon_data(vm, args[0], &unit_class);
    (void)userdata;
    *result = typhon_int(vm, self->hp);
    return TYPHON_OK;
}
static void unit_finalise(void *userdata, void *data) {
    size_t size = strlen(finalised);
    snprintf(finalised + size, sizeof finalised - size, "%s %lld;", (const char *)userdata, (long long)((Unit *)data)->hp);
}
static typhon_status tank_init(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Tank *self = typhon_data(vm, args[0], &tank_class);
    (void)userdata, (void)result;
    if (typhon_get_int(vm, args[1], &self->unit.hp) || typhon_get_int(vm, args[2], &self->armour)) return TYPHON_ERROR;
    return typhon_set_attr(vm, args[0], "kind", typhon_class_of(vm, args[0]));
}
static typhon_status tank_armour(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const Tank *self = typhon_data(vm, args[0], &tank_class);
    (void)userdata;
    *result = typhon_int(vm, self->armour);
    return TYPHON_OK;
}
static const typhon_method unit_methods[] = {{"__init__", unit_init, NULL}, {"hp", unit_hp, NULL}, {NULL, NULL, NULL}};
static const typhon_class unit_class = {"class Unit:\n    kind: type\n    def __init__(self, hp: int) -> None: ...\n    @property\n    def hp(self) -> int: ...", unit_methods, sizeof(Unit), unit_finalise};
static const typhon_method tank_methods[] = {{"__init__", tank_init, NULL}, {"armour", tank_armour, NULL}, {NULL, NULL, NULL}};
static const typhon_class tank_class = {"class Tank(Unit):\n    crew: list[Unit]\n    def __init__(self, hp: int, armour: int) -> None: ...\n    def armour(self) -> int: ...", tank_methods, sizeof(Tank), unit_finalise};
static const typhon_class scout_class = {"class Scout(Unit): ...", NULL, sizeof(Unit), NULL}; // nothing of its own

static void derived_by_the_host(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    *finalised = '\0';
    assert_int_equal(typhon_def_class(vm, "game", &tank_class, NULL), TYPHON_ERROR); // there is no Unit yet
    expect_error(vm, "NameError", "name 'Unit' is not defined");
    assert_int_equal(typhon_def_class(vm, "game", &unit_class, "unit"), TYPHON_OK);
    assert_int_equal(typhon_def_class(vm, "game", &tank_class, "tank"), TYPHON_OK);
    assert_int_equal(typhon_def_class(vm, "game", &scout_class, "scout"), TYPHON_OK);
    expect_run(vm, &output,
               "from game import Unit, Tank, Scout\nt, u, s = Tank(10, 3), Unit(5), Scout(7)\nt.crew = [u]\nprint(t.hp, t.armour(), t.kind is Tank, t.crew[0].hp, u.kind is Unit, s.hp, s.kind is Scout, isinstance(t, Unit), Tank.__mro__, Tank.__base__, Unit.__subclasses__())\n"
               "class Mixed(Unit): pass\nclass Heavy(Tank, Mixed):\n    extra: int = 0\nh = Heavy(20, 9)\nh.extra = 4\nprint(h.hp, h.armour(), h.extra, Heavy.__base__)\n"
               "try: Tank.armour(u)  # type: ignore\nexcept TypeError as e: print(e)\ntry: u.__class__ = Tank  # type: ignore\nexcept TypeError as e: print(e)\n",
               "10 3 True 5 True 7 True True (<class 'game.Tank'>, <class 'game.Unit'>, <class 'object'>) <class 'game.Unit'> [<class 'game.Tank'>, <class 'game.Scout'>]\n"
               "20 9 4 <class 'game.Tank'>\ndescriptor 'armour' doesn't apply to a 'Unit' object\n__class__ assignment: 'Tank' object layout differs from 'Unit'\n");
    expect_refused(vm, "from game import Unit, Tank\nt: Tank = Unit(3)\n", "assignment", 2);
    expect_refused(vm, "from game import Unit, Tank\nTank(1, 2).crew = Unit(3)\n", "assignment", 2);
    typhon_value tank, unit;
    void *data;
    tank = typhon_new(vm, &tank_class, &data);
    assert_ptr_equal(typhon_data(vm, tank, &tank_class), data);
    assert_ptr_equal(typhon_data(vm, tank, &unit_class), data);
    unit = typhon_new(vm, &unit_class, NULL);
    assert_null(typhon_data(vm, unit, &tank_class));
    expect_error(vm, "TypeError", "expected Tank, got Unit");
    assert_null(typhon_data(vm, typhon_int(vm, 3), &unit_class));
    expect_error(vm, "TypeError", "expected Unit, got int");
    assert_null(typhon_data(vm, typhon_none(vm), &unit_class));
    assert_int_equal(typhon_kind_of(vm, tank), TYPHON_OBJECT);
    assert_string_equal(typhon_type_name(vm, tank), "Tank");
    typhon_clear_error(vm);
    assert_int_equal(typhon_kind_of(vm, typhon_new(vm, &vector_class, &data)), TYPHON_INVALID); // not of this VM
    assert_null(data);
    expect_error(vm, "TypeError", "typhon_new: the class is not declared in this VM");
    static const typhon_class too_small = {"class Small(Unit): ...", NULL, 8, NULL}, of_int = {"class Number(int): ...", NULL, 8, NULL}, too_large = {"class Large: ...", NULL, 40000, NULL}, largest = {"class Largest: ...", NULL, 32768, NULL};
    assert_int_equal(typhon_def_class(vm, "game", &too_small, NULL), TYPHON_ERROR);
    expect_error(vm, "TypeError", "the data of 'Small' (8 bytes) cannot begin with that of 'Unit' (112 bytes)");
    assert_int_equal(typhon_def_class(vm, "game", &of_int, NULL), TYPHON_ERROR);
    expect_error(vm, "TypeError", "a host class cannot derive from 'int'");
    assert_int_equal(typhon_def_class(vm, "game", &too_large, NULL), TYPHON_ERROR);
    assert_int_equal(typhon_def_class(vm, "game", &largest, NULL), TYPHON_OK);
    typhon_value large = typhon_new(vm, &largest, &data);
    for (size_t i = 0; i < 32768; i++) assert_int_equal(((char *)data)[i], 0);
    assert_int_equal((uintptr_t)typhon_data(vm, large, &largest) % 16, 0);
    typhon_close(vm);
    assert_int_equal(strlen(finalised), strlen("unit 5;tank 10;unit 7;tank 20;tank 0;unit 0;"));
}

// ---- life and death ----------------------------------------------------------------------------------------------

static void finalisers(void **state) {
    (void)state;
    Output output = {0};
    World world = {0};
    typhon_vm *vm = open_vectors(&output, &world);
    expect_run(vm, &output, "from geo import Vector\nfor i in range(1000): Vector(1.0) + Vector(2.0)\nkept = [Vector(float(i)) for i in range(10)]\nimport gc\ngc.collect()\nprint(sum(v.x for v in kept))\n", "45.0\n");
    assert_int_equal(world.made, 3010);
    assert_true(world.finalised >= 2990 && world.finalised <= 3000); // some may lie in registers yet
    // a cycle; and one with a __del__ that looks at what is gone already
    expect_run(vm, &output,
               "from geo import Vector\nimport gc\nclass Node(Vector):\n    next: 'Node | None' = None\na, b = Node(1.0), Node(2.0)\na.next, b.next = b, a\ndel a, b\ngc.collect()\n"
               "class Watched(Vector):\n    owner: object = None\nclass Holder:\n    def __init__(self) -> None:\n        self.v = Watched(3.0)\n        self.v.owner = self\n    def __del__(self) -> None:\n        try: print('holder', self.v.x)\n        except RuntimeError as e: print('holder', e)\n"
               "h = Holder()\ndel h\ngc.collect()\nclass Last(Vector):\n    def __del__(self) -> None: print('last', self.x)\nlast = Last(9.0)\ndel last\ngc.collect()\n",
               "holder 3.0\nlast 9.0\n");
    // what still lives at the end: scripts first, then the host's
    expect_run(vm, &output,
               "from geo import Vector\nfirst = Vector(1.0)\nclass AtEnd:\n    def __init__(self, v: Vector) -> None: self.v = v\n    def __del__(self) -> None: print('at end', self.v)\nend = AtEnd(first)\n"
               "class Last(Vector):\n    def __del__(self) -> None: print('last', self.x)\nlast = Last(8.0)\n", "");
    assert_true(world.made > world.finalised);
    output.size = 0;
    typhon_close(vm);
    assert_string_equal(output.text, "at end <1, 0>\nlast 8.0\n");
    assert_int_equal(world.made, world.finalised);
    // brought back by a __del__ of a cycle after its finaliser has run: nobody gets at its data
    vm = open_vectors(&output, &world);
    expect_run(vm, &output,
               "from geo import Vector\nimport gc\nkept: list[object] = []\nclass Linked(Vector):\n    other: object = None\nclass Saver:\n    def __init__(self) -> None:\n        self.linked = Linked(5.0)\n        self.linked.other = self\n        self.again = 0\n"
               "    def __del__(self) -> None: kept.append(self.linked)\n"
               "for i in range(3): Saver()\ngc.collect()\ngc.collect()\ngc.collect()\n"
               "for v in kept:\n    try: print('alive', v.x)  # type: ignore\n    except RuntimeError as e: print(e)\n", "the 'Linked' object was finalised\nthe 'Linked' object was finalised\nthe 'Linked' object was finalised\n");
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
}

// A __del__ comes before the finaliser, and may bring the object back; one that never ends is stopped.
static void finalisers_behind_del(void **state) {
    (void)state;
    Output output = {0};
    World world = {0};
    typhon_vm *vm = open_vectors(&output, &world);
    expect_run(vm, &output,
               "from geo import Vector\nimport gc\nkept: list[Vector] = []\nclass Back(Vector):\n    def __del__(self) -> None: kept.append(self)\n"
               "def make() -> None:\n    for i in range(10): Back(float(i))\nmake()\ngc.collect()\nprint(sorted(v.x for v in kept)[1:4])\n",
               "[1.0, 2.0, 3.0]\n");
    int before = world.finalised;
    assert_true(before <= 2);
    expect_run(vm, &output, "print(len(kept) >= 9)\nkept.clear()\nimport gc\nfor i in range(3): gc.collect()\nprint(len(kept) <= 1)\n", "True\nTrue\n");
    assert_true(world.finalised >= before + 8);
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
    vm = open_vectors(&output, &world);
    typhon_set_budget(vm, 100000);
    expect_run(vm, &output, "from geo import Vector\nclass Endless(Vector):\n    def __del__(self) -> None:\n        while True: pass\nkept = [Endless(1.0), Endless(2.0), Vector(3.0)]\n", "");
    typhon_close(vm);
    assert_int_equal(world.made, world.finalised);
}

// ---- declarations ------------------------------------------------------------------------------------------------

static typhon_status nothing(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)vm, (void)userdata, (void)args, (void)result;
    return TYPHON_OK;
}
static const typhon_method method_f[] = {{"f", nothing, NULL}, {NULL, NULL, NULL}}, method_p[] = {{"p", nothing, NULL}, {"p.setter", nothing, NULL}, {NULL, NULL, NULL}};

static void expect_declaration_refused(typhon_vm *vm, const char *declaration, const typhon_method *methods, const char *message) {
    const typhon_class definition = {declaration, methods, 8, NULL};
    size_t count;
    typhon_status status = typhon_def_class(vm, "game", &definition, NULL);
    if (status != TYPHON_REFUSED) print_message("not refused: %s\n", declaration);
    assert_int_equal(status, TYPHON_REFUSED);
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    assert_true(count >= 1);
    if (message) assert_string_equal(found->message, message);
    assert_true(strlen(typhon_problem(vm)) > 0);
}

static void bad_declarations(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    expect_declaration_refused(vm, "class C:\n    def f(self) -> int: ...\n    def g(self) -> int: ...", method_f, "'g' is declared, but has no C function");
    expect_declaration_refused(vm, "class C:\n    def g(self) -> int: ...", NULL, "'g' is declared, but has no C function");
    expect_declaration_refused(vm, "class C", method_f, "'f' has a C function, but is not declared");
    expect_declaration_refused(vm, "class C:\n    def f(self): ...\n    def f(self): ...", method_f, "'f' is declared twice");
    expect_declaration_refused(vm, "class C:\n    @property\n    def p(self) -> int: ...", method_p, "'p.setter' has a C function, but is not declared");
    expect_declaration_refused(vm, "class C:\n    def f(self): return 3", method_f, "a method of a host class has a body of a docstring and `...`, or of one of them");
    expect_declaration_refused(vm, "class C:\n    @cached\n    def f(self): ...", method_f, "the decorators of a host class are property, NAME.setter, NAME.deleter, staticmethod and classmethod");
    expect_declaration_refused(vm, "class C:\n    @property\n    @staticmethod\n    def f(self): ...", method_f, "a method of a host class has at most one decorator");
    expect_declaration_refused(vm, "class C:\n    def __new__(cls) -> C: ...", NULL, "a host class has no __new__: it has an __init__, and a finaliser");
    expect_declaration_refused(vm, "class C:\n    def __del__(self) -> None: ...", NULL, "a host class has no __del__: it has an __init__, and a finaliser");
    expect_declaration_refused(vm, "class C:\n    x: int = 3", NULL, "'x' has a value: it is to be a ClassVar");
    expect_declaration_refused(vm, "class C:\n    x: ClassVar[int]", NULL, "'x' belongs to the class, but has no value");
    expect_declaration_refused(vm, "class C:\n    __slots__ = ('x',)", NULL, NULL);
    expect_declaration_refused(vm, "class C:\n    x, y = 1, 2", NULL, NULL);
    expect_declaration_refused(vm, "class C:\n    x.y: int", NULL, NULL);
    expect_declaration_refused(vm, "class C:\n    if True: ...", NULL, "the body of a host class has methods, attributes and a docstring");
    expect_declaration_refused(vm, "class C:\n    async def f(self): ...", method_f, NULL);
    expect_declaration_refused(vm, "class C(metaclass=type): ...", NULL, "a host class is declared by one `class` without decorators and keywords");
    expect_declaration_refused(vm, "@final\nclass C: ...", NULL, NULL);
    expect_declaration_refused(vm, "class C: ...\nclass D: ...", NULL, NULL);
    expect_declaration_refused(vm, "def f(): ...", NULL, NULL);
    expect_declaration_refused(vm, "class C(", NULL, NULL);
    expect_declaration_refused(vm, "", NULL, NULL);
    expect_declaration_refused(vm, "class C:\n    def f(self: ...", method_f, NULL);
    expect_run(vm, &output, "try: import game\nexcept ImportError as e: print(e)\n", "No module named 'game'\n");
    // nobody but the host makes these
    static const typhon_class handle = {"class Handle:\n    pass", NULL, 16, NULL}, empty = {"class Empty", NULL, 0, NULL}, twin = {"class Empty:\n    '''The second.'''", NULL, 24, NULL};
    static const typhon_class generic = {"class Box[T]:\n    item: T\n    def f(self, item: T) -> T: ...", method_f, 0, NULL};
    assert_int_equal(typhon_def_class(vm, "game", &handle, NULL), TYPHON_OK);
    assert_int_equal(typhon_def_class(vm, "game", &empty, NULL), TYPHON_OK);
    typhon_status status = typhon_def_class(vm, "game", &generic, NULL);
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    expect_run(vm, &output,
               "import game\nclass Mine(game.Handle):\n    def __init__(self) -> None: pass\ndef make(c): return c()\nfor c in game.Handle, Mine:\n    try: make(c)\n    except TypeError as e: print(e)\ntry: object.__new__(game.Handle)\nexcept TypeError as e: print(e)\n"
               "b = game.Box[int]\nprint(b)\n",
               "cannot create 'Handle' instances\ncannot create 'Mine' instances\nobject.__new__(Handle) is not safe, use Handle.__new__()\ngame.Box[int]\n");
    // declared again, the class takes the place of the first, whose objects stay what they are
    typhon_value old = typhon_new(vm, &empty, NULL), made;
    assert_int_equal(typhon_def_class(vm, "game", &twin, NULL), TYPHON_OK);
    made = typhon_new(vm, &twin, NULL);
    assert_null(typhon_data(vm, old, &twin));
    assert_non_null(typhon_data(vm, old, &empty));
    assert_non_null(typhon_data(vm, made, &twin));
    assert_string_equal(typhon_get_stub(vm, "game"),
                        "# host: Handle\nclass Handle:\n    ...\n# host: Empty\nclass Empty:\n    '''The second.'''\n# host: Box\nclass Box[T]:\n    item: T\n    def f(self, item: T) -> T:\n        ...\n");
    typhon_close(vm);
}

// Wherever memory gives out: an error, and the VM can be closed.
static void short_of_memory(void **state) {
    (void)state;
    uint32_t done = 0;
    for (size_t limit = 100 * 1000; limit < 3000 * 1000; limit += limit < 600 * 1000 ? 4096 : 50 * 1000) {
        World world = {0};
        const typhon_config config = {.heap_limit = limit};
        typhon_vm *vm = typhon_open(&config);
        if (!vm) continue;
        typhon_status status = typhon_def_text(vm, "geo", "from typing import Callable, ClassVar\n", TYPHON_NUL_TERMINATED);
        if (status == TYPHON_OK) status = typhon_def_class(vm, "geo", &vector_class, &world);
        if (status == TYPHON_OK) status = typhon_run(vm, NULL, "from geo import Vector\nclass V(Vector): pass\nvs: list[Vector] = []\nfor i in range(2000):\n    v = V(float(i))\n    v.name = str(i)\n    vs.append(v + v)\n", TYPHON_NUL_TERMINATED);
        if (status != TYPHON_OK) assert_true(strlen(typhon_problem(vm)) > 0 || status == TYPHON_ERROR);
        done += status == TYPHON_OK;
        typhon_close(vm);
        assert_int_equal(world.made, world.finalised);
    }
    assert_true(done > 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(protocols), cmocka_unit_test(made_once), cmocka_unit_test(typed_attributes), cmocka_unit_test(wrong_uses), cmocka_unit_test(derived_by_scripts), cmocka_unit_test(derived_by_the_host), cmocka_unit_test(finalisers), cmocka_unit_test(finalisers_behind_del), cmocka_unit_test(bad_declarations), cmocka_unit_test(short_of_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
