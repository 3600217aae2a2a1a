// Everything that ast.def says about the nodes, as tables: names, fields, children.
#include "parser/ast_fields.h"
#include "parser/parser.h"

static const char *const names[] = {
#define AST_NODE(name, group) #name,
#define AST_END(name)
#define AST_CHILD(f)
#define AST_OPTIONAL(f)
#define AST_LIST(f)
#define AST_ATOM(f)
#define AST_OPTIONAL_ATOM(f)
#define AST_ATOM_LIST(f)
#define AST_FIELD(type, f)
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
};
const char *ast_kind_name(AstKind kind) { return names[kind]; }

const Atom *ast_type_param_name(const Ast *node) {
    return node->kind == AST_TypeVar ? ((const AstTypeVar *)node)->name : node->kind == AST_ParamSpec ? ((const AstParamSpec *)node)->name : ((const AstTypeVarTuple *)node)->name;
}
Ast *ast_type_param_default(const Ast *node) {
    return node->kind == AST_TypeVar     ? ((const AstTypeVar *)node)->default_value
           : node->kind == AST_ParamSpec ? ((const AstParamSpec *)node)->default_value
                                         : ((const AstTypeVarTuple *)node)->default_value;
}

// The tables give no node name to their fields, so each node's fields are listed by functions that know its type.
#define AST_NODE(name, group)                                                                                                    \
    static void list_##name(const Ast *ast, void (*visit)(void *, const AstFieldInfo *), void *context) {                          \
        const Ast##name *node = (const Ast##name *)ast;                                                                          \
        (void)node, (void)visit, (void)context;
#define AST_END(name) }
#define SHOW(f, field_kind) visit(context, &(AstFieldInfo){#f, field_kind, &node->f});
#define AST_CHILD(f) SHOW(f, AST_FIELD_CHILD)
#define AST_OPTIONAL(f) SHOW(f, AST_FIELD_OPTIONAL)
#define AST_LIST(f) SHOW(f, AST_FIELD_LIST)
#define AST_ATOM(f) SHOW(f, AST_FIELD_ATOM)
#define AST_OPTIONAL_ATOM(f) SHOW(f, AST_FIELD_OPTIONAL_ATOM)
#define AST_ATOM_LIST(f) SHOW(f, AST_FIELD_ATOM_LIST)
#define AST_FIELD(type, f) SHOW(f, AST_FIELD_OTHER)
#include "parser/ast.def"
#undef AST_NODE
#undef AST_END
#undef SHOW
#undef AST_CHILD
#undef AST_OPTIONAL
#undef AST_LIST
#undef AST_ATOM
#undef AST_OPTIONAL_ATOM
#undef AST_ATOM_LIST
#undef AST_FIELD

typedef void (*Lister)(const Ast *, void (*)(void *, const AstFieldInfo *), void *);
static const Lister listers[] = {
#define AST_NODE(name, group) list_##name,
#define AST_END(name)
#define AST_CHILD(f)
#define AST_OPTIONAL(f)
#define AST_LIST(f)
#define AST_ATOM(f)
#define AST_OPTIONAL_ATOM(f)
#define AST_ATOM_LIST(f)
#define AST_FIELD(type, f)
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
};

void ast_visit_fields(const Ast *node, void (*visit)(void *context, const AstFieldInfo *field), void *context) { listers[node->kind](node, visit, context); }

// The same lists once more, of children only: half of what is walked is walked through here.
#define AST_NODE(name, group)                                                                                                    \
    static void children_of_##name(const Ast *ast, void (*visit)(void *, Ast *), void *context) {                                  \
        const Ast##name *node = (const Ast##name *)ast;                                                                          \
        (void)node, (void)visit, (void)context;
#define AST_END(name) }
#define AST_CHILD(f)                                                                                                             \
    if (node->f) visit(context, (Ast *)node->f);
#define AST_OPTIONAL(f) AST_CHILD(f)
#define AST_LIST(f)                                                                                                              \
    for (uint32_t i = 0; i < node->f.count; i++)                                                                                 \
        if (node->f.items[i]) visit(context, node->f.items[i]);
#define AST_ATOM(f)
#define AST_OPTIONAL_ATOM(f)
#define AST_ATOM_LIST(f)
#define AST_FIELD(type, f)
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

typedef void (*ChildLister)(const Ast *, void (*)(void *, Ast *), void *);
static const ChildLister child_listers[] = {
#define AST_NODE(name, group) children_of_##name,
#define AST_END(name)
#define AST_CHILD(f)
#define AST_OPTIONAL(f)
#define AST_LIST(f)
#define AST_ATOM(f)
#define AST_OPTIONAL_ATOM(f)
#define AST_ATOM_LIST(f)
#define AST_FIELD(type, f)
#include "parser/ast.def"
};

void ast_visit_children(const Ast *node, void (*visit)(void *context, Ast *child), void *context) { child_listers[node->kind](node, visit, context); }

typedef struct Validation {
    const Ast *parent;
    uint32_t node_count;
    bool good;
} Validation;

static void validate(void *context, Ast *child) {
    Validation *v = context;
    if (child->id >= v->node_count || child->span.start > child->span.end) v->good = false;
    Validation inner = {child, v->node_count, v->good};
    if (v->good) ast_visit_children(child, validate, &inner);
    v->good = v->good && inner.good;
}

bool ast_is_valid(const Ast *root, uint32_t node_count) {
    Validation v = {root, node_count, root->id < node_count};
    ast_visit_children(root, validate, &v);
    return v.good;
}
