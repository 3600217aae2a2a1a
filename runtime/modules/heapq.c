// _heapq: a list as a heap: no item is less than its parent (library reference, "heapq"). stdlib/heapq.py has merge, nlargest and nsmallest.
//
// Comparisons may be scripts, which may change the list: after each one its length is looked at again.
#include "runtime/quick_order.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"

typedef struct HeapQueue {
    VM *vm;
    List *list;
    size_t count;   // while sifting
    bool is_largest; // the largest first
} HeapQueue;

// Whether a goes before b; -1: raised. Both lie in the list or in a root.
static int goes_before(HeapQueue *q, Value a, Value b) {
    int order = quick_order_deep(q->vm, a, b);
    if (order != ORDER_UNKNOWN) return q->is_largest ? order > 0 : order < 0;
    ROOT_SCOPE(q->vm);
    root_push(q->vm, a), root_push(q->vm, b);
    int before = q->is_largest ? op_less(q->vm, b, a) : op_less(q->vm, a, b);
    ROOT_END(q->vm);
    if (before < 0 || q->list->count == q->count) return before;
    raise_error(q->vm, q->vm->types.RuntimeError, "list changed size during iteration");
    return -1;
}

// Moves the item at `at` towards the root `start` to its place.
static bool sift_down(HeapQueue *q, size_t start, size_t at) {
    while (at > start) {
        size_t parent = (at - 1) / 2;
        Value item = q->list->items[at], above = q->list->items[parent];
        int before = goes_before(q, item, above);
        if (before < 0) return false;
        if (!before) break;
        item = q->list->items[at], above = q->list->items[parent];
        q->list->items[at] = above, q->list->items[parent] = item;
        gc_moved(q->vm, q->list);
        at = parent;
    }
    return true;
}

// Moves the item at `start` to a leaf, the smaller child going up each time, and from there back to its place: fewer comparisons than
// stopping on the way (Knuth, The Art of Computer Programming, volume 3, 5.2.3).
static bool sift_up(HeapQueue *q, size_t start) {
    size_t at = start, end = q->count;
    for (size_t child = 2 * at + 1; child < end; child = 2 * at + 1) {
        if (child + 1 < end) {
            int before = goes_before(q, q->list->items[child], q->list->items[child + 1]);
            if (before < 0) return false;
            child += !before;
        }
        Value swap = q->list->items[child];
        q->list->items[child] = q->list->items[at], q->list->items[at] = swap;
        gc_moved(q->vm, q->list);
        at = child;
    }
    return sift_down(q, start, at);
}

static bool open_queue(VM *vm, HeapQueue *q, Value v, const char *function, const char *argument, bool is_largest) {
    if (!is_list(v)) return raise_type_error(vm, "%s() argument %smust be list, not %T", function, argument, v), false;
    *q = (HeapQueue){vm, as_list(v), as_list(v)->count, is_largest};
    return true;
}

static Value heap_push(VM *vm, Value *args, uint32_t count) {
    (void)count;
    HeapQueue q;
    if (!open_queue(vm, &q, args[0], "heappush", "1 ", false) || !list_append(vm, q.list, args[1])) return VALUE_ERROR;
    q.count++;
    return sift_down(&q, 0, q.count - 1) ? VALUE_NONE : VALUE_ERROR;
}

static Value pop(VM *vm, Value heap, const char *function, bool is_largest) {
    HeapQueue q;
    if (!open_queue(vm, &q, heap, function, "", is_largest)) return VALUE_ERROR;
    if (!q.count) return raise_index_error(vm, "index out of range");
    Value last = q.list->items[q.list->count - 1];
    q.count = --q.list->count;
    if (!q.count) return last;
    Value first = q.list->items[0];
    gc_store(vm, q.list, &q.list->items[0], last);
    root_push(vm, first);
    bool good = sift_up(&q, 0);
    vm->roots_top--;
    return good ? first : VALUE_ERROR;
}
static Value heap_pop(VM *vm, Value *args, uint32_t count) { return (void)count, pop(vm, args[0], "heappop", false); }
static Value heap_pop_largest(VM *vm, Value *args, uint32_t count) { return (void)count, pop(vm, args[0], "_heappop_max", true); }

static Value replace(VM *vm, Value *args, const char *function, bool is_largest) {
    HeapQueue q;
    if (!open_queue(vm, &q, args[0], function, "1 ", is_largest)) return VALUE_ERROR;
    if (!q.count) return raise_index_error(vm, "index out of range");
    Value first = q.list->items[0];
    gc_store(vm, q.list, &q.list->items[0], args[1]);
    root_push(vm, first);
    bool good = sift_up(&q, 0);
    vm->roots_top--;
    return good ? first : VALUE_ERROR;
}
static Value heap_replace(VM *vm, Value *args, uint32_t count) { return (void)count, replace(vm, args, "heapreplace", false); }
static Value heap_replace_largest(VM *vm, Value *args, uint32_t count) { return (void)count, replace(vm, args, "_heapreplace_max", true); }

