// Machine code for one Code, one instruction after the other, and what all code shares (native_compiler.h).
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

// ---- one instruction

typedef bool (*SlowPath)(VM *, Frame *, Instruction);
static SlowPath slow_path_of(uint16_t op) {
    switch (op) {
#define SLOW(op_, name) case OP_##op_: return slow_##name;
        SLOW(MAKE_CELL, make_cell) SLOW(LOAD_GLOBAL, load_global) SLOW(STORE_ATTR, store_attr) SLOW(DELETE_ITEM, delete_item) SLOW(BUILD_SLICE, build_slice)
        SLOW(LOAD_ATTR_TO_GROW, load_attr_to_grow) SLOW(GROW_ATTR, grow_attr) SLOW(GROW_ATTR_SUM, grow_attr) SLOW(SUM_SO_FAR, sum_so_far) SLOW(GROW_SUM, grow_sum) SLOW(POSITIVE, positive) SLOW(INVERT, invert)
        SLOW(BUILD_LIST, build_list) SLOW(BUILD_TUPLE, build_tuple) SLOW(BUILD_SET, build_set) SLOW(BUILD_DICT, build_dict) SLOW(LIST_EXTEND, list_extend) SLOW(LIST_TO_TUPLE, list_to_tuple)
        SLOW(SET_ADD, set_add) SLOW(SET_UPDATE, set_update) SLOW(DICT_SET, dict_set) SLOW(DICT_UPDATE, dict_update) SLOW(DICT_MERGE, dict_merge) SLOW(BUILD_STRING, build_string) SLOW(FORMAT_VALUE, format_value)
        SLOW(MAKE_FUNCTION, make_function) SLOW(ENTER_HANDLER, enter_handler) SLOW(LEAVE_HANDLER, leave_handler) SLOW(MATCH_EXCEPTION, match_exception) SLOW(WITH_EXIT, with_exit)
        SLOW(GET_YIELD_FROM, get_yield_from) SLOW(GET_AWAITABLE, get_awaitable) SLOW(MATCH_SEQUENCE, match_sequence) SLOW(MATCH_MAPPING, match_mapping) SLOW(GET_LENGTH, get_length)
#undef SLOW
    default: return NULL;
    }
}

static bool is_rare(uint16_t op) {
    static const bool rare[OPCODE_COUNT] = {
#define OPCODE(name, operands, text) false,
#define RARE_OPCODE(name, operands, text) true,
#include "compiler/opcodes.def"
#undef OPCODE
    };
    return op < OPCODE_COUNT && rare[op];
}

