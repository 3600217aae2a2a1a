// stub_export FOLDER: writes the stub of a host module with one of everything there, and a script that uses it, for `typhon check` (CMakeLists.txt).
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <typhon.h>

static typhon_status nothing(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)vm, (void)userdata, (void)args, (void)result;
    return TYPHON_OK;
}

static bool write_file(const char *folder, const char *name, const char *text) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    bool good = file && fputs(text, file) >= 0;
    return file && fclose(file) == 0 && good;
}

static const char text[] = "from dataclasses import dataclass\nfrom typing import Callable, ClassVar, Protocol\n\n@dataclass\nclass Order:\n    kind: str\n    amount: int = 1\n\n    def doubled(self) -> 'Order':\n        return Order(self.kind, self.amount * 2)\n\n"
                           "class Plugin(Protocol):\n    def run(self, unit: 'Unit') -> int: ...\n\ntype Pair = tuple[float, float]\n\ndef helper(order: Order) -> int:\n    return order.amount\n";
static const char declaration[] = "class Unit:\n    '''Something\n    that moves.'''\n    MOST: ClassVar[int] = 10\n    __match_args__ = ('name',)\n    name: str\n    def __init__(self, name: str, at: Pair = (0.0, 0.0), *, hp: int = 10) -> None: ...\n"
                                  "    @property\n    def hp(self) -> int:\n        '''What is left.'''\n    @hp.setter\n    def hp(self, value: int) -> None: ...\n    def __add__(self, other: Unit) -> Unit: ...\n    def __iter__(self) -> Unit: ...\n    def __next__(self) -> Order: ...\n"
                                  "    def __eq__(self, other: object) -> bool: ...\n    def __hash__(self) -> int: ...\n    def __enter__(self) -> Unit: ...\n    def __exit__(self, *error: object) -> None: ...\n    def each(\n        self,\n        f: Callable[[Order], None],  # called\n    ) -> None: ...\n"
                                  "    @staticmethod\n    def count() -> int: ...\n    @classmethod\n    def named(cls, name: str) -> Unit: ...";
static const char *const names[] = {"__init__", "hp", "hp.setter", "__add__", "__iter__", "__next__", "__eq__", "__hash__", "__enter__", "__exit__", "each", "count", "named"};
static const char good_script[] = "from game import *\nimport game\n\nclass Mine(Unit):\n    def __init__(self) -> None:\n        super().__init__('mine', (1.0, 2.0), hp=3)\n        self.extra = 1\n\nclass P:\n    def run(self, unit: Unit) -> int:\n        return unit.hp\n\n"
                                  "def play(unit: Unit, box: Box[int]) -> str:\n    unit.hp -= 1\n    with unit + Mine() as both:\n        for order in both:\n            print(order.kind, order.doubled())\n    both.each(lambda o: print(o.amount))\n    match unit:\n        case Unit('orc'):\n            return unit.name\n"
                                  "    register(P())\n    n: int = box.get() + Unit.count() + Unit.MOST + helper(Order('x'))\n    return Unit.named(game.VERSION).name + str(n) + str({unit: 1})\n";
static const char bad_script[] = "from game import Unit, register\n\ndef play(unit: Unit) -> None:\n    unit.hp = 'many'\n    unit.name = 3\n    unit.colour = 1\n    unit + 1\n    Unit()\n    register(3)\n    for order in unit:\n        order.kind = 1\n";

int main(int argc, char **argv) {
    typhon_method methods[sizeof names / sizeof *names + 1] = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) methods[i] = (typhon_method){names[i], nothing, NULL};
    const typhon_method box_methods[] = {{"get", nothing, NULL}, {NULL, NULL, NULL}};
    const typhon_class unit = {declaration, methods, 16, NULL}, tank = {"class Tank(Unit): pass", NULL, 16, NULL}, box = {"class Box[T]:\n    def get(self) -> T: ...", box_methods, 0, NULL};
    typhon_vm *vm = typhon_open(NULL);
    if (argc != 2 || !vm) return 2;
    bool good = typhon_def_text(vm, "game", text, TYPHON_NUL_TERMINATED) == TYPHON_OK && typhon_def_class(vm, "game", &unit, NULL) == TYPHON_OK && typhon_def_class(vm, "game", &tank, NULL) == TYPHON_OK &&
                typhon_def_class(vm, "game", &box, NULL) == TYPHON_OK && typhon_def(vm, "game", "def register(plugin: Plugin) -> None", nothing, NULL) == TYPHON_OK &&
                typhon_def_value(vm, "game", "VERSION: str", typhon_str(vm, "1", 1)) == TYPHON_OK;
    if (!good) fputs(typhon_problem(vm), stderr);
    mkdir(argv[1], 0777);
    good = good && write_file(argv[1], "game.pyi", typhon_get_stub(vm, "game")) && write_file(argv[1], "good.py", good_script) && write_file(argv[1], "bad.py", bad_script);
    typhon_close(vm);
    return !good;
}
