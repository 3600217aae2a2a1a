// Text that attributes gather. See gather.h.
#include "runtime/gather.h"
#include "runtime/guard.h"
#include "runtime/inline_cache.h"
#include "runtime/interpreter.h"

enum {
    GATHER_FROM = 128, // bytes: shorter texts are simply made anew
    GATHER_PAYS = 4,   // times that a text is to be extended before somebody looks at it
    GATHER_RETRY = 12, // a text that did not pay is made anew until its size shifted by that changes
};

static Value *slot_of(const Object *o, uint32_t offset) { return (Value *)(void *)((char *)(uintptr_t)o + offset); }

static void settle(VM *vm, TextGather *gather) {
    Value *slot = slot_of(gather->object, gather->offset);
    if (*slot == VALUE_UNBOUND) {
        str_seal(gather->text);
        if (gather->times < GATHER_PAYS) gather->text->flags |= STR_LOOKED_AT;
        gc_store(vm, gather->object, slot, from_object(gather->text));
    }
    *gather = vm->gathers[--vm->gather_count];
}

void gather_settle_slow(VM *vm, const Object *o) {
    for (uint32_t i = vm->gather_count; i-- > 0;)
        if (!o || vm->gathers[i].object == o) settle(vm, &vm->gathers[i]);
}

TextGather *gather_find(VM *vm, const Object *o, uint32_t offset) {
    for (uint32_t i = 0; i < vm->gather_count; i++)
        if (vm->gathers[i].object == o && vm->gathers[i].offset == offset) return &vm->gathers[i];
    return NULL;
}

void gather_open(VM *vm, Object *o, uint32_t offset, Str *text) {
    TextGather *gather = gather_find(vm, o, offset); // a stale one, or one whose text is not what the sum began with
    if (!gather && vm->gather_count == GATHERS_MAX) settle(vm, &vm->gathers[vm->gather_turn++ % GATHERS_MAX]);
    if (!gather) gather = &vm->gathers[vm->gather_count++];
    *gather = (TextGather){o, text, offset, 0};
    *slot_of(o, offset) = VALUE_UNBOUND;
}

// ---- object.name += piece

// The cache says that the attribute is in a slot inside the object.
static bool is_inside(const AttributeCache *cache, Value v) {
    return is_object(v) && cache->kind == CACHE_INLINE && cache_holds(cache, as_object(v)->shape) && !as_object(v)->shape->type->slots.set_attribute;
}
static TextGather *gather_of(VM *vm, const AttributeCache *cache, Value v) {
    return *slot_of(as_object(v), cache->slot) == VALUE_UNBOUND ? gather_find(vm, as_object(v), cache->slot) : NULL;
}

bool slow_load_attr_to_grow(VM *vm, Frame *frame, Instruction i) {
    AttributeCache *cache = &frame->code->attributes[i.c];
    Value v = frame->registers[i.b], value = VALUE_UNBOUND;
    if (is_inside(cache, v)) {
        const TextGather *gather = gather_of(vm, cache, v);
        value = gather ? from_object(gather->text) : *slot_of(as_object(v), cache->slot);
    }
    if (value == VALUE_UNBOUND) {
        gc_wrote(vm, frame->code); // the cache may come to name something new
        value = cache_load(vm, cache, v, NULL);
        if (value == VALUE_ERROR) return false;
    }
    frame->registers[i.a] = value;
    frame->registers[i.a + 1] = from_small_int(is_exactly(value, vm->types.str) ? (int64_t)as_str(value)->size : 0);
    return true;
}

// The string as it was when it was loaded, for others to have. (Bytecode that nobody compiled may have added before it, so that this is the middle of a character.)
static Str *as_loaded(VM *vm, Str *s, size_t size) {
    str_seal(s);
    if (s->size <= size || (s->text[size] & 0xC0) == 0x80) return s;
    Value part = str_new(vm, s->text, size);
    return part == VALUE_ERROR ? NULL : as_str(part);
}

bool slow_cut_to_size(VM *vm, Frame *frame, Instruction i) {
    Str *s = as_loaded(vm, as_str(frame->registers[i.a]), (size_t)small_int(frame->registers[i.a + 1]));
    if (s) frame->registers[i.a] = from_object(s);
    return s;
}

static Value sum_of(VM *vm, Str *s, Str *piece, bool may_gather) {
    size_t size = s->size + piece->size;
    bool did_not_pay = s->flags & STR_LOOKED_AT && size >> GATHER_RETRY == s->size >> GATHER_RETRY;
    if (may_gather && size >= GATHER_FROM && !did_not_pay) return str_grow(vm, s, piece);
    Value sum = str_concat(vm, s, piece);
    if (sum != VALUE_ERROR && did_not_pay && as_str(sum) != piece) as_str(sum)->flags |= STR_LOOKED_AT;
    return sum;
}

