// Values: made, read, called, iterated, and what happens when they are of the wrong kind.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>
#include <cmocka.h>

static int open_vm(void **state) { return (*state = typhon_open(NULL)) ? 0 : 1; }
static int close_vm(void **state) { return typhon_close(*state), 0; }

static typhon_value eval(typhon_vm *vm, const char *text) {
    typhon_value result, main = {0, 0};
    assert_int_equal(typhon_eval(vm, main, text, TYPHON_NUL_TERMINATED, &result), TYPHON_OK);
    return result;
}

static void expect_error(typhon_vm *vm, typhon_status status, const char *type, const char *message) {
    typhon_error error;
    assert_int_equal(status, TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, type);
    assert_string_equal(error.message, message);
}

static void expect_str(typhon_vm *vm, typhon_value value, const char *expected) {
    const char *text;
    assert_int_equal(typhon_get_str(vm, value, &text, NULL), TYPHON_OK);
    assert_string_equal(text, expected);
}

static void numbers(void **state) {
    typhon_vm *vm = *state;
    static const int64_t ints[] = {0, 1, -1, INT64_MAX, INT64_MIN, (int64_t)1 << 62, -((int64_t)1 << 62) - 1};
    for (size_t i = 0; i < sizeof ints / sizeof *ints; i++) {
        int64_t n;
        assert_int_equal(typhon_get_int(vm, typhon_int(vm, ints[i]), &n), TYPHON_OK);
        assert_true(n == ints[i]);
        assert_int_equal(typhon_kind_of(vm, typhon_int(vm, ints[i])), TYPHON_INT);
    }
    static const double floats[] = {0.0, -0.0, 1.5, 1e308, 5e-324, -1e-300};
    for (size_t i = 0; i < sizeof floats / sizeof *floats; i++) {
        double d;
        assert_int_equal(typhon_get_float(vm, typhon_float(vm, floats[i]), &d), TYPHON_OK);
        assert_memory_equal(&d, &floats[i], sizeof d);
    }
    typhon_value big = typhon_int_from_text(vm, "-123456789012345678901234567890"), text;
    int64_t n;
    expect_error(vm, typhon_get_int(vm, big, &n), "OverflowError", "the int does not fit into 64 bits");
    assert_int_equal(typhon_to_str(vm, big, &text), TYPHON_OK);
    expect_str(vm, text, "-123456789012345678901234567890");
    double d;
    assert_int_equal(typhon_get_float(vm, big, &d), TYPHON_OK);
    assert_true(d == -123456789012345678901234567890.0);
    assert_int_equal(typhon_kind_of(vm, typhon_int_from_text(vm, "12x")), TYPHON_INVALID);
    expect_error(vm, TYPHON_ERROR, "ValueError", "invalid literal for int() with base 10: '12x'");
    expect_error(vm, typhon_get_float(vm, eval(vm, "10**400"), &d), "OverflowError", "int too large to convert to float");
    bool b;
    assert_int_equal(typhon_get_int(vm, typhon_bool(vm, true), &n), TYPHON_OK);
    assert_int_equal(n, 1);
    expect_error(vm, typhon_get_bool(vm, typhon_int(vm, 1), &b), "TypeError", "expected bool, got int");
    expect_error(vm, typhon_get_int(vm, typhon_none(vm), &n), "TypeError", "expected int, got NoneType");
}

