import io, tokenize
list(tokenize.generate_tokens(io.StringIO("(" * 10**6).readline))
