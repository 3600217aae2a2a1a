// _dataclass_parts: what dataclasses.py does for each class, where Python would take most of the time of a program of many dataclasses.
#include "runtime/modules/modules.h"
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/function.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"
#include <ctype.h>

// ---- methods ---------------------------------------------------------------------------------------------------------

// late_method(name, qualname, module, globals, text, positional, keyword_only, registers, defaults, keyword_defaults, names=None): a function whose code is
// compiled when it is first called. `text` is one def, which need not name defaults; `registers`: as many as its code may have at most; `names`: see CodeText.
static bool are_names(Value names) {
    for (size_t i = 0; is_tuple(names) && i < as_tuple(names)->count; i++)
        if (!is_str(as_tuple(names)->items[i])) return false;
    return is_tuple(names) || names == VALUE_NONE;
}
static Value late_method(VM *vm, Value *args, uint32_t count) {
    Value names = count > 10 ? args[10] : VALUE_NONE;
    bool good = are_names(names) && (args[8] == VALUE_NONE || is_tuple(args[8])) && (args[9] == VALUE_NONE || is_dict(args[9]));
    for (int i = 0; i < 5; i++) good = good && (i == 3 ? is_dict(args[i]) : i == 2 || is_str(args[i]));
    for (int i = 5; i < 8; i++) good = good && is_small_int(args[i]) && small_int(args[i]) >= 0 && small_int(args[i]) <= UINT16_MAX / 2;
    if (!good) return raise_type_error(vm, "no parts of a late method");
    Str *name = str_intern_value(vm, as_str(args[0]));
    if (!name) return VALUE_ERROR;
    const CodeText text = {.name = name, .qualname = as_str(args[1]), .text = as_str(args[4]), .names = names == VALUE_NONE ? NULL : as_tuple(names), .positional = (uint16_t)small_int(args[5]),
                           .keyword_only = (uint16_t)small_int(args[6]), .register_count = (uint16_t)small_int(args[7])};
    Code *code = code_from_text(vm, &text);
    Value made = code ? function_new(vm, code, as_dict(args[3])) : VALUE_ERROR;
    if (made == VALUE_ERROR) return VALUE_ERROR;
    Function *function = (Function *)as_object(made); // new: nothing needs to be told to the collector
    function->module = args[2];
    function->defaults = args[8], function->keyword_defaults = args[9];
    return made;
}

// ---- fields ----------------------------------------------------------------------------------------------------------

// Where a Field keeps what is set here.
typedef struct FieldSlots {
    uint32_t name, type, default_, kw_only, kind, count;
} FieldSlots;

typedef struct Marks { // the objects that mean something, as dataclasses.py hands them over
    Value missing, class_var /* None: typing is not imported */, init_var, keyword_only, plain_kind;
    Dict *globals; // of the module of the class; NULL: unknown
} Marks;

static bool find_slot(VM *vm, Type *type, const char *name, uint32_t *slot) {
    Str *key = str_intern(vm, name, strlen(name));
    Value found = key ? type_lookup(vm, type, key) : VALUE_UNBOUND;
    if (!is_exactly(found, vm->types.member) || ((Member *)as_object(found))->slot >= type->member_count) return false;
    *slot = ((Member *)as_object(found))->slot;
    return true;
}
// Text: what it begins with must be no more than a class, or a name that is known later or to builtins.
static int is_plain_text(VM *vm, const Str *text, const Marks *marks) {
    size_t start = 0, end;
    while (text->text[start] == ' ') start++;
    for (end = start; isalnum((unsigned char)text->text[end]) || text->text[end] == '_'; end++) {}
    const char *rest = text->text + end;
    while (*rest == ' ') rest++;
    if (end == start || *rest == '.' || (unsigned char)*rest >= 0x80) return false;
    Str *name = marks->globals ? str_intern(vm, text->text + start, end - start) : NULL;
    if (!name) {
        if (marks->globals) error_clear(vm);
        return false;
    }
    Value found = dict_get_str(vm, marks->globals, name);
    if (found == marks->keyword_only) return 3;
    return found == VALUE_UNBOUND || (found != marks->init_var && is_type(found));
}

// Whether an annotation says that it is an ordinary field. 2: a variable of the class, 3: those that follow are given by keyword. -1: an exception is set.
static int is_plain_annotation(VM *vm, Value annotation, const Marks *marks) {
    if (is_type(annotation)) return annotation != marks->init_var;
    if (is_str(annotation)) return is_plain_text(vm, as_str(annotation), marks);
    if (annotation == VALUE_NONE) return 1;
    if (annotation == marks->class_var) return 2;
    if (annotation == marks->keyword_only) return 3;
    if (!is_object(annotation)) return 0;
    if (is_exactly(annotation, vm->types.generic_alias) || is_exactly(annotation, vm->types.union_type)) return true;
    if (from_object(object_type(as_object(annotation))) == marks->init_var) return false;
    if (marks->class_var == VALUE_NONE) return true;
    Str *name = str_intern(vm, "__origin__", 10), *late = name ? str_intern(vm, "_late", 5) : NULL;
    if (late && is_layout(annotation, LAYOUT_OBJECT) && instance_get(vm, as_object(annotation), late) != VALUE_UNBOUND) return true; // of typing, and its origin is an ordinary class
    Value origin = late ? get_attribute_or(vm, annotation, name, VALUE_NONE) : VALUE_ERROR;
    return origin == VALUE_ERROR ? -1 : origin == marks->class_var ? 2 : 1;
}

// What the class has under that name, if looking it up there calls nothing; VALUE_ERROR (no exception): Python is to look.
static Value plain_default(VM *vm, Type *type, Str *name) {
    Value found = dict_get_str(vm, type->dict, name);
    // what is found in the only base was asked for before, with the class before
    if (found == VALUE_UNBOUND) found = type_lookup(vm, type->bases->count == 1 && object_type(&type->head) == vm->types.type ? type->base : type, name);
    if (type_lookup(vm, object_type(&type->head), name) != VALUE_UNBOUND) return VALUE_ERROR;
    if (found == VALUE_UNBOUND || !is_object(found)) return found;
    return type_lookup(vm, object_type(as_object(found)), vm->names.__get__) == VALUE_UNBOUND ? found : VALUE_ERROR;
}

