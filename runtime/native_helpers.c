// What instructions do that machine code does not: calls from it (native_code.h).
#include "runtime/native_code.h"
#if HAS_NATIVE_CODE
#include "runtime/attributes.h"
#include "runtime/gather.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/int.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/slots.h"

NativeOperation native_operation(const Code *code, const Instruction *at) {
    Instruction i = *at;
    uint16_t op = (uint16_t)opcode_first(i.op);
#define REG(n) ((NativeOperand){.reg = (n)})
#define CONSTANT(v) ((NativeOperand){.is_constant = true, .value = (v)})
    const Value *k = code->constants;
    if (op >= OP_ADD && op <= OP_FLOORDIV) return (NativeOperation){OPERATION_BINARY, op - OP_ADD, REG(i.b), REG(i.c), i.a};
    if (op >= OP_ADD_CONST && op <= OP_FLOORDIV_CONST) return (NativeOperation){OPERATION_BINARY, op - OP_ADD_CONST, REG(i.b), CONSTANT(k[i.c]), i.a};
    if (op >= OP_CONST_ADD && op <= OP_CONST_DIV) {
        static const uint8_t operators[] = {SLOT_ADD, SLOT_SUB, SLOT_MULT, SLOT_DIV};
        return (NativeOperation){OPERATION_BINARY, operators[op - OP_CONST_ADD], CONSTANT(k[i.b]), REG(i.c), i.a};
    }
    if (op >= OP_INPLACE_ADD && op <= OP_INPLACE_OTHER_CONST) {
        static const uint8_t operators[] = {SLOT_ADD, SLOT_SUB, SLOT_MULT, SLOT_DIV, SLOT_MOD, SLOT_FLOORDIV, SLOT_BITAND, SLOT_BITOR, SLOT_BITXOR, SLOT_LSHIFT, SLOT_RSHIFT};
        unsigned n = (op - OP_INPLACE_ADD) / 2u;
        return (NativeOperation){OPERATION_INPLACE, n < sizeof operators ? operators[n] : i.c & 15u, REG(i.a), (op - OP_INPLACE_ADD) % 2 ? CONSTANT(k[i.b]) : REG(i.b), i.a};
    }
    if (op >= OP_EQ && op <= OP_GE) return (NativeOperation){OPERATION_COMPARE, op - OP_EQ, REG(i.b), REG(i.c), i.a};
    if (op >= OP_JUMP_UNLESS_EQ && op <= OP_JUMP_UNLESS_GE) return (NativeOperation){OPERATION_COMPARE_JUMP, op - OP_JUMP_UNLESS_EQ, REG(i.a), REG(i.b), 0};
    if (op >= OP_JUMP_UNLESS_EQ_INT && op <= OP_JUMP_UNLESS_GE_INT) return (NativeOperation){OPERATION_COMPARE_JUMP, op - OP_JUMP_UNLESS_EQ_INT, REG(i.a), CONSTANT(from_small_int((int16_t)i.b)), 0};
    if (op >= OP_JUMP_UNLESS_EQ_CONST && op <= OP_JUMP_UNLESS_GE_CONST) return (NativeOperation){OPERATION_COMPARE_JUMP, op - OP_JUMP_UNLESS_EQ_CONST, REG(i.a), CONSTANT(k[i.b]), 0};
    switch (op) {
    case OP_INPLACE_ADD_INT:
    case OP_INPLACE_SUB_INT: return (NativeOperation){OPERATION_INPLACE, op == OP_INPLACE_ADD_INT ? SLOT_ADD : SLOT_SUB, REG(i.a), CONSTANT(from_small_int((int16_t)i.b)), i.a};
    case OP_ADD_INT:
    case OP_SUB_INT: return (NativeOperation){OPERATION_BINARY, op == OP_ADD_INT ? SLOT_ADD : SLOT_SUB, REG(i.b), CONSTANT(from_small_int((int16_t)i.c)), i.a};
    default: return (NativeOperation){.kind = OPERATION_NONE};
    }
#undef REG
#undef CONSTANT
}

// The helpers. frame->pc is behind the instruction; what they leave to the interpreter (OUTCOME_LEAVE) has had no effect.

#define R(n) frame->registers[n]
static NativeOutcome result(Frame *frame, uint16_t reg, Value value) {
    if (unlikely(value == VALUE_ERROR)) return OUTCOME_ERROR;
    R(reg) = value;
    return OUTCOME_DONE;
}
static inline Value plain_float(double d) { return d == 0 ? VALUE_ERROR : try_inline_float(d); }
static inline bool plain_number(Value v, double *number) {
    if (is_inline_float(v)) return *number = inline_float(v), true;
    if (is_small_int(v)) return *number = (double)small_int(v), true;
    return false;
}
// What operator_declined can finish.
static bool may_push_operator(uint16_t op) {
    op = (uint16_t)opcode_first(op);
    return (op >= OP_ADD && op <= OP_FLOORDIV) || (op >= OP_ADD_CONST && op <= OP_FLOORDIV_CONST) || (op >= OP_EQ && op <= OP_GE) || (op >= OP_JUMP_UNLESS_EQ && op <= OP_JUMP_UNLESS_GE) ||
           (op >= OP_JUMP_UNLESS_EQ_CONST && op <= OP_JUMP_UNLESS_GE_CONST);
}
static bool is_of_class(Value v) { return is_object(v) && as_object(v)->shape->type->flags & TYPE_HEAP; }

