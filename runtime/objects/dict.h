// dict: compact and insertion-ordered: a table of entries in order of insertion, and an open-addressing index into it.
//   used = live entries; entries[0..filled) are used or deleted (key VALUE_UNBOUND); filled <= capacity.
#ifndef TYPHON_RUNTIME_DICT_H
#define TYPHON_RUNTIME_DICT_H
#include "runtime/vm.h"
typedef struct DictEntry {
    Value key; // VALUE_UNBOUND: deleted
    Value value;
} DictEntry;
struct Dict {
    Object head;
    DictEntry *entries;   // heap block
    void *index;          // heap block: the private business of dict.c
    uint32_t *hashes;     // heap block: kept only when a key is neither str nor int (rehashing would call scripts), else NULL
    size_t used, filled;
    uint32_t capacity, slots; // of the index
    uint32_t keys_version; // changes whenever the place of an entry may have changed (insert, delete, resize): inline caches
    uint32_t flags;        // DICT_STRING_KEYS: all keys are exact strs; DICT_NAMES: interned ones; the other bits: entries before this number are deleted (table.h)
};
#ifndef TYPHON_CORE
enum { KEYS_VERSION_STEP = 2 }; // what lies between is for a name that comes and goes (LastDeleted in vm.h)
#else
enum { KEYS_VERSION_STEP = 1 };
#endif
// DICT_UNSHARED: the main program's namespace while nobody but its own code has it: strings in it may be GROWING (str.h). Likewise that of a class body: then the
// class takes it over and need not copy it.
enum { DICT_STRING_KEYS = 1, DICT_UNSHARED = 2, DICT_NAMES = 4, DICT_FIRST_SHIFT = 3 };
// The dict for whoever may look into it from now on: no string in it grows any more.
Value dict_share(Dict *dict);
static inline bool is_dict(Value v) { return is_layout(v, LAYOUT_DICT); }
static inline Dict *as_dict(Value v) { return (Dict *)as_object(v); }
static inline Value namespace_share(Value space) { return is_dict(space) ? dict_share(as_dict(space)) : space; } // of a body: any mapping
MAY_RAISE Dict *dict_new(VM *vm);
// {key: value ...} of `count` pairs that are rooted. May run scripts.
MAY_RAISE Value dict_of_pairs(VM *vm, const Value *pairs, uint32_t count);
// VALUE_UNBOUND: not there. VALUE_ERROR: __hash__ or __eq__ raised, or unhashable.
MAY_RAISE Value dict_get(VM *vm, Dict *dict, Value key);
MAY_RAISE bool dict_set(VM *vm, Dict *dict, Value key, Value value);
MAY_RAISE int dict_delete(VM *vm, Dict *dict, Value key); // 1 deleted, 0 not there, -1 error
// Interned-string keys: never raise (set: only MemoryError). VALUE_UNBOUND: not there.
Value dict_get_str(VM *vm, Dict *dict, Str *key);
MAY_RAISE bool dict_set_str(VM *vm, Dict *dict, Str *key, Value value);
MAY_RAISE bool dict_add_str(VM *vm, Dict *dict, Str *key, Value value); // one that is not there: sooner
int dict_delete_str(VM *vm, Dict *dict, Str *key);
// Index of the entry of a str key in entries[], or -1 (valid while keys_version stays).
int64_t dict_find_str(VM *vm, Dict *dict, Str *key);
static inline size_t dict_first(const Dict *dict) { return dict->flags >> DICT_FIRST_SHIFT; } // a place in entries[] to begin at, instead of 0
// Iteration: size_t at = 0; while (dict_next(dict, &at, &key, &value)) ...   no change of keys meanwhile
bool dict_next(const Dict *dict, size_t *at, Value *key, Value *value);
MAY_RAISE Dict *dict_copy(VM *vm, Dict *dict);
// A list of what mapping.keys() gives.
MAY_RAISE Value mapping_key_list(VM *vm, Value mapping);
MAY_RAISE bool dict_update(VM *vm, Dict *dict, Value mapping_or_pairs);
void dict_clear(VM *vm, Dict *dict);
#endif
