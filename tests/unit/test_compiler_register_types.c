// compiler/register_types.h: what is found for registers; that the verifier refuses all that the instructions do not give.
#include "tests/unit/compiled.h"
#include "compiler/register_types.h"

// ---- what is found ------------------------------------------------------------------------------------------------------

// Parameters of def f, its body, and the types of its named variables; a variable that is not named here has none.
static const struct {
    const char *parameters, *body, *types;
} functions[] = {
    {"", "a = 1; b = -a; c = a + b * 3; d = a / b; e = d // 2; g = ~c; h = a ** 2", "a int, b int, c int, d float, e float, g int, h float|int|bool"},
    {"", "a = True; b = not a; c = a + a; d = a & b; e = a | 1; g = +a", "a bool, b bool, c int, d bool, e int, g int"},
    {"", "a = 1; a = 'text'; b = 1; b = 2.0; c = 1; c = True; d = None; d = 5", "b float|int|bool, c int|bool, d int|None"},
    {"n: int, x: float, s: str, z: complex, o: bool = None, l: list = None", "m = n - 1; y = x * n; t = s + s; n += 1; q = n < m; r = s * n",
     "n int|bool, x float|int|bool, s str, o bool|None, l list|None, m int, y float|int|bool, t str, q bool, r str"},
    {"a, b: object, *c, d, **e", "", "c tuple, e dict"},
    {"n: int, *c", "def g(): return n, c", ""}, // cells
    {"s: str, l: list", "a = s[1:]; b = s[0]; c = l[1:]; d = l[0]; e = s % l; g = s in l; h = f'{s}{l}'; i = [x for x in l]; j = {}; k = (s, l); m = {1}",
     "s str, l list, a str, b str, c list, e str, g bool, h str, i list, j dict, k tuple, m set"},
    {"s: str, l: list", "l += s; a = l == l; b = l < l; c = s < s; d = s < l; l += g()", "s str, a bool, b bool, c bool, d bool"},
    {"a", "b = a + 1; c = a is None; d = not a; e = a < 1; g = a in a; h = [a]; h += [1]; i = 1; i += a", "c bool, d bool, g bool, h list"},
    {"l: list", "for x in l: y = 1\nfor z in l: z = 2\nwith l as w: w = 3\ntry: pass\nexcept E as e: e = 4", "l list, y int"},
    {"n: int", "i = 0\nx = 0.0\nwhile i < n:\n i += 1\n x += i * 0.5\nreturn x", "n int|bool, i int, x float"},
    {"n: int", "i = 0; i, j = 1, 2; k = l = 3; m: int = 4; del m", "n int|bool, k int, l int, m int"},
    {"n: int", "n -= 1; a = b = n; b = 'x' if a else 'y'; c = n if n else 2.5", "n int|bool, a int, c float|int|bool"},
    // what the checker expects
    {"n: int, l: list[float], m: dict[str, int | None]", "for i in range(n): x = l[i] * 2; y = m['a']; s = str(x); t = s.upper(); u = t.split(); v = len(u) / 3",
     "n int|bool, l list, m dict, i int|bool, x float|int|bool, y int|bool|None, s str, t str, u list, v float"},
    {"a: object", "if isinstance(a, str): b = a\nc = [1, 'x'][0]; d = (1, 2)[0]; e = True if a else 1; g = 1 if a else 2.5; h = 1 if a else None", "b str, d int, e int|bool, g float|int|bool, h int|None"},
    {"n: int | None, m: int | str, k: dict[str, int], t: tuple[int, ...], b: bytes, s: set[int]", "", "n int|bool|None, k dict, t tuple, b bytes, s set"},
};

__attribute__((noinline)) static char *printed(const CodeUnit *unit) { // (inlined, gcc takes the stream's text for its address)
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    unit_print(unit, out);
    fclose(out);
    return text;
}

// The `types` line of `dis` without temporaries.
static void named_types(const CodeUnit *unit, char *names, size_t room) {
    char *text = printed(unit), *line = strstr(text, "      types 1:"), *end = line ? strchr(line, '\n') : NULL;
    size_t size = 0;
    names[0] = 0;
    for (char *at = end ? line + strlen("      types 1:") : NULL; at && at < end; at++) {
        size_t length = strcspn(at, ",\n");
        bool is_temporary = at[1] == 'r' && at[2] >= '0' && at[2] <= '9';
        if (!is_temporary) size += (size_t)snprintf(names + size, room - size, "%s%.*s", size ? "," : "", (int)length - !size, at + !size);
        at += length;
    }
    free(text);
}

static void what_is_found(void **unused) {
    (void)unused;
    int failed = 0;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        char text[1024], names[512];
        int size = snprintf(text, sizeof text, "def f(%s):\n ", functions[i].parameters);
        for (const char *at = functions[i].body; *at; at++) size += snprintf(text + size, sizeof text - (size_t)size, *at == '\n' ? "\n " : "%c", *at);
        snprintf(text + size, sizeof text - (size_t)size, "\n pass\n");
        Front front = {.unit = NULL};
        compile_text(&front, text, true);
        assert_true(unit_is_valid(front.unit));
        named_types(front.unit->children[0], names, sizeof names);
        if (strcmp(names, functions[i].types) != 0) print_error("%s  has %s\n  not %s\n", text, names, functions[i].types), failed++;
        arena_free(&front.arena);
    }
    assert_int_equal(failed, 0);
}

// ---- what is refused ----------------------------------------------------------------------------------------------------

