// Machine code for attributes, items, globals, cells and guards.
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

// ---- attributes, items, names

// The shape that the site's cache is right for at the moment; NULL: none, or another kind of cache.
static const Shape *shape_of_cache(const NativeCompiler *c, const AttributeCache *cache, AttributeCacheKind kind) {
    return !native_is_general(c) && cache->kind == kind && cache->shape && cache_holds(cache, cache->shape) ? cache->shape : NULL;
}
// Where machine code finds the shape, or NULL when it is gone.
static const Shape **shape_place(NativeCompiler *c, const Shape *shape) {
    NativeShapes *list = c->shapes;
    for (uint32_t n = 0; n < list->count; n++)
        if (list->shapes[n] == shape) return &list->shapes[n];
    list->shapes[list->count] = shape;
    return &list->shapes[list->count++];
}
// RAX = R[reg], an object of this shape, whose type has not changed, or it leaves. Within a block it is looked at once: only STORE_ATTR gives an object another shape there.
static void object_of_shape(NativeCompiler *c, uint32_t reg, const Shape *shape) {
    Assembler *a = &c->a;
    native_need_stored(c, reg);
    native_load(c, reg);
    if (c->known[reg].shape == shape) return;
    emit_test_8(a, RAX, 7);
    native_leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)shape_place(c, shape));
    emit_at(a, CMP_REG, RCX, place_at(RDX, 0));
    native_leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_immediate_at_32(a, GROUP_CMP, TYPE_FIELD(RCX, version), (int32_t)shape->type->version);
    native_leave_if(c, IF_NOT_EQUAL);
    c->known[reg].shape = shape;
}
// RAX = R[reg], an object of the cache's shape (RCX); the places of jumps for all else are added to the misses.
static unsigned object_of_cached_shape(NativeCompiler *c, uint32_t reg, uint32_t site, size_t *misses) {
    Assembler *a = &c->a;
    size_t offset = site * sizeof(AttributeCache);
    native_need_stored(c, reg);
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    emit_test_8(a, RAX, 7);
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, CMP_REG, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, shape)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
    return 2;
}
// The same, and the cache holds for it.
static unsigned object_of_cache(NativeCompiler *c, uint32_t reg, uint32_t site, size_t *misses) {
    Assembler *a = &c->a;
    size_t offset = site * sizeof(AttributeCache);
    object_of_cached_shape(c, reg, site, misses);
    emit_at(a, MOV_LOAD, RDX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOV_LOAD_32, RDX, TYPE_FIELD(RDX, version));
    emit_at(a, CMP_REG_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, version)));
    misses[2] = emit_jump_if(a, IF_NOT_EQUAL);
    return 3;
}
// The machine code of an instruction that has a helper for what it does not do: `misses` go there. Only where it has been left before; else they leave.
static void end_with_helper(NativeCompiler *c, const size_t *misses, unsigned count, NativeHelper helper) {
    if (!native_is_general(c)) {
        for (unsigned n = 0; n < count; n++) native_leave_by(c, misses[n]);
        return;
    }
    Assembler *a = &c->a;
    size_t done = emit_jump(a);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
    native_helper_call(c, helper, UINT32_MAX);
    emit_target(a, done, a->size);
}
static void begin_general(NativeCompiler *c) {
    if (native_is_general(c)) native_store_all(c, c->at), native_forget_all(c);
}

// ---- places that meet objects of several shapes

