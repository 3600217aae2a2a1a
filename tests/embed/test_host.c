// Functions and values of the host: declared in the language, held to their signatures by the checker and at run time.
#include "host.h"
#include <pthread.h>
#include <unistd.h>

// All arguments, as a tuple.
static typhon_status show(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    *result = typhon_tuple(vm, args, *(size_t *)userdata);
    return TYPHON_OK;
}

static void signatures(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    size_t three = 3, five = 5, none = 0;
    assert_int_equal(typhon_def(vm, "game", "def spawn(kind: str, at: tuple[float, float] = (0, 0), *, hp: int = 10) -> tuple[object, ...]", show, &three), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "game", "def every(a: int, /, b: int, *rest: int, c: int = 3, **more: int) -> tuple[object, ...]:\n    \"\"\"Takes\n    everything.\"\"\"\n", show, &five), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "game", "def nothing() -> tuple[()]: ...", show, &none), TYPHON_OK);
    expect_run(vm, &output, "import game\nprint(game.spawn('orc'), game.spawn('elf', hp=3), game.spawn(at=(1.0, 2.0), kind='ent'))\n", "('orc', (0, 0), 10) ('elf', (0, 0), 3) ('ent', (1.0, 2.0), 10)\n");
    expect_run(vm, &output, "from game import every, nothing\nprint(every(1, 2), every(1, b=2), every(1, 2, 3, 4, c=5, d=6), nothing())\nprint(every.__doc__, every.__name__, every.__module__)\n",
               "(1, 2, (), 3, {}) (1, 2, (), 3, {}) (1, 2, (3, 4), 5, {'d': 6}) ()\nTakes\n    everything. every game\n");
    expect_run(vm, &output, "import game, inspect\nprint(list(inspect.signature(game.spawn).parameters))\n", "['kind', 'at', 'hp']\n");
    expect_refused(vm, "import game\ngame.spawn(3)\n", "arg-type", 2);
    expect_refused(vm, "import game\ngame.spawn('orc', hp='many')\n", "arg-type", 2);
    expect_refused(vm, "import game\n\ngame.spawn()\n", "call-arg", 3);
    expect_refused(vm, "import game\ngame.spwan('orc')\n", "attr-defined", 2);
    expect_run(vm, &output, "import game\ndef unchecked(kind): return game.spawn(kind)\ntry: unchecked(3)\nexcept TypeError as e: print(e)\n", "spawn() argument 'kind' must be str, not int\n");
    expect_run(vm, &output, "import game\ndef unchecked(*a): return game.spawn(*a)\ntry: unchecked()\nexcept TypeError as e: print(e)\n", "spawn() missing 1 required positional argument: 'kind'\n");
    assert_string_equal(typhon_get_stub(vm, "game"),
                        "# host: spawn\ndef spawn(kind: str, at: tuple[float, float] = (0, 0), *, hp: int = 10) -> tuple[object, ...]: ...\n"
                        "# host: every\ndef every(a: int, /, b: int, *rest: int, c: int = 3, **more: int) -> tuple[object, ...]:\n    \"\"\"Takes\n    everything.\"\"\"\n"
                        "# host: nothing\ndef nothing() -> tuple[()]: ...\n");
    assert_null(typhon_get_stub(vm, "sys"));
    typhon_close(vm);
}

