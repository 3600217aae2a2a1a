# python3.12: email._header_value_parser: the two functions of it that servers of mail import
from email import errors
from email._header_value_parser import get_addr_spec, get_angle_addr

for text in "a@b", "a@b SIZE=5", "a.b@c.d BODY=8BITMIME x", '"a b"@c', "a b@c", "a@[1.2.3.4] x", "a", "@b", "a@b>", "a@b,c", "a. b@c", " a@b", "(c)a@b (d) e", "a@b@c", "<a@b>":
    for function in get_addr_spec, get_angle_addr:
        given = text if function is get_addr_spec else f"<{text}> AUTH=x"
        try:
            found, rest = function(given)
            print(ascii(given), ascii(found.addr_spec), ascii(found.local_part), ascii(found.domain), ascii(rest), ascii(str(found)), [type(each).__name__ for each in found.all_defects])
        except errors.HeaderParseError as error:
            print(ascii(given), "HeaderParseError")
for text in "<>", "<> x", "a@b", "<a@b", "  <a@b> x", "<a@b>c":
    try:
        found, rest = get_angle_addr(text)
        print(ascii(text), ascii(found.addr_spec), ascii(rest), [type(each).__name__ for each in found.all_defects])
    except errors.HeaderParseError as error:
        print(ascii(text), "HeaderParseError")
