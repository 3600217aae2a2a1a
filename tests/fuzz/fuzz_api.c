// Fuzzer of the embedding API: the bytes of the input decide which functions of typhon.h are called, on which of some VMs, with what, and on how large a C stack. It
// keeps to what the header allows, so that whatever the sanitizers or an assertion say is a finding; where misuse (a value beyond its scope or in another VM) is to be
// caught, it is tried in a child process, which has to end by that or as if nothing were wrong.
// A program of its own (tests/fuzz/README.md has the commands); with TYPHON_LIBFUZZER the entry of libFuzzer alone. With FUZZ_FAILURES, linked to the static library with
// --wrap=malloc and its like, each allocation of the library may fail: of the C library's, of maps, and of the heap's blocks.
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <typhon.h>
#include <unistd.h>
#ifdef FUZZ_FAILURES
#include "embed/api.h"
#include "runtime/vm.h"
#include <stdarg.h>
#include <sys/mman.h>
#endif

enum { VMS = 3, VALUES = 8, SCOPES = 4, REFS = 4, MESSAGES = 3, CLASSES = 6, TEXT = 512, NESTED = 3, HEAP_LEAST = 256 * 1024, MISUSES = 3 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// ---- the input ---------------------------------------------------------------------------------------------------

typedef struct Input {
    const uint8_t *at, *end;
} Input;

static uint8_t byte(Input *in) { return in->at < in->end ? *in->at++ : 0; }
static unsigned below(Input *in, unsigned count) { return byte(in) % count; }
static uint64_t word(Input *in) {
    uint64_t value = 0;
    for (int i = 0; i < 8; i++) value = value << 8 | byte(in);
    return value;
}

// ---- allocations that fail -----------------------------------------------------------------------------------------

// Which are refused: the `after`-th from now on and `count` - 1 behind it, or one of 2^chance - 1 by chance.
static _Thread_local struct Refusals {
    uint64_t random;
    unsigned after, count, chance;
} refusals;

static bool is_refused(void) {
    if (refusals.chance) {
        refusals.random = refusals.random * 6364136223846793005u + 1442695040888963407u;
        return !(refusals.random >> 40 & refusals.chance);
    }
    if (!refusals.count) return false;
    if (refusals.after) return refusals.after--, false;
    return refusals.count--, true;
}
static void choose_refusals(Input *in) {
    refusals.chance = 0, refusals.count = 0;
    switch (below(in, 6)) {
    case 0: case 1: refusals.after = byte(in) << below(in, 6), refusals.count = 1 + below(in, 4) * below(in, 40); break;
    case 2: refusals.random = word(in), refusals.chance = 0x3f << below(in, 7) | 1; break;
    }
}

enum { PIECE_ALIGNED = 2 * 1024 * 1024 };
static void *lend(void *userdata, size_t size) {
    void *piece = NULL; // (the sanitizers' aligned_alloc takes multiples of the alignment only)
    (void)userdata;
    return is_refused() || posix_memalign(&piece, PIECE_ALIGNED, size) ? NULL : piece;
}
static void take_back(void *userdata, void *memory, size_t size) { (void)userdata, (void)size, free(memory); }

#ifdef FUZZ_FAILURES
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
char *__real_strdup(const char *text);
void *__real_mmap(void *address, size_t size, int protection, int flags, int file, off_t offset);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
char *__wrap_strdup(const char *text);
void *__wrap_mmap(void *address, size_t size, int protection, int flags, int file, off_t offset);
void *__wrap_malloc(size_t size) { return is_refused() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return is_refused() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *block, size_t size) { return is_refused() ? NULL : __real_realloc(block, size); }
char *__wrap_strdup(const char *text) { return is_refused() ? NULL : __real_strdup(text); }
void *__wrap_mmap(void *address, size_t size, int protection, int flags, int file, off_t offset) {
    return is_refused() ? MAP_FAILED : __real_mmap(address, size, protection, flags, file, offset);
}
static bool watch(void *userdata, HeapEvent event, void *block, size_t size) { return (void)userdata, (void)block, (void)size, event != HEAP_ALLOCATED || !is_refused(); }
static void watch_heap(Heap *heap) { // (of a heap with a watch the free blocks are hidden: alloc/heap.c)
    heap->config.watch = watch;
    for (int i = 0; i < HEAP_CLASSES; i++) {
        HeapClass *c = &heap->classes[i];
        c->hidden_free = c->free, c->free = NULL, c->hidden_end = c->bump_end, c->bump_end = c->bump;
    }
}
#endif

// ---- the world ---------------------------------------------------------------------------------------------------

typedef struct World World;
typedef struct Machine {
    World *world;
    typhon_vm *vm;
    typhon_ref *refs[REFS];
    bool suspends;
    unsigned nested;  // host functions under way
    size_t finalised; // objects of host classes
} Machine;
struct World {
    Input in;
    Machine machines[VMS];
    typhon_message *messages[MESSAGES];
    typhon_class classes[CLASSES];
    char texts[CLASSES][TEXT * 2];
    unsigned class_count;
    unsigned steps, misuses;
};
// The values of one activation: the host's own, or one of a host function. They lie in its scopes.
typedef struct Frame {
    Machine *machine;
    typhon_value values[VALUES];
    unsigned levels[VALUES]; // the count of scopes when it was made
    typhon_scope scopes[SCOPES];
    unsigned depth;
} Frame;

static void frame_init(Frame *frame, Machine *machine) {
    memset(frame, 0, sizeof *frame);
    frame->machine = machine;
    for (unsigned i = 0; i < VALUES; i++) frame->values[i] = typhon_none(machine->vm);
}
static void put(Frame *frame, typhon_value value) {
    unsigned at = below(&frame->machine->world->in, VALUES);
    frame->values[at] = value, frame->levels[at] = frame->depth;
}
static typhon_value any(Frame *frame) { return frame->values[below(&frame->machine->world->in, VALUES)]; }
static void give(Frame *frame, typhon_status status, typhon_value value) {
    if (status == TYPHON_OK) put(frame, value);
}

// ---- texts -------------------------------------------------------------------------------------------------------

static const char *const SCRIPTS[] = {
    "def f(x): return x\nf([1, 'a', 2.5, None])\n",
    "import host\nprint(host.a(1), host.b('x'))\n",
    "import host\ndef twice(n):\n    for i in range(n): host.a(i)\n    return [host.b(j) for j in (1, 2)]\ntwice(5)\n",
    "import host\nclass Tank(host.Unit):\n    def size(self): return 3\nt = Tank()\nt.hp = 5\nt.move(1)\nx = [t] * 3\n",
    "import host\nu = host.Unit(3)\nu.name = 'a'\nprint(u.hp, u + u, u == 1)\nu.own = u\ndel u\n",
    "import host\ntry:\n    host.a('x')\nexcept Exception as e: print(repr(e))\nfinally: host.b(0)\n",
    "class K:\n    def __del__(self):\n        global keep\n        keep = self\n    def __repr__(self): return 'k' * 50\n    def __eq__(self, o): return self.x\nk = K()\n",
    "def g():\n    while True:\n        n = yield [1]\n        print(n)\nit = g()\nnext(it)\n",
    "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: list[str]\np = P(1, ['b'])\n",
    "s = '\\ud800abc\\udfff'\nb = b'\\xff\\x00'\nn = 2 ** 500\nd = {s: b, n: s, (1, 2): {s}}\nf = lambda *a, **k: (a, k)\n",
    "while True: x = [0] * 100\n",
    "import json, re\njson.dumps([1, {'a': None}])\nre.match('(a+)+$', 'a' * 22 + 'b')\n",
    "import atexit\nimport host\natexit.register(lambda: host.a(9))\n",
    "def r(n): return r(n + 1)\nr(0)\n",
    "from enum import Enum\nclass E(Enum):\n    A = 1\n    B = 'b'\nx = [E.A, E.B]\n",
    "import host\nclass W:\n    def __init__(self): self.me = self\n    def __del__(self): host.a(self)\n    def __iter__(self): return iter([host.b(1)])\n    def __len__(self): return host.a(2)\nw = W()\nw = W()\n",
    "x: int = 'a'\n",
    "async def c(): return 1\nraise KeyError(c())\n",
    "def deco(f): return f\n@deco\ndef typed(a: int, b: str = 'x', *c: float, **d: list[int]) -> dict[str, int]: return {b: a}\ntyped(1)\n",
    "def f(:\n",
    "import os, host\ndef walk(at):\n    for name in os.listdir(at):\n        try:\n            with open(at + '/' + name, 'rb') as f: print(len(f.read()))\n        except OSError as e:\n            print(e.errno)\n            if os.path.isdir(at + '/' + name): walk(at + '/' + name)\nwalk(host.FOLDER)\n",
    "import os, host\nfor mode in ('w', 'a+', 'rb+', 'x'):\n    for name in ('/out/new', '/a.txt', '/link', '/out/../../x', '/in/loop', ''):\n        try:\n            with open(host.FOLDER + name, mode) as f: f.seek(1); f.read()\n        except (OSError, ValueError) as e: print(type(e))\n        except TypeError: pass\n",
    "import sys, host\nsys.path.insert(0, host.FOLDER + '/in')\nimport granted\nprint(granted.x)\nimport broken\n",
    "import threading\nlock = threading.Lock()\ndef work(n):\n    for i in range(n):\n        with lock: host_list.append(i)\nhost_list = []\nts = [threading.Thread(target=work, args=(50,), daemon=i % 2 == 0) for i in range(3)]\nfor t in ts: t.start()\nfor t in ts: t.join(1)\n",
    "x = []\nfor i in range(9000): x = [x]\nrepr(x)\n", "x = eval('-' * 2000 + '1')\ny = eval('f' + '(f' * 90 + ')' * 90)\n", "class D:\n    def __del__(self): raise ValueError(D())\nD()\nimport gc\ngc.collect()\n",
    "sorted(range(3000), key=lambda x: -x)\nsum(i * i for i in range(2000))\n",
};
static const char *const SIGNATURES[] = {
    "def a(x: object) -> object", "def b(x: int | str = 3, *rest: object, **more: int) -> object", "def a(*, k: list[int] = [1]) -> None:\n    '''Doc.'''",
    "def b(x, y=(1, 2), /, z: float = 1.5) -> int", "def c(x: Unit) -> Unit", "def a(x: Missing, y: 'Later' = None) -> Other", "async def a(x)", "def a(x: int",
    "def b(x: dict[str, list[int]] | None = None) -> str", "class a: pass", "def a[T](x: T) -> T", "def b(f: Callable[[int], int]) -> int"};
static const char *const DECLARATIONS[] = {
    "class Unit:\n    '''Doc.'''\n    name: str\n    own: object\n    def __init__(self, hp: int = 10) -> None: ...\n    @property\n    def hp(self) -> int: ...\n    @hp.setter\n    def hp(self, value: int) -> None: ...\n    def move(self, dx: float, *, dy: float = 0.0) -> None: ...\n    def __add__(self, other: object) -> object: ...\n",
    "class Unit:\n    def move(self, *a: object) -> object: ...\n    @staticmethod\n    def __add__(x: int = 1) -> int: ...\n    @classmethod\n    def hp(cls, k: int = 1) -> object: ...\n",
    "class Tank(Unit):\n    other: list[int]\n    def __init__(self) -> None: ...\n    def move(self, dx: float = 1) -> None: ...\n",
    "class Unit:\n    def __eq__(self, other: object) -> bool: ...\n    def __len__(self) -> int: ...\n    def __getitem__(self, k: int) -> object: ...\n    def __iter__(self) -> object: ...\n    def __repr__(self) -> str: ...\n    def __hash__(self) -> int: ...\n",
    "class Unit:\n    x: Missing\n", "class Unit(object):\n    N: ClassVar[int] = 3\n    __match_args__ = ('a',)\n    a: int\n", "class Unit: pass\nclass Other: pass\n"};
static const char *const NAMES[] = {"host", "m", "m.sub", "__main__", "json", "a", "b", "x", "k", "f", "p", "Unit", "hp", "move", "__class__", "__dict__", "append", "items", "it", "__init__", "d", "s", "n", "host.x", "", "builtins", "sys", "math"};
static const char *const EXPRESSIONS[] = {"x", "[f(1), f('b')]", "k", "k == 1", "P(2, [])", "{1: 'a', 'b': [2]}", "'\\udc80'", "lambda *a, **k: a", "(i for i in range(5))", "iter([])", "host.Unit()", "10 ** 40", "1 /", "p", "d",
                                          "type('Q', (), {'__len__': lambda s: -1})()", "set(range(9))", "bytearray(b'abc')", "object()", "ValueError('a', s)", "__import__('host').a", "w", "x[0]", "typed", "1e308 * 10", "()"};
#define PICK(in, table) table[below(in, sizeof table / sizeof table[0])]

// One of the table, as it is or with some bytes changed; or bytes of the input. A NUL is behind it.
static const char *text_of(Input *in, const char *chosen, char *buffer, size_t *size) {
    unsigned how = below(in, 8);
    *size = strlen(chosen);
    if (how == 7) {
        *size = below(in, 64);
        for (size_t i = 0; i < *size; i++) buffer[i] = (char)byte(in);
        buffer[*size] = '\0';
        return buffer;
    }
    if (how < 5 || !*size || *size >= TEXT * 2) return chosen;
    memcpy(buffer, chosen, *size + 1);
    for (unsigned changes = 1 + below(in, 4); changes; changes--) {
        size_t at = (byte(in) | (size_t)byte(in) << 8) % *size;
        switch (below(in, 3)) {
        case 0: buffer[at] = (char)byte(in); break;
        case 1: buffer[at] = buffer[byte(in) % *size]; break;
        case 2: memmove(buffer + at, buffer + at + 1, *size - at), --*size; break;
        }
        if (!*size) break;
    }
    return buffer;
}
static const char *c_text(Input *in, const char *chosen, char *buffer) {
    size_t size;
    return text_of(in, chosen, buffer, &size);
}

// ---- what comes back is read in full -------------------------------------------------------------------------------

static void require(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "fuzz_api: %s\n", what);
    abort();
}
static size_t read_text(const char *text) { return text ? strlen(text) : 0; }
static void require_utf8(const char *text, size_t size) {
    for (size_t i = 0; i < size;) {
        unsigned char c = (unsigned char)text[i++];
        unsigned more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        require(more < 9 && i + more <= size, "text that is not UTF-8");
        if (c == 0xED) require((unsigned char)text[i] < 0xA0, "a lone surrogate");
        for (; more; more--) require(((unsigned char)text[i++] & 0xC0) == 0x80, "text that is not UTF-8");
    }
}
static void read_problems(Frame *frame, bool clears) {
    typhon_vm *vm = frame->machine->vm;
    typhon_error error;
    size_t count;
    if (typhon_get_error(vm, &error)) {
        require(*error.type, "an error without a type");
        read_text(error.message);
        for (size_t i = 0; i < error.frame_count; i++) read_text(error.frames[i].path), read_text(error.frames[i].function);
        put(frame, error.value);
    }
    read_text(typhon_problem(vm));
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    for (size_t i = 0; i < count; i++) {
        read_text(found[i].code), read_text(found[i].message), read_text(found[i].span.path), read_text(found[i].reason), read_text(found[i].hint);
        read_text(found[i].related_message), read_text(found[i].related.path);
    }
    if (!clears) return;
    typhon_clear_error(vm);
    require(!typhon_get_error(vm, &error) && !*typhon_problem(vm), "an error after typhon_clear_error");
}

