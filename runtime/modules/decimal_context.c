// Contexts of decimal: what operations follow, the conditions they meet, and the one that is current.
#include "runtime/modules/decimal_private.h"
#include "runtime/objects/int.h"
#include "runtime/type.h"

static const char *const rounding_names[] = {"ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};
static const char bad_rounding[] = "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                                   "   ROUND_05UP]";

// The signals: bits of status, and the condition that stands for it; in the order in which the first one that is trapped is raised.
static const struct {
    uint32_t bits;
    uint8_t condition;
} signals[DECIMAL_SIGNAL_COUNT] = {
    {STATUS_ANY_INVALID, 0}, {STATUS_FLOAT, 5}, {STATUS_ZERO_DIVISION, 6}, {STATUS_OVERFLOW, 7}, {STATUS_UNDERFLOW, 8}, {STATUS_SUBNORMAL, 9}, {STATUS_INEXACT, 10},
    {STATUS_ROUNDED, 11}, {STATUS_CLAMPED, 12},
};

// ---- signals -----------------------------------------------------------------------------------------------------

// The classes of conditions, as a list.
static Value condition_list(VM *vm, uint32_t status) {
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (int i = 0; i < CONDITION_COUNT; i++)
        if (status >> i & 1 && !list_append(vm, as_list(list), decimal_state(vm)->conditions[i])) return VALUE_ERROR;
    return list;
}

bool context_signal(VM *vm, DecimalContext *context, uint32_t status) {
    context->flags |= status;
    uint32_t trapped = status & context->traps;
    if (__builtin_expect(!trapped, 1)) return true;
    // An invalid condition traps as InvalidOperation, and is shown as itself.
    Value list = condition_list(vm, trapped), class_ = VALUE_NONE;
    if (list == VALUE_ERROR) return false;
    for (int i = DECIMAL_SIGNAL_COUNT; i-- > 0;)
        if (trapped & signals[i].bits) class_ = decimal_state(vm)->conditions[signals[i].condition];
    Value exception = call_value(vm, class_, &list, 1);
    if (exception != VALUE_ERROR) raise_value(vm, exception);
    return false;
}

Value context_float_operation(VM *vm, DecimalContext *context) { return context_signal(vm, context, STATUS_FLOAT) ? VALUE_NONE : VALUE_ERROR; }

// A list of the signals whose bits are set.
static Value signal_list(VM *vm, uint32_t mask) {
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (int i = 0; i < DECIMAL_SIGNAL_COUNT; i++)
        if (mask & signals[i].bits && !list_append(vm, as_list(list), decimal_state(vm)->conditions[signals[i].condition])) return VALUE_ERROR;
    return list;
}

// ---- making ------------------------------------------------------------------------------------------------------

static void take_values(DecimalContext *context, const DecimalContext *from) {
    context->prec = from->prec, context->emax = from->emax, context->emin = from->emin;
    context->flags = from->flags, context->traps = from->traps;
    context->rounding = from->rounding, context->clamp = from->clamp, context->capitals = from->capitals;
}
static DecimalContext *copy_without_flags(VM *vm, const DecimalContext *from) {
    DecimalContext *context = context_new(vm, decimal_state(vm)->context);
    if (!context) return NULL;
    take_values(context, from);
    context->flags = 0;
    return context;
}

DecimalContext *context_new(VM *vm, Type *type) {
    DecimalContext *context = object_new(vm, type, sizeof *context);
    if (!context) return NULL;
    Object head = context->head;
    *context = (DecimalContext){.head = head, .prec = 28, .emax = 999999, .emin = -999999, .traps = STATUS_ANY_INVALID | STATUS_ZERO_DIVISION | STATUS_OVERFLOW,
                                .rounding = ROUND_HALF_EVEN, .capitals = 1, .flags_dict = VALUE_UNBOUND, .traps_dict = VALUE_UNBOUND};
    Value base = decimal_state(vm)->default_context;
    if (base != VALUE_UNBOUND) take_values(context, as_context(base));
    context->flags = 0;
    return context;
}
static Value context_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    DecimalContext *context = context_new(vm, type);
    return context ? from_object(context) : VALUE_ERROR;
}
static void context_trace(VM *vm, Object *self) {
    gc_mark(vm, ((DecimalContext *)self)->flags_dict);
    gc_mark(vm, ((DecimalContext *)self)->traps_dict);
}

