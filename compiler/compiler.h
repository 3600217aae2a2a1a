// The compiler: tree + scopes + facts -> CodeUnit.
//
//     constant folding -> instruction selection with register allocation -> jump threading -> handler table
#ifndef TYPHON_COMPILER_COMPILER_H
#define TYPHON_COMPILER_COMPILER_H
#include "compiler/unit.h"
#include "typecheck/facts.h"
#include "typecheck/scope.h"

typedef struct CompileInput {
    const Source *source; // lines indexed
    const Ast *root;      // Module, Expression (the unit returns its value) or Interactive (expressions are printed)
    const ScopeTree *scopes;
    const TypeFacts *facts; // NULL: not checked
    const char *module_name;
    bool type_guards;
    // Guards for attributes, too, though it was not checked, where their annotations name built-in types and classes of this module that this says there are. NULL: none.
    bool (*is_class)(void *context, const char *name);
    void *class_context;
    int optimize; // as compile()'s: from 1 on no asserts and __debug__ is False, from 2 on no documentation
    bool keep_namespace; // exec/eval in a given namespace: module-level names always through the namespace
} CompileInput;

// Compiles a module. Units live in `arena`. Returns NULL after adding a diagnostic (too many locals, code too large...).
CodeUnit *compile_module(const CompileInput *input, TreeArena *arena, AtomTable *atoms, DiagList *diagnostics);
// `typhon dis`: prints a unit and its children.
void unit_print(const CodeUnit *unit, FILE *out);
#endif
