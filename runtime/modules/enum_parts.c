// _enum_parts: what enum.py does for each name in an enum's body and for each member, where Python would take most of the time at which a program of many enums is
// started. What is rare about them is done there.
#include "runtime/attributes.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

enum { TYPE_BODY, TYPE_FOUNDER, TYPES };
static Type *type_of(VM *vm, int which) { return (Type *)as_object(as_tuple(vm->slots_for_modules[MODULE_SLOT_ENUM])->items[which]); }

// What enum.py tells of itself, in a tuple: its classes and functions.
enum Mark { MARK_AUTO, MARK_UNSET, MARK_INIT, MARK_FOLLOWING, MARK_FLAG_FOLLOWING, MARK_STR_FOLLOWING, MARK_STR_NEW, MARK_ATTRIBUTE_FOR, MARK_VALUE_OF, MARK_TAKES_PART, MARK_COUNT };
static bool are_marks(Value v) { return is_tuple(v) && as_tuple(v)->count == MARK_COUNT; }
static Value mark(const Tuple *marks, enum Mark which) { return marks ? marks->items[which] : VALUE_UNBOUND; }

// ---- the namespace of a body -----------------------------------------------------------------------------------------

typedef struct Body {
    Dict dict;
    Value class_name, following; // or None
    Dict *member_names;          // in order; the values mean nothing
    List *values;                // those that the next auto() follows
    List *ignored;
    Value has_followed;          // a bool
    Tuple *marks;                // or NULL: all is left to Python
} Body;
static Body *as_body(Value v) { return (Body *)as_object(v); }
static bool is_body(VM *vm, Value v) { return is_dict(v) && type_is_subtype(value_type(vm, v), type_of(vm, TYPE_BODY)); }

static Body *body_of_type(VM *vm, Type *type, Value class_name) {
    Dict *names = dict_new(vm);
    Value values = names ? list_new(vm, NULL, 0) : VALUE_ERROR, ignored = values == VALUE_ERROR ? values : list_new(vm, NULL, 0);
    Body *body = ignored == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *body);
    if (!body) return NULL;
    memset((char *)body + sizeof(Object), 0, sizeof *body - sizeof(Object));
    body->dict.flags = DICT_STRING_KEYS;
    body->class_name = class_name, body->following = VALUE_NONE, body->has_followed = VALUE_FALSE;
    body->member_names = names, body->values = as_list(values), body->ignored = as_list(ignored);
    return body;
}
static Value body_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given;
    if (!bind_arguments(vm, "_EnumDict", "cls_name", 0, 1, args, count, keyword_names, &given)) return VALUE_ERROR;
    Body *body = body_of_type(vm, type, given == VALUE_UNBOUND ? VALUE_NONE : given);
    return body ? from_object(body) : VALUE_ERROR;
}
static bool body_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) { return (void)vm, (void)self, (void)args, (void)count, (void)keyword_names, true; }
static void body_trace(VM *vm, Object *self) {
    const Body *body = (const Body *)self;
    vm->types.dict->slots.trace(vm, self);
    gc_mark(vm, body->class_name), gc_mark(vm, body->following), gc_mark(vm, body->has_followed);
    gc_mark_object(vm, body->member_names), gc_mark_object(vm, body->values), gc_mark_object(vm, body->ignored), gc_mark_object(vm, body->marks);
}

// An exact int, str or float, or another value of a built-in type that is no descriptor: as a rule a member.
static bool is_plain_value(const VM *vm, Value value, const Tuple *marks) {
    if (!is_object(value)) return true;
    const Type *type = object_type(as_object(value));
    const Types *t = &vm->types;
    if (type == t->str || type == t->int_ || type == t->float_ || type == t->bytes || type == t->list || type == t->dict) return true;
    if (type != t->tuple) return false;
    for (size_t i = 0; i < as_tuple(value)->count; i++) {
        Value part = as_tuple(value)->items[i];
        if (is_object(part) && (!is_type(mark(marks, MARK_AUTO)) || type_is_subtype(object_type(as_object(part)), as_type(mark(marks, MARK_AUTO))))) return false;
    }
    return true;
}
static bool is_plain_descriptor(const VM *vm, Value value) {
    const Type *type = is_object(value) ? object_type(as_object(value)) : NULL;
    return type && (type == vm->types.function || type == vm->types.property || type == vm->types.classmethod || type == vm->types.staticmethod);
}
static bool is_dunder(const Str *name) {
    const char *text = name->text;
    size_t size = name->size;
    return size > 4 && memcmp(text, "__", 2) == 0 && memcmp(text + size - 2, "__", 2) == 0 && text[2] != '_' && text[size - 3] != '_';
}

