# python3.12
import http.cookiejar as m
import re
import warnings

warnings.simplefilter('ignore')
for t in ('09 Feb 1994 22:23:32 GMT','Wed, 09 Feb 1994 22:23:32 GMT','Wednesday, 09-Feb-94 22:23:32 GMT','09 Feb 1994','09-Feb-94','  03   Feb   1994  0:00  ','Feb  3 1994 00:00','Thu Feb  3 00:00:00 1994 GMT','03/Feb/1994:00:00:00 +0100','xx','31 Feb 1994 00:00:00 GMT','01-01-1994','1994-02-03','03 Feb 1994 25:00:00','03 Feb 94 10:30 PM','03-Feb-70 0:0 EST','Thu, 01 Jan 1970 00:00:00 -0530','03 13 1994','Mon, 01-Jan-99999 00:00:00 GMT','','1994-02-03 14:15:29 -0100','1994-02-03T14:15:29','19940203T141529Z','19940203','03 Feb 1994 00:00:00 GMT (foo)'): print(repr(t), m.http2time(t), m.iso2time(t))
print(m.time2isoz(0), m.time2isoz(1e9 + .5), m.time2netscape(0), m.time2netscape(1e9))
for t in ('94-02-03','1994-2-3 1:2','20000101T00','1994-02-03 14:15:29 UTC'): print(t,m.iso2time(t))
for h in (['foo'],['foo=bar'],['foo=\"bar\"; port=\"80,81\"; discard, bar=baz'],['  foo  ='],['a, b,,c'],['Basic realm=\"\\\"foo\\\\\\\\\\\"bar\\\"\"'],['n; foo=\"foo;_\", bar=foo_bar'],['n; foo=\"foo;_\"','bar=\"\"'],[',,, foo'],['text/html; charset=\"iso-8859-1\"'],['a b=c'],['a=b; ; c']): print(h,m.split_header_words(h))
for l in ([[('text/plain',None),('charset','iso-8859-1')]],[[('a','b c'),('d','e\"f')]],[[('x',None)],[('y','z')]],[[]],[]): print(l,m.join_header_words(l))
for h in (['expires=Foo%2F%2F; Path=/'],['foo=bar; expires=01 Jan 2040 22:23:32 GMT'],['foo=bar; Domain=.x.com; secure; HttpOnly'],['foo'],['foo; path=/a'],['=x'],['foo=\"bar\"'],['foo=bar; expires'],['foo=bar; version=\"1\"; max-age=\"3\"; xx=\"yy\"'],['foo=a;expires=\"Wed, 01 Jan 2040 00:00:00 GMT\"; port=\"80\"'],['a=b;;c=d'],['']): print(h,m.parse_ns_headers(h))
for a in ('www.acme.com','1.2.3.4','localhost','.x.com','a.b.c','','x.local','.local','foo.bar.com'): print(a,m.is_HDN(a),m.liberal_is_HDN(a),repr(m.reach(a)))
for a,b in (('x.y.com','x.Y.com'),('x.y.com','.Y.com'),('y.com','.y.com'),('x.y.com','y.com'),('1.2.3.4','2.3.4'),('x.y.z.com','.z.com'),('x.com','.com'),('.a.com','.a.com'),('a','.local'),('b.local','.local')): print(a,b,m.domain_match(a,b),m.user_domain_match(a,b))
for p in ('/foo%2f/%20%A','a b\"<>','/~é','%7e~'): print(m.escape_path(p))
import urllib.request as u
for url in ('http://www.acme.com:1234/a/b?c#d','http://localhost','http://1.2.3.4/','https://X.Y.com:/%7ea','http://h:80x/;p'): 
    r=u.Request(url); print(m.request_host(r),m.eff_request_host(r),m.request_port(r),m.request_path(r),m.is_third_party(r))
r=u.Request('http://www.a.com',origin_req_host='x.a.com'); print(m.is_third_party(r)); r=u.Request('http://www.a.com',origin_req_host='www.b.com'); print(m.is_third_party(r))
c=m.Cookie(0,'n','v','80',True,'.a.com',True,True,'/p',True,False,10**10,False,None,None,{'HttpOnly':None}); print(c,repr(c),c.is_expired(),c.is_expired(10**11),c.has_nonstandard_attr('HttpOnly'),c.get_nonstandard_attr('q',3)); 
c=m.Cookie('1',None,'v',None,False,'a.com',False,False,'/',False,True,None,True,'c','u',{}); print(c,repr(c),c.is_expired())
c=m.Cookie('1','n',None,None,False,'a.com',False,False,'/',False,True,None,True,'c','u',{}); print(c,repr(c),c.is_expired())
try: m.Cookie(0,'n','v',None,True,'.a.com',True,True,'/p',True,False,10**10,False,None,None,{})
except ValueError as e: print(e)
j=m.CookieJar(); print(j,repr(j)); j.set_cookie(c); print(j,repr(j),len(j),list(j)); 
for a in ((None,'/'),(None,None,'x'),('q',),('a.com','/q'),('a.com','/','n')):
    try: print(j.clear(*a))
    except Exception as e: print(type(e),e)