static bool is_hashable(VM *vm, Value value) { return !is_object(value) || type_lookup(vm, object_type(as_object(value)), vm->names.__hash__) != VALUE_NONE; }

// A field made from the pattern; the arguments are rooted, nothing is called.
static Value new_field(VM *vm, const Instance *pattern, const FieldSlots *slots) {
    Instance *made = instance_new(vm, object_type(&pattern->head));
    if (!made) return VALUE_ERROR;
    memcpy(made->slots, pattern->slots, slots->count * sizeof(Value));
    return from_object(made);
}

typedef struct Collecting {
    Type *type;
    Instance *pattern;
    FieldSlots slots;
    Marks marks;
    Value kw_only;
    Value class_var_kind; // what variables of the class are
    List *fields;
    bool has_given; // a Field was assigned in the class body
    bool has_mark;  // KW_ONLY
} Collecting;

// 1: done, 0: it is no plain field, -1: an exception is set.
static int collect_field(VM *vm, Collecting *c, Value name, Value annotation) {
    if (!is_exactly(name, vm->types.str)) return 0;
    int plain = is_plain_annotation(vm, annotation, &c->marks);
    if (plain < 1) return plain;
    if (plain == 3) {
        c->kw_only = VALUE_TRUE;
        return !c->has_mark && (c->has_mark = true);
    }
    Str *key = str_intern_value(vm, as_str(name));
    Value found = key ? plain_default(vm, c->type, key) : VALUE_ERROR;
    if (found == VALUE_ERROR) return key ? 0 : -1;
    const FieldSlots *slots = &c->slots;
    bool is_given = is_object(found) && object_type(as_object(found)) == object_type(&c->pattern->head);
    if (!is_given && is_object(found) && is_layout(found, LAYOUT_OBJECT) && type_is_subtype(object_type(as_object(found)), object_type(&c->pattern->head))) return 0;
    if (is_given && plain == 2) return 0;
    Value field = is_given ? found : new_field(vm, c->pattern, slots);
    if (field == VALUE_ERROR) return -1;
    Instance *instance = (Instance *)as_object(field);
    Value default_ = is_given ? instance->slots[slots->default_] : found == VALUE_UNBOUND ? c->marks.missing : found;
    if (plain == 1 && !is_hashable(vm, default_)) return 0;
    gc_store(vm, &instance->head, &instance->slots[slots->default_], default_);
    gc_store(vm, &instance->head, &instance->slots[slots->name], name);
    gc_store(vm, &instance->head, &instance->slots[slots->type], annotation);
    gc_store(vm, &instance->head, &instance->slots[slots->kind], plain == 1 ? c->marks.plain_kind : c->class_var_kind);
    if (!is_given || instance->slots[slots->kw_only] == c->marks.missing) gc_store(vm, &instance->head, &instance->slots[slots->kw_only], plain == 1 ? c->kw_only : c->marks.missing);
    c->has_given |= is_given;
    return list_append(vm, c->fields, field) ? 1 : -1;
}

static int collect_rooted(VM *vm, Collecting *c, Value name, Value annotation) {
    ROOT_SCOPE(vm); // asking an annotation for its __origin__ may run anything
    root_push(vm, name), root_push(vm, annotation);
    int good = collect_field(vm, c, name, annotation);
    ROOT_END(vm);
    return good;
}

// Whether a Field without an annotation stands in the class: Python says what is wrong with that.
static bool has_stray_field(VM *vm, const Collecting *c, Dict *annotations) { // or NULL
    Value key, value;
    for (size_t at = 0; dict_next(c->type->dict, &at, &key, &value);)
        if (is_layout(value, LAYOUT_OBJECT) && type_is_subtype(object_type(as_object(value)), object_type(&c->pattern->head)) && (!annotations || !is_exactly(key, vm->types.str) || dict_get(vm, annotations, key) == VALUE_UNBOUND)) return true;
    return false;
}

// ---- memory ----------------------------------------------------------------------------------------------------------

// heap_mark(): (what was allocated since the last collection, which collection that was), for heap_stay().
static Value mark_heap(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    return tuple_pack(vm, 2, from_small_int((int64_t)vm->heap->allocated), from_small_int((int64_t)vm->heap->collections));
}

enum { SIZE_MOST = 16 * 1024 }; // as of a class (class.c)

// heap_stay(mark): what was allocated since then lives as long as a class, mostly the program: no reason to collect sooner.
static Value stay_in_heap(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Tuple *mark = is_tuple(args[0]) ? as_tuple(args[0]) : NULL;
    if (!mark || mark->count != 2 || !is_small_int(mark->items[0]) || mark->items[1] != from_small_int((int64_t)vm->heap->collections)) return VALUE_NONE;
    size_t size = vm->heap->allocated - (size_t)small_int(mark->items[0]);
    heap_stay(vm->heap, size < SIZE_MOST ? size : SIZE_MOST);
    return VALUE_NONE;
}

// ---- whole classes ---------------------------------------------------------------------------------------------------

