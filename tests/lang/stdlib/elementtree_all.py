# python3.12
import xml.etree.ElementTree as E, io, copy, pickle, re, warnings, os, tempfile
warnings.simplefilter('ignore')
def ev(s,**k):
    try: r=repr(eval(s,globals(),k))
    except Exception as e: r=type(e).__name__+' '+str(e)+(f' {e.code} {e.position}' if isinstance(e,E.ParseError) else '')
    print(s,'=>',re.sub('0x[0-9a-f]+','0x',r))
def show(e): return (e.tag if isinstance(e.tag,str) else e.tag.__name__, e.attrib, e.text, e.tail, [show(c) for c in e])
for x in ['<a/>','<a></a>','<a b="c" d=\'e\'>t<b/>u<c>v</c>w</a>','<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a>','<a><![CDATA[<x>&]]></a>','<a><!--c-->x<?pi d?>y</a>','<?xml version="1.0"?>\n<!-- c -->\n<a/>\n<!-- d -->','<a xmlns="u"><b/></a>','<p:a xmlns:p="u" p:x="1" y="2"/>','<a xmlns="u" xmlns:q="v"><q:b xmlns=""><c/></q:b></a>','<!DOCTYPE a [<!ENTITY e "val"><!ENTITY f "x&e;y">]><a b="&f;">&e;&f;</a>','<!DOCTYPE a SYSTEM "x.dtd"><a/>','<a\n b = "1\n2\t3"  />','<é ü="ö">€</é>','<a>\r\nx\ry</a>','<a xml:lang="en" xml:space="preserve"/>',
 '','  ','<','<a','<a>','<a><b></a>','</a>','<a></b>','<a/><b/>','<a/>x','x<a/>','<a b/>','<a b=c/>','<a b="1" b="2"/>','<a b="<"/>','<a>&x;</a>','<a>&</a>','<a>& </a>','<a>&#0;</a>','<a>&#xZ;</a>','<a>]]></a>','<1a/>','<a 1="2"/>','<a><!-- -- --></a>','<a><![CDATA[x</a>','<a>\x01</a>',' <?xml version="1.0"?><a/>','<?xml?><a/>','<?xml version="1.0" encoding="zzz"?><a/>','<p:a/>','<a p:b="1"/>','<a b="&x;"/>','<a\n>\n<b\n></c>','<a>&lt</a>','<!DOCTYPE a><!DOCTYPE a><a/>','<a><b/','<a b="','<a b','<a /b>','< a/>','<a></a >','<a></ a>','<a><!x></a>','<!x><a/>','<a b = "c"d="e"/>','<a:b:c/>','<a>\x00</a>','<a>\ufffe</a>','&lt;','<a/>&lt;','<?pi?><a/>','<a><?x?></a>','<!--','<a/><!--x','<a><b>']:
    for y in (x,x.encode('utf-8')):
        try: print(repr(x),show(E.fromstring(y)))
        except E.ParseError as e: print(repr(x),'ParseError',e,e.code,e.position)
        except Exception as e: print(repr(x),type(e).__name__,e)
doc='''<data><country name="L"><rank updated="yes">2</rank><year>2008</year><n name="A" d="E"/><n name="S" d="W"/></country><country name="S"><rank>5</rank><year>2011</year><n name="M" d="N"/></country><x><y><rank>7</rank></y></x></data>'''
r=E.fromstring(doc)
for p in ['country','country/rank','.//rank','*','.','..','country/*','.//n[@d]','.//n[@d="W"]',".//n[@d!='W']",'country[2]','country[last()]','country[last()-1]','country[rank]','country[rank="5"]','country[rank!="5"]',".//rank[.='5']",'.//y/..','country[@name="L"]/year','./country','.//*','//rank','/data','country[0]','country[foo()]','country[','country[]','','country/','.//','[1]','country[-1]','country[position()=1]','x//rank','country[year="2008"][@name="L"]','a:b','{*}country','{}country','{u}*','.//n[@name][2]','n/..', 'country/n[1]','country[last()-5]','country[last()+1]','country[ rank = "5" ]']:
    ev(f"[e.tag+str(e.attrib) for e in r.findall({p!r})]"); ev(f"r.find({p!r}) is None"); ev(f"r.findtext({p!r},'dflt')")
