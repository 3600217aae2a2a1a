/* Rules that strangers write: each may count with what it is given, within limits of memory, instructions and depth, and do nothing else. One is evaluated a hundred thousand
 * times; then come the hostile ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>

enum { HEAP_LIMIT = 16 << 20, INSTRUCTIONS = 10 * 1000 * 1000, MILLISECONDS = 2000, DEPTH = 200, EVALUATIONS = 100000 };

static const char order_type[] = "from dataclasses import dataclass\n"
                                 "\n"
                                 "@dataclass\n"
                                 "class Order:\n"
                                 "    amount: int\n"
                                 "    price: float\n"
                                 "    country: str\n";

/* A VM of its own for each rule: what it does to its world it does to nobody else's. */
static typhon_vm *open_rule(const char *text, typhon_ref **rule, typhon_ref **order_class) {
    const typhon_config config = {.heap_limit = HEAP_LIMIT, .recursion_limit = DEPTH, .deterministic = true};
    typhon_vm *vm = typhon_open(&config);
    typhon_value module, shop, value;
    if (!vm || typhon_def_text(vm, "shop", order_type, TYPHON_NUL_TERMINATED) != TYPHON_OK) return typhon_close(vm), NULL;
    typhon_set_budget(vm, INSTRUCTIONS);
    typhon_set_time(vm, MILLISECONDS);
    typhon_scope scope = typhon_scope_open(vm);
    bool good = typhon_load(vm, "rule", "rule.py", text, TYPHON_NUL_TERMINATED, &module) == TYPHON_OK && typhon_get_attr(vm, module, "rule", &value) == TYPHON_OK && (*rule = typhon_ref_new(vm, value)) &&
                typhon_import(vm, "shop", &shop) == TYPHON_OK && typhon_get_attr(vm, shop, "Order", &value) == TYPHON_OK && (*order_class = typhon_ref_new(vm, value));
    typhon_scope_close(vm, scope);
    if (!good) *rule = NULL;
    return vm;
}

static typhon_status evaluate(typhon_vm *vm, const typhon_ref *rule, const typhon_ref *order_class, int amount, double price, double *discount) {
    static const char *const countries[] = {"de", "fr", "it"};
    typhon_scope scope = typhon_scope_open(vm);
    typhon_value args[] = {typhon_int(vm, amount), typhon_float(vm, price), typhon_str(vm, countries[amount % 3], 2)}, order, result;
    typhon_status status = typhon_call(vm, typhon_ref_value(vm, order_class), args, 3, &order);
    if (status == TYPHON_OK) status = typhon_call(vm, typhon_ref_value(vm, rule), &order, 1, &result);
    if (status == TYPHON_OK) status = typhon_get_float(vm, result, discount);
    typhon_scope_close(vm, scope);
    return status;
}

static bool evaluate_many(void) {
    static const char text[] = "from shop import Order\n"
                               "\n"
                               "def rule(order: Order) -> float:\n"
                               "    total = order.amount * order.price\n"
                               "    if order.country == 'it':\n"
                               "        return 0.0\n"
                               "    return total * 0.1 if total > 500.0 else total * 0.05\n";
    typhon_ref *rule, *order_class;
    typhon_vm *vm = open_rule(text, &rule, &order_class);
    if (!vm || !rule) return false;
    double sum = 0, discount;
    int failed = 0;
    for (int i = 0; i < EVALUATIONS; i++) {
        if (evaluate(vm, rule, order_class, i % 100, 7.5, &discount) == TYPHON_OK) sum += discount;
        else failed++;
    }
    typhon_memory memory;
    typhon_get_memory(vm, &memory);
    printf("%d evaluations, %d failed, %.2f off; memory stayed below the limit: %s\n", EVALUATIONS, failed, sum, memory.peak <= HEAP_LIMIT ? "yes" : "no");
    typhon_close(vm);
    return failed == 0;
}

