// function: what `def` and `lambda` make.
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"

static Function *as_function(Value v) { return (Function *)as_object(v); }

// ---- making ------------------------------------------------------------------------------------------------------

// The built-in names that code with these globals sees: globals['__builtins__'], a dict or a module. Anything else is asked by its __getitem__ (interpreter_names.c), and
// there are none here.
static Dict *builtins_of(VM *vm, Dict *globals) {
    if (vm->frame >= vm->frames && vm->frame->globals == globals) return vm->frame->function->builtins;
    Value builtins = dict_get_str(vm, globals, vm->names.__builtins__);
    return is_module(builtins) ? ((Module *)as_object(builtins))->dict : is_dict(builtins) ? as_dict(builtins) : builtins == VALUE_UNBOUND ? vm->builtins : dict_new(vm);
}

Value function_new(VM *vm, Code *code, Dict *globals) {
    Dict *builtins = builtins_of(vm, globals);
    Function *f = builtins ? object_new(vm, vm->types.function, sizeof *f + code->free_count * sizeof(Cell *)) : NULL;
    if (!f) return VALUE_ERROR;
    Value module = dict_get_str(vm, globals, vm->names.__name__);
    f->overflow = NULL;
    f->code = code;
    f->globals = globals;
    f->builtins = builtins;
    f->defaults = f->keyword_defaults = f->annotations = VALUE_NONE;
    f->name = from_object(code->name);
    f->qualname = from_object(code->qualname);
    f->module = module == VALUE_UNBOUND ? VALUE_NONE : module;
    f->doc = code->docstring;
    f->type_params = vm->empty_tuple;
    f->cell_count = code->free_count;
    for (uint32_t i = 0; i < f->cell_count; i++) f->cells[i] = NULL;
    return from_object(f);
}

static bool need(VM *vm, bool good, const char *what, const char *type, Value got) {
    if (!good) raise_type_error(vm, "function() argument '%s' must be %s, not %T", what, type, got);
    return good;
}

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
static Value function_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    Value out[6];
    if (!bind_arguments(vm, "function", "code globals name argdefs closure kwdefaults", 2, 6, args, count, keyword_names, out)) return VALUE_ERROR;
    Value name = out[2] == VALUE_UNBOUND ? VALUE_NONE : out[2], defaults = out[3] == VALUE_UNBOUND ? VALUE_NONE : out[3];
    Value closure = out[4] == VALUE_UNBOUND ? VALUE_NONE : out[4], keyword_defaults = out[5] == VALUE_UNBOUND ? VALUE_NONE : out[5];
    if (!need(vm, is_layout(out[0], LAYOUT_CODE), "code", "code", out[0]) || !need(vm, is_dict(out[1]), "globals", "dict", out[1])) return VALUE_ERROR;
    Code *code = (Code *)as_object(out[0]);
    if (name != VALUE_NONE && !is_str(name)) return raise_type_error(vm, "arg 3 (name) must be None or string");
    if (defaults != VALUE_NONE && !is_tuple(defaults)) return raise_type_error(vm, "arg 4 (defaults) must be None or tuple");
    if (closure != VALUE_NONE && !is_tuple(closure)) return raise_type_error(vm, code->free_count ? "arg 5 (closure) must be tuple" : "arg 5 (closure) must be None or tuple");
    if (closure == VALUE_NONE && code->free_count) return raise_type_error(vm, "arg 5 (closure) must be tuple");
    if (keyword_defaults != VALUE_NONE && !is_dict(keyword_defaults)) return raise_type_error(vm, "arg 6 (kwdefaults) must be None or dict");
    size_t cells = closure == VALUE_NONE ? 0 : as_tuple(closure)->count;
    if (cells != code->free_count) return raise_value_error(vm, "%U requires closure of length %u, not %zu", code->name, code->free_count, cells);
    for (size_t i = 0; i < cells; i++)
        if (!is_layout(as_tuple(closure)->items[i], LAYOUT_CELL)) return raise_type_error(vm, "arg 5 (closure) expected cell, found %T", as_tuple(closure)->items[i]);
    Value made = function_new(vm, code, as_dict(out[1]));
    if (made == VALUE_ERROR) return VALUE_ERROR;
    Function *f = as_function(made);
    if (name != VALUE_NONE) f->name = name;
    f->defaults = defaults;
    f->keyword_defaults = keyword_defaults;
    for (size_t i = 0; i < cells; i++) f->cells[i] = (Cell *)as_object(as_tuple(closure)->items[i]);
    return made;
}

// ---- attributes --------------------------------------------------------------------------------------------------

#define GETTER(what, expression)                                                                                       \
    static Value get_##what(VM *vm, Value self) {                                                                      \
        (void)vm;                                                                                                      \
        Function *f = as_function(self);                                                                               \
        return expression;                                                                                             \
    }
GETTER(name, f->name)
GETTER(qualname, f->qualname)
GETTER(module, f->module)
GETTER(doc, f->doc)
GETTER(defaults, f->defaults)
GETTER(keyword_defaults, f->keyword_defaults)
GETTER(code, from_object(f->code))
GETTER(globals, globals_share(vm, f->globals))
GETTER(builtins, builtins_dict(vm) ? from_object(f->builtins) : VALUE_ERROR)
GETTER(type_params, f->type_params)

