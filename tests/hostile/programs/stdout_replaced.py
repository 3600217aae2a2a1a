import sys
class Out:
    def write(self, text):
        while True: pass
    def flush(self):
        while True: pass
sys.stdout = sys.stderr = Out()
raise ValueError