// The greatest of the values so far, if all are small ints. VALUE_UNBOUND: it is something else; VALUE_NONE: there are none.
static Value greatest(const List *values) {
    Value found = values->count ? values->items[0] : VALUE_NONE;
    for (size_t i = 0; i < values->count; i++) {
        if (!is_small_int(values->items[i])) return VALUE_UNBOUND;
        if (small_int(values->items[i]) > small_int(found)) found = values->items[i];
    }
    return found;
}
static Value lower(VM *vm, const Str *name) {
    Str *made = str_is_ascii(name) ? str_alloc(vm, name->size, name->length) : NULL;
    for (size_t i = 0; made && i < name->size; i++) made->text[i] = (char)(name->text[i] >= 'A' && name->text[i] <= 'Z' ? name->text[i] + ('a' - 'A') : name->text[i]);
    return made ? from_object(made) : VALUE_ERROR;
}
// What auto() stands for, where enum's own functions find it. VALUE_UNBOUND: Python is to find out.
static Value following_value(VM *vm, const Body *body, const Str *name) {
    enum { BITS_MOST = 60 };
    const Tuple *marks = body->marks;
    if (body->following == mark(marks, MARK_STR_FOLLOWING)) return str_is_ascii(name) && name->size > 1 ? lower(vm, name) : VALUE_UNBOUND;
    bool is_flag = body->following == mark(marks, MARK_FLAG_FOLLOWING);
    if (!is_flag && body->following != mark(marks, MARK_FOLLOWING)) return VALUE_UNBOUND;
    Value most = greatest(body->values);
    if (most == VALUE_NONE) return from_small_int(1);
    if (most == VALUE_UNBOUND || small_int(most) >= (int64_t)1 << BITS_MOST || (is_flag && small_int(most) < 0)) return VALUE_UNBOUND;
    return is_flag ? from_small_int((int64_t)1 << int_bit_length(most)) : from_small_int(small_int(most) + 1);
}

// The value of a name that a body binds if it needs no further thought, and *is_member. VALUE_UNBOUND: Python is to think.
static Value plain_item(VM *vm, Body *body, Str *name, Value value, bool *is_member) {
    *is_member = false;
    if (name->text[0] == '_') return is_dunder(name) && !str_equals_cstring(name, "__order__") ? value : VALUE_UNBOUND;
    if (body->ignored->count || !body->marks) return VALUE_UNBOUND;
    if (dict_find_str(vm, body->member_names, name) >= 0) return VALUE_UNBOUND;
    if (is_plain_descriptor(vm, value)) return value;
    if (dict_find_str(vm, &body->dict, name) >= 0) return VALUE_UNBOUND;
    *is_member = true;
    if (is_plain_value(vm, value, body->marks)) return value;
    if (!is_layout(value, LAYOUT_OBJECT) || from_object(object_type(as_object(value))) != mark(body->marks, MARK_AUTO)) return VALUE_UNBOUND;
    if (instance_get(vm, as_object(value), vm->names.value) != mark(body->marks, MARK_UNSET)) return VALUE_UNBOUND;
    Value found = following_value(vm, body, name);
    if (found == VALUE_UNBOUND || found == VALUE_ERROR) return found;
    body->has_followed = VALUE_TRUE;
    return instance_set(vm, as_object(value), vm->names.value, found) ? found : VALUE_ERROR;
}

static bool body_set_item(VM *vm, Value self, Value key, Value value) {
    Body *body = as_body(self);
    if (value == VALUE_UNBOUND) return vm->types.dict->slots.set_item(vm, self, key, value);
    bool is_member = false, is_name = is_exactly(key, vm->types.str) && as_str(key)->size;
    Str *interned = is_name ? str_intern_value(vm, as_str(key)) : NULL;
    Value stored = interned ? plain_item(vm, body, interned, value, &is_member) : is_name ? VALUE_ERROR : VALUE_UNBOUND;
    if (stored == VALUE_ERROR) return false;
    if (stored == VALUE_UNBOUND) {
        Str *name = str_intern(vm, "_store", 6);
        return name && call_method(vm, self, name, (Value[]){key, value}, 2) != VALUE_ERROR;
    }
    if (is_member && (!list_append(vm, body->values, stored) || !dict_set_str(vm, body->member_names, interned, VALUE_NONE))) return false;
    return dict_set_str(vm, &body->dict, interned, stored);
}

