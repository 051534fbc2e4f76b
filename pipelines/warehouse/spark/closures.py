"""`with recursive` over `union`, which Spark has not: all that is reached, step by step until nothing is new."""

from dataclasses import dataclass

from sqlglot import exp


@dataclass(frozen=True, slots=True)
class Closure:
    """What is reached first, what one step more reaches from what is new, and the statement that reads it all."""

    name: str
    first: exp.Expr
    step: exp.Expr
    reader: exp.Expr

    @property
    def reached(self) -> str:
        """The table of everything reached."""
        return f"{self.name}_reached"

    @property
    def new(self) -> str:
        """The table of what the last step reached first."""
        return f"{self.name}_new"

    @property
    def found(self) -> str:
        """The same, under the names of the step's own columns."""
        return f"{self.name}_found"

    def begun(self) -> list[exp.Expr]:
        """What is reached at once, which is all new."""
        return [_made(self.reached, self.first), _made(self.new, exp.select("*").from_(self.reached))]

    def next(self) -> list[exp.Expr]:
        """One step from what is new, without what was reached before; then all of it together."""
        known = exp.select("*").from_(self.reached)
        found = _made(self.found, exp.except_(self.step, known))
        emptied = exp.TruncateTable(expressions=[exp.to_table(self.new)])
        return [found, emptied, _added(self.new, self.found), _added(self.reached, self.new)]

    def counted(self) -> exp.Expr:
        """How much is new."""
        return exp.select("count(*)").from_(self.new)


def closure_of(statement: exp.Expr) -> Closure | None:
    """The closure in a statement, if there is one."""
    above = statement.find(exp.With)
    if above is None or not above.recursive:
        return None
    reader = statement.copy()
    (with_,) = reader.find_all(exp.With)
    (closed,) = [cte for cte in with_.expressions if _is_closed(cte)]
    before = with_.expressions[: with_.expressions.index(closed)]
    closed.pop()
    with_.set("recursive", False)
    closure = Closure(
        closed.alias,
        _after(before, exp.Distinct, closed.this.this),
        _after(before, None, closed.this.expression),
        reader,
    )
    _renamed(closure.reader, closure.name, closure.reached)
    _renamed(closure.step, closure.name, closure.new)
    return closure


def _is_closed(cte: exp.CTE) -> bool:
    is_union = isinstance(cte.this, exp.Union) and bool(cte.this.args.get("distinct"))
    return is_union and any(table.name == cte.alias for table in cte.this.find_all(exp.Table))


def _after(before: list[exp.CTE], distinct: type[exp.Distinct] | None, query: exp.Expr) -> exp.Expr:
    """A query with the named queries that stand before it."""
    whole = query.copy()
    if before:
        whole.set("with_", exp.With(expressions=[cte.copy() for cte in before]))
    if distinct:
        whole.set("distinct", distinct())
    return whole


def _renamed(query: exp.Expr, name: str, table: str) -> None:
    for found in query.find_all(exp.Table):
        if not found.db and found.name == name:
            found.set("alias", exp.TableAlias(this=exp.to_identifier(found.alias_or_name)))
            found.set("this", exp.to_identifier(table))


def _added(table: str, other: str) -> exp.Insert:
    return exp.Insert(this=exp.to_table(table), expression=exp.select("*").from_(other))


def _made(table: str, query: exp.Expr) -> exp.Create:
    return exp.Create(this=exp.to_table(table), kind="TABLE", replace=True, expression=query)
