// The inside of decimal (library reference, "decimal"; General Decimal Arithmetic specification, speleotrove.com/decimal). Layers, each a file:
//
//   decimal_limbs       coefficients: arrays of limbs of 18 digits. Knows nothing of the VM
//   decimal_arithmetic  operations on Numbers: adding, multiplying, dividing, rounding, comparing, roots
//   decimal_digits      the rarer ones: neighbours, shifting, logical operations, order of representations
//   decimal_text        numbers from and to text; decimal_format: format()
//   decimal_convert     from and to int, float, tuple; hash
//   decimal_context     contexts, signals, the current context
//   decimal_power       powers, exp, ln, log10
//   decimal_quick       short cuts of the operators for short numbers
//   decimal_type        the class Decimal: operators and methods
//
// The series for exp, ln, log10 and powers that are not whole are Python (stdlib/_decimal_functions.py), on ints.
//
// A Number is a view: sign, coefficient, exponent, whose limbs belong to a Decimal or to an Operation. Nobody writes to the limbs of a
// Number that he has not made himself.   value = (-1)^sign * coefficient * 10^exponent
//
// An Operation is one operation being carried out: what it needs of the context, the conditions it has met (`status`), and scratch room that lives
// until operation_end. The functions that take one return false only with an exception set (MemoryError as a rule). Conditions become flags and
// exceptions in operation_finish.
#ifndef TYPHON_RUNTIME_DECIMAL_PRIVATE_H
#define TYPHON_RUNTIME_DECIMAL_PRIVATE_H
#include "runtime/modules/decimal_limbs.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define DECIMAL_MAX ((int64_t)999999999999999999) // MAX_PREC, MAX_EMAX, -MIN_EMIN
#define DECIMAL_ETINY_MIN (-(int64_t)1999999999999999997)

typedef enum Kind { KIND_FINITE, KIND_INFINITE, KIND_QUIET, KIND_SIGNALING } Kind; // the two last are NaNs; the coefficient is their payload
typedef enum Rounding { ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP, ROUNDING_COUNT } Rounding;
// Conditions. The first five are all of the signal InvalidOperation.
enum {
    STATUS_INVALID = 1, STATUS_CONVERSION = 2, STATUS_IMPOSSIBLE = 4, STATUS_UNDEFINED = 8, STATUS_BAD_CONTEXT = 16, STATUS_ANY_INVALID = 31,
    STATUS_FLOAT = 32, STATUS_ZERO_DIVISION = 64, STATUS_OVERFLOW = 128, STATUS_UNDERFLOW = 256, STATUS_SUBNORMAL = 512,
    STATUS_INEXACT = 1024, STATUS_ROUNDED = 2048, STATUS_CLAMPED = 4096
};
enum { DECIMAL_SIGNAL_COUNT = 9, CONDITION_COUNT = 13 };

enum { DECIMAL_INLINE = 3 }; // limbs inside the object: 54 digits
typedef struct Decimal {
    Object head;
    int64_t exponent;
    uint32_t count; // limbs, trimmed
    uint8_t sign, kind;
    union {
        Limb limbs[DECIMAL_INLINE];
        Limb *block; // count > DECIMAL_INLINE
    };
} Decimal;

typedef struct Number {
    Limb *limbs;
    size_t count; // trimmed
    int64_t exponent;
    uint8_t sign, kind;
} Number;

typedef struct DecimalContext {
    Object head;
    int64_t prec, emax, emin;
    uint32_t flags, traps; // STATUS_ bits
    uint8_t rounding, clamp, capitals;
    Value flags_dict, traps_dict; // SignalDicts made for `context.flags`, or VALUE_UNBOUND
} DecimalContext;

typedef struct DecimalState {
    Object head;
    Type *decimal, *context;
    Value functions;                 // namespace of the module _decimal_functions, or VALUE_UNBOUND
    Value rational;                  // numbers.Rational
    Value tuple_class, signal_dict, mask_of; // DecimalTuple; SignalDict; function: the signals of a list or dict as bits
    Value conditions[CONDITION_COUNT]; // exception classes by bit of status
    Value default_context, basic_context, extended_context;
    Str *context_key, *decimal_key; // in vm->thread_storage: the contextvars.Context that runs; the decimal context of a thread without one
    Str *place_key;                 // attribute of a contextvars.Context for the same
    Value cached_storage, cached_place, cached_context; // the last answer of context_current
} DecimalState;

