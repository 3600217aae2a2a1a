#include "runtime/objects/struct_sequence.h"
#include "runtime/objects/list.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// Items there is room for in the object's block: hidden ones are behind the tuple's own, None where there are none.
static size_t room(const Object *o) { return (heap_block_size(o) - sizeof(Tuple)) / sizeof(Value); }

#define DEFINE(n)                                                                                                      \
    Value struct_item_##n(VM *vm, Value self) { return n < room(as_object(self)) ? as_tuple(self)->items[n] : ((void)vm, VALUE_NONE); }
STRUCT_ITEM_LIST(DEFINE)
#undef DEFINE

bool struct_item_set(VM *vm, Value self, Value value) {
    (void)self, (void)value;
    return raise_error(vm, vm->types.AttributeError, "readonly attribute"), false;
}

Value struct_sequence_repr(VM *vm, Value self) {
    const TypeSpec *spec = object_type(as_object(self))->spec;
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, spec->name);
    str_builder_add(&b, "(", 1);
    for (size_t i = 0; i < as_tuple(self)->count && spec->getset[i].name; i++) {
        if (i) str_builder_add(&b, ", ", 2);
        str_builder_add_cstring(&b, spec->getset[i].name);
        str_builder_add(&b, "=", 1);
        Value text = op_repr(vm, as_tuple(self)->items[i]);
        if (text == VALUE_ERROR) return str_builder_discard(&b), VALUE_ERROR;
        str_builder_add_str(&b, as_str(text));
    }
    str_builder_add(&b, ")", 1);
    return str_builder_finish(&b);
}

Value struct_sequence_new_hidden(VM *vm, Type *type, const Value *items, size_t count, size_t total) {
    for (size_t i = 0; i < total; i++)
        if (items[i] == VALUE_ERROR) return VALUE_ERROR; // making it has failed
    Tuple *tuple = object_new(vm, type, sizeof *tuple + total * sizeof(Value));
    if (!tuple) return VALUE_ERROR;
    tuple->count = count;
    for (size_t i = 0; i < room(&tuple->head); i++) tuple->items[i] = i < total ? items[i] : VALUE_NONE;
    return from_object(tuple);
}

Value struct_sequence_new(VM *vm, Type *type, const Value *items, size_t count) { return struct_sequence_new_hidden(vm, type, items, count, count); }

void struct_sequence_trace(VM *vm, Object *self) {
    for (size_t i = 0; i < room(self); i++) gc_mark(vm, ((Tuple *)self)->items[i]);
}

// Fields without a name are the last of those that are seen: the getset table goes on with the first hidden one.
static size_t unnamed_fields(const TypeSpec *spec, size_t total) {
    size_t named = 0;
    while (spec->getset[named].name) named++;
    return named < total ? total - named : 0;
}

// The hidden items of `dict`, by their names in the getset table.
static bool take_hidden(VM *vm, const TypeSpec *spec, Value dict, Value *items, size_t from, size_t total) {
    size_t unnamed = unnamed_fields(spec, total);
    for (size_t i = from; i < total; i++) {
        const char *field = spec->getset[i - unnamed].name;
        Str *name = str_intern(vm, field, strlen(field));
        Value found = name ? dict_get_str(vm, as_dict(dict), name) : VALUE_ERROR;
        if (found == VALUE_ERROR) return false;
        if (found != VALUE_UNBOUND) items[i] = found;
    }
    return true;
}

Value struct_sequence_construct(VM *vm, Type *type, Value *args, uint32_t arg_count, Value keyword_names, size_t count, size_t total) {
    Value bound[2], items[STRUCT_ITEMS_MAX];
    const TypeSpec *spec = type->spec;
    const char *short_name = strrchr(spec->name, '.') ? strrchr(spec->name, '.') + 1 : spec->name;
    if (!bind_arguments(vm, short_name, "sequence dict", 1, 2, args, arg_count, keyword_names, bound)) return VALUE_ERROR;
    Value tuple = op_to_tuple(vm, bound[0]);
    if (tuple == VALUE_ERROR) {
        if (error_matches(vm, vm->types.TypeError)) error_clear(vm), raise_type_error(vm, "constructor requires a sequence");
        return VALUE_ERROR;
    }
    if (bound[1] != VALUE_UNBOUND && !is_dict(bound[1])) return raise_type_error(vm, "%s() takes a dict as second arg, if any", spec->name);
    size_t given = as_tuple(tuple)->count;
    if (given < count || given > total) {
        const char *how = total == count ? "" : given < count ? "at least " : "at most ";
        return raise_type_error(vm, "%s() takes %s%s%zu-sequence (%zu-sequence given)", spec->name, *how ? "an " : "a ", how, given < count ? count : total, given);
    }
    for (size_t i = 0; i < total; i++) items[i] = i < given ? as_tuple(tuple)->items[i] : VALUE_NONE;
    if (bound[1] != VALUE_UNBOUND && !take_hidden(vm, spec, bound[1], items, given, total)) return VALUE_ERROR;
    return struct_sequence_new_hidden(vm, type, items, count, total);
}

static Value reduce(VM *vm, Value *args, uint32_t arg_count) {
    (void)arg_count;
    Tuple *self = as_tuple(args[0]);
    const GetSetDef *fields = object_type(&self->head)->spec->getset;
    Str *count_name = str_intern(vm, "n_unnamed_fields", strlen("n_unnamed_fields"));
    Value unnamed = count_name ? get_attribute(vm, from_object(object_type(&self->head)), count_name) : VALUE_ERROR;
    Dict *hidden = unnamed == VALUE_ERROR ? NULL : dict_new(vm);
    for (size_t i = hidden ? self->count - (size_t)small_int(unnamed) : 0; hidden && fields[i].name; i++) {
        Str *name = str_intern(vm, fields[i].name, strlen(fields[i].name));
        if (!name || !dict_set_str(vm, hidden, name, fields[i].get(vm, args[0]))) return VALUE_ERROR;
    }
    Value items = hidden ? tuple_new(vm, self->items, self->count) : VALUE_ERROR, rest = items == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, items, from_object(hidden));
    return rest == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(object_type(&self->head)), rest);
}
const NativeDef struct_sequence_methods[] = {{"__reduce__", {reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

Type *struct_sequence_type(VM *vm, const TypeSpec *spec, size_t count, size_t total) {
    Type *type = type_new_from_spec(vm, spec, vm->types.tuple);
    if (!type) return NULL;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(type));
    size_t unnamed = unnamed_fields(spec, total);
    const struct {
        const char *name;
        size_t number;
    } facts[] = {{"n_fields", total}, {"n_sequence_fields", count}, {"n_unnamed_fields", unnamed}};
    count -= unnamed;
    bool good = true;
    for (size_t i = 0; good && i < 3; i++) {
        Str *name = str_intern(vm, facts[i].name, strlen(facts[i].name));
        good = name && type_set(vm, type, name, from_small_int((int64_t)facts[i].number));
    }
    Value names[STRUCT_ITEMS_MAX], tuple = VALUE_ERROR;
    for (size_t i = 0; good && i < count; i++) good = (names[i] = str_from_cstring(vm, spec->getset[i].name)) != VALUE_ERROR;
    if (good) tuple = tuple_new(vm, names, count);
    good = tuple != VALUE_ERROR && type_set(vm, type, vm->names.__match_args__, tuple);
    ROOT_END(vm);
    return good ? type : NULL;
}
