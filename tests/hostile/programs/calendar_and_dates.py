import datetime
while True: datetime.datetime.fromisoformat("2024-01-01T00:00:00")
