// Types. Every type is hash-consed in the session's TypeTable: equal types are the same pointer, types are immutable, so
// `a == b` decides structural identity and any pair of types can key a cache. (Unions keep the order they were written in, for
// messages: `int | str` and `str | int` are two pointers; type_is_equivalent of relate.h sees through that.)
//
// What is what:
//   - a Type describes VALUES. The annotation `int` and the value `3` both have the TypeInstance of class int. The value of
//     the *expression* `int` is a TypeClassObject whose `instance` is that TypeInstance; so is what `type[int]` describes.
//   - a declaration of a class is a ClassInfo (one for each `class` statement evaluated, NamedTuple(...), NewType(...) ...): it
//     has identity and is filled in stages (class.h). A TypeInstance is ClassInfo + arguments, one for each type parameter.
//   - a type variable is a TypeVarInfo (its declaration) + the scope that binds it: `T` of class C and `T` of function f are
//     different types even when both come from one `T = TypeVar("T")`. Scope 0: free, not bound by anything.
//   - inside a generic class or function its own variables are rigid. A *use* of a generic (a call) first replaces the
//     variables it quantifies over with fresh ones (solve.h), so solving never confuses the two.
//   - arguments for special parameters: a TypeVarTuple takes a TypeTuple (the pack), a ParamSpec takes a TYPE_PARAMETERS
//     (a TypeCallable without result) or another ParamSpec variable.
//   - Any (written) and Unknown (not known: no annotation, an error) behave alike; only --strict and messages tell them apart.
//     After an error has been reported the result is Unknown, so that one mistake gives one message.
//   - the expression `3` has the *implicit* literal type: it fits `Literal[3]`, is shown as `int`, is equivalent to both, and is widened where it would
//     settle the type of something else (a type argument, the inferred type of a variable as others see it: type_widen_literal). `Literal[3]` in an annotation makes
//     the explicit one, which stays. Compare values with type_same_literal, not by pointer.
//   - a written Any stays an item of a union (`int | Any`); Unknown absorbs the whole union.
#ifndef TYPHON_TYPECHECK_TYPES_H
#define TYPHON_TYPECHECK_TYPES_H
#include "base/map.h"
#include "base/vec.h"
#include "parser/ast.h"
#include <stdbool.h>

typedef struct Checker Checker; // checker.h: the session
typedef struct Unit Unit;       // module.h: one parsed text
typedef struct Module Module;   // module.h
typedef struct ClassInfo ClassInfo; // class.h
typedef struct Declaration Declaration; // module.h

typedef enum TypeKind {
    TYPE_UNKNOWN,      // Type
    TYPE_ANY,          // Type
    TYPE_NEVER,        // Type: Never and NoReturn
    TYPE_NONE,         // Type: the value None
    TYPE_INSTANCE,     // TypeInstance
    TYPE_LITERAL,      // TypeLiteral
    TYPE_TUPLE,        // TypeTuple: tuple[...] with its shape (a subclass, as NamedTuple, is a TYPE_INSTANCE with a TypeTuple among its bases)
    TYPE_UNION,        // TypeUnion: two or more, flattened, no duplicates, none Never, none Unknown (type_union)
    TYPE_CLASS_OBJECT, // TypeClassObject
    TYPE_CALLABLE,     // TypeCallable
    TYPE_PARAMETERS,   // TypeCallable without result: what a ParamSpec stands for
    TYPE_OVERLOADED,   // TypeOverloaded
    TYPE_MODULE,       // TypeModule
    TYPE_VARIABLE,     // TypeVariable: TypeVar, Self
    TYPE_PARAM_SPEC,   // TypeVariable
    TYPE_VAR_TUPLE,    // TypeVariable
    TYPE_PARAM_SPEC_ARGS,   // TypeWrapper of the ParamSpec: P.args
    TYPE_PARAM_SPEC_KWARGS, // TypeWrapper: P.kwargs
    TYPE_UNPACKED,     // TypeWrapper: *Ts, *tuple[...], Unpack[TD]: a result of type expressions only; tuples and parameters hold it in normal form
    TYPE_GUARD,        // TypeWrapper: TypeGuard[T] as result of a callable; elsewhere it acts as bool
    TYPE_IS_GUARD,     // TypeWrapper: TypeIs[T]
    TYPE_ALIAS,        // TypeAlias: reference to a recursive alias, expanded on demand (type_expand)
    TYPE_SPECIAL_FORM, // TypeSpecialForm: the value of the expression `Optional`, `Union` ... of typing
} TypeKind;