const NativeSeveral *native_several(const NativeCompiler *c) {
    const NativeSeveral *several = native_is_general(c) ? c->native->callees[c->at].several : NULL;
    bool holds = false;
    for (uint32_t n = 0; several && n < several->count; n++) holds |= native_met_holds(&several->entries[n]);
    return holds ? several : NULL;
}
// RAX = R[reg], an object, RCX its shape; the jump for what is none.
static size_t object_and_shape(NativeCompiler *c, uint32_t reg) {
    Assembler *a = &c->a;
    native_load(c, reg);
    emit_test_8(a, RAX, 7);
    size_t none = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    return none;
}
// RCX is this shape, whose type has not changed, or it jumps on to the next one; RDX is its type.
static size_t is_shape(NativeCompiler *c, const Shape *shape, size_t *misses, unsigned *count) {
    Assembler *a = &c->a;
    emit_constant(a, RDX, (uint64_t)(uintptr_t)shape_place(c, shape));
    emit_at(a, CMP_REG, RCX, place_at(RDX, 0));
    size_t next = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RCX, offsetof(Shape, type)));
    emit_immediate_at_32(a, GROUP_CMP, TYPE_FIELD(RDX, version), (int32_t)shape->type->version);
    misses[(*count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    return next;
}
enum { SEVERAL_MISSES = 2 + 4 * SEVERAL_MOST };
// RDX = the attribute; RAX is the object.
static void load_of_several(NativeCompiler *c, Instruction i, const NativeSeveral *several, bool is_method) {
    Assembler *a = &c->a;
    size_t misses[SEVERAL_MISSES], found[SEVERAL_MOST];
    unsigned count = 0, found_count = 0;
    begin_general(c);
    misses[count++] = object_and_shape(c, i.b);
    for (uint32_t n = 0; n < several->count; n++) {
        const ShapeCacheEntry *entry = &several->entries[n].found;
        if (!native_met_holds(&several->entries[n])) continue;
        size_t next = is_shape(c, entry->shape, misses, &count);
        if (entry->kind == CACHE_INLINE) {
            emit_at(a, MOV_LOAD, RDX, place_at(RAX, entry->slot));
            emit_immediate(a, GROUP_CMP, RDX, (int32_t)VALUE_UNBOUND);
            misses[count++] = emit_jump_if(a, IF_EQUAL);
        } else {
            emit_constant(a, RDX, entry->value);
        }
        found[found_count++] = emit_jump(a);
        emit_target(a, next, a->size);
    }
    misses[count++] = emit_jump(a);
    for (unsigned n = 0; n < found_count; n++) emit_target(a, found[n], a->size);
    if (is_method) emit_at(a, MOV_STORE, RAX, reg_place(i.a + 1u));
    emit_at(a, MOV_STORE, RDX, reg_place(i.a));
    end_with_helper(c, misses, count, is_method ? do_load_method : do_load_attr);
    native_forget_all(c);
}

static AttributeCacheKind kind_of_load(uint16_t op) {
    switch (op) {
    case OP_LOAD_ATTR_INLINE: return CACHE_INLINE;
    case OP_LOAD_ATTR_ON_CLASS: return CACHE_ON_CLASS;
    case OP_LOAD_ATTR_GETSET: return CACHE_GETSET;
    case OP_LOAD_ATTR_ITEM: return CACHE_ITEM;
    case OP_LOAD_ATTR_MODULE: return CACHE_MODULE;
    case OP_LOAD_ATTR_PROPERTY: return CACHE_PROPERTY;
    default: return CACHE_VALUE;
    }
}
// A property's function is pushed, for the object in RAX; the misses.
static unsigned push_getter(NativeCompiler *c, Instruction i, size_t *misses) {
    Assembler *a = &c->a;
    unsigned count = 0;
    emit(a, MOV_LOAD, RSI, RAX);
    emit_at(a, MOV_LOAD, RAX, place_at(ATTRIBUTES, i.c * sizeof(AttributeCache) + offsetof(AttributeCache, value)));
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Function, code)));
    emit_compare_at_16(a, CODE_FIELD(RDX, simple_arguments), 1);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDI, VM_FIELD(stack_top));
    native_check_room(c, place_at(RDI, 0), misses, &count);
    emit_at(a, MOV_STORE, RSI, place_at(RDI, 0));
    native_begin_frame(c, i.a, 0);
    return count;
}
// What C computes, of the object in RAX.
static void call_getset(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    emit(a, MOV_LOAD, RSI, RAX);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_save_pc(c, c->at);
    emit_at(a, MOV_LOAD, RAX, place_at(ATTRIBUTES, i.c * sizeof(AttributeCache) + offsetof(AttributeCache, value)));
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(GetSet, def)));
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(GetSetDef, get)));
    emit_call_register(a, RAX);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    native_set_result(c, i.a, KIND_ANY);
}
// RAX = what the module in RAX has by the name of the cache.
static unsigned item_of_module(NativeCompiler *c, uint32_t site, size_t *misses) {
    Assembler *a = &c->a;
    size_t offset = site * sizeof(AttributeCache);
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Module, dict)));
    emit_at(a, CMP_REG, RAX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RAX, offsetof(Dict, keys_version)));
    emit_at(a, CMP_REG_32, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, version)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
    _Static_assert(sizeof(DictEntry) == 2 * sizeof(Value), "");
    emit_shift(a, SHIFT_LEFT, RDX, 1);
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Dict, entries)));
    emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RDX, offsetof(DictEntry, value)));
    return 2;
}

void native_compile_load_attr(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const AttributeCache *cache = &c->code->attributes[i.c];
    const NativeSeveral *several = native_several(c);
    if (several) {
        load_of_several(c, i, several, false);
        return;
    }
    const Shape *shape = i.op == OP_LOAD_ATTR_INLINE || i.op == OP_LOAD_ATTR_VALUE ? shape_of_cache(c, cache, kind_of_load(i.op)) : NULL;
    if (shape) {
        object_of_shape(c, i.b, shape);
        if (i.op == OP_LOAD_ATTR_INLINE) {
            emit_at(a, MOV_LOAD, RAX, place_at(RAX, cache->slot));
            emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
            native_leave_if(c, IF_EQUAL);
        } else {
            emit_constant(a, RAX, cache->value); // the class has it as long as it does not change
        }
        native_set_result(c, i.a, KIND_ANY);
        native_rax_has(c, i.a);
        return;
    }
    size_t offset = i.c * sizeof(AttributeCache), misses[8];
    bool calls = i.op == OP_LOAD_ATTR_GETSET || i.op == OP_LOAD_ATTR_PROPERTY;
    if (calls) native_store_all(c, c->at), native_forget_all(c);
    begin_general(c);
    bool has_version = i.op != OP_LOAD_ATTR_ON_CLASS && i.op != OP_LOAD_ATTR_MODULE; // (the cache's is another one)
    unsigned count = has_version ? object_of_cache(c, i.b, i.c, misses) : object_of_cached_shape(c, i.b, i.c, misses);
    emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), kind_of_load(i.op)); // it may be for something else by now
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (calls) {
        size_t done = 0;
        if (i.op == OP_LOAD_ATTR_GETSET) call_getset(c, i), done = emit_jump(a);
        else count += push_getter(c, i, misses + count);
        for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
        native_helper_call(c, do_load_attr, UINT32_MAX);
        if (done) emit_target(a, done, a->size);
        return;
    }
    if (i.op == OP_LOAD_ATTR_ON_CLASS) {
        emit_at(a, MOV_LOAD_32, RDX, TYPE_FIELD(RAX, version));
        emit_at(a, CMP_REG_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, version)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
        emit_at(a, MOV_LOAD_32, RDX, TYPE_FIELD(RCX, version));
        emit_at(a, CMP_REG_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RAX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    } else if (i.op == OP_LOAD_ATTR_MODULE) {
        count += item_of_module(c, i.c, misses + count);
    } else if (i.op == OP_LOAD_ATTR_ITEM) {
        emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
        emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Tuple, count)));
        misses[count++] = emit_jump_if(a, IF_NOT_BELOW);
        emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RDX, offsetof(Tuple, items)));
    } else if (i.op == OP_LOAD_ATTR_INLINE) {
        emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
        emit(a, ADD_REG, RAX, RDX);
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, 0));
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
        misses[count++] = emit_jump_if(a, IF_EQUAL);
    } else {
        emit_at(a, MOV_LOAD, RAX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    }
    if (!native_is_general(c)) end_with_helper(c, misses, count, do_load_attr), native_set_result(c, i.a, KIND_ANY);
    else native_set_result(c, i.a, KIND_ANY), end_with_helper(c, misses, count, do_load_attr), native_forget_all(c);
}