// ---- host functions ------------------------------------------------------------------------------------------------

static void step(Frame *frame);

static typhon_status answer(Machine *machine, const typhon_value *first, typhon_value *result) {
    Input *in = &machine->world->in;
    if (machine->nested >= NESTED) return TYPHON_OK;
    Frame frame;
    frame_init(&frame, machine);
    if (first) frame.values[0] = *first, frame.values[1] = *first;
    machine->nested++;
    for (unsigned count = below(in, 4); count; count--) step(&frame);
    machine->nested--;
    switch (below(in, 8)) {
    case 0: return typhon_raise(machine->vm, "ValueError", "%s %d", "h\xff\xc3", 3);
    case 1: return typhon_raise(machine->vm, PICK(in, NAMES), "x");
    case 2: return typhon_raise_value(machine->vm, any(&frame));
    case 3: return machine->suspends ? TYPHON_SUSPENDED : TYPHON_OK;
    case 4: return TYPHON_OK;
    default: *result = any(&frame); return TYPHON_OK;
    }
}
static typhon_status with_argument(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) { return (void)vm, answer(userdata, &args[0], result); }
static typhon_status without(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) { return (void)vm, (void)args, answer(userdata, NULL, result); }
static typhon_status method(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Machine *machine = userdata;
    for (unsigned i = 0; i < machine->world->class_count; i++) {
        unsigned char *data = typhon_data(vm, args[0], &machine->world->classes[i]);
        if (data && machine->world->classes[i].data_size) data[machine->world->classes[i].data_size - 1]++, data[0]++;
    }
    return answer(machine, &args[0], result);
}
static void finalise(void *userdata, void *data) {
    Machine *machine = userdata;
    machine->finalised += data != NULL;
}
static const typhon_method METHODS[] = {{"__init__", method, NULL}, {"hp", method, NULL}, {"hp.setter", method, NULL}, {"move", method, NULL}, {"__add__", method, NULL}, {NULL, NULL, NULL}};
static const typhon_method STATIC_METHODS[] = {{"move", method, NULL}, {"__add__", without, NULL}, {"hp", without, NULL}, {NULL, NULL, NULL}};
static const typhon_method TANK_METHODS[] = {{"__init__", method, NULL}, {"move", method, NULL}, {NULL, NULL, NULL}};
static const typhon_method SPECIAL_METHODS[] = {{"__eq__", method, NULL}, {"__len__", method, NULL}, {"__getitem__", method, NULL}, {"__iter__", method, NULL}, {"__repr__", method, NULL}, {"__hash__", method, NULL}, {NULL, NULL, NULL}};

