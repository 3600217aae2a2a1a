"""A report over a CSV-like file, with a small reader of quoted fields and a class for each thing it speaks of."""
import sys


class Sale:
    def __init__(self, month: int, region: str, product: str, units: int, price: float) -> None:
        self.month = month
        self.region = region
        self.product = product
        self.units = units
        self.price = price

    @property
    def revenue(self) -> float:
        return self.units * self.price

    @classmethod
    def from_fields(cls, fields: list[str]) -> "Sale":
        date, region, product, units, price = fields
        return cls(int(date.split("-")[1]), region, product, int(units), float(price))


class Table:
    """Numbers added up by row and column."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.cells: dict[tuple[str, str], float] = {}
        self.rows: list[str] = []
        self.columns: list[str] = []

    def add(self, row: str, column: str, amount: float) -> None:
        if row not in self.rows:
            self.rows.append(row)
        if column not in self.columns:
            self.columns.append(column)
        self.cells[row, column] = self.cells.get((row, column), 0.0) + amount

    def row_total(self, row: str) -> float:
        return sum(self.cells.get((row, column), 0.0) for column in self.columns)

    def __str__(self) -> str:
        columns = sorted(self.columns)
        lines = [self.title, f"{'':<14}" + "".join(f"{name:>12}" for name in columns) + f"{'total':>13}"]
        for row in sorted(self.rows, key=self.row_total, reverse=True):
            cells = "".join(f"{self.cells.get((row, column), 0.0):12,.2f}" for column in columns)
            lines.append(f"{row:<14}{cells}{self.row_total(row):13,.2f}")
        return "\n".join(lines)


def split_fields(line: str) -> list[str]:
    """Comma-separated fields; a field in double quotes may hold commas, and "" for a quote."""
    fields: list[str] = []
    field = ""
    quoted = False
    position = 0
    while position < len(line):
        character = line[position]
        if quoted:
            if character == '"' and line[position + 1:position + 2] == '"':
                field += '"'
                position += 1
            elif character == '"':
                quoted = False
            else:
                field += character
        elif character == '"':
            quoted = True
        elif character == ",":
            fields.append(field)
            field = ""
        else:
            field += character
        position += 1
    fields.append(field)
    return fields


def read(path: str) -> list[Sale]:
    with open(path, encoding="utf-8") as file:
        header = split_fields(next(file).rstrip("\n"))
        assert header == ["date", "region", "product", "units", "price"], header
        return [Sale.from_fields(split_fields(line.rstrip("\n"))) for line in file if line.strip()]


def best(sales: list[Sale]) -> Sale | None:
    found: Sale | None = None
    for sale in sales:
        if found is None or sale.revenue > found.revenue:
            found = sale
    return found


def main(path: str) -> None:
    sales = read(path)
    by_product = Table("Revenue by product and region")
    by_month = Table("Revenue by region and quarter")
    for sale in sales:
        by_product.add(sale.product, sale.region, sale.revenue)
        by_month.add(sale.region, f"Q{(sale.month - 1) // 3 + 1}", sale.revenue)
    print(by_product)
    print()
    print(by_month)
    winner = best(sales)
    if winner is not None:
        print(f"\nbest single sale: {winner.units} x {winner.product} in {winner.region}, {winner.revenue:,.2f}")


here = __file__.rpartition("/")[0] or "."
main(sys.argv[1] if len(sys.argv) > 1 else here + "/data/sales.csv")
