// Fuzzer of bytecode through the API: programs are compiled (typhon_compile), what comes out is changed, field by field or byte by byte, given a header that
// is right again, and loaded (typhon_run) by a VM without grants and with limits. Whatever the bytes are, nothing may happen but an error or a run.
//
//     fuzz_bytecode [--seconds N] [--count N] [--seed N] [--findings FOLDER] [--native] FILE-OR-MUTANT ...
//
// --native: what is executed a third time becomes machine code, which a VM of the API does not have otherwise: nothing is counted then, so that a run is interrupted again and
// again after half a second, and what it takes no notice of that is given up.
// FILE.py: a program to start from. Any other file: a mutant that was found before, run as it is. The work is done in a child process: when one dies, or hangs for
// 20 seconds, what it was running is written to the folder, and another goes on. Exit status 1 when something was found.
#define _GNU_SOURCE
#include "base/digest.h"
#include "compiler/unit_file.h"
#include "embed/api.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MUTANT_MOST = 4 << 20, PER_SEED = 40, HEADER = 48, REST_AT = 24, SOURCE_SIZE_AT = 40, BATCH = 400, NATIVE_SOON = 2, INTERRUPTS_MOST = 60 };
#define NATIVE_MEMORY ((rlim_t)4 << 30)

typedef struct Shared { // between parent and child
    uint64_t tried, accepted, finished;
    size_t size; // of the mutant that is being run
    uint8_t bytes[MUTANT_MOST];
} Shared;

static uint64_t state;
static uint32_t any(uint32_t below) { // splitmix64
    uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9, z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return below ? (uint32_t)((z ^ z >> 31) % below) : 0;
}
static bool once_in(uint32_t times) { return !any(times); }

// ---- running ------------------------------------------------------------------------------------------------------------

static typhon_vm *volatile interrupted;
static volatile sig_atomic_t interrupts;
static void interrupt(int signal) {
    (void)signal;
    if (++interrupts > INTERRUPTS_MOST) _exit(0); // it handles them all, or is in a native that does not look
    if (interrupted) typhon_interrupt(interrupted);
}
static void begin_native(typhon_vm *vm) {
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ // which map more than that
    const struct rlimit memory = {NATIVE_MEMORY, NATIVE_MEMORY};
    setrlimit(RLIMIT_AS, &memory);
#endif
#ifndef TYPHON_CORE
    vm->vm->native_after = NATIVE_SOON;
#endif
    interrupted = vm, interrupts = 0;
    signal(SIGALRM, interrupt);
    const struct itimerval times = {.it_value.tv_usec = 500000, .it_interval.tv_usec = 50000};
    setitimer(ITIMER_REAL, &times, NULL);
}

static void run_mutant(Shared *shared, const uint8_t *bytes, size_t size, bool native) {
    const typhon_config config = {.heap_limit = native ? 0 : 48 << 20, .recursion_limit = 150, .hash_seed = 1, .suspends = !native && once_in(4)};
    typhon_vm *vm = typhon_open(&config);
    if (!vm) return;
    if (native) {
        begin_native(vm);
    } else {
        alarm(20); // (the same timer)
        typhon_set_budget(vm, 100000);
        typhon_set_time(vm, 2000);
    }
    uint8_t *exact = malloc(size ? size : 1); // so that reading beyond it is seen
    memcpy(exact, bytes, size);
    typhon_status status = typhon_run(vm, "fuzz.py", (const char *)exact, size);
    typhon_error error;
    bool is_refused = status == TYPHON_ERROR && typhon_get_error(vm, &error) && strcmp(error.type, "ImportError") == 0 && strncmp(error.message, "the bytecode", 12) == 0;
    shared->tried++, shared->accepted += !is_refused, shared->finished += status == TYPHON_OK;
    if (status == TYPHON_SUSPENDED && once_in(2)) status = typhon_resume(vm, NULL);
    if (status == TYPHON_SUSPENDED) typhon_cancel(vm);
    typhon_collect(vm);
    free(exact);
    interrupted = NULL;
    typhon_close(vm);
    const struct itimerval off = {0};
    setitimer(ITIMER_REAL, &off, NULL);
}

// ---- changing -----------------------------------------------------------------------------------------------------------

