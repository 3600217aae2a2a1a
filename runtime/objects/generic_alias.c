// list[int], and int | str: types with arguments as values (library reference, "Generic Alias Type", "Union Type").
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"
#include "runtime/type.h"

static GenericAlias *as_alias(Value v) { return (GenericAlias *)as_object(v); }
static UnionType *as_union(Value v) { return (UnionType *)as_object(v); }

static Value attribute_or_unbound(VM *vm, Value v, const char *name) {
    Str *interned = str_intern(vm, name, strlen(name));
    return interned ? get_attribute_or(vm, v, interned, VALUE_UNBOUND) : VALUE_ERROR;
}

// ---- showing -------------------------------------------------------------------------------------------------------

static bool add_repr(VM *vm, StrBuilder *b, Value item);

static bool add_items(VM *vm, StrBuilder *b, Value sequence, const char *separator) {
    size_t count;
    for (size_t i = 0; sequence_items(sequence, &count), i < count; i++) {
        if (i) str_builder_add_cstring(b, separator);
        if (!add_repr(vm, b, sequence_items(sequence, &count)[i])) return false;
    }
    return true;
}

// A class by its name, with its module's unless that is builtins; an ellipsis as it is written; other things by their repr.
static bool add_repr(VM *vm, StrBuilder *b, Value item) {
    if (c_stack_exhausted(vm)) return false;
    if (item == VALUE_ELLIPSIS) return str_builder_add_cstring(b, "..."), true;
    if (is_list(item)) { // the parameters of a Callable or ParamSpec
        str_builder_add_char(b, '[');
        bool good = add_items(vm, b, item, ", ");
        str_builder_add_char(b, ']');
        return good;
    }
    Value text = VALUE_UNBOUND;
    if (!is_generic_alias(vm, item)) {
        Value origin = attribute_or_unbound(vm, item, "__origin__");
        Value qualname = origin == VALUE_UNBOUND ? get_attribute_or(vm, item, vm->names.__qualname__, VALUE_UNBOUND) : origin == VALUE_ERROR ? VALUE_ERROR : VALUE_UNBOUND;
        Value module = qualname == VALUE_ERROR || qualname == VALUE_UNBOUND ? qualname : get_attribute_or(vm, item, vm->names.__module__, VALUE_UNBOUND);
        if (module == VALUE_ERROR) return false;
        if (module != VALUE_UNBOUND && module != VALUE_NONE) {
            bool plain = is_str(module) && str_equals_cstring(as_str(module), "builtins");
            text = plain ? op_str(vm, qualname) : str_from_format(vm, "%S.%S", module, qualname);
        }
    }
    if (text == VALUE_UNBOUND) text = op_repr(vm, item);
    if (text == VALUE_ERROR) return false;
    str_builder_add_str(b, as_str(text));
    return true;
}

static Value finish(StrBuilder *b, bool good) {
    if (good) return str_builder_finish(b);
    str_builder_discard(b);
    return VALUE_ERROR;
}

static Value alias_repr(VM *vm, Value self) {
    GenericAlias *alias = as_alias(self);
    StrBuilder b;
    str_builder_init(&b, vm);
    if (alias->starred) str_builder_add_char(&b, '*');
    bool good = add_repr(vm, &b, alias->origin);
    str_builder_add_char(&b, '[');
    if (!as_tuple(alias->args)->count) str_builder_add_cstring(&b, "()");
    good = good && add_items(vm, &b, alias->args, ", ");
    str_builder_add_char(&b, ']');
    return finish(&b, good);
}

static Value union_repr(VM *vm, Value self) {
    Tuple *args = as_tuple(as_union(self)->args);
    StrBuilder b;
    str_builder_init(&b, vm);
    bool good = true;
    for (size_t i = 0; good && i < args->count; i++) {
        if (i) str_builder_add_cstring(&b, " | ");
        if (args->items[i] == from_object(vm->types.none)) str_builder_add_cstring(&b, "None");
        else good = add_repr(vm, &b, args->items[i]);
    }
    return finish(&b, good);
}