static void declare_class(Frame *frame) {
    World *world = frame->machine->world;
    if (world->class_count == CLASSES) return;
    unsigned which = below(&world->in, sizeof DECLARATIONS / sizeof DECLARATIONS[0]);
    const typhon_method *methods = which == 0 ? METHODS : which == 1 ? STATIC_METHODS : which == 2 ? TANK_METHODS : which == 3 ? SPECIAL_METHODS : NULL;
    size_t size;
    typhon_class *made = &world->classes[world->class_count];
    char *kept = world->texts[world->class_count], buffer[TEXT * 2];
    const char *text = text_of(&world->in, DECLARATIONS[which], buffer, &size);
    memcpy(kept, text, size), kept[size] = '\0';
    static const size_t sizes[] = {0, 1, 16, 24, 100, 4096, 32 * 1024, 32 * 1024 + 1};
    *made = (typhon_class){kept, methods, PICK(&world->in, sizes), below(&world->in, 2) ? finalise : NULL};
    world->class_count++;
    typhon_def_class(frame->machine->vm, "host", made, frame->machine);
}
static const typhon_class *class_of(World *world) { return world->class_count ? &world->classes[below(&world->in, world->class_count)] : NULL; }

// ---- steps ---------------------------------------------------------------------------------------------------------

static void output(void *userdata, int stream, const char *text, size_t size) {
    (void)userdata, (void)stream;
    unsigned sum = 0;
    for (size_t i = 0; i < size; i++) sum += (unsigned char)text[i];
    if (sum == 1) fputc('.', stderr);
}
static bool find_module(void *userdata, const char *name, const char **text, size_t *size, const char **path) {
    Machine *machine = userdata;
    if (strcmp(name, "found") && strcmp(name, "m")) return false;
    *text = PICK(&machine->world->in, SCRIPTS), *size = TYPHON_NUL_TERMINATED, *path = below(&machine->world->in, 2) ? NULL : "found.py";
    return true;
}

