// Names, cells, functions, attributes, imports: the slow paths.
#include "runtime/builtins.h"
#include "runtime/import.h"
#include "runtime/interpreter.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"

#define R(n) frame->registers[n]
static Str *name_constant(const Frame *frame, uint16_t index) { return as_str(frame->code->constants[index]); }

// ---- cells

static bool raise_unbound_local(VM *vm, Str *name) {
    return raise_name_error(vm, vm->types.UnboundLocalError, name, "cannot access local variable '%U' where it is not associated with a value", name), false;
}
static bool raise_unbound_free(VM *vm, Str *name) {
    raise_name_error(vm, vm->types.NameError, name, "cannot access free variable '%U' where it is not associated with a value in enclosing scope", name);
    return false;
}
static bool raise_not_defined(VM *vm, Str *name) {
    return raise_name_error(vm, vm->types.NameError, name, "name '%U' is not defined", name), false;
}

bool slow_check_bound(VM *vm, Frame *frame, Instruction i) { return raise_unbound_local(vm, name_constant(frame, i.b)); }
bool slow_unbound_cell(VM *vm, Frame *frame, Instruction i) { return raise_unbound_local(vm, name_constant(frame, i.c)); }
bool slow_unbound_free(VM *vm, Frame *frame, Instruction i) { return raise_unbound_free(vm, name_constant(frame, i.c)); }

bool slow_make_cell(VM *vm, Frame *frame, Instruction i) {
    Cell *cell = cell_new(vm, R(i.a));
    if (!cell) return false;
    R(i.a) = from_object(cell);
    return true;
}

bool slow_delete_cell(VM *vm, Frame *frame, Instruction i) {
    Cell *cell = (Cell *)as_object(R(i.a));
    if (cell->content == VALUE_UNBOUND) return raise_unbound_local(vm, name_constant(frame, i.c));
    cell->content = VALUE_UNBOUND;
    return true;
}

bool slow_delete_free(VM *vm, Frame *frame, Instruction i) {
    Cell *cell = frame->function->cells[i.a];
    if (cell->content == VALUE_UNBOUND) return raise_unbound_free(vm, name_constant(frame, i.c));
    cell->content = VALUE_UNBOUND;
    return true;
}

// ---- globals

// globals['__builtins__'] may be any object: what has no __getitem__ refuses each name. VALUE_UNBOUND: it is a dict or a module, or does not have the name.
static Value load_from_odd_builtins(VM *vm, const Frame *frame, Str *name) {
    Value builtins = dict_get_str(vm, frame->globals, vm->names.__builtins__);
    if (builtins == VALUE_UNBOUND || is_dict(builtins) || is_module(builtins)) return VALUE_UNBOUND;
    Value value = op_get_item(vm, builtins, from_object(name));
    if (value != VALUE_ERROR || !error_matches(vm, vm->types.KeyError)) return value;
    error_clear(vm);
    return VALUE_UNBOUND;
}

// __spec__ and __loader__ of a module that was imported are made when they are first asked for. VALUE_UNBOUND: it is another name.
static Value load_made_by_import(VM *vm, const Frame *frame, Str *name) {
    if (frame->function->builtins == vm->builtins) {
        Value value = import_site_builtin(vm, name);
        if (value != VALUE_UNBOUND) return value;
    } else {
        Value value = load_from_odd_builtins(vm, frame, name);
        if (value != VALUE_UNBOUND) return value;
    }
    if (name != vm->names.__spec__ && name != vm->names.__loader__) return VALUE_UNBOUND;
    Value own = dict_get_str(vm, frame->globals, vm->names.__name__), module = is_str(own) ? dict_get(vm, vm->modules, own) : VALUE_UNBOUND;
    return is_module(module) && ((Module *)as_object(module))->dict == frame->globals ? import_make_attribute(vm, module, name) : VALUE_UNBOUND;
}

// Machine code asks here where the cache did not hold for long.
static inline bool cache_has_global(const GlobalCache *cache, const Frame *frame) {
#ifndef TYPHON_CORE
    if (cache->globals != frame->globals || cache->globals_version != frame->globals->keys_version) return false;
    const Dict *builtins = frame->function->builtins;
    return !cache->builtins || (cache->builtins == builtins && cache->builtins_version == builtins->keys_version);
#else
    return (void)cache, (void)frame, false;
#endif
}