#define BODY_ATTRIBUTE(what, read, check, expected, write)                                                                                  \
    static Value get_##what(VM *vm, Value self) { return (void)vm, read; }                                                                  \
    static bool set_##what(VM *vm, Value self, Value value) {                                                                               \
        Body *body = as_body(self);                                                                                                          \
        if (value == VALUE_UNBOUND || !(check)) return raise_type_error(vm, "a body's " #what " must be " expected), false;                  \
        write;                                                                                                                               \
        gc_wrote(vm, body);                                                                                                                  \
        return true;                                                                                                                         \
    }
BODY_ATTRIBUTE(class_name, as_body(self)->class_name, true, "a name", body->class_name = value)
BODY_ATTRIBUTE(following, as_body(self)->following, true, "a function", body->following = value)
BODY_ATTRIBUTE(has_followed, as_body(self)->has_followed, true, "a bool", body->has_followed = value)
BODY_ATTRIBUTE(member_names, from_object(as_body(self)->member_names), is_exactly(value, vm->types.dict), "a dict", body->member_names = as_dict(value))
BODY_ATTRIBUTE(values, from_object(as_body(self)->values), is_exactly(value, vm->types.list), "a list", body->values = as_list(value))
BODY_ATTRIBUTE(ignored, from_object(as_body(self)->ignored), is_exactly(value, vm->types.list), "a list", body->ignored = as_list(value))
#undef BODY_ATTRIBUTE

static const GetSetDef body_getset[] = {
    {"_cls_name", get_class_name, set_class_name}, {"_following", get_following, set_following}, {"_has_followed", get_has_followed, set_has_followed},
    {"_member_names", get_member_names, set_member_names}, {"_values", get_values, set_values}, {"_ignored", get_ignored, set_ignored}, {0},
};
static const TypeSpec body_spec = {
    .name = "_enum_parts.Body",
    .layout = LAYOUT_DICT,
    .size = sizeof(Body),
    .flags = TYPE_MAPPING_PATTERN,
    .slots = SLOTS(SLOT(construct, body_construct), SLOT(initialize, body_initialize), SLOT(set_item, body_set_item), SLOT(trace, body_trace)),
    .getset = body_getset,
};

// new_body(type, class name, following, marks): with _generate_next_value_ in it, if `following` is not None.
static Value new_body(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !type_is_subtype(as_type(args[0]), type_of(vm, TYPE_BODY)) || !are_marks(args[3])) return raise_type_error(vm, "no parts of an enum");
    Body *body = body_of_type(vm, as_type(args[0]), args[1]);
    if (!body) return VALUE_ERROR;
    body->marks = as_tuple(args[3]);
    if (args[2] == VALUE_NONE) return from_object(body);
    body->following = args[2];
    Str *name = str_intern(vm, "_generate_next_value_", 21);
    return name && dict_set_str(vm, &body->dict, name, args[2]) ? from_object(body) : VALUE_ERROR;
}

// ---- members ---------------------------------------------------------------------------------------------------------

// Stands in a new class for the map of its members, and makes them when the class tells it its name.
typedef struct Founder {
    Object head;
    Dict *values;    // name: value
    Value new, data_type;
    bool uses_args, is_flag;
    List *names, *unhashable;
    Dict *of_value, *members;
    Tuple *marks;
} Founder;
static Founder *as_founder(Value v) { return (Founder *)as_object(v); }
static void founder_trace(VM *vm, Object *self) {
    const Founder *f = (const Founder *)self;
    gc_mark(vm, f->new), gc_mark(vm, f->data_type);
    gc_mark_object(vm, f->values), gc_mark_object(vm, f->names), gc_mark_object(vm, f->unhashable), gc_mark_object(vm, f->of_value), gc_mark_object(vm, f->members), gc_mark_object(vm, f->marks);
}

// _Founder(values, new, uses_args, data_type, is_flag, names, of_value, unhashable, marks)
static Value founder_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)keyword_names;
    if (count != 9 || !is_exactly(args[0], vm->types.dict) || !is_type(args[3]) || !is_exactly(args[5], vm->types.list) || !is_exactly(args[6], vm->types.dict) || !is_exactly(args[7], vm->types.list) || !are_marks(args[8]))
        return raise_type_error(vm, "no parts of an enum");
    Dict *members = dict_new(vm);
    Founder *f = members ? object_new(vm, type, sizeof *f) : NULL;
    if (!f) return VALUE_ERROR;
    f->values = as_dict(args[0]), f->new = args[1], f->uses_args = args[2] == VALUE_TRUE, f->data_type = args[3], f->is_flag = args[4] == VALUE_TRUE;
    f->names = as_list(args[5]), f->of_value = as_dict(args[6]), f->unhashable = as_list(args[7]), f->members = members, f->marks = as_tuple(args[8]);
    return from_object(f);
}

