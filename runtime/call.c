// Calls from C. What is called gets its arguments on the VM stack:
//
//     stack_top before -> | callable | arg 0 ... | keyword values ... | names | <- stack_top during the call
//
// so that they stay alive, so that a script function can take them for its registers where they lie, and so that a bound method can put its self
// in the place of the callable.
#include "runtime/interpreter.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"

bool stack_grow(VM *vm, Value *top) {
    if (top > vm->stack_end) return raise_error(vm, vm->types.RecursionError, "maximum recursion depth exceeded"), false;
    if (top > vm->stack_counted && !stack_count(vm, top)) return false;
    vm->stack_high = top;
    return true;
}

Frame *frame_push(VM *vm, Function *function, Code *code, Value *registers, uint16_t result_register, uint16_t flags) {
    Frame *frame = vm->frame + 1;
    Value *top = registers + code->register_count;
    if (unlikely(frame == vm->frames_end) && !frames_grow(vm)) return NULL;
    if (unlikely(!stack_reserve(vm, top))) return NULL;
    frame->registers = registers;
    frame->pc = code->code;
    frame->code = code;
    frame->function = function;
    frame->globals = function->globals;
    frame->namespace_ = VALUE_UNBOUND;
    frame->generator = NULL;
    frame->result_register = result_register;
    frame->flags = flags;
    vm->frame = frame;
    vm->stack_top = top;
    return frame;
}

// Runs `function` whose parameters lie in `registers`; whatever its code is, a module's body or a generator's.
static Value run_bound(VM *vm, Function *function, Value *registers, Value namespace_) {
    if (function->code->flags & (UNIT_GENERATOR | UNIT_COROUTINE)) return generator_new(vm, function, registers);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value *saved = vm->stack_top;
    Frame *frame = frame_push(vm, function, function->code, registers, 0, FRAME_ENTRY);
    if (!frame) return VALUE_ERROR;
    frame->namespace_ = namespace_;
    Value result = interpreter_run(vm, false);
    vm->stack_top = saved;
    return result;
}

Value function_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Function *function = (Function *)as_object(self);
    const Code *code = function->code;
    uint32_t named = keyword_count(keyword_names);
    Value *saved = vm->stack_top, *registers = args;
    // in place where nothing but the word with the names lies above the arguments
    bool in_place = args >= vm->stack && args < vm->stack_top && args + count + named + 1 >= vm->stack_top;
    if (!in_place) registers = vm->stack_top;
    size_t size = count + named > code->register_count ? count + named : code->register_count;
    if (!stack_reserve(vm, registers + size + named)) return VALUE_ERROR;
    if (!in_place && count + named) memmove(registers, args, (count + named) * sizeof(Value));
    if ((named || code->simple_arguments != count) && !bind_function_arguments(vm, function, registers, count, keyword_names)) return VALUE_ERROR;
    Value result = run_bound(vm, function, registers, VALUE_UNBOUND);
    vm->stack_top = saved;
    return result;
}

// ---- calls of values

static Value call_on_stack(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names) {
    const Type *type = value_type(vm, callable);
    if (!type->slots.call) return raise_type_error(vm, "'%T' object is not callable", callable);
    return type->slots.call(vm, callable, args, count, keyword_names);
}

// `first` VALUE_UNBOUND: there is none before args.
static Value call_copied(VM *vm, Value callable, Value first, const Value *args, uint32_t count, Value keyword_names) {
    uint32_t named = keyword_count(keyword_names), before = first != VALUE_UNBOUND;
    Value *saved = vm->stack_top, *base = saved + 1, *end = base + before + count + named;
    if (!stack_reserve(vm, end + 1)) return VALUE_ERROR;
    if (count + named == 1) base[before] = *args;
    else if (count + named) memmove(base + before, args, (count + named) * sizeof(Value)); // `args` may lie here
    saved[0] = callable;
    if (before) base[0] = first;
    *end = keyword_names;
    vm->stack_top = end + 1;
    Value result;
    if (value_type(vm, callable)->slots.call != native_call) result = call_on_stack(vm, callable, base, before + count, keyword_names);
    else if ((char *)__builtin_frame_address(0) <= vm->c_stack_limit && c_stack_exhausted(vm)) result = VALUE_ERROR;
    else result = native_invoke(vm, (const Native *)as_object(callable), base, before + count, keyword_names); // what native_call does, copied once
    vm->stack_top = saved;
    return result;
}

