// The collector against a shadow: lists, dicts, tuples, instances, weak references and finalisers that resurrect are made and changed at random, as natives
// do it; the same graph is kept in plain C. After each collection (young, in steps, full) every object that the shadow says is reachable is looked at: it
// must be there, unchanged, with all it refers to.
//
//     TYPHON_MUTATIONS=3000000 build/tests/test_embed_collector      more of it
#include "embed/loader.h"
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/gc.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

// A node's children are what it refers to, besides its number: items of a list, a tuple; values of a dict at 0, 1, ...; attributes a0, a1, ...
// LAST is an instance whose class has a __del__ that puts it into `graveyard`.
typedef enum Kind { LIST, TUPLE, DICT, INSTANCE, LAST, KINDS } Kind;
enum { ROOTS = 48, STACK_ROOTS = 16, ATTRIBUTES = 12, REFERENCES = 400, LARGE = 3000, NONE = -1 };

typedef struct Node {
    Value value;
    Kind kind;
    int count, capacity;
    int *children; // NONE: None, or nothing under that key or name
    uint32_t reached; // the walk that came to it last
    bool is_done;     // its __del__ was called
    bool is_used;
} Node;

typedef struct Reference {
    int target; // NONE: none, or it is empty
} Reference;

typedef struct World {
    VM *vm;
    Node *nodes;
    int node_count, node_capacity;
    int *free_nodes, free_count;
    int *stack; // of walks
    int roots[ROOTS]; // the first STACK_ROOTS: on the root stack, the others: in the list `kept`
    ptrdiff_t first_root;
    List *kept, *references, *graveyard;
    Reference shadows[REFERENCES];
    Value node_class, last_class, make_reference;
    Str *attributes[ATTRIBUTES], *number;
    uint32_t walk;
    int reachable; // nodes, at the last walk
    uint64_t collections;
    uint64_t state;
    long young, full, steps, resurrected, emptied;
    int most_reachable;
    int changed_roots; // the others stay
} World;

static const char source[] = "import weakref\n"
                             "class Node: pass\n"
                             "graveyard = []\n"
                             "class Last:\n"
                             "    def __del__(self): graveyard.append(self)\n"
                             "kept = [None] * 48\n"
                             "references = [None] * 400\n"
                             "make_reference = weakref.ref\n";

static uint32_t next_random(World *w) {
    w->state = w->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(w->state >> 33);
}
static int below(World *w, int n) { return (int)(next_random(w) % (uint32_t)n); }

// ---- the shadow

static int new_node(World *w, Kind kind, int count) {
    if (!w->free_count) {
        int capacity = w->node_capacity ? 2 * w->node_capacity : 1024;
        w->nodes = realloc(w->nodes, (size_t)capacity * sizeof *w->nodes);
        w->free_nodes = realloc(w->free_nodes, (size_t)capacity * sizeof *w->free_nodes);
        w->stack = realloc(w->stack, (size_t)capacity * sizeof *w->stack);
        assert_true(w->nodes && w->free_nodes && w->stack);
        memset(w->nodes + w->node_capacity, 0, (size_t)(capacity - w->node_capacity) * sizeof *w->nodes);
        for (int i = capacity; i-- > w->node_capacity;) w->free_nodes[w->free_count++] = i;
        w->node_capacity = capacity;
    }
    int n = w->free_nodes[--w->free_count];
    Node *node = &w->nodes[n];
    *node = (Node){.kind = kind, .count = count, .capacity = count, .is_used = true, .reached = w->walk};
    node->children = count ? malloc((size_t)count * sizeof *node->children) : NULL;
    for (int i = 0; i < count; i++) node->children[i] = NONE;
    return n;
}

static void reach(World *w, int n, int *depth) {
    if (n == NONE || w->nodes[n].reached == w->walk) return;
    assert_true(w->nodes[n].is_used);
    w->nodes[n].reached = w->walk;
    w->stack[(*depth)++] = n;
}

static void reach_all(World *w, int depth) {
    while (depth) {
        const Node *node = &w->nodes[w->stack[--depth]];
        w->reachable++;
        for (int i = 0; i < node->count; i++) reach(w, node->children[i], &depth);
    }
}