enum TypeFlags {
    TYPE_HAS_VARIABLE = 1, // contains a type variable of any kind (Self included)
    TYPE_HAS_ANY = 2,      // contains Any or Unknown
    TYPE_HAS_UNKNOWN = 4,
    TYPE_HAS_ALIAS = 8,    // contains a TYPE_ALIAS
    TYPE_HAS_IMPLICIT = 32, // contains an implicit literal
    TYPE_HAS_SELF = 64,     // contains typing.Self
    TYPE_HAS_FRESH = 16,   // contains a variable of a solver (scope >= TYPE_SCOPE_FRESH)
};

typedef struct Type {
    uint8_t kind;  // TypeKind
    uint8_t flags; // TypeFlags
    uint16_t depth; // of nesting: a runaway recursive type stops at TYPE_MAX_DEPTH and becomes Unknown
    uint32_t id;   // dense, in order of making
    uint32_t hash;
    uint32_t size; // of the whole tree; a part that occurs twice counts twice: what doubles at each step stops at TYPE_MAX_SIZE and becomes Unknown
} Type;
// A union of more items takes its literals for their classes; when that is not enough, it is Unknown.
enum { TYPE_MAX_DEPTH = 60, TYPE_MAX_SIZE = 1 << 17, TYPE_MAX_UNION = 512 };

typedef struct TypeInstance {
    Type head;
    ClassInfo *cls;
    uint32_t count; // == cls->type_param_count
    const Type *args[];
} TypeInstance;

typedef enum LiteralKind { LITERAL_INT, LITERAL_BIG_INT, LITERAL_BOOL, LITERAL_STR, LITERAL_BYTES, LITERAL_ENUM } LiteralKind;
typedef struct TypeLiteral {
    Type head;
    ClassInfo *cls; // int, bool, str, bytes, or the enum class
    LiteralKind kind;
    bool is_implicit; // see above
    int64_t integer;  // LITERAL_INT, LITERAL_BOOL
    const Atom *text; // LITERAL_STR, _BYTES, _BIG_INT (digits); LITERAL_ENUM: the member's name
} TypeLiteral;

// tuple[int, str]: {int, str}, variadic -1. tuple[int, ...]: {int}, variadic 0. tuple[int, *tuple[str, ...], bool]: {int, str, bool},
// variadic 1. tuple[int, *Ts]: {int, Ts}, variadic 1, where the element is a TYPE_VAR_TUPLE. tuple[()]: count 0.
typedef struct TypeTuple {
    Type head;
    int32_t variadic; // index of the element that stands for any number of elements, or -1
    uint32_t count;
    const Type *items[];
} TypeTuple;

// An open union is the item type of a display of mixed types that nothing was expected of: `[1, "a"]`. The specification leaves what such a list may take in open (checkers make
// it a list of int | str, of object or of Any), so anything may be put in; what comes out is the union as it is shown, and no longer open (infer_expression).
// With a `limit`, that may be put in: `ys = list(bases)`, later `ys = [Derived()]`, is a list[Derived] to who reads it and a list[Base] to who fills it (assigned.c). Only then may there be one item.
typedef struct TypeUnion {
    Type head;
    bool is_open;
    uint32_t count;
    const Type *limit; // of an open one: what it takes, if not anything
    const Type *items[];
} TypeUnion;

