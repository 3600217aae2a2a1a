// Named tuples (specification, "Named Tuples"): class P(NamedTuple), NamedTuple("P", [...]), namedtuple("P", "x y").
#include "typecheck/special_class.h"
#include <string.h>

static ClassInfo *mro_class(const ClassInfo *cls, uint32_t i) { return cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL; }

// ---- fields -----------------------------------------------------------------------------------------------------------------

static void add_field(ClassInfo *cls, const Atom *name, const Type *type, bool has_default, Declaration *declaration) {
    NamedTupleField field = {name, type, has_default, declaration};
    vec_push(cls->checker->arena, &cls->named_tuple->fields, field);
}

// The annotated names of the body are the fields, in their order.
static void read_body(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        Declaration *declaration = annotated_declaration(names.items[i]);
        if (!declaration || declaration->is_class_var) continue;
        const Type *type = declaration_declared_type(declaration);
        add_field(cls, names.items[i]->name, type ? type : cls->checker->types.unknown, has_class_value(names.items[i]), declaration);
    }
}

static const AstNodes *sequence_items(const Ast *node) { return node && (node->kind == AST_List || node->kind == AST_Tuple) ? &((const AstTuple *)node)->elts : NULL; }

static bool is_function_named(Unit *unit, const AstCall *call, const char *name) {
    const Atom *last = last_name(call->func);
    if (!last) return false;
    Entity entity = entity_of(unit, node_scope(unit, call->func), call->func);
    return entity_is(&entity, "collections", name);
}

// NamedTuple("P", [("x", int), ("y", str)]). False: the list is not to be seen.
static bool read_typed_list(ClassInfo *cls, const AstCall *call) {
    Checker *checker = cls->checker;
    const Ast *list = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "fields");
    if (!list) { // NamedTuple("P", x=int)
        for (uint32_t i = 0; i < call->keywords.count; i++) {
            const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
            if (!keyword->arg) return false;
            add_field(cls, keyword->arg, type_of_annotation(cls->unit, keyword->value, 0), false, NULL);
        }
        return true;
    }
    const AstNodes *items = sequence_items(list);
    if (!items) return false;
    for (uint32_t i = 0; i < items->count; i++) {
        const AstNodes *pair = sequence_items(items->items[i]);
        const Atom *name = pair && pair->count == 2 ? fixed_text(cls->unit, pair->items[0]) : NULL;
        if (!name) return false;
        const Type *type = type_of_annotation(cls->unit, pair->items[1], 0);
        add_field(cls, name, type ? type : checker->types.unknown, false, NULL);
    }
    return true;
}

static const char *const keywords_of_language[] = {"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
                                                   "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};

static bool is_valid_field(const char *text, size_t size) {
    if (!size || text[0] == '_' || (text[0] >= '0' && text[0] <= '9')) return false;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80)) return false;
    }
    for (size_t i = 0; i < sizeof keywords_of_language / sizeof *keywords_of_language; i++)
        if (strlen(keywords_of_language[i]) == size && strncmp(text, keywords_of_language[i], size) == 0) return false;
    return true;
}

bool named_tuple_has_field(const NamedTupleInfo *info, const Atom *name) {
    for (uint32_t i = 0; i < info->fields.count; i++)
        if (info->fields.items[i].name == name) return true;
    return false;
}

// A name of namedtuple(...); with rename=True one that can't stand becomes _0, _1 ... False: it can't stand.
static bool add_plain_field(ClassInfo *cls, const char *text, size_t size, bool rename) {
    Checker *checker = cls->checker;
    const Atom *name = atom_intern(checker->atoms, text, size);
    bool fits = is_valid_field(text, size) && !named_tuple_has_field(cls->named_tuple, name);
    if (!fits && rename) name = checker_atom(checker, check_text(checker, "_%u", cls->named_tuple->fields.count));
    if (!fits && !rename && (text[0] != '_' || named_tuple_has_field(cls->named_tuple, name))) return false;
    add_field(cls, name, checker->types.any, false, NULL);
    return true;
}

static bool read_plain_names(ClassInfo *cls, const Ast *names, bool rename) {
    const Atom *text = fixed_text(cls->unit, names);
    if (text) {
        for (const char *at = text->text + strspn(text->text, " ,\t\n\r"); *at;) {
            size_t size = strcspn(at, " ,\t\n\r");
            add_plain_field(cls, at, size, rename);
            at += size;
            at += strspn(at, " ,\t\n\r");
        }
        return true;
    }
    const AstNodes *items = sequence_items(names);
    if (!items) return false;
    for (uint32_t i = 0; i < items->count; i++) {
        const Atom *name = fixed_text(cls->unit, items->items[i]);
        if (!name) return false;
        add_plain_field(cls, name->text, name->size, rename);
    }
    return true;
}

