// Text that an attribute gathers by `object.name += piece` (decisions/0006): while nobody but the attribute has the string, it grows in place.
//
//   object                         vm->gathers (at most GATHERS_MAX)
//   +-----------------------+      +--------------------------------+
//   | slot: VALUE_UNBOUND   | <--- | object, offset of the slot     |
//   +-----------------------+      | text: a string that is GROWING |
//                                  +--------------------------------+
//
// The slot is empty meanwhile, as an unset member of __slots__ is, so that whoever reads it takes the slow way and settles it: the string is sealed and
// put into the slot. Whoever reads or changes attribute slots other than through the inline caches calls gather_settle first; a plain store of something else
// into the slot just leaves the entry stale. All are settled before the collector looks at anything: it never sees this table.
#ifndef TYPHON_RUNTIME_GATHER_H
#define TYPHON_RUNTIME_GATHER_H
#include "runtime/objects/bytes.h"
#include "runtime/objects/str.h"

// b + a for `a = b + a`: a itself, longer, when it is GROWING (str_grow is for what comes behind).
MAY_RAISE Value str_grow_before(VM *vm, Str *a, const Str *b);

// Of what a variable may have gathered, text or bytes: others will have it from now on.
static inline void seal_gathered(const VM *vm, Value v) {
    if (!is_object(v)) return;
    const Type *type = as_object(v)->shape->type;
    if (type == vm->types.str) str_seal((Str *)as_object(v));
    else if (type == vm->types.bytes) bytes_seal(as_bytes(v));
}

void gather_settle_slow(VM *vm, const Object *o);
// Before the attributes of `o` (NULL: of any object) are read or changed.
static inline void gather_settle(VM *vm, const Object *o) {
    if (__builtin_expect(vm->gather_count != 0, 0)) gather_settle_slow(vm, o);
}
// What is gathered for the slot, whose content is VALUE_UNBOUND; NULL: nothing.
TextGather *gather_find(VM *vm, const Object *o, uint32_t offset);
// The slot's text is `text`, which is GROWING, from now on.
void gather_open(VM *vm, Object *o, uint32_t offset, Str *text);
#endif
