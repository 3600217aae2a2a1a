// A class statement's header, aloud: its expressions, and what is wrong with bases and type parameters as such.
#include "typecheck/infer.h"
#include <string.h>


static AstNodes items_of(Checker *checker, const Ast *base) {
    const Ast *slice = ((const AstSubscript *)base)->slice;
    if (slice->kind == AST_Tuple) return ((const AstTuple *)slice)->elts;
    Ast **items = arena_array(checker->arena, Ast *, 1);
    items[0] = (Ast *)slice;
    return (AstNodes){items, 1};
}

static TypeVarInfo *variable_of(Unit *unit, const Ast *item) {
    if (item->kind == AST_Starred) item = ((const AstStarred *)item)->value;
    else if (item->kind == AST_Subscript) {
        Entity form = class_base_entity(unit, item);
        if (form.kind == ENTITY_FORM && form.form == FORM_Unpack) item = ((const AstSubscript *)item)->slice;
    }
    if (item->kind != AST_Name && item->kind != AST_Attribute) return NULL;
    Entity entity = entity_of(unit, node_scope(unit, item), item);
    return entity.kind == ENTITY_VARIABLE ? entity.variable : NULL;
}

static bool has_two_lists(Unit *unit, const AstClassDef *node) {
    uint32_t lists = 0;
    for (uint32_t i = 0; i < node->bases.count; i++) {
        if (node->bases.items[i]->kind != AST_Subscript) continue;
        Entity entity = class_base_entity(unit, node->bases.items[i]);
        lists += entity.kind == ENTITY_FORM && (entity.form == FORM_Generic || entity.form == FORM_Protocol);
    }
    return lists > 1;
}

// Generic[T, S], Protocol[T]: distinct type variables, all that the other bases mention.
static void check_list(ClassInfo *cls, const Ast *base, bool is_protocol) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    const char *what = is_protocol ? "Protocol" : "Generic";
    if (cls->node->type_params.count) {
        check_report(unit, base, MISC, diag_text(check_text(checker, "%s[...] base class is redundant: the class has a type parameter list", what)));
        return;
    }
    AstNodes items = items_of(checker, base);
    VEC(TypeVarInfo *) seen = {0};
    for (uint32_t i = 0; i < items.count; i++) {
        TypeVarInfo *info = variable_of(unit, items.items[i]);
        if (!info) {
            check_report(unit, items.items[i], MISC, diag_text(check_text(checker, "Free type variable expected in %s[...]", what)));
            continue;
        }
        if (info->kind == TYPE_VAR_TUPLE && (items.items[i]->kind == AST_Name || items.items[i]->kind == AST_Attribute))
            check_report(unit, items.items[i], NOT_VALID_TYPE, diag_text(check_text(checker, "TypeVarTuple \"%s\" is only valid with an unpack", info->name->text)));
        for (uint32_t k = 0; k < seen.count; k++)
            if (seen.items[k] == info) check_report(unit, items.items[i], MISC, diag_text(check_text(checker, "Duplicate type variables in %s[...]: \"%s\"", what, info->name->text)));
        vec_push(checker->arena, &seen, info);
    }
    if (has_two_lists(unit, cls->node)) return;
    TypeScope *scope = type_scope_of(unit, &cls->node->head);
    for (uint32_t i = 0; i < scope->infos.count; i++) {
        bool listed = scope->infos.items[i]->is_syntax;
        for (uint32_t k = 0; k < seen.count; k++) listed |= seen.items[k] == scope->infos.items[i];
        if (listed) continue;
        check_report(unit, base, MISC, diag_text(check_text(checker, "If %s[...] is present it should list all type variables: \"%s\" is missing", what, scope->infos.items[i]->name->text)));
        return;
    }
}

static bool is_class_like(Checker *checker, const Type *type) {
    type = type_expand(checker, type);
    return type_is_any(type) || type->kind == TYPE_INSTANCE || type->kind == TYPE_TUPLE || type->kind == TYPE_CLASS_OBJECT || type->kind == TYPE_NONE;
}

