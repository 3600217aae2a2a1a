// Protocols: what operators and built-in functions do with values of any type: which slot is asked, in which order, and what is said
// when there is none (data model, "Emulating numeric types", "Rich comparison"; library reference, "Built-in Functions").
//
//     left op right    right's slot first when its class derives from left's and has another slot
//                      then left's slot, then right's               a slot that returns NotImplemented declines
//
// Slots of user classes are dispatchers (slots.h), which ask __add__ and __radd__ of both sides themselves.
#include "runtime/objects/sequence.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/function.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/objects/set.h"
#include "runtime/type.h"
#include "runtime/quick_order.h"
#include "base/utf8.h"

// ---- binary operators ----------------------------------------------------------------------------------------------

typedef Value (*BinaryFunction)(VM *vm, Value left, Value right);

static const char *const operator_texts[BINARY_SLOT_COUNT] = {"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//", "divmod()"};
static const char *const inplace_texts[BINARY_SLOT_COUNT] = {"+=", "-=", "*=", "@=", "/=", "%=", "**=", "<<=", ">>=", "|=", "^=", "&=", "//=", "divmod()"};

// The built-in sequence that values of this layout are, or NULL.
static const Type *sequence_type(const VM *vm, const Type *type) {
    switch (type->layout) {
    case LAYOUT_LIST: return vm->types.list;
    case LAYOUT_TUPLE: return vm->types.tuple;
    case LAYOUT_STR: return vm->types.str;
    case LAYOUT_BYTES: return vm->types.bytes;
    case LAYOUT_BYTEARRAY: return vm->types.bytearray;
    default: return NULL;
    }
}

// Joining and repeating sequences are no operators of numbers: the other side's operator goes first, whichever side it is.
static bool yields_to_right(const VM *vm, BinarySlot slot, const Type *left, const Type *right) {
    if (slot != SLOT_ADD && slot != SLOT_MULT) return false;
    const Type *base = sequence_type(vm, left), *right_base = sequence_type(vm, right);
    return base && left->slots.binary[slot] == base->slots.binary[slot] && !(right_base && right->slots.binary[slot] == right_base->slots.binary[slot]);
}

// Sequences join what stands on their right only.
static bool is_own_concatenation(const VM *vm, const Type *right) {
    const Type *base = sequence_type(vm, right);
    return base && right->slots.binary[SLOT_ADD] == base->slots.binary[SLOT_ADD];
}

static Value try_binary(VM *vm, BinarySlot slot, Value left, Value right) {
    const Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    BinaryFunction first = left_type->slots.binary[slot], second = right_type == left_type ? NULL : right_type->slots.binary[slot];
    if (second == first || (slot == SLOT_ADD && second && is_own_concatenation(vm, right_type))) second = NULL;
    if (!second) return first ? first(vm, left, right) : VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    root_push(vm, left), root_push(vm, right);
    if (!first || type_is_subtype(right_type, left_type) || yields_to_right(vm, slot, left_type, right_type)) {
        BinaryFunction swap = first;
        first = second, second = swap;
    }
    Value result = first(vm, left, right);
    if (result == VALUE_NOT_IMPLEMENTED && second) result = second(vm, left, right);
    ROOT_END(vm);
    return result;
}

// Whether multiplying values of this type is the built-in sequence's doing.
static bool repeats_itself(const VM *vm, const Type *type) {
    const Type *base = sequence_type(vm, type);
    return base && type->slots.binary[SLOT_MULT] == base->slots.binary[SLOT_MULT];
}