// ---- guards

static bool is_operand_soon(const NativeCompiler *c, uint32_t reg) { // of an operator, before anything jumps
    for (uint32_t at = c->at + 1; at < c->code->code_count && at <= c->at + 4 && !c->leads[at]; at++) {
        const NativeOperation o = native_operation(c->code, instruction_at(c, at));
        if (o.kind && ((!o.left.is_constant && o.left.reg == reg) || (!o.right.is_constant && o.right.reg == reg))) return true;
    }
    return false;
}
// R[reg] passes, or it leaves; `seen`: what it was so far (SeenKind and container). What is looked at is known afterwards, so that nobody looks again.
static void guard_by_mask(NativeCompiler *c, uint32_t reg, uint16_t mask, unsigned seen) {
    Assembler *a = &c->a;
    NativeKnown known = c->known[reg];
    if ((known.kind == KIND_INT && mask & GUARD_TAKES_INT) || ((known.kind == KIND_FLOAT || known.xmm != NO_XMM) && mask & GUARD_TAKES_FLOAT)) return;
    if (known.shape && guard_bits_of_layout[known.shape->type->layout] & mask) return;
    native_need_stored(c, reg);
    uint8_t numbers = mask & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT);
    if (!native_is_general(c)) {
        unsigned kind = seen & 3;
        const Type *type = native_type_of_container(c->vm, seen & SEEN_CONTAINER);
        if (kind == SEEN_FLOAT && mask & GUARD_TAKES_FLOAT && is_operand_soon(c, reg)) {
            native_float_operand(c, (NativeOperand){.reg = (uint16_t)reg}, KIND_FLOAT, false);
            return;
        }
        if (numbers && (kind == SEEN_INT || kind == SEEN_FLOAT)) {
            bool is_int = kind == SEEN_INT;
            native_load(c, reg);
            emit_test_8(a, RAX, is_int ? GUARD_TAKES_INT : numbers);
            native_leave_if(c, IF_EQUAL);
            native_rax_has(c, reg);
            if (is_int) c->known[reg].kind = KIND_INT, native_changed(c);
            return;
        }
        if (type && guard_bits_of_layout[type->layout] & mask) {
            native_object_of_type(c, reg, type);
            native_rax_has(c, reg);
            return;
        }
        if (mask == GUARD_BOOL) {
            native_load(c, reg);
            emit(a, MOV_LOAD, RCX, RAX);
            emit_immediate(a, GROUP_SUB, RCX, (int32_t)VALUE_FALSE);
            emit_immediate(a, GROUP_AND, RCX, ~(int32_t)(VALUE_TRUE - VALUE_FALSE));
            _Static_assert(VALUE_TRUE - VALUE_FALSE == 8, "one bit");
            native_leave_if(c, IF_NOT_EQUAL);
            native_rax_has(c, reg);
            return;
        }
    }
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    size_t passed[3];
    unsigned count = 0;
    if (numbers) emit_test_8(a, RAX, numbers), passed[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_test_8(a, RAX, 7);
    size_t immediate = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOVZX_8, RCX, TYPE_FIELD(RCX, layout));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_bits_of_layout);
    emit(a, ADD_REG, RDX, RCX);
    emit(a, ADD_REG, RDX, RCX);
    emit_test_at_16(a, place_at(RDX, 0), mask);
    native_leave_if(c, IF_EQUAL);
    passed[count++] = emit_jump(a);
    emit_target(a, immediate, a->size);
    emit(a, MOV_LOAD_32, RCX, RAX);
    emit_immediate_32(a, GROUP_AND, RCX, 7);
    emit_immediate_32(a, GROUP_CMP, RCX, 4);
    native_leave_if(c, IF_NOT_EQUAL);
    emit_shift_32(a, SHIFT_RIGHT, RAX, 3);
    emit_immediate_32(a, GROUP_AND, RAX, 7);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_bits_of_immediate);
    emit(a, ADD_REG, RDX, RAX);
    emit(a, ADD_REG, RDX, RAX);
    emit_test_at_16(a, place_at(RDX, 0), mask);
    native_leave_if(c, IF_EQUAL);
    for (unsigned n = 0; n < count; n++) emit_target(a, passed[n], a->size);
}
// R[reg] passes a guard of classes because it has the shape that passed last; jumps for all else are the two misses, the place of one for None, if it passes, is told (0: none).
static void passed_last(NativeCompiler *c, uint32_t reg, const Tuple *guard_, size_t *misses, size_t *is_none) {
    Assembler *a = &c->a;
    *is_none = 0;
    native_need_stored(c, reg);
    native_load(c, reg);
    if (guard_passes(VALUE_NONE, (uint16_t)small_int(guard_->items[GUARD_MASK_AT]))) {
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
        *is_none = emit_jump_if(a, IF_EQUAL);
    }
    emit_test_8(a, RAX, 7);
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_);
    emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(Tuple, items) + GUARD_SHAPE_AT * sizeof(Value)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
}
static bool has_passed(const NativeCompiler *c, uint32_t reg, const Tuple *guard_) {
    const Shape *shape = c->known[reg].shape;
    return shape && guard_->items[GUARD_SHAPE_AT] == from_object(shape);
}
// The same, and all else leaves.
static void guard_by_class(NativeCompiler *c, uint32_t reg, const Tuple *guard_) {
    size_t misses[2], is_none;
    if (has_passed(c, reg, guard_)) return;
    passed_last(c, reg, guard_, misses, &is_none);
    native_leave_by(c, misses[0]), native_leave_by(c, misses[1]);
    if (is_none) emit_target(&c->a, is_none, c->a.size);
}
// The same by any guard of an attribute, RDI staying what it is; jumps for what does not pass are added to the misses.
static void guard_stored(NativeCompiler *c, uint32_t reg, const Tuple *guard_, size_t *misses, unsigned *count) {
    c->misses = misses, c->miss_count = *count;
    if (guard_->count == GUARD_ITEMS_AT) guard_by_mask(c, reg, (uint16_t)small_int(guard_->items[GUARD_MASK_AT]), SEEN_NOTHING);
    else guard_by_class(c, reg, guard_);
    *count = c->miss_count;
    c->misses = NULL;
}
// What a mask does not tell (which kind of set it is) the interpreter's way does, once that has been met.
static void end_with_slow_path(NativeCompiler *c, const size_t *misses, unsigned count, bool (*path)(VM *, Frame *, Instruction));
enum { PARAMETERS_MOST = 8, MASK_MISSES = 4 };
void native_compile_guard_parameters(NativeCompiler *c) {
    Instruction i = *instruction_at(c, c->at);
    size_t misses[PARAMETERS_MOST * MASK_MISSES];
    bool ends_slow = native_is_general(c) && i.b <= PARAMETERS_MOST;
    if (ends_slow) begin_general(c), c->misses = misses, c->miss_count = 0;
    for (uint32_t n = i.a; n < (uint32_t)i.a + i.b; n++) {
        ParameterGuard parameter = c->code->parameter_guards[n];
        guard_by_mask(c, parameter.reg, parameter.mask, native_seen_value(c->vm, c->observed[parameter.reg]));
    }
    c->misses = NULL;
    if (ends_slow) end_with_slow_path(c, misses, c->miss_count, slow_guard_parameters);
}
void native_compile_guard(NativeCompiler *c, Instruction i) {
    bool is_noted = native_note_operands(c), is_mask = i.op == OP_GUARD_MASK || i.op == OP_GUARD_MASK_ALONE;
    size_t misses[MASK_MISSES];
    bool ends_slow = native_is_general(c) && (is_mask || i.op == OP_GUARD_TYPE);
    if (ends_slow) begin_general(c), c->misses = misses, c->miss_count = 0;
    guard_by_mask(c, i.a, i.b, is_noted ? SEEN_NOTHING : c->native->seen[c->at]);
    c->misses = NULL;
    if (ends_slow) end_with_slow_path(c, misses, c->miss_count, is_mask ? slow_guard_mask : slow_guard_type);
}

