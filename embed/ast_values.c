#include "embed/ast_values.h"
#include "runtime/attributes.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef struct Conversion {
    VM *vm;
    Dict *classes;
    const Source *source;
} Conversion;

static Value convert(Conversion *c, const Ast *node);

static bool put(Conversion *c, Instance *object, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(c->vm, name, strlen(name));
    return key && instance_set(c->vm, &object->head, key, value);
}

static Instance *new_of(Conversion *c, const char *class_name) {
    Str *key = str_intern(c->vm, class_name, strlen(class_name));
    if (!key) return NULL;
    Value class = dict_get_str(c->vm, c->classes, key);
    if (class == VALUE_UNBOUND || !is_type(class) || as_type(class)->layout != LAYOUT_OBJECT) {
        raise_error(c->vm, c->vm->types.SystemError, "ast.%s is not there", class_name);
        return NULL;
    }
    return instance_new(c->vm, as_type(class));
}
// The one instance of a class without fields: Load(), Add()... The module keeps them by name.
static Value single(Conversion *c, const char *class_name) {
    Str *key = str_intern(c->vm, "_singles", strlen("_singles")), *name = str_intern(c->vm, class_name, strlen(class_name));
    if (!key || !name) return VALUE_ERROR;
    Value singles = dict_get_str(c->vm, c->classes, key);
    Value found = is_dict(singles) ? dict_get_str(c->vm, as_dict(singles), name) : VALUE_UNBOUND;
    if (found != VALUE_UNBOUND) return found;
    return raise_error(c->vm, c->vm->types.SystemError, "ast.%s is not there", class_name);
}

// ---- what is no node ---------------------------------------------------------------------------------------------