static Value unsupported(VM *vm, BinarySlot slot, const char *text, Value left, Value right) {
    bool asks_right = text != inplace_texts[SLOT_MULT] || !(value_type(vm, left)->flags & TYPE_HEAP); // a class of a script could be a sequence: then its right side is not
    if (slot == SLOT_MULT && (asks_right || sequence_type(vm, value_type(vm, left)))) {
        bool left_sequence = repeats_itself(vm, value_type(vm, left));
        if (left_sequence || repeats_itself(vm, value_type(vm, right)))
            return raise_type_error(vm, "can't multiply sequence by non-int of type '%T'", left_sequence ? right : left);
    }
    bool old_print = slot == SLOT_RSHIFT && is_exactly(left, vm->types.native_function) && !strcmp(((Native *)as_object(left))->def->name, "print");
    return raise_type_error(vm, "unsupported operand type(s) for %s: '%T' and '%T'%s", text, left, right,
                            old_print ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

Value op_binary(VM *vm, BinarySlot slot, Value left, Value right) {
    int64_t number;
    if (both_small_ints(left, right)) { // of which each word is twice the number, and one
        if (slot == SLOT_ADD && !__builtin_add_overflow((int64_t)left, (int64_t)(right - 1), &number)) return (Value)number;
        if (slot == SLOT_MULT && !__builtin_mul_overflow((int64_t)(left - 1), small_int(right), &number)) return (Value)(number | 1);
    }
    Value result = try_binary(vm, slot, left, right);
    return result == VALUE_NOT_IMPLEMENTED ? unsupported(vm, slot, operator_texts[slot], left, right) : result;
}

Value op_binary_declined(VM *vm, BinarySlot slot, Value left, Value right) {
    const Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    Value result = VALUE_NOT_IMPLEMENTED;
    bool asks = right_type != left_type && right_type->slots.binary[slot] && !(slot == SLOT_ADD && is_own_concatenation(vm, right_type));
    if (asks) result = right_type->slots.binary[slot](vm, left, right);
    return result == VALUE_NOT_IMPLEMENTED ? unsupported(vm, slot, operator_texts[slot], left, right) : result;
}

Value op_inplace(VM *vm, BinarySlot slot, Value left, Value right) {
    if (slot == SLOT_ADD && is_exactly(left, vm->types.list) && (is_exactly(right, vm->types.list) || is_exactly(right, vm->types.tuple)))
        return list_extend(vm, as_list(left), right) ? left : VALUE_ERROR;
    BinaryFunction inplace = value_type(vm, left)->slots.inplace[slot];
    Value result = VALUE_NOT_IMPLEMENTED;
    // As with + and *: what the right side has of its own goes before a sequence's joining in place (but not that of a script's subclass, whose __iadd__ counts).
    const Type *right_type = value_type(vm, right);
    bool asks_right = inplace && ((slot == SLOT_ADD && !(value_type(vm, left)->flags & TYPE_HEAP)) || slot == SLOT_MULT) && right_type->flags & TYPE_HEAP && right_type->slots.binary[slot] && yields_to_right(vm, slot, value_type(vm, left), right_type);
    if (asks_right) {
        ROOT_SCOPE(vm);
        root_push(vm, left), root_push(vm, right);
        result = right_type->slots.binary[slot](vm, left, right);
        ROOT_END(vm);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    if (inplace) {
        ROOT_SCOPE(vm);
        root_push(vm, left), root_push(vm, right);
        result = inplace(vm, left, right);
        ROOT_END(vm);
    }
    if (result == VALUE_NOT_IMPLEMENTED) result = try_binary(vm, slot, left, right);
    return result == VALUE_NOT_IMPLEMENTED ? unsupported(vm, slot, inplace_texts[slot], left, right) : result;
}

// pow(base, exponent, modulus): only the base is asked.
Value op_power_modulo(VM *vm, Value base, Value exponent, Value modulus) {
    Value args[2] = {exponent, modulus}, result = call_special(vm, base, vm->names.__pow__, args, 2);
    if (result != VALUE_UNBOUND && result != VALUE_NOT_IMPLEMENTED) return result;
    return raise_type_error(vm, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent, modulus);
}

Value op_unary(VM *vm, UnarySlot slot, Value v) {
    static const char *const texts[] = {"unary -", "unary +", "unary ~", "abs()"};
    Value (*function)(VM *, Value) = value_type(vm, v)->slots.unary[slot];
    return function ? function(vm, v) : raise_type_error(vm, "bad operand type for %s: '%T'", texts[slot], v);
}

// ---- comparisons -----------------------------------------------------------------------------------------------------

static const CompareOp swapped[] = {COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE, COMPARE_LT, COMPARE_LE};
static const char *const compare_texts[] = {"==", "!=", "<", "<=", ">", ">="};

static Value try_compare(VM *vm, Value left, Value right, CompareOp op) {
    const Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    if (left_type == right_type && left_type->slots.compare) {
        Value result = left_type->slots.compare(vm, left, right, op);
        return result != VALUE_NOT_IMPLEMENTED ? result : left_type->slots.compare(vm, right, left, swapped[op]);
    }
    bool right_first = left_type != right_type && right_type->slots.compare && type_is_subtype(right_type, left_type);
    Value result = VALUE_NOT_IMPLEMENTED;
    if (right_first) result = right_type->slots.compare(vm, right, left, swapped[op]);
    if (result == VALUE_NOT_IMPLEMENTED && left_type->slots.compare) result = left_type->slots.compare(vm, left, right, op);
    if (result == VALUE_NOT_IMPLEMENTED && !right_first && right_type->slots.compare) result = right_type->slots.compare(vm, right, left, swapped[op]);
    return result;
}

static Value compare_by_identity(VM *vm, Value left, Value right, CompareOp op) {
    if (op == COMPARE_EQ || op == COMPARE_NE) return from_bool((left == right) == (op == COMPARE_EQ));
    return raise_type_error(vm, "'%s' not supported between instances of '%T' and '%T'", compare_texts[op], left, right);
}

Value op_compare(VM *vm, Value left, Value right, CompareOp op) {
    if (__builtin_expect((char *)__builtin_frame_address(0) <= vm->c_stack_limit, 0) && c_stack_exhausted_in(vm, " in comparison")) return VALUE_ERROR;
    if (!work(vm, 1)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, left), root_push(vm, right);
    Value result = try_compare(vm, left, right, op);
    ROOT_END(vm);
    return result != VALUE_NOT_IMPLEMENTED ? result : compare_by_identity(vm, left, right, op);
}

Value op_compare_declined(VM *vm, Value left, Value right, CompareOp op) {
    const Type *right_type = value_type(vm, right);
    Value result = right_type->slots.compare ? right_type->slots.compare(vm, right, left, swapped[op]) : VALUE_NOT_IMPLEMENTED;
    return result != VALUE_NOT_IMPLEMENTED ? result : compare_by_identity(vm, left, right, op);
}

int op_equal(VM *vm, Value a, Value b) {
    if (a == b) return 1;
    if (both_small_ints(a, b)) return 0;
    if (is_exactly(a, vm->types.str) && is_exactly(b, vm->types.str)) return str_equal(as_str(a), as_str(b));
    if (is_inline_float(a) && is_inline_float(b)) return inline_float(a) == inline_float(b);
    Value result = op_compare(vm, a, b, COMPARE_EQ);
    return result == VALUE_ERROR ? -1 : op_truth(vm, result);
}

int quick_order_boxed(const VM *vm, Value a, Value b) {
    const Type *type = vm->types.float_;
    bool a_is_float = is_inline_float(a) || is_exactly(a, type), b_is_float = is_inline_float(b) || is_exactly(b, type);
    bool is_known = (a_is_float || is_small_int(a)) && (b_is_float || is_small_int(b));
    if (!is_known) return ORDER_UNKNOWN;
    if (!a_is_float && small_int(a) >> ORDER_EXACT_BITS != small_int(a) >> 63) return ORDER_UNKNOWN;
    if (!b_is_float && small_int(b) >> ORDER_EXACT_BITS != small_int(b) >> 63) return ORDER_UNKNOWN;
    double x = a_is_float ? float_value(a) : (double)small_int(a), y = b_is_float ? float_value(b) : (double)small_int(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : ORDER_UNKNOWN;
}
int quick_order_nested(const VM *vm, Value a, Value b) {
    if (!is_exactly(a, vm->types.tuple) || !is_exactly(b, vm->types.tuple)) return ORDER_UNKNOWN;
    const Tuple *x = as_tuple(a), *y = as_tuple(b);
    if (x->count > QUICK_ORDER_MOST || y->count > QUICK_ORDER_MOST) return ORDER_UNKNOWN;
    for (size_t i = 0; i < x->count && i < y->count; i++) {
        int order = x->items[i] == y->items[i] ? 0 : quick_order(vm, x->items[i], y->items[i]);
        if (order) return order;
    }
    return (x->count > y->count) - (x->count < y->count);
}

int op_less(VM *vm, Value a, Value b) {
    int order = quick_order_deep(vm, a, b);
    if (order != ORDER_UNKNOWN) return order < 0;
    Value result = op_compare(vm, a, b, COMPARE_LT);
    return result == VALUE_ERROR ? -1 : op_truth(vm, result);
}

// ---- truth, hash -----------------------------------------------------------------------------------------------------

int op_truth_slow(VM *vm, Value v) {
    if (is_exactly(v, vm->types.str)) return as_str(v)->size != 0;
    if (is_exactly(v, vm->types.list)) return as_list(v)->count != 0;
    if (v == VALUE_TRUE) return 1;
    if (v == VALUE_FALSE || v == VALUE_NONE) return 0;
    if (is_exactly(v, vm->types.bytes)) return as_bytes(v)->size != 0;
    if (v == VALUE_NOT_IMPLEMENTED) return warn(vm, vm->types.DeprecationWarning, "NotImplemented should not be used in a boolean context") ? 1 : -1;
    const TypeSlots *slots = &value_type(vm, v)->slots;
    if (slots->truth) return slots->truth(vm, v);
    if (!slots->length) return 1;
    int64_t length = slots->length(vm, v);
    return length < 0 ? -1 : length > 0;
}

bool op_hash(VM *vm, Value v, uint64_t *out) {
    bool (*hash)(VM *, Value, uint64_t *) = value_type(vm, v)->slots.hash;
    return hash ? hash(vm, v, out) : object_hash(vm, v, out);
}

// ---- text ------------------------------------------------------------------------------------------------------------

static Value checked_text(VM *vm, Value text, const char *method) {
    if (text == VALUE_ERROR || is_str(text)) return text;
    return raise_type_error(vm, "%s returned non-string (type %T)", method, text);
}

Value op_repr(VM *vm, Value v) {
    Value (*repr)(VM *, Value) = value_type(vm, v)->slots.repr;
    if (c_stack_exhausted_in(vm, " while getting the repr of an object")) return VALUE_ERROR;
    if (!repr) return str_from_format(vm, "<%T object>", v);
    return checked_text(vm, repr(vm, v), "__repr__");
}

Value op_str(VM *vm, Value v) {
    if (is_exactly(v, vm->types.str)) return v;
    if (is_small_int(v)) return int_to_text(vm, v, 10);
    Value (*str)(VM *, Value) = value_type(vm, v)->slots.str;
    if (!str) return op_repr(vm, v);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    return checked_text(vm, str(vm, v), "__str__");
}

Value op_format(VM *vm, Value v, Value spec) {
    if (is_exactly(v, vm->types.str) && !as_str(spec)->size) return v;
    Value (*format)(VM *, Value, Value) = value_type(vm, v)->slots.format;
    if (!format) {
        if (as_str(spec)->size) return raise_type_error(vm, "unsupported format string passed to %T.__format__", v);
        return op_str(vm, v);
    }
    Value text = format(vm, v, spec);
    if (text == VALUE_ERROR || is_str(text)) return text;
    return raise_type_error(vm, "__format__ must return a str, not %T", text);
}

Value op_ascii(VM *vm, Value v) {
    Value repr = op_repr(vm, v);
    if (repr == VALUE_ERROR || str_is_ascii(as_str(repr))) return repr;
    const Str *s = as_str(repr);
    StrBuilder b;
    str_builder_init(&b, vm);
    for (size_t at = 0; at < s->size;) {
        unsigned step;
        uint32_t c = utf8_decode(s->text + at, &step);
        at += step;
        if (c < 0x80) {
            str_builder_add_char(&b, c);
            continue;
        }
        char *room = str_builder_room(&b, TEXT_ESCAPE_MAX);
        if (!room) break;
        size_t size = (size_t)(text_write_escape(room, c) - room);
        b.size += size, b.length += size;
    }
    return str_builder_finish(&b);
}

// ---- containers ------------------------------------------------------------------------------------------------------

int64_t op_length(VM *vm, Value v) {
    int64_t (*length)(VM *, Value) = value_type(vm, v)->slots.length;
    return length ? length(vm, v) : (raise_type_error(vm, "object of type '%T' has no len()", v), -1);
}

bool op_ask_length_hint(VM *vm, Value iterable) {
    const Type *type = value_type(vm, iterable);
    if (!(type->flags & TYPE_HEAP)) return true;
    if (type->slots.length) {
        if (type->slots.length(vm, iterable) >= 0) return true;
        if (!error_matches(vm, vm->types.TypeError)) return false;
        error_clear(vm);
    }
    Value hint = call_special(vm, iterable, vm->names.__length_hint__, NULL, 0);
    if (hint == VALUE_UNBOUND || hint == VALUE_NOT_IMPLEMENTED) return true;
    if (hint == VALUE_ERROR) return error_matches(vm, vm->types.TypeError) ? error_clear(vm), true : false;
    if (!is_int(hint)) return raise_type_error(vm, "__length_hint__ must be an integer, not %T", hint), false;
    return int_sign(hint) >= 0 || (raise_value_error(vm, "__length_hint__() should return >= 0"), false);
}

// `C[key]` for a class: __class_getitem__.
static Value subscript_class(VM *vm, Value class_, Value key) {
    if (as_type(class_) == vm->types.type) return generic_alias_new(vm, class_, key);
    Value function = get_attribute_or(vm, class_, vm->names.__class_getitem__, VALUE_UNBOUND);
    if (function == VALUE_ERROR) return VALUE_ERROR;
    return function == VALUE_UNBOUND || function == VALUE_NONE ? raise_type_error(vm, "type '%N' is not subscriptable", as_type(class_)) : call_value(vm, function, &key, 1);
}

Value op_get_item(VM *vm, Value container, Value key) {
    Value (*get_item)(VM *, Value, Value) = value_type(vm, container)->slots.get_item;
    if (get_item) return get_item(vm, container, key);
    return is_type(container) ? subscript_class(vm, container, key) : raise_type_error(vm, "'%T' object is not subscriptable", container);
}

bool op_set_item(VM *vm, Value container, Value key, Value value) {
    bool (*set_item)(VM *, Value, Value, Value) = value_type(vm, container)->slots.set_item;
    if (set_item) return set_item(vm, container, key, value);
    // CPython words it one way for an index into a sequence, another way otherwise.
    const Type *type = value_type(vm, container);
    bool as_sequence = type->flags & TYPE_HEAP || sequence_type(vm, type) || is_range(container) || is_set(container) || type == vm->types.dict_keys || type == vm->types.dict_values || type == vm->types.dict_items;
    bool is_index = is_int(key) || value_type(vm, key)->slots.unary[SLOT_INDEX];
    int64_t index;
    if (as_sequence && is_int(key) && !int_to_int64(key, &index)) return raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key), false;
    if (value != VALUE_UNBOUND) return raise_type_error(vm, "'%T' object does not support item assignment", container), false;
    return raise_type_error(vm, "'%T' object %s support item deletion", container, as_sequence && is_index ? "doesn't" : "does not"), false;
}

static int contains_by_iterating(VM *vm, Value container, Value item) {
    ROOT_SCOPE(vm);
    root_push(vm, item);
    Value iterator = op_iter(vm, container);
    int found = iterator == VALUE_ERROR ? -1 : 0;
    if (iterator != VALUE_ERROR) root_push(vm, iterator);
    else if (error_matches(vm, vm->types.TypeError)) error_clear(vm), raise_type_error(vm, "argument of type '%T' is not iterable", container);
    while (!found) {
        Value candidate = op_next(vm, iterator);
        if (candidate == VALUE_END) break;
        found = candidate == VALUE_ERROR ? -1 : op_equal(vm, candidate, item);
    }
    ROOT_END(vm);
    return found;
}

int op_contains(VM *vm, Value container, Value item) {
    int (*contains)(VM *, Value, Value) = value_type(vm, container)->slots.contains;
    return contains ? contains(vm, container, item) : contains_by_iterating(vm, container, item);
}

// ---- iteration -------------------------------------------------------------------------------------------------------

Value op_iter(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    if (type == vm->types.list || type == vm->types.tuple) return sequence_iter(vm, v);
    if (!type->slots.iter) {
        if (type_is_indexed(type)) return sequence_iterator_new(vm, v);
        return raise_type_error(vm, "'%T' object is not iterable", v);
    }
    Value iterator = type->slots.iter(vm, v);
    if (iterator == VALUE_ERROR || value_type(vm, iterator)->slots.next) return iterator;
    return raise_type_error(vm, "iter() returned non-iterator of type '%T'", iterator);
}

static __attribute__((noinline)) Value no_iterator(VM *vm, Value v) { return raise_type_error(vm, "'%T' object is not an iterator", v); }
Value op_next_failed(VM *vm) { return iteration_ended(vm) ? VALUE_END : VALUE_ERROR; } // a StopIteration from inside it ends it, too

Value op_next(VM *vm, Value iterator) {
    const Type *type = value_type(vm, iterator);
    if (type == vm->types.list_iterator || type == vm->types.tuple_iterator) return sequence_iterator_next((SequenceIterator *)as_object(iterator));
    Value (*next)(VM *, Value) = type->slots.next;
    if (__builtin_expect(!next, 0)) return no_iterator(vm, iterator);
    if (__builtin_expect((char *)__builtin_frame_address(0) <= vm->c_stack_limit, 0) && c_stack_exhausted(vm)) return VALUE_ERROR; // map over map over map...
    if (!work(vm, 1)) return VALUE_ERROR;
    Value item = next(vm, iterator);
    return __builtin_expect(item != VALUE_ERROR, 1) ? item : op_next_failed(vm);
}

Value op_to_list(VM *vm, Value iterable) {
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    bool good = list_extend(vm, as_list(list), iterable);
    ROOT_END(vm);
    return good ? list : VALUE_ERROR;
}

Value op_iterated(VM *vm, Value iterable) {
    if (!(value_type(vm, iterable)->flags & TYPE_HEAP)) return op_to_list(vm, iterable);
    Value iterator = op_iter(vm, iterable);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, iterator);
    Value list = op_to_list(vm, iterator);
    ROOT_END(vm);
    return list;
}

Value op_to_tuple(VM *vm, Value iterable) {
    if (is_exactly(iterable, vm->types.tuple)) return iterable;
    Value list = is_exactly(iterable, vm->types.list) ? iterable : op_to_list(vm, iterable);
    return list == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, as_list(list)->items, as_list(list)->count);
}

// ---- indexes ---------------------------------------------------------------------------------------------------------

static Value plain_int(VM *vm, Value v) { // of bool and other subclasses
    if (is_bool(v)) return from_small_int(v == VALUE_TRUE);
    return is_small_int(v) || is_exactly(v, vm->types.int_) ? v : int_binary(vm, SLOT_ADD, v, from_small_int(0));
}

Value op_index(VM *vm, Value v) {
    if (is_small_int(v)) return v;
    if (is_int(v)) return plain_int(vm, v);
    Value (*index)(VM *, Value) = value_type(vm, v)->slots.unary[SLOT_INDEX];
    if (!index) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", v);
    Value number = index(vm, v);
    if (number == VALUE_ERROR) return VALUE_ERROR;
    return is_int(number) ? plain_int(vm, number) : raise_type_error(vm, "__index__ returned non-int (type %T)", number);
}

bool op_index_int64(VM *vm, Value v, int64_t *out, bool clamp) {
    if (is_small_int(v)) return *out = small_int(v), true;
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    if (int_to_int64(number, out)) return true;
    if (!clamp) return raise_overflow_error(vm, "Python int too large to convert to C ssize_t"), false;
    *out = int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

// ---- isinstance, issubclass ------------------------------------------------------------------------------------------

// Whether the class's metaclass changes `name` (__instancecheck__, __subclasscheck__).
static bool is_customised(VM *vm, Value class_, Str *name) {
    Type *metatype = value_type(vm, class_);
    if (metatype == vm->types.type) return false;
    Value found = type_lookup(vm, metatype, name);
    return found != VALUE_UNBOUND && found != type_lookup(vm, vm->types.type, name);
}

typedef int (*ClassCheck)(VM *vm, Value v, Value class_);

// `v` for each of a tuple's or union's items until one says yes.
static int check_any(VM *vm, Value v, Value classes, ClassCheck check, const char *doing) {
    if (c_stack_exhausted_in(vm, doing)) return -1;
    int answer = 0;
    for (size_t i = 0; !answer && i < as_tuple(classes)->count; i++) answer = check(vm, v, as_tuple(classes)->items[i]);
    return answer;
}

// Words of RecursionError.
static const char *doing_of(VM *vm, const Str *hook) { return hook == vm->names.__instancecheck__ ? " in __instancecheck__" : " in __subclasscheck__"; }

static int check_class(VM *vm, Value v, Value class_, Str *hook, ClassCheck recurse, ClassCheck plain, const char *function) {
    if (is_type(class_) && value_type(vm, class_) == vm->types.type) return plain(vm, v, class_);
    if (!work(vm, 1)) return -1;
    if (is_union_type(vm, class_)) return check_any(vm, v, ((UnionType *)as_object(class_))->args, recurse, doing_of(vm, hook));
    if (is_tuple(class_)) return check_any(vm, v, class_, recurse, doing_of(vm, hook));
    if (is_generic_alias(vm, class_)) return raise_type_error(vm, "%s() argument 2 cannot be a parameterized generic", function), -1;
    if (is_type(class_) && !is_customised(vm, class_, hook)) return plain(vm, v, class_);
    if (c_stack_exhausted_in(vm, doing_of(vm, hook))) return -1;
    Value answer = call_special(vm, class_, hook, &v, 1);
    if (answer == VALUE_UNBOUND) return plain(vm, v, class_);
    return answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
}

static bool is_plain_class(const VM *vm, Value class_) { return is_type(class_) && value_type(vm, class_) == vm->types.type; }
// Nothing there that could say another __class__ than the type.
static bool is_what_it_is(VM *vm, Type *type) { return (!(type->flags & TYPE_HEAP) && !type->slots.get_attribute) || !type_may_pretend(vm, type); }

int op_is_instance(VM *vm, Value v, Value class_) {
    Type *type = value_type(vm, v);
    if (from_object(type) == class_) return 1;
    if (is_plain_class(vm, class_)) {
        if (type_is_subtype(type, as_type(class_))) return 1;
        if (is_what_it_is(vm, type)) return 0;
    } else if (is_exactly(class_, vm->types.tuple)) {
        const Tuple *classes = as_tuple(class_);
        size_t i = 0;
        bool is_one = false;
        for (; i < classes->count && is_plain_class(vm, classes->items[i]) && !is_one; i++) is_one = type_is_subtype(type, as_type(classes->items[i]));
        if ((is_one && i == 1) || ((is_one || i == classes->count) && is_what_it_is(vm, type))) return work_done(vm, 1), is_one; // nobody would have been asked before
    }
    return check_class(vm, v, class_, vm->names.__instancecheck__, op_is_instance, type_is_instance, "isinstance");
}
int op_is_subclass(VM *vm, Value type, Value class_) {
    return check_class(vm, type, class_, vm->names.__subclasscheck__, op_is_subclass, type_is_subclass, "issubclass");
}
