// Modules, units, bindings, declarations: where names come from.
//
//     Module  "os.path": what an import statement names. Made of one Unit, or, for a stub, of one unit a top-level declaration ("chunk"):
//             stubs are parsed by need: module_load scans a .pyi for its top-level statements (which begin in column 0) and notes which names each
//             range of lines declares; a range is parsed, scoped and bound when one of its names is first asked for. Imports, `if`, `try` at the
//             top of a stub are read at once. So `print("hello")` parses one `def` of builtins.pyi, not two thousand lines.
//     Unit    one parsed text: tree, scopes, parents, and the arrays of what has been found out about each node (by Ast.id).
//     Binding a name in a scope (or a member in a class, module.h does not care) with its declarations in source order, and the memo of its type.
//     Declaration  one place that gives the name a meaning: a def, a class, an import, an assignment target, a parameter, ...
//
// Everything is lazy: binding a unit (unit_bind) only walks the tree once and collects declarations; no type is computed. Evaluation is
// by need, from declaration_type / binding_type, guarded against cycles.
#ifndef TYPHON_TYPECHECK_MODULE_H
#define TYPHON_TYPECHECK_MODULE_H
#include "base/packed.h"
#include "base/spelling.h"
#include "typecheck/stub_chunk.h"
#include "typecheck/types.h"
#include "typecheck/scope.h"

typedef struct FlowNode FlowNode; // flow.h
typedef struct FlowScope FlowScope;

typedef enum DeclarationKind {
    DECLARE_VARIABLE,  // target of an assignment, for, with, walrus, except, import-less binding, match capture, del (no: del declares nothing)
    DECLARE_PARAMETER, // node: Astarg
    DECLARE_FUNCTION,  // node: FunctionDef, AsyncFunctionDef
    DECLARE_CLASS,     // node: ClassDef
    DECLARE_IMPORT,    // node: alias (of an Import or ImportFrom)
    DECLARE_TYPE_ALIAS, // node: TypeAlias statement
    DECLARE_TYPE_PARAMETER, // node: TypeVar, ParamSpec, TypeVarTuple of PEP 695
    DECLARE_SYNTHESISED, // `type` is given (module attributes __name__, __file__ ...; members made by dataclass, enum ...)
} DeclarationKind;

struct Declaration {
    uint8_t kind; // DeclarationKind
    bool is_final, is_class_var, is_explicit_alias; // of the annotation, looked at syntactically (`Final`, `ClassVar`, `TypeAlias`, Annotated around them)
    bool is_required_by_annotation; // has an annotation that says a type (`Final` alone doesn't)
    bool is_self_attribute;   // `self.x = ...` / `cls.x = ...` in a method; `method` is the def
    bool is_self_of_class_method; // ... through `cls`
    bool is_augmented;        // x += ...: not a declaration of type; kept for redefinition checks
    bool in_except_clause;    // an import or assignment that is the fallback in `except ImportError`: doesn't conflict with the one in the try
    bool is_conditional;      // inside if/try/for/while/with relative to its scope
    Unit *unit;
    const Ast *node;       // Name, Attribute (self.x), Starred's inner Name, Astarg, FunctionDef, ClassDef, alias, MatchAs, MatchStar, MatchMapping, ExceptHandler, TypeVar...
    const Ast *annotation; // of an AnnAssign or arg; NULL
    const Ast *statement;  // what assigns: Assign, AnnAssign, AugAssign, For, With (the withitem), NamedExpr, comprehension, match_case, ExceptHandler, Import, ImportFrom, Global...
    const Ast *value;      // right side that the WHOLE target of the statement gets, or NULL
    const Ast *method;     // with is_self_attribute: the FunctionDef
    Scope *scope;          // where the name is bound
    struct Binding *binding;
    const Type *type;      // memo: declared or inferred type of this declaration alone (declaration_type)
    uint8_t state;         // 0, 1: being evaluated, 2: `type` is final
    void *details;         // per kind: ClassInfo *, AliasInfo *, TypeVarInfo * ... of the evaluated declaration, or NULL
};

