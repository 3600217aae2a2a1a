// module: see module.h.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/module.h"
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/import.h"
#include "runtime/modules/sys.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static Module *as_module(Value v) { return (Module *)as_object(v); }

// ---- making ------------------------------------------------------------------------------------------------------

static Module *module_alloc(VM *vm, Type *type) {
    Module *module = object_new(vm, type, sizeof *module);
    if (!module) return NULL;
    module->dict = NULL;
    module->def = NULL;
    module->is_initializing = false;
    return attributes_dict(vm, &module->head) ? module : NULL; // moves it to its dictionary shape, and so sets module->dict
}

static bool set_none(VM *vm, Dict *dict, const char *name) {
    Str *key = str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, dict, key, VALUE_NONE);
}

static bool fill(VM *vm, Dict *dict, Value name, Value doc) {
    return dict_set_str(vm, dict, vm->names.__name__, name) && dict_set_str(vm, dict, vm->names.__doc__, doc) && set_none(vm, dict, "__package__") &&
           set_none(vm, dict, "__loader__") && set_none(vm, dict, "__spec__");
}

Value module_new(VM *vm, Str *name) {
    Module *module = module_alloc(vm, vm->types.module);
    return module && fill(vm, module->dict, from_object(name), VALUE_NONE) ? from_object(module) : VALUE_ERROR;
}

static Value module_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Module *module = module_alloc(vm, type);
    return module ? from_object(module) : VALUE_ERROR;
}

static bool module_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value out[2];
    if (!bind_arguments(vm, "module", "name doc", 1, 2, args, count, keyword_names, out)) return false;
    if (!is_str(out[0])) return raise_type_error(vm, "module() argument 'name' must be str, not %T", out[0]), false;
    return fill(vm, as_module(self)->dict, out[0], out[1] == VALUE_UNBOUND ? VALUE_NONE : out[1]);
}

Str *module_name(VM *vm, Value module) {
    Value name = is_module(module) ? dict_get_str(vm, as_module(module)->dict, vm->names.__name__) : VALUE_UNBOUND;
    return is_str(name) ? as_str(name) : NULL;
}

// ---- attributes --------------------------------------------------------------------------------------------------

// It is being imported just now, and becomes an attribute of its package only then.
static bool is_submodule_initializing(VM *vm, const Str *package, const Str *name) {
    if (!vm->modules) return false;
    Value full = str_from_format(vm, "%U.%U", package, name);
    Str *key = full == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(full));
    Value module = key ? dict_get_str(vm, vm->modules, key) : VALUE_UNBOUND;
    return module != VALUE_UNBOUND && is_module(module) && as_module(module)->is_initializing;
}

static Value raise_missing(VM *vm, Value self, Str *name) {
    Str *own = module_name(vm, self);
    if (!own) return raise_attribute_error_with(vm, self, name, "module has no attribute '%U'", name);
    if (as_module(self)->is_initializing)
        return raise_attribute_error_with(vm, self, name, "partially initialized module '%U' has no attribute '%U' (most likely due to a circular import)", own, name);
    if (is_submodule_initializing(vm, own, name))
        return raise_attribute_error_with(vm, self, name, "cannot access submodule '%U' of module '%U' (most likely due to a circular import)", name, own);
    if (error_is_set(vm)) return VALUE_ERROR;
    return raise_attribute_error_with(vm, self, name, "module '%U' has no attribute '%U'", own, name);
}

