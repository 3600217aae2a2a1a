// Messages: values of one VM copied out of it, and into others, on other threads, too.
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>
#include <cmocka.h>

// What both VMs know.
static const char shapes[] = "from dataclasses import dataclass, field\n"
                             "from enum import Enum, Flag, IntEnum\n"
                             "class Colour(Enum):\n    RED = 1\n    GREEN = 'g'\n    ROUGE = 1\n"
                             "class Level(IntEnum):\n    LOW = 1\n"
                             "class Mode(Flag):\n    READ = 1\n    WRITE = 2\n"
                             "@dataclass\nclass Point:\n    x: int\n    y: float = 0.5\n    tags: list[str] = field(default_factory=list)\n"
                             "@dataclass(frozen=True, slots=True)\nclass Fixed:\n    name: str\n    at: Point\n"
                             "class Outer:\n    @dataclass\n    class Inner:\n        value: object\n"
                             "@dataclass(eq=True, unsafe_hash=True)\nclass Key:\n    n: int\n"
                             "@dataclass\nclass Strict:\n    def __init__(self, a: int): self.a: int = a\n"
                             "@dataclass(frozen=True)\nclass Node:\n    next: list\n"
                             "def shown(v):\n"
                             "    return type(v).__name__ + ' ' + repr(v)\n";