// defaults=(1, None): of the last fields. A value whose length is not known gives all of them one.
static void read_defaults(ClassInfo *cls, const Ast *defaults) {
    NamedTupleInfo *info = cls->named_tuple;
    if (!defaults || (defaults->kind == AST_Constant && ((const AstConstant *)defaults)->value.kind == AST_CONST_NONE)) return;
    uint32_t count = info->fields.count;
    const AstNodes *items = sequence_items(defaults);
    if (items) {
        count = items->count;
        for (uint32_t i = 0; i < items->count; i++)
            if (items->items[i]->kind == AST_Starred) count = info->fields.count;
    } else {
        const Type *type = infer_silently(cls->unit, defaults, NULL);
        if (type->kind == TYPE_TUPLE && AS_TUPLE(type)->variadic < 0) count = AS_TUPLE(type)->count;
    }
    if (count > info->fields.count) count = info->fields.count;
    for (uint32_t i = 0; i < count; i++) info->fields.items[info->fields.count - 1 - i].has_default = true;
}

static bool read_call(ClassInfo *cls, const AstCall *call) {
    if (!is_function_named(cls->unit, call, "namedtuple")) return read_typed_list(cls, call);
    const Ast *names = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "field_names");
    bool rename = ast_constant_truth(keyword_argument(&call->keywords, "rename")) == 1;
    if (!names || !read_plain_names(cls, names, rename)) return false;
    read_defaults(cls, keyword_argument(&call->keywords, "defaults"));
    return true;
}

// ---- members ----------------------------------------------------------------------------------------------------------------------

static void declare_constructor(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const NamedTupleInfo *info = cls->named_tuple;
    CallableBuilder builder;
    method_start(cls, &builder, "__new__", METHOD_NEW, class_self_variable(cls));
    for (uint32_t i = 0; i < info->fields.count; i++)
        callable_add(checker, &builder, PARAMETER_POSITIONAL_OR_KEYWORD, info->fields.items[i].name, info->fields.items[i].type, info->fields.items[i].has_default);
    if (info->is_dynamic) {
        callable_add(checker, &builder, PARAMETER_VAR_POSITIONAL, checker_atom(checker, "args"), checker->types.any, false);
        callable_add(checker, &builder, PARAMETER_VAR_KEYWORD, checker_atom(checker, "kwargs"), checker->types.any, false);
    }
    if (!class_body_defines(cls, "__new__")) method_declare(cls, "__new__", &builder);
    // NamedTuple's own __init__ is that of the call NamedTuple("P", [...]).
    method_start(cls, &builder, "__init__", METHOD_INSTANCE, checker->types.none);
    callable_add(checker, &builder, PARAMETER_VAR_POSITIONAL, checker_atom(checker, "args"), checker->types.any, false);
    callable_add(checker, &builder, PARAMETER_VAR_KEYWORD, checker_atom(checker, "kwargs"), checker->types.any, false);
    if (!class_body_defines(cls, "__init__")) method_declare(cls, "__init__", &builder);
}

static void declare_members(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const NamedTupleInfo *info = cls->named_tuple;
    declare_constructor(cls);
    CallableBuilder builder;
    method_start(cls, &builder, "_replace", METHOD_INSTANCE, class_self_variable(cls));
    for (uint32_t i = 0; i < info->fields.count; i++) callable_add(checker, &builder, PARAMETER_KEYWORD_ONLY, info->fields.items[i].name, info->fields.items[i].type, true);
    if (info->is_dynamic) callable_add(checker, &builder, PARAMETER_VAR_KEYWORD, checker_atom(checker, "kwargs"), checker->types.any, false);
    method_declare(cls, "_replace", &builder);
    if (info->is_dynamic) return;
    const Atom **names = arena_array(checker->arena, const Atom *, info->fields.count + 1);
    for (uint32_t i = 0; i < info->fields.count; i++) names[i] = info->fields.items[i].name;
    const Type *texts = text_tuple(checker, names, info->fields.count);
    class_add_synthesised(cls, checker->atoms->known[ATOM___match_args__], texts);
    class_add_synthesised(cls, checker_atom(checker, "_fields"), type_strip_literal(checker, texts, true));
    if (cls->node) return;
    for (uint32_t i = 0; i < info->fields.count; i++) class_add_synthesised(cls, names[i], info->fields.items[i].type);
}

