// "Did you mean ...?": the word most like a misspelt one.
#ifndef TYPHON_BASE_SPELLING_H
#define TYPHON_BASE_SPELLING_H
#include <stddef.h>

typedef struct Spelling {
    const char *wanted, *best; // best: the nearest so far, or NULL
    size_t least;              // changes that make it of `wanted`, plus one bound: farther words are no help
} Spelling;
void spelling_start(Spelling *spelling, const char *wanted);
void spelling_consider(Spelling *spelling, const char *word);
#endif
