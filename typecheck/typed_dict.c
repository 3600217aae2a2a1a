// TypedDict (specification, "Typed dictionaries"): the items of a class or of a TypedDict("T", {...}) call, and the methods that know them.
// The rules about extending and overwriting are in check_typed_dict.c.
#include "typecheck/special_class.h"
#include <string.h>

// ---- items ------------------------------------------------------------------------------------------------------------------

static void set_item(ClassInfo *cls, TypedDictItem item) {
    Checker *checker = cls->checker;
    TypedDictInfo *info = cls->typed_dict;
    uintptr_t at = (uintptr_t)map_get_pointer(&info->by_key, item.key);
    if (at) {
        info->items.items[at - 1] = item;
        return;
    }
    vec_push(checker->arena, &info->items, item);
    map_set_pointer(checker->arena, &info->by_key, item.key, (void *)(uintptr_t)info->items.count);
}

static void add_annotated(ClassInfo *cls, const Atom *key, const Ast *annotation, const Ast *node, bool is_total) {
    Checker *checker = cls->checker;
    AnnotationResult result = annotation_of(cls->unit, annotation, TYPE_EXPRESSION_ALLOW_REQUIRED);
    bool required = result.is_required || (!result.is_not_required && is_total);
    set_item(cls, (TypedDictItem){.key = key, .type = result.type ? result.type : checker->types.unknown, .is_required = required, .is_read_only = result.is_read_only, .node = node, .unit = cls->unit, .owner = cls});
}

// The items of the bases, in terms of the deriving class's parameters. The last base comes first: what stands further left wins.
static void inherit(ClassInfo *cls) {
    TypedDictInfo *info = cls->typed_dict;
    for (uint32_t i = cls->base_count; i-- > 0;) {
        ClassInfo *base = cls->bases[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->bases[i])->cls : NULL;
        if (!base || !base->is_typed_dict || base == cls) continue;
        class_specials(base);
        if (!base->typed_dict) continue;
        for (uint32_t k = 0; k < base->typed_dict->items.count; k++) {
            TypedDictItem item = base->typed_dict->items.items[k];
            item.type = type_specialise(cls->checker, item.type, cls->bases[i]);
            set_item(cls, item);
        }
        info->is_closed |= base->typed_dict->is_closed;
        if (base->typed_dict->extra_items) {
            info->extra_items = type_specialise(cls->checker, base->typed_dict->extra_items, cls->bases[i]);
            info->extra_read_only = base->typed_dict->extra_read_only;
        }
    }
}

static void read_options(ClassInfo *cls, const AstNodes *keywords) {
    TypedDictInfo *info = cls->typed_dict;
    int total = ast_constant_truth(keyword_argument(keywords, "total")), closed = ast_constant_truth(keyword_argument(keywords, "closed"));
    info->is_total = total != 0;
    if (closed >= 0) info->is_closed = closed;
    if (closed == 0) info->extra_items = NULL;
    const Ast *extra = keyword_argument(keywords, "extra_items");
    if (extra) {
        AnnotationResult result = annotation_of(cls->unit, extra, TYPE_EXPRESSION_ALLOW_REQUIRED);
        info->extra_items = result.type ? result.type : cls->checker->types.unknown;
        info->extra_read_only = result.is_read_only;
        info->is_closed = info->extra_items->kind == TYPE_NEVER;
    } else if (info->is_closed) {
        info->extra_items = cls->checker->types.never;
        info->extra_read_only = false;
    }
}

static void read_body(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        Declaration *declaration = annotated_declaration(names.items[i]);
        if (declaration) add_annotated(cls, names.items[i]->name, declaration->annotation, declaration->node, cls->typed_dict->is_total);
    }
}

static void read_call(ClassInfo *cls, const AstCall *call) {
    const Ast *list = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "fields");
    if (!list || list->kind != AST_Dict) {
        if (list) cls->has_unknown_base = true;
        return;
    }
    const AstDict *dict = (const AstDict *)list;
    for (uint32_t i = 0; i < dict->keys.count; i++) {
        const Atom *key = ast_constant_text(cls->checker, dict->keys.items[i]);
        if (key) add_annotated(cls, key, dict->values.items[i], dict->keys.items[i], cls->typed_dict->is_total);
        else cls->has_unknown_base = true;
    }
}

