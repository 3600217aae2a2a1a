# Elements found by tags and paths, their texts and children, also while the tree changes and where a subclass has its own say.
import copy
import pickle
import xml.etree.ElementTree as ET

root = ET.fromstring("<r>start<a x='1'>one<b>two</b>three<!-- no --></a>four<a/>five<n:c xmlns:n='http://n/x.y'>six</n:c><d><a>deep</a></d>end</r>")
root.insert(1, ET.Comment("a comment"))
root.insert(2, ET.ProcessingInstruction("pi", "text"))
for path in ("a", "b", "{http://n/x.y}c", "{*}c", "{}a", "{http://n/x.y}*", "*", ".", "a/b", ".//a", "a[@x]", "a[2]", "d/a", "{", "{x", "{x}", "none", "..", "n:c"):
    row = [path]
    for search in (root.find, root.findtext, root.findall, root.iterfind):
        try:
            found = search(path)
            row.append(found if found is None or isinstance(found, str) else found.tag if isinstance(found, ET.Element) else [e.tag if isinstance(e.tag, str) else "special" for e in found])
        except (SyntaxError, KeyError) as problem:
            row.append(f"{type(problem).__name__}")
    print(row)
print(root.findtext("a"), repr(root.find("a/b").findtext("none")), root.findtext("none", "fallback"), root.findtext("none", default=3), repr(root.findall("a")[1].text), repr(root.findtext("d")))
spaces = {"k": "http://n/x.y"}
print(root.find("k:c", spaces).text, root.findtext("k:c", namespaces=spaces), root.findtext("k:d", "no", spaces), len(root.findall("k:c", spaces)), root.find("c", {"": "http://n/x.y"}).text)
for bad in (lambda: root.find(), lambda: root.find(None), lambda: root.find(3), lambda: root.findall("a", None, 3), lambda: root.findtext("a", nothing=1), lambda: ET.Element.find(3, "a"), lambda: ET.Element.__len__(3)):
    try:
        print(bad())
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__)
print([e.tag for e in root.iter() if isinstance(e.tag, str)], [e.text for e in root.iter("a")], list(root.iter("zz")), [e.tag for e in root.iter("{http://n/x.y}c")], len(list(root.iter("*"))), list(root.iter(True)))
print(list(root.find("a").itertext()), "".join(root.find("d").itertext()), len(root), len(root.find("a")), [len(e) for e in root], list(ET.Element("q").itertext()))
print("".join(ET.fromstring("<a>x<b><c>y</c>z</b><d/>w<e>v</e></a>").itertext()))


class Odd:
    def __eq__(self, other):
        print("asked for", other)
        return other == "yes"

    __hash__ = None


odd = ET.Element("odd")
for tag in (Odd(), "no", "yes"):
    ET.SubElement(odd, tag).text = "text"
print(odd.find("yes").text, odd.findtext("yes"), len(odd.findall("yes")), odd.find("never"))


class Mine(ET.Element):
    def find(self, path, namespaces=None):
        return "mine", super().find(path, namespaces)

    def __len__(self):
        return 10 + super().__len__()


mine = Mine("mine", {"k": "v"}, extra="w")
ET.SubElement(mine, "kid").tail = "after"
mine.append(ET.Element("kid"))
print(mine.find("kid")[0], mine.find("kid")[1].tail, len(mine), [k.tag for k in mine], [k.tail for k in mine.findall("kid")], list(mine.itertext()), sorted(mine.attrib))

tree = ET.fromstring("<t><a/><b/><c/></t>")
for child in tree:
    if child.tag == "a":
        tree.remove(child)
print([e.tag for e in tree], [e.tag for e in copy.deepcopy(tree)], [e.tag for e in pickle.loads(pickle.dumps(tree)).findall("b")])
seen = []
for e in tree.iter():
    seen.append(e.tag)
    if e.tag == "b":
        ET.SubElement(e, "late")
print(seen)
tree.find("b").text = ["not", "text"]
print(tree.findtext("b"), list(tree.itertext()))