static void walk(World *w) {
    int depth = 0;
    w->walk++;
    w->reachable = 0;
    for (int i = 0; i < ROOTS; i++) reach(w, w->roots[i], &depth);
    reach_all(w, depth);
}

// ---- what there is

static Value child_value(const World *w, int n) { return n == NONE ? VALUE_NONE : w->nodes[n].value; }

static Value attribute(const World *w, const Node *node, Str *name) { return instance_get(w->vm, as_object(node->value), name); }

static void check_node(World *w, int n) {
    const Node *node = &w->nodes[n];
    Value number = from_small_int(n);
    switch (node->kind) {
    case LIST: {
        assert_true(is_exactly(node->value, w->vm->types.list));
        const List *list = as_list(node->value);
        assert_int_equal(list->count, node->count + 1);
        assert_true(list->items[0] == number);
        for (int i = 0; i < node->count; i++) assert_true(list->items[i + 1] == child_value(w, node->children[i]));
        return;
    }
    case TUPLE: {
        assert_true(is_exactly(node->value, w->vm->types.tuple));
        const Tuple *tuple = as_tuple(node->value);
        assert_int_equal(tuple->count, node->count + 1);
        assert_true(tuple->items[0] == number);
        for (int i = 0; i < node->count; i++) assert_true(tuple->items[i + 1] == child_value(w, node->children[i]));
        return;
    }
    case DICT: {
        assert_true(is_exactly(node->value, w->vm->types.dict));
        Dict *dict = as_dict(node->value);
        int64_t present = 1;
        assert_true(dict_get_str(w->vm, dict, w->number) == number);
        for (int i = 0; i < node->count; i++) {
            present += node->children[i] != NONE;
            Value found = dict_get(w->vm, dict, from_small_int(i));
            assert_true(found == (node->children[i] == NONE ? VALUE_UNBOUND : w->nodes[node->children[i]].value));
        }
        assert_int_equal(op_length(w->vm, node->value), present);
        return;
    }
    default:
        assert_true(is_exactly(node->value, (Type *)as_object(node->kind == LAST ? w->last_class : w->node_class)));
        assert_true(attribute(w, node, w->number) == number);
        for (int i = 0; i < node->count; i++)
            assert_true(attribute(w, node, w->attributes[i]) == (node->children[i] == NONE ? VALUE_UNBOUND : w->nodes[node->children[i]].value));
    }
}

// Who was finalised is in the graveyard: with all it refers to, it is as it was. Then it is let go of.
static void check_graveyard(World *w, bool is_full) {
    uint32_t before = w->walk++;
    for (size_t i = 0; i < w->graveyard->count; i++) {
        Value number = instance_get(w->vm, as_object(w->graveyard->items[i]), w->number);
        assert_true(is_small_int(number));
        int n = (int)small_int(number), depth = 0;
        Node *node = &w->nodes[n];
        assert_true(node->is_used && node->kind == LAST && node->value == w->graveyard->items[i]);
        assert_true(node->reached != before && !node->is_done); // it was not reachable, and only once
        node->is_done = true;
        w->resurrected++;
        node->reached = before;
        reach(w, n, &depth);
        reach_all(w, depth);
    }
    for (int n = 0; n < w->node_capacity; n++) {
        Node *node = &w->nodes[n];
        if (!node->is_used) continue;
        if (node->reached == w->walk) check_node(w, n);
    }
    // Those found in the last full collection before this walk. (What only a resurrected one refers to was found with it.)
    for (int n = 0; is_full && n < w->node_capacity; n++)
        if (w->nodes[n].is_used && w->nodes[n].kind == LAST && w->nodes[n].reached != before && w->nodes[n].reached != w->walk) assert_true(w->nodes[n].is_done);
    assert_true(call_method(w->vm, from_object(w->graveyard), str_intern(w->vm, "clear", 5), NULL, 0) != VALUE_ERROR);
}

static Value referent(World *w, int i) {
    Value found = call_value(w->vm, w->references->items[i], NULL, 0);
    assert_true(found != VALUE_ERROR);
    return found;
}

static void check_references(World *w, bool is_full) {
    for (int i = 0; i < REFERENCES; i++) {
        int target = w->shadows[i].target;
        if (target == NONE) continue;
        bool is_reachable = w->nodes[target].reached == w->walk;
        if (is_reachable) {
            assert_true(referent(w, i) == w->nodes[target].value);
        } else if (is_full || referent(w, i) == VALUE_NONE) {
            assert_true(referent(w, i) == VALUE_NONE);
            w->shadows[i].target = NONE;
            w->emptied++;
        }
    }
}

