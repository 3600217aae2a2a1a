# python3.12: email.headerregistry: what is wrong with addresses
from email.headerregistry import Address, HeaderRegistry

make = HeaderRegistry()
WRITTEN = ['a@b', 'a . b@c', 'a. b@c', 'a .b@c', 'a b@c', 'a  b@c', 'merwok wok@xample.com', 'merwok. wok . wok@xample.com', '"a".b@c', 'a."b"@c',
            '"a b"@c', '"a" "b"@c', 'a"b"@c', 'a.b.@c', '.a@b', 'a..b@c', 'a@b . c', 'a@ b', 'a @b', 'a@b c', 'a@[1.2.3.4]', 'a\\b@c', '"a\\"b"@c',
            'wok\\ wok@x', '"=?utf-8?q?x?="@b', 'N <a b@c>', 'N <a . b@c>', '"=?utf-8?q?=C3=A4?=" <a@b>', 'g: a b@c, d@e;', 'g: "a"b@c;', 'N <a@b',
            'a', '(c) a (d) . (e) b@c']

for value in WRITTEN:
    header = make("to", value)
    print(ascii(value), ascii(str(header)), ascii([(each.display_name, each.username, each.domain, each.addr_spec) for each in header.addresses]))
    for defect in header.defects:
        print("   ", type(defect).__name__, defect)
for value in "a@b", "a b@c", "a. b@c", '"a b"@c', "a@b c", "a", 'a"b"@c', " a@b", "a@b ", "a@b (c)", "wok wok@x":
    try:
        print(ascii(value), Address(addr_spec=value))
    except ValueError as error:
        print(ascii(value), type(error).__name__, error)
