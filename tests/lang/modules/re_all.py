import re
def t(p,f=0):
    try: print(repr(p), re.compile(p,f))
    except Exception as e: print(repr(p), type(e).__name__, e, getattr(e,'pos',None))
for p in ['^*','a{3,2}',r'\b*','(?i)*','(?:a*)*','a**','a{99999999999}','(?!)*','(?<=a|bc)',r'(?<=(a)\1)','a(?i)b','(?(1)a|b|c)','(?P<n>a)(?P<n>b)','[z-a]','[a','(a',')','(?P=x)','(?P>x)','(?<x>a)','\\',r'\x1',r'[\x1',r'\400',r'\N{foo}',r'\N',r'\9','(?z)','(?i-)','(?-a:x)','(?au:x)','(?#abc','(?P<1a>x)','(?P<>x)','(?P<a','(?(a)b)','(?(0)b)','(?(-1)b)','(?(5)b)', r'(a\1)','(?','(?P','{','{1','{1}','x{1','x{,}','x{,3}','a|*','(*)','a++','a+++','a*?+', '(?i)(?m)a','(?x) (?i)a', ' (?x) a','(?L)a','(?u)a',b'(?u)a',b'(?L)a','(?s-s:a)','(?i-s:a)','(?ia-s:b)','a\\','(?P<é>a)',r'[\d-z]',r'[a-\d]',r'[\x41-\x40]','[a-','[]','[]a]','[^]a]','[a-]','[-a]',r'\q',r'[\q]',r'\uD',r'\U00110000',r'\08',r'\018',r'\777',r'\12',r'[\1]',r'[\8]','(?P=a','(?P<a>(?P=a))','(?<=(?P<q>a)(?P=q))','(?>a','(?(1','(?(1)','(?(1)a','(?:','a\n(','a\n\nb)', '(?P<a b>c)', '()'*5, '(?-)', '(?i', '(?i:', '(?é)', '(?i\\)', '(?\\d)', '(?P\\d)', '(?<\\d)', 'a{1}{2}','a{1}?{2}', 'a?{2}','a{2}*','(?=a)*','(?=a){2}', '$*', '(|a)*','(?#a)*','a(?#a)*', 'x{4294967295}', '{,1}', 'a{,1}', '(?aL)','(?ai)x','(?m-im:x)']:
    t(p)
for f in [2,4,8,16,32,64,256,256|32,1|2,512,2|1024, 128*0]:
    t('a',f); t(b'a',f)
t(3); t(re.compile('a'),2); t(re.compile('a'))
print(re.match('i','ı',re.I), re.match('I','İ',re.I), re.match('[a-z]','İ',re.I), re.match('ı','İ',re.I),re.match('ß','ẞ',re.I))
print(re.I, repr(re.I), repr(re.I|re.M), str(re.I), repr(re.RegexFlag(0)), list(re.RegexFlag), re.I|512, ~re.I, re.A, re.T)
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.findall(r'\d+', 'a1b22c333'), re.split(r'(,)\s*', 'a, b,c'))
m=re.search(r'(?P<y>\d{4})-(?P<m>\d\d)?', 'on 2024-05-06')
print(m, m.groups(), m.groupdict(), m.span(), m.start('m'), m.end(2), m['y'], m[1], m.group('y','m',0), m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos, m.re, m.string, m.expand(r'\g<m>/\g<y>/\1\n\\'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '-', 'añb'), re.findall('', 'añ'), re.split('', 'abc'), re.split(r'\b','hi there'), [m.span() for m in re.finditer('a|', 'ba')])
print(re.sub('[a-z]', lambda m: m.group().upper()+str(m.span()), 'aéb'), re.subn('é', 'e', 'éaé'), re.subn('q','', 'aaa'))
for tpl in [r'\g<1>', r'\g<x>', r'\3', r'\g<9>', r'\g', r'\g<', r'\g<a', r'\g<>', r'\g<1a>', r'\q', r'\777', r'\0', r'\012', r'\g<0>', r'\1x', r'\11', '\\', r'\-', r'\\x', r'\g<-1>', r'\g<01>', 'é', 5, b'x', None]:
    try: print(tpl, repr(re.sub('(?P<x>a)(b)?', tpl, 'xabay')))
    except Exception as e: print(tpl, type(e).__name__, e)
for a in [('a', 5), ('a', b'a'), (b'a', 'a'), ('a', None)]:
    try: print(re.match(*a))
    except Exception as e: print(type(e).__name__, e)
print(re.escape('a.b*c\n é-_#~&'), re.escape(b'a.b\x00'), re.match(b'(.)\xff', b'a\xff').groups(), re.match('a', 'ba', ), re.compile('a').match('ba', 1), re.compile('^a').match('ba',1), re.compile('^a').search('ba',1), re.compile('a$').search('bac',0,2))
print(hash(re.compile('a'))==hash(re.compile('a')), re.compile('a')==re.compile('a'), re.compile('a')==re.compile('a',2), re.compile('a') == 1, re.compile('a') is re.compile('a'))
import copy
p=re.compile('a'); print(copy.copy(p) is p, copy.deepcopy(p) is p, type(p), type(p.match('a')), p.groupindex, re.compile('(?P<z>a)(?P<y>b)').groupindex)
s=re.compile(r'\d').scanner('12a3'); print(s.match(), s.match(), s.match(), s.match(), s.pattern)
s=re.Scanner([(r'\d+', lambda s,t:int(t)),(r'\s+',None),(r'\w+', lambda s,t:t)]); print(s.scan('12 ab 3!x'))
for i in ['a','(a)(b)?','((a)(b))','(a)|(b)','(?=(ab))a','(?=(ab))(a)','((a)|b)*','(a)((b*))','(?:(a)|(b))*']:
    for st in ['ab','ba','b','a','aab']:
        m=re.match(i,st); print(i,st, m and (m.lastindex,m.groups()))
print(re.fullmatch('a|ab','ab'), re.fullmatch('a*?','aaa'), re.fullmatch('(?=a)','a'), re.search(r'\B',''), re.search(r'\b',''), re.findall(r'\b|\B', 'ab'), re.findall(r'^|$', 'a\nb\n', re.M), re.findall(r'$', 'a\n'), re.findall(r'\Z','a\n'), re.findall(r'(?m)^', '\n\n'))
print(re.findall(r'[\W\d]', 'aé1 _-٣'), re.findall(r'[^\W\d_]', 'aé1 _-٣'), re.findall(r'\s', ' \x1c\x85\xa0a\u2003'), re.findall(r'\S', ' \x1ca'), re.findall(r'[\S]', ' \x1ca'), re.findall(r'(?a)\w', 'aé'), re.findall(r'\d', '٣4'), re.findall(r'(?a)\d', '٣4'), re.findall(r'[^\S]', ' é\x1c'))
print(re.findall(r"\N{LATIN SMALL LETTER E WITH ACUTE}|[\N{EM DASH}x]", "é—xe"), re.search(r"(?<=b(?:)?)c", "bc"))
