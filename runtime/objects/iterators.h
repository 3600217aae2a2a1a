// Iterators over anything: what iter(), enumerate(), zip(), map(), filter() and reversed() give.
#ifndef TYPHON_RUNTIME_ITERATORS_H
#define TYPHON_RUNTIME_ITERATORS_H
#include "runtime/vm.h"
MAY_RAISE Value call_iterator_new(VM *vm, Value function, Value sentinel); // iter(function, sentinel)
MAY_RAISE Value sequence_iterator_new(VM *vm, Value sequence); // over __getitem__(0), (1)... up to IndexError
// What a reversed object still has to give, all at once, where it is the first `left` characters of an ASCII text; false: it is not.
bool reversed_take_text(VM *vm, Value iterator, Str **text, size_t *left);
MAY_RAISE Value memory_iterator_new(VM *vm, Value view); // over __getitem__(0), (1)... up to IndexError
bool zip_is_of_two(Value zip);
// What zip of two gives next, without the tuple: 1; 0 exhausted; -1 raised; 2: not of two. Both are places the collector sees.
MAY_RAISE int zip_next_pair(VM *vm, Value self, Value *first, Value *second);
#ifndef TYPHON_CORE
// How many pairs a zip of two over lists and tuples has ahead, as they are now, and where their items stand; 0: also of others.
size_t zip_ahead(const VM *vm, Value zip, const Value *items[2]);
void zip_skip(Value zip, size_t count); // so many, of those
#endif
// What __reduce__ of iterators gives: (builtins.MAKER, (source,)), then the state for __setstate__ unless it is VALUE_UNBOUND.
MAY_RAISE Value iterator_reduce(VM *vm, const char *maker, Value source, Value state);
// (iter, ([items],)) with all that a fresh `copy` of an iterator has left.
MAY_RAISE Value iterator_reduce_to_list(VM *vm, Value copy);
// The argument of __setstate__: an int that fits.
MAY_RAISE bool iterator_state(VM *vm, Value state, int64_t *index);
// After a step that raised: true, and the error cleared, when it was a StopIteration: the iterator is exhausted.
bool iteration_ended(VM *vm);
#endif