static const char program[] =
    "class Point:\n"
    "    def __init__(self, x: float, y: float = 0.0, *names: str, scale: int = 1, **more: object) -> None:\n"
    "        self.x = x * scale\n"
    "        self.y = -y\n"
    "        self.names = names + ('a',)\n"
    "        more['b'] = f'{x}{y}'\n"
    "def sums(items: list[float], text: str, n: int, none: int | None = None) -> float:\n"
    "    total, count, words, flag, found = 0.0, 0, [], False, {}\n"
    "    i = 0\n"
    "    while i < n:\n"
    "        try:\n"
    "            total += i / 2; count += 1; words += [text * i]; flag = flag or i in words\n"
    "        except (ValueError, KeyError) as error:\n"
    "            total = 1.5 if flag else 2.5\n"
    "            found |= {text: error}\n"
    "        i += 1\n"
    "    for item in items:\n"
    "        with item as opened: name = text[1:] + text[0]\n"
    "    last = [w for w in words if w > name] and (x for x in words)\n"
    "    first, *rest = words\n"
    "    key = lambda a, *b: (a + 1, b, total)\n"
    "    match items:\n"
    "        case [1, *others] if others: return total ** count\n"
    "        case {'k': value, **fields}: return ~n << 3\n"
    "    return total % 3 if none is None else none\n";

static bool least_is_within_given(const CodeUnit *unit, TreeArena *arena) {
    CodeUnit copy = *unit;
    if (!unit->register_types) return true;
    copy.child_count = 0, copy.register_types = NULL;
    if (unit->expected_types) // what is superfluous in it is emptied
        copy.expected_types = memcpy(arena_array(arena, uint8_t, unit->code_count), unit->expected_types, unit->code_count);
    register_types_find(&copy, arena);
    for (uint32_t reg = 0; reg < unit->register_count; reg++)
        if (unit->register_types[reg] != PROVEN_NOTHING && copy.register_types && copy.register_types[reg] != PROVEN_NOTHING && // a register that is never written has any
            proven_type_set(copy.register_types[reg]) & ~proven_type_set(unit->register_types[reg]))
            return false;
    return true;
}

// Every other type in every register.
static void other_types(CodeUnit *unit, uint32_t *refused, uint32_t *accepted) {
    for (uint32_t reg = 0; unit->register_types && reg < unit->register_count; reg++) {
        uint8_t was = unit->register_types[reg];
        for (uint32_t type = 0; type < 256; type++) {
            unit->register_types[reg] = (uint8_t)type;
            bool is_valid = unit_is_valid(unit), is_type = (type & ~(uint32_t)PROVEN_OR_NONE) < PROVEN_TYPE_COUNT;
            if (!is_type) assert_false(is_valid);
            else if (was != PROVEN_NOTHING && proven_type_set(was) & ~proven_type_set((uint8_t)type)) assert_false(is_valid);
            else if (type == was) assert_true(is_valid);
            is_valid ? ++*accepted : ++*refused;
        }
        unit->register_types[reg] = was;
    }
    for (uint32_t i = 0; i < unit->child_count; i++) other_types(unit->children[i], refused, accepted);
}

static uint32_t next_random(uint32_t *state) { return (*state = *state * 1664525 + 1013904223) >> 8; }

// Fields of instructions, guards and types changed at random: what is still valid has the types that its instructions give.
static void change_at_random(CodeUnit *unit, TreeArena *arena, uint32_t *state, uint32_t *accepted) {
    for (int round = 0; unit->register_types && round < 4000; round++) {
        Instruction *instruction = &unit->code[next_random(state) % unit->code_count], was = *instruction;
        uint16_t *fields[] = {&instruction->op, &instruction->a, &instruction->b, &instruction->c};
        uint32_t which = next_random(state) % 4, limit = which ? next_random(state) % 8 ? unit->register_count + 1u : 65536 : OPCODE_COUNT;
        *fields[which] = (uint16_t)(next_random(state) % limit);
        uint32_t reg = next_random(state) % unit->register_count;
        uint8_t type = unit->register_types[reg];
        if (round % 4 == 0) unit->register_types[reg] = (uint8_t)(next_random(state) % PROVEN_TYPE_COUNT);
        uint8_t no_type, *expected = unit->expected_types ? &unit->expected_types[next_random(state) % unit->code_count] : &no_type;
        no_type = PROVEN_NOTHING;
        uint8_t expected_was = *expected;
        if (round % 16 == 1) *expected = (uint8_t)(next_random(state) % 256);
        ParameterGuard none = {0, 0}, *guard = unit->parameter_guard_count ? &unit->parameter_guards[next_random(state) % unit->parameter_guard_count] : &none, guard_was = *guard;
        if (round % 8 == 0 && guard != &none) *(round % 16 ? &guard->reg : &guard->mask) = (uint16_t)next_random(state);
        if (unit_is_valid(unit)) {
            ++*accepted;
            assert_true(least_is_within_given(unit, arena));
        }
        *instruction = was, unit->register_types[reg] = type, *expected = expected_was;
        if (guard != &none) *guard = guard_was;
    }
    assert_true(unit_is_valid(unit));
    for (uint32_t i = 0; i < unit->child_count; i++) change_at_random(unit->children[i], arena, state, accepted);
}

static void what_is_refused(void **unused) {
    (void)unused;
    Front front = {.unit = NULL};
    compile_text(&front, program, true);
    uint32_t refused = 0, accepted = 0, still_valid = 0, state = 1;
    other_types(front.unit, &refused, &accepted);
    assert_true(refused > accepted && accepted > 100);
    change_at_random(front.unit, &front.arena, &state, &still_valid);
    assert_true(still_valid > 1000);
    arena_free(&front.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_found), cmocka_unit_test(what_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
