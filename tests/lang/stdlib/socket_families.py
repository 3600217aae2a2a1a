# python3.12 # Constants of families of sockets that few programs use.
import socket

for name in ("CAN_RAW", "CAN_EFF_MASK", "SOL_CAN_BASE", "SOL_CAN_RAW", "PF_CAN", "PF_PACKET", "PACKET_HOST", "ETH_P_ALL", "NETLINK_ROUTE", "NETLINK_CRYPTO", "TIPC_CFG_SRV", "AF_TIPC", "AF_ROUTE",
             "VMADDR_CID_ANY", "VMADDR_CID_HOST", "IP_PKTINFO", "IP_ADD_SOURCE_MEMBERSHIP", "TCP_REPAIR", "ALG_SET_KEY", "J1939_NO_ADDR", "UDPLITE_SEND_CSCOV", "SO_J1939_FILTER"):
    print(name, int(getattr(socket, name)))
print(socket.CAN_RAW + socket.NETLINK_ROUTE, hasattr(socket, "NOTHING"), hasattr(socket, "AF_NOTHING"))
try:
    socket.NOTHING  # type: ignore
except AttributeError as error:
    print(error)