// type[C]. instance: TYPE_INSTANCE, TYPE_TUPLE, TYPE_NONE, TYPE_VARIABLE, TYPE_ANY/UNKNOWN (type[Any]), TYPE_LITERAL never. type[A | B] is a union.
typedef struct TypeClassObject {
    Type head;
    const Type *instance; // for the bare name of a generic class: its arguments are its own parameters (not specialised)
    bool is_exact;        // the class itself, by its name: instantiating an abstract class or protocol is an error; type[C] is not exact
} TypeClassObject;

typedef enum ParameterKind {
    PARAMETER_POSITIONAL_ONLY,
    PARAMETER_POSITIONAL_OR_KEYWORD,
    PARAMETER_VAR_POSITIONAL, // *args: T. `type` is T; is_unpacked: `*args: *tuple[...]` or *Ts: `type` is the TypeTuple
    PARAMETER_KEYWORD_ONLY,
    PARAMETER_VAR_KEYWORD, // **kwargs: T. is_unpacked: Unpack[TD]: `type` is the TypedDict's instance
} ParameterKind;

typedef struct Parameter {
    const Atom *name; // NULL: nameless (from Callable[[int], ...])
    const Type *type; // Unknown when not annotated
    uint8_t kind;     // ParameterKind
    bool has_default;
    bool is_unpacked;
    bool is_annotated; // false: type is Unknown or inferred from the default (self and cls: synthesised)
    const Type *default_type; // of the default value where it matters (overloads with defaults, messages), or NULL
} Parameter;

// What all callables of one `def` share. Made by function.c; synthesised ones (dataclass __init__ ...) have node NULL.
typedef struct FunctionInfo {
    const Atom *name;
    Unit *unit;      // NULL: synthesised
    const Ast *node; // FunctionDef, AsyncFunctionDef, Lambda
    ClassInfo *owner; // the class whose body holds it, or NULL
    const char *deprecated; // message of @deprecated, or NULL
    bool is_async, is_generator, is_static, is_class_method, is_abstract, is_final, is_override, is_overload, is_annotated /* any annotation */;
    bool is_stub_body;  // body is `...` (or docstring / pass / raise NotImplementedError): for protocols and abstract methods
    bool is_type_check_only, is_constructor /* synthesised from a class for conversion to a callable */;
    bool has_no_type_check;
} FunctionInfo;

typedef struct TypeCallable {
    Type head; // TYPE_CALLABLE or TYPE_PARAMETERS
    const Type *result;      // NULL for TYPE_PARAMETERS
    const Type *param_spec;  // the ParamSpec the list ends with (`Concatenate[int, P]`, `*args: P.args, **kwargs: P.kwargs`), or NULL. No *args/**kwargs then.
    const FunctionInfo *info; // where it was declared, or NULL. Part of the identity; relations don't look at it
    const Type **variables;  // what it quantifies over: the variables a call has to solve. In order of appearance
    uint32_t variable_count;
    bool is_gradual;         // `...`: any arguments fit (the parameters written before it, of Concatenate, still hold); *args and **kwargs are not listed
    bool is_bound;           // made from a method by binding its first parameter
    uint32_t count;
    Parameter parameters[]; // in order of declaration: positional-only, positional, *args, keyword-only, **kwargs
} TypeCallable;

typedef struct TypeOverloaded {
    Type head;
    const Type *implementation; // TYPE_CALLABLE, or NULL (stubs, protocols)
    uint32_t count;
    const Type *items[]; // TYPE_CALLABLE each
} TypeOverloaded;

typedef struct TypeModule {
    Type head;
    Module *module;
} TypeModule;

typedef enum Variance { VARIANCE_INVARIANT, VARIANCE_COVARIANT, VARIANCE_CONTRAVARIANT, VARIANCE_AUTO /* PEP 695: to be inferred */, VARIANCE_BIVARIANT /* inferred, unused */ } Variance;

