# python3.12: email.headerregistry: what becomes of parameters, types and dispositions, good ones and odd ones
from email import policy
from email.headerregistry import HeaderRegistry

make = HeaderRegistry()
PARAMETERS = [
    'a=b', 'a="b"', "a='b'", 'a=b c', 'a = b', 'a="b c"', 'a=', 'a', 'A=b', 'Charset=UTF-8', 'a=b;', ';a=b', 'a=b; ;c=d', 'a=b;c=d',
    'a=b; a=c', 'a="b;c"', 'a=b (comment); c=d', 'a=(x)b', 'a=b/c', 'a=b=c', 'a="b"c', 'a="b', "a*=utf-8''%e4%b8%80", "a*=us-ascii'en'%41b",
    'a*=x', "a*=''x", "a*=utf-8'x", 'a*0=x; a*1=y', 'a*1=y; a*0=x', "a*0*=utf-8''%41; a*1=b%42", "a*0=us-ascii'en'A; a*1*=%42",
    "a*0*=utf-8''x; a*1*=%c3; a*2*=%a4", 'a*0="x y"; a*1=z', 'a*0*="us-ascii\'en-us\'This%20is"; a*1*="%20fun"', 'a*0=x; a*2=z',
    'a*0=x; a*0=y', 'a*="utf-8\'\'x%20y"', "a*=unknown''%ff", "a*=utf-8''%ff", 'a=\udce4b', 'a="\udcc3\udca4"', "a*=utf-8''\udcc3\udca4",
    'a=\xe4', 'a==?utf-8?q?=C3=A4?=', 'a="b\\"c"', 'a="b\\c"',
    'a*0*=us-ascii\'\'%41;a*1="%42";a*2*=%43', 'a*0="us-ascii\'en-us\'This"; a*1*=" is%20x"',
    'filename*=ISO-8859-1\'\'fo%f6.txt; filename="foo.txt"', 'filename="foo.txt"; filename*=UTF-8\'\'f%c3%b6o.txt', 'a*="utf-8\'en\'x\'y"',
    'a*0=foo; b=c; a*1=bar', 'a*x=3', 'a**=3', '*a=3', 'a=@b', 'a=<b>', 'a=[b]', 'a=b,c', 'a=?', 'a=\tb', 'baz; boo',
    "a*1*=utf-8''x", 'a*1=x', 'a*0=x; a*2*=z']
TYPES = [
    '  text  /  plain  ', 'text/plain ; a=b', ' text/plain;a=b', 'text/plain  ', 'text (c) / plain; a=b', 'text/plain (c); a=b', 'text',
    'text; a=b', 'a/b/c; x=y', 'a/b c; x=y', 'te\udca7xt/plain; a=b', 'text/', '/plain']
DISPOSITIONS = [
    'ab./k', 'ab./k; a=b', 'inline ; a=b', ' inline;a=b', 'in line; a=b', '(c) inline; a=b', 'inline (c); a=b', '/; a=b', ';a=b',
    'in\udca7line']


def show(name, value):
    header = make(name, value)
    told = header.content_type if name == "Content-Type" else header.content_disposition
    print(ascii(value), ascii(str(header)), ascii(told), ascii(dict(header.params)), [type(defect).__name__ for defect in header.defects],
          ascii(header.fold(policy=policy.default)))


for value in PARAMETERS:
    show("Content-Type", "text/plain; " + value)
    show("Content-Disposition", "attachment; " + value)
for value in TYPES:
    show("Content-Type", value)
for value in DISPOSITIONS:
    show("Content-Disposition", value)