bool slow_load_global(VM *vm, Frame *frame, Instruction i) {
    GlobalCache *cache = &frame->code->globals[instruction_wide(i)];
    gc_wrote(vm, frame->code); // the cache may come to name something new
    Value value = cache_has_global(cache, frame) ? *cache->place : cache_load_global(vm, cache, frame->globals, frame->function->builtins);
    if (value == VALUE_UNBOUND) {
        if ((value = load_made_by_import(vm, frame, cache->name)) == VALUE_UNBOUND) return raise_not_defined(vm, cache->name);
        if (value == VALUE_ERROR) return false;
        R(i.a) = value;
        return true;
    }
    if (value == VALUE_ERROR) return false;
    R(i.a) = value;
    frame->pc[-1].op = cache->builtins ? OP_LOAD_GLOBAL_BUILTIN : OP_LOAD_GLOBAL_MODULE;
    return true;
}

bool slow_store_global(VM *vm, Frame *frame, Instruction i) {
    GlobalCache *cache = &frame->code->globals[instruction_wide(i)];
    if (cache_has_global(cache, frame) && !cache->builtins) return gc_store(vm, frame->globals, cache->place, R(i.a)), true;
    gc_wrote(vm, frame->code);
    return cache_store_global(vm, cache, frame->globals, R(i.a));
}

bool slow_delete_global(VM *vm, Frame *frame, Instruction i) {
    Str *name = frame->code->globals[instruction_wide(i)].name;
#ifndef TYPHON_CORE
    return cache_delete_global(vm, frame->globals, name) ? true : raise_not_defined(vm, name);
#else
    return dict_delete_str(vm, frame->globals, name) ? true : raise_not_defined(vm, name);
#endif
}

// ---- names in the namespace of a body

static Value namespace_of(const Frame *frame) { return frame->namespace_ != VALUE_UNBOUND ? frame->namespace_ : dict_share(frame->globals); }

// VALUE_UNBOUND: not there.
static Value namespace_get(VM *vm, const Frame *frame, Str *name) {
    Value space = namespace_of(frame);
    const Type *type = value_type(vm, space);
    if (type == vm->types.dict || (is_dict(space) && type->slots.get_item == vm->types.dict->slots.get_item && type_lookup(vm, (Type *)(uintptr_t)type, vm->names.__missing__) == VALUE_UNBOUND))
        return dict_get_str(vm, as_dict(space), name);
    Value value = op_get_item(vm, space, from_object(name));
    if (value != VALUE_ERROR || !error_matches(vm, vm->types.KeyError)) return value;
    error_clear(vm);
    return VALUE_UNBOUND;
}

static bool load_from_builtins(VM *vm, Frame *frame, Str *name, uint16_t target) {
    Value value = builtins_get(vm, frame->function->builtins, name);
    if (value == VALUE_UNBOUND) value = load_made_by_import(vm, frame, name);
    if (value == VALUE_UNBOUND) return raise_not_defined(vm, name);
    if (value == VALUE_ERROR) return false;
    R(target) = value;
    return true;
}

bool slow_load_name(VM *vm, Frame *frame, Instruction i) {
    Str *name = name_constant(frame, i.b);
    if (name == vm->names.__builtins__ && !builtins_dict(vm)) return false;
#ifndef TYPHON_CORE
    if (is_exactly(frame->namespace_, vm->types.dict)) { // a class body's, as a rule
        const Dict *space = as_dict(frame->namespace_);
        int64_t entry = table_find_str(vm, space, name);
        if (entry < 0) entry = table_find_str(vm, space = frame->globals, name);
        if (entry < 0) entry = table_find_str(vm, space = frame->function->builtins, name);
        if (entry < 0) return load_from_builtins(vm, frame, name, i.a);
        R(i.a) = space->entries[entry].value;
        return true;
    }
#endif
    Value value = namespace_get(vm, frame, name);
    if (value == VALUE_UNBOUND) value = dict_get_str(vm, frame->globals, name);
    if (value == VALUE_UNBOUND) return load_from_builtins(vm, frame, name, i.a);
    if (value == VALUE_ERROR) return false;
    R(i.a) = value;
    return true;
}

bool slow_load_name_or_free(VM *vm, Frame *frame, Instruction i) {
    Str *name = name_constant(frame, i.b);
    Value value = namespace_get(vm, frame, name);
    if (value == VALUE_UNBOUND) value = frame->function->cells[i.c]->content;
    if (value == VALUE_UNBOUND) return raise_unbound_free(vm, name);
    if (value == VALUE_ERROR) return false;
    R(i.a) = value;
    return true;
}