// Of an inline float and an inline float or small int; VALUE_ERROR: it takes more than that.
static Value of_plain_numbers(unsigned operator, Value left, Value right) {
    double x, y;
    if (both_small_ints(left, right) || !plain_number(left, &x) || !plain_number(right, &y)) return VALUE_ERROR;
    switch (operator) {
    case SLOT_ADD: return plain_float(x + y);
    case SLOT_SUB: return plain_float(x - y);
    case SLOT_MULT: return plain_float(x * y);
    default: return VALUE_ERROR;
    }
}
// Ints, of which one at least is not small.
static bool are_large_ints(const VM *vm, Value left, Value right) {
    if (is_exactly(left, vm->types.int_)) return is_small_int(right) || is_exactly(right, vm->types.int_);
    return is_small_int(left) && is_exactly(right, vm->types.int_);
}
static bool are_joined(const VM *vm, Value left, Value right) { // two lists, or two tuples
    if (!is_object(left) || !is_object(right)) return false;
    const Type *type = as_object(left)->shape->type;
    return type == as_object(right)->shape->type && (type == vm->types.list || type == vm->types.tuple);
}
Value native_arithmetic(VM *vm, unsigned operator, Value left, Value right) {
    if (are_large_ints(vm, left, right) && operator != SLOT_MATMULT) return int_binary(vm, (BinarySlot)operator, left, right);
    if (operator == SLOT_ADD && are_joined(vm, left, right)) return as_object(left)->shape->type->slots.binary[SLOT_ADD](vm, left, right);
    Value value = of_plain_numbers(operator, left, right);
    return value != VALUE_ERROR ? value : is_of_class(left) ? VALUE_END : arithmetic_slow(vm, (BinarySlot)operator, left, right);
}
Value native_inplace(VM *vm, unsigned operator, Value left, Value right) {
    if (are_large_ints(vm, left, right) && operator != SLOT_MATMULT) return int_binary(vm, (BinarySlot)operator, left, right);
    Value value = of_plain_numbers(operator, left, right);
    return value != VALUE_ERROR ? value : inplace_slow(vm, (BinarySlot)operator, left, right);
}
NativeOutcome do_binary(VM *vm, Frame *frame, Instruction *pc) {
    const NativeOperation o = native_operation(frame->code, pc);
    Value left = native_operand_value(frame, o.left), right = native_operand_value(frame, o.right);
    if (is_of_class(left) && may_push_operator(pc->op) && push_operator(vm, (uint16_t)(OP_ADD + o.operator), left, right, o.result)) return OUTCOME_PUSHED;
    return result(frame, o.result, arithmetic_slow(vm, (BinarySlot)o.operator, left, right));
}

static int same_text(const VM *vm, const NativeOperation *o, Value left, Value right) { // -1: not two texts, or not their equality
    if (o->operator > COMPARE_NE || !is_exactly(left, vm->types.str) || !is_exactly(right, vm->types.str)) return -1;
    const Str *a = (const Str *)as_object(left), *b = (const Str *)as_object(right);
    bool same = a == b || (a->size == b->size && !(a->flags & b->flags & STR_INTERNED) && str_same_bytes(a, b));
    return same == (o->operator == COMPARE_EQ);
}
// 0, 1: of two ints of any classes that compare as ints do, or two objects that are compared by identity. -1: neither.
static int same_or_ints(VM *vm, const NativeOperation *o, Value left, Value right) {
    Value (*compare)(VM *, Value, Value, CompareOp) = value_type(vm, left)->slots.compare;
    if (value_type(vm, right)->slots.compare != compare) return -1;
    if (!compare) return o->operator <= COMPARE_NE ? (left == right) == (o->operator == COMPARE_EQ) : -1;
    if (compare != vm->types.int_->slots.compare) return -1;
    return compare(vm, left, right, (CompareOp)o->operator) == VALUE_TRUE;
}
static int quick_comparison(VM *vm, const NativeOperation *o, Value left, Value right) {
    int truth = same_text(vm, o, left, right);
    return truth < 0 && is_of_class(left) ? same_or_ints(vm, o, left, right) : truth;
}
NativeOutcome do_compare(VM *vm, Frame *frame, Instruction *pc) {
    const NativeOperation o = native_operation(frame->code, pc);
    Value left = native_operand_value(frame, o.left), right = native_operand_value(frame, o.right);
    int truth = quick_comparison(vm, &o, left, right);
    if (truth >= 0) return R(o.result) = from_bool(truth), OUTCOME_DONE;
    if (is_of_class(left) && may_push_operator(pc->op) && push_operator(vm, (uint16_t)(OP_EQ + o.operator), left, right, o.result)) return OUTCOME_PUSHED;
    return result(frame, o.result, compare_slow(vm, left, right, (CompareOp)o.operator));
}
NativeOutcome do_compare_jump(VM *vm, Frame *frame, Instruction *pc) {
    const NativeOperation o = native_operation(frame->code, pc);
    Value left = native_operand_value(frame, o.left), right = native_operand_value(frame, o.right);
    int truth = quick_comparison(vm, &o, left, right);
    if (truth < 0) {
        if (is_of_class(left) && may_push_operator(pc->op) && push_operator(vm, (uint16_t)(OP_JUMP_UNLESS_EQ + o.operator), left, right, pc->a)) return OUTCOME_PUSHED;
        truth = compare_truth_slow(vm, left, right, (CompareOp)o.operator);
    }
    return truth < 0 ? OUTCOME_ERROR : truth ? OUTCOME_DONE : OUTCOME_OTHER;
}
NativeOutcome do_not(VM *vm, Frame *frame, Instruction *pc) {
    int truth = op_truth(vm, R(pc->b));
    return result(frame, pc->a, truth < 0 ? VALUE_ERROR : from_bool(!truth));
}
NativeOutcome do_not_in(VM *vm, Frame *frame, Instruction *pc) {
    if (!slow_contains(vm, frame, *pc)) return OUTCOME_ERROR;
    R(pc->a) = from_bool(R(pc->a) == VALUE_FALSE);
    return OUTCOME_DONE;
}
NativeOutcome do_negative(VM *vm, Frame *frame, Instruction *pc) { return result(frame, pc->a, negative_slow(vm, R(pc->b))); }

