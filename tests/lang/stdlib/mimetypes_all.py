# python3.12
import mimetypes as m, pathlib
m.init([])
for u in ['a.txt','a.tar.gz','a.tgz','a.html','a.HTML','a.Z','a','.txt','a.xyz','http://x/a.png?q=1','data:text/html,x','data:,x','data:;base64,x','data:x','data:a/b;c=d,x','a.svgz','a.py','a.jpg','a.webp','a.xul','a.rtf','a.js','a.json','a.css/b','C:/x.txt','c:x.txt',pathlib.Path('q.pdf'),'a.gz','a.tar.bz2','a.md','']:
    print(u, m.guess_type(u), m.guess_type(u,False))
for t in ['text/plain','image/jpeg','text/html','image/jpg','application/octet-stream','no/type','IMAGE/PNG','audio/mpeg','text/xul']: print(t, m.guess_extension(t), m.guess_all_extensions(t), m.guess_all_extensions(t,False), m.guess_extension(t,False))
m.add_type('x/y','.xyz'); print(m.guess_type('q.xyz'), m.types_map['.xyz']); 
d=m.MimeTypes(); print(d.guess_type('q.xyz'), len(d.types_map[1]), len(d.types_map[0])); print(m.read_mime_types('/nope'))
import tempfile,os
f=tempfile.mktemp(); open(f,'w').write('# c\na/b q1 q2 # z\nc/d\n'); r=m.read_mime_types(f); print(r['.q1'],r['.q2'],r['.txt']); print(m.MimeTypes((f,)).guess_type('x.q2'))
print(sorted(m.suffix_map.items()), sorted(m.encodings_map.items()), sorted(m.common_types.items()))