// Nodes that are gone: of those not reached by the last two walks (from the roots, from the graveyard).
static void forget_dead(World *w) {
    for (int n = 0; n < w->node_capacity; n++) {
        Node *node = &w->nodes[n];
        if (!node->is_used || w->walk - node->reached < 2) continue;
        free(node->children);
        *node = (Node){0};
        w->free_nodes[w->free_count++] = n;
    }
}

static void check_all(World *w, bool is_full) {
    walk(w);
    if (w->reachable > w->most_reachable) w->most_reachable = w->reachable;
    for (int n = 0; n < w->node_capacity; n++)
        if (w->nodes[n].is_used && w->nodes[n].reached == w->walk) check_node(w, n);
    check_references(w, is_full);
    check_graveyard(w, is_full);
    if (is_full) forget_dead(w);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    assert_true(heap_is_valid(w->vm->heap));
#endif
}

// A full one at once: what died before it is gone. Others: what is reachable is there.
static void collect(World *w, bool at_once) {
    if (at_once) gc_collect_now(w->vm);
    else gc_collect(w->vm);
    assert_false(error_is_set(w->vm));
    if (w->vm->heap->collections == w->collections) {
        w->steps++;
        return;
    }
    w->collections = w->vm->heap->collections;
    *(at_once ? &w->full : &w->young) += 1;
    check_all(w, at_once);
}

// ---- changing it

// A node that is reachable: by a walk of some steps from a root.
static int some_node(World *w) {
    int n = w->roots[below(w, ROOTS)];
    for (int steps = below(w, 12); n != NONE && steps > 0; steps--) {
        const Node *node = &w->nodes[n];
        int next = node->count ? node->children[below(w, node->count)] : NONE;
        if (next == NONE) break;
        n = next;
    }
    return n;
}

static void set_child(World *w, int n, int at, int child) {
    VM *vm = w->vm;
    Node *node = &w->nodes[n];
    bool good = true;
    switch (node->kind) {
    case LIST: gc_store(vm, as_list(node->value), &as_list(node->value)->items[at + 1], child_value(w, child)); break;
    case TUPLE: return;
    case DICT:
        if (child != NONE) good = dict_set(vm, as_dict(node->value), from_small_int(at), w->nodes[child].value);
        else if (node->children[at] != NONE) good = dict_delete(vm, as_dict(node->value), from_small_int(at)) == 1;
        break;
    default:
        if (child != NONE) good = instance_set(vm, as_object(node->value), w->attributes[at], w->nodes[child].value);
        else if (node->children[at] != NONE) good = instance_delete(vm, as_object(node->value), w->attributes[at]) == 1;
    }
    assert_true(good);
    node->children[at] = child;
}

static void set_root(World *w, int at, int n) {
    if (at < STACK_ROOTS) w->vm->roots[w->first_root + at] = child_value(w, n);
    else gc_store(w->vm, w->kept, &w->kept->items[at], child_value(w, n));
    w->roots[at] = n;
}

static int make_node(World *w, Kind kind, int count) {
    VM *vm = w->vm;
    int n = new_node(w, kind, count);
    Node *node = &w->nodes[n];
    Value number = from_small_int(n);
    if (kind == LIST || kind == TUPLE) {
        node->value = kind == LIST ? list_new(vm, NULL, (size_t)count + 1) : tuple_new(vm, NULL, (size_t)count + 1);
        assert_true(node->value != VALUE_ERROR);
        for (int i = 0; i < count; i++) node->children[i] = some_node(w);
        if (kind == TUPLE) as_tuple(node->value)->items[0] = number;
        else assert_true(list_append(vm, as_list(node->value), number));
        for (int i = 0; i < count; i++) {
            if (kind == TUPLE) as_tuple(node->value)->items[i + 1] = child_value(w, node->children[i]);
            else assert_true(list_append(vm, as_list(node->value), child_value(w, node->children[i])));
        }
        return n;
    }
    Dict *dict = kind == DICT ? dict_new(vm) : NULL;
    node->value = dict ? from_object(dict) : call_value(vm, kind == LAST ? w->last_class : w->node_class, NULL, 0);
    assert_true(node->value != VALUE_ERROR);
    assert_true(dict ? dict_set_str(vm, dict, w->number, number) : instance_set(vm, as_object(node->value), w->number, number));
    for (int i = 0; i < count; i++)
        if (below(w, 3)) set_child(w, n, i, some_node(w));
    return n;
}