// ---- methods ----------------------------------------------------------------------------------------------------------------------

typedef struct Overloads {
    ClassInfo *cls;
    const char *name;
    TypeList items;
} Overloads;

static const Type *key_type(Checker *checker, const Atom *key) { return type_literal_text(checker, LITERAL_STR, key->text, key->size); }

// One signature: (self, key[, default]) -> result. `variable`: what it quantifies over, or NULL.
static void add_overload(Overloads *o, const Type *key, const Type *default_type, const Type *result, const Type *variable) {
    Checker *checker = o->cls->checker;
    CallableBuilder builder;
    method_start(o->cls, &builder, o->name, METHOD_INSTANCE, result);
    callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, checker_atom(checker, "k"), key, false);
    if (default_type) callable_add(checker, &builder, PARAMETER_POSITIONAL_OR_KEYWORD, checker_atom(checker, "default"), default_type, false);
    if (variable) {
        builder.variables = arena_array(checker->arena, const Type *, 1);
        builder.variables[0] = variable;
        builder.variable_count = 1;
    }
    vec_push(checker->arena, &o->items, method_finish(o->cls, &builder));
}

static void declare_overloads(Overloads *o) {
    Checker *checker = o->cls->checker;
    if (o->items.count) class_add_synthesised(o->cls, checker_atom(checker, o->name), type_overloaded(checker, o->items.items, o->items.count, NULL));
}

// What a key that is not listed holds; NULL: there is none (closed) or nothing is known (open).
static const Type *extra_type(const TypedDictInfo *info) { return info->extra_items && info->extra_items->kind != TYPE_NEVER ? info->extra_items : NULL; }

const Type *typed_dict_values(ClassInfo *cls, bool changing) {
    class_specials(cls);
    const TypedDictInfo *info = cls->typed_dict;
    if (!info || !(info->is_closed || extra_type(info))) return NULL;
    if (changing && (!extra_type(info) || info->extra_read_only)) return NULL;
    const Type *whole = extra_type(info) ? extra_type(info) : cls->checker->types.never;
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        if (changing && (item->is_required || item->is_read_only || !type_is_consistent(cls->checker, whole, item->type))) return NULL;
        whole = type_union2(cls->checker, whole, item->type);
    }
    return whole;
}

const Type *typed_dict_extra_method(ClassInfo *cls, const Atom *name, const Type *key) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict;
    const Type *extra = info ? extra_type(info) : NULL, *variable = synthesised_variable(checker, "_D");
    if (!extra || map_get_pointer(&info->by_key, AS_LITERAL(key)->text)) return NULL;
    Overloads o = {.cls = cls, .name = name->text};
    bool is_get = strcmp(name->text, "get") == 0, is_pop = strcmp(name->text, "pop") == 0;
    if (!is_get && info->extra_read_only) return NULL;
    key = type_make_explicit(checker, key);
    if (strcmp(name->text, "setdefault") == 0) {
        add_overload(&o, key, extra, extra, NULL);
    } else if (is_get || is_pop) {
        add_overload(&o, key, NULL, is_get ? type_optional(checker, extra) : extra, NULL);
        add_overload(&o, key, extra, extra, NULL);
        add_overload(&o, key, variable, type_union2(checker, extra, variable), variable);
    }
    return o.items.count ? type_overloaded(checker, o.items.items, o.items.count, NULL) : NULL;
}

static void declare_get(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict;
    Overloads o = {.cls = cls, .name = "get"};
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        const Type *key = key_type(checker, item->key), *variable = synthesised_variable(checker, "_D");
        add_overload(&o, key, NULL, item->is_required ? item->type : type_optional(checker, item->type), NULL);
        add_overload(&o, key, item->type, item->type, NULL);
        add_overload(&o, key, variable, item->is_required ? item->type : type_union2(checker, item->type, variable), variable);
    }
    const Type *any_key = known_instance(checker, KNOWN_str), *variable = synthesised_variable(checker, "_D");
    const Type *whole = typed_dict_values(cls, false); // whatever the key: one of the values
    add_overload(&o, any_key, NULL, whole ? type_optional(checker, whole) : object_type(checker), NULL);
    add_overload(&o, any_key, variable, whole ? type_union2(checker, whole, variable) : object_type(checker), variable);
    declare_overloads(&o);
}

