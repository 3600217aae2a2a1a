// The loop. Threaded code: each instruction ends with the jump to the next one's label. What lives in machine registers: vm, frame, pc (the
// next instruction), registers, code. Everything that is not short or not frequent is a call (interpreter.h).
//
// The order inside an instruction: fast paths first; then SAVE, so that whoever looks at the frame sees where it stands; then the slow path. What a
// slow path may change is what the loop holds nothing of: stack and frames never move, so `registers` and `frame` stay good.
#include "runtime/gather.h"
#include "runtime/objects/generator.h"
#include "runtime/interpreter.h"
#include "runtime/native_code.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/float.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/slots.h"
#include "runtime/trace.h"

#define A (pc->a)
#define B (pc->b)
#define C (pc->c)
#define R(n) registers[n]
#define K(n) code->constants[n]
// The empty asm hides what pc is computed from: gcc would keep pc + 1 in a register of its own, and one of the frame's pointers on the stack. It asks for the VM and
// the code in registers, too, where they then stay: with enough instructions gcc prefers to load the VM from the stack in each (1.5 % of all executed, 3 % in calls).
#define NEXT() \
    do { \
        pc++; \
        __asm__("" : "+r"(pc) : "r"(vm), "r"(code)); \
        COUNT(); \
        goto *labels[pc->op]; \
    } while (0)
#define SAVE() ((void)(frame->pc = pc + 1))
// Of the loop in interpreter_counted.c, of which this is the text, too: instructions since `fuel` was last up to date. That of interpreter_traced.c counts, too, and
// looks at each instruction (trace.h).
#ifdef TRACED
#define COUNTED
#undef NEXT
#define NEXT() \
    do { \
        pc++; \
        counted++; \
        if (vm->tracing.is_on) goto traced; \
        goto *labels[pc->op]; \
    } while (0)
#define interpreter_run interpreter_run_traced
#define DISPATCH_CALL trace_dispatch
#define SETTLE() (vm->fuel -= counted, counted = 0)
#define NEEDS_ATTENTION() ((attention_of(vm) & ~(uint32_t)ATTENTION_TRACE) || counted > vm->fuel)
#elif defined COUNTED
#define interpreter_run interpreter_run_counted
#define DISPATCH_CALL call_dispatch
#define COUNT() (counted++)
#define SETTLE() (vm->fuel -= counted, counted = 0)
#define NEEDS_ATTENTION() (attention_of(vm) || counted > vm->fuel)
#else
#define interpreter_run interpreter_run_plain
#define DISPATCH_CALL call_dispatch
#define COUNT() ((void)0)
#define SETTLE() ((void)0)
#define NEEDS_ATTENTION() (attention_of(vm))
#endif
#define LEAVE(value) \
    do { \
        SETTLE(); \
        return value; \
    } while (0)
