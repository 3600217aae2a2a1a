// Guards: what a value must be where it comes into annotated code (typecheck/facts.h). Masks of built-in types are looked at in the loop; here is what takes
// more to tell, and the errors.
#include "runtime/guard.h"
#include "runtime/interpreter.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include <stdio.h>
#include <string.h>

enum { IS_FLOAT = GUARD_TAKES_FLOAT, IS_INT = GUARD_TAKES_INT, IS_BOOL = GUARD_BOOL | IS_INT };
const uint16_t guard_bits_of_immediate[8] = {[VALUE_NONE >> 3] = GUARD_NONE, [VALUE_FALSE >> 3] = IS_BOOL, [VALUE_TRUE >> 3] = IS_BOOL};
const uint16_t guard_bits_of_layout[LAYOUT_OTHER + 1] = {
    [LAYOUT_INT] = IS_INT, [LAYOUT_FLOAT] = IS_FLOAT, [LAYOUT_COMPLEX] = GUARD_COMPLEX, [LAYOUT_STR] = GUARD_STR, [LAYOUT_BYTES] = GUARD_BYTES,
    [LAYOUT_BYTEARRAY] = GUARD_BYTEARRAY, [LAYOUT_LIST] = GUARD_LIST, [LAYOUT_DICT] = GUARD_DICT, [LAYOUT_TUPLE] = GUARD_TUPLE,
};

static const struct {
    const char *name;
    uint16_t bit;
} guard_names[] = {
    {"int", GUARD_INT},     {"float", GUARD_FLOAT},         {"complex", GUARD_COMPLEX}, {"str", GUARD_STR},     {"bytes", GUARD_BYTES},
    {"bytearray", GUARD_BYTEARRAY}, {"bool", GUARD_BOOL},   {"list", GUARD_LIST},       {"dict", GUARD_DICT},   {"tuple", GUARD_TUPLE},
    {"frozenset", GUARD_FROZENSET}, {"set", GUARD_SET},     {"None", GUARD_NONE},
};
enum { GUARD_NAME_COUNT = sizeof guard_names / sizeof *guard_names };

static bool is_special_name(const Str *name) { return name->size > 4 && memcmp(name->text, "__", 2) == 0 && memcmp(name->text + name->size - 2, "__", 2) == 0; }

// `return NotImplemented` declines, in an operator method: `__eq__(self, other: object) -> bool` promises a bool to whoever gets an answer.
static bool declines(const Frame *frame, uint16_t reg) {
    return frame->registers[reg] == VALUE_NOT_IMPLEMENTED && is_special_name(frame->code->name);
}

static bool is_set_of(const VM *vm, Value v, uint16_t mask) {
    if (!is_layout(v, LAYOUT_SET)) return false;
    return mask & (type_is_subtype(as_object(v)->shape->type, vm->types.frozenset) ? GUARD_FROZENSET : GUARD_SET);
}


// ---- names ---------------------------------------------------------------------------------------------------------------

typedef struct Text {
    const char *text;
    size_t size;
} Text;

static bool has_name(const Type *type, Text name) { return type->name->size == name.size && memcmp(type->name->text, name.text, name.size) == 0; }

static bool derives_by_name(const Type *type, Text name) {
    for (size_t i = 0; type->mro && i < type->mro->count; i++)
        if (has_name((const Type *)as_object(type->mro->items[i]), name)) return true;
    return false;
}

// "module:Outer.Name" without the module; the last name of it.
static Text path_of(const Str *item) {
    const char *colon = memchr(item->text, ':', item->size), *start = colon ? colon + 1 : item->text + 1;
    return (Text){start, (size_t)(item->text + item->size - start)};
}
static Text last_name(Text path) {
    for (size_t at = path.size; at > 0; at--)
        if (path.text[at - 1] == '.') return (Text){path.text + at, path.size - at};
    return path;
}

static Value interned(VM *vm, Text text) {
    Str *name = str_intern(vm, text.text, text.size);
    return name ? from_object(name) : VALUE_ERROR;
}

