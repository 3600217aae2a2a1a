# python3.12
import urllib.parse as u, urllib
def t(f,*a,**k):
    try: print(f.__name__,a,k, repr(f(*a,**k)))
    except Exception as e: print(f.__name__,a,k,type(e).__name__,e)
for x in ['http://a:b@h:80/p;x?q#f','//[::1]:80/','http://[v1.a]/','http://[::1','http://::1]/','http://[1.2.3.4]/x','http://[x]y/','http://h:99999/','http://h:x/','http://h:/','http://h:-1/','http://\u2100.com/','path:80','1http://x','mailto:a@b','  http://x/ \n','ht\ntp://a\tb/','a:b;c','HTTP://X.Y/','','//','?','#','x?#','http://user:pw:x@@h','http://h: 80/','http://h:８0/', 'http://[fe80::1%eth0]/','http://a[b]c/','javascript:x','svn+ssh://h/p;x?q#f','http://[v1.]/','http://[v.a]/','http://[vZ.a]/',None,b'http://x/;y',5,'http:///x','file:///etc','file:/etc','http:///','http:','http://[::1]x:80/','http://u@[::1]:8/','x://[::1%25a]:5','HTTP://H%41/', b'http://\xff/', b'HTTP://u:p@H:1/?q',[], (), 0, 0.0]:
    t(u.urlsplit,x); t(u.urlparse,x); 
    try:
        r=u.urlparse(x); print([getattr(r,n) for n in 'username password hostname'.split()], r.geturl()); print(r.port)
    except Exception as e: print(type(e).__name__,e)
t(u.urlunsplit,('http','h','p','','')); t(u.urlunsplit,('http','','//p','','')); t(u.urlunsplit,('','','//p','q','f')); t(u.urlunsplit,('mailto','','x','','')); t(u.urlunsplit,('http','h',b'','',''));t(u.urlunparse,('http','h','p','x','q','f'));t(u.urlunparse,('a','b'))
t(u.urlunsplit,('','h','p','','')); t(u.urlunsplit,(None,None,None,None,None)); t(u.urlunsplit,('','','','','f')); t(u.urlunsplit,('foo','','//p','',''))
t(u.urlunsplit,('foo','','/p','','')); t(u.urlunsplit,('http','','/p','','')); t(u.urlunsplit,('http','','p','','')); t(u.urlunsplit,('http','','','','')); t(u.urlunsplit,('foo','','','q','')); t(u.urlunsplit,(b'foo',b'',b'',b'q',b''));t(u.urlunsplit,(b'foo','','','q',''))
t(u.unquote,b'a%41'); t(u.unquote,5); t(u.unquote_to_bytes,5); t(u.unquote_to_bytes,'é%41%4');t(u.unquote_to_bytes,b'');t(u.unquote_to_bytes,''); t(u.unquote,'%E9x','latin-1'); t(u.unquote,'%ff%zz%e2%82'); t(u.unquote,'é%e9%',errors='strict'); t(u.quote,5); t(u.quote,b'a/\xff',encoding='x'); t(u.quote,'a','/',errors='x'); t(u.quote,b'a','/',None,'strict'); t(u.quote_from_bytes,'x'); t(u.quote_from_bytes,bytearray(b'a b'),safe='é ');t(u.quote,'é €/~-._ ', safe='é'); t(u.quote,'é','', 'ascii'); t(u.quote,'é','', 'ascii','replace'); t(u.quote_plus,'a b+c/'); t(u.quote_plus,b'a b','/ '); t(u.unquote_plus,'a+b%2B');t(u.unquote_plus,b'a')
t(u.quote,''); t(u.quote,b''); t(u.quote,None); t(u.quote_plus,5); t(u.quote,'a b',b' '); t(u.quote_plus,'a b',b'/'); t(u.quote,'a',5); t(u.quote_from_bytes,b''); t(u.quote,'\ud800'); t(u.quote_plus,'',)
t(u.urlencode,{'a':[1,2],'b':'x y'},True); t(u.urlencode,{'a':[1,2],'b':'x y'}); t(u.urlencode,[('a',b'\xff'),(b'b',None)]); t(u.urlencode,5); t(u.urlencode,'ab');t(u.urlencode,''); t(u.urlencode,[1]); t(u.urlencode,[('a','b','c')]); t(u.urlencode,{'a':5},True); t(u.urlencode,{'a':('x',b'y',5.5)},True,safe='x'); t(u.urlencode,{'é':'ü'},encoding='latin-1'); t(u.urlencode,{'a':'bc',b'x':b'yz'},True); t(u.urlencode,[]); t(u.urlencode,((1,2),(3,[]))), t(u.urlencode,((1,2),(3,[])),True)
for q in ['a=1&b=2','a=&b','a&&b=','a=1;b=2','&','', 'a=%41+b&a=c','=x','a==b', b'a=1&a=%ff']:
    t(u.parse_qsl,q); t(u.parse_qs,q,keep_blank_values=True); t(u.parse_qsl,q,True,True); t(u.parse_qs,q,encoding='latin-1',errors='strict')