// The namespace, after what the type has; at last the function __getattr__ in the namespace (PEP 562).
static Value module_get_attribute(VM *vm, Value self, Str *name) {
    Dict *dict = as_module(self)->dict;
    if ((name == vm->names.__builtins__ || dict == vm->builtins) && !builtins_dict(vm)) return VALUE_ERROR;
    if (dict) dict_share(dict);
    Value found = dict ? dict_get_str(vm, dict, name) : VALUE_UNBOUND;
    if (type_lookup(vm, object_type(as_object(self)), name) != VALUE_UNBOUND) { // a descriptor may come first
        Value value = generic_get_attribute(vm, self, name);
        if (value != VALUE_ERROR || !error_matches(vm, vm->types.AttributeError)) return value;
        error_clear(vm);
    } else if (found != VALUE_UNBOUND) {
        return found;
    }
    if (dict && import_makes_attribute(vm, as_module(self), name)) return import_make_attribute(vm, self, name);
    if (sys_lacks_info(vm, dict)) {
        found = sys_find_info(vm, name);
        if (found != VALUE_UNBOUND) return found;
    }
    Value function = dict ? dict_get_str(vm, dict, vm->names.__getattr__) : VALUE_UNBOUND, argument = from_object(name);
    return function == VALUE_UNBOUND ? raise_missing(vm, self, name) : call_value(vm, function, &argument, 1);
}

// Its namespace is to be seen, or a name of it deleted: what is made when it is looked for has to be there.
static bool complete(VM *vm, const Dict *dict) { return !sys_lacks_info(vm, dict) || sys_complete(vm); }

static Value get_dict(VM *vm, Value self) { return complete(vm, as_module(self)->dict) ? globals_share(vm, as_module(self)->dict) : VALUE_ERROR; }

static Value get_annotations(VM *vm, Value self) {
    Dict *dict = as_module(self)->dict;
    Value annotations = dict_get_str(vm, dict, vm->names.__annotations__);
    if (annotations != VALUE_UNBOUND) return annotations;
    Dict *fresh = dict_new(vm);
    return fresh && dict_set_str(vm, dict, vm->names.__annotations__, from_object(fresh)) ? from_object(fresh) : VALUE_ERROR;
}
static bool set_annotations(VM *vm, Value self, Value value) {
    Dict *dict = as_module(self)->dict;
    if (value != VALUE_UNBOUND) return dict_set_str(vm, dict, vm->names.__annotations__, value);
    if (dict_delete_str(vm, dict, vm->names.__annotations__)) return true;
    return raise_attribute_error_with(vm, self, vm->names.__annotations__, "__annotations__"), false;
}

static Value module_dir(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = as_module(args[0])->dict;
    if (!builtins_dict(vm) || !complete(vm, dict)) return VALUE_ERROR;
    Value function = dict_get_str(vm, dict, vm->names.__dir__);
    if (function != VALUE_UNBOUND) return call_value(vm, function, NULL, 0);
    Value names = op_to_list(vm, from_object(dict));
    return names != VALUE_ERROR && import_list_made_attributes(vm, as_module(args[0]), as_list(names)) ? names : VALUE_ERROR;
}

static Value module_repr(VM *vm, Value self) {
    Dict *dict = as_module(self)->dict;
    Str *name = module_name(vm, self);
    Value file = dict_get_str(vm, dict, vm->names.__file__);
    if (!name && is_str(file)) return str_from_format(vm, "<module '?' from %R>", file);
    if (is_str(file)) return str_from_format(vm, "<module %R from %R>", from_object(name), file);
    if (!as_module(self)->def) {
        Value text = import_module_repr(vm, self);
        if (text != VALUE_UNBOUND) return text;
    }
    if (!name) return str_from_format(vm, "<module '?'>");
    return str_from_format(vm, as_module(self)->def ? "<module %R (built-in)>" : "<module %R>", from_object(name));
}

static const NativeDef module_methods[] = {{"__dir__", {module_dir}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef module_getset[] = {{"__dict__", get_dict, getset_refuse}, {"__annotations__", get_annotations, set_annotations}, {0}};

const TypeSpec module_spec = {
    .name = "module",
    .layout = LAYOUT_MODULE,
    .size = sizeof(Module),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, module_repr), SLOT(get_attribute, module_get_attribute), SLOT(construct, module_construct), SLOT(initialize, module_initialize)),
    .methods = module_methods,
    .getset = module_getset,
    .doc = TYPE_DOC("Create a module object."),
};