typedef struct UnitPool {
    CodeUnit *units[4096];
    uint32_t count;
} UnitPool;
static void gather(UnitPool *pool, CodeUnit *unit) {
    if (pool->count < 4096) pool->units[pool->count++] = unit;
    for (uint32_t i = 0; i < unit->child_count; i++) gather(pool, unit->children[i]);
}

static uint16_t operand(const CodeUnit *unit, uint16_t now) {
    switch (any(8)) {
    case 0: return (uint16_t)any(65536);
    case 1: return (uint16_t)(now + 1);
    case 2: return (uint16_t)(now - 1);
    case 3: return (uint16_t)any(4);
    case 4: return (uint16_t)any(unit->constant_count + 1);
    default: return (uint16_t)any(unit->register_count + 1u);
    }
}

static void change_instruction(CodeUnit *unit, const UnitPool *pool) {
    if (!unit->code_count) return;
    uint32_t at = any(unit->code_count);
    Instruction *i = &unit->code[at];
    const CodeUnit *other = once_in(3) ? pool->units[any(pool->count)] : unit;
    switch (any(9)) {
    case 0: i->op = (uint16_t)any(OPCODE_COUNT + 2); break;
    case 1: case 2: i->a = operand(unit, i->a); break;
    case 3: case 4: i->b = operand(unit, i->b); break;
    case 5: i->c = operand(unit, i->c); break;
    case 6:
        if (other->code_count) *i = other->code[any(other->code_count)];
        break;
    case 7: {
        uint32_t with = any(unit->code_count);
        Instruction kept = *i;
        *i = unit->code[with], unit->code[with] = kept;
        break;
    }
    default: *i = (Instruction){.op = OP_NOP}; break;
    }
}

static void change_constant(CodeUnit *unit) {
    if (!unit->constant_count) return;
    UnitConstant *constants = (UnitConstant *)(uintptr_t)unit->constants, *c = &constants[any(unit->constant_count)];
    switch (any(4)) {
    case 0: *c = constants[any(unit->constant_count)]; break;
    case 1: *c = (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = AST_CONST_INT, .integer = (int64_t)((uint64_t)any(UINT32_MAX) << any(33))}}; break;
    case 2:
        if (c->kind == UNIT_CONST_TUPLE || c->kind == UNIT_CONST_FROZENSET) c->kind = c->kind == UNIT_CONST_TUPLE ? UNIT_CONST_FROZENSET : UNIT_CONST_TUPLE;
        else if (c->kind == UNIT_CONST_VALUE && c->value.kind == AST_CONST_STR) c->value.kind = AST_CONST_BYTES;
        else if (c->kind == UNIT_CONST_VALUE && c->value.kind == AST_CONST_BYTES) c->value.kind = once_in(2) ? AST_CONST_STR : AST_CONST_BIG_INT;
        break;
    default:
        if (c->kind == UNIT_CONST_TUPLE && c->count) c->count -= 1, c->items += any(2);
        else *c = (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = AST_CONST_NONE}};
        break;
    }
}

static void change_head(CodeUnit *unit, const UnitPool *pool) {
    switch (any(13)) {
    case 0: unit->flags ^= 1u << any(14); break;
    case 1:
        unit->register_count = (uint16_t)(unit->register_count + any(5) - 2);
        unit->register_types = NULL; // written for each register
        break;
    case 2: unit->positional = (uint16_t)any(unit->local_count + 1u); break;
    case 3: unit->keyword_only = (uint16_t)any(unit->local_count + 1u); break;
    case 4: unit->positional_only = (uint16_t)any(unit->positional + 1u); break;
    case 5:
        if (unit->local_count) unit->local_count--;
        break;
    case 6:
        if (unit->free_count) unit->free_sources[any(unit->free_count)] = (FreeSource){once_in(2), (uint16_t)any(unit->register_count + 2u)};
        break;
    case 7:
        if (unit->free_count) unit->free_count--;
        break;
    case 8: unit->free_class_index = (int32_t)any(unit->free_count + 1) - 1; break;
    case 9: unit->class_cell_register = (int32_t)any(unit->register_count + 1u) - 1; break;
    case 10:
        if (unit->child_count) unit->children[any(unit->child_count)] = once_in(3) ? unit->children[any(unit->child_count)] : unit->children[0];
        break;
    case 11:
        if (unit->parameter_guard_count) unit->parameter_guards[any(unit->parameter_guard_count)] = (ParameterGuard){(uint16_t)any(unit->register_count + 1u), (uint16_t)any(65536)};
        break;
    default:
        if (unit->attribute_count) unit->attribute_names[any(unit->attribute_count)] = pool->units[any(pool->count)]->name;
        if (unit->global_count) unit->global_names[any(unit->global_count)] = pool->units[any(pool->count)]->name;
        break;
    }
}

