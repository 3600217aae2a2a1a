import difflib, random
random.seed(5)
h=0
out=[]
words=['alpha beta','alpha  beta','gamma','\tx = 1','\tx = 2','  y','','zeta eta','zeta etb','a,b,c,d','a,c,d,e','q'*30]
for k in range(60):
    a=[random.choice(words)+"\n" for _ in range(random.randrange(12))]
    b=[random.choice(words)+"\n" for _ in range(random.randrange(12))]
    if k%3==0: b=a[:]; 
    if k%3==0 and b: b[random.randrange(len(b))]=random.choice(words)+"\n"
    out.append("".join(difflib.ndiff(a,b)))
    out.append("".join(difflib.unified_diff(a,b,"x","y","d1","",n=k%4)))
    out.append("".join(difflib.context_diff(a,b,"x","y",n=k%4)))
    s=difflib.SequenceMatcher(None, "".join(a)*3, "".join(b)*3)
    out.append(repr((s.ratio(), s.quick_ratio(), s.get_matching_blocks(), sorted(s.bpopular))))
    out.append("".join(difflib.restore(difflib.ndiff(a,b),1)))
print("\n".join(out))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print([difflib.IS_LINE_JUNK(x) for x in ['\n','  #   \n','hello\n',' ## ','']])
print(list(difflib.diff_bytes(difflib.unified_diff,[b'a\xff'],[b'b\xfe'],b'x',b'y')))
for f in [lambda: list(difflib.unified_diff(["a"],[1])), lambda: list(difflib.unified_diff("ab","cd")), lambda: list(difflib.unified_diff(["a"],["b"],1)), lambda: list(difflib.restore([],3)), lambda: difflib.get_close_matches('a',[],0), lambda: list(difflib.diff_bytes(difflib.unified_diff,['a'],[b'b']))]:
    try: print(f())
    except Exception as e: print(type(e), e)
