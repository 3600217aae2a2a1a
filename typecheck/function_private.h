// What the function*.c files share: what is known about one def or lambda.
#ifndef TYPHON_TYPECHECK_FUNCTION_PRIVATE_H
#define TYPHON_TYPECHECK_FUNCTION_PRIVATE_H
#include "typecheck/infer.h"

typedef struct FunctionRecord {
    FunctionInfo info;
    bool has_info;
    uint8_t signature_state, decorated_state, inferred_state; // 0, 1: being evaluated, 2: final
    const Type *signature;
    const Type *decorated; // by its own decorators; overloads and earlier parts of a property not merged
    const Type *inferred;  // result of an unannotated function as a caller sees it
} FunctionRecord;
FunctionRecord *function_record(Unit *unit, const Ast *node);

// What a decorator that the checker knows by name does.
typedef enum DecoratorKind {
    DECORATOR_OTHER, // an ordinary call
    DECORATOR_STATIC, DECORATOR_CLASS, DECORATOR_OVERLOAD, DECORATOR_FINAL, DECORATOR_OVERRIDE, DECORATOR_ABSTRACT, DECORATOR_NO_TYPE_CHECK, DECORATOR_TYPE_CHECK_ONLY, DECORATOR_DEPRECATED, DECORATOR_TRANSFORM,
    DECORATOR_ABSTRACT_CLASS, DECORATOR_ABSTRACT_STATIC,
    DECORATOR_PROPERTY, DECORATOR_ABSTRACT_PROPERTY, DECORATOR_CACHED_PROPERTY,
    DECORATOR_SETTER, DECORATOR_GETTER, DECORATOR_DELETER, // @x.setter
} DecoratorKind;
DecoratorKind decorator_kind(Unit *unit, const AstFunctionDef *def, const Ast *decorator);
#endif