// ---- what is granted -------------------------------------------------------------------------------------------------

// in/ may be read (with a module, a damaged one, links that lead in, out and round), out/ written to, and a.txt is neither.
static char folder[64];

static void remove_folder(void) {
    char command[80];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (*folder && system(command)) perror(folder);
}
static void write_file(const char *name, const char *text) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) return;
    fputs(text, file);
    fclose(file);
}
static void make_folder(void) {
    char path[128];
    if (*folder) return;
    strcpy(folder, "/tmp/typhon-fuzz-XXXXXX");
    if (!mkdtemp(folder)) perror(folder), exit(2);
    atexit(remove_folder);
    snprintf(path, sizeof path, "%s/in", folder), mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/in/deep", folder), mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/out", folder), mkdir(path, 0700);
    write_file("a.txt", "secret"), write_file("in/granted.py", "x: int = 1\n"), write_file("in/broken.py", "x: int = 'a'\ny = (\n"), write_file("in/deep/data", "\xff\xfe data");
    snprintf(path, sizeof path, "%s/in/loop", folder), (void)!symlink("loop", path);
    snprintf(path, sizeof path, "%s/in/out", folder), (void)!symlink("../a.txt", path);
    snprintf(path, sizeof path, "%s/link", folder), (void)!symlink("in/deep/data", path);
}
static void grant(typhon_vm *vm, Input *in) {
    static const char *const grants[] = {"clock", "random", "env", "signals", "nothing", "", "threads", "read", "read", "write", "import"}, *const places[] = {"", "/in", "/in/granted.py", "/out", "/in/out", "/in/loop", "/missing"};
    const char *name = PICK(in, grants);
    char path[128];
    snprintf(path, sizeof path, "%s%s", folder, strcmp(name, "write") == 0 ? "/out" : PICK(in, places)); // (nothing else changes from one input to the next)
    bool is_of_files = strcmp(name, "read") == 0 || strcmp(name, "write") == 0 || strcmp(name, "import") == 0;
    typhon_grant(vm, name, is_of_files ? path : below(in, 2) ? NULL : "HOME");
}