// An object gets another shape: any register may have it.
static void forget_shapes(NativeCompiler *c) {
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) c->known[reg].shape = NULL;
}
static void store_of_shape(NativeCompiler *c, Instruction i, const AttributeCache *cache, const Shape *shape) {
    Assembler *a = &c->a;
    if (i.op == OP_STORE_ATTR_OF_CLASS) {
        object_of_shape(c, i.a, shape); // first: the type has the guard as long as it does not change, or is gone
        guard_by_class(c, i.b, attribute_guard_at(shape->type, cache->guard));
    } else if (i.op == OP_STORE_ATTR_GUARDED) guard_by_mask(c, i.b, cache->guard, cache->guard & GUARD_TAKES_FLOAT ? SEEN_FLOAT : cache->guard & GUARD_TAKES_INT ? SEEN_INT : SEEN_NOTHING);
    NativeKind kind = (NativeKind)c->known[i.b].kind; // (a float that passed may be an object)
    object_of_shape(c, i.a, shape);
    const Shape *after = cache->kind == CACHE_ADD ? (const Shape *)as_object(cache->value) : NULL;
    emit(a, MOV_LOAD, RDI, RAX);
    if (after) {
        emit_constant(a, RCX, (uint64_t)(uintptr_t)shape_place(c, after));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, 0));
        emit(a, TEST_REG, RCX, RCX);
        native_leave_if(c, IF_EQUAL);
        emit_at(a, MOV_STORE, RCX, place_at(RDI, offsetof(Object, shape)));
        forget_shapes(c);
        c->known[i.a].shape = after;
    }
    emit_at(a, LEA, RDX, place_at(RDI, cache->slot));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    native_barrier(c, kind);
}
static void store_of_several(NativeCompiler *c, Instruction i, const NativeSeveral *several) {
    Assembler *a = &c->a;
    size_t misses[SEVERAL_MISSES + 2 * SEVERAL_MOST], found[SEVERAL_MOST];
    unsigned count = 0, found_count = 0;
    begin_general(c);
    misses[count++] = object_and_shape(c, i.a);
    emit(a, MOV_LOAD, RDI, RAX);
    for (uint32_t n = 0; n < several->count; n++) {
        const NativeMet *met = &several->entries[n];
        if (!native_met_holds(met)) continue;
        size_t next = is_shape(c, met->found.shape, misses, &count);
        if (met->guard) guard_stored(c, i.b, met->guard, misses, &count);
        if (met->found.kind == CACHE_ADD) {
            emit_constant(a, RCX, (uint64_t)(uintptr_t)shape_place(c, (const Shape *)as_object(met->found.value)));
            emit_at(a, MOV_LOAD, RCX, place_at(RCX, 0));
            emit(a, TEST_REG, RCX, RCX);
            misses[count++] = emit_jump_if(a, IF_EQUAL);
            emit_at(a, MOV_STORE, RCX, place_at(RDI, offsetof(Object, shape)));
        }
        emit_at(a, LEA, RDX, place_at(RDI, met->found.slot));
        found[found_count++] = emit_jump(a);
        emit_target(a, next, a->size);
    }
    misses[count++] = emit_jump(a);
    for (unsigned n = 0; n < found_count; n++) emit_target(a, found[n], a->size);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    native_barrier(c, KIND_ANY);
    end_with_helper(c, misses, count, do_store_attr);
    native_forget_all(c);
}
void native_compile_store_attr(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const AttributeCache *cache = &c->code->attributes[i.c];
    const NativeSeveral *several = native_several(c);
    if (several) {
        store_of_several(c, i, several);
        return;
    }
    const Shape *shape = i.op == OP_STORE_ATTR_ADD ? NULL : shape_of_cache(c, cache, CACHE_INLINE);
    if (!shape && i.op != OP_STORE_ATTR_INLINE) shape = shape_of_cache(c, cache, CACHE_ADD);
    if (shape) {
        native_need_stored(c, i.b);
        store_of_shape(c, i, cache, shape);
        return;
    }
    if (i.op == OP_STORE_ATTR_OF_CLASS) {
        native_helper_call(c, do_store_attr, UINT32_MAX);
        return;
    }
    size_t offset = i.c * sizeof(AttributeCache), misses[8];
    begin_general(c);
    native_need_stored(c, i.b);
    NativeKind kind = (NativeKind)c->known[i.b].kind;
    unsigned count = object_of_cache(c, i.a, i.c, misses);
    bool adds = i.op == OP_STORE_ATTR_ADD || (i.op != OP_STORE_ATTR_INLINE && cache->kind == CACHE_ADD);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at)); // the cache may be for something else by now
    emit_compare_at_16(a, place_at(RDX, 0), i.op);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (i.op == OP_STORE_ATTR_GUARDED) {
        emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), cache->kind);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_compare_at_16(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, guard)), cache->guard);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_test_at_8(a, reg_place(i.b), cache->guard & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT)); // others: the interpreter
        misses[count++] = emit_jump_if(a, IF_EQUAL);
        kind = KIND_INT; // a number, at least
    }
    emit(a, MOV_LOAD, RDI, RAX);
    emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
    emit(a, ADD_REG, RDX, RDI);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    if (adds) {
        emit_at(a, MOV_LOAD, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
        emit_at(a, MOV_STORE, RCX, place_at(RDI, offsetof(Object, shape)));
        forget_shapes(c);
    }
    native_barrier(c, kind);
    end_with_helper(c, misses, count, do_store_attr);
    if (native_is_general(c)) native_forget_all(c);
}