typedef struct Founding {
    VM *vm;
    const Founder *founder;
    Type *class;
    bool begins;   // members have an __init__ that does something
    bool is_plain; // they are made and changed without running scripts, and have no value of their own
    bool is_bare;  // and by object.__new__
    bool is_text;  // and by StrEnum's __new__, which has given them the value if they have one already
    Str *value, *name, *order, *mask, *singles, *all_bits;
    Shape *root, *made[4]; // of plain members: what they begin with, and what each of their attributes makes of that; NULL: unknown
} Founding;
enum { BARE_ATTRIBUTES = 4 }; // _value_, _name_, __objclass__, _sort_order_

static bool is_objects_new(VM *vm, Value new) {
    Dict *dict = type_dict(vm, vm->types.object);
    if (!dict) error_clear(vm);
    return dict && dict_get_str(vm, dict, vm->names.__new__) == new;
}
// As type_lookup: what is found in the only base was asked for before, with the class before.
static Value class_lookup(const Founding *f, Str *name) {
    Value own = dict_get_str(f->vm, f->class->dict, name);
    bool has_one_base = f->class->bases->count == 1 && is_type(f->class->bases->items[0]);
    return own != VALUE_UNBOUND ? own : type_lookup(f->vm, has_one_base ? as_type(f->class->bases->items[0]) : f->class, name);
}
static void begin_founding(Founding *f) {
    VM *vm = f->vm;
    Type *class = f->class;
    f->begins = class_lookup(f, vm->names.__init__) != mark(f->founder->marks, MARK_INIT);
    bool is_generic = !class->slots.set_attribute && !(class->flags & (TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_ABSTRACT | TYPE_HAS_FINALIZER)) && class->flags & TYPE_HAS_DICT;
    Str *const names[] = {f->value, f->name, f->order, vm->names.__objclass__};
    for (size_t i = 0; i < 4 && is_generic; i++) is_generic = class_lookup(f, names[i]) == VALUE_UNBOUND;
    f->is_text = is_generic && !f->begins && f->founder->new == mark(f->founder->marks, MARK_STR_NEW) && f->founder->data_type == from_object(vm->types.str);
    f->is_plain = f->is_text || (is_generic && !f->begins && is_exactly(f->founder->new, vm->types.native_function));
    f->is_bare = f->is_plain && class->layout == LAYOUT_OBJECT && is_objects_new(vm, f->founder->new);
}

static bool set(const Founding *f, Value made, Str *name, Value value) {
    return f->is_plain ? instance_set(f->vm, as_object(made), name, value) : set_attribute(f->vm, made, name, value);
}