// ---- attributes --------------------------------------------------------------------------------------------------

int rounding_of(VM *vm, Value given, const DecimalContext *context) {
    if (given == VALUE_UNBOUND || given == VALUE_NONE) return context->rounding;
    if (is_str(given))
        for (int i = 0; i < ROUNDING_COUNT; i++)
            if (str_equals_cstring(as_str(given), rounding_names[i])) return i;
    return raise_type_error(vm, "%s", bad_rounding), -1;
}

static bool number_in(VM *vm, Value value, int64_t low, int64_t high, const char *message, int64_t *out) {
    if (value == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "context attributes cannot be deleted"), false;
    if (!is_int(value)) return raise_type_error(vm, "an integer is required"), false;
    if (!int_to_int64(value, out)) return raise_overflow_error(vm, "Python int too large to convert to C ssize_t"), false;
    return (*out >= low && *out <= high) || (raise_value_error(vm, "%s", message), false);
}
#define NUMBER_ATTRIBUTE(name, low, high, message)                                                                                          \
    static Value get_##name(VM *vm, Value self) { return int_from_int64(vm, as_context(self)->name); }                                     \
    static bool set_##name(VM *vm, Value self, Value value) {                                                                              \
        int64_t n;                                                                                                                         \
        if (!number_in(vm, value, low, high, message, &n)) return false;                                                                   \
        as_context(self)->name = (__typeof__(as_context(self)->name))n;                                                                     \
        return true;                                                                                                                       \
    }
NUMBER_ATTRIBUTE(prec, 1, DECIMAL_MAX, "valid range for prec is [1, MAX_PREC]")
NUMBER_ATTRIBUTE(emin, -DECIMAL_MAX, 0, "valid range for Emin is [MIN_EMIN, 0]")
NUMBER_ATTRIBUTE(emax, 0, DECIMAL_MAX, "valid range for Emax is [0, MAX_EMAX]")
NUMBER_ATTRIBUTE(clamp, 0, 1, "valid values for clamp are 0 or 1")
NUMBER_ATTRIBUTE(capitals, 0, 1, "valid values for capitals are 0 or 1")

static Value get_rounding(VM *vm, Value self) {
    const char *name = rounding_names[as_context(self)->rounding];
    Str *s = str_intern(vm, name, strlen(name));
    return s ? from_object(s) : VALUE_ERROR;
}
static bool set_rounding(VM *vm, Value self, Value value) {
    int rounding = value == VALUE_NONE ? (raise_type_error(vm, "%s", bad_rounding), -1) : rounding_of(vm, value, as_context(self));
    if (rounding < 0) return false;
    as_context(self)->rounding = (uint8_t)rounding;
    return true;
}

static Value signal_dict_of(VM *vm, Value self, Value *place, Value is_traps) {
    if (*place != VALUE_UNBOUND) return *place;
    Value made = call_value(vm, decimal_state(vm)->signal_dict, (Value[]){self, is_traps}, 2);
    if (made != VALUE_ERROR) gc_store(vm, as_object(self), place, made);
    return made;
}
static Value get_flags(VM *vm, Value self) { return signal_dict_of(vm, self, &as_context(self)->flags_dict, VALUE_FALSE); }
static Value get_traps(VM *vm, Value self) { return signal_dict_of(vm, self, &as_context(self)->traps_dict, VALUE_TRUE); }

static bool set_mask(VM *vm, uint32_t *place, Value value, bool takes_list) {
    Value mask = call_value(vm, decimal_state(vm)->mask_of, (Value[]){value, from_bool(takes_list)}, 2);
    if (mask == VALUE_ERROR) return false;
    *place = (uint32_t)small_int(mask);
    return true;
}
static bool set_flags(VM *vm, Value self, Value value) { return set_mask(vm, &as_context(self)->flags, value, false); }
static bool set_traps(VM *vm, Value self, Value value) { return set_mask(vm, &as_context(self)->traps, value, false); }

