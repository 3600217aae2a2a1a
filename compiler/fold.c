// Constant folding. Only what gives the same result whenever it is computed: integers that stay within 127 bits,
// floats, strings and bytes of bounded size, tuples. What raises is left to raise at run time.
#include "compiler/build.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MAX_FOLDED_TEXT = 4096 };

static const UnitConstant not_constant;

static UnitConstant *new_value(Compiler *compiler, AstConstantKind kind) {
    UnitConstant *constant = arena_new(compiler->arena, UnitConstant);
    constant->kind = UNIT_CONST_VALUE;
    constant->value.kind = kind;
    return constant;
}

static const UnitConstant *new_bool(Compiler *compiler, bool value) {
    return new_value(compiler, value ? AST_CONST_TRUE : AST_CONST_FALSE);
}

static const UnitConstant *new_int(Compiler *compiler, __int128 value) {
    bool fits = value >= INT64_MIN && value <= INT64_MAX;
    UnitConstant *constant = new_value(compiler, fits ? AST_CONST_INT : AST_CONST_BIG_INT);
    if (fits) {
        constant->value.integer = (int64_t)value;
        return constant;
    }
    enum { ROOM = sizeof "-0x" + 32 };
    unsigned __int128 magnitude = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
    char *text = arena_alloc(compiler->arena, ROOM);
    int size = snprintf(text, ROOM, "%s0x%" PRIx64 "%016" PRIx64, value < 0 ? "-" : "", (uint64_t)(magnitude >> 64), (uint64_t)magnitude);
    constant->value.text = text;
    constant->value.size = (uint32_t)size;
    return constant;
}

static const UnitConstant *new_float(Compiler *compiler, double value) {
    UnitConstant *constant = new_value(compiler, AST_CONST_FLOAT);
    constant->value.number = value;
    return constant;
}

static const UnitConstant *new_text(Compiler *compiler, AstConstantKind kind, const char *text, size_t size) {
    UnitConstant *constant = new_value(compiler, kind);
    constant->value.text = text;
    constant->value.size = (uint32_t)size;
    return constant;
}

static bool is_value(const UnitConstant *constant, AstConstantKind kind) {
    return constant->kind == UNIT_CONST_VALUE && constant->value.kind == kind;
}

bool constant_is_none(const UnitConstant *constant) { return is_value(constant, AST_CONST_NONE); }

bool constant_is_int16(const UnitConstant *constant, int16_t *value) {
    if (!constant || !is_value(constant, AST_CONST_INT)) return false;
    *value = (int16_t)constant->value.integer;
    return constant->value.integer >= INT16_MIN && constant->value.integer <= INT16_MAX;
}

