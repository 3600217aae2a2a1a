// What the checker proved about expressions, in the few words the compiler can use. Nothing here says "probably":
// a fact holds in every run in which the run-time guards passed.
#ifndef TYPHON_TYPECHECK_FACTS_H
#define TYPHON_TYPECHECK_FACTS_H
#include "parser/ast.h"

typedef enum ProvenType {
    PROVEN_NOTHING,
    PROVEN_NONE,
    PROVEN_BOOL,
    PROVEN_INT,   // int or bool, any size
    PROVEN_FLOAT, // exactly float: the promotion of int to float is not a proof
    PROVEN_STR,
    PROVEN_LIST,
    PROVEN_DICT,
    PROVEN_TUPLE,
    PROVEN_SET,
} ProvenType;

// One byte a node, indexed by Ast.id; NULL when the checker did not run.
typedef struct TypeFacts {
    const uint8_t *proven; // ProvenType
    uint32_t count;
} TypeFacts;

static inline ProvenType facts_of(const TypeFacts *facts, const Ast *node) {
    return facts && facts->proven && node->id < facts->count ? (ProvenType)facts->proven[node->id] : PROVEN_NOTHING;
}
#endif