static bool context_set_attribute(VM *vm, Value self, Str *name, Value value) {
    if (value != VALUE_UNBOUND || value_type(vm, self) != decimal_state(vm)->context) return generic_set_attribute(vm, self, name, value);
    return raise_error(vm, vm->types.AttributeError, "context attributes cannot be deleted"), false;
}

static bool context_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value given[8];
    if (!bind_arguments(vm, "Context", "prec rounding Emin Emax capitals clamp flags traps", 0, 8, args, count, keyword_names, given)) return false;
    static bool (*const setters[])(VM *, Value, Value) = {set_prec, set_rounding, set_emin, set_emax, set_capitals, set_clamp};
    for (int i = 0; i < 6; i++)
        if (given[i] != VALUE_UNBOUND && given[i] != VALUE_NONE && !setters[i](vm, self, given[i])) return false;
    if (given[7] != VALUE_UNBOUND && given[7] != VALUE_NONE && !set_mask(vm, &as_context(self)->traps, given[7], true)) return false;
    return given[6] == VALUE_UNBOUND || given[6] == VALUE_NONE || set_mask(vm, &as_context(self)->flags, given[6], true);
}

// In repr(), conditions are in an order of their own; all invalid ones are one signal, at the place of the first.
static const struct {
    uint32_t bit;
    const char *name;
} shown[] = {
    {STATUS_CLAMPED, "Clamped"}, {STATUS_CONVERSION, "InvalidOperation"}, {STATUS_ZERO_DIVISION, "DivisionByZero"}, {STATUS_IMPOSSIBLE, "InvalidOperation"},
    {STATUS_UNDEFINED, "InvalidOperation"}, {STATUS_INEXACT, "Inexact"}, {STATUS_BAD_CONTEXT, "InvalidOperation"}, {STATUS_INVALID, "InvalidOperation"},
    {STATUS_FLOAT, "FloatOperation"}, {STATUS_OVERFLOW, "Overflow"}, {STATUS_ROUNDED, "Rounded"}, {STATUS_SUBNORMAL, "Subnormal"}, {STATUS_UNDERFLOW, "Underflow"},
};
static Value context_repr(VM *vm, Value self) {
    const DecimalContext *context = as_context(self);
    StrBuilder b;
    str_builder_init(&b, vm);
    const int64_t numbers[] = {context->emin, context->emax, context->capitals, context->clamp};
    static const char *const names[] = {", Emin=", ", Emax=", ", capitals=", ", clamp="};
    str_builder_add_cstring(&b, "Context(prec=");
    str_builder_add_int(&b, context->prec);
    str_builder_add_cstring(&b, ", rounding=");
    str_builder_add_cstring(&b, rounding_names[context->rounding]);
    for (int i = 0; i < 4; i++) str_builder_add_cstring(&b, names[i]), str_builder_add_int(&b, numbers[i]);
    for (int which = 0; which < 2; which++) {
        uint32_t mask = which ? context->traps : context->flags;
        str_builder_add_cstring(&b, which ? "], traps=[" : ", flags=[");
        bool first = true, invalid = false;
        for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
            bool is_invalid = shown[i].bit & STATUS_ANY_INVALID;
            if (!(mask & shown[i].bit) || (is_invalid && invalid)) continue;
            if (!first) str_builder_add_cstring(&b, ", ");
            str_builder_add_cstring(&b, shown[i].name);
            first = false, invalid |= is_invalid;
        }
    }
    str_builder_add_cstring(&b, "])");
    return str_builder_finish(&b);
}

// ---- the current context -----------------------------------------------------------------------------------------