// ---- type parameters -----------------------------------------------------------------------------------------------

// A type variable stands for itself and says how it is substituted.
static int is_type_parameter(VM *vm, Value v) {
    if (is_type(v) || !is_object(v) || is_generic_alias(vm, v) || is_union_type(vm, v)) return 0;
    Value substitute = attribute_or_unbound(vm, v, "__typing_subst__");
    return substitute == VALUE_ERROR ? -1 : substitute != VALUE_UNBOUND;
}

static bool add_parameter(VM *vm, Value list, Value parameter) {
    for (size_t i = 0; i < as_list(list)->count; i++)
        if (as_list(list)->items[i] == parameter) return true;
    return list_append(vm, as_list(list), parameter);
}

// The tuple of the parameters of a part like `dict[str, T]`; VALUE_UNBOUND: it has none.
static Value parameters_of(VM *vm, Value part) {
    if (is_type(part) || !is_object(part)) return VALUE_UNBOUND;
    if (c_stack_exhausted(vm)) return VALUE_ERROR; // list[list[list[...
    Value parameters = attribute_or_unbound(vm, part, "__parameters__");
    return parameters == VALUE_ERROR || is_tuple(parameters) ? parameters : VALUE_UNBOUND;
}

static Value find_parameters(VM *vm, Value args) {
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list);
    for (size_t i = 0; good && i < as_tuple(args)->count; i++) {
        Value part = as_tuple(args)->items[i];
        int is_parameter = is_type_parameter(vm, part);
        Value inner = is_parameter ? VALUE_UNBOUND : parameters_of(vm, part);
        good = is_parameter >= 0 && inner != VALUE_ERROR;
        if (good && is_parameter) good = add_parameter(vm, list, part);
        for (size_t j = 0; good && inner != VALUE_UNBOUND && j < as_tuple(inner)->count; j++) good = add_parameter(vm, list, as_tuple(inner)->items[j]);
    }
    ROOT_END(vm);
    return good ? tuple_new(vm, as_list(list)->items, as_list(list)->count) : VALUE_ERROR;
}

static Value parameters_once(VM *vm, Value self, Value args, Value *place) {
    if (*place == VALUE_UNBOUND) {
        Value found = find_parameters(vm, args);
        if (found == VALUE_ERROR) return VALUE_ERROR;
        gc_store(vm, as_object(self), place, found);
    }
    return *place;
}
static Value alias_parameters(VM *vm, Value self) { return parameters_once(vm, self, as_alias(self)->args, &as_alias(self)->parameters); }
static Value union_parameters(VM *vm, Value self) { return parameters_once(vm, self, as_union(self)->args, &as_union(self)->parameters); }

static Value item_for(const Tuple *parameters, const Tuple *items, Value parameter) {
    for (size_t i = 0; i < parameters->count; i++)
        if (parameters->items[i] == parameter) return items->items[i];
    return parameter;
}

// A TypeVarTuple: it can be iterated.
static bool stands_for_several(VM *vm, Value parameter) { return type_lookup(vm, value_type(vm, parameter), vm->names.__iter__) != VALUE_UNBOUND; }

static bool extend(VM *vm, Value list, const Tuple *items) {
    for (size_t i = 0; i < items->count; i++)
        if (!list_append(vm, as_list(list), items->items[i])) return false;
    return true;
}

// One part of the arguments with the items put in for the parameters.
static Value substitute_part(VM *vm, Value part, const Tuple *parameters, const Tuple *items) {
    int is_parameter = is_type_parameter(vm, part);
    if (is_parameter < 0) return VALUE_ERROR;
    if (is_parameter) {
        Value item = item_for(parameters, items, part), substitute = attribute_or_unbound(vm, part, "__typing_subst__");
        return substitute == VALUE_ERROR ? VALUE_ERROR : substitute == VALUE_UNBOUND ? item : call_value(vm, substitute, &item, 1);
    }
    Value inner = parameters_of(vm, part);
    if (inner == VALUE_ERROR || inner == VALUE_UNBOUND || !as_tuple(inner)->count) return inner == VALUE_ERROR ? VALUE_ERROR : part;
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list), root_push(vm, inner);
    for (size_t i = 0; good && i < as_tuple(inner)->count; i++) {
        Value parameter = as_tuple(inner)->items[i], item = item_for(parameters, items, parameter);
        good = is_tuple(item) && stands_for_several(vm, parameter) ? extend(vm, list, as_tuple(item)) : list_append(vm, as_list(list), item);
    }
    Value chosen = good ? tuple_new(vm, as_list(list)->items, as_list(list)->count) : VALUE_ERROR;
    ROOT_END(vm);
    return chosen == VALUE_ERROR ? VALUE_ERROR : op_get_item(vm, part, chosen);
}

