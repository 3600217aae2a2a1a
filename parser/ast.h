// The abstract syntax tree. Its shape is that of Python's own `ast` module; parser/ast.def is the one list of nodes.
// A tree lives in a TreeArena and is not changed after parsing. Every node knows its exact span and a number that is
// dense within its module (`id`, from 0), so that later passes keep what they find out in plain arrays.
//
//     Ast *node = ...;
//     if (node->kind == AST_BinOp) { AstBinOp *sum = (AstBinOp *)node; use(sum->left); }
#ifndef TYPHON_PARSER_AST_H
#define TYPHON_PARSER_AST_H
#include "base/arena.h"
#include "base/atom.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/span.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef enum AstKind {
#define AST_NODE(name, group) AST_##name,
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
    AST_KIND_COUNT
} AstKind;

typedef struct Ast {
    uint8_t kind; // AstKind
    uint8_t parenthesized; // an expression that stood in parentheses of its own
    uint16_t depth;        // of an expression: at most PARSE_MAX_EXPRESSION_DEPTH
    uint32_t id;  // dense within the module
    Span span;
} Ast;

typedef struct AstNodes {
    Ast **items;
    uint32_t count;
} AstNodes;
typedef struct AstAtoms {
    const Atom **items;
    uint32_t count;
} AstAtoms;

typedef enum AstContext { AST_LOAD, AST_STORE, AST_DEL } AstContext;
typedef enum AstBoolOperator { AST_AND, AST_OR } AstBoolOperator;
typedef enum AstOperator {
    AST_ADD, AST_SUB, AST_MULT, AST_MATMULT, AST_DIV, AST_MOD, AST_POW,
    AST_LSHIFT, AST_RSHIFT, AST_BITOR, AST_BITXOR, AST_BITAND, AST_FLOORDIV
} AstOperator;
typedef enum AstUnaryOperator { AST_INVERT, AST_NOT, AST_UADD, AST_USUB } AstUnaryOperator;
typedef enum AstCompareOperator {
    AST_EQ, AST_NOTEQ, AST_LT, AST_LTE, AST_GT, AST_GTE, AST_IS, AST_ISNOT, AST_IN, AST_NOTIN
} AstCompareOperator;

typedef enum AstConstantKind {
    AST_CONST_NONE, AST_CONST_TRUE, AST_CONST_FALSE, AST_CONST_ELLIPSIS,
    AST_CONST_INT,       // `integer`, when it fits an int64_t
    AST_CONST_BIG_INT,   // `text`: digits without underscores, with the prefix 0x, 0o or 0b where it had one
    AST_CONST_FLOAT,     // `number`
    AST_CONST_IMAGINARY, // `number`
    AST_CONST_STR,       // `text`, `size`: UTF-8 where lone surrogates are three bytes (base/utf8.h)
    AST_CONST_BYTES,     // `text`, `size`
} AstConstantKind;

typedef struct AstConstantValue {
    AstConstantKind kind;
    bool is_u_string; // written u"..."
    uint32_t size;    // bytes of `text`
    union {
        int64_t integer;
        double number;
        const char *text; // NUL-terminated after `size` bytes
    };
} AstConstantValue;

#define AST_NODE(name, group) typedef struct Ast##name { Ast head;
#define AST_END(name) } Ast##name;
#define AST_CHILD(f) Ast *f;
#define AST_OPTIONAL(f) Ast *f;
#define AST_LIST(f) AstNodes f;
#define AST_ATOM(f) const Atom *f;
#define AST_OPTIONAL_ATOM(f) const Atom *f;
#define AST_ATOM_LIST(f) AstAtoms f;
#define AST_FIELD(type, f) type f;
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

// The `elif` of an `if`, or the only statement of its `else` when that is an `if`; NULL: neither.
static inline const AstIf *ast_elif(const AstIf *node) { return node->orelse.count == 1 && node->orelse.items[0]->kind == AST_If ? (const AstIf *)node->orelse.items[0] : NULL; }

// "BinOp", "arguments"... as Python's ast names them.
const char *ast_kind_name(AstKind kind);
// Of a TypeVar, ParamSpec or TypeVarTuple node: its name, its default (NULL: none).
const Atom *ast_type_param_name(const Ast *node);
Ast *ast_type_param_default(const Ast *node);
// Calls `visit` for each direct child (lists included, NULLs left out), in source order as far as the fields give it.
void ast_visit_children(const Ast *node, void (*visit)(void *context, Ast *child), void *context);
// Prints the tree as `ast.dump(tree, indent=2)` of CPython does; with `spans`, also line:column ranges.
void ast_print(const Ast *node, const Source *source, bool spans, FILE *out);
// Prints a constant as Python's repr() shows it.
void ast_print_constant(FILE *out, const AstConstantValue *value);
// True when ids are dense, spans of children lie within their parents', and contexts agree.
bool ast_is_valid(const Ast *root, uint32_t node_count);
#endif
