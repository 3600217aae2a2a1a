"""Tables for preparing text for protocols (library reference, "stringprep"; RFC 3454). Made by tools/make_stringprep_tables.py.

Each table of a set is a function in_table_NAME(character); the mappings are map_table_b2 and map_table_b3. They are of Unicode 3.2.
"""
from bisect import bisect_right as _bisect
from unicodedata import normalize as _normalize

_RANGES = {
    "a1": """221 234-24f 2ae-2af 2ef-2ff 350-35f 370-373 376-379 37b-37d 37f-383 38b 38d 3a2 3cf 3f7-3ff 487 4cf 4f6-4f7 4fa-4ff 510-530 557-558 560 588
        58b-590 5a2 5ba 5c5-5cf 5eb-5ef 5f5-60b 60d-61a 61c-61e 620 63b-63f 656-65f 6ee-6ef 6ff 70e 72d-72f 74b-77f 7b2-900 904 93a-93b 94e-94f
        955-957 971-980 984 98d-98e 991-992 9a9 9b1 9b3-9b5 9ba-9bb 9bd 9c5-9c6 9c9-9ca 9ce-9d6 9d8-9db 9de 9e4-9e5 9fb-a01 a03-a04 a0b-a0e a11-a12
        a29 a31 a34 a37 a3a-a3b a3d a43-a46 a49-a4a a4e-a58 a5d a5f-a65 a75-a80 a84 a8c a8e a92 aa9 ab1 ab4 aba-abb ac6 aca ace-acf ad1-adf ae1-ae5
        af0-b00 b04 b0d-b0e b11-b12 b29 b31 b34-b35 b3a-b3b b44-b46 b49-b4a b4e-b55 b58-b5b b5e b62-b65 b71-b81 b84 b8b-b8d b91 b96-b98 b9b b9d
        ba0-ba2 ba5-ba7 bab-bad bb6 bba-bbd bc3-bc5 bc9 bce-bd6 bd8-be6 bf3-c00 c04 c0d c11 c29 c34 c3a-c3d c45 c49 c4e-c54 c57-c5f c62-c65 c70-c81
        c84 c8d c91 ca9 cb4 cba-cbd cc5 cc9 cce-cd4 cd7-cdd cdf ce2-ce5 cf0-d01 d04 d0d d11 d29 d3a-d3d d44-d45 d49 d4e-d56 d58-d5f d62-d65 d70-d81
        d84 d97-d99 db2 dbc dbe-dbf dc7-dc9 dcb-dce dd5 dd7 de0-df1 df5-e00 e3b-e3e e5c-e80 e83 e85-e86 e89 e8b-e8c e8e-e93 e98 ea0 ea4 ea6 ea8-ea9
        eac eba ebe-ebf ec5 ec7 ece-ecf eda-edb ede-eff f48 f6b-f70 f8c-f8f f98 fbd fcd-fce fd0-fff 1022 1028 102b 1033-1035 103a-103f 105a-109f
        10c6-10cf 10f9-10fa 10fc-10ff 115a-115e 11a3-11a7 11fa-11ff 1207 1247 1249 124e-124f 1257 1259 125e-125f 1287 1289 128e-128f 12af 12b1
        12b6-12b7 12bf 12c1 12c6-12c7 12cf 12d7 12ef 130f 1311 1316-1317 131f 1347 135b-1360 137d-139f 13f5-1400 1677-167f 169d-169f 16f1-16ff 170d
        1715-171f 1737-173f 1754-175f 176d 1771 1774-177f 17dd-17df 17ea-17ff 180f 181a-181f 1878-187f 18aa-1dff 1e9c-1e9f 1efa-1eff 1f16-1f17
        1f1e-1f1f 1f46-1f47 1f4e-1f4f 1f58 1f5a 1f5c 1f5e 1f7e-1f7f 1fb5 1fc5 1fd4-1fd5 1fdc 1ff0-1ff1 1ff5 1fff 2053-2056 2058-205e 2064-2069
        2072-2073 208f-209f 20b2-20cf 20eb-20ff 213b-213c 214c-2152 2184-218f 23cf-23ff 2427-243f 244b-245f 24ff 2614-2615 2618 267e-267f 268a-2700
        2705 270a-270b 2728 274c 274e 2753-2755 2757 275f-2760 2795-2797 27b0 27bf-27cf 27ec-27ef 2b00-2e7f 2e9a 2ef4-2eff 2fd6-2fef 2ffc-2fff 3040
        3097-3098 3100-3104 312d-3130 318f 31b8-31ef 321d-321f 3244-3250 327c-327e 32cc-32cf 32ff 3377-337a 33de-33df 33ff 4db6-4dff 9fa6-9fff
        a48d-a48f a4c7-abff d7a4-d7ff fa2e-fa2f fa6b-faff fb07-fb12 fb18-fb1c fb37 fb3d fb3f fb42 fb45 fbb2-fbd2 fd40-fd4f fd90-fd91 fdc8-fdcf
        fdfd-fdff fe10-fe1f fe24-fe2f fe47-fe48 fe53 fe67 fe6c-fe6f fe75 fefd-fefe ff00 ffbf-ffc1 ffc8-ffc9 ffd0-ffd1 ffd8-ffd9 ffdd-ffdf ffe7
        ffef-fff8 10000-102ff 1031f 10324-1032f 1034b-103ff 10426-10427 1044e-1cfff 1d0f6-1d0ff 1d127-1d129 1d1de-1d3ff 1d455 1d49d 1d4a0-1d4a1
        1d4a3-1d4a4 1d4a7-1d4a8 1d4ad 1d4ba 1d4bc 1d4c1 1d4c4 1d506 1d50b-1d50c 1d515 1d51d 1d53a 1d53f 1d545 1d547-1d549 1d551 1d6a4-1d6a7
        1d7ca-1d7cd 1d800-1fffd 2a6d7-2f7ff 2fa1e-2fffd 30000-3fffd 40000-4fffd 50000-5fffd 60000-6fffd 70000-7fffd 80000-8fffd 90000-9fffd
        a0000-afffd b0000-bfffd c0000-cfffd d0000-dfffd e0000 e0002-e001f e0080-efffd""",
    "b1": """ad 34f 1806 180b-180d 200b-200d 2060 fe00-fe0f feff""",
    "c11": """20""",
    "c12": """a0 1680 2000-200b 202f 205f 3000""",
    "c21": """0-1f 7f""",
    "c22": """80-9f 6dd 70f 180e 200c-200d 2028-2029 2060-2063 206a-206f feff fff9-fffc 1d173-1d17a""",
    "c3": """e000-f8ff f0000-ffffd 100000-10fffd""",
    "c4": """fdd0-fdef fffe-ffff 1fffe-1ffff 2fffe-2ffff 3fffe-3ffff 4fffe-4ffff 5fffe-5ffff 6fffe-6ffff 7fffe-7ffff 8fffe-8ffff 9fffe-9ffff afffe-affff
        bfffe-bffff cfffe-cffff dfffe-dffff efffe-effff ffffe-fffff 10fffe-10ffff""",
    "c5": """d800-dfff""",
    "c6": """fff9-fffd""",
    "c7": """2ff0-2ffb""",
    "c8": """340-341 200e-200f 202a-202e 206a-206f""",
    "c9": """e0001 e0020-e007f""",
    "d1": """5be 5c0 5c3 5d0-5ea 5f0-5f4 61b 61f 621-63a 640-64a 66d-66f 671-6d5 6dd 6e5-6e6 6fa-6fe 700-70d 710 712-72c 780-7a5 7b1 200f fb1d fb1f-fb28
        fb2a-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fbb1 fbd3-fd3d fd50-fd8f fd92-fdc7 fdf0-fdfc fe70-fe74 fe76-fefc""",
    "d2": """41-5a 61-7a aa b5 ba c0-d6 d8-f6 f8-220 222-233 250-2ad 2b0-2b8 2bb-2c1 2d0-2d1 2e0-2e4 2ee 37a 386 388-38a 38c 38e-3a1 3a3-3ce 3d0-3f5
        400-482 48a-4ce 4d0-4f5 4f8-4f9 500-50f 531-556 559-55f 561-587 589 903 905-939 93d-940 949-94c 950 958-961 964-970 982-983 985-98c 98f-990
        993-9a8 9aa-9b0 9b2 9b6-9b9 9be-9c0 9c7-9c8 9cb-9cc 9d7 9dc-9dd 9df-9e1 9e6-9f1 9f4-9fa a05-a0a a0f-a10 a13-a28 a2a-a30 a32-a33 a35-a36
        a38-a39 a3e-a40 a59-a5c a5e a66-a6f a72-a74 a83 a85-a8b a8d a8f-a91 a93-aa8 aaa-ab0 ab2-ab3 ab5-ab9 abd-ac0 ac9 acb-acc ad0 ae0 ae6-aef
        b02-b03 b05-b0c b0f-b10 b13-b28 b2a-b30 b32-b33 b36-b39 b3d-b3e b40 b47-b48 b4b-b4c b57 b5c-b5d b5f-b61 b66-b70 b83 b85-b8a b8e-b90 b92-b95
        b99-b9a b9c b9e-b9f ba3-ba4 ba8-baa bae-bb5 bb7-bb9 bbe-bbf bc1-bc2 bc6-bc8 bca-bcc bd7 be7-bf2 c01-c03 c05-c0c c0e-c10 c12-c28 c2a-c33
        c35-c39 c41-c44 c60-c61 c66-c6f c82-c83 c85-c8c c8e-c90 c92-ca8 caa-cb3 cb5-cb9 cbe cc0-cc4 cc7-cc8 cca-ccb cd5-cd6 cde ce0-ce1 ce6-cef
        d02-d03 d05-d0c d0e-d10 d12-d28 d2a-d39 d3e-d40 d46-d48 d4a-d4c d57 d60-d61 d66-d6f d82-d83 d85-d96 d9a-db1 db3-dbb dbd dc0-dc6 dcf-dd1
        dd8-ddf df2-df4 e01-e30 e32-e33 e40-e46 e4f-e5b e81-e82 e84 e87-e88 e8a e8d e94-e97 e99-e9f ea1-ea3 ea5 ea7 eaa-eab ead-eb0 eb2-eb3 ebd
        ec0-ec4 ec6 ed0-ed9 edc-edd f00-f17 f1a-f34 f36 f38 f3e-f47 f49-f6a f7f f85 f88-f8b fbe-fc5 fc7-fcc fcf 1000-1021 1023-1027 1029-102a 102c
        1031 1038 1040-1057 10a0-10c5 10d0-10f8 10fb 1100-1159 115f-11a2 11a8-11f9 1200-1206 1208-1246 1248 124a-124d 1250-1256 1258 125a-125d
        1260-1286 1288 128a-128d 1290-12ae 12b0 12b2-12b5 12b8-12be 12c0 12c2-12c5 12c8-12ce 12d0-12d6 12d8-12ee 12f0-130e 1310 1312-1315 1318-131e
        1320-1346 1348-135a 1361-137c 13a0-13f4 1401-1676 1681-169a 16a0-16f0 1700-170c 170e-1711 1720-1731 1735-1736 1740-1751 1760-176c 176e-1770
        1780-17b6 17be-17c5 17c7-17c8 17d4-17da 17dc 17e0-17e9 1810-1819 1820-1877 1880-18a8 1e00-1e9b 1ea0-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45
        1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fbc 1fbe 1fc2-1fc4 1fc6-1fcc 1fd0-1fd3 1fd6-1fdb 1fe0-1fec 1ff2-1ff4 1ff6-1ffc
        200e 2071 207f 2102 2107 210a-2113 2115 2119-211d 2124 2126 2128 212a-212d 212f-2131 2133-2139 213d-213f 2145-2149 2160-2183 2336-237a 2395
        249c-24e9 3005-3007 3021-3029 3031-3035 3038-303c 3041-3096 309d-309f 30a1-30fa 30fc-30ff 3105-312c 3131-318e 3190-31b7 31f0-321c 3220-3243
        3260-327b 327f-32b0 32c0-32cb 32d0-32fe 3300-3376 337b-33dd 33e0-33fe 3400-4db5 4e00-9fa5 a000-a48c ac00-d7a3 d800-fa2d fa30-fa6a fb00-fb06
        fb13-fb17 ff21-ff3a ff41-ff5a ff66-ffbe ffc2-ffc7 ffca-ffcf ffd2-ffd7 ffda-ffdc 10300-1031e 10320-10323 10330-1034a 10400-10425 10428-1044d
        1d000-1d0f5 1d100-1d126 1d12a-1d166 1d16a-1d172 1d183-1d184 1d18c-1d1a9 1d1ae-1d1dd 1d400-1d454 1d456-1d49c 1d49e-1d49f 1d4a2 1d4a5-1d4a6
        1d4a9-1d4ac 1d4ae-1d4b9 1d4bb 1d4bd-1d4c0 1d4c2-1d4c3 1d4c5-1d505 1d507-1d50a 1d50d-1d514 1d516-1d51c 1d51e-1d539 1d53b-1d53e 1d540-1d544
        1d546 1d54a-1d550 1d552-1d6a3 1d6a8-1d7c9 20000-2a6d6 2f800-2fa1d f0000-ffffd 100000-10fffd""",
}
_b3 = {
    0xb5: '\u03bc', 0xdf: 'ss', 0x149: '\u02bcn', 0x17f: 's', 0x1f0: 'j\u030c', 0x345: '\u03b9', 0x37a: ' \u03b9', 0x390: '\u03b9\u0308\u0301',
    0x3b0: '\u03c5\u0308\u0301', 0x3c2: '\u03c3', 0x3d0: '\u03b2', 0x3d1: '\u03b8', 0x3d2: '\u03c5', 0x3d3: '\u03cd', 0x3d4: '\u03cb',
    0x3d5: '\u03c6', 0x3d6: '\u03c0', 0x3f0: '\u03ba', 0x3f1: '\u03c1', 0x3f2: '\u03c3', 0x3f5: '\u03b5', 0x587: '\u0565\u0582',
    0x1e96: 'h\u0331', 0x1e97: 't\u0308', 0x1e98: 'w\u030a', 0x1e99: 'y\u030a', 0x1e9a: 'a\u02be', 0x1e9b: '\u1e61', 0x1f50: '\u03c5\u0313',
    0x1f52: '\u03c5\u0313\u0300', 0x1f54: '\u03c5\u0313\u0301', 0x1f56: '\u03c5\u0313\u0342', 0x1f80: '\u1f00\u03b9', 0x1f81: '\u1f01\u03b9',
    0x1f82: '\u1f02\u03b9', 0x1f83: '\u1f03\u03b9', 0x1f84: '\u1f04\u03b9', 0x1f85: '\u1f05\u03b9', 0x1f86: '\u1f06\u03b9',
    0x1f87: '\u1f07\u03b9', 0x1f88: '\u1f00\u03b9', 0x1f89: '\u1f01\u03b9', 0x1f8a: '\u1f02\u03b9', 0x1f8b: '\u1f03\u03b9',
    0x1f8c: '\u1f04\u03b9', 0x1f8d: '\u1f05\u03b9', 0x1f8e: '\u1f06\u03b9', 0x1f8f: '\u1f07\u03b9', 0x1f90: '\u1f20\u03b9',
    0x1f91: '\u1f21\u03b9', 0x1f92: '\u1f22\u03b9', 0x1f93: '\u1f23\u03b9', 0x1f94: '\u1f24\u03b9', 0x1f95: '\u1f25\u03b9',
    0x1f96: '\u1f26\u03b9', 0x1f97: '\u1f27\u03b9', 0x1f98: '\u1f20\u03b9', 0x1f99: '\u1f21\u03b9', 0x1f9a: '\u1f22\u03b9',
    0x1f9b: '\u1f23\u03b9', 0x1f9c: '\u1f24\u03b9', 0x1f9d: '\u1f25\u03b9', 0x1f9e: '\u1f26\u03b9', 0x1f9f: '\u1f27\u03b9',
    0x1fa0: '\u1f60\u03b9', 0x1fa1: '\u1f61\u03b9', 0x1fa2: '\u1f62\u03b9', 0x1fa3: '\u1f63\u03b9', 0x1fa4: '\u1f64\u03b9',
    0x1fa5: '\u1f65\u03b9', 0x1fa6: '\u1f66\u03b9', 0x1fa7: '\u1f67\u03b9', 0x1fa8: '\u1f60\u03b9', 0x1fa9: '\u1f61\u03b9',
    0x1faa: '\u1f62\u03b9', 0x1fab: '\u1f63\u03b9', 0x1fac: '\u1f64\u03b9', 0x1fad: '\u1f65\u03b9', 0x1fae: '\u1f66\u03b9',
    0x1faf: '\u1f67\u03b9', 0x1fb2: '\u1f70\u03b9', 0x1fb3: '\u03b1\u03b9', 0x1fb4: '\u03ac\u03b9', 0x1fb6: '\u03b1\u0342',
    0x1fb7: '\u03b1\u0342\u03b9', 0x1fbc: '\u03b1\u03b9', 0x1fbe: '\u03b9', 0x1fc2: '\u1f74\u03b9', 0x1fc3: '\u03b7\u03b9',
    0x1fc4: '\u03ae\u03b9', 0x1fc6: '\u03b7\u0342', 0x1fc7: '\u03b7\u0342\u03b9', 0x1fcc: '\u03b7\u03b9', 0x1fd2: '\u03b9\u0308\u0300',
    0x1fd3: '\u03b9\u0308\u0301', 0x1fd6: '\u03b9\u0342', 0x1fd7: '\u03b9\u0308\u0342', 0x1fe2: '\u03c5\u0308\u0300',
    0x1fe3: '\u03c5\u0308\u0301', 0x1fe4: '\u03c1\u0313', 0x1fe6: '\u03c5\u0342', 0x1fe7: '\u03c5\u0308\u0342', 0x1ff2: '\u1f7c\u03b9',
    0x1ff3: '\u03c9\u03b9', 0x1ff4: '\u03ce\u03b9', 0x1ff6: '\u03c9\u0342', 0x1ff7: '\u03c9\u0342\u03b9', 0x1ffc: '\u03c9\u03b9', 0x20a8: 'rs',
    0x2102: 'c', 0x2103: '\xb0c', 0x2107: '\u025b', 0x2109: '\xb0f', 0x210b: 'h', 0x210c: 'h', 0x210d: 'h', 0x2110: 'i', 0x2111: 'i',
    0x2112: 'l', 0x2115: 'n', 0x2116: 'no', 0x2119: 'p', 0x211a: 'q', 0x211b: 'r', 0x211c: 'r', 0x211d: 'r', 0x2120: 'sm', 0x2121: 'tel',
    0x2122: 'tm', 0x2124: 'z', 0x2128: 'z', 0x212c: 'b', 0x212d: 'c', 0x2130: 'e', 0x2131: 'f', 0x2133: 'm', 0x213e: '\u03b3', 0x213f: '\u03c0',
    0x2145: 'd', 0x3371: 'hpa', 0x3373: 'au', 0x3375: 'ov', 0x3380: 'pa', 0x3381: 'na', 0x3382: '\u03bca', 0x3383: 'ma', 0x3384: 'ka',
    0x3385: 'kb', 0x3386: 'mb', 0x3387: 'gb', 0x338a: 'pf', 0x338b: 'nf', 0x338c: '\u03bcf', 0x3390: 'hz', 0x3391: 'khz', 0x3392: 'mhz',
    0x3393: 'ghz', 0x3394: 'thz', 0x33a9: 'pa', 0x33aa: 'kpa', 0x33ab: 'mpa', 0x33ac: 'gpa', 0x33b4: 'pv', 0x33b5: 'nv', 0x33b6: '\u03bcv',
    0x33b7: 'mv', 0x33b8: 'kv', 0x33b9: 'mv', 0x33ba: 'pw', 0x33bb: 'nw', 0x33bc: '\u03bcw', 0x33bd: 'mw', 0x33be: 'kw', 0x33bf: 'mw',
    0x33c0: 'k\u03c9', 0x33c1: 'm\u03c9', 0x33c3: 'bq', 0x33c6: 'c\u2215kg', 0x33c7: 'co.', 0x33c8: 'db', 0x33c9: 'gy', 0x33cb: 'hp',
    0x33cd: 'kk', 0x33ce: 'km', 0x33d7: 'ph', 0x33d9: 'ppm', 0x33da: 'pr', 0x33dc: 'sv', 0x33dd: 'wb', 0xfb00: 'ff', 0xfb01: 'fi', 0xfb02: 'fl',
    0xfb03: 'ffi', 0xfb04: 'ffl', 0xfb05: 'st', 0xfb06: 'st', 0xfb13: '\u0574\u0576', 0xfb14: '\u0574\u0565', 0xfb15: '\u0574\u056b',
    0xfb16: '\u057e\u0576', 0xfb17: '\u0574\u056d', 0x1d400: 'a', 0x1d401: 'b', 0x1d402: 'c', 0x1d403: 'd', 0x1d404: 'e', 0x1d405: 'f',
    0x1d406: 'g', 0x1d407: 'h', 0x1d408: 'i', 0x1d409: 'j', 0x1d40a: 'k', 0x1d40b: 'l', 0x1d40c: 'm', 0x1d40d: 'n', 0x1d40e: 'o', 0x1d40f: 'p',
    0x1d410: 'q', 0x1d411: 'r', 0x1d412: 's', 0x1d413: 't', 0x1d414: 'u', 0x1d415: 'v', 0x1d416: 'w', 0x1d417: 'x', 0x1d418: 'y', 0x1d419: 'z',
    0x1d434: 'a', 0x1d435: 'b', 0x1d436: 'c', 0x1d437: 'd', 0x1d438: 'e', 0x1d439: 'f', 0x1d43a: 'g', 0x1d43b: 'h', 0x1d43c: 'i', 0x1d43d: 'j',
    0x1d43e: 'k', 0x1d43f: 'l', 0x1d440: 'm', 0x1d441: 'n', 0x1d442: 'o', 0x1d443: 'p', 0x1d444: 'q', 0x1d445: 'r', 0x1d446: 's', 0x1d447: 't',
    0x1d448: 'u', 0x1d449: 'v', 0x1d44a: 'w', 0x1d44b: 'x', 0x1d44c: 'y', 0x1d44d: 'z', 0x1d468: 'a', 0x1d469: 'b', 0x1d46a: 'c', 0x1d46b: 'd',
    0x1d46c: 'e', 0x1d46d: 'f', 0x1d46e: 'g', 0x1d46f: 'h', 0x1d470: 'i', 0x1d471: 'j', 0x1d472: 'k', 0x1d473: 'l', 0x1d474: 'm', 0x1d475: 'n',
    0x1d476: 'o', 0x1d477: 'p', 0x1d478: 'q', 0x1d479: 'r', 0x1d47a: 's', 0x1d47b: 't', 0x1d47c: 'u', 0x1d47d: 'v', 0x1d47e: 'w', 0x1d47f: 'x',
    0x1d480: 'y', 0x1d481: 'z', 0x1d49c: 'a', 0x1d49e: 'c', 0x1d49f: 'd', 0x1d4a2: 'g', 0x1d4a5: 'j', 0x1d4a6: 'k', 0x1d4a9: 'n', 0x1d4aa: 'o',
    0x1d4ab: 'p', 0x1d4ac: 'q', 0x1d4ae: 's', 0x1d4af: 't', 0x1d4b0: 'u', 0x1d4b1: 'v', 0x1d4b2: 'w', 0x1d4b3: 'x', 0x1d4b4: 'y', 0x1d4b5: 'z',
    0x1d4d0: 'a', 0x1d4d1: 'b', 0x1d4d2: 'c', 0x1d4d3: 'd', 0x1d4d4: 'e', 0x1d4d5: 'f', 0x1d4d6: 'g', 0x1d4d7: 'h', 0x1d4d8: 'i', 0x1d4d9: 'j',
    0x1d4da: 'k', 0x1d4db: 'l', 0x1d4dc: 'm', 0x1d4dd: 'n', 0x1d4de: 'o', 0x1d4df: 'p', 0x1d4e0: 'q', 0x1d4e1: 'r', 0x1d4e2: 's', 0x1d4e3: 't',
    0x1d4e4: 'u', 0x1d4e5: 'v', 0x1d4e6: 'w', 0x1d4e7: 'x', 0x1d4e8: 'y', 0x1d4e9: 'z', 0x1d504: 'a', 0x1d505: 'b', 0x1d507: 'd', 0x1d508: 'e',
    0x1d509: 'f', 0x1d50a: 'g', 0x1d50d: 'j', 0x1d50e: 'k', 0x1d50f: 'l', 0x1d510: 'm', 0x1d511: 'n', 0x1d512: 'o', 0x1d513: 'p', 0x1d514: 'q',
    0x1d516: 's', 0x1d517: 't', 0x1d518: 'u', 0x1d519: 'v', 0x1d51a: 'w', 0x1d51b: 'x', 0x1d51c: 'y', 0x1d538: 'a', 0x1d539: 'b', 0x1d53b: 'd',
    0x1d53c: 'e', 0x1d53d: 'f', 0x1d53e: 'g', 0x1d540: 'i', 0x1d541: 'j', 0x1d542: 'k', 0x1d543: 'l', 0x1d544: 'm', 0x1d546: 'o', 0x1d54a: 's',
    0x1d54b: 't', 0x1d54c: 'u', 0x1d54d: 'v', 0x1d54e: 'w', 0x1d54f: 'x', 0x1d550: 'y', 0x1d56c: 'a', 0x1d56d: 'b', 0x1d56e: 'c', 0x1d56f: 'd',
    0x1d570: 'e', 0x1d571: 'f', 0x1d572: 'g', 0x1d573: 'h', 0x1d574: 'i', 0x1d575: 'j', 0x1d576: 'k', 0x1d577: 'l', 0x1d578: 'm', 0x1d579: 'n',
    0x1d57a: 'o', 0x1d57b: 'p', 0x1d57c: 'q', 0x1d57d: 'r', 0x1d57e: 's', 0x1d57f: 't', 0x1d580: 'u', 0x1d581: 'v', 0x1d582: 'w', 0x1d583: 'x',
    0x1d584: 'y', 0x1d585: 'z', 0x1d5a0: 'a', 0x1d5a1: 'b', 0x1d5a2: 'c', 0x1d5a3: 'd', 0x1d5a4: 'e', 0x1d5a5: 'f', 0x1d5a6: 'g', 0x1d5a7: 'h',
    0x1d5a8: 'i', 0x1d5a9: 'j', 0x1d5aa: 'k', 0x1d5ab: 'l', 0x1d5ac: 'm', 0x1d5ad: 'n', 0x1d5ae: 'o', 0x1d5af: 'p', 0x1d5b0: 'q', 0x1d5b1: 'r',
    0x1d5b2: 's', 0x1d5b3: 't', 0x1d5b4: 'u', 0x1d5b5: 'v', 0x1d5b6: 'w', 0x1d5b7: 'x', 0x1d5b8: 'y', 0x1d5b9: 'z', 0x1d5d4: 'a', 0x1d5d5: 'b',
    0x1d5d6: 'c', 0x1d5d7: 'd', 0x1d5d8: 'e', 0x1d5d9: 'f', 0x1d5da: 'g', 0x1d5db: 'h', 0x1d5dc: 'i', 0x1d5dd: 'j', 0x1d5de: 'k', 0x1d5df: 'l',
    0x1d5e0: 'm', 0x1d5e1: 'n', 0x1d5e2: 'o', 0x1d5e3: 'p', 0x1d5e4: 'q', 0x1d5e5: 'r', 0x1d5e6: 's', 0x1d5e7: 't', 0x1d5e8: 'u', 0x1d5e9: 'v',
    0x1d5ea: 'w', 0x1d5eb: 'x', 0x1d5ec: 'y', 0x1d5ed: 'z', 0x1d608: 'a', 0x1d609: 'b', 0x1d60a: 'c', 0x1d60b: 'd', 0x1d60c: 'e', 0x1d60d: 'f',
    0x1d60e: 'g', 0x1d60f: 'h', 0x1d610: 'i', 0x1d611: 'j', 0x1d612: 'k', 0x1d613: 'l', 0x1d614: 'm', 0x1d615: 'n', 0x1d616: 'o', 0x1d617: 'p',
    0x1d618: 'q', 0x1d619: 'r', 0x1d61a: 's', 0x1d61b: 't', 0x1d61c: 'u', 0x1d61d: 'v', 0x1d61e: 'w', 0x1d61f: 'x', 0x1d620: 'y', 0x1d621: 'z',
    0x1d63c: 'a', 0x1d63d: 'b', 0x1d63e: 'c', 0x1d63f: 'd', 0x1d640: 'e', 0x1d641: 'f', 0x1d642: 'g', 0x1d643: 'h', 0x1d644: 'i', 0x1d645: 'j',
    0x1d646: 'k', 0x1d647: 'l', 0x1d648: 'm', 0x1d649: 'n', 0x1d64a: 'o', 0x1d64b: 'p', 0x1d64c: 'q', 0x1d64d: 'r', 0x1d64e: 's', 0x1d64f: 't',
    0x1d650: 'u', 0x1d651: 'v', 0x1d652: 'w', 0x1d653: 'x', 0x1d654: 'y', 0x1d655: 'z', 0x1d670: 'a', 0x1d671: 'b', 0x1d672: 'c', 0x1d673: 'd',
    0x1d674: 'e', 0x1d675: 'f', 0x1d676: 'g', 0x1d677: 'h', 0x1d678: 'i', 0x1d679: 'j', 0x1d67a: 'k', 0x1d67b: 'l', 0x1d67c: 'm', 0x1d67d: 'n',
    0x1d67e: 'o', 0x1d67f: 'p', 0x1d680: 'q', 0x1d681: 'r', 0x1d682: 's', 0x1d683: 't', 0x1d684: 'u', 0x1d685: 'v', 0x1d686: 'w', 0x1d687: 'x',
    0x1d688: 'y', 0x1d689: 'z', 0x1d6a8: '\u03b1', 0x1d6a9: '\u03b2', 0x1d6aa: '\u03b3', 0x1d6ab: '\u03b4', 0x1d6ac: '\u03b5', 0x1d6ad: '\u03b6',
    0x1d6ae: '\u03b7', 0x1d6af: '\u03b8', 0x1d6b0: '\u03b9', 0x1d6b1: '\u03ba', 0x1d6b2: '\u03bb', 0x1d6b3: '\u03bc', 0x1d6b4: '\u03bd',
    0x1d6b5: '\u03be', 0x1d6b6: '\u03bf', 0x1d6b7: '\u03c0', 0x1d6b8: '\u03c1', 0x1d6b9: '\u03b8', 0x1d6ba: '\u03c3', 0x1d6bb: '\u03c4',
    0x1d6bc: '\u03c5', 0x1d6bd: '\u03c6', 0x1d6be: '\u03c7', 0x1d6bf: '\u03c8', 0x1d6c0: '\u03c9', 0x1d6d3: '\u03c3', 0x1d6e2: '\u03b1',
    0x1d6e3: '\u03b2', 0x1d6e4: '\u03b3', 0x1d6e5: '\u03b4', 0x1d6e6: '\u03b5', 0x1d6e7: '\u03b6', 0x1d6e8: '\u03b7', 0x1d6e9: '\u03b8',
    0x1d6ea: '\u03b9', 0x1d6eb: '\u03ba', 0x1d6ec: '\u03bb', 0x1d6ed: '\u03bc', 0x1d6ee: '\u03bd', 0x1d6ef: '\u03be', 0x1d6f0: '\u03bf',
    0x1d6f1: '\u03c0', 0x1d6f2: '\u03c1', 0x1d6f3: '\u03b8', 0x1d6f4: '\u03c3', 0x1d6f5: '\u03c4', 0x1d6f6: '\u03c5', 0x1d6f7: '\u03c6',
    0x1d6f8: '\u03c7', 0x1d6f9: '\u03c8', 0x1d6fa: '\u03c9', 0x1d70d: '\u03c3', 0x1d71c: '\u03b1', 0x1d71d: '\u03b2', 0x1d71e: '\u03b3',
    0x1d71f: '\u03b4', 0x1d720: '\u03b5', 0x1d721: '\u03b6', 0x1d722: '\u03b7', 0x1d723: '\u03b8', 0x1d724: '\u03b9', 0x1d725: '\u03ba',
    0x1d726: '\u03bb', 0x1d727: '\u03bc', 0x1d728: '\u03bd', 0x1d729: '\u03be', 0x1d72a: '\u03bf', 0x1d72b: '\u03c0', 0x1d72c: '\u03c1',
    0x1d72d: '\u03b8', 0x1d72e: '\u03c3', 0x1d72f: '\u03c4', 0x1d730: '\u03c5', 0x1d731: '\u03c6', 0x1d732: '\u03c7', 0x1d733: '\u03c8',
    0x1d734: '\u03c9', 0x1d747: '\u03c3', 0x1d756: '\u03b1', 0x1d757: '\u03b2', 0x1d758: '\u03b3', 0x1d759: '\u03b4', 0x1d75a: '\u03b5',
    0x1d75b: '\u03b6', 0x1d75c: '\u03b7', 0x1d75d: '\u03b8', 0x1d75e: '\u03b9', 0x1d75f: '\u03ba', 0x1d760: '\u03bb', 0x1d761: '\u03bc',
    0x1d762: '\u03bd', 0x1d763: '\u03be', 0x1d764: '\u03bf', 0x1d765: '\u03c0', 0x1d766: '\u03c1', 0x1d767: '\u03b8', 0x1d768: '\u03c3',
    0x1d769: '\u03c4', 0x1d76a: '\u03c5', 0x1d76b: '\u03c6', 0x1d76c: '\u03c7', 0x1d76d: '\u03c8', 0x1d76e: '\u03c9', 0x1d781: '\u03c3',
    0x1d790: '\u03b1', 0x1d791: '\u03b2', 0x1d792: '\u03b3', 0x1d793: '\u03b4', 0x1d794: '\u03b5', 0x1d795: '\u03b6', 0x1d796: '\u03b7',
    0x1d797: '\u03b8', 0x1d798: '\u03b9', 0x1d799: '\u03ba', 0x1d79a: '\u03bb', 0x1d79b: '\u03bc', 0x1d79c: '\u03bd', 0x1d79d: '\u03be',
    0x1d79e: '\u03bf', 0x1d79f: '\u03c0', 0x1d7a0: '\u03c1', 0x1d7a1: '\u03b8', 0x1d7a2: '\u03c3', 0x1d7a3: '\u03c4', 0x1d7a4: '\u03c5',
    0x1d7a5: '\u03c6', 0x1d7a6: '\u03c7', 0x1d7a7: '\u03c8', 0x1d7a8: '\u03c9', 0x1d7bb: '\u03c3',
}
_b2 = {
    0x1d2c: '\u1d2c', 0x1d2d: '\u1d2d', 0x1d2e: '\u1d2e', 0x1d30: '\u1d30', 0x1d31: '\u1d31', 0x1d32: '\u1d32', 0x1d33: '\u1d33',
    0x1d34: '\u1d34', 0x1d35: '\u1d35', 0x1d36: '\u1d36', 0x1d37: '\u1d37', 0x1d38: '\u1d38', 0x1d39: '\u1d39', 0x1d3a: '\u1d3a',
    0x1d3c: '\u1d3c', 0x1d3d: '\u1d3d', 0x1d3e: '\u1d3e', 0x1d3f: '\u1d3f', 0x1d40: '\u1d40', 0x1d41: '\u1d41', 0x1d42: '\u1d42',
    0x213b: '\u213b', 0x2c7d: '\u2c7d', 0x3250: '\u3250', 0x32cc: '\u32cc', 0x32ce: '\u32ce', 0x32cf: '\u32cf', 0x337a: '\u337a',
    0x33de: '\u33de', 0x33df: '\u33df', 0xa7f2: '\ua7f2', 0xa7f3: '\ua7f3', 0xa7f4: '\ua7f4', 0xa7f8: '\ua7f8', 0x1d7ca: '\U0001d7ca',
    0x1f110: '\U0001f110', 0x1f111: '\U0001f111', 0x1f112: '\U0001f112', 0x1f113: '\U0001f113', 0x1f114: '\U0001f114', 0x1f115: '\U0001f115',
    0x1f116: '\U0001f116', 0x1f117: '\U0001f117', 0x1f118: '\U0001f118', 0x1f119: '\U0001f119', 0x1f11a: '\U0001f11a', 0x1f11b: '\U0001f11b',
    0x1f11c: '\U0001f11c', 0x1f11d: '\U0001f11d', 0x1f11e: '\U0001f11e', 0x1f11f: '\U0001f11f', 0x1f120: '\U0001f120', 0x1f121: '\U0001f121',
    0x1f122: '\U0001f122', 0x1f123: '\U0001f123', 0x1f124: '\U0001f124', 0x1f125: '\U0001f125', 0x1f126: '\U0001f126', 0x1f127: '\U0001f127',
    0x1f128: '\U0001f128', 0x1f129: '\U0001f129', 0x1f12a: '\U0001f12a', 0x1f12b: '\U0001f12b', 0x1f12c: '\U0001f12c', 0x1f12d: '\U0001f12d',
    0x1f12e: '\U0001f12e', 0x1f130: '\U0001f130', 0x1f131: '\U0001f131', 0x1f132: '\U0001f132', 0x1f133: '\U0001f133', 0x1f134: '\U0001f134',
    0x1f135: '\U0001f135', 0x1f136: '\U0001f136', 0x1f137: '\U0001f137', 0x1f138: '\U0001f138', 0x1f139: '\U0001f139', 0x1f13a: '\U0001f13a',
    0x1f13b: '\U0001f13b', 0x1f13c: '\U0001f13c', 0x1f13d: '\U0001f13d', 0x1f13e: '\U0001f13e', 0x1f13f: '\U0001f13f', 0x1f140: '\U0001f140',
    0x1f141: '\U0001f141', 0x1f142: '\U0001f142', 0x1f143: '\U0001f143', 0x1f144: '\U0001f144', 0x1f145: '\U0001f145', 0x1f146: '\U0001f146',
    0x1f147: '\U0001f147', 0x1f148: '\U0001f148', 0x1f149: '\U0001f149', 0x1f14a: '\U0001f14a', 0x1f14b: '\U0001f14b', 0x1f14c: '\U0001f14c',
    0x1f14d: '\U0001f14d', 0x1f14e: '\U0001f14e', 0x1f14f: '\U0001f14f', 0x1f16a: '\U0001f16a', 0x1f16b: '\U0001f16b', 0x1f16c: '\U0001f16c',
    0x1f190: '\U0001f190',
}


