// _operator: operators as functions, and getters (library reference, "operator").
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"

#define FUNCTION(name) static Value operator_##name(VM *vm, Value *args, uint32_t count)

// ---- operators ---------------------------------------------------------------------------------------------------

#define BINARY(name, slot) FUNCTION(name) { return (void)count, op_binary(vm, slot, args[0], args[1]); }
#define INPLACE(name, slot) FUNCTION(name) { return (void)count, op_inplace(vm, slot, args[0], args[1]); }
#define COMPARE(name, op) FUNCTION(name) { return (void)count, op_compare(vm, args[0], args[1], op); }
#define UNARY(name, slot) FUNCTION(name) { return (void)count, op_unary(vm, slot, args[0]); }
BINARY(add, SLOT_ADD) BINARY(and_, SLOT_BITAND) BINARY(floordiv, SLOT_FLOORDIV) BINARY(lshift, SLOT_LSHIFT) BINARY(matmul, SLOT_MATMULT)
BINARY(mod, SLOT_MOD) BINARY(mul, SLOT_MULT) BINARY(or_, SLOT_BITOR) BINARY(pow, SLOT_POW) BINARY(rshift, SLOT_RSHIFT) BINARY(sub, SLOT_SUB)
BINARY(truediv, SLOT_DIV) BINARY(xor, SLOT_BITXOR)
INPLACE(iadd, SLOT_ADD) INPLACE(iand, SLOT_BITAND) INPLACE(ifloordiv, SLOT_FLOORDIV) INPLACE(ilshift, SLOT_LSHIFT) INPLACE(imatmul, SLOT_MATMULT)
INPLACE(imod, SLOT_MOD) INPLACE(imul, SLOT_MULT) INPLACE(ior, SLOT_BITOR) INPLACE(ipow, SLOT_POW) INPLACE(irshift, SLOT_RSHIFT)
INPLACE(isub, SLOT_SUB) INPLACE(itruediv, SLOT_DIV) INPLACE(ixor, SLOT_BITXOR)
COMPARE(lt, COMPARE_LT) COMPARE(le, COMPARE_LE) COMPARE(eq, COMPARE_EQ) COMPARE(ne, COMPARE_NE) COMPARE(gt, COMPARE_GT) COMPARE(ge, COMPARE_GE)
UNARY(neg, SLOT_NEGATIVE) UNARY(pos, SLOT_POSITIVE) UNARY(invert, SLOT_INVERT) UNARY(abs, SLOT_ABS)

static Value truth_of(int truth, bool negated) { return truth < 0 ? VALUE_ERROR : from_bool(truth != negated); }
FUNCTION(not_) { return (void)count, truth_of(op_truth(vm, args[0]), true); }
FUNCTION(truth) { return (void)count, truth_of(op_truth(vm, args[0]), false); }
FUNCTION(is_) { return (void)vm, (void)count, from_bool(args[0] == args[1]); }
FUNCTION(is_not) { return (void)vm, (void)count, from_bool(args[0] != args[1]); }
FUNCTION(index) { return (void)count, op_index(vm, args[0]); }
FUNCTION(getitem) { return (void)count, op_get_item(vm, args[0], args[1]); }
FUNCTION(setitem) { return (void)count, op_set_item(vm, args[0], args[1], args[2]) ? VALUE_NONE : VALUE_ERROR; }
FUNCTION(delitem) { return (void)count, op_set_item(vm, args[0], args[1], VALUE_UNBOUND) ? VALUE_NONE : VALUE_ERROR; }
FUNCTION(contains) { return (void)count, truth_of(op_contains(vm, args[0], args[1]), false); }

// Sequences have an operator + and items by index.
static bool need_sequence(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    if (type->slots.get_item && type->layout != LAYOUT_DICT) return true;
    return raise_type_error(vm, "'%T' object can't be concatenated", v), false;
}
FUNCTION(concat) { return (void)count, need_sequence(vm, args[0]) ? op_binary(vm, SLOT_ADD, args[0], args[1]) : VALUE_ERROR; }
FUNCTION(iconcat) { return (void)count, need_sequence(vm, args[0]) ? op_inplace(vm, SLOT_ADD, args[0], args[1]) : VALUE_ERROR; }

