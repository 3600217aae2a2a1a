# python3.12
"""webbrowser: the table of browsers, $BROWSER, and what is run for which controller."""
import os
import subprocess
import webbrowser

for name in ("DISPLAY", "WAYLAND_DISPLAY", "TERM"):
    os.environ.pop(name, None)
os.environ["BROWSER"] = "first %s:second-one --flag %s &"


class Process:
    result, alive, late = 0, True, False

    def __init__(self, command, **options):
        print("  run", command, {k: v for k, v in sorted(options.items())})

    def wait(self, timeout=None):
        if self.late and timeout:
            raise subprocess.TimeoutExpired("x", timeout)
        return self.result

    def poll(self):
        return None if self.alive else 1


subprocess.Popen = Process
print(webbrowser.open("http://a"), webbrowser.open_new("http://b"))
Process.result = 1
print(webbrowser.open_new_tab("http://c"))
Process.alive = False
print(webbrowser.open("http://d"))
Process.result, Process.alive = 0, True
for kind in "Mozilla Epiphany Chrome Chromium Opera Edge Elinks Konqueror GenericBrowser BackgroundBrowser".split():
    browser = getattr(webbrowser, kind)("prog")
    print(kind, browser.name, browser.basename, isinstance(browser, webbrowser.BaseBrowser), isinstance(browser, webbrowser.UnixBrowser))
    print(browser.open("u"), browser.open("u", autoraise=False), browser.open_new("u"), browser.open_new_tab("u"))
    Process.result = 3
    print(browser.open("u"))
    Process.late = True
    print(browser.open("u"))
    Process.result, Process.late = 0, False
    try:
        print(browser.open("u", new=7))
    except webbrowser.Error as error:
        print("Error", error)
print(webbrowser.GenericBrowser(["a/b", "-x", "%s", "y%s"]).open("u"))
for name in ("nosuch", "x %s -y", "x %s &", "Mine", "mINE", "other"):
    if name == "Mine":
        webbrowser.register("Mine", lambda: webbrowser.GenericBrowser("mine"))
        webbrowser.register("other", None, webbrowser.BackgroundBrowser("kept"), preferred=True)
    try:
        browser = webbrowser.get(name)
        print(name, type(browser).__name__, browser.name, browser.args)
    except webbrowser.Error as error:
        print(name, "Error", error)
print(webbrowser.get().name, webbrowser.get("other") is webbrowser.get("OTHER"))
try:
    webbrowser.BaseBrowser("b").open("u")
except NotImplementedError:
    print("NotImplementedError")
