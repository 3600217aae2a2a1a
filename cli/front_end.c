#include "cli/front_end.h"
#include "base/diag_render.h"
#include "cli/commands.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Job {
    const char *path;
    char *out, *err; // what it printed, until it is shown
    size_t out_size, err_size;
    bool done;
} Job;

// The files, taken in order by the threads and shown in order by whoever finishes the next one to show.
typedef struct Batch {
    Job *jobs;
    int count, next, shown, status;
    pthread_mutex_t lock;
    bool concise, colour;
    int (*work)(void *context, FrontEnd *front);
    void *context;
} Batch;

enum { THREADS_MAX = 64, FILES_A_THREAD = 8 };

static const char *reason(SourceError error) {
    return error == SOURCE_IS_FOLDER ? "is a folder" : error == SOURCE_TOO_LARGE ? "is too large (1 GiB or more)" : strerror(errno);
}

static int run_on(const Batch *batch, FrontEnd *front, const char *path) {
    arena_reset(&front->arena);
    if (setjmp(front->out_of_memory)) return fprintf(front->err, "typhon: %s: out of memory\n", path), EXIT_USAGE;
    front->source = arena_new(&front->arena, Source);
    SourceError error = source_read(front->source, &front->arena, path);
    if (error != SOURCE_OK) return fprintf(front->err, "typhon: %s: %s\n", path, reason(error)), EXIT_USAGE;
    atoms_init(&front->atoms, &front->arena);
    diag_init(&front->diagnostics, &front->arena);
    front->parsed = parse_source(front->source, PARSE_FILE, &front->arena, &front->atoms, &front->diagnostics);
    int status = front->parsed.error_count ? EXIT_ERRORS : batch->work(batch->context, front);
    if (front->diagnostics.error_count) status = EXIT_ERRORS;
    if (front->diagnostics.items.count) {
        diag_sort(&front->diagnostics);
        diag_render_all(&front->diagnostics, batch->concise ? DIAG_FORMAT_CONCISE : DIAG_FORMAT_FULL, batch->colour, front->err);
    }
    return status;
}

static void show(FILE *stream, char *text, size_t size) {
    if (size) fwrite(text, 1, size, stream);
    free(text);
}

static void finish(Batch *batch, Job *job, int status) {
    pthread_mutex_lock(&batch->lock);
    job->done = true;
    if (status > batch->status) batch->status = status;
    for (; batch->shown < batch->count && batch->jobs[batch->shown].done; batch->shown++) {
        Job *next = &batch->jobs[batch->shown];
        show(stdout, next->out, next->out_size);
        show(stderr, next->err, next->err_size);
    }
    pthread_mutex_unlock(&batch->lock);
}

static int take(Batch *batch) {
    pthread_mutex_lock(&batch->lock);
    int index = batch->next < batch->count ? batch->next++ : -1;
    pthread_mutex_unlock(&batch->lock);
    return index;
}

static void *work_on_batch(void *argument) {
    Batch *batch = argument;
    FrontEnd *front = malloc(sizeof *front);
    if (front) arena_init(&front->arena, 0, &front->out_of_memory);
    for (int index; (index = take(batch)) >= 0;) {
        Job *job = &batch->jobs[index];
        int status = EXIT_USAGE;
        if (front) {
            front->out = open_memstream(&job->out, &job->out_size);
            front->err = open_memstream(&job->err, &job->err_size);
            if (front->out && front->err) status = run_on(batch, front, job->path);
            if (front->out) fclose(front->out);
            if (front->err) fclose(front->err);
        }
        finish(batch, job, status);
    }
    if (front) arena_free(&front->arena);
    free(front);
    return NULL;
}

static void run_batch(Batch *batch) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int wanted = batch->count / FILES_A_THREAD, started = 0;
    if (wanted > processors) wanted = (int)processors;
    if (wanted > THREADS_MAX) wanted = THREADS_MAX;
    pthread_t threads[THREADS_MAX];
    while (started + 1 < wanted && pthread_create(&threads[started], NULL, work_on_batch, batch) == 0) started++;
    work_on_batch(batch);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

int front_end_for_each(int argc, char **argv, const char *command, bool concise, int (*work)(void *context, FrontEnd *front), void *context) {
    Batch batch = {.concise = concise, .colour = isatty(2) && !getenv("NO_COLOR"), .work = work, .context = context, .lock = PTHREAD_MUTEX_INITIALIZER};
    batch.jobs = calloc((size_t)argc, sizeof *batch.jobs);
    if (!batch.jobs) return report_usage("out of memory");
    for (int i = 1; i < argc; i++)
        if (argv[i][0] != '-' || !argv[i][1]) batch.jobs[batch.count++].path = argv[i];
    run_batch(&batch);
    free(batch.jobs);
    return batch.count ? batch.status : report_usage("%s: no file given", command);
}