// `*tuple[int, str]` among the items is what it stands for. (The arguments of `tuple[int, ...]` stay together: a TypeVarTuple takes them.)
static Value unpacked_items(VM *vm, Value key) {
    if (!is_tuple(key) && is_type(key)) return tuple_pack(vm, 1, key);
    Value items = is_tuple(key) ? key : tuple_pack(vm, 1, key);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, items);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list);
    for (size_t i = 0; good && i < as_tuple(items)->count; i++) {
        Value item = as_tuple(items)->items[i], inner = is_type(item) || !is_object(item) ? VALUE_UNBOUND : attribute_or_unbound(vm, item, "__typing_unpacked_tuple_args__");
        const Tuple *parts = is_tuple(inner) ? as_tuple(inner) : NULL;
        bool stays = !parts || (parts->count && parts->items[parts->count - 1] == VALUE_ELLIPSIS);
        good = inner != VALUE_ERROR && (stays ? list_append(vm, as_list(list), item) : extend(vm, list, parts));
    }
    Value result = good ? tuple_new(vm, as_list(list)->items, as_list(list)->count) : VALUE_ERROR;
    ROOT_END(vm);
    return result;
}

// Each parameter that wants to may rearrange the items first (TypeVarTuple, ParamSpec).
static Value prepared_items(VM *vm, Value self, const Tuple *parameters, Value items) {
    for (size_t i = 0; i < parameters->count && items != VALUE_ERROR; i++) {
        Value prepare = attribute_or_unbound(vm, parameters->items[i], "__typing_prepare_subst__");
        if (prepare == VALUE_ERROR) return VALUE_ERROR;
        if (prepare == VALUE_UNBOUND || prepare == VALUE_NONE) continue;
        Value args[2] = {self, items};
        items = call_value(vm, prepare, args, 2);
        if (items != VALUE_ERROR) items = op_to_tuple(vm, items);
    }
    return items;
}

// The tuple `args` with `key` (one item or a tuple) put in for the parameters.
static Value substitute(VM *vm, Value self, Value args, Value parameters, Value key) {
    if (parameters == VALUE_ERROR) return VALUE_ERROR;
    const Tuple *wanted = as_tuple(parameters);
    if (!wanted->count) return raise_type_error(vm, "%R is not a generic class", self);
    Value items = unpacked_items(vm, key);
    items = items == VALUE_ERROR ? VALUE_ERROR : prepared_items(vm, self, wanted, items);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    size_t given = as_tuple(items)->count;
    if (given != wanted->count)
        return raise_type_error(vm, "Too %s arguments for %R; actual %zu, expected %zu", given > wanted->count ? "many" : "few", self, given, wanted->count);
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, items), root_push(vm, list), root_push(vm, self);
    for (size_t i = 0; good && i < as_tuple(args)->count; i++) {
        Value part = as_tuple(args)->items[i], unpacks = is_type(part) || !is_object(part) ? VALUE_FALSE : attribute_or_unbound(vm, part, "__typing_is_unpacked_typevartuple__");
        Value put_in = unpacks == VALUE_ERROR ? VALUE_ERROR : substitute_part(vm, part, wanted, as_tuple(items));
        if (put_in == VALUE_ERROR) good = false;
        else if (unpacks == VALUE_TRUE && is_tuple(put_in)) good = extend(vm, list, as_tuple(put_in));
        else good = list_append(vm, as_list(list), put_in);
    }
    Value result = good ? tuple_new(vm, as_list(list)->items, as_list(list)->count) : VALUE_ERROR;
    ROOT_END(vm);
    return result;
}

