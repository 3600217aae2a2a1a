"""urllib.robotparser: groups and rules, odd files, what robots may fetch."""
import urllib.robotparser as robots

FILES = {
    "plain": "User-agent: *\nDisallow: /cgi-bin/\nAllow: /\n\nUser-agent: Bad/1.0\nDisallow: /",
    "several": "# comment\nUser-agent: one\nUser-agent: Two\nCrawl-delay: 3\nRequest-rate: 9/30\nDisallow: /tmp/ # why\nDisallow:\n\nUser-agent: *\nCrawl-delay: x\nRequest-rate: 1/a\nDisallow: /a%3cd.html\n"
               "Sitemap: http://x/map.xml\nsitemap: http://y/%7emap",
    "no end": "User-agent: a\nDisallow: /x\nUser-agent: b\nDisallow: /y",
    "empty line": "User-agent: a\n\nDisallow: /x\n\nUser-agent: *\nDisallow: /z",
    "no robots": "Disallow: /\nAllow: /",
    "star twice": "User-agent: *\nDisallow: /first\n\nUser-agent: *\nDisallow: /second",
    "order": "User-agent: *\nAllow: /folder/in\nDisallow: /folder\nDisallow: *\nother: x\n: y\nnocolon",
    "query": "User-agent: g\nDisallow: /s?q=a b\nDisallow: /é\n",
    "nothing": "",
}
for label, text in FILES.items():
    parser = robots.RobotFileParser("http://host/robots.txt")
    print("--", label, parser.can_fetch("any", "/"), parser.mtime(), parser.crawl_delay("x"), parser.request_rate("x"), parser.site_maps())
    parser.parse(text.splitlines())
    print(repr(str(parser)), parser.mtime() > 0, parser.site_maps())
    for agent in ("one/2.0", "TWO", "Bad", "b", "a", "g", "nobody"):
        allowed = [url for url in ("/", "/tmp/x", "http://host/cgi-bin/z?x=1", "/a%3Cd.html", "/x", "/y/z", "/first", "/second", "/folder/in/it", "/folder", "/s?q=a%20b", "/%C3%A9", "", "/z")
                   if parser.can_fetch(agent, url)]
        print(agent, allowed, parser.crawl_delay(agent), parser.request_rate(agent))
print(parser.host, parser.path, parser.url, robots.RequestRate(1, 2), robots.__all__)
