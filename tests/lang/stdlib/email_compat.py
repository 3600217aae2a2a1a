# python3.12: messages by compat32: MIME classes, parser, generator
import email, io
from email.message import Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.audio import MIMEAudio
from email.mime.message import MIMEMessage
from email.iterators import _structure, body_line_iterator, typed_subpart_iterator
from email import encoders
import email.generator, email.policy, itertools; numbers = itertools.count()
email.generator._make_boundary = email.generator.Generator._make_boundary = classmethod(lambda c, text=None: f"BOUNDARY{next(numbers)}")
def fails(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
m=MIMEText('hello\nworld\n'); m['Subject']='Test'; m['From']='a@b'; m['To']='c@d, e@f'; print(m.as_string()); print(m)
m=MIMEText('héllo wörld','plain','utf-8'); m['Subject']='Sübject'; print(m.as_string()); print(m.get_payload(), m.get_payload(decode=True), m.get_content_charset(), m.get_charset())
m=MIMEText('héllo','html'); print(m.as_bytes())
m=MIMEText('h\xe9llo','plain','iso-8859-1'); print(m.as_string())
mm=MIMEMultipart('alternative'); mm['Subject']='multi'; mm.attach(MIMEText('plain')); mm.attach(MIMEText('<b>html</b>','html')); mm.preamble='This is a multi-part message.\n'; mm.epilogue='end'; print(mm.as_string()); print(mm.get_boundary())
o=MIMEMultipart(); o.attach(mm); a=MIMEApplication(b'\x00\x01binary'*20, Name='f.bin'); a.add_header('Content-Disposition','attachment',filename='f.bin'); o.attach(a); o['To']='x@y'
s=o.as_string(); print(s); _structure(o)
p=email.message_from_string(s); _structure(p); print(p.as_string()==s, [x.get_content_type() for x in p.walk()], p.get_payload(1).get_filename(), p.get_payload(1).get_payload(decode=True)[:10], p.is_multipart())
b=MIMEBase('application','x-foo',name='a b',charset='us'); b.set_payload(b'abc\xff'); encoders.encode_quopri(b); print(b.as_string())
b=MIMEBase('application','x-foo'); b.set_payload('abc'); encoders.encode_7or8bit(b); encoders.encode_base64(b); print(b.as_string())
print(MIMEImage(b'\x89PNG\r\n\x1a\nxx').as_string()); fails(MIMEImage,b'zz'); print(MIMEAudio(b'RIFF1234WAVEfmt ').as_string()); fails(MIMEAudio,b'zz')
print(MIMEMessage(MIMEText('inner')).as_string()); fails(MIMEMessage,'x'); fails(MIMEText('x').attach, 1); fails(MIMEText('x').get_payload,0)
m=Message(); m['A']='1'; m['a']='2'; m['B']='3'; print(len(m), m['A'], m.get_all('A'), m.keys(), m.values(), m.items(), 'a' in m, 'c' in m, m['c'], m.get('c',5), m.get_all('c'), list(m)); m.replace_header('a','9'); fails(m.replace_header,'z',1); del m['A']; print(m.items()); print(repr(m.as_string()))
m.add_header('Content-Disposition','attachment',filename='bud.gif',foo_bar=None); m.add_header('X','y',n=('utf-8','','Fußballer.ppt')); m.add_header('Y','y',n='Fußballer.ppt'); m.add_header('Z',None,a='b'); print(m.as_string()); print(m.get_filename(), m.get_content_disposition())
m=email.message_from_string('''Content-Type: text/plain; charset="utf-8"; format=flowed; name*0="a"; name*1="b"; x*=utf-8'en'%C3%A4
MIME-Version: 1.0
Subject: =?utf-8?q?h=C3=A4?= there
Long: aaa
 bbb
\tccc
To: x

body
From here
''')
print(m.get_params(), m.get_param('charset'), m.get_param('x'), m.get_param('name'), m.get_content_charset(), m.get_content_type(), m['Long'], m['subject'], m.get_params(unquote=False))
m.set_param('charset','latin-1'); m.set_param('new','v w'); m.del_param('format'); m.set_param('u','ü',charset='utf-8'); print(m['content-type']); m.set_type('text/html'); print(m['content-type'], m.items()); fails(m.set_type,'x')
print(m.as_string(unixfrom=False)); print(m.as_bytes()[-20:])
g=io.StringIO(); email.generator.Generator(g).flatten(m); print(g.getvalue()[-40:])
m.set_unixfrom('From me Thu'); print(m.as_string(unixfrom=True)[:30], m.get_unixfrom())
for t in ['','x','X: y','X: y\n','\n','\nbody',' cont\nX: y\n\nb','From u d\nX: y\n\nb','X: y\nFrom u d\nY: z\n\nb','X: y\nnot a header\n\nb',': v\n\nb','X:y\r\nZ: w\r\n\r\nb\r\n','X y: z\n\nb','X: y\nFrom here\n\n','a:\n\nb']:
    m=email.message_from_string(t); print(repr(t), m.items(), repr(m.get_payload()), [type(d).__name__ for d in m.defects], m.get_unixfrom(), repr(m.as_string()))
for t in ['Content-Type: multipart/mixed\n\nb','Content-Type: multipart/mixed; boundary=B\n\nb','Content-Type: multipart/mixed; boundary=B\n\npre\n--B\n\none\n--B\nX: y\n\ntwo\n--B--\nepi\n','Content-Type: multipart/mixed; boundary=B\n\n--B\n\none\n','Content-Type: multipart/mixed; boundary=B\n\n--B--\n','Content-Type: multipart/mixed; boundary=B\n\n--B\n\n--B--','Content-Type: multipart/mixed; boundary=B\n\n--B\n\none\n--B--','Content-Type: multipart/digest; boundary=B\n\n--B\n\nX: y\n\none\n--B\n\nZ: w\n\n--B--\n','Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: multipart/mixed; boundary=C\n\n--C\n\nc1\n\n--B\n\nb2\n--B--\n\n','Content-Type: message/rfc822\n\nX: y\n\nbody','Content-Type: message/delivery-status\n\nA: b\nC: d\n\nE: f\n\n','Content-Type: multipart/mixed; boundary=B\nContent-Transfer-Encoding: base64\n\n--B\n\n--B--','Content-Type: multipart/mixed; boundary=B\n\n--B\n--B\n\nx\n--B--','Content-Type: multipart/mixed; boundary=B\n\n\n\n--B\nX: y\n--B--\n\n\n','Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\none\r\n--B  \r\n\r\ntwo\r\n\r\n--B--\r\nx']:
    m=email.message_from_string(t); print(repr(t), [type(d).__name__ for d in m.defects], repr(m.preamble), repr(m.epilogue))
    _structure(m,include_default=True)
    for q in m.walk(): print('  ', q.items(), repr(q.get_payload()) if not q.is_multipart() else len(q.get_payload()), [type(d).__name__ for d in q.defects], repr(q.epilogue))
    print(repr(m.as_string()), repr(m.as_bytes()))
m=email.message_from_bytes(b'Subject: h\xc3\xa4\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nb\xc3\xb6dy\n'); print(str(m['subject']), repr(m.get_payload()), m.get_payload(decode=True), m.as_string(), m.as_bytes())
m=email.message_from_bytes(b'Subject: x\n\nb\xc3\xb6dy\n'); print(repr(m.get_payload()), m.get_payload(decode=True), m.as_bytes()); fails(m.as_string)
for e,t in [('base64','YWJj\nZGVm\n'),('base64','YWJ'),('base64','!!YWJj'),('base64','Y'),('quoted-printable','a=20b=\nc=C3=A4'),('x-uuencode','begin 666 f\n#86)C\n \nend\n'),('x-uuencode','zzz'),('7bit','abc'),('weird','abc')]:
    m=email.message_from_string('Content-Transfer-Encoding: %s\n\n%s'%(e,t)); print(e, m.get_payload(decode=True), [type(d).__name__ for d in m.defects])
print(list(body_line_iterator(p)), [x.get_content_subtype() for x in typed_subpart_iterator(p,'text')], p.get_charsets())
m=Message(); m['Subject']='word '*40; m['To']=', '.join('user%d@example.com'%i for i in range(10)); m.set_payload('x'); print(m.as_string()); g=io.StringIO(); email.generator.Generator(g,maxheaderlen=40).flatten(m); print(g.getvalue())
m.set_charset('utf-8'); print(m.as_string(maxheaderlen=78)); m.set_charset(None); print(m['content-type'])
m=Message(); m.set_payload('ünï','utf-8'); print(m.as_string()); m=Message(); m.set_payload('ünï','iso-8859-1'); print(m.as_string()); m=Message(); m.set_payload('abc'); fails(m.attach,1); m.set_payload([1]); print(m.is_multipart())
g=io.StringIO(); email.generator.DecodedGenerator(g).flatten(o); print(g.getvalue())
m=MIMEText('x'); m.set_boundary('q') ; print(m['content-type']); fails(Message().set_boundary,'x')
g=io.BytesIO(); email.generator.BytesGenerator(g,policy=email.policy.SMTP if hasattr(email,'policy') else None).flatten(MIMEText('From x\ny')); print(g.getvalue())
