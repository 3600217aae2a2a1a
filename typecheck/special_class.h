// What the files about special classes (dataclass.c, enum.c, typed_dict.c, named_tuple.c) and the checks of classes and functions (check_*.c) share.
#ifndef TYPHON_TYPECHECK_SPECIAL_CLASS_H
#define TYPHON_TYPECHECK_SPECIAL_CLASS_H
#include "typecheck/infer.h"

// ---- reading class bodies and calls
// The names that the statements of the class's own body bind, in the order of their first definition.
void class_body_bindings(ClassInfo *cls, BindingList *out);
// The declaration of `binding` that has an annotation of its own, the first one in the class body; NULL: none.
Declaration *annotated_declaration(const Binding *binding);
// Does some declaration in the class body (not through self) give it a value?
bool has_class_value(const Binding *binding);
const Ast *keyword_argument(const AstNodes *keywords, const char *name); // its value, or NULL
int ast_constant_truth(const Ast *node); // True: 1, False: 0, anything else -1
const Atom *ast_constant_text(Checker *checker, const Ast *node); // of a string constant, or NULL
const Atom *fixed_text(Unit *unit, const Ast *node); // ... or of a Final name that stands for one (specification, "Final")
// The decorator itself: of `@f(...)` the f.
static inline const Ast *decorator_callee(const Ast *decorator) { return decorator->kind == AST_Call ? ((const AstCall *)decorator)->func : decorator; }
// Is one of the decorators `module.name` (called or not)? Gives the decorator expression, or NULL.
const Ast *find_decorator(Unit *unit, const AstNodes *decorators, const char *module, const char *name);
// A dotted or plain name's last part; NULL: another expression.
const Atom *last_name(const Ast *node);
bool is_dunder(const Atom *name);
// __x in a class body, seen mangled (_C__x): private to class `cls`.
bool is_private_name(const ClassInfo *cls, const Atom *name);
// Does this class itself (not a base) define the name in its body?
bool class_body_defines(ClassInfo *cls, const char *name);
// The message of @deprecated(...) that is no string literal is reported.
void deprecated_message_check(Unit *unit, const AstNodes *decorators);
// Under `if TYPE_CHECKING:` nothing is defined at run time.
bool is_type_checking_only(Unit *unit, const Ast *node);
Span definition_span(const Ast *node); // the name of a def or class; other nodes: all of it

// ---- synthesised methods: method_start, callable_add ..., method_finish
typedef enum MethodKind { METHOD_INSTANCE, METHOD_CLASS, METHOD_NEW } MethodKind;
// The receiver parameter is already in it.
void method_start(ClassInfo *cls, CallableBuilder *builder, const char *name, MethodKind kind, const Type *result);
const Type *method_finish(ClassInfo *cls, CallableBuilder *builder);
// Makes it a member.
void method_declare(ClassInfo *cls, const char *name, CallableBuilder *builder);
// tuple[Literal["a"], Literal["b"]]
const Type *text_tuple(Checker *checker, const Atom *const *names, uint32_t count);
// A type variable for synthesised signatures.
const Type *synthesised_variable(Checker *checker, const char *name);

// ---- dataclass.c
// The field `name` of the dataclass that `cls` is or derives from; NULL: none.
const DataclassField *dataclass_field(ClassInfo *cls, const Atom *name);
// Parameters of @dataclass_transform(...) that nobody knows, aloud.
void transform_options_check(Unit *unit, const AstNodes *decorators);
// Is `value` a call of a field specifier that is a class (`x: int = ModelField()`)? Such an object need not fit the declared type.
bool dataclass_is_specifier_object(ClassInfo *cls, const Ast *value);
// ---- typed_dict.c
// What a value under a key nobody knows is: the union of all items and of the extra ones. NULL: the TypedDict is open; or, with `changing`, an item must stay or can't be set
// (specification, "Interaction with dict[str, VT]").
const Type *typed_dict_values(ClassInfo *cls, bool changing);
// get, pop or setdefault for the string literal `key` that the TypedDict doesn't list: the method as it is for its extra items, not bound. NULL: it has none.
const Type *typed_dict_extra_method(ClassInfo *cls, const Atom *name, const Type *key);

// ---- enum.c
const EnumMember *enum_find(ClassInfo *cls, const Atom *name);

// ---- class_call_check: errors of NamedTuple(...), namedtuple(...), TypedDict(...), Enum(...) calls, aloud
bool named_tuple_has_field(const NamedTupleInfo *info, const Atom *name);
void named_tuple_call_check(Unit *unit, const AstCall *call, ClassInfo *cls);
void typed_dict_call_check(Unit *unit, const AstCall *call, ClassInfo *cls);
void enum_call_check(Unit *unit, const AstCall *call, ClassInfo *cls);
void class_call_check(Unit *unit, const AstCall *call, ClassInfo *cls); // whichever it is

// ---- checks (check_override.c, check_overload.c, check_type_params.c)
void overrides_check(ClassInfo *cls);
void overloads_check(Unit *unit, const Ast *node); // at the first of a group of overloads
void class_bases_check(ClassInfo *cls);
// Is there a `__slots__` of its own with a name in it? Instances then have a layout that goes with no other such class's.
bool class_has_slots(ClassInfo *cls);
bool class_has_slot_named(ClassInfo *cls, const Atom *name); // itself or a base
void class_variance_check(ClassInfo *cls);

#define report_text(unit, node, ...) check_report((unit), (node), MISC, diag_text(check_text((unit)->checker, __VA_ARGS__)))
#define report_text_at(unit, span, id, ...) check_report_span((unit), (span), DIAG_##id, 1, (DiagArg[]){diag_text(check_text((unit)->checker, __VA_ARGS__))})
#endif