// new(cls, *args)
static Value call_new(const Founding *f, const Value *args, size_t count) {
    VM *vm = f->vm;
    enum { AT_ONCE = 8 };
    Value few[AT_ONCE], class = from_object(f->class);
    if (f->is_bare) {
        Instance *made = instance_new(vm, f->class);
        return made ? from_object(made) : VALUE_ERROR;
    }
    if (f->is_text && count == 1 && is_exactly(args[0], vm->types.str)) return vm->types.str->slots.construct(vm, f->class, (Value *)(uintptr_t)args, 1, VALUE_UNBOUND);
    if (!f->founder->uses_args) count = 0;
    if (count >= AT_ONCE) {
        Value all = tuple_new(vm, NULL, count + 1);
        if (all == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(all)->items[0] = class;
        memcpy(as_tuple(all)->items + 1, args, count * sizeof *args);
        return call_value(vm, f->founder->new, as_tuple(all)->items, (uint32_t)count + 1);
    }
    few[0] = class;
    for (size_t i = 0; i < count; i++) few[i + 1] = args[i];
    return call_value(vm, f->founder->new, few, (uint32_t)count + 1);
}

// The value of a member whose __new__ has given it none: data_type(*args). `value`: what stands in the body. VALUE_ERROR: an exception is set.
static Value own_value(const Founding *f, Value value, const Value *args, size_t count) {
    VM *vm = f->vm;
    Value data_type = f->founder->data_type;
    const Type *type = value_type(vm, value);
    const Types *t = &vm->types;
    bool is_immutable = type == t->int_ || type == t->str || type == t->float_ || type == t->bytes || type == t->tuple; // which its type makes of itself
    bool is_itself = data_type == from_object(t->object) || (count == 1 && args[0] == value && is_immutable && from_object(type) == data_type);
    if (!is_itself) {
        Value given = tuple_new(vm, args, count);
        value = given == VALUE_ERROR ? VALUE_ERROR : call_value(vm, mark(f->founder->marks, MARK_VALUE_OF), (Value[]){data_type, given}, 2);
    }
    return value;
}

static bool has_value(const Founding *f, Value made) { // -> error_is_set
    if (f->is_plain) return f->is_text && instance_get(f->vm, as_object(made), f->value) != VALUE_UNBOUND;
    Value found = get_attribute_or(f->vm, made, f->value, VALUE_UNBOUND);
    return found != VALUE_UNBOUND && found != VALUE_ERROR;
}

// Sets what every member has, with the shapes of the one before it.
static bool add_attributes(Founding *f, Object *o, Str *name, Value value) {
    VM *vm = f->vm;
    const Value values[BARE_ATTRIBUTES] = {value, from_object(name), from_object(f->class), from_small_int((int64_t)f->founder->names->count)};
    Str *const names[BARE_ATTRIBUTES] = {f->value, f->name, vm->names.__objclass__, f->order};
    Shape *root = o->shape, *last = f->made[BARE_ATTRIBUTES - 1];
    bool is_known = root == f->root;
    if (is_known && last->inline_slots >= last->count) { // all is inside
        for (uint32_t i = 0; i < BARE_ATTRIBUTES; i++) gc_store(vm, o, attribute_slot(o, last, last->count - BARE_ATTRIBUTES + i), values[i]);
        o->shape = last;
        return true;
    }
    for (uint32_t i = 0; i < BARE_ATTRIBUTES; i++) {
        if (!(is_known ? instance_add(vm, o, f->made[i], values[i]) : instance_set(vm, o, names[i], values[i]))) return false;
        f->made[i] = o->shape;
    }
    if (!is_known && o->shape->count == root->count + BARE_ATTRIBUTES && !(o->shape->flags & SHAPE_DICTIONARY)) f->root = root;
    return true;
}

// A member and its value: both are pushed onto the root stack.
static bool make_member(Founding *f, Str *name, Value value, Value *member, Value *its_value) {
    VM *vm = f->vm;
    const Value given = value, *args = is_tuple(value) ? as_tuple(value)->items : &given;
    size_t count = is_tuple(value) ? as_tuple(value)->count : 1;
    Value whole = value;
    if (f->founder->data_type == from_object(vm->types.tuple)) { // which takes the arguments as one
        if (!is_tuple(value) && (whole = tuple_pack(vm, 1, value)) == VALUE_ERROR) return false;
        args = &whole, count = 1;
        root_push(vm, whole);
    }
    Value made = call_new(f, args, count);
    if (made == VALUE_ERROR) return false;
    root_push(vm, made);
    bool has_own = has_value(f, made);
    if (!has_own && (error_is_set(vm) || (value = own_value(f, value, args, count)) == VALUE_ERROR)) return false;
    root_push(vm, value);
    if (f->is_plain && !has_own) return add_attributes(f, as_object(made), name, value) && (*member = made, *its_value = value, true);
    if (!has_own && !set(f, made, f->value, value)) return false;
    if (!set(f, made, f->name, from_object(name)) || !set(f, made, vm->names.__objclass__, from_object(f->class))) return false;
    if (f->begins) {
        Value all = tuple_new(vm, args, count); // the arguments may be on this C stack
        if (all == VALUE_ERROR || call_method(vm, made, vm->names.__init__, as_tuple(all)->items, (uint32_t)count) == VALUE_ERROR) return false;
    }
    if (!set(f, made, f->order, from_small_int((int64_t)f->founder->names->count))) return false;
    if ((!f->is_plain || f->is_text) && (value = get_attribute(vm, made, f->value)) == VALUE_ERROR) return false; // a script may have set it
    root_push(vm, value);
    return *member = made, *its_value = value, true;
}

// The member with that value; VALUE_UNBOUND: there is none. *is_hashable: it may be a key.
static Value member_with(const Founding *f, Value value, bool *is_hashable) {
    VM *vm = f->vm;
    Value known = dict_get(vm, f->founder->of_value, value), name, member;
    *is_hashable = known != VALUE_ERROR;
    if (known != VALUE_ERROR || !error_matches(vm, vm->types.TypeError)) return known;
    error_clear(vm);
    for (size_t at = 0; dict_next(f->founder->members, &at, &name, &member);) {
        Value its = get_attribute(vm, member, f->value);
        int same = its == VALUE_ERROR ? -1 : op_equal(vm, its, value);
        if (same) return same > 0 ? member : VALUE_ERROR;
    }
    return VALUE_UNBOUND;
}

// Counts the bits of a flag's member. 1: it is one of those that are listed.
static int takes_part(const Founding *f, Value value) {
    VM *vm = f->vm;
    Value mask = dict_get_str(vm, f->class->dict, f->mask), singles = dict_get_str(vm, f->class->dict, f->singles);
    enum { BITS_MOST = 60 };
    if (!is_small_int(value) || !is_small_int(mask) || !is_small_int(singles) || small_int(value) < 0 || small_int(value) >= (int64_t)1 << BITS_MOST || small_int(mask) < 0 || small_int(mask) >= (int64_t)1 << BITS_MOST) {
        Value part = call_value(vm, mark(f->founder->marks, MARK_TAKES_PART), (Value[]){from_object(f->class), value}, 2);
        return part == VALUE_ERROR ? -1 : op_truth(vm, part);
    }
    int64_t bits = small_int(value);
    bool is_single = bits && !(bits & (bits - 1));
    mask = from_small_int(small_int(mask) | bits);
    Value all = from_small_int(((int64_t)1 << int_bit_length(mask)) - 1);
    if (!type_set(vm, f->class, f->mask, mask) || (is_single && !type_set(vm, f->class, f->singles, from_small_int(small_int(singles) | bits)))) return -1;
    return type_set(vm, f->class, f->all_bits, all) ? is_single : -1;
}

// Puts the member into the class, or what stands for it if members have an attribute of the name from a base class.
static bool put(const Founding *f, Str *name, Value made) {
    VM *vm = f->vm;
    const Tuple *mro = f->class->mro;
    bool is_hidden = false;
    for (size_t i = 1; i < mro->count && !is_hidden; i++) {
        Dict *dict = is_type(mro->items[i]) ? type_dict(vm, as_type(mro->items[i])) : NULL;
        if (!dict) return error_is_set(vm) ? false : raise_type_error(vm, "no class in a __mro__"), false;
        Value found = dict_get_str(vm, dict, name);
        is_hidden = found != VALUE_UNBOUND && found != VALUE_NONE;
    }
    Value class = from_object(f->class);
    Value shown = is_hidden ? call_value(vm, mark(f->founder->marks, MARK_ATTRIBUTE_FOR), (Value[]){class, from_object(name), made}, 3) : made;
    return shown != VALUE_ERROR && type_set_attribute(vm, class, name, shown) && dict_set_str(vm, f->founder->members, name, made);
}

static bool found_member(Founding *f, Str *name, Value value) {
    VM *vm = f->vm;
    Value made;
    if (!make_member(f, name, value, &made, &value)) return false;
    bool is_hashable;
    Value known = member_with(f, value, &is_hashable);
    if (known == VALUE_ERROR) return false;
    if (known != VALUE_UNBOUND) {
        made = known; // this is an alias of it
    } else {
        int listed = f->founder->is_flag ? takes_part(f, value) : 1;
        if (listed < 0 || (listed && !list_append(vm, f->founder->names, from_object(name)))) return false;
    }
    if (!put(f, name, made)) return false;
    if (!is_hashable) return list_append(vm, f->founder->unhashable, value);
    return known != VALUE_UNBOUND || dict_set(vm, f->founder->of_value, value, made);
}

// Names are interned as long as something has them: here the root stack.
static bool root_names(Founding *f) {
    static const char *const texts[] = {"_value_", "_name_", "_sort_order_", "_flag_mask_", "_singles_mask_", "_all_bits_"};
    Str **places[] = {&f->value, &f->name, &f->order, &f->mask, &f->singles, &f->all_bits};
    for (size_t i = 0; i < (f->founder->is_flag ? 6 : 3); i++) {
        if (!(*places[i] = str_intern(f->vm, texts[i], strlen(texts[i])))) return false;
        root_push(f->vm, from_object(*places[i]));
    }
    return true;
}

static bool found_members(Founding *f) {
    VM *vm = f->vm;
    Value key, value;
    for (size_t at = 0; dict_next(f->founder->values, &at, &key, &value);) {
        Str *name = is_exactly(key, vm->types.str) ? str_intern_value(vm, as_str(key)) : NULL;
        if (!name) return error_is_set(vm) ? false : raise_type_error(vm, "names of members must be strs"), false;
        if (!work(vm, 16)) return false;
        ROOT_SCOPE(vm);
        root_push(vm, value), root_push(vm, from_object(name));
        bool good = found_member(f, name, value);
        ROOT_END(vm);
        if (!good) return false;
    }
    return true;
}

static Value founder_set_name(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Founder *founder = as_founder(args[0]);
    if (!is_type(args[1]) || !(as_type(args[1])->flags & TYPE_HEAP) || !is_str(args[2])) return raise_type_error(vm, "no class to make members of");
    Founding f = {.vm = vm, .founder = founder, .class = as_type(args[1])};
    Str *map_name = str_intern_value(vm, as_str(args[2]));
    if (!map_name || !type_set_attribute(vm, args[1], map_name, from_object(founder->members))) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    bool good = root_names(&f);
    if (good) begin_founding(&f), good = found_members(&f);
    ROOT_END(vm);
    return good ? VALUE_NONE : VALUE_ERROR;
}
static const NativeDef founder_methods[] = {{"__set_name__", {founder_set_name}, 2, 2, 0, NULL, DOC(NULL)}, {0}};
static const TypeSpec founder_spec = {
    .name = "_Founder",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Founder),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, founder_construct), SLOT(trace, founder_trace)),
    .methods = founder_methods,
};