static void texts(void **state) {
    typhon_vm *vm = *state;
    const char *text;
    const void *bytes;
    size_t size;
    typhon_value value = typhon_str(vm, "a\0b", 3);
    assert_int_equal(typhon_get_str(vm, value, &text, &size), TYPHON_OK);
    assert_int_equal(size, 3);
    assert_memory_equal(text, "a\0b", 4);
    expect_error(vm, typhon_get_str(vm, value, &text, NULL), "ValueError", "embedded null character");
    assert_int_equal(typhon_kind_of(vm, typhon_str(vm, "caf\xc3", 4)), TYPHON_INVALID);
    expect_error(vm, TYPHON_ERROR, "ValueError", "the text is not UTF-8 from byte 3 on");
    assert_int_equal(typhon_kind_of(vm, typhon_int_from_text(vm, "12\xff")), TYPHON_INVALID);
    expect_error(vm, TYPHON_ERROR, "ValueError", "the text is not UTF-8 from byte 2 on");
    expect_error(vm, typhon_get_str(vm, eval(vm, "'\\u00e9\\ud800'"), &text, &size), "UnicodeEncodeError", "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed");
    value = typhon_str(vm, "caf\xc3\xa9", TYPHON_NUL_TERMINATED);
    assert_int_equal(typhon_length(vm, value, &size), TYPHON_OK);
    assert_int_equal(size, 4);
    assert_int_equal(typhon_get_bytes(vm, typhon_bytes(vm, "\xff\0x", 3), &bytes, &size), TYPHON_OK);
    assert_int_equal(size, 3);
    assert_memory_equal(bytes, "\xff\0x", 3);
    assert_int_equal(typhon_get_bytes(vm, eval(vm, "bytearray(b'xy')"), &bytes, &size), TYPHON_OK);
    assert_int_equal(size, 2);
    expect_error(vm, typhon_get_bytes(vm, value, &bytes, &size), "TypeError", "expected bytes, got str");
    assert_int_equal(typhon_repr(vm, value, &value), TYPHON_OK);
    expect_str(vm, value, "'caf\xc3\xa9'");
}

static void kinds(void **state) {
    typhon_vm *vm = *state;
    static const struct {
        const char *text, *name;
        typhon_kind kind;
    } cases[] = {{"None", "NoneType", TYPHON_NONE}, {"True", "bool", TYPHON_BOOL}, {"1", "int", TYPHON_INT}, {"10**30", "int", TYPHON_INT}, {"1.5", "float", TYPHON_FLOAT},
                 {"0.0", "float", TYPHON_FLOAT}, {"1j", "complex", TYPHON_COMPLEX}, {"'x'", "str", TYPHON_STR}, {"b'x'", "bytes", TYPHON_BYTES}, {"[]", "list", TYPHON_LIST},
                 {"()", "tuple", TYPHON_TUPLE}, {"{}", "dict", TYPHON_DICT}, {"{1}", "set", TYPHON_SET}, {"frozenset()", "frozenset", TYPHON_SET}, {"int", "type", TYPHON_CLASS},
                 {"len", "builtin_function_or_method", TYPHON_FUNCTION}, {"lambda: 0", "function", TYPHON_FUNCTION}, {"[].append", "builtin_function_or_method", TYPHON_FUNCTION},
                 {"__import__('sys')", "module", TYPHON_MODULE}, {"object()", "object", TYPHON_OBJECT}, {"...", "ellipsis", TYPHON_OBJECT}, {"range(3)", "range", TYPHON_OBJECT},
                 {"type('L', (list,), {})()", "L", TYPHON_LIST}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        typhon_value value = eval(vm, cases[i].text);
        assert_string_equal(typhon_type_name(vm, value), cases[i].name);
        assert_int_equal(typhon_kind_of(vm, value), cases[i].kind);
    }
    assert_int_equal(typhon_kind_of(vm, (typhon_value){0, 0}), TYPHON_INVALID);
}

static void containers(void **state) {
    typhon_vm *vm = *state;
    typhon_value items[] = {typhon_int(vm, 1), typhon_str(vm, "two", 3), typhon_none(vm)}, text, item;
    typhon_value list = typhon_list(vm, items, 3), tuple = typhon_tuple(vm, items, 3), dict = typhon_dict(vm);
    size_t size;
    bool found;
    assert_int_equal(typhon_append(vm, list, tuple), TYPHON_OK);
    assert_int_equal(typhon_set_item(vm, dict, items[1], list), TYPHON_OK);
    assert_int_equal(typhon_repr(vm, dict, &text), TYPHON_OK);
    expect_str(vm, text, "{'two': [1, 'two', None, (1, 'two', None)]}");
    assert_int_equal(typhon_get_index(vm, list, -1, &item), TYPHON_OK);
    assert_true(typhon_same(vm, item, tuple));
    expect_error(vm, typhon_get_index(vm, list, 4, &item), "IndexError", "list index out of range");
    expect_error(vm, typhon_get_item(vm, dict, items[0], &item), "KeyError", "1");
    expect_error(vm, typhon_set_item(vm, dict, list, list), "TypeError", "unhashable type: 'list'");
    assert_int_equal(typhon_contains(vm, dict, items[1], &found), TYPHON_OK);
    assert_true(found);
    assert_int_equal(typhon_del_item(vm, dict, items[1]), TYPHON_OK);
    assert_int_equal(typhon_length(vm, dict, &size), TYPHON_OK);
    assert_int_equal(size, 0);
    expect_error(vm, typhon_append(vm, tuple, list), "TypeError", "expected list, got tuple");
    expect_error(vm, typhon_length(vm, items[0], &size), "TypeError", "object of type 'int' has no len()");
    assert_int_equal(typhon_equal(vm, list, eval(vm, "[1.0, 'two', None, (1, 'two', None)]"), &found), TYPHON_OK);
    assert_true(found);
    assert_int_equal(typhon_is_instance(vm, tuple, eval(vm, "(list, tuple)"), &found), TYPHON_OK);
    assert_true(found);
    assert_int_equal(typhon_truth(vm, typhon_list(vm, NULL, 0), &found), TYPHON_OK);
    assert_false(found);
    assert_int_equal(typhon_length(vm, typhon_list(vm, NULL, 5), &size), TYPHON_OK);
    assert_int_equal(size, 5);
}

