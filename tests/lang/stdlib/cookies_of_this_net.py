"""Cookies for names without dots: those of this net."""
from http.cookiejar import *
import urllib.request, email.message
class R:
    def __init__(s,h): s.h=h
    def info(s):
        m=email.message.Message(); m["Set-Cookie"]=s.h; return m
for url,dom in (("http://localhost","localhost"),("http://localhost",".localhost"),("http://foo","foo"),("http://foo",".foo"),("http://foo","foo.local"),("http://localhost","local"),("http://localhost",".local"),("http://localhost:80","localhost"),("http://a.localhost","localhost"),("http://xlocalhost","localhost"),("http://localhost.local","localhost")):
    c=CookieJar(); q=urllib.request.Request(url)
    c.extract_cookies(R(f"a=b; domain={dom}"),q); print(url,dom,len(c),[k.domain for k in c])

for url,dom in (("http://foo","zzz"),("http://foo","z.zzz"),("http://foo",".local"),("http://foo","oo"),("http://foo","oo.local"),("http://foo","localhost"),("http://localhost","xx"),("http://a.local","zz"),("http://foo","localhosts"),("http://foo.bar","localhost")):
    c=CookieJar(); q=urllib.request.Request(url)
    c.extract_cookies(R(f"a=b; domain={dom}"),q); print(url,dom,len(c),[k.domain for k in c])