typedef struct Binding {
    const Atom *name;
    Unit *unit;       // of the first declaration
    Symbol *symbol;   // NULL for self attributes and synthesised members
    Scope *scope;     // the owning scope; NULL for members without one
    ClassInfo *owner; // of a class member (class body or self attribute), or NULL
    VEC(Declaration *) declarations;
    const Type *declared; // memo of binding_declared_type
    const Type *type;     // memo of binding_type
    uint8_t declared_state, state; // 0, 1: being evaluated, 2: final
    const Type *first_read; // `type` when it was first asked for while it was being evaluated
    uint32_t reads;         // how often it was
    uint32_t generation;    // checker->flow_generation + 1 when `type` was found, where it rests on what is not settled
    Declaration *main_of_many; // memo of binding_main_declaration and binding_is_final where there are many declarations: when there were `counted` of them
    uint32_t counted;
    bool is_final_of_many;
    struct FlowReference *reference; // flow.c's: of the name
    bool is_private_export; // in a stub: imported without `as` same name, or `_x` not in __all__: not visible to importers
    bool is_in_slots;
    bool is_reassigned; // more than one assignment (or one in a loop / via global/nonlocal): matters for narrowing of captured variables
} Binding;

// What is known about one parsed text.
struct Unit {
    Checker *checker;
    Module *module;
    const Source *source;
    const Ast *root;
    uint32_t node_count;
    const ScopeTree *scopes;
    const TypeIgnore *ignores;
    uint32_t ignore_count;
    uint64_t *ignores_used; // by index: bit 63: it has silenced something; bit k: by its code k. NULL: none has
    bool is_stub;       // .pyi: forward references everywhere, `...` bodies
    bool is_checked;    // the user's own: errors in it are reported
    bool is_bound;      // unit_bind has run
    VEC(Span) syntax_errors; // of a checked one: nothing more is said of their lines
    bool is_partial;    // statements with syntax errors are missing from the tree
    bool has_future_annotations;
    bool has_annotations; // some def, variable or type parameter list in it has one
    bool uses_typing;     // it imports from typing or typing_extensions, or calls reveal_type
    const Ast **parents;       // by Ast.id: the parent node (NULL for the root)
    PtrMap members;            // ClassDef node -> MemberList * (self attributes; unit_class_members)
    FlowNode **flow;           // by Ast.id: the flow node at which the expression (Name, Attribute, Subscript, Call, and every statement) is evaluated; NULL: not built or not needed
    struct FlowReference **references; // by Ast.id: flow.c's memo; NULL: not built or not needed
    PtrMap flow_scopes;        // node of the execution scope (Module, FunctionDef, Lambda) -> FlowScope *
    struct NodeMemo *memo;     // by Ast.id: infer.h
    PtrMap memo_sparse;        // infer.h: of a stub, Ast * -> NodeMemo *
    PtrMap memo_expected;      // infer.h: (node, expected) -> memo
    PtrMap details;            // Ast * -> per-node results of other kinds (FunctionDef -> its evaluated signature ..., ClassDef -> ClassInfo *)
    VEC(const AstImportFrom *) star_imports; // at module level, in source order
    VEC(const Astalias *) renamed_forms;     // `from typing import Final as F`, also ClassVar, TypeAlias, Annotated: declare.c
    PtrMap annotations; // Ast * of a type expression -> its memo (type_expression.c)
    PtrMap strings;     // Ast * of a string annotation -> its parsed tree
    PtrMap type_scopes; // def, class, alias -> which type variables it binds (type_variable.c)
    PtrMap functions;   // FunctionDef, Lambda -> FunctionRecord * (function.c)
    PtrMap classes;     // ClassDef or Call -> ClassInfo *
    struct StubClass *left_out; // of a stub's class of which only the head is in this text: the rest (class.h)
    PtrMap variables;   // TypeVar(...) call or PEP 695 parameter -> TypeVarInfo *
    PtrMap aliases;     // declaration's statement -> AliasInfo *
    PtrMap name_scopes;        // Ast * of string annotations that were parsed late -> scope in which they stand
};

