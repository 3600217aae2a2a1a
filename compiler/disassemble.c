// `typhon dis`: a unit and its children as text. What an operand means comes from its letter in opcodes.def.
#include "compiler/build.h"
#include <inttypes.h>

static void print_text(const char *text, uint32_t size, FILE *out) {
    enum { SHOWN = 60 };
    fputc('\'', out);
    for (uint32_t i = 0; i < size && i < SHOWN; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\n') fputs("\\n", out);
        else if (c == '\\' || c == '\'') fprintf(out, "\\%c", c);
        else if (c < 32 || c == 127) fprintf(out, "\\x%02x", c);
        else fputc(c, out);
    }
    fputs(size > SHOWN ? "'..." : "'", out);
}

static void print_value(const AstConstantValue *value, FILE *out) {
    switch (value->kind) {
    case AST_CONST_NONE: fputs("None", out); break;
    case AST_CONST_TRUE: fputs("True", out); break;
    case AST_CONST_FALSE: fputs("False", out); break;
    case AST_CONST_ELLIPSIS: fputs("...", out); break;
    case AST_CONST_INT: fprintf(out, "%" PRId64, value->integer); break;
    case AST_CONST_BIG_INT: fputs(value->text, out); break;
    case AST_CONST_FLOAT: fprintf(out, "%.17g", value->number); break;
    case AST_CONST_IMAGINARY: fprintf(out, "%.17gj", value->number); break;
    case AST_CONST_BYTES: fputc('b', out); // fall through
    case AST_CONST_STR: print_text(value->text, value->size, out); break;
    }
}

static void print_constant(const UnitConstant *constant, FILE *out) {
    if (constant->kind == UNIT_CONST_VALUE) {
        print_value(&constant->value, out);
    } else if (constant->kind == UNIT_CONST_NAME) {
        fprintf(out, "'%s'", constant->name->text);
    } else {
        bool is_set = constant->kind == UNIT_CONST_FROZENSET;
        fputs(is_set ? "frozenset({" : "(", out);
        for (uint32_t i = 0; i < constant->count; i++) {
            if (i) fputs(", ", out);
            print_constant(&constant->items[i], out);
        }
        if (constant->count == 1 && !is_set) fputc(',', out);
        fputs(is_set ? "})" : ")", out);
    }
}

static void print_register(const CodeUnit *unit, uint32_t reg, FILE *out) {
    if (reg < unit->local_count && unit->local_names[reg]->size) fprintf(out, " %s", unit->local_names[reg]->text);
    else fprintf(out, " r%u", reg);
}

static void print_constant_operand(const CodeUnit *unit, uint32_t index, FILE *out) {
    fputc(' ', out);
    if (index < unit->constant_count) print_constant(&unit->constants[index], out);
    else fprintf(out, "constant %u?", index);
}

static void print_mask(uint32_t mask, FILE *out) {
    static const char *const names[] = {"int", "float", "complex", "str", "bytes", "bytearray", "bool", "list", "dict", "tuple", "frozenset", "set", "None"};
    const char *between = " ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (mask / GUARD_INT >> i & 1) fprintf(out, "%s%s", between, names[i]), between = "|";
    }
}

static void print_operand(const CodeUnit *unit, uint32_t at, char form, uint32_t operand, FILE *out) {
    Instruction instruction = unit->code[at];
    uint32_t wide = instruction_wide(instruction);
    switch (form) {
    case 'r':
    case 'w': print_register(unit, operand, out); break;
    case 'n': fprintf(out, " %u", operand); break;
    case 'i': fprintf(out, " #%d", (int16_t)operand); break;
    case 'I': fprintf(out, " #%" PRId32, (int32_t)wide); break;
    case 'm': print_mask(operand, out); break;
    case 'k': print_constant_operand(unit, operand, out); break;
    case 'K': print_constant_operand(unit, wide, out); break;
    case 's': fprintf(out, " .%s", operand < unit->attribute_count ? unit->attribute_names[operand]->text : "?"); break;
    case 'G': fprintf(out, " %s", wide < unit->global_count ? unit->global_names[wide]->text : "?"); break;
    case 't': fprintf(out, " <code %s>", operand < unit->child_count ? unit->children[operand]->qualname : "?"); break;
    case 'J': fprintf(out, " -> %" PRId64, (int64_t)at + 1 + (int32_t)wide); break;
    case 'j': fprintf(out, " -> %" PRId64, (int64_t)at + 1 + (int16_t)operand); break;
    default: break;
    }
}