void named_tuple_complete(ClassInfo *cls) {
    Checker *checker = cls->checker;
    cls->named_tuple = arena_new(checker->arena, NamedTupleInfo);
    bool known = true;
    if (cls->node) read_body(cls);
    else if (cls->made_by && cls->made_by->kind == AST_Call) known = read_call(cls, (const AstCall *)cls->made_by);
    NamedTupleInfo *info = cls->named_tuple;
    if (!known) {
        info->is_dynamic = true;
        info->fields.count = 0;
        cls->has_unknown_base = true;
        declare_members(cls);
        return;
    }
    const Type **items = arena_array(checker->arena, const Type *, info->fields.count + 1);
    for (uint32_t i = 0; i < info->fields.count; i++) items[i] = info->fields.items[i].type;
    class_set_tuple_base(cls, type_tuple(checker, items, info->fields.count, -1));
    declare_members(cls);
}

// ---- checks -----------------------------------------------------------------------------------------------------------------------

static void check_fields(ClassInfo *cls) {
    bool default_seen = false;
    for (uint32_t i = 0; i < cls->named_tuple->fields.count; i++) {
        const NamedTupleField *field = &cls->named_tuple->fields.items[i];
        if (field->name->text[0] == '_' && field->declaration) report_text(cls->unit, field->declaration->node, "NamedTuple field name cannot start with an underscore: %s", field->name->text);
        if (field->declaration && field->declaration->is_final) report_text(cls->unit, field->declaration->annotation, "Final can't be used with a field of a NamedTuple");
        if (default_seen && !field->has_default && field->declaration) report_text(cls->unit, field->declaration->node, "Non-default NamedTuple fields cannot follow default fields");
        default_seen |= field->has_default;
    }
}

// ClassVar says that it is no field; at run time it becomes one all the same.
static void check_class_variables(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const Declaration *declaration = annotated_declaration(names.items[i]);
        if (declaration && declaration->is_class_var) report_text(cls->unit, declaration->annotation, "ClassVar can't be used with a field of a NamedTuple");
    }
}

// What the metaclass refuses to have overwritten.
static void check_reserved(ClassInfo *cls) {
    static const char *const names[] = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!class_body_defines(cls, names[i])) continue;
        Binding *binding = binding_of_symbol(cls->unit, scope_lookup(cls->scope, checker_atom(cls->checker, names[i])));
        report_text_at(cls->unit, definition_span(binding->declarations.items[0]->node), MISC, "Cannot overwrite NamedTuple attribute \"%s\"", names[i]);
    }
}

static void check_single_base(ClassInfo *cls) {
    if (cls->mro_failed) return; // reported
    for (uint32_t i = 0; i < cls->node->bases.count; i++) {
        const Ast *base = cls->node->bases.items[i], *head = base->kind == AST_Subscript ? ((const AstSubscript *)base)->value : base;
        Entity entity = entity_of(cls->unit, node_scope(cls->unit, base), head);
        bool is_generic = entity.kind == ENTITY_FORM && entity.form == FORM_Generic;
        if (is_generic || entity_is(&entity, "typing", "NamedTuple")) continue;
        report_text(cls->unit, base, "NamedTuple should be a single base");
        return;
    }
}

// `x: int` says what the x of namedtuple("P", "x y") is: it has no annotations of its own.
static bool is_only_annotated(const Binding *binding) {
    const Declaration *declaration = binding->declarations.items[0];
    return binding->declarations.count == 1 && declaration->kind == DECLARE_VARIABLE && declaration->annotation && !declaration->value;
}

// A class derived from a named tuple: its fields are elements of the tuple and can't become something else.
static void check_subclass(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 1; i < cls->mro_count; i++) {
        ClassInfo *base = mro_class(cls, i);
        if (!base || !base->is_named_tuple) continue;
        class_specials(base);
        if (!base->named_tuple || (!base->node && cls->checker->options.purpose == CHECK_FOR_RUN)) continue;
        for (uint32_t k = 0; k < names.count; k++)
            if (named_tuple_has_field(base->named_tuple, names.items[k]->name) && (base->node || !is_only_annotated(names.items[k])))
                report_text_at(cls->unit, definition_span(names.items[k]->declarations.items[0]->node), MISC, "Cannot override the field \"%s\" of named tuple \"%s\"", names.items[k]->name->text, base->name->text);
    }
}

void named_tuple_check(ClassInfo *cls) {
    class_specials(cls);
    if (cls->named_tuple && cls->node) {
        check_single_base(cls);
        check_fields(cls);
        check_class_variables(cls);
        check_reserved(cls);
    } else if (cls->tuple_base) {
        check_subclass(cls);
    }
}

// ---- calls ---------------------------------------------------------------------------------------------------------------------------

