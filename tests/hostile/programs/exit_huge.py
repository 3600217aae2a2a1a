raise SystemExit("a" * 10**7)