static void print_parameter_guards(const CodeUnit *unit, Instruction instruction, FILE *out) {
    for (uint32_t i = instruction.a; i < (uint32_t)instruction.a + instruction.b && i < unit->parameter_guard_count; i++) {
        fputs(i > instruction.a ? "," : ":", out);
        print_register(unit, unit->parameter_guards[i].reg, out);
        print_mask(unit->parameter_guards[i].mask, out);
    }
}

static void print_proven_type(uint8_t type, FILE *out) {
    static const char *const names[PROVEN_TYPE_COUNT] = {"object", "None", "bool", "int", "int|bool", "float", "float|int|bool", "str", "bytes", "list", "dict", "tuple", "set"};
    fprintf(out, " %s%s", names[(type & ~PROVEN_OR_NONE) % PROVEN_TYPE_COUNT], type & PROVEN_OR_NONE ? "|None" : "");
}

static void print_code(const CodeUnit *unit, FILE *out) {
    uint32_t shown_line = 0, promise = 0;
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction instruction = unit->code[at];
        const char *form = opcode_operands((Opcode)instruction.op);
        uint32_t line = source_position(unit->source, unit->spans[at].start).line;
        if (line != shown_line) fprintf(out, "%5u", line);
        else fputs("     ", out);
        shown_line = line;
        fprintf(out, " %5u  %-22s", at, opcode_name((Opcode)instruction.op));
        print_operand(unit, at, form[0], instruction.a, out);
        print_operand(unit, at, form[1], instruction.b, out);
        print_operand(unit, at, form[2], instruction.c, out);
        if (unit->expected_types && unit->expected_types[at] != PROVEN_NOTHING) fputs(" :", out), print_proven_type(unit->expected_types[at], out);
        if (promise < unit->promise_count && unit->promises[promise].at == at) fputs(" proven", out), promise++;
        if (instruction.op == OP_GUARD_PARAMETERS) print_parameter_guards(unit, instruction, out);
        fputc('\n', out);
    }
}

static void print_register_types(const CodeUnit *unit, FILE *out) {
    bool is_first = true;
    for (uint32_t reg = 0; unit->register_types && reg < unit->register_count; reg++) {
        uint8_t type = unit->register_types[reg];
        if (type == PROVEN_NOTHING || (type & ~PROVEN_OR_NONE) >= PROVEN_TYPE_COUNT) continue;
        if (is_first) fprintf(out, "      types %d:", REGISTER_TYPES_VERSION);
        fputs(is_first ? "" : ",", out);
        print_register(unit, reg, out);
        print_proven_type(type, out);
        is_first = false;
    }
    if (!is_first) fputc('\n', out);
}

void unit_print(const CodeUnit *unit, FILE *out) {
    fprintf(out, "%s: line %u, %u parameters (%u positional-only, %u keyword-only), %u locals, %u registers\n",
            unit->qualname, unit->first_line, unit->positional + unit->keyword_only, unit->positional_only,
            unit->keyword_only, unit->local_count, unit->register_count);
    for (uint32_t i = 0; i < unit->free_count; i++)
        fprintf(out, "      cell %u: %s from %s %u\n", i, unit->free_names[i]->text,
                unit->free_sources[i].from_register ? "register" : "cell", unit->free_sources[i].index);
    print_register_types(unit, out);
    print_code(unit, out);
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        const HandlerEntry *entry = &unit->handlers[i];
        fprintf(out, "      %u..%u: handler %u, exception in r%u\n", entry->start, entry->end, entry->handler, entry->reg);
    }
    for (uint32_t i = 0; i < unit->child_count; i++) {
        fputc('\n', out);
        unit_print(unit->children[i], out);
    }
}
