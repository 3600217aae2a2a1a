// types.SimpleNamespace: an object that is only attributes. Its type is made when the sys module is (sys.implementation is one).
#ifndef TYPHON_RUNTIME_NAMESPACE_H
#define TYPHON_RUNTIME_NAMESPACE_H
#include "runtime/vm.h"
extern const TypeSpec namespace_spec;
MAY_RAISE Value namespace_new(VM *vm, Type *type);
#endif