// d["k"] is judged where it stands (infer_subscript.c); these are for protocols and explicit calls.
static void declare_reading(ClassInfo *cls) {
    Checker *checker = cls->checker;
    Overloads o = {.cls = cls, .name = "__getitem__"};
    for (uint32_t i = 0; i < cls->typed_dict->items.count; i++) add_overload(&o, key_type(checker, cls->typed_dict->items.items[i].key), NULL, cls->typed_dict->items.items[i].type, NULL);
    add_overload(&o, known_instance(checker, KNOWN_str), NULL, object_type(checker), NULL);
    declare_overloads(&o);
    CallableBuilder builder;
    method_start(cls, &builder, "__len__", METHOD_INSTANCE, known_instance(checker, KNOWN_int));
    method_declare(cls, "__len__", &builder);
    method_start(cls, &builder, "__iter__", METHOD_INSTANCE, known_instance1(checker, KNOWN_Iterator, known_instance(checker, KNOWN_str)));
    method_declare(cls, "__iter__", &builder);
}

static void declare_changing(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict;
    Overloads set = {.cls = cls, .name = "setdefault"}, pop = {.cls = cls, .name = "pop"}, del = {.cls = cls, .name = "__delitem__"};
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        if (item->is_read_only) continue;
        const Type *key = key_type(checker, item->key), *variable = synthesised_variable(checker, "_D");
        add_overload(&set, key, item->type, item->type, NULL);
        if (item->is_required) continue;
        add_overload(&pop, key, NULL, item->type, NULL);
        add_overload(&pop, key, item->type, item->type, NULL);
        add_overload(&pop, key, variable, type_union2(checker, item->type, variable), variable);
        add_overload(&del, key, NULL, checker->types.none, NULL);
    }
    const Type *any_key = known_instance(checker, KNOWN_str), *whole = typed_dict_values(cls, true);
    if (whole) { // specification: such a TypedDict is a dict[str, VT]
        const Type *variable = synthesised_variable(checker, "_D");
        add_overload(&pop, any_key, NULL, whole, NULL);
        add_overload(&pop, any_key, variable, type_union2(checker, whole, variable), variable);
        add_overload(&del, any_key, NULL, checker->types.none, NULL);
        CallableBuilder builder;
        method_start(cls, &builder, "clear", METHOD_INSTANCE, checker->types.none);
        method_declare(cls, "clear", &builder);
        const Type *pair[] = {any_key, whole};
        method_start(cls, &builder, "popitem", METHOD_INSTANCE, type_tuple(checker, pair, 2, -1));
        method_declare(cls, "popitem", &builder);
    }
    declare_overloads(&set);
    declare_overloads(&pop);
    declare_overloads(&del);
}

// The TypedDict with the same keys, none of them required; with `in_place` read-only ones not to be given: what `|` and update take.
static const Type *partial_of(ClassInfo *cls, bool in_place) {
    Checker *checker = cls->checker;
    ClassInfo *base = known_class(checker, KNOWN_TypedDictFallback);
    const Type *bases[] = {base ? type_instance(checker, base, NULL, 0) : object_type(checker)};
    ClassInfo *partial = class_synthesise(checker, cls->name, cls->unit, cls->made_by ? cls->made_by : (const Ast *)cls->node, bases, 1);
    partial->is_typed_dict = true;
    partial->specials_done = true;
    TypedDictInfo *info = arena_new(checker->arena, TypedDictInfo);
    partial->typed_dict = info;
    for (uint32_t i = 0; i < cls->typed_dict->items.count; i++) {
        TypedDictItem item = cls->typed_dict->items.items[i];
        if (item.is_read_only && in_place) item.type = checker->types.never;
        item.is_required = false;
        item.is_read_only = true; // covariant: what is given is only read
        set_item(partial, item);
    }
    info->extra_items = cls->typed_dict->extra_items;
    info->extra_read_only = info->extra_items != NULL;
    info->is_closed = cls->typed_dict->is_closed;
    return type_instance(checker, partial, NULL, 0);
}

static const Type *one_argument(ClassInfo *cls, const char *name, const Type *argument, const Type *result) {
    CallableBuilder builder;
    method_start(cls, &builder, name, METHOD_INSTANCE, result);
    callable_add(cls->checker, &builder, PARAMETER_POSITIONAL_ONLY, checker_atom(cls->checker, "m"), argument, false);
    return method_finish(cls, &builder);
}

