// The copies of this folder's SHARED_INLINE functions (base/inline.h).
#include "base/inline.h"
#ifdef TYPHON_CORE
#undef SHARED_INLINE
#define SHARED_INLINE extern inline
#endif
#include "base/arena.h"
#include "base/utf8.h"