// The declaration of a type variable. Bound, constraints and default are evaluated on demand (type_var_bound ... in class.h's type_expression part).
typedef struct TypeVarInfo {
    const Atom *name;
    uint8_t kind;     // TYPE_VARIABLE, TYPE_PARAM_SPEC, TYPE_VAR_TUPLE
    uint8_t variance; // Variance, as declared
    bool is_syntax;   // PEP 695
    bool is_self;     // typing.Self: bound is the instance of self_class with its own parameters
    uint8_t state;    // 0: not evaluated, 1: being evaluated, 2: done
    ClassInfo *self_class;
    Unit *unit;
    const Ast *node;  // the TypeVar(...) call, or the PEP 695 parameter
    const Type *bound;          // NULL: none (object). Valid in state 2
    const Type **constraints;   // valid in state 2
    uint32_t constraint_count;
    const Type *default_type;   // PEP 696; NULL: none. Valid in state 2
} TypeVarInfo;

enum { TYPE_SCOPE_FREE = 0, TYPE_SCOPE_FRESH = 0x40000000 };
typedef struct TypeVariable {
    Type head;
    TypeVarInfo *info;
    uint32_t scope; // who binds it (checker_new_scope): TYPE_SCOPE_FREE; from TYPE_SCOPE_FRESH on: of a solver
} TypeVariable;

typedef struct TypeWrapper {
    Type head;
    const Type *inner;
} TypeWrapper;

// `type X = ...`, `X: TypeAlias = ...`, or an implicit alias. Evaluated on demand by type_expression.c.
typedef struct AliasInfo {
    const Atom *name;
    Unit *unit;
    const Ast *node;  // TypeAlias, or the Assign / AnnAssign; or the TypeAliasType(...) call
    const Ast *value; // the type expression
    bool is_syntax;   // `type` statement or TypeAliasType(...): its value evaluates to a TypeAliasType instance, not to the class
    uint8_t state;    // 0, 1 being evaluated, 2 done
    bool is_recursive; // it was asked for while being evaluated
    bool is_circular;  // it is nothing but itself: `type X = X | int`; its type is Unknown
    uint32_t scope;   // type scope of its parameters
    const Type **params; // TYPE_VARIABLE ... with `scope`
    uint32_t param_count;
    const Type *type; // valid in state 2
} AliasInfo;
typedef struct TypeAlias {
    Type head;
    AliasInfo *alias;
    uint32_t count; // == alias->param_count (0 while it is being evaluated and takes none)
    const Type *args[];
} TypeAlias;

typedef enum SpecialForm {
#define SPECIAL_FORM(name) FORM_##name,
#include "typecheck/special_forms.def"
#undef SPECIAL_FORM
    FORM_COUNT
} SpecialForm;
typedef struct TypeSpecialForm {
    Type head;
    SpecialForm form;
} TypeSpecialForm;

typedef struct TypeSlot {
    const Type *type; // NULL: free
    uint32_t hash;    // its own, here as well: the types lie far from each other
} TypeSlot;
typedef struct TypeTable {
    TreeArena *arena;
    TypeSlot *slots;
    uint32_t count, capacity;
    const Type *any, *unknown, *never, *none;
} TypeTable;

