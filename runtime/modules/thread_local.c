// _thread_local: the base of threading.local. An attribute that this thread has, and no class, is read and written here; all else is for the class's Python methods.
#include "runtime/attributes.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef struct Local {
    Object head;
    Value *overflow;
    Value start; // (key, arguments, keywords): what its attributes are kept under in the storage of each thread, what it was made with; None: not yet
} Local;

static Value local_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Local *local = object_new(vm, type, sizeof *local);
    if (!local) return VALUE_ERROR;
    local->start = VALUE_NONE;
    return from_object(local);
}
static void local_trace(VM *vm, Object *self) { gc_mark(vm, ((Local *)self)->start); }

// The attributes in this thread. NULL: none yet, or an error.
static Dict *attributes_here(VM *vm, Value self) {
    Value start = ((Local *)as_object(self))->start;
    if (start == VALUE_NONE || vm->thread_storage == VALUE_UNBOUND) return NULL;
    Value mine = dict_get(vm, as_dict(vm->thread_storage), as_tuple(start)->items[0]);
    return mine != VALUE_ERROR && mine != VALUE_UNBOUND && is_dict(mine) ? as_dict(mine) : NULL;
}
// No class has such an attribute, so that the thread's own is all there is to it.
static bool is_own(VM *vm, Value self, Str *name) { return type_lookup(vm, value_type(vm, self), name) == VALUE_UNBOUND; }

static Value by_method(VM *vm, Value self, const char *method, Value *args, uint32_t count) {
    Str *name = str_intern(vm, method, strlen(method));
    Value function = name ? type_lookup(vm, value_type(vm, self), name) : VALUE_ERROR;
    if (function == VALUE_ERROR) return VALUE_ERROR;
    if (function == VALUE_UNBOUND) return raise_type_error(vm, "%s is missing", method);
    Value all[3] = {self};
    memcpy(all + 1, args, count * sizeof *args);
    return call_value(vm, function, all, count + 1);
}

static Value local_get_attribute(VM *vm, Value self, Str *name) {
    Dict *mine = attributes_here(vm, self);
    if (!mine && error_is_set(vm)) return VALUE_ERROR;
    if (mine && is_own(vm, self, name)) {
        Value value = dict_get_str(vm, mine, name);
        if (value != VALUE_UNBOUND) return value;
    }
    Value key = from_object(name);
    return by_method(vm, self, "_local__get", &key, 1);
}
static bool local_set_attribute(VM *vm, Value self, Str *name, Value value) {
    Dict *mine = attributes_here(vm, self);
    if (!mine && error_is_set(vm)) return false;
    if (mine && value != VALUE_UNBOUND && is_own(vm, self, name)) return dict_set_str(vm, mine, name, value);
    Value args[2] = {from_object(name), value};
    return value == VALUE_UNBOUND ? by_method(vm, self, "_local__delete", args, 1) != VALUE_ERROR : by_method(vm, self, "_local__set", args, 2) != VALUE_ERROR;
}

static const TypeSpec local_spec = {
    .name = "_thread._local_base",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Local),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(get_attribute, local_get_attribute), SLOT(set_attribute, local_set_attribute), SLOT(construct, local_construct), SLOT(trace, local_trace)),
};

// ---- for the Python methods --------------------------------------------------------------------------------------

static Local *need_local(VM *vm, Value v) {
    if (type_native_base(value_type(vm, v))->spec == &local_spec) return (Local *)as_object(v);
    return raise_type_error(vm, "expected a local, not %T", v), NULL;
}
// start(local[, start]): what it was made with, which it is told once.
static Value start(VM *vm, Value *args, uint32_t count) {
    Local *local = need_local(vm, args[0]);
    if (!local) return VALUE_ERROR;
    if (count > 1 && (!is_tuple(args[1]) || !as_tuple(args[1])->count)) return raise_type_error(vm, "expected a tuple, not %T", args[1]);
    if (count > 1) gc_store(vm, local, &local->start, args[1]);
    return local->start;
}
// set_attribute(local, name[, value]): as for any object; deletes it without a value.
static Value set_generic(VM *vm, Value *args, uint32_t count) {
    if (!need_local(vm, args[0])) return VALUE_ERROR;
    if (!is_str(args[1])) return raise_type_error(vm, "attribute name must be string, not '%T'", args[1]);
    Str *name = str_intern(vm, as_str(args[1])->text, as_str(args[1])->size);
    return name && generic_set_attribute(vm, args[0], name, count > 2 ? args[2] : VALUE_UNBOUND) ? VALUE_NONE : VALUE_ERROR;
}

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &local_spec, vm->types.object);
    Str *name = type ? str_intern(vm, "base", 4) : NULL;
    return name && dict_set_str(vm, space, name, from_object(type));
}
static const NativeDef functions[] = {
    {"start", {start}, 1, 2, 0, NULL, DOC("What a local was made with.")},
    {"set_attribute", {set_generic}, 2, 3, 0, NULL, DOC("Set or delete an attribute, as for any object.")},
    {0},
};
const ModuleDef thread_local_module = {"_thread_local", functions, initialize};
