// _contextvars_core: what is used most of contextvars' classes (library reference, "contextvars"). The classes are stdlib/contextvars.py's, with their fields in __slots__;
// graft() puts C functions in the place of some of their methods, as _datetime_core does. Each does the usual case; everything else, and each error, goes to the
// function that was there before (`slow`).
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef enum Slow { SLOW_RUN, SLOW_GET, SLOW_SET, SLOW_RESET, SLOW_COPY, CONTEXT_SLOW_COUNT } Slow;
typedef struct ContextState { // an object of the VM, in its module slot
    Object head;
    Value given;                  // the tuple that graft() got
    Type *context, *variable, *token;
    Value absent;                 // what stands for no default, and for no old value
    Value missing;
    Str *key;                     // of the thread's context in vm->thread_storage
    Value slow[CONTEXT_SLOW_COUNT];
} ContextState;
static ContextState *state_of(VM *vm) { return (ContextState *)as_object(vm->slots_for_modules[MODULE_SLOT_CONTEXTVARS]); }

// Places of the members of __slots__, in the order of their names. graft() looks whether they are there.
enum { CONTEXT_DATA, CONTEXT_DECIMAL, CONTEXT_ENTERED, CONTEXT_IS_SHARED, CONTEXT_FIELDS };
enum { VARIABLE_DEFAULT, VARIABLE_NAME };
enum { TOKEN_CONTEXT, TOKEN_OLD, TOKEN_USED, TOKEN_VARIABLE, TOKEN_FIELDS };
static Value *fields_of(Value v) { return ((Instance *)as_object(v))->slots; }

static Value call_slow(VM *vm, Slow which, const Value *args, uint32_t count) { return call_value(vm, state_of(vm)->slow[which], args, count); }

// The context of the thread; VALUE_UNBOUND: there is none yet, or none that has a dict.
static Value current_context(VM *vm) {
    const ContextState *state = state_of(vm);
    Value storage = vm->thread_storage;
    Value found = is_exactly(storage, vm->types.dict) ? dict_get_str(vm, as_dict(storage), state->key) : VALUE_UNBOUND;
    return is_exactly(found, state->context) && is_exactly(fields_of(found)[CONTEXT_DATA], vm->types.dict) ? found : VALUE_UNBOUND;
}
static Value value_in(VM *vm, Value context, Value variable) { return dict_get(vm, as_dict(fields_of(context)[CONTEXT_DATA]), variable); }
// Sets the variable, or with VALUE_UNBOUND removes it. What copies of the context share is copied first.
static bool change(VM *vm, Value context, Value variable, Value value) {
    Value *fields = fields_of(context);
    if (fields[CONTEXT_IS_SHARED] != VALUE_FALSE) {
        Dict *own = dict_copy(vm, as_dict(fields[CONTEXT_DATA]));
        if (!own) return false;
        gc_store(vm, as_object(context), &fields[CONTEXT_DATA], from_object(own));
        fields[CONTEXT_IS_SHARED] = VALUE_FALSE;
    }
    Dict *data = as_dict(fields[CONTEXT_DATA]);
    return value == VALUE_UNBOUND ? dict_delete(vm, data, variable) >= 0 : dict_set(vm, data, variable, value);
}

static Value variable_get(VM *vm, Value *args, uint32_t count) {
    const ContextState *state = state_of(vm);
    Value context = current_context(vm), value = context == VALUE_UNBOUND ? VALUE_UNBOUND : value_in(vm, context, args[0]);
    if (value != VALUE_UNBOUND || (context != VALUE_UNBOUND && count > 1)) return value != VALUE_UNBOUND ? value : args[1];
    Value fallback = fields_of(args[0])[VARIABLE_DEFAULT];
    if (context == VALUE_UNBOUND || fallback == state->absent || fallback == VALUE_UNBOUND) return call_slow(vm, SLOW_GET, args, count);
    return fallback;
}

