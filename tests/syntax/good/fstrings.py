f"a{b}c{d!r}{e:>10}{f!s:{g}.{h}}"
f"{{}}{a}{{{b}}}"
f'{a["b"]}' "c" f"{d}"
f"""{
a
}"""
rf"\d{a}\n" f"\n{a}\t"
f"{lambda_}" f"{(lambda x: 1)}" f"{a if b else c}" f"{ {1: 2}[1] }"
f"{a:%Y-%m-%d}" f"{a!r:^{b}}" f"{yield_}"
f"" "x" f""