// Where it is kept: by the contextvars.Context that runs, or without one by the thread.
static Value stored_context(VM *vm, Value storage, Value place) {
    DecimalState *state = decimal_state(vm);
    Value found = place == VALUE_UNBOUND ? dict_get_str(vm, as_dict(storage), state->decimal_key) : get_attribute(vm, place, state->place_key);
    return found == VALUE_ERROR || (found != VALUE_UNBOUND && is_context(vm, found)) ? found : VALUE_UNBOUND; // scripts get at both places
}
static bool store_context(VM *vm, Value storage, Value place, Value context) {
    DecimalState *state = decimal_state(vm);
    bool good = place == VALUE_UNBOUND ? dict_set_str(vm, as_dict(storage), state->decimal_key, context) : set_attribute(vm, place, state->place_key, context);
    if (!good) return false;
    gc_store(vm, state, &state->cached_storage, storage);
    gc_store(vm, state, &state->cached_place, place);
    gc_store(vm, state, &state->cached_context, context);
    return true;
}
static bool storage_of_thread(VM *vm, Value *storage, Value *place) {
    if (vm->thread_storage == VALUE_UNBOUND) {
        Dict *dict = dict_new(vm);
        if (!dict) return false;
        vm->thread_storage = from_object(dict);
    }
    *storage = vm->thread_storage;
    *place = dict_get_str(vm, as_dict(*storage), decimal_state(vm)->context_key);
    if (*place == VALUE_NONE) *place = VALUE_UNBOUND;
    return true;
}

DecimalContext *context_current(VM *vm) {
    DecimalState *state = decimal_state(vm);
    Value storage, place;
    if (!storage_of_thread(vm, &storage, &place)) return NULL;
    if (storage == state->cached_storage && place == state->cached_place) return as_context(state->cached_context);
    Value context = stored_context(vm, storage, place);
    if (context == VALUE_ERROR) return NULL;
    if (context == VALUE_UNBOUND) {
        DecimalContext *fresh = is_context(vm, state->default_context) ? copy_without_flags(vm, as_context(state->default_context)) : context_new(vm, state->context);
        if (!fresh) return NULL;
        context = from_object(fresh);
    }
    return store_context(vm, storage, place, context) ? as_context(context) : NULL;
}
DecimalContext *context_or_current(VM *vm, Value given) {
    if (given == VALUE_UNBOUND || given == VALUE_NONE) return context_current(vm);
    if (is_context(vm, given)) return as_context(given);
    return raise_type_error(vm, "optional argument must be a context"), NULL;
}

Value context_get(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    DecimalContext *context = context_current(vm);
    return context ? from_object(context) : VALUE_ERROR;
}
Value context_set(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const DecimalState *state = decimal_state(vm);
    Value context = args[0], storage, place;
    if (!is_context(vm, context)) return raise_type_error(vm, "argument must be a context");
    if (context == state->default_context || context == state->basic_context || context == state->extended_context) { // templates
        DecimalContext *copy = copy_without_flags(vm, as_context(context));
        if (!copy) return VALUE_ERROR;
        context = from_object(copy);
    }
    return storage_of_thread(vm, &storage, &place) && store_context(vm, storage, place, context) ? VALUE_NONE : VALUE_ERROR;
}
// For SignalDict: mask(context, is_traps), set_mask(context, is_traps, mask)
Value context_mask(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_context(vm, args[0])) return raise_type_error(vm, "mask() takes a context");
    return from_small_int(args[1] == VALUE_TRUE ? as_context(args[0])->traps : as_context(args[0])->flags);
}
Value context_set_mask(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_context(vm, args[0]) || !is_small_int(args[2])) return raise_type_error(vm, "set_mask() takes a context and a mask");
    uint32_t mask = (uint32_t)small_int(args[2]);
    if (args[1] == VALUE_TRUE) as_context(args[0])->traps = mask;
    else as_context(args[0])->flags = mask;
    return VALUE_NONE;
}

// ---- methods -----------------------------------------------------------------------------------------------------

#define METHOD(name) static Value method_##name(VM *vm, Value *args, uint32_t count)