static Value atom_value(Conversion *c, const Atom *atom) {
    Str *text = atom ? str_intern(c->vm, atom->text, atom->size) : NULL;
    return !atom ? VALUE_NONE : text ? from_object(text) : VALUE_ERROR;
}
static Value atoms_value(Conversion *c, const AstAtoms *atoms) {
    Value list = list_new(c->vm, NULL, atoms->count);
    for (uint32_t i = 0; list != VALUE_ERROR && i < atoms->count; i++) {
        Value name = atom_value(c, atoms->items[i]);
        if (name == VALUE_ERROR || !list_append(c->vm, as_list(list), name)) return VALUE_ERROR;
    }
    return list;
}
static Value nodes_value(Conversion *c, const AstNodes *nodes) {
    Value list = list_new(c->vm, NULL, nodes->count);
    for (uint32_t i = 0; list != VALUE_ERROR && i < nodes->count; i++) {
        Value item = nodes->items[i] ? convert(c, nodes->items[i]) : VALUE_NONE;
        if (item == VALUE_ERROR || !list_append(c->vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
static Value constant_value(VM *vm, const AstConstantValue *v) {
    switch (v->kind) {
    case AST_CONST_NONE: return VALUE_NONE;
    case AST_CONST_TRUE: return VALUE_TRUE;
    case AST_CONST_FALSE: return VALUE_FALSE;
    case AST_CONST_ELLIPSIS: return VALUE_ELLIPSIS;
    case AST_CONST_INT: return int_from_int64(vm, v->integer);
    case AST_CONST_BIG_INT: return int_from_text(vm, v->text, v->size, 0);
    case AST_CONST_FLOAT: return float_from_double(vm, v->number);
    case AST_CONST_IMAGINARY: return complex_new(vm, 0, v->number);
    case AST_CONST_STR: return str_new(vm, v->text, v->size);
    case AST_CONST_BYTES: return bytes_new(vm, v->text, v->size);
    }
    return VALUE_NONE;
}

static const char *const contexts[] = {"Load", "Store", "Del"};
static const char *const bool_operators[] = {"And", "Or"};
static const char *const operators[] = {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"};
static const char *const unary_operators[] = {"Invert", "Not", "UAdd", "USub"};
static const char *const compare_operators[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

static Value comparisons(Conversion *c, const AstCompare *node) {
    Value list = list_new(c->vm, NULL, node->comparators.count);
    for (uint32_t i = 0; list != VALUE_ERROR && i < node->comparators.count; i++) {
        Value op = single(c, compare_operators[node->ops[i]]);
        if (op == VALUE_ERROR || !list_append(c->vm, as_list(list), op)) return VALUE_ERROR;
    }
    return list;
}

// A field that the table calls "anything else". VALUE_UNBOUND: CPython's trees have no such field.
static Value other_field(Conversion *c, const Ast *node, const char *field) {
    switch (node->kind) {
    case AST_AugAssign: return single(c, operators[((const AstAugAssign *)node)->op]);
    case AST_AnnAssign: return from_small_int(((const AstAnnAssign *)node)->simple);
    case AST_ImportFrom: return from_small_int(((const AstImportFrom *)node)->level);
    case AST_BoolOp: return single(c, bool_operators[((const AstBoolOp *)node)->op]);
    case AST_BinOp: return single(c, operators[((const AstBinOp *)node)->op]);
    case AST_UnaryOp: return single(c, unary_operators[((const AstUnaryOp *)node)->op]);
    case AST_Compare: return comparisons(c, (const AstCompare *)node);
    case AST_FormattedValue: return from_small_int(((const AstFormattedValue *)node)->conversion);
    case AST_Constant: return constant_value(c->vm, &((const AstConstant *)node)->value);
    case AST_MatchSingleton: return constant_value(c->vm, &((const AstMatchSingleton *)node)->value);
    case AST_Attribute: return strcmp(field, "ctx") == 0 ? single(c, contexts[((const AstAttribute *)node)->ctx]) : VALUE_UNBOUND;
    case AST_Subscript: return single(c, contexts[((const AstSubscript *)node)->ctx]);
    case AST_Starred: return single(c, contexts[((const AstStarred *)node)->ctx]);
    case AST_Name: return single(c, contexts[((const AstName *)node)->ctx]);
    case AST_List: return single(c, contexts[((const AstList *)node)->ctx]);
    case AST_Tuple: return single(c, contexts[((const AstTuple *)node)->ctx]);
    case AST_comprehension: return from_small_int(((const Astcomprehension *)node)->is_async);
    default: return VALUE_UNBOUND;
    }
}
static bool put_other(Conversion *c, Instance *object, const Ast *node, const char *field) {
    Value value = other_field(c, node, field);
    return value == VALUE_UNBOUND || put(c, object, field, value);
}

// ---- nodes -------------------------------------------------------------------------------------------------------

// Fields that the parser has no use for.
static bool put_unused(Conversion *c, Instance *object, const Ast *node) {
    switch (node->kind) {
    case AST_Module: return put(c, object, "type_ignores", list_new(c->vm, NULL, 0));
    case AST_Constant: {
        bool is_u = ((const AstConstant *)node)->value.kind == AST_CONST_STR && ((const AstConstant *)node)->value.is_u_string;
        return put(c, object, "kind", is_u ? str_from_cstring(c->vm, "u") : VALUE_NONE);
    }
    case AST_FunctionDef: case AST_AsyncFunctionDef: case AST_Assign: case AST_For: case AST_AsyncFor: case AST_With: case AST_AsyncWith: case AST_arg:
        return put(c, object, "type_comment", VALUE_NONE);
    default:
        return true;
    }
}

static bool has_place(const Ast *node) {
    switch (node->kind) {
    case AST_Module: case AST_Expression: case AST_Interactive: case AST_comprehension: case AST_arguments: case AST_withitem: case AST_match_case:
        return false;
    default:
        return true;
    }
}
static bool put_place(Conversion *c, Instance *object, const Ast *node) {
    if (!has_place(node)) return true;
    Position start = source_position(c->source, node->span.start), end = source_position(c->source, node->span.end);
    return put(c, object, "lineno", from_small_int(start.line)) && put(c, object, "col_offset", from_small_int(start.byte_column)) &&
           put(c, object, "end_lineno", from_small_int(end.line)) && put(c, object, "end_col_offset", from_small_int(end.byte_column));
}

static bool put_optional(Conversion *c, Instance *object, const char *name, const Ast *node) {
    if (strcmp(name, "default_value") == 0) return true; // of type parameters: newer than 3.12
    return put(c, object, name, node ? convert(c, node) : VALUE_NONE);
}

static bool put_fields(Conversion *c, Instance *object, const Ast *node) {
    switch (node->kind) {
#define AST_NODE(name, group) case AST_##name: { const Ast##name *n = (const Ast##name *)node; (void)n;
#define AST_END(name) return true; }
#define AST_CHILD(f) if (!put(c, object, #f, convert(c, n->f))) return false;
#define AST_OPTIONAL(f) if (!put_optional(c, object, #f, n->f)) return false;
#define AST_LIST(f) if (!put(c, object, #f, nodes_value(c, &n->f))) return false;
#define AST_ATOM(f) if (!put(c, object, #f, atom_value(c, n->f))) return false;
#define AST_OPTIONAL_ATOM(f) if (!put(c, object, #f, atom_value(c, n->f))) return false;
#define AST_ATOM_LIST(f) if (!put(c, object, #f, atoms_value(c, &n->f))) return false;
#define AST_FIELD(type, f) if (!put_other(c, object, node, #f)) return false;
#include "parser/ast.def"
#undef AST_NODE
#undef AST_END
#undef AST_CHILD
#undef AST_OPTIONAL
#undef AST_LIST
#undef AST_ATOM
#undef AST_OPTIONAL_ATOM
#undef AST_ATOM_LIST
#undef AST_FIELD
    default:
        return true;
    }
}

static Value convert(Conversion *c, const Ast *node) {
    if (c_stack_exhausted(c->vm)) return VALUE_ERROR;
    Instance *object = new_of(c, ast_kind_name(node->kind));
    if (!object || !put_fields(c, object, node) || !put_unused(c, object, node) || !put_place(c, object, node)) return VALUE_ERROR;
    return from_object(object);
}

Value ast_to_value(VM *vm, Dict *classes, const Source *source, const Ast *root) { return convert(&(Conversion){vm, classes, source}, root); }
