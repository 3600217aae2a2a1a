// What a host pays, beside Lua 5.4: both in one process, in turns; medians of the rounds, of the processor's time (bench/README.md). Without TYPHON_BENCH_LUA only Typhon is measured.
#define _GNU_SOURCE
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <typhon.h>
#include <unistd.h>
#ifdef TYPHON_BENCH_LUA
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#endif

enum { ROUNDS = 21, OPENS = 50, CALLS = 200000, TEXTS = 50000, TEXT_SIZE = 1024, IDLE = 200 };
static char text[TEXT_SIZE];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}
static void stop(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}
// Pages of this process that are its own, in bytes.
static double resident(void) {
    malloc_trim(0); // what is free in the C library's heap would be used first
    FILE *file = fopen("/proc/self/statm", "r");
    long size, all, shared;
    if (!file || fscanf(file, "%ld %ld %ld", &size, &all, &shared) != 3) stop("no /proc/self/statm");
    fclose(file);
    return (double)(all - shared) * (double)sysconf(_SC_PAGESIZE);
}

// ---- Typhon

static const char script[] = "import host\n"
                             "def empty() -> None: pass\n"
                             "def echo(s: str) -> str: return s\n"
                             "def loop(n: int) -> None:\n    for _ in range(n): host.function(1)\n";
static typhon_vm *vm;
static typhon_value empty, echo, loop;

static typhon_status function(typhon_vm *in, void *userdata, const typhon_value *args, typhon_value *result) {
    int64_t n;
    (void)userdata;
    if (typhon_get_int(in, args[0], &n) != TYPHON_OK) return TYPHON_ERROR;
    return *result = typhon_int(in, n + 1), TYPHON_OK;
}
static void check(typhon_status status) {
    if (status != TYPHON_OK) stop(typhon_problem(vm));
}
static void open_typhon(void) {
    typhon_value module;
    if (!(vm = typhon_open(NULL))) stop("no memory");
    check(typhon_def(vm, "host", "def function(n: int) -> int", function, NULL));
    check(typhon_load(vm, "script", NULL, script, TYPHON_NUL_TERMINATED, &module));
    check(typhon_get_attr(vm, module, "empty", &empty));
    check(typhon_get_attr(vm, module, "echo", &echo));
    check(typhon_get_attr(vm, module, "loop", &loop));
}
// Before each of the rows about opening one is opened that is not counted: it meets what the row before, the other's, has left to do in the C library's heap.
static double typhon_opens(void) {
    typhon_close(typhon_open(NULL));
    double start = now();
    for (int i = 0; i < OPENS; i++) typhon_close(typhon_open(NULL));
    return (now() - start) / OPENS;
}
static typhon_vm *load_typhon(void) {
    typhon_vm *fresh = typhon_open(NULL);
    if (!fresh || typhon_load(fresh, "small", NULL, "def double(n: int) -> int: return 2 * n\n", TYPHON_NUL_TERMINATED, NULL) != TYPHON_OK) stop("not loaded");
    return fresh;
}
static double typhon_loads(void) {
    typhon_close(load_typhon());
    double start = now();
    for (int i = 0; i < OPENS; i++) typhon_close(load_typhon());
    return (now() - start) / OPENS;
}
static double typhon_calls(void) {
    double start = now();
    for (int i = 0; i < CALLS; i++) check(typhon_call(vm, empty, NULL, 0, NULL));
    return (now() - start) / CALLS;
}
static double typhon_host_calls(void) {
    typhon_value count = typhon_int(vm, CALLS);
    double start = now();
    check(typhon_call(vm, loop, &count, 1, NULL));
    return (now() - start) / CALLS;
}
static double typhon_texts(void) {
    double start = now();
    for (int i = 0; i < TEXTS; i++) {
        const char *got;
        size_t size;
        typhon_scope scope = typhon_scope_open(vm);
        typhon_value given = typhon_str(vm, text, TEXT_SIZE), result;
        check(typhon_call(vm, echo, &given, 1, &result));
        check(typhon_get_str(vm, result, &got, &size));
        if (size != TEXT_SIZE) stop("not the text");
        typhon_scope_close(vm, scope);
    }
    return (now() - start) / TEXTS;
}
static typhon_vm *new_typhon(void) { return typhon_open(NULL); }
static double typhon_memory_of(typhon_vm *(*make)(void)) {
    static typhon_vm *vms[IDLE];
    double before = resident();
    for (int i = 0; i < IDLE; i++) vms[i] = make();
    double each = (resident() - before) / IDLE;
    for (int i = 0; i < IDLE; i++) typhon_close(vms[i]);
    return each;
}
static double typhon_idle(void) { return typhon_memory_of(new_typhon); }
static double typhon_loaded(void) { return typhon_memory_of(load_typhon); }

// ---- Lua

#ifdef TYPHON_BENCH_LUA
static const char chunk[] = "function empty() end\n"
                            "function echo(s) return s end\n"
                            "function loop(n) for _ = 1, n do host_function(1) end end\n";
static lua_State *lua;

