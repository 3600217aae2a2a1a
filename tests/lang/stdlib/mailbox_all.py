# python3.12
"""mailbox: all formats through the same paces, what each has of its own, and messages turned from one into another."""
import email.message
import io
import mailbox
import os
import tempfile
import time

FORMATS = {"Maildir": mailbox.Maildir, "mbox": mailbox.mbox, "MH": mailbox.MH, "MMDF": mailbox.MMDF, "Babyl": mailbox.Babyl}


def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"))


def shown(key):
    return key if isinstance(key, int) else "KEY"


def text(number, body="body\n"):
    return f"From: a{number}@b\nSubject: s{number}\n\n{body}"


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, kind in FORMATS.items():
        print("--", name)
        attempt(kind, os.path.join(folder, "missing"), None, False)
        box = kind(name)
        first = box.add(text(1))
        second = box.add(text(2, "From here\nto there").encode())
        message = email.message.EmailMessage()
        message["Subject"] = "made"
        message.set_content("é\nFrom me\n")
        third = box.add(message)
        fourth = box.add(io.BytesIO(text(4).replace("\n", "\r\n").encode()))
        attempt(box.add, "é")
        attempt(box.add, 5)
        print([shown(key) for key in (first, second, third, fourth)], len(box), first in box, "nope" in box, 99 in box)
        for key in (first, second, third, fourth):
            print(repr(box.get_string(key)), box.get_bytes(key))
            with box.get_file(key) as file:
                print(file.read(10), file.readline(), file.tell(), file.readlines()[-1:])
        print(type(box[first]).__name__, box[first]["subject"], sorted(m["subject"] for m in box), len(box.items()), len(box.keys()), sorted(m["Subject"] for m in box.values()))
        box[second] = text(22)
        del box[third]
        attempt(lambda: box[third] if isinstance(third, int) else box["unknown"])
        box.discard("unknown" if name == "Maildir" else 77)
        print(box.get("unknown" if name == "Maildir" else 77, "default"), box.pop("unknown" if name == "Maildir" else 77, 3))
        box.update({first: text(11)})
        attempt(box.update, [("unknown" if name == "Maildir" else 77, text(0))])
        box.lock()
        box.flush()
        box.unlock()
        print(sorted(m["subject"] for m in box), box[first].get_payload())
        if kind in (mailbox.mbox, mailbox.MMDF, mailbox.Babyl):
            print([line for line in open(name, "rb").read().split(b"\n") if not line.startswith(b"From MAILER")])
        box.close()
        box = kind(name)
        print(sorted(m["subject"] for m in box), len(box))
        print(box.popitem()[1]["From"][-2:], len(box))
        box.clear()
        attempt(box.popitem)
        box.flush()
        print(len(box), kind(name, factory=lambda file: file.read()).keys())
        box.close()

    print("-- Maildir")
    box = mailbox.Maildir("Maildir")
    message = mailbox.MaildirMessage(text(1))
    message.set_subdir("cur")
    message.add_flag("SF")
    message.set_date(1000)
    key = box.add(message)
    print(box[key].get_flags(), box[key].get_subdir(), box[key].get_info(), box[key].get_date(), os.listdir("Maildir/cur")[0].partition(":")[2], sorted(os.listdir("Maildir")))
    message.remove_flag("F")
    box[key] = message
    print(box[key].get_flags(), len(box))
    box.add_folder("one").add(text(5))
    box.add_folder("two")
    print(sorted(box.list_folders()), len(box.get_folder("one")), sorted(os.listdir("Maildir/.two")))
    attempt(box.remove_folder, "one")
    box.remove_folder("two")
    attempt(box.get_folder, "two")
    print(box.next()["from"], box.next(), box.clean())
    for call in (lambda: message.set_subdir("x"), lambda: message.set_info(3), lambda: message.set_date("x")):
        attempt(call)

    print("-- mbox")
    with open("raw", "wb") as file:
        file.write(b"From a@b Sat Jan  3 01:05:34 1996\nSubject: x\nStatus: RO\n\nbody\n>From quoted\n\nFrom c@d Sat Jan  3 01:05:35 1996\nSubject: y\n\nno end")
    box = mailbox.mbox("raw")
    print([(m.get_from(), m.get_flags(), m.get_payload()) for m in box], box.get_bytes(0, from_=True), box.get_string(1, True), box.get_file(1, True).read())
    message = box[0]
    message.add_flag("A")
    message.remove_flag("R")
    message.set_from("me", time.gmtime(0))
    box[0] = message
    box.add("From own line\nSubject: z\n\nq")
    box.flush()
    print(open("raw").read())
    with open("raw", "ab") as file:
        file.write(b"more")
    attempt(lambda: (box.remove(0), box.flush()))

    print("-- MH")
    box = mailbox.MH("MH")
    for i in range(5):
        message = mailbox.MHMessage(text(i))
        message.add_sequence("all")
        if i % 2:
            message.add_sequence("odd")
        box.add(message)
    print(box.get_sequences(), open("MH/.mh_sequences").read())
    box.remove(2)
    box.pack()
    print(box.keys(), box.get_sequences(), box[3].get_sequences())
    box.set_sequences({"x": [1, 2, 4], "empty": []})
    print(open("MH/.mh_sequences").read(), box.add_folder("inner").add(text(1)), box.list_folders())
    attempt(box.remove_folder, "inner")
    box.get_folder("inner").clear()
    box.remove_folder("inner")
    print(box.list_folders())
    with open("MH/.mh_sequences", "w") as file:
        file.write("odd line\n")
    attempt(box.get_sequences)

    print("-- Babyl")
    box = mailbox.Babyl("Babyl2")
    message = mailbox.BabylMessage(text(1))
    message.add_label("unseen")
    message.add_label("mine")
    message["X-Long"] = "hidden"
    message.update_visible()
    key = box.add(message)
    box.flush()
    print(open("Babyl2", "rb").read()[:60], box.get_labels())
    box.close()
    box = mailbox.Babyl("Babyl2")
    print(len(box))

