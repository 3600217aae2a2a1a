#include "base/spelling.h"
#include <string.h>

enum { LONGEST_WORD = 60 };

// Insertions, deletions, exchanges and swaps of neighbours that make one word of the other (optimal string alignment).
// `most`: what is as far as that, or further, need not be told apart.
static size_t distance(const char *left, size_t m, const char *right, size_t n, size_t most) {
    if (n > LONGEST_WORD || m > LONGEST_WORD) return LONGEST_WORD;
    size_t rows[3][LONGEST_WORD + 1], *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t k = 0; k <= n; k++) last[k] = k, before[k] = k;
    for (size_t i = 0; i < m; i++) {
        row[0] = i + 1;
        size_t least = row[0];
        for (size_t k = 0; k < n; k++) {
            size_t best = last[k] + (left[i] != right[k]);
            if (row[k] + 1 < best) best = row[k] + 1;
            if (last[k + 1] + 1 < best) best = last[k + 1] + 1;
            if (i && k && left[i] == right[k - 1] && left[i - 1] == right[k] && before[k - 1] + 1 < best) best = before[k - 1] + 1;
            row[k + 1] = best;
            if (best < least) least = best;
        }
        if (least >= most) return most; // it only grows from here
        size_t *oldest = before;
        before = last, last = row, row = oldest;
    }
    return last[n];
}

void spelling_start(Spelling *spelling, const char *wanted) { *spelling = (Spelling){.wanted = wanted, .least = strlen(wanted) / 3 + 2}; }

void spelling_consider(Spelling *spelling, const char *word) {
    size_t size = strlen(spelling->wanted), other = strlen(word);
    if ((size > other ? size - other : other - size) >= spelling->least || (size < 3 && other < 3)) return;
    size_t far = distance(spelling->wanted, size, word, other, spelling->least);
    if (far == 0 || far >= spelling->least) return;
    spelling->least = far;
    spelling->best = word;
}