// ---- the namespace of the class --------------------------------------------------------------------------------------

// What is known of an enum that is derived from certain bases, in a tuple (enum.py). SPECIAL: names in a body that need further thought; KEYS: what is in each class; SETTINGS: what each gets afterwards.
enum Plan { PLAN_BASES, PLAN_DATA_TYPE, PLAN_SHOWN_BY, PLAN_IS_FLAG, PLAN_NEW, PLAN_USES_ARGS, PLAN_BOUNDARY, PLAN_SPECIAL, PLAN_KEYS, PLAN_MARKS, PLAN_SETTINGS, PLAN_COUNT };
enum { KEYS = 8, FLAG_KEYS = 5 };

static bool are_names(VM *vm, Value names) {
    for (size_t i = 0; is_tuple(names) && i < as_tuple(names)->count; i++)
        if (!is_exactly(as_tuple(names)->items[i], vm->types.str) || !(as_str(as_tuple(names)->items[i])->flags & STR_INTERNED)) return false;
    return is_tuple(names) && as_tuple(names)->count == KEYS + FLAG_KEYS;
}

// plan_of(plans, bases): the one for these very bases, or None.
static Value plan_of(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    if (!is_list(args[0]) || !is_tuple(args[1])) return VALUE_NONE;
    const Tuple *bases = as_tuple(args[1]);
    for (size_t i = 0; i < as_list(args[0])->count; i++) {
        Value plan = as_list(args[0])->items[i], its = is_tuple(plan) && as_tuple(plan)->count == PLAN_COUNT ? as_tuple(plan)->items[PLAN_BASES] : VALUE_NONE;
        if (is_tuple(its) && as_tuple(its)->count == bases->count && memcmp(as_tuple(its)->items, bases->items, bases->count * sizeof(Value)) == 0) return plan;
    }
    return VALUE_NONE;
}

