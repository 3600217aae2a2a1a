// Scopes: which names a block binds, and where each name it uses lives: the execution model of the language
// reference, section 4.2. Computed once for a module; the checker asks it what a name may refer to, the compiler where to
// find it. It also reports the errors that CPython reports from its symbol table and compiler ("name 'x' is
// assigned to before global declaration", 'return' outside function, duplicate argument ...).
//
// A scope exists for: the module, each class body, each function, lambda and comprehension (PEP 695 type
// parameter lists and type aliases included).
//
// A name needs a cell only where frames meet: list, set and dict comprehensions and type parameter lists run in the frame
// of the block around them, so a SYMBOL_FREE of theirs may refer to a SYMBOL_LOCAL. `__class__` as methods see it is a
// SYMBOL_CELL of the class's scope that its own body cannot look up.
#ifndef TYPHON_TYPECHECK_SCOPE_H
#define TYPHON_TYPECHECK_SCOPE_H
#include "base/map.h"
#include "parser/parser.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION, // list, set, dict comprehension and generator expression
    SCOPE_TYPE_PARAMS,   // around a generic def, class or type alias
    SCOPE_TYPE_ALIAS,    // the value of a `type` statement (and a bound of a type parameter): evaluated late
} ScopeKind;

typedef enum SymbolKind {
    SYMBOL_LOCAL,           // a register of the function
    SYMBOL_CELL,            // local, but an inner function uses it: lives in a cell
    SYMBOL_FREE,            // the cell of an enclosing function
    SYMBOL_GLOBAL_EXPLICIT, // declared `global`
    SYMBOL_GLOBAL_IMPLICIT, // not bound here nor in an enclosing function: module, then builtins
    SYMBOL_NAME,            // bound in a module or class body: the body's namespace, then module, then builtins
} SymbolKind;

typedef struct Scope Scope;

typedef struct Symbol {
    const Atom *name; // mangled in class bodies (__x -> _C__x)
    SymbolKind kind;
    Scope *scope;
    uint32_t index; // order of first appearance in the scope
    // how the block uses it
    bool is_bound : 1; // assigned, imported, def, class, for target, except name, with target, del ...
    bool is_parameter : 1;
    bool is_used : 1;
    bool is_annotated : 1; // `x: int` in this scope
    bool is_deleted : 1;
    bool is_nonlocal : 1; // declared `nonlocal`
    bool is_imported : 1;
    bool is_walrus_target : 1; // bound by `name := value` somewhere
    bool is_text : 1;          // assigned what is text by its form (a literal, an f-string, str(x)...) somewhere...
    bool is_extended : 1;      // ...and `name += value` or `name = name + value`: it gathers text, very likely
    bool is_declared_global : 1; // of a module: some function declares it `global`
    bool is_free_in_class : 1; // a class body's name that also passes through as a cell of an enclosing function
    const Ast *first_binding;  // the node that binds it first, or NULL
    struct Binding *binding;   // the checker's (module.h, binding_of_symbol), of one session at a time
} Symbol;

struct Scope {
    ScopeKind kind;
    const Ast *node;        // Module, ClassDef, FunctionDef, Lambda, ListComp ...
    Scope *parent;          // lexically enclosing; NULL for the module
    const Atom *name;       // of the class or function, or NULL
    const Atom *class_name; // innermost class whose body contains this code: for name mangling; NULL: none
    VEC(Symbol *) symbols;  // in order of index
    VEC(Scope *) children;  // in source order
    PtrMap by_name;         // Atom -> Symbol
    PtrMap text_attributes; // of a module: Atom of each attribute that is assigned what is text by its form somewhere in it
    Symbol *class_cell;     // class body: the __class__ that its functions see, or NULL
    bool is_generator : 1;  // contains `yield`
    bool is_coroutine : 1;  // async def, or contains await / async comprehension
    bool needs_class_cell : 1; // a class body one of whose functions uses `super` or `__class__`
    bool has_import_star : 1;
};

typedef struct ScopeTree {
    Scope *module;
    PtrMap by_node; // Ast * (the node of the scope) -> Scope *; a generic def's SCOPE_TYPE_PARAMS is its scope's
                    // parent; a TypeVar node with a bound has the SCOPE_TYPE_ALIAS of the bound, the default value of a
                    // type parameter (the expression itself) that of the default
} ScopeTree;

// Builds the scopes of a parsed module (or expression). Errors are added to `diagnostics` (DIAG_SYNTAX).
ScopeTree *scope_analyze(const Ast *root, const Source *source, TreeArena *arena, AtomTable *atoms,
                         DiagList *diagnostics);
// The scope that `node` opens. NULL when it opens none.
Scope *scope_of_node(const ScopeTree *tree, const Ast *node);
// The symbol `name` of a scope (already mangled), or NULL.
Symbol *scope_lookup(const Scope *scope, const Atom *name);
// `name` as it is called inside `scope`: mangled when private to a class.
const Atom *scope_mangle(const Scope *scope, const Atom *name, AtomTable *atoms);
// The symbol that a SYMBOL_FREE refers to, in the enclosing function that owns it; NULL for other kinds.
Symbol *scope_resolve_free(const Symbol *symbol);
// The class body in which a type parameter list or alias stands: its names come first in there. NULL: none, or of another kind.
const Scope *scope_seen_class(const Scope *scope);
// Whether the scope is `outer` or lies in it.
bool scope_is_within(const Scope *scope, const Scope *outer);
#endif
