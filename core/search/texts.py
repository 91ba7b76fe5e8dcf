"""SQL for the texts of a kind, and for finding the records that a changed row belongs to."""

from dataclasses import dataclass, field

from django.contrib.postgres.fields import ArrayField

from core import languages
from core.search.kinds import In, Labelled


@dataclass
class Hop:
    """One step of a path: a row of `table` belongs to a row of the table before where the two columns are equal."""

    table: str
    column: str
    column_before: str


@dataclass
class Path:
    """The tables that a text is reached through, and the field of the last one."""

    hops: list
    model: type
    name: str

    @property
    def is_translated(self):
        return any(one.name == languages.column(self.name, languages.DEFAULT) for one in self.model._meta.fields)

    def column(self, code):
        name = languages.column(self.name, code) if self.is_translated else self.name
        return self.model._meta.get_field(name).column

    def columns(self):
        return {self.column(code) for code in languages.CODES}


# A body is short facts, a line each; then texts to be read as they run; then sources.
PROSE, SOURCES = "\x1f", "\x1e"


def path_of(model, text):
    """The Path of "participations__country__name", beginning at the model."""
    *steps, name = (text.path if isinstance(text, In | Labelled) else text).split("__")
    hops = []
    for step in steps:
        for info in model._meta.get_field(step).path_infos:
            [(before, here)] = info.join_field.get_joining_fields()
            hops.append(Hop(info.to_opts.db_table, here.column, before.column))
            model = info.to_opts.model
    return Path(hops, model, name)


def texts_sql(kind):
    """A SELECT of all languages of the records `ids`: each chain of related tables is read once for all its texts."""
    meta = kind.model._meta
    chains = {}
    for text in texts_of(kind):
        path = path_of(kind.model, text)
        if path.hops:
            chains.setdefault(_joined(path.hops), []).append((text, path))
    laterals, cells = [], {}
    for number, (tables, texts) in enumerate(chains.items()):
        columns = {}
        for text, path in texts:
            for code in languages.CODES:
                value = f"string_agg(DISTINCT {_value(f't{len(path.hops)}', path, text, code)}, E'\\n')"
                name = columns.setdefault(value, f"x{len(columns)}")
                cells[text, code] = f"j{number}.{name}"
        selected = ", ".join(f"{value} AS {name}" for value, name in columns.items())
        laterals.append(f"\n        LEFT JOIN LATERAL (SELECT {selected} FROM {tables}) j{number} ON true")

    def cell(text, code):
        value = cells.get((text, code)) or _value("r", path_of(kind.model, text), text, code)
        return f"CASE WHEN {_is_in(meta, text.language, code)} THEN {value} END" if isinstance(text, In) else value

    def joined(texts, code):
        return "concat_ws(E'\\n', NULL" + "".join(f", {cell(text, code)}" for text in texts) + ")"

    def body(code):
        facts = joined([text for text in kind.body if not isinstance(text, In)], code)
        prose = joined([text for text in kind.body if isinstance(text, In)], code)
        sources = joined(kind.sources, code)
        marked = "".join(
            f" || coalesce(E'\\x{ord(mark):x}' || nullif({text}, ''), '')"
            for mark, text in ((PROSE, prose), (SOURCES, sources))
        )
        return facts + marked

    def row(code):
        title = [kind.title] if kind.title else []
        columns = [joined(texts, code) for texts in (title, kind.names, kind.summary)] + [body(code)]
        # A record without a text in any language is found by its code, in the default one.
        counted = [text for text in texts_of(kind) if code == languages.DEFAULT or has_language(kind.model, text)]
        return f"('{code}', {', '.join(columns)}, {joined(counted, code)} <> '')"

    rows = ",\n            ".join(row(code) for code in languages.CODES)
    return (
        f'SELECT r."{meta.pk.column}" AS object_id, v.language, v.title, v.names, v.summary, v.body'
        f'\n        FROM "{meta.db_table}" r{"".join(laterals)}'
        f"\n        CROSS JOIN LATERAL (VALUES {rows}) AS v (language, title, names, summary, body, exists)"
        f'\n        WHERE r."{meta.pk.column}" = ANY(ids) AND v.exists'
    )


def _is_in(meta, name, code):
    column = meta.get_field(name)
    value = f'r."{column.column}"' + ("[1]" if isinstance(column, ArrayField) else "")
    if code != languages.DEFAULT:
        return f"{value} = '{code}'"
    others = ", ".join(f"'{other}'" for other in languages.CODES if other != code)
    return f"coalesce({value}, '') NOT IN ({others})"


def _value(row, path, text, code):
    value = f"nullif({row}.\"{path.column(code)}\"::text, '')"
    return f"'{text.words.get(code, '')} ' || {value}" if isinstance(text, Labelled) else value


def _joined(hops):
    first, *others = hops
    sql = f'"{first.table}" t1'
    for number, hop in enumerate(others, start=2):
        sql += f' JOIN "{hop.table}" t{number} ON t{number}."{hop.column}" = t{number - 1}."{hop.column_before}"'
    return f'{sql} WHERE t1."{first.column}" = r."{first.column_before}"'


def texts_of(kind):
    return [*([kind.title] if kind.title else []), *kind.names, *kind.summary, *kind.body, *kind.sources]


def has_language(model, text):
    """Whether the text is written in a language, and so makes a row of the index in it."""
    return isinstance(text, In) or path_of(model, text).is_translated


@dataclass
class Source:
    """A table whose rows the index of a kind is made from: the columns that matter, and the ways to the records."""

    table: str
    columns: set = field(default_factory=set)
    ways: list = field(default_factory=list)


def sources_of(kind):
    """{table: Source}. A write to any of these columns, in any of these tables, may change what is found."""
    meta = kind.model._meta
    sources = {meta.db_table: Source(meta.db_table, {meta.pk.column}, [f'SELECT c."{meta.pk.column}" FROM changed c'])}
    for text in texts_of(kind):
        path = path_of(kind.model, text)
        tables = [meta.db_table, *(hop.table for hop in path.hops)]
        for number, hop in enumerate(path.hops, start=1):
            sources[tables[number - 1]].columns.add(hop.column_before)
            source = sources.setdefault(hop.table, Source(hop.table))
            source.columns.add(hop.column)
            way = _way_back(meta, path.hops[:number])
            if way not in source.ways:
                source.ways.append(way)
        sources[tables[-1]].columns |= path.columns()
        if isinstance(text, In):
            sources[meta.db_table].columns.add(meta.get_field(text.language).column)
    return sources


def _way_back(meta, hops):
    """From changed rows (c) of the last table back to the records (r) they belong to."""
    names = [*(f"t{number}" for number in range(1, len(hops))), "c"]
    tables = [*(f'"{hop.table}" {name}' for hop, name in zip(hops[:-1], names[:-1], strict=True)), "changed c"]
    sql = f'SELECT r."{meta.pk.column}" FROM "{meta.db_table}" r'
    before = "r"
    for hop, name, table in zip(hops, names, tables, strict=True):
        sql += f' JOIN {table} ON {name}."{hop.column}" = {before}."{hop.column_before}"'
        before = name
    return sql