// What the class says of the attribute, as in slow_store_attr; *form is for cache_store.
static bool passes_guard(VM *vm, const Frame *frame, const AttributeCache *cache, Value v, Value value, uint8_t *form) {
    bool is_proven = frame->code->flags & UNIT_PROVEN_STORES;
    Type *type = is_object(v) && !is_proven ? as_object(v)->shape->type : NULL;
    const Tuple *guard = type && !type->slots.set_attribute ? attribute_guard(vm, type, cache->name) : NULL;
    *form = is_proven || guard ? 2 : 1;
    return !guard || attribute_guard_passes(vm, type, cache->name, guard, value);
}

bool slow_grow_attr(VM *vm, Frame *frame, Instruction i) {
    AttributeCache *cache = &frame->code->attributes[i.c];
    Value *registers = frame->registers, v = registers[i.a], left = registers[i.b], piece = registers[i.b + 2], sum;
    uint8_t form;
    if (is_exactly(left, vm->types.str)) {
        Str *s = as_str(left);
        size_t size = (size_t)small_int(registers[i.b + 1]);
        bool inside = is_inside(cache, v), is_text = is_exactly(piece, vm->types.str);
        TextGather *gather = inside && is_text ? gather_of(vm, cache, v) : NULL;
        if (gather && gather->text == s && s->size == size) {
            sum = str_grow(vm, s, as_str(piece));
            if (sum == VALUE_ERROR) return false;
            gather->text = as_str(sum);
            gather->times++;
            return true;
        }
        s = as_loaded(vm, s, size);
        if (!s) return false;
        registers[i.b] = left = from_object(s);
        sum = is_text ? sum_of(vm, s, as_str(piece), inside) : grow_slow(vm, left, piece, i.op == OP_GROW_ATTR_SUM);
    } else {
        sum = grow_slow(vm, left, piece, i.op == OP_GROW_ATTR_SUM);
    }
    if (sum == VALUE_ERROR) return false;
    registers[i.b] = sum;
    gc_wrote(vm, frame->code); // the cache may come to name something new
    if (!passes_guard(vm, frame, cache, v, sum, &form)) return false;
    if (is_exactly(sum, vm->types.str) && as_str(sum)->flags & STR_GROWING) {
        if (is_inside(cache, v)) return gather_open(vm, as_object(v), cache->slot, as_str(sum)), true;
        str_seal(as_str(sum));
    }
    return cache_store(vm, cache, v, sum, form);
}

// ---- variable = variable + piece + piece

static bool are_text(const VM *vm, const Value *values, uint32_t count) {
    for (uint32_t n = 0; n < count; n++)
        if (!is_exactly(values[n], vm->types.str)) return false;
    return true;
}

// R[so_far] = all of R[first] + R[so_far+1] + ... + R[so_far+count], but what R[so_far] is already: all but the last, unless it is unbound.
static bool add_each(VM *vm, Frame *frame, uint32_t first, uint32_t so_far, uint32_t count) {
    bool is_begun = count > 1 && frame->registers[so_far] != VALUE_UNBOUND;
    for (uint32_t n = is_begun ? count : 1; n <= count; n++) {
        Value *registers = frame->registers; // may have moved
        Value sum = grow_slow(vm, n == 1 ? registers[first] : registers[so_far], registers[so_far + n], 1);
        if (sum == VALUE_ERROR) return false;
        frame->registers[so_far] = sum;
    }
    return true;
}

bool slow_sum_so_far(VM *vm, Frame *frame, Instruction i) { return add_each(vm, frame, i.a, i.b, i.c); }

bool slow_grow_sum(VM *vm, Frame *frame, Instruction i) {
    uint32_t count = i.c & 255;
    Value *registers = frame->registers;
    if (registers[i.b] == VALUE_UNBOUND && is_exactly(registers[i.a], vm->types.str) && are_text(vm, &registers[i.b + 1], count)) {
        Value sum = str_grow_by(vm, as_str(registers[i.a]), &registers[i.b + 1], count, !(i.c & 256) || frame->globals->flags & DICT_UNSHARED);
        if (sum != VALUE_ERROR) registers[i.a] = sum;
        return sum != VALUE_ERROR;
    }
    if (!add_each(vm, frame, i.a, i.b, count)) return false;
    frame->registers[i.a] = frame->registers[i.b];
    return true;
}