// What dataclasses.py tells of itself, in a tuple.
enum Part {
    PART_PARAMS, PART_PATTERN, PART_MISSING, PART_INIT_VAR, PART_KEYWORD_ONLY, PART_PLAIN_KIND, PART_CLASS_VAR_KIND, PART_HAS_FACTORY, PART_FROZEN_ERROR, PART_SET, PART_REPR_SPACE, PART_ANNOTATION_TEXT,
    PART_SIGNATURE, PART_INIT, PART_INIT_FROZEN, PART_POST_INIT, PART_REPR, PART_EQ, PART_HASH, PART_LT, PART_LE, PART_GT, PART_GE, PART_SETATTR, PART_DELATTR, PART_FIELDS_NAME, PART_PARAMS_NAME, PART_POST_INIT_NAME, PART_HAS_FACTORY_NAME, PART_FROZEN_NAME, PART_SET_NAME, PART_CLASS_NAME, PART_RETURN_NAME, PART_SLOTS, PART_COUNT,
    PART_FIRST_TEXT = PART_INIT, PART_FIRST_NAME = PART_FIELDS_NAME
};
// Where a Field and a _DataclassParams keep what, in this order, is in parts[PART_SLOTS].
enum { SLOT_NAME, SLOT_TYPE, SLOT_DEFAULT, SLOT_KW_ONLY, SLOT_KIND, SLOT_INIT, SLOT_REPR, SLOT_HASH, SLOT_COMPARE, SLOT_FACTORY, FIELD_SLOTS };
enum Option { OPTION_INIT, OPTION_REPR, OPTION_EQ, OPTION_ORDER, OPTION_UNSAFE_HASH, OPTION_FROZEN, OPTION_MATCH_ARGS, OPTION_KW_ONLY, OPTION_SLOTS, OPTION_WEAKREF_SLOT, OPTION_COUNT };
enum { FIELDS_MOST = 1000 };
#define FACTORY "__dataclass_factory_"
#define ADD(builder, text) str_builder_add_counted(builder, text, sizeof(text) - 1, sizeof(text) - 1)

typedef struct DataClass {
    VM *vm;
    Type *type;
    Str *qualname;
    Value module;
    Dict *globals, *space; // of the module; of methods that need more than that
    const Value *parts;
    bool options[OPTION_COUNT];
    Collecting own;
    Dict *found;           // all fields by name, those of the bases first
    List *plain;           // the same without variables of the class
    Tuple *all_names;      // of the plain ones
    List *parameters;      // those of __init__: the same, but what is given by keyword comes last
    size_t positional;     // so many of them are not
    uint32_t init, repr, hash, compare, factory; // slots of a Field
    uint32_t option_slots[OPTION_COUNT];         // of a _DataclassParams
    bool has_factory, adds_hash, hides_hash;
} DataClass;

static Value field_slot(const DataClass *d, Value field, uint32_t slot) { return (void)d, ((Instance *)as_object(field))->slots[slot]; }
static Str *field_name(const DataClass *d, Value field) { return as_str(field_slot(d, field, d->own.slots.name)); } // of those in `plain`
static bool is_field(const DataClass *d, Value v) { return is_object(v) && object_type(as_object(v)) == object_type(&d->own.pattern->head); }
static Str *part_name(const DataClass *d, enum Part name) { return as_str(d->parts[name]); }
static bool has(const DataClass *d, Str *name) { return dict_get_str(d->vm, d->type->dict, name) != VALUE_UNBOUND; }

// 1: those of the bases are found, 0: they are not plain, -1: an exception is set.
static int inherit_fields(DataClass *d) {
    VM *vm = d->vm;
    const Tuple *mro = d->type->mro;
    for (size_t i = mro->count; i-- > 1;) {
        if (!is_type(mro->items[i])) return 0;
        Value inherited = i + 1 == mro->count ? VALUE_UNBOUND : type_lookup(vm, as_type(mro->items[i]), part_name(d, PART_FIELDS_NAME)), key, field;
        if (inherited == VALUE_UNBOUND) continue;
        Value params = type_lookup(vm, as_type(mro->items[i]), part_name(d, PART_PARAMS_NAME));
        if (!is_exactly(inherited, vm->types.dict) || !is_object(params) || from_object(object_type(as_object(params))) != d->parts[PART_PARAMS]) return 0;
        if (((Instance *)as_object(params))->slots[d->option_slots[OPTION_FROZEN]] != from_bool(d->options[OPTION_FROZEN])) return 0;
        for (size_t at = 0; dict_next(as_dict(inherited), &at, &key, &field);) {
            if (!is_exactly(key, vm->types.str) || !is_field(d, field)) return 0;
            if (!dict_set(vm, d->found, key, field)) return -1;
        }
    }
    return 1;
}
static int own_fields(DataClass *d) {
    VM *vm = d->vm;
    Value annotations = dict_get_str(vm, d->type->dict, vm->names.__annotations__), name, annotation;
    if (annotations == VALUE_UNBOUND) return !has_stray_field(vm, &d->own, NULL);
    if (!is_exactly(annotations, vm->types.dict)) return 0;
    int good = 1;
    for (size_t at = 0; good == 1 && dict_next(as_dict(annotations), &at, &name, &annotation);) good = collect_rooted(vm, &d->own, name, annotation);
    if (good == 1 && has_stray_field(vm, &d->own, as_dict(annotations))) return 0;
    for (size_t i = 0; good == 1 && i < d->own.fields->count; i++) {
        Value its_name = field_slot(d, d->own.fields->items[i], d->own.slots.name);
        if (!is_exactly(its_name, vm->types.str)) return 0; // an annotation that was asked for its __origin__ has changed it
        if (!dict_set(vm, d->found, its_name, d->own.fields->items[i])) return -1;
    }
    return good;
}

