// What a TypedDict class or call may not do (specification, "Typed dictionaries"): its body, its keywords, its bases, and how it may change inherited items.
#include "typecheck/special_class.h"
#include <string.h>

static const TypedDictItem *find_item(const TypedDictInfo *info, const Atom *key) {
    uintptr_t at = (uintptr_t)map_get_pointer(&info->by_key, key);
    return at ? &info->items.items[at - 1] : NULL;
}

// ---- the body -----------------------------------------------------------------------------------------------------------------

static bool is_text_or_ellipsis(const Ast *node) {
    if (node->kind != AST_Constant) return false;
    AstConstantKind kind = ((const AstConstant *)node)->value.kind;
    return kind == AST_CONST_STR || kind == AST_CONST_ELLIPSIS;
}

static bool is_bare_qualifier(Unit *unit, const Ast *annotation) {
    if (annotation->kind != AST_Name && annotation->kind != AST_Attribute) return false;
    Entity entity = entity_of(unit, node_scope(unit, annotation), annotation);
    return entity.kind == ENTITY_FORM && (entity.form == FORM_Final || entity.form == FORM_ClassVar);
}

static void check_statements(Unit *unit, const AstNodes *body) {
    for (uint32_t i = 0; i < body->count; i++) {
        const Ast *statement = body->items[i];
        switch (statement->kind) {
        case AST_Pass: break;
        case AST_Expr:
            if (!is_text_or_ellipsis(((const AstExpr *)statement)->value)) report_text(unit, statement, "Invalid statement in TypedDict definition; expected \"field_name: field_type\"");
            break;
        case AST_AnnAssign: {
            const AstAnnAssign *field = (const AstAnnAssign *)statement;
            if (field->target->kind != AST_Name) report_text(unit, statement, "Invalid statement in TypedDict definition; expected \"field_name: field_type\"");
            else if (is_bare_qualifier(unit, field->annotation)) report_text(unit, field->annotation, "ClassVar and Final can't be used with an item of a TypedDict");
            else if (field->value) report_text(unit, field->value, "Right hand side values are not supported in TypedDict");
            break;
        }
        case AST_If: {
            const AstIf *test = (const AstIf *)statement;
            int known = static_condition(unit, test->test);
            if (known < 0 || test->test->kind == AST_Constant) report_text(unit, test->test, "Invalid statement in TypedDict definition; expected \"field_name: field_type\"");
            if (known != 0) check_statements(unit, &test->body);
            if (known != 1) check_statements(unit, &test->orelse);
            break;
        }
        default: report_text_at(unit, definition_span(statement), MISC, "Invalid statement in TypedDict definition; expected \"field_name: field_type\"");
        }
    }
}

// ---- keywords --------------------------------------------------------------------------------------------------------------------

static void check_extra_items(Unit *unit, const Ast *value) {
    AnnotationResult result = annotation_of(unit, value, TYPE_EXPRESSION_ALLOW_REQUIRED);
    if (result.is_required) report_text(unit, value, "\"extra_items\" cannot be \"Required[]\"");
    else if (result.is_not_required) report_text(unit, value, "\"extra_items\" cannot be \"NotRequired[]\"");
}

static void check_options(Unit *unit, const AstNodes *keywords, const char *what) {
    const Ast *closed = NULL, *extra = NULL;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        const char *name = keyword->arg ? keyword->arg->text : "";
        if (strcmp(name, "total") == 0 || strcmp(name, "closed") == 0) {
            if (ast_constant_truth(keyword->value) < 0) report_text(unit, keyword->value, "\"%s\" argument must be a True or False literal", name);
            if (name[0] == 'c') closed = keyword->value;
        } else if (strcmp(name, "extra_items") == 0) {
            extra = keyword->value;
            check_extra_items(unit, extra);
        } else if (strcmp(name, "metaclass") == 0) {
            report_text(unit, keyword, "TypedDict classes cannot specify a metaclass");
        } else if (strcmp(name, "fields") != 0 && strcmp(name, "typename") != 0) {
            check_report(unit, keyword, UNEXPECTED_KEYWORD, diag_text(keyword->arg ? keyword->arg->text : "**"), diag_text(what));
        }
    }
    if (closed && extra) report_text(unit, extra, "Cannot use both \"closed\" and \"extra_items\"");
}