METHOD(copy) {
    (void)count;
    DecimalContext *context = copy_without_flags(vm, as_context(args[0]));
    if (!context) return VALUE_ERROR;
    context->flags = as_context(args[0])->flags;
    return from_object(context);
}
METHOD(reduce) {
    (void)count;
    const DecimalContext *context = as_context(args[0]);
    Value rounding = get_rounding(vm, args[0]), flags = rounding == VALUE_ERROR ? VALUE_ERROR : signal_list(vm, context->flags);
    Value traps = flags == VALUE_ERROR ? VALUE_ERROR : signal_list(vm, context->traps);
    if (traps == VALUE_ERROR) return VALUE_ERROR;
    Value values = tuple_pack(vm, 8, from_small_int(context->prec), rounding, from_small_int(context->emin), from_small_int(context->emax), from_small_int(context->capitals),
                              from_small_int(context->clamp), flags, traps);
    return values == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), values);
}
METHOD(clear_flags) { return (void)vm, (void)count, as_context(args[0])->flags = 0, VALUE_NONE; }
METHOD(clear_traps) { return (void)vm, (void)count, as_context(args[0])->traps = 0, VALUE_NONE; }
METHOD(etiny) { return (void)count, int_from_int64(vm, as_context(args[0])->emin - as_context(args[0])->prec + 1); }
METHOD(etop) { return (void)count, int_from_int64(vm, as_context(args[0])->emax - as_context(args[0])->prec + 1); }
METHOD(radix) { return (void)args, (void)count, decimal_from_int64(vm, 10); }

METHOD(create_decimal) {
    (void)count;
    return args[1] == VALUE_UNBOUND ? decimal_from_int64(vm, 0) : decimal_create(vm, as_context(args[0]), args[1]);
}
METHOD(create_decimal_from_float) {
    (void)count;
    Value made = decimal_from_float(vm, args[1]);
    return made == VALUE_ERROR ? VALUE_ERROR : decimal_unary(vm, as_context(args[0]), number_apply, made);
}

// Operations: name of the method, function
#define UNARY_OPERATIONS(X)                                                                                                                \
    X(abs, magnitude) X(plus, plus) X(minus, minus) X(logb, logb) X(logical_invert, logical_invert) X(next_minus, next_minus)                \
    X(next_plus, next_plus) X(normalize, normalize) X(sqrt, square_root) X(to_integral_exact, to_integral_exact)                            \
    X(to_integral_value, to_integral_value) X(_apply, apply)
#define BINARY_OPERATIONS(X)                                                                                                               \
    X(add, add) X(subtract, subtract) X(multiply, multiply) X(divide, divide) X(divide_int, divide_integer) X(remainder, remainder)          \
    X(compare, compare_values) X(compare_signal, compare_signal) X(logical_and, logical_and) X(logical_or, logical_or)                       \
    X(logical_xor, logical_xor) X(max, max) X(min, min) X(max_mag, max_mag) X(min_mag, min_mag) X(next_toward, next_toward)                   \
    X(remainder_near, remainder_near) X(rotate, rotate) X(scaleb, scaleb) X(shift, shift) X(quantize, quantize)                              \
    X(compare_total, compare_total) X(compare_total_mag, compare_total_mag)