static bool is_flag(Value v) { return v == VALUE_TRUE || v == VALUE_FALSE; }
// Whether __init__ takes all fields but variables of the class, and nothing is wrong with them. -1: an exception is set.
static int take_plain(DataClass *d) {
    Value name, field;
    bool has_default = false;
    if (d->found->used > FIELDS_MOST) return 0;
    for (size_t at = 0; dict_next(d->found, &at, &name, &field);) {
        if (field_slot(d, field, d->own.slots.kind) == d->parts[PART_CLASS_VAR_KIND]) continue;
        Str *text = as_str(name);
        Value default_ = field_slot(d, field, d->own.slots.default_), factory = field_slot(d, field, d->factory), hash = field_slot(d, field, d->hash), its_name = field_slot(d, field, d->own.slots.name);
        if (its_name != name && !(is_exactly(its_name, d->vm->types.str) && str_equal(as_str(its_name), text))) return 0;
        if (field_slot(d, field, d->own.slots.kind) != d->parts[PART_PLAIN_KIND] || !is_flag(field_slot(d, field, d->own.slots.kw_only)) || field_slot(d, field, d->init) != VALUE_TRUE) return 0;
        if (!is_flag(field_slot(d, field, d->repr)) || !is_flag(field_slot(d, field, d->compare)) || !(hash == VALUE_NONE || is_flag(hash))) return 0;
        if (!str_is_identifier(text) || str_equal(text, d->vm->names.self)) return 0;
        bool is_made = factory != d->parts[PART_MISSING], is_positional = field_slot(d, field, d->own.slots.kw_only) == VALUE_FALSE;
        if (default_ == VALUE_UNBOUND || factory == VALUE_UNBOUND || (is_positional && has_default && !is_made && default_ == d->parts[PART_MISSING])) return 0;
        d->has_factory |= is_made;
        has_default |= is_positional && (is_made || default_ != d->parts[PART_MISSING]);
        d->positional += is_positional;
        if (!list_append(d->vm, d->plain, field)) return -1;
    }
    return 1;
}
static bool order_parameters(DataClass *d) {
    d->parameters = d->plain;
    if (d->positional == d->plain->count) return true;
    Value list = list_new(d->vm, NULL, 0);
    if (list == VALUE_ERROR) return false;
    root_push(d->vm, list);
    d->parameters = as_list(list);
    for (int is_keyword = 0; is_keyword < 2; is_keyword++)
        for (size_t i = 0; i < d->plain->count; i++)
            if (field_slot(d, d->plain->items[i], d->own.slots.kw_only) == from_bool(is_keyword) && !list_append(d->vm, d->parameters, d->plain->items[i])) return false;
    return true;
}

// Whether the class defines nothing that it must not, or that takes more thought.
static bool is_plain_class(DataClass *d) {
    const Names *n = &d->vm->names;
    const bool *o = d->options;
    if ((o[OPTION_ORDER] && !o[OPTION_EQ])) return false;
    if (o[OPTION_ORDER] && (has(d, n->__lt__) || has(d, n->__le__) || has(d, n->__gt__) || has(d, n->__ge__))) return false;
    if (o[OPTION_FROZEN] && (has(d, n->__setattr__) || has(d, n->__delattr__))) return false;
    Value hash = dict_get_str(d->vm, d->type->dict, n->__hash__);
    bool is_explicit = hash != VALUE_UNBOUND && !(hash == VALUE_NONE && has(d, n->__eq__));
    if (o[OPTION_UNSAFE_HASH] && is_explicit) return false;
    d->adds_hash = o[OPTION_UNSAFE_HASH] || (o[OPTION_EQ] && !is_explicit && o[OPTION_FROZEN]);
    d->hides_hash = !d->adds_hash && o[OPTION_EQ] && !is_explicit;
    return true;
}

// Its metaclass is a plain one: nobody is to be told.
static bool set_in_class(const DataClass *d, Str *name, Value value) { return value != VALUE_ERROR && type_set(d->vm, d->type, name, value); }

// The names of the fields that `slot` of a Field says yes to (hash None: `compare`; kw_only: no); the slot count of a Field: all.
static bool says_yes(const DataClass *d, Value field, uint32_t slot) {
    Value says = slot == d->own.slots.count ? VALUE_TRUE : field_slot(d, field, slot);
    if (slot == d->hash && says == VALUE_NONE) says = field_slot(d, field, d->compare);
    return says == from_bool(slot != d->own.slots.kw_only);
}
static Value names_of(const DataClass *d, uint32_t slot) {
    size_t count = 0;
    for (size_t i = 0; i < d->plain->count; i++) count += says_yes(d, d->plain->items[i], slot);
    if (d->all_names && count == d->plain->count) return from_object(d->all_names);
    Value names = tuple_new(d->vm, NULL, count);
    for (size_t i = 0, at = 0; names != VALUE_ERROR && i < d->plain->count; i++)
        if (says_yes(d, d->plain->items[i], slot)) as_tuple(names)->items[at++] = from_object(field_name(d, d->plain->items[i]));
    return names;
}

static Function *new_method(const DataClass *d, Str *name, Str *text, Value names, uint32_t positional, size_t keyword_only, Dict *globals) {
    VM *vm = d->vm;
    if (names == VALUE_ERROR) return NULL;
    Str *qualname = str_alloc(vm, d->qualname->size + 1 + name->size, d->qualname->length + 1 + name->length);
    if (!qualname) return NULL;
    memcpy(qualname->text, d->qualname->text, d->qualname->size);
    qualname->text[d->qualname->size] = '.';
    memcpy(qualname->text + d->qualname->size + 1, name->text, name->size);
    size_t registers = positional + 2 * d->plain->count + 16;
    const CodeText code_text = {.name = name, .qualname = qualname, .text = text, .names = is_tuple(names) ? as_tuple(names) : NULL, .positional = (uint16_t)positional, .keyword_only = (uint16_t)keyword_only, .register_count = (uint16_t)registers};
    Code *code = code_from_text(vm, &code_text);
    Value made = code ? function_new(vm, code, globals) : VALUE_ERROR;
    if (made == VALUE_ERROR) return NULL;
    ((Function *)as_object(made))->module = d->module;
    return (Function *)as_object(made);
}
static bool add_method(const DataClass *d, Str *name, enum Part text, Value names, uint32_t positional, Dict *globals) {
    Function *made = new_method(d, name, as_str(d->parts[text]), names, positional, 0, globals);
    return made && set_in_class(d, name, from_object(made));
}

static bool set_in_space(const DataClass *d, enum Part name, Value value) { return dict_set_str(d->vm, d->space, part_name(d, name), value); }
// What methods refer to besides names of fields.
static bool make_space(DataClass *d) {
    VM *vm = d->vm;
    if (!d->options[OPTION_FROZEN] && !d->has_factory) return true;
    if (!(d->space = dict_new(vm))) return false;
    if (!set_in_space(d, PART_HAS_FACTORY_NAME, d->parts[PART_HAS_FACTORY]) || !set_in_space(d, PART_FROZEN_NAME, d->parts[PART_FROZEN_ERROR]) ||
        !set_in_space(d, PART_SET_NAME, d->parts[PART_SET]) || !set_in_space(d, PART_CLASS_NAME, from_object(d->type)) || !dict_set_str(vm, d->space, vm->names.__name__, d->module))
        return false;
    for (size_t i = 0; d->has_factory && i < d->plain->count; i++) {
        Value factory = field_slot(d, d->plain->items[i], d->factory);
        if (factory == d->parts[PART_MISSING]) continue;
        StrBuilder b;
        str_builder_init(&b, vm);
        ADD(&b, FACTORY), str_builder_add_str(&b, field_name(d, d->plain->items[i])), ADD(&b, "__");
        Value key = str_builder_finish(&b);
        if (key == VALUE_ERROR || !dict_set(vm, d->space, key, factory)) return false;
    }
    return true;
}