// The class that the path leads to now, VALUE_UNBOUND: none, or VALUE_ERROR. Only looks.
static Value find_class(VM *vm, const Str *item) {
    Text path = path_of(item), module = {item->text + 1, (size_t)(path.text - item->text) - 2};
    Value name = interned(vm, module), found = name == VALUE_ERROR ? VALUE_ERROR : dict_get_str(vm, vm->modules, (Str *)as_object(name));
    if (found == VALUE_ERROR || found == VALUE_UNBOUND || !is_module(found)) return found == VALUE_ERROR ? found : VALUE_UNBOUND;
    Dict *names = ((const Module *)as_object(found))->dict;
    while (path.size) {
        const char *dot = memchr(path.text, '.', path.size);
        Text part = {path.text, dot ? (size_t)(dot - path.text) : path.size};
        if ((name = interned(vm, part)) == VALUE_ERROR) return VALUE_ERROR;
        found = names ? dict_get_str(vm, names, (Str *)as_object(name)) : found;
        if (!is_type(found)) return VALUE_UNBOUND;
        if (!dot) return found;
        names = type_dict(vm, as_type(found));
        if (!names) return VALUE_ERROR;
        path = (Text){dot + 1, path.size - part.size - 1};
    }
    return VALUE_UNBOUND;
}

// ---- items: 1 passes, 0 not, -1 raised ---------------------------------------------------------------------------------------

static int is_of_class(VM *vm, Value v, const Str *item, bool is_library) {
    if (!is_library && derives_by_name(value_type(vm, v), last_name(path_of(item)))) return 1;
    Value class = find_class(vm, item);
    if (class == VALUE_ERROR) return -1;
    return class == VALUE_UNBOUND ? is_library : op_is_instance(vm, v, class);
}

// An alias of a generic class, a NewType: what stands for a class without being one is an object of no built-in layout.
static bool may_stand_for_class(Value v) { return is_layout(v, LAYOUT_OBJECT) || is_layout(v, LAYOUT_HOST) || is_layout(v, LAYOUT_OTHER); }

static int is_class_object(VM *vm, Value v, const Str *item) {
    if (!is_type(v)) return may_stand_for_class(v);
    if (derives_by_name(as_type(v), last_name(path_of(item)))) return 1;
    Value class = find_class(vm, item);
    if (class == VALUE_ERROR) return -1;
    return class == VALUE_UNBOUND ? 0 : op_is_subclass(vm, v, class);
}

static bool has_member(VM *vm, Value v, Str *name) {
    Type *type = value_type(vm, v);
    if (type_lookup(vm, type, name) != VALUE_UNBOUND) return true;
    if (is_type(v) && type_lookup(vm, as_type(v), name) != VALUE_UNBOUND) return true;
    if (is_module(v) && dict_get_str(vm, ((const Module *)as_object(v))->dict, name) != VALUE_UNBOUND) return true;
    if (has_instance_attributes(v) && instance_get(vm, as_object(v), name) != VALUE_UNBOUND) return true;
    if (type->flags & (TYPE_HAS_GETATTR | TYPE_CUSTOM_GETATTRIBUTE) || is_layout(v, LAYOUT_SUPER)) return true; // who knows
    return name == vm->names.__iter__ && type->slots.get_item;
}

static int has_members(VM *vm, Value v, const Str *item) {
    const char *at = item->text + 1, *end = item->text + item->size;
    while (at < end) {
        const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;
        Value name = interned(vm, (Text){at, (size_t)(stop - at)});
        if (name == VALUE_ERROR) return -1;
        if (!has_member(vm, v, (Str *)as_object(name))) return 0;
        at = stop + 1;
    }
    return 1;
}

static int passes_item(VM *vm, Value v, const Str *item) {
    switch ((enum GuardItem)item->text[0]) {
    case GUARD_ITEM_CLASS: return is_of_class(vm, v, item, false);
    case GUARD_ITEM_LIBRARY: return is_of_class(vm, v, item, true);
    case GUARD_ITEM_CLASS_OBJECT: return is_class_object(vm, v, item);
    case GUARD_ITEM_ANY_CLASS: return is_type(v) || may_stand_for_class(v);
    case GUARD_ITEM_CALLABLE: return value_type(vm, v)->slots.call != NULL;
    case GUARD_ITEM_MEMBERS: return has_members(vm, v, item);
    }
    return 1;
}

