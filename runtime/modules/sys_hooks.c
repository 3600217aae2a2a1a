// sys: the hook for exceptions that nobody can be told of (library reference, sys.unraisablehook), and those of asynchronous generators
// (sys.set_asyncgen_hooks). These belong to a thread, so they lie in its storage, as a pair
// under "asyncgen_hooks"; objects/async_generator.c calls them.
#include "runtime/modules/sys.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/str.h"
#include "runtime/objects/list.h"
#include "runtime/objects/struct_sequence.h"
#include "runtime/objects/exception.h"
#include <string.h>

static const char *const kinds[] = {"firstiter", "finalizer"};
static const char key_text[] = "asyncgen_hooks";

Value sys_asyncgen_hooks(VM *vm) {
    if (vm->thread_storage == VALUE_UNBOUND) return VALUE_UNBOUND;
    Str *key = str_intern(vm, key_text, sizeof key_text - 1);
    return key ? dict_get_str(vm, as_dict(vm->thread_storage), key) : VALUE_ERROR;
}

Value sys_set_asyncgen_hooks(VM *vm, Value *args, uint32_t count) {
    Value set = sys_asyncgen_hooks(vm), hooks[2] = {VALUE_NONE, VALUE_NONE};
    if (set == VALUE_ERROR) return VALUE_ERROR;
    if (set != VALUE_UNBOUND) memcpy(hooks, as_tuple(set)->items, sizeof hooks);
    for (uint32_t i = 2; i-- > 0;) { // the finalizer is looked at first
        Value hook = i < count ? args[i] : VALUE_UNBOUND;
        if (hook == VALUE_UNBOUND) continue;
        if (hook != VALUE_NONE && !value_type(vm, hook)->slots.call) return raise_type_error(vm, "callable %s expected, got %T", kinds[i], hook);
        hooks[i] = hook;
    }
    if (vm->thread_storage == VALUE_UNBOUND) {
        Dict *storage = dict_new(vm);
        if (!storage) return VALUE_ERROR;
        vm->thread_storage = from_object(storage);
    }
    Str *key = str_intern(vm, key_text, sizeof key_text - 1);
    Value pair = key ? tuple_pack(vm, 2, hooks[0], hooks[1]) : VALUE_ERROR;
    return pair != VALUE_ERROR && dict_set(vm, as_dict(vm->thread_storage), from_object(key), pair) ? VALUE_NONE : VALUE_ERROR;
}

static Value refuse_instance(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    return raise_type_error(vm, "cannot create '%s' instances", type->spec->name);
}
static const GetSetDef hooks_getset[] = {{"firstiter", struct_item_0, struct_item_set}, {"finalizer", struct_item_1, struct_item_set}, {0}};
static const TypeSpec hooks_spec = {
    .name = "asyncgen_hooks",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, refuse_instance)),
    .getset = hooks_getset,
};

static const GetSetDef unraisable_getset[] = {{"exc_type", struct_item_0, struct_item_set}, {"exc_value", struct_item_1, struct_item_set}, {"exc_traceback", struct_item_2, struct_item_set},
                                              {"err_msg", struct_item_3, struct_item_set},  {"object", struct_item_4, struct_item_set},    {0}};
static const TypeSpec unraisable_spec = {
    .name = "UnraisableHookArgs",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, refuse_instance)),
    .getset = unraisable_getset,
    .doc = TYPE_DOC("What sys.unraisablehook is given."),
};

bool sys_call_unraisable_hook(VM *vm, Value exception, Value message, Value object) {
    Str *name = str_intern(vm, "unraisablehook", 14), *original = str_intern(vm, "__unraisablehook__", 18);
    Value hook = name ? sys_value(vm, name) : VALUE_UNBOUND;
    if (error_is_set(vm)) error_clear(vm);
    if (!original || hook == VALUE_UNBOUND || hook == VALUE_NONE || hook == sys_value(vm, original)) return false;
    if (vm->system->unraisable_type == VALUE_NONE) {
        Type *type = type_new_from_spec(vm, &unraisable_spec, vm->types.tuple);
        if (!type) return error_clear(vm), false;
        vm->system->unraisable_type = from_object(type);
    }
    const Value items[] = {from_object(value_type(vm, exception)), exception, is_exception(exception) ? as_exception(exception)->traceback : VALUE_NONE, message, object};
    Value given = struct_sequence_new(vm, (Type *)as_object(vm->system->unraisable_type), items, 5);
    if (given == VALUE_ERROR) return error_clear(vm), false;
    ROOT_SCOPE(vm);
    root_push(vm, hook);
    bool good = call_value(vm, hook, &given, 1) != VALUE_ERROR;
    ROOT_END(vm);
    return good;
}

Value sys_get_asyncgen_hooks(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    Value hooks = sys_asyncgen_hooks(vm);
    if (hooks == VALUE_ERROR) return VALUE_ERROR;
    if (vm->system->hooks_type == VALUE_NONE) {
        Type *type = type_new_from_spec(vm, &hooks_spec, vm->types.tuple);
        if (!type) return VALUE_ERROR;
        vm->system->hooks_type = from_object(type);
    }
    const Value none[] = {VALUE_NONE, VALUE_NONE};
    return struct_sequence_new(vm, (Type *)as_object(vm->system->hooks_type), hooks == VALUE_UNBOUND ? none : as_tuple(hooks)->items, 2);
}