def in_table_a1(code):
    """A.1: Unassigned code points in Unicode 3.2."""
    return _is_in("a1", code)


def in_table_b1(code):
    """B.1: Commonly mapped to nothing."""
    return _is_in("b1", code)


def in_table_c11(code):
    """C.1.1: ASCII space characters."""
    return _is_in("c11", code)


def in_table_c12(code):
    """C.1.2: Non-ASCII space characters."""
    return _is_in("c12", code)


def in_table_c21(code):
    """C.2.1: ASCII control characters."""
    return _is_in("c21", code)


def in_table_c22(code):
    """C.2.2: Non-ASCII control characters."""
    return _is_in("c22", code)


def in_table_c3(code):
    """C.3: Private use."""
    return _is_in("c3", code)


def in_table_c4(code):
    """C.4: Non-character code points."""
    return _is_in("c4", code)


def in_table_c5(code):
    """C.5: Surrogate codes."""
    return _is_in("c5", code)


def in_table_c6(code):
    """C.6: Inappropriate for plain text."""
    return _is_in("c6", code)


def in_table_c7(code):
    """C.7: Inappropriate for canonical representation."""
    return _is_in("c7", code)


def in_table_c8(code):
    """C.8: Change display properties or are deprecated."""
    return _is_in("c8", code)