static int make(World *w) {
    Kind kind = (Kind)below(w, KINDS);
    if (kind == LAST && below(w, 8)) kind = INSTANCE;
    return make_node(w, kind, kind == DICT ? below(w, 30) : kind >= INSTANCE ? below(w, ATTRIBUTES) : below(w, 2000) ? below(w, 8) : below(w, LARGE));
}

static void grow(World *w, int n) { // a list or dict
    Node *node = &w->nodes[n];
    if (node->count >= LARGE || (node->kind != LIST && node->kind != DICT)) return;
    if (node->count == node->capacity) {
        node->capacity = node->capacity ? 2 * node->capacity : 4;
        node->children = realloc(node->children, (size_t)node->capacity * sizeof *node->children);
        assert_non_null(node->children);
    }
    int child = some_node(w), at = node->count++;
    node->children[at] = NONE;
    if (node->kind == DICT) set_child(w, n, at, child);
    else assert_true(list_append(w->vm, as_list(node->value), child_value(w, child)));
    node->children[at] = child;
}

static void shrink(World *w, int n) {
    Node *node = &w->nodes[n];
    if (!node->count || (node->kind != LIST && node->kind != DICT)) return;
    if (node->kind == DICT) set_child(w, n, node->count - 1, NONE);
    else assert_true(call_method(w->vm, node->value, str_intern(w->vm, "pop", 3), NULL, 0) != VALUE_ERROR);
    node->count--;
}

static void refer(World *w, int n) {
    int at = below(w, REFERENCES);
    if (w->nodes[n].kind < INSTANCE || w->nodes[n].is_done) return;
    Value made = call_value(w->vm, w->make_reference, &w->nodes[n].value, 1);
    assert_true(made != VALUE_ERROR);
    gc_store(w->vm, w->references, &w->references->items[at], made);
    w->shadows[at].target = n;
}

static void mutate(World *w) {
    int n = some_node(w), what = below(w, 100);
    if (n == NONE || what < 20) {
        n = make(w);
        int owner = below(w, 4) ? some_node(w) : NONE;
        if (owner != NONE && w->nodes[owner].count && w->nodes[owner].kind != TUPLE) set_child(w, owner, below(w, w->nodes[owner].count), n);
        else set_root(w, below(w, w->changed_roots), n);
    } else if (what < 55) {
        if (w->nodes[n].count) set_child(w, n, below(w, w->nodes[n].count), below(w, 5) ? some_node(w) : NONE);
    } else if (what < 75) {
        grow(w, n);
    } else if (what < 82) {
        shrink(w, n);
    } else if (what < 86) {
        refer(w, n);
    } else if (what < 90) {
        set_root(w, below(w, w->changed_roots), below(w, 3) ? n : some_node(w));
    } else if (what == 90 && !below(w, 60)) {
        set_root(w, below(w, w->changed_roots), NONE);
    } else {
        assert_true(str_new(w->vm, source, (size_t)below(w, (int)sizeof source)) != VALUE_ERROR);
    }
}

// ---- worlds

static Value global(World *w, Dict *globals, const char *name) {
    Value found = dict_get_str(w->vm, globals, str_intern(w->vm, name, strlen(name)));
    assert_true(found != VALUE_UNBOUND);
    return found;
}

static Dict *run_source(VM *vm) {
    Dict *globals = dict_new(vm);
    root_push(vm, from_object(globals));
    const Value arguments[] = {str_new(vm, source, strlen(source)), from_object(globals)};
    Value execute = builtins_find(vm, str_intern(vm, "exec", 4));
    assert_true(globals && arguments[0] != VALUE_ERROR && execute != VALUE_UNBOUND);
    assert_true(call_value(vm, execute, arguments, 2) != VALUE_ERROR);
    return globals;
}