// ---- VMs -----------------------------------------------------------------------------------------------------------

static void open_machine(World *world, Machine *machine) {
    Input *in = &world->in;
    choose_refusals(in);
    static const char *const argv[] = {"prog", "\xff", "x"};
    unsigned bits = byte(in);
    typhon_config config = {.userdata = machine, .output = bits & 1 ? output : NULL, .find_module = bits & 2 ? find_module : NULL, .suspends = bits & 4, .deterministic = bits & 8,
                            .check = (typhon_check)(bits >> 4 & 3) % 3, .argc = bits & 64 ? 3 : 0, .argv = argv, .hash_seed = 7};
    config.heap_limit = HEAP_LEAST << below(in, 9), config.recursion_limit = below(in, 4) ? 0 : 1 + below(in, 60), config.c_stack = below(in, 2);
    if (!below(in, 3)) config.map = lend, config.unmap = take_back;
    *machine = (Machine){.world = world, .suspends = config.suspends};
    machine->vm = typhon_open(&config);
    if (!machine->vm) return;
#ifdef FUZZ_FAILURES
    watch_heap(machine->vm->vm->heap);
#endif
    typhon_set_budget(machine->vm, 20000);
    typhon_def_value(machine->vm, "host", "FOLDER: str", typhon_str(machine->vm, folder, TYPHON_NUL_TERMINATED));
}
static void close_machine(World *world, Machine *machine) {
    (void)world;
    if (machine->vm) typhon_close(machine->vm);
    machine->vm = NULL;
    memset(machine->refs, 0, sizeof machine->refs);
}

static void make(Frame *frame) {
    typhon_vm *vm = frame->machine->vm;
    Input *in = &frame->machine->world->in;
    char buffer[TEXT * 2];
    size_t size;
    typhon_value items[3] = {frame->values[0], frame->values[1], frame->values[2]};
    double number;
    uint64_t bits;
    switch (below(in, 11)) {
    case 0: put(frame, typhon_bool(vm, byte(in) & 1)); break;
    case 1: put(frame, typhon_int(vm, (int64_t)word(in))); break;
    case 2: put(frame, typhon_int(vm, below(in, 9))); break;
    case 3: bits = word(in), memcpy(&number, &bits, sizeof number), put(frame, typhon_float(vm, number)); break;
    case 4: {
        const char *text = text_of(in, PICK(in, NAMES), buffer, &size);
        put(frame, typhon_str(vm, text, below(in, 2) ? size : TYPHON_NUL_TERMINATED));
        break;
    }
    case 5: {
        const char *text = text_of(in, PICK(in, SCRIPTS), buffer, &size);
        put(frame, typhon_bytes(vm, text, size));
        break;
    }
    case 6: put(frame, typhon_int_from_text(vm, c_text(in, "-123456789012345678901234567890", buffer))); break;
    case 7: put(frame, typhon_list(vm, below(in, 4) ? items : NULL, below(in, 4))); break;
    case 8: put(frame, typhon_tuple(vm, below(in, 4) ? items : NULL, below(in, 4))); break;
    case 9: put(frame, typhon_dict(vm)); break;
    case 10: {
        const typhon_class *made = class_of(frame->machine->world);
        void *data = NULL;
        if (!made) break;
        typhon_value object = typhon_new(vm, made, below(in, 2) ? &data : NULL);
        if (data && made->data_size) memset(data, 1, made->data_size);
        put(frame, object);
        break;
    }
    }
}

static void read_value(Frame *frame) {
    typhon_vm *vm = frame->machine->vm;
    typhon_value value = any(frame), other = any(frame), result;
    bool truth;
    int64_t number;
    double real;
    size_t size;
    const char *text;
    const void *bytes;
    switch (below(&frame->machine->world->in, 14)) {
    case 0: typhon_get_bool(vm, value, &truth); break;
    case 1: typhon_get_int(vm, value, &number); break;
    case 2: typhon_get_float(vm, value, &real); break;
    case 3: if (typhon_get_str(vm, value, &text, &size) == TYPHON_OK) require_utf8(text, size); break;
    case 4: if (typhon_get_str(vm, value, &text, NULL) == TYPHON_OK) require_utf8(text, strlen(text)); break;
    case 5: if (typhon_get_bytes(vm, value, &bytes, &size) == TYPHON_OK && size) require(memchr(bytes, *(const char *)bytes, size) == bytes, "bytes"); break;
    case 6: typhon_truth(vm, value, &truth); break;
    case 7: give(frame, typhon_repr(vm, value, &result), result); break;
    case 8: give(frame, typhon_to_str(vm, value, &result), result); break;
    case 9: put(frame, typhon_class_of(vm, value)); break;
    case 10: read_text(typhon_type_name(vm, value)), typhon_kind_of(vm, value); break;
    case 11: if (typhon_same(vm, value, other)) require(typhon_kind_of(vm, value) == typhon_kind_of(vm, other), "two kinds of one value"); break;
    case 12: typhon_equal(vm, value, other, &truth); break;
    case 13: typhon_is_instance(vm, value, other, &truth); break;
    }
}

