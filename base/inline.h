// Functions of headers that many files call. In the core library, which is to be small, there is one copy of each for all who do not take it in: it stands in
// the file inlines.c of its folder. Elsewhere each file has its own. A function of this kind may only call such, or those of files.
#ifndef TYPHON_BASE_INLINE_H
#define TYPHON_BASE_INLINE_H
#if defined(TYPHON_CORE) && !defined(TYPHON_AMALGAMATED) // of two files: all of it stands in one
#define SHARED_INLINE inline
#else
#define SHARED_INLINE static inline
#endif
#endif