static inline DecimalState *decimal_state(VM *vm) { return (DecimalState *)as_object(vm->slots_for_modules[MODULE_SLOT_DECIMAL]); }
static inline Decimal *as_decimal(Value v) { return (Decimal *)as_object(v); }
static inline bool is_decimal(VM *vm, Value v) {
    Type *type = decimal_state(vm)->decimal;
    return is_exactly(v, type) || (is_layout(v, LAYOUT_OTHER) && type_is_subtype(object_type(as_object(v)), type));
}
static inline DecimalContext *as_context(Value v) { return (DecimalContext *)as_object(v); }
static inline bool is_context(VM *vm, Value v) { return is_layout(v, LAYOUT_OTHER) && type_is_subtype(object_type(as_object(v)), decimal_state(vm)->context); }
static inline Number decimal_number(Decimal *d) {
    return (Number){d->count > DECIMAL_INLINE ? d->block : d->limbs, d->count, d->exponent, d->sign, d->kind};
}

// ---- operations
enum { OPERATION_ROOM = 40 };
typedef struct Operation {
    VM *vm;
    int64_t prec, emax, emin;
    uint8_t rounding, clamp;
    uint32_t status;
    size_t used; // limbs of room
    Limb *blocks; // further scratch: a list; each block begins with the next one and its size
    Limb room[OPERATION_ROOM];
} Operation;

void operation_init(Operation *op, VM *vm, const DecimalContext *context);
void operation_init_exact(Operation *op, VM *vm); // the widest context
void operation_free(Operation *op); // its blocks
static inline void operation_end(Operation *op) {
    if (__builtin_expect(op->blocks != NULL, 0)) operation_free(op);
}
MAY_RAISE Limb *operation_block(Operation *op, size_t count);
static inline MAY_RAISE Limb *operation_limbs(Operation *op, size_t count) {
    if (count > OPERATION_ROOM - op->used) return operation_block(op, count);
    Limb *limbs = op->room + op->used;
    op->used += count;
    return limbs;
}
// Notes the conditions in the context; false: one is trapped, and raised.
MAY_RAISE bool context_signal(VM *vm, DecimalContext *context, uint32_t status);
// The Decimal that the operation has come to, after its signals; ends the operation. `good`: what the function that computed it returned.
MAY_RAISE Value operation_finish(Operation *op, DecimalContext *context, const Number *result, bool good);
MAY_RAISE Value decimal_new(VM *vm, Type *type, const Number *number);
MAY_RAISE Value decimal_new_plain(VM *vm, const Number *number);
MAY_RAISE Value decimal_from_int64(VM *vm, int64_t n);

// ---- numbers: helpers
static inline bool number_is_nan(const Number *a) { return a->kind >= KIND_QUIET; }
static inline bool number_is_zero(const Number *a) { return !a->kind && !a->count; }
static inline int64_t number_digits(const Number *a) { return limbs_digits(a->limbs, a->count); }
static inline int64_t number_adjusted(const Number *a) { // exponent of the first digit; 0 of special values
    if (a->kind) return 0;
    int64_t digits = number_digits(a);
    return a->exponent + (digits ? digits : 1) - 1;
}
static inline int64_t operation_etiny(const Operation *op) { return op->emin - op->prec + 1; }
static inline int64_t operation_etop(const Operation *op) { return op->emax - op->prec + 1; }
void number_set_small(Operation *op, Number *out, Limb n, uint8_t sign, int64_t exponent);
static inline void number_set_special(Number *out, Kind kind, uint8_t sign) { *out = (Number){.kind = (uint8_t)kind, .sign = sign}; }
static inline bool number_invalid(Operation *op, Number *out, uint32_t status) {
    op->status |= status;
    number_set_special(out, KIND_QUIET, 0);
    return true;
}
MAY_RAISE bool number_scale(Operation *op, Number *a, int64_t digits); // coefficient * 10^digits; exponent unchanged
MAY_RAISE bool number_nines(Operation *op, Number *out, uint8_t sign, int64_t digits, int64_t exponent); // 999...
// Fits the number into the context: precision, exponent limits, clamping.
MAY_RAISE bool number_round(Operation *op, Number *a, Rounding rounding);
static inline MAY_RAISE bool number_fit(Operation *op, Number *a) { return number_round(op, a, (Rounding)op->rounding); }
MAY_RAISE bool number_finish(Operation *op, const Number *a, Number *out); // likewise, of any kind of number
// The coefficient without its last `drop` digits, rounded; *inexact: it was.
MAY_RAISE bool number_drop(Operation *op, Number *a, int64_t drop, Rounding rounding, bool *inexact);
// 1: `out` is the NaN that an operation on a and b (which may be NULL) comes to; 0: neither is one; -1: raised.
MAY_RAISE int number_nans(Operation *op, const Number *a, const Number *b, Number *out);
MAY_RAISE bool number_short_payload(Operation *op, const Number *a, Number *out);
MAY_RAISE int number_compare(Operation *op, const Number *a, const Number *b); // -1, 0, 1; -2 raised. Not for NaNs
MAY_RAISE bool number_multiply_exact(Operation *op, const Number *a, const Number *b, Number *out);
bool number_is_integer(const Number *a);
bool number_is_odd(const Number *a); // of an integer