static void use_value(Frame *frame) {
    typhon_vm *vm = frame->machine->vm;
    Input *in = &frame->machine->world->in;
    typhon_value value = any(frame), key = any(frame), item = any(frame), result = typhon_none(vm);
    const char *name = PICK(in, NAMES);
    typhon_value args[3] = {key, item, value};
    const char *const keywords[] = {name, "x"};
    bool truth;
    size_t size;
    switch (below(in, 14)) {
    case 0: typhon_length(vm, value, &size); break;
    case 1: give(frame, typhon_get_item(vm, value, key, &result), result); break;
    case 2: give(frame, typhon_get_index(vm, value, (ptrdiff_t)(int8_t)byte(in), &result), result); break;
    case 3: typhon_set_item(vm, value, key, item); break;
    case 4: typhon_del_item(vm, value, key); break;
    case 5: typhon_contains(vm, value, key, &truth); break;
    case 6: typhon_append(vm, value, item); break;
    case 7: give(frame, typhon_iter(vm, value, &result), result); break;
    case 8: give(frame, typhon_next(vm, value, &result), result); break;
    case 9: give(frame, typhon_get_attr(vm, value, name, &result), result); break;
    case 10: typhon_set_attr(vm, value, name, item); break;
    case 11: give(frame, typhon_call(vm, value, args, below(in, 4), &result), result); break;
    case 12: give(frame, typhon_call_keywords(vm, value, args, 2, keywords, below(in, 3), &result), result); break;
    case 13: give(frame, typhon_call_method(vm, value, name, args, below(in, 4), below(in, 2) ? &result : NULL), result); break;
    }
}

static void run(Frame *frame) {
    typhon_vm *vm = frame->machine->vm;
    Input *in = &frame->machine->world->in;
    char buffer[TEXT * 2];
    size_t size;
    typhon_value result = typhon_none(vm), invalid = {0};
    switch (below(in, 8)) {
    case 6: {
        const char *text = text_of(in, PICK(in, SCRIPTS), buffer, &size);
        give(frame, typhon_compile(vm, PICK(in, NAMES), NULL, text, size, &result), result);
        break;
    }
    case 7: { // bytecode, if the value is that; whole, cut, or with a bit changed
        const void *bytes;
        typhon_value given = any(frame);
        if (typhon_get_bytes(vm, given, &bytes, &size) != TYPHON_OK) break;
        unsigned char *copy = malloc(size + 1);
        if (!copy) break;
        memcpy(copy, bytes, size), copy[size] = 0;
        if (size && below(in, 3) == 2) copy[word(in) % size] ^= (unsigned char)(1 << below(in, 8));
        if (size && below(in, 8) == 7) size = word(in) % size;
        give(frame, typhon_load(vm, PICK(in, NAMES), NULL, (const char *)copy, size, &result), result);
        free(copy);
        break;
    }
    case 0: case 1: {
        const char *text = text_of(in, PICK(in, SCRIPTS), buffer, &size);
        typhon_run(vm, below(in, 2) ? NULL : "s.py", text, size);
        break;
    }
    case 2: {
        const char *text = text_of(in, PICK(in, SCRIPTS), buffer, &size);
        give(frame, typhon_load(vm, PICK(in, NAMES), NULL, text, size, &result), result);
        break;
    }
    case 3: {
        const char *text = text_of(in, PICK(in, SCRIPTS), buffer, &size);
        typhon_check_text(vm, PICK(in, NAMES), "c.py", text, size);
        break;
    }
    case 4: {
        const char *text = text_of(in, PICK(in, EXPRESSIONS), buffer, &size);
        typhon_value module = any(frame);
        if (size % 2) module = invalid; // __main__
        give(frame, typhon_eval(vm, module, text, size, &result), result);
        break;
    }
    case 5: give(frame, typhon_import(vm, PICK(in, NAMES), &result), result); break;
    }
}

static void define(Frame *frame) {
    Machine *machine = frame->machine;
    typhon_vm *vm = machine->vm;
    Input *in = &machine->world->in;
    char buffer[TEXT * 2];
    size_t size;
    const char *module = below(in, 4) ? "host" : PICK(in, NAMES), *text;
    switch (below(in, 6)) {
    case 0: case 1: { // a function without parameters reads no argument
        text = c_text(in, PICK(in, SIGNATURES), buffer);
        const char *open = strchr(text, '('); // what has no parameter for sure is not read
        typhon_def(vm, module, text, open && open == strstr(text, "(x: object)") ? with_argument : without, machine);
        break;
    }
    case 2: declare_class(frame); break;
    case 3: typhon_def_value(vm, module, c_text(in, "VERSION: str", buffer), any(frame)); break;
    case 4: text = text_of(in, PICK(in, SCRIPTS), buffer, &size), typhon_def_text(vm, module, text, size); break;
    case 5: read_text(typhon_get_stub(vm, module)); break;
    }
}