// ---- generic aliases -------------------------------------------------------------------------------------------------

static Value alias_make(VM *vm, Type *type, Value origin, Value args, bool starred) {
    GenericAlias *alias = object_new(vm, type, sizeof *alias);
    if (!alias) return VALUE_ERROR;
    *alias = (GenericAlias){alias->head, origin, args, VALUE_UNBOUND, starred};
    return from_object(alias);
}

Value generic_alias_new(VM *vm, Value origin, Value args) {
    Value tuple = is_tuple(args) ? args : tuple_pack(vm, 1, args);
    return tuple == VALUE_ERROR ? VALUE_ERROR : alias_make(vm, vm->types.generic_alias, origin, tuple, false);
}
Value generic_alias_class_getitem(VM *vm, Value *args, uint32_t count) { return (void)count, generic_alias_new(vm, args[0], args[1]); }

static Value alias_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "GenericAlias() takes no keyword arguments");
    if (count != 2) return raise_type_error(vm, "GenericAlias expected 2 arguments, got %u", count);
    Value tuple = is_tuple(args[1]) ? args[1] : tuple_pack(vm, 1, args[1]);
    return tuple == VALUE_ERROR ? VALUE_ERROR : alias_make(vm, type, args[0], tuple, false);
}

static Value alias_get_item(VM *vm, Value self, Value key) {
    Value args = substitute(vm, self, as_alias(self)->args, alias_parameters(vm, self), key);
    return args == VALUE_ERROR ? VALUE_ERROR : alias_make(vm, vm->types.generic_alias, as_alias(self)->origin, args, as_alias(self)->starred);
}

static Value alias_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_generic_alias(vm, self) || !is_generic_alias(vm, other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    GenericAlias *a = as_alias(self), *b = as_alias(other);
    if (!may_pass_on(vm)) return VALUE_ERROR;
    int equal = a->starred != b->starred ? 0 : op_equal(vm, a->origin, b->origin);
    if (equal > 0) equal = op_equal(vm, a->args, b->args);
    return equal < 0 ? VALUE_ERROR : from_bool(equal == (op == COMPARE_EQ));
}
static bool alias_hash(VM *vm, Value self, uint64_t *out) {
    uint64_t origin, args;
    if (!may_pass_on(vm) || !op_hash(vm, as_alias(self)->origin, &origin) || !op_hash(vm, as_alias(self)->args, &args)) return false;
    *out = origin ^ args;
    return true;
}

// An instance of the origin, which is told what it was made as.
static Value alias_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (!may_pass_on(vm)) return VALUE_ERROR;
    Value made = call_keywords(vm, as_alias(self)->origin, args, count, keyword_names);
    if (made == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, made);
    Str *name = str_intern(vm, "__orig_class__", 14);
    bool good = name && set_attribute(vm, made, name, self);
    if (!good && (error_matches(vm, vm->types.AttributeError) || error_matches(vm, vm->types.TypeError))) error_clear(vm), good = true;
    ROOT_END(vm);
    return good ? made : VALUE_ERROR;
}

static Value alias_iter(VM *vm, Value self) { // *tuple[int, ...]
    Value starred = alias_make(vm, value_type(vm, self), as_alias(self)->origin, as_alias(self)->args, true), one = starred == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, starred);
    return one == VALUE_ERROR ? VALUE_ERROR : op_iter(vm, one);
}

// An alias has the attributes of its origin, but for these.
static Value alias_get_attribute(VM *vm, Value self, Str *name) {
    static const char *const own[] = {"__class__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__typing_unpacked_tuple_args__", "__mro_entries__",
                                      "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__bases__", NULL};
    for (size_t i = 0; name->text[0] == '_' && own[i]; i++)
        if (str_equals_cstring(name, own[i])) return generic_get_attribute(vm, self, name);
    return may_pass_on(vm) ? get_attribute(vm, as_alias(self)->origin, name) : VALUE_ERROR;
}

