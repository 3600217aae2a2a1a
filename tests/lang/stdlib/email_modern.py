# python3.12: EmailMessage, headers as objects, content managers, policies
from email.message import EmailMessage, MIMEPart
from email import policy
from email.headerregistry import Address, Group, HeaderRegistry
import email, datetime
def fails(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
m=EmailMessage(); m['Subject']='Hello'; m['From']='me@x.org'; m['To']='a@b.c, "D, E" <d@e.f>'; m.set_content('Hi there\n'); print(m.as_string()); print(m.as_bytes())
print(m['to'].addresses, m['to'].groups, m['subject'].name, m['subject'].defects, repr(m['To']), type(m['to']).__mro__[1].__name__)
m=EmailMessage(); m['Subject']='Grüße aus Köln und noch viel mehr Text, der sicher nicht in eine Zeile passt, oder doch? Nein!'; m['To']=[Address('Jörg Müller','joerg','example.com'),Address('Bob','bob','x.org')]; m.set_content('Grüße\n'); print(m.as_string()); print(m.as_bytes()); print(str(m))
m['From']=Address('X',addr_spec='x@y.z'); m['Date']=datetime.datetime(2020,1,2,3,4,5,tzinfo=datetime.timezone.utc); print(m['from'], m['date'], repr(m['date'].datetime), m['from'].addresses[0].display_name)
m.add_alternative('<p>html</p>',subtype='html'); m.add_attachment(b'\x00\x01\x02'*50,maintype='application',subtype='octet-stream',filename='dätä.bin'); m.add_attachment('text att',filename='a.txt')
m.set_boundary('OUT'); m.get_payload(0).set_boundary('IN'); print(m.as_string())
print([p.get_content_type() for p in m.walk()], m.get_body().get_content_type(), m.get_body(('plain',)).get_content(), [a.get_filename() for a in m.iter_attachments()], [a.get_content() if a.get_content_maintype()=='text' else a.get_content()[:3] for a in m.iter_attachments()], [a.is_attachment() for a in m.iter_parts()])
p=email.message_from_bytes(m.as_bytes(),policy=policy.default); print(p['subject'], p['to'].addresses, [a.get_filename() for a in p.iter_attachments()], p.as_bytes()==m.as_bytes())
for n,v in [('Subject','x '*60),('Subject','x'*100),('Subject','a '+'y'*90+' b'),('Subject','ü'*60),('Subject','word ü word ö word'),('Subject','ü ö'),('X-Foo','abc; def; '*12),('To',', '.join('user%d@example.com'%i for i in range(8))),('To','"Very Long Name Indeed, Really" <aaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccc>, x@y'),('To','Jörg <j@k>'),('To','Группа: a@b, c@d;'),('To','undisclosed-recipients:;'),('Subject',''),('To',''),('Content-Type','text/plain; charset=utf-8; name="a b.txt"'),('Content-Disposition','attachment; filename="'+'l'*90+'.txt"'),('Content-Disposition',"attachment; filename*=utf-8''%C3%A4.txt"),('Message-ID','<abc@def>'),('Date','Thu, 02 Jan 2020 03:04:05 +0100'),('MIME-Version','1.0'),('Content-Transfer-Encoding','BASE64'),('Subject','=?utf-8?q?h=C3=A4?= =?utf-8?q?h=C3=A4?= x'),('Reply-To','a@b (comment)'),('Sender','a@b'),('References','<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b> <cccccccccccccccccccccccccccccccccccccc@d> <e@f>'),('Subject','tab\there'),('X','a  b'),('Subject',' lead'),('Subject','trail '),('Subject','日本語の件名です。とても長い件名なので、折り返しが必要です。本当に長いですね。')]:
    m=EmailMessage(); m[n]=v; h=m[n]; print(n, repr(str(h)), [type(d).__name__ for d in h.defects], repr(m.as_string()), repr(m.as_bytes(policy=policy.SMTP)), repr(m.as_string(policy=policy.SMTPUTF8)))
    for a in ('addresses','groups','datetime','content_type','maintype','params','content_disposition','cte','version','major'):
        if hasattr(h,a): print('  ',a,getattr(h,a) if a!='params' else dict(h.params))
m=EmailMessage(); m['Subject']='a'; fails(m.__setitem__,'Subject','b'); fails(m.__setitem__,'X','a\nb'); del m['subject']; m['subject']='c'; print(m.items())
for t in ['x\n'*3,'x'*100+'\n','ü'*100+'\n','a'*70+'ü'*20+'\n','line\n\n\nend','','ü','trailing space \n',"From x\n", "a\r\nb\r\n"]:
    m=EmailMessage(); m.set_content(t); print(repr(m.as_string()), repr(m.as_bytes()), repr(m.get_content()))
    for c in ('7bit','8bit','base64','quoted-printable'):
        m=EmailMessage()
        try: m.set_content(t,cte=c); print(c, repr(m.as_bytes()), repr(m.get_content()))
        except Exception as e: print(c, type(e).__name__, e)
m=EmailMessage(); fails(m.set_content,3); m.set_content(b'abc','application','pdf',filename='x.pdf',disposition='inline',cid='<c@i>',params={'a':'b'},headers=['X-H: v']); print(m.as_string()); print(m.get_content(), m.get_filename(), m.is_attachment())
i=EmailMessage(); i['Subject']='inner'; i.set_content('inner text'); m=EmailMessage(); m.set_content(i); print(m.as_string()); print(m.get_content()['subject'])
m=EmailMessage(); m.set_content('html','html'); m.add_related(b'img','image','png',cid='<x>'); m.make_mixed(); fails(m.make_related); fails(m.set_content,'x'); print([p.get_content_type() for p in m.walk()]); m.clear_content(); print(m.items()); m.clear(); print(m.items())
print(Address('A B','u','d'), repr(Address('A','u','d')), Address(addr_spec='a@b').username, Address('x, y','u','d'), str(Address()), Address('','u v','d').addr_spec, Address('n'), Address('a','b','c')==Address('a','b','c'), Group('g',[Address('','a','b')]), Group('g'), repr(Group('g')), Group(None,[Address('','a','b')]))
fails(Address,'a','b','c','d@e'); fails(Address,addr_spec='a'); fails(Address,addr_spec='a@b c'); fails(Address,'a\n')
print(policy.default, policy.SMTP, policy.strict, policy.HTTP, policy.compat32, policy.default.clone(utf8=True), policy.default+policy.SMTP); fails(policy.default.clone,foo=1); fails(setattr,policy.default,'utf8',True); fails(setattr,policy.default,'foo',True); fails(policy.EmailPolicy,foo=3)
p=email.message_from_string('Subject: =?utf-8?q?h=C3=A4?=\n folded\nTo: A <a@b>,\n C <c@d>\nX: '+'z '*50+'\n\nbody',policy=policy.default); print(p['subject'], p['to'], p.as_string()); print(type(p).__name__, p.get_content())
r=HeaderRegistry(); h=r('Subject','x'); print(h, h.name, h.fold(policy=policy.default), type(h).__name__, h.max_count)
fails(email.message_from_string,'Content-Type: multipart/mixed\n\nx',policy=policy.strict)
import copy, pickle; m2=copy.deepcopy(p); print(m2['subject']); print(pickle.loads(pickle.dumps(p)).as_string()==p.as_string())
