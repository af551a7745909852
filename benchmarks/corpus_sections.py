"""Sections of synthetic articles: each function draws one from a writer, gold included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from corpus_facts import DATA, JOINS, LADDER, Role, Style, Writer, listed, sentence
from corpus_layout import MARKERS, PLAIN, Block, Bullets, Grid, Heading, Paragraph


def salary_table(writer: Writer) -> list[Block]:
    """Pay by level, in one of three layouts, some cells with a defect."""
    rng, market = writer.rng, writer.market
    levels = [(level, rng.choice(words)) for level, words in DATA["levels"].items()]
    title = "Monthly salary by level" if market.period == "month" else "Salary by level"
    style = rng.choice([style for style in market.styles if style.prefix] or market.styles)
    layout = rng.choice((_by_level, _by_role, _by_position))
    header, rows = layout(writer, levels, style)
    glued = bool(style.prefix and not style.suffix and style.prefix.strip() and rng.random() < 0.15)
    grid = Grid(header, rows, "glued" if glued else rng.choice(PLAIN))
    again = [Grid(header, rows, "glued")] if not glued and rng.random() < 0.1 and style.prefix else []
    return [Heading(title), grid, *again]


def _by_level(writer: Writer, levels: Sequence[tuple[str, str]], style: Style) -> tuple[Any, Any]:
    roles = (writer.a, writer.b)
    rows = tuple((word, *(_cell(writer, role, level, style) for role in roles)) for level, word in levels)
    corner = writer.rng.choice(("Level", "Experience", "Stage"))
    shifted = writer.rng.random() < 0.1
    titles = (writer.a.title, writer.b.title)
    return ((*titles, "") if shifted else (corner, *titles)), rows


def _by_role(writer: Writer, levels: Sequence[tuple[str, str]], style: Style) -> tuple[Any, Any]:
    header = ("Role", *(word for _, word in levels))
    rows = ((role.title, *(_cell(writer, role, level, style) for level, _ in levels)) for role in writer.both())
    return header, tuple(rows)


def _by_position(writer: Writer, levels: Sequence[tuple[str, str]], style: Style) -> tuple[Any, Any]:
    short = [(level, word.partition(" (")[0]) for level, word in levels]
    positions = [(role, level, f"{word} {role.title}") for role in (writer.a, writer.b) for level, word in short]
    rows = ((name, _cell(writer, role, level, style)) for role, level, name in positions)
    return ("Position", "Pay per month" if writer.market.period == "month" else "Annual pay"), tuple(rows)


def _cell(writer: Writer, role: Role, level: str, style: Style) -> str:
    """A range, a point, nothing, or something that is none of them."""
    rng = writer.rng
    low, high = writer.span(level)
    draw = rng.random()
    if draw < 0.04:
        return "-"
    if draw < 0.08 and style.prefix in {"$", "£", "₦"}:
        broken = f"{style.prefix}{low // writer.market.step}{style.prefix}+"
        bad = {"status": "quarantined", "flag": "malformed_amount", "quote": broken}
        writer.gold["salaries"].append({"role": role.id, "level": level, **bad})
        return broken
    if draw < 0.12 and style.group == "," and not style.suffix and 1000 <= low < 1_000_000:
        spaced = f"{style.prefix}{low // 1000}, {low % 1000:03}"
        writer.pay(role, level, spaced, low=low, high=low)
        return spaced
    if draw < 0.25:
        writer.pay(role, level, style.point(low), low=low, high=low)
        return style.point(low)
    plus = rng.random() < 0.15 and not style.suffix
    text = style.range(low, high, rng.choice(JOINS[:2])) + ("+" if plus else "")
    writer.pay(role, level, text, low=low, high=high, **({"high_open": True} if plus else {}))
    return text


def salary_prose(writer: Writer) -> list[Block]:
    """Averages, medians, levels, bounds and cities in sentences."""
    rng = writer.rng
    kinds = rng.sample((_statistic, _level_pay, _bound, _plain_pay, _city_pay), 3)
    said = " ".join(kind(writer, role) for kind in kinds for role in writer.both()[: rng.randint(1, 2)])
    return [Heading(rng.choice(("What they earn", "Salary", "Who earns more?", "Pay")), 3), Paragraph(said)]


def _statistic(writer: Writer, role: Role) -> str:
    name = writer.rng.choice(("mean", "median"))
    template = writer.rng.choice(DATA["pay"][name])
    amount = writer.market.amount(writer.rng, writer.rng.choice(list(LADDER)))
    quote, origin = writer.style.point(amount), writer.origin()
    named = {"attributed_to": origin} if "{origin}" in template else {}
    writer.pay(role, None, quote, low=amount, high=amount, statistic=name, **named)
    return writer.say([template], **role.slots(), pay=quote + writer.period(), origin=origin)


def _level_pay(writer: Writer, role: Role) -> str:
    level = writer.rng.choice(("entry", "mid", "senior"))
    word = writer.rng.choice([word for word in DATA["levels"][level] if "(" not in word])
    amount = writer.market.amount(writer.rng, level)
    quote = writer.style.point(amount)
    writer.pay(role, level, quote, low=amount, high=amount)
    return writer.say(DATA["pay"]["level"], **role.slots(), level=word.lower(), pay=quote + writer.period())


def _plain_pay(writer: Writer, role: Role) -> str:
    low, high = writer.span(writer.rng.choice(("entry", "mid", "senior")))
    point = writer.style.point
    ways = (
        writer.style.range(low, high, writer.rng.choice(JOINS)),
        f"between {point(low)} and {point(high)}",
        f"from {point(low)} to {point(high)}",
    )
    quote = writer.rng.choice(ways)
    writer.pay(role, None, quote, low=low, high=high)
    return writer.say(DATA["pay"]["plain"], **role.slots(), pay=quote + writer.period())


def _bound(writer: Writer, role: Role) -> str:
    amount = writer.market.amount(writer.rng, "lead")
    quote = writer.style.point(amount)
    if writer.rng.random() < 0.5:
        writer.pay(role, None, quote, low=amount, high=None, high_open=True)
        return writer.say(DATA["pay"]["over"], **role.slots(), pay=quote + writer.period())
    writer.pay(role, None, quote, low=None, high=amount, low_open=True)
    return writer.say(DATA["pay"]["upto"], **role.slots(), pay=quote + writer.period())


def _city_pay(writer: Writer, role: Role) -> str:
    if not writer.market.cities:
        return _plain_pay(writer, role)
    amount, city = writer.market.amount(writer.rng, "mid"), writer.rng.choice(writer.market.cities)
    quote = writer.style.point(amount)
    writer.pay(role, None, quote, low=amount, high=amount, region=city)
    return writer.say(DATA["pay"]["city"], **role.slots(), city=city, pay=quote + writer.period())


def other_money(writer: Writer) -> list[Block]:
    """Fees, differences, persons of the story; a bonus is debatable."""
    data, rng = DATA["other_money"], writer.rng
    said = [writer.ban(writer.say(data["sentences"])) for _ in range(rng.randint(1, 3))]
    said += [writer.ban(writer.say(data["stories"]))]
    if rng.random() < 0.5:
        amount = max(writer.market.amount(rng, "entry") // 12 // writer.market.step, 1) * writer.market.step
        role, quote = writer.a, writer.style.point(amount)
        writer.pay(role, None, quote, low=amount, high=amount, basis="bonus", optional=True)
        writer.gold["salaries"][-1]["period"] = "year"
        said.append(writer.say(data["bonus"], **role.slots(), more=quote))
    return [Paragraph(" ".join(said))]


def advert(writer: Writer) -> list[Block]:
    """Something for sale between the paragraphs."""
    return [Paragraph(writer.ban(writer.say(DATA["other_money"]["adverts"])), "advert")]


def duties(writer: Writer) -> list[Block]:
    """A list of what a role does, under its heading or its introduction."""
    rng, work = writer.rng, DATA["work"]
    role = writer.both()[0]
    form = rng.choice((0, 1))
    items = tuple(sentence(writer.task()[form]) for _ in range(rng.randint(3, 6)))
    writer.add("responsibilities", role, *items)
    heading = Heading(writer.say(work["headings"], **role.slots()), 3)
    intro = Paragraph(writer.say(work["bullets"], **role.slots()))
    return [heading, intro, Bullets(items, rng.choice(MARKERS))]


def contrast(writer: Writer) -> list[Block]:
    """Sentences that set one role against the other."""
    said = []
    for _ in range(writer.rng.randint(1, 3)):
        (a, b), (do, _, does), (do_b, _, _) = writer.both(), writer.task(), writer.task()
        if writer.rng.random() < 0.4:
            writer.add("responsibilities", a, does)
            said.append(writer.say(DATA["work"]["prose"], **a.slots(), does=does))
            continue
        template = writer.rng.choice(DATA["work"]["contrast"])
        writer.add("responsibilities", a, do)
        if "{do_b}" in template:
            writer.add("responsibilities", b, do_b)
        said.append(writer.say([template], **a.slots(), **b.slots("_b"), do=do, do_b=do_b))
    return [Paragraph(" ".join(said))]


def tools(writer: Writer) -> list[Block]:
    """Tools of one role, of both, and such as one does not need."""
    rng, data = writer.rng, DATA["tools"]
    said = []
    for role in writer.both():
        names = writer.tools(rng.randint(2, 4))
        writer.add("tools", role, *names)
        said.append(writer.say(data["sentences"], **role.slots(), tools=listed(names)))
        writer.add("responsibilities_optional", role, said[-1])
    a, b = writer.both()
    shared, spare = writer.tools(2), writer.tools(1)
    for role in (a, b):
        writer.add("tools", role, *shared)
    said.append(writer.say(data["shared"], **a.slots(), **b.slots("_b"), tools=listed(shared)))
    for role in (a, b):
        writer.add("responsibilities_optional", role, said[-1])
    writer.add("tools_negated", a, *spare)
    said.append(writer.say(data["negated"], **a.slots(), tools=listed(spare)))
    return [Heading(rng.choice(data["headings"])), Paragraph(" ".join(said))]


def comparison_table(writer: Writer) -> list[Block]:
    """The roles side by side: duties, tools."""
    roles = (writer.a, writer.b)
    rows: list[tuple[str, ...]] = []
    for label in writer.rng.sample(("Main task", "Daily work", "Key responsibility"), 2):
        cells = [sentence(writer.task()[1]) for _ in roles]
        for role, cell in zip(roles, cells, strict=True):
            writer.add("responsibilities", role, cell)
        rows.append((label, *cells))
    stacks = [writer.tools(3) for _ in roles]
    for role, names in zip(roles, stacks, strict=True):
        writer.add("tools", role, *names)
    rows.append(("Tools", *(", ".join(names) for names in stacks)))
    header = (writer.rng.choice(("Aspect", "Criteria", "")), *(role.title for role in roles))
    form = writer.rng.choice([form for form in PLAIN if form != "lines" or header[0]])
    return [Heading("Side by side"), Grid(header, tuple(rows), form)]


def education(writer: Writer) -> list[Block]:
    """Degrees and fields of study of each role."""
    data, rng = DATA["education"], writer.rng
    said = []
    for role in writer.both():
        degree, fields = rng.choice(list(data["degrees"])), rng.sample(data["fields"], 2)
        held = writer.gold["education"].setdefault(role.id, {"degrees": [], "fields": []})
        held["degrees"] = sorted({*held["degrees"], degree})
        held["fields"] = sorted({*held["fields"], *fields})
        named = {"degree": data["degrees"][degree], "fields": " or ".join(fields)}
        said.append(writer.say(data["sentences"], **role.slots(), **named))
    return [Heading(rng.choice(data["headings"])), Paragraph(" ".join(said))]


def career(writer: Writer) -> list[Block]:
    """The steps of one role's career."""
    role = writer.both()[0]
    steps = tuple(step.format(title=role.title) for step in DATA["career"]["steps"][: writer.rng.randint(3, 6)])
    writer.add("career_paths", role, *steps)
    return [Heading(writer.say(DATA["career"]["headings"], **role.slots())), Bullets(steps, "#")]