static int digit_value(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// An int of at most 126 bits.
static bool as_int(const UnitConstant *constant, __int128 *value) {
    if (is_value(constant, AST_CONST_INT)) return *value = constant->value.integer, true;
    if (!is_value(constant, AST_CONST_BIG_INT)) return false;
    const char *text = constant->value.text;
    bool is_negative = *text == '-';
    text += is_negative;
    int base = 10;
    if (text[0] == '0' && text[1] && !(text[1] >= '0' && text[1] <= '9')) {
        base = (text[1] | 0x20) == 'x' ? 16 : (text[1] | 0x20) == 'o' ? 8 : 2;
        text += 2;
    }
    __int128 magnitude = 0;
    for (; *text; text++)
        if (__builtin_mul_overflow(magnitude, base, &magnitude) || __builtin_add_overflow(magnitude, digit_value(*text), &magnitude)) return false;
    if (magnitude >> 126) return false;
    *value = is_negative ? -magnitude : magnitude;
    return true;
}

bool constant_truth(const UnitConstant *constant) {
    if (constant->kind == UNIT_CONST_NAME) return constant->name->size > 0;
    if (constant->kind != UNIT_CONST_VALUE) return constant->count > 0;
    switch (constant->value.kind) {
    case AST_CONST_NONE:
    case AST_CONST_FALSE: return false;
    case AST_CONST_INT: return constant->value.integer != 0;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: return constant->value.number != 0;
    case AST_CONST_STR:
    case AST_CONST_BYTES: return constant->value.size > 0;
    default: return true;
    }
}

// ---- arithmetic -------------------------------------------------------------------------------------------------

// Python's floor division and modulo.
static __int128 floor_divide(__int128 a, __int128 b) {
    __int128 quotient = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient;
}

static bool int_power(__int128 base, __int128 exponent, __int128 *result) {
    if (exponent < 0 || exponent > 127) return false;
    __int128 power = 1;
    while (exponent--)
        if (__builtin_mul_overflow(power, base, &power)) return false;
    *result = power;
    return true;
}

static bool shift_left(__int128 a, __int128 bits, __int128 *result) {
    if (bits < 0 || bits > 126) return false;
    return !__builtin_mul_overflow(a, (__int128)1 << bits, result);
}

static const UnitConstant *fold_ints(Compiler *compiler, AstOperator op, __int128 a, __int128 b) {
    __int128 result = 0;
    bool fits = true;
    switch (op) {
    case AST_ADD: fits = !__builtin_add_overflow(a, b, &result); break;
    case AST_SUB: fits = !__builtin_sub_overflow(a, b, &result); break;
    case AST_MULT: fits = !__builtin_mul_overflow(a, b, &result); break;
    case AST_DIV: {
        const int64_t exact = (int64_t)1 << 53;
        if (b == 0 || a > exact || a < -exact || b > exact || b < -exact) return NULL;
        return new_float(compiler, (double)a / (double)b);
    }
    case AST_FLOORDIV:
        if (b == 0) return NULL;
        result = floor_divide(a, b);
        break;
    case AST_MOD:
        if (b == 0) return NULL;
        result = a - floor_divide(a, b) * b;
        break;
    case AST_POW: fits = int_power(a, b, &result); break;
    case AST_LSHIFT: fits = shift_left(a, b, &result); break;
    case AST_RSHIFT:
        if (b < 0) return NULL;
        result = a >> (b > 127 ? 127 : (int)b);
        break;
    case AST_BITOR: result = a | b; break;
    case AST_BITXOR: result = a ^ b; break;
    case AST_BITAND: result = a & b; break;
    default: return NULL;
    }
    return fits ? new_int(compiler, result) : NULL;
}

static const UnitConstant *fold_floats(Compiler *compiler, AstOperator op, double a, double b) {
    switch (op) {
    case AST_ADD: return new_float(compiler, a + b);
    case AST_SUB: return new_float(compiler, a - b);
    case AST_MULT: return new_float(compiler, a * b);
    case AST_DIV: return b != 0 ? new_float(compiler, a / b) : NULL;
    default: return NULL;
    }
}

static bool as_float(const UnitConstant *constant, double *number) {
    if (is_value(constant, AST_CONST_FLOAT)) {
        *number = constant->value.number;
        return true;
    }
    if (!is_value(constant, AST_CONST_INT)) return false;
    const int64_t exact = (int64_t)1 << 53;
    *number = (double)constant->value.integer;
    return constant->value.integer <= exact && constant->value.integer >= -exact;
}

static const UnitConstant *repeat_text(Compiler *compiler, const UnitConstant *text, int64_t times) {
    size_t size = text->value.size;
    if (times <= 0 || size == 0) return new_text(compiler, text->value.kind, "", 0);
    if ((uint64_t)times > MAX_FOLDED_TEXT / size) return NULL;
    char *repeated = arena_alloc(compiler->arena, size * (size_t)times + 1);
    for (int64_t i = 0; i < times; i++) memcpy(repeated + (size_t)i * size, text->value.text, size);
    repeated[size * (size_t)times] = 0;
    return new_text(compiler, text->value.kind, repeated, size * (size_t)times);
}

static bool is_text(const UnitConstant *constant) {
    return is_value(constant, AST_CONST_STR) || is_value(constant, AST_CONST_BYTES);
}

static const UnitConstant *fold_texts(Compiler *compiler, AstOperator op, const UnitConstant *a, const UnitConstant *b) {
    if (op == AST_MULT && is_value(b, AST_CONST_INT)) return repeat_text(compiler, a, b->value.integer);
    if (op == AST_ADD && is_text(b) && a->value.kind == b->value.kind) {
        size_t size = (size_t)a->value.size + b->value.size;
        if (size > MAX_FOLDED_TEXT) return NULL;
        char *joined = arena_alloc(compiler->arena, size + 1);
        memcpy(joined, a->value.text, a->value.size);
        memcpy(joined + a->value.size, b->value.text, b->value.size);
        joined[size] = 0;
        return new_text(compiler, a->value.kind, joined, size);
    }
    return NULL;
}

static const UnitConstant *fold_binary(Compiler *compiler, const AstBinOp *operation) {
    const UnitConstant *b = fold_constant(compiler, operation->right);
    if (!b) return NULL;
    const UnitConstant *a = fold_constant(compiler, operation->left);
    if (!a) return NULL;
    __int128 m, n;
    if (as_int(a, &m) && as_int(b, &n)) return fold_ints(compiler, operation->op, m, n);
    if (is_text(a)) return fold_texts(compiler, operation->op, a, b);
    if (is_text(b) && is_value(a, AST_CONST_INT) && operation->op == AST_MULT)
        return repeat_text(compiler, b, a->value.integer);
    double x, y;
    if (as_float(a, &x) && as_float(b, &y)) return fold_floats(compiler, operation->op, x, y);
    return NULL;
}

static const UnitConstant *fold_unary(Compiler *compiler, const AstUnaryOp *operation) {
    const UnitConstant *constant = fold_constant(compiler, operation->operand);
    if (!constant) return NULL;
    if (operation->op == AST_NOT) return new_bool(compiler, !constant_truth(constant));
    __int128 value;
    if (as_int(constant, &value)) return operation->op == AST_UADD ? constant : new_int(compiler, operation->op == AST_INVERT ? ~value : -value);
    if (is_value(constant, AST_CONST_FLOAT) && operation->op != AST_INVERT)
        return operation->op == AST_USUB ? new_float(compiler, -constant->value.number) : constant;
    return NULL;
}

// ---- tuples and displays ----------------------------------------------------------------------------------------

const UnitConstant *fold_elements(Compiler *compiler, const AstNodes *elements, UnitConstantKind kind) {
    for (uint32_t i = 0; i < elements->count; i++)
        if (!fold_constant(compiler, elements->items[i])) return NULL;
    UnitConstant *items = arena_array(compiler->arena, UnitConstant, elements->count ? elements->count : 1);
    for (uint32_t i = 0; i < elements->count; i++) items[i] = *fold_constant(compiler, elements->items[i]);
    UnitConstant *tuple = arena_new(compiler->arena, UnitConstant);
    *tuple = (UnitConstant){.kind = kind, .items = items, .count = elements->count};
    return tuple;
}

const UnitConstant *fold_display(Compiler *compiler, const Ast *node) {
    if (node->kind == AST_List) return fold_elements(compiler, &((const AstList *)node)->elts, UNIT_CONST_TUPLE);
    if (node->kind == AST_Set) return fold_elements(compiler, &((const AstSet *)node)->elts, UNIT_CONST_FROZENSET);
    return NULL;
}

static const UnitConstant *fold_node(Compiler *compiler, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_UnaryOp: return fold_unary(compiler, (const AstUnaryOp *)node);
    case AST_BinOp: return fold_binary(compiler, (const AstBinOp *)node);
    case AST_Tuple:
        if (((const AstTuple *)node)->ctx != AST_LOAD) return NULL;
        return fold_elements(compiler, &((const AstTuple *)node)->elts, UNIT_CONST_TUPLE);
    case AST_Constant: {
        UnitConstant *constant = arena_new(compiler->arena, UnitConstant);
        constant->kind = UNIT_CONST_VALUE;
        constant->value = ((const AstConstant *)node)->value;
        constant->value.is_u_string = false;
        return constant;
    }
    case AST_Name: return new_bool(compiler, !compiler->input->optimize);
    default: return NULL;
    }
}

const UnitConstant *fold_constant(Compiler *compiler, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_UnaryOp:
    case AST_BinOp:
    case AST_Tuple:
    case AST_Constant: break;
    case AST_Name:
        if (((const AstName *)node)->id == compiler->atoms->known[ATOM___debug__] &&
            ((const AstName *)node)->ctx == AST_LOAD)
            break;
        return NULL;
    default: return NULL;
    }
    const UnitConstant *known = map_get_pointer(&compiler->folded, node);
    if (known) return known == &not_constant ? NULL : known;
    if (compiler->depth >= MAX_COMPILE_DEPTH) return NULL;
    compiler->depth++;
    const UnitConstant *constant = fold_node(compiler, node);
    compiler->depth--;
    map_set_pointer(compiler->arena, &compiler->folded, node, (void *)(constant ? constant : &not_constant));
    return constant;
}
