"""The level that a figure of pay is said for: beside it, carried through its sentence, or by the labels over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.amounts import Form
from extract.attribution import Found, nearest
from extract.claims.context import SUM, Context
from extract.claims.pay.closing import lasting, years_before
from extract.claims.pay.level_series import is_of_next, level_in_series, of_other_title
from extract.claims.pay.untold import is_other_trade
from extract.language import MentionKind, Passage
from extract.lexicons import singular
from extract.lexicons.fragments import ABOUT, AVERAGE, EARN, MAY, MOVE, PAY, USUALLY
from extract.model import BlockKind, Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

SHORT_LABEL, SHORT_INTRO, LONGEST_TITLE, MOST_LINES = 3, 16, 6, 3
"""In words; the last in lines."""
# What a title is about rather than whom the figures below are for: "for managers".
_POSTS = frozenset({"manager", "director"})
# "Starting salaries" over percentiles: what whoever is hired is offered, and no pay of beginners.
_STARTING = re.compile(rf"(?:starting|beginning)\s{PAY}\b", re.IGNORECASE)
_SPREAD = re.compile(r"\bpercentiles?\b|\bP\d{2}\b|\b(?:25|50|75|90)th\b", re.IGNORECASE)
# "Beginners make X, and the average is Y": Y is of all.
_OVERALL = re.compile(
    r"\b(?:overall|across all|all levels|all experience|combined)\b"
    rf"|\b(?:and|but|while|whereas)\s(?:the|an)\s{AVERAGE}\s(?:\w+\s){{0,2}}?(?:is|was|{PAY})\b",
    re.IGNORECASE,
)
_EXPERIENCED = re.compile(
    r"\b(?:experienced|seasoned|veterans?|highest|maximum)\b|\bwith\s(?:(?:more|enough|substantial|extensive|long|deep|broad|solid|considerable|ample|some|several|many|a\sfew)\s)?(?:years\s(?:of\s)?)?(?:work\s|working\s|professional\s)?experience\b|\bwith\s(?:[\w-]+\s){1,2}years\s(?:behind|under)\b|\b(?:have|has)\sworked\b"
    rf"|\b(?:{MAY}|and|then)\s(?:{MOVE}|reach)\b|\b(?:by|in|from|after)\s(?:their\s)?year\s(?:\d|[a-z]{{3,6}}\b)",
    re.IGNORECASE,
)
_MINIMUM = re.compile(r"\bmin(?:imum)?\b", re.IGNORECASE)
# "Freshers & Experienced": a label for all.
_EVERYONE = re.compile(
    r"(?:\b(?:and|or|vs|to)|[&/,])\s?(?:the\s)?experienced\b|\bexperienced\s?(?:\b(?:and|or|vs)\b|[&/])", re.IGNORECASE
)
# "$90,000+ (directors often exceed this)": brackets about others behind an amount.
_OF_OTHERS = re.compile(
    rf"\s?\((?=[^()]{{0,120}}\b(?:{MAY}|will|{USUALLY}|sometimes|exceeds?|exceeding|higher|beyond|earns?|makes?|reach|reaches|goes?)\b)[^()]{{1,120}}\)",
    re.IGNORECASE,
)
# "..., with significant upward variation for fellows in senior roles", ", with seniors earning more": others behind an amount.
_WITH_MORE = re.compile(
    r"[^.;:()\d]{0,24}?(?:\sU\.S\.)?,\swith\s[^.;:()\d]{3,80}?\s(?:earning|making|getting|paid|paying|commanding|receiving|reaching)\s(?:\w+\s)?(?:more|less|higher|lower|better|well|much|top|even)\b"
    r"|[^.;:()\d]{0,24},\swith\s(?:\w+\s){0,2}?(?:variations?|upside|room|potential|growth|increases|raises|differences|premiums|more|higher)\b[^.;()\d]{1,120}"
)
_LETTER = re.compile(r"[^\W\d_]")
_SEASONED = re.compile(r"\bexperience", re.IGNORECASE)
# Roles whose names say the rank: an apprentice electrician is of no level of electricians.
_RANKED = re.compile(r"^(?:apprentice|trainee|journeyman|master)_(?!scheduler$|data_)|_apprentice$")
# Nobody begins as one of these: what they start at is the least that they get.
_HIGH = re.compile(r"(?:^|_)(?:director|president|partner|lead|leader|head)$")
_QUALIFIED = re.compile(
    r"\bwith\s(?:years|time)\b|\b(?:once|when|after)\s(?:(?:they|you)\sare\s)?(?:fully\s)?(?:qualified|licen[cs]ed|certified)\b"
)
_TURN = re.compile(
    r"[,\s(]{0,3}(?P<turn>while|whilst|whereas|but|and|with)\s(?:the\s|those\sin\sthe\s)?(?:(?:very\s)?top|highest|best)\b"
)
_STARTS = re.compile(
    # "Bakers with a diploma start on", "bakers, who mostly train for years, start on", "bakers, the early risers, start on".
    r"(?:\s(?:with|in|at|from|of|working|employed)\s[^.;:,()\d]{2,60}?|,\s(?:who|with|whose|their|the|an?)\s[^.;:()\d]{2,70}?,)?"
    rf"\s(?:{USUALLY}\s|{MAY}\s|now\s)?(?:starts?|begins?)\s(?:out\s)?(?:(?:\w+\s)?(?:lower|higher),\s(?:{USUALLY}\s)?)?(?:on|at|near|around|with)\s(?:{ABOUT}\s)?"
    rf"(?:(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:average|{PAY}|rate|package)\sof\s(?:{ABOUT}\s)?)?"
)
_START = re.compile(r"\b(?:starts?|begins?)\s(?:out\s)?(?:on|at|with|near|around)\b")
_ON = re.compile(rf"\s(?:on|at|with|near|around)\s(?:{ABOUT}\s)?")
_PAY_OF = re.compile(rf"\b(?:{PAY}|rates?|fees?)\s(?:for|of|among)\s(?:\w+\s){{0,3}}$", re.IGNORECASE)
# ", and consultants B", "specialists earn B": the words of a segment in front of its amount.
_TAKES_OVER = re.compile(
    rf"[,;]?\s?(?:(?:and|while|whilst|whereas|but|with)\s)?(?P<who>[a-z]{{4,20}}s)\s(?:(?:{EARN}|at|on|take|draw)\s)?\Z"
)
_OF_THEM = re.compile(r"(?:They|Them|Their|These|Those|The\slatter|At\s(?:this|that)\s(?:level|stage|point))\b")
_THOSE = re.compile(r"Those\s(?:who|paid|hired|employed|working)\s")
_ON_AVERAGE = re.compile(rf"(?:The|On)\s(?:(?:national|overall)\s)?{AVERAGE}\b", re.IGNORECASE)
# "That is X a month": the same pay in other terms.
_THAT_IS = re.compile(
    r"(?:That|This|It|Which)(?:['’]s|\s(?:is|makes|means|equals|corresponds|equates|works\sout|comes|amounts|translates|breaks))\b"
)
# "Freshers", "Entry-level hires": those of a level.
_HIRES = re.compile(r"(?<=s)(?=\s)|\s[a-z]{3,14}s\s")
# "Seniors among bakers get X, the cooks at that level Y": the level of the amount before.
_SAME_LEVEL = re.compile(
    r"\b(?:in|at|on|of|from)\s(?:that|this|the\ssame|their)\s(?:(?:pay|career|experience|age)\s)?(?:band|bracket|level|stage|grade|tier|rung|step|group|category|point|range)\b"
)
_IN_FRONT = re.compile(r"(?:As|At|In)\s(?:an?\s|the\s|their\s)?")


class Levels:
    """Reads the levels of the figures of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.cues = context.cues

    def of(self, setting: Setting) -> str | None:
        """The level of an amount: said beside it, before it in its sentence, or by a label over it."""
        if self._of_ends(setting) or any(_RANKED.search(role) for role in setting.owner.roles):
            return None
        if self._is_bare_cell(setting):
            return self._behind(setting) or self._level_of_labels(setting)
        return self._said(setting)

    def _is_bare_cell(self, setting: Setting) -> bool:
        """Whether a cell holds figures and no words, which could say a level of its own."""
        of_column = setting.block.kind is BlockKind.TABLE and setting.owner.stated is None
        return of_column and _LETTER.search(self.text, setting.sentence.start, setting.sentence.end) is None

    def _behind(self, setting: Setting) -> str | None:
        """``€62,000 (junior)``; "(directors often get more)" is of others, and so is what stands behind a cell."""
        end = setting.amount.end
        ends_cell = setting.block.kind is BlockKind.TABLE and end == setting.sentence.end
        if ends_cell or _OF_OTHERS.match(self.text, end) or is_of_next(self.context, setting):
            return None
        return self.context.qualifiers.level_behind(self.text, end)

    def _said(self, setting: Setting) -> str | None:
        who = self._taking_over(setting)
        own = self._in_series(setting) or (self._only(who, setting.passage) if who else None) or self._beside(setting)
        if own is not None:
            return own
        if setting.earlier is not None and _SAME_LEVEL.search(self.text, setting.segment.start, setting.segment.end):
            return setting.earlier.level
        behind = self._of_label(setting) or self._behind(setting) or self._of_title(setting)
        if behind is not None or self._stands_alone(setting):
            return behind or self._at_the_start(setting)
        carried = self._carried_level(setting)
        if carried is not None:
            return carried
        seasoned = _SEASONED.search(self.text, setting.sentence.start, setting.sentence.end)
        if seasoned and seasoned.start() < setting.amount.start:
            return None
        return (None if seasoned else self._level_of_labels(setting)) or self._at_the_start(setting)

    def _in_series(self, setting: Setting) -> str | None:
        return level_in_series(self.context, setting.passage, setting.sentence, setting.amount.start, setting.order)

    def _beside(self, setting: Setting) -> str | None:
        """The level right before an amount, else the nearest in its segment."""
        amount, start = setting.amount, setting.segment.start
        ahead = self.context.qualifiers.level_ahead(self.text, setting.passage, start, amount.start)
        own = None if ahead else nearest(self._not_parted(setting), amount.start, amount.end)
        return own.value if own else ahead

    def of_unknown_title(self, setting: Setting) -> bool:
        """``Nurses earn A, specialists B``: whether a title of which nothing is known takes an amount over."""
        who = self._taking_over(setting)
        if who is None or self._only(who, setting.passage) is not None:
            return False
        return is_other_trade(self.context, self.text[who.start : who.end])

    def _taking_over(self, setting: Setting) -> Span | None:
        """``Bakers earn A, seniors B``: the plural that stands alone before an amount behind another of its sentence."""
        stated = setting.owner.stated
        if setting.earlier is None or (stated is not None and stated.start >= setting.segment.start):
            return None
        found = _TAKES_OVER.match(self.text, setting.segment.start, setting.amount.start)
        own = {word for role in setting.owner.roles for word in role.split("_")}
        return Span(*found.span("who")) if found and singular(found["who"]) not in own else None

    def _only(self, label: Span, passage: Passage | None) -> str | None:
        """The level that a label names, if it names one and no other."""
        said = {f.value for f in self.context.qualifiers.levels(self.text, label, passage, label=True)}
        return said.pop() if len(said) == 1 else None

    def _at_the_start(self, setting: Setting) -> str | None:
        """``Bakers start on $41,000, and cooks on $39,000``: what those who start are paid."""
        amount, owner = setting.amount, setting.owner.stated
        if owner is None or amount.form not in (Form.POINT, Form.RANGE) or any(map(_HIGH.search, setting.owner.roles)):
            return None
        if _PAY_OF.search(self.text, max(setting.sentence.start, owner.start - 48), owner.start):
            return None
        starts = _STARTS.match(self.text, owner.end, amount.end)
        if starts is None and setting.earlier is not None and setting.earlier.level == "entry":
            # The verb is that of the clause before.
            elided = _ON.fullmatch(self.text, owner.end, amount.start) is not None
            return "entry" if elided and _START.search(self.text, setting.sentence.start, owner.start) else None
        return "entry" if starts and starts.end() >= amount.start else None

    def _of_title(self, setting: Setting) -> str | None:
        """``3. Senior Baker`` over ``Experience: 5-8 years, pay: ...``: a heading that is a level's title and no more."""
        above = setting.block.headings
        label = setting.block.label or years_before(self.context, setting)
        if not above or setting.block.kind is BlockKind.TABLE or label is None or label.end > setting.amount.start:
            return None
        heading = self.context.document.blocks[above[-1]]
        span = Span(heading.start, heading.end)
        passage = self.context.passage_of(span)
        named = {m.key for m in passage.of(MentionKind.ROLE, span.start, span.end)} if passage else set()
        words = len(self.text[span.start : span.end].split())
        if words > LONGEST_TITLE or (named and not named & set(setting.owner.roles)):
            return None
        offered = _STARTING.search(self.text, span.start, span.end) and _SPREAD.search(
            self.text, label.start, label.end
        )
        return None if offered else lasting(self.context, setting, self._only(span, passage))

    def _of_label(self, setting: Setting) -> str | None:
        """``Fresher (0-2 years): testers €30k, developers €40k``: a label before all of a line's amounts."""
        label = setting.block.label
        ahead = label is not None and setting.sentence.start <= label.end <= setting.amount.start
        return self._only(label, setting.passage) if label is not None and ahead else None

    def _not_parted(self, setting: Setting) -> Sequence[Found]:
        """The levels of a segment; where one stands before the amount, none behind a comma ("juniors make X, seniors more")."""
        found, amount = self._levels(setting, setting.segment), setting.amount
        aside = _OF_OTHERS.match(self.text, amount.end) or _WITH_MORE.match(self.text, amount.end, setting.segment.end)
        if aside:
            found = [level for level in found if not aside.start() <= level.start < aside.end()]
        if not any(level.end <= amount.start for level in found):
            return found
        return [f for f in found if f.start < amount.end or self.text.find(",", amount.end, f.start) < 0]

    def _of_ends(self, setting: Setting) -> bool:
        """Whether levels stand at the ends of a range: "between $80K (junior) and $150K (senior)" is of neither."""
        amount = setting.amount
        return amount.form is Form.RANGE and bool(self._levels(setting, Span(amount.start, amount.end)))

    def _levels(self, setting: Setting, span: Span) -> Sequence[Found]:
        return self.context.qualifiers.levels(self.text, span, setting.passage)

    def _stands_alone(self, setting: Setting) -> bool:
        """Whether a segment is of all levels, or names a role or years of its own: no level carries over to it.

        "Entry-level roles start at X, while the most experienced make Y": Y is no entry-level pay.
        """
        segment = setting.segment
        if _OVERALL.search(self.text, segment.start, segment.end):
            return True
        stated = setting.owner.stated
        inherited = stated is not None and not setting.sentence.start <= stated.start < setting.sentence.end
        # "Minimum A, maximum B" are the ends of one level's pay.
        ends = setting.earlier is not None and setting.earlier.statistic in {"minimum", "median"}
        ends = ends and _MINIMUM.search(self.text, setting.sentence.start, segment.start) is not None
        if (setting.earlier or inherited) and not ends and _EXPERIENCED.search(self.text, segment.start, segment.end):
            return True
        # "Junior roles pay X for A and Y for B": whom an amount is for stands behind it, and the level goes on.
        own = stated is not None and setting.segment.start <= stated.start < setting.amount.start
        named = own and segment.start > setting.sentence.start and not self._opens_with_level(setting)
        return named or self.context.qualifiers.experience(self.text, setting.segment) is not None

    def _opens_with_level(self, setting: Setting) -> bool:
        """``As a beginner, an A earns X; a B starts with Y``: a level in front of all that is said."""
        first = self._levels(setting, Span(setting.sentence.start, setting.sentence.start + len(setting.sentence) // 2))
        start = setting.sentence.start
        if not first or first[0].start == start:
            return bool(first) and self.text.startswith("As a", start)
        return _IN_FRONT.fullmatch(self.text, start, first[0].start) is not None

    def _turned(self, setting: Setting, level: Found) -> bool:
        """Whether a new clause is of the top or bottom of all: "entry-level pay is X; the top 10% make Y", "while the top"."""
        if setting.earlier is not None and _QUALIFIED.search(self.text, setting.earlier.char_end, setting.amount.start):
            return True
        said = self.context.qualifiers.statistics(self.text, setting.segment)
        turn = _TURN.match(self.text, setting.segment.start) if setting.earlier is not None else None
        if turn is not None and turn["turn"] in {"while", "whereas", "but"} and any(f.value == "maximum" for f in said):
            return True
        turns = turn is not None or self.text.find(";", level.end, setting.amount.start) >= 0
        return turns and any(f.value.startswith("percentile") for f in said)

    def _carried_level(self, setting: Setting) -> str | None:
        """The level said before the amount in its sentence, unless it belongs to an earlier amount; else beside the owner."""
        before = self._levels(setting, Span(setting.sentence.start, setting.amount.start))
        earlier = setting.earlier
        if before and (earlier is None or (before[-1].end <= earlier.char_start and earlier.level is not None)):
            return None if self._turned(setting, before[-1]) else before[-1].value
        if (again := self._told_again(setting)) is not None:
            return again
        stated = setting.owner.stated
        if stated is None or setting.sentence.start <= stated.start < setting.sentence.end:
            return None
        engaged = self.cues.pattern("structure.engaged").match(self.text, setting.sentence.start, setting.sentence.end)
        if engaged or _THOSE.match(self.text, setting.sentence.start) or self._by_another(setting):
            # "Junior bakers earn X. Freelancers charge Y", "Indeed gives an average of Y": Y is no junior's.
            return None
        beside = self._levels(setting, Span(max(0, stated.start - 16), stated.end))
        # "Entry-level Xs start at A, while experienced ones make B. In Ohio they make C": C is of neither.
        told = setting.passage.sentence_at(stated.start)
        turned = _EXPERIENCED.search(self.text, stated.end, max(told.end, setting.sentence.start)) is not None
        turned = turned or self.context.qualifiers.experience(self.text, setting.sentence) is not None
        turned = turned or self._contrasts(setting, told)
        return beside[-1].value if beside and not turned else None

    def _by_another(self, setting: Setting) -> bool:
        until = Span(setting.sentence.start, setting.amount.start)
        named = setting.passage.of(MentionKind.ORIGIN, until.start, until.end)
        return bool(named and self.context.qualifiers.statistics(self.text, until))

    def _told_again(self, setting: Setting) -> str | None:
        """``As a beginner you get X a year. That is Y a month``, ``Beginners are rare. They get Z``: of the level told of before."""
        start, told = setting.sentence.start, list(setting.passage.before(setting.sentence)[-1:])
        if _THAT_IS.match(self.text, start, setting.amount.start) is None:
            of_them = _OF_THEM.match(self.text, start) is not None
            told = [span for span in told if of_them and self._opens_with_plural(setting, span)]
        levels = {found.value for span in told for found in self._levels(setting, span)}
        return levels.pop() if len(levels) == 1 else None

    def _opens_with_plural(self, setting: Setting, sentence: Span) -> bool:
        """Whether a sentence begins with a level that stands for those of it: ``Juniors``, ``Entry-level hires``; and has no sum."""
        first = next(iter(self._levels(setting, sentence)), None)
        opens = first is not None and first.start == sentence.start
        word = _HIRES.match(self.text, first.end, sentence.end) if opens and first is not None else None
        return word is not None and SUM.search(self.text, sentence.start, sentence.end) is None

    def _contrasts(self, setting: Setting, told: Span) -> bool:
        """``Juniors get A, whereas seniors get B. Small firms pay C``: C is of neither, unless it is said of "them".

        "The average is C" is of neither where they were told of in two sentences, too.
        """
        start, overall = setting.sentence.start, _ON_AVERAGE.match(self.text, setting.sentence.start)
        so_far = Span(setting.passage.start, start) if overall else told
        levels = {found.value for found in self._levels(setting, so_far)}
        return len(levels) > 1 and _OF_THEM.match(self.text, setting.sentence.start) is None

    def _level_of_labels(self, setting: Setting) -> str | None:
        if self._behind_a_card(setting):
            return None
        for span in setting.far[:3]:
            if span.start >= setting.amount.end or self._has_own(setting, span):
                # A note below a table is about the figures of all levels, a line above it with a figure about that.
                continue
            passage = self.context.passage_of(span)
            if self._of_another(setting, span, passage):
                return None
            # "They budget and lead the team.": in a sentence short words may be verbs.
            found = self.context.qualifiers.levels(self.text, span, passage, label=self.text[span.end - 1] not in ".!")
            found = self._but_offered(found, (setting.sentence, *setting.far[:2]))
            roles = passage.of(MentionKind.ROLE, span.start, span.end) if found and passage is not None else []
            own = [role for role in roles if role.key in setting.owner.roles]
            found = [level for level in found if not of_other_title(self.text, level, own)]
            if found and _EVERYONE.search(self.text, span.start, span.end):
                return None
            if len({f.value for f in found}) > 1:
                # "Senior level (directors and above)": what brackets add is not the level.
                opened = self.text.find("(", span.start, span.end)
                found = [f for f in found if f.end <= opened] or found
            if found and self._about_pay(span, passage):
                return lasting(self.context, setting, found[0].value) if len({f.value for f in found}) == 1 else None
        return None

    def _has_own(self, setting: Setting, span: Span) -> bool:
        """Whether a line over a table holds a figure of its own."""
        return setting.block.kind is BlockKind.TABLE and SUM.search(self.text, span.start, span.end) is not None

    def _but_offered(self, found: Sequence[Found], beside: Sequence[Span]) -> Sequence[Found]:
        """Levels without "starting salaries", where percentiles of them are told."""
        offered = [level for level in found if _STARTING.match(self.text, level.start)]
        if offered and any(_SPREAD.search(self.text, span.start, span.end) for span in beside):
            return [level for level in found if level not in offered]
        return found

    def over_table(self, lines: Sequence[tuple[Span, Passage]], beside: Sequence[Span]) -> str | None:
        """``Elsewhere (mid-level, gross)``: the only level that the title, the line or the heading right above a table names."""
        for span, passage in lines[:MOST_LINES]:
            if self.text[span.end - 1] in ".!*" or SUM.search(self.text, span.start, span.end):
                # A sentence or a note is about more than the figures below it, a line with a figure about its own.
                continue
            words = len(self.text[span.start : span.end].split())
            # "Bakers lead the table": in longer lines short words may be verbs.
            levels = self.context.qualifiers.levels(self.text, span, passage, label=words <= LONGEST_TITLE)
            found = {f.value for f in self._but_offered(levels, beside)} - _POSTS
            brief = words <= SHORT_INTRO
            if found and brief and not _EVERYONE.search(self.text, span.start, span.end):
                return found.pop() if len(found) == 1 else None
        return None

    def _of_another(self, setting: Setting, span: Span, passage: Passage | None) -> bool:
        """Whether a label names another role than the one whose amount it is: what stands over it is that role's level."""
        named = {m.key for m in passage.of(MentionKind.ROLE, span.start, span.end)} if passage is not None else set()
        return bool(named) and not named & set(setting.owner.roles)

    def _behind_a_card(self, setting: Setting) -> bool:
        """Whether a sentence that says whose pay it is stands below the labelled lines of a level, and is no part of them."""
        stated = setting.owner.stated
        named = stated is not None and setting.sentence.start <= stated.start < setting.sentence.end
        if not named or setting.block.label is not None or setting.block.kind is not BlockKind.PARAGRAPH:
            return False
        return any(above.label is not None for above in self.context.attributor.previous(setting.block, most=1))

    def _about_pay(self, span: Span, passage: Passage | None) -> bool:
        """Whether a label may set the level of pay: it names pay or a role, introduces a list, or is little more than the level."""
        words = re.findall(r"\w\S*", self.text[span.start : span.end].partition("(")[0])
        if len(words) <= SHORT_LABEL or (self.text.endswith(":", 0, span.end) and len(words) <= SHORT_INTRO):
            return True
        named = passage is not None and bool(passage.of(MentionKind.ROLE, span.start, span.end))
        return named or self.cues.has("pay.labels", self.text, span.start, span.end)
