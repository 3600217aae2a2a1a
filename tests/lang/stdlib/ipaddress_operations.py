# python3.12
import ipaddress as I
def tx(s):
    try: print(s, repr(eval(s)))
    except Exception as e: print(s,type(e).__name__,e)
for s in '''I.ip_address('1.2.3.4')+1
I.ip_address('1.2.3.4')-5
I.ip_address('255.255.255.255')+1
I.ip_address('0.0.0.0')-1
I.ip_address('::1')-2
1+I.ip_address('::1')
I.ip_address('::1')+'x'
I.ip_address('::1')+1.5
I.ip_address('1.2.3.4')<I.ip_address('::1')
I.ip_address('1.2.3.4')<I.ip_address('1.2.3.5')
I.ip_address('1.2.3.4')<=I.ip_address('1.2.3.5')
I.ip_address('1.2.3.4')>I.ip_address('1.2.3.5')
I.ip_address('1.2.3.4')>=I.ip_address('1.2.3.4')
I.ip_address('1.2.3.4')==I.ip_address('1.2.3.4')
I.ip_address('1.2.3.4')=='1.2.3.4'
I.ip_address('1.2.3.4')==16909060
I.ip_address('1.2.3.4')<5
I.ip_address('1.2.3.4')<I.ip_network('1.2.3.0/24')
I.ip_network('1.2.3.0/24')<I.ip_address('1.2.3.4')
I.ip_network('1.2.3.0/24')<I.ip_network('1.2.3.0/25')
I.ip_network('1.2.3.0/24')<I.ip_network('::/25')
I.ip_network('1.2.3.0/24')==I.ip_network('1.2.3.0/24')
I.ip_network('1.2.3.0/24')==I.ip_interface('1.2.3.0/24')
I.ip_interface('1.2.3.0/24')==I.ip_network('1.2.3.0/24')
I.ip_interface('1.2.3.0/24')==I.ip_address('1.2.3.0')
I.ip_address('1.2.3.0')==I.ip_interface('1.2.3.0/24')
I.ip_interface('1.2.3.0/24')<I.ip_interface('1.2.3.5/24')
I.ip_interface('1.2.3.0/24')<I.ip_address('1.2.3.5')
I.ip_address('1.2.3.5')<I.ip_interface('1.2.3.9/24')
I.ip_interface('1.2.3.7/24')<I.ip_interface('1.2.3.5/25')
I.ip_interface('1.2.3.7/24')+1
I.ip_interface('::7/24')+1
I.ip_interface('1.2.3.7/24')<I.ip_network('1.2.3.0/24')
I.ip_address('1.2.3.4') in I.ip_network('1.2.3.0/24')
I.ip_address('::1') in I.ip_network('1.2.3.0/24')
I.ip_network('1.2.3.0/25') in I.ip_network('1.2.3.0/24')
I.ip_interface('1.2.3.4/5') in I.ip_network('1.2.3.0/24')
'1.2.3.4' in I.ip_network('1.2.3.0/24')
5 in I.ip_network('1.2.3.0/24')
I.ip_network('1.2.3.0/24').overlaps(I.ip_network('1.2.0.0/16'))
I.ip_network('1.2.3.0/24').overlaps(I.ip_network('::/0'))
I.ip_network('1.2.3.0/24').overlaps(5)
I.ip_network('1.2.3.0/24').subnet_of(I.ip_network('1.2.0.0/16'))
I.ip_network('1.2.3.0/24').supernet_of(I.ip_network('1.2.0.0/16'))
I.ip_network('1.2.3.0/24').subnet_of(I.ip_network('::/0'))
I.ip_network('1.2.3.0/24').subnet_of(5)
I.ip_network('1.2.3.0/24').supernet_of('x')
I.ip_network('1.2.3.0/24').compare_networks(I.ip_network('1.2.3.0/25'))
I.ip_network('1.2.3.0/24').compare_networks(I.ip_network('1.2.2.0/25'))
I.ip_network('1.2.3.0/24').compare_networks(I.ip_network('1.2.3.0/24'))
I.ip_network('1.2.3.0/24').compare_networks(I.ip_network('::/24'))
list(I.ip_network('1.2.3.0/24').address_exclude(I.ip_network('1.2.3.128/27')))
list(I.ip_network('1.2.3.0/24').address_exclude(I.ip_network('1.2.3.0/24')))
list(I.ip_network('1.2.3.0/24').address_exclude(I.ip_network('1.2.4.0/24')))
list(I.ip_network('1.2.3.0/24').address_exclude(I.ip_network('::/24')))
list(I.ip_network('1.2.3.0/24').address_exclude(5))
list(I.ip_network('1.2.3.0/24').address_exclude(I.ip_network('1.2.3.77/32')))
list(I.summarize_address_range(I.ip_address('1.2.3.4'),I.ip_address('1.2.5.9')))
list(I.summarize_address_range(I.ip_address('0.0.0.0'),I.ip_address('255.255.255.255')))
list(I.summarize_address_range(I.ip_address('::'),I.ip_address('::9')))
list(I.summarize_address_range(I.ip_address('1.2.3.4'),I.ip_address('::9')))
list(I.summarize_address_range(I.ip_address('1.2.3.4'),I.ip_address('1.2.3.3')))
list(I.summarize_address_range('a','b'))
list(I.summarize_address_range(I.ip_network('1.2.3.0/24'),I.ip_address('1.2.3.3')))
list(I.collapse_addresses([I.ip_network('1.2.3.0/25'),I.ip_network('1.2.3.128/25')]))
list(I.collapse_addresses([I.ip_address('1.2.3.0'),I.ip_address('1.2.3.1'),I.ip_address('1.2.3.2')]))
list(I.collapse_addresses([I.ip_address('1.2.3.0'),I.ip_network('1.2.0.0/16'),I.ip_network('1.3.0.0/16'),I.ip_interface('9.9.9.9/8')]))
list(I.collapse_addresses([I.ip_address('1.2.3.0'),I.ip_address('::')]))
list(I.collapse_addresses([I.ip_network('1.2.3.0'),I.ip_network('::')]))
list(I.collapse_addresses([I.ip_address('1.2.3.0'),5]))
list(I.collapse_addresses([]))
list(I.collapse_addresses(['1.2.3.4']))
I.get_mixed_type_key(I.ip_address('1.2.3.4'))
I.get_mixed_type_key(I.ip_network('1.2.3.4'))
I.get_mixed_type_key(5)
I.get_mixed_type_key(I.ip_interface('1.2.3.4/5'))
sorted([I.ip_network('2.0.0.0/8'),I.ip_address('1.2.3.4'),I.ip_address('::1')],key=I.get_mixed_type_key)
I.v4_int_to_packed(5)
I.v4_int_to_packed(-5)
I.v4_int_to_packed(2**32)
I.v4_int_to_packed('x')
I.v6_int_to_packed(5)
I.v6_int_to_packed(-1)
I.v6_int_to_packed(2**128)
I.IPV4LENGTH,I.IPV6LENGTH
I.AddressValueError.__mro__
I.NetmaskValueError.__mro__
I.ip_address('fe80::1%a')==I.ip_address('fe80::1%b')
I.ip_address('fe80::1%a')+1
I.ip_address('::')<I.ip_address('::1%a')
hash(I.ip_address('1.2.3.4'))==hash(I.ip_address('1.2.3.4'))
hash(I.ip_network('1.2.3.4'))==hash(I.ip_network('1.2.3.4/32'))
len({I.ip_interface('1.2.3.4/8'),I.ip_interface('1.2.3.4/8'),I.ip_interface('1.2.3.4/9')})
I.ip_address('1.2.3.4').x
I.ip_network('10.0.0.0/8').is_global
__import__('copy').copy(I.ip_network('10.0.0.0/8'))
__import__('copy').deepcopy(I.ip_interface('10.0.0.0/8'))
I.ip_address('1.2.3.4').__reduce__()
I.ip_network('1.2.3.4').__class__._ALL_ONES
I.ip_network('1.2.3.0/24').__len__
dict(a=I.ip_network('1.2.3.0/24'))
'%s' % I.ip_interface('1.2.3.4/24')
'{:#x}'.format(I.ip_interface('1.2.3.4/24'))
list(I.ip_network('2001:db8::/126').hosts())
list(I.ip_network('1.2.3.4/32').hosts())
list(I.ip_network('2001:db8::/128').hosts())
I.ip_address('::1').is_private
sorted([I.ip_network('1.2.3.0/25'),I.ip_network('1.2.3.0/24'),I.ip_network('1.0.0.0/8')])
I.ip_network('1.2.3.0/24').is_subnet_of'''.split('\n'): tx(s)