static void change_handler(CodeUnit *unit) {
    if (!unit->handler_count) return;
    HandlerEntry *entry = &unit->handlers[any(unit->handler_count)];
    switch (any(5)) {
    case 0: entry->start = any(unit->code_count); break;
    case 1: entry->end = any(unit->code_count + 1); break;
    case 2: entry->handler = any(unit->code_count); break;
    case 3: entry->reg = (uint16_t)any(unit->register_count + 1u); break;
    default: *entry = unit->handlers[any(unit->handler_count)]; break;
    }
}

static void change(CodeUnit *unit, const UnitPool *pool) {
    uint32_t which = any(20);
    if (which < 12) change_instruction(unit, pool);
    else if (which < 15) change_constant(unit);
    else if (which < 17) change_handler(unit);
    else if (which < 19) change_head(unit, pool);
    else if (unit->register_types && unit->register_count) unit->register_types[any(unit->register_count)] = (uint8_t)any(256);
    else if (unit->expected_types && unit->code_count) unit->expected_types[any(unit->code_count)] = (uint8_t)any(40);
}

static bool change_units(Shared *shared, const uint8_t *seed, size_t size) {
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, 256 << 20, &out_of_memory);
    if (setjmp(out_of_memory)) return arena_free(&arena), false;
    AtomTable atoms;
    Source source;
    atoms_init(&atoms, &arena);
    source_init(&source, "fuzz.py", "", 0);
    memcpy(&source.size, seed + SOURCE_SIZE_AT, sizeof source.size);
    CodeUnit *unit = unit_read((UnitBytes){seed + HEADER, size - HEADER}, &source, &arena, &atoms);
    bool good = unit != NULL;
    if (good) {
        static UnitPool pool;
        pool.count = 0;
        gather(&pool, unit);
        for (uint32_t times = once_in(2) ? 1 : 1 + any(6); times--;) change(pool.units[any(pool.count)], &pool);
        UnitBytes bytes = unit_write(unit, &arena);
        good = bytes.size + HEADER <= MUTANT_MOST;
        if (good) memcpy(shared->bytes, seed, HEADER), memcpy(shared->bytes + HEADER, bytes.bytes, bytes.size), shared->size = HEADER + bytes.size;
    }
    arena_free(&arena);
    return good;
}

static void change_bytes(Shared *shared, const uint8_t *seed, size_t size) {
    memcpy(shared->bytes, seed, size);
    shared->size = size;
    for (uint32_t times = 1 + any(4); times--;) {
        uint8_t *place = &shared->bytes[HEADER + any((uint32_t)(size - HEADER))];
        if (once_in(3)) *place = (uint8_t)any(256);
        else if (once_in(2)) *place ^= (uint8_t)(1u << any(8));
        else (*place)++;
    }
    if (once_in(10)) shared->size = HEADER + any((uint32_t)(size - HEADER));
    if (once_in(20)) memset(shared->bytes + any(8), 'x', any(HEADER - 8));
}

static void put_right(Shared *shared) {
    if (shared->size < HEADER || once_in(50)) return;
    Digest rest = digest_add((Digest){{0}}, shared->bytes + SOURCE_SIZE_AT, sizeof(uint32_t));
    rest = digest_add(rest, shared->bytes + HEADER, shared->size - HEADER);
    memcpy(shared->bytes + REST_AT, &rest, sizeof rest);
}

// ---- programs -----------------------------------------------------------------------------------------------------------

