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

// The members of a body are a few names and values until somebody asks for them, or there are more: then a dict and a list.
enum { FEW = 16 };
typedef struct Body {
    Dict dict;
    Value class_name, following; // or None
    Dict *member_names;          // in order; the values mean nothing. NULL: `few_names` has them
    List *values;                // those that the next auto() follows. NULL: `few_values` has them
    List *ignored;               // NULL: none
    Value has_followed;          // a bool
    Tuple *marks;                // or NULL: all is left to Python
    uint32_t few_count;
    Str *few_names[FEW];
    Value few_values[FEW];
} Body;
static Body *as_body(Value v) { return (Body *)as_object(v); }

static Body *body_of_type(VM *vm, Type *type, Value class_name) {
    Body *body = object_new(vm, type, sizeof *body);
    if (!body) return NULL;
    memset((char *)body + sizeof(Object), 0, offsetof(Body, few_names) - sizeof(Object));
    body->dict.flags = DICT_STRING_KEYS;
    body->class_name = class_name, body->following = VALUE_NONE, body->has_followed = VALUE_FALSE;
    return body;
}

static bool open_lists(VM *vm, Body *body) {
    if (body->member_names) return true;
    Dict *names = dict_new(vm);
    Value values = names ? list_new(vm, body->few_values, body->few_count) : VALUE_ERROR;
    if (values == VALUE_ERROR) return false;
    for (uint32_t i = 0; i < body->few_count; i++)
        if (!dict_set_str(vm, names, body->few_names[i], VALUE_NONE)) return false;
    gc_store_object(vm, body, &body->member_names, names);
    gc_store_object(vm, body, &body->values, as_list(values));
    return true;
}
static bool is_member_name(VM *vm, const Body *body, Str *name) {
    if (body->member_names) return dict_find_str(vm, body->member_names, name) >= 0;
    uint32_t at = 0;
    while (at < body->few_count && body->few_names[at] != name) at++;
    return at < body->few_count;
}
static bool add_member(VM *vm, Body *body, Str *name, Value value) {
    if (!body->member_names && body->few_count < FEW) {
        gc_store_object(vm, body, &body->few_names[body->few_count], name);
        gc_store(vm, body, &body->few_values[body->few_count++], value);
        return true;
    }
    return open_lists(vm, body) && list_append(vm, body->values, value) && dict_set_str(vm, body->member_names, name, VALUE_NONE);
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
    for (uint32_t i = 0; i < body->few_count; i++) gc_mark_object(vm, body->few_names[i]), gc_mark(vm, body->few_values[i]);
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
static Value greatest(const Body *body) {
    const Value *values = body->values ? body->values->items : body->few_values;
    size_t count = body->values ? body->values->count : body->few_count;
    Value found = count ? values[0] : VALUE_NONE;
    for (size_t i = 0; i < count; i++) {
        if (!is_small_int(values[i])) return VALUE_UNBOUND;
        if (small_int(values[i]) > small_int(found)) found = values[i];
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
    Value most = greatest(body);
    if (most == VALUE_NONE) return from_small_int(1);
    if (most == VALUE_UNBOUND || small_int(most) >= (int64_t)1 << BITS_MOST || (is_flag && small_int(most) < 0)) return VALUE_UNBOUND;
    return is_flag ? from_small_int((int64_t)1 << int_bit_length(most)) : from_small_int(small_int(most) + 1);
}

// The value of a name that a body binds if it needs no further thought, and *is_member. VALUE_UNBOUND: Python is to think.
static Value plain_item(VM *vm, Body *body, Str *name, Value value, bool *is_member) {
    if (name->text[0] == '_') return is_dunder(name) && !str_equals_cstring(name, "__order__") ? value : VALUE_UNBOUND;
    if ((body->ignored && body->ignored->count) || !body->marks || is_member_name(vm, body, name)) return VALUE_UNBOUND;
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
    return is_member ? add_member(vm, body, interned, stored) && dict_add_str(vm, &body->dict, interned, stored) : dict_set_str(vm, &body->dict, interned, stored);
}

static Value ignored_of(VM *vm, Body *body) {
    Value made = body->ignored ? from_object(body->ignored) : list_new(vm, NULL, 0);
    if (made != VALUE_ERROR) gc_store_object(vm, body, &body->ignored, as_list(made));
    return made;
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
BODY_ATTRIBUTE(member_names, open_lists(vm, as_body(self)) ? from_object(as_body(self)->member_names) : VALUE_ERROR, is_exactly(value, vm->types.dict) && open_lists(vm, body), "a dict", body->member_names = as_dict(value))
BODY_ATTRIBUTE(values, open_lists(vm, as_body(self)) ? from_object(as_body(self)->values) : VALUE_ERROR, is_exactly(value, vm->types.list) && open_lists(vm, body), "a list", body->values = as_list(value))
BODY_ATTRIBUTE(ignored, ignored_of(vm, as_body(self)), is_exactly(value, vm->types.list), "a list", body->ignored = as_list(value))
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

static Value body_with(VM *vm, Type *type, Value class_name, Value following, Value marks) {
    Body *body = body_of_type(vm, type, class_name);
    if (!body) return VALUE_ERROR;
    body->marks = as_tuple(marks);
    if (following == VALUE_NONE) return from_object(body);
    body->following = following;
    Str *name = str_intern(vm, "_generate_next_value_", 21);
    return name && dict_set_str(vm, &body->dict, name, following) ? from_object(body) : VALUE_ERROR;
}

// new_body(type, class name, following, marks): with _generate_next_value_ in it, if `following` is not None.
static Value new_body(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !type_is_subtype(as_type(args[0]), type_of(vm, TYPE_BODY)) || !are_marks(args[3])) return raise_type_error(vm, "no parts of an enum");
    return body_with(vm, as_type(args[0]), args[1], args[2], args[3]);
}

#ifdef TYPHON_CORE // which is to be small: what only makes enums sooner is left out
enum { IS_SMALL = 1 };
#else
enum { IS_SMALL = 0 };
#endif

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
    Dict *taken; // as taken_names() has it, or NULL
} Founder;
static Founder *as_founder(Value v) { return (Founder *)as_object(v); }
static void founder_trace(VM *vm, Object *self) {
    const Founder *f = (const Founder *)self;
    gc_mark(vm, f->new), gc_mark(vm, f->data_type);
    gc_mark_object(vm, f->values), gc_mark_object(vm, f->names), gc_mark_object(vm, f->unhashable), gc_mark_object(vm, f->of_value), gc_mark_object(vm, f->members), gc_mark_object(vm, f->marks), gc_mark_object(vm, f->taken);
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
    f->names = as_list(args[5]), f->of_value = as_dict(args[6]), f->unhashable = as_list(args[7]), f->members = members, f->marks = as_tuple(args[8]), f->taken = NULL;
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
    Type *makes;   // or by the __new__ of str or int, or NULL
    Str *value, *name, *order, *mask, *singles, *all_bits;
    Shape *root, *made[4]; // of plain members: what they begin with, and what each of their attributes makes of that; NULL: unknown
} Founding;
enum { BARE_ATTRIBUTES = 4 }; // _value_, _name_, __objclass__, _sort_order_

static bool is_new_of(VM *vm, Type *type, Value new) {
    Dict *dict = type_dict(vm, type);
    if (!dict) error_clear(vm);
    return dict && dict_get_str(vm, dict, vm->names.__new__) == new;
}
// As type_lookup: what is found in the only base was asked for before, with the class before.
static Value class_lookup(const Founding *f, Str *name) {
    Value own = dict_get_str(f->vm, f->class->dict, name);
    bool has_one_base = f->class->bases->count == 1 && is_type(f->class->bases->items[0]);
    return own != VALUE_UNBOUND ? own : type_lookup(f->vm, has_one_base ? as_type(f->class->bases->items[0]) : f->class, name);
}
static bool is_taken(const Founding *f, Str *name) { return dict_find_str(f->vm, f->class->dict, name) >= 0 || dict_find_str(f->vm, f->founder->taken, name) >= 0; }
static void begin_founding(Founding *f) {
    VM *vm = f->vm;
    Type *class = f->class;
    f->begins = class_lookup(f, vm->names.__init__) != mark(f->founder->marks, MARK_INIT);
    bool is_generic = !class->slots.set_attribute && !(class->flags & (TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_ABSTRACT | TYPE_HAS_FINALIZER)) && class->flags & TYPE_HAS_DICT;
    Str *const names[] = {f->value, f->name, f->order, vm->names.__objclass__};
    for (size_t i = 0; i < 4 && is_generic; i++) is_generic = !IS_SMALL && f->founder->taken ? !is_taken(f, names[i]) : class_lookup(f, names[i]) == VALUE_UNBOUND;
    f->is_text = is_generic && !f->begins && f->founder->new == mark(f->founder->marks, MARK_STR_NEW) && f->founder->data_type == from_object(vm->types.str);
    f->is_plain = f->is_text || (is_generic && !f->begins && is_exactly(f->founder->new, vm->types.native_function));
    f->is_bare = f->is_plain && class->layout == LAYOUT_OBJECT && is_new_of(vm, vm->types.object, f->founder->new);
    Type *const made_of = class->layout == LAYOUT_STR ? vm->types.str : class->layout == LAYOUT_INT ? vm->types.int_ : NULL;
    f->makes = f->is_text ? vm->types.str : f->is_plain && made_of && f->founder->uses_args && is_new_of(vm, made_of, f->founder->new) ? made_of : NULL;
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
    if (f->makes && count == 1 && is_exactly(args[0], f->makes)) return f->makes->slots.construct(vm, f->class, (Value *)(uintptr_t)args, 1, VALUE_UNBOUND);
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
    bool is_first = !IS_SMALL && !is_known && root->count == root->type->member_count && !(root->flags & SHAPE_DICTIONARY);
    if (!IS_SMALL && is_known && !last->inline_slots && last->count == BARE_ATTRIBUTES) { // all is outside
        Value *block = block_new(vm, sizeof values);
        if (!block) return false;
        memcpy(block, values, sizeof values);
        gc_store_object(vm, o, attributes_overflow(o, last), block);
        gc_wrote(vm, o);
        o->shape = last;
        return true;
    }
    for (uint32_t i = 0; i < BARE_ATTRIBUTES; i++) {
        if (is_first && !(f->made[i] = shape_add(vm, o->shape, names[i]))) return false;
        if (!(is_known || is_first ? instance_add(vm, o, f->made[i], values[i]) : instance_set(vm, o, names[i], values[i]))) return false;
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

// Nothing that the class or its metaclass are derived from has the name.
static bool is_free(const Founding *f, Str *name) {
    return !IS_SMALL && f->founder->taken && f->is_plain && !(f->class->flags & TYPE_ATTRIBUTE_GUARDS) && name->text[0] != '_' && dict_find_str(f->vm, f->founder->taken, name) < 0;
}

// Puts the member into the class, or what stands for it if members have an attribute of the name from a base class.
static bool put(const Founding *f, Str *name, Value made) {
    VM *vm = f->vm;
    if (is_free(f, name)) {
        type_modified(vm, f->class);
        return dict_add_str(vm, f->class->dict, name, made) && dict_add_str(vm, f->founder->members, name, made);
    }
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

// As member_with, for a str or a small int where no other kinds of values are; if there is none, the member has the value now.
static Value plain_member_with(const Founding *f, Value value, Value made) {
    VM *vm = f->vm;
    Dict *of_value = f->founder->of_value;
    uint32_t hash;
    size_t before = of_value->used;
    int64_t entry = table_hash(vm, value, &hash) ? table_find_or_insert(vm, of_value, value, hash) : -1;
    if (entry < 0) return VALUE_ERROR;
    if (of_value->used == before) return of_value->entries[entry].value;
    gc_store(vm, of_value, &of_value->entries[entry].value, made);
    return VALUE_UNBOUND;
}

static bool found_member(Founding *f, Str *name, Value value) {
    VM *vm = f->vm;
    Value made;
    if (!make_member(f, name, value, &made, &value)) return false;
    bool is_hashable = true, is_quick = !IS_SMALL && !f->founder->of_value->hashes && (is_small_int(value) || is_exactly(value, vm->types.str));
    Value known = is_quick ? plain_member_with(f, value, made) : member_with(f, value, &is_hashable);
    if (known == VALUE_ERROR) return false;
    if (known != VALUE_UNBOUND) {
        made = known; // this is an alias of it
    } else {
        int listed = f->founder->is_flag ? takes_part(f, value) : 1;
        if (listed < 0 || (listed && !list_append(vm, f->founder->names, from_object(name)))) return false;
    }
    if (!put(f, name, made)) return false;
    if (!is_hashable) return list_append(vm, f->founder->unhashable, value);
    return known != VALUE_UNBOUND || is_quick || dict_set(vm, f->founder->of_value, value, made);
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

static bool make_room(const Founding *f) {
    const Founder *founder = f->founder;
    size_t count = founder->values->used;
    if (count) return table_reserve(f->vm, founder->members, count) && table_reserve(f->vm, founder->of_value, count) && list_reserve(f->vm, founder->names, count);
    // What has no members is there to be derived from: those of its subclasses have their attributes inside.
    return !f->class->slots_offset || f->class->inline_slots >= BARE_ATTRIBUTES || type_set_inline_slots(f->vm, f->class, BARE_ATTRIBUTES);
}

static bool found_members(Founding *f) {
    VM *vm = f->vm;
    Value key, value;
    if (!IS_SMALL && !make_room(f)) return false;
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

// What is known of an enum that is derived from certain bases, in a tuple (enum.py). SPECIAL: names in a body that need further thought; KEYS: what is in each class; SETTINGS: what each gets afterwards;
// FINISH: a function that gets the class in the end, or None; TAKEN: a list that taken_names() fills.
enum Plan { PLAN_BASES, PLAN_DATA_TYPE, PLAN_SHOWN_BY, PLAN_IS_FLAG, PLAN_NEW, PLAN_USES_ARGS, PLAN_BOUNDARY, PLAN_SPECIAL, PLAN_KEYS, PLAN_MARKS, PLAN_SETTINGS, PLAN_FINISH, PLAN_TAKEN, PLAN_COUNT };
enum { KEYS = 8, FLAG_KEYS = 5 };

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

#ifdef TYPHON_CORE
static Value planned_body(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_NONE; }
static Value planned_class(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_NONE; }
#else
static bool is_body(VM *vm, Value v) { return is_dict(v) && type_is_subtype(value_type(vm, v), type_of(vm, TYPE_BODY)); }
static bool are_names(VM *vm, Value names) {
    for (size_t i = 0; is_tuple(names) && i < as_tuple(names)->count; i++)
        if (!is_exactly(as_tuple(names)->items[i], vm->types.str) || !(as_str(as_tuple(names)->items[i])->flags & STR_INTERNED)) return false;
    return is_tuple(names) && as_tuple(names)->count == KEYS + FLAG_KEYS;
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

// The names that classes with these bases have before there are members, in a dict; NULL: not known, since the metaclass has names without a "_" at the start that take what is
// stored in a class, or an exception is set. TAKEN begins with the dict or None, then come the versions of the metaclass and the bases for which it holds.
static Dict *taken_names(VM *vm, const Tuple *plan, Type *metatype) {
    List *taken = as_list(plan->items[PLAN_TAKEN]);
    const Tuple *bases = as_tuple(plan->items[PLAN_BASES]);
    bool holds = taken->count == bases->count + 2 && small_int(taken->items[1]) == metatype->version && metatype->version;
    for (size_t i = 0; i < bases->count && holds; i++) holds = small_int(taken->items[i + 2]) == as_type(bases->items[i])->version;
    if (!holds) {
        Dict *names = dict_new(vm);
        if (!names) return NULL;
        bool good = true, is_known = true;
        Value key, value;
        for (size_t i = 0; i < metatype->mro->count && good; i++) {
            Dict *dict = is_type(metatype->mro->items[i]) ? type_dict(vm, as_type(metatype->mro->items[i])) : NULL;
            good = dict != NULL;
            for (size_t at = 0; good && dict_next(dict, &at, &key, &value);)
                if (!is_exactly(key, vm->types.str) || (as_str(key)->text[0] != '_' && value_type(vm, value)->slots.descriptor_set)) is_known = false;
        }
        for (size_t i = 0; i < bases->count && good; i++) {
            const Tuple *mro = as_type(bases->items[i])->mro;
            for (size_t k = 0; k < mro->count && good; k++) {
                Dict *dict = is_type(mro->items[k]) ? type_dict(vm, as_type(mro->items[k])) : NULL;
                good = dict != NULL;
                for (size_t at = 0; good && dict_next(dict, &at, &key, &value);) {
                    if (!is_exactly(key, vm->types.str)) is_known = false;
                    else good = dict_set_str(vm, names, as_str(key), VALUE_NONE);
                }
            }
        }
        taken->count = 0;
        good = good && list_append(vm, taken, is_known ? from_object(names) : VALUE_NONE) && list_append(vm, taken, from_small_int(metatype->version));
        for (size_t i = 0; i < bases->count && good; i++) good = list_append(vm, taken, from_small_int(as_type(bases->items[i])->version));
        if (!good) return taken->count = 0, NULL;
    }
    return is_exactly(taken->items[0], vm->types.dict) ? as_dict(taken->items[0]) : NULL;
}

// Divides what a body has bound into members and others. 0: a member has a name that it must not have, or is gone. *has_keys: some of KEYS may be there.
static int divide(VM *vm, Body *body, Dict *values, Dict *space, bool *has_keys) {
    Value name, value, next = VALUE_UNBOUND, ignored;
    size_t members = body->member_names ? body->member_names->used : body->few_count, found = 0, of_members = 0;
    if (!table_reserve(vm, space, body->dict.used + KEYS + FLAG_KEYS) || (members && !table_reserve(vm, values, members))) return -1;
    for (size_t at = 0; dict_next(&body->dict, &at, &name, &value);) {
        if (!is_exactly(name, vm->types.str)) return 0;
        if (next == VALUE_UNBOUND && found < members) { // they stand in the same order
            if (!body->member_names) next = from_object(body->few_names[found]);
            else if (!dict_next(body->member_names, &of_members, &next, &ignored)) return 0;
        }
        bool is_member = name == next;
        if (is_member && (!as_str(name)->size || as_str(name) == vm->names.mro)) return 0;
        if (!dict_add_str(vm, is_member ? values : space, as_str(name), value)) return -1;
        *has_keys |= as_str(name)->size > 1 && as_str(name)->text[0] == '_' && as_str(name)->text[1] != '_' && !str_equals_cstring(as_str(name), "_generate_next_value_");
        if (is_member) next = VALUE_UNBOUND, found++;
    }
    return found == members;
}

// The namespace to make the class with.
static Dict *space_of(VM *vm, const Tuple *plan, Body *body, Dict *taken) {
    Dict *values = dict_new(vm), *space = values ? dict_new(vm) : NULL;
    bool has_keys = false;
    int divided = space ? divide(vm, body, values, space, &has_keys) : -1;
    if (divided <= 0) return NULL;
    Value names = list_new(vm, NULL, 0), unhashable = names == VALUE_ERROR ? names : list_new(vm, NULL, 0);
    Dict *of_value = unhashable == VALUE_ERROR ? NULL : dict_new(vm);
    if (!of_value) return NULL;
    const Value *items = plan->items, parts[9] = {from_object(values), items[PLAN_NEW], items[PLAN_USES_ARGS], items[PLAN_DATA_TYPE], items[PLAN_IS_FLAG], names, from_object(of_value), unhashable, items[PLAN_MARKS]};
    Value founder = founder_construct(vm, type_of(vm, TYPE_FOUNDER), (Value *)(uintptr_t)parts, 9, VALUE_UNBOUND);
    if (founder == VALUE_ERROR) return NULL;
    as_founder(founder)->taken = taken;
    const Value zero = from_small_int(0);
    const Value filled[KEYS + FLAG_KEYS] = {items[PLAN_NEW], items[PLAN_USES_ARGS], names, founder, from_object(of_value), unhashable, items[PLAN_DATA_TYPE], items[PLAN_SHOWN_BY],
                                            items[PLAN_BOUNDARY], zero, zero, zero, VALUE_NONE};
    for (size_t i = 0; i < (items[PLAN_IS_FLAG] == VALUE_TRUE ? KEYS + FLAG_KEYS : KEYS); i++)
        if (!(has_keys ? dict_set_str : dict_add_str)(vm, space, as_str(as_tuple(items[PLAN_KEYS])->items[i]), filled[i])) return NULL;
    space->flags |= DICT_UNSHARED; // the class may have it as it is
    return space;
}

// What every class of the plan gets when it is there, with its members.
static bool settle(VM *vm, const Tuple *plan, Value class, Value enum_) {
    const Tuple *settings = as_tuple(plan->items[PLAN_SETTINGS]);
    for (size_t i = 0; i < settings->count; i++) {
        const Tuple *pair = as_tuple(settings->items[i]);
        if (!type_set_attribute(vm, class, as_str(pair->items[0]), pair->items[1])) return false;
    }
    Value new = get_attribute(vm, enum_, vm->names.__new__);
    if (new == VALUE_ERROR || !type_set_attribute(vm, class, vm->names.__new__, new)) return false;
    return plan->items[PLAN_FINISH] == VALUE_NONE || call_value(vm, plan->items[PLAN_FINISH], &class, 1) != VALUE_ERROR;
}

static bool is_plan(VM *vm, const Tuple *plan) {
    const Value *items = plan->items, bases = items[PLAN_BASES], settings = items[PLAN_SETTINGS];
    bool good = is_tuple(items[PLAN_SPECIAL]) && are_names(vm, items[PLAN_KEYS]) && is_tuple(settings) && is_list(items[PLAN_TAKEN]) && as_tuple(bases)->count;
    for (size_t i = 0; good && i < as_tuple(bases)->count; i++) good = is_type(as_tuple(bases)->items[i]);
    for (size_t i = 0; good && i < as_tuple(settings)->count; i++) {
        Value pair = as_tuple(settings)->items[i];
        good = is_tuple(pair) && as_tuple(pair)->count == 2 && is_exactly(as_tuple(pair)->items[0], vm->types.str) && as_str(as_tuple(pair)->items[0])->flags & STR_INTERNED;
    }
    return good;
}

// planned_class(plans, name, bases, body, Enum): the class, where there is a plan; None: Python is to see to it.
static Value planned_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value planned = plan_of(vm, (Value[]){args[0], args[2]}, 2);
    if (planned == VALUE_NONE || !is_body(vm, args[3]) || !is_str(args[1])) return VALUE_NONE;
    const Tuple *plan = as_tuple(planned);
    if (!is_plan(vm, plan)) return raise_type_error(vm, "no parts of an enum");
    if (is_special(as_body(args[3]), as_tuple(plan->items[PLAN_SPECIAL]))) return VALUE_NONE;
    const Tuple *bases = as_tuple(args[2]);
    Type *metatype = value_type(vm, bases->items[bases->count - 1]);
    Dict *taken = taken_names(vm, plan, metatype), *space = !taken && error_is_set(vm) ? NULL : space_of(vm, plan, as_body(args[3]), taken);
    if (!space) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    ROOT_SCOPE(vm);
    root_push(vm, planned), root_push(vm, from_object(space));
    Value class = class_new(vm, metatype, args[1], args[2], space, args, 5, VALUE_UNBOUND);
    if (class != VALUE_ERROR) root_push(vm, class), class = settle(vm, plan, class, args[4]) ? class : VALUE_ERROR;
    ROOT_END(vm);
    return class;
}

// planned_body(plans, type, name, bases, marks): an empty one, where there is a plan; None as above.
static Value planned_body(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (plan_of(vm, (Value[]){args[0], args[3]}, 2) == VALUE_NONE || !as_tuple(args[3])->count) return VALUE_NONE;
    if (!is_type(args[1]) || !type_is_subtype(as_type(args[1]), type_of(vm, TYPE_BODY)) || !are_marks(args[4])) return raise_type_error(vm, "no parts of an enum");
    Str *name = str_intern(vm, "_generate_next_value_", 21);
    Value following = name ? get_attribute_or(vm, as_tuple(args[3])->items[as_tuple(args[3])->count - 1], name, VALUE_NONE) : VALUE_ERROR;
    return following == VALUE_ERROR ? VALUE_ERROR : body_with(vm, as_type(args[1]), args[2], following, args[4]);
}
#endif

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
    {"planned_body", {planned_body}, 5, 5, 0, NULL, DOC(NULL)},
    {"planned_class", {planned_class}, 5, 5, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef enum_parts_module = {"_enum_parts", functions, initialize};