static void iteration(void **state) {
    typhon_vm *vm = *state;
    typhon_value iterator, item;
    int64_t sum = 0, n;
    assert_int_equal(typhon_iter(vm, eval(vm, "(n * n for n in range(10))"), &iterator), TYPHON_OK);
    typhon_status status;
    while ((status = typhon_next(vm, iterator, &item)) == TYPHON_OK) {
        assert_int_equal(typhon_get_int(vm, item, &n), TYPHON_OK);
        sum += n;
    }
    assert_int_equal(status, TYPHON_END);
    assert_int_equal(sum, 285);
    assert_int_equal(typhon_iter(vm, eval(vm, "(1 // n for n in (1, 0))"), &iterator), TYPHON_OK);
    assert_int_equal(typhon_next(vm, iterator, &item), TYPHON_OK);
    expect_error(vm, typhon_next(vm, iterator, &item), "ZeroDivisionError", "integer division or modulo by zero");
    expect_error(vm, typhon_iter(vm, typhon_int(vm, 3), &iterator), "TypeError", "'int' object is not iterable");
}

static const char program[] = "class Point:\n"
                              "    def __init__(self, x=0, y=0): self.x, self.y = x, y\n"
                              "    def moved(self, dx, dy=0): return Point(self.x + dx, self.y + dy)\n"
                              "    def __repr__(self): return f'<{self.x} {self.y}>'\n"
                              "def sum_all(*numbers, start=0, **more): return sum(numbers, start) + sum(more.values())\n"
                              "def fails(): raise KeyError('nothing')\n"
                              "def outer(): fails()\n";