static bool namespace_set(VM *vm, const Frame *frame, Str *name, Value value) {
    Value space = namespace_of(frame);
    if (is_exactly(space, vm->types.dict)) return dict_set_str(vm, as_dict(space), name, value);
    return op_set_item(vm, space, from_object(name), value);
}

bool slow_store_name(VM *vm, Frame *frame, Instruction i) { return namespace_set(vm, frame, name_constant(frame, i.b), R(i.a)); }

bool slow_delete_name(VM *vm, Frame *frame, Instruction i) {
    Str *name = name_constant(frame, i.b);
    Value space = namespace_of(frame);
    if (is_exactly(space, vm->types.dict)) return dict_delete_str(vm, as_dict(space), name) ? true : raise_not_defined(vm, name);
    if (op_set_item(vm, space, from_object(name), VALUE_UNBOUND)) return true;
    if (!error_matches(vm, vm->types.KeyError)) return false;
    error_clear(vm);
    return raise_not_defined(vm, name);
}

bool slow_setup_annotations(VM *vm, Frame *frame, Instruction i) {
    (void)i;
    Value present = namespace_get(vm, frame, vm->names.__annotations__);
    if (present != VALUE_UNBOUND) return present != VALUE_ERROR;
    Dict *dict = dict_new(vm);
    if (dict && is_exactly(frame->namespace_, vm->types.dict)) return dict_add_str(vm, as_dict(frame->namespace_), vm->names.__annotations__, from_object(dict));
    return dict && namespace_set(vm, frame, vm->names.__annotations__, from_object(dict));
}

// ---- attributes

// Sites of one name share a cache when a unit has very many (compiler/emit.c): then an instruction must not rely on the kind.
static bool has_own_cache(const Code *code) {
    return code->attribute_count < ATTRIBUTE_SITES_SHARED_FROM;
}

static uint16_t load_attr_for(AttributeCacheKind kind) {
    switch (kind) {
    case CACHE_INLINE: return OP_LOAD_ATTR_INLINE;
    case CACHE_PROPERTY: return OP_LOAD_ATTR_PROPERTY;
    case CACHE_VALUE: return OP_LOAD_ATTR_VALUE;
    case CACHE_ON_CLASS: return OP_LOAD_ATTR_ON_CLASS;
    case CACHE_GETSET: return OP_LOAD_ATTR_GETSET;
    case CACHE_ITEM: return OP_LOAD_ATTR_ITEM;
    case CACHE_MODULE: return OP_LOAD_ATTR_MODULE;
    default: return OP_LOAD_ATTR;
    }
}

// The instruction relies on the kind of what is in its cache. It is made the general one before the cache changes: scripts that run then (a property, also one that
// raises) may come to the same instruction again.
static void generalize(Frame *frame, uint16_t op) {
    if (has_own_cache(frame->code)) frame->pc[-1].op = op;
}

bool slow_load_attr(VM *vm, Frame *frame, Instruction i) {
    AttributeCache *cache = &frame->code->attributes[i.c];
    Value value = cache_look_up(vm, cache, R(i.b));
    if (value != VALUE_UNBOUND) return R(i.a) = value, true;
    gc_wrote(vm, frame->code); // the cache may come to name something new
    generalize(frame, OP_LOAD_ATTR);
    value = cache_load(vm, cache, R(i.b), NULL);
    if (value == VALUE_ERROR) return false;
    R(i.a) = value;
    if (has_own_cache(frame->code)) frame->pc[-1].op = load_attr_for((AttributeCacheKind)cache->kind);
    return true;
}