// ---- bases -------------------------------------------------------------------------------------------------------------------------

static void check_bases(ClassInfo *cls) {
    Unit *unit = cls->unit;
    for (uint32_t i = 0; i < cls->node->bases.count; i++) {
        const Ast *base = cls->node->bases.items[i], *head = base->kind == AST_Subscript ? ((const AstSubscript *)base)->value : base;
        Entity entity = entity_of(unit, node_scope(unit, base), head);
        if (entity.kind == ENTITY_FORM && (entity.form == FORM_TypedDict || entity.form == FORM_Generic)) continue;
        if (entity.kind == ENTITY_CLASS) class_header(entity.cls);
        bool fits = entity.kind == ENTITY_CLASS && entity.cls->is_typed_dict;
        if (entity.kind == ENTITY_UNKNOWN || entity.kind == ENTITY_NOT_FOUND || entity.kind == ENTITY_ALIAS || entity.kind == ENTITY_VALUE) fits = true; // called, or judged elsewhere
        if (!fits) report_text(unit, base, "All bases of a new TypedDict must be TypedDict types");
    }
}

// Why `item` can't stand where a base has `inherited` (of type `type` here); NULL: it can.
static const char *conflict_of(Checker *checker, const TypedDictItem *inherited, const Type *type, const TypedDictItem *item) {
    if (inherited->is_read_only) {
        if (!type_assignable(checker, type, item->type)) return "its type is not assignable to the inherited one";
        if (inherited->is_required && !item->is_required) return "it was required";
        return NULL;
    }
    if (item->is_read_only) return "it was not read-only";
    if (inherited->is_required != item->is_required) return inherited->is_required ? "it was required" : "it was not required";
    return type_is_consistent(checker, type, item->type) ? NULL : "its type differs";
}

// What a base says about keys it does not list.
static const char *conflict_with_extras(Checker *checker, const TypedDictInfo *base, const Type *extra, const TypedDictItem *item) {
    if (base->is_closed && (!extra || extra->kind == TYPE_NEVER)) return "the base is closed";
    if (!extra) return NULL;
    if (base->extra_read_only) return type_assignable(checker, extra, item->type) ? NULL : "its type is not assignable to the extra items of the base";
    if (item->is_required) return "it must be NotRequired, as the extra items of the base are";
    if (item->is_read_only) return "it must not be read-only, as the extra items of the base are not";
    return type_is_consistent(checker, extra, item->type) ? NULL : "its type differs from that of the extra items of the base";
}

static void check_against_base(ClassInfo *cls, const Type *base_type, ClassInfo *base) {
    Checker *checker = cls->checker;
    const TypedDictInfo *info = cls->typed_dict, *inherited = base->typed_dict;
    for (uint32_t i = 0; i < inherited->items.count; i++) {
        const TypedDictItem *old = &inherited->items.items[i], *item = find_item(info, old->key);
        if (!item || (item->owner == old->owner && item->node == old->node)) continue;
        const char *why = conflict_of(checker, old, type_specialise(checker, old->type, base_type), item);
        if (!why) continue;
        if (item->owner == cls) report_text(cls->unit, item->node, "Overwriting TypedDict field \"%s\" while extending: %s", item->key->text, why);
        else report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "Overwriting TypedDict field \"%s\" while merging: %s", item->key->text, why);
    }
    const Type *extra = inherited->extra_items ? type_specialise(checker, inherited->extra_items, base_type) : NULL;
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        if (find_item(inherited, item->key)) continue;
        const char *why = conflict_with_extras(checker, inherited, extra, item);
        if (!why) continue;
        report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "Cannot add TypedDict field \"%s\": %s", item->key->text, why);
    }
}

