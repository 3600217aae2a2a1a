"\t\t\t".expandtabs(10**12)
