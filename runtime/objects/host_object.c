// Layouts of the host's classes: see host_object.h.
#include "runtime/objects/host_object.h"
#include "runtime/interpreter.h"
#include "runtime/objects/list.h"
#include "runtime/slots.h"
#include "runtime/type.h"

static void host_finalize(VM *vm, Object *self) {
    HostObject *object = (HostObject *)self;
    const HostLayout *layout = host_layout(from_object(self));
    (void)vm;
    if (object->is_finalised) return;
    object->is_finalised = 1;
    layout->finalise(layout->userdata, object->data);
}

void host_layout_init(HostLayout *layout, const char *name) {
    layout->spec = (TypeSpec){.name = name, .layout = LAYOUT_HOST, .size = (uint32_t)(sizeof(HostObject) + ((layout->size + 7) & ~(size_t)7)),
                              .slots = layout->slots};
}

// What its instances have in them already must be a host object's, or nothing.
static bool take_base(VM *vm, HostLayout *layout, const Type *base) {
    const Type *native = type_native_base(base);
    if (native != vm->types.object && native->layout != LAYOUT_HOST) return raise_type_error(vm, "a host class cannot derive from '%N'", base), false;
    if (base->flags & TYPE_HAS_DICT) return raise_type_error(vm, "a host class cannot derive from '%N', whose instances take any attribute", base), false;
    layout->base = native->layout == LAYOUT_HOST ? (const HostLayout *)(const void *)native->spec : NULL;
    if (!layout->base) return true;
    if (layout->size < layout->base->size)
        return raise_type_error(vm, "the data of '%s' (%zu bytes) cannot begin with that of '%N' (%zu bytes)", layout->spec.name, layout->size, base, layout->base->size), false;
    if (!layout->finalise) layout->finalise = layout->base->finalise, layout->userdata = layout->base->userdata;
    return true;
}

// Itself and all that it extends, so that of two host classes the one that extends the other is found.
static Value layout_mro(VM *vm, const Type *type) {
    size_t count = 0;
    for (const Type *at = type; at; at = at->base) count++;
    Value mro = tuple_new(vm, NULL, count);
    if (mro == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < count; i++, type = type->base) as_tuple(mro)->items[i] = from_object(type);
    return mro;
}

Type *host_layout_type(VM *vm, HostLayout *layout, Type *base) {
    if (!take_base(vm, layout, base)) return NULL;
    bool is_refused = !layout->has_init && base->slots.initialize == object_initialize;
    layout->slots[0] = is_refused ? (SlotEntry)SLOT(construct, construct_refused) : (SlotEntry)SLOT(construct, object_construct_finalizable);
    if (layout->finalise) layout->slots[1] = (SlotEntry)SLOT(finalize, host_finalize), layout->spec.flags |= TYPE_HAS_FINALIZER;
    Type *type = type_new_from_spec(vm, &layout->spec, base);
    Value mro = type ? layout_mro(vm, type) : VALUE_ERROR;
    if (mro == VALUE_ERROR) return NULL;
    type_remove_subclass(base, type);
    type->mro = as_tuple(mro);
    type->bases = as_tuple(vm->empty_tuple);
    type->member_count = base->member_count;
    type->flags |= TYPE_FINAL; // should a script find it (gc.get_referents): nothing derives from it, and it has no instances (object.c)
    return type;
}

void host_code_settle(Code *code) {
    uint32_t parameters = code->parameter_count;
    for (uint32_t at = 0; at + parameters + 2 < code->code_count; at++) {
        Instruction *load = &code->code[at], *call = load + parameters + 1;
        if (load->op != OP_LOAD_FREE || call->op != OP_CALL || call->a != load->a || call_argument_count(*call) != parameters || (call[1].op != OP_RETURN && call[1].op != OP_RETURN_GUARDED)) continue;
        uint32_t given = 0;
        while (given < parameters && load[given + 1].op == OP_MOVE && load[given + 1].a == load->a + given + 1 && load[given + 1].b == given) given++;
        if (given == parameters) load->op = OP_ASIDE;
    }
}