// ---- making ------------------------------------------------------------------------------------------------------
void type_table_init(TypeTable *table, TreeArena *arena);
// `args`: one for each type parameter (borrowed; copied when new). With count 0 and a generic class the arguments become Unknown.
// For the class tuple use type_tuple; type_instance(tuple) gives tuple[Unknown, ...] or tuple[args[0], ...].
const Type *type_instance(Checker *checker, ClassInfo *cls, const Type *const *args, uint32_t count);
// The instance whose arguments are the class's own parameters: what `self` is inside it.
const Type *type_self_instance(Checker *checker, ClassInfo *cls);
const Type *type_literal_int(Checker *checker, int64_t value);
const Type *type_literal_bool(Checker *checker, bool value);
const Type *type_literal_text(Checker *checker, LiteralKind kind, const char *text, size_t size); // STR, BYTES, BIG_INT
const Type *type_literal_enum(Checker *checker, ClassInfo *cls, const Atom *member);
// (The above make explicit literals.) The same with each literal in it (unions: each item) implicit or explicit.
const Type *type_make_implicit(Checker *checker, const Type *type);
const Type *type_make_explicit(Checker *checker, const Type *type);
static inline bool type_is_implicit_literal(const Type *type);
bool type_same_literal(const Type *left, const Type *right); // both literals, of one value
// Normalises: an element that is TYPE_UNPACKED of a tuple is spliced in; of a Ts becomes the variadic element. Two variadic parts: the second is
// joined into the first (its items widened to their union).
const Type *type_tuple(Checker *checker, const Type *const *items, uint32_t count, int32_t variadic);
const Type *type_tuple_of(Checker *checker, const Type *item); // tuple[item, ...]
// LiteralString: the instance of a class of its own that derives from str (infer_literal.c); every explicit or implicit str literal fits it.
const Type *literal_string_type(Checker *checker);
// What `"a" + "b"` has: a LiteralString that is shown as str, and widened to str where an implicit literal is.
const Type *implicit_literal_string_type(Checker *checker);
// Flattens, drops duplicates and Never; `True | False` literals stay; literals are dropped beside their own class; Unknown absorbs everything. Of nothing: Never.
const Type *type_union(Checker *checker, const Type *const *items, uint32_t count);
const Type *type_union2(Checker *checker, const Type *left, const Type *right);
const Type *type_optional(Checker *checker, const Type *type);
const Type *type_make_open(Checker *checker, const Type *type, bool is_open); // unions; other types as they are
const Type *type_open_to(Checker *checker, const Type *type, const Type *limit); // any type that is no open one yet
const Type *type_union_like(Checker *checker, const TypeUnion *pattern, const Type *const *items, uint32_t count); // as open as the other
const Type *type_class_object(Checker *checker, const Type *instance, bool is_exact); // distributes over a union
const Type *type_wrap(Checker *checker, TypeKind kind, const Type *inner);
const Type *type_variable(Checker *checker, TypeVarInfo *info, uint32_t scope);
const Type *type_of_module(Checker *checker, Module *module);
const Type *type_alias(Checker *checker, AliasInfo *alias, const Type *const *args, uint32_t count);
const Type *type_special_form(Checker *checker, SpecialForm form);
const Type *type_overloaded(Checker *checker, const Type *const *items, uint32_t count, const Type *implementation); // one item and no implementation: that item

// A callable under construction: fill the fields, then callable_finish. `variables` NULL: none.
typedef struct CallableBuilder {
    TypeKind kind; // TYPE_CALLABLE or TYPE_PARAMETERS
    const Type *result, *param_spec;
    const FunctionInfo *info;
    const Type **variables;
    uint32_t variable_count;
    bool is_gradual, is_bound;
    VEC(Parameter) parameters;
} CallableBuilder;
void callable_start(CallableBuilder *builder, TypeKind kind, const Type *result);
void callable_add(Checker *checker, CallableBuilder *builder, ParameterKind kind, const Atom *name, const Type *type, bool has_default);
const Type *callable_finish(Checker *checker, CallableBuilder *builder);
// The same; the builder holds no parameters afterwards.
const Type *callable_finish_last(Checker *checker, CallableBuilder *builder);
// A builder holding a copy of `callable`, to change and finish.
void callable_edit(Checker *checker, CallableBuilder *builder, const Type *callable);
// (*args: Any, **kwargs: Any) -> result, as `Callable[..., result]`.
const Type *callable_gradual(Checker *checker, const Type *result);

