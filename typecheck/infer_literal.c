// Constants, f-strings, LiteralString.
#include "typecheck/infer_private.h"
#include <string.h>

const Type *literal_string_type(Checker *checker) {
    if (checker->literal_string) return checker->literal_string;
    ClassInfo *str = known_class(checker, KNOWN_str);
    if (!str) return checker->types.unknown;
    const Type *base = type_instance(checker, str, NULL, 0);
    ClassInfo *cls = class_synthesise(checker, checker_atom(checker, "LiteralString"), str->unit, NULL, &base, 1);
    cls->qualified = "typing.LiteralString";
    checker->literal_string = type_instance(checker, cls, NULL, 0);
    return checker->literal_string;
}

const Type *infer_constant(Unit *unit, const AstConstant *node) {
    Checker *checker = unit->checker;
    const AstConstantValue *value = &node->value;
    switch (value->kind) {
    case AST_CONST_NONE: return checker->types.none;
    case AST_CONST_TRUE: case AST_CONST_FALSE: return type_make_implicit(checker, type_literal_bool(checker, value->kind == AST_CONST_TRUE));
    case AST_CONST_ELLIPSIS: return known_instance(checker, KNOWN_ellipsis);
    case AST_CONST_INT: return type_make_implicit(checker, type_literal_int(checker, value->integer));
    case AST_CONST_BIG_INT: return type_make_implicit(checker, type_literal_text(checker, LITERAL_BIG_INT, value->text, value->size));
    case AST_CONST_FLOAT: return known_instance(checker, KNOWN_float);
    case AST_CONST_IMAGINARY: return known_instance(checker, KNOWN_complex);
    case AST_CONST_STR: case AST_CONST_BYTES: {
        bool is_str = value->kind == AST_CONST_STR;
        if (value->size > 10000) return known_instance(checker, is_str ? KNOWN_str : KNOWN_bytes);
        return type_make_implicit(checker, type_literal_text(checker, is_str ? LITERAL_STR : LITERAL_BYTES, value->text, value->size));
    }
    }
    return checker->types.unknown;
}

const Type *implicit_literal_string_type(Checker *checker) {
    if (checker->implicit_literal_string) return checker->implicit_literal_string;
    const Type *base = literal_string_type(checker);
    if (base->kind != TYPE_INSTANCE) return base;
    ClassInfo *cls = class_synthesise(checker, checker_atom(checker, "str"), AS_INSTANCE(base)->cls->unit, NULL, &base, 1);
    cls->qualified = "builtins.str";
    cls->is_final = cls->is_implicit_literal_string = true;
    checker->implicit_literal_string = type_instance(checker, cls, NULL, 0);
    ((Type *)checker->implicit_literal_string)->flags |= TYPE_HAS_IMPLICIT; // the class's MRO has made the type before it was marked
    return checker->implicit_literal_string;
}

static bool is_literal_string(Checker *checker, const Type *type) { return type_assignable(checker, literal_string_type(checker), type) && !type_is_any(type); }

const Type *infer_joined_string(Unit *unit, const AstJoinedStr *node) {
    Checker *checker = unit->checker;
    bool all_literal = true;
    for (uint32_t i = 0; i < node->values.count; i++) {
        const Ast *value = node->values.items[i];
        if (value->kind != AST_FormattedValue) continue;
        const Type *type = infer(unit, ((const AstFormattedValue *)value)->value);
        if (((const AstFormattedValue *)value)->format_spec) infer(unit, ((const AstFormattedValue *)value)->format_spec);
        if (all_literal && !is_literal_string(checker, type)) all_literal = false;
    }
    return all_literal ? implicit_literal_string_type(checker) : known_instance(checker, KNOWN_str);
}
