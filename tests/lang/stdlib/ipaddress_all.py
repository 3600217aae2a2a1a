# python3.12 # timed
import builtins, zlib
_lines = []
def print(*args):  # what would be printed, 100 lines a checksum
    _lines.append(" ".join(map(str, args)))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
import ipaddress as I
def t(f,*a,**k):
    n=getattr(f,'__name__','x')
    try: print(n,a,k, repr(f(*a,**k)))
    except Exception as e: print(n,a,k,type(e).__name__,e)
def tx(s):
    try: print(s, repr(eval(s)))
    except Exception as e: print(s,type(e).__name__,e)
v4s=['1.2.3.4','1.2.3','1.2.3.4.5','01.2.3.4','1.2.3.256','1.2.3.x','1.2.3.','',' 1.2.3.4','1.2.3.1234','1.2.3.٣','1.2.3.4/5','a/b/c',5,-1,2**32,2**32-1,b'\1\2\3\4',b'\1\2\3',None,1.5,True,('1.2.3.4',24),'1.2.3.4/','0.0.0.0', bytearray(b'abcd'),'1.2.3.4 ', '00.0.0.0','1.2.3.-1']
v6s=['::','::1','1::','1::2::3','1:2:3:4:5:6:7:8','1:2:3:4:5:6:7','1:2:3:4:5:6:7:8:9',':1:2:3:4:5:6:7','1:2:3:4:5:6:7:',':1','1:',':::','::1.2.3.4','::1.2.3','::12345','::g','fe80::1%eth0','fe80::1%','fe80::1%a%b','1:2:3:4:5:6:7::','::2:3:4:5:6:7:8','1:2:3:4::5:6:7:8',2**128,2**128-1,-5,b'\0'*16,b'\0'*15,'2001:DB8::0001','::ffff:1.2.3.4','::1.2.3.4:5','1:2:3:4:5:6:7:1.2.3.4','','%','::%x','1::2/64','::1/','0:0:0:1:0:0:0:0','0:0:1:0:0:0:1:1','1:0:0:2:0:0:0:3','::٣','2002:102:304::','2001:0:102:304::fffe','64:ff9b::1','1'*50+'::', ':', '::1%/2']
for v in v4s+v6s:
    for f in (I.ip_address,I.IPv4Address,I.IPv6Address,I.ip_network,I.ip_interface,I.IPv4Network,I.IPv6Network,I.IPv4Interface,I.IPv6Interface): t(f,v)
for s in ['1.2.3.0/24','1.2.3.4/24','1.2.3.4/33','1.2.3.4/-1','1.2.3.4/x','1.2.3.0/255.255.255.0','1.2.3.0/0.0.0.255','1.2.3.0/255.0.255.0','1.2.3.0/255.255.255.256','1.2.3.0/1.2','0.0.0.0/0','1.2.3.4/024','1.2.3.4/32','1.2.3.4/31','1.2.3.4/255.255.255.255','1.2.3.4/0.0.0.0','1.2.3.4/٣','1.2.3.4/24/5',('1.2.3.0',24),('1.2.3.0','24'),('1.2.3.0','255.255.255.0'),(16909056,24),(b'\1\2\3\0',24),('1.2.3.0',),('1.2.3.0',24,5),('1.2.3.0',33),('1.2.3.0',None),(None,24),('1.2.3.4',24),'2001:db8::/32','2001:db8::1/32','::/129','::/x','::/ffff::','::/0','::1/128','::/127',('::',64),('::',-1),('fe80::%eth0',64),'fe80::%eth0/64','fe80::1%eth0/64',(1,120)]:
    for f in (I.ip_network,I.ip_interface,I.IPv4Network,I.IPv6Network,I.IPv4Interface,I.IPv6Interface): t(f,s)
    t(I.ip_network,s,strict=False); t(I.IPv4Network,s,False)