static Value heap_push_pop(VM *vm, Value *args, uint32_t count) {
    (void)count;
    HeapQueue q;
    if (!open_queue(vm, &q, args[0], "heappushpop", "1 ", false)) return VALUE_ERROR;
    if (!q.count) return args[1];
    int before = goes_before(&q, q.list->items[0], args[1]);
    if (before <= 0) return before < 0 ? VALUE_ERROR : args[1];
    return replace(vm, args, "heappushpop", false);
}

static Value heapify(VM *vm, Value heap, const char *function, bool is_largest) {
    HeapQueue q;
    if (!open_queue(vm, &q, heap, function, "", is_largest)) return VALUE_ERROR;
    for (size_t i = q.count / 2; i-- > 0;)
        if (!sift_up(&q, i)) return VALUE_ERROR;
    return VALUE_NONE;
}
static Value heap_heapify(VM *vm, Value *args, uint32_t count) { return (void)count, heapify(vm, args[0], "heapify", false); }
static Value heap_heapify_largest(VM *vm, Value *args, uint32_t count) { return (void)count, heapify(vm, args[0], "_heapify_max", true); }

// ---- the least or largest of many ----------------------------------------------------------------------------------

// Small ints and inline floats as words in their order (the same for equal ones, so that it does not matter which is taken), and back.
static int64_t turned(int64_t bits) { return bits ^ (int64_t)((uint64_t)(bits >> 63) >> 1); }
static int64_t word_of(const VM *vm, Value v) {
    if (is_small_int(v)) return (int64_t)v;
    if (v == vm->float_zero) return 0;
    double d = inline_float(v);
    int64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return turned(bits);
}
static Value value_of(const VM *vm, int64_t word, bool is_int) {
    if (is_int) return (Value)word;
    if (!word) return vm->float_zero;
    int64_t bits = turned(word);
    double d;
    memcpy(&d, &bits, sizeof d);
    return try_inline_float(d);
}

// The largest word goes to the root.
static void sift_word(int64_t *heap, size_t at, size_t count) {
    int64_t word = heap[at];
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && heap[child + 1] > heap[child]) child++;
        if (heap[child] <= word) break;
        heap[at] = heap[child];
    }
    heap[at] = word;
}

// _select(list, n, largest): the n least, or largest, items in order as a new list; None when the items are not all ints or all floats, or n is not far below their number.
static Value heap_select(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[0], vm->types.list) || !is_small_int(args[1])) return VALUE_NONE;
    const List *list = as_list(args[0]);
    int64_t given = small_int(args[1]);
    if (given < 1 || (uint64_t)given >= list->count / 8) return VALUE_NONE;
    size_t n = (size_t)given;
    bool ints = is_small_int(list->items[0]);
    int64_t flip = args[2] == VALUE_TRUE ? -1 : 0; // turns the order round
    int64_t *heap = block_new(vm, n * sizeof *heap);
    if (!heap) return VALUE_ERROR;
    Value result = VALUE_NONE;
    for (size_t i = 0; i < list->count; i++) {
        Value item = list->items[i];
        if (ints ? !is_small_int(item) : !is_inline_float(item) && item != vm->float_zero) goto done;
        int64_t word = word_of(vm, item) ^ flip;
        if (i < n) {
            heap[i] = word;
            for (size_t at = n / 2; i + 1 == n && at-- > 0;) sift_word(heap, at, n);
        } else if (word < heap[0]) {
            heap[0] = word;
            sift_word(heap, 0, n);
        }
    }
    result = list_new(vm, NULL, n);
    if (result == VALUE_ERROR) goto done;
    for (size_t left = n; left > 0; left--) { // the largest that is left goes to the end
        as_list(result)->items[left - 1] = value_of(vm, heap[0] ^ flip, ints);
        heap[0] = heap[left - 1];
        sift_word(heap, 0, left - 1);
    }
    as_list(result)->count = n;
done:
    block_free(vm, heap, n * sizeof *heap);
    return result;
}

static const NativeDef functions[] = {
    {"_select", {heap_select}, 3, 3, 0, NULL, DOC(NULL)},
    {"heappush", {heap_push}, 2, 2, 0, NULL, DOC("Push item onto heap, maintaining the heap invariant.")},
    {"heappop", {heap_pop}, 1, 1, 0, NULL, DOC("Pop the smallest item off the heap, maintaining the heap invariant.")},
    {"heapreplace", {heap_replace}, 2, 2, 0, NULL, DOC("Pop and return the current smallest value, and add the new item.")},
    {"heappushpop", {heap_push_pop}, 2, 2, 0, NULL, DOC("Push item on the heap, then pop and return the smallest item from the heap.")},
    {"heapify", {heap_heapify}, 1, 1, 0, NULL, DOC("Transform list into a heap, in-place, in O(len(heap)) time.")},
    {"_heappop_max", {heap_pop_largest}, 1, 1, 0, NULL, DOC("Maxheap variant of heappop.")},
    {"_heapify_max", {heap_heapify_largest}, 1, 1, 0, NULL, DOC("Maxheap variant of heapify.")},
    {"_heapreplace_max", {heap_replace_largest}, 2, 2, 0, NULL, DOC("Maxheap variant of heapreplace.")},
    {0},
};
const ModuleDef heapq_module = {"_heapq", functions, NULL};
