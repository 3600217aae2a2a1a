// Calls that are more than pushing a frame whose arguments are complete: binding, constructors, bound methods, natives, `f(*args, **kwargs)`.
//
// A callable that only stands for another one (a bound method, an instance with __call__) puts itself in the free word before the arguments, and the
// other one is called in turn. The first word before the arguments is free, not more: a second such step goes through C.
#include "runtime/guard.h"
#include "runtime/interpreter.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/trace.h"
#include "runtime/slot_dispatch.h"

static CallOutcome finish(Frame *caller, uint16_t result, Value value) {
    if (unlikely(value == VALUE_ERROR)) return CALL_FAILED;
    caller->registers[result] = value;
    return CALL_DONE;
}

static CallOutcome call_function(VM *vm, Function *function, Value *args, uint32_t count, Value keyword_names, uint16_t result, uint16_t flags) {
    const Code *code = function->code;
    uint32_t named = keyword_count(keyword_names);
    if (named || code->simple_arguments != count) {
        size_t size = count + named > code->register_count ? count + named : code->register_count;
        if (!stack_reserve(vm, args + size + named)) return CALL_FAILED;
        if (!bind_function_arguments(vm, function, args, count, keyword_names)) return CALL_FAILED;
        if (code->flags & (UNIT_GENERATOR | UNIT_COROUTINE) && !flags) {
            Value generator = generator_new(vm, function, args);
            vm->fresh_generator = generator, vm->fresh_site = vm->frame->pc;
            return finish(vm->frame, result, generator);
        }
    }
    return frame_push(vm, function, function->code, args, result, flags) ? CALL_PUSHED : CALL_FAILED;
}

static CallOutcome call_slot(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names, uint16_t result) {
    Frame *caller = vm->frame;
    const Type *type = value_type(vm, callable);
    if (!type->slots.call) return raise_type_error(vm, "'%T' object is not callable", callable), CALL_FAILED;
    Value *saved = vm->stack_top, *end = args + count + keyword_count(keyword_names);
    if (end > saved) { // spread arguments reach above the frame
        if (!stack_reserve(vm, end)) return CALL_FAILED;
        vm->stack_top = end;
    }
    Value value = type->slots.call(vm, callable, args, count, keyword_names);
    vm->stack_top = saved;
    return finish(caller, result, value);
}

typedef struct StoredNames {
    const Str *names[INLINE_SLOTS_MAX];
    uint32_t count;
} StoredNames;

// What has a place elsewhere: a property, a member of __slots__...
static bool is_data_descriptor(VM *vm, Type *class, Str *name) {
    Value found = type_lookup(vm, class, name);
    return is_object(found) && as_object(found)->shape->type->slots.descriptor_set;
}

// The attributes of its first parameter that a function stores.
static void add_stores(VM *vm, StoredNames *stored, Type *class, const Code *code) {
    for (uint32_t at = 0; at < code->code_count && stored->count < INLINE_SLOTS_MAX; at++) {
        Instruction i = code->code[at];
        if (i.a != 0 || (i.op != OP_STORE_ATTR && i.op != OP_STORE_ATTR_INLINE && i.op != OP_STORE_ATTR_ADD && i.op != OP_STORE_ATTR_GUARDED)) continue;
        Str *name = code->attributes[i.c].name;
        uint32_t known = 0;
        while (known < stored->count && stored->names[known] != name) known++;
        if (known == stored->count && !is_data_descriptor(vm, class, name)) stored->names[stored->count++] = name;
    }
}

