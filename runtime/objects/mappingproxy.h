// mappingproxy: a read-only view of a mapping, such as the namespace of a class.
#ifndef TYPHON_RUNTIME_MAPPINGPROXY_H
#define TYPHON_RUNTIME_MAPPINGPROXY_H
#include "runtime/vm.h"
typedef struct MappingProxy {
    Object head;
    Value mapping;
} MappingProxy;
MAY_RAISE Value mappingproxy_new(VM *vm, Value mapping);
#endif