// Walks the items that equal args[1]: how many, or the index of the first (-1: there is none, -2 raised).
static int64_t search(VM *vm, Value *args, bool first_only) {
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[0]);
    int64_t found = 0;
    if (iterator == VALUE_ERROR) {
        if (!error_matches(vm, vm->types.TypeError)) return -2;
        error_clear(vm);
        return raise_type_error(vm, "argument of type '%T' is not iterable", args[0]), -2;
    }
    root_push(vm, iterator);
    for (int64_t i = 0;; i++) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) {
            if (first_only) found = -1;
            break;
        }
        int equal = -1;
        if (item != VALUE_ERROR) {
            root_push(vm, item);
            equal = op_equal(vm, item, args[1]);
            vm->roots_top--;
        }
        if (equal < 0) found = -2;
        else if (equal) found = first_only ? i : found + 1;
        if (equal < 0 || (equal && first_only)) break;
    }
    ROOT_END(vm);
    return found;
}
FUNCTION(countOf) {
    (void)count;
    int64_t found = search(vm, args, false);
    return found < 0 ? VALUE_ERROR : from_small_int(found);
}
FUNCTION(indexOf) {
    (void)count;
    int64_t found = search(vm, args, true);
    if (found == -1) return raise_value_error(vm, "sequence.index(x): x not in sequence");
    return found < 0 ? VALUE_ERROR : from_small_int(found);
}

FUNCTION(length_hint) {
    Value fallback = count > 1 ? args[1] : from_small_int(0);
    if (!is_int(fallback)) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", fallback);
    if (value_type(vm, args[0])->slots.length) {
        int64_t length = op_length(vm, args[0]);
        if (length >= 0) return from_small_int(length);
        if (!error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
        error_clear(vm);
    }
    Value hint = call_special(vm, args[0], vm->names.__length_hint__, NULL, 0);
    if (hint == VALUE_ERROR && error_matches(vm, vm->types.TypeError)) return error_clear(vm), fallback;
    if (hint == VALUE_ERROR) return VALUE_ERROR;
    if (hint == VALUE_UNBOUND || hint == VALUE_NOT_IMPLEMENTED) return fallback;
    if (!is_int(hint)) return raise_type_error(vm, "__length_hint__ must be an integer, not %T", hint);
    return int_sign(hint) < 0 ? raise_value_error(vm, "__length_hint__() should return >= 0") : hint;
}

static Value operator_call(VM *vm, Value *args, uint32_t count, Value keyword_names) { return call_keywords(vm, args[0], args + 1, count - 1, keyword_names); }

// The same bytes or characters, compared in a time that does not tell where they differ.
FUNCTION(_compare_digest) {
    (void)count;
    const unsigned char *data[2];
    size_t size[2];
    if (is_str(args[0]) && is_str(args[1])) {
        for (int i = 0; i < 2; i++) {
            if (!str_is_ascii(as_str(args[i]))) return raise_type_error(vm, "comparing strings with non-ASCII characters is not supported");
            data[i] = (const unsigned char *)as_str(args[i])->text, size[i] = as_str(args[i])->size;
        }
    } else {
        bool first = bytes_view(args[0], &data[0], &size[0]), second = bytes_view(args[1], &data[1], &size[1]);
        if (!first && !second) return raise_type_error(vm, "unsupported operand types(s) or combination of types: '%T' and '%T'", args[0], args[1]);
        if (!first || !second) return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[first]);
    }
    volatile unsigned char difference = size[0] != size[1];
    const unsigned char *left = size[0] == size[1] ? data[0] : data[1];
    for (size_t i = 0; i < size[1]; i++) difference |= left[i] ^ data[1][i];
    return from_bool(!difference);
}

// ---- itemgetter and attrgetter -----------------------------------------------------------------------------------

typedef struct Getter {
    Object head;
    Value names; // tuple: items; attributes, as given
    Value paths; // attrgetter: for each name a tuple of interned strs
} Getter;

static Getter *as_getter(Value v) { return (Getter *)as_object(v); }
static void getter_trace(VM *vm, Object *self) { gc_mark(vm, ((Getter *)self)->names), gc_mark(vm, ((Getter *)self)->paths); }
static bool has_keywords(Value names) { return names != VALUE_UNBOUND && as_tuple(names)->count; }

static Value getter_new(VM *vm, Type *type, const char *name, Value *args, uint32_t count, Value keyword_names) {
    if (has_keywords(keyword_names)) return raise_type_error(vm, "%s() takes no keyword arguments", name);
    if (!count) return raise_type_error(vm, "%s expected 1 argument, got 0", name);
    Value names = tuple_new(vm, args, count);
    Getter *getter = names == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *getter);
    if (!getter) return VALUE_ERROR;
    getter->names = names, getter->paths = VALUE_NONE;
    return from_object(getter);
}