static uint8_t *read_file(const char *path, size_t *size) {
    int file = open(path, O_RDONLY);
    uint8_t *bytes = malloc(MUTANT_MOST);
    ssize_t got, count = 0;
    while (file >= 0 && bytes && (got = read(file, bytes + count, (size_t)(MUTANT_MOST - count))) > 0) count += got;
    if (file >= 0) close(file);
    *size = (size_t)count;
    return bytes;
}

static uint8_t *compiled(const char *path, size_t *size) {
    size_t text_size;
    uint8_t *text = read_file(path, &text_size), *copy = NULL;
    const typhon_config config = {.check = once_in(2) ? TYPHON_CHECK_GRADUAL : TYPHON_CHECK_NONE};
    typhon_vm *vm = typhon_open(&config);
    typhon_value bytecode;
    const void *bytes;
    if (typhon_compile(vm, "__main__", "fuzz.py", (const char *)text, text_size, &bytecode) == TYPHON_OK && typhon_get_bytes(vm, bytecode, &bytes, size) == TYPHON_OK &&
        *size < MUTANT_MOST && (copy = malloc(*size)))
        memcpy(copy, bytes, *size);
    typhon_close(vm);
    free(text);
    return copy;
}

static void run_batch(Shared *shared, char **files, uint32_t file_count, uint64_t until, uint64_t count, bool native) {
    for (uint64_t done = 0; done < count && (uint64_t)time(NULL) < until;) {
        size_t size;
        uint8_t *seed = compiled(files[any(file_count)], &size);
        for (uint32_t n = 0; seed && n < PER_SEED && done < count && (uint64_t)time(NULL) < until; n++, done++) {
            if (once_in(8) || !change_units(shared, seed, size)) change_bytes(shared, seed, size);
            put_right(shared);
            run_mutant(shared, shared->bytes, shared->size, native);
        }
        free(seed);
        if (!seed) done++;
    }
}

static void keep(const Shared *shared, const char *folder, int status, unsigned number) {
    char path[4096];
    snprintf(path, sizeof path, "%s/bytecode-%u.tyc", folder, number);
    FILE *file = fopen(path, "wb");
    if (file) fwrite(shared->bytes, 1, shared->size, file), fclose(file);
    fprintf(stderr, "FOUND %s: the process ended with %s %d\n", path, WIFSIGNALED(status) ? "signal" : "status", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

static bool is_program(const char *path) {
    size_t size = strlen(path);
    return size > 3 && strcmp(path + size - 3, ".py") == 0;
}

int main(int argc, char **argv) {
    uint64_t seconds = UINT32_MAX, count = UINT32_MAX, seed = 1;
    const char *folder = ".";
    char **files = calloc((size_t)argc, sizeof *files);
    uint32_t file_count = 0;
    bool native = false;
    Shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!files || shared == MAP_FAILED) return 2;
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--seconds") == 0) seconds = strtoull(value, NULL, 10), i++;
        else if (strcmp(argv[i], "--count") == 0) count = strtoull(value, NULL, 10), i++;
        else if (strcmp(argv[i], "--seed") == 0) seed = strtoull(value, NULL, 10), i++;
        else if (strcmp(argv[i], "--findings") == 0) folder = value, i++;
        else if (strcmp(argv[i], "--native") == 0) native = true;
        else if (is_program(argv[i])) files[file_count++] = argv[i];
        else {
            size_t size;
            uint8_t *mutant = read_file(argv[i], &size);
            run_mutant(shared, mutant, size, native);
            free(mutant);
        }
    }
    uint64_t until = (uint64_t)time(NULL) + seconds;
    unsigned found = 0;
    for (unsigned part = 0; file_count && shared->tried < count && (uint64_t)time(NULL) < until; part++) {
        uint64_t left = count - shared->tried;
        pid_t child = fork();
        if (!child) {
            state = seed * 1000003 + part;
            run_batch(shared, files, file_count, until, left < BATCH ? left : BATCH, native);
            _exit(0);
        }
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) < 0) return 2;
        if (status) keep(shared, folder, status, found++), shared->tried++;
    }
    printf("bytecode: %llu mutants, %llu accepted, %llu ran to their end, %u findings\n", (unsigned long long)shared->tried, (unsigned long long)shared->accepted,
           (unsigned long long)shared->finished, found);
    free(files);
    return found ? 1 : 0;
}
