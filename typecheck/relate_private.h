// What the relate_*.c files share: one question in progress.
#ifndef TYPHON_TYPECHECK_RELATE_PRIVATE_H
#define TYPHON_TYPECHECK_RELATE_PRIVATE_H
#include "typecheck/infer.h"
#include <stdarg.h>
#include <stdio.h>

typedef struct Relation {
    Checker *checker;
    Solver *solver;     // NULL: none
    RelateTrace *trace; // NULL: nobody asks why
    int flags;
} Relation;
bool relate(Relation *r, const Type *dest, const Type *source);
bool relate_invariant(Relation *r, const Type *dest, const Type *source);
bool relate_tuple(Relation *r, const TypeTuple *dest, const TypeTuple *source);
// Adds a line to the trace; false.
bool relate_fail(Checker *checker, RelateTrace *trace, const char *format, ...) __attribute__((format(printf, 3, 4)));
#endif
