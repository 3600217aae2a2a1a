# difflib.HtmlDiff: what stands beside what, what is marked, what is wrapped, and where the links lead.
import difflib
import re


def show(table):
    for row in re.findall(r"<tr>(.*?)</tr>", table):
        numbers = re.findall(r'<td class="diff_header"[^>]*>(.*?)</td>', row)
        texts = re.findall(r'<td nowrap="nowrap">(.*?)</td>', row)
        links = re.findall(r'<a href="#(.*?)">(.)</a>', row)
        print(numbers, texts, links)


OLD = ["one\n", "two words\n", "gone\n", "a < b & c\n", "\ttab\n"] + [f"same {i}\n" for i in range(12)] + ["a long line at the end\n"]
NEW = ["one\n", "two wards\n", "a < d & c\n", "new\n", "\ttab\n"] + [f"same {i}\n" for i in range(12)] + ["a long lime at the end\n", "last\n"]
maker = difflib.HtmlDiff(tabsize=4, wrapcolumn=12)
show(maker.make_table(OLD, NEW, context=True, numlines=1))
print()
show(difflib.HtmlDiff().make_table(["x\n", "y\n"], ["x\n", "z\n"], "before", "after"))
table = difflib.HtmlDiff().make_table(["a\n"], ["a\n"], context=True)
print("No Differences Found" in table, "before" in table)
page = difflib.HtmlDiff().make_file(["\u00e9\n"], ["\u20ac\n"], charset="iso-8859-1")
print("iso-8859-1" in page, "&#8364;" in page, "\u00e9" in page, "<title>" in page)