t(u.parse_qs,'a=1;b=2',separator=';'); t(u.parse_qs,'a=1',separator=''); t(u.parse_qs,'a=1',separator=b'&'); t(u.parse_qs,b'a=1',separator='&'); t(u.parse_qs,'a=1&b=2',max_num_fields=1); t(u.parse_qsl,None);t(u.parse_qs,None);t(u.parse_qs,5); t(u.parse_qs,'a=1',separator=5); t(u.parse_qsl,{}); t(u.parse_qsl,bytearray(b'a=1')); t(u.parse_qsl,0); t(u.parse_qsl,1.5)
t(u.urldefrag,'http://a/b#c'); t(u.urldefrag,'x'); t(u.urldefrag,b'http://a#b'); t(u.urldefrag,'http://a#'); t(u.unwrap,'<URL:http://x>'); t(u.unwrap,'<x y>'); t(u.unwrap,5); t(u.unwrap,' <URL:a>')
t(u.urljoin,'a',b'b'); t(u.urljoin,b'http://a/b',b'c'); t(u.urljoin,None,'x'); t(u.urljoin,'x',None); t(u.urlsplit,'x','a'); t(u.urlsplit,'x',b'a'); t(u.urlsplit,b'x',''); t(u.urlsplit,'//h/p#f?q','s',False); t(u.urlparse,'p;a/b;c','s',allow_fragments=False)
pass;r=u.urlsplit('http://a/b'); print(r.encode(), r.encode().decode(), r._replace(path='x')); t(r.encode,'ascii','x')
t(u.SplitResult,1); t(u.DefragResult,"a","b"); print(u.DefragResult("a","b").geturl(), u.DefragResult("a","").geturl(), type(u.urlsplit(b"x")), u.DefragResultBytes(b"a",b"").geturl())
print([x for x in dir(u.ParseResult) if not x.startswith('_')], u.SplitResult._fields)
base='http://a/b/c/d;p?q'
for b in (base,'http://a','http://a?x','file:///a/b','a/b/c','/x','foo://h/a/b','http://a/b/../c/','','mailto:x','http:///a'):
    for x in ["g:h","g","./g","g/","/g","//g","?y","g?y","#s","g#s","g?y#s",";x","g;x","g;x?y#s","",".","./","..","../","../g","../..","../../","../../g","../../../g","../../../../g","/./g","/../g","g.",".g","g..","..g","./../g","./g/.","g/./h","g/../h","g;x=1/./y","g;x=1/../y","g?y/./x","g?y/../x","g#s/./x","http:g","http:","http:?x",'//','///','///x','.//g','a//b','..//','mailto:y','HTTP:x','http://q/../z','foo:x']:
        t(u.urljoin,b,x)
