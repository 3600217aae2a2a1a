// Instructions of which no loop is made: names of class bodies, imports, classes, deleting... The interpreter has one label for all of them.
#include "runtime/interpreter.h"

bool slow_rare(VM *vm, Frame *frame, Instruction i) {
    switch ((Opcode)i.op) {
    case OP_DELETE_CELL: return slow_delete_cell(vm, frame, i);
    case OP_DELETE_FREE: return slow_delete_free(vm, frame, i);
    case OP_DELETE_GLOBAL: return slow_delete_global(vm, frame, i);
    case OP_LOAD_NAME: return slow_load_name(vm, frame, i);
    case OP_LOAD_NAME_OR_FREE: return slow_load_name_or_free(vm, frame, i);
    case OP_STORE_NAME: return slow_store_name(vm, frame, i);
    case OP_DELETE_NAME: return slow_delete_name(vm, frame, i);
    case OP_DELETE_ATTR: return slow_delete_attr(vm, frame, i);
    case OP_GET_ITER_OBJECT: return slow_get_iter_object(vm, frame, i);
    case OP_UNPACK_STAR: return slow_unpack_star(vm, frame, i);
    case OP_GET_ASYNC_ITER: return slow_get_async_iter(vm, frame, i);
    case OP_GET_ASYNC_NEXT: return slow_get_async_next(vm, frame, i);
    case OP_RAISE_FROM: return slow_raise_from(vm, frame, i);
    case OP_MATCH_EXCEPTION_GROUP: return slow_match_exception_group(vm, frame, i);
    case OP_JOIN_EXCEPTION_GROUP: return slow_join_exception_group(vm, frame, i);
    case OP_IMPORT_NAME: return slow_import_name(vm, frame, i);
    case OP_IMPORT_FROM: return slow_import_from(vm, frame, i);
    case OP_IMPORT_STAR: return slow_import_star(vm, frame, i);
    case OP_LOAD_BUILD_CLASS: return slow_load_build_class(vm, frame, i);
    case OP_SETUP_ANNOTATIONS: return slow_setup_annotations(vm, frame, i);
    case OP_MAKE_TYPE_PARAM: return slow_make_type_param(vm, frame, i);
    case OP_MAKE_TYPE_ALIAS: return slow_make_type_alias(vm, frame, i);
    case OP_MATCH_KEYS: return slow_match_keys(vm, frame, i);
    case OP_DICT_WITHOUT: return slow_dict_without(vm, frame, i);
    case OP_PRINT_EXPRESSION: return slow_print_expression(vm, frame, i);
    case OP_GUARD_EACH: return slow_guard_each(vm, frame, i);
    default: __builtin_unreachable();
    }
}
