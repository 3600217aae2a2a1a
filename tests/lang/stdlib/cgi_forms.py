# cgi: queries, forms of one and of several parts, files, headers (library reference, "cgi").
import io
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import cgi

print(cgi.parse_header('form-data; name="a;b"; filename="x \\"y\\".txt"; flag; N = 3'), cgi.parse_header("text/html"), cgi.parse_header('a; b="'))
print(bool(cgi.valid_boundary("abc-")), cgi.valid_boundary(b"\xe9"), cgi.valid_boundary("trailing "))


def form(method="GET", query="", body=b"", kind=None, length=True, **options):
    environ = {"REQUEST_METHOD": method, "QUERY_STRING": query}
    if kind:
        environ["CONTENT_TYPE"] = kind
    if length and method == "POST":
        environ["CONTENT_LENGTH"] = str(len(body))
    return cgi.FieldStorage(io.BytesIO(body), environ=environ, **options)


def show(fields):
    print(sorted(fields), len(fields), bool(fields), {name: fields.getvalue(name) for name in sorted(fields)})
    for name in sorted(fields):
        print(name, fields.getfirst(name), fields.getlist(name), fields[name])


show(form(query="a=1&b=2&a=3&c=&%C3%A9=%ff"))
show(form(query="a=1&c=", keep_blank_values=1))
show(form(query="a=1;b=2", separator=";"))
show(form("POST", "q=9", b"x=1&y=a+b%20c", "application/x-www-form-urlencoded"))
for bad in (lambda: form(query="a", strict_parsing=1), lambda: form(query="a=1&b=2", max_num_fields=1), lambda: form(query="a=1")["zz"], lambda: form("POST", "", b"", "multipart/form-data"),
            lambda: cgi.FieldStorage(3), lambda: cgi.FieldStorage(io.BytesIO(), "text"), lambda: cgi.FieldStorage(io.BytesIO(), outerboundary="text")):
    try:
        bad()
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)

BODY = ("before\r\n--BB\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nline one\r\nline two é\r\n--BB\r\n"
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\nX-Own: 1\r\n\r\n\x00\x01\r\n\r\n--BBnot\r\n\r\n--BB\r\n"
        "Content-Disposition: form-data; name=\"text\"\r\n\r\n\r\n--BB\r\nContent-Disposition: form-data; name=\"long\"\r\n\r\n" + "0123456789\n" * 300 + "\r\n--BB--\r\nafter").encode()
for length in (True, False):
    fields = form("POST", "q=1", BODY, "multipart/form-data; boundary=BB", length)
    print(sorted(fields), fields.getvalue("text"), fields.getvalue("file"), len(fields.getvalue("long")), fields.getvalue("q"))
    part = fields["file"]
    print(part.name, part.filename, part.type, part.type_options, part.disposition, part.disposition_options, part.headers["x-own"], part.file.read(2), part.done, part.list, part.length)
    print([item.name for item in fields.list], fields.bytes_read == len(BODY) or fields.bytes_read > 0, fields["text"][0].type, repr(fields["text"][1]))
with form("POST", "", b"plain", "text/plain", False) as single:
    print(single.value, single.list, single.type, single.file.read())
try:
    len(single)
except TypeError as error:
    print(error)
try:
    form("POST", "", BODY, "multipart/form-data; boundary=BB", max_num_fields=2)
except ValueError as error:
    print(error)
print(cgi.parse_multipart(io.BytesIO(BODY), {"boundary": b"BB", "CONTENT-LENGTH": str(len(BODY))})["text"])
print(cgi.parse(io.BytesIO(b"a=1&b=2"), {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": "7", "QUERY_STRING": "c=3"}))
print(cgi.parse(environ={"QUERY_STRING": "k=v&k=w"}), repr(cgi.MiniFieldStorage("n", "v")), cgi.MiniFieldStorage("n", 1).filename)
cgi.maxlen = 3
try:
    form("POST", "", b"a=12345", "application/x-www-form-urlencoded")
except ValueError as error:
    print(error)
cgi.print_form(form(query="a=<b>"))
try:
    1 / 0
except ZeroDivisionError:
    cgi.print_exception()
cgi.print_environ({"B": "<2>", "A": "1"})