// Before the first instance is made: as many inline slots as the __init__ methods along the MRO will fill, so that all
// instances have the same shapes, no overflow block and no slots that stay empty.
static void choose_inline_slots(VM *vm, Type *class) {
    class->flags |= TYPE_SIZED;
    if (!class->slots_offset || !(class->flags & TYPE_HAS_DICT) || class->root_shape->last_child) return;
    StoredNames stored = {.count = 0};
    for (size_t i = 0; i < class->mro->count; i++) {
        const Type *type = as_type(class->mro->items[i]);
        Value function = type->flags & TYPE_HEAP && type->dict ? dict_get_str(vm, type->dict, vm->names.__init__) : VALUE_UNBOUND;
        Code *code = is_function(function) ? ((const Function *)as_object(function))->code : NULL;
        if (code && code_read(vm, code)) add_stores(vm, &stored, class, code);
        else error_clear(vm);
    }
    if (!stored.count) return;
    uint32_t count = class->member_count + stored.count;
    if (count > INLINE_SLOTS_MAX) count = class->member_count >= INLINE_SLOTS_MAX ? class->member_count + 1u : INLINE_SLOTS_MAX;
    if (!type_set_inline_slots(vm, class, count)) error_clear(vm);
}

// A class whose instances are made the ordinary way: the instance, and its __init__ as a frame of its own. The instance stands before the
// frame's registers, too, as what the call results in.
static CallOutcome call_class(VM *vm, Type *class, Value *args, uint32_t count, Value keyword_names, uint16_t result) {
    Value class_value = from_object(class);
    if (object_type(&class->head)->slots.call != type_call || class->slots.construct != object_construct ||
        class->slots.initialize != slot_dispatch_initialize || class->flags & TYPE_ABSTRACT)
        return call_slot(vm, class_value, args, count, keyword_names, result);
    Value initialize = type_lookup(vm, class, vm->names.__init__);
    if (!is_function(initialize) || ((Function *)as_object(initialize))->code->flags & (UNIT_GENERATOR | UNIT_COROUTINE))
        return call_slot(vm, class_value, args, count, keyword_names, result);
    if (object_type(&class->head) == vm->types.type) { // next time the loop does it
        class->constructor = (Function *)as_object(initialize);
        class->constructor_version = class->version;
    }
    uint32_t size = count + keyword_count(keyword_names);
    if (!stack_reserve(vm, args + size + 1)) return CALL_FAILED;
    if (unlikely(!(class->flags & TYPE_SIZED))) choose_inline_slots(vm, class);
    Instance *instance = instance_new(vm, class);
    if (!instance) return CALL_FAILED;
    for (uint32_t i = size; i > 0; i--) args[i] = args[i - 1];
    args[-1] = args[0] = from_object(instance);
    return call_function(vm, (Function *)as_object(initialize), args, count + 1, keyword_names, result, FRAME_CONSTRUCTOR);
}

static CallOutcome call_native(VM *vm, const Native *native, Value *args, uint32_t count, Value keyword_names, uint16_t result) {
    Frame *caller = vm->frame;
    Value *saved = vm->stack_top, *end = args + count + keyword_count(keyword_names);
    if (unlikely(end > saved)) {
        if (!stack_reserve(vm, end)) return CALL_FAILED;
        vm->stack_top = end;
    }
    Value value = native_invoke(vm, native, args, count, keyword_names);
    vm->stack_top = saved;
    return finish(caller, result, value);
}

CallOutcome call_dispatch(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names, uint16_t result) {
    bool is_free = true; // args[-1]
    for (;;) {
        if (!is_object(callable)) return call_slot(vm, callable, args, count, keyword_names, result);
        const Type *type = as_object(callable)->shape->type;
        switch ((Layout)type->layout) {
        case LAYOUT_FUNCTION: return call_function(vm, (Function *)as_object(callable), args, count, keyword_names, result, 0);
        case LAYOUT_NATIVE: {
            const Native *native = (const Native *)as_object(callable);
            if (type->slots.call != native_call || (!is_free && native->self != VALUE_UNBOUND)) break;
            return call_native(vm, native, args, count, keyword_names, result);
        }
        case LAYOUT_TYPE:
            if (!is_free) break;
            return call_class(vm, as_type(callable), args, count, keyword_names, result);
        case LAYOUT_METHOD:
            if (!is_free) break;
            is_free = false;
            *--args = ((const Method *)as_object(callable))->self;
            callable = ((const Method *)as_object(callable))->function;
            count++;
            continue;
        default: {
            if (!is_free || !(type->flags & TYPE_HEAP) || !type->slots.call) break;
            Value function = type_lookup(vm, (Type *)(uintptr_t)type, vm->names.__call__);
            if (!is_function(function)) break;
            *--args = callable;
            return call_function(vm, (Function *)as_object(function), args, count + 1, keyword_names, result, 0);
        }
        }
        return call_slot(vm, callable, args, count, keyword_names, result);
    }
}

