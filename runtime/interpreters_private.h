// The inside of a family (interpreters.h).
#ifndef TYPHON_RUNTIME_INTERPRETERS_PRIVATE_H
#define TYPHON_RUNTIME_INTERPRETERS_PRIVATE_H
#include "runtime/interpreters.h"
#include "runtime/parcel.h"
#include <pthread.h>

typedef struct Member {
    struct Member *next;
    VM *vm;
    int64_t number;  // 0: the program's
    bool is_running; // a thread is in it, or deletes it
    bool is_doomed;  // that thread is to delete it
    bool has_main;   // the program's script was run in it, for what is defined there
} Member;

typedef struct QueueItem {
    struct QueueItem *next;
    Parcel *parcel;
    int64_t sender;
} QueueItem;
typedef struct MessageQueue {
    struct MessageQueue *next;
    int64_t number, most; // items; most <= 0: any number
    size_t count;
    QueueItem *first, *last;
    uint32_t references;  // objects of scripts, and threads that wait
    pthread_cond_t changed;
} MessageQueue;

typedef struct Family {
    pthread_mutex_t mutex;
    Member *members;      // by number
    MessageQueue *queues; // likewise
    size_t member_count, queued_bytes;
    int64_t next_member, next_queue;
    uint32_t references;  // of its VMs
    size_t bytes_most;    // of what is queued; 0: any
} Family;

MAY_RAISE Family *family_of(VM *vm); // made on first use
// Started from `vm`; its number, or -1.
MAY_RAISE int64_t family_add(VM *vm);
// It ends. LookupError: there is none; RuntimeError: it is running, or is the program's.
MAY_RAISE bool family_remove(VM *vm, int64_t number);
// module.function(argument) in that member. What it raises is a RuntimeError here: its type and message as text.
MAY_RAISE Value family_call(VM *vm, int64_t number, Str *module, Str *function, Value argument);
// The Member that `vm` is; the mutex is held.
Member *family_member(Family *family, const VM *vm);
Member *family_find(Family *family, int64_t number); // NULL: there is none; likewise

// As a parcel, pickled if it must be.
MAY_RAISE Parcel *parcel_any(VM *vm, Value value);
MAY_RAISE Value parcel_open(VM *vm, const Parcel *parcel);

MAY_RAISE int64_t queue_add(VM *vm, int64_t most); // with a reference; -1: error
MessageQueue *queue_find(Family *family, int64_t number); // the mutex is held
void queue_drop_reference(Family *family, MessageQueue *queue); // likewise
// 1: done; 0: not within `timeout` seconds (negative: without end); -1: error; -2: there is no such queue.
MAY_RAISE int queue_put(VM *vm, int64_t number, Parcel *parcel, double timeout); // done: the parcel is the queue's
MAY_RAISE int queue_get(VM *vm, int64_t number, double timeout, QueueItem **item); // the caller's
void queue_free_item(QueueItem *item);
void queues_free(Family *family);
#endif