n=E.fromstring('<r xmlns="u" xmlns:p="v"><a>1</a><p:a>2</p:a><q xmlns="">3</q></r>')
for p,m in [('a',None),('u:a',{'u':'u'}),('a',{'':'u'}),('p:a',{'p':'v'}),('{u}a',None),('{*}a',None),('{u}*',None),('{}q',None),('{}*',None),('x:a',{}),('.//{*}a',None),('.//p:a',{'p':'v'})]: ev("[e.text for e in n.findall(p,m)]",p=p,m=m)
ev("E.tostring(n)"); ev("E.tostring(n,'unicode')"); E.register_namespace('zz','v'); ev("E.tostring(n)"); ev("E.register_namespace('ns1','x')"); ev("E.tostring(n,default_namespace='u')"); ev("E.tostring(E.fromstring('<a xmlns=\"u\"><b/></a>'),default_namespace='u')")
b=E.Element('b',{'k':'v"<&>\n\t\r'},z='1'); b.text='t<&>"'; b.tail='tail'; c=E.SubElement(b,'c',x='é'); c.tail='ü'; b.append(E.Comment('cm')); b.append(E.PI('tgt','txt')); b.append(E.ProcessingInstruction('t2'))
for a in ["","'utf-8'","'unicode'","'latin-1'","'utf-16'","'us-ascii'","'utf-8',xml_declaration=True","'unicode',xml_declaration=True","xml_declaration=False","'utf-8','html'","'utf-8','text'","'unicode','xml',short_empty_elements=False","'x','zz'","'unicode','c14n'"]: ev(f"E.tostring(b,{a})")
ev("E.tostringlist(b)==[E.tostring(b)] or b''.join(E.tostringlist(b))==E.tostring(b)")
h=E.fromstring('<html><br/><script>a&lt;b</script><p a="&lt;&amp;">x</p></html>'); ev("E.tostring(h,method='html')")
for s in ["b[0].tag","b[99]","b['x']","b[1:]","len(b)","bool(b)","list(b)","b.get('k')","b.get('q',5)","b.keys()","b.items()","b.set('q','r')","b.attrib['q']","b.append(5)","b.insert(0,E.Element('first'))","b[0].tag","b.remove(b[0])","b.remove(c)","b.remove(c)","b.extend([E.Element('e1'),E.Element('e2')])","b.extend([5])","[e.tag for e in b.iter('e1')]","[x for x in b.itertext()]","b.clear()","b.attrib,b.text,b.tail,len(b)","b.__setitem__(0,E.Element('x'))","b.__setitem__(slice(0,0),[E.Element('s')])","b.__setitem__(0,5)","b.__delitem__(0)","b.__delitem__(0)","b.makeelement('m',{}).tag","E.Element()","E.Element('a',5)","E.Element('a',None)","E.SubElement(5,'x')","E.iselement(b),E.iselement(5)","E.Element(5)","E.tostring(E.Element(5))","E.tostring(E.Element('a',{'k':5}))","E.QName('u','t'),str(E.QName('u','t')),E.QName('x')==E.QName('x'),E.QName('a')<'b',hash(E.QName('a'))==hash('a')","E.tostring(E.Element(E.QName('u','t'),{E.QName('w','k'):E.QName('w','v')}))","E.Comment('a--b').text","E.XMLID('<a id=\"1\"><b id=\"2\"/></a>')[1]","E.fromstringlist(['<a','>','</a>']).tag","E.ElementTree(E.Element('a')).getroot().tag","show(copy.copy(r))==show(r)","show(copy.deepcopy(r))==show(r)","show(pickle.loads(pickle.dumps(r)))==show(r)","repr(r)","E.VERSION","E.canonicalize('<a z=\"1\" b=\"2\"><b/><!--c--><c xmlns=\"u\" xmlns:p=\"v\" p:q=\"1\"/></a>')","E.canonicalize('<a>  <b> x </b> </a>',strip_text=True)","E.canonicalize('<a><!--c--></a>',with_comments=True)","E.canonicalize('<a><b/><c/></a>',exclude_tags=['b'])","E.canonicalize('<a x=\"1\" y=\"2\"/>',exclude_attrs=['x'])","E.canonicalize('<p:a xmlns:p=\"u\"><p:b/></p:a>',rewrite_prefixes=True)","E.canonicalize()","E.XML('<a/>',E.XMLParser()).tag"]: ev(s)
t=E.fromstring('<a><b><c/></b><d>text</d><e/></a>'); E.indent(t); print(E.tostring(t,'unicode')); E.indent(t,'\t',1); print(repr(E.tostring(t,'unicode'))); ev("E.indent(t,level=-1)")
f=tempfile.mktemp(); E.ElementTree(r).write(f,encoding='utf-8',xml_declaration=True); print(open(f).read()[:80]); ev("[ (e,x.tag) for e,x in E.iterparse(f)][:5]"); ev("[ (e,x.tag) for e,x in E.iterparse(f,events=('start','end'))][:5]"); ev("E.parse(f).getroot().tag"); ev("E.ElementTree(file=f).find('country').get('name')"); it=E.iterparse(f); list(it); print(it.root.tag)
ev("list(E.iterparse(io.StringIO('<a xmlns:p=\"u\"><!--c--><?x y?></a>'),events=('start-ns','end-ns','comment','pi','start','end')))"); ev("E.iterparse(f,events=('zz',))"); ev("list(E.iterparse(io.BytesIO(b'<a>')))"); ev("E.parse('/nope.xml')")
p=E.XMLPullParser(['start','end']); p.feed('<a><b'); print([(e,x.tag) for e,x in p.read_events()]); p.feed('>t</b></a>'); print([(e,x.tag,x.text) for e,x in p.read_events()]); p.close()
class T:
    def start(s,t,a): print('start',t,a)
    def end(s,t): print('end',t)
    def data(s,d): print('data',repr(d))
    def comment(s,d): print('comment',d)
    def pi(s,t,d): print('pi',t,repr(d))
    def close(s): return 'closed'
p=E.XMLParser(target=T()); p.feed('<a x="1">t'); p.feed('<!--c--><?p q?><b/></a>'); print(p.close())
tb=E.TreeBuilder(insert_comments=True,insert_pis=True); print(show(E.fromstring('<a>x<!--c-->y<?p q?>z</a>',E.XMLParser(target=tb))))
tb=E.TreeBuilder(); tb.start('a',{}); tb.data('x'); tb.start('b',{}); tb.end('b'); tb.data('y'); tb.end('a'); print(show(tb.close()))
E.dump(E.fromstring('<a><b/>t</a>'))