void native_compile_load_method(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const AttributeCache *cache = &c->code->attributes[i.c];
    const NativeSeveral *several = native_several(c);
    if (several) {
        load_of_several(c, i, several, true);
        return;
    }
    const Shape *shape = shape_of_cache(c, cache, CACHE_METHOD);
    if (shape) {
        object_of_shape(c, i.b, shape);
        native_forget_register(c, i.a + 1u);
        emit_at(a, MOV_STORE, RAX, reg_place(i.a + 1u));
        c->known[i.a + 1u].shape = shape;
        emit_constant(a, RAX, cache->value);
        native_set_result(c, i.a, KIND_ANY);
        return;
    }
    size_t offset = i.c * sizeof(AttributeCache), misses[4];
    begin_general(c);
    unsigned count = object_of_cache(c, i.b, i.c, misses);
    emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), CACHE_METHOD);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    if (!native_is_general(c)) end_with_helper(c, misses, count, do_load_method);
    native_forget_register(c, i.a + 1u);
    emit_at(a, MOV_STORE, RAX, reg_place(i.a + 1u));
    emit(a, MOV_LOAD, RAX, RCX);
    native_set_result(c, i.a, KIND_ANY);
    if (native_is_general(c)) end_with_helper(c, misses, count, do_load_method), native_forget_all(c);
}