/* What a rule tries, and what becomes of it. */
static const struct {
    const char *what, *text;
} hostile[] = {
    {"an endless loop", "def rule(order: Order) -> float:\n    while True: pass\n"},
    {"that catches everything", "def rule(order: Order) -> float:\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n        finally: rule(order)\n"},
    {"at the top level", "while True: pass\n"},
    {"all memory", "def rule(order: Order) -> float:\n    kept = []\n    while True: kept.append('x' * 100000)\n"},
    {"a large text", "def rule(order: Order) -> float: return float(len('x' * 10 ** 12))\n"},
    {"a large number", "def rule(order: Order) -> float: return float(9 ** 9 ** 9)\n"},
    {"a large format", "def rule(order: Order) -> float: return float(len('%1000000000d' % order.amount))\n"},
    {"deep recursion", "def rule(order: Order) -> float: return rule(order)\n"},
    {"a deep value", "def rule(order: Order) -> float:\n    x: list[object] = []\n    for i in range(10000): x = [x]\n    return float(len(repr(x)))\n"},
    {"a pattern", "import re\ndef rule(order: Order) -> float: return float(bool(re.match('(a|aa)+$', 'a' * 200 + 'b')))\n"},
    {"a flood of output", "def rule(order: Order) -> float:\n    while True: print('x' * 1000)\n"},
    {"files", "def rule(order: Order) -> float: return float(len(open('/etc/passwd').read()))\n"},
    {"files by os", "import os\ndef rule(order: Order) -> float: return float(len(os.listdir('/')))\n"},
    {"writing", "def rule(order: Order) -> float:\n    with open('/tmp/rule', 'w') as f: return float(f.write('x'))\n"},
    {"the environment", "import os\ndef rule(order: Order) -> float: return float(os.environ['HOME'])\n"},
    {"a process", "import subprocess\ndef rule(order: Order) -> float: return float(subprocess.run(['true']).returncode)\n"},
    {"a signal to us", "import os\ndef rule(order: Order) -> float:\n    os.kill(os.getpid(), 9)\n    return 0.0\n"},
    {"the network", "import socket\ndef rule(order: Order) -> float:\n    socket.create_connection(('example.org', 80))\n    return 0.0\n"},
    {"the clock", "import time\ndef rule(order: Order) -> float: return time.time()\n"},
    {"leaving", "import sys\ndef rule(order: Order) -> float: sys.exit(3)\n"},
    {"leaving for good", "import os\ndef rule(order: Order) -> float: os._exit(3)\n"},
    {"a library of C", "import ctypes\ndef rule(order: Order) -> float: return 0.0\n"},
    {"an end that does not end", "class C:\n    def __del__(self) -> None:\n        while True: pass\nkept = C()\ndef rule(order: Order) -> float: return 0.0\n"},
    {"the wrong type", "def rule(order: Order) -> float: return order.country\n"},
    {"the wrong type, hidden", "from typing import Any\ndef rule(order: Order) -> float:\n    x: Any = order.country\n    return x\n"},
};

static void contain(const char *what, const char *text) {
    char whole[1000];
    typhon_ref *rule, *order_class;
    typhon_error error;
    double discount;
    size_t count;
    snprintf(whole, sizeof whole, "from shop import Order\n%s", text);
    typhon_vm *vm = open_rule(whole, &rule, &order_class);
    if (!vm) return (void)puts("no memory");
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    if (rule && evaluate(vm, rule, order_class, 3, 7.5, &discount) == TYPHON_OK) printf("%-24s gives %.1f\n", what, discount);
    else if (!rule && count) printf("%-24s is refused: %s\n", what, found->message);
    else if (typhon_get_error(vm, &error)) printf("%-24s %s: %s\n", what, error.type, error.message);
    typhon_close(vm);
}

int main(void) {
    if (!evaluate_many()) return 1;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) contain(hostile[i].what, hostile[i].text);
    return 0;
}
