# python3.12: http, http.client, http.server, urllib.request on the loopback
import http, http.client, http.server, threading, io, socket, urllib.request, urllib.error, urllib.parse, os, tempfile, json
print(list(http.HTTPStatus)[:3], http.HTTPStatus(404), http.HTTPStatus.NOT_FOUND.phrase, http.HTTPStatus(404).description, http.HTTPStatus.OK == 200, http.HTTPStatus.IM_A_TEAPOT.is_client_error, http.HTTPStatus(204).is_success, len(http.HTTPStatus), repr(http.HTTPStatus.OK))
print(list(http.HTTPMethod), http.HTTPMethod.GET == 'GET', http.HTTPMethod('PUT').description, f'{http.HTTPMethod.POST}')
print(http.client.responses[404], http.client.NOT_FOUND, http.client.OK)
log=[]
class H(http.server.BaseHTTPRequestHandler):
    protocol_version='HTTP/1.1'
    def log_message(self,f,*a): log.append(f%a)
    def do_GET(self):
        if self.path=='/chunked':
            self.send_response(200); self.send_header('Transfer-Encoding','chunked'); self.end_headers()
            for p in (b'hello ',b'chunked\nworld\n'): self.wfile.write(b'%X\r\n%s\r\n'%(len(p),p))
            self.wfile.write(b'0\r\n\r\n'); return
        if self.path.startswith('/redir'):
            n=int(self.path[6:] or 0); self.send_response(302); self.send_header('Location','/redir%d'%(n-1) if n else '/ok'); self.send_header('Content-Length','0'); self.end_headers(); return
        if self.path=='/loop': self.send_response(302); self.send_header('Location','/loop'); self.send_header('Content-Length','0'); self.end_headers(); return
        if self.path=='/auth':
            if self.headers.get('Authorization')!='Basic dTpw': self.send_response(401); self.send_header('WWW-Authenticate','Basic realm="r"'); self.send_header('Content-Length','0'); self.end_headers(); return
        if self.path=='/missing': self.send_error(404); return
        if self.path=='/err': self.send_error(500,'Bad <thing>','explained'); return
        if self.path=='/close': self.send_response(200); self.send_header('Connection','close'); self.end_headers(); self.wfile.write(b'until close'); return
        if self.path=='/cookie': self.send_response(200); self.send_header('Set-Cookie','a=1; Path=/'); self.send_header('Set-Cookie','b=2'); self.send_header('Content-Length','2'); self.end_headers(); self.wfile.write(b'ok'); return
        body=json.dumps([self.command,self.path,self.request_version,sorted((k,v) for k,v in self.headers.items() if k!='Host')]).encode()
        self.send_response(200,'Fine'); self.send_header('Content-Type','application/json'); self.send_header('X-A','1'); self.send_header('X-A','2'); self.send_header('Content-Length',str(len(body))); self.end_headers()
        if self.command!='HEAD': self.wfile.write(body)
    do_HEAD=do_DELETE=do_GET
    def do_POST(self):
        if self.headers.get('Transfer-Encoding')=='chunked':
            data=b''
            while n:=int(self.rfile.readline(),16): data+=self.rfile.read(n); self.rfile.readline()
            self.rfile.readline()
        else: data=self.rfile.read(int(self.headers.get('Content-Length',0)))
        body=repr((self.command, data, self.headers.get('Content-Type'), self.headers.get('Content-Length'), self.headers.get('Expect'))).encode()
        self.send_response(201); self.send_header('Content-Length',str(len(body))); self.end_headers(); self.wfile.write(body)
    do_PUT=do_POST