// ---- calls that enter behind the guards

static uint64_t add_guard_items(uint64_t signature, Instruction guard, const Code *code) {
    const Tuple *items = as_tuple(code->constants[guard.b]);
    signature = guard_signature_add_parameter(signature, guard.a, (uint16_t)small_int(items->items[GUARD_MASK_AT]));
    for (size_t i = GUARD_ITEMS_AT; i < items->count; i++) signature = guard_signature_add_item(signature, as_str(items->items[i])->text);
    return signature;
}

// What guards a function begins with, and with how many instructions.
static uint64_t signature_of_code(const Code *code, uint16_t *count) {
    uint64_t signature = 0;
    uint32_t at = 0;
    Instruction first = code->code[0];
    if (first.op == OP_GUARD_TYPE && first.c == first.a) {
        signature = guard_signature_add_parameter(signature, first.a, first.b), at++;
    } else if (first.op == OP_GUARD_PARAMETERS) {
        for (uint32_t i = 0; i < first.b; i++) signature = guard_signature_add_parameter(signature, code->parameter_guards[i].reg, code->parameter_guards[i].mask);
        at++;
    }
    for (; at < code->code_count && code->code[at].op == OP_GUARD_VALUE && code->code[at].a < code->parameter_count; at++) signature = add_guard_items(signature, code->code[at], code);
    *count = (uint16_t)at;
    return signature;
}

// The place of a signature among those of the VM, from 1; 0: there are too many.
static uint8_t place_of_signature(VM *vm, uint64_t signature) {
    uint32_t at = 0;
    while (at < vm->guard_signature_count && vm->guard_signatures[at] != signature) at++;
    if (at == GUARD_SIGNATURES_MAX) return 0;
    if (!vm->guard_signatures && !(vm->guard_signatures = block_new(vm, GUARD_SIGNATURES_MAX * sizeof *vm->guard_signatures))) return error_clear(vm), 0;
    if (at == vm->guard_signature_count) vm->guard_signatures[vm->guard_signature_count++] = signature;
    return (uint8_t)(at + 1);
}

static const CallPromise *promise_at(const Code *code, const Instruction *call) {
    uint32_t at = (uint32_t)(call - code->code), low = 0, high = code->promise_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code->promises[middle].at < at) low = middle + 1;
        else high = middle;
    }
    return &code->promises[low]; // it was given to this instruction
}

// What is called is not what it will be when it has been called once: a code that is not read, a class whose __init__ nobody has looked up. Only once: the
// next time it has been.
static bool may_ask_again(Instruction *call) {
    bool is_first = call->b <= CALL_ARGUMENTS_MAX;
    call->b = (uint16_t)(is_first ? call->b | 1 << 8 : call->b & 255);
    return is_first;
}

void call_settle(VM *vm, Code *code, Instruction *call, Value callee) {
    bool is_method = call->op == OP_CALL_METHOD_PROMISED;
    if (is_object(callee) && as_object(callee)->shape->type == vm->types.type) {
        const Type *class = as_type(callee);
        if (class->constructor_version != class->version && may_ask_again(call)) return;
        callee = class->constructor_version == class->version ? from_object(class->constructor) : VALUE_NONE;
    }
    if (is_function(callee)) {
        Code *called = ((Function *)as_object(callee))->code;
        uint16_t count;
        if (called->image && may_ask_again(call)) return;
        uint64_t signature = called->image ? 0 : signature_of_code(called, &count);
        uint8_t place = signature && called->simple_arguments <= CALL_ARGUMENTS_MAX && signature == promise_at(code, call)->signature ? place_of_signature(vm, signature) : 0;
        if (place) {
            called->behind_guards = called->code + count, called->call_key = (uint16_t)(called->simple_arguments | (uint32_t)place << 8);
            call->b = (uint16_t)(call_argument_count(*call) | (uint32_t)place << 8);
            call->op = is_method ? OP_CALL_METHOD_PROVEN : OP_CALL_PROVEN;
            return;
        }
    }
    call->b = (uint16_t)call_argument_count(*call);
    call->op = is_method ? OP_CALL_METHOD : OP_CALL;
}