// ---- numbers: operations. The second operand of unary ones is not looked at.
typedef bool (*NumberFunction)(Operation *op, const Number *a, const Number *b, Number *out);
#define NUMBER_FUNCTION(name) MAY_RAISE bool number_##name(Operation *op, const Number *a, const Number *b, Number *out)
NUMBER_FUNCTION(add);
NUMBER_FUNCTION(subtract);
NUMBER_FUNCTION(multiply);
NUMBER_FUNCTION(divide);
NUMBER_FUNCTION(divide_integer);
NUMBER_FUNCTION(remainder);
NUMBER_FUNCTION(remainder_near);
NUMBER_FUNCTION(plus);
NUMBER_FUNCTION(minus);
NUMBER_FUNCTION(magnitude);
NUMBER_FUNCTION(apply);
NUMBER_FUNCTION(normalize);
NUMBER_FUNCTION(square_root);
NUMBER_FUNCTION(compare_values);
NUMBER_FUNCTION(compare_signal);
NUMBER_FUNCTION(quantize);
NUMBER_FUNCTION(to_integral_exact);
NUMBER_FUNCTION(to_integral_value);
// decimal_digits.c
NUMBER_FUNCTION(max);
NUMBER_FUNCTION(min);
NUMBER_FUNCTION(max_mag);
NUMBER_FUNCTION(min_mag);
NUMBER_FUNCTION(next_minus);
NUMBER_FUNCTION(next_plus);
NUMBER_FUNCTION(next_toward);
NUMBER_FUNCTION(logb);
NUMBER_FUNCTION(scaleb);
NUMBER_FUNCTION(rotate);
NUMBER_FUNCTION(shift);
NUMBER_FUNCTION(logical_and);
NUMBER_FUNCTION(logical_or);
NUMBER_FUNCTION(logical_xor);
NUMBER_FUNCTION(logical_invert);
NUMBER_FUNCTION(compare_total);
NUMBER_FUNCTION(compare_total_mag);
#undef NUMBER_FUNCTION
MAY_RAISE bool number_divmod(Operation *op, const Number *a, const Number *b, Number *quotient, Number *remainder);
MAY_RAISE bool number_fused(Operation *op, const Number *a, const Number *b, const Number *c, Number *out);
MAY_RAISE bool number_to_integral(Operation *op, const Number *a, Number *out, Rounding rounding, bool exact);
MAY_RAISE bool number_rescale(Operation *op, const Number *a, int64_t exponent, Rounding rounding, Number *out); // quantize by an exponent

// ---- text (decimal_text.c)
// 1: read; 0: it is no number (or one that no exponent permits: status has the condition); -1: raised. is_strict: no blanks around, no underscores.
MAY_RAISE int number_parse(Operation *op, const Str *text, bool is_strict, Number *out);
MAY_RAISE Value number_to_text(VM *vm, const Number *a, bool engineering, bool capitals);
MAY_RAISE char *number_characters(Operation *op, const Number *a, size_t *count); // digits ("0" for zero), scratch
MAY_RAISE Value decimal_format_number(VM *vm, Operation *op, const Number *a, Value spec, Value overrides, const DecimalContext *context);

