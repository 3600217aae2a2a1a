// ClassInfo: the declaration of a class: who its bases are, what it has, how it behaves. Filled in stages, each on demand and guarded against cycles:
//
//     1. class_of_node / class_new: identity, name, flags from syntax.
//     2. class_header (type parameters, bases, MRO, metaclass, kind flags): needs only the headers of the bases. While a header is being evaluated
//        (state 1) the class may be named, but has no bases yet.
//     3. members: class_member finds the declarations by name; the type of each is evaluated when it is asked for.
//     4. special kinds: dataclass fields, TypedDict items, named tuple fields, enum members: class_dataclass, class_typed_dict ... evaluated when first
//        asked for; each adds synthesised members (__init__, __match_args__, ...) that class_member then finds as declared members.
//
// In all member types the class's own type parameters stand as variables with scope `type_scope`; access through an instance substitutes its arguments
// (class_lookup does).
#ifndef TYPHON_TYPECHECK_CLASS_H
#define TYPHON_TYPECHECK_CLASS_H
#include "typecheck/module.h"

typedef struct DataclassOptions {
    bool init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot;
} DataclassOptions;
typedef struct DataclassTransform { // @dataclass_transform(...): on a function, a metaclass or a base class
    bool eq_default, order_default, kw_only_default, frozen_default;
    const Type **field_specifiers; // types of the listed specifiers (functions or class objects)
    uint32_t field_specifier_count;
} DataclassTransform;
typedef struct DataclassField {
    const Atom *name, *alias; // alias: parameter name of __init__
    const Type *type;         // declared (InitVar[T]: T); in terms of the class's own parameters
    const Type *converter;    // input type of a converter, or NULL
    Declaration *declaration;
    ClassInfo *owner;
    bool has_default, in_init, kw_only, is_init_var, is_class_var;
} DataclassField;
typedef struct DataclassInfo {
    DataclassOptions options;
    const DataclassTransform *transform; // NULL: dataclasses.dataclass
    VEC(DataclassField) fields; // inherited ones first, overridden in place
    bool base_is_frozen, base_is_not_frozen;
} DataclassInfo;

typedef struct TypedDictItem {
    const Atom *key;
    const Type *type;
    bool is_required, is_read_only;
    const Ast *node; // where it was declared
    Unit *unit;
    ClassInfo *owner;
} TypedDictItem;
typedef struct TypedDictInfo {
    VEC(TypedDictItem) items; // inherited ones first
    PtrMap by_key; // Atom -> 1 + index
    bool is_total, is_closed; // closed=True (PEP 728), inherited
    const Type *extra_items;  // type of extra_items=; NULL: not given (object read-only when open, Never when closed)
    bool extra_read_only;
} TypedDictInfo;

typedef struct EnumMember {
    const Atom *name;
    const Type *value; // type of `.value` (literal when known)
    Declaration *declaration;
} EnumMember;
typedef struct EnumInfo {
    VEC(EnumMember) members; // in order; aliases are not members
    PtrMap by_name;          // Atom -> 1 + index
    const Type *value_type;  // declared `_value_: int`, or NULL
    bool is_flag;
} EnumInfo;

typedef struct NamedTupleField {
    const Atom *name;
    const Type *type;
    bool has_default;
    Declaration *declaration;
} NamedTupleField;
typedef struct NamedTupleInfo {
    VEC(NamedTupleField) fields;
    bool is_dynamic; // the field list could not be understood: anything goes
} NamedTupleInfo;

typedef enum ClassState { CLASS_NEW, CLASS_HEADER_RUNNING, CLASS_READY } ClassState;

typedef struct BindingMemo BindingMemo;