static void compile_move(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeKnown from = c->known[i.b];
    if (i.a == i.b) return;
    if (from.xmm != NO_XMM && from.is_behind && i.b >= c->code->local_count && c->live && !is_live(c, c->at + 1, i.b)) { // a temporary that is not read again
        native_free_xmm(c, from.xmm);
        c->known[i.b] = (NativeKnown){.xmm = NO_XMM};
        native_own(c, from.xmm, i.a, true);
        return;
    }
    native_need_stored(c, i.b); // both are the same object
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    native_set_result(c, i.a, (NativeKind)c->known[i.b].kind);
}
static void load_constant(NativeCompiler *c, uint32_t reg, Value value) {
    native_forget_register(c, reg);
    if ((int64_t)value == (int32_t)value) {
        emit_store_immediate(&c->a, reg_place(reg), (int32_t)value);
    } else {
        emit_constant(&c->a, RAX, value);
        emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    }
    c->known[reg].kind = (uint8_t)native_kind_of_value(value);
    native_changed(c);
}
static void compile_identity(NativeCompiler *c, Instruction i, bool is) {
    Assembler *a = &c->a;
    native_need_stored(c, i.b), native_need_stored(c, i.c);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, CMP_REG, RAX, reg_place(i.c));
    emit_set(a, is ? IF_EQUAL : IF_NOT_EQUAL, RAX);
    emit(a, MOVZX_8, RAX, RAX);
    emit_shift_32(a, SHIFT_LEFT, RAX, 3);
    emit_immediate(a, GROUP_ADD, RAX, (int32_t)VALUE_FALSE);
    native_set_result(c, i.a, KIND_ANY);
}
static void instruction(NativeCompiler *c) {
    Assembler *a = &c->a;
    Instruction i = *instruction_at(c, c->at);
    const NativeOperation o = native_operation(c->code, instruction_at(c, c->at));
    switch (o.kind) {
    case OPERATION_BINARY:
    case OPERATION_INPLACE: native_operator(c, &o); return;
    case OPERATION_COMPARE: native_compare_value(c, &o); return;
    case OPERATION_COMPARE_JUMP: native_compare_jump(c, &o, short_target(c, c->at)); return;
    default: break;
    }
    SlowPath path = slow_path_of(i.op);
    if (path) {
        if (i.op == OP_STORE_ATTR && native_several(c)) {
            native_compile_store_attr(c, i);
            return;
        }
        if (i.op == OP_STORE_ATTR || i.op == OP_LOAD_GLOBAL) native_note_operands(c);
        native_slow_path(c, path);
        return;
    }
    switch (i.op) {
    case OP_NOP: return;
    case OP_MOVE: compile_move(c, i); return;
    case OP_LOAD_CONST: load_constant(c, i.a, c->code->constants[instruction_wide(i)]); return;
    case OP_LOAD_INT: load_constant(c, i.a, from_small_int((int32_t)instruction_wide(i))); return;
    case OP_CLEAR:
        for (uint32_t n = 0; n < i.b; n++) load_constant(c, i.a + n, VALUE_UNBOUND);
        return;
    case OP_CHECK_BOUND:
        if (c->known[i.a].kind != KIND_ANY) return;
        native_need_stored(c, i.a);
        emit_immediate_at(a, GROUP_CMP, reg_place(i.a), (int32_t)VALUE_UNBOUND);
        native_leave_if(c, IF_EQUAL);
        return;
    case OP_LOAD_CELL:
        emit_at(a, MOV_LOAD, RCX, reg_place(i.b));
        native_cell_load(c, i);
        return;
    case OP_LOAD_FREE:
        emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Function, cells) + i.b * sizeof(Cell *)));
        native_cell_load(c, i);
        return;
    case OP_STORE_CELL:
        native_need_stored(c, i.b);
        emit_at(a, MOV_LOAD, RDI, reg_place(i.a));
        native_cell_store(c, i.b);
        return;
    case OP_STORE_FREE:
        native_need_stored(c, i.b);
        emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RDI, place_at(RDI, offsetof(Function, cells) + i.a * sizeof(Cell *)));
        native_cell_store(c, i.b);
        return;
    case OP_GET_FREE_CELL:
        emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Function, cells) + i.b * sizeof(Cell *)));
        native_set_result(c, i.a, KIND_ANY);
        return;
    case OP_LOAD_GLOBAL_MODULE:
    case OP_LOAD_GLOBAL_BUILTIN: native_compile_load_global(c, i); return;
    case OP_LOAD_ATTR_INLINE:
    case OP_LOAD_ATTR_VALUE:
    case OP_LOAD_ATTR_ON_CLASS:
    case OP_LOAD_ATTR_GETSET:
    case OP_LOAD_ATTR_ITEM:
    case OP_LOAD_ATTR_MODULE:
    case OP_LOAD_ATTR_PROPERTY: native_compile_load_attr(c, i); return;
    case OP_LOAD_ATTR:
        if (native_several(c)) native_compile_load_attr(c, i);
        else if (native_note_operands(c)) native_slow_path(c, slow_load_attr); // which makes it a quick one
        else native_helper_call(c, do_load_attr, UINT32_MAX);
        return;
    case OP_STORE_ATTR_INLINE:
    case OP_STORE_ATTR_ADD:
    case OP_STORE_ATTR_GUARDED:
    case OP_STORE_ATTR_OF_CLASS: native_compile_store_attr(c, i); return;
    case OP_LOAD_METHOD: native_compile_load_method(c, i); return;
    case OP_LOAD_SPECIAL: native_compile_load_special(c, i); return;
    case OP_LOAD_METHOD_MODULE: native_compile_load_method_of_module(c, i); return;
    case OP_GET_ITEM:
    case OP_GET_ITEM_GUARDED:
    case OP_GET_ITEM_ITEM:
    case OP_GET_ITEM_ITEM_GUARDED: native_compile_get_item(c, i, (NativeOperand){.reg = i.c}); return;
    case OP_GET_ITEM_INT:
    case OP_GET_ITEM_INT_GUARDED: native_compile_get_item(c, i, (NativeOperand){.is_constant = true, .value = from_small_int((int16_t)i.c)}); return;
    case OP_SET_ITEM: native_compile_set_item(c, i); return;
    case OP_GET_SLICE: native_helper_call(c, do_get_slice, UINT32_MAX); return;
    case OP_SET_SLICE: native_helper_call(c, do_set_slice, UINT32_MAX); return;
    case OP_GROW:
    case OP_GROW_GLOBAL: native_helper_call(c, do_grow, UINT32_MAX); return;
    case OP_SEAL: native_helper_call(c, do_seal, UINT32_MAX); return;
    case OP_SEAL_FOR_CALL: native_helper_call(c, do_seal_for_call, UINT32_MAX); return;
    case OP_NEGATIVE: native_compile_negative(c, i); return;
    case OP_NOT: native_compile_not(c, i); return;
    case OP_IS: compile_identity(c, i, true); return;
    case OP_IS_NOT: compile_identity(c, i, false); return;
    case OP_IN:
    case OP_NOT_IN: native_compile_in(c, i); return;
    case OP_MATCH_CLASS: native_helper_call(c, do_match_class, UINT32_MAX); return;
    case OP_JUMP: {
        uint32_t target = wide_target(c, c->at);
        native_begin_block(c, target);
        native_to_instruction(c, emit_jump(a), target);
        return;
    }
    case OP_LOOP:
    case OP_LOOP_RANGE:
    case OP_LOOP_LIST:
    case OP_LOOP_LIST_GUARDED:
    case OP_LOOP_LIST_OF_CLASS: native_compile_loop(c); return;
    case OP_JUMP_IF_TRUE: native_truth_jump(c, i, true); return;
    case OP_JUMP_IF_FALSE: native_truth_jump(c, i, false); return;
    case OP_JUMP_IF_NONE: native_is_none_jump(c, i, true); return;
    case OP_JUMP_IF_NOT_NONE: native_is_none_jump(c, i, false); return;
    case OP_GET_ITER: native_compile_get_iter(c, i); return;
    case OP_FOR_ITER:
    case OP_FOR_ITER_RANGE:
    case OP_FOR_ITER_LIST:
    case OP_FOR_ITER_UNPACKED: native_compile_for_iter(c); return;
    case OP_LIST_APPEND: native_compile_list_append(c, i); return;
    case OP_UNPACK:
    case OP_UNPACK_GUARDED:
    case OP_UNPACK_NUMBERS: native_compile_unpack(c, i); return;
    case OP_CALL:
    case OP_CALL_PROVEN: native_compile_call(c, i, false); return;
    case OP_CALL_METHOD:
    case OP_CALL_METHOD_PROVEN: native_compile_call(c, i, true); return;
    case OP_CALL_KEYWORDS:
    case OP_CALL_METHOD_KEYWORDS: native_helper_call(c, do_call_keywords, UINT32_MAX); return;
    case OP_CALL_SPREAD: native_helper_call(c, do_call_spread, UINT32_MAX); return;
    case OP_RETURN: native_return_value(c, i.a); return;
    case OP_RETURN_GUARDED:
    case OP_RETURN_GUARDED_INT:
        native_compile_guard(c, i);
        native_return_value(c, i.a);
        return;
    case OP_RETURN_CONST:
        emit_constant(a, RAX, c->code->constants[instruction_wide(i)]);
        native_leave_frame(c);
        native_forget_all(c);
        return;
    case OP_RETURN_INT:
        emit_constant(a, RAX, from_small_int((int32_t)instruction_wide(i)));
        native_leave_frame(c);
        native_forget_all(c);
        return;
    case OP_LOAD_ASSERTION_ERROR: load_constant(c, i.a, from_object(c->vm->types.AssertionError)); return;
    case OP_GUARD_TYPE:
    case OP_GUARD_MASK:
    case OP_GUARD_MASK_ALONE:
    case OP_GUARD_JUMP_IF_FALSE:
    case OP_GUARD_JUMP_IF_TRUE: native_compile_guard(c, i); return;
    case OP_GUARD_VALUE: native_compile_guard_value(c, i); return;
    case OP_GUARD_PARAMETERS: native_compile_guard_parameters(c); return;
    case OP_STORE_GLOBAL: native_compile_store_global(c, i); return;
    case OP_DISCARD: {
        native_need_stored(c, i.a);
        emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
        emit_test_8(a, RAX, 7);
        size_t plain = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
        emit_compare_at_8(a, TYPE_FIELD(RCX, layout), LAYOUT_GENERATOR);
        native_leave_as_planned(c, emit_jump_if(a, IF_EQUAL));
        emit_target(a, plain, a->size);
        return;
    }
    case OP_YIELD: native_compile_yield(c, i); return;
    case OP_YIELD_FROM: native_helper_call(c, do_yield_from, UINT32_MAX); return;
    case OP_LEAVE_ITER:
        emit_at(a, MOV_LOAD_32, RAX, reg_place(i.a + 2u));
        emit_immediate_32(a, GROUP_AND, RAX, 30);
        emit_immediate_32(a, GROUP_CMP, RAX, ITERATE_GENERATOR << 1);
        native_leave_as_planned(c, emit_jump_if(a, IF_EQUAL));
        return;
    default:
        if (is_rare(i.op)) {
            native_slow_path(c, slow_rare);
            return;
        }
        break;
    }
    native_leave_as_planned(c, emit_jump(a)); // the interpreter's
    native_forget_all(c);
}

