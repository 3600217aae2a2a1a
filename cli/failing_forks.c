// See failing_forks.h.
#include "cli/failing_forks.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 60 }; // of a child: what takes longer hangs

static FILE *open_in(const char *folder, const char *name, const char *mode) {
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= PATH_MAX) return errno = ENAMETOOLONG, NULL;
    return fopen(path, mode);
}

bool failing_forks_open(FailingForks *forks, AllocationPlaces *places) {
    if (!forks->folder) return true;
    forks->results = open_in(forks->folder, "results", "w");
    if (!places || !forks->results) return false;
    FILE *known = open_in(forks->folder, "known", "r");
    uint64_t place;
    while (known && fscanf(known, "%" SCNx64, &place) == 1) allocation_places_know(places, place);
    if (known) fclose(known);
    return true;
}

void failing_forks_close(FailingForks *forks) {
    if (forks->results) fclose(forks->results);
}

// The child is by itself: what the parent has yet to read it must not read, and its output is its own.
static void become_child(const FailingForks *forks, uint64_t number) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%" PRIu64 ".err", forks->folder, number);
    int none = open("/dev/null", O_RDWR), errors = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (none < 0 || errors < 0) _exit(EXIT_FAILURE);
    dup2(none, STDIN_FILENO), dup2(none, STDOUT_FILENO), dup2(errors, STDERR_FILENO);
    close(none), close(errors);
    alarm(SECONDS_MOST);
}

bool failing_forks_try(FailingForks *forks, uint64_t number, uint64_t place, unsigned long long *more) {
    static const unsigned char counts[] = {0, 3, 3, 40}; // asking again does not always help
    if (!forks->folder) return false;
    *more = counts[place >> 8 & 3];
    fflush(forks->results); // the child has no lines to write
    pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
        become_child(forks, number);
        forks->folder = NULL;
        return true;
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    fprintf(forks->results, "%" PRIu64 " %llu %016" PRIx64 " %d\n", number, *more, place, WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status));
    return false;
}