static Value getter_repr(VM *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_format(vm, "%T(...)", self);
    Value text = op_repr(vm, as_getter(self)->names);
    repr_leave(vm, self);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    size_t length = as_str(text)->length; // "(1,)": without the comma
    if (as_tuple(as_getter(self)->names)->count == 1) text = str_slice(vm, as_str(text), 0, length - 2);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    return str_from_format(vm, as_tuple(as_getter(self)->names)->count == 1 ? "%T%S)" : "%T%S", self, text);
}
static Value getter_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, tuple_pack(vm, 2, from_object(value_type(vm, args[0])), as_getter(args[0])->names); }
static const NativeDef getter_methods[] = {{"__reduce__", {getter_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling")}, {0}};

static bool need_one(VM *vm, const char *name, uint32_t count, Value keyword_names) {
    if (has_keywords(keyword_names)) return raise_type_error(vm, "%s() takes no keyword arguments", name), false;
    return count == 1 || (raise_type_error(vm, "%s expected 1 argument, got %u", name, count), false);
}

// get(i) for each of `count`: the only one, or a tuple of all.
static Value get_all(VM *vm, Value self, Value object, size_t count, Value (*get)(VM *, const Getter *, Value, size_t)) {
    if (count == 1) return get(vm, as_getter(self), object, 0);
    Value result = tuple_new(vm, NULL, count);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, self), root_push(vm, object), root_push(vm, result);
    for (size_t i = 0; result != VALUE_ERROR && i < count; i++) {
        Value item = get(vm, as_getter(self), object, i);
        if (item == VALUE_ERROR) result = VALUE_ERROR;
        else gc_store(vm, as_object(result), &as_tuple(result)->items[i], item);
    }
    ROOT_END(vm);
    return result;
}

static Value itemgetter_construct(VM *vm, Type *type, Value *args, uint32_t count, Value names) { return getter_new(vm, type, "itemgetter", args, count, names); }
static Value get_item_at(VM *vm, const Getter *getter, Value object, size_t i) {
    Value key = as_tuple(getter->names)->items[i];
    if (is_small_int(key) && is_exactly(object, vm->types.tuple) && (uint64_t)small_int(key) < as_tuple(object)->count) return as_tuple(object)->items[small_int(key)];
    return op_get_item(vm, object, key);
}
static Value itemgetter_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    return need_one(vm, "itemgetter", count, keyword_names) ? get_all(vm, self, args[0], as_tuple(as_getter(self)->names)->count, get_item_at) : VALUE_ERROR;
}
static const TypeSpec itemgetter_spec = {
    .name = "operator.itemgetter",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Getter),
    .slots = SLOTS(SLOT(repr, getter_repr), SLOT(call, itemgetter_call), SLOT(construct, itemgetter_construct), SLOT(trace, getter_trace)),
    .methods = getter_methods,
    .doc = TYPE_DOC("Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])"),
};

// "a.b" as a tuple of interned names.
static Value path_of(VM *vm, const Str *text) {
    size_t parts = 1;
    for (size_t i = 0; i < text->size; i++) parts += text->text[i] == '.';
    Value path = tuple_new(vm, NULL, parts);
    const char *from = text->text;
    for (size_t i = 0; path != VALUE_ERROR && i < parts; i++) {
        const char *dot = memchr(from, '.', (size_t)(text->text + text->size - from)), *to = dot ? dot : text->text + text->size;
        Str *name = str_intern(vm, from, (size_t)(to - from));
        if (!name) return VALUE_ERROR;
        as_tuple(path)->items[i] = from_object(name);
        from = to + 1;
    }
    return path;
}
static Value attrgetter_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value self = getter_new(vm, type, "attrgetter", args, count, keyword_names), paths = self == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, NULL, count);
    for (uint32_t i = 0; paths != VALUE_ERROR && i < count; i++) {
        if (!is_str(args[i])) return raise_type_error(vm, "attribute name must be a string");
        Value path = path_of(vm, as_str(args[i]));
        if (path == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(paths)->items[i] = path;
    }
    if (paths == VALUE_ERROR) return VALUE_ERROR;
    as_getter(self)->paths = paths;
    return self;
}
static Value get_path(VM *vm, const Getter *getter, Value object, size_t i) {
    const Tuple *path = as_tuple(as_tuple(getter->paths)->items[i]);
    for (size_t j = 0; object != VALUE_ERROR && j < path->count; j++) object = get_attribute(vm, object, as_str(path->items[j]));
    return object;
}
static Value attrgetter_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    return need_one(vm, "attrgetter", count, keyword_names) ? get_all(vm, self, args[0], as_tuple(as_getter(self)->names)->count, get_path) : VALUE_ERROR;
}
static const TypeSpec attrgetter_spec = {
    .name = "operator.attrgetter",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Getter),
    .slots = SLOTS(SLOT(repr, getter_repr), SLOT(call, attrgetter_call), SLOT(construct, attrgetter_construct), SLOT(trace, getter_trace)),
    .methods = getter_methods,
    .doc = TYPE_DOC("Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last)."),
};

