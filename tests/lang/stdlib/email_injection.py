# typhon-only: releases of CPython from before 2024 do not look. Headers that would be read as several are not written, addresses in malformed headers not believed (library
# reference, "email.policy", "email.utils").
import email.errors
import email.generator
import email.message
import email.policy
import email.utils
import io


def shown(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Folds(str):
    name, max_count = "Header", None

    def fold(self, *, policy):
        return str(self)


for text in ("Header: value\n", "Header: value", "Header: two\n lines\n", "Header: two\nLines: 2\n", "Header: a\r\rb\n", "Header: value\n\nbody\n"):
    message = email.message.Message()
    message._headers.append(("Header", Folds(text)))
    shapes = []
    for policy in (email.policy.default, email.policy.default.clone(verify_generated_headers=False)):
        shapes += [shown(message.as_string, policy=policy), shown(message.as_bytes, policy=policy)]
    print(*shapes, sep=" | ")
print(issubclass(email.errors.HeaderWriteError, email.errors.MessageError), email.policy.compat32.verify_generated_headers)
message = email.message.Message()
message["Subject"] = "one\nBcc: two"
print(shown(message.as_string))
print(shown(message.as_string, policy=email.policy.compat32.clone(verify_generated_headers=False)))

for text in ("alice@example.org", "alice@example.org(<bob@example.com>", "alice@example.org)<bob@example.com>", "alice@example.org<<bob@example.com>", "alice@example.org[<bob@example.com>",
             "alice@example.org@<bob@example.com>", "alice@example.org;<bob@example.com>", 'alice@example.org"<bob@example.com>', "alice@example.org,<bob@example.com>",
             '"Alice, alice@example.org" <bob@example.com>', "alice@example.org (Alice)", '"(" <a@b.c>', '"a\\"b, c" <a@b.c>', "a@b.c, d@e.f, Name <g@h.i>", ""):
    print(repr(text), email.utils.parseaddr(text), email.utils.parseaddr(text, strict=False), email.utils.getaddresses([text]), email.utils.getaddresses([text], strict=False))
print(email.utils.getaddresses(["a@b.c", "d@e.f, g@h.i"]), email.utils.getaddresses(["a@b.c", "(d@e.f"]))
