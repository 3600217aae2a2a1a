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
#include <string.h>

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

// ---- guards: what a value must be where it comes in unchecked, by its outermost type
//
// A bit for each built-in type that an annotation names, whose instances pass (those of subclasses too). An int is good wherever a float is, and both where
// a complex is. The two lowest bits follow from the others (guard_mask): they stand where a small int and a float held inline have a bit set.
enum GuardMask {
    GUARD_TAKES_INT = 1, GUARD_TAKES_FLOAT = 2,
    GUARD_INT = 1 << 2, GUARD_FLOAT = 1 << 3, GUARD_COMPLEX = 1 << 4, GUARD_STR = 1 << 5, GUARD_BYTES = 1 << 6, GUARD_BYTEARRAY = 1 << 7, GUARD_BOOL = 1 << 8,
    GUARD_LIST = 1 << 9, GUARD_DICT = 1 << 10, GUARD_TUPLE = 1 << 11, GUARD_FROZENSET = 1 << 12, GUARD_SET = 1 << 13, GUARD_NONE = 1 << 14,
    GUARD_TYPES = 0x7ffc,
};
static inline uint16_t guard_mask(uint16_t types) {
    uint16_t takes_float = types & (GUARD_FLOAT | GUARD_COMPLEX) ? GUARD_TAKES_FLOAT : 0, takes_int = takes_float || types & GUARD_INT ? GUARD_TAKES_INT : 0;
    return types | takes_float | takes_int;
}
// What else may pass, each a text that begins with one of these letters.
enum GuardItem {
    GUARD_ITEM_CLASS = 'c',     // "module:Outer.Name": instances of a class of the program, and of its subclasses
    GUARD_ITEM_LIBRARY = 'l',   // the same of a class of the library, if it is found there under this name
    GUARD_ITEM_CLASS_OBJECT = 's', // "module:Outer.Name": the class itself, and its subclasses
    GUARD_ITEM_ANY_CLASS = 't', // whatever stands for a class
    GUARD_ITEM_CALLABLE = 'f',
    GUARD_ITEM_MEMBERS = 'm',   // "name,name": what has them all, looked up without running anything
};
typedef struct ValueGuard {
    uint16_t mask; // 0: of the items only
    uint32_t count;
    const char **items;
    const char *shown; // the words for it, where there are items
} ValueGuard;
// The guards that a function begins with, told from those of others by one number, as a hash of them gives it (FNV-1a); 0: it has none. Built-in types
// alone come first, then the others, each by ascending registers.
static inline uint64_t guard_signature_add(uint64_t signature, const void *bytes, size_t size) {
    if (!signature) signature = 0xcbf29ce484222325u;
    for (size_t i = 0; i < size; i++) signature = (signature ^ ((const uint8_t *)bytes)[i]) * 0x100000001b3u;
    return signature;
}
static inline uint64_t guard_signature_add_parameter(uint64_t signature, uint16_t reg, uint16_t mask) {
    const uint16_t parts[] = {reg, mask};
    return guard_signature_add(signature, parts, sizeof parts);
}
static inline uint64_t guard_signature_add_item(uint64_t signature, const char *item) { return guard_signature_add(signature, item, strlen(item) + 1); }
// Of the attributes that a class declares.
typedef struct AttributeGuards {
    const Ast *class_def;
    uint32_t count;
    const Atom **names;
    const ValueGuard **guards; // NULL: none, whatever a base class has
    const struct AttributeGuards *next;
} AttributeGuards;

// By Ast.id.
typedef struct TypeFacts {
    const uint8_t *proven; // ProvenType, of expressions and of the variables of loops; NULL when the checker did not run
    // NULL: none. Of a parameter; a def: its result, where that is a mask: of all `return`s that have none of their own, which may let all pass (0, 0); a `return`;
    // an expression: what it gives, where nobody has looked at that before; the variable of a loop.
    const ValueGuard *const *guards;
    // Of a call: the guards that the function it calls begins with (guard_signature_add), where the checker knows the function and all arguments are such
    // that these let them pass; or 0. NULL: of no call.
    const uint64_t *promises;
    const uint8_t *stores_are_proven; // of a def: all values that it stores in attributes are what those are declared as
    const AttributeGuards *attributes;
    uint32_t count;
} TypeFacts;

static inline const ValueGuard *facts_guard(const TypeFacts *facts, const Ast *node) {
    return facts && facts->guards && node->id < facts->count ? facts->guards[node->id] : NULL;
}

static inline uint64_t facts_promise(const TypeFacts *facts, const Ast *call) {
    return facts && facts->promises && call->id < facts->count ? facts->promises[call->id] : 0;
}

static inline uint8_t facts_of(const TypeFacts *facts, const Ast *node) {
    return facts && facts->proven && node->id < facts->count ? facts->proven[node->id] : PROVEN_NOTHING;
}
#endif