// __init__ of a class of which some fields have factories, or are given by keyword.
static Value init_text(const DataClass *d) {
    StrBuilder b;
    str_builder_init(&b, d->vm);
    ADD(&b, "\ndef __init__(self");
    for (size_t i = 0; i < d->parameters->count; i++) {
        ADD(&b, ", ");
        if (i == d->positional) ADD(&b, "*, ");
        str_builder_add_str(&b, field_name(d, d->parameters->items[i]));
    }
    ADD(&b, "):");
    for (size_t i = 0; i < d->plain->count; i++) {
        const Str *text = field_name(d, d->plain->items[i]);
        bool is_frozen = d->options[OPTION_FROZEN];
        if (is_frozen) ADD(&b, "\n __dataclass_set__(self, '");
        else ADD(&b, "\n self.");
        str_builder_add_str(&b, text);
        if (is_frozen) ADD(&b, "', ");
        else ADD(&b, " = ");
        if (field_slot(d, d->plain->items[i], d->factory) != d->parts[PART_MISSING]) {
            ADD(&b, FACTORY), str_builder_add_str(&b, text), ADD(&b, "__() if ");
            str_builder_add_str(&b, text), ADD(&b, " is __dataclass_HAS_DEFAULT_FACTORY__ else ");
        }
        str_builder_add_str(&b, text);
        if (is_frozen) ADD(&b, ")");
    }
    return str_builder_finish(&b);
}
static bool add_defaults(const DataClass *d, Function *init) { // which is new
    VM *vm = d->vm;
    Value list = list_new(vm, NULL, 0);
    for (size_t i = 0; i < d->parameters->count; i++) {
        Value field = d->parameters->items[i], default_ = field_slot(d, field, d->own.slots.default_);
        if (field_slot(d, field, d->factory) != d->parts[PART_MISSING]) default_ = d->parts[PART_HAS_FACTORY];
        if (default_ == d->parts[PART_MISSING]) continue;
        if (i < d->positional) {
            if (list == VALUE_ERROR || !list_append(vm, as_list(list), default_)) return false;
            continue;
        }
        Dict *by_keyword = init->keyword_defaults == VALUE_NONE ? dict_new(vm) : as_dict(init->keyword_defaults);
        if (!by_keyword || !dict_set(vm, by_keyword, from_object(field_name(d, field)), default_)) return false;
        init->keyword_defaults = from_object(by_keyword);
    }
    if (list != VALUE_ERROR && as_list(list)->count) init->defaults = tuple_new(vm, as_list(list)->items, as_list(list)->count);
    return list != VALUE_ERROR && init->defaults != VALUE_ERROR;
}
static Value init_annotations(const DataClass *d) { // names and values (Function.annotations)
    size_t count = d->parameters->count;
    Value made = tuple_new(d->vm, NULL, 2 * count + 2);
    if (made == VALUE_ERROR) return VALUE_ERROR;
    Value *items = as_tuple(made)->items;
    for (size_t i = 0; i < count; i++) {
        Value field = d->parameters->items[i];
        items[2 * i] = from_object(field_name(d, field)), items[2 * i + 1] = field_slot(d, field, d->own.slots.type);
    }
    items[2 * count] = from_object(part_name(d, PART_RETURN_NAME)), items[2 * count + 1] = VALUE_NONE;
    return made;
}
static bool add_init(const DataClass *d) {
    VM *vm = d->vm;
    size_t count = d->plain->count;
    bool is_written = d->has_factory || d->positional != count, is_followed = type_lookup(vm, d->type, part_name(d, PART_POST_INIT_NAME)) != VALUE_UNBOUND;
    Value names = VALUE_NONE, text = is_written ? init_text(d) : d->parts[d->options[OPTION_FROZEN] ? PART_INIT_FROZEN : PART_INIT];
    if (!count) text = is_followed ? str_new(vm, "\ndef __init__(self):", 20) : str_new(vm, "\ndef __init__(self):\n pass", 26);
    else if (!is_written) names = names_of(d, d->own.slots.count);
    if (text != VALUE_ERROR && is_followed) text = str_concat(vm, as_str(text), as_str(d->parts[PART_POST_INIT]));
    Function *made = text == VALUE_ERROR ? NULL : new_method(d, vm->names.__init__, as_str(text), names, (uint32_t)d->positional + 1, count - d->positional, d->space ? d->space : d->globals);
    if (!made || !add_defaults(d, made)) return false;
    Value annotations = init_annotations(d);
    if (annotations == VALUE_ERROR) return false;
    made->annotations = annotations; // it is new
    return set_in_class(d, vm->names.__init__, from_object(made));
}

static bool add_all(const DataClass *d) {
    const Names *n = &d->vm->names;
    const bool *o = d->options;
    Dict *repr_space = as_dict(d->parts[PART_REPR_SPACE]);
    Value compared = o[OPTION_EQ] || o[OPTION_ORDER] ? names_of(d, d->compare) : VALUE_NONE;
    if (compared == VALUE_ERROR) return false;
    bool is_compared = !has(d, n->__eq__);
    if (o[OPTION_INIT] && !has(d, n->__init__) && !add_init(d)) return false;
    if (o[OPTION_REPR] && !has(d, n->__repr__) && !add_method(d, n->__repr__, PART_REPR, names_of(d, d->repr), 1, repr_space)) return false;
    if (o[OPTION_EQ] && is_compared && !add_method(d, n->__eq__, PART_EQ, compared, 2, d->globals)) return false;
    if (o[OPTION_ORDER] && !(add_method(d, n->__lt__, PART_LT, compared, 2, d->globals) && add_method(d, n->__le__, PART_LE, compared, 2, d->globals) && add_method(d, n->__gt__, PART_GT, compared, 2, d->globals) && add_method(d, n->__ge__, PART_GE, compared, 2, d->globals))) return false;
    if (o[OPTION_FROZEN]) {
        Value all = names_of(d, d->own.slots.count);
        if (!add_method(d, n->__setattr__, PART_SETATTR, all, 3, d->space) || !add_method(d, n->__delattr__, PART_DELATTR, all, 2, d->space)) return false;
    }
    if (d->adds_hash) return add_method(d, n->__hash__, PART_HASH, names_of(d, d->hash), 1, d->globals);
    return !d->hides_hash || set_in_class(d, n->__hash__, VALUE_NONE);
}

