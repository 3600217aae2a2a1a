// What the files about exceptions share: exception.c (BaseException and the table of specs), exception_types.c (those with fields),
// exception_group.c.
#ifndef TYPHON_RUNTIME_EXCEPTION_PRIVATE_H
#define TYPHON_RUNTIME_EXCEPTION_PRIVATE_H
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"

// A fresh instance with these args and no fields. NULL: MemoryError set.
MAY_RAISE Exception *exception_alloc(VM *vm, Type *type, Value args);
void exception_clear(Exception *exception, Value args); // all but the header

// Slots of BaseException, on which others build.
MAY_RAISE Value exception_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool exception_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value exception_str(VM *vm, Value self);
MAY_RAISE Value exception_repr(VM *vm, Value self);
void exception_trace(VM *vm, Object *self);
// Takes the keywords of a call: the value of names[i] (ends with NULL) goes to field first_field + i; others are a TypeError.
MAY_RAISE bool exception_keyword_fields(VM *vm, Value self, const char *type_name, const char *const *names, size_t first_field, const Value *values,
                                        Value keyword_names);

// exception_types.c
extern const GetSetDef stop_iteration_getset[], system_exit_getset[], attribute_error_getset[], name_error_getset[], import_error_getset[],
    os_error_getset[], syntax_error_getset[], unicode_error_getset[];
extern const NativeDef attribute_error_methods[], import_error_methods[], os_error_methods[];
MAY_RAISE bool stop_iteration_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool system_exit_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool attribute_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool name_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool import_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value import_error_str(VM *vm, Value self);
MAY_RAISE Value key_error_str(VM *vm, Value self);
MAY_RAISE Value os_error_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool os_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value os_error_str(VM *vm, Value self);
MAY_RAISE bool syntax_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value syntax_error_str(VM *vm, Value self);
MAY_RAISE bool unicode_decode_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool unicode_encode_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool unicode_translate_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value unicode_decode_error_str(VM *vm, Value self);
MAY_RAISE Value unicode_encode_error_str(VM *vm, Value self);
MAY_RAISE Value unicode_translate_error_str(VM *vm, Value self);

// exception_group.c
extern const GetSetDef group_getset[];
extern const NativeDef group_methods[];
MAY_RAISE Value group_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value group_str(VM *vm, Value self);

static inline Value exception_field(Value self, unsigned field) { // as scripts see it
    Value v = as_exception(self)->fields[field];
    return v == VALUE_UNBOUND ? VALUE_NONE : v;
}
#endif