// ---- conversions (decimal_convert.c)
MAY_RAISE bool number_from_int(Operation *op, Value n, Number *out); // n is_int
MAY_RAISE bool number_from_double(Operation *op, double d, Number *out);
// 1: like number_from_int for any operand of an operator; 0: no Decimal and no int.
MAY_RAISE int number_from_operand(Operation *op, Value v, Number *out);
MAY_RAISE bool number_from_tuple(Operation *op, Value v, Number *out);
MAY_RAISE Value number_to_int(Operation *op, const Number *a); // of a finite one, truncated
MAY_RAISE Value number_coefficient(Operation *op, const Number *a); // an int
MAY_RAISE Value number_to_tuple(VM *vm, Operation *op, const Number *a);
MAY_RAISE Value number_to_ratio(VM *vm, Operation *op, const Number *a);
MAY_RAISE bool number_double(Operation *op, const Number *a, double *out);
uint64_t number_hash(const Number *a); // of a finite one
bool number_in_limits(const Number *a); // the exponent is one that a Decimal can have

// ---- contexts (decimal_context.c)
extern const TypeSpec decimal_context_spec;
MAY_RAISE DecimalContext *context_new(VM *vm, Type *type); // as DefaultContext, or the defaults of it; no flags
MAY_RAISE Value context_get(VM *vm, Value *args, uint32_t count); // getcontext() and so on
MAY_RAISE Value context_set(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value context_mask(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value context_set_mask(VM *vm, Value *args, uint32_t count);
MAY_RAISE DecimalContext *context_current(VM *vm); // NULL: raised
MAY_RAISE DecimalContext *context_or_current(VM *vm, Value given); // None, VALUE_UNBOUND: the current one. TypeError for what is no context
MAY_RAISE int rounding_of(VM *vm, Value given, const DecimalContext *context); // -1: raised; absent or None: the context's
MAY_RAISE Value context_float_operation(VM *vm, DecimalContext *context); // notes a float among decimals: VALUE_NONE, or raised

// ---- short cuts (decimal_quick.c): VALUE_UNBOUND, or DECIMAL_NOT_QUICK, where there is none. Nothing but MemoryError is raised.
enum { DECIMAL_NOT_QUICK = -2 };
MAY_RAISE Value decimal_quick_add(VM *vm, Value x, Value y, bool subtracts);
MAY_RAISE Value decimal_quick_multiply(VM *vm, Value x, Value y);
MAY_RAISE Value decimal_quick_divide(VM *vm, Value x, Value y);
MAY_RAISE Value decimal_quick_negative(VM *vm, Value x);
int decimal_quick_compare(VM *vm, Value x, Value y); // -1, 0, 1

// ---- the class (decimal_type.c)
extern const TypeSpec decimal_spec;
MAY_RAISE Value decimal_binary(VM *vm, DecimalContext *context, NumberFunction function, Value a, Value b); // operands as of methods
MAY_RAISE Value decimal_unary(VM *vm, DecimalContext *context, NumberFunction function, Value a);
MAY_RAISE int decimal_argument(Operation *op, Value v, Number *out); // TypeError for others than Decimal and int: 0, 1
typedef enum Transcendental { DECIMAL_EXP, DECIMAL_LN, DECIMAL_LOG10 } Transcendental;
MAY_RAISE Value decimal_transcendental(VM *vm, DecimalContext *context, Transcendental which, Value a); // exp, ln, log10
MAY_RAISE Value decimal_divmod(VM *vm, DecimalContext *context, Value a, Value b);
MAY_RAISE Value decimal_fused(VM *vm, DecimalContext *context, Value a, Value b, Value c);
MAY_RAISE Value decimal_power(VM *vm, DecimalContext *context, Value a, Value b, Value modulo);
typedef enum Predicate { IS_CANONICAL, IS_FINITE, IS_INFINITE, IS_NAN, IS_QNAN, IS_SNAN, IS_SIGNED, IS_ZERO, IS_NORMAL, IS_SUBNORMAL } Predicate;
bool number_is(const Number *a, Predicate predicate, const DecimalContext *context);
MAY_RAISE Value number_class_name(VM *vm, const Number *a, const DecimalContext *context);
bool number_same_quantum(const Number *a, const Number *b);
MAY_RAISE Value decimal_make(VM *vm, Type *type, Value value, DecimalContext *context); // Decimal(value, context)
MAY_RAISE Value decimal_create(VM *vm, DecimalContext *context, Value value);           // context.create_decimal(value)
MAY_RAISE Value decimal_from_float(VM *vm, Value f);                                    // exactly; an int too
#endif
