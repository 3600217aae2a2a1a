import ast

for s in ["1","-1.5e3","'a' 'b'","b'x'","[1,2,{'a':(1,)},]","{1,2}","()","(1)","1,2","None","True","...","1+2j","-1-2j","set()","{}","{**a}","f()","a","1+1","[i for i in x]","' x'","  1","'\\n'","r'\\n'","f'x'","-'a'","[1 2]","1 +","{1:2,3}","lambda: 1","((1,2),[3])","0x1F","1_000","not 1","'''a\nb'''","[\n1,\n2]","u'x'","- 1","+1","--1","(-1)","1 if 1 else 2","[1][0]","{'a': -1}","1;2",""]:
    try: print(s, repr(ast.literal_eval(s)))
    except (ValueError, SyntaxError, TypeError) as e: print(s, type(e).__name__)