// Instances of classes that derive from Any are good for everything: mocks are made that way.
static bool is_good_for_all(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    return type->flags & TYPE_HEAP && (derives_by_name(type, (Text){"Any", 3}) || derives_by_name(type, (Text){"NonCallableMock", 15}));
}

// A dictionary's shape says nothing of what is in it, that of classes and modules nothing of which it is.
static void remember(VM *vm, Value v, const Tuple *guard) {
    if (!is_object(v) || as_object(v)->shape->flags & SHAPE_DICTIONARY || is_type(v) || is_module(v)) return;
    const Shape *shape = as_object(v)->shape;
    if (vm->guard_memo_collection != vm->heap->collections) { // shapes in it may be gone
        memset(vm->guard_memo, 0, sizeof vm->guard_memo);
        vm->guard_memo_collection = vm->heap->collections;
    }
    *guard_memo_place(vm, shape, guard) = (GuardMemoEntry){shape, guard, shape->type->version};
    gc_store(vm, (Tuple *)(uintptr_t)guard, (Value *)(uintptr_t)&guard->items[GUARD_SHAPE_AT], from_object(shape));
}

static int passes(VM *vm, Value v, const Tuple *guard) {
    uint16_t mask = (uint16_t)small_int(guard->items[GUARD_MASK_AT]);
    if (guard_is_known(vm, v, guard) || guard_passes(v, mask) || is_set_of(vm, v, mask)) return 1;
    ROOT_SCOPE(vm);
    root_push(vm, v), root_push(vm, from_object(guard));
    int found = 0;
    for (size_t i = GUARD_ITEMS_AT; i < guard->count && !found; i++) found = passes_item(vm, v, (const Str *)as_object(guard->items[i]));
    if (found > 0) remember(vm, v, guard);
    if (!found) found = is_good_for_all(vm, v);
    ROOT_END(vm);
    return found;
}

// ---- errors ------------------------------------------------------------------------------------------------------------------

static bool refuse(VM *vm, const Frame *frame, const Str *what, const char *allowed, Value v) {
    if (!what->size) return raise_type_error(vm, "%U() must return %s, not %T", frame->code->qualname, allowed, v);
    if (frame->code->flags & UNIT_NAMESPACE) return raise_type_error(vm, "%U must be %s, not %T", what, allowed, v);
    return raise_type_error(vm, "%U() %U must be %s, not %T", frame->code->qualname, what, allowed, v);
}

enum { ALLOWED_SIZE = 128 };
static const char *words_for(uint16_t mask, char *allowed) {
    size_t size = 0;
    for (size_t n = 0; n < GUARD_NAME_COUNT; n++) {
        if (!(guard_names[n].bit & mask)) continue;
        if (guard_names[n].bit == GUARD_FLOAT && mask & GUARD_COMPLEX) continue; // only said because complex allows it
        size += (size_t)snprintf(allowed + size, ALLOWED_SIZE - size, "%s%s", size ? " | " : "", guard_names[n].name);
    }
    return allowed;
}

bool guard_slow(VM *vm, const Frame *frame, ParameterGuard guard, uint16_t what) {
    bool returns = what == GUARDS_RETURN;
    Value v = frame->registers[guard.reg];
    if (is_set_of(vm, v, guard.mask) || (returns && declines(frame, guard.reg)) || is_good_for_all(vm, v)) return true;
    char allowed[ALLOWED_SIZE];
    words_for(guard.mask, allowed);
    if (returns) return raise_type_error(vm, "%U() must return %s, not %T", frame->code->qualname, allowed, v);
    return raise_type_error(vm, "%U() argument '%U' must be %s, not %T", frame->code->qualname, frame->code->local_names[what], allowed, v);
}

static const char *words_of(const Tuple *guard) { return ((const Str *)as_object(guard->items[GUARD_WORDS_AT]))->text; }

