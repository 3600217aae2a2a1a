// typhon.h: messages between VMs (runtime/parcel.h).
#include "embed/api.h"
#include "runtime/parcel.h"

static const Parcel *parcel_of(const typhon_message *message) { return (const Parcel *)message; }

typhon_status typhon_pack(typhon_vm *vm, typhon_value value, typhon_message **message) {
    API_TAKE(vm, v, value);
    if (!api_enter(vm)) return api_fail(vm);
    Parcel *parcel = parcel_pack(vm->vm, v);
    api_leave(vm);
    *message = (typhon_message *)parcel;
    return api_status(vm, parcel != NULL);
}

typhon_status typhon_unpack(typhon_vm *vm, const typhon_message *message, typhon_value *result) {
    if (!api_enter(vm)) return api_fail(vm);
    Value value = parcel_unpack(vm->vm, parcel_of(message));
    api_leave(vm);
    return api_result(vm, value, result);
}

void typhon_message_free(typhon_message *message) { parcel_free((Parcel *)message); }