typedef enum ModuleState { MODULE_NEW, MODULE_LOADED, MODULE_MISSING } ModuleState;

struct Module {
    const Atom *name; // dotted
    Checker *checker;
    ModuleState state;
    bool is_stub, is_package, is_builtin /* from the embedded or stdlib/ stubs */, is_partial, is_hosts /* CheckOptions.find_host_module */;
    const char *path;  // of the file, or "<stdlib>/builtins.pyi"
    Module *parent;    // package that contains it, or NULL
    VEC(Unit *) units; // of an ordinary module exactly one; of a stub: what has been read so far, the first with all that is read at once
    bool looking_up;   // through its star imports: a cycle finds nothing
    // Of a stub (stub.c).
    const StubChunk *chunks; // in the order of its text, but from sorted_from on by their names (stub_chunk_order)
    uint32_t chunk_count, sorted_from;
    const char *chunk_text;
    bool *chunks_read; // which of them
    PtrMap exports;    // Atom -> Binding *: memo of module_lookup, synthesised ones included
    PtrMap submodules; // Atom (last component) -> Module *: imported somewhere
    const Atom *const *all; // __all__ when it is known, else NULL
    uint32_t all_count;
    bool all_known;
};

// A unit of `module`, not bound yet. The tree and scopes must live as long as the session.
Unit *unit_new(Module *module, const Source *source, const ParseResult *parsed, const ScopeTree *scopes, bool is_checked);
// Parses a text that is not to be checked and makes a unit of it. NULL: it has no tree.
Unit *unit_parse(Module *module, const Source *source);
// The stub's chunks (stub.c): makes the list from its text; reads those that declare `name` (NULL: all of them).
void stub_scan(Module *module, const Source *source);
void stub_read_chunks(Module *module, const Atom *name);
// Finds out `all` (once).
void module_read_all(Module *module);
// folder/relative, in the arena.
char *check_path(Checker *checker, const char *folder, const char *relative);
// The stubs built into the binary (stdlib/**/*.pyi), sorted by dotted name: made by tools/embed_sources.c.
typedef struct StubText {
    const char *name, *text; // NUL after it; NULL: it is packed
    size_t size;             // of the text
    bool is_package;
    const PackedRun *run;    // of the packed texts (base/packed.h), in which it begins at `start`; NULL: it is not packed
    size_t start;
    const StubChunk *chunks; // NULL: they are to be looked for (of packed texts)
    uint32_t chunk_count;
} StubText;
extern const StubText embedded_stubs[];
extern const size_t embedded_stubs_count;

// ---- finding modules (module.c, stub.c) -----------------------------------------------------------------------------
// Finds and loads `dotted` ("os.path"): a checked module of that name, the folder of the importing file, the search path (.pyi before .py; packages), the
// embedded stubs / stdlib folder. Returns NULL when there is none. Parses what is needed, never reports errors of the found file.
Module *module_find(Checker *checker, const Module *importer, const Atom *dotted);
// The absolute name that `from ..x import` in `importer` means; NULL when it leaves the package.
const Atom *module_resolve_relative(Checker *checker, const Module *importer, int level, const Atom *name);
// A module for a text the user wants checked. `path_folder` may be NULL.
Module *module_of_source(Checker *checker, const Atom *name, const Source *source, const ParseResult *parsed, const ScopeTree *scopes);
// Where stub texts come from: the folder `stdlib_folder` of the options when it is given, else the table in the binary. False: no such stub.
bool stub_read(Checker *checker, const char *dotted, Source *source, bool *is_package);

// Modules that the checker itself relies on: always Typhon's own stubs, never a module of the user's or typeshed's.
bool stub_is_core(const char *dotted);

// The names that the stub declares, read or not, as candidates of a misspelt one.
void stub_consider_names(const Module *module, Spelling *spelling);
void stub_read_imports(Module *module); // whose names are those of the units
bool stub_declares(const Module *module, const char *name); // as a definition of its own