// ---- instructions ------------------------------------------------------------------------------------------------------------

#define CONSTANT(n) as_object(frame->code->constants[n])

bool slow_guard_type(VM *vm, Frame *frame, Instruction i) { return guard_slow(vm, frame, (ParameterGuard){i.a, i.b}, i.c); }

bool slow_guard_parameters(VM *vm, Frame *frame, Instruction i) {
    for (uint32_t n = 0; n < i.b; n++) {
        ParameterGuard guard = frame->code->parameter_guards[n];
        if (!guard_passes(frame->registers[guard.reg], guard.mask) && !guard_slow(vm, frame, guard, guard.reg)) return false;
    }
    return true;
}

bool slow_guard_mask(VM *vm, Frame *frame, Instruction i) {
    Value v = frame->registers[i.a];
    char allowed[ALLOWED_SIZE];
    if (guard_passes(v, i.b) || is_set_of(vm, v, i.b) || is_good_for_all(vm, v)) return true;
    return refuse(vm, frame, (const Str *)CONSTANT(i.c), words_for(i.b, allowed), v);
}

static bool guard_by(VM *vm, const Frame *frame, Value v, Instruction i) {
    const Tuple *guard = (const Tuple *)CONSTANT(i.b);
    const Str *what = (const Str *)CONSTANT(i.c);
    int passed = passes(vm, v, guard);
    if (passed < 0) return false;
    if (passed || (!what->size && v == VALUE_NOT_IMPLEMENTED && is_special_name(frame->code->name))) return true;
    return refuse(vm, frame, what, words_of(guard), v);
}

bool slow_guard_value(VM *vm, Frame *frame, Instruction i) { return guard_by(vm, frame, frame->registers[i.a], i); }

bool slow_guard_each(VM *vm, Frame *frame, Instruction i) {
    Value all = frame->registers[i.a];
    if (is_layout(all, LAYOUT_TUPLE)) {
        for (size_t n = 0; n < as_tuple(all)->count; n++)
            if (!guard_by(vm, frame, as_tuple(all)->items[n], i)) return false;
    } else if (is_layout(all, LAYOUT_DICT)) {
        for (size_t n = 0; n < as_dict(all)->filled; n++)
            if (as_dict(all)->entries[n].key != VALUE_UNBOUND && !guard_by(vm, frame, as_dict(all)->entries[n].value, i)) return false;
    }
    return true;
}

// ---- attributes ----------------------------------------------------------------------------------------------------------------

const Tuple *attribute_guard_find(VM *vm, Type *type, Str *name) {
    Value found = type_lookup(vm, type, name);
    const Type *kind = is_object(found) ? as_object(found)->shape->type : NULL;
    if (kind && kind->slots.descriptor_set && kind != vm->types.member) return NULL; // it is the descriptor's business
    for (size_t i = 0; type->mro && i < type->mro->count; i++) {
        const Tuple *guards = ((const Type *)as_object(type->mro->items[i]))->attribute_guards;
        for (size_t n = 0; guards && n < guards->count; n += 2)
            if (guards->items[n] == from_object(name)) return is_object(guards->items[n + 1]) ? as_tuple(guards->items[n + 1]) : NULL;
    }
    return NULL;
}

uint16_t attribute_guard_place(const Type *type, const Tuple *guard) {
    for (size_t i = 0; type->mro && i < type->mro->count && i <= 0xFF; i++) {
        const Tuple *guards = ((const Type *)as_object(type->mro->items[i]))->attribute_guards;
        for (size_t n = 1; guards && n < guards->count && n <= 0xFF; n += 2)
            if (guards->items[n] == from_object(guard)) return (uint16_t)(i << 8 | n);
    }
    return 0;
}

bool attribute_guard_passes(VM *vm, const Type *type, const Str *name, const Tuple *guard, Value value) {
    int passed = passes(vm, value, guard);
    if (passed) return passed > 0;
    return raise_type_error(vm, "%U attribute '%U' must be %s, not %T", type->qualname, name, words_of(guard), value);
}