// ---- the whole

static bool is_guard(uint16_t op) { return op == OP_GUARD_TYPE || op == OP_GUARD_PARAMETERS || op == OP_GUARD_MASK || op == OP_GUARD_MASK_ALONE || op == OP_GUARD_VALUE || op == OP_GUARD_EACH; }
static bool iterates_range(const NativeCompiler *c, uint32_t at) { return c->code->code[at].op == OP_FOR_ITER_RANGE && !native_is_general_at(c, at); }
static void find_leaders(NativeCompiler *c) {
    const Code *code = c->code;
    c->leads[0] = LEADS;
    for (uint32_t at = 0; at + 1 < code->code_count && is_guard(code->code[at].op); at++) c->leads[at + 1] = LEADS; // one of them is, or will be, `behind_guards`
    for (uint32_t n = 0; n < code->handler_count; n++) c->leads[code->handlers[n].handler] = LEADS;
    for (uint32_t at = 0; at < code->code_count; at++) {
        uint16_t op = code->code[at].op;
        NativeOperation o = native_operation(code, instruction_at(c, at));
        unsigned seen = c->native->seen[at];
        if (o.kind == OPERATION_COMPARE_JUMP) c->leads[short_target(c, at)] = LEADS;
        bool may_push = o.kind ? ((seen & 3) == SEEN_OTHER && (seen & SEEN_CONTAINER) != SEEN_STR) || seen & SEEN_GENERAL : ((seen & SEEN_CONTAINER) == SEEN_OTHER_CONTAINER && !is_guard(op)) || op == OP_LOAD_ATTR_PROPERTY; // a special method's frame
        if (may_push && at + 1 < code->code_count) c->leads[at + 1] = LEADS;
        if (op == OP_FOR_ITER_UNPACKED && at + 2 < code->code_count) c->leads[at + 2] = LEADS;
        switch (op < OPCODE_COUNT ? op : (uint16_t)original_opcode(op)) {
        case OP_JUMP:
        case OP_LOOP:
        case OP_JUMP_IF_TRUE:
        case OP_JUMP_IF_FALSE:
        case OP_JUMP_IF_NONE:
        case OP_JUMP_IF_NOT_NONE: c->leads[wide_target(c, at)] = LEADS; break;
        case OP_YIELD_FROM: c->leads[at] = LEADS; // it is done once more
            // fall through
        case OP_YIELD: c->leads[at + 1] = LEADS; break;
        case OP_FOR_ITER:
            c->leads[short_target(c, at)] = c->leads[at] = LEADS;
            if (!iterates_range(c, at)) c->leads[at + 1] = LEADS;
            else if (!c->leads[at + 1]) c->leads[at + 1] = LEADS_FROM_RANGE;
            break;
        case OP_CALL:
            if (at + 2 < code->code_count && code->code[at + 1].op == OP_GET_ITER) c->leads[at + 2] = LEADS; // (a range that is not made)
            // fall through
        case OP_CALL_METHOD:
        case OP_CALL_KEYWORDS:
        case OP_CALL_METHOD_KEYWORDS:
        case OP_CALL_SPREAD:
            if (at + 1 < code->code_count) c->leads[at + 1] = LEADS;
            break;
        default: break;
        }
    }
}