// A name at module level, declarations of all units included, submodules not. NULL: no such name. In stubs parses the chunk that declares it.
Binding *module_lookup(Module *module, const Atom *name);
// A package, or a module of the host: which lies nowhere, and is asked by name.
static inline bool module_may_have_parts(const Module *module) { return module->is_package || module->is_hosts; }
// As seen by `from module import name` / `module.name`: private names of stubs and missing ones give NULL; submodules count (as a synthesised binding of TYPE_MODULE).
Binding *module_export(Module *module, const Atom *name);
// Type of `module.name` for an importer: binding_type, or that of module-level __getattr__; NULL: no such attribute.
const Type *module_member_type(Module *module, const Atom *name);
// Whether `from module import *` brings the name.
bool module_exports_publicly(Module *module, const Atom *name);

// ---- binding (declare.c) ---------------------------------------------------------------------------------------------
// Fills parents, bindings with declarations, self attributes. Idempotent, cheap.
void unit_bind(Unit *unit);
static inline const Ast *node_parent(const Unit *unit, const Ast *node) { return unit->parents[node->id]; }
// Nearest enclosing FunctionDef/AsyncFunctionDef/Lambda, ClassDef, or the root; the node itself does not count.
const Ast *node_enclosing_function(const Unit *unit, const Ast *node); // NULL: module level (class bodies are looked through)
const Ast *node_enclosing_class(const Unit *unit, const Ast *node, bool stop_at_function); // NULL: none
// The scope in which `node`'s own names are looked up (decorators, defaults, annotations and bases in the scope around the def or class; the first iterable of a comprehension outside it).
Scope *node_scope(Unit *unit, const Ast *node);
static inline Binding *binding_of_symbol(const Unit *unit, const Symbol *symbol) { // NULL: no declarations
    (void)unit; // that of the symbol
    return symbol->binding;
}

typedef struct ResolvedName {
    Binding *binding; // NULL: not found
    Unit *unit;       // that holds it
    Scope *scope;     // owning scope (the module scope for globals)
    bool is_builtin;  // found in builtins
    bool is_outer;    // owned by another execution scope than the one of the reference (a captured variable)
} ResolvedName;
// What `name`, used in `scope` of `unit`, refers to: the scope's symbols, enclosing ones, module, builtins. `from m import *` counts.
ResolvedName resolve_name(Unit *unit, Scope *scope, const Atom *name);
bool unit_may_have_any_name(Unit *unit); // it imports * from a module that can't be found (infer_name.c)
// Self attributes of a class: bindings by name with declarations `self.x` found in its methods. Class-body names are in the class's Scope.
typedef struct MemberList {
    VEC(Binding *) items;
    PtrMap by_name;
} MemberList;
MemberList *unit_class_members(Unit *unit, const AstClassDef *node);

// ---- types of declarations (declared.c) ---------------------------------------------------------------------------------
// The declared type of a declaration: its annotation, the signature of a def (decorators applied), the class object, the imported thing. NULL: it declares none (plain assignment).
const Type *declaration_declared_type(Declaration *declaration);
// The declared type, else what the assigned value's type gives this target (widened where the place is mutable: literals of non-final variables become their class).
const Type *declaration_type(Declaration *declaration);
// The last declared type among the declarations (overloads and property setters are merged by function.c), NULL: none is declared.
const Type *binding_declared_type(Binding *binding);
// The type seen from other scopes: declared type, else the union of what is assigned. Unknown in cycles.
const Type *binding_type(Binding *binding);
// The declaration whose type counts (last with a declared type, else the last).
Declaration *binding_main_declaration(Binding *binding);
// The declaration an import (chain) leads to, and the binding; NULL when it leads to a module or nowhere. `*module` gets the module.
Binding *declaration_resolve_import(Declaration *declaration, Module **module);
bool binding_is_final(const Binding *binding);
#endif
