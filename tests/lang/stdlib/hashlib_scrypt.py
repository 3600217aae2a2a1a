import hashlib
def t(*a,**k):
    try: print(hashlib.scrypt(*a,**k))
    except (TypeError,ValueError) as e: print(type(e).__name__,e)
t(b'');t(b'',salt=b'');t(b'',salt=b'',n=2,r=1);t(b'',salt=b'',n=3,r=1,p=1);t(b'',salt=b'',n=16,r=1,p=1)
t(b'',salt=b'',n=1,r=1,p=1);t(b'',salt=b'',n=0,r=1,p=1);t(b'',salt=b'',n=2,r=0,p=1);t(b'',salt=b'',n=2,r=1,p=0);t(b'',salt=b'',n=-1,r=1,p=0);t(b'',salt=b'',n=2**20,r=8,p=1);t(b'',salt=b'',n=2,r=1,p=1,dklen=0);t(b'',salt=b'',n=2,r=1,p=1,dklen=10);t(b'',salt=b'',n=2,r=1,p=1,maxmem=-1);t('a',salt=b'',n=2,r=1,p=1);t(b'a',salt='',n=2,r=1,p=1);t(b'',salt=b'',n='2',r=1,p=1);t(b'',salt=b'',n=2,r=1,p=1,dklen=2**31);t(b'',salt=b'',n=2,r=1,p=1,maxmem=2**31);t(b'',salt=b'',n=2,r=1,p=1,maxmem=10);t(b'',salt=b'',n=2,r='1',p=1);t(b'',salt=b'',n=2**70,r=1,p=1);t(b'',salt=b'',n=2,r=2**70,p=1);t(b'',b'');t();t(b'',salt=b'',n=2,r=-1,p=1);t(b'',salt=b'',n=2,r=1,p=2**30);t(bytearray(b'a'),salt=memoryview(b'x'),n=4,r=2,p=3,dklen=5);t(b'',salt=b'',n=2,r=None,p=1);t(b'',salt=None,n=2,r=1,p=1);t(b'',salt=b'',n=None,r=1,p=1)
t(b'',salt=b'',n=1<<15,r=8,p=1,maxmem=0);t(b'',salt=b'',n=1<<14,r=8,p=1,maxmem=0,dklen=4);t(b'',salt=b'',n=1<<14,r=8,p=16,maxmem=0,dklen=4);t(b'',salt=b'',n=(1<<14),r=8,p=1,maxmem=16779264+1024*1,dklen=4)
t(b'',salt=b'',n=1<<16,r=1,p=1,maxmem=0)
t(b'pass',salt=b'salt',n=1<<10,r=3,p=5,dklen=100);t(b'p'*200,salt=b'salt'*50,n=1<<6,r=8,p=1,dklen=200)