// A script function with exactly the positional arguments that it takes: they need no binding. (Generators and coroutines are never simple.)
static Value call_simple(VM *vm, Function *function, const Value *args, uint32_t count) {
    if ((char *)__builtin_frame_address(0) <= vm->c_stack_limit && c_stack_exhausted(vm)) return VALUE_ERROR;
    Value *saved = vm->stack_top;
    if (unlikely(!frame_push(vm, function, function->code, saved, 0, FRAME_ENTRY))) return VALUE_ERROR;
    if (count == 1) saved[0] = *args;
    else if (count) memmove(saved, args, count * sizeof(Value));
    Value result = interpreter_run(vm, false);
    vm->stack_top = saved;
    return result;
}

// What call_copied and native_invoke do for a native that takes its one or two arguments as they are. VALUE_UNBOUND: it is another one.
static inline Value call_plain_native(VM *vm, const Native *native, const Value *args, uint32_t count) {
    const NativeDef *def = native->def;
    if (def->flags & (NATIVE_STATIC | NATIVE_CLASS) || def->parameters || count - 1 > 1) return VALUE_UNBOUND;
    bool has_self = native->self != VALUE_UNBOUND, of_type = native->type && !has_self;
    uint32_t given = count - of_type;
    if (given < (uint32_t)def->min_args || (def->max_args >= 0 && given > (uint32_t)def->max_args)) return VALUE_UNBOUND;
    if (of_type && value_type(vm, args[0]) != native->type) return VALUE_UNBOUND;
    Value *saved = vm->stack_top, *base = saved + 1;
    if ((char *)__builtin_frame_address(0) <= vm->c_stack_limit || !stack_reserve(vm, base + 4)) return error_is_set(vm) ? VALUE_ERROR : VALUE_UNBOUND;
    Value first = args[0], second = count > 1 ? args[1] : VALUE_UNBOUND;
    saved[0] = has_self ? native->self : from_object(native);
    base[0] = first, base[1] = second;
    vm->stack_top = base + count + 1;
    base[count] = VALUE_UNBOUND;
    Value *given_at = has_self ? saved : base;
    Value result = def->flags & NATIVE_RAW ? def->raw(vm, given_at, count + has_self, VALUE_UNBOUND) : def->function(vm, given_at, count + has_self);
    vm->stack_top = saved;
    return result;
}

Value call_value(VM *vm, Value function, const Value *args, uint32_t count) {
    if (is_exactly(function, vm->types.function) && ((Function *)as_object(function))->code->simple_arguments == count)
        return call_simple(vm, (Function *)as_object(function), args, count);
    if (is_exactly(function, vm->types.native_function) || is_exactly(function, vm->types.native_method)) {
        Value result = call_plain_native(vm, (const Native *)as_object(function), args, count);
        if (result != VALUE_UNBOUND) return result;
    }
    return call_copied(vm, function, VALUE_UNBOUND, args, count, VALUE_UNBOUND);
}

Value call_keywords(VM *vm, Value function, const Value *args, uint32_t count, Value keyword_names) {
    return call_copied(vm, function, VALUE_UNBOUND, args, count, keyword_names);
}

Value call_method(VM *vm, Value self, Str *name, const Value *args, uint32_t count) {
    const Type *type = value_type(vm, self);
    if (!type->slots.get_attribute && !has_instance_attributes(self)) {
        Value found = type_lookup(vm, (Type *)(uintptr_t)type, name);
        if (binds_as_method(vm, found)) return call_copied(vm, found, self, args, count, VALUE_UNBOUND);
    }
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Value method = get_attribute(vm, self, name);
    Value result = method == VALUE_ERROR ? VALUE_ERROR : call_copied(vm, method, VALUE_UNBOUND, args, count, VALUE_UNBOUND);
    ROOT_END(vm);
    return result;
}

Value method_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    const Method *method = (const Method *)as_object(self);
    return call_copied(vm, method->function, method->self, args, count, keyword_names);
}