// R[a] = what the module has by that name, which gets no receiver.
void native_compile_load_method_of_module(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t misses[5];
    native_store_all(c, c->at), native_forget_all(c);
    unsigned count = object_of_cached_shape(c, i.b, i.c, misses);
    emit_compare_at_8(a, place_at(ATTRIBUTES, i.c * sizeof(AttributeCache) + offsetof(AttributeCache, kind)), CACHE_MODULE); // it may be for something else by now
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    count += item_of_module(c, i.c, misses + count);
    emit_at(a, MOV_STORE, RAX, reg_place(i.a));
    emit_store_immediate(a, reg_place(i.a + 1u), (int32_t)VALUE_UNBOUND);
    size_t done = emit_jump(a);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
    native_helper_call(c, do_load_method, UINT32_MAX);
    emit_target(a, done, a->size);
}

void native_compile_load_special(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeCallee *callee = &c->native->callees[c->at];
    if (!callee->special) callee->version = UINT32_MAX;
    native_store_all(c, c->at), native_forget_all(c);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_test_8(a, RAX, 7);
    size_t no_object = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOV_LOAD_32, RCX, TYPE_FIELD(RCX, version));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)callee);
    emit_at(a, CMP_REG_32, RCX, place_at(RDX, offsetof(NativeCallee, version)));
    size_t other = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RDX, offsetof(NativeCallee, special)));
    emit_at(a, MOV_STORE, RCX, reg_place(i.a));
    emit_at(a, MOV_STORE, RAX, reg_place(i.a + 1u));
    size_t done = emit_jump(a);
    emit_target(a, no_object, a->size);
    emit_target(a, other, a->size);
    native_helper_call(c, do_load_special, UINT32_MAX);
    emit_target(a, done, a->size);
}

// As end_with_helper, with what the interpreter does for names.
static void end_with_slow_path(NativeCompiler *c, const size_t *misses, unsigned count, bool (*path)(VM *, Frame *, Instruction)) {
    if (!native_is_general(c)) {
        for (unsigned n = 0; n < count; n++) native_leave_by(c, misses[n]);
        return;
    }
    size_t done = emit_jump(&c->a);
    for (unsigned n = 0; n < count; n++) emit_target(&c->a, misses[n], c->a.size);
    native_slow_path(c, path);
    emit_target(&c->a, done, c->a.size);
}
void native_compile_load_global(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const GlobalCache *cache = &c->code->globals[instruction_wide(i)];
    size_t misses[4];
    unsigned count = 0;
    begin_general(c);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)cache);
    emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(globals));
    emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(GlobalCache, globals)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RCX, offsetof(Dict, keys_version)));
    emit_at(a, CMP_REG_32, RCX, place_at(RDX, offsetof(GlobalCache, globals_version)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (i.op == OP_LOAD_GLOBAL_MODULE) {
        emit_immediate_at(a, GROUP_CMP, place_at(RDX, offsetof(GlobalCache, builtins)), 0);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    } else {
        emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Function, builtins)));
        emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(GlobalCache, builtins)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD_32, RCX, place_at(RCX, offsetof(Dict, keys_version)));
        emit_at(a, CMP_REG_32, RCX, place_at(RDX, offsetof(GlobalCache, builtins_version)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    }
    emit_at(a, MOV_LOAD, RAX, place_at(RDX, offsetof(GlobalCache, place)));
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, 0));
    if (!native_is_general(c)) end_with_slow_path(c, misses, count, slow_load_global), native_set_result(c, i.a, KIND_ANY);
    else native_set_result(c, i.a, KIND_ANY), end_with_slow_path(c, misses, count, slow_load_global);
}

void native_compile_store_global(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const GlobalCache *cache = &c->code->globals[instruction_wide(i)];
    size_t misses[3];
    begin_general(c);
    NativeKind kind = (NativeKind)c->known[i.a].kind;
    native_need_stored(c, i.a);
    emit_constant(a, RSI, (uint64_t)(uintptr_t)cache);
    emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(globals));
    emit_at(a, CMP_REG, RDI, place_at(RSI, offsetof(GlobalCache, globals)));
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RDI, offsetof(Dict, keys_version)));
    emit_at(a, CMP_REG_32, RCX, place_at(RSI, offsetof(GlobalCache, globals_version)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate_at(a, GROUP_CMP, place_at(RSI, offsetof(GlobalCache, builtins)), 0);
    misses[2] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RSI, offsetof(GlobalCache, place)));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    native_barrier(c, kind);
    end_with_slow_path(c, misses, 3, slow_store_global);
}