static Value variable_set(VM *vm, Value *args, uint32_t count) {
    const ContextState *state = state_of(vm);
    Value context = current_context(vm);
    if (context == VALUE_UNBOUND) return call_slow(vm, SLOW_SET, args, count);
    Value old = value_in(vm, context, args[0]);
    Instance *token = old == VALUE_ERROR ? NULL : instance_new(vm, state->token);
    if (!token) return VALUE_ERROR;
    token->slots[TOKEN_CONTEXT] = context, token->slots[TOKEN_VARIABLE] = args[0];
    token->slots[TOKEN_OLD] = old == VALUE_UNBOUND ? state->missing : old, token->slots[TOKEN_USED] = VALUE_FALSE;
    return change(vm, context, args[0], args[1]) ? from_object(token) : VALUE_ERROR;
}

static Value variable_reset(VM *vm, Value *args, uint32_t count) {
    const ContextState *state = state_of(vm);
    Value context = current_context(vm);
    if (context == VALUE_UNBOUND || !is_exactly(args[1], state->token)) return call_slow(vm, SLOW_RESET, args, count);
    Value *token = fields_of(args[1]), old = token[TOKEN_OLD];
    if (token[TOKEN_USED] != VALUE_FALSE || token[TOKEN_VARIABLE] != args[0] || token[TOKEN_CONTEXT] != context || old == VALUE_UNBOUND) return call_slow(vm, SLOW_RESET, args, count);
    token[TOKEN_USED] = VALUE_TRUE;
    return change(vm, context, args[0], old == state->missing ? VALUE_UNBOUND : old) ? VALUE_NONE : VALUE_ERROR;
}

static Value context_run(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    const ContextState *state = state_of(vm);
    Value storage = vm->thread_storage, self = args[0];
    if (count < 2 || !is_exactly(self, state->context) || fields_of(self)[CONTEXT_ENTERED] != VALUE_FALSE || !is_exactly(storage, vm->types.dict))
        return call_keywords(vm, state->slow[SLOW_RUN], args, count, keyword_names);
    Value outer = dict_get_str(vm, as_dict(storage), state->key);
    if (outer == VALUE_UNBOUND) outer = VALUE_NONE;
    if (!dict_set_str(vm, as_dict(storage), state->key, self)) return VALUE_ERROR;
    fields_of(self)[CONTEXT_ENTERED] = VALUE_TRUE;
    ROOT_SCOPE(vm);
    root_push(vm, self), root_push(vm, storage), root_push(vm, outer);
    Value result = call_keywords(vm, args[1], args + 2, count - 2, keyword_names);
    ROOT_END(vm);
    if (!dict_set_str(vm, as_dict(storage), state_of(vm)->key, outer)) result = VALUE_ERROR; // a script may have removed the key
    fields_of(self)[CONTEXT_ENTERED] = VALUE_FALSE;
    return result;
}

static Value copy_context(VM *vm, Value *args, uint32_t count) {
    const ContextState *state = state_of(vm);
    Value context = state->context ? current_context(vm) : VALUE_UNBOUND;
    if (context == VALUE_UNBOUND) return call_slow(vm, SLOW_COPY, args, count);
    Instance *copy = instance_new(vm, state->context);
    if (!copy) return VALUE_ERROR;
    Value *fields = fields_of(context);
    copy->slots[CONTEXT_DATA] = fields[CONTEXT_DATA], copy->slots[CONTEXT_DECIMAL] = fields[CONTEXT_DECIMAL];
    copy->slots[CONTEXT_ENTERED] = VALUE_FALSE;
    copy->slots[CONTEXT_IS_SHARED] = fields[CONTEXT_IS_SHARED] = VALUE_TRUE;
    return from_object(copy);
}

// ---- grafting ----------------------------------------------------------------------------------------------------

static const NativeDef run_def = {"run", {.raw = context_run}, 0, -1, NATIVE_RAW, NULL, DOC("Call the callable in this context.")};
static const NativeDef variable_defs[] = {
    {"get", {variable_get}, 0, 1, 0, NULL, DOC("Return a value for the context variable for the current context.")},
    {"set", {variable_set}, 1, 1, 0, NULL, DOC("Call to set a new value for the context variable in the current context.")},
    {"reset", {variable_reset}, 1, 1, 0, NULL, DOC("Reset the context variable.")}};

