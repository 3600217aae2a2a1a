# python3.12: email.utils
import email.utils as u, datetime, warnings
for a in ['foo','foo bar','a@b','A B <a@b>','"A, B" <a@b>','a@b (C D)','a@b (C) (D)','A (x) <a@b>','<a@b>','grp: a@b, c@d;','a@b, c@d','','  ','a b@c','a.b@c.d','A. B. <a.b@c.d>','"q\\"x"@d','a@[1.2.3.4]','<@x,@y:a@b>','a@b c@d','a<b@c','a>b@c','a@b>','(c)a@b','<>','A <>','=?utf-8?q?a?= <b@c>','a@b@c','undisclosed-recipients:;','a, b','"a b"','a;b@c','foo: ;,a@b','a\\b@c',' a @ b . c','J <a@b> (x)','"x" y <a@b>','a..b@c','.a@b','a.@b', 'a@','@b','a (b','"abc','a <b','a <b@c> d', 'a: b@c', '\u00e9 <e@x>','a@b.c.','a (b(c)d\\)e) <x@y>', '"a\\\\b" <c@d>', 'a "b" c@d', 'x:y:z;', ',,a@b', ',', 'a,,b', '<a@b', '"John Q." <j@q.com>, Mary (M) <m@x.org>, u: v@w;', 'a\n b <c@d>','[x]','a [x] <b@c>', 'a.b <c@d>', 'a . b <c@d>']:
    print(repr(a), u.parseaddr(a), u.getaddresses([a]))
print(u.getaddresses(['a@b', 'C <d@e>', 'f: g@h, i@j;']))
for p in [('','a@b'),('A B','a@b'),('A, B','a@b'),('A"B','a@b'),('A\\B','a@b'),('Ä','a@b'),('Ä'*40,'a@b'),('A.B','a@b'), ('日本','x@y')]: print(u.formataddr(p))
print(u.formataddr(('Ä','a@b'),'iso-8859-1'))
try: u.formataddr(('A','ä@b'))
except Exception as e: print(type(e).__name__, e)
for d in ['Mon, 20 Nov 1995 19:12:08 -0500','20 Nov 1995 19:12:08','Mon, 20 Nov 95 19:12 GMT','Sunday, 06-Nov-94 08:49:37 GMT','Sun Nov  6 08:49:37 1994','Thu, 1 Jan 1970 00:00:00 +0000','Thu, 1 Jan 1970 00:00:00 -0000','garbage','','1 Jan 2000','Tue, 3 Mar 2020 10:20:30 EST','Wed, 3 Apr 2002 12.34.56.78+0800','Fri, 9 May 1997','Tue, 03 Jun 2014 1:2:3 +05:30','3 Dec 69 1:2:3 +0100','3 Dec 68 1:2:3 +0100','Mon 20 Nov 1995 19:12:08 -0500','Nov 20 1995 19:12:08 -0500', 'Mon, 20 Foo 1995 19:12:08 -0500','Mon, 20 Nov 1995 25:12:08 -0500','Mon,20 Nov 1995 19:12:08 -0500','20 November 1995 19:12:08 +0130','Mon, 20 Nov 1995 19:12:08 -0430', None, 'Mon, 20 Nov 1995 19.12.08 +0000', 'Tue, 1 Jan 2030 10:11:12+0200','x y z w v']:
    print(d, u.parsedate_tz(d), u.parsedate(d), u.mktime_tz(u.parsedate_tz(d)) if u.parsedate_tz(d) else None)
    try: print(repr(u.parsedate_to_datetime(d)))
    except Exception as e: print(type(e).__name__, e)
print(u.formatdate(0), u.formatdate(1e9, usegmt=True), u.formatdate(1e9))
D=datetime
for dt in (D.datetime(2020,1,2,3,4,5), D.datetime(2020,1,2,3,4,5,tzinfo=D.timezone.utc), D.datetime(2020,1,2,3,4,5,tzinfo=D.timezone(D.timedelta(hours=-3,minutes=-30)))):
    print(u.format_datetime(dt))
    try: print(u.format_datetime(dt, True))
    except Exception as e: print(type(e).__name__, e)
print(u.make_msgid('x','d.org')[-9:], u.make_msgid(domain='q').count('.'))
print(u.quote('a"b\\c'), u.unquote('"a\\"b\\\\c"'), u.unquote('<a>'), u.unquote('a'), u.unquote('"a'))
print(u.encode_rfc2231('ä b','utf-8','de'), u.encode_rfc2231('a b'), u.encode_rfc2231('ä','iso-8859-1'), u.decode_rfc2231("utf-8'de'%C3"), u.decode_rfc2231("a'b"), u.decode_rfc2231("x"))
print(u.decode_params([('text/plain',''),('a*0','"x"'),('a*1','y'),('b*',"utf-8''%C3%A4"),('c','"d"'),('e*0*',"us-ascii'en'a%20"),('e*1*','b'),('e*2','c%20')]))
print(u.collapse_rfc2231_value(('utf-8','',"\xc3\xa4")), u.collapse_rfc2231_value('"x"'), u.collapse_rfc2231_value((None,None,'x')), u.collapse_rfc2231_value(('nope','','x')))
print(u.localtime(D.datetime(2020,1,2,3,4,5,tzinfo=D.timezone.utc)).timestamp())