static void call_box(NativeCompiler *c, int xmm) {
    native_to_shared(c, emit_call_near(&c->a), c->area->box[xmm]);
    emit(&c->a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
}
static void emit_cold(NativeCompiler *c) {
    Assembler *a = &c->a;
    for (uint32_t n = 0; n < c->colds.count && !c->failed; n++) {
        NativeCold cold = c->colds.items[n];
        for (uint32_t s = cold.first_site; s != (uint32_t)NO_SITE; s = c->cold_sites.items[s].target) emit_target(a, c->cold_sites.items[s].at, a->size);
        if (cold.kind == COLD_UNBOX) { // a float that is an object
            emit_test_8(a, RAX, 7);
            size_t no_object = emit_jump_if(a, IF_NOT_EQUAL);
            emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
            emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
            emit_at(a, CMP_REG, RCX, VM_FIELD(types.float_));
            size_t no_float = emit_jump_if(a, IF_NOT_EQUAL);
            emit_at(a, MOVSD_LOAD, cold.xmm, place_at(RAX, offsetof(Float, number)));
            emit_target(a, emit_jump(a), cold.back);
            emit_target(a, no_object, a->size);
            emit_target(a, no_float, a->size);
        }
        if (cold.kind == COLD_BOX) {
            native_save_pc(c, cold.pc);
            call_box(c, cold.xmm);
            emit_target(a, emit_jump(a), cold.back);
            continue;
        }
        if (cold.kept_count) native_save_pc(c, cold.pc);
        for (uint32_t k = cold.first_kept; k < cold.first_kept + cold.kept_count; k++) {
            call_box(c, c->kept.items[k].xmm);
            emit_at(a, MOV_STORE, RAX, reg_place(c->kept.items[k].reg));
        }
        if (cold.kind == COLD_EDGE) {
            emit_target(a, emit_jump(a), c->starts[cold.at]);
            continue;
        }
        emit_constant(a, RAX, (uint64_t)(uintptr_t)instruction_at(c, cold.at) | cold.why);
        native_to_shared(c, emit_jump(a), c->area->leave);
    }
}

// Where it is entered behind a range's FOR_ITER what has been assumed of its item is looked at.
static void emit_entries(NativeCompiler *c) {
    Assembler *a = &c->a;
    for (uint32_t at = 1; at < c->code->code_count && !c->failed; at++) {
        if (c->leads[at] != LEADS_FROM_RANGE) continue;
        size_t start = c->starts[at];
        c->starts[at] = a->size;
        emit_test_at_8(a, reg_place(instruction_at(c, at - 1)->a), 1);
        size_t other = emit_jump_if(a, IF_EQUAL);
        emit_target(a, emit_jump(a), start);
        emit_target(a, other, a->size);
        emit_constant(a, RAX, (uint64_t)(uintptr_t)instruction_at(c, at) | LEFT_AS_PLANNED);
        native_to_shared(c, emit_jump(a), c->area->leave);
    }
}

// A store may have two, before and after; their places in the list are in the code, so it cannot grow.
static size_t shapes_most(const Code *code, const NativeCode *native) {
    size_t count = 2 * (size_t)code->attribute_count;
    for (uint32_t at = 0; at < code->code_count; at++) count += code->code[at].op == OP_GUARD_VALUE ? SEVERAL_MOST : 0;
    for (const NativeSeveral *several = native->several; several; several = several->next) count += 2 * several->count;
    return count;
}
// A generator that native code suspends and resumes.
static bool copies_registers(const Code *code) { return is_plain_generator(code) && code->register_count <= COPIED_MOST; }
static size_t bytes_of_yields(const Code *code) {
    size_t yields = 1; // and the start
    for (uint32_t at = 0; at < code->code_count; at++) yields += code->code[at].op == OP_YIELD || code->code[at].op == OP_YIELD_FROM;
    return copies_registers(code) ? yields * code->register_count * BYTES_COPIED : 0;
}
static void free_all(NativeCompiler *c) { free(c->a.bytes), free(c->shapes), free(c->shared_sites.items), free(c->known), free(c->starts), free(c->resumed), free(c->leads), free(c->colds.items), free(c->kept.items), free(c->cold_sites.items), free(c->jumps.items); }

bool native_compile(VM *vm, const NativeArea *area, NativeCode *native, const Frame *frame, NativeText *text) {
    Code *code = frame->code;
    if (code->register_count > REGISTERS_MOST) return false;
    NativeCompiler c = {.vm = vm, .code = code, .native = native, .area = area, .observed = frame->registers, .a = {.capacity = (size_t)code->code_count * BYTES_EACH + BYTES_MORE + bytes_of_yields(code)}, .leave = UINT32_MAX, .is_last = native->compiled + 1 >= COMPILED_MOST};
    c.live = registers_live(vm, code, &c.live_words);
    c.a.bytes = malloc(c.a.capacity);
    c.known = calloc(code->register_count + 1u, sizeof *c.known), c.starts = calloc(code->code_count + 1u, sizeof *c.starts), c.leads = calloc(code->code_count + 2u, 1);
    if (copies_registers(code)) c.resumed = calloc(code->code_count + 1u, sizeof *c.resumed);
    c.shapes = calloc(1, sizeof *c.shapes + shapes_most(code, native) * sizeof *c.shapes->shapes);
    if (!c.a.bytes || !c.known || !c.starts || !c.leads || !c.shapes || (copies_registers(code) && !c.resumed)) return free_all(&c), false;
    native_forget_all(&c);
    find_leaders(&c);
    for (c.at = 0; c.at < code->code_count && !c.failed; c.at++) {
        if (c.leads[c.at]) native_begin_block(&c, c.at);
        if (c.leads[c.at] == LEADS_FROM_RANGE) c.known[code->code[c.at - 1].a].kind = KIND_INT;
        c.starts[c.at] = c.a.size;
        native_changed(&c);
        native_unpin(&c);
        if (c.at == 0 || &code->code[c.at] == code->behind_guards) native_count_turn(&c);
        instruction(&c);
    }
    put_byte(&c.a, 0xCC); // nothing goes on behind the end
    emit_cold(&c);
    for (uint32_t n = 0; n < c.jumps.count; n++) emit_target(&c.a, c.jumps.items[n].at, c.starts[c.jumps.items[n].target]);
    emit_entries(&c);
    if (c.resumed) native_emit_resumed(&c);
    if (c.failed || c.a.is_full) return free_all(&c), false;
    *text = (NativeText){c.a.bytes, c.a.size, c.starts, c.resumed, c.leads, c.shared_sites.items, c.shared_sites.count, c.shapes};
    c.shapes = NULL;
    c.a.bytes = NULL, c.starts = c.resumed = NULL, c.leads = NULL, c.shared_sites.items = NULL;
    return free_all(&c), true;
}
// Copies it to where it is to be executed, `at` in the area.
void native_place(const NativeArea *area, NativeCode *native, const Code *code, const NativeText *text, size_t at) {
    Assembler a = {.bytes = area->start + at, .size = text->size, .capacity = text->size};
    memcpy(a.bytes, text->bytes, text->size);
    for (uint32_t n = 0; n < text->site_count; n++) emit_target(&a, text->sites[n].at, text->sites[n].target - at);
    for (uint32_t n = 0; n < code->code_count; n++) native->table[n] = area->start + (text->leads[n] ? at + text->starts[n] : area->leave_at_saved);
    for (uint32_t n = 0; n < native->resumed_count; n++) native->table[-1 - (ptrdiff_t)n] = text->resumed && text->resumed[n] ? area->start + at + text->resumed[n] : NULL;
}
void native_text_free(NativeText *text) { free(text->bytes), free(text->starts), free(text->resumed), free(text->leads), free(text->sites), free(text->shapes); }

static void shared_box(NativeArea *area, Assembler *a, int xmm) { // called: RAX = the float's word, or 0; nothing but RAX to R11, XMM0 and XMM1 changes
    area->box[xmm] = a->size;
    size_t needs_object = native_tag_float(a, xmm);
    emit_return(a);
    emit_target(a, needs_object, a->size);
    const int32_t room = (XMM_COUNT - FIRST_XMM) * 8 + 8; // and the return address: a multiple of 16
    emit_immediate(a, GROUP_SUB, RSP, room);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) emit_at(a, MOVSD_STORE, x, place_at(RSP, (size_t)(x - FIRST_XMM) * 8));
    emit(a, MOVAPD, 0, xmm);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    emit_constant(a, RAX, (uint64_t)(uintptr_t)float_box);
    emit_call_register(a, RAX);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) emit_at(a, MOVSD_LOAD, x, place_at(RSP, (size_t)(x - FIRST_XMM) * 8));
    emit_immediate(a, GROUP_ADD, RSP, room);
    emit_return(a);
}