// ---- native functions

// "list.append" or "math.floor" or "len", as CPython calls a built-in in messages about the number of its arguments; a bound one by the class of what it is bound to.
static Value native_text(VM *vm, const Native *native) {
    const char *name = native->def->name;
    const Type *type = !native->type || native->self == VALUE_UNBOUND ? native->type : is_type(native->self) ? as_type(native->self) : value_type(vm, native->self);
    if (type) return str_from_format(vm, "%U.%s", type->name, name);
    if (is_str(native->module) && !str_equals_cstring(as_str(native->module), "builtins")) return str_from_format(vm, "%S.%s", native->module, name);
    return str_from_cstring(vm, name);
}

static Value wrong_count(VM *vm, const Native *native, uint32_t given) {
    const NativeDef *def = native->def;
    if (def->max_args >= 0 && def->max_args <= 1 && def->min_args == def->max_args) {
        Value name = native_text(vm, native);
        if (name == VALUE_ERROR) return VALUE_ERROR;
        if (!def->max_args) return raise_type_error(vm, "%S() takes no arguments (%u given)", name, given);
        return raise_type_error(vm, "%S() takes exactly one argument (%u given)", name, given);
    }
    bool too_few = given < (uint32_t)def->min_args;
    int limit = too_few ? def->min_args : def->max_args;
    return raise_type_error(vm, "%s expected %s%d argument%s, got %u", def->name, def->min_args == def->max_args ? "" : too_few ? "at least " : "at most ",
                            limit, limit == 1 ? "" : "s", given);
}

uint32_t native_parameter_count(const NativeDef *def) {
    const char *text = def->parameters;
    uint32_t count = 0;
    if (text && *text == '!') text++;
    while (text && *text) {
        if (*text != '/' && *text != '*' && *text != ' ') {
            count++;
            while (*text && *text != ' ') text++;
        } else {
            text++;
        }
    }
    return count;
}

// With named parameters: args[receivers..] becomes one value for each of them.
static Value invoke_with_parameters(VM *vm, const Native *native, Value *args, uint32_t count, Value keyword_names, uint32_t receivers) {
    const NativeDef *def = native->def;
    uint32_t named = keyword_count(keyword_names), parameters = native->parameter_count, given = count - receivers;
    Value *saved = vm->stack_top, *end = args + count + named;
    Value *out = args + receivers;
    if (named || given < (uint32_t)def->min_args || (def->max_args >= 0 && given > (uint32_t)def->max_args)) {
        // bound above what is there, then moved down
        if (end < saved) end = saved;
        if (!stack_reserve(vm, end + receivers + parameters)) return VALUE_ERROR;
        if (receivers) end[0] = args[0];
        if (!bind_arguments(vm, def->name, def->parameters, def->min_args, def->max_args, args + receivers, given, keyword_names, end + receivers))
            return VALUE_ERROR;
        args = end;
    } else {
        if (!stack_reserve(vm, out + parameters)) return VALUE_ERROR;
        for (uint32_t i = given; i < parameters; i++) out[i] = VALUE_UNBOUND;
    }
    if (args + receivers + parameters > vm->stack_top) vm->stack_top = args + receivers + parameters;
    Value result = def->function(vm, args, receivers + parameters);
    vm->stack_top = saved;
    return result;
}