def in_table_c9(code):
    """C.9: Tagging characters."""
    return _is_in("c9", code)


def in_table_d1(code):
    """D.1: Characters with bidirectional property R or AL."""
    return _is_in("d1", code)


def in_table_d2(code):
    """D.2: Characters with bidirectional property L."""
    return _is_in("d2", code)


def _bounds(text):
    """Ranges, "first-last" or one code, in order: [first, behind, first, behind...]"""
    bounds = []
    for entry in text.split():
        first, _, last = entry.partition("-")
        bounds += [int(first, 16), int(last or first, 16) + 1]
    return bounds


_ready = {}


def _is_in(name, code):
    if name not in _ready:
        _ready[name] = _bounds(_RANGES[name])
    return _bisect(_ready[name], ord(code)) % 2 == 1


def map_table_b3(code):
    """B.3: Mapping for case-folding used with no normalization."""
    return _b3.get(ord(code), code.lower())


def map_table_b2(a):
    """B.2: Mapping for case-folding used with NFKC."""
    known = _b2.get(ord(a))
    if known is not None:
        return known
    folded = map_table_b3(a)
    normal = _normalize("NFKC", folded)
    again = _normalize("NFKC", "".join([map_table_b3(c) for c in normal]))
    return again if again != normal else folded


def in_table_c11_c12(code):
    """C.1.1 and C.1.2: all space characters."""
    return in_table_c11(code) or in_table_c12(code)


def in_table_c21_c22(code):
    """C.2.1 and C.2.2: all control characters."""
    return in_table_c21(code) or in_table_c22(code)
