// Objects of classes that the host program declares (embed/api_class.c): C data inside of the object, which only the host reads and writes.
//
//     | shape | state | data: aligned to 16, zeroed when the object is made | members, then attributes, as any instance has them |
//
// The layout of such a class is a built-in type of its own, which stands between the class and its base where layouts are looked at (Type.base) and nowhere
// else: not in an MRO, nor among the subclasses of the base. A class that derives from another host class has its data in the place of that one's, and at least as
// much: as a struct in C begins with the struct it extends.
//
// The host's finaliser is a finalize slot: it runs at a safepoint after the object was found to be unreachable, or when the VM closes, and once. From then on
// nobody gets at the data any more, though scripts may (a __del__ that refers to the object).
#ifndef TYPHON_RUNTIME_HOST_OBJECT_H
#define TYPHON_RUNTIME_HOST_OBJECT_H
#include "runtime/objects/function.h"

enum { HOST_DATA_MOST = 32 * 1024 }; // bytes: offsets of what is behind it are kept in 16 bits

// To be kept by whoever makes it for as long as the VM lives: types point to it.
typedef struct HostLayout {
    TypeSpec spec;                 // first: a type's spec that has LAYOUT_HOST is one of these
    SlotEntry slots[3];            // of `spec`: construct, finalize, end
    const struct HostLayout *base; // the one it extends, or NULL
    const void *definition;        // what the host calls it by
    size_t size;                   // of the data
    void (*finalise)(void *userdata, void *data); // NULL: none
    void *userdata;
    bool is_made;  // a class of it is, or was tried to be
    bool has_init; // the class defines __init__: scripts may make instances if it or a base does
} HostLayout;

typedef struct HostObject {
    Object head;
    uint64_t is_finalised;
    char data[];
} HostObject;

static inline bool is_host_object(Value v) { return is_layout(v, LAYOUT_HOST); }
static inline const HostLayout *host_layout(Value v) { return (const HostLayout *)(const void *)as_object(v)->shape->type->spec; }
// Its class, or one that this derives from, is the host's `definition`.
static inline bool host_object_is(Value v, const void *definition) {
    if (!is_host_object(v)) return false;
    for (const HostLayout *layout = host_layout(v); layout; layout = layout->base)
        if (layout->definition == definition) return true;
    return false;
}
// The data of a host object. NULL, with RuntimeError set: it was finalised.
static inline MAY_RAISE void *host_data(VM *vm, Value v) {
    HostObject *object = (HostObject *)as_object(v);
    if (__builtin_expect(!object->is_finalised, 1)) return object->data;
    return raise_error(vm, vm->types.RuntimeError, "the '%T' object was finalised", v), NULL;
}
// Fills in what follows from the other fields: name (which must live on), definition, size, finalise, userdata, has_init.
void host_layout_init(HostLayout *layout, const char *name);
// The layout's type, for a class whose layout would be that of `base` otherwise. NULL: TypeError: it cannot be extended, or has more data.
MAY_RAISE Type *host_layout_type(VM *vm, HostLayout *layout, Type *base);

// A function whose body calls a host function with all its parameters, in their order, and returns the result (embed/api_host.c): one instruction does it from
// now on. Others stay as they are.
void host_code_settle(Code *code);
#endif