static bool set_text(VM *vm, Value self, Value *place, Value value, const char *attribute) {
    if (!is_str(value)) return raise_type_error(vm, "%s must be set to a string object", attribute), false;
    gc_store(vm, as_object(self), place, value);
    return true;
}
static bool set_name(VM *vm, Value self, Value value) { return set_text(vm, self, &as_function(self)->name, value, "__name__"); }
static bool set_qualname(VM *vm, Value self, Value value) { return set_text(vm, self, &as_function(self)->qualname, value, "__qualname__"); }

static bool set_any(VM *vm, Value self, Value *place, Value value) {
    gc_store(vm, as_object(self), place, value == VALUE_UNBOUND ? VALUE_NONE : value);
    return true;
}
static bool set_doc(VM *vm, Value self, Value value) { return set_any(vm, self, &as_function(self)->doc, value); }
static bool set_module(VM *vm, Value self, Value value) { return set_any(vm, self, &as_function(self)->module, value); }

static bool set_defaults(VM *vm, Value self, Value value) {
    if (value != VALUE_UNBOUND && value != VALUE_NONE && !is_tuple(value)) return raise_type_error(vm, "__defaults__ must be set to a tuple object"), false;
    return set_any(vm, self, &as_function(self)->defaults, value);
}
static bool set_keyword_defaults(VM *vm, Value self, Value value) {
    if (value != VALUE_UNBOUND && value != VALUE_NONE && !is_dict(value)) return raise_type_error(vm, "__kwdefaults__ must be set to a dict object"), false;
    return set_any(vm, self, &as_function(self)->keyword_defaults, value);
}
static bool set_type_params(VM *vm, Value self, Value value) {
    if (!is_tuple(value)) return raise_type_error(vm, "__type_params__ must be set to a tuple"), false;
    return set_any(vm, self, &as_function(self)->type_params, value);
}

static bool set_code(VM *vm, Value self, Value value) {
    Function *f = as_function(self);
    if (!is_layout(value, LAYOUT_CODE)) return raise_type_error(vm, "__code__ must be set to a code object"), false;
    Code *code = (Code *)as_object(value);
    if (code->free_count != f->cell_count) {
        raise_value_error(vm, "%S() requires a code object with %u free vars, not %u", f->name, f->cell_count, code->free_count);
        return false;
    }
    gc_store_object(vm, f, &f->code, code);
    return true;
}

static Value get_annotations(VM *vm, Value self) {
    Function *f = as_function(self);
    if (!is_dict(f->annotations)) {
        Dict *dict = dict_new(vm);
        if (!dict) return VALUE_ERROR;
        for (size_t i = 0; is_tuple(f->annotations) && i + 1 < as_tuple(f->annotations)->count; i += 2)
            if (!dict_set(vm, dict, as_tuple(f->annotations)->items[i], as_tuple(f->annotations)->items[i + 1])) return VALUE_ERROR;
        gc_store(vm, f, &f->annotations, from_object(dict));
    }
    return f->annotations;
}
static bool set_annotations(VM *vm, Value self, Value value) {
    if (value != VALUE_UNBOUND && value != VALUE_NONE && !is_dict(value)) return raise_type_error(vm, "__annotations__ must be set to a dict object"), false;
    return set_any(vm, self, &as_function(self)->annotations, value);
}

static Value get_closure(VM *vm, Value self) {
    Function *f = as_function(self);
    if (!f->cell_count) return VALUE_NONE;
    Value cells = tuple_new(vm, NULL, f->cell_count);
    for (uint32_t i = 0; cells != VALUE_ERROR && i < f->cell_count; i++)
        if (f->cells[i]) as_tuple(cells)->items[i] = from_object(f->cells[i]);
    return cells;
}

static bool refuse(VM *vm, Value self, Value value) {
    (void)self, (void)value;
    return raise_error(vm, vm->types.AttributeError, "readonly attribute"), false;
}

static Value get_dict(VM *vm, Value self) {
    Dict *dict = attributes_dict(vm, as_object(self));
    return dict ? from_object(dict) : VALUE_ERROR;
}
static bool set_dict(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "cannot delete __dict__"), false;
    if (!is_dict(value)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%T'", value), false;
    return attributes_replace_dict(vm, as_object(self), as_dict(value));
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value function_repr(VM *vm, Value self) { return str_from_format(vm, "<function %S at %A>", as_function(self)->qualname, self); }

static Value function_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    return instance == VALUE_UNBOUND ? self : method_new(vm, self, instance);
}

static void function_trace(VM *vm, Object *self) {
    Function *f = (Function *)self;
    gc_mark_object(vm, f->code), gc_mark_object(vm, f->globals), gc_mark_object(vm, f->builtins);
    gc_mark(vm, f->defaults), gc_mark(vm, f->keyword_defaults), gc_mark(vm, f->annotations);
    gc_mark(vm, f->name), gc_mark(vm, f->qualname), gc_mark(vm, f->module), gc_mark(vm, f->doc), gc_mark(vm, f->type_params);
    for (uint32_t i = 0; i < f->cell_count; i++) gc_mark_object(vm, f->cells[i]);
}

static const GetSetDef function_getset[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__dict__", get_dict, set_dict},
    {"__code__", get_code, set_code},
    {"__globals__", get_globals, refuse},
    {"__builtins__", get_builtins, refuse},
    {"__closure__", get_closure, refuse},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {0},
};

const TypeSpec function_spec = {
    .name = "function",
    .layout = LAYOUT_FUNCTION,
    .size = sizeof(Function),
    .flags = TYPE_FINAL | TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, function_repr), SLOT(call, function_call), SLOT(descriptor_get, function_get), SLOT(construct, function_construct), SLOT(trace, function_trace)),
    .getset = function_getset,
    .doc = TYPE_DOC("Create a function object."),
};