s=http.server.ThreadingHTTPServer(('127.0.0.1',0),H); port=s.server_port; t=threading.Thread(target=s.serve_forever,kwargs={'poll_interval':0.01}); t.start()
def fails(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, str(e).replace(str(port),'PORT'), e.args if isinstance(e,http.client.HTTPException) else '')
try:
    c=http.client.HTTPConnection('127.0.0.1',port,timeout=20)
    c.request('GET','/x?y=1',headers={'X-H':'v','A':'b'}); r=c.getresponse(); print(r.status,r.reason,r.version,r.getheader('content-type'),r.getheader('x-a'),r.getheader('nope','d'),r.headers.get_all('X-A'),r.length is not None,r.will_close,r.chunked,r.isclosed(),r.closed)
    print(r.read(), r.read(), r.isclosed(), [k for k,v in r.getheaders()])
    c.request('GET','/chunked'); r=c.getresponse(); print(r.chunked,r.length,r.readline(),r.peek(3)[:3],r.read(4),r.read(),r.isclosed())
    c.request('GET','/chunked'); r=c.getresponse(); print(list(r))
    c.request('GET','/chunked'); r=c.getresponse(); b=bytearray(10); print(r.readinto(b),b,r.read1(3),r.read1(),r.read1())
    c.request('HEAD','/h'); r=c.getresponse(); print(r.status,r.read(),r.getheader('Content-Length')!=None)
    c.request('POST','/p',b'abc'); print(c.getresponse().read()); c.request('POST','/p','h\xe9',{'Content-Type':'t/p'}); print(c.getresponse().read()); c.request('POST','/p',iter([b'a',b'',b'bcd'])); print(c.getresponse().read()); c.request('PUT','/p',io.BytesIO(b'file')); print(c.getresponse().read()); c.request('POST','/p'); print(c.getresponse().read()); c.request('DELETE','/d'); print(c.getresponse().read())
    fails(c.getresponse); c.putrequest('GET','/z',skip_accept_encoding=True); fails(c.putrequest,'GET','/'); c.putheader('N',1,'two',b'3'); fails(c.putheader,'bad name:','x'); fails(c.putheader,'X','a\nb'); c.endheaders(); fails(c.putheader,'a','b'); print(c.getresponse().read())
    c.request('GET','/close'); r=c.getresponse(); print(r.will_close,r.read(),c.sock)
    fails(c.request,'GET','/a b'); c.close(); fails(c.request,'GE\nT','/'); c.close(); fails(c.request,'POST','/','\u20ac'); c.close(); fails(http.client.HTTPConnection,'h:x'); fails(http.client.HTTPConnection,'h h'); print(http.client.HTTPConnection('[::1]:99').host, http.client.HTTPConnection('h:').port, http.client.HTTPConnection('h').port)
    base='http://127.0.0.1:%d'%port
    r=urllib.request.urlopen(base+'/u?a=b#frag'); print(r.status,r.code,r.getcode(),r.url.replace(str(port),'PORT'),r.reason,r.msg,r.read(),r.headers['content-type'],r.info().get_content_type())
    with urllib.request.urlopen(urllib.request.Request(base+'/q',headers={'User-Agent':'me','X-y':'z'})) as r: print(r.read())
    print(urllib.request.urlopen(base+'/p',data=urllib.parse.urlencode({'a':'1 2'}).encode()).read()); print(urllib.request.urlopen(urllib.request.Request(base+'/p',data=b'x',method='PUT',headers={'Content-Type':'text/x'})).read())
    print(urllib.request.urlopen(base+'/redir3').url[-3:]); fails(urllib.request.urlopen,base+'/loop')
    try: urllib.request.urlopen(base+'/missing')
    except urllib.error.HTTPError as e: print(e.code,e.reason,e.msg,str(e),repr(e),e.read()[-60:],e.headers['content-type'],e.url[-8:],e.filename[-8:],isinstance(e,urllib.error.URLError),isinstance(e,OSError)); e.close()
    try: urllib.request.urlopen(base+'/err')
    except urllib.error.HTTPError as e: print(e, e.read())
    fails(urllib.request.urlopen,base+'/auth'); m=urllib.request.HTTPPasswordMgrWithDefaultRealm(); m.add_password(None,base,'u','p'); o=urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(m)); print(o.open(base+'/auth').status)
    fails(urllib.request.urlopen,'nope'); fails(urllib.request.urlopen,'nope://x'); fails(urllib.request.urlopen,'http:///x'); fails(urllib.request.urlopen,base,'str'); 
    print(urllib.request.urlopen('data:text/plain;charset=utf-8;base64,aGk=').read(), urllib.request.urlopen('data:,a%20b').info()['content-type'])
    d=tempfile.mkdtemp(); p=os.path.join(d,'f é.txt'); open(p,'w').write('content'); r=urllib.request.urlopen('file://'+urllib.request.pathname2url(p)); print(r.read(), r.headers['content-type'], r.headers['Content-length'], r.url.endswith('f%20%C3%A9.txt')); fails(lambda: str(urllib.request.urlopen('file:///does/not/exist')))
    print(urllib.request.urlretrieve(base+'/x',os.path.join(d,'out'),lambda *a: print('hook',a[0],a[1]))[0][-3:]); print(urllib.request.url2pathname('/a%20b'))
    q=urllib.request.Request(base+'/x',headers={'content-TYPE':'a'}); print(q.get_method(),q.headers,q.type,q.selector,q.has_header('Content-type'),q.get_header('Content-type'),q.header_items(),q.host.replace(str(port),'P'),q.origin_req_host); q.data=b'd'; print(q.get_method(),q.data); q.add_unredirected_header('b-b','c'); q.remove_header('Content-type'); print(q.header_items())
    k=socket.create_connection(('127.0.0.1',port)); k.sendall(b'BAD\r\n\r\n'); f=k.makefile('rb'); print(f.read()[:50]); k.close()
    k=socket.create_connection(('127.0.0.1',port)); k.sendall(b'GET / HTTP/3.0\r\n\r\n'); f=k.makefile('rb'); print(f.readline()); k.close()
    k=socket.create_connection(('127.0.0.1',port)); k.sendall(b'FOO / HTTP/1.0\r\n\r\n'); f=k.makefile('rb'); print(f.readline(), f.readline()[:20]); k.close()
    k=socket.create_connection(('127.0.0.1',port)); k.sendall(b'GET /z\r\n\r\n'); f=k.makefile('rb'); print(f.read()); k.close()
    class S(http.server.SimpleHTTPRequestHandler):
        def __init__(self,*a,**k): super().__init__(*a,directory=d,**k)
        def log_message(self,*a): pass
    os.mkdir(os.path.join(d,'sub')); open(os.path.join(d,'sub','index.html'),'w').write('<p>'); os.mkdir(os.path.join(d,'list')); open(os.path.join(d,'list','a&b.txt'),'w').write('x'); os.mkdir(os.path.join(d,'list','dd'))
    s2=http.server.HTTPServer(('127.0.0.1',0),S); t2=threading.Thread(target=s2.serve_forever,kwargs={'poll_interval':0.01}); t2.start(); b2='http://127.0.0.1:%d'%s2.server_port
    r=urllib.request.urlopen(b2+'/f%20%C3%A9.txt'); print(r.read(),r.headers['Content-type'],'Last-Modified' in r.headers); lm=r.headers['Last-Modified']
    try: urllib.request.urlopen(urllib.request.Request(b2+'/f%20%C3%A9.txt',headers={'If-Modified-Since':lm}))
    except urllib.error.HTTPError as e: print(e.code)
    print(urllib.request.urlopen(b2+'/sub').url[-5:], urllib.request.urlopen(b2+'/sub/').read(), urllib.request.urlopen(b2+'/list/').read().decode()); fails(urllib.request.urlopen,b2+'/../../etc/passwd'); fails(urllib.request.urlopen,b2+'/nope')
    s2.shutdown(); t2.join(); s2.server_close()
finally:
    s.shutdown(); t.join(); s.server_close()
print(log[:4], H.responses[404])
class Fake:
    def __init__(self,b): self.b=b
    def makefile(self,m): return io.BytesIO(self.b)
def resp(b,**k):
    r=http.client.HTTPResponse(Fake(b),**k); r.begin(); return r
for b in (b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc',b'HTTP/1.0 200\r\n\r\nabc',b'',b'garbage\r\n',b'HTTP/1.1 abc\r\n',b'HTTP/1.1 99 x\r\n',b'HTTP/2.0 200 OK\r\n\r\n',b'HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx',b'HTTP/1.1 204 N\r\n\r\nx',b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz',b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab',b'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nab',b'HTTP/1.1 200 OK\r\n'+b'A: b\r\n'*101+b'\r\n',b'HTTP/1.1 200 OK\r\nA: '+b'b'*70000):
    try: r=resp(b); print(r.status,r.reason,r.length,r.will_close); print(r.read())
    except Exception as e: print(type(e).__name__, e if not isinstance(e,http.client.IncompleteRead) else repr(e))