#define JUMP_WIDE() (pc += (int32_t)instruction_wide(*pc))
#define JUMP_SHORT() (pc += (int16_t)C)
// frame->pc is stored before any slow path, so an error only has to jump.
#define SLOW(name) \
    do { \
        SAVE(); \
        if (unlikely(!slow_##name(vm, frame, *pc))) goto error; \
        NEXT(); \
    } while (0)
#define RESULT(expression) \
    do { \
        Value result_ = (expression); \
        if (unlikely(result_ == VALUE_ERROR)) goto error; \
        R(A) = result_; \
        NEXT(); \
    } while (0)
#define FLOAT_RESULT(number) \
    do { \
        double number_ = (number); \
        Value float_ = try_inline_float(number_); \
        if (unlikely(!float_)) { \
            SAVE(); \
            float_ = float_box(vm, number_); \
            if (unlikely(!float_)) goto error; \
        } \
        R(A) = float_; \
        NEXT(); \
    } while (0)
// A function or handler is entered, or a loop turns: native code is entered instead when that has happened often enough.
#if HAS_NATIVE_CODE && !defined COUNTED
#define WARM(code_) \
    do { \
        if (unlikely(--(code_)->heat < 0)) goto hot; \
    } while (0)
#else
#define WARM(code_) ((void)0)
#endif
// The frame on top has changed.
#define RELOAD() (frame = vm->frame, registers = frame->registers, code = frame->code, pc = frame->pc - 1)
#define RETURN_TO_FRAME() (RELOAD(), vm->stack_top = registers + code->register_count)

static inline bool both_inline_floats(Value a, Value b) { return (((a ^ 2) | (b ^ 2)) & 3) == 0; }
// Registers never hold the word 0 where an instruction reads them.
static inline bool is_pointer(Value v) { return (v & 7) == 0; }
static inline Shape *shape_at(Value v) { return as_object(v)->shape; }
static inline bool is_of_type(Value v, const Type *type) { return is_pointer(v) && shape_at(v)->type == type; }
static inline bool is_of_class(Value v) { return is_pointer(v) && shape_at(v)->type->flags & TYPE_HEAP; }
static inline Value *inline_slot(Value v, uint32_t offset) { return (Value *)((char *)as_object(v) + offset); }

static inline bool is_guard_mask(Instruction i) { return i.op == OP_GUARD_MASK || i.op == OP_GUARD_MASK_ALONE; }

static inline bool item_of_list(const VM *vm, Value list, Value key, Value *item) {
    if (unlikely(!is_of_type(list, vm->types.list)) || unlikely(!is_small_int(key))) return false;
    int64_t index = small_int(key);
    size_t count = as_list(list)->count;
    if (unlikely((uint64_t)index >= count) && unlikely((uint64_t)(index += (int64_t)count) >= count)) return false;
    *item = as_list(list)->items[index];
    return true;
}
static inline bool item_of_item(const VM *vm, Value list, Value key, Value inner_key, Value *item) {
    Value inner;
    return item_of_list(vm, list, key, &inner) && item_of_list(vm, inner, inner_key, item);
}

// Truth of what conditions mostly are; -1: op_truth_slow knows.
static inline int truth_of_plain(const VM *vm, Value v) {
    if (is_small_int(v)) return v != from_small_int(0);
    if (v == VALUE_NONE) return 0;
    if (is_of_type(v, vm->types.str)) return ((const Str *)as_object(v))->size != 0;
    if (is_of_type(v, vm->types.list)) return ((const List *)as_object(v))->count != 0;
    return -1;
}

// Pushes a frame for a function whose code, next_, takes the arguments as they are, and goes on in it at start_. Falls through when it cannot be done so simply.
#define PUSH_FUNCTION(callee_, args_, takes_, start_, result_) \
    do { \
        if (likely(is_of_type(callee_, vm->types.function))) { \
            Function *function_ = (Function *)as_object(callee_); \
            Code *next_ = function_->code; \
            Value *window_ = (args_), *top_ = window_ + next_->register_count; \
            if (likely(takes_) && likely(top_ <= vm->stack_high) && likely(frame + 1 != vm->frames_end)) { \
                uint16_t register_ = (result_); \
                SAVE(); \
                frame++; \
                frame->registers = registers = window_; \
                frame->code = code = next_; \
                frame->function = function_; \
                frame->globals = function_->globals; \
                frame->namespace_ = VALUE_UNBOUND; \
                frame->generator = NULL; \
                frame->result_register = register_; \
                frame->flags = 0; \
                vm->frame = frame; \
                vm->stack_top = top_; \
                pc = (start_) - 1; \
                if (unlikely(NEEDS_ATTENTION())) goto at_safepoint; \
                WARM(next_); \
                NEXT(); \
            } \
        } \
    } while (0)
#define PUSH_SIMPLE(callee_, args_, count_, result_) PUSH_FUNCTION(callee_, args_, next_->simple_arguments == (count_), next_->code, result_)
// Where the call has promised what the guards of the function ask for (call_settle).
#define PUSH_PROVEN(callee_, args_, key_, result_) PUSH_FUNCTION(callee_, args_, next_->call_key == (key_), next_->behind_guards, result_)

#ifdef TYPHON_CORE
#define FIND_KEY(callee) ((void)0)
#else
#define FIND_KEY(callee) call_find_key(vm, callee)
#endif

// A thread that is traced goes on in the third loop, behind the instruction at pc.
#if defined TRACED || defined TYPHON_CORE
#define SWITCH_IF_TRACED() ((void)0)
#else
#define SWITCH_IF_TRACED() \
    do { \
        if (unlikely(attention_of(vm) & ATTENTION_TRACE)) { \
            SAVE(); \
            SETTLE(); \
            return interpreter_run_traced(vm, false); \
        } \
    } while (0)
#endif

// Back to the caller's frame.
#define LEAVE_FRAME(returned_) \
    do { \
        Value value_ = (returned_); \
        uint16_t flags_ = frame->flags, result_ = frame->result_register; \
        if (unlikely(flags_)) { \
            if (unlikely(flags_ != FRAME_CONSTRUCTOR || value_ != VALUE_NONE)) goto special_return; \
            value_ = registers[-1]; \
        } \
        frame--; \
        vm->frame = frame; \
        registers = frame->registers; \
        code = frame->code; \
        pc = frame->pc - 1; \
        vm->stack_top = registers + code->register_count; \
        R(result_) = value_; \
        NEXT(); \
    } while (0)

// A safepoint, too: straight code may call nothing but natives.
#define BEFORE_CALL() \
    do { \
        SAVE(); \
        if (unlikely(NEEDS_ATTENTION())) { \
            SETTLE(); \
            if (unlikely(!safepoint(vm))) goto error; \
        } \
    } while (0)

// Calls a class whose instances are made the ordinary way, with arguments that its __init__ takes as they are. The instance goes before them, and once
// more before the frame's registers: it is what the call results in.
#define PUSH_CONSTRUCTOR(callee_, args_, count_, takes_, start_, result_) \
    do { \
        if (is_of_type(callee_, vm->types.type) && likely(as_type(callee_)->constructor_version == as_type(callee_)->version)) { \
            Type *class_ = as_type(callee_); \
            Function *function_ = class_->constructor; \
            Code *next_ = function_->code; \
            uint32_t given_ = (count_); \
            Value *window_ = (args_), *top_ = window_ + next_->register_count; \
            if (likely(takes_) && likely(top_ <= vm->stack_high) && likely(frame + 1 != vm->frames_end)) { \
                uint16_t register_ = (result_); \
                SAVE(); \
                Instance *instance_ = instance_new(vm, class_); \
                if (unlikely(!instance_)) goto error; \
                for (uint32_t i_ = given_; i_ > 0; i_--) window_[i_] = window_[i_ - 1]; \
                window_[-1] = window_[0] = from_object(instance_); \
                frame++; \
                frame->registers = registers = window_; \
                frame->code = code = next_; \
                frame->function = function_; \
                frame->globals = function_->globals; \
                frame->namespace_ = VALUE_UNBOUND; \
                frame->generator = NULL; \
                frame->result_register = register_; \
                frame->flags = FRAME_CONSTRUCTOR; \
                vm->frame = frame; \
                vm->stack_top = top_; \
                pc = (start_) - 1; \
                if (unlikely(NEEDS_ATTENTION())) goto at_safepoint; \
                WARM(next_); \
                NEXT(); \
            } \
        } \
    } while (0)

// Calls a native that takes its arguments as they are. Falls through for all others. `receivers_`: 1 for a method of a type.
#ifdef TRACED // trace_dispatch calls them all
#define CALL_PLAIN_NATIVE(callee_, args_, count_, result_, type_, receivers_, check_) ((void)0)
#else
#define CALL_PLAIN_NATIVE(callee_, args_, count_, result_, type_, receivers_, check_) \
    do { \
        if (likely(is_of_type(callee_, type_))) { \
            const Native *native_ = (const Native *)as_object(callee_); \
            const NativeDef *def_ = native_->def; \
            uint32_t given_ = (count_) - (receivers_); \
            if (likely(!(def_->flags & (NATIVE_STATIC | NATIVE_CLASS)) && !def_->parameters && given_ >= (uint16_t)def_->min_args && given_ <= (uint16_t)def_->max_args) && likely(check_)) { \
                uint16_t register_ = (result_); \
                SAVE(); \
                Value value_ = def_->flags & NATIVE_RAW ? def_->raw(vm, args_, count_, VALUE_UNBOUND) : def_->function(vm, args_, count_); \
                if (unlikely(value_ == VALUE_ERROR)) goto error; \
                R(register_) = value_; \
                NEXT(); \
            } \
        } \
    } while (0)
#endif

// An operator on an instance of a class whose method is a script's: its frame is pushed. Otherwise goes on, frame->pc being stored.
#define OPERATOR_OF_CLASS(op_, left_, right_) \
    do { \
        SAVE(); \
        if (is_of_class(left_) && push_operator(vm, op_, left_, right_, A)) goto enter_frame; \
    } while (0)
#define BINARY_SLOW(name) \
    OPERATOR_OF_CLASS(OP_##name, left, right); \
    RESULT(arithmetic_slow(vm, SLOT_##name, left, right))
#define INPLACE_SLOW(name) \
    SAVE(); \
    RESULT(inplace_slow(vm, SLOT_##name, left, right))
// The forms of an operator: two registers, a constant on the right, in place. BODY(left, right, what else to do) is one form of it.
#define FORMS(name, BODY) \
    op_##name: BODY(R(B), R(C), BINARY_SLOW(name)) \
    op_##name##_CONST: BODY(R(B), K(C), BINARY_SLOW(name)) \
    op_INPLACE_##name: BODY(R(A), R(B), INPLACE_SLOW(name)) \
    op_INPLACE_##name##_CONST: BODY(R(A), K(B), INPLACE_SLOW(name))
#define FORMS_WITH_LEFT(name, BODY) \
    FORMS(name, BODY) \
    op_CONST_##name: BODY(K(B), R(C), BINARY_SLOW(name))
#define FORMS_SLOW(name) \
    op_##name: { \
        Value left = R(B), right = R(C); \
        BINARY_SLOW(name); \
    } \
    op_##name##_CONST: { \
        Value left = R(B), right = K(C); \
        BINARY_SLOW(name); \
    }
// Two numbers of which one is a small int and one an inline float.
#define IF_MIXED(left_, right_) \
    if ((is_small_int(left_) && is_inline_float(right_)) || (is_inline_float(left_) && is_small_int(right_)))
#define PLAIN_NUMBER(v) (is_small_int(v) ? (double)small_int(v) : inline_float(v))
#define ARITHMETIC(left_, right_, overflows, operator, otherwise) \
    { \
        Value left = (left_), right = (right_); \
        int64_t number; \
        if (likely(both_small_ints(left, right))) { \
            if (likely(!(overflows))) { \
                R(A) = (Value)number; \
                NEXT(); \
            } \
        } else if (likely(both_inline_floats(left, right))) { \
            FLOAT_RESULT(inline_float(left) operator inline_float(right)); \
        } else { \
            IF_MIXED(left, right) FLOAT_RESULT(PLAIN_NUMBER(left) operator PLAIN_NUMBER(right)); \
        } \
        otherwise; \
    }
// Tagged ints: 2a+1
#define BODY_ADD(l, r, otherwise) ARITHMETIC(l, r, __builtin_add_overflow((int64_t)left, (int64_t)(right - 1), &number), +, otherwise)
#define BODY_SUB(l, r, otherwise) ARITHMETIC(l, r, __builtin_sub_overflow((int64_t)left, (int64_t)(right - 1), &number), -, otherwise)
#define BODY_MULT(l, r, otherwise) ARITHMETIC(l, r, (__builtin_mul_overflow((int64_t)(left - 1), small_int(right), &number) || (number++, false)), *, otherwise)
// No inline float is zero. Ints that are exact as doubles have the right quotient as one.
#define BODY_DIV(l, r, otherwise) \
    { \
        Value left = (l), right = (r); \
        if (likely(both_inline_floats(left, right))) FLOAT_RESULT(inline_float(left) / inline_float(right)); \
        if (likely(right != from_small_int(0))) { \
            const int64_t exact = (int64_t)1 << 53; \
            if (both_small_ints(left, right) && (uint64_t)(small_int(left) + exact) <= (uint64_t)exact * 2 && (uint64_t)(small_int(right) + exact) <= (uint64_t)exact * 2) \
                FLOAT_RESULT((double)small_int(left) / (double)small_int(right)); \
            IF_MIXED(left, right) FLOAT_RESULT(PLAIN_NUMBER(left) / PLAIN_NUMBER(right)); \
        } \
        otherwise; \
    }
// Both positive and below 2^31: the short division. The quotient of the smallest small int by -1 is none: both below 2^61 in size.
#define DIVISION(l, r, short_, long_, otherwise) \
    { \
        Value left = (l), right = (r); \
        if (likely(both_small_ints(left, right)) && likely(right != from_small_int(0))) { \
            if (likely(((left | right) >> 32) == 0)) { \
                R(A) = from_small_int((int64_t)((uint32_t)(left >> 1) short_ (uint32_t)(right >> 1))); \
                NEXT(); \
            } \
            int64_t dividend = small_int(left), divisor = small_int(right); \
            if (likely(dividend != INT_SMALL_MIN)) { \
                R(A) = from_small_int(long_(dividend, divisor)); \
                NEXT(); \
            } \
        } \
        otherwise; \
    }
#define BODY_MOD(l, r, otherwise) DIVISION(l, r, %, floor_modulo, otherwise)
#define BODY_FLOORDIV(l, r, otherwise) DIVISION(l, r, /, floor_quotient, otherwise)
#define BITWISE(l, r, condition, result, otherwise) \
    { \
        Value left = (l), right = (r); \
        if (likely(both_small_ints(left, right)) && (condition)) { \
            R(A) = (result); \
            NEXT(); \
        } \
        otherwise; \
    }
#define BODY_BITAND(l, r, otherwise) BITWISE(l, r, true, left & right, otherwise)
#define BODY_BITOR(l, r, otherwise) BITWISE(l, r, true, left | right, otherwise)
#define BODY_BITXOR(l, r, otherwise) BITWISE(l, r, true, (left ^ right) | 1, otherwise)
#define BODY_RSHIFT(l, r, otherwise) BITWISE(l, r, likely(right < from_small_int(63)), (Value)((int64_t)left >> (right >> 1)) | 1, otherwise)
#define BODY_LSHIFT(l, r, otherwise) \
    BITWISE(l, r, likely(right < from_small_int(62)) && likely((int64_t)((left - 1) << (right >> 1)) >> (right >> 1) == (int64_t)(left - 1)), ((left - 1) << (right >> 1)) | 1, otherwise)
// Two operators in one step: what the first gives stays in a machine register, a float without its tag. When it does not go so simply the first is done
// alone, and then the second.
#define OVERFLOWS_ADD(l, r) __builtin_add_overflow((int64_t)(l), (int64_t)((r) - 1), &number)
#define OVERFLOWS_SUB(l, r) __builtin_sub_overflow((int64_t)(l), (int64_t)((r) - 1), &number)
#define OVERFLOWS_MULT(l, r) (__builtin_mul_overflow((int64_t)((l) - 1), small_int(r), &number) || (number++, false))
#define OVERFLOWS_DIV(l, r) ((void)(l), (void)(r), true)
#define FLOAT_ADD(x, y) ((x) + (y))
#define FLOAT_SUB(x, y) ((x) - (y))
#define FLOAT_MULT(x, y) ((x) * (y))
#define FLOAT_DIV(x, y) ((x) / (y))
#define FUSED(label, first, plain, l, r, other_, second, second_left, second_right, float_left, float_right, allowed) \
    op_##label: { \
        Value left = (l), right = (r), other = (other_); \
        int64_t number; \
        if (both_small_ints(left, right)) { \
            if (likely(!OVERFLOWS_##first(left, right))) { \
                Value first_ = (Value)number; \
                if (is_small_int(other) && likely(!OVERFLOWS_##second(second_left, second_right))) { \
                    pc++; \
                    R(A) = (Value)number; \
                    NEXT(); \
                } \
                R(A) = first_; \
                NEXT(); \
            } \
        } else if (likely(both_inline_floats(left, right)) && likely(is_inline_float(other))) { \
            double x = FLOAT_##first(inline_float(left), inline_float(right)), y = inline_float(other); \
            if (allowed) { \
                double number_ = FLOAT_##second(float_left, float_right); \
                Value float_ = try_inline_float(number_); \
                if (unlikely(!float_)) { /* a failure is the first one's: both are done again (can_be_retried) */ \
                    SAVE(); \
                    float_ = float_box(vm, number_); \
                    if (unlikely(!float_)) goto error; \
                } \
                pc++; \
                R(A) = float_; \
                NEXT(); \
            } \
        } \
        goto op_##plain; \
    }
#define FUSED_BOTH_SIDES(plain, first, l, r, second, not_zero) \
    FUSED(plain##_THEN_##second##_LEFT, first, plain, l, r, R(pc[1].c), second, first_, other, x, y, true) \
    FUSED(plain##_THEN_##second##_RIGHT, first, plain, l, r, R(pc[1].b), second, other, first_, y, x, not_zero)
#define FUSED_ALL(plain, first, l, r) \
    FUSED_BOTH_SIDES(plain, first, l, r, ADD, true) \
    FUSED_BOTH_SIDES(plain, first, l, r, SUB, true) \
    FUSED_BOTH_SIDES(plain, first, l, r, MULT, true) \
    FUSED_BOTH_SIDES(plain, first, l, r, DIV, x != 0) \
    FUSED(plain##_THEN_INPLACE_ADD, first, plain, l, r, R(pc[1].a), ADD, other, first_, y, x, true) \
    FUSED(plain##_THEN_INPLACE_SUB, first, plain, l, r, R(pc[1].a), SUB, other, first_, y, x, true)
// R[target] = R[source] op immediate: overflows as above, with the tagged immediate in `right`
#define IMMEDIATE(name, source, immediate, slow, slot, overflows, operator) \
    op_##name: { \
        Value left = R(source); \
        int64_t integer = (int16_t)(immediate), number; \
        if (likely(is_small_int(left))) { \
            if (likely(!(overflows))) { \
                R(A) = (Value)number; \
                NEXT(); \
            } \
        } else if (is_inline_float(left)) { \
            FLOAT_RESULT(inline_float(left) operator (double)integer); \
        } \
        SAVE(); \
        RESULT(slow(vm, slot, left, from_small_int(integer))); \
    }
// == and != of texts; for the other comparisons nothing.
static inline bool both_text(const VM *vm, Value a, Value b) { return is_of_type(a, vm->types.str) && is_of_type(b, vm->types.str); }
static inline int text_differs(Value a, Value b) {
    const Str *left = (const Str *)as_object(a), *right = (const Str *)as_object(b);
    return left != right && (left->size != right->size || left->flags & right->flags & STR_INTERNED || !str_same_bytes(left, right));
}
#define IS_EQUALITY_EQ 1
#define IS_EQUALITY_NE 1
#define IS_EQUALITY_LT 0
#define IS_EQUALITY_LE 0
#define IS_EQUALITY_GT 0
#define IS_EQUALITY_GE 0
#define JUMP_UNLESS(label, op_, right_, name, operator) \
    label: { \
        Value left = R(A), right = (right_); \
        if (likely(both_small_ints(left, right))) { \
            if ((int64_t)left operator (int64_t)right) NEXT(); \
            JUMP_SHORT(); \
            NEXT(); \
        } \
        if (both_inline_floats(left, right)) { \
            if (inline_float(left) operator inline_float(right)) NEXT(); \
            JUMP_SHORT(); \
            NEXT(); \
        } \
        if (IS_EQUALITY_##name && both_text(vm, left, right)) { \
            if (text_differs(left, right) operator 0) NEXT(); \
            JUMP_SHORT(); \
            NEXT(); \
        } \
        OPERATOR_OF_CLASS(op_, left, right); \
        int truth = compare_truth_slow(vm, left, right, COMPARE_##name); \
        if (unlikely(truth < 0)) goto error; \
        if (!truth) JUMP_SHORT(); \
        NEXT(); \
    }
#define COMPARE(name, operator) \
    op_##name: { \
        Value left = R(B), right = R(C); \
        if (likely(both_small_ints(left, right))) { \
            R(A) = from_bool((int64_t)left operator (int64_t)right); \
            NEXT(); \
        } \
        if (both_inline_floats(left, right)) { \
            R(A) = from_bool(inline_float(left) operator inline_float(right)); \
            NEXT(); \
        } \
        if (IS_EQUALITY_##name && both_text(vm, left, right)) { \
            R(A) = from_bool(text_differs(left, right) operator 0); \
            NEXT(); \
        } \
        OPERATOR_OF_CLASS(OP_##name, left, right); \
        RESULT(compare_slow(vm, left, right, COMPARE_##name)); \
    } \
    JUMP_UNLESS(op_JUMP_UNLESS_##name, OP_JUMP_UNLESS_##name, R(B), name, operator) \
    JUMP_UNLESS(op_JUMP_UNLESS_##name##_CONST, OP_JUMP_UNLESS_##name, K(B), name, operator) \
    op_JUMP_UNLESS_##name##_INT: { \
        Value left = R(A); \
        int64_t integer = (int16_t)B; \
        if (likely(is_small_int(left))) { \
            if ((int64_t)left operator (integer * 2 + 1)) NEXT(); \
            JUMP_SHORT(); \
            NEXT(); \
        } \
        if (is_inline_float(left)) { \
            if (inline_float(left) operator (double)integer) NEXT(); \
            JUMP_SHORT(); \
            NEXT(); \
        } \
        SAVE(); \
        int truth = compare_truth_slow(vm, left, from_small_int(integer), COMPARE_##name); \
        if (unlikely(truth < 0)) goto error; \
        if (!truth) JUMP_SHORT(); \
        NEXT(); \
    }

// Python's division: the quotient is rounded down, the rest has the divisor's sign.
static inline int64_t floor_modulo(int64_t dividend, int64_t divisor) {
    int64_t rest = dividend % divisor;
    return rest && (rest ^ divisor) < 0 ? rest + divisor : rest;
}
static inline int64_t floor_quotient(int64_t dividend, int64_t divisor) {
    int64_t quotient = dividend / divisor;
    return quotient * divisor != dividend && (dividend ^ divisor) < 0 ? quotient - 1 : quotient;
}

static inline uint16_t inplace_opcode(unsigned operator, uint16_t otherwise, bool constant) {
    static const uint16_t opcodes[][2] = {
#define IN_PLACE(name) [SLOT_##name] = {OP_INPLACE_##name, OP_INPLACE_##name##_CONST}
        IN_PLACE(ADD), IN_PLACE(SUB), IN_PLACE(MULT), IN_PLACE(DIV), IN_PLACE(MOD), IN_PLACE(FLOORDIV), IN_PLACE(BITAND), IN_PLACE(BITOR), IN_PLACE(BITXOR), IN_PLACE(LSHIFT), IN_PLACE(RSHIFT),
#undef IN_PLACE
    };
    uint16_t op = operator < sizeof opcodes / sizeof *opcodes ? opcodes[operator][constant] : 0;
    return op ? op : otherwise;
}
#ifndef TYPHON_CORE
static inline uint16_t call_result_register(Instruction i) {
    bool is_first = i.op == OP_CALL_KEYWORDS || i.op == OP_CALL_METHOD_KEYWORDS || i.op == OP_CALL_SPREAD;
    return is_first ? i.a : i.c;
}
#endif
static inline bool is_comparing_jump(uint16_t op) { return (op >= OP_JUMP_UNLESS_EQ && op <= OP_JUMP_UNLESS_GE) || (op >= OP_JUMP_UNLESS_EQ_CONST && op <= OP_JUMP_UNLESS_GE_CONST); }

Value interpreter_run(VM *vm, bool raising) {
    static const void *const label_table[ALL_OPCODE_COUNT] = {
#define OPCODE(name, operands, text) &&op_##name,
#define RARE_OPCODE(name, operands, text) &&op_RARE,
#include "compiler/opcodes.def"
#undef OPCODE
#define QUICK(name) &&op_##name,
        QUICK_OPCODES(QUICK)
#undef QUICK
    };
    const void *const *labels = label_table;
    __asm__("" : "+r"(labels)); // a register, not an address to be computed each time
    Frame *frame;
    Value *registers;
    Code *code;
    Instruction *pc;
#ifdef COUNTED
    int64_t counted = 0;
#endif
    RELOAD();
    if (raising) goto error;
    if (unlikely(NEEDS_ATTENTION())) goto at_safepoint;
    WARM(code);
    NEXT();

#ifdef TRACED
traced:
    SAVE();
    if (unlikely(!trace_instruction(vm, frame))) goto error;
    if (unlikely(frame->pc != pc + 1)) { // the hook has chosen another line: it may do so for ever, without a LOOP
        SETTLE();
        if (NEEDS_ATTENTION() && unlikely(!safepoint(vm))) goto error;
        pc = frame->pc - 1;
    }
    goto *labels[pc->op];
#endif
op_RARE: // one label for all of them
    SLOW(rare);
op_ASIDE: // a function that was not read yet, or one that stands for a host function
    SAVE();
    if (unlikely(!slow_aside(vm, frame, *pc))) goto error;
    pc = frame->pc - 1;
    NEXT();

    // ---- moving values

op_NOP:
    NEXT();
op_MOVE:
    R(A) = R(B);
    NEXT();
op_LOAD_CONST:
    R(A) = code->constants[instruction_wide(*pc)];
    NEXT();
op_LOAD_INT:
    R(A) = from_small_int((int32_t)instruction_wide(*pc));
    NEXT();
op_CLEAR: {
    Value *first = &R(A), *end = first + B;
    while (first < end) *first++ = VALUE_UNBOUND;
    NEXT();
}
op_CHECK_BOUND:
    if (likely(R(A) != VALUE_UNBOUND)) NEXT();
    SLOW(check_bound);

    // ---- cells

op_MAKE_CELL:
    SLOW(make_cell);
op_LOAD_CELL: {
    Value content = ((Cell *)as_object(R(B)))->content;
    if (unlikely(content == VALUE_UNBOUND)) SLOW(unbound_cell);
    R(A) = content;
    NEXT();
}
op_STORE_CELL: {
    Cell *cell = (Cell *)as_object(R(A));
    gc_store(vm, cell, &cell->content, R(B));
    NEXT();
}
op_LOAD_FREE: {
    Value content = frame->function->cells[B]->content;
    if (unlikely(content == VALUE_UNBOUND)) SLOW(unbound_free);
    R(A) = content;
    NEXT();
}
op_STORE_FREE: {
    Cell *cell = frame->function->cells[A];
    gc_store(vm, cell, &cell->content, R(B));
    NEXT();
}
op_GET_FREE_CELL:
    R(A) = from_object(frame->function->cells[B]);
    NEXT();

    // ---- names

op_LOAD_GLOBAL:
    SLOW(load_global);
op_LOAD_GLOBAL_MODULE: {
    const GlobalCache *cache = &code->globals[instruction_wide(*pc)];
    const Dict *globals = frame->globals;
    if (likely(cache->globals == globals) && likely(cache->globals_version == globals->keys_version)) {
        R(A) = *cache->place;
        NEXT();
    }
    SLOW(load_global);
}
op_LOAD_GLOBAL_BUILTIN: {
    const GlobalCache *cache = &code->globals[instruction_wide(*pc)];
    const Dict *globals = frame->globals, *builtins = frame->function->builtins;
    if (likely(cache->globals == globals) && likely(cache->globals_version == globals->keys_version) && likely(cache->builtins == builtins) &&
        likely(cache->builtins_version == builtins->keys_version)) {
        R(A) = *cache->place;
        NEXT();
    }
    SLOW(load_global);
}
op_STORE_GLOBAL: {
    const GlobalCache *cache = &code->globals[instruction_wide(*pc)];
    Dict *globals = frame->globals;
    if (likely(cache->globals == globals) && likely(cache->globals_version == globals->keys_version) && likely(!cache->builtins)) {
        gc_store(vm, globals, cache->place, R(A));
        NEXT();
    }
    SLOW(store_global);
}

    // ---- attributes and items

op_LOAD_ATTR:
    SLOW(load_attr);
op_LOAD_ATTR_INLINE: {
    Value object = R(B);
    if (likely(is_pointer(object))) {
        const AttributeCache *cache = &code->attributes[C];
        if (likely(cache_holds(cache, shape_at(object)))) {
            Value value = *inline_slot(object, cache->slot);
            if (likely(value != VALUE_UNBOUND)) {
                R(A) = value;
                NEXT();
            }
        } else {
            goto load_attr_of_another_shape;
        }
    }
    SLOW(load_attr);
}
load_attr_of_another_shape: {
    Value object = R(B);
    const ShapeCacheEntry *entry = shape_cache_find(vm, shape_at(object), code->attributes[C].name, false);
    if (likely(entry != NULL)) {
        Value value = entry->kind == CACHE_INLINE ? *inline_slot(object, entry->slot) : entry->kind == CACHE_VALUE ? entry->value : VALUE_UNBOUND;
        if (likely(value != VALUE_UNBOUND)) {
            R(A) = value;
            NEXT();
        }
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_PROPERTY: {
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(cache_holds(cache, shape_at(object))) && likely(((Function *)as_object(cache->value))->code->simple_arguments == 1)) {
        Value *window = vm->stack_top;
        Function *getter = (Function *)as_object(cache->value);
        SAVE();
        if (unlikely(!stack_reserve(vm, window + getter->code->register_count))) goto error;
        window[0] = object;
        if (unlikely(!frame_push(vm, getter, getter->code, window, A, 0))) goto error;
        RELOAD();
        if (unlikely(NEEDS_ATTENTION())) goto at_safepoint;
        NEXT();
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_VALUE: {
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object))) {
        if (unlikely(!cache_holds(cache, shape_at(object)))) goto load_attr_of_another_shape;
        R(A) = cache->value;
        NEXT();
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_ON_CLASS: {
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(shape_at(object) == cache->shape) && likely(as_type(object)->version == cache->version) &&
        likely(cache->shape->type->version == cache->slot)) {
        R(A) = cache->value;
        NEXT();
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_GETSET: { // computed by C
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(cache_holds(cache, shape_at(object)))) {
        SAVE();
        RESULT(((const GetSet *)as_object(cache->value))->def->get(vm, object));
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_ITEM: { // a field of a named tuple
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(cache_holds(cache, shape_at(object)))) {
        const Tuple *tuple = (const Tuple *)as_object(object);
        if (likely(cache->slot < tuple->count)) {
            R(A) = tuple->items[cache->slot];
            NEXT();
        }
    }
    SLOW(load_attr);
}
op_LOAD_ATTR_MODULE: {
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(shape_at(object) == cache->shape)) {
        const Dict *dict = ((const Module *)as_object(object))->dict;
        if (likely(from_object(dict) == cache->value) && likely(dict->keys_version == cache->version)) {
            R(A) = dict->entries[cache->slot].value;
            NEXT();
        }
    }
    SLOW(load_attr);
}
op_STORE_ATTR:
    SLOW(store_attr);
op_STORE_ATTR_INLINE: {
    Value object = R(A);
    if (likely(is_pointer(object))) {
        const AttributeCache *cache = &code->attributes[C];
        if (likely(cache_holds(cache, shape_at(object)))) {
            gc_store(vm, as_object(object), inline_slot(object, cache->slot), R(B));
            NEXT();
        }
        goto store_attr_of_another_shape;
    }
    SLOW(store_attr);
}
store_attr_of_another_shape: {
    Value object = R(A);
    const ShapeCacheEntry *entry = shape_cache_find(vm, shape_at(object), code->attributes[C].name, code->flags & UNIT_PROVEN_STORES ? 2 : 1);
    if (likely(entry != NULL) && likely(entry->kind == CACHE_INLINE || entry->kind == CACHE_ADD)) {
        gc_store(vm, as_object(object), inline_slot(object, entry->slot), R(B));
        if (entry->kind == CACHE_ADD) as_object(object)->shape = (Shape *)as_object(entry->value);
        NEXT();
    }
    SLOW(store_attr);
}
op_STORE_ATTR_ADD: {
    Value object = R(A);
    if (likely(is_pointer(object))) {
        const AttributeCache *cache = &code->attributes[C];
        if (likely(cache_holds(cache, shape_at(object)))) {
            gc_store(vm, as_object(object), inline_slot(object, cache->slot), R(B));
            as_object(object)->shape = (Shape *)as_object(cache->value);
            NEXT();
        }
        goto store_attr_of_another_shape;
    }
    SLOW(store_attr);
}
op_STORE_ATTR_GUARDED: {
    Value object = R(A);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(cache_holds(cache, shape_at(object))) && likely(guard_passes(R(B), cache->guard))) {
        gc_store(vm, as_object(object), inline_slot(object, cache->slot), R(B));
        if (cache->kind == CACHE_ADD) as_object(object)->shape = (Shape *)as_object(cache->value);
        NEXT();
    }
    SLOW(store_attr);
}
op_STORE_ATTR_OF_CLASS: { // an attribute that its class declares to be of a class
    Value object = R(A);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(cache_holds(cache, shape_at(object))) && likely(guard_is_known(vm, R(B), attribute_guard_at(shape_at(object)->type, cache->guard)))) {
        gc_store(vm, as_object(object), inline_slot(object, cache->slot), R(B));
        if (cache->kind == CACHE_ADD) as_object(object)->shape = (Shape *)as_object(cache->value);
        NEXT();
    }
    SLOW(store_attr);
}
op_LOAD_METHOD: {
    Value object = R(B);
    if (likely(is_pointer(object))) {
        const AttributeCache *cache = &code->attributes[C];
        if (likely(cache_holds(cache, shape_at(object))) && likely(cache->kind == CACHE_METHOD)) {
            R(A) = cache->value;
            R(A + 1) = object;
            NEXT();
        }
        const ShapeCacheEntry *entry = shape_cache_find(vm, shape_at(object), cache->name, false);
        if (likely(entry != NULL) && likely(entry->kind == CACHE_METHOD)) {
            R(A) = entry->value;
            R(A + 1) = object;
            NEXT();
        }
    } else { // a number
        Value method = method_cache_find(vm, value_type(vm, object), code->attributes[C].name);
        if (likely(method != VALUE_UNBOUND) && likely(is_of_type(method, vm->types.native_method)) && likely(binds_as_method(vm, method))) {
            R(A) = method;
            R(A + 1) = object;
            NEXT();
        }
    }
    SLOW(load_method);
}
op_LOAD_METHOD_MODULE: {
    Value object = R(B);
    const AttributeCache *cache = &code->attributes[C];
    if (likely(is_pointer(object)) && likely(shape_at(object) == cache->shape)) {
        const Dict *dict = ((const Module *)as_object(object))->dict;
        if (likely(from_object(dict) == cache->value) && likely(dict->keys_version == cache->version)) {
            R(A) = dict->entries[cache->slot].value;
            R(A + 1) = VALUE_UNBOUND;
            NEXT();
        }
    }
    SLOW(load_method);
}
op_LOAD_SPECIAL:
    SLOW(load_special);
op_GET_ITEM: {
    Value container = R(B), key = R(C);
    if (likely(is_pointer(container))) {
        const Type *type = shape_at(container)->type;
        if (likely(is_small_int(key))) {
            int64_t index = small_int(key);
            if (type == vm->types.list) {
                const List *list = as_list(container);
                if (likely((uint64_t)index < list->count) || likely((uint64_t)(index += (int64_t)list->count) < list->count)) {
                    R(A) = list->items[index];
                    NEXT();
                }
            } else if (type == vm->types.tuple) {
                const Tuple *tuple = as_tuple(container);
                if (index < 0) index += (int64_t)tuple->count;
                if (likely((uint64_t)index < tuple->count)) {
                    R(A) = tuple->items[index];
                    NEXT();
                }
            } else if (type == vm->types.str) {
                const Str *text = as_str(container);
                if (index < 0) index += (int64_t)text->length;
                if (likely((uint64_t)index < text->length && str_is_ascii(text))) {
                    R(A) = vm->ascii_strings[(unsigned char)text->text[index]];
                    NEXT();
                }
            } else if (type == vm->types.bytes) {
                const Bytes *bytes = (const Bytes *)as_object(container);
                if (index < 0) index += (int64_t)bytes->size;
                if (likely((uint64_t)index < bytes->size)) {
                    R(A) = from_small_int((unsigned char)bytes->data[index]);
                    NEXT();
                }
            }
        }
        if (type == vm->types.dict) {
            SAVE();
            Value value = dict_get(vm, as_dict(container), key);
            RESULT(likely(value != VALUE_UNBOUND) ? value : raise_key_error(vm, key));
        }
        if (type->flags & TYPE_HEAP) {
            Function *method = special_function(vm, container, vm->names.__getitem__, 2);
            SAVE();
            if (method && likely(push_special(vm, method, container, key, A, 0))) goto enter_frame;
            if (unlikely(method)) goto error;
        }
    }
    SLOW(get_item);
}
op_GET_ITEM_GUARDED: { // of a list or dict, and the GUARD_MASK after it
    Value item;
    if (unlikely(!item_of_list(vm, R(B), R(C), &item))) {
        if (!is_of_type(R(B), vm->types.dict)) goto op_GET_ITEM;
        SAVE();
        item = dict_get(vm, as_dict(R(B)), R(C));
        if (unlikely(item == VALUE_UNBOUND)) item = raise_key_error(vm, R(C));
        if (unlikely(item == VALUE_ERROR)) goto error;
    }
    R(A) = item;
    pc++;
    if (likely(guard_passes(item, B))) NEXT();
    SLOW(guard_mask);
}
op_GET_ITEM_ITEM: // of a list of lists: `grid[x][y]`
    if (likely(item_of_item(vm, R(B), R(C), R(pc[1].c), &R(A)))) {
        pc++;
        NEXT();
    }
    pc->op = OP_GET_ITEM;
    goto op_GET_ITEM;
op_GET_ITEM_ITEM_GUARDED: // the same with the GUARD_MASK after each, the first of which lets lists pass
    if (likely(item_of_item(vm, R(B), R(C), R(pc[2].c), &R(A)))) {
        pc += 3;
        if (likely(guard_passes(R(A), B))) NEXT();
        SLOW(guard_mask);
    }
    pc->op = OP_GET_ITEM;
    goto op_GET_ITEM;
op_GET_ITEM_INT_GUARDED: { // of a list or tuple, and the GUARD_MASK after it
    Value container = R(B);
    int64_t index = (int16_t)C;
    if (likely(is_pointer(container))) {
        const Type *type = shape_at(container)->type;
        const Value *items;
        size_t count;
        if (type == vm->types.tuple) items = as_tuple(container)->items, count = as_tuple(container)->count;
        else if (type == vm->types.list) items = as_list(container)->items, count = as_list(container)->count;
        else goto op_GET_ITEM_INT;
        if (index < 0) index += (int64_t)count;
        if (likely((uint64_t)index < count)) {
            Value item = items[index];
            R(A) = item;
            pc++;
            if (likely(guard_passes(item, B))) NEXT();
            SLOW(guard_mask);
        }
    }
    goto op_GET_ITEM_INT;
}
op_GET_ITEM_INT: {
    Value container = R(B);
    if (likely(is_pointer(container))) {
        const Type *type = shape_at(container)->type;
        int64_t index = (int16_t)C;
        if (likely(type == vm->types.list)) {
            const List *list = as_list(container);
            if (index < 0) index += (int64_t)list->count;
            if (likely((uint64_t)index < list->count)) {
                R(A) = list->items[index];
                NEXT();
            }
        } else if (likely(type == vm->types.tuple)) {
            const Tuple *tuple = as_tuple(container);
            if (index < 0) index += (int64_t)tuple->count;
            if (likely((uint64_t)index < tuple->count)) {
                R(A) = tuple->items[index];
                NEXT();
            }
        } else if (type == vm->types.str) {
            const Str *text = as_str(container);
            if (index < 0) index += (int64_t)text->length;
            if (likely((uint64_t)index < text->length && str_is_ascii(text))) {
                R(A) = vm->ascii_strings[(unsigned char)text->text[index]];
                NEXT();
            }
        } else if (type->flags & TYPE_HEAP) {
            Function *method = special_function(vm, container, vm->names.__getitem__, 2);
            SAVE();
            if (method && likely(push_special(vm, method, container, from_small_int(index), A, 0))) goto enter_frame;
            if (unlikely(method)) goto error;
        }
    }
    SLOW(get_item_int);
}
op_SET_ITEM: {
    Value container = R(A), key = R(B);
    if (likely(is_pointer(container))) {
        const Type *type = shape_at(container)->type;
        if (type == vm->types.list) {
            List *list = as_list(container);
            if (likely(is_small_int(key))) {
                int64_t index = small_int(key);
                if (likely((uint64_t)index < list->count) || (index < 0 && likely((uint64_t)(index += (int64_t)list->count) < list->count))) {
                    gc_store(vm, list, &list->items[index], R(C));
                    NEXT();
                }
            }
        } else if (type == vm->types.dict) {
            SAVE();
            if (unlikely(!dict_set(vm, as_dict(container), key, R(C)))) goto error;
            NEXT();
        }
    }
    SLOW(set_item);
}
op_DELETE_ITEM:
    SLOW(delete_item);
op_BUILD_SLICE:
    SLOW(build_slice);
op_GET_SLICE: {
    SAVE();
    int done = quick_get_slice(vm, frame, *pc);
    if (likely(done > 0)) NEXT();
    if (done == 0 && slice_in_place(vm, &R(C))) goto op_GET_ITEM;
    goto error;
}
op_SET_SLICE: {
    SAVE();
    int done = quick_set_slice(vm, frame, *pc);
    if (likely(done > 0)) NEXT();
    if (done == 0 && slice_in_place(vm, &R(B))) goto op_SET_ITEM;
    goto error;
}

    // ---- operators

    FORMS_WITH_LEFT(ADD, BODY_ADD)
    FORMS_WITH_LEFT(SUB, BODY_SUB)
    FORMS_WITH_LEFT(MULT, BODY_MULT)
    FORMS_WITH_LEFT(DIV, BODY_DIV)
    FORMS(MOD, BODY_MOD)
    FORMS(FLOORDIV, BODY_FLOORDIV)
    FORMS(BITAND, BODY_BITAND)
    FORMS(BITOR, BODY_BITOR)
    FORMS(BITXOR, BODY_BITXOR)
    FORMS(LSHIFT, BODY_LSHIFT)
    FORMS(RSHIFT, BODY_RSHIFT)
    FORMS_SLOW(POW)
    FORMS_SLOW(MATMULT)
    FUSED_ALL(ADD, ADD, R(B), R(C))
    FUSED_ALL(SUB, SUB, R(B), R(C))
    FUSED_ALL(MULT, MULT, R(B), R(C))
    FUSED_ALL(DIV, DIV, R(B), R(C))
    FUSED_ALL(MULT_CONST, MULT, R(B), K(C))
    FUSED_ALL(CONST_MULT, MULT, K(B), R(C))
op_INPLACE:
    pc->op = inplace_opcode(C & 15, OP_INPLACE_OTHER, false);
    pc--;
    NEXT();
op_INPLACE_CONST:
    pc->op = inplace_opcode(C & 15, OP_INPLACE_OTHER_CONST, true);
    pc--;
    NEXT();
op_GROW: {
    Value left = R(A), right = R(B);
    SAVE();
    if (likely(is_of_type(left, vm->types.str)) && likely(is_of_type(right, vm->types.str))) RESULT(likely(C < 2) ? str_grow(vm, (Str *)as_object(left), (Str *)as_object(right)) : str_grow_before(vm, (Str *)as_object(left), (Str *)as_object(right)));
    RESULT(grow_variable_slow(vm, left, right, C));
}
op_GROW_GLOBAL: {
    Value left = R(A), right = R(B);
    SAVE();
    if (likely(is_of_type(left, vm->types.str)) && likely(is_of_type(right, vm->types.str)) && likely(frame->globals->flags & DICT_UNSHARED))
        RESULT(likely(C < 2) ? str_grow(vm, (Str *)as_object(left), (Str *)as_object(right)) : str_grow_before(vm, (Str *)as_object(left), (Str *)as_object(right)));
    RESULT(grow_slow(vm, left, right, C));
}
op_LOAD_ATTR_TO_GROW:
    SLOW(load_attr_to_grow);
op_GROW_ATTR:
op_GROW_ATTR_SUM:
    SLOW(grow_attr);
op_NOTE_SIZE:
    R(A + 1) = from_small_int(is_of_type(R(A), vm->types.str) ? (int64_t)as_str(R(A))->size : 0);
    NEXT();
op_CUT_TO_SIZE:
    if (likely(!is_of_type(R(A), vm->types.str)) || likely(as_str(R(A))->size == (uint64_t)small_int(R(A + 1)))) NEXT();
    SLOW(cut_to_size);
op_SUM_SO_FAR:
    if (likely(is_of_type(R(A), vm->types.str)) && likely(is_of_type(R(B + C), vm->types.str)) && likely(C == 1 || R(B) == VALUE_UNBOUND)) {
        R(B) = VALUE_UNBOUND;
        NEXT();
    }
    SLOW(sum_so_far);
op_GROW_SUM:
    SLOW(grow_sum);
op_SEAL_FOR_CALL: {
    Value callee = R(B);
    if (!(is_layout(callee, LAYOUT_NATIVE) && ((const Native *)as_object(callee))->def->flags & NATIVE_BORROWS)) seal_gathered(vm, R(A));
    NEXT();
}
op_SEAL:
    seal_gathered(vm, R(A));
    NEXT();
op_INPLACE_OTHER:
    SAVE();
    RESULT(inplace_slow(vm, (BinarySlot)(C & 15), R(A), R(B)));
op_INPLACE_OTHER_CONST:
    SAVE();
    RESULT(inplace_slow(vm, (BinarySlot)(C & 15), R(A), K(B)));
    IMMEDIATE(INPLACE_ADD_INT, A, B, inplace_slow, SLOT_ADD, __builtin_add_overflow((int64_t)left, integer * 2, &number), +)
    IMMEDIATE(INPLACE_SUB_INT, A, B, inplace_slow, SLOT_SUB, __builtin_sub_overflow((int64_t)left, integer * 2, &number), -)
    IMMEDIATE(ADD_INT, B, C, arithmetic_slow, SLOT_ADD, __builtin_add_overflow((int64_t)left, integer * 2, &number), +)
    IMMEDIATE(SUB_INT, B, C, arithmetic_slow, SLOT_SUB, __builtin_sub_overflow((int64_t)left, integer * 2, &number), -)
op_NEGATIVE: {
    Value v = R(B);
    int64_t number;
    if (likely(is_small_int(v)) && likely(!__builtin_sub_overflow((int64_t)2, (int64_t)v, &number))) {
        R(A) = (Value)number;
        NEXT();
    }
    if (is_inline_float(v)) FLOAT_RESULT(-inline_float(v));
    SAVE();
    RESULT(negative_slow(vm, v));
}
op_POSITIVE:
    SLOW(positive);
op_INVERT: {
    Value v = R(B);
    if (unlikely(!is_small_int(v))) SLOW(invert);
    R(A) = ~v | 1;
    NEXT();
}
op_NOT: {
    Value v = R(B);
    SAVE();
    int truth = op_truth(vm, v);
    if (unlikely(truth < 0)) goto error;
    R(A) = from_bool(!truth);
    NEXT();
}
    COMPARE(EQ, ==)
    COMPARE(NE, !=)
    COMPARE(LT, <)
    COMPARE(LE, <=)
    COMPARE(GT, >)
    COMPARE(GE, >=)
op_IS:
    R(A) = from_bool(R(B) == R(C));
    NEXT();
op_IS_NOT:
    R(A) = from_bool(R(B) != R(C));
    NEXT();
op_IN:
    SLOW(contains);
op_NOT_IN:
    SAVE();
    if (unlikely(!slow_contains(vm, frame, *pc))) goto error;
    R(A) = from_bool(R(A) == VALUE_FALSE);
    NEXT();

    // ---- jumps

op_JUMP:
    JUMP_WIDE();
    NEXT();
op_LOOP_RANGE: { // LOOP to a FOR_ITER over a range
    Instruction *head = pc + 1 + (int32_t)instruction_wide(*pc);
    Value *state = &R(head->b), word = state[2];
    if (likely(iteration_kind(word) == ITERATE_RANGE) && likely(state[1] != from_small_int(0)) && likely(!NEEDS_ATTENTION())) {
        Value item = state[0];
        state[0] = item + ((Value)iteration_argument(word) << 1);
        state[1] -= 2;
        R(head->a) = item;
        pc = head;
        WARM(code);
        NEXT();
    }
    goto op_LOOP;
}
// The next item of a list; `step_` goes on from the loop's head.
#define LOOP_LIST(step_) \
    { \
        Instruction *head = pc + 1 + (int32_t)instruction_wide(*pc); \
        Value *state = &R(head->b); \
        if (likely(state[2] == iteration_word(ITERATE_LIST, 0)) && likely(!NEEDS_ATTENTION())) { \
            const List *list = as_list(state[0]); \
            size_t at = (size_t)small_int(state[1]); \
            if (likely(at < list->count)) { \
                Value item = list->items[at]; \
                state[1] += 2; \
                R(head->a) = item; \
                pc = head; \
                WARM(code); \
                step_; \
                NEXT(); \
            } \
        } \
        goto op_LOOP; \
    }
#define LOOP_LIST_GUARD(passes_, otherwise_) \
    pc++; \
    if (unlikely(!(passes_))) otherwise_
op_LOOP_LIST:
    LOOP_LIST((void)item)
op_LOOP_LIST_GUARDED: // and the GUARD_MASK of the item
    LOOP_LIST(LOOP_LIST_GUARD(guard_passes(item, B), SLOW(guard_mask)))
op_LOOP_LIST_OF_CLASS: // and its GUARD_VALUE
    LOOP_LIST(LOOP_LIST_GUARD(guard_is_known(vm, item, as_tuple(K(B))), SLOW(guard_value)))
op_LOOP: {
    const Instruction *head = pc + 1 + (int32_t)instruction_wide(*pc);
    if (head->op == OP_FOR_ITER_RANGE) pc->op = OP_LOOP_RANGE;
    else if (head->op == OP_FOR_ITER_LIST) pc->op = head[1].a != head->a ? OP_LOOP_LIST : is_guard_mask(head[1]) ? OP_LOOP_LIST_GUARDED : head[1].op == OP_GUARD_VALUE ? OP_LOOP_LIST_OF_CLASS : OP_LOOP_LIST;
    JUMP_WIDE();
    if (unlikely(NEEDS_ATTENTION())) {
        SAVE();
        SETTLE();
        if (likely(safepoint(vm))) NEXT();
        frame->pc = pc + 2; // raised by the loop's first instruction: what lies before it may be outside a try
        goto error;
    }
    WARM(code);
    NEXT();
}
op_JUMP_IF_TRUE: {
    Value v = R(A);
    if (v == VALUE_FALSE) NEXT();
    if (v != VALUE_TRUE) {
        int truth = truth_of_plain(vm, v);
        if (truth < 0) {
            SAVE();
            truth = op_truth_slow(vm, v);
            if (unlikely(truth < 0)) goto error;
        }
        if (!truth) NEXT();
    }
    JUMP_WIDE();
    NEXT();
}
op_JUMP_IF_FALSE: {
    Value v = R(A);
    if (v == VALUE_TRUE) NEXT();
    if (v != VALUE_FALSE) {
        int truth = truth_of_plain(vm, v);
        if (truth < 0) {
            SAVE();
            truth = op_truth_slow(vm, v);
            if (unlikely(truth < 0)) goto error;
        }
        if (truth) NEXT();
    }
    JUMP_WIDE();
    NEXT();
}
op_JUMP_IF_NONE:
    if (R(A) == VALUE_NONE) JUMP_WIDE();
    NEXT();
op_JUMP_IF_NOT_NONE:
    if (R(A) != VALUE_NONE) JUMP_WIDE();
    NEXT();

    // ---- iterating

op_GET_ITER:
    SAVE();
    if (pc->c && is_generator(R(B))) generator_note_loop(vm, frame, R(B));
    if (unlikely(!iteration_start(vm, R(B), &R(A)))) goto error;
    NEXT();
op_LEAVE_ITER:
    if (iteration_kind(R(A + 2)) != ITERATE_GENERATOR) NEXT();
    SLOW(leave_iter);
op_DISCARD:
    if (!is_generator(R(A))) NEXT();
    SLOW(discard);
op_FOR_ITER_RANGE: {
    Value *state = &R(B), word = state[2];
    if (unlikely(iteration_kind(word) != ITERATE_RANGE)) goto op_FOR_ITER;
    if (likely(state[1] != from_small_int(0))) {
        Value item = state[0];
        state[0] = item + ((Value)iteration_argument(word) << 1);
        state[1] -= 2;
        R(A) = item;
        NEXT();
    }
    JUMP_SHORT();
    NEXT();
}
op_FOR_ITER_LIST: {
    Value *state = &R(B);
    if (unlikely(state[2] != iteration_word(ITERATE_LIST, 0))) goto op_FOR_ITER;
    const List *list = as_list(state[0]);
    size_t at = (size_t)small_int(state[1]);
    if (likely(at < list->count)) {
        state[1] += 2;
        R(A) = list->items[at];
        NEXT();
    }
    JUMP_SHORT();
    NEXT();
}
op_FOR_ITER_UNPACKED: {
    SAVE();
    int outcome = iteration_next_items(vm, &R(B), &R(pc[1].a), pc[1].c);
    if (likely(outcome == 1)) {
        pc++; // the UNPACK is done
        NEXT();
    }
    if (unlikely(outcome < 0)) goto error;
    if (outcome == 0) {
        JUMP_SHORT();
        NEXT();
    }
    pc->op = OP_FOR_ITER;
    goto op_FOR_ITER;
}
op_FOR_ITER: {
    Value *state = &R(B);
    SAVE();
    switch (iteration_kind(state[2])) {
    case ITERATE_RANGE: pc->op = OP_FOR_ITER_RANGE; goto op_FOR_ITER_RANGE;
    case ITERATE_LIST: pc->op = OP_FOR_ITER_LIST; goto op_FOR_ITER_LIST;
    case ITERATE_GENERATOR:
        if (((Generator *)as_object(state[0]))->state == GENERATOR_FINISHED) break;
        if (unlikely(!generator_push(vm, (Generator *)as_object(state[0]), VALUE_NONE, A, FRAME_ITERATION))) goto error;
        goto enter_frame;
    case ITERATE_TUPLE: {
        const Tuple *tuple = as_tuple(state[0]);
        size_t at = (size_t)small_int(state[1]);
        if (at >= tuple->count) break;
        state[1] += 2;
        R(A) = tuple->items[at];
        NEXT();
    }
    case ITERATE_STR: {
        const Str *text = as_str(state[0]);
        size_t at = (size_t)small_int(state[1]);
        if (at >= text->length) break;
        state[1] += 2;
        R(A) = vm->ascii_strings[(unsigned char)text->text[at]];
        NEXT();
    }
    case ITERATE_ITEMS:
    case ITERATE_OBJECT:
        if ((pc[1].op == OP_UNPACK || pc[1].op == OP_UNPACK_GUARDED) && pc[1].c <= NEXT_ITEMS_MOST && pc[1].b == A && A >= code->local_count) { // a variable has the tuple itself
            int outcome = iteration_next_items(vm, state, &R(pc[1].a), pc[1].c);
            if (unlikely(outcome < 0)) goto error;
            if (outcome == 0) break;
            if (outcome == 1) {
                pc->op = OP_FOR_ITER_UNPACKED;
                pc++;
                NEXT();
            }
        } // fall through
    default: {
        Value iterator = state[0];
        if (iteration_kind(state[2]) == ITERATE_OBJECT && is_of_class(iterator) && shape_at(iterator)->type->slots.next == slot_dispatch_next) {
            Function *method = special_function(vm, iterator, vm->names.__next__, 1);
            if (method && likely(push_special(vm, method, iterator, VALUE_UNBOUND, A, FRAME_NEXT))) goto enter_frame;
            if (unlikely(method)) goto error;
        }
        Value item = iteration_kind(state[2]) == ITERATE_OBJECT ? op_next_inline(vm, state[0]) : iteration_next(vm, state);
        if (unlikely(item == VALUE_ERROR)) goto error;
        if (item == VALUE_END) break;
        R(A) = item;
        NEXT();
    }
    }
    JUMP_SHORT();
    NEXT();
}

    // ---- building

op_BUILD_LIST:
    SLOW(build_list);
op_BUILD_TUPLE:
    SLOW(build_tuple);
op_BUILD_SET:
    SLOW(build_set);
op_BUILD_DICT:
    SLOW(build_dict);
op_LIST_APPEND: {
    List *list = as_list(R(A));
    if (likely(list->count < list->capacity)) {
        gc_store(vm, list, &list->items[list->count++], R(B));
        NEXT();
    }
    SAVE();
    if (unlikely(!list_append(vm, list, R(B)))) goto error;
    NEXT();
}
op_LIST_EXTEND:
    SLOW(list_extend);
op_LIST_TO_TUPLE:
    SLOW(list_to_tuple);
op_SET_ADD:
    SLOW(set_add);
op_SET_UPDATE:
    SLOW(set_update);
op_DICT_SET:
    SLOW(dict_set);
op_DICT_UPDATE:
    SLOW(dict_update);
op_DICT_MERGE:
    SLOW(dict_merge);
op_BUILD_STRING:
    SLOW(build_string);
op_FORMAT_VALUE: // of a str without conversion and specification it is the text
    if (likely((C & 15) == 0) && is_of_type(R(B), vm->types.str)) {
        R(A) = R(B);
        NEXT();
    }
    SLOW(format_value);
op_UNPACK: {
    Value sequence = R(B);
    if (likely(is_of_type(sequence, vm->types.tuple)) && likely(as_tuple(sequence)->count == C)) {
        const Value *items = as_tuple(sequence)->items;
        for (uint32_t i = 0, count = C, first = A; i < count; i++) R(first + i) = items[i];
        if (pc[1].op == OP_GUARD_MASK) pc->op = OP_UNPACK_GUARDED;
        NEXT();
    }
    SLOW(unpack);
}
op_UNPACK_GUARDED: { // of a tuple, and the GUARD_MASKs after it of small ints and floats
    Value sequence = R(B);
    if (likely(is_of_type(sequence, vm->types.tuple)) && likely(as_tuple(sequence)->count == C)) {
        const Value *items = as_tuple(sequence)->items;
        for (uint32_t i = 0, count = C, first = A; i < count; i++) R(first + i) = items[i];
        while (is_guard_mask(pc[1]) && likely((uint8_t)R(pc[1].a) & (uint8_t)pc[1].b & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT))) pc++;
        NEXT();
    }
    SLOW(unpack);
}
op_UNPACK_NUMBERS: { // of a tuple, and as many GUARD_MASKs, all of which take small ints or all of which take floats: they are looked at together
    Value sequence = R(B), all = ~(Value)0;
    if (likely(is_of_type(sequence, vm->types.tuple)) && likely(as_tuple(sequence)->count == C)) {
        const Value *items = as_tuple(sequence)->items;
        uint32_t count = C;
        for (uint32_t i = 0, first = A; i < count; i++) R(first + i) = items[i], all &= items[i];
        if (likely((uint8_t)all & (uint8_t)pc[1].b & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT))) pc += count;
        NEXT();
    }
    goto op_UNPACK;
}

    // ---- functions and calls

op_MAKE_FUNCTION:
    SLOW(make_function);
op_CALL_PROMISED:
op_CALL_METHOD_PROMISED:
    SAVE();
    call_settle(vm, code, pc, R(A));
    if (pc->op == OP_CALL_METHOD || pc->op == OP_CALL_METHOD_PROVEN || pc->op == OP_CALL_METHOD_PROMISED) goto op_CALL_METHOD;
    goto op_CALL;
op_CALL_PROVEN: {
    Value callee = R(A);
    PUSH_PROVEN(callee, &R(A) + 1, B, C);
    PUSH_CONSTRUCTOR(callee, &R(A) + 1, (uint8_t)B, next_->call_key == B + 1u, next_->behind_guards, C);
    FIND_KEY(callee);
    goto op_CALL;
}
op_CALL: {
    Value callee = R(A);
    uint32_t count = (uint8_t)B; // (CALL_PROVEN has more there)
    PUSH_SIMPLE(callee, &R(A) + 1, count, C);
    CALL_PLAIN_NATIVE(callee, &R(A) + 1, count, C, vm->types.native_function, 0, native_->self == VALUE_UNBOUND);
    PUSH_CONSTRUCTOR(callee, &R(A) + 1, count, next_->simple_arguments == given_ + 1, next_->code, C);
    if (callee == from_object(vm->types.range) && pc[1].op == OP_GET_ITER && pc[1].b == C && pc[1].c && likely(iteration_start_range(&R(A) + 1, count, &R(pc[1].a)))) {
        pc++; // `for i in range(...)`: no range is made
        NEXT();
    }
    BEFORE_CALL();
    CallOutcome outcome = DISPATCH_CALL(vm, callee, &R(A) + 1, count, VALUE_UNBOUND, C);
    if (likely(outcome == CALL_DONE)) NEXT();
    if (unlikely(outcome == CALL_FAILED)) goto error;
    goto enter_frame;
}
op_CALL_METHOD_PROVEN: {
    Value callee = R(A), *args = &R(A) + 1;
    uint32_t is_bound = args[0] == VALUE_UNBOUND, key = B + 1u - is_bound;
    PUSH_PROVEN(callee, args + is_bound, key, C);
    FIND_KEY(callee);
    goto op_CALL_METHOD;
}
op_CALL_METHOD: {
    Value callee = R(A), *args = &R(A) + 1;
    uint32_t is_bound = args[0] == VALUE_UNBOUND, count = (uint8_t)B + 1u - is_bound;
    args += is_bound;
    PUSH_SIMPLE(callee, args, count, C);
    if (!is_bound) CALL_PLAIN_NATIVE(callee, args, count, C, vm->types.native_method, 1, is_of_type(args[0], native_->type) || (!is_pointer(args[0]) && value_type(vm, args[0]) == native_->type));
    else CALL_PLAIN_NATIVE(callee, args, count, C, vm->types.native_function, 0, native_->self == VALUE_UNBOUND);
    BEFORE_CALL();
    CallOutcome outcome = DISPATCH_CALL(vm, callee, args, count, VALUE_UNBOUND, C);
    if (likely(outcome == CALL_DONE)) NEXT();
    if (unlikely(outcome == CALL_FAILED)) goto error;
    goto enter_frame;
}
op_CALL_KEYWORDS: {
    Value names = code->constants[C];
    BEFORE_CALL();
    CallOutcome outcome = DISPATCH_CALL(vm, R(A), &R(A) + 1, B - keyword_count(names), names, A);
    if (likely(outcome == CALL_DONE)) NEXT();
    if (unlikely(outcome == CALL_FAILED)) goto error;
    goto enter_frame;
}
op_CALL_METHOD_KEYWORDS: {
    Value names = code->constants[C], *args = &R(A) + 1;
    uint32_t is_bound = args[0] == VALUE_UNBOUND, count = B + 1u - is_bound;
    BEFORE_CALL();
    CallOutcome outcome = DISPATCH_CALL(vm, R(A), args + is_bound, count - keyword_count(names), names, A);
    if (likely(outcome == CALL_DONE)) NEXT();
    if (unlikely(outcome == CALL_FAILED)) goto error;
    goto enter_frame;
}
op_CALL_SPREAD: {
    BEFORE_CALL();
    CallOutcome outcome = call_spread(vm, frame, A);
    if (likely(outcome == CALL_DONE)) NEXT();
    if (unlikely(outcome == CALL_FAILED)) goto error;
    goto enter_frame;
}
enter_frame:
    RELOAD();
    if (unlikely(NEEDS_ATTENTION())) goto at_safepoint;
    WARM(code);
    NEXT();
#if HAS_NATIVE_CODE && !defined COUNTED
hot: {
    Instruction *next = native_run(vm, pc + 1);
    if (next == NATIVE_RETURNED) return vm->native_result;
    frame = vm->frame, registers = frame->registers, code = frame->code;
    if (unlikely(!next)) goto error;
    pc = next - 1;
    NEXT();
}
#endif
    Value returned;
op_RETURN_CONST:
    returned = K(instruction_wide(*pc));
    goto leave_frame;
op_RETURN_INT:
    returned = from_small_int((int32_t)instruction_wide(*pc));
    goto leave_frame;
op_RETURN:
    returned = R(A);
leave_frame:
    LEAVE_FRAME(returned);
op_RETURN_GUARDED_INT:
    returned = R(A);
    if (likely(is_small_int(returned))) LEAVE_FRAME(returned);
    goto return_guarded;
op_RETURN_GUARDED: {
    returned = R(A);
    if (is_small_int(returned) && guard_passes(returned, B)) pc->op = OP_RETURN_GUARDED_INT;
return_guarded:
    if (likely(guard_passes(returned, B))) LEAVE_FRAME(returned);
    SAVE();
    if (likely(guard_slow(vm, frame, (ParameterGuard){A, B}, GUARDS_RETURN))) goto op_RETURN;
    goto error;
}
special_return: {
    Value value = returned;
    uint16_t flags = frame->flags, result = frame->result_register;
    if (unlikely(flags & (FRAME_SEEN | FRAME_SHOWN | FRAME_CONSTRUCTOR))) {
        SAVE();
#ifndef TYPHON_CORE
        if (flags & FRAME_SEEN && unlikely(!trace_return(vm, frame, value))) goto error;
#endif
        if (flags & FRAME_CONSTRUCTOR && value == VALUE_NONE) flags &= (uint16_t)~FRAME_CONSTRUCTOR, value = registers[-1];
        if (frame->flags & FRAME_SHOWN) frame_object_ended(vm, frame); // (a hook may have looked at it)
    }
    if (frame->generator) SAVE(), generator_finish(vm, frame);
    else vm->frame--;
    if (flags & FRAME_ENTRY) LEAVE(value);
    RETURN_TO_FRAME();
    if (flags & FRAME_ITERATION) {
#ifdef TRACED
        if (value != VALUE_NONE && unlikely(!trace_stop(vm, frame, value))) goto error;
#endif
        JUMP_SHORT();
        NEXT();
    }
    if (flags & FRAME_OPERATOR) {
        if (unlikely(value == VALUE_NOT_IMPLEMENTED)) value = operator_declined(vm, frame, *pc);
        if (is_comparing_jump(pc->op)) {
            int truth = value == VALUE_ERROR ? -1 : op_truth(vm, value);
            if (unlikely(truth < 0)) goto error;
            if (!truth) JUMP_SHORT();
            NEXT();
        }
        if (unlikely(value == VALUE_ERROR)) goto error;
    }
    if (flags & (FRAME_CONSTRUCTOR | FRAME_DELEGATE | FRAME_SEEN)) {
        if (flags & FRAME_CONSTRUCTOR) {
            raise_type_error(vm, "__init__() should return None, not '%T'", value);
            goto error;
        }
        if (flags & FRAME_DELEGATE) {
            frame->generator->yield_from = VALUE_UNBOUND;
#ifdef TRACED
            if (unlikely(!trace_stop(vm, frame, value))) goto error;
#endif
        }
        R(result) = value;
        SWITCH_IF_TRACED();
        NEXT();
    }
    R(result) = value;
    NEXT();
}

    // ---- generators

    Value yielded;
    uint16_t sent_register;
op_YIELD:
    yielded = R(B);
    sent_register = A;
    SAVE();
#ifdef TRACED
    if (unlikely(frame->flags & FRAME_HELD)) {
        if (frame->flags & FRAME_SEEN && unlikely(!trace_return(vm, frame, yielded))) goto error;
        frame->flags &= (uint16_t)~FRAME_SEEN; // it is called anew
    }
#endif
    if (unlikely(frame->flags & FRAME_HELD)) LEAVE(yielded);
yield: {
#ifdef TRACED
    if (frame->flags & FRAME_SEEN && unlikely(!trace_return(vm, frame, yielded))) goto error;
#endif
    uint16_t flags = frame->flags, result = frame->result_register;
    generator_suspend(vm, frame, sent_register);
    if (flags & FRAME_ENTRY) LEAVE(yielded);
    RETURN_TO_FRAME();
    if (flags & FRAME_DELEGATE) {
        sent_register = GENERATOR_DELEGATES;
        goto yield;
    }
    R(result) = yielded;
    NEXT();
}
op_YIELD_FROM: {
    Generator *generator = frame->generator;
    Value iterator = R(B), sent = generator->yield_from == VALUE_UNBOUND ? VALUE_NONE : generator->sent;
    SAVE();
    gc_store(vm, generator, &generator->yield_from, iterator);
    generator->sent = VALUE_NONE;
    if (is_generator(iterator) && shape_at(iterator)->type != vm->types.async_generator) {
        Generator *inner = (Generator *)as_object(iterator);
        if (inner->state == GENERATOR_SUSPENDED || (inner->state == GENERATOR_CREATED && sent == VALUE_NONE)) {
            if (unlikely(!generator_push(vm, inner, sent, A, FRAME_DELEGATE))) goto delegation_failed;
            goto enter_frame;
        }
    }
    Value result = VALUE_NONE;
    yielded = iterator_send(vm, iterator, sent, &result);
    if (yielded == VALUE_END) {
        generator->yield_from = VALUE_UNBOUND;
        R(A) = result;
        NEXT();
    }
    if (likely(yielded != VALUE_ERROR)) {
        sent_register = GENERATOR_DELEGATES;
        goto yield;
    }
delegation_failed:
    generator->yield_from = VALUE_UNBOUND;
    goto error;
}
op_GET_YIELD_FROM:
    SLOW(get_yield_from);
op_GET_AWAITABLE:
    SLOW(get_awaitable);
op_LEAVE_ASYNC_ITER:
    if (!is_generator(R(A))) NEXT();
    SLOW(leave_async_iter);
op_END_ASYNC_FOR:
    if (is_object(R(A)) && type_is_subtype(shape_at(R(A))->type, vm->types.StopAsyncIteration)) {
        JUMP_WIDE();
        NEXT();
    }
    goto op_RERAISE;

    // ---- exceptions

op_RAISE:
    SLOW(raise);
op_RAISE_AGAIN:
    SAVE();
    if (slow_raise_again(vm, frame, *pc)) goto propagate;
    goto error;
op_RERAISE:
    SAVE();
    vm->exception = R(A);
propagate:
    if (!unwind(vm, false)) LEAVE(VALUE_ERROR);
    RETURN_TO_FRAME();
    WARM(code);
    NEXT();
op_ENTER_HANDLER:
    SLOW(enter_handler);
op_LEAVE_HANDLER:
    SLOW(leave_handler);
op_MATCH_EXCEPTION:
    SLOW(match_exception);
op_LOAD_ASSERTION_ERROR:
    R(A) = from_object(vm->types.AssertionError);
    NEXT();
op_WITH_EXIT:
    SLOW(with_exit);
error:
#ifndef TYPHON_CORE
    if (unlikely(!error_is_set(vm))) goto switch_loops;
#endif
    if (unlikely(vm->heap->refused) && frame->pc > frame->code->code && can_be_retried(vm, frame, frame->pc[-1])) { // (else it has not begun)
        pc = frame->pc - 2;
        NEXT();
    }
    if (!unwind(vm, true)) LEAVE(VALUE_ERROR);
    RETURN_TO_FRAME();
    if (unlikely(NEEDS_ATTENTION())) goto at_safepoint; // after a MemoryError, room for its handler
    WARM(code);
    NEXT();
#ifndef TYPHON_CORE
switch_loops: // a native that was called has set a hook, and returns None (trace_return_to_loop)
    pc = frame->pc - 1;
    R(call_result_register(*pc)) = VALUE_NONE;
    SWITCH_IF_TRACED();
    NEXT();
#endif
at_safepoint:
    if (unlikely(code->image)) {
        SAVE();
        if (unlikely(!code_read_body(vm, code))) goto error;
        pc = code->code - 1;
    }
    SAVE();
    SETTLE();
    if (unlikely(!safepoint(vm))) goto error;
    SWITCH_IF_TRACED();
    NEXT();

    // ---- modules, classes, match

op_LOAD_NAMESPACE:
    R(A) = frame->namespace_ != VALUE_UNBOUND ? namespace_share(frame->namespace_) : dict_share(frame->globals);
    NEXT();
op_MATCH_SEQUENCE:
    SLOW(match_sequence);
op_MATCH_MAPPING:
    SLOW(match_mapping);
op_MATCH_CLASS:
    SLOW(match_class);
op_GET_LENGTH:
    SLOW(get_length);
op_GUARD_TYPE:
    if (likely(guard_passes(R(A), B))) NEXT();
    SLOW(guard_type);
op_GUARD_MASK: // one step with the branch that asks for it, or with what gives the value, where that is an item
    if (pc[1].a == A && (guard_bits_of_immediate[VALUE_TRUE >> 3] & B)) {
        if (pc[1].op == OP_JUMP_IF_FALSE) pc->op = OP_GUARD_JUMP_IF_FALSE;
        else if (pc[1].op == OP_JUMP_IF_TRUE) pc->op = OP_GUARD_JUMP_IF_TRUE;
        if (pc->op != OP_GUARD_MASK) goto op_GUARD_MASK_ALONE;
    }
    if (pc != code->code && pc[-1].a == A) {
        if (pc[-1].op == OP_GET_ITEM) pc[-1].op = OP_GET_ITEM_GUARDED;
        else if (pc[-1].op == OP_GET_ITEM_INT) pc[-1].op = OP_GET_ITEM_INT_GUARDED;
    }
    pc->op = OP_GUARD_MASK_ALONE;
op_GUARD_MASK_ALONE:
    if (likely(guard_passes(R(A), B))) NEXT();
    SLOW(guard_mask);
op_GUARD_JUMP_IF_FALSE: // of a bool
    if (unlikely(!is_bool(R(A)))) goto op_GUARD_MASK_ALONE;
    pc++;
    if (R(A) == VALUE_FALSE) JUMP_WIDE();
    NEXT();
op_GUARD_JUMP_IF_TRUE:
    if (unlikely(!is_bool(R(A)))) goto op_GUARD_MASK_ALONE;
    pc++;
    if (R(A) == VALUE_TRUE) JUMP_WIDE();
    NEXT();
op_GUARD_VALUE:
    if (likely(guard_is_known(vm, R(A), as_tuple(K(B))))) NEXT();
    SLOW(guard_value);
op_GUARD_PARAMETERS: {
    const ParameterGuard *guard = code->parameter_guards, *end = guard + B;
    do {
        if (unlikely(!guard_passes(R(guard->reg), guard->mask))) SLOW(guard_parameters);
    } while (++guard < end);
    NEXT();
}
}