static bool is_special(const Body *body, const Tuple *special) {
    const Dict *dict = &body->dict;
    if (dict->filled && !(dict->flags & DICT_NAMES)) return true; // Python is to compare
    for (size_t at = 0; at < dict->filled; at++) {
        Value key = dict->entries[at].key;
        if (key == VALUE_UNBOUND || as_str(key)->text[0] != '_') continue;
        for (size_t i = 0; i < special->count; i++)
            if (special->items[i] == key) return true;
    }
    return false;
}

// Divides what a body has bound into members (`values` has their names already) and others. 0: a member has a name that it must not have, or is gone.
static int divide(VM *vm, Body *body, Dict *values, Dict *space) {
    Value name, value;
    if (!table_reserve(vm, space, body->dict.used + KEYS + FLAG_KEYS)) return -1;
    for (size_t at = 0; dict_next(values, &at, &name, &value);) {
        if (!is_exactly(name, vm->types.str) || !as_str(name)->size || str_equal(as_str(name), vm->names.mro)) return 0;
        Value given = dict_get_str(vm, &body->dict, as_str(name));
        if (given == VALUE_UNBOUND) return 0;
        if (!dict_set_str(vm, values, as_str(name), given)) return -1;
    }
    for (size_t at = 0; dict_next(&body->dict, &at, &name, &value);) {
        if (!is_exactly(name, vm->types.str)) return 0;
        if (dict_find_str(vm, values, as_str(name)) < 0 && !dict_set(vm, space, name, value)) return -1;
    }
    return 1;
}