static bool check_receiver(VM *vm, const Native *native, const Value *args, uint32_t count) {
    if (!count && native->def->flags & NATIVE_CLASS) return raise_type_error(vm, "descriptor '%s' of '%N' object needs an argument", native->def->name, native->type), false;
    if (!count) return raise_type_error(vm, "unbound method %U.%s() needs an argument", native->type->name, native->def->name), false;
    const Type *type = value_type(vm, args[0]);
    if (native->def->flags & NATIVE_CLASS) {
        if (is_type(args[0]) && type_is_subtype(as_type(args[0]), native->type)) return true;
        if (!is_type(args[0]))
            return raise_type_error(vm, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2", native->def->name, native->type, args[0]), false;
        return raise_type_error(vm, "descriptor '%s' requires a subtype of '%N' but received '%N'", native->def->name, native->type, as_type(args[0])), false;
    }
    if (likely(type == native->type) || type_is_subtype(type, native->type)) return true;
    raise_type_error(vm, "descriptor '%s' for '%U' objects doesn't apply to a '%T' object", native->def->name, native->type->name, args[0]);
    return false;
}

// The arguments lie on the stack; args[-1] is free, and so is everything above them.
Value native_invoke(VM *vm, const Native *native, Value *args, uint32_t count, Value keyword_names) {
    const NativeDef *def = native->def;
    uint32_t receivers = 0;
    if (native->self != VALUE_UNBOUND) {
        *--args = native->self;
        count++;
        receivers = 1;
    } else if (native->type && !(def->flags & NATIVE_STATIC)) {
        if (unlikely(!check_receiver(vm, native, args, count))) return VALUE_ERROR;
        receivers = 1;
    }
    if (def->flags & NATIVE_RAW) {
        uint32_t given = count - receivers;
        if (unlikely(given < (uint32_t)def->min_args || (def->max_args >= 0 && given > (uint32_t)def->max_args))) return wrong_count(vm, native, given);
        return def->raw(vm, args, count, keyword_names);
    }
    if (def->parameters) return invoke_with_parameters(vm, native, args, count, keyword_names, receivers);
    if (unlikely(keyword_names != VALUE_UNBOUND) && keyword_count(keyword_names)) {
        Value name = native_text(vm, native);
        return name == VALUE_ERROR ? VALUE_ERROR : raise_type_error(vm, "%S() takes no keyword arguments", name);
    }
    uint32_t given = count - receivers;
    if (unlikely(given < (uint32_t)def->min_args || (def->max_args >= 0 && given > (uint32_t)def->max_args))) return wrong_count(vm, native, given);
    return def->function(vm, args, count);
}

Value native_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    const Native *native = (const Native *)as_object(self);
    uint32_t named = keyword_count(keyword_names);
    Value *saved = vm->stack_top, *base = saved + 1, *end = base + count + named;
    if (c_stack_exhausted(vm) || !stack_reserve(vm, end + 1)) return VALUE_ERROR;
    if (count + named) memmove(base, args, (count + named) * sizeof(Value));
    saved[0] = self;
    *end = keyword_names;
    vm->stack_top = end + 1;
    Value result = native_invoke(vm, native, base, count, keyword_names);
    vm->stack_top = saved;
    return result;
}

// ---- bodies of modules and classes

static Value run_body(VM *vm, Function *function, Value namespace_) {
    const Code *code = function->code;
    Value *saved = vm->stack_top, *registers = saved + 1;
    if (!stack_reserve(vm, registers + code->register_count)) return VALUE_ERROR;
    saved[0] = from_object(function);
    for (uint32_t i = 0; i < code->parameter_count; i++) registers[i] = VALUE_UNBOUND;
    vm->stack_top = registers;
    Value result = run_bound(vm, function, registers, namespace_);
    vm->stack_top = saved;
    return result;
}

Value run_code(VM *vm, Code *code, Dict *globals, Value namespace_, Value closure) {
#ifndef TYPHON_CORE // a module's names have their room at once; where entries were deleted, somebody who goes through them must find them where they are
    if (code->global_count > globals->capacity && globals->used == globals->filled && !table_reserve(vm, globals, globals->used + code->global_count)) return VALUE_ERROR;
#endif
    Value function = function_new(vm, code, globals);
    if (function == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; closure != VALUE_NONE && i < as_tuple(closure)->count; i++)
        ((Function *)as_object(function))->cells[i] = (Cell *)as_object(as_tuple(closure)->items[i]);
    if (!(code->flags & UNIT_NAMESPACE)) return run_body(vm, (Function *)as_object(function), VALUE_UNBOUND);
    return run_body(vm, (Function *)as_object(function), namespace_ == VALUE_UNBOUND ? from_object(globals) : namespace_);
}

Value run_class_body(VM *vm, Function *body, Value namespace_, Value *class_cell) {
    Value result = run_body(vm, body, namespace_);
    *class_cell = is_layout(result, LAYOUT_CELL) ? result : VALUE_UNBOUND;
    return result;
}