bool slow_store_attr(VM *vm, Frame *frame, Instruction i) {
    AttributeCache *cache = &frame->code->attributes[i.c];
#ifndef TYPHON_CORE
    if (cache->kind == CACHE_NONE && is_object(R(i.a)) && as_object(R(i.a))->shape->type->slots.set_attribute) return set_attribute(vm, R(i.a), cache->name, R(i.b));
#endif
    gc_wrote(vm, frame->code); // the cache may come to name something new
    generalize(frame, OP_STORE_ATTR);
#ifndef TYPHON_CORE
    if (cache->kind == CACHE_SETTER && is_object(R(i.a)) && cache_holds(cache, as_object(R(i.a))->shape)) return cache_store(vm, cache, R(i.a), R(i.b), 1);
#endif
    bool is_proven = frame->code->flags & UNIT_PROVEN_STORES;
    Type *type = is_object(R(i.a)) && !is_proven ? as_object(R(i.a))->shape->type : NULL;
    const Tuple *guard = type && !type->slots.set_attribute ? attribute_guard(vm, type, cache->name) : NULL;
    if (guard && !attribute_guard_passes(vm, type, cache->name, guard, R(i.b))) return false;
    if (!cache_store(vm, cache, R(i.a), R(i.b), is_proven || guard ? 2 : 1)) return false;
    if (!has_own_cache(frame->code)) return true;
    bool is_quick = cache->kind == CACHE_INLINE || cache->kind == CACHE_ADD;
    if (!guard) frame->pc[-1].op = !is_quick ? OP_STORE_ATTR : cache->kind == CACHE_INLINE ? OP_STORE_ATTR_INLINE : OP_STORE_ATTR_ADD;
    else if (is_quick && guard->count == GUARD_ITEMS_AT) frame->pc[-1].op = OP_STORE_ATTR_GUARDED, cache->guard = (uint16_t)small_int(guard->items[GUARD_MASK_AT]);
    else if (is_quick && (cache->guard = attribute_guard_place(type, guard))) frame->pc[-1].op = OP_STORE_ATTR_OF_CLASS;
    return true;
}

bool slow_delete_attr(VM *vm, Frame *frame, Instruction i) {
    return set_attribute(vm, R(i.a), frame->code->attributes[i.c].name, VALUE_UNBOUND);
}

bool slow_load_method(VM *vm, Frame *frame, Instruction i) {
    AttributeCache *cache = &frame->code->attributes[i.c];
#ifndef TYPHON_CORE
    if (!is_object(R(i.b))) { // an int or a float, which no cache is for
        const Type *type = value_type(vm, R(i.b));
        Value found = method_cache_find(vm, type, cache->name);
        if (is_exactly(found, vm->types.native_method) && !type->slots.get_attribute && binds_as_method(vm, found)) return R(i.a + 1) = R(i.b), R(i.a) = found, true;
    }
#endif
    gc_wrote(vm, frame->code); // the cache may come to name something new
    generalize(frame, OP_LOAD_METHOD);
    Value self, value = cache_load(vm, cache, R(i.b), &self);
    if (value == VALUE_ERROR) return false;
    if (has_own_cache(frame->code)) frame->pc[-1].op = cache->kind == CACHE_MODULE ? OP_LOAD_METHOD_MODULE : OP_LOAD_METHOD;
    R(i.a) = value;
    R(i.a + 1) = self;
    return true;
}

// `with` and `async with`: the manager's methods, in the words of CPython when they are missing.
bool slow_load_special(VM *vm, Frame *frame, Instruction i) {
    Str *name = name_constant(frame, i.c);
    Value manager = R(i.b), function, self;
    if (lookup_special(vm, manager, name, &function, &self)) {
        R(i.a) = function;
        R(i.a + 1) = self;
        return true;
    }
    if (error_is_set(vm)) return false;
    bool is_async = name == vm->names.__aenter__ || name == vm->names.__aexit__, is_exit = name == vm->names.__exit__ || name == vm->names.__aexit__;
    const char *protocol = is_async ? "asynchronous context manager" : "context manager";
    if (is_exit) raise_type_error(vm, "'%T' object does not support the %s protocol (missed %U method)", manager, protocol, name);
    else raise_type_error(vm, "'%T' object does not support the %s protocol", manager, protocol);
    return false;
}

// ---- functions and classes

static Cell *source_cell(VM *vm, Frame *frame, FreeSource source) {
    Value cell = source.from_register ? R(source.index) : from_object(frame->function->cells[source.index]);
    return is_layout(cell, LAYOUT_CELL) ? (Cell *)as_object(cell) : cell_new(vm, VALUE_UNBOUND);
}

bool slow_make_function(VM *vm, Frame *frame, Instruction i) {
    Code *code = frame->code->children[i.b];
    Value value = function_new(vm, code, frame->globals);
    if (value == VALUE_ERROR) return false;
    Function *function = (Function *)as_object(value);
    if (i.c != 0xffff) {
        function->defaults = R(i.c);
        function->keyword_defaults = R(i.c + 1);
        function->annotations = R(i.c + 2);
    }
    for (uint32_t n = 0; n < code->free_count; n++)
        if (!(function->cells[n] = source_cell(vm, frame, code->free_sources[n]))) return false;
    R(i.a) = value;
    return true;
}