#ifndef TYPHON_CORE
void call_find_key(VM *vm, Value callee) {
    if (!is_function(callee)) return;
    Code *code = ((Function *)as_object(callee))->code;
    if (code->call_key > CALL_ARGUMENTS_MAX || code->image) return; // it was asked before, or never ran
    uint16_t count;
    uint64_t signature = signature_of_code(code, &count);
    uint8_t place = signature ? place_of_signature(vm, signature) : 0;
    if (place) code->behind_guards = code->code + count;
    code->call_key = (uint16_t)(code->simple_arguments | (uint32_t)(place ? place : NO_GUARDS) << 8);
}
#endif

// ---- special methods of classes

bool push_special(VM *vm, Function *method, Value self, Value argument, uint16_t result, uint16_t flags) {
    Value *window = vm->stack_top;
    if (!stack_reserve(vm, window + method->code->register_count + 2)) return false;
    window[0] = self;
    window[1] = argument;
    return frame_push(vm, method, method->code, window, result, flags) != NULL;
}

// The script function that the type of `v` has as this special method, if it can be called with `count` arguments as they are.
Function *special_function(VM *vm, Value v, Str *name, uint32_t count) {
    Value found = type_lookup(vm, as_object(v)->shape->type, name);
    if (!is_function(found) || ((Function *)as_object(found))->code->simple_arguments != count) return NULL;
    return (Function *)as_object(found);
}

static Str *operator_name(const VM *vm, uint16_t op) {
#define NAME_OF(name) offsetof(Names, name)
    static const uint16_t binary[] = {NAME_OF(__add__), NAME_OF(__sub__), NAME_OF(__mul__), NAME_OF(__matmul__), NAME_OF(__truediv__), NAME_OF(__mod__), NAME_OF(__pow__),
                                      NAME_OF(__lshift__), NAME_OF(__rshift__), NAME_OF(__or__), NAME_OF(__xor__), NAME_OF(__and__), NAME_OF(__floordiv__)};
    static const uint16_t compare[] = {NAME_OF(__eq__), NAME_OF(__ne__), NAME_OF(__lt__), NAME_OF(__le__), NAME_OF(__gt__), NAME_OF(__ge__)};
#undef NAME_OF
    uint16_t offset = op >= OP_ADD && op <= OP_FLOORDIV ? binary[op - OP_ADD] : op >= OP_EQ && op <= OP_GE ? compare[op - OP_EQ] : compare[op - OP_JUMP_UNLESS_EQ];
    return *(Str *const *)(const void *)((const char *)&vm->names + offset);
}

// Whether the operator's slot asks a script's method: those of built-in classes and of what is derived from them (a namedtuple's ==) are found at once.
static bool operator_asks_script(const Type *type, uint16_t op) {
    static Value (*const dispatchers[])(VM *, Value, Value) = {
#define SPECIAL(...)
#define INPLACE(...)
#define BINARY(op, number, ...) [number] = dispatch_binary_##op,
#include "runtime/slots.def"
#undef SPECIAL
#undef INPLACE
#undef BINARY
    };
    if (op < OP_ADD || op > OP_FLOORDIV) return type->slots.compare == dispatch_compare;
    return type->slots.binary[op - OP_ADD] == dispatchers[op - OP_ADD];
}

