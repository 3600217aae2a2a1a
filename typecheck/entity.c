// What names in type expressions stand for.
#include "typecheck/checker.h"
#include <string.h>

static const struct {
    const char *name;
    SpecialForm form;
} form_names[] = {
#define SPECIAL_FORM(name) {#name, FORM_##name},
#include "typecheck/special_forms.def"
#undef SPECIAL_FORM
};

bool declaration_special_form(const Declaration *declaration, SpecialForm *form) {
    if (!declaration->unit || !declaration->unit->is_stub || !declaration->binding) return false;
    if (declaration->kind != DECLARE_VARIABLE && declaration->kind != DECLARE_CLASS && declaration->kind != DECLARE_FUNCTION) return false;
    if (!declaration->scope || declaration->scope->kind != SCOPE_MODULE) return false;
    const char *module = declaration->unit->module->name->text;
    if (strcmp(module, "typing") != 0 && strcmp(module, "typing_extensions") != 0) return false;
    const char *name = declaration->binding->name->text;
    for (uint32_t i = 0; i < FORM_COUNT; i++)
        if (*form_names[i].name == *name && strcmp(form_names[i].name, name) == 0) {
            *form = form_names[i].form;
            return true;
        }
    return false;
}

bool entity_is(const Entity *entity, const char *module, const char *name) {
    const Declaration *declaration = entity->declaration;
    if (!declaration || !declaration->unit || !declaration->binding || strcmp(declaration->binding->name->text, name) != 0) return false;
    return !module || strcmp(declaration->unit->module->name->text, module) == 0 || (strcmp(module, "typing") == 0 && strcmp(declaration->unit->module->name->text, "typing_extensions") == 0);
}

bool entity_is_transform(const Entity *entity) { return entity_is(entity, "typing", "dataclass_transform") || entity_is(entity, NULL, "__dataclass_transform__"); }

static const Ast *whole_value(const Declaration *declaration) {
    if (!declaration->value || !declaration->statement) return NULL;
    if (declaration->statement->kind == AST_Assign) {
        const AstAssign *assign = (const AstAssign *)declaration->statement;
        return assign->targets.count >= 1 && declaration->node->kind == AST_Name ? assign->value : NULL;
    }
    return declaration->statement->kind == AST_AnnAssign ? ((const AstAnnAssign *)declaration->statement)->value : NULL;
}

static Entity entity_of_binding(Binding *binding);

Entity entity_of_declaration(Declaration *declaration) {
    Entity entity = {.kind = ENTITY_VALUE, .declaration = declaration};
    Module *module = NULL;
    for (int hop = 0; declaration->kind == DECLARE_IMPORT; hop++) {
        Binding *binding = hop < 32 ? declaration_resolve_import(declaration, &module) : NULL;
        if (!binding) {
            entity.kind = module ? ENTITY_MODULE : ENTITY_UNKNOWN;
            entity.module = module;
            return entity;
        }
        Declaration *next = binding_main_declaration(binding);
        if (!next || next == declaration) {
            entity.kind = ENTITY_UNKNOWN;
            return entity;
        }
        declaration = entity.declaration = next;
    }
    if (declaration_special_form(declaration, &entity.form)) {
        entity.kind = ENTITY_FORM;
        return entity;
    }
    switch ((DeclarationKind)declaration->kind) {
    case DECLARE_CLASS:
        entity.kind = ENTITY_CLASS;
        entity.cls = class_of_node(declaration->unit, (const AstClassDef *)declaration->node);
        return entity;
    case DECLARE_FUNCTION: entity.kind = ENTITY_FUNCTION; return entity;
    case DECLARE_TYPE_PARAMETER:
        entity.kind = ENTITY_VARIABLE;
        entity.variable = type_variable_of_declaration(declaration);
        return entity;
    case DECLARE_TYPE_ALIAS:
        entity.alias = alias_of_declaration(declaration);
        entity.kind = entity.alias ? ENTITY_ALIAS : ENTITY_UNKNOWN; // too deep to tell
        return entity;
    case DECLARE_SYNTHESISED:
        if (declaration->type && declaration->type->kind == TYPE_MODULE) entity.kind = ENTITY_MODULE, entity.module = AS_MODULE(declaration->type)->module;
        return entity;
    default: break;
    }
    const Ast *value = whole_value(declaration);
    if (value && value->kind == AST_Name && ((const AstName *)value)->id == declaration->binding->name && declaration->scope && declaration->scope->kind == SCOPE_MODULE && declaration->binding->declarations.count == 1) { // `str = str`
        Checker *checker = declaration->unit->checker;
        Binding *builtin = checker->builtins ? module_lookup(checker->builtins, declaration->binding->name) : NULL;
        if (builtin && builtin != declaration->binding && !builtin->is_private_export) return entity_of_binding(builtin);
    }
    if (value && value->kind == AST_Call) {
        entity.variable = type_variable_of_declaration(declaration);
        if (entity.variable) {
            entity.kind = ENTITY_VARIABLE;
            return entity;
        }
        entity.cls = class_of_call(declaration->unit, (const AstCall *)value);
        if (entity.cls) {
            entity.kind = ENTITY_CLASS;
            return entity;
        }
    }
    entity.alias = alias_of_declaration(declaration);
    if (entity.alias) entity.kind = ENTITY_ALIAS;
    return entity;
}

static Entity entity_of_binding(Binding *binding) {
    Declaration *declaration = binding ? binding_main_declaration(binding) : NULL;
    if (!declaration) return (Entity){.kind = binding ? ENTITY_UNKNOWN : ENTITY_NOT_FOUND};
    return entity_of_declaration(declaration);
}

Entity entity_of(Unit *unit, Scope *scope, const Ast *node) {
    if (node->kind == AST_Name) {
        ResolvedName found = resolve_name(unit, scope, ((const AstName *)node)->id);
        return entity_of_binding(found.binding);
    }
    if (node->kind != AST_Attribute) return (Entity){.kind = ENTITY_UNKNOWN};
    const AstAttribute *attribute = (const AstAttribute *)node;
    Entity base = entity_of(unit, scope, attribute->value);
    switch (base.kind) {
    case ENTITY_MODULE: return entity_of_binding(module_export(base.module, attribute->attr));
    case ENTITY_CLASS: {
        class_header(base.cls);
        for (uint32_t i = 0; i < base.cls->mro_count; i++) {
            ClassInfo *cls = type_class(unit->checker, base.cls->mro[i]);
            Binding *member = cls ? class_own_member(cls, attribute->attr, false) : NULL;
            if (member) return entity_of_binding(member);
        }
        return (Entity){.kind = base.cls->has_unknown_base ? ENTITY_UNKNOWN : ENTITY_NOT_FOUND};
    }
    case ENTITY_ALIAS: {
        const Type *type = alias_type(base.alias);
        if (type && type->kind == TYPE_INSTANCE) {
            Binding *member = class_own_member(AS_INSTANCE(type)->cls, attribute->attr, false);
            return entity_of_binding(member);
        }
        return (Entity){.kind = ENTITY_UNKNOWN};
    }
    case ENTITY_VALUE: case ENTITY_FUNCTION: case ENTITY_VARIABLE: case ENTITY_FORM: return (Entity){.kind = ENTITY_VALUE};
    default: return base;
    }
}
