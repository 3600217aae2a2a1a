('\t' * 1000000).expandtabs(10**6)