import email.message
class R:
    def __init__(s,*h):
        s.m=email.message.Message()
        for x in h:
            k,v=x.split(': ',1); s.m[k]=v
    def info(s): return s.m
def go(url,*hs,pol=None,get=None,jar=None,ver=True,org=None):
    j=jar if jar is not None else m.CookieJar(pol)
    r=u.Request(url)
    if org: r=u.Request(url,origin_req_host=org,unverifiable=not ver)
    j.extract_cookies(R(*hs),r)
    g=u.Request(get or url); j.add_cookie_header(g)
    print(url, hs, [re.sub("expires=[0-9]{11,}", "expires=N", repr(c)) for c in j],'=>',g.get_header('Cookie'),g.get_header('Cookie2'), sorted(g.unredirected_hdrs.items()))
    return j
go('http://www.acme.com/','Set-Cookie: foo=bar')
go('http://www.acme.com/a/b','Set-Cookie: foo=bar; path=/a; domain=.acme.com','Set-Cookie: x="y z"; secure','Set-Cookie: q; httponly')
go('http://www.acme.com/a/b/c','Set-Cookie: foo=bar',get='http://www.acme.com/a/b')
go('http://www.acme.com/','Set-Cookie: foo=bar; domain=.com'); go('http://www.acme.com/','Set-Cookie: foo=bar; domain=acme.com'); go('http://www.acme.com/','Set-Cookie: foo=bar; domain=other.com');go('http://acme.com/','Set-Cookie: foo=bar; domain=.acme.com',get='http://x.acme.com/');go('http://acme.com/','Set-Cookie: foo=bar',get='http://x.acme.com/')
go('http://localhost/','Set-Cookie: foo=bar');go('http://1.2.3.4/','Set-Cookie: foo=bar; domain=1.2.3.4');go('http://1.2.3.4/','Set-Cookie: foo=bar; domain=.2.3.4')
go('http://www.acme.com/','Set-Cookie: foo=bar; expires=Wed, 01 Jan 2020 00:00:00 GMT');go('http://www.acme.com/','Set-Cookie: foo=bar; expires=Wed, 01 Jan 2200 00:00:00 GMT');go('http://www.acme.com/','Set-Cookie: foo=bar; max-age=0');go('http://www.acme.com/','Set-Cookie: foo=bar; max-age=x')
j=go('http://www.acme.com/','Set-Cookie: foo=bar'); go('http://www.acme.com/','Set-Cookie: foo=bar; max-age=0',jar=j); go('http://www.acme.com/','Set-Cookie: a=1; path=/x','Set-Cookie: b=2; path=/x/y','Set-Cookie: c=3',jar=j,get='http://www.acme.com/x/y/z')
P=m.DefaultCookiePolicy
go('http://www.acme.com/','Set-Cookie2: foo=bar; Version=1; Path="/"; Port; Discard; Domain=".acme.com"; Comment=c; CommentURL="u"',pol=P(rfc2965=True))
go('http://www.acme.com:8080/','Set-Cookie2: foo="b r"; Version="1"; Port="8080,80"; Max-Age=99999999999',pol=P(rfc2965=True))
go('http://www.acme.com/','Set-Cookie2: foo=bar; Version=1; Path="/acme"',pol=P(rfc2965=True));go('http://www.acme.com/','Set-Cookie2: foo=bar; Path="/"',pol=P(rfc2965=True))
go('http://www.acme.com/','Set-Cookie: foo=bar; Version=1; Path="/"',pol=P(rfc2965=True));go('http://www.acme.com/','Set-Cookie: foo=bar; Version=1; Path="/"')
go('http://www.acme.com/','Set-Cookie: foo=bar',pol=P(blocked_domains=['.acme.com']));go('http://www.acme.com/','Set-Cookie: foo=bar',pol=P(blocked_domains=['acme.com']));go('http://www.acme.com/','Set-Cookie: foo=bar',pol=P(allowed_domains=['x.com']));go('http://www.acme.com/','Set-Cookie: foo=bar',pol=P(allowed_domains=[]));go('http://www.acme.com/','Set-Cookie: foo=bar',pol=P(netscape=False))
go('http://a.b.acme.com/','Set-Cookie: foo=bar; domain=.acme.com',pol=P(strict_ns_domain=P.DomainStrict));go('http://a.b.acme.com/','Set-Cookie: foo=bar; domain=.acme.com',pol=P(strict_ns_domain=P.DomainStrictNoDots));go('http://acme.co.uk/','Set-Cookie: foo=bar; domain=.co.uk',pol=P(strict_domain=True));go('http://acme.co.uk/','Set-Cookie: foo=bar; domain=.co.uk')
go('http://www.acme.com/','Set-Cookie: $foo=bar',pol=P(strict_ns_set_initial_dollar=True));go('http://www.acme.com/a','Set-Cookie: foo=bar; path=/b',pol=P(strict_ns_set_path=True));go('http://www.acme.com/','Set-Cookie: foo=bar',org='www.x.com',ver=False,pol=P(strict_ns_unverifiable=True));go('http://www.acme.com/','Set-Cookie: foo=bar',org='www.x.com',ver=False)
go('https://www.acme.com/','Set-Cookie: s=1; secure');go('http://www.acme.com/','Set-Cookie: s=1; secure',get='http://www.acme.com/');go('http://www.acme.com/','Set-Cookie: port=1; port="80"');go('http://www.acme.com/','Set-Cookie: foo=bar; port="81"');go('http://www.acme.com/','Set-Cookie: foo=bar; port')
go('http://www.acme.com/','Set-Cookie: foo=bar; path=/%7efoo/é', get='http://www.acme.com/%7Efoo/%c3%a9/x');go('http://www.acme.com/','Set-Cookie2: a=b; Version=1, c=d; Version=1; foo=bar','Set-Cookie2: n=1; version=2',pol=P(rfc2965=True))
import tempfile,os
os.chdir(tempfile.mkdtemp())
def files(cls):
    j=cls('f.txt',policy=P(rfc2965=True)); go('http://www.acme.com/','Set-Cookie: s=1','Set-Cookie: p=2; expires=Wed, 01 Jan 2200 00:00:00 GMT; HttpOnly; domain=.acme.com','Set-Cookie: q; max-age=99999999999; secure',jar=j); go('http://www.acme.com/','Set-Cookie2: v="1 1"; version=1; max-age=99999999999; port="80,90"; comment="c;"; commenturl=x; bar=baz',jar=j)
    j2=m.CookieJar()
    for c in j:
        if c.expires and c.expires>10**10: c.expires=7258118400
    j.save(); print(open('f.txt').read()); j.save('g.txt',ignore_discard=True,ignore_expires=True); print(open('g.txt').read())
    k=cls(); k.load('g.txt',ignore_discard=True); print(*map(repr,k),sep='\n'); k=cls('f.txt'); k.load(); print(len(k),repr(k)[:40]); k.revert(); print(len(k))
    for f in (k.save,k.load,k.revert):
        try: f('/nope/x')
        except Exception as e: print(type(e),e)
    z=cls()
    for f in (z.save,z.load,z.revert):
        try: f()
        except Exception as e: print(type(e),e)
    for text in ('','bad\n','#LWP-Cookies-2.0\nSet-Cookie3: a=b\n','#LWP-Cookies-2.0\nxx: a=b\nSet-Cookie3: a=b; path="/"; domain=x; version=0; expires="2200-01-01 00:00:00Z"; foo=bar; discard\n','# Netscape HTTP Cookie File\n\n#c\nx.com\tFALSE\t/\tTRUE\t7258118400\tname\tvalue\n.x.com\tTRUE\t/\tFALSE\t\tname\t\n#HttpOnly_y.com\tFALSE\t/\tTRUE\t7258118400\t\tv\n','# HTTP Cookie File\nfew\tfields\n'):
        open('h.txt','w').write(text); z=cls()
        try: z.load('h.txt',ignore_discard=True); print(list(map(repr,z)))
        except Exception as e: print(type(e),e, type(e).__mro__[1].__name__)
