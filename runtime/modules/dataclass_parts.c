// _dataclass_parts: what dataclasses.py does for each class, where Python would take most of the time of a program of many dataclasses.
#include "runtime/modules/modules.h"
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/function.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
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
    for (int i = 0; i < 5; i++)
        if (i == 3 ? !is_dict(args[i]) : !is_str(args[i]) && i != 2) return raise_type_error(vm, "late_method() argument %d is a %T", i + 1, args[i]);
    for (int i = 5; i < 8; i++)
        if (!is_small_int(args[i]) || small_int(args[i]) < 0 || small_int(args[i]) > UINT16_MAX / 2) return raise_value_error(vm, "late_method() argument %d is out of range", i + 1);
    if (args[8] != VALUE_NONE && !is_tuple(args[8])) return raise_type_error(vm, "late_method() argument 9 must be a tuple or None");
    if (args[9] != VALUE_NONE && !is_dict(args[9])) return raise_type_error(vm, "late_method() argument 10 must be a dict or None");
    if (!are_names(names)) return raise_type_error(vm, "late_method() argument 11 must be a tuple of strs or None");
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
static bool find_slots(VM *vm, Type *type, FieldSlots *slots) {
    slots->count = type->member_count;
    return type->layout == LAYOUT_OBJECT && type->flags & TYPE_HEAP && find_slot(vm, type, "name", &slots->name) && find_slot(vm, type, "type", &slots->type) &&
           find_slot(vm, type, "default", &slots->default_) && find_slot(vm, type, "kw_only", &slots->kw_only) && find_slot(vm, type, "_field_type", &slots->kind);
}

// Text: what it begins with must be no more than a class, or a name that is known later or to builtins.
static bool is_plain_text(VM *vm, const Str *text, const Marks *marks) {
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
    return found == VALUE_UNBOUND || (found != marks->init_var && is_type(found));
}

// Whether an annotation says that it is an ordinary field. -1: an exception is set.
static int is_plain_annotation(VM *vm, Value annotation, const Marks *marks) {
    if (is_type(annotation)) return annotation != marks->init_var;
    if (is_str(annotation)) return is_plain_text(vm, as_str(annotation), marks);
    if (annotation == marks->keyword_only || annotation == marks->class_var || !is_object(annotation)) return annotation == VALUE_NONE;
    if (is_exactly(annotation, vm->types.generic_alias) || is_exactly(annotation, vm->types.union_type)) return true;
    if (from_object(object_type(as_object(annotation))) == marks->init_var) return false;
    if (marks->class_var == VALUE_NONE) return true;
    Str *name = str_intern(vm, "__origin__", 10);
    Value origin = name ? get_attribute_or(vm, annotation, name, VALUE_NONE) : VALUE_ERROR;
    return origin == VALUE_ERROR ? -1 : origin != marks->class_var;
}

// What the class has under that name, if looking it up there calls nothing; VALUE_ERROR (no exception): Python is to look.
static Value plain_default(VM *vm, Type *type, Str *name) {
    Value found = type_lookup(vm, type, name);
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
    List *fields;
    bool has_given; // a Field was assigned in the class body
} Collecting;

// 1: done, 0: it is no plain field, -1: an exception is set.
static int collect_field(VM *vm, Collecting *c, Value name, Value annotation) {
    if (!is_exactly(name, vm->types.str)) return 0;
    int plain = is_plain_annotation(vm, annotation, &c->marks);
    if (plain != 1) return plain;
    Str *key = str_intern_value(vm, as_str(name));
    Value found = key ? plain_default(vm, c->type, key) : VALUE_ERROR;
    if (found == VALUE_ERROR) return key ? 0 : -1;
    const FieldSlots *slots = &c->slots;
    bool is_given = is_object(found) && object_type(as_object(found)) == object_type(&c->pattern->head);
    if (!is_given && is_object(found) && is_layout(found, LAYOUT_OBJECT) && type_is_subtype(object_type(as_object(found)), object_type(&c->pattern->head))) return 0;
    Value field = is_given ? found : new_field(vm, c->pattern, slots);
    if (field == VALUE_ERROR) return -1;
    Instance *instance = (Instance *)as_object(field);
    Value default_ = is_given ? instance->slots[slots->default_] : found == VALUE_UNBOUND ? c->marks.missing : found;
    if (!is_hashable(vm, default_)) return 0;
    gc_store(vm, &instance->head, &instance->slots[slots->default_], default_);
    gc_store(vm, &instance->head, &instance->slots[slots->name], name);
    gc_store(vm, &instance->head, &instance->slots[slots->type], annotation);
    gc_store(vm, &instance->head, &instance->slots[slots->kind], c->marks.plain_kind);
    if (!is_given || instance->slots[slots->kw_only] == c->marks.missing) gc_store(vm, &instance->head, &instance->slots[slots->kw_only], c->kw_only);
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
static bool has_stray_field(VM *vm, const Collecting *c, Dict *annotations) {
    Value key, value;
    for (size_t at = 0; dict_next(c->type->dict, &at, &key, &value);)
        if (is_layout(value, LAYOUT_OBJECT) && type_is_subtype(object_type(as_object(value)), object_type(&c->pattern->head)) && (!is_exactly(key, vm->types.str) || dict_get(vm, annotations, key) == VALUE_UNBOUND)) return true;
    return false;
}

// plain_fields(class, annotations, pattern, kw_only, globals, marks): (its own fields, whether some were given as Fields), if all of its annotations are
// those of ordinary fields and nothing is wrong; None: dataclasses.py is to look at each. `pattern`: a Field as of a plain annotation.
static Value plain_fields(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !is_exactly(args[1], vm->types.dict) || !is_layout(args[2], LAYOUT_OBJECT) || !is_tuple(args[5]) || as_tuple(args[5])->count != 5) return VALUE_NONE;
    const Value *marks = as_tuple(args[5])->items;
    Collecting c = {.type = as_type(args[0]), .pattern = (Instance *)as_object(args[2]), .kw_only = args[3],
                    .marks = {marks[0], marks[1], marks[2], marks[3], marks[4], is_dict(args[4]) ? as_dict(args[4]) : NULL}};
    Dict *annotations = as_dict(args[1]);
    if (!c.type->dict || !(c.type->flags & TYPE_HEAP) || !find_slots(vm, object_type(&c.pattern->head), &c.slots)) return VALUE_NONE;
    Value list = list_new(vm, NULL, 0), key, value;
    if (list == VALUE_ERROR) return VALUE_ERROR;
    c.fields = as_list(list);
    int good = 1;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    for (size_t at = 0; good == 1 && dict_next(annotations, &at, &key, &value);) good = collect_rooted(vm, &c, key, value);
    ROOT_END(vm);
    if (good != 1 || has_stray_field(vm, &c, annotations)) return good < 0 ? VALUE_ERROR : VALUE_NONE;
    return tuple_pack(vm, 2, list, c.has_given ? VALUE_TRUE : VALUE_FALSE);
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

static const NativeDef functions[] = {
    {"heap_mark", {mark_heap}, 0, 0, NULL, 0, NULL},
    {"heap_stay", {stay_in_heap}, 1, 1, NULL, 0, NULL},
    {"late_method", {late_method}, 10, 11, NULL, 0, NULL},
    {"plain_fields", {plain_fields}, 6, 6, NULL, 0, NULL},
    {0},
};
const ModuleDef dataclass_parts_module = {"_dataclass_parts", functions, NULL};
