import sys
sys.modules.clear()
for i in range(100):
    try: import json, re, decimal
    except Exception: pass
    sys.modules.clear()