// Names of typing need no import in declarations, and the stub says where they are from.
static void names_of_typing(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    size_t one = 1;
    assert_int_equal(typhon_def(vm, "bus", "def on(handler: Callable[[int], object], *, names: Iterable[str] = ()) -> tuple[object, ...]", show, &one), TYPHON_OK);
    assert_int_equal(typhon_def_text(vm, "own", "class Sequence: pass\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "own", "def f(x: Sequence) -> Any", show, &one), TYPHON_OK);
    assert_string_equal(typhon_get_stub(vm, "own"), "# host: a text\nclass Sequence: pass\n\n# host: f\nfrom typing import Any\ndef f(x: Sequence) -> Any: ...\n");
    expect_refused(vm, "import bus\nbus.on(3)\n", "arg-type", 2);
    expect_refused(vm, "import bus\nbus.on(print, names=3)\n", "arg-type", 2);
    expect_refused(vm, "import own\nown.f([])\n", "arg-type", 2);
    expect_run(vm, &output, "import bus, own\nprint(len(bus.on(lambda n: n + 1)), len(own.f(own.Sequence())))\n", "1 1\n");
    assert_string_equal(typhon_get_stub(vm, "bus"), "# host: on\nfrom typing import Callable, Iterable\ndef on(handler: Callable[[int], object], *, names: Iterable[str] = ()) -> tuple[object, ...]: ...\n");
    typhon_close(vm);
}

static void bad_declarations(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    size_t none = 0, count;
    static const char *const bad[] = {"def f(", "f() -> int", "", "class C", "def f() -> int: return 3", "@x\ndef f()", "def f()\ndef g()", "def f(a, a)", "async def f()", "def f(): ...\nx = 1", "def \xff()"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(typhon_def(vm, "game", bad[i], show, &none), TYPHON_REFUSED);
        typhon_get_diagnostics(vm, &count);
        assert_true(count >= 1);
        assert_true(strlen(typhon_problem(vm)) > 0);
    }
    static const char *const bad_values[] = {"x", "x: int = 3", "x = 3", "def f(): ...", "a.b: int", "x: int; y: int", ""};
    for (size_t i = 0; i < sizeof bad_values / sizeof *bad_values; i++) assert_int_equal(typhon_def_value(vm, "game", bad_values[i], typhon_int(vm, 1)), TYPHON_REFUSED);
    assert_int_equal(typhon_def(vm, "no.such", "def f()", show, &none), TYPHON_ERROR); // its parent is not there
    // names that no import could have, and modules without which nothing runs
    static const char *const bad_modules[] = {"", ".", "a.", ".a", "a..b", "1x", "a.1x", "a b", "a-b"}, *const own[] = {"builtins", "sys"};
    char message[60];
    for (size_t i = 0; i < sizeof bad_modules / sizeof *bad_modules; i++) {
        snprintf(message, sizeof message, "'%s' is no name of a module", bad_modules[i]);
        assert_int_equal(typhon_def(vm, bad_modules[i], "def f()", show, &none), TYPHON_ERROR);
        expect_error(vm, "ValueError", message);
        assert_int_equal(typhon_def_text(vm, bad_modules[i], "x = 1", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
        expect_error(vm, "ValueError", message);
    }
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        snprintf(message, sizeof message, "the module '%s' is Typhon's own", own[i]);
        assert_int_equal(typhon_def(vm, own[i], "def f()", show, &none), TYPHON_ERROR);
        expect_error(vm, "ValueError", message);
        assert_int_equal(typhon_def_text(vm, own[i], "x = 1", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
        assert_int_equal(typhon_load(vm, own[i], NULL, "x = 1", TYPHON_NUL_TERMINATED, NULL), TYPHON_ERROR);
        expect_error(vm, "ValueError", message);
    }
    expect_run(vm, &output, "import sys, builtins\nprint(len([1]), sys.maxsize > 0)\n", "1 True\n");
    expect_run(vm, &output, "try: import game\nexcept ImportError as e: print(e)\n", "No module named 'game'\n");
    typhon_close(vm);
}

static typhon_status returns_text(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)args;
    *result = typhon_str(vm, userdata, TYPHON_NUL_TERMINATED);
    return TYPHON_OK;
}
static typhon_status fails(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args, (void)result;
    return typhon_raise(vm, "LookupError", "no unit %d", 7);
}
static typhon_status fails_silently(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)vm, (void)userdata, (void)args, (void)result;
    return TYPHON_ERROR;
}
static typhon_status calls_back(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata;
    return typhon_call(vm, args[0], args + 1, 1, result);
}

static typhon_status is_refused(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args, (void)result;
    assert_int_equal(typhon_eval(vm, (typhon_value){0, 0}, "1 +", TYPHON_NUL_TERMINATED, NULL), TYPHON_REFUSED);
    return TYPHON_ERROR;
}

// The status of what it called is its own.
static typhon_status runs_text(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const char *text;
    (void)userdata, (void)result;
    return typhon_get_str(vm, args[0], &text, NULL) ? TYPHON_ERROR : typhon_run(vm, "inner.py", text, TYPHON_NUL_TERMINATED);
}
static typhon_status gives_nothing(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)vm, (void)userdata, (void)args;
    *result = (typhon_value){0, 0};
    return TYPHON_OK;
}
static typhon_status grants(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args, (void)result;
    return typhon_grant(vm, "all", NULL);
}

static void results(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def(vm, "host", "def name() -> str", returns_text, "Ada"), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def number() -> int", returns_text, "not one"), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def broken() -> str", returns_text, "\xff"), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def fails() -> None", fails, NULL), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def fails_silently() -> None", fails_silently, NULL), TYPHON_OK);
    assert_int_equal(typhon_def_text(vm, "host", "from typing import Callable", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def twice(f: Callable[[int], int], n: int) -> int", calls_back, NULL), TYPHON_OK);
    assert_int_equal(typhon_def_value(vm, "host", "VERSION: str", typhon_str(vm, "1.0", 3)), TYPHON_OK);
    expect_run(vm, &output, "import host\nprint(host.name(), host.VERSION)\nfor f in host.number, host.broken, host.fails, host.fails_silently:\n"
                            "    try: f()\n    except Exception as e: print(type(e).__name__, e)\n",
               "Ada 1.0\nTypeError number() must return int, not str\nValueError the text is not UTF-8 from byte 0 on\nLookupError no unit 7\n"
               "SystemError a host function returned status 1 without an exception\n");
    expect_run(vm, &output, "import host\nprint(host.twice(lambda n: n * 2, 21))\ndef bad(n: int) -> int: return n // 0\ntry: host.twice(bad, 1)\nexcept ZeroDivisionError as e: print(e)\n",
               "42\ninteger division or modulo by zero\n");
    expect_refused(vm, "import host\nhost.twice(len, 'x')\n", "arg-type", 2);
    expect_refused(vm, "import host\nn: int = host.VERSION\n", "assignment", 2);
    // recursion through the host ends as any other
    expect_run(vm, &output, "import host\ndef deep(n: int) -> int: return host.twice(deep, n + 1)\ntry: deep(0)\nexcept RecursionError: print('deep')\n", "deep\n");
    // an error from before is not the function's
    assert_int_equal(typhon_import(vm, "nowhere", NULL), TYPHON_ERROR);
    expect_run(vm, &output, "import host\ntry: host.fails_silently()\nexcept SystemError as e: print(e)\n", "a host function returned status 1 without an exception\n");
    // nor is what was refused meanwhile the run's
    assert_int_equal(typhon_def(vm, "host", "def refused() -> None", is_refused, NULL), TYPHON_OK);
    assert_int_equal(typhon_run(vm, "test.py", "import host\ntry: host.refused()\nexcept SyntaxError: pass\n1 // 0\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_int_equal(typhon_def(vm, "host", "def run(text: str) -> None", runs_text, NULL), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def nothing() -> object", gives_nothing, NULL), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def grants() -> None", grants, NULL), TYPHON_OK);
    expect_run(vm, &output, "import host\nhost.run('x = 1')\nfor text in '1 +', 'x: int = \"\"', '1 // 0':\n    try: host.run(text)\n    except Exception as e: print(type(e).__name__, e)\n"
                            "for f in host.nothing, host.grants:\n    try: f()\n    except Exception as e: print(type(e).__name__, e)\n",
               "SyntaxError invalid syntax (inner.py, line 1)\nSyntaxError Incompatible types in assignment (expression has type \"str\", variable has type \"int\") (inner.py, line 1)\n"
               "ZeroDivisionError integer division or modulo by zero\nSystemError a host function gave an invalid value as its result\nRuntimeError typhon_grant: not from a host function\n");
    // the frames of a traceback are the script's
    typhon_error error;
    assert_int_equal(typhon_run(vm, "test.py", "import host\ndef f(): host.fails()\nf()\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_int_equal(error.frame_count, 2);
    assert_string_equal(error.frames[1].function, "f");
    assert_int_equal(error.frames[1].line, 2);
    typhon_close(vm);
}

// Made again, a declaration takes the place of the first.
static void made_again(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def(vm, "host", "def name() -> int", returns_text, "one"), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def other() -> str", returns_text, "other"), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def name() -> str", returns_text, "two"), TYPHON_OK);
    expect_run(vm, &output, "import host\ns: str = host.name() + host.other()\nprint(s)\n", "twoother\n");
    assert_int_equal(typhon_def(vm, "host.sub", "def name() -> str", returns_text, "below"), TYPHON_OK);
    expect_run(vm, &output, "import host.sub\nfrom host import sub\ns: str = host.sub.name() + sub.name()\nprint(s)\n", "belowbelow\n");
    typhon_close(vm);
}

static void texts_of_the_host(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    static const char text[] = "from dataclasses import dataclass\nfrom typing import Protocol\n\n@dataclass\nclass Unit:\n    name: str\n    hp: int = 10\n\n"
                               "class Plugin(Protocol):\n    def run(self, unit: Unit) -> int: ...\n\ndef heal(unit: Unit, by: int = 1) -> Unit:\n    return Unit(unit.name, unit.hp + by)\n";
    assert_int_equal(typhon_def_text(vm, "game", text, TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "game", "def register(plugin: Plugin) -> Unit", calls_back, NULL), TYPHON_OK);
    expect_run(vm, &output, "from game import *\nprint(heal(Unit('orc'), by=5))\n", "Unit(name='orc', hp=15)\n");
    expect_refused(vm, "import game\nclass P:\n    def run(self, unit: game.Unit) -> str: return ''\ngame.register(P())\n", "arg-type", 4);
    expect_refused(vm, "import game\ngame.Unit('orc', hp='many')\n", "arg-type", 2);
    expect_refused(vm, "import game\ngame.Unit(nam='orc')\n", "call-arg", 2);
    assert_int_equal(typhon_def_text(vm, "game", "x: int = 'text'\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
    assert_int_equal(typhon_def_text(vm, "game", "1 // 0\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    typhon_close(vm);
}

static bool find(void *userdata, const char *name, const char **text, size_t *size, const char **path) {
    (void)userdata;
    *size = TYPHON_NUL_TERMINATED;
    if (strcmp(name, "rules") == 0) return *text = "RATE: float = 0.2\n", *path = "rules.py", true;
    if (strcmp(name, "rules.tax") == 0) return *text = "from rules import RATE\ndef tax(n: float) -> float: return n * RATE\n", *path = "rules/tax.py", true;
    if (strcmp(name, "broken") == 0) return *text = "def f(:\n", *path = "broken.py", true;
    if (strcmp(name, "json") == 0) return *text = "def dumps(x: int) -> str: return 'mine'\n", *path = "json.py", true;
    if (strcmp(name, "house") == 0) return *text = "", *path = "house.py", true;
    if (strcmp(name, "house.roof") == 0) return *text = "from . import door\ndef f() -> int: return door.WIDTH\n", *path = "house/roof.py", true;
    if (strcmp(name, "house.door") == 0) return *text = "from . import roof\nWIDTH: int = 3\n", *path = "house/door.py", true;
    return false;
}

static void modules_of_the_host(void **state) {
    (void)state;
    Output output = {0};
    const typhon_config config = {.output = keep, .userdata = &output, .find_module = find};
    typhon_vm *vm = typhon_open(&config);
    expect_run(vm, &output, "import rules.tax\nfrom rules.tax import tax\nn: float = tax(10.0)\nprint(n, rules.RATE, rules.tax.__file__)\n", "2.0 0.2 rules/tax.py\n");
    expect_run(vm, &output, "import json\nprint(json.dumps(1))\n", "mine\n");
    expect_run(vm, &output, "from house import roof, door\nprint(roof.f(), door.WIDTH)\ntry: from house import cellar\nexcept ImportError as e: print(e)\n", "3 3\ncannot import name 'cellar' from 'house' (house.py)\n");
    expect_refused(vm, "from rules.tax import tax\ns: str = tax(1.0)\n", "assignment", 2);
    assert_int_equal(typhon_run(vm, "test.py", "import broken\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    typhon_error error;
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "SyntaxError");
    expect_run(vm, &output, "try: import nothing_here\nexcept ImportError as e: print(e)\nimport importlib.util\nimport sys\nprint(sys.path, importlib.util.find_spec('textwrap') is not None)\n",
               "No module named 'nothing_here'\n[] True\n");
    typhon_close(vm);
}

static void loading(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    typhon_value module, again, value;
    int64_t n;
    size_t count;
    assert_int_equal(typhon_load(vm, "counter", "counter.py", "n: int = 1\ndef f() -> int: return n\n", TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    expect_run(vm, &output, "from counter import f\nk: int = f()\nprint(k)\n", "1\n");
    expect_refused(vm, "from counter import f\nk: str = f()\n", "assignment", 2);
    assert_int_equal(typhon_load(vm, "counter", "counter.py", "n: str = 1\n", TYPHON_NUL_TERMINATED, &again), TYPHON_REFUSED); // nothing of it has run
    assert_int_equal(typhon_load(vm, "counter", "counter.py", "n: int = 2\n", TYPHON_NUL_TERMINATED, &again), TYPHON_OK);
    assert_true(typhon_same(vm, module, again));
    assert_int_equal(typhon_call_method(vm, module, "f", NULL, 0, &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, 2);
    assert_int_equal(typhon_eval(vm, module, "n * 10 + f()", TYPHON_NUL_TERMINATED, &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, 22);
    assert_int_equal(typhon_eval(vm, module, "n +", TYPHON_NUL_TERMINATED, &value), TYPHON_REFUSED);
    typhon_error error;
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "SyntaxError");
    assert_int_equal(typhon_run(vm, NULL, "1", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_string_equal(typhon_problem(vm), ""); // what was refused before is no problem of this one
    assert_false(typhon_get_error(vm, &error));
    assert_int_equal(typhon_eval(vm, value = typhon_int(vm, 3), "n", TYPHON_NUL_TERMINATED, &value), TYPHON_ERROR);
    assert_int_equal(typhon_check_text(vm, "x", "x.py", "def f(a: int) -> str:\n    return a\nf('')\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    assert_int_equal(count, 2);
    assert_string_equal(found[0].code, "return-value");
    assert_int_equal(found[0].span.line, 2);
    assert_int_equal(found[0].span.column, 12);
    assert_int_equal(found[0].span.end_column, 13);
    assert_string_equal(found[1].code, "arg-type");
    assert_string_equal(found[1].related.path, "x.py");
    assert_int_equal(found[1].related.line, 1);
    assert_int_equal(typhon_check_text(vm, "x", NULL, "print('not run')\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_import(vm, "os.path", &value), TYPHON_OK);
    assert_int_equal(typhon_kind_of(vm, value), TYPHON_MODULE);
    assert_int_equal(typhon_import(vm, "no_such", &value), TYPHON_ERROR);
    typhon_close(vm);
}

static void *interrupt_soon(void *vm) {
    usleep(50 * 1000);
    typhon_interrupt(vm);
    return NULL;
}

static void interrupted(void **state) {
    (void)state;
    typhon_vm *vm = typhon_open(NULL);
    pthread_t other;
    typhon_error error;
    assert_int_equal(pthread_create(&other, NULL, interrupt_soon, vm), 0);
    assert_int_equal(typhon_run(vm, NULL, "while True: pass\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    pthread_join(other, NULL);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "KeyboardInterrupt");
    assert_int_equal(typhon_run(vm, NULL, "x = 1\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_close(vm);
}

// Each on its own thread, opened on another.
static void *run_on_thread(void *vm) {
    static const char text[] = "def fib(n: int) -> int: return n if n < 2 else fib(n - 1) + fib(n - 2)\nimport json\nassert json.loads(json.dumps([fib(15)])) == [610]\n"
                               "def deep(n): return deep(n + 1)\ntry: deep(0)\nexcept RecursionError: pass\nelse: assert False\n";
    for (int i = 0; i < 5; i++)
        if (typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED) != TYPHON_OK) return NULL;
    return vm;
}

static void vms_on_threads(void **state) {
    (void)state;
    enum { VMS = 6 };
    typhon_vm *vms[VMS];
    pthread_t threads[VMS];
    for (int i = 0; i < VMS; i++) assert_non_null(vms[i] = typhon_open(NULL));
    for (int i = 0; i < VMS; i++) assert_int_equal(pthread_create(&threads[i], NULL, run_on_thread, vms[i]), 0);
    for (int i = 0; i < VMS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        assert_ptr_equal(result, vms[i]);
        typhon_close(vms[i]);
    }
}

static void check_levels(void **state) {
    (void)state;
    static const char plain[] = "def f(): return 1 + ''\n", typed[] = "x: int = ''\n";
    static const struct {
        typhon_check check;
        typhon_status plain, typed;
    } cases[] = {{TYPHON_CHECK_GRADUAL, TYPHON_OK, TYPHON_REFUSED}, {TYPHON_CHECK_STRICT, TYPHON_REFUSED, TYPHON_REFUSED}, {TYPHON_CHECK_NONE, TYPHON_OK, TYPHON_OK}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const typhon_config config = {.check = cases[i].check};
        typhon_vm *vm = typhon_open(&config);
        assert_int_equal(typhon_run(vm, NULL, plain, TYPHON_NUL_TERMINATED), cases[i].plain);
        assert_int_equal(typhon_run(vm, NULL, typed, TYPHON_NUL_TERMINATED), cases[i].typed);
        typhon_close(vm);
    }
}

static void arguments(void **state) {
    (void)state;
    Output output = {0};
    char *name = strdup("program"), *option = strdup("-x");
    const char *argv[] = {name, option};
    const typhon_config config = {.output = keep, .userdata = &output, .argc = 2, .argv = argv};
    typhon_vm *vm = typhon_open(&config);
    memset(name, 'n', 4), free(name), free(option); // need not outlive the call
    argv[0] = argv[1] = NULL;
    expect_run(vm, &output, "import sys\nprint(sys.argv)\n", "['program', '-x']\n");
    typhon_close(vm);
}

static typhon_status add(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    int64_t a, b;
    ++*(int *)userdata;
    if (typhon_get_int(vm, args[0], &a) || typhon_get_int(vm, args[1], &b)) return TYPHON_ERROR;
    *result = typhon_int(vm, a + b);
    return TYPHON_OK;
}
// What stands behind a declaration is called with as many arguments as it reads, though a script finds it.
static void behind_the_declaration(void **state) {
    (void)state;
    Output output = {0};
    int calls = 0;
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def(vm, "host", "def add(a: int, b: int = 2) -> int", add, &calls), TYPHON_OK);
    expect_run(vm, &output,
               "import host, sys\nf = host.add.__closure__[0].cell_contents\nfor args in (), (1,), (1, 2, 3):\n    try: print(f(*args))\n    except TypeError as e: print(e)\n"
               "try: f(1, b=2)\nexcept TypeError as e: print(e)\nprint(f(1, 2), host.add(1))\n",
               "this host function takes 2 arguments, all by position (0 given)\nthis host function takes 2 arguments, all by position (1 given)\nthis host function takes 2 arguments, all by position (3 given)\n"
               "this host function takes 2 arguments, all by position (1 given)\n3 3\n");
    assert_int_equal(calls, 2);
    typhon_close(vm);
}

// A script may put something else there, also while it runs.
static typhon_status forget_myself(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata;
    if (typhon_run(vm, NULL, "import host, gc\nhost.forget.__closure__[0].cell_contents = lambda text: text * 2\ngc.collect()\n", TYPHON_NUL_TERMINATED)) return TYPHON_ERROR;
    return *result = args[0], TYPHON_OK;
}
static void in_the_place_of_the_function(void **state) {
    (void)state;
    Output output = {0};
    int calls = 0;
    typhon_vm *vm = open_with(&output);
    assert_int_equal(typhon_def(vm, "host", "def add(a: int, b: int = 2) -> int", add, &calls), TYPHON_OK);
    assert_int_equal(typhon_def(vm, "host", "def forget(text: str) -> str", forget_myself, NULL), TYPHON_OK);
    expect_run(vm, &output,
               "import host\ncell = host.add.__closure__[0]\nkept = cell.cell_contents\ndef show(*a):\n    try: print(host.add(*a))\n    except (TypeError, NameError) as e: print(e)\n"
               "show(1)\ncell.cell_contents = lambda a, b: a * b\nshow(3, 5)\ncell.cell_contents = max\nshow(3)\ncell.cell_contents = [].append\nshow(3)\ncell.cell_contents = lambda a, b: str(a)\nshow(3)\n"
               "del cell.cell_contents\nshow(3)\ncell.cell_contents = kept\nshow(4)\n",
               "3\n15\n3\nlist.append() takes exactly one argument (2 given)\nadd() must return int, not str\ncannot access free variable '__host__' where it is not associated with a value in enclosing scope\n6\n");
    assert_int_equal(calls, 2);
    expect_run(vm, &output, "import host\nfor _ in range(3): print(host.forget('a' + str(_)))\n", "a0\na1a1\na2a2\n");
    typhon_close(vm);
}

// A host's function that a script's __str__ calls, while the host asks for an error, may ask for errors of its own.
static typhon_status ask_for_an_error(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    typhon_error error;
    (void)userdata, (void)args, (void)result;
    assert_int_equal(typhon_run(vm, NULL, "class Inner(Exception): pass\nraise Inner('inner')\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "Inner");
    assert_string_equal(error.message, "inner");
    assert_non_null(strstr(typhon_problem(vm), "Inner: inner"));
    assert_int_equal(typhon_check_text(vm, "m", NULL, "x: int = ''\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
    assert_non_null(strstr(typhon_problem(vm), "assignment"));
    return TYPHON_OK;
}
static void errors_within_errors(void **state) {
    (void)state;
    typhon_error error;
    typhon_vm *vm = typhon_open(NULL);
    assert_int_equal(typhon_def(vm, "host", "def ask() -> None", ask_for_an_error, NULL), TYPHON_OK);
    assert_int_equal(typhon_run(vm, "a.py", "import host\nclass Outer(Exception):\n    def __str__(self) -> str:\n        host.ask()\n        return 'outer'\ndef f() -> None: raise Outer()\nf()\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "Outer");
    assert_string_equal(error.message, "outer");
    assert_int_equal(error.frame_count, 2);
    assert_string_equal(error.frames[1].function, "f");
    assert_non_null(strstr(typhon_problem(vm), "Outer: outer"));
    assert_non_null(strstr(typhon_problem(vm), "Outer: outer"));
    typhon_close(vm);
}

// A value that the host holds in a scope of its own is good in its functions, too, wherever they run.
static typhon_status use_it(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)args;
    typhon_collect(vm);
    *result = *(const typhon_value *)userdata;
    return typhon_append(vm, *result, typhon_int(vm, 1));
}
static void values_of_the_host(void **state) {
    (void)state;
    for (int suspends = 0; suspends < 2; suspends++) {
        Output output = {0};
        const typhon_config config = {.output = keep, .userdata = &output, .suspends = suspends};
        typhon_vm *vm = typhon_open(&config);
        typhon_value list = typhon_list(vm, NULL, 2);
        assert_int_equal(typhon_def(vm, "host", "def use() -> list[object]", use_it, &list), TYPHON_OK);
        assert_int_equal(typhon_grant(vm, "threads", NULL), TYPHON_OK);
        expect_run(vm, &output, "import host, threading\nhost.use()\nt = threading.Thread(target=host.use)\nt.start()\nt.join()\nprint(host.use())\n", "[None, None, 1, 1, 1]\n");
        typhon_close(vm);
    }
}

static void names_not_utf8(void **state) {
    (void)state;
    static const char *const names[] = {"\xFF", "\xF0", "a\xE2\x82", "\x80\x80"};
    static const char *const keywords[] = {"\xF0"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        typhon_vm *vm = typhon_open(NULL);
        typhon_value none = typhon_none(vm), value;
        char text[40];
        snprintf(text, sizeof text, "def %s() -> None", names[i]);
        assert_int_equal(typhon_get_attr(vm, none, names[i], &value), TYPHON_ERROR);
        expect_error(vm, "ValueError", i == 2 ? "the text is not UTF-8 from byte 1 on" : "the text is not UTF-8 from byte 0 on");
        assert_int_equal(typhon_set_attr(vm, none, names[i], none), TYPHON_ERROR);
        assert_int_equal(typhon_call_method(vm, none, names[i], NULL, 0, NULL), TYPHON_ERROR);
        assert_int_equal(typhon_import(vm, names[i], &value), TYPHON_ERROR);
        expect_error(vm, "ValueError", i == 2 ? "the text is not UTF-8 from byte 1 on" : "the text is not UTF-8 from byte 0 on");
        assert_int_equal(typhon_load(vm, names[i], NULL, "x = 1", TYPHON_NUL_TERMINATED, &value), TYPHON_ERROR);
        assert_int_equal(typhon_def(vm, names[i], "def f() -> None", use_it, NULL), TYPHON_ERROR);
        assert_int_equal(typhon_def(vm, "host", text, use_it, NULL), TYPHON_REFUSED);
        assert_int_equal(typhon_def_text(vm, names[i], "x = 1", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
        assert_int_equal(typhon_def_value(vm, names[i], "x: int", none), TYPHON_ERROR);
        assert_int_equal(typhon_raise(vm, names[i], "%s", names[i]), TYPHON_ERROR);
        expect_error(vm, "ValueError", i == 2 ? "the text is not UTF-8 from byte 1 on" : "the text is not UTF-8 from byte 0 on");
        assert_int_equal(typhon_grant(vm, names[i], NULL), TYPHON_ERROR);
        assert_int_equal(typhon_grant(vm, "read", names[i]), TYPHON_ERROR);
        assert_int_equal(typhon_call_keywords(vm, none, &none, 1, keywords, 1, NULL), TYPHON_ERROR);
        typhon_problem(vm);
        // paths are shown
        assert_int_equal(typhon_run(vm, names[i], "1/0", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
        assert_non_null(strstr(typhon_problem(vm), "ZeroDivisionError"));
        assert_int_equal(typhon_run(vm, names[i], "x = (", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
        typhon_problem(vm);
        assert_int_equal(typhon_check_text(vm, names[i], names[i], "x: int = ''", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
        typhon_compile(vm, names[i], names[i], "x: int = 1", TYPHON_NUL_TERMINATED, &value);
        typhon_close(vm);
    }
}

static void output_and_end(void **state) {
    (void)state;
    Output output = {0};
    typhon_vm *vm = open_with(&output);
    expect_run(vm, &output, "import sys\nprint('a', end='', flush=True)\nsys.stderr.write('b\\n')\nprint('c', end='')\ntry: sys.stdout.fileno()\nexcept OSError as e: print(e)\ntry: input()\nexcept RuntimeError as e: print(e)\n",
               "ab\ncfileno\ninput(): lost sys.stdin\n");
    expect_run(vm, &output, "import atexit\natexit.register(print, 'at exit')\nclass C:\n    def __del__(self): print('gone')\nc = C()\n", "");
    typhon_close(vm);
    assert_string_equal(output.text, "at exit\ngone\n");
    vm = typhon_open(NULL); // nobody listens
    assert_int_equal(typhon_run(vm, NULL, "print('x')\nimport sys\nsys.exit(3)\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    typhon_error error;
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "SystemExit");
    assert_string_equal(error.message, "3");
    typhon_close(vm);
    typhon_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(signatures), cmocka_unit_test(names_of_typing), cmocka_unit_test(bad_declarations), cmocka_unit_test(results), cmocka_unit_test(made_again),
                                       cmocka_unit_test(texts_of_the_host), cmocka_unit_test(modules_of_the_host), cmocka_unit_test(loading), cmocka_unit_test(interrupted),
                                       cmocka_unit_test(vms_on_threads), cmocka_unit_test(check_levels), cmocka_unit_test(arguments), cmocka_unit_test(behind_the_declaration), cmocka_unit_test(in_the_place_of_the_function), cmocka_unit_test(errors_within_errors),
                                       cmocka_unit_test(values_of_the_host), cmocka_unit_test(names_not_utf8), cmocka_unit_test(output_and_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
