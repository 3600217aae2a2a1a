// What the checker takes the values of expressions for, in the few words the compiler can use.
//
// A ProvenType is about exact types: an instance of a subclass is not meant, and True and False are BOOL and no INT. An annotation says less than that
// (`int` admits True and instances of subclasses, `float` ints), attributes, items, globals and what functions of others return are not guarded, and Any, cast and
// `# type: ignore` are believed. So a fact is no proof: it is what a value is in all likelihood, and whoever relies on it looks at the value first
// (compiler/unit.h says who does, and where). Facts of `int` are INT_OR_BOOL, of `float` NUMBER; of other classes, of unions but `T | None` and of
// variables there is none.
#ifndef TYPHON_TYPECHECK_FACTS_H
#define TYPHON_TYPECHECK_FACTS_H
#include "parser/ast.h"

typedef enum ProvenType {
    PROVEN_NOTHING,
    PROVEN_NONE,
    PROVEN_BOOL,
    PROVEN_INT,
    PROVEN_INT_OR_BOOL,
    PROVEN_FLOAT,
    PROVEN_NUMBER, // a float, an int or a bool
    PROVEN_STR,
    PROVEN_BYTES,
    PROVEN_LIST,
    PROVEN_DICT,
    PROVEN_TUPLE,
    PROVEN_SET,
    PROVEN_TYPE_COUNT,
    PROVEN_OR_NONE = 0x80, // a bit: or None
} ProvenType;

// One byte a node, indexed by Ast.id, of expressions and of the variables of loops; NULL when the checker did not run.
typedef struct TypeFacts {
    const uint8_t *proven; // ProvenType
    uint32_t count;
} TypeFacts;

static inline uint8_t facts_of(const TypeFacts *facts, const Ast *node) {
    return facts && facts->proven && node->id < facts->count ? facts->proven[node->id] : PROVEN_NOTHING;
}
#endif