// The default itself stands in the class, not the Field that was given.
static bool put_defaults(const DataClass *d) {
    VM *vm = d->vm;
    for (size_t i = 0; d->own.has_given && i < d->own.fields->count; i++) {
        Value field = d->own.fields->items[i], default_ = field_slot(d, field, d->own.slots.default_);
        Str *name = str_intern_value(vm, as_str(field_slot(d, field, d->own.slots.name)));
        if (!name) return false;
        if (!is_field(d, type_lookup(vm, d->type, name))) continue;
        if (!type_set_attribute(vm, from_object(d->type), name, default_ == d->parts[PART_MISSING] ? VALUE_UNBOUND : default_)) return false;
    }
    return true;
}

static Value parameters_object(const DataClass *d) {
    Instance *made = instance_new(d->vm, as_type(d->parts[PART_PARAMS]));
    if (!made) return VALUE_ERROR;
    for (int i = 0; i < OPTION_COUNT; i++) made->slots[d->option_slots[i]] = from_bool(d->options[i]);
    return from_object(made);
}

// ---- documentation: the class's name and how it is called ----

static bool is_of_builtins(VM *vm, Type *type) {
    Value module = type_module(vm, type);
    return is_exactly(module, vm->types.str) && str_equals_cstring(as_str(module), "builtins");
}

// As inspect.formatannotation. What is neither of the usual ones Python is asked for.
static bool add_annotation(const DataClass *d, StrBuilder *b, Value annotation) {
    VM *vm = d->vm;
    if (is_exactly(annotation, vm->types.str)) return str_builder_add_repr(b, annotation);
    if (is_exactly(annotation, vm->types.type) && is_of_builtins(vm, as_type(annotation))) return str_builder_add_str(b, as_type(annotation)->qualname), true;
    if (is_exactly(annotation, vm->types.generic_alias)) {
        Value origin = ((GenericAlias *)as_object(annotation))->origin;
        if (is_exactly(origin, vm->types.type) && is_of_builtins(vm, as_type(origin))) return str_builder_add_repr(b, annotation);
    }
    Value text = error_is_set(vm) ? VALUE_ERROR : call_value(vm, d->parts[PART_ANNOTATION_TEXT], &annotation, 1);
    if (text == VALUE_ERROR) return false;
    if (!is_str(text)) return raise_type_error(vm, "the text of an annotation must be a str, not %T", text), false;
    str_builder_add_str(b, as_str(text));
    return true;
}
// f.name: annotation = default
static bool add_parameter(const DataClass *d, StrBuilder *b, Value field) {
    if (!is_str(field_slot(d, field, d->own.slots.name))) return raise_type_error(d->vm, "a field has no name"), false; // the text of what stands before it ran a script
    str_builder_add_str(b, field_name(d, field));
    ADD(b, ": ");
    Value annotation = field_slot(d, field, d->own.slots.type);
    if (annotation == VALUE_UNBOUND || !add_annotation(d, b, annotation)) return error_is_set(d->vm) ? false : (raise_type_error(d->vm, "a field has no type"), false);
    Value default_ = field_slot(d, field, d->own.slots.default_), factory = field_slot(d, field, d->factory);
    if (default_ == VALUE_UNBOUND || (default_ == d->parts[PART_MISSING] && factory == default_)) return true;
    ADD(b, " = ");
    if (default_ != d->parts[PART_MISSING]) return str_builder_add_repr(b, default_);
    ADD(b, "<factory>");
    return true;
}
static bool add_document(const DataClass *d, bool made_init) {
    VM *vm = d->vm;
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_str(&b, d->type->name);
    bool good = true;
    if (made_init) {
        str_builder_add_char(&b, '(');
        for (size_t i = 0; good && i < d->parameters->count; i++) {
            if (i) ADD(&b, ", ");
            if (i == d->positional) ADD(&b, "*, ");
            good = add_parameter(d, &b, d->parameters->items[i]);
        }
        str_builder_add_char(&b, ')');
    } else {
        Value class = from_object(d->type), text = call_value(vm, d->parts[PART_SIGNATURE], &class, 1);
        good = text != VALUE_ERROR && (is_str(text) || (raise_type_error(vm, "a signature must be a str, not %T", text), false));
        if (good) str_builder_add_str(&b, as_str(text));
    }
    if (good) return set_in_class(d, vm->names.__doc__, str_builder_finish(&b));
    str_builder_discard(&b);
    return false;
}

static bool process(DataClass *d) {
    VM *vm = d->vm;
    enum { ADDED = 7 }; // in most cases
    if (!table_reserve(vm, d->type->dict, d->type->dict->used + ADDED)) return false;
    if (!set_in_class(d, part_name(d, PART_PARAMS_NAME), parameters_object(d)) || !put_defaults(d) || !set_in_class(d, part_name(d, PART_FIELDS_NAME), from_object(d->found)) || !make_space(d)) return false;
    if (d->space) root_push(vm, from_object(d->space));
    Value names = names_of(d, d->own.slots.count);
    if (names == VALUE_ERROR) return false;
    root_push(vm, names), d->all_names = as_tuple(names);
    bool made_init = d->options[OPTION_INIT] && !has(d, vm->names.__init__);
    if (!add_all(d)) return false;
    Value match_args = names_of(d, d->own.slots.kw_only);
    if (match_args == VALUE_ERROR) return false;
    root_push(vm, match_args);
    Value doc = dict_get_str(vm, d->type->dict, vm->names.__doc__);
    if ((!is_str(doc) || !as_str(doc)->size) && !add_document(d, made_init)) return false;
    return !d->options[OPTION_MATCH_ARGS] || has(d, vm->names.__match_args__) || set_in_class(d, vm->names.__match_args__, match_args);
}