static Value alias_origin(VM *vm, Value self) { return (void)vm, as_alias(self)->origin; }
static Value alias_args(VM *vm, Value self) { return (void)vm, as_alias(self)->args; }
static Value alias_unpacked(VM *vm, Value self) { return (void)vm, from_bool(as_alias(self)->starred); }
static Value alias_unpacked_args(VM *vm, Value self) {
    bool of_tuple = as_alias(self)->starred && as_alias(self)->origin == from_object(vm->types.tuple);
    return of_tuple ? as_alias(self)->args : VALUE_NONE;
}
static Value alias_mro_entries(VM *vm, Value *args, uint32_t count) { return (void)count, tuple_pack(vm, 1, as_alias(args[0])->origin); }
static Value alias_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value parts = tuple_pack(vm, 2, as_alias(args[0])->origin, as_alias(args[0])->args);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(vm->types.generic_alias), parts);
}
static Value alias_itself(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }
static void alias_trace(VM *vm, Object *self) {
    GenericAlias *alias = (GenericAlias *)self;
    gc_mark(vm, alias->origin), gc_mark(vm, alias->args), gc_mark(vm, alias->parameters);
}

static const NativeDef alias_methods[] = {
    {"__mro_entries__", {alias_mro_entries}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {alias_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {"__copy__", {alias_itself}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {alias_itself}, 1, 1, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef alias_getset[] = {
    {"__origin__", alias_origin, NULL},
    {"__args__", alias_args, NULL},
    {"__parameters__", alias_parameters, NULL},
    {"__unpacked__", alias_unpacked, NULL},
    {"__typing_unpacked_tuple_args__", alias_unpacked_args, NULL},
    {0},
};
const TypeSpec generic_alias_spec = {
    .name = "types.GenericAlias",
    .layout = LAYOUT_OTHER,
    .size = sizeof(GenericAlias),
    .flags = TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, alias_repr), SLOT(hash, alias_hash), SLOT(compare, alias_compare), SLOT(get_item, alias_get_item), SLOT(iter, alias_iter), SLOT(call, alias_call),
              SLOT(get_attribute, alias_get_attribute), SLOT(binary[SLOT_BITOR], union_type_or), SLOT(construct, alias_construct), SLOT(trace, alias_trace)),
    .methods = alias_methods,
    .getset = alias_getset,
    .doc = TYPE_DOC("Represent a PEP 585 generic type"),
};

// ---- unions ----------------------------------------------------------------------------------------------------------

static bool may_be_in_union(VM *vm, Value v) {
    if (v == VALUE_NONE || is_type(v) || is_generic_alias(vm, v) || is_union_type(vm, v)) return true;
    return is_object(v) && !strcmp(value_type(vm, v)->name->text, "TypeAliasType");
}

// Appends what `v` stands for, flat, unless it is there already.
static bool add_member(VM *vm, Value list, Value v) {
    if (is_union_type(vm, v)) {
        Tuple *args = as_tuple(as_union(v)->args);
        bool is_first = !as_list(list)->count; // its members differ from each other
        for (size_t i = 0; i < args->count; i++)
            if (is_first ? !list_append(vm, as_list(list), args->items[i]) : !add_member(vm, list, args->items[i])) return false;
        return true;
    }
    if (v == VALUE_NONE) v = from_object(vm->types.none);
    if (!work(vm, as_list(list)->count / 2)) return false;
    for (size_t i = 0; i < as_list(list)->count; i++) {
        Value other = as_list(list)->items[i];
        int same = is_generic_alias(vm, v) && is_generic_alias(vm, other) ? op_equal(vm, other, v) : other == v;
        if (same) return same > 0;
    }
    return list_append(vm, as_list(list), v);
}

static Value union_from(VM *vm, Value list) {
    if (as_list(list)->count == 1) return as_list(list)->items[0];
    Value args = tuple_new(vm, as_list(list)->items, as_list(list)->count);
    UnionType *made = args == VALUE_ERROR ? NULL : object_new(vm, vm->types.union_type, sizeof *made);
    if (!made) return VALUE_ERROR;
    made->args = args;
    made->parameters = VALUE_UNBOUND;
    return from_object(made);
}

Value union_type_or(VM *vm, Value left, Value right) {
    if (!may_be_in_union(vm, left) || !may_be_in_union(vm, right)) return VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 2), result = VALUE_ERROR;
    if (list != VALUE_ERROR) {
        root_push(vm, list);
        if (add_member(vm, list, left) && add_member(vm, list, right)) result = union_from(vm, list);
    }
    ROOT_END(vm);
    return result;
}
Value union_type_new(VM *vm, Value left, Value right) {
    Value result = union_type_or(vm, left, right);
    return result == VALUE_NOT_IMPLEMENTED ? raise_type_error(vm, "unsupported operand type(s) for |: '%T' and '%T'", left, right) : result;
}

static Value union_get_item(VM *vm, Value self, Value key) {
    Value args = substitute(vm, self, as_union(self)->args, union_parameters(vm, self), key);
    if (args == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, args);
    Value result = as_tuple(args)->items[0];
    for (size_t i = 1; i < as_tuple(args)->count && result != VALUE_ERROR; i++) result = op_binary(vm, SLOT_BITOR, result, as_tuple(args)->items[i]);
    ROOT_END(vm);
    return result;
}

static Value members_as_set(VM *vm, Value self) { return set_new(vm, vm->types.frozenset, as_union(self)->args); }
static Value union_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_union_type(vm, self) || !is_union_type(vm, other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    Value a = members_as_set(vm, self), b = VALUE_ERROR;
    if (a != VALUE_ERROR) root_push(vm, a), b = members_as_set(vm, other);
    if (b != VALUE_ERROR) root_push(vm, b);
    Value result = b == VALUE_ERROR ? VALUE_ERROR : op_compare(vm, a, b, op);
    ROOT_END(vm);
    return result;
}
static bool union_hash(VM *vm, Value self, uint64_t *out) {
    Value set = members_as_set(vm, self);
    if (set == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, set);
    bool good = op_hash(vm, set, out);
    ROOT_END(vm);
    return good;
}
static Value union_args(VM *vm, Value self) { return (void)vm, as_union(self)->args; }
static Value union_instancecheck(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int answer = op_is_instance(vm, args[1], args[0]);
    return answer < 0 ? VALUE_ERROR : from_bool(answer);
}
static Value union_subclasscheck(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int answer = op_is_subclass(vm, args[1], args[0]);
    return answer < 0 ? VALUE_ERROR : from_bool(answer);
}
static void union_trace(VM *vm, Object *self) { gc_mark(vm, ((UnionType *)self)->args), gc_mark(vm, ((UnionType *)self)->parameters); }

// UnionType._of(left, right): the `|` of types written in Python (typing.TypeAliasType).
static Value union_of(VM *vm, Value *args, uint32_t count) { return (void)count, union_type_or(vm, args[0], args[1]); }

static const NativeDef union_methods[] = {
    {"_of", {union_of}, 2, 2, NATIVE_STATIC, NULL, DOC(NULL)},
    {"__instancecheck__", {union_instancecheck}, 1, 1, 0, NULL, DOC(NULL)},
    {"__subclasscheck__", {union_subclasscheck}, 1, 1, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef union_getset[] = {{"__args__", union_args, NULL}, {"__parameters__", union_parameters, NULL}, {0}};
const TypeSpec union_type_spec = {
    .name = "types.UnionType",
    .layout = LAYOUT_OTHER,
    .size = sizeof(UnionType),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_ONLY_SUBSCRIPTED,
    .slots = SLOTS(SLOT(repr, union_repr), SLOT(hash, union_hash), SLOT(compare, union_compare), SLOT(get_item, union_get_item), SLOT(binary[SLOT_BITOR], union_type_or), SLOT(trace, union_trace)),
    .methods = union_methods,
    .getset = union_getset,
    .doc = TYPE_DOC("Represent a PEP 604 union type"),
};