static int lua_function(lua_State *in) { return lua_pushinteger(in, luaL_checkinteger(in, 1) + 1), 1; }
static void check_lua(int status) {
    if (status != LUA_OK) stop(lua_tostring(lua, -1));
}
static lua_State *new_lua(void) {
    lua_State *made = luaL_newstate();
    if (!made) stop("no memory");
    luaL_openlibs(made);
    return made;
}
static void open_lua(void) {
    lua = new_lua();
    lua_register(lua, "host_function", lua_function);
    check_lua(luaL_dostring(lua, chunk));
}
static double lua_opens(void) {
    lua_close(new_lua());
    double start = now();
    for (int i = 0; i < OPENS; i++) lua_close(new_lua());
    return (now() - start) / OPENS;
}
static lua_State *load_lua(void) {
    lua_State *fresh = new_lua();
    if (luaL_dostring(fresh, "function double(n) return 2 * n end\n") != LUA_OK) stop("not loaded");
    return fresh;
}
static double lua_loads(void) {
    lua_close(load_lua());
    double start = now();
    for (int i = 0; i < OPENS; i++) lua_close(load_lua());
    return (now() - start) / OPENS;
}
static double lua_calls(void) {
    lua_getglobal(lua, "empty"); // as the host of Typhon has it at hand
    double start = now();
    for (int i = 0; i < CALLS; i++) lua_pushvalue(lua, -1), check_lua(lua_pcall(lua, 0, 0, 0));
    double end = now();
    lua_pop(lua, 1);
    return (end - start) / CALLS;
}
static double lua_host_calls(void) {
    double start = now();
    lua_getglobal(lua, "loop"), lua_pushinteger(lua, CALLS), check_lua(lua_pcall(lua, 1, 0, 0));
    return (now() - start) / CALLS;
}
static double lua_texts(void) {
    lua_getglobal(lua, "echo");
    double start = now();
    for (int i = 0; i < TEXTS; i++) {
        size_t size;
        lua_pushvalue(lua, -1), lua_pushlstring(lua, text, TEXT_SIZE), check_lua(lua_pcall(lua, 1, 1, 0));
        if (!lua_tolstring(lua, -1, &size) || size != TEXT_SIZE) stop("not the text");
        lua_pop(lua, 1);
    }
    double end = now();
    lua_pop(lua, 1);
    return (end - start) / TEXTS;
}
static double lua_memory_of(lua_State *(*make)(void)) {
    static lua_State *states[IDLE];
    double before = resident();
    for (int i = 0; i < IDLE; i++) states[i] = make();
    double each = (resident() - before) / IDLE;
    for (int i = 0; i < IDLE; i++) lua_close(states[i]);
    return each;
}
static double lua_idle(void) { return lua_memory_of(new_lua); }
static double lua_loaded(void) { return lua_memory_of(load_lua); }
#endif

// ---- the table

typedef double (*Measure)(void);
typedef struct Row {
    const char *name, *unit;
    double scale;
    Measure typhon, lua;
} Row;
#ifdef TYPHON_BENCH_LUA
#define BOTH(name) typhon_##name, lua_##name
#else
#define BOTH(name) typhon_##name, NULL
#endif
static const Row rows[] = {
    {"open and close a VM", "us", 1e3, BOTH(opens)},
    {"open a VM, load a function of one line, close it", "us", 1e3, BOTH(loads)},
    {"call an empty script function from C", "ns", 1, BOTH(calls)},
    {"call a C function from a script, in a loop", "ns", 1, BOTH(host_calls)},
    {"pass a 1 KB string to a script function and back", "ns", 1, BOTH(texts)},
    {"memory of an idle VM", "KB", 1024, BOTH(idle)},
    {"memory of a VM that has loaded a function of one line", "KB", 1024, BOTH(loaded)},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}
static double median(double *values) {
    qsort(values, ROUNDS, sizeof *values, by_size);
    return values[ROUNDS / 2];
}

int main(void) {
    static double typhon[ROW_COUNT][ROUNDS], other[ROW_COUNT][ROUNDS], ratio[ROW_COUNT][ROUNDS];
    memset(text, 'x', sizeof text);
    open_typhon();
#ifdef TYPHON_BENCH_LUA
    open_lua();
#endif
    for (int round = -1; round < ROUNDS; round++) // the first is not counted
        for (int i = 0; i < ROW_COUNT; i++) {
            double ours = rows[i].typhon(), theirs = rows[i].lua ? rows[i].lua() : 0;
            if (round < 0) continue;
            typhon[i][round] = ours, other[i][round] = theirs, ratio[i][round] = theirs > 0 ? ours / theirs : 0;
        }
    printf("| | Typhon | Lua 5.4 | ratio |\n|---|---|---|---|\n");
    for (int i = 0; i < ROW_COUNT; i++) {
        double ours = median(typhon[i]) / rows[i].scale, theirs = median(other[i]) / rows[i].scale;
        if (rows[i].lua) printf("| %s | %.1f %s | %.1f %s | %.2f |\n", rows[i].name, ours, rows[i].unit, theirs, rows[i].unit, median(ratio[i]));
        else printf("| %s | %.1f %s | | |\n", rows[i].name, ours, rows[i].unit);
    }
    typhon_close(vm);
#ifdef TYPHON_BENCH_LUA
    lua_close(lua);
#endif
    return 0;
}
