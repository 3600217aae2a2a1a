"""xml.sax.saxutils, and modules of asyncio by their own names."""
import asyncio.base_events
import asyncio.coroutines
import asyncio.threads
from xml.sax.saxutils import escape, quoteattr, unescape

for text in ("", "plain", "<a href=\"x\">'&'</a>", "a\"b", "a'b", "a\"b'c\n\t\r", "&amp;lt;", "&lt;&gt;&quot;&amp;amp;", "é\u2028"):
    print(repr(escape(text)), repr(unescape(text)), repr(quoteattr(text)))
print(escape("<'\">", {"'": "&apos;", '"': "&quot;"}), unescape("&apos;&lt;", {"&apos;": "'"}), quoteattr("xyz", {"x": "&x;"}))


def called(): ...


print(asyncio.coroutines.iscoroutinefunction(called))
called._is_coroutine = asyncio.coroutines._is_coroutine
print(asyncio.coroutines.iscoroutinefunction(called), asyncio.coroutines.iscoroutine(called))
print(issubclass(asyncio.SelectorEventLoop, asyncio.base_events.BaseEventLoop), asyncio.threads.to_thread is asyncio.to_thread)