static Value fill(VM *vm, const Tuple *plan, Dict *values, Dict *space) {
    Value names = list_new(vm, NULL, 0), unhashable = names == VALUE_ERROR ? names : list_new(vm, NULL, 0);
    Dict *of_value = unhashable == VALUE_ERROR ? NULL : dict_new(vm);
    if (!of_value) return VALUE_ERROR;
    const Value *items = plan->items, parts[9] = {from_object(values), items[PLAN_NEW], items[PLAN_USES_ARGS], items[PLAN_DATA_TYPE], items[PLAN_IS_FLAG], names, from_object(of_value), unhashable, items[PLAN_MARKS]};
    Value founder = founder_construct(vm, type_of(vm, TYPE_FOUNDER), (Value *)(uintptr_t)parts, 9, VALUE_UNBOUND);
    if (founder == VALUE_ERROR) return VALUE_ERROR;
    const Value zero = from_small_int(0);
    const Value filled[KEYS + FLAG_KEYS] = {items[PLAN_NEW], items[PLAN_USES_ARGS], names, founder, from_object(of_value), unhashable, items[PLAN_DATA_TYPE], items[PLAN_SHOWN_BY],
                                            items[PLAN_BOUNDARY], zero, zero, zero, VALUE_NONE};
    for (size_t i = 0; i < (items[PLAN_IS_FLAG] == VALUE_TRUE ? KEYS + FLAG_KEYS : KEYS); i++)
        if (!dict_set_str(vm, space, as_str(as_tuple(items[PLAN_KEYS])->items[i]), filled[i])) return VALUE_ERROR;
    space->flags |= DICT_UNSHARED; // the class may have it as it is
    return from_object(space);
}

// space_of(body, plan): the namespace to make the class with; None: Python is to see to it.
static Value space_of(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_body(vm, args[0]) || !is_tuple(args[1]) || as_tuple(args[1])->count != PLAN_COUNT) return VALUE_NONE;
    const Tuple *plan = as_tuple(args[1]);
    if (!is_tuple(plan->items[PLAN_SPECIAL]) || !are_names(vm, plan->items[PLAN_KEYS])) return raise_type_error(vm, "no parts of an enum");
    Body *body = as_body(args[0]);
    if (is_special(body, as_tuple(plan->items[PLAN_SPECIAL]))) return VALUE_NONE;
    Dict *values = dict_copy(vm, body->member_names), *space = values ? dict_new(vm) : NULL;
    if (!space) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(values)), root_push(vm, from_object(space));
    int good = divide(vm, body, values, space);
    Value made = good > 0 ? fill(vm, plan, values, space) : good < 0 ? VALUE_ERROR : VALUE_NONE;
    ROOT_END(vm);
    return made;
}

// ---- the module ------------------------------------------------------------------------------------------------------

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value types = tuple_new(vm, NULL, TYPES);
    if (types == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_ENUM] = types;
    Type *body = type_new_from_spec(vm, &body_spec, vm->types.dict), *founder = body ? type_new_from_spec(vm, &founder_spec, vm->types.object) : NULL;
    if (!founder) return false;
    as_tuple(types)->items[TYPE_BODY] = from_object(body), as_tuple(types)->items[TYPE_FOUNDER] = from_object(founder);
    Str *names[TYPES] = {str_intern(vm, "Body", 4), str_intern(vm, "Founder", 7)};
    return names[0] && names[1] && dict_set_str(vm, space, names[0], from_object(body)) && dict_set_str(vm, space, names[1], from_object(founder));
}
static const NativeDef functions[] = {
    {"new_body", {new_body}, 4, 4, 0, NULL, DOC(NULL)},
    {"plan_of", {plan_of}, 2, 2, 0, NULL, DOC(NULL)},
    {"space_of", {space_of}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef enum_parts_module = {"_enum_parts", functions, initialize};