static void open_world(World *w, SourceLoader *loader, uint64_t seed, bool stress) {
    memset(w, 0, sizeof *w);
    w->state = seed;
    source_loader_open(loader);
    VM *vm = w->vm = vm_new(&(VMConfig){.loader = &loader->loader, .hash_seed = seed, .gc_stress = stress});
    assert_non_null(vm);
    Dict *globals = run_source(vm);
    w->kept = as_list(global(w, globals, "kept")), w->references = as_list(global(w, globals, "references")), w->graveyard = as_list(global(w, globals, "graveyard"));
    w->node_class = global(w, globals, "Node"), w->last_class = global(w, globals, "Last"), w->make_reference = global(w, globals, "make_reference");
    w->changed_roots = ROOTS;
    w->number = str_intern(vm, "number", 6);
    root_push(vm, from_object(w->number));
    for (int i = 0; i < ATTRIBUTES; i++) {
        char name[8];
        w->attributes[i] = str_intern(vm, name, (size_t)snprintf(name, sizeof name, "a%d", i));
        root_push(vm, from_object(w->attributes[i]));
    }
    w->first_root = vm->roots_top - vm->roots;
    for (int i = 0; i < STACK_ROOTS; i++) root_push(vm, VALUE_NONE);
    for (int i = 0; i < ROOTS; i++) w->roots[i] = NONE;
    for (int i = 0; i < REFERENCES; i++) w->shadows[i].target = NONE;
}

static void close_world(World *w, SourceLoader *loader) {
    vm_delete(w->vm);
    source_loader_close(loader);
    for (int n = 0; n < w->node_capacity; n++) free(w->nodes[n].children);
    free(w->nodes);
    free(w->free_nodes);
    free(w->stack);
}

static long mutations(void) {
    const char *given = getenv("TYPHON_MUTATIONS");
    return given ? strtol(given, NULL, 10) : (HEAP_ASAN ? 200 : 600) * 1000L;
}

// So much that full collections go in steps: lists of many objects, which stay.
static void fill(World *w) {
    w->changed_roots = ROOTS / 2;
    for (int at = w->changed_roots; at < ROOTS; at++) {
        int list = make_node(w, LIST, LARGE);
        set_root(w, at, list);
        for (int i = 0; i < LARGE; i++) {
            int n = make_node(w, at % 2 ? DICT : INSTANCE, 8);
            set_child(w, list, i, n);
        }
    }
}

// most: nodes that are reachable; beyond, roots are let go of. stress: collections every so often, most of them young or in steps, however small the heap is.
static void run_world(uint64_t seed, int most, bool stress) {
    World world, *w = &world;
    SourceLoader loader;
    open_world(w, &loader, seed, stress);
    if (most > LARGE * ROOTS / 2) fill(w);
    long count = mutations() / (stress ? 8 : 1);
    for (long i = 0; i < count; i++) {
        mutate(w);
        if (!below(w, stress ? 50 : most) || (!stress && w->vm->attention & ATTENTION_COLLECT)) collect(w, false);
        if (!below(w, 4 * most + 10000)) collect(w, true);
        if (w->reachable > most && !below(w, 100)) {
            for (int at = 0; at < w->changed_roots; at++)
                if (below(w, 3)) set_root(w, at, NONE);
            w->reachable = 0;
        }
    }
    assert_true(most <= LARGE * ROOTS / 2 || !HEAP_KEEPS_MARKS || w->steps > 0);
    for (int at = 0; at < ROOTS; at++) set_root(w, at, NONE);
    collect(w, true); // finalises
    collect(w, true); // and reclaims
    assert_int_equal(w->reachable, 0);
    print_message("%ld mutations, at most %d objects: %ld collections and %ld steps, %ld full at once, %ld resurrected, %ld references emptied\n", count, w->most_reachable, w->young, w->steps,
                  w->full, w->resurrected, w->emptied);
    assert_true(w->resurrected > 0 && w->emptied > 0);
    close_world(w, &loader);
}

static void small(void **unused) {
    (void)unused;
    for (uint64_t seed = 1; seed <= 3; seed++) run_world(seed, 5000, false);
}
static void large(void **unused) { // collected in steps
    (void)unused;
    run_world(4, 120000, false);
}
static void stress(void **unused) {
    (void)unused;
    for (uint64_t seed = 5; seed <= 7; seed++) run_world(seed, 500, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(small), cmocka_unit_test(large), cmocka_unit_test(stress)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