static void check_openness(ClassInfo *cls, const Type *base_type, ClassInfo *base) {
    Checker *checker = cls->checker;
    const TypedDictInfo *inherited = base->typed_dict;
    const Ast *closed = keyword_argument(&cls->node->keywords, "closed"), *extra = keyword_argument(&cls->node->keywords, "extra_items");
    const Type *before = inherited->extra_items ? type_specialise(checker, inherited->extra_items, base_type) : NULL;
    if (ast_constant_truth(closed) == 0 && (inherited->is_closed || before)) report_text(cls->unit, closed, "Cannot set \"closed=False\" when the superclass is closed or has extra items");
    if (ast_constant_truth(closed) == 1 && before && before->kind != TYPE_NEVER && !inherited->extra_read_only) report_text(cls->unit, closed, "Cannot set \"closed=True\" when the superclass has extra items that are not read-only");
    if (!extra || !before) return;
    const Type *now = cls->typed_dict->extra_items;
    if (!inherited->extra_read_only && (cls->typed_dict->extra_read_only || !type_is_consistent(checker, before, now))) report_text(cls->unit, extra, "Cannot change the type of \"extra_items\" of the superclass");
    else if (inherited->extra_read_only && !type_assignable(checker, before, now)) report_text(cls->unit, extra, "The type of \"extra_items\" is not assignable to that of the superclass");
}



void typed_dict_check(ClassInfo *cls) {
    class_specials(cls);
    if (!cls->typed_dict || !cls->node) return;
    Unit *unit = cls->unit;
    check_options(unit, &cls->node->keywords, "\"__init_subclass__\" of \"TypedDict\"");
    check_bases(cls);
    check_statements(unit, &cls->node->body);
    for (uint32_t i = 0; i < cls->base_count; i++) {
        ClassInfo *base = cls->bases[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->bases[i])->cls : NULL;
        if (!base || !base->is_typed_dict) continue;
        class_specials(base);
        if (!base->typed_dict) continue;
        check_against_base(cls, cls->bases[i], base);
        check_openness(cls, cls->bases[i], base);
    }
}

// ---- TypedDict("T", {...}) -----------------------------------------------------------------------------------------------------------

void typed_dict_call_check(Unit *unit, const AstCall *call, ClassInfo *cls) {
    (void)cls;
    Checker *checker = unit->checker;
    const Ast *list = call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "fields");
    if (call->args.count > 2) check_report(unit, call->args.items[2], TOO_MANY_POSITIONAL, diag_text("\"TypedDict()\""));
    check_options(unit, &call->keywords, "\"TypedDict()\"");
    if (!list) {
        check_report(unit, call, TOO_FEW_ARGUMENTS, diag_text("\"TypedDict()\""));
        return;
    }
    if (list->kind != AST_Dict) {
        report_text(unit, list, "TypedDict() expects a dictionary literal as the second argument");
        return;
    }
    const AstDict *dict = (const AstDict *)list;
    NamedTupleInfo seen = {0};
    for (uint32_t i = 0; i < dict->keys.count; i++) {
        const Atom *key = ast_constant_text(checker, dict->keys.items[i]);
        if (!key) {
            report_text(unit, dict->keys.items[i] ? dict->keys.items[i] : dict->values.items[i], "Invalid TypedDict() field name");
            continue;
        }
        for (uint32_t k = 0; k < seen.fields.count; k++)
            if (seen.fields.items[k].name == key) report_text(unit, dict->keys.items[i], "Duplicate TypedDict key \"%s\"", key->text);
        NamedTupleField field = {.name = key};
        vec_push(checker->arena, &seen.fields, field);
        annotation_of(unit, dict->values.items[i], TYPE_EXPRESSION_ALLOW_REQUIRED);
    }
}
