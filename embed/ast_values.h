// Syntax trees as objects of the module `ast`, for ast.parse() and compile() with PyCF_ONLY_AST.
#ifndef TYPHON_EMBED_AST_VALUES_H
#define TYPHON_EMBED_AST_VALUES_H
#include "parser/ast.h"
#include "runtime/vm.h"
// The tree as instances of the classes in `classes`, the namespace of the module. Runs no script. VALUE_ERROR: an exception is set.
MAY_RAISE Value ast_to_value(VM *vm, Dict *classes, const Source *source, const Ast *root);
#endif
