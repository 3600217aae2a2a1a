// The copies of this folder's SHARED_INLINE functions (base/inline.h).
#include "alloc/heap.h"
#include "base/arena.h"
#include "base/utf8.h"
#ifdef TYPHON_CORE
#undef SHARED_INLINE
#define SHARED_INLINE extern inline
#endif
#include "runtime/objects/exception.h"
#include "runtime/objects/int_private.h"
#include "runtime/quick_order.h"
#include "runtime/vm.h"