static bool take_slot_numbers(const Type *type, const Value *numbers, uint32_t count, uint32_t *slots) {
    for (uint32_t i = 0; i < count; i++) {
        if (!is_small_int(numbers[i]) || small_int(numbers[i]) < 0 || small_int(numbers[i]) >= type->member_count) return false;
        slots[i] = (uint32_t)small_int(numbers[i]);
    }
    return true;
}
static bool take_slots(DataClass *d, const Type *field, const Type *params, Value given) {
    const Tuple *numbers = is_tuple(given) ? as_tuple(given) : NULL;
    uint32_t slots[FIELD_SLOTS];
    if (!numbers || numbers->count != FIELD_SLOTS + OPTION_COUNT || !(field->flags & TYPE_HEAP) || field->layout != LAYOUT_OBJECT) return false;
    if (!take_slot_numbers(field, numbers->items, FIELD_SLOTS, slots) || !take_slot_numbers(params, numbers->items + FIELD_SLOTS, OPTION_COUNT, d->option_slots)) return false;
    d->own.slots = (FieldSlots){slots[SLOT_NAME], slots[SLOT_TYPE], slots[SLOT_DEFAULT], slots[SLOT_KW_ONLY], slots[SLOT_KIND], field->member_count};
    d->init = slots[SLOT_INIT], d->repr = slots[SLOT_REPR], d->hash = slots[SLOT_HASH], d->compare = slots[SLOT_COMPARE], d->factory = slots[SLOT_FACTORY];
    return true;
}

// Whether attributes of its classes are read and set, and its classes called, as those of `type` are.
static bool is_plain_metaclass(const VM *vm, const Type *type) {
    const TypeSlots *slots = &type->slots, *usual = &vm->types.type->slots;
    return slots->set_attribute == usual->set_attribute && slots->call == usual->call && !(type->flags & (TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR));
}
static bool take_class(DataClass *d, Value type, const Tuple *options, const Tuple *parts) {
    VM *vm = d->vm;
    if (!is_type(type) || !(as_type(type)->flags & TYPE_HEAP) || !is_plain_metaclass(vm, object_type(as_object(type))) || options->count != OPTION_COUNT || parts->count != PART_COUNT) return false;
    d->type = as_type(type), d->qualname = d->type->qualname, d->parts = parts->items;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!is_flag(options->items[i])) return false;
        d->options[i] = options->items[i] == VALUE_TRUE;
    }
    for (int i = PART_FIRST_TEXT; i < PART_SLOTS; i++)
        if (!is_str(d->parts[i]) || (i >= PART_FIRST_NAME && !(as_str(d->parts[i])->flags & STR_INTERNED))) return false;
    Value params = d->parts[PART_PARAMS], pattern = d->parts[PART_PATTERN];
    if ((d->options[OPTION_WEAKREF_SLOT] && !d->options[OPTION_SLOTS]) || !is_dict(d->parts[PART_REPR_SPACE])) return false;
    if (!is_type(params) || !(as_type(params)->flags & TYPE_HEAP) || as_type(params)->layout != LAYOUT_OBJECT || !is_layout(pattern, LAYOUT_OBJECT)) return false;
    d->module = dict_get_str(vm, d->type->dict, vm->names.__module__);
    Value module = is_exactly(d->module, vm->types.str) ? dict_get(vm, vm->modules, d->module) : VALUE_UNBOUND;
    if (!is_module(module)) return false;
    d->globals = ((Module *)as_object(module))->dict;
    Type *field = object_type(as_object(pattern));
    d->own = (Collecting){.type = d->type, .pattern = (Instance *)as_object(pattern), .kw_only = from_bool(d->options[OPTION_KW_ONLY]), .class_var_kind = d->parts[PART_CLASS_VAR_KIND]};
    return take_slots(d, field, as_type(params), d->parts[PART_SLOTS]);
}
static bool begin_class(DataClass *d, Value class_var) {
    VM *vm = d->vm;
    d->own.marks = (Marks){d->parts[PART_MISSING], class_var, d->parts[PART_INIT_VAR], d->parts[PART_KEYWORD_ONLY], d->parts[PART_PLAIN_KIND], d->globals};
    enum { ROOM = 8 }; // for the fields of most
    Value fields = list_new(vm, NULL, ROOM), plain = fields == VALUE_ERROR ? VALUE_ERROR : list_new(vm, NULL, ROOM);
    if (plain == VALUE_ERROR || !(d->found = dict_new(vm))) return false;
    d->own.fields = as_list(fields), d->plain = as_list(plain);
    root_push(vm, fields), root_push(vm, from_object(d->found)), root_push(vm, plain), root_push(vm, from_object(d->globals)), root_push(vm, from_object(d->qualname)), root_push(vm, d->module);
    return true;
}

// slot_numbers(class, names): which slots of its instances they are, in a tuple.
static Value slot_numbers(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !are_names(args[1]) || args[1] == VALUE_NONE) return raise_type_error(vm, "no class and names");
    const Tuple *names = as_tuple(args[1]);
    Value numbers = tuple_new(vm, NULL, names->count);
    for (size_t i = 0; numbers != VALUE_ERROR && i < names->count; i++) {
        uint32_t slot;
        if (!find_slot(vm, as_type(args[0]), as_str(names->items[i])->text, &slot)) return error_is_set(vm) ? VALUE_ERROR : raise_type_error(vm, "%R is no slot", names->items[i]);
        as_tuple(numbers)->items[i] = from_small_int(slot);
    }
    return numbers;
}