static Value *slot_at(Value v, uint32_t offset) { return (Value *)((char *)as_object(v) + offset); }
static NativeOutcome push_getter(VM *vm, Function *getter, Value object, uint16_t to) {
    Value *window = vm->stack_top;
    if (!stack_reserve(vm, window + getter->code->register_count)) return OUTCOME_ERROR;
    window[0] = object;
    return frame_push(vm, getter, getter->code, window, to, 0) ? OUTCOME_PUSHED : OUTCOME_ERROR;
}
NativeOutcome do_load_attr(VM *vm, Frame *frame, Instruction *pc) {
    Value object = R(pc->b);
    if (is_object(object)) {
        const AttributeCache *cache = &frame->code->attributes[pc->c];
        const Shape *shape = as_object(object)->shape;
        if (shape == cache->shape) {
            switch (pc->op) {
            case OP_LOAD_ATTR:
                if (cache->kind == CACHE_VARIABLE || cache->kind == CACHE_ON_CLASS_VARIABLE || cache->kind == CACHE_DICTIONARY || cache->kind == CACHE_DESCRIPTOR) return slow_load_attr(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
                break;
            case OP_LOAD_ATTR_PROPERTY:
                if (cache_holds(cache, shape) && ((Function *)as_object(cache->value))->code->simple_arguments == 1) return push_getter(vm, (Function *)as_object(cache->value), object, pc->a);
                break;
            case OP_LOAD_ATTR_GETSET:
                if (cache_holds(cache, shape)) return result(frame, pc->a, ((const GetSet *)as_object(cache->value))->def->get(vm, object));
                break;
            case OP_LOAD_ATTR_ITEM:
                if (cache_holds(cache, shape) && cache->slot < as_tuple(object)->count) return result(frame, pc->a, as_tuple(object)->items[cache->slot]);
                break;
            case OP_LOAD_ATTR_ON_CLASS:
                if (as_type(object)->version == cache->version && shape->type->version == cache->slot) return result(frame, pc->a, cache->value);
                break;
            case OP_LOAD_ATTR_MODULE: {
                const Dict *dict = ((const Module *)as_object(object))->dict;
                if (from_object(dict) == cache->value && dict->keys_version == cache->version) return result(frame, pc->a, dict->entries[cache->slot].value);
                break;
            }
            default: break;
            }
        }
        const ShapeCacheEntry *entry = shape_cache_find(vm, as_object(object)->shape, cache->name, false);
        Value value = !entry ? VALUE_UNBOUND : entry->kind == CACHE_INLINE ? *slot_at(object, entry->slot) : entry->kind == CACHE_VALUE ? entry->value : VALUE_UNBOUND;
        if (value != VALUE_UNBOUND) return native_meet(frame, pc, entry, NULL) ? OUTCOME_LEAVE : (R(pc->a) = value, OUTCOME_DONE);
        if (entry && entry->kind == CACHE_OVERFLOW) value = (*attributes_overflow(as_object(object), as_object(object)->shape))[entry->slot];
        if (value != VALUE_UNBOUND) return R(pc->a) = value, OUTCOME_DONE;
        if (entry && entry->kind == CACHE_PROPERTY && ((Function *)as_object(entry->value))->code->simple_arguments == 1) return push_getter(vm, (Function *)as_object(entry->value), object, pc->a);
    }
    return slow_load_attr(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
// True: the store, to an attribute with a guard, is to be in machine code.
static bool stores_guarded(VM *vm, Frame *frame, const Instruction *pc, const Object *object) {
    Type *type = object->shape->type;
    Str *name = frame->code->attributes[pc->c].name;
    if (!(type->flags & TYPE_ATTRIBUTE_GUARDS) || frame->code->flags & UNIT_PROVEN_STORES) return false;
    const ShapeCacheEntry *entry = shape_cache_find(vm, object->shape, name, 2);
    if (!entry || (entry->kind != CACHE_INLINE && entry->kind != CACHE_ADD)) return false;
    const Tuple *guard = type->slots.set_attribute ? NULL : attribute_guard(vm, type, name);
    return guard && native_meet(frame, pc, entry, guard);
}
NativeOutcome do_store_attr(VM *vm, Frame *frame, Instruction *pc) {
    Value object = R(pc->a);
    if (is_object(object) && pc->op == OP_STORE_ATTR_OF_CLASS) {
        const AttributeCache *cache = &frame->code->attributes[pc->c];
        const Shape *shape = as_object(object)->shape;
        if (cache_holds(cache, shape) && guard_is_known(vm, R(pc->b), attribute_guard_at(shape->type, cache->guard))) {
            gc_store(vm, as_object(object), slot_at(object, cache->slot), R(pc->b));
            if (cache->kind == CACHE_ADD) as_object(object)->shape = (Shape *)as_object(cache->value);
            return OUTCOME_DONE;
        }
    }
    if (is_object(object)) {
        const ShapeCacheEntry *entry = shape_cache_find(vm, as_object(object)->shape, frame->code->attributes[pc->c].name, frame->code->flags & UNIT_PROVEN_STORES ? 2 : 1);
        if (entry && (entry->kind == CACHE_INLINE || entry->kind == CACHE_ADD)) {
            if (native_meet(frame, pc, entry, NULL)) return OUTCOME_LEAVE;
            gc_store(vm, as_object(object), slot_at(object, entry->slot), R(pc->b));
            if (entry->kind == CACHE_ADD) as_object(object)->shape = (Shape *)as_object(entry->value);
            return OUTCOME_DONE;
        }
        if (entry && entry->kind == CACHE_OVERFLOW) {
            gc_store(vm, as_object(object), &(*attributes_overflow(as_object(object), as_object(object)->shape))[entry->slot], R(pc->b));
            return OUTCOME_DONE;
        }
        if (stores_guarded(vm, frame, pc, as_object(object))) return OUTCOME_LEAVE;
    }
    return slow_store_attr(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
static NativeOutcome method_found(Frame *frame, const Instruction *pc, Value method, Value object) {
    R(pc->a) = method, R(pc->a + 1) = object;
    return OUTCOME_DONE;
}
NativeOutcome do_load_method(VM *vm, Frame *frame, Instruction *pc) {
    Value object = R(pc->b);
    const AttributeCache *cache = &frame->code->attributes[pc->c];
    if (is_object(object)) {
        if (pc->op == OP_LOAD_METHOD_MODULE && as_object(object)->shape == cache->shape) {
            const Dict *dict = ((const Module *)as_object(object))->dict;
            if (from_object(dict) == cache->value && dict->keys_version == cache->version) return method_found(frame, pc, dict->entries[cache->slot].value, VALUE_UNBOUND);
        }
        const ShapeCacheEntry *entry = shape_cache_find(vm, as_object(object)->shape, cache->name, false);
        if (entry && entry->kind == CACHE_METHOD) return native_meet(frame, pc, entry, NULL) ? OUTCOME_LEAVE : method_found(frame, pc, entry->value, object);
    }
    return slow_load_method(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
int native_tuple_contains(VM *vm, Tuple *tuple, Value item) {
    bool is_number = is_small_int(item), is_text = is_exactly(item, vm->types.str);
    for (size_t n = 0; n < tuple->count; n++) {
        Value other = tuple->items[n];
        bool is_settled = is_number ? is_small_int(other) : is_text && is_exactly(other, vm->types.str); // without scripts
        if (other == item || (is_settled && is_text && str_equal(as_str(other), as_str(item)))) return 1;
        if (!is_settled) return op_contains(vm, from_object(tuple), item); // from the start: what came before asked nobody
    }
    return 0;
}
// In a namespace or a record of few fields: by identity.
Value native_dict_get(VM *vm, Dict *dict, Value key) {
    if (!dict->index && dict->flags & DICT_NAMES && is_exactly(key, vm->types.str) && as_str(key)->flags & STR_INTERNED) {
        for (size_t n = 0; n < dict->filled; n++)
            if (dict->entries[n].key == key) return dict->entries[n].value;
        return VALUE_UNBOUND;
    }
    return dict_get(vm, dict, key);
}
Value native_dict_item(VM *vm, Dict *dict, Value key) {
    Value value = native_dict_get(vm, dict, key);
    return value != VALUE_UNBOUND ? value : raise_key_error(vm, key);
}
NativeOutcome do_load_special(VM *vm, Frame *frame, Instruction *pc) {
    Value object = R(pc->b);
    if (!slow_load_special(vm, frame, *pc)) return OUTCOME_ERROR;
    const Code *code = frame->code;
    if (is_object(object) && R(pc->a + 1) == object && as_object(object)->shape->type->version)
        code->native->callees[pc - code->code] = (NativeCallee){.special = R(pc->a), .version = as_object(object)->shape->type->version};
    return OUTCOME_DONE;
}
// Where an item of bytes or a bytearray is; NULL: it is another container, or has no such item.
static unsigned char *byte_at(const VM *vm, Value container, Value key) {
    if (!is_small_int(key) || !is_object(container)) return NULL;
    const Type *type = as_object(container)->shape->type;
    if (type != vm->types.bytearray && type != vm->types.bytes) return NULL;
    ByteArray *array = type == vm->types.bytearray ? (ByteArray *)as_object(container) : NULL;
    size_t size = array ? array->size : as_bytes(container)->size;
    int64_t at = small_int(key);
    if (at < 0) at += (int64_t)size;
    return (uint64_t)at >= size ? NULL : array ? array->data + at : as_bytes(container)->data + at;
}
NativeOutcome do_get_item(VM *vm, Frame *frame, Instruction *pc) {
    bool is_immediate = pc->op == OP_GET_ITEM_INT || pc->op == OP_GET_ITEM_INT_GUARDED;
    Value container = R(pc->b), key = is_immediate ? from_small_int((int16_t)pc->c) : R(pc->c);
    if (is_exactly(container, vm->types.dict)) {
        Value value = dict_get(vm, as_dict(container), key);
        return result(frame, pc->a, value != VALUE_UNBOUND ? value : raise_key_error(vm, key));
    }
    const unsigned char *byte = byte_at(vm, container, key);
    if (byte) return R(pc->a) = from_small_int(*byte), OUTCOME_DONE;
    if (is_of_class(container)) {
        Function *method = special_function(vm, container, vm->names.__getitem__, 2);
        if (method) return push_special(vm, method, container, key, pc->a, 0) ? OUTCOME_PUSHED : OUTCOME_ERROR;
    }
    return (is_immediate ? slow_get_item_int(vm, frame, *pc) : slow_get_item(vm, frame, *pc)) ? OUTCOME_DONE : OUTCOME_ERROR;
}
NativeOutcome do_set_item(VM *vm, Frame *frame, Instruction *pc) {
    Value container = R(pc->a);
    if (is_exactly(container, vm->types.dict)) return dict_set(vm, as_dict(container), R(pc->b), R(pc->c)) ? OUTCOME_DONE : OUTCOME_ERROR;
    Value item = R(pc->c);
    unsigned char *byte = is_small_int(item) && (uint64_t)small_int(item) < 256 && is_exactly(container, vm->types.bytearray) ? byte_at(vm, container, R(pc->b)) : NULL;
    if (byte) return *byte = (unsigned char)small_int(item), OUTCOME_DONE;
    return slow_set_item(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
NativeOutcome do_list_append(VM *vm, Frame *frame, Instruction *pc) {
    List *list = as_list(R(pc->a));
    if (list->count < list->capacity) return gc_store(vm, list, &list->items[list->count++], R(pc->b)), OUTCOME_DONE;
    return list_append(vm, list, R(pc->b)) ? OUTCOME_DONE : OUTCOME_ERROR;
}
// The patterns' attributes are found in the VM's cache of shapes and names, for an instance of the very class; all else is slow_match_class's.
static bool are_different_names(const VM *vm, const Value *names, size_t count) {
    for (size_t n = 0; n < count; n++) {
        if (!is_exactly(names[n], vm->types.str) || !(as_str(names[n])->flags & STR_INTERNED)) return false;
        for (size_t before = 0; before < n; before++)
            if (names[before] == names[n]) return false;
    }
    return true;
}
static NativeOutcome match_attributes(VM *vm, Value subject, Value by_place, const Value *names, size_t count, Value *to) {
    Value values = tuple_new(vm, NULL, count);
    if (values == VALUE_ERROR) return OUTCOME_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, values);
    root_push(vm, by_place);
    Value value = VALUE_NONE;
    for (size_t n = 0; n < count && value != VALUE_ERROR; n++) {
        AttributeCache cache = {.name = as_str(names[n])};
        const ShapeCacheEntry *entry = shape_cache_find(vm, as_object(subject)->shape, cache.name, false);
        value = entry && entry->kind == CACHE_INLINE ? *slot_at(subject, entry->slot) : VALUE_UNBOUND;
        if (value == VALUE_UNBOUND) value = cache_load(vm, &cache, subject, NULL);
        if (value != VALUE_ERROR) gc_store(vm, as_tuple(values), &as_tuple(values)->items[n], value);
    }
    ROOT_END(vm);
    if (value == VALUE_ERROR && !error_matches(vm, vm->types.AttributeError)) return OUTCOME_ERROR;
    if (value == VALUE_ERROR) error_clear(vm), values = VALUE_NONE;
    return *to = values, OUTCOME_DONE;
}
NativeOutcome do_match_class(VM *vm, Frame *frame, Instruction *pc) {
    enum { ATTRIBUTES_MOST = 8 };
    Value subject = R(pc->b), class = R(pc->c), names[ATTRIBUTES_MOST];
    size_t placed = (size_t)small_int(R(pc->c + 1));
    const Tuple *by_name = as_tuple(R(pc->c + 2));
    if (is_exactly(class, vm->types.type) && is_object(subject) && as_object(subject)->shape->type == as_type(class) && placed + by_name->count <= ATTRIBUTES_MOST) {
        Value by_place = placed ? type_lookup(vm, as_type(class), vm->names.__match_args__) : VALUE_UNBOUND;
        bool is_plain = !placed || (is_exactly(by_place, vm->types.tuple) && as_tuple(by_place)->count >= placed);
        if (is_plain) {
            if (placed) memcpy(names, as_tuple(by_place)->items, placed * sizeof *names);
            if (by_name->count) memcpy(names + placed, by_name->items, by_name->count * sizeof *names);
            if (are_different_names(vm, names, placed + by_name->count)) return match_attributes(vm, subject, by_place, names, placed + by_name->count, &R(pc->a));
        }
    }
    return slow_match_class(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
NativeOutcome do_get_iter(VM *vm, Frame *frame, Instruction *pc) {
    Value iterated = R(pc->b);
    if (pc->c && is_generator(iterated)) generator_note_loop(vm, frame, iterated);
    if (is_exactly(iterated, vm->types.generator)) return R(pc->a) = iterated, R(pc->a + 1) = from_small_int(0), R(pc->a + 2) = iteration_word(ITERATE_GENERATOR, 0), OUTCOME_DONE;
    return iteration_start(vm, R(pc->b), &R(pc->a)) ? OUTCOME_DONE : OUTCOME_ERROR;
}
// A generator is resumed; where it delegates to another that is suspended that one is, too, down to the one that yields.
static NativeOutcome resume(VM *vm, Generator *generator, Value sent, uint16_t to, uint16_t flags) {
    while (generator_push(vm, generator, sent, to, flags)) {
        Frame *frame = vm->frame;
        if (generator->sent_register != GENERATOR_DELEGATES) return OUTCOME_PUSHED;
        if (!frame->code->native_table && --frame->code->heat < 0) return OUTCOME_PUSHED; // to be compiled
        const Instruction *pc = frame->pc; // YIELD_FROM once more
        Value inner = R(pc->b);
        if (!is_exactly(inner, vm->types.generator) || ((Generator *)as_object(inner))->state != GENERATOR_SUSPENDED) return OUTCOME_PUSHED;
        sent = generator->sent, to = pc->a, flags = FRAME_DELEGATE;
        generator->sent = VALUE_NONE;
        frame->pc++;
        generator = (Generator *)as_object(inner);
    }
    if (flags == FRAME_DELEGATE) vm->frame->generator->yield_from = VALUE_UNBOUND;
    return OUTCOME_ERROR;
}
// FOR_ITER: OTHER: exhausted.
static NOINLINE NativeOutcome next_of_any(VM *vm, Frame *frame, const Instruction *pc) {
    Value *state = &R(pc->b);
    switch (iteration_kind(state[2])) {
    case ITERATE_GENERATOR:
        if (((Generator *)as_object(state[0]))->state == GENERATOR_FINISHED) return OUTCOME_OTHER;
        return resume(vm, (Generator *)as_object(state[0]), VALUE_NONE, pc->a, FRAME_ITERATION);
    case ITERATE_OBJECT:
        if (is_of_class(state[0])) return OUTCOME_LEAVE;
        break;
    default: break;
    }
    Value item = iteration_kind(state[2]) == ITERATE_OBJECT ? op_next_inline(vm, state[0]) : iteration_next(vm, state);
    if (item == VALUE_ERROR) return OUTCOME_ERROR;
    if (item == VALUE_END) return OUTCOME_OTHER;
    R(pc->a) = item;
    return OUTCOME_DONE;
}
// Here and below: what is done most calls nothing, so that it saves no registers.
NativeOutcome do_next(VM *vm, Frame *frame, Instruction *pc) {
    Value *state = &R(pc->b);
    size_t at = (size_t)small_int(state[1]);
    switch (iteration_kind(state[2])) {
    case ITERATE_RANGE:
        if (state[1] == from_small_int(0)) return OUTCOME_OTHER;
        R(pc->a) = state[0];
        state[0] += (Value)iteration_argument(state[2]) << 1, state[1] -= 2;
        return OUTCOME_DONE;
    case ITERATE_LIST:
        if (at >= as_list(state[0])->count) return OUTCOME_OTHER;
        R(pc->a) = as_list(state[0])->items[at];
        state[1] += 2;
        return OUTCOME_DONE;
    case ITERATE_TUPLE:
        if (at >= as_tuple(state[0])->count) return OUTCOME_OTHER;
        R(pc->a) = as_tuple(state[0])->items[at];
        state[1] += 2;
        return OUTCOME_DONE;
    case ITERATE_STR:
        if (at >= as_str(state[0])->length) return OUTCOME_OTHER;
        R(pc->a) = vm->ascii_strings[(unsigned char)as_str(state[0])->text[at]];
        state[1] += 2;
        return OUTCOME_DONE;
    default: return next_of_any(vm, frame, pc);
    }
}
// PUSHED: the caller's frame is on top again.
static NativeOutcome back_in_caller(VM *vm) {
    vm->stack_top = vm->frame->registers + vm->frame->code->register_count;
    return OUTCOME_PUSHED;
}
NativeOutcome do_guard_value(VM *vm, Frame *frame, Instruction *pc) {
    return guard_is_known(vm, R(pc->a), as_tuple(frame->code->constants[pc->b])) || slow_guard_value(vm, frame, *pc) ? OUTCOME_DONE : OUTCOME_ERROR;
}
// The generator, and those that delegate to it, are suspended: what is yielded goes to whoever resumed the outermost.
static NativeOutcome yield_from_frame(VM *vm, Frame *frame, Value yielded, uint16_t sent_register) {
    for (;; frame = vm->frame, sent_register = GENERATOR_DELEGATES) {
        uint16_t flags = frame->flags, to = frame->result_register;
        generator_suspend(vm, frame, sent_register);
        if (flags & FRAME_ENTRY) return vm->native_result = yielded, OUTCOME_RETURNED;
        if (flags & FRAME_DELEGATE) continue;
        vm->frame->registers[to] = yielded;
        return back_in_caller(vm);
    }
}
NativeOutcome native_hand_on(VM *vm, Frame *frame, Value yielded) { return yield_from_frame(vm, frame, yielded, GENERATOR_DELEGATES); }
NativeOutcome do_yield(VM *vm, Frame *frame, Instruction *pc) {
    if (!(frame->flags & FRAME_HELD)) return yield_from_frame(vm, frame, R(pc->b), pc->a);
    vm->native_result = R(pc->b);
    return OUTCOME_RETURNED;
}
NativeOutcome do_yield_from(VM *vm, Frame *frame, Instruction *pc) {
    Generator *generator = frame->generator;
    Value iterator = R(pc->b), sent = generator->yield_from == VALUE_UNBOUND ? VALUE_NONE : generator->sent, last = VALUE_NONE;
    gc_store(vm, generator, &generator->yield_from, iterator);
    generator->sent = VALUE_NONE;
    Generator *inner = is_generator(iterator) && !is_exactly(iterator, vm->types.async_generator) ? (Generator *)as_object(iterator) : NULL;
    if (inner && (inner->state == GENERATOR_SUSPENDED || (inner->state == GENERATOR_CREATED && sent == VALUE_NONE))) return resume(vm, inner, sent, pc->a, FRAME_DELEGATE);
    Value yielded = iterator_send(vm, iterator, sent, &last);
    if (yielded != VALUE_ERROR && yielded != VALUE_END) return yield_from_frame(vm, frame, yielded, GENERATOR_DELEGATES);
    generator->yield_from = VALUE_UNBOUND;
    return yielded == VALUE_END ? result(frame, pc->a, last) : OUTCOME_ERROR;
}
static Value returned_value(const Frame *frame, const Instruction *pc) {
    if (pc->op == OP_RETURN_CONST) return frame->code->constants[instruction_wide(*pc)];
    return pc->op == OP_RETURN_INT ? from_small_int((int32_t)instruction_wide(*pc)) : R(pc->a);
}
// From a generator that a loop is over: the loop ends. From one that is delegated to: what that comes to. From an operator's method: the operator's result.
NativeOutcome do_return(VM *vm, Frame *frame, Instruction *pc) {
    if (frame->flags == FRAME_ITERATION) {
        generator_finish(vm, frame);
        vm->frame->pc += (int16_t)vm->frame->pc[-1].c;
        return back_in_caller(vm);
    }
    Value value = returned_value(frame, pc);
    if (frame->flags == FRAME_DELEGATE) {
        uint16_t to = frame->result_register;
        generator_finish(vm, frame);
        vm->frame->generator->yield_from = VALUE_UNBOUND;
        vm->frame->registers[to] = value;
        return back_in_caller(vm);
    }
    if (frame->flags != FRAME_OPERATOR || value == VALUE_NOT_IMPLEMENTED) return OUTCOME_LEAVE;
    Frame *caller = frame - 1;
    if (native_operation(caller->code, caller->pc - 1).kind == OPERATION_COMPARE_JUMP) {
        if (!is_bool(value)) return OUTCOME_LEAVE;
        if (value == VALUE_FALSE) caller->pc += (int16_t)caller->pc[-1].c;
    } else {
        caller->registers[frame->result_register] = value;
    }
    vm->frame = caller;
    return back_in_caller(vm);
}
NativeOutcome do_grow(VM *vm, Frame *frame, Instruction *pc) {
    Value left = R(pc->a), right = R(pc->b);
    bool is_global = pc->op == OP_GROW_GLOBAL;
    if (is_exactly(left, vm->types.str) && is_exactly(right, vm->types.str) && (!is_global || frame->globals->flags & DICT_UNSHARED))
        return result(frame, pc->a, pc->c < 2 ? str_grow(vm, (Str *)as_object(left), (Str *)as_object(right)) : str_grow_before(vm, (Str *)as_object(left), (Str *)as_object(right)));
    return result(frame, pc->a, is_global ? grow_slow(vm, left, right, pc->c) : grow_variable_slow(vm, left, right, pc->c));
}
NativeOutcome do_seal(VM *vm, Frame *frame, Instruction *pc) { return seal_gathered(vm, R(pc->a)), OUTCOME_DONE; }
NativeOutcome do_seal_for_call(VM *vm, Frame *frame, Instruction *pc) {
    Value callee = R(pc->b);
    if (!(is_layout(callee, LAYOUT_NATIVE) && ((const Native *)as_object(callee))->def->flags & NATIVE_BORROWS)) seal_gathered(vm, R(pc->a));
    return OUTCOME_DONE;
}
NativeOutcome do_get_slice(VM *vm, Frame *frame, Instruction *pc) {
    int done = quick_get_slice(vm, frame, *pc);
    return done > 0 ? OUTCOME_DONE : done < 0 ? OUTCOME_ERROR : OUTCOME_LEAVE;
}
NativeOutcome do_set_slice(VM *vm, Frame *frame, Instruction *pc) {
    int done = quick_set_slice(vm, frame, *pc);
    return done > 0 ? OUTCOME_DONE : done < 0 ? OUTCOME_ERROR : OUTCOME_LEAVE;
}

// ---- calls

static NativeOutcome dispatched(CallOutcome outcome) { return outcome == CALL_DONE ? OUTCOME_DONE : outcome == CALL_FAILED ? OUTCOME_ERROR : OUTCOME_PUSHED; }

Instance *native_new_instance(VM *vm, Type *class) { return instance_new(vm, class); }

static Frame *push_plain(VM *vm, Frame *frame, Function *function, Value *window, Value *top, uint16_t to, uint16_t flags) {
    Frame *pushed = frame + 1;
    *pushed = (Frame){.registers = window, .pc = function->code->code, .code = function->code, .function = function, .globals = function->globals, .namespace_ = VALUE_UNBOUND, .result_register = to, .flags = flags};
    vm->stack_top = top;
    return vm->frame = pushed;
}

// How a function without *args and the like takes `given` arguments by place, keywords behind them, and defaults. False: in another way, or it does not.
enum { PLAIN_PARAMETERS_MOST = 16 };
typedef struct ArgumentPlan {
    uint32_t given, named;
    uint8_t places[PLAIN_PARAMETERS_MOST]; // of the keywords
} ArgumentPlan;
static const Tuple *defaults_of(const Function *function) { return is_tuple(function->defaults) ? as_tuple(function->defaults) : NULL; }
static bool plan_arguments(const Function *function, uint32_t given, const Tuple *names, ArgumentPlan *plan) {
    const Code *code = function->code;
    const Tuple *defaults = defaults_of(function);
    uint32_t parameters = code->simple_arguments;
    if (parameters > PLAIN_PARAMETERS_MOST || given > parameters || code->image) return false; // IMAGE: its names are not known yet
    uint32_t bound = (1u << given) - 1;
    *plan = (ArgumentPlan){.given = given, .named = names ? (uint32_t)names->count : 0};
    if (plan->named > parameters - given) return false;
    for (uint32_t n = 0; n < plan->named; n++) {
        uint32_t place = given > code->positional_only ? given : code->positional_only;
        while (place < parameters && from_object(code->local_names[place]) != names->items[n]) place++;
        if (place == parameters) return false;
        plan->places[n] = (uint8_t)place;
        bound |= 1u << place;
    }
    uint32_t first = !defaults ? parameters : defaults->count < parameters ? parameters - (uint32_t)defaults->count : 0; // that has a default
    return (~bound & ((1u << first) - 1)) == 0;
}
static void place_arguments(const Function *function, const ArgumentPlan *plan, Value *args) {
    const Tuple *defaults = defaults_of(function);
    uint32_t parameters = function->code->simple_arguments;
    Value named[PLAIN_PARAMETERS_MOST];
    for (uint32_t n = 0; n < plan->named; n++) named[n] = args[plan->given + n];
    for (uint32_t i = plan->given; i < parameters; i++) args[i] = defaults && i + defaults->count >= parameters ? defaults->items[i + defaults->count - parameters] : VALUE_UNBOUND;
    for (uint32_t n = 0; n < plan->named; n++) args[plan->places[n]] = named[n];
}

// An ordinary class whose __init__ takes the arguments (the interpreter's PUSH_CONSTRUCTOR).
static NativeOutcome push_constructor(VM *vm, Frame *frame, Type *class, Value *args, uint32_t count, const Tuple *names, uint16_t to) {
    Function *function = class->constructor;
    Value *top = args + function->code->register_count;
    ArgumentPlan plan;
    if (top > vm->stack_high || frame + 1 == vm->frames_end || !plan_arguments(function, count + 1, names, &plan)) return OUTCOME_OTHER;
    Instance *instance = instance_new(vm, class);
    if (!instance) return OUTCOME_ERROR;
    for (uint32_t i = count + plan.named; i > 0; i--) args[i] = args[i - 1];
    args[-1] = args[0] = from_object(instance);
    place_arguments(function, &plan, args);
    push_plain(vm, frame, function, args, top, to, FRAME_CONSTRUCTOR);
    return OUTCOME_PUSHED;
}

static bool makes_generator(const Code *code, uint32_t count) { return is_plain_generator(code) && code->parameter_count == count && code->positional == count && !code->image; } // with its arguments in place
static NativeOutcome make_generator(VM *vm, Frame *frame, Function *function, const Value *args, uint16_t to) {
    Value generator = generator_new(vm, function, args);
    vm->fresh_generator = generator, vm->fresh_site = frame->pc;
    return result(frame, to, generator);
}
// A function. OTHER: it is another kind of call.
static NativeOutcome push_simple(VM *vm, Frame *frame, Function *function, Value *args, uint32_t count, const Tuple *names, uint16_t to) {
    Value *top = args + function->code->register_count;
    if (top > vm->stack_high || frame + 1 == vm->frames_end) return OUTCOME_OTHER;
    if (names || function->code->simple_arguments != count) {
        ArgumentPlan plan;
        if (!names && makes_generator(function->code, count)) return make_generator(vm, frame, function, args, to);
        if (!plan_arguments(function, count, names, &plan)) return OUTCOME_OTHER;
        place_arguments(function, &plan, args);
    }
    push_plain(vm, frame, function, args, top, to, 0);
    return OUTCOME_PUSHED;
}
static NativeOutcome push_callee(VM *vm, Frame *frame, Value callee, Value *args, uint32_t count, const Tuple *names, uint16_t to) {
    if (is_exactly(callee, vm->types.function)) return push_simple(vm, frame, (Function *)as_object(callee), args, count, names, to);
    if (is_exactly(callee, vm->types.type) && as_type(callee)->constructor_version == as_type(callee)->version) return push_constructor(vm, frame, as_type(callee), args, count, names, to);
    return OUTCOME_OTHER;
}

static inline bool is_plain_call(const NativeDef *def, uint32_t given) {
    return !(def->flags & (NATIVE_STATIC | NATIVE_CLASS)) && !def->parameters && given >= (uint16_t)def->min_args && given <= (uint16_t)def->max_args;
}
static inline NativeOutcome call_plain(VM *vm, Frame *frame, const NativeDef *def, Value *args, uint32_t count, uint16_t to) {
    return result(frame, to, def->flags & NATIVE_RAW ? def->raw(vm, args, count, VALUE_UNBOUND) : def->function(vm, args, count));
}

// What the guards of a function, or of a class's __init__, ask for, the call has promised (CALL_PROVEN, whose operand with the receiver counted is `key`).
static bool promises(const VM *vm, Value callee, uint32_t key) {
    if (is_exactly(callee, vm->types.function)) return ((Function *)as_object(callee))->code->call_key == key;
    return is_exactly(callee, vm->types.type) && as_type(callee)->constructor_version == as_type(callee)->version && as_type(callee)->constructor->code->call_key == key + 1;
}
static NOINLINE NativeOutcome call_any(VM *vm, Frame *frame, Value callee, Value *args, uint32_t count, bool is_promised, uint16_t to) {
    if (unlikely(attention_of(vm))) return OUTCOME_LEAVE;
    NativeOutcome pushed = push_callee(vm, frame, callee, args, count, NULL, to);
    if (pushed == OUTCOME_PUSHED && is_promised) vm->frame->pc = vm->frame->code->behind_guards;
    if (pushed != OUTCOME_OTHER) return pushed;
    if (callee == from_object(vm->types.super) && !count) return result(frame, to, super_of_frame(vm));
    return dispatched(call_dispatch(vm, callee, args, count, VALUE_UNBOUND, to));
}

static NOINLINE NativeOutcome call_of_any(VM *vm, Frame *frame, Instruction *pc) {
    Value callee = R(pc->a), *args = &R(pc->a) + 1;
    uint32_t count = call_argument_count(*pc);
    bool is_promised = pc->op == OP_CALL_PROVEN && promises(vm, callee, pc->b);
    if (pc->op == OP_CALL_PROVEN) call_find_key(vm, callee);
    if (callee == from_object(vm->types.range) && pc[1].op == OP_GET_ITER && pc[1].b == pc->c && pc[1].c && iteration_start_range(args, count, &R(pc[1].a))) return OUTCOME_OTHER;
    return call_any(vm, frame, callee, args, count, is_promised, pc->c);
}
static bool is_free_native(const VM *vm, Value callee, uint32_t count) {
    return is_exactly(callee, vm->types.native_function) && ((const Native *)as_object(callee))->self == VALUE_UNBOUND && is_plain_call(((const Native *)as_object(callee))->def, count);
}
// str(x), int(x): what call_dispatch would come to. (A range may not be made, and super() looks at the frame.)
static bool is_builtin_class(const VM *vm, const Type *class) { return !(class->flags & TYPE_HEAP) && class != vm->types.range && class != vm->types.super; }
static NOINLINE NativeOutcome call_builtin_class(VM *vm, Frame *frame, Value class, Value *args, uint32_t count, uint16_t to) {
    Value *saved = vm->stack_top, made = type_call(vm, class, args, count, VALUE_UNBOUND);
    vm->stack_top = saved;
    return result(frame, to, made);
}
NativeOutcome do_call(VM *vm, Frame *frame, Instruction *pc) {
    Value callee = R(pc->a);
    uint32_t count = call_argument_count(*pc);
    if (is_free_native(vm, callee, count)) return call_plain(vm, frame, ((const Native *)as_object(callee))->def, &R(pc->a) + 1, count, pc->c);
    if (is_exactly(callee, vm->types.function) && makes_generator(((Function *)as_object(callee))->code, count)) return make_generator(vm, frame, (Function *)as_object(callee), &R(pc->a) + 1, pc->c);
    if (is_exactly(callee, vm->types.type) && is_builtin_class(vm, as_type(callee))) return call_builtin_class(vm, frame, callee, &R(pc->a) + 1, count, pc->c);
    return call_of_any(vm, frame, pc);
}
static NOINLINE NativeOutcome call_method_of_any(VM *vm, Frame *frame, Instruction *pc) {
    Value callee = R(pc->a), *args = &R(pc->a) + 1;
    uint32_t is_bound = args[0] == VALUE_UNBOUND, count = call_argument_count(*pc) + 1u - is_bound;
    args += is_bound;
    bool is_promised = pc->op == OP_CALL_METHOD_PROVEN && !is_type(callee) && promises(vm, callee, pc->b + 1u - is_bound);
    if (pc->op == OP_CALL_METHOD_PROVEN) call_find_key(vm, callee);
    if (is_bound && is_free_native(vm, callee, count)) return call_plain(vm, frame, ((const Native *)as_object(callee))->def, args, count, pc->c);
    return call_any(vm, frame, callee, args, count, is_promised, pc->c);
}
NativeOutcome do_call_method(VM *vm, Frame *frame, Instruction *pc) {
    Value callee = R(pc->a), *args = &R(pc->a) + 1; // VALUE_UNBOUND, or what the method is bound to
    uint32_t given = call_argument_count(*pc);
    if (is_exactly(callee, vm->types.native_method)) {
        const Native *native = (const Native *)as_object(callee);
        if (args[0] != VALUE_UNBOUND && value_type(vm, args[0]) == native->type && is_plain_call(native->def, given)) return call_plain(vm, frame, native->def, args, given + 1, pc->c);
    }
    return call_method_of_any(vm, frame, pc);
}
NativeOutcome do_call_keywords(VM *vm, Frame *frame, Instruction *pc) {
    if (unlikely(attention_of(vm))) return OUTCOME_LEAVE;
    Value names = frame->code->constants[pc->c], *args = &R(pc->a) + 1;
    uint32_t is_bound = pc->op == OP_CALL_METHOD_KEYWORDS && args[0] == VALUE_UNBOUND, count = pc->b + (pc->op == OP_CALL_METHOD_KEYWORDS) - is_bound;
    count -= keyword_count(names);
    NativeOutcome pushed = push_callee(vm, frame, R(pc->a), args + is_bound, count, as_tuple(names), pc->a);
    return pushed != OUTCOME_OTHER ? pushed : dispatched(call_dispatch(vm, R(pc->a), args + is_bound, count, names, pc->a));
}
NativeOutcome do_call_spread(VM *vm, Frame *frame, Instruction *pc) {
    return unlikely(attention_of(vm)) ? OUTCOME_LEAVE : dispatched(call_spread(vm, frame, pc->a));
}
#endif
