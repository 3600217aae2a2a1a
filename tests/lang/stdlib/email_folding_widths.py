# python3.12
"""How headers are folded: encoded words in narrow lines, names in quotes, message ids, parameters that no line has room for."""
import email.policy
from email.headerregistry import HeaderRegistry

make = HeaderRegistry()
wide, narrow = email.policy.default, email.policy.default.clone(max_line_length=30)
tiny, text = email.policy.default.clone(max_line_length=20), email.policy.SMTPUTF8
for name, value in (
        ("Subject", "España naïve word " + "x" * 30),
        ("Subject", "é and é with plain words between them, and then some more to fill the line with é"),
        ("Subject", "日本語 " * 8),
        ("Subject", "thisisaverylonglineconsistingofasinglewordthatwontfit"),
        ("To", "Édouard <x@y>, Édouard <x@y>, " + "x" * 40 + " <x@y>"),
        ("To", '"Foo Bar, España" <a@b.com>'),
        ("To", '"É, x y" <averyverylonglocalpart.with.dots@some.domain.example.org>, "plain, one" <a@b.c>'),
        ("Message-ID", "<somemessageidlongerthan@maxlinelength.com>"),
        ("Message-ID", "<" + "x" * 20 + "@y>"),
        ("Content-Disposition", 'attachment; filename="' + "n" * 60 + '"'),
        ("Content-Disposition", 'inline; filename="' + "ü" * 9 + '"'),
        ("Content-Disposition", 'attachment; filename=""')):
    for policy in (wide, narrow, tiny, text):
        if policy in (narrow, tiny) and name == "To":
            continue
        print(policy.max_line_length, make(name, value).fold(policy=policy), sep="\n")