def outlook(writer: Writer) -> list[Block]:
    """Growth or decline of each role's jobs, beside shares and openings that are neither."""
    data, rng = DATA["outlook"], writer.rng
    said = []
    for role in writer.both():
        share = rng.randint(2, 38)
        sign, name = (-1, "decline") if rng.random() < 0.2 else (1, "growth")
        said.append(writer.say(data[name], **role.slots(), share=share))
        entry = {"role": role.id, "low": sign * share, "high": sign * share, "unit": "percent"}
        writer.gold["outlook"].append(entry | {"quote": said[-1]})
        said.append(writer.ban(writer.say(data["other"], **role.slots()), "outlook"))
    return [Heading(rng.choice(data["headings"])), Paragraph(" ".join(said))]


def verdict(writer: Writer) -> list[Block]:
    """Who earns more and whose jobs grow faster; the same every time that an article says it."""
    said = []
    for aspect, templates in DATA["comparison"].items():
        said.append(writer.say(templates, **writer.a.slots(), **writer.b.slots("_b")))
        entry = {"role": writer.a.id, "object_role": writer.b.id, "aspect": aspect, "direction": "higher"}
        writer.gold["comparisons"].append(entry | {"quote": said[-1]})
    return [Paragraph(" ".join(said))]


def chatter(writer: Writer) -> list[Block]:
    """What fills a page: headings, questions and sentences that claim nothing about a role."""
    page, rng = DATA["page"], writer.rng
    blocks: list[Block] = []
    if rng.random() < 0.4:
        blocks.append(Heading(rng.choice([*page["headings"], *page["questions"]]), 3))
    if rng.random() < 0.1:
        blocks.append(Paragraph(rng.choice(page["captions"]), "caption"))
    said = " ".join(writer.say(page["fillers"]) for _ in range(rng.randint(3, 7)))
    return [*blocks, Paragraph(said)]


Section = Callable[[Writer], list[Block]]
ONCE: Final[Sequence[Section]] = (comparison_table, education, career, outlook, verdict)
OFTEN: Final[Sequence[Section]] = (salary_table, salary_prose, duties, contrast, tools, other_money, advert)