#define DEFINE_UNARY(name, function)                                                                                                       \
    METHOD(name) { return (void)count, decimal_unary(vm, as_context(args[0]), number_##function, args[1]); }
#define DEFINE_BINARY(name, function)                                                                                                      \
    METHOD(name) { return (void)count, decimal_binary(vm, as_context(args[0]), number_##function, args[1], args[2]); }
UNARY_OPERATIONS(DEFINE_UNARY)
BINARY_OPERATIONS(DEFINE_BINARY)

METHOD(exp) { return (void)count, decimal_transcendental(vm, as_context(args[0]), DECIMAL_EXP, args[1]); }
METHOD(ln) { return (void)count, decimal_transcendental(vm, as_context(args[0]), DECIMAL_LN, args[1]); }
METHOD(log10) { return (void)count, decimal_transcendental(vm, as_context(args[0]), DECIMAL_LOG10, args[1]); }
METHOD(power) { return (void)count, decimal_power(vm, as_context(args[0]), args[1], args[2], args[3] == VALUE_UNBOUND ? VALUE_NONE : args[3]); }
METHOD(divmod) { return (void)count, decimal_divmod(vm, as_context(args[0]), args[1], args[2]); }
METHOD(fma) { return (void)count, decimal_fused(vm, as_context(args[0]), args[1], args[2], args[3]); }

#define PREDICATES(X)                                                                                                                      \
    X(is_finite, IS_FINITE) X(is_infinite, IS_INFINITE) X(is_nan, IS_NAN) X(is_qnan, IS_QNAN) X(is_snan, IS_SNAN) X(is_signed, IS_SIGNED)    \
    X(is_zero, IS_ZERO) X(is_normal, IS_NORMAL) X(is_subnormal, IS_SUBNORMAL)
static Value test(VM *vm, Value *args, Predicate predicate) {
    Operation op;
    operation_init_exact(&op, vm);
    Number a;
    if (!decimal_argument(&op, args[1], &a)) return operation_end(&op), VALUE_ERROR;
    bool is = number_is(&a, predicate, as_context(args[0]));
    operation_end(&op);
    return from_bool(is);
}
#define DEFINE_PREDICATE(name, predicate)                                                                                                  \
    METHOD(name) { return (void)count, test(vm, args, predicate); }
PREDICATES(DEFINE_PREDICATE)

// A copy of the argument, with another sign perhaps.
static Value copied(VM *vm, Value v, int sign) { // sign -1: the other one, -2: its own
    Operation op;
    operation_init_exact(&op, vm);
    Number a;
    Value result = VALUE_ERROR;
    if (decimal_argument(&op, v, &a)) {
        a.sign = sign == -2 ? a.sign : sign == -1 ? !a.sign : (uint8_t)sign;
        result = sign == -2 && is_decimal(vm, v) ? v : decimal_new_plain(vm, &a);
    }
    operation_end(&op);
    return result;
}
METHOD(copy_abs) { return (void)count, copied(vm, args[1], 0); }
METHOD(copy_negate) { return (void)count, copied(vm, args[1], -1); }
METHOD(copy_decimal) { return (void)count, copied(vm, args[1], -2); }
METHOD(canonical) { return (void)count, is_decimal(vm, args[1]) ? args[1] : raise_type_error(vm, "argument must be a Decimal"); }
METHOD(is_canonical) { return (void)count, is_decimal(vm, args[1]) ? VALUE_TRUE : raise_type_error(vm, "argument must be a Decimal"); }

static Value with_two(VM *vm, Value *args, bool is_quantum) {
    Operation op;
    operation_init_exact(&op, vm);
    Number a, b;
    Value result = VALUE_ERROR;
    if (decimal_argument(&op, args[1], &a) && decimal_argument(&op, args[2], &b)) {
        if (!is_quantum) a.sign = b.sign;
        result = is_quantum ? from_bool(number_same_quantum(&a, &b)) : decimal_new_plain(vm, &a);
    }
    operation_end(&op);
    return result;
}
METHOD(copy_sign) { return (void)count, with_two(vm, args, false); }
METHOD(same_quantum) { return (void)count, with_two(vm, args, true); }

typedef enum Shown { SHOWN_SCIENTIFIC, SHOWN_ENGINEERING, SHOWN_CLASS } Shown;
static Value show(VM *vm, Value *args, Shown how) {
    const DecimalContext *context = as_context(args[0]);
    Operation op;
    operation_init_exact(&op, vm);
    Number a;
    Value result = VALUE_ERROR;
    if (decimal_argument(&op, args[1], &a))
        result = how == SHOWN_CLASS ? number_class_name(vm, &a, context) : number_to_text(vm, &a, how == SHOWN_ENGINEERING, context->capitals);
    operation_end(&op);
    return result;
}
METHOD(to_sci_string) { return (void)count, show(vm, args, SHOWN_SCIENTIFIC); }
METHOD(to_eng_string) { return (void)count, show(vm, args, SHOWN_ENGINEERING); }
METHOD(number_class) { return (void)count, show(vm, args, SHOWN_CLASS); }

#define UNARY_ROW(name, function) {#name, {method_##name}, 1, 1, 0, NULL, DOC(NULL)},
#define BINARY_ROW(name, function) {#name, {method_##name}, 2, 2, 0, NULL, DOC(NULL)},
static const NativeDef methods[] = {
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a duplicate of the context with all flags cleared.")},
    {"__copy__", {method_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {"clear_flags", {method_clear_flags}, 0, 0, 0, NULL, DOC("Reset all flags to False.")},
    {"clear_traps", {method_clear_traps}, 0, 0, 0, NULL, DOC("Set all traps to False.")},
    {"Etiny", {method_etiny}, 0, 0, 0, NULL, DOC("Return a value equal to Emin - prec + 1, which is the minimum exponent value for subnormal results.")},
    {"Etop", {method_etop}, 0, 0, 0, NULL, DOC("Return a value equal to Emax - prec + 1.")},
    {"radix", {method_radix}, 0, 0, 0, NULL, DOC("Return 10.")},
    {"create_decimal", {method_create_decimal}, 0, 1, 0, "num /", DOC("Create a new Decimal instance from num, using self as the context: it is rounded.")},
    {"create_decimal_from_float", {method_create_decimal_from_float}, 1, 1, 0, NULL, DOC("Create a new Decimal instance from float f, rounded by the context.")},
    UNARY_OPERATIONS(UNARY_ROW)
    {"to_integral", {method_to_integral_value}, 1, 1, 0, NULL, DOC("Identical to to_integral_value(x).")},
    BINARY_OPERATIONS(BINARY_ROW)
    {"exp", {method_exp}, 1, 1, 0, NULL, DOC("Return e ** x.")},
    {"ln", {method_ln}, 1, 1, 0, NULL, DOC("Return the natural (base e) logarithm of x.")},
    {"log10", {method_log10}, 1, 1, 0, NULL, DOC("Return the base 10 logarithm of x.")},
    {"power", {method_power}, 2, 3, 0, "a b modulo", DOC("Compute a**b. If 'a' is negative, then 'b' must be integral. With three arguments, compute (a**b) % modulo.")},
    {"divmod", {method_divmod}, 2, 2, 0, NULL, DOC("Return quotient and remainder of the division x / y.")},
    {"fma", {method_fma}, 3, 3, 0, NULL, DOC("Return x multiplied by y, plus z.")},
    PREDICATES(UNARY_ROW)
    {"copy_abs", {method_copy_abs}, 1, 1, 0, NULL, DOC("Return a copy of x with the sign set to 0.")},
    {"copy_negate", {method_copy_negate}, 1, 1, 0, NULL, DOC("Return a copy of x with the sign inverted.")},
    {"copy_decimal", {method_copy_decimal}, 1, 1, 0, NULL, DOC("Return a copy of Decimal x.")},
    {"canonical", {method_canonical}, 1, 1, 0, NULL, DOC("Return a new instance of x.")},
    {"is_canonical", {method_is_canonical}, 1, 1, 0, NULL, DOC("Return True if x is canonical, False otherwise.")},
    {"copy_sign", {method_copy_sign}, 2, 2, 0, NULL, DOC("Copy the sign from y to x.")},
    {"same_quantum", {method_same_quantum}, 2, 2, 0, NULL, DOC("Return True if the two operands have the same exponent.")},
    {"to_sci_string", {method_to_sci_string}, 1, 1, 0, NULL, DOC("Convert a number to a string using scientific notation.")},
    {"to_eng_string", {method_to_eng_string}, 1, 1, 0, NULL, DOC("Convert a number to a string, using engineering notation.")},
    {"number_class", {method_number_class}, 1, 1, 0, NULL, DOC("Return an indication of the class of x.")},
    {0},
};
static const GetSetDef attributes[] = {
    {"prec", get_prec, set_prec}, {"rounding", get_rounding, set_rounding}, {"Emin", get_emin, set_emin}, {"Emax", get_emax, set_emax},
    {"capitals", get_capitals, set_capitals}, {"clamp", get_clamp, set_clamp}, {"flags", get_flags, set_flags}, {"traps", get_traps, set_traps}, {0},
};
const TypeSpec decimal_context_spec = {
    .name = "decimal.Context",
    .layout = LAYOUT_OTHER,
    .size = sizeof(DecimalContext),
    .slots = SLOTS(SLOT(repr, context_repr), SLOT(construct, context_construct), SLOT(initialize, context_initialize), SLOT(trace, context_trace), SLOT(set_attribute, context_set_attribute)),
    .methods = methods,
    .getset = attributes,
    .doc = TYPE_DOC("The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.  A new context\ncan be constructed as "
           "follows:\n\n    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n    ...             "
           "traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...             flags=[])\n    >>>\n\n\n"),
};