static void declare_pair(ClassInfo *cls, const char *name, const Type *first, const Type *second) {
    const Type *items[] = {first, second};
    class_add_synthesised(cls, checker_atom(cls->checker, name), type_overloaded(cls->checker, items, second ? 2 : 1, NULL));
}

static void declare_merging(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict;
    bool is_generic = cls->type_param_count != 0;
    const Type *self = class_self_variable(cls), *partial = partial_of(cls, true), *merged = partial_of(cls, false), *none = checker->types.none;
    bool has_read_only = false;
    for (uint32_t i = 0; i < info->items.count; i++) has_read_only |= info->items.items[i].is_read_only;
    CallableBuilder builder;
    method_start(cls, &builder, "update", METHOD_INSTANCE, none);
    if (!is_generic) callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, checker_atom(checker, "m"), partial, true);
    for (uint32_t i = 0; i < info->items.count; i++)
        if (!info->items.items[i].is_read_only) callable_add(checker, &builder, PARAMETER_KEYWORD_ONLY, info->items.items[i].key, info->items.items[i].type, true);
    const Type *update_partial = method_finish(cls, &builder), *update_self = has_read_only ? NULL : one_argument(cls, "update", self, none);
    declare_pair(cls, "update", update_partial, update_self);
    const Type *dict = known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), checker->types.any), *dict_object = known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), object_type(checker));
    const Type *operand = is_generic ? self : merged;
    declare_pair(cls, "__or__", one_argument(cls, "__or__", operand, self), one_argument(cls, "__or__", dict, dict_object));
    declare_pair(cls, "__ror__", one_argument(cls, "__ror__", operand, self), one_argument(cls, "__ror__", dict, dict_object));
    declare_pair(cls, "__ior__", one_argument(cls, "__ior__", is_generic ? self : partial, self), has_read_only || is_generic ? NULL : one_argument(cls, "__ior__", self, self));
}

static ClassInfo *typing_class(Checker *checker, const char *name) {
    if (!checker->typing) known_class(checker, KNOWN_Mapping);
    Binding *binding = checker->typing ? module_lookup(checker->typing, checker_atom(checker, name)) : NULL;
    Declaration *declaration = binding ? binding_main_declaration(binding) : NULL;
    if (!declaration || declaration->kind != DECLARE_CLASS) return NULL;
    ClassInfo *cls = class_of_node(declaration->unit, (const AstClassDef *)declaration->node);
    class_header(cls);
    return cls;
}

// With no unlisted keys (closed, or extra_items) the values are known: items() and values() say so.
static void declare_views(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict;
    if (!info->extra_items) return;
    const Type *whole = info->extra_items;
    for (uint32_t i = 0; i < info->items.count; i++) whole = type_union2(checker, whole, info->items.items[i].type);
    ClassInfo *items = typing_class(checker, "ItemsView"), *values = typing_class(checker, "ValuesView");
    const Type *pair[] = {known_instance(checker, KNOWN_str), whole};
    CallableBuilder builder;
    if (items && items->type_param_count == 2) {
        method_start(cls, &builder, "items", METHOD_INSTANCE, type_instance(checker, items, pair, 2));
        method_declare(cls, "items", &builder);
    }
    if (values && values->type_param_count == 1) {
        method_start(cls, &builder, "values", METHOD_INSTANCE, type_instance(checker, values, &whole, 1));
        method_declare(cls, "values", &builder);
    }
}

void typed_dict_complete(ClassInfo *cls) {
    Checker *checker = cls->checker;
    if (cls->unit && cls->unit->is_stub && strcmp(cls->name->text, "_TypedDict") == 0) return;
    cls->typed_dict = arena_new(checker->arena, TypedDictInfo);
    cls->typed_dict->is_total = true;
    inherit(cls);
    if (cls->node) {
        read_options(cls, &cls->node->keywords);
        read_body(cls);
    } else if (cls->made_by && cls->made_by->kind == AST_Call) {
        const AstCall *call = (const AstCall *)cls->made_by;
        read_options(cls, &call->keywords);
        read_call(cls, call);
    }
    declare_get(cls);
    declare_reading(cls);
    declare_changing(cls);
    declare_merging(cls);
    declare_views(cls);
}