static void write_entry(Assembler *a, const int *saved) {
    for (int n = 0; n < 6; n++) emit_push(a, saved[n]);
    emit_immediate(a, GROUP_SUB, RSP, STACK_ROOM);
    emit(a, MOV_LOAD, VM_ITSELF, RDI);
    emit(a, MOV_LOAD, FRAME, RSI);
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RAX, attributes));
    emit_constant(a, BIAS, FLOAT_BIAS);
}
// At the start of the area.
bool native_write_shared(NativeArea *area, size_t size) {
    static const int saved[] = {RBX, RBP, R12, R13, R14, R15};
    Assembler assembler = {.bytes = area->start, .capacity = size}, *a = &assembler;
    area->enter = (uintptr_t(*)(VM *, Frame *, const void *))(uintptr_t)area->start;
    write_entry(a, saved);
    emit_jump_register(a, RDX);
    area->enter_resumed = (uintptr_t(*)(VM *, Frame *, const void *, Generator *, Value))(uintptr_t)(area->start + a->size);
    write_entry(a, saved);
    emit(a, MOV_LOAD, R10, RCX);
    emit(a, MOV_LOAD, R11, RDX);
    emit_at(a, MOV_LOAD, RDX, place_at(R10, offsetof(Generator, registers)));
    emit_jump_register(a, R11);
    area->leave_with_error = a->size;
    emit(a, XOR_REG_32, RAX, RAX);
    area->leave = a->size;
    emit_immediate(a, GROUP_ADD, RSP, STACK_ROOM);
    for (int n = 6; n-- > 0;) emit_pop(a, saved[n]);
    emit_return(a);
    area->leave_at_saved = a->size;
    emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(pc));
    emit_immediate(a, GROUP_OR, RAX, LEFT_AS_PLANNED);
    emit_target(a, emit_jump(a), area->leave);
    area->enter_top = a->size;
    emit_at(a, MOV_LOAD, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_at(a, MOV_LOAD, RDX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, RSI, FRAME_FIELD(pc));
    emit_immediate_at_32(a, GROUP_CMP, VM_FIELD(attention), 0);
    size_t calm = emit_jump_if(a, IF_EQUAL);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AS_PLANNED));
    emit_target(a, emit_jump(a), area->leave);
    emit_target(a, calm, a->size);
    emit_target(a, native_enter_frame(a, LEFT_AT_CALL), area->leave);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) shared_box(area, a, x);
    return !a->is_full;
}
#endif