static void keep(Frame *frame) {
    Machine *machine = frame->machine;
    typhon_vm *vm = machine->vm;
    Input *in = &machine->world->in;
    typhon_ref **ref = &machine->refs[below(in, REFS)];
    typhon_message **message = &machine->world->messages[below(in, MESSAGES)];
    typhon_value value;
    switch (below(in, 7)) {
    case 0: typhon_ref_free(vm, *ref), *ref = typhon_ref_new(vm, any(frame)); break;
    case 1: if (*ref) put(frame, typhon_ref_value(vm, *ref)); break;
    case 2: typhon_ref_free(vm, *ref), *ref = NULL; break;
    case 3: typhon_message_free(*message), *message = NULL; if (typhon_pack(vm, any(frame), message) != TYPHON_OK) *message = NULL; break;
    case 4: if (*message) give(frame, typhon_unpack(vm, *message, &value), value); break;
    case 5: typhon_message_free(*message), *message = NULL; break;
    case 6: if (class_of(machine->world)) typhon_data(vm, any(frame), class_of(machine->world)); break;
    }
}

static void scopes(Frame *frame) {
    typhon_vm *vm = frame->machine->vm;
    Input *in = &frame->machine->world->in;
    if (frame->depth < SCOPES && (!frame->depth || below(in, 2))) {
        frame->scopes[frame->depth++] = typhon_scope_open(vm);
        return;
    }
    unsigned kept = below(in, VALUES), to = below(in, frame->depth);
    typhon_value value = frame->values[kept];
    bool keeps = below(in, 2);
    if (keeps) value = typhon_scope_keep(vm, frame->scopes[to], value);
    else typhon_scope_close(vm, frame->scopes[to]);
    frame->depth = to;
    for (unsigned i = 0; i < VALUES; i++)
        if (frame->levels[i] > to) frame->values[i] = typhon_none(vm), frame->levels[i] = 0;
    if (keeps) frame->values[kept] = value, frame->levels[kept] = to;
}

static void limits(Frame *frame) {
    Machine *machine = frame->machine;
    typhon_vm *vm = machine->vm;
    Input *in = &machine->world->in;
    typhon_memory memory;
    typhon_value result = typhon_none(vm);
    bool is_inside = machine->nested;
    switch (below(in, 9)) {
    case 0: if (!is_inside) typhon_set_budget(vm, 1 + below(in, 255) * (uint64_t)below(in, 255)); break;
    case 1: if (!is_inside) typhon_set_time(vm, below(in, 3)); break;
    case 2: case 3: give(frame, typhon_resume(vm, &result), result); break;
    case 4: typhon_cancel(vm); break;
    case 5: typhon_complete(vm, any(frame)); break;
    case 6: typhon_interrupt(vm); break;
    case 7: typhon_get_memory(vm, &memory), typhon_get_suspension(vm), typhon_collect(vm); break;
    case 8: if (!is_inside) grant(vm, in); break;
    }
}

// ---- misuse ----------------------------------------------------------------------------------------------------------

#if (!defined(NDEBUG) || defined(TYPHON_EXPENSIVE_ASSERTS)) && !defined(FUZZ_FAILURES)
enum { IS_CHECKED = true };
#else
enum { IS_CHECKED = false };
#endif
// A value of a scope that has closed, or of another VM, is given to any function: in a child, which ends by that (SIGABRT, with a message) or, where it was none, as ever.
static void misuse(Frame *frame) {
    World *world = frame->machine->world;
    Input *in = &world->in;
    if (!IS_CHECKED || frame->machine->nested || ++world->misuses > MISUSES) return;
    typhon_value bad;
    typhon_vm *other = world->machines[below(in, VMS)].vm;
    if (other && other != frame->machine->vm && below(in, 2)) {
        bad = below(in, 2) ? typhon_list(other, NULL, 2) : typhon_str(other, "of another", 10);
    } else {
        typhon_scope scope = typhon_scope_open(frame->machine->vm);
        bad = below(in, 2) ? typhon_list(frame->machine->vm, NULL, 2) : typhon_str(frame->machine->vm, "of old", 6);
        typhon_scope_close(frame->machine->vm, scope);
    }
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout)) _exit(0);
        signal(SIGABRT, SIG_DFL);
        alarm(5);
        for (unsigned i = below(in, 4); i < 3; i++) { // what lay there is overwritten
            typhon_int_from_text(frame->machine->vm, "123456789012345678901234567890");
            typhon_scope_open(frame->machine->vm);
        }
        for (unsigned i = 0; i < VALUES; i++) frame->values[i] = bad;
        switch (below(in, 4)) {
        case 0: read_value(frame); break;
        case 1: use_value(frame); break;
        case 2: keep(frame); break;
        case 3: make(frame); break;
        }
        _exit(0);
    }
    int status = 0;
    if (child > 0) waitpid(child, &status, 0);
    require(child < 0 || (WIFEXITED(status) && !WEXITSTATUS(status)) || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGABRT || WTERMSIG(status) == SIGALRM)), "misuse that is not caught");
}

static void step(Frame *frame) {
    World *world = frame->machine->world;
    if (world->in.at >= world->in.end || ++world->steps > 400) return;
    switch (below(&world->in, 13)) {
    case 0: case 1: make(frame); break;
    case 2: read_value(frame); break;
    case 3: case 4: use_value(frame); break;
    case 5: case 6: run(frame); break;
    case 7: define(frame); break;
    case 8: keep(frame); break;
    case 9: scopes(frame); break;
    case 10: limits(frame); break;
    case 11: read_problems(frame, below(&world->in, 2)); break;
    case 12: if (below(&world->in, 2)) choose_refusals(&world->in); else misuse(frame); break;
    }
}

