# URLopener and FancyURLopener, against a server of the program's own; nturl2path.
import http.server
import nturl2path
import os
import tempfile
import threading
import urllib.error
import urllib.request
import warnings


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/there?a=1")
        elif self.path == "/round":
            self.send_response(301)
            self.send_header("Location", "/round")
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif self.path == "/secret" and self.headers["Authorization"] != "Basic dXNlcjpwYXNz":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="the realm"')
        elif self.path == "/gone":
            self.send_response(410, "Gone away")
        else:
            self.send_response(200)
        self.end_headers()
        self.wfile.write(f"GET {self.path} {self.headers['User-Agent']} {self.headers['Accept']} {self.headers['X-More']} {self.headers['Authorization']}".encode())

    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"POST {self.path} {self.headers['Content-Type']} ".encode() + self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *args):
        pass


class Own(urllib.request.FancyURLopener):
    version = "Own/1.0"

    def prompt_user_passwd(self, host, realm):
        print("asked:", host == ADDRESS, realm)
        return "user", "pass"

    def open_more(self, rest, data=None):
        return f"more {rest} {data}"

    def http_error_410(self, url, fp, errcode, errmsg, headers, data=None):
        print("410:", url.replace(ADDRESS, "HOST"), errmsg)


def shown(function, *args):
    try:
        result = function(*args)
        if args[0].endswith(("/gone", "/round")) or "data:" in args[0]:
            print(result.getcode(), result.geturl().replace(ADDRESS, "HOST"), result.info().get_content_type())
            result.close()
            return
        if hasattr(result, "read"):
            with result:
                text = result.read()
                print(result.getcode(), result.geturl().replace(ADDRESS, "HOST"), text, result.info().get_content_type())
        else:
            print(result)
    except (OSError, ValueError) as error:
        print(type(error).__name__, str(error).replace(ADDRESS, "HOST"))


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
ADDRESS = f"127.0.0.1:{server.server_port}"
thread = threading.Thread(target=server.serve_forever)
thread.start()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    plain, fancy = urllib.request.URLopener({}), Own({})
print(sorted(str(w.message) for w in caught if w.category is DeprecationWarning))
plain.version = fancy.version
fancy.addheader("X-More", "yes")
plain.addheaders[0] = "User-Agent", "Plain/1.0"
site = "http://" + ADDRESS
for opener in plain, fancy:
    for path in "/", "/a b?c", "/moved", "/away", "/gone":
        shown(opener.open, site + path)
    shown(opener.open, site + "/post", b"a=1&b=2")
    shown(opener.open, "<URL:data:text/html;charset=x,a%20b>")
    shown(opener.open, "data:;base64,YWJj")
    shown(opener.open, "more:rest", b"data")
    shown(opener.open, "nothing:rest")
    shown(opener.open, "local-file:///etc/passwd")
    shown(opener.open, "http://")
    shown(opener.open, "file://elsewhere.example/x")
    shown(opener.open, "file://localhost/does/not/exist")
shown(fancy.open, site + "/round")
shown(fancy.open, site.replace("//", "//user:pass@") + "/secret")
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "a file.txt")
    with open(name, "w") as file:
        file.write("contents")
    got, headers = plain.retrieve("file://" + name.replace(" ", "%20"))
    print(got == name, headers["Content-Length"], headers["Content-Type"])
    got, headers = plain.retrieve(site + "/x.txt", os.path.join(folder, "copy"), lambda *args: print("hook", args[0], args[2]))
    print(os.path.basename(got), open(got).read())
    got, headers = plain.retrieve(site + "/y.html")
    print(os.path.splitext(got)[1], os.path.exists(got))
    plain.cleanup()
    print(os.path.exists(got))
server.shutdown()
thread.join()
server.server_close()

for path in "C:", "C:\\a b\\c", "c:/x", "\\\\host\\share\\f", "\\\\?\\C:\\d", "\\\\?\\UNC\\h\\s", "a\\b", "C:\\", "", "ab:c", "C:a:b", "\\\\?\\x", "C:\\\\a\\\\b":
    shown(nturl2path.pathname2url, path)
for path in "///C:", "///C|/a%20b", "///C:/", "////host/share", "//host/share", "/a/b%2fc", "C:/a", "///1:/a", "///C:/a:b", "", "///ab|/x":
    shown(nturl2path.url2pathname, path)