struct ClassInfo {
    const Atom *name;
    const char *qualified; // "module.Outer.C"
    Checker *checker;
    Unit *unit;            // NULL: synthesised entirely
    const AstClassDef *node; // NULL: made by a call (NamedTuple(...), NewType(...), TypedDict(...), Enum(...), type(...)) or synthesised
    const Ast *made_by;    // that call
    Scope *scope;          // of the class body, or NULL
    Declaration *declaration;
    ClassState state;
    // ---- header (valid from CLASS_READY on)
    uint32_t type_scope;   // scope id of its type parameters
    const Type **type_params; // TYPE_VARIABLE, TYPE_PARAM_SPEC, TYPE_VAR_TUPLE
    uint32_t type_param_count;
    uint8_t *variances;    // Variance of each parameter; VARIANCE_AUTO until class_variance has inferred it
    const Type **bases;    // TYPE_INSTANCE or TYPE_TUPLE, in terms of the parameters; `object` when none is written; Unknown bases left out (see has_unknown_base)
    uint32_t base_count;
    const Type **mro;      // C3; itself first (type_self_instance), object last; each in terms of the own parameters
    uint32_t mro_count;
    const Type *metaclass; // class object's class as an instance type; `type` when none; Unknown when it can't be known
    const TypeTuple *tuple_base; // the tuple shape it derives from (itself included for NamedTuple), or NULL
    const Type *self_variable;   // typing.Self for this class (lazily: class_self_variable)
    bool has_unknown_base;  // a base is Any/Unknown: any attribute may exist, any instance may fit
    bool is_protocol, is_runtime_checkable, is_final, is_abstract_meta /* ABCMeta */, is_enum, is_typed_dict, is_named_tuple, is_new_type, is_dataclass_like;
    bool is_type_check_only, is_special_builtin, is_disjoint_base, has_explicit_generic;
    bool is_partial;        // infer_partial.c: of one call of functools.partial; stands for its base
    bool is_sentinel;       // of `MISSING = Sentinel("MISSING")`: the class of that one object, which is the enum literal of the class (PEP 661)
    bool is_intersection;   // synthesised by narrowing: <subclass of "A" and "B">
    bool variance_running;
    bool is_implicit_literal_string; // infer_literal.c
    bool header_waits;      // a base's header was being evaluated itself: this one is to be evaluated again
    bool mro_failed;        // the bases have no consistent order: mro is a makeshift
    bool has_total_ordering; // @functools.total_ordering
    BindingMemo *protocol_members; // memo of class_protocol_members
    BindingMemo *abstract_members; // memo of class_abstract_members
    const char *deprecated;
    const Type *new_type_base; // NewType: its supertype
    const DataclassTransform *transform; // @dataclass_transform on this class: applies to its subclasses / instances of this metaclass
    // ---- members
    struct StubClass *unread; // of a stub: what of its body has not been read (NULL: it is all there); `scope` is without it, see class_scope
    PtrMap members;         // Atom -> Binding *: memo of class_own_member (NULL-able by the marker below)
    PtrMap synthesised;     // Atom -> Binding *: made by dataclass.c etc.
    bool specials_done, specials_running; // class_specials
    DataclassInfo *dataclass;
    TypedDictInfo *typed_dict;
    EnumInfo *enumeration;
    NamedTupleInfo *named_tuple;
    PtrMap protocol_cache;  // relate.c
    void *active_matches;   // relate_protocol.c: matches of this protocol under way
    const Type *constructor; // memo of infer_call.c: the class as a callable
    const struct PropertyInfo *property; // a class synthesised for one property object, or NULL
};