// ---- methodcaller ------------------------------------------------------------------------------------------------

typedef struct MethodCaller {
    Object head;
    Value name;     // interned str
    Value args;     // tuple: positional arguments, then those of the keywords
    Value keywords; // tuple of names, or VALUE_UNBOUND
} MethodCaller;

static MethodCaller *as_caller(Value v) { return (MethodCaller *)as_object(v); }
static size_t keyword_count(const MethodCaller *caller) { return caller->keywords == VALUE_UNBOUND ? 0 : as_tuple(caller->keywords)->count; }

static Value methodcaller_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!count) return raise_type_error(vm, "methodcaller needs at least one argument, the method name");
    if (!is_str(args[0])) return raise_type_error(vm, "method name must be a string");
    size_t keywords = has_keywords(keyword_names) ? as_tuple(keyword_names)->count : 0;
    Str *name = str_intern_value(vm, as_str(args[0]));
    Value rest = name ? tuple_new(vm, args + 1, count - 1 + keywords) : VALUE_ERROR;
    MethodCaller *caller = rest == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *caller);
    if (!caller) return VALUE_ERROR;
    caller->name = from_object(name), caller->args = rest;
    caller->keywords = keywords ? keyword_names : VALUE_UNBOUND;
    return from_object(caller);
}
static void methodcaller_trace(VM *vm, Object *self) {
    MethodCaller *caller = (MethodCaller *)self;
    gc_mark(vm, caller->name), gc_mark(vm, caller->args), gc_mark(vm, caller->keywords);
}
static Value methodcaller_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (!need_one(vm, "methodcaller", count, keyword_names)) return VALUE_ERROR;
    const MethodCaller *caller = as_caller(self);
    const Tuple *given = as_tuple(caller->args);
    size_t keywords = keyword_count(caller);
    if (!keywords) return call_method(vm, args[0], as_str(caller->name), given->items, (uint32_t)given->count);
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Value method = get_attribute(vm, args[0], as_str(caller->name));
    Value result = method == VALUE_ERROR ? VALUE_ERROR : call_keywords(vm, method, given->items, (uint32_t)(given->count - keywords), caller->keywords);
    ROOT_END(vm);
    return result;
}
static Value methodcaller_repr(VM *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_format(vm, "%T(...)", self);
    const MethodCaller *caller = as_caller(self);
    const Tuple *given = as_tuple(caller->args);
    size_t positional = given->count - keyword_count(caller);
    StrBuilder b;
    str_builder_init(&b, vm);
    Value text = str_from_format(vm, "%T(%R", self, caller->name);
    bool good = text != VALUE_ERROR;
    if (good) str_builder_add_str(&b, as_str(text));
    for (size_t i = 0; good && i < given->count; i++) {
        str_builder_add_cstring(&b, ", ");
        if (i >= positional) {
            str_builder_add_str(&b, as_str(as_tuple(caller->keywords)->items[i - positional]));
            str_builder_add_char(&b, '=');
        }
        text = op_repr(vm, given->items[i]);
        good = text != VALUE_ERROR;
        if (good) str_builder_add_str(&b, as_str(text));
    }
    repr_leave(vm, self);
    str_builder_add_char(&b, ')');
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

// (methodcaller, (name, args...)), with keywords by way of functools.partial.
static Value methodcaller_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const MethodCaller *caller = as_caller(args[0]);
    const Tuple *given = as_tuple(caller->args);
    size_t keywords = keyword_count(caller), positional = given->count - keywords;
    Value type = from_object(value_type(vm, args[0])), rest;
    if (!keywords) {
        rest = tuple_new(vm, NULL, positional + 1);
        if (rest == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(rest)->items[0] = caller->name;
        memcpy(as_tuple(rest)->items + 1, given->items, positional * sizeof(Value));
        return tuple_pack(vm, 2, type, rest);
    }
    ROOT_SCOPE(vm);
    root_push(vm, type), root_push(vm, caller->name);
    for (size_t i = positional; i < given->count; i++) root_push(vm, given->items[i]);
    Str *name = str_intern(vm, "functools", 9), *partial_name = name ? str_intern(vm, "partial", 7) : NULL;
    Value module = partial_name ? import_module(vm, name) : VALUE_ERROR, partial = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, partial_name);
    Value maker = partial == VALUE_ERROR ? VALUE_ERROR : call_keywords(vm, partial, vm->roots_top - keywords - 2, 2, caller->keywords);
    ROOT_END(vm);
    rest = maker == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, given->items, positional);
    return rest == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, maker, rest);
}
static const NativeDef methodcaller_methods[] = {{"__reduce__", {methodcaller_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling")}, {0}};
static const TypeSpec methodcaller_spec = {
    .name = "operator.methodcaller",
    .layout = LAYOUT_OTHER,
    .size = sizeof(MethodCaller),
    .slots = SLOTS(SLOT(repr, methodcaller_repr), SLOT(call, methodcaller_call), SLOT(construct, methodcaller_construct), SLOT(trace, methodcaller_trace)),
    .methods = methodcaller_methods,
    .doc = TYPE_DOC("Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1)."),
};

// ---- the module --------------------------------------------------------------------------------------------------

static bool operator_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    static const TypeSpec *const specs[] = {&itemgetter_spec, &attrgetter_spec, &methodcaller_spec};
    for (size_t i = 0; i < 3; i++) {
        Type *type = type_new_from_spec(vm, specs[i], vm->types.object);
        const char *name = strchr(specs[i]->name, '.') + 1;
        Str *key = type ? str_intern(vm, name, strlen(name)) : NULL;
        if (!key || !dict_set_str(vm, space, key, from_object(type))) return false;
    }
    return true;
}

#define ONE(name, doc) {#name, {operator_##name}, 1, 1, 0, NULL, DOC(doc)}
#define TWO(name, doc) {#name, {operator_##name}, 2, 2, 0, NULL, DOC(doc)}
static const NativeDef functions[] = {
    TWO(add, "Same as a + b."), TWO(and_, "Same as a & b."), TWO(floordiv, "Same as a // b."), TWO(lshift, "Same as a << b."), TWO(matmul, "Same as a @ b."),
    TWO(mod, "Same as a % b."), TWO(mul, "Same as a * b."), TWO(or_, "Same as a | b."), TWO(pow, "Same as a ** b."), TWO(rshift, "Same as a >> b."),
    TWO(sub, "Same as a - b."), TWO(truediv, "Same as a / b."), TWO(xor, "Same as a ^ b."),
    TWO(iadd, "Same as a += b."), TWO(iand, "Same as a &= b."), TWO(ifloordiv, "Same as a //= b."), TWO(ilshift, "Same as a <<= b."),
    TWO(imatmul, "Same as a @= b."), TWO(imod, "Same as a %= b."), TWO(imul, "Same as a *= b."), TWO(ior, "Same as a |= b."), TWO(ipow, "Same as a **= b."),
    TWO(irshift, "Same as a >>= b."), TWO(isub, "Same as a -= b."), TWO(itruediv, "Same as a /= b."), TWO(ixor, "Same as a ^= b."),
    TWO(lt, "Same as a < b."), TWO(le, "Same as a <= b."), TWO(eq, "Same as a == b."), TWO(ne, "Same as a != b."), TWO(gt, "Same as a > b."), TWO(ge, "Same as a >= b."),
    ONE(neg, "Same as -a."), ONE(pos, "Same as +a."), ONE(invert, "Same as ~a."), {"inv", {operator_invert}, 1, 1, 0, NULL, DOC("Same as ~a.")}, ONE(abs, "Same as abs(a)."),
    ONE(not_, "Same as not a."), ONE(truth, "Return True if a is true, False otherwise."), TWO(is_, "Same as a is b."), TWO(is_not, "Same as a is not b."),
    ONE(index, "Same as a.__index__()"), TWO(getitem, "Same as a[b]."), {"setitem", {operator_setitem}, 3, 3, 0, NULL, DOC("Same as a[b] = c.")},
    TWO(delitem, "Same as del a[b]."), TWO(contains, "Same as b in a (note reversed operands)."), TWO(concat, "Same as a + b, for a and b sequences."),
    TWO(iconcat, "Same as a += b, for a and b sequences."), TWO(countOf, "Return the number of items in a which are, or which equal, b."),
    TWO(indexOf, "Return the first index of b in a."),
    {"length_hint", {operator_length_hint}, 1, 2, 0, NULL, DOC("Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.")},
    {"call", {.raw = operator_call}, 1, -1, NATIVE_RAW, NULL, DOC("Same as obj(*args, **kwargs).")}, TWO(_compare_digest, "Return 'a == b'."),
    {0},
};
const ModuleDef operator_module = {"_operator", functions, operator_initialize};
