// Parcel: a value of one VM copied out of its heap, to be copied into that of another: it belongs to no VM, and any thread may have it.
//
//   packed    None, bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, instances of dataclasses, and members of enums; of
//             these very classes, not of subclasses. What is met twice is packed once, so that what was shared is shared, and cycles close.
//   classes   travel as module and qualified name: the other side imports them. Attributes are set as object.__setattr__ does, so their guards hold there.
//   refused   anything else: TypeError, with the path to it ("item 'x' of a dict: cannot send a function").
//
// Packing runs no script. Unpacking may: it imports, and asks keys for their hashes.
//
// Bytes are copied twice, in and out: they lie in the block of their object, whose header is the VM's, so that no two heaps can have one.
#ifndef TYPHON_RUNTIME_PARCEL_H
#define TYPHON_RUNTIME_PARCEL_H
#include "runtime/vm.h"

typedef struct Parcel {
    size_t size, capacity; // bytes
    bool names_main;       // what it has of classes is of __main__, in part
    bool is_pickled;       // it is the bytes of a pickle (interpreters.c)
    unsigned char *data;   // records: a tag (parcel.c), and what belongs to it
} Parcel;

// NULL: TypeError, MemoryError (also when it is larger than the heap may be), RecursionError.
MAY_RAISE Parcel *parcel_pack(VM *vm, Value value);
// A fresh copy each time.
MAY_RAISE Value parcel_unpack(VM *vm, const Parcel *parcel);
void parcel_free(Parcel *parcel); // NULL allowed
#endif