// ---- making (class_declaration.c) -------------------------------------------------------------------------------------
// The class a ClassDef declares; made on first call (state CLASS_NEW).
ClassInfo *class_of_node(Unit *unit, const AstClassDef *node);
// A class without a ClassDef. Bases must be ready. Header is complete (CLASS_READY) afterwards.
ClassInfo *class_synthesise(Checker *checker, const Atom *name, Unit *unit, const Ast *made_by, const Type *const *bases, uint32_t base_count);
// Evaluates the header. Errors in it are reported only by class_check (check_class.c), which evaluates the same expressions aloud.
// In a cycle (class C(C)) the class becomes ready with `object` as base.
void class_header(ClassInfo *cls);
// The class a NamedTuple(...), namedtuple(...), NewType(...), TypedDict(...), Enum("E", ...), type("C", ...) call makes, or NULL when `call` is none. Called by infer_call
// for calls of these; memoised by node. `name_hint`: the target it is assigned to, or NULL.
ClassInfo *class_of_call(Unit *unit, const AstCall *call);
// Dataclass, enum, TypedDict, NamedTuple parts; cheap when none.
void class_specials(ClassInfo *cls);
const Type *class_self_variable(ClassInfo *cls);
// What the uses of the parameter in the members say, whatever is declared. BIVARIANT: it is not used.
Variance class_inferred_variance(ClassInfo *cls, uint32_t param);
// Inferred when it was AUTO (PEP 695; by trying substitutions of upper and lower for the parameter: specification, "variance inference").
Variance class_variance(ClassInfo *cls, uint32_t param);
// In dataclass.c, enum.c, typed_dict.c, named_tuple.c: called by class_specials.
void dataclass_complete(ClassInfo *cls);
void enum_complete(ClassInfo *cls);
void typed_dict_complete(ClassInfo *cls);
void named_tuple_complete(ClassInfo *cls);
// named_tuple.c: the shape of a NamedTuple class, once its fields are known (bases, mro and tuple_base are brought in line). The header calls class_specials for such classes.
const Type *class_sentinel_value(ClassInfo *cls); // the object of a class with is_sentinel: a literal
void class_set_tuple_base(ClassInfo *cls, const Type *tuple);
// The options of a `dataclass_transform(...)` decorator.
const DataclassTransform *dataclass_transform_of(Unit *unit, const AstCall *call);
// Aloud: the expressions of the class statement (decorators, bases, keywords, type parameters) and what is wrong with the header as such: bases that are no classes, lists of Generic and
// Protocol, type variables of outer scopes, bases without a consistent order. Rules about particular bases (final, protocols, metaclass conflicts, TypedDict, enums) are check_class.c's.
void class_header_check(ClassInfo *cls);
// Declares a synthesised member.
Binding *class_add_synthesised(ClassInfo *cls, const Atom *name, const Type *type);

// ---- members (class_member.c) --------------------------------------------------------------------------------------------
typedef enum LookupFlags {
    LOOKUP_SKIP_INSTANCE = 1, // no `self.x` attributes: dunder methods, access through the class
    LOOKUP_SKIP_OBJECT = 2,   // not those of `object`
    LOOKUP_SKIP_SELF = 4,     // start at the second class of the MRO (super)
    LOOKUP_SKIP_TYPE = 8,     // on a metaclass: not those of `type`
    LOOKUP_DECLARED = 16,     // prefer a declared binding further up over an inferred one here (assignment targets)
} LookupFlags;
typedef struct MemberLookup {
    Binding *binding;    // NULL: not found
    ClassInfo *owner;    // class that has it
    const Type *owner_type; // its entry of the MRO with the receiver's arguments: TYPE_INSTANCE or TYPE_TUPLE
    bool is_instance_member; // only `self.x = ...`, or a variable declared in the body without ClassVar: each instance has its own
    bool is_class_var;   // declared ClassVar, or a def / nested class / assigned without annotation in the body
    bool has_unknown_base; // not found, but a base is unknown
} MemberLookup;
// The body of a stub's class is not read with its head, which is all that most annotations need: a member is read when it is asked for by name, as a text of its own, and the whole
// of it when something asks for all names. Equation: while `unread`, `unit`, `node` and `scope` are those of the head alone; every unit that holds a part of it has the class and
// its type scope under its own node.
typedef struct StubClass StubClass;
StubClass *stub_class_begin(TreeArena *arena, const char *start, const char *end); // of a chunk of one statement; NULL: it is read at once
size_t stub_class_head(const StubClass *cls);                                      // bytes of its decorators and first line
void class_read_body(ClassInfo *cls);
Binding *class_read_member(ClassInfo *cls, const Atom *name); // NULL: it has none, or the whole body had to be read
// The scope of the body, whole.
static inline Scope *class_scope(ClassInfo *cls) {
    if (cls->unread) class_read_body(cls);
    return cls->scope;
}
// The member declared by this class itself (body or self attribute or synthesised); NULL: none.
Binding *class_own_member(ClassInfo *cls, const Atom *name, bool with_instance_attributes);
// Along the MRO of `receiver` (TYPE_INSTANCE, TYPE_TUPLE, ...: type_as_instance).
MemberLookup class_lookup(Checker *checker, const Type *receiver, const Atom *name, int flags);
// Does the metaclass, unless it is `type`, say itself what the special method does?
bool metaclass_defines(const ClassInfo *cls, const char *name);
// binding_type of the found member with the receiver's arguments substituted. Self stays a variable: the accessor binds it (infer_attribute.c).
const Type *member_type(Checker *checker, const MemberLookup *found);
const Type *member_declared_type(Checker *checker, const MemberLookup *found); // NULL: not declared
// The instance of `ancestor` among the bases of `instance`, with arguments substituted; NULL when it isn't one. tuple: the TypeTuple.
const Type *class_as_base(Checker *checker, const Type *instance, const ClassInfo *ancestor);
bool class_derives(const ClassInfo *cls, const ClassInfo *ancestor); // nominally
// Names of all protocol members along the protocol classes of the MRO. Memoised.
typedef VEC(Binding *) BindingList;
void class_protocol_members(ClassInfo *cls, BindingList *members);
// Abstract members that `cls` has not implemented: first names in `*names`. Also unimplemented members of explicit protocol bases in a final/instantiated class.
void class_abstract_members(ClassInfo *cls, BindingList *members);

