// unit_is_harmless: what the compiler makes is; without the instruction that another one relies on it is not, though every operand is in range.
#include "tests/unit/compiled.h"

static const char program[] = "import os\n"
                              "def outer(items, text):\n"
                              "    total = 0\n"
                              "    def inner(): return total\n"
                              "    for item in items: total += item\n"
                              "    try:\n"
                              "        made = [f'{x}{text!r:>4}' for x in items]\n"
                              "        with text.open() as opened: made.append(opened)\n"
                              "    except ValueError as error: made = {**items}\n"
                              "    yield from made\n"
                              "    return inner\n"
                              "async def waits(it):\n"
                              "    async for x in it: await x\n"
                              "    match it:\n"
                              "        case {'a': 1, **rest}: return rest\n"
                              "        case complex(real=1): return {*it}\n"
                              "def gathers(it):\n"
                              "    text = ''\n"
                              "    text = text + it + it + ','\n"
                              "    return text\n";

// Each of the unit's instructions `op` left out in turn. How many there were.
static uint32_t leave_out(const CodeUnit *module, CodeUnit *unit, Opcode op) {
    uint32_t count = 0;
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction was = unit->code[at];
        if (was.op != op) continue;
        count++;
        unit->code[at] = (Instruction){.op = OP_NOP};
        assert_true(unit_is_valid(unit));
        if (unit_is_harmless(module)) fail_msg("instruction %u, number %u of %s", (unsigned)op, at, unit->qualname);
        unit->code[at] = was;
    }
    for (uint32_t i = 0; i < unit->child_count; i++) count += leave_out(module, unit->children[i], op);
    return count;
}

static void what_is_relied_on(void **state) {
    (void)state;
    static const Opcode made[] = {OP_GET_ITER, OP_MAKE_CELL, OP_ENTER_HANDLER, OP_BUILD_LIST, OP_FORMAT_VALUE, OP_GET_YIELD_FROM, OP_GET_AWAITABLE,
                                  OP_GET_ASYNC_NEXT, OP_BUILD_SET, OP_BUILD_DICT};
    Front front = {.unit = NULL};
    compile_text(&front, program, false);
    assert_true(unit_is_harmless(front.unit));
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        if (!leave_out(front.unit, front.unit, made[i])) fail_msg("no instruction %u in the program", (unsigned)made[i]);
    assert_true(unit_is_harmless(front.unit));
    arena_free(&front.arena);
}

// How many are added, of the instructions that add up text.
static void sums_of_text(void **state) {
    (void)state;
    static const struct {
        Opcode op;
        uint16_t count;
    } wrong[] = {{OP_SUM_SO_FAR, 0}, {OP_SUM_SO_FAR, 256}, {OP_SUM_SO_FAR, 65535}, {OP_GROW_SUM, 0}, {OP_GROW_SUM, 256}, {OP_GROW_SUM, 255}};
    Front front = {.unit = NULL};
    compile_text(&front, program, false);
    CodeUnit *unit = front.unit->children[front.unit->child_count - 1];
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        uint32_t at = 0;
        while (at < unit->code_count && unit->code[at].op != wrong[i].op) at++;
        assert_true(at < unit->code_count);
        uint16_t was = unit->code[at].c;
        unit->code[at].c = wrong[i].count;
        assert_false(unit_is_valid(unit) && unit_is_harmless(front.unit));
        unit->code[at].c = was;
    }
    assert_true(unit_is_harmless(front.unit));
    arena_free(&front.arena);
}

// Beside the code: a handler that goes back, a cache of two instructions, a name that is none, a module with parameters, text that is no UTF-8.
static void beside_the_code(void **state) {
    (void)state;
    Front front = {.unit = NULL};
    compile_text(&front, program, false);
    CodeUnit *unit = front.unit->children[0];
    assert_true(unit->handler_count > 0);
    HandlerEntry handler = unit->handlers[0];
    unit->handlers[0].handler = unit->handlers[0].start;
    assert_true(unit_is_valid(unit));
    assert_false(unit_is_harmless(front.unit));
    unit->handlers[0] = handler;
    for (uint32_t at = 0; at < unit->code_count; at++) {
        if (unit->code[at].op != OP_LOAD_METHOD) continue;
        uint16_t was = unit->code[at].c;
        for (uint32_t other = 0; other < unit->attribute_count; other++) {
            unit->code[at].c = (uint16_t)other;
            assert_int_equal(unit_is_harmless(front.unit), other == was);
        }
        unit->code[at].c = was;
    }
    UnitConstant *constants = (UnitConstant *)(uintptr_t)front.unit->constants;
    for (uint32_t i = 0; i < front.unit->constant_count; i++) {
        UnitConstant was = constants[i];
        if (was.kind != UNIT_CONST_NAME) continue;
        constants[i] = (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = AST_CONST_STR, .text = "\xff", .size = 1}};
        assert_false(unit_is_harmless(front.unit));
        constants[i] = was;
    }
    front.unit->flags |= UNIT_GENERATOR;
    assert_false(unit_is_harmless(front.unit));
    arena_free(&front.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_relied_on), cmocka_unit_test(sums_of_text), cmocka_unit_test(beside_the_code)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
