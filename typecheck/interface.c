#include "typecheck/interface.h"
#include "base/vec.h"
#include <string.h>

typedef struct Writer {
    TreeArena *arena;
    VEC(char) bytes;
} Writer;

static void put_bytes(Writer *w, const void *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) vec_push(w->arena, &w->bytes, ((const char *)bytes)[i]);
}
static void put_byte(Writer *w, int byte) { vec_push(w->arena, &w->bytes, (char)byte); }
static void put_count(Writer *w, uint32_t count) { put_bytes(w, &count, sizeof count); }
static void put_text(Writer *w, const char *text, uint32_t size) {
    put_count(w, size);
    put_bytes(w, text, size);
}
static void put_atom(Writer *w, const Atom *atom) {
    put_byte(w, atom != NULL);
    if (atom) put_text(w, atom->text, (uint32_t)atom->size);
}

// ---- bodies ----------------------------------------------------------------------------------------------------------

typedef struct Body {
    bool is_seen, yields; // is_seen: something outside of it may look into it
} Body;

static void look(void *context, Ast *node) {
    Body *body = context;
    switch (node->kind) {
    case AST_Yield: case AST_YieldFrom: body->yields = true; break;
    case AST_Global: case AST_Import: case AST_ImportFrom: case AST_ClassDef: body->is_seen = true; break;
    case AST_Attribute: body->is_seen |= ((const AstAttribute *)node)->ctx != AST_LOAD; break;
    default: break;
    }
    if (!body->is_seen) ast_visit_children(node, look, body);
}

static bool is_of_a_stub(const AstNodes *statements) {
    for (uint32_t i = 0; i < statements->count; i++) {
        AstKind kind = (AstKind)statements->items[i]->kind;
        if (kind != AST_Pass && kind != AST_Expr && kind != AST_Raise) return false;
    }
    return true;
}

static Body body_of(const AstFunctionDef *def) {
    Body body = {.is_seen = !def->returns || is_of_a_stub(&def->body)};
    for (uint32_t i = 0; i < def->body.count && !body.is_seen; i++) look(&body, def->body.items[i]);
    return body;
}

// ---- the tree --------------------------------------------------------------------------------------------------------

static void put_node(Writer *w, const Ast *node);
static void put_nodes(Writer *w, const AstNodes *nodes) {
    put_count(w, nodes->count);
    for (uint32_t i = 0; i < nodes->count; i++) put_node(w, nodes->items[i]);
}

static void put_constant(Writer *w, const void *field) {
    const AstConstantValue *value = field;
    put_byte(w, value->kind);
    switch (value->kind) {
    case AST_CONST_INT: put_bytes(w, &value->integer, sizeof value->integer); break;
    case AST_CONST_FLOAT: case AST_CONST_IMAGINARY: put_bytes(w, &value->number, sizeof value->number); break;
    case AST_CONST_BIG_INT: case AST_CONST_STR: case AST_CONST_BYTES: put_text(w, value->text, value->size); break;
    default: break;
    }
}
static void put_nothing(Writer *w, const void *field) { (void)w, (void)field; } // places; operators of comparisons (below)
static void put_bool(Writer *w, const void *field) { put_byte(w, *(const bool *)field); }
static void put_number(Writer *w, const void *field) { put_bytes(w, field, sizeof(int)); } // and enumerations

static void put_function(Writer *w, const AstFunctionDef *def) { // AsyncFunctionDef has the same fields
    put_atom(w, def->name);
    put_node(w, def->args);
    put_nodes(w, &def->decorator_list);
    put_node(w, def->returns);
    put_nodes(w, &def->type_params);
    Body body = body_of(def);
    put_byte(w, body.is_seen ? 2 : body.yields);
    if (body.is_seen) put_nodes(w, &def->body);
}

#define AST_NODE(name, group)                                                                                                                         \
    static void put_##name(Writer *w, const Ast *given) {                                                                                              \
        const Ast##name *node = (const Ast##name *)given;                                                                                              \
        (void)w, (void)node;
#define AST_END(name) }
#define AST_CHILD(f) put_node(w, node->f);
#define AST_OPTIONAL(f) put_node(w, node->f);
#define AST_LIST(f) put_nodes(w, &node->f);
#define AST_ATOM(f) put_atom(w, node->f);
#define AST_OPTIONAL_ATOM(f) put_atom(w, node->f);
#define AST_ATOM_LIST(f)                                                                                                                               \
    put_count(w, node->f.count);                                                                                                                       \
    for (uint32_t i = 0; i < node->f.count; i++) put_atom(w, node->f.items[i]);
#define AST_FIELD(type, f)                                                                                                                             \
    _Generic(&node->f, const Span *: put_nothing, AstCompareOperator *const *: put_nothing, const AstConstantValue *: put_constant, const bool *: put_bool, default: put_number)(w, &node->f);
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

static void (*const put_kind[AST_KIND_COUNT])(Writer *w, const Ast *node) = {
#define AST_NODE(name, group) [AST_##name] = put_##name,
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

static void put_node(Writer *w, const Ast *node) {
    put_byte(w, node ? node->kind + 1 : 0);
    if (!node) return;
    put_byte(w, node->parenthesized);
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef) {
        put_function(w, (const AstFunctionDef *)node);
        return;
    }
    put_kind[node->kind](w, node);
    if (node->kind != AST_Compare) return;
    const AstCompare *compare = (const AstCompare *)node;
    for (uint32_t i = 0; i < compare->comparators.count; i++) put_byte(w, compare->ops[i]);
}

bool interface_digest(const ParseResult *parsed, TreeArena *arena, Digest *digest) {
    if (parsed->error_count || !parsed->root || parsed->root->kind != AST_Module) return false;
    Writer w = {.arena = arena};
    put_node(&w, parsed->root);
    *digest = digest_add((Digest){{0}}, w.bytes.items, w.bytes.count);
    return true;
}

bool interface_of_source(const Source *source, TreeArena *arena, AtomTable *atoms, Digest *digest) {
    DiagList ignored;
    diag_init(&ignored, arena);
    ParseResult parsed = parse_source(source, PARSE_FILE, arena, atoms, &ignored);
    if (parsed.root && parsed.root->kind == AST_Module) parse_type_comments(&parsed, source, arena, atoms);
    return interface_digest(&parsed, arena, digest);
}
