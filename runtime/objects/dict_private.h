// What dict.c and dict_views.c share; and the guard against containers that hold themselves.
#ifndef TYPHON_RUNTIME_DICT_PRIVATE_H
#define TYPHON_RUNTIME_DICT_PRIVATE_H
#include "runtime/objects/dict.h"
typedef enum DictIteration { DICT_ITERATE_KEYS, DICT_ITERATE_VALUES, DICT_ITERATE_ITEMS } DictIteration;
MAY_RAISE Value dict_iterator_new(VM *vm, Dict *dict, DictIteration kind, bool reversed);
MAY_RAISE Value dict_view_new(VM *vm, Dict *dict, Type *type);
Dict *dict_view_dict(Value view);
MAY_RAISE Value dict_from_keys(VM *vm, Value class, Value keys, Value value); // class.fromkeys(keys, value)
// 1: entered (call repr_leave after), 0: `container` is being shown already, -1: RecursionError. What is being shown stands on the root stack.
MAY_RAISE int repr_enter(VM *vm, Value container);
void repr_leave(VM *vm, Value container);
#endif