void native_object_of_type(NativeCompiler *c, uint32_t reg, const Type *type) {
    Assembler *a = &c->a;
    native_load(c, reg);
    if (c->known[reg].shape == type->root_shape) return;
    emit_test_8(a, RAX, 7);
    native_leave_if(c, IF_NOT_EQUAL);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)type->root_shape); // its objects have no other, and it is never gone
    emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Object, shape)));
    native_leave_if(c, IF_NOT_EQUAL);
    c->known[reg].shape = type->root_shape;
}
// RCX = the index, below the count at RAX + offset; one below 0 counts from the end.
static void index_below(NativeCompiler *c, NativeOperand key, size_t count_offset) {
    Assembler *a = &c->a;
    native_int_operand(c, key, RCX);
    emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
    emit_at(a, CMP_REG, RCX, place_at(RAX, count_offset));
    size_t inside = emit_jump_if(a, IF_BELOW);
    emit_at(a, ADD_REG, RCX, place_at(RAX, count_offset));
    emit_at(a, CMP_REG, RCX, place_at(RAX, count_offset));
    native_leave_if(c, IF_NOT_BELOW);
    emit_target(a, inside, a->size);
}

static void item_of_dict(NativeCompiler *c, Instruction i, NativeOperand key) {
    Assembler *a = &c->a;
    native_store_all(c, c->at), native_forget_all(c);
    native_object_of_type(c, i.b, c->vm->types.dict);
    emit(a, MOV_LOAD, RSI, RAX);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_save_pc(c, c->at);
    if (key.is_constant) emit_constant(a, RDX, key.value);
    else emit_at(a, MOV_LOAD, RDX, reg_place(key.reg));
    native_call_function(c, (const void *)(uintptr_t)native_dict_item);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    native_set_result(c, i.a, KIND_ANY);
}
void native_compile_get_item(NativeCompiler *c, Instruction i, NativeOperand key) {
    Assembler *a = &c->a;
    const VM *vm = c->vm;
    unsigned seen = c->native->seen[c->at] & SEEN_CONTAINER;
    const Type *type = native_type_of_container(vm, seen);
    bool is_noted = native_note_operands(c) || native_is_general(c);
    if (!is_noted && seen == SEEN_DICT) {
        item_of_dict(c, i, key);
        return;
    }
    if (is_noted || !type || native_guess_kind(c, key, 2) != KIND_INT) {
        native_helper_call(c, do_get_item, UINT32_MAX);
        return;
    }
    native_need_stored(c, i.b);
    if (!key.is_constant) native_need_stored(c, key.reg);
    native_object_of_type(c, i.b, type);
    if (type == vm->types.str) {
        index_below(c, key, offsetof(Str, length));
        emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Str, size)));
        emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Str, length))); // ASCII
        native_leave_if(c, IF_NOT_EQUAL);
        emit(a, ADD_REG, RAX, RCX);
        emit_at(a, MOVZX_8, RCX, place_at(RAX, offsetof(Str, text)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(VM_ITSELF, RCX, offsetof(VM, ascii_strings)));
    } else if (type == vm->types.list) {
        index_below(c, key, offsetof(List, count));
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(List, items)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RCX, 0));
    } else {
        index_below(c, key, offsetof(Tuple, count));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RCX, offsetof(Tuple, items)));
    }
    native_set_result(c, i.a, KIND_ANY);
    native_rax_has(c, i.a);
}
void native_compile_set_item(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeOperand key = {.reg = i.b};
    bool is_noted = native_note_operands(c) || native_is_general(c);
    unsigned seen = c->native->seen[c->at] & SEEN_CONTAINER;
    if (!is_noted && seen == SEEN_DICT) {
        native_store_all(c, c->at), native_forget_all(c);
        native_object_of_type(c, i.a, c->vm->types.dict);
        emit(a, MOV_LOAD, RSI, RAX);
        emit(a, MOV_LOAD, RDI, VM_ITSELF);
        native_save_pc(c, c->at);
        emit_at(a, MOV_LOAD, RDX, reg_place(i.b));
        emit_at(a, MOV_LOAD, RCX, reg_place(i.c));
        native_call_function(c, (const void *)(uintptr_t)dict_set);
        emit_test_8(a, RAX, 0xFF);
        native_fail_if(c, IF_EQUAL);
        return;
    }
    if (is_noted || seen != SEEN_LIST || native_guess_kind(c, key, 2) != KIND_INT) {
        native_helper_call(c, do_set_item, UINT32_MAX);
        return;
    }
    native_need_stored(c, i.a), native_need_stored(c, i.b), native_need_stored(c, i.c);
    native_object_of_type(c, i.a, c->vm->types.list);
    index_below(c, key, offsetof(List, count));
    emit(a, MOV_LOAD, RDI, RAX);
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(List, items)));
    emit_at(a, LEA, RDX, place_indexed(RDX, RCX, 0));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.c));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    native_barrier(c, (NativeKind)c->known[i.c].kind);
}

// ---- guards of classes