// ---- asking ------------------------------------------------------------------------------------------------------
static inline bool type_is_any(const Type *type) { return type->kind <= TYPE_ANY; } // Any or Unknown
static inline bool type_is_variable(const Type *type) { return type->kind >= TYPE_VARIABLE && type->kind <= TYPE_VAR_TUPLE; }
static inline bool type_is_implicit_literal(const Type *type) { return type->kind == TYPE_LITERAL && ((const TypeLiteral *)type)->is_implicit; }
#define AS_INSTANCE(type) ((const TypeInstance *)(type))
#define AS_LITERAL(type) ((const TypeLiteral *)(type))
#define AS_TUPLE(type) ((const TypeTuple *)(type))
#define AS_UNION(type) ((const TypeUnion *)(type))
#define AS_CLASS_OBJECT(type) ((const TypeClassObject *)(type))
#define AS_CALLABLE(type) ((const TypeCallable *)(type))
#define AS_OVERLOADED(type) ((const TypeOverloaded *)(type))
#define AS_MODULE(type) ((const TypeModule *)(type))
#define AS_VARIABLE(type) ((const TypeVariable *)(type))
#define AS_WRAPPER(type) ((const TypeWrapper *)(type))
#define AS_ALIAS(type) ((const TypeAlias *)(type))
#define AS_SPECIAL_FORM(type) ((const TypeSpecialForm *)(type))

static inline bool type_is_open(const Type *type) { return type->kind == TYPE_UNION && AS_UNION(type)->is_open; }

// Iterates the members of a union, or the type itself once:  TYPE_EACH(item, type) { ... }
#define TYPE_EACH(item, type)                                                                                                                        \
    for (uint32_t item##_i = 0, item##_n = type_item_count(type); item##_i < item##_n; item##_i++)                                                   \
        for (const Type *item = type_item(type, item##_i); item; item = NULL)
static inline uint32_t type_item_count(const Type *type) { return type->kind == TYPE_UNION ? AS_UNION(type)->count : 1; }
static inline const Type *type_item(const Type *type, uint32_t i) { return type->kind == TYPE_UNION ? AS_UNION(type)->items[i] : type; }

// The type an alias reference stands for (repeatedly, at most a few levels); other types as they are. Call it before looking at `kind`
// of a type that comes from an annotation.
const Type *type_expand(Checker *checker, const Type *type);
// Implicit literals become their class: `3` -> int, Color.RED -> Color; items of unions too; everywhere inside (tuple items ...) where `deep`. type_strip_literal: explicit ones as well.
const Type *type_widen_literal(Checker *checker, const Type *type, bool deep);
const Type *type_strip_literal(Checker *checker, const Type *type, bool deep);
// The class whose members the value has: of an instance, a literal, a tuple, None (NoneType), a callable (types.FunctionType / MethodType), a module
// (ModuleType), a class object: its METACLASS. NULL: Any, unions, variables (take the bound first: type_upper_bound).
ClassInfo *type_class(Checker *checker, const Type *type);
// As an instance: literal -> int, tuple -> TypeTuple itself, None -> NoneType instance; otherwise the type.
const Type *type_as_instance(Checker *checker, const Type *type);
// Replaces a TypeVar by its bound or the union of its constraints (object if none), Self by its class; unions item by item. Other types as they are.
const Type *type_upper_bound(Checker *checker, const Type *type);
// `object`, `int`... of builtins, or a class of typing/types etc.; see checker.h for the cached ones.
bool type_is_instance_of(const Type *type, const ClassInfo *cls); // TYPE_INSTANCE of exactly that class
// True when some part satisfies `test`.
bool type_any_part(const Type *type, bool (*test)(const Type *part, void *context), void *context);
// Rebuilds the type with each direct and indirect part mapped bottom-up: `map` gets a part and returns its replacement (or the part). Aliases' arguments are mapped,
// their values are not. A TYPE_UNPACKED or TypeTuple given for a TYPE_VAR_TUPLE is spliced; a TYPE_PARAMETERS given for a ParamSpec is merged.
typedef const Type *(*TypeMapper)(Checker *checker, const Type *part, void *context);
const Type *type_map(Checker *checker, const Type *type, TypeMapper map, void *context);

// ---- showing (type_print.c) --------------------------------------------------------------------------------------
// As mypy shows types in messages: int, list[int], Callable[[int], str], int | None, type[C], Literal[3], Any, Never, overloaded function. Short names;
// `qualified`: as reveal_type does ("builtins.int", "builtins.list[builtins.int]", "def (x: builtins.int) -> builtins.str", "Literal[3]?").
const char *type_show(Checker *checker, const Type *type, bool qualified);
#endif