// Only where the left side is asked first for sure: the right one is of the same class, or not of a class at all.
bool push_operator(VM *vm, uint16_t op, Value left, Value right, uint16_t result) {
    const Type *type = as_object(left)->shape->type;
    if (!operator_asks_script(type, op)) return false;
    if (is_object(right)) {
        const Type *other = as_object(right)->shape->type;
        if (other != type && other->flags & TYPE_HEAP) return false;
    }
    Function *method = special_function(vm, left, operator_name(vm, op), 2);
    if (method && push_special(vm, method, left, right, result, FRAME_OPERATOR)) return true;
    if (error_is_set(vm)) error_clear(vm); // the slow path will say so
    return false;
}

// The method that push_operator has called returned NotImplemented.
Value operator_declined(VM *vm, const Frame *frame, Instruction i) {
    const Value *r = frame->registers, *k = frame->code->constants;
    i.op = (uint16_t)opcode_first(i.op);
    if (i.op >= OP_ADD && i.op <= OP_FLOORDIV) return op_binary_declined(vm, (BinarySlot)(i.op - OP_ADD), r[i.b], r[i.c]);
    if (i.op >= OP_ADD_CONST && i.op <= OP_FLOORDIV_CONST) return op_binary_declined(vm, (BinarySlot)(i.op - OP_ADD_CONST), r[i.b], k[i.c]);
    if (i.op >= OP_EQ && i.op <= OP_GE) return op_compare_declined(vm, r[i.b], r[i.c], (CompareOp)(i.op - OP_EQ));
    if (i.op >= OP_JUMP_UNLESS_EQ_CONST && i.op <= OP_JUMP_UNLESS_GE_CONST) return op_compare_declined(vm, r[i.a], k[i.b], (CompareOp)(i.op - OP_JUMP_UNLESS_EQ_CONST));
    return op_compare_declined(vm, r[i.a], r[i.b], (CompareOp)(i.op - OP_JUMP_UNLESS_EQ));
}

// ---- f(*args, **kwargs)

Value callable_text(VM *vm, Value callable) {
    Value name = get_attribute_or(vm, callable, vm->names.__qualname__, VALUE_UNBOUND);
    if (name == VALUE_ERROR) return VALUE_ERROR;
    if (!is_str(name)) return op_str(vm, callable);
    Value module = get_attribute_or(vm, callable, vm->names.__module__, VALUE_UNBOUND);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    if (is_str(module) && !str_equals_cstring(as_str(module), "builtins")) return str_from_format(vm, "%S.%S()", module, name);
    return str_from_format(vm, "%S()", name);
}

// The positional arguments as an exact list or tuple; others are turned into a tuple, put in their place.
static bool spread_sequence(VM *vm, Value callable, Value *sequence) {
    if (is_exactly(*sequence, vm->types.tuple) || is_exactly(*sequence, vm->types.list)) return true;
    const Type *type = value_type(vm, *sequence);
    if (!type->slots.iter && !type_is_indexed(type)) {
        Value text = callable_text(vm, callable);
        if (text != VALUE_ERROR) raise_type_error(vm, "%S argument after * must be an iterable, not %T", text, *sequence);
        return false;
    }
    Value tuple = op_to_tuple(vm, *sequence);
    if (tuple == VALUE_ERROR) return false;
    *sequence = tuple;
    return true;
}

static Value keyword_names_of(VM *vm, const Dict *dict) {
    Value names = tuple_new(vm, NULL, dict->used);
    if (names == VALUE_ERROR) return VALUE_ERROR;
    size_t at = 0, number = 0;
    for (Value key, value; dict_next(dict, &at, &key, &value); number++) {
        if (!is_str(key)) return raise_type_error(vm, "keywords must be strings");
        as_tuple(names)->items[number] = key;
    }
    return names;
}

// A lone `**mapping` is taken as it is when nothing can change it before its values are copied.
static bool spread_mapping(VM *vm, Value *base) {
    if (base[2] == VALUE_UNBOUND || (is_exactly(base[2], vm->types.dict) && (is_exactly(base[1], vm->types.tuple) || is_exactly(base[1], vm->types.list)))) return true;
    Dict *dict = dict_new(vm);
    if (!dict) return false;
    Value mapping = base[2];
    ROOT_SCOPE(vm);
    root_push(vm, mapping);
    base[2] = from_object(dict);
    bool good = merge_for_call(vm, dict, mapping, base[0]);
    ROOT_END(vm);
    return good;
}

