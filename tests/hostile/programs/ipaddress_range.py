import ipaddress
for _ in ipaddress.ip_network("::/0"): pass
