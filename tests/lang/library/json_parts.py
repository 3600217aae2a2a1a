# python3.12 # Encoders and decoders put together from the parts of module json.
import json
import json.decoder
import json.encoder



class Rounding(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        write = json.encoder.encode_basestring_ascii if self.ensure_ascii else json.encoder.encode_basestring

        def number(value):
            return "null" if value != value or abs(value) == json.encoder.INFINITY else f"{value:.2f}"
        return json.encoder._make_iterencode({} if self.check_circular else None, self.default, write, self.indent, number, self.key_separator, self.item_separator,
                                             self.sort_keys, self.skipkeys, _one_shot)(o, 0)

    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


value = {"b": [1.23456, float("nan"), "t\u00e4xt", True, None, {}], "a": {"x": float("inf"), 2: {3, 1}, 1.5: ()}}
print(json.dumps(value, cls=Rounding))
print(json.dumps(value, cls=Rounding, indent=1, ensure_ascii=False))
print(json.dumps({"b": 1, "a": 2.0}, cls=Rounding, sort_keys=True, separators=(",", ":")))
ring = []
ring.append(ring)
for wrong in ring, {"a": object()}, {(1, 2): 3}:
    try:
        json.dumps(wrong, cls=Rounding)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(json.encoder.ESCAPE_DCT["\n"], json.encoder.ESCAPE_DCT["\x01"], json.encoder.ESCAPE_ASCII.sub("?", "a\u00e4\n"))


class Upper(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(**options)
        self.parse_string = self.upper
        self.parse_array = self.tuples
        self.scan_once = json.scanner.py_make_scanner(self)

    def upper(self, s, end, strict=True):
        text, end = json.decoder.scanstring(s, end, strict)
        return text.upper(), end

    def tuples(self, s_and_end, scan_once, **options):
        values, end = json.decoder.JSONArray(s_and_end, scan_once, **options)
        return tuple(values), end


TEXTS = ['{"a": ["b", 1, 2.5, -3e2, true, false, null, {}], "c": {"a": [[], "d"]}}', ' [1 , 2 ] ', '"x"', "[]", "{}", "NaN", "[Infinity, -Infinity]", "-0", "[1,]", '{"a" 1}', '{"a": 1,}', "{a}",
         "[1 2]", "", "tru", '["a', "[1] x", '{"a": }', "-", "01", '{"a": 1', "[[[", '"\\x"']
for text in TEXTS:
    for options in {}, {"object_pairs_hook": list, "parse_float": str, "parse_int": float, "parse_constant": repr}, {"object_hook": len}:
        try:
            print(json.loads(text, cls=Upper, **options), end=" ")
        except ValueError as error:
            print(error, end=" ")
    print()
plain = json.JSONDecoder()
print(plain.scan_once("[1, 2] rest", 0), plain.parse_array(("1, 2]", 0), plain.scan_once), plain.memo, plain.parse_string('"ab"', 1))
try:
    plain.scan_once("[1]", 3)
except StopIteration as error:
    print("StopIteration", error.value)
print(json.decoder.JSONObject(('"a": 1}', 0), True, plain.scan_once, None, None), hasattr(plain, "nothing"))