// ---- type expressions (type_expression.c, type_variable.c) ---------------------------------------------------------------------
// What a name or attribute chain in a type expression stands for.
typedef enum EntityKind { ENTITY_UNKNOWN, ENTITY_NOT_FOUND, ENTITY_CLASS, ENTITY_ALIAS, ENTITY_VARIABLE, ENTITY_FORM, ENTITY_MODULE, ENTITY_FUNCTION, ENTITY_VALUE } EntityKind;
typedef struct Entity {
    EntityKind kind;
    ClassInfo *cls;
    AliasInfo *alias;
    TypeVarInfo *variable;
    SpecialForm form;
    Module *module;
    Declaration *declaration;
} Entity;
// Of a base expression: what stands in front of [...], and what that names, aliases followed.
const Ast *class_base_head(const Ast *base);
Entity class_base_entity(Unit *unit, const Ast *base);
Entity entity_of(Unit *unit, Scope *scope, const Ast *node); // Name or Attribute; UNKNOWN for other expressions
Entity entity_of_declaration(Declaration *declaration);
// Is it one of typing's special forms?
bool declaration_special_form(const Declaration *declaration, SpecialForm *form);
// The module-level name that the entity of `node` has in typing / typing_extensions / builtins / dataclasses ...: "typing.TypeVar"; NULL: not of a stub.
bool entity_is(const Entity *entity, const char *module, const char *name);
// Is it dataclass_transform of typing, or the function of that name in underscores that stubs from before its specification declare for themselves?
bool entity_is_transform(const Entity *entity);
typedef enum TypeExpressionFlags {
    TYPE_EXPRESSION_ALLOW_FINAL = 1, TYPE_EXPRESSION_ALLOW_CLASS_VAR = 2, TYPE_EXPRESSION_ALLOW_REQUIRED = 4, // Required, NotRequired, ReadOnly
    TYPE_EXPRESSION_ALLOW_UNPACK = 8,      // *Ts, Unpack[...]: in tuples, args of generics, *args, **kwargs
    TYPE_EXPRESSION_ALLOW_PARAM_SPEC = 16, // a bare P, [int, str], ...: as argument of a generic over a ParamSpec
    TYPE_EXPRESSION_ALLOW_TYPE_ALIAS = 32, // `TypeAlias` itself
    TYPE_EXPRESSION_ALLOW_GUARD = 64,      // TypeGuard, TypeIs: results
    TYPE_EXPRESSION_ALLOW_INIT_VAR = 128,
    TYPE_EXPRESSION_FORWARD = 256,         // names may be used before they are bound (stub, string, PEP 695, future annotations)
    TYPE_EXPRESSION_IS_BASE = 512,         // a base class expression: Generic[...], Protocol[...] allowed
    TYPE_EXPRESSION_NO_VARIABLES = 1024,   // type variables are an error here (PEP 695 alias with old ones, ClassVar)
    TYPE_EXPRESSION_ALLOW_VAR_TUPLE = 4096, // a bare Ts: what stands behind the star
    TYPE_EXPRESSION_ALLOW_P_ARGS = 8192, TYPE_EXPRESSION_ALLOW_P_KWARGS = 16384, // P.args of *args, P.kwargs of **kwargs
    TYPE_EXPRESSION_IS_BOUND = 32768,      // of a type variable
    TYPE_EXPRESSION_IS_VALUE = 131072,     // list[x] outside of annotations: an x that may be anything may be a type
    TYPE_EXPRESSION_IS_PARAMETER = 65536,  // of a parameter or result: Final, ClassVar are wrong, Self is looked at
    TYPE_EXPRESSION_FREE_VARIABLES = 2048, // variables not bound by an enclosing scope stay TYPE_SCOPE_FREE without error (values of aliases, signatures: function.c rescopes)
} TypeExpressionFlags;
// What is allowed where: always the same flags at the same place, since the memo is by node and flags.
enum {
    ANNOTATION_OF_PARAMETER = TYPE_EXPRESSION_IS_PARAMETER,
    ANNOTATION_OF_ARGS = TYPE_EXPRESSION_IS_PARAMETER | TYPE_EXPRESSION_ALLOW_UNPACK | TYPE_EXPRESSION_ALLOW_P_ARGS,     // *args: T
    ANNOTATION_OF_KWARGS = TYPE_EXPRESSION_IS_PARAMETER | TYPE_EXPRESSION_ALLOW_UNPACK | TYPE_EXPRESSION_ALLOW_P_KWARGS, // **kwargs: T
    ANNOTATION_OF_RESULT = TYPE_EXPRESSION_IS_PARAMETER | TYPE_EXPRESSION_ALLOW_GUARD,
};
typedef struct AnnotationResult {
    const Type *type;      // NULL: no type said (`Final`, `ClassVar` alone)
    bool is_final, is_class_var, is_required, is_not_required, is_read_only, is_init_var, is_type_alias, is_deprecated;
    bool type_is_absent; // `Final` alone: `type` is NULL
} AnnotationResult;
// The type `node` denotes. Errors ([valid-type], [type-arg], [misc], [name-defined]...) are reported through check_report, i.e. only when not silent; memoised by node
// (an evaluation without errors is final). Variables are bound to the nearest enclosing class, function or alias that has them (type_variable_scope).
AnnotationResult annotation_of(Unit *unit, const Ast *node, int flags);
const Type *type_of_annotation(Unit *unit, const Ast *node, int flags);
// The alias a declaration is, or NULL: `type` statement, explicit `TypeAlias`, or an implicit alias (a single plain assignment at module or class level of what can be a type expression).
AliasInfo *alias_of_declaration(Declaration *declaration);
const Type *alias_type(AliasInfo *alias); // evaluates it
// `List = list`: the generic class, form or other alias that a plain other name stands for; UNKNOWN: it is no plain name.
Entity alias_target(AliasInfo *alias);
const Type *alias_specialise(Checker *checker, AliasInfo *alias, const Type *const *args, uint32_t count);
// TypeVarInfo of `T = TypeVar("T", ...)`, ParamSpec, TypeVarTuple declarations or a PEP 695 parameter; NULL: not one. class_of_call's sibling for calls: memoised by node.
TypeVarInfo *type_variable_of_declaration(Declaration *declaration);
TypeVarInfo *type_variable_of_call(Unit *unit, const AstCall *call);
// Evaluates bound, constraints, default (state 2).
void type_variable_complete(Checker *checker, TypeVarInfo *info);
// The scope id in which a variable used at `node` is bound; TYPE_SCOPE_FREE when none.
uint32_t type_variable_scope(Unit *unit, const Ast *node, const TypeVarInfo *info);
// Arguments for the parameters `params`, from what was written: matches TypeVarTuple and ParamSpec, fills defaults (PEP 696), checks bounds and constraints (aloud at `node`). `out`: param_count entries.
void type_arguments_match(Unit *unit, const Ast *node, const Type *const *params, uint32_t param_count, const Type *const *args, uint32_t arg_count, const char *what, const Type **out);
// A tree made of the text of a string annotation, its spans shifted to where it stands; NULL: it does not parse (reported aloud).
const Ast *string_annotation_tree(Unit *unit, const AstConstant *node);
// The variables (TypeVarInfo) that a def, class or alias binds, with the scope id they get.
typedef struct TypeScope {
    uint32_t scope;
    VEC(TypeVarInfo *) infos;
    bool running;
} TypeScope;
TypeScope *type_scope_of(Unit *unit, const Ast *node);
// With a type expression used as a value (`list[int]`, `int | None`, "X = ..."): the class object or UnionType value; infer_expression of Subscript asks it. NULL: not a type expression.
const Type *type_expression_value(Unit *unit, const AstSubscript *node, const Type *base);