static typhon_vm *open_with(size_t heap_limit) {
    typhon_config config = {.heap_limit = heap_limit, .hash_seed = 7};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    typhon_value module;
    if (typhon_load(vm, "shapes", NULL, shapes, TYPHON_NUL_TERMINATED, &module) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    if (typhon_run(vm, NULL, "from shapes import *\nimport shapes\n", TYPHON_NUL_TERMINATED) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    return vm;
}
typedef struct Pair {
    typhon_vm *from, *to;
} Pair;
static int open_pair(void **state) {
    Pair *pair = calloc(1, sizeof *pair);
    pair->from = open_with(0), pair->to = open_with(0);
    return *state = pair, 0;
}
static int close_pair(void **state) {
    Pair *pair = *state;
    typhon_close(pair->from), typhon_close(pair->to);
    return free(pair), 0;
}

static typhon_value eval(typhon_vm *vm, const char *text) {
    typhon_value result, main = {0, 0};
    if (typhon_eval(vm, main, text, TYPHON_NUL_TERMINATED, &result) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    return result;
}
static typhon_message *pack(typhon_vm *vm, typhon_value value) {
    typhon_message *message;
    if (typhon_pack(vm, value, &message) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    return message;
}
static typhon_value unpack(typhon_vm *vm, const typhon_message *message) {
    typhon_value value;
    if (typhon_unpack(vm, message, &value) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    return value;
}
static typhon_value sent(Pair *pair, const char *expression) {
    typhon_message *message = pack(pair->from, eval(pair->from, expression));
    typhon_value value = unpack(pair->to, message);
    typhon_message_free(message);
    return value;
}
// Calls `lambda v: expression` in the VM that got it.
static void expect_there(Pair *pair, typhon_value value, const char *expression) {
    char text[400];
    bool holds;
    typhon_value result;
    snprintf(text, sizeof text, "lambda v: %s", expression);
    if (typhon_call(pair->to, eval(pair->to, text), &value, 1, &result) != TYPHON_OK) fail_msg("%s", typhon_problem(pair->to));
    assert_int_equal(typhon_truth(pair->to, result, &holds), TYPHON_OK);
    if (!holds) fail_msg("not so: %s", expression);
}

static void plain_data(void **state) {
    static const char *const values[] = {
        "None", "True", "False", "0", "-1", "2**61", "-2**62", "2**62", "-2**62 - 1", "10**50", "-10**3000", "0.0", "-0.0", "1.5", "1e308", "5e-324", "float('inf')", "1.5-0.25j", "''", "'text'",
        "'\\u00fcber \\U0001f600 \\0 end'", "'\\ud800'", "b''", "b'\\0\\xff' * 3", "b'x' * 1000000", "bytearray(b'abc')", "bytearray()", "[]", "[1, [2, [3, None]], 'x']", "()", "(1,)", "((), (1, 2.5))", "{}",
        "{'a': 1, 2: [3], (4, 5): {}, 1.5: b''}", "set()", "{1, 'a', (2, 3)}", "frozenset({1, 2})", "{frozenset({1}), frozenset()}", "list(range(1000))", "Colour.RED", "Colour.ROUGE", "Colour.GREEN", "Level.LOW",
        "Mode.READ", "Mode.READ | Mode.WRITE", "Mode(0)", "[Colour.RED, Colour.RED]", "Point(1)", "Point(-3, 2.25, ['a', 'b'])", "Fixed('here', Point(2))", "Outer.Inner(Outer.Inner(3))", "{Key(1): 2, Key(3): Key(4)}",
        "{Key(5)}", "Strict(3)",
    };
    Pair *pair = *state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[200];
        snprintf(text, sizeof text, "shapes.shown(v) == shapes.shown(%s)", values[i]);
        expect_there(pair, sent(pair, values[i]), text);
    }
    expect_there(pair, sent(pair, "[Colour.RED, Level.LOW]"), "v[0] is Colour.RED and v[1] is Level.LOW");
    expect_there(pair, sent(pair, "Fixed('here', Point(2))"), "v == Fixed('here', Point(2)) and isinstance(v.at, Point)");
    expect_there(pair, sent(pair, "float('nan')"), "v != v");
    // Attributes that are no fields, and fields that are not set.
    expect_there(pair, sent(pair, "[p := Point(1), setattr(p, 'extra', 'e'), delattr(p, 'x')][0]"), "v.extra == 'e' and not hasattr(v, 'x')");
}

static void sharing_is_kept(void **state) {
    Pair *pair = *state;
    expect_there(pair, sent(pair, "[a := [1], a, (a, {'k': a})]"), "v[0] is v[1] is v[2][0] is v[2][1]['k']");
    expect_there(pair, sent(pair, "[a := [], a.append(a)][0]"), "v[0] is v and len(v) == 1");
    expect_there(pair, sent(pair, "[t := ([],), t[0].append(t)][0]"), "v[0][0] is v");
    expect_there(pair, sent(pair, "[d := {}, d.update(me=d)][0]"), "v['me'] is v");
    expect_there(pair, sent(pair, "[n := Node([]), n.next.append(n)][0]"), "v.next[0] is v");
    expect_there(pair, sent(pair, "[p := Point(1), p]"), "v[0] is v[1]");
    // The same message any number of times, and after its VM has gone.
    typhon_vm *other = open_with(0);
    typhon_message *message = pack(other, eval(other, "['a', Point(7)]"));
    typhon_close(other);
    expect_there(pair, unpack(pair->to, message), "v == ['a', Point(7)]");
    expect_there(pair, unpack(pair->to, message), "v == ['a', Point(7)]");
    typhon_message_free(message);
    typhon_message_free(NULL);
}

static void expect_refusal(typhon_vm *vm, const char *expression, const char *expected) {
    typhon_message *message;
    typhon_error error;
    assert_int_equal(typhon_pack(vm, eval(vm, expression), &message), TYPHON_ERROR);
    assert_null(message);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "TypeError");
    assert_string_equal(error.message, expected);
}

static void refusals(void **state) {
    typhon_vm *vm = ((Pair *)*state)->from;
    expect_refusal(vm, "len", "cannot send a builtin_function_or_method");
    expect_refusal(vm, "{'x': lambda: 1}", "item 'x' of a dict: cannot send a function");
    expect_refusal(vm, "[0, {'x': (1, object())}]", "item 1 of a list: item 'x' of a dict: item 1 of a tuple: cannot send an object");
    expect_refusal(vm, "Point(1, tags=[print])", "attribute tags of a Point: item 0 of a list: cannot send a builtin_function_or_method");
    expect_refusal(vm, "{(lambda: 1): 2}", "key function of a dict: cannot send a function");
    expect_refusal(vm, "type('Sub', (dict,), {})()", "cannot send a Sub");
    expect_refusal(vm, "...", "cannot send an ellipsis");
    expect_refusal(vm, "int", "cannot send a type");
    expect_refusal(vm, "__import__('dataclasses').make_dataclass('Local', ['a'])(1)", "cannot send a Local: its class cannot be found by its name");
    typhon_message *message;
    typhon_value deep = eval(vm, "__import__('functools').reduce(lambda a, _: [a], range(1000000), [])");
    typhon_error error;
    assert_int_equal(typhon_pack(vm, deep, &message), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "RecursionError");
}

// A VM whose module `shapes` is another one.
static void expect_unlike(const typhon_message *message, const char *text, const char *type, const char *expected) {
    typhon_vm *vm = typhon_open(NULL);
    typhon_value value;
    typhon_error error;
    if (text && typhon_load(vm, "shapes", NULL, text, TYPHON_NUL_TERMINATED, &value) != TYPHON_OK) fail_msg("%s", typhon_problem(vm));
    if (typhon_unpack(vm, message, &value) == TYPHON_OK) fail_msg("unpacked with %s", text);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, type);
    if (expected) assert_string_equal(error.message, expected);
    typhon_close(vm);
}
static void classes_that_are_not_there(void **state) {
    Pair *pair = *state;
    typhon_message *message = pack(pair->from, eval(pair->from, "[Point(1)]"));
    expect_unlike(message, NULL, "ModuleNotFoundError", "No module named 'shapes'");
    expect_unlike(message, "", "AttributeError", "module 'shapes' has no attribute 'Point'");
    expect_unlike(message, "Point = 3\n", "TypeError", "shapes.Point is not a class here");
    expect_unlike(message, "class Point: pass\n", "TypeError", "Point is not a dataclass here");
    // What an attribute is declared as holds for what comes in.
    expect_unlike(message, "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: str\n    y: float\n    tags: list[str]\ndef name(p: Point) -> str:\n    return p.x\n", "TypeError", "Point attribute 'x' must be str, not int");
    typhon_message_free(message);
}

// Wherever memory ends, there is a MemoryError and nothing else.
static void short_memory(void **state) {
    Pair *pair = *state;
    typhon_message *message = pack(pair->from, eval(pair->from, "[[Point(n), 'text' * n, b'b' * n, {n: (n,)}] for n in range(300)]"));
    size_t refused = 0, good = 0;
    for (size_t limit = 3 << 20; limit < 9 << 20; limit += 128 << 10) {
        typhon_vm *vm = open_with(limit);
        typhon_value values[8];
        typhon_status status = TYPHON_OK;
        for (size_t i = 0; i < 8 && status == TYPHON_OK; i++) status = typhon_unpack(vm, message, &values[i]);
        typhon_error error;
        if (status == TYPHON_OK) good++;
        else refused++, assert_true(typhon_get_error(vm, &error)), assert_string_equal(error.type, "MemoryError");
        typhon_message *again;
        if (status == TYPHON_OK && typhon_pack(vm, values[7], &again) == TYPHON_OK) typhon_message_free(again);
        typhon_close(vm);
    }
    assert_true(refused > 0 && good > 0);
    typhon_message_free(message);
    // A message is not larger than the heap of its sender may be.
    typhon_vm *vm = open_with(8 << 20);
    assert_int_equal(typhon_pack(vm, eval(vm, "[bytes(1 << 20)] * 20"), &message), TYPHON_OK);
    typhon_message_free(message);
    assert_int_equal(typhon_pack(vm, eval(vm, "['x' * 8 + str(n) for n in range(20000)]"), &message), TYPHON_OK);
    typhon_message_free(message);
    typhon_close(vm);
}

// ---- threads: a ring of VMs that pass a message on

enum { RING = 4, ROUNDS = 50 };
typedef struct Seat {
    pthread_mutex_t mutex;
    pthread_cond_t filled;
    typhon_message *message;
    struct Seat *next;
} Seat;

static typhon_message *take(Seat *seat) {
    pthread_mutex_lock(&seat->mutex);
    while (!seat->message) pthread_cond_wait(&seat->filled, &seat->mutex);
    typhon_message *message = seat->message;
    seat->message = NULL;
    pthread_mutex_unlock(&seat->mutex);
    return message;
}
static void put(Seat *seat, typhon_message *message) {
    pthread_mutex_lock(&seat->mutex);
    seat->message = message;
    pthread_cond_signal(&seat->filled);
    pthread_mutex_unlock(&seat->mutex);
}

static const char step[] = "def step(state):\n    state['sum'] += sum(i * i for i in range(200))\n    state['log'].append(state['sum'])\n    return state\n";
static void *sit(void *argument) {
    Seat *seat = argument;
    typhon_vm *vm = typhon_open(NULL);
    typhon_value module = {0, 0}, function, value;
    typhon_status status = typhon_load(vm, "steps", NULL, step, TYPHON_NUL_TERMINATED, &module);
    if (status == TYPHON_OK) status = typhon_get_attr(vm, module, "step", &function);
    for (int i = 0; i < ROUNDS; i++) {
        typhon_message *message = take(seat), *next = NULL;
        typhon_scope scope = typhon_scope_open(vm);
        if (status == TYPHON_OK) status = typhon_unpack(vm, message, &value);
        if (status == TYPHON_OK) status = typhon_call(vm, function, &value, 1, &value);
        if (status == TYPHON_OK) status = typhon_pack(vm, value, &next);
        typhon_scope_close(vm, scope);
        if (next) typhon_message_free(message);
        put(seat->next, next ? next : message);
    }
    typhon_close(vm);
    return (void *)(intptr_t)status;
}

static void ring(void **state) {
    (void)state;
    static Seat seats[RING];
    pthread_t threads[RING];
    typhon_vm *vm = typhon_open(NULL);
    for (int i = 0; i < RING; i++) pthread_mutex_init(&seats[i].mutex, NULL), pthread_cond_init(&seats[i].filled, NULL), seats[i].next = &seats[(i + 1) % RING];
    for (int i = 0; i < RING; i++) pthread_create(&threads[i], NULL, sit, &seats[i]);
    put(&seats[0], pack(vm, eval(vm, "{'sum': 0, 'log': []}")));
    for (int i = 0; i < RING; i++) {
        void *status;
        pthread_join(threads[i], &status);
        assert_null(status);
    }
    typhon_value value = unpack(vm, seats[0].message), log, sum;
    size_t length;
    int64_t n;
    assert_int_equal(typhon_get_item(vm, value, typhon_str(vm, "log", 3), &log), TYPHON_OK);
    assert_int_equal(typhon_length(vm, log, &length), TYPHON_OK);
    assert_int_equal(length, RING * ROUNDS);
    assert_int_equal(typhon_get_item(vm, value, typhon_str(vm, "sum", 3), &sum), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, sum, &n), TYPHON_OK);
    assert_int_equal(n, (int64_t)RING * ROUNDS * 2646700);
    typhon_message_free(seats[0].message);
    typhon_close(vm);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_data, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(sharing_is_kept, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(refusals, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(classes_that_are_not_there, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(short_memory, open_pair, close_pair),
        cmocka_unit_test(ring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