static void check_value_base(ClassInfo *cls, const Ast *base) {
    Unit *unit = cls->unit;
    const Type *value = infer(unit, base);
    if (value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->instance->kind == TYPE_NONE) { // type(None)
        check_report(unit, base, MISC, diag_text("Cannot inherit from final class \"NoneType\""));
        return;
    }
    if (type_is_any(value) || (value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->instance->kind != TYPE_VARIABLE)) return;
    if (value->kind == TYPE_UNION) { // try: A except ImportError: A = object
        bool all = true;
        TYPE_EACH(item, value) all &= item->kind == TYPE_CLASS_OBJECT || type_is_any(item);
        if (all) return;
    }
    if (value->kind == TYPE_INSTANCE && (AS_INSTANCE(value)->cls->has_unknown_base || class_derives(AS_INSTANCE(value)->cls, known_class(cls->checker, KNOWN_type)) || class_lookup(cls->checker, value, checker_atom(cls->checker, "__mro_entries__"), 0).binding)) return;
    check_report(unit, base, NOT_VALID_TYPE, diag_text(check_text(cls->checker, "\"%s\" is not valid as a base class", type_show(cls->checker, value, false))));
}

static void check_base(ClassInfo *cls, const Ast *base, Entity *seen, uint32_t index) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    Entity entity = class_base_entity(unit, base);
    seen[index] = entity;
    switch (entity.kind) {
    case ENTITY_FORM: {
        bool is_list = entity.form == FORM_Generic || entity.form == FORM_Protocol;
        if (is_list && base->kind == AST_Subscript) check_list(cls, base, entity.form == FORM_Protocol);
        else if (entity.form == FORM_Generic) check_report(unit, base, MISC, diag_text("\"Generic\" requires at least one type argument"));
        if (is_list || entity.form == FORM_TypedDict || entity.form == FORM_Any) return;
        if (entity.form != FORM_Tuple && entity.form != FORM_Type && entity.form != FORM_Annotated) {
            check_report(unit, base, NOT_VALID_TYPE, diag_text("Invalid base class"));
            return;
        }
        break;
    }
    case ENTITY_CLASS:
        if (entity.cls == cls || entity.cls->state == CLASS_HEADER_RUNNING) {
            check_report(unit, base, MISC, diag_text(check_text(checker, "Cannot resolve name \"%s\" (possible cyclic definition)", cls->name->text)));
            return;
        }
        for (uint32_t i = 0; i < index; i++)
            if (seen[i].kind == ENTITY_CLASS && seen[i].cls == entity.cls) {
                check_report(unit, base, MISC, diag_text(check_text(checker, "Duplicate base class \"%s\"", entity.cls->name->text)));
                return;
            }
        break;
    case ENTITY_ALIAS:
        if (entity.alias->is_syntax) {
            check_report(unit, base, NOT_VALID_TYPE, diag_text(check_text(checker, "Type alias \"%s\" defined by a \"type\" statement is not valid as a base class", entity.alias->name->text)));
            return;
        }
        break;
    case ENTITY_VARIABLE:
        check_report(unit, base, NOT_VALID_TYPE, diag_text("A type variable is not valid as a base class"));
        return;
    case ENTITY_NOT_FOUND: case ENTITY_MODULE: case ENTITY_FUNCTION: case ENTITY_VALUE: case ENTITY_UNKNOWN:
        if (entity.kind == ENTITY_UNKNOWN && base->kind == AST_Subscript) return;
        if (entity.kind == ENTITY_FUNCTION && entity_is(&entity, "typing", "NamedTuple")) return;
        check_value_base(cls, base);
        return;
    }
    infer(unit, class_base_head(base)); // undefined at this place, deprecated ...
    const Type *type = type_of_annotation(unit, base, TYPE_EXPRESSION_IS_BASE);
    if (type && !is_class_like(checker, type)) check_report(unit, base, NOT_VALID_TYPE, diag_text(check_text(checker, "\"%s\" is not valid as a base class", type_show(checker, type, false))));
}