// Closed without refusals, as what is lost then is looked for afterwards.
static void live(World *world) {
    Frame frames[VMS];
    typhon_close(NULL), typhon_message_free(NULL);
    while (world->in.at < world->in.end && world->steps < 400) {
        unsigned which = below(&world->in, VMS);
        Machine *machine = &world->machines[which];
        if (!machine->vm) {
            open_machine(world, machine);
            if (!machine->vm) continue;
            frame_init(&frames[which], machine);
            typhon_def(machine->vm, "host", SIGNATURES[0], with_argument, machine), typhon_def(machine->vm, "host", SIGNATURES[1], with_argument, machine);
        }
        for (unsigned count = below(&world->in, 16); count; count--) step(&frames[which]);
        if (below(&world->in, 16) == 15) close_machine(world, machine);
    }
}
static void *live_on_thread(void *world) { return live(world), NULL; }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
enum { FRAMES = 8 }; // are so many times as large
#else
enum { FRAMES = 1 };
#endif
// On this thread, or on one whose C stack is small, and closed by this one.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    World *world = calloc(1, sizeof *world);
    if (!world) return 0;
    make_folder();
    refusals = (struct Refusals){0};
    world->in = (Input){data, data + size};
    static const size_t kilobytes[] = {0, 0, 64, 128, 256, 1024};
    size_t stack = PICK(&world->in, kilobytes) * 1024 * FRAMES;
#ifdef TYPHON_GC_BOEHM
    stack = 0; // it knows no stacks but the threads' own, so the front end has none of its own
#endif
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    if (!stack || pthread_attr_setstacksize(&attributes, stack + sizeof(World) / 2) || pthread_create(&thread, &attributes, live_on_thread, world)) live(world);
    else pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    refusals = (struct Refusals){0};
    for (unsigned i = 0; i < VMS; i++) close_machine(world, &world->machines[i]);
    for (unsigned i = 0; i < MESSAGES; i++) typhon_message_free(world->messages[i]);
    free(world);
    return 0;
}

// ---- the program -----------------------------------------------------------------------------------------------------
#ifndef TYPHON_LIBFUZZER
#include <fcntl.h>
#include <sys/mman.h>
#include <time.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#else
static int __lsan_do_recoverable_leak_check(void) { return 0; }
#endif

enum { INPUT_MOST = 4096, SECONDS_MOST = 120 };

static uint64_t next_random(uint64_t *state) { // xorshift64*
    *state ^= *state >> 12, *state ^= *state << 25, *state ^= *state >> 27;
    return *state * 2685821657736338717u;
}

static int replay(const char *path) {
    static uint8_t data[INPUT_MOST];
    FILE *file = fopen(path, "rb");
    if (!file) return perror(path), 2;
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    uint8_t *exact = malloc(size + !size); // so that reading past its end is seen
    if (!exact) return 2;
    memcpy(exact, data, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

// fuzz_api [--seconds N] [--seed N] [--current FILE] [--leaks 1]: random inputs; the one under way is in FILE, which is what to replay when it ends the process; with --leaks
// memory that an input has lost ends it at once (LeakSanitizer; slower), otherwise at the end of all. fuzz_api FILE...: these inputs.
int main(int argc, char **argv) {
    double seconds = 10;
    uint64_t seed = 1, count = 0;
    const char *current = NULL;
    bool looks_for_leaks = false;
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        if (strcmp(argv[at], "--seconds") == 0) seconds = strtod(argv[at + 1], NULL);
        else if (strcmp(argv[at], "--seed") == 0) seed = strtoull(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--current") == 0) current = argv[at + 1];
        else if (strcmp(argv[at], "--leaks") == 0) looks_for_leaks = strcmp(argv[at + 1], "0") != 0;
        else return fprintf(stderr, "fuzz_api: what is %s?\n", argv[at]), 2;
    }
    int status = 0;
    if (at < argc) {
        for (; at < argc && !status; at++) status = replay(argv[at]);
        return status;
    }
    uint8_t *shared = NULL;
    int file = current ? open(current, O_RDWR | O_CREAT | O_TRUNC, 0644) : -1;
    if (current && (file < 0 || ftruncate(file, INPUT_MOST) || (shared = mmap(NULL, INPUT_MOST, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)) == MAP_FAILED)) return perror(current), 2;
    uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double end = (double)now.tv_sec + seconds;
    do {
        size_t size = 16 + next_random(&state) % 1500;
        uint8_t *data = malloc(size);
        if (!data) return 2;
        for (size_t i = 0; i < size; i++) data[i] = (uint8_t)(next_random(&state) >> 32);
        if (shared) memcpy(shared, data, size), ftruncate(file, (off_t)size) ? (void)0 : (void)0; // the file is the input
        alarm(SECONDS_MOST); // what hangs ends with SIGALRM
        LLVMFuzzerTestOneInput(data, size);
        free(data), count++;
        if (looks_for_leaks && __lsan_do_recoverable_leak_check()) return fprintf(stderr, "input %llu of seed %llu loses memory\n", (unsigned long long)count, (unsigned long long)seed), 1;
        if (shared && ftruncate(file, INPUT_MOST)) return perror(current), 2;
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((double)now.tv_sec < end);
    printf("%llu inputs, seed %llu\n", (unsigned long long)count, (unsigned long long)seed);
    return 0;
}
#endif
