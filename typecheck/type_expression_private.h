// What the type_expression*.c files share: one annotation being converted.
#ifndef TYPHON_TYPECHECK_TYPE_EXPRESSION_PRIVATE_H
#define TYPHON_TYPECHECK_TYPE_EXPRESSION_PRIVATE_H
#include "typecheck/infer.h"

typedef struct Conversion {
    Unit *unit;
    Checker *checker;
    const Ast *place; // the real node in whose place the text stands: scopes of names and type variables, reports in late trees
    bool is_late;     // inside of a string: nodes have no memos, no parents
    AnnotationResult *result; // qualifiers found (Final, ClassVar ...)
    int depth;
    int inherited_flags;    // of the generic whose arguments are converted
} Conversion;

// Flags that parts of a type inherit from the whole.
enum { INHERITED_FLAGS = TYPE_EXPRESSION_FORWARD | TYPE_EXPRESSION_NO_VARIABLES | TYPE_EXPRESSION_FREE_VARIABLES | TYPE_EXPRESSION_IS_BOUND | TYPE_EXPRESSION_IS_VALUE };
const Type *convert_type(Conversion *c, const Ast *node, int flags);
// X[...] where X is the special form.
const Type *convert_form(Conversion *c, const AstSubscript *node, SpecialForm form, int flags);
const Type *convert_bare_form(Conversion *c, const Ast *node, SpecialForm form, int flags);
// X[...] where X is a generic class or alias with these parameters. `cls` NULL: an alias.
const Type *convert_arguments(Conversion *c, const AstSubscript *node, const Type *const *params, uint32_t count, const char *what, const Type **out);
// The subscript's items as an array.
AstNodes subscript_items(Conversion *c, const AstSubscript *node);
const Type *convert_tuple(Conversion *c, const AstSubscript *node, int flags);
// [int, str], ..., P, Concatenate[int, P]: what a ParamSpec takes. NULL: none of these.
const Type *convert_parameter_list(Conversion *c, const Ast *node, int flags, bool bare_types);
const Type *type_error(Conversion *c, const Ast *node, const char *format, ...) __attribute__((format(printf, 3, 4)));
const Type *argument_error(Conversion *c, const Ast *node, const char *format, ...) __attribute__((format(printf, 3, 4)));
#endif