// What guards have let pass (guard_is_known): RCX the shape, RDX the guard.
static unsigned is_remembered(NativeCompiler *c, size_t *misses) {
    Assembler *a = &c->a;
    unsigned count = 0;
    emit(a, MOV_LOAD, RSI, RCX); // guard_memo_place
    emit(a, ADD_REG, RSI, RDX);
    emit_constant(a, R8, GUARD_MEMO_FACTOR);
    emit(a, IMUL_REG, RSI, R8);
    emit_shift(a, SHIFT_RIGHT, RSI, 64 - GUARD_MEMO_BITS);
    _Static_assert(sizeof(GuardMemoEntry) == 3 * 8, "");
    emit(a, MOV_LOAD, R8, RSI);
    emit(a, ADD_REG, RSI, RSI);
    emit(a, ADD_REG, RSI, R8);
    emit_at(a, CMP_REG, RCX, place_indexed(VM_ITSELF, RSI, offsetof(VM, guard_memo) + offsetof(GuardMemoEntry, shape)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, CMP_REG, RDX, place_indexed(VM_ITSELF, RSI, offsetof(VM, guard_memo) + offsetof(GuardMemoEntry, guard)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOV_LOAD_32, RCX, TYPE_FIELD(RCX, version));
    emit_at(a, CMP_REG_32, RCX, place_indexed(VM_ITSELF, RSI, offsetof(VM, guard_memo) + offsetof(GuardMemoEntry, version)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, VM_FIELD(heap));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Heap, collections)));
    emit_at(a, CMP_REG, RCX, VM_FIELD(guard_memo_collection));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    return count;
}
// An instance of the class that passed last, which is known afterwards; what else passes others know.
void native_compile_guard_value(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    const Tuple *guard_ = as_tuple(c->code->constants[i.b]);
    if (!native_is_general(c)) {
        Value last = guard_->items[GUARD_SHAPE_AT];
        if (is_object(last) && !guard_passes(VALUE_NONE, (uint16_t)small_int(guard_->items[GUARD_MASK_AT]))) object_of_shape(c, i.a, (const Shape *)as_object(last)), native_rax_has(c, i.a);
        else guard_by_class(c, i.a, guard_);
        return;
    }
    size_t misses[SEVERAL_MISSES + 4], passed[1 + SEVERAL_MOST], is_none;
    unsigned passed_count = 0, count = 1;
    begin_general(c);
    passed_last(c, i.a, guard_, misses, &is_none);
    passed[passed_count++] = emit_jump(a);
    emit_target(a, misses[1], a->size);
    VM *vm = c->vm;
    for (unsigned n = 0; n < GUARD_MEMO_SIZE && passed_count <= SEVERAL_MOST && vm->guard_memo_collection == vm->heap->collections; n++) {
        const GuardMemoEntry *entry = &vm->guard_memo[n];
        if (entry->guard != guard_ || entry->version != entry->shape->type->version) continue;
        size_t next = is_shape(c, entry->shape, misses, &count);
        passed[passed_count++] = emit_jump(a);
        emit_target(a, next, a->size);
    }
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_);
    count += is_remembered(c, misses + count);
    for (unsigned n = 0; n < passed_count; n++) emit_target(a, passed[n], a->size);
    end_with_helper(c, misses, count, do_guard_value);
    if (is_none) emit_target(a, is_none, a->size);
}

// ---- cells, unpacking

void native_cell_load(NativeCompiler *c, Instruction i) { // RCX is the cell
    emit_at(&c->a, MOV_LOAD, RAX, place_at(RCX, offsetof(Cell, content)));
    emit_immediate(&c->a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
    native_leave_if(c, IF_EQUAL);
    native_set_result(c, i.a, KIND_ANY);
}
void native_cell_store(NativeCompiler *c, uint32_t source) { // RDI is the cell
    emit_at(&c->a, MOV_LOAD, RAX, reg_place(source));
    emit_at(&c->a, LEA, RDX, place_at(RDI, offsetof(Cell, content)));
    emit_at(&c->a, MOV_STORE, RAX, place_at(RDX, 0));
    native_barrier(c, (NativeKind)c->known[source].kind);
}
void native_compile_list_append(NativeCompiler *c, Instruction i) { // R[a] is a list
    Assembler *a = &c->a;
    native_store_all(c, c->at);
    NativeKind kind = (NativeKind)c->known[i.b].kind;
    native_forget_all(c);
    emit_at(a, MOV_LOAD, RDI, reg_place(i.a));
    emit_at(a, MOV_LOAD, RCX, place_at(RDI, offsetof(List, count)));
    emit_at(a, CMP_REG, RCX, place_at(RDI, offsetof(List, capacity)));
    size_t is_full = emit_jump_if(a, IF_NOT_BELOW);
    emit_at(a, MOV_LOAD, RDX, place_at(RDI, offsetof(List, items)));
    emit_at(a, LEA, RDX, place_indexed(RDX, RCX, 0));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    emit_immediate_at(a, GROUP_ADD, place_at(RDI, offsetof(List, count)), 1);
    native_barrier(c, kind);
    size_t done = emit_jump(a);
    emit_target(a, is_full, a->size);
    native_helper_call(c, do_list_append, UINT32_MAX);
    emit_target(a, done, a->size);
}
void native_compile_unpack(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    if (native_is_general(c) || i.c > 8) {
        native_slow_path(c, slow_unpack);
        return;
    }
    native_need_stored(c, i.b);
    native_object_of_type(c, i.b, c->vm->types.tuple);
    emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Tuple, count)), i.c);
    native_leave_if(c, IF_NOT_EQUAL);
    for (uint32_t n = 0; n < i.c; n++) {
        native_forget_register(c, i.a + n);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Tuple, items) + n * sizeof(Value)));
        emit_at(a, MOV_STORE, RCX, reg_place(i.a + n));
    }
    native_changed(c);
}
#endif