// Variables of the bases that a class or function around already binds.
static void check_outer_variables(ClassInfo *cls) {
    Unit *unit = cls->unit;
    const AstClassDef *node = cls->node;
    if (node->type_params.count) return; // old and new style do not mix: the variable is reported as unbound
    TypeScope *scope = type_scope_of(unit, &node->head);
    const Ast *outer = node_enclosing_class(unit, &node->head, true);
    for (uint32_t i = 0; i < scope->infos.count; i++) {
        const TypeVarInfo *info = scope->infos.items[i];
        if (info->is_syntax) continue;
        bool bound = type_variable_scope(unit, node->bases.items[0], info) != scope->scope || (outer && type_variable_scope(unit, &node->head, info) != TYPE_SCOPE_FREE);
        if (bound) {
            check_report_span(unit, node->name_span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(cls->checker, "Type variable \"%s\" is bound by an outer class or function", info->name->text))});
            return;
        }
    }
}

static void check_metaclass(ClassInfo *cls, const Ast *value) {
    Unit *unit = cls->unit;
    if (value->kind == AST_Subscript) {
        const Type *type = infer(unit, value);
        if (type->flags & TYPE_HAS_VARIABLE) check_report(unit, value, MISC, diag_text("Metaclass cannot be parameterized by type variables"));
        return;
    }
    const Type *type = infer(unit, value);
    if (type_is_any(type) || type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED || type->kind == TYPE_UNION) return;
    if (type->kind != TYPE_CLASS_OBJECT) check_report(unit, value, MISC, diag_text("Invalid metaclass"));
}

void class_header_check(ClassInfo *cls) {
    if (!cls->node) return;
    Unit *unit = cls->unit;
    const AstClassDef *node = cls->node;
    class_header(cls);
    for (uint32_t i = 0; i < node->decorator_list.count; i++) infer(unit, node->decorator_list.items[i]);
    type_parameters_check(unit, &node->type_params);
    Entity *seen = arena_array(cls->checker->arena, Entity, node->bases.count + 1);
    uint32_t lists = 0;
    for (uint32_t i = 0; i < node->bases.count; i++) {
        const Ast *base = node->bases.items[i];
        if (base->kind == AST_Starred) infer(unit, ((const AstStarred *)base)->value);
        else check_base(cls, base, seen, i);
        if (seen[i].kind == ENTITY_FORM && (seen[i].form == FORM_Generic || (seen[i].form == FORM_Protocol && base->kind == AST_Subscript))) lists++;
        for (uint32_t k = 0; k < i && seen[i].kind == ENTITY_FORM && seen[i].form == FORM_Protocol && lists < 2; k++)
            if (seen[k].kind == ENTITY_FORM && seen[k].form == FORM_Protocol) check_report(unit, base, MISC, diag_text("Duplicate base class \"Protocol\""));
        if (lists == 2) {
            check_report(unit, base, MISC, diag_text("Only single Generic[...] or Protocol[...] can be in bases"));
            lists++;
        }
    }
    for (uint32_t i = 0; i < node->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, "metaclass") == 0) check_metaclass(cls, keyword->value);
        else if (!(cls->is_typed_dict && keyword->arg && strcmp(keyword->arg->text, "extra_items") == 0)) infer(unit, keyword->value);
    }
    if (node->bases.count) check_outer_variables(cls);
    if (!node->type_params.count && cls->type_param_count) {
        const Ast *at = &node->head;
        for (uint32_t i = 0; i < node->bases.count; i++)
            if (node->bases.items[i]->kind == AST_Subscript) at = node->bases.items[i];
        type_parameter_order_check(unit, at, cls->type_params, cls->type_param_count);
    }
    if (cls->mro_failed)
        check_report_span(unit, node->name_span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(cls->checker, "Cannot determine consistent method resolution order (MRO) for \"%s\"", cls->name->text))});
}