print("-- from one into another")
makers = {}
full = mailbox.MaildirMessage(text(1))
full.set_subdir("cur")
full.set_flags("DFPRST")
full.set_date(86400)
makers["Maildir"] = full
makers["Maildir new"] = mailbox.MaildirMessage(text(1))
makers["Maildir new"].set_date(0)
full = mailbox.mboxMessage(text(2))
full.set_from("me", (1996, 1, 3, 1, 5, 34, 5, 3, 0))
full.set_flags("RODFAx")
makers["mbox"] = full
makers["mbox none"] = mailbox.mboxMessage(text(2))
full = mailbox.MHMessage(text(3))
full.set_sequences(["unseen", "replied", "flagged", "own"])
makers["MH"] = full
makers["MH none"] = mailbox.MHMessage(text(3))
full = mailbox.BabylMessage(text(4))
full.set_labels(["unseen", "deleted", "answered", "forwarded", "own"])
makers["Babyl"] = full
makers["Babyl none"] = mailbox.BabylMessage(text(4))
makers["Message"] = mailbox.Message(text(5))
makers["plain"] = email.message_from_string("From me Sat Jan  3 01:05:34 1996\n" + text(6))
for label, source in makers.items():
    for target in (mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MMDFMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.Message):
        made = target(source)
        state = []
        for getter in ("get_subdir", "get_flags", "get_from", "get_sequences", "get_labels"):
            if hasattr(made, getter):
                state.append(getattr(made, getter)() if getter != "get_from" else made.get_from().split(" ")[0])
        print(label, "->", target.__name__, state, made.items())
for wrong in (5, [], object):
    try:
        mailbox.Message(wrong)
    except TypeError as error:
        print(error)
print(mailbox.Message(b"A: b\n\nc").as_string(), mailbox.Message(io.StringIO("A: b\n\nc"))["a"] if False else "", mailbox.mbox[int])