static void check_call_name(Unit *unit, const Ast *node, const char *text, size_t size, const NamedTupleInfo *seen, uint32_t index) {
    Checker *checker = unit->checker;
    const Atom *name = atom_intern(checker->atoms, text, size);
    if (size && text[0] == '_') {
        report_text(unit, node, "NamedTuple field name cannot start with an underscore: %s", name->text);
        return;
    }
    if (!is_valid_field(text, size)) {
        report_text(unit, node, "NamedTuple field name \"%s\" is not a valid identifier", name->text);
        return;
    }
    for (uint32_t i = 0; i < index && i < seen->fields.count; i++)
        if (seen->fields.items[i].name == name) {
            report_text(unit, node, "Duplicate NamedTuple field name \"%s\"", name->text);
            return;
        }
}

static void check_plain_names(Unit *unit, const Ast *names) {
    Checker *checker = unit->checker;
    NamedTupleInfo seen = {0};
    uint32_t index = 0;
    const Atom *text = fixed_text(unit, names);
    const AstNodes *items = sequence_items(names);
    for (const char *at = text ? text->text + strspn(text->text, " ,\t\n\r") : ""; *at; index++) {
        size_t size = strcspn(at, " ,\t\n\r");
        check_call_name(unit, names, at, size, &seen, index);
        NamedTupleField field = {.name = atom_intern(checker->atoms, at, size)};
        vec_push(checker->arena, &seen.fields, field);
        at += size;
        at += strspn(at, " ,\t\n\r");
    }
    for (uint32_t i = 0; items && i < items->count; i++) {
        const Atom *name = fixed_text(unit, items->items[i]);
        if (!name) return;
        check_call_name(unit, items->items[i], name->text, name->size, &seen, i);
        NamedTupleField field = {.name = name};
        vec_push(checker->arena, &seen.fields, field);
    }
}

static void check_typed_list(Unit *unit, const AstCall *call) {
    Checker *checker = unit->checker;
    const Ast *list = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "fields");
    if (!list) return;
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, "fields") != 0 && strcmp(keyword->arg->text, "typename") != 0) check_report(unit, keyword, UNEXPECTED_KEYWORD, diag_text(keyword->arg->text), diag_text("\"NamedTuple()\""));
    }
    const AstNodes *items = sequence_items(list);
    if (!items) {
        report_text(unit, list, "List or tuple literal expected as the second argument to \"NamedTuple()\"");
        return;
    }
    NamedTupleInfo seen = {0};
    for (uint32_t i = 0; i < items->count; i++) {
        const AstNodes *pair = sequence_items(items->items[i]);
        const Atom *name = pair && pair->count == 2 ? fixed_text(unit, pair->items[0]) : NULL;
        if (!name) {
            report_text(unit, items->items[i], "Invalid \"NamedTuple()\" field definition");
            continue;
        }
        check_call_name(unit, pair->items[0], name->text, name->size, &seen, i);
        NamedTupleField field = {.name = name};
        vec_push(checker->arena, &seen.fields, field);
        type_of_annotation(unit, pair->items[1], 0);
    }
}

void named_tuple_call_check(Unit *unit, const AstCall *call, ClassInfo *cls) {
    if (!is_function_named(unit, call, "namedtuple")) {
        check_typed_list(unit, call);
        return;
    }
    const Ast *names = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "field_names"), *defaults = keyword_argument(&call->keywords, "defaults");
    if (!names) {
        check_report(unit, call, TOO_FEW_ARGUMENTS, diag_text("\"namedtuple()\""));
        return;
    }
    infer(unit, names);
    static const char *const known[] = {"typename", "field_names", "rename", "defaults", "module"};
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        bool found = !keyword->arg;
        for (size_t k = 0; k < sizeof known / sizeof *known && !found; k++) found = strcmp(known[k], keyword->arg->text) == 0;
        if (!found) check_report(unit, keyword, UNEXPECTED_KEYWORD, diag_text(keyword->arg->text), diag_text("\"namedtuple()\""));
        infer(unit, keyword->value);
    }
    if (call->args.count > 2) check_report(unit, call->args.items[2], TOO_MANY_POSITIONAL, diag_text("\"namedtuple()\""));
    if (ast_constant_truth(keyword_argument(&call->keywords, "rename")) != 1) check_plain_names(unit, names);
    const AstNodes *items = sequence_items(defaults);
    if (items && cls->named_tuple && !cls->named_tuple->is_dynamic && items->count > cls->named_tuple->fields.count) report_text(unit, defaults, "Too many defaults given in call to \"namedtuple()\"");
}