bool slow_load_build_class(VM *vm, Frame *frame, Instruction i) {
    Value value = builtins_get(vm, frame->function->builtins, vm->names.__build_class__);
    if (value == VALUE_ERROR) return false;
    if (value == VALUE_UNBOUND) return raise_error(vm, vm->types.NameError, "__build_class__ not found"), false;
    R(i.a) = value;
    return true;
}

// The hooks in typing.py that make type parameters and aliases.
static bool call_typing(VM *vm, Frame *frame, const char *hook, Value *args, uint32_t count, uint16_t target) {
    ROOT_SCOPE(vm);
    for (uint32_t n = 0; n < count; n++) root_push(vm, args[n]);
    Value typing = import_module(vm, vm->names.typing), result = VALUE_ERROR;
    Str *name = typing == VALUE_ERROR ? NULL : str_intern(vm, hook, strlen(hook));
    Value function = name ? get_attribute(vm, typing, name) : VALUE_ERROR;
    if (function != VALUE_ERROR) result = call_value(vm, function, args, count);
    ROOT_END(vm);
    if (result == VALUE_ERROR) return false;
    R(target) = result;
    return true;
}

bool slow_make_type_param(VM *vm, Frame *frame, Instruction i) {
    const Tuple *parts = as_tuple(frame->code->constants[i.b]);
    Value args[] = {parts->items[1], parts->items[0], R(i.c)};
    return call_typing(vm, frame, "_make_type_param", args, 3, i.a);
}

bool slow_make_type_alias(VM *vm, Frame *frame, Instruction i) {
    Value args[] = {frame->code->constants[i.b], R(i.c), R(i.c + 1)};
    return call_typing(vm, frame, "_make_type_alias", args, 3, i.a);
}

// ---- imports

// builtins.__import__ when a script has put another function there.
static Value replaced_import(VM *vm, const Frame *frame) {
    Value function = builtins_get(vm, frame->function->builtins, vm->names.__import__);
    if (function == VALUE_ERROR) return VALUE_ERROR;
    if (function == VALUE_UNBOUND) return raise_error(vm, vm->types.ImportError, "__import__ not found");
    bool is_own = is_layout(function, LAYOUT_NATIVE) && str_equals_cstring(vm->names.__import__, ((Native *)as_object(function))->def->name);
    return is_own ? VALUE_UNBOUND : function;
}

bool slow_import_name(VM *vm, Frame *frame, Instruction i) {
    const Tuple *parts = as_tuple(frame->code->constants[i.b]);
    Value function = replaced_import(vm, frame), module;
    if (function == VALUE_ERROR) return false;
    if (function == VALUE_UNBOUND) {
        Str *name = str_intern_value(vm, as_str(parts->items[0]));
        module = name ? import_name(vm, name, frame->globals, parts->items[1], small_int(parts->items[2])) : VALUE_ERROR;
    } else {
        Value globals = globals_share(vm, frame->globals);
        if (globals == VALUE_ERROR) return false;
        Value args[] = {parts->items[0], globals, frame->code->flags & UNIT_NAMESPACE && frame->namespace_ != VALUE_UNBOUND ? namespace_share(frame->namespace_) : VALUE_NONE, parts->items[1],
                        parts->items[2]};
        module = call_value(vm, function, args, 5);
    }
    if (module == VALUE_ERROR) return false;
    R(i.a) = module;
    return true;
}

bool slow_import_from(VM *vm, Frame *frame, Instruction i) {
    Value value = import_from(vm, R(i.b), name_constant(frame, i.c));
    if (value == VALUE_ERROR) return false;
    R(i.a) = value;
    return true;
}

bool slow_import_star(VM *vm, Frame *frame, Instruction i) { return import_star(vm, R(i.a), namespace_of(frame)); }

bool slow_print_expression(VM *vm, Frame *frame, Instruction i) {
    Value sys = import_module(vm, vm->names.sys);
    Str *name = sys == VALUE_ERROR ? NULL : str_intern(vm, "displayhook", 11);
    if (!name) return false;
    Value hook = get_attribute_or(vm, sys, name, VALUE_UNBOUND);
    if (hook == VALUE_UNBOUND) raise_error(vm, vm->types.RuntimeError, "lost sys.displayhook");
    if (hook == VALUE_UNBOUND || hook == VALUE_ERROR) return false;
    Value v = R(i.a);
    return call_value(vm, hook, &v, 1) != VALUE_ERROR;
}