// Natives that are called so are told to a profiler as well; the loop leaves that to this.
static CallOutcome dispatch_spread(VM *vm, Value callable, Value *args, uint32_t count, Value names, uint16_t result) {
#ifndef TYPHON_CORE
    if (unlikely(vm->tracing.is_on) && is_layout(callable, LAYOUT_NATIVE)) {
        Value *saved = vm->stack_top, *end = args + count + keyword_count(names);
        if (end > saved) vm->stack_top = end; // the hook runs above them
        CallOutcome outcome = trace_dispatch(vm, callable, args, count, names, result);
        vm->stack_top = saved;
        return outcome;
    }
#endif
    return call_dispatch(vm, callable, args, count, names, result);
}

CallOutcome call_spread(VM *vm, Frame *frame, uint16_t window) {
    Value *base = frame->registers + window, callable = base[0];
    if (!spread_mapping(vm, base)) return CALL_FAILED;
    if (!spread_sequence(vm, callable, &base[1])) return CALL_FAILED;
    bool is_list_ = is_list(base[1]);
    size_t count = is_list_ ? as_list(base[1])->count : as_tuple(base[1])->count;
    const Value *items = is_list_ ? as_list(base[1])->items : as_tuple(base[1])->items;
    const Dict *dict = base[2] != VALUE_UNBOUND && as_dict(base[2])->used ? as_dict(base[2]) : NULL;
    Value names = dict ? keyword_names_of(vm, dict) : VALUE_UNBOUND;
    if (names == VALUE_ERROR) return CALL_FAILED;
    size_t named = dict ? dict->used : 0;
    if (count > UINT32_MAX / 2 || !stack_reserve(vm, base + 1 + count + named + 1)) {
        if (!error_is_set(vm)) raise_memory_error(vm);
        return CALL_FAILED;
    }
    Value *args = base + 1; // nothing below is collected before the values have been copied
    if (count) memcpy(args, items, count * sizeof(Value));
    size_t at = 0, number = count;
    for (Value key, value; dict && dict_next(dict, &at, &key, &value);) args[number++] = value;
    if (names == VALUE_UNBOUND) return dispatch_spread(vm, callable, args, (uint32_t)count, names, window);
    ROOT_SCOPE(vm);
    root_push(vm, names);
    CallOutcome outcome = dispatch_spread(vm, callable, args, (uint32_t)count, names, window);
    ROOT_END(vm);
    return outcome;
}

// In the place of the LOAD_FREE of `return __host__(...)` with all parameters in their order (host_code_settle): as many MOVE follow, the CALL, and the return,
// at which the frame goes on.
static inline bool call_host(VM *vm, Frame *frame, Instruction i) {
    Value callee = frame->function->cells[i.b]->content;
    const Type *host_functions = vm->host_functions;
    if (unlikely(!is_object(callee) || as_object(callee)->shape->type != host_functions)) { // a script has put something else there
        frame->registers[i.a] = callee;
        return callee != VALUE_UNBOUND || slow_unbound_free(vm, frame, i);
    }
    if (unlikely(attention_of(vm)) && !safepoint(vm)) return false;
    Value value = host_functions->slots.call(vm, callee, frame->registers, frame->code->parameter_count, VALUE_UNBOUND);
    if (unlikely(value == VALUE_ERROR)) return false;
    Instruction *call = frame->pc + frame->code->parameter_count;
    frame->registers[call->c] = value;
    frame->pc = call + 1;
    return true;
}

// What was not read begins with this instruction in the code itself; in other code it calls a host function. The frame goes on at its pc.
bool slow_aside(VM *vm, Frame *frame, Instruction i) {
    if (likely(frame->pc != &frame->code->stub + 1)) return call_host(vm, frame, i);
    if (unlikely(!code_read(vm, frame->code))) return false;
    frame->pc = frame->code->code;
    return true;
}