// process(class, options, parts, typing.ClassVar or None): makes the class a dataclass, but for slots, and gives the globals of its methods if they have some of their
// own, else True. None: dataclasses.py is to do it, since something about it is unusual, or wrong.
static Value process_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    DataClass d = {.vm = vm};
    if (!is_tuple(args[1]) || !is_tuple(args[2]) || !take_class(&d, args[0], as_tuple(args[1]), as_tuple(args[2]))) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    size_t allocated = vm->heap->allocated;
    uint64_t collections = vm->heap->collections;
    ROOT_SCOPE(vm);
    int good = begin_class(&d, args[3]) ? inherit_fields(&d) : -1;
    if (good == 1) good = own_fields(&d);
    if (good == 1) good = take_plain(&d);
    if (good == 1) good = is_plain_class(&d);
    if (good == 1) good = order_parameters(&d) && process(&d) ? 1 : -1;
    ROOT_END(vm);
    size_t size = vm->heap->allocated - allocated;
    if (good == 1 && collections == vm->heap->collections) heap_stay(vm->heap, size < SIZE_MOST ? size : SIZE_MOST);
    return good == 1 ? (d.space ? from_object(d.space) : VALUE_TRUE) : good ? VALUE_ERROR : VALUE_NONE;
}

// filled(class, *values): an instance of it, of which the members have these values, in the order of their names.
static Value filled(VM *vm, Value *args, uint32_t count) {
    if (!is_type(args[0]) || !(as_type(args[0])->flags & TYPE_HEAP) || as_type(args[0])->layout != LAYOUT_OBJECT || as_type(args[0])->member_count != count - 1) return raise_type_error(vm, "no class and names");
    Instance *made = instance_new(vm, as_type(args[0]));
    if (!made) return VALUE_ERROR;
    memcpy(made->slots, args + 1, (count - 1) * sizeof *args);
    return from_object(made);
}

// ---- classes with slots ----------------------------------------------------------------------------------------------

static bool is_inherited_slot(VM *vm, const Tuple *mro, Value name) { // -> error_is_set
    bool found = false;
    for (size_t i = 1; i + 1 < mro->count && !found; i++) {
        Dict *dict = is_type(mro->items[i]) ? type_dict(vm, as_type(mro->items[i])) : NULL;
        Value slots = dict ? dict_get_str(vm, dict, vm->names.__slots__) : VALUE_UNBOUND;
        if (slots == VALUE_UNBOUND) continue;
        if (value_type(vm, slots)->slots.next) return raise_type_error(vm, "Slots of '%N' cannot be determined", as_type(mro->items[i])), false; // they were read already
        int answer = is_str(slots) ? op_equal(vm, slots, name) : op_contains(vm, slots, name);
        if (answer < 0) return false;
        found = answer;
    }
    return found;
}

// The namespace of the class, with the slots in it and without what was there in their place.
static bool fill_slotted(VM *vm, const Type *type, Dict *space, const Tuple *names, bool adds_weakref) {
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return false;
    root_push(vm, list);
    if (dict_delete_str(vm, space, vm->names.__dict__) < 0 || dict_delete_str(vm, space, vm->names.__weakref__) < 0) return false;
    for (size_t i = 0; i < names->count + adds_weakref; i++) {
        Value name = i < names->count ? names->items[i] : from_object(vm->names.__weakref__);
        if (dict_delete(vm, space, name) < 0) return false;
        if (!is_inherited_slot(vm, type->mro, name) && (error_is_set(vm) || !list_append(vm, as_list(list), name))) return false;
    }
    Value slots = tuple_new(vm, as_list(list)->items, as_list(list)->count);
    return slots != VALUE_ERROR && dict_set_str(vm, space, vm->names.__slots__, slots);
}

// slotted(class, names of the fields, whether there is to be one for weak references): the class made once more, as slots are fixed when a class is made.
static Value slotted(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !(as_type(args[0])->flags & TYPE_HEAP) || !are_names(args[1]) || args[1] == VALUE_NONE) return raise_type_error(vm, "no class and names");
    Type *type = as_type(args[0]);
    int adds_weakref = op_truth(vm, args[2]);
    if (adds_weakref < 0) return VALUE_ERROR;
    if (dict_get_str(vm, type->dict, vm->names.__slots__) != VALUE_UNBOUND) return raise_type_error(vm, "%U already specifies __slots__", type->name);
    Dict *space = dict_copy(vm, type->dict);
    if (!space) return VALUE_ERROR;
    if (object_type(&type->head) == vm->types.type) space->flags |= DICT_UNSHARED; // the class may have it as it is
    Value made = VALUE_ERROR, qualname = from_object(type->qualname);
    ROOT_SCOPE(vm);
    root_push(vm, from_object(space)), root_push(vm, qualname);
    if (fill_slotted(vm, type, space, as_tuple(args[1]), adds_weakref)) made = call_value(vm, from_object(object_type(&type->head)), (Value[]){from_object(type->name), from_object(type->bases), from_object(space)}, 3);
    if (is_type(made) && as_type(made)->flags & TYPE_HEAP) {
        root_push(vm, made);
        if (type->attribute_guards) { // it holds its attributes to the same annotations
            gc_store_object(vm, as_type(made), &as_type(made)->attribute_guards, type->attribute_guards);
            as_type(made)->flags |= TYPE_ATTRIBUTE_GUARDS;
        }
        if (!set_attribute(vm, made, vm->names.__qualname__, qualname)) made = VALUE_ERROR;
    }
    ROOT_END(vm);
    return made;
}

static const NativeDef functions[] = {
    {"filled", {filled}, 1, -1, 0, NULL, DOC(NULL)},
    {"slotted", {slotted}, 3, 3, 0, NULL, DOC(NULL)},
    {"process", {process_class}, 4, 4, 0, NULL, DOC(NULL)},
    {"slot_numbers", {slot_numbers}, 2, 2, 0, NULL, DOC(NULL)},
    {"heap_mark", {mark_heap}, 0, 0, 0, NULL, DOC(NULL)},
    {"heap_stay", {stay_in_heap}, 1, 1, 0, NULL, DOC(NULL)},
    {"late_method", {late_method}, 10, 11, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef dataclass_parts_module = {"_dataclass_parts", functions, NULL};