static bool replace(VM *vm, Type *type, const NativeDef *def, Slow which) {
    ContextState *state = state_of(vm);
    Str *name = str_intern(vm, def->name, strlen(def->name));
    Value found = name ? dict_get_str(vm, type->dict, name) : VALUE_ERROR;
    if (!is_function(found)) return false;
    gc_store(vm, state, &state->slow[which], found);
    Value method = native_method_new(vm, def, type);
    return method != VALUE_ERROR && set_attribute(vm, from_object(type), name, method);
}

// graft((Context, ContextVar, Token), absent, missing, copy_context): the classes to use, which have their methods in C: those given, or those of the first call.
static Value graft(VM *vm, Value *args, uint32_t count) {
    (void)count;
    static const char *const context_fields[] = {"_data", "_decimal", "_entered", "_is_shared", NULL}, *const variable_fields[] = {"_default", "_name", NULL};
    static const char *const token_fields[] = {"_context", "_old", "_used", "_var", NULL};
    enum { CLASSES = 3 };
    ContextState *state = state_of(vm);
    if (state->context) return state->given;
    if (!is_exactly(args[0], vm->types.tuple) || as_tuple(args[0])->count != CLASSES) return raise_type_error(vm, "graft() takes a tuple of classes, not %T", args[0]);
    const Value *classes = as_tuple(args[0])->items;
    for (uint32_t i = 0; i < CLASSES; i++)
        if (!is_type(classes[i])) return raise_type_error(vm, "graft() takes classes, not %T", classes[i]);
    Type *context = as_type(classes[0]), *variable = as_type(classes[1]), *token = as_type(classes[2]);
    bool good = members_begin_with(vm, context, context_fields) && members_begin_with(vm, variable, variable_fields) && members_begin_with(vm, token, token_fields);
    // what C makes
    good = good && token->instance_size == sizeof(Instance) + TOKEN_FIELDS * sizeof(Value) && context->instance_size == sizeof(Instance) + CONTEXT_FIELDS * sizeof(Value);
    good = good && replace(vm, context, &run_def, SLOW_RUN);
    for (uint32_t i = 0; good && i < 3; i++) good = replace(vm, variable, &variable_defs[i], (Slow)(SLOW_GET + i));
    if (!good) return error_is_set(vm) ? VALUE_ERROR : raise_value_error(vm, "the classes are not those of contextvars");
    gc_store(vm, state, &state->slow[SLOW_COPY], args[3]);
    gc_store(vm, state, &state->given, args[0]), gc_store(vm, state, &state->absent, args[1]), gc_store(vm, state, &state->missing, args[2]);
    gc_store_object(vm, state, &state->context, context), gc_store_object(vm, state, &state->variable, variable), gc_store_object(vm, state, &state->token, token);
    return args[0];
}

static void state_trace(VM *vm, Object *self) {
    ContextState *state = (ContextState *)self;
    gc_mark(vm, state->given), gc_mark(vm, state->absent), gc_mark(vm, state->missing);
    gc_mark_object(vm, state->context), gc_mark_object(vm, state->variable), gc_mark_object(vm, state->token), gc_mark_object(vm, state->key);
    for (int i = 0; i < CONTEXT_SLOW_COUNT; i++) gc_mark(vm, state->slow[i]);
}
static const TypeSpec state_spec = {.name = "_contextvars_core.state", .layout = LAYOUT_OTHER, .size = sizeof(ContextState), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, state_trace))};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module, (void)space;
    Str *key = str_intern(vm, "context", strlen("context"));
    Type *type = key ? type_new_from_spec(vm, &state_spec, vm->types.object) : NULL;
    ContextState *state = type ? object_new(vm, type, sizeof *state) : NULL;
    if (!state) return false;
    state->given = state->absent = state->missing = VALUE_UNBOUND;
    state->context = state->variable = state->token = NULL;
    state->key = key;
    for (int i = 0; i < CONTEXT_SLOW_COUNT; i++) state->slow[i] = VALUE_UNBOUND;
    vm->slots_for_modules[MODULE_SLOT_CONTEXTVARS] = from_object(state);
    return true;
}

static const NativeDef functions[] = {{"copy_context", {copy_context}, 0, 0, 0, NULL, DOC("Return a shallow copy of the current context.")}, {"graft", {graft}, 4, 4, 0, NULL, DOC(NULL)}, {0}};
const ModuleDef contextvars_core_module = {"_contextvars_core", functions, initialize};