props='version max_prefixlen compressed exploded packed reverse_pointer is_multicast is_private is_global is_unspecified is_reserved is_loopback is_link_local is_site_local ipv4_mapped sixtofour teredo scope_id network_address broadcast_address hostmask netmask with_prefixlen with_netmask with_hostmask num_addresses prefixlen ip network __int__ __hash__'.split()
A=['0.0.0.0','1.2.3.4','10.1.1.1','127.0.0.1','169.254.3.4','172.16.0.1','172.32.0.1','192.168.1.1','192.0.0.1','192.0.0.9','192.0.0.10','192.0.0.170','192.0.2.5','192.31.196.1','192.52.193.1','192.88.99.1','192.175.48.1','198.18.5.5','198.51.100.4','203.0.113.7','224.0.0.1','239.255.255.255','240.0.0.1','255.255.255.255','100.64.0.1','100.127.255.255','100.128.0.0','0.1.2.3','191.255.0.1',
'::','::1','::2','::ffff:1.2.3.4','::ffff:10.0.0.1','64:ff9b::1','64:ff9b:1::1','100::1','2001::1','2001:1::1','2001:1::2','2001:2::1','2001:3::1','2001:4:112::1','2001:10::1','2001:20::1','2001:30::','2001:db8::1','2002:102:304::1','2001:0:4136:e378:8000:63bf:3fff:fdd2','fc00::1','fd12::1','fe80::1','fe80::1%eth0','febf::1','fec0::1','feff::1','ff02::1','ff0e::1','4000::1','8000::','e000::','f000::','f800::','3fff::','2001:1ff::','2001:200::','fe00::','5f00::']
for a in A:
    for o in (I.ip_address(a),):
        for p in props:
            try:
                v=getattr(o,p); v=v() if callable(v) and p!='__hash__' else v
                if p!='__hash__': print(a,p,repr(v))
            except Exception as e: print(a,p,type(e).__name__,e)
        print(str(o),repr(o)); 
        for f in ['','s','b','x','X','n','#b','#x','_b','_x','#_X','#n','20','>50','d','q','08x','_n','#_n','#','_']:
            try: print(a,f,format(o,f))
            except Exception as e: print(a,f,type(e).__name__,e)
for a in ['0.0.0.0/0','10.0.0.0/8','10.1.0.0/16','100.64.0.0/10','127.0.0.0/8','169.254.0.0/16','192.0.0.0/24','192.0.0.8/29','192.168.0.0/16','224.0.0.0/4','240.0.0.0/4','1.2.3.0/24','1.2.3.4/32','1.2.3.4/31','198.18.0.0/15','::/0','::1/128','fe80::/10','fc00::/7','ff00::/8','2001:db8::/32','2001::/23','2001:1::1/128','fec0::/10','2000::/3','64:ff9b::/96','fe80::%a/64','::/127']:
    for f in (I.ip_network,I.ip_interface):
        o=f(a)
        for p in props:
            if p=='__hash__': continue
            try:
                v=getattr(o,p); v=v() if callable(v) else v
                print(a,p,repr(v))
            except Exception as e: print(a,p,type(e).__name__,e)
        print(str(o),repr(o))
    n=I.ip_network(a)
    print(n[0],n[-1]); t(n.__getitem__,2**130); t(n.__getitem__,-2**130); t(n.__getitem__,'x'); t(n.__getitem__,slice(0,1))
    if n.num_addresses<300: print(list(n)[:5],list(n.hosts())[:5],list(n.hosts())[-2:])
    else:
        import itertools
        print(list(itertools.islice(n,3)),list(itertools.islice(n.hosts(),3)))
    t(n.supernet); t(n.supernet,3); t(n.supernet,new_prefix=2); t(n.supernet,1,2); t(n.supernet,200); t(n.supernet,-1); t(n.supernet,0); t(n.supernet, new_prefix=33)
    t(lambda *a,**k:list(n.subnets(*a,**k)),1); t(lambda *a,**k:list(n.subnets(*a,**k)),-1); t(lambda *a,**k:list(n.subnets(*a,**k)),200); t(lambda *a,**k:list(n.subnets(*a,**k)),new_prefix=2); t(lambda *a,**k:list(n.subnets(*a,**k)),2,new_prefix=30);t(lambda *a,**k:list(n.subnets(*a,**k))[:3],new_prefix=min(n.prefixlen+3,n.max_prefixlen)); t(lambda *a,**k:list(n.subnets(*a,**k)),0)

flush()