files(m.LWPCookieJar);files(m.MozillaCookieJar)
j=m.LWPCookieJar(); go('http://www.acme.com/','Set-Cookie: s=1',jar=j); print(j.as_lwp_str(False,False),j.as_lwp_str()); j.clear_session_cookies(); print(len(j)); 
try: j.load()
except Exception as e: print(type(e),e)
p=P(blocked_domains=['a.com','.b.com']); print(p.blocked_domains(),p.allowed_domains(),p.is_blocked('a.com'),p.is_blocked('x.a.com'),p.is_blocked('x.b.com'),p.is_blocked('b.com'),p.is_not_allowed('x')); p.set_allowed_domains(['z']); print(p.allowed_domains(),p.is_not_allowed('x'),p.is_not_allowed('z')); p.set_allowed_domains(None); print(p.allowed_domains()); p.set_blocked_domains(['q']); print(p.blocked_domains())
try: m.FileCookieJar(3)
except Exception as e: print(type(e),e)
try: m.FileCookieJar('x').save()
except Exception as e: print(type(e),repr(e))
b=m.CookiePolicy()
for f,a in (('set_ok',(1,2)),('return_ok',(1,2)),('domain_return_ok',(1,2)),('path_return_ok',(1,2))):
    try: print(getattr(b,f)(*a))
    except Exception as e: print(type(e),repr(e))
