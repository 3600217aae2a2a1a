# typhon-only: releases of CPython from before 2025 know less. Which addresses and networks are private and which global: IANA's registries of special purposes, with their exceptions (library reference, "ipaddress").
import ipaddress

for text in ("192.0.0.0", "192.0.0.8", "192.0.0.9", "192.0.0.10", "192.0.0.170", "192.0.0.255", "192.0.1.0", "100.64.0.1", "10.1.2.3", "8.8.8.8", "64:ff9b::1", "64:ff9b:1::1",
             "64:ff9b:2::", "2001::1", "2001:1::1", "2001:1::2", "2001:1::3", "2001:2::1", "2001:3::1", "2001:4:112::1", "2001:4:113::1", "2001:10::1", "2001:20::1", "2001:30::1",
             "2001:1ff::1", "2001:200::1", "2002::1", "2002:808:808::", "fc00::1", "fe80::1", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"):
    address = ipaddress.ip_address(text)
    print(text, address.is_private, address.is_global)
for text in ("192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/30", "192.0.0.9/32", "192.0.0.0/23", "0.0.0.0/0", "100.64.0.0/10", "2001::/23", "2001:3::/32", "2001:3::/48", "2001:1::2/128",
             "2001:2::/48", "2002::/16", "::/0", "64:ff9b:1::/48"):
    network = ipaddress.ip_network(text)
    print(text, network.is_private, network.is_global)