static void calls(void **state) {
    typhon_vm *vm = *state;
    typhon_value module, function, point, value, text;
    int64_t n;
    assert_int_equal(typhon_load(vm, "shapes", "shapes.py", program, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "sum_all", &function), TYPHON_OK);
    typhon_value numbers_[] = {typhon_int(vm, 1), typhon_int(vm, 2), typhon_int(vm, 30), typhon_int(vm, 400)};
    assert_int_equal(typhon_call(vm, function, numbers_, 4, &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, 433);
    const char *keywords[] = {"start", "other"};
    assert_int_equal(typhon_call_keywords(vm, function, numbers_, 4, keywords, 2, &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, 433);
    assert_int_equal(typhon_get_attr(vm, module, "Point", &function), TYPHON_OK);
    assert_int_equal(typhon_call(vm, function, numbers_, 2, &point), TYPHON_OK);
    assert_int_equal(typhon_call_method(vm, point, "moved", numbers_ + 3, 1, &value), TYPHON_OK);
    assert_int_equal(typhon_to_str(vm, value, &text), TYPHON_OK);
    expect_str(vm, text, "<401 2>");
    assert_int_equal(typhon_set_attr(vm, point, "x", text), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, point, "x", &value), TYPHON_OK);
    assert_true(typhon_same(vm, value, text));
    expect_error(vm, typhon_get_attr(vm, point, "z", &value), "AttributeError", "'Point' object has no attribute 'z'");
    expect_error(vm, typhon_call(vm, point, NULL, 0, NULL), "TypeError", "'Point' object is not callable");
    expect_error(vm, typhon_call(vm, typhon_list(vm, (typhon_value[]){{0, 0}}, 1), NULL, 0, NULL), "TypeError", "'Point' object is not callable"); // what waited still does
    typhon_clear_error(vm);
    expect_error(vm, typhon_call(vm, (typhon_value){0, 0}, NULL, 0, NULL), "SystemError", "an invalid value was given to the library");
}

static void errors(void **state) {
    typhon_vm *vm = *state;
    typhon_value module, function;
    typhon_error error;
    assert_false(typhon_get_error(vm, &error));
    assert_string_equal(typhon_problem(vm), "");
    assert_int_equal(typhon_load(vm, "shapes", "shapes.py", program, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "outer", &function), TYPHON_OK);
    assert_int_equal(typhon_call(vm, function, NULL, 0, NULL), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "KeyError");
    assert_string_equal(error.message, "'nothing'");
    assert_int_equal(error.frame_count, 2);
    assert_string_equal(error.frames[0].function, "outer");
    assert_string_equal(error.frames[1].function, "fails");
    assert_string_equal(error.frames[1].path, "shapes.py");
    assert_int_equal(error.frames[1].line, 6);
    assert_string_equal(typhon_problem(vm), "Traceback (most recent call last):\n"
                                            "  File \"shapes.py\", line 7, in outer\n    def outer(): fails()\n                 ^^^^^^^\n"
                                            "  File \"shapes.py\", line 6, in fails\n    def fails(): raise KeyError('nothing')\n                 ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                                            "KeyError: 'nothing'\n");
    typhon_clear_error(vm);
    assert_false(typhon_get_error(vm, &error));
    // what failed last is what is wrong
    assert_int_equal(typhon_run(vm, NULL, "x: int = 'a'\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
    assert_non_null(strstr(typhon_problem(vm), "[assignment]"));
    assert_int_equal(typhon_call(vm, typhon_int(vm, 3), NULL, 0, NULL), TYPHON_ERROR);
    assert_string_equal(typhon_problem(vm), "TypeError: 'int' object is not callable\n");
    assert_int_equal(typhon_check_text(vm, "m", NULL, "x: int = 'a'\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
    assert_non_null(strstr(typhon_problem(vm), "[assignment]"));
    typhon_clear_error(vm);
    static const char own[] = "class OutOfStock(Exception):\n    def __str__(self): return 'none left'\n";
    assert_int_equal(typhon_load(vm, "shop", NULL, own, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    expect_error(vm, typhon_raise(vm, "shop.OutOfStock", "%d", 3), "shop.OutOfStock", "none left");
    expect_error(vm, typhon_raise(vm, "ValueError", "bad %s \xff", "thing"), "ValueError", "bad thing ?");
    expect_error(vm, typhon_raise(vm, "NoSuchError", "x"), "SystemError", "typhon_raise: there is no exception 'NoSuchError' (x)");
    expect_error(vm, typhon_raise_value(vm, eval(vm, "LookupError('here')")), "LookupError", "here");
    expect_error(vm, typhon_raise_value(vm, typhon_int(vm, 3)), "TypeError", "exceptions must derive from BaseException");
}

static void scopes(void **state) {
    typhon_vm *vm = *state;
    typhon_value kept = typhon_none(vm);
    typhon_ref *refs[100];
    for (int i = 0; i < 100; i++) {
        typhon_scope scope = typhon_scope_open(vm);
        for (int n = 0; n < 100; n++) kept = typhon_str(vm, "some text that is an object", TYPHON_NUL_TERMINATED);
        refs[i] = typhon_ref_new(vm, typhon_list(vm, &kept, 1));
        assert_non_null(refs[i]);
        kept = typhon_scope_keep(vm, scope, kept);
        if (i % 3 == 0) typhon_ref_free(vm, refs[i]), refs[i] = NULL;
        if (i % 10 == 0) typhon_collect(vm);
    }
    typhon_collect(vm);
    expect_str(vm, kept, "some text that is an object");
    for (int i = 0; i < 100; i++) {
        if (!refs[i]) continue;
        typhon_value item;
        assert_int_equal(typhon_get_index(vm, typhon_ref_value(vm, refs[i]), 0, &item), TYPHON_OK);
        expect_str(vm, item, "some text that is an object");
        typhon_ref_free(vm, refs[i]);
    }
    typhon_memory memory;
    typhon_get_memory(vm, &memory);
    assert_true(memory.used > 0 && memory.committed >= memory.used && memory.peak >= memory.committed && memory.collections > 0);
}

// A host that makes much without running a script finds its garbage collected, too.
static void garbage_of_the_host(void **state) {
    (void)state;
    typhon_config config = {.heap_limit = 16 << 20};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    static char text[10000];
    memset(text, 'x', sizeof text);
    for (int i = 0; i < 20000; i++) {
        typhon_scope scope = typhon_scope_open(vm);
        assert_int_equal(typhon_kind_of(vm, typhon_str(vm, text, sizeof text)), TYPHON_STR);
        typhon_scope_close(vm, scope);
    }
    typhon_value list = typhon_list(vm, NULL, 0);
    typhon_status status = TYPHON_OK;
    for (int i = 0; i < 20000 && status == TYPHON_OK; i++) {
        typhon_scope scope = typhon_scope_open(vm);
        status = typhon_append(vm, list, typhon_str(vm, text, sizeof text));
        typhon_scope_close(vm, scope);
    }
    expect_error(vm, status, "MemoryError", "");
    typhon_close(vm);
}

// No code has run yet: most exceptions were never needed, and nobody has asked for a built-in name.
static void before_any_code(void **state) {
    typhon_vm *vm = *state;
    typhon_value text = typhon_str(vm, "text", TYPHON_NUL_TERMINATED), type, base, method, subclasses, shown, found;
    typhon_collect(vm);
    expect_error(vm, typhon_get_attr(vm, text, "missing", &found), "AttributeError", "'str' object has no attribute 'missing'");
    typhon_collect(vm);
    expect_error(vm, typhon_get_item(vm, typhon_dict(vm), text, &found), "KeyError", "'text'");
    typhon_value number = typhon_float(vm, 10), exponent = typhon_float(vm, 1000);
    assert_int_equal(typhon_get_attr(vm, number, "__pow__", &method), TYPHON_OK);
    expect_error(vm, typhon_call(vm, method, &exponent, 1, &found), "OverflowError", "(34, 'Numerical result out of range')");
    expect_error(vm, typhon_raise(vm, "UnicodeTranslateError", "%s", "x"), "TypeError", "function takes exactly 4 arguments (1 given)");
    typhon_close(vm);
    assert_non_null(*state = vm = typhon_open(NULL));
    text = typhon_str(vm, "text", TYPHON_NUL_TERMINATED);
    assert_int_equal(typhon_get_attr(vm, text, "__class__", &type), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, type, "__base__", &base), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, base, "__subclasses__", &method), TYPHON_OK);
    assert_int_equal(typhon_call(vm, method, NULL, 0, &subclasses), TYPHON_OK);
    assert_int_equal(typhon_to_str(vm, subclasses, &shown), TYPHON_OK);
    const char *names;
    assert_int_equal(typhon_get_str(vm, shown, &names, NULL), TYPHON_OK);
    assert_non_null(strstr(names, "<class 'BaseException'>"));
    typhon_close(vm);
    assert_non_null(*state = vm = typhon_open(NULL));
    expect_error(vm, typhon_raise(vm, "FileNotFoundError", "%s", "x"), "FileNotFoundError", "x");
    typhon_collect(vm);
    expect_str(vm, eval(vm, "' '.join(c.__name__ for c in OSError.__subclasses__())"),
               "BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError "
               "PermissionError ProcessLookupError TimeoutError");
    expect_str(vm, eval(vm, "' '.join(c.__name__ for c in ExceptionGroup.__mro__)"), "ExceptionGroup BaseExceptionGroup Exception BaseException object");
}

// ---- what may be the first that a VM is asked for

static typhon_value small(typhon_vm *vm) { return typhon_int(vm, 1); }
static typhon_value none(typhon_vm *vm) { return typhon_none(vm); }
static typhon_value big(typhon_vm *vm) { return typhon_int(vm, INT64_MAX); }
static typhon_value zero(typhon_vm *vm) { return typhon_float(vm, 0); }
static typhon_value boxed(typhon_vm *vm) { return typhon_float(vm, 1e308); }
static typhon_value empty(typhon_vm *vm) { return typhon_str(vm, "", 0); }
static typhon_value letter(typhon_vm *vm) { return typhon_str(vm, "a", 1); }
static typhon_value bytes(typhon_vm *vm) { return typhon_bytes(vm, "", 0); }
static typhon_value digits(typhon_vm *vm) { return typhon_int_from_text(vm, "12345678901234567890123"); }
static typhon_value list(typhon_vm *vm) { return typhon_list(vm, NULL, 3); }
static typhon_value tuple(typhon_vm *vm) { return typhon_tuple(vm, NULL, 0); }
static typhon_value dict(typhon_vm *vm) { return typhon_dict(vm); }
static typhon_value class_of(typhon_vm *vm) { return typhon_class_of(vm, typhon_none(vm)); }
static typhon_value kept(typhon_vm *vm) {
    typhon_ref *ref = typhon_ref_new(vm, typhon_none(vm));
    return ref ? typhon_ref_value(vm, ref) : (typhon_value){0, 0};
}
static const struct {
    typhon_value (*make)(typhon_vm *vm);
    const char *repr;
    bool needs_memory;
} firsts[] = {
    {none, "None", false}, {small, "1", true}, {big, "9223372036854775807", true}, {zero, "0.0", true}, {boxed, "1e+308", true}, {empty, "''", true}, {letter, "'a'", true},
    {bytes, "b''", true}, {digits, "12345678901234567890123", true}, {list, "[None, None, None]", true}, {tuple, "()", true}, {dict, "{}", true},
    {class_of, "<class 'NoneType'>", true}, {kept, "None", true},
};

static typhon_status get_int(typhon_vm *vm) { return typhon_get_int(vm, typhon_none(vm), &(int64_t){0}); }
static typhon_status get_str(typhon_vm *vm) { return typhon_get_str(vm, typhon_bool(vm, true), &(const char *){NULL}, NULL); }
static typhon_status append(typhon_vm *vm) { return typhon_append(vm, typhon_none(vm), typhon_none(vm)); }
static typhon_status length(typhon_vm *vm) { return typhon_length(vm, typhon_none(vm), &(size_t){0}); }
static typhon_status get_index(typhon_vm *vm) { return typhon_get_index(vm, typhon_none(vm), PTRDIFF_MAX, NULL); }
static typhon_status get_attr(typhon_vm *vm) { return typhon_get_attr(vm, typhon_none(vm), "attribute", NULL); }
static typhon_status call_nothing(typhon_vm *vm) { return typhon_call(vm, typhon_none(vm), NULL, 0, NULL); }
static typhon_status keywords(typhon_vm *vm) { return typhon_call_keywords(vm, typhon_none(vm), NULL, 0, (const char *const[]){"a"}, 1, NULL); }
static typhon_status raise(typhon_vm *vm) { return typhon_raise(vm, "KeyError", "k"); }
static typhon_status raise_none(typhon_vm *vm) { return typhon_raise_value(vm, typhon_none(vm)); }
static typhon_status invalid(typhon_vm *vm) { return typhon_truth(vm, (typhon_value){0, 0}, &(bool){false}); }
static typhon_status grant(typhon_vm *vm) { return typhon_grant(vm, "nonsense", NULL); }
static typhon_status folder(typhon_vm *vm) { return typhon_grant(vm, "read", "/there/is/no/such/folder"); }
static typhon_status resume(typhon_vm *vm) { return typhon_resume(vm, NULL); }
static typhon_status complete(typhon_vm *vm) { return typhon_complete(vm, typhon_none(vm)); }
static typhon_status import(typhon_vm *vm) { return typhon_import(vm, "no_such_module", NULL); }
static typhon_status run_error(typhon_vm *vm) { return typhon_run(vm, NULL, "1 / 0", TYPHON_NUL_TERMINATED); }
static const struct {
    typhon_status (*call)(typhon_vm *vm);
    const char *type;
} failures[] = {
    {get_int, "TypeError"}, {get_str, "TypeError"}, {append, "TypeError"}, {length, "TypeError"}, {get_index, "IndexError"}, {get_attr, "AttributeError"},
    {call_nothing, "TypeError"}, {keywords, "TypeError"}, {raise, "KeyError"}, {raise_none, "TypeError"}, {invalid, "SystemError"}, {grant, "ValueError"},
    {folder, "FileNotFoundError"}, {resume, "RuntimeError"}, {complete, "RuntimeError"}, {import, "ModuleNotFoundError"}, {run_error, "ZeroDivisionError"},
};

static void first_of_all(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        typhon_vm *vm = typhon_open(NULL);
        typhon_value shown;
        assert_int_equal(typhon_repr(vm, firsts[i].make(vm), &shown), TYPHON_OK);
        expect_str(vm, shown, firsts[i].repr);
        typhon_close(vm);
    }
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        typhon_vm *vm = typhon_open(NULL);
        typhon_error error;
        assert_int_equal(failures[i].call(vm), TYPHON_ERROR);
        assert_true(typhon_get_error(vm, &error));
        assert_string_equal(error.type, failures[i].type);
        assert_non_null(strstr(typhon_problem(vm), failures[i].type));
        typhon_close(vm);
    }
    typhon_vm *vm = typhon_open(NULL);
    typhon_memory memory;
    typhon_get_memory(vm, &memory);
    typhon_collect(vm);
    typhon_set_budget(vm, 1000);
    typhon_interrupt(vm);
    typhon_cancel(vm);
    typhon_clear_error(vm);
    assert_string_equal(typhon_problem(vm), "");
    assert_int_equal(typhon_grant(vm, "clock", NULL), TYPHON_OK);
    assert_string_equal(typhon_type_name(vm, typhon_none(vm)), "NoneType");
    typhon_close(vm);
}

// Text of one letter, the empty tuple and the like are the same object whoever makes them first.
static void shared_objects(void **state) {
    typhon_vm *vm = *state;
    typhon_value made = typhon_str(vm, "a", 1), truth = typhon_float(vm, 0);
    assert_true(typhon_same(vm, made, eval(vm, "'cat'[1]")));
    assert_true(typhon_same(vm, truth, eval(vm, "float('0')")));
}

// There is not even room for what a VM begins with: each call fails, each time, and says so.
static void no_room_to_begin(void **state) {
    (void)state;
    for (size_t limit = 1; limit < 2 << 20; limit = limit * 3 / 2 + 1) {
        for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
            typhon_vm *vm = typhon_open(&(typhon_config){.heap_limit = limit});
            if (!vm) continue;
            typhon_error error;
            for (int times = 0; times < 2; times++) {
                bool good = typhon_kind_of(vm, firsts[i].make(vm)) != TYPHON_INVALID;
                assert_true(good || firsts[i].needs_memory);
                if (good) continue;
                assert_true(typhon_get_error(vm, &error));
                assert_string_equal(error.type, "MemoryError");
                assert_non_null(strstr(typhon_problem(vm), "MemoryError"));
            }
            typhon_collect(vm);
            typhon_close(vm);
        }
        for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
            typhon_vm *vm = typhon_open(&(typhon_config){.heap_limit = limit});
            if (!vm) continue;
            typhon_error error;
            for (int times = 0; times < 2; times++) {
                assert_int_equal(failures[i].call(vm), TYPHON_ERROR);
                assert_true(typhon_get_error(vm, &error));
                assert_true(strcmp(error.type, "MemoryError") == 0 || strcmp(error.type, failures[i].type) == 0);
            }
            typhon_close(vm);
        }
    }
}

// Built-in names are put into their namespace when they are first looked for: all are there when a script gets to see it, whichever way it comes.
static void built_in_names(void **state) {
    (void)state;
    static const char *const doors[] = {
        "found = __builtins__\n",
        "def door(): return __builtins__\nfound = door()\n",
        "class C: found = __builtins__\nfound = C.found\n",
        "found = globals()['__builtins__']\n",
        "found = vars()['__builtins__']\n",
        "found = locals()['__builtins__']\n",
        "found = (lambda: 0).__globals__['__builtins__']\n",
        "found = (lambda: 0).__builtins__\n",
        "found = getattr(lambda: 0, '__' + 'builtins__')\n",
        "import sys\nfound = sys.modules['small'].__dict__['__builtins__']\n",
        "import sys\nfound = sys.modules['small'].__builtins__\n",
        "import sys\nfound = vars(sys.modules['small'])['__builtins__']\n",
        "import builtins\nfound = builtins.__dict__\n",
        "import builtins\nfound = vars(builtins)\n",
        "import builtins\nfound = {name: 0 for name in dir(builtins)}\n",
        "space = {}\nexec('', space)\nfound = space['__builtins__']\n",
        "found = eval('__builtins__')\n",
        "found = eval('__builtins__', {})\n",
        "try: 1 / 0\nexcept ZeroDivisionError as e: found = e.__traceback__.tb_frame.f_globals['__builtins__']\n",
        "try: 1 / 0\nexcept ZeroDivisionError as e: found = e.__traceback__.tb_frame.f_builtins\n",
        "try: 1 / 0\nexcept ZeroDivisionError as e: found = e.__traceback__.tb_frame.f_locals['__builtins__']\n",
        "def numbers(): yield 1\nfound = numbers().gi_frame.f_globals['__builtins__']\n",
        "from builtins import *\nfound = dict(globals())\n",
    };
    for (size_t i = 0; i < sizeof doors / sizeof *doors; i++) {
        typhon_vm *vm = typhon_open(NULL);
        typhon_value module, found;
        size_t count;
        bool is_there = true;
        assert_int_equal(typhon_load(vm, "small", NULL, doors[i], TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
        assert_int_equal(typhon_get_attr(vm, module, "found", &found), TYPHON_OK);
        assert_int_equal(typhon_length(vm, found, &count), TYPHON_OK);
        if (count < 140) fail_msg("%d names by %s", (int)count, doors[i]);
        assert_int_equal(typhon_contains(vm, found, typhon_str(vm, "UnicodeEncodeError", 18), &is_there), TYPHON_OK);
        assert_true(is_there);
        typhon_close(vm);
    }
    typhon_vm *vm = typhon_open(NULL); // by the host
    typhon_value module, found;
    size_t count;
    assert_int_equal(typhon_load(vm, "small", NULL, "", 0, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "__builtins__", &found), TYPHON_OK);
    assert_int_equal(typhon_length(vm, found, &count), TYPHON_OK);
    assert_true(count >= 140);
    typhon_close(vm);
}

// What a script puts in the place of a built-in name stays, and what it takes away is gone.
static void built_in_names_changed(void **state) {
    typhon_vm *vm = *state;
    static const char script[] = "import builtins\n"
                                 "builtins.len = lambda x: 42\n"
                                 "first = len([])\n"
                                 "names = sorted(vars(builtins))\n"
                                 "second = len([])\n"
                                 "del builtins.zip\n"
                                 "try: zip()\n"
                                 "except NameError as e: third = str(e)\n";
    typhon_value module, value;
    int64_t number;
    assert_int_equal(typhon_load(vm, "small", NULL, script, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    static const char *const numbers[] = {"first", "second"};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(typhon_get_attr(vm, module, numbers[i], &value), TYPHON_OK);
        assert_int_equal(typhon_get_int(vm, value, &number), TYPHON_OK);
        assert_int_equal(number, 42);
    }
    assert_int_equal(typhon_get_attr(vm, module, "third", &value), TYPHON_OK);
    expect_str(vm, value, "name 'zip' is not defined");
}

// Types that nothing was made of yet are there for who looks.
static void types_in_reserve(void **state) {
    typhon_vm *vm = *state;
    static const char script[] = "names = [c.__name__ for c in object.__subclasses__()]\n"
                                 "found = [n in names for n in ('zip', 'memoryview', 'traceback', 'async_generator')]\n"
                                 "found.append(len(OSError.__subclasses__()) > 8)\n"
                                 "found.append(issubclass(BlockingIOError, OSError) and not issubclass(KeyError, OSError))\n"
                                 "try: {}['a']\n"
                                 "except LookupError as e: found.append(type(e) is KeyError)\n"
                                 "answer = repr(found)\n";
    typhon_value module, value;
    assert_int_equal(typhon_load(vm, "small", NULL, script, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "answer", &value), TYPHON_OK);
    expect_str(vm, value, "[True, True, True, True, True, True, True]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(before_any_code, open_vm, close_vm), cmocka_unit_test(first_of_all),
        cmocka_unit_test_setup_teardown(shared_objects, open_vm, close_vm), cmocka_unit_test(no_room_to_begin),
        cmocka_unit_test_setup_teardown(numbers, open_vm, close_vm), cmocka_unit_test_setup_teardown(texts, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(kinds, open_vm, close_vm), cmocka_unit_test_setup_teardown(containers, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(iteration, open_vm, close_vm), cmocka_unit_test_setup_teardown(calls, open_vm, close_vm),
        cmocka_unit_test(built_in_names), cmocka_unit_test_setup_teardown(built_in_names_changed, open_vm, close_vm), cmocka_unit_test_setup_teardown(types_in_reserve, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(errors, open_vm, close_vm), cmocka_unit_test_setup_teardown(scopes, open_vm, close_vm), cmocka_unit_test(garbage_of_the_host)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
