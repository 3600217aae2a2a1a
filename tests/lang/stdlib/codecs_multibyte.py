# python3.12
import codecs
import io

texts = {"shift_jis": "日本語テキスト、ｶﾅ 123", "euc_jp": "日本語テキスト、ｶﾅ 123", "iso2022_jp": "日本語 and ASCII テキスト", "cp932": "日本語①髙", "gb2312": "中文，简体字", "gbk": "中文，繁體字",
         "gb18030": "中文€😀\u1e00", "hz": "中文~ascii", "big5": "繁體中文，字", "cp949": "한국어 똠방각하", "euc_kr": "한국어 텍스트", "johab": "한국어", "big5hkscs": "繁體中文",
         "cp950": "繁體中文", "euc_jis_2004": "日本語", "shift_jis_2004": "日本語", "iso2022_jp_2": "日本語", "utf-7": "a+b é ü 日本 😀 ~\\ -"}
for name, text in texts.items():
    data = text.encode(name)
    print(name, codecs.lookup(name).name, data, data.decode(name) == text)
    decoder, encoder = codecs.getincrementaldecoder(name)(), codecs.getincrementalencoder(name)()
    print("".join(decoder.decode(bytes([b])) for b in data) + decoder.decode(b"", True) == text,
          codecs.getreader(name)(io.BytesIO(data)).read() == text, io.TextIOWrapper(io.BytesIO(data * 3), encoding=name).read() == text * 3)
    for errors in "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace":
        try:
            print(errors, (text[:2] + "\U0001f600\ud800" + text[2:]).encode(name, errors))
        except UnicodeEncodeError as e:
            print(errors, e)
for name, data in (("shift_jis", b"a\x80b"), ("shift_jis", b"\x93"), ("shift_jis", b"\x5c\x7e\xb1"), ("euc_jp", b"\x80\xa4"), ("euc_jp", b"\xa4"), ("gbk", b"\x80\xd6\xd0"), ("gbk", b"\xd6"), ("gbk", b"\xff!"),
                   ("gb2312", b"\xfe\xfe."), ("big5", b"\x81\x40"), ("big5", b"\xa4"), ("euc_kr", b"\xb0\xa1\x90"), ("cp949", b"\xc9\xa1"), ("gb18030", b"\x81\x30"), ("gb18030", b"\x81\x30\x81\x30\xff"),
                   ("hz", b"~{VPND~}~~ ~x"), ("iso2022_jp", b"\x1b$BF|K\\\x1b(B!\xff")):
    for errors in "strict", "ignore", "replace", "backslashreplace":
        try:
            print(name, data, errors, ascii(data.decode(name, errors)))
        except UnicodeDecodeError as e:
            print(name, data, errors, e, e.start, e.end)
for alias in "sjis ms_kanji euc-jp EUCJP ujis csISO2022JP gb18030-2000 936 chinese euckr hzgb big5-tw u7 utf7 UNICODE-1-1-UTF-7".split():
    print(alias, codecs.lookup(alias).name)

for data in (b"+-", b"+AOk", b"+AOkx", b"+", b"a+", b"+A", b"+AO", b"+AOk-", b"+AO-", b"+A-", b"+!", b"\x80", b"a\xffb", b"+2D3eAA-", b"+2D0-", b"+3gA-", b"+2D0AYQ-", b"+AOk+AOk-", b"+AOk.b", b"~\\",
             b"+AOl-", b"+AOkB-", b"+AOkAA-", b"++AOk-", b"+AOk\x80", b"+2D0", b"+2D3eA", b"a+@b", b"+A@", b"a-b", b"+AOk-+AOk-", b"+AOk--"):
    for errors in "strict", "ignore", "replace", "backslashreplace":
        try:
            print(data, errors, ascii(data.decode("utf-7", errors)))
        except UnicodeDecodeError as e:
            print(data, e, e.encoding, e.start, e.end, e.reason)
for text in "a+b", "é", "+", "éa", "é-", "é b", "~\\", "\ud800", "\ud83d\ude00", "😀", "aéb", "é+", "é/", '!"#$%&*;<=>@[]^_`{|}', "\t\n\r\0\x7f", "é\n", "éé", "é&", "":
    print(ascii(text), text.encode("utf-7"), text.encode("utf-7").decode("utf-7") == text)
decoder = codecs.getincrementaldecoder("utf-7")()
print([(decoder.decode(bytes([b])), decoder.getstate()) for b in b"a+AOkA6Q-b+2D3eAA-+"])
print(codecs.utf_7_decode(b"a+AOk"), codecs.utf_7_decode(b"a+AOk-"), codecs.utf_7_decode(b"a+"), codecs.utf_7_encode("é"))


# A handler that changes what is decoded.
def changing(error):
    error.object = b"changed"
    return "!", 0


codecs.register_error("test.changing", changing)
for name, data in (("utf-7", b"a\xff"),):
    print(name, data.decode(name, "test.changing"))
