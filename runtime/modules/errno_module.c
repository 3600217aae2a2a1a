// errno: the numbers of the system's errors, and their names.
#include "runtime/modules/system_path.h"
#include "runtime/objects/str.h"
#include <errno.h>

#define C(name) {#name, name}
// Where two names share a number, errorcode has the later one.
static const SystemConstant numbers[] = {
    C(ENODEV), C(ENOCSI), C(EHOSTUNREACH), C(ENOMSG), C(EUCLEAN), C(EL2NSYNC), C(EL2HLT), C(ENODATA), C(ENOTBLK), C(ENOSYS), C(EPIPE), C(EINVAL), C(EOVERFLOW), C(EADV), C(EINTR),
    C(EUSERS), C(ENOTEMPTY), C(ENOBUFS), C(EPROTO), C(EREMOTE), C(ENAVAIL), C(ECHILD), C(ELOOP), C(EXDEV), C(E2BIG), C(ESRCH), C(EMSGSIZE), C(EAFNOSUPPORT), C(EBADR), C(EHOSTDOWN),
    C(EPFNOSUPPORT), C(ENOPROTOOPT), C(EBUSY), C(EWOULDBLOCK), C(EBADFD), C(EDOTDOT), C(EISCONN), C(ENOTCONN), C(ESHUTDOWN), C(ENOTUNIQ), C(EPERM), C(ELNRNG), C(ENOENT), C(EOPNOTSUPP), C(ENOTSUP), C(EPROTONOSUPPORT),
    C(ESTALE), C(ESTRPIPE), C(ECOMM), C(EILSEQ), C(ENOTNAM), C(ERESTART), C(EDESTADDRREQ), C(EISNAM), C(ENOTRECOVERABLE), C(EFAULT), C(EEXIST), C(ELIBACC), C(ELIBBAD),
    C(ELIBEXEC), C(ELIBMAX), C(ELIBSCN), C(EMEDIUMTYPE), C(EMFILE), C(EMLINK), C(EMULTIHOP), C(ENAMETOOLONG), C(ENETDOWN), C(ENETRESET), C(ENETUNREACH), C(ENFILE), C(ENOANO),
    C(ENOEXEC), C(ENOKEY), C(ENOLCK), C(ENOLINK), C(ENOMEDIUM), C(ENOMEM), C(ENONET), C(ENOPKG), C(ENOSPC), C(ENOSR), C(ENOSTR), C(ENOTDIR), C(ENOTSOCK), C(ENOTTY), C(ENXIO),
    C(EOWNERDEAD), C(EPROTOTYPE), C(ERANGE), C(EREMCHG), C(EREMOTEIO), C(ERFKILL), C(EROFS), C(ESOCKTNOSUPPORT), C(ESPIPE), C(ESRMNT), C(ETIME),
    C(ETIMEDOUT), C(ETOOMANYREFS), C(ETXTBSY), C(EUNATCH), C(EXFULL), C(EACCES), C(EADDRINUSE), C(EADDRNOTAVAIL), C(EAGAIN), C(EALREADY), C(EBADE), C(EBADF), C(EBADMSG), C(EBADRQC),
    C(EBADSLT), C(EBFONT), C(ECANCELED), C(ECHRNG), C(ECONNABORTED), C(ECONNREFUSED), C(ECONNRESET), C(EDEADLK), C(EDEADLOCK), C(EDOM), C(EDQUOT), C(EFBIG), C(EIDRM), C(EINPROGRESS),
    C(EIO), C(EISDIR), C(EKEYEXPIRED), C(EKEYREJECTED), C(EKEYREVOKED), C(EL3HLT), C(EL3RST),
};

static bool errno_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Dict *codes = dict_new(vm);
    if (!codes || !system_set(vm, space, "errorcode", from_object(codes))) return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        Value name = str_from_cstring(vm, numbers[i].name);
        if (name == VALUE_ERROR || !dict_set(vm, codes, from_small_int(numbers[i].value), name)) return false;
    }
    return SYSTEM_ADD(vm, space, numbers);
}
const ModuleDef errno_module = {"errno", NULL, errno_initialize};