// ---- signatures (function.c) --------------------------------------------------------------------------------------------------------
// The undecorated signature of a def or lambda: TYPE_CALLABLE. The result of `async def` is already Coroutine[Any, Any, R]; of generators the annotation. An unannotated result is
// inferred (function_inferred_result) only when it is asked for: until then the callable's result is Unknown and the caller uses callable_result.
const Type *function_signature(Unit *unit, const Ast *node);
// With decorators applied: property objects, staticmethod, classmethod, contextmanager...; the overloaded type at the last of a group of @overload.
const Type *function_decorated_type(Declaration *declaration);
const FunctionInfo *function_info(Unit *unit, const Ast *node);
// Result of a call of `callable`: its result, inferred from the body when not annotated (never for stubs; recursion gives Unknown).
const Type *callable_result(Checker *checker, const TypeCallable *callable);
// Declared result as seen inside the body: what `return` must fit; for generators their return type; NULL: not annotated.
const Type *function_return_type(Unit *unit, const Ast *node);
// Yield and send types from the declared result of a generator. False: not a generator type.
bool function_yield_types(Unit *unit, const Ast *node, const Type **yielded, const Type **sent);
// Aloud: a list of type parameters as written, and the parameters a class takes from its bases (`params`): their bounds, defaults and order (PEP 695, PEP 696).
void type_parameters_check(Unit *unit, const AstNodes *nodes);
void type_parameter_order_check(Unit *unit, const Ast *node, const Type *const *params, uint32_t count);
// Aloud: the expressions of the signature (annotations, type parameters, defaults of parameters without annotation: the others are check_function.c's) and the decorators with their calls.
void function_signature_check(Unit *unit, const Ast *node);
// The instance of a synthesised class that stands for a property.
const Type *property_type(Checker *checker, const struct PropertyInfo *property);
// Property: a synthesised class holds getter, setter, deleter. NULL: `type` is no property.
typedef struct PropertyInfo {
    const Type *getter, *setter, *deleter; // TYPE_CALLABLE taking self (unbound), or NULL
    const FunctionInfo *info;
    bool is_cached, is_abstract, is_final, is_class_property;
} PropertyInfo;
const PropertyInfo *type_property(const Type *type);

// ---- checks of a class (check_class.c) and a function (check_function.c), called by check_statement.c -----------------------------------------
void class_check(Unit *unit, const AstClassDef *node);
// The declaration of a type variable, an alias, a class by call: its errors, aloud (type_variable.c, alias.c). Others: nothing.
void declaration_check_special(Unit *unit, Declaration *declaration);
void declaration_redefinition_check(Unit *unit, const Ast *node); // a def or class whose name an earlier one in the same block has
// Whether the value of an annotated name in a class body stands for a default that is checked elsewhere: `x: int = field(...)` of a dataclass, an enum member.
bool class_accepts_field_default(Unit *unit, const AstAnnAssign *node);
void function_check(Unit *unit, const Ast *node); // signature, defaults, overload consistency; then its body (statements_check)
void dataclass_check(ClassInfo *cls);
void enum_check(ClassInfo *cls);
void typed_dict_check(ClassInfo *cls);
void named_tuple_check(ClassInfo *cls);
#endif
