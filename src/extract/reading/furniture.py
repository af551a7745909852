"""What a single piece of a page looks like: byline, caption, form, menu entry, advert."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicons.fragments import JOB
from extract.lexicons.signs import SIGNS
from extract.model import Zone
from extract.reading.cues import Cues, tokens_of
from extract.reading.dates import DATE as _DATE
from extract.reading.lines import ends_sentence
from extract.reading.money import MARK
from extract.reading.pieces import Piece

_FILE_END = re.compile(r"(?i)\.(?:png|jpe?g|gif|webp|svg|avif|mp4)\W{0,3}$")
_TEMPLATE = re.compile(r"[<%{}$#](?:(?<=<)%|(?<=%)[>}]|(?<=\{)[{%]|(?<=\})\}|(?<=^#)\s#|(?<=\$)\{)")
# "Home > Blog > Data", "Guides / Trades", "Home/Jobs/Welder": a stroke needs blanks around it, or another one.
_CRUMBS = re.compile(
    r"[^>»›]{1,60}(?:\s[>»›][^>»›]{1,60}){1,8}|[^/]{1,60}(?:\s/\s[^/]{1,60}){1,8}|[^/]{1,60}(?:/[^/]{1,60}){2,8}"
)
_LINKS = re.compile(r"[^|•·" + SIGNS + r"\d.]{1,30}(?:[|•][^|•·" + SIGNS + r"\d.]{1,40}){2,12}")
# "© 2026 Some Guide. Not affiliated with anyone."
_RIGHTS = re.compile(r"(?:©|\(c\)\s(?=(?:19|20)\d\d)|copyright\s(?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE)
# "← Older page", "Newer page »": one arrow at an end of a line, and none inside.
_STEP = re.compile(r"[←«‹][^←→«»‹›]+|[^←→«»‹›]+[→»›]")
# "34 welder jobs near you": what is counted stands below. "10 best jobs" is what an article is about.
_OPENINGS = re.compile(
    r"(?:(?:see|show|view|browse)\s)?(?:all\s)?\d[\d.,]{0,6}\+?\s(?:[\w’'-]+\s){0,4}(?:jobs|vacancies|openings)\s"
    r"(?:near\syou|in\syour\sarea|available|(?:now\s)?open|open\snow|hiring\snow)\W?"
    # "Latest roles", "Our current nursing vacancies"
    r"|(?:our\s)?(?:latest|newest|current|live|open|featured)\s(?:[\w’'&/-]+\s){0,3}"
    rf"(?:{JOB}(?<=s)|vacancies|openings|opportunities)\W?"
    # "Jobs now open", "Vacancies near you", "Browse other jobs", "Explore more careers"
    rf"|(?:(?:[\w’'&/-]+\s){{0,3}}(?:{JOB}(?<=s)|vacancies|openings)\s(?:(?:now|currently)\s(?:open|available|hiring)|open\snow|hiring\snow|near\syou|in\syour\sarea)"
    r"|(?:browse|explore|see|view|search|find)\s(?:for\s)?(?:other|more|related|similar|all|open)\s(?:[\w’'&/-]+\s){0,2}"
    rf"(?:{JOB}(?<=s)|vacancies|openings))\W?"
    # "More beginners' baking guides": pages on what else a site tells of.
    r"|(?:more|other|related|similar|popular|latest|recent)\s(?:[\w’'&/-]+\s){1,4}"
    r"(?:articles|blogs|comparisons|guides|pages|posts|reads|resources|stories|tutorials)\W?",
    re.IGNORECASE,
)
# "... | 1,204 openings": a part of a line on jobs that are to be had.
_VACANT = re.compile(
    rf"\d[\d.,]{{0,6}}\+?\s(?:open\s|current\s|new\s)?(?:{JOB}(?<=s)|openings|vacancies)", re.IGNORECASE
)
# "View 3 more levels", "See all companies", "Show more": what opens the rest of a list.
_BUTTON = re.compile(
    r"(?:browse|explore|load|search|see|show|view)\s(?:all|less|more|\d[\d.,]{0,6}\+?)(?!\sthan\b)"
    r"(?:\s[\w’'&/-]+){0,5}\s?[→»›>▾▼+…]{0,3}"
    r"|view\sall\s(?:blog\s)?(?:articles|posts|stories)\b[^.!?|]{0,60}"
    # Of jobs that are to be had.
    r"|(?:quick\s|easy\s)?apply(?:\s(?:now|here|today|online|directly))?\s?[→»›]?|save\s(?:this\s)?job|view\sjob",
    re.IGNORECASE,
)
# "Page 4", "Page 4 of 12": where a page of print ends.
_PAGE_NUMBER = re.compile(r"\W{0,3}page\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
_WIDE = re.compile(r"\s{2,}")
_SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’)]{0,2}\s+(?=[\"'“‘(]?[A-Z])")
_SOLD = re.compile(r"\bjobs? (?:on|at|with) [A-Z]")
# What parts one page from the next in a row of them.
_ROW = re.compile(r"\s[|·•]\s")
# Other titles behind a label.
_OTHERS = re.compile(r"[A-Za-z ]{1,40}:\s")
_MANY = re.compile(r"[,|·•/;]\s")
# "Get our kit for $9.95", "Upgrade to Pro: only $12".
_OFFERED = re.compile(
    r"\b(?:book|buy|claim|download|enroll?|get|grab|join|register|subscribe|try|unlock|upgrade)\b[^.!?]{0,80}?"
    rf"(?:\b(?:for|then|worth)|\b(?:only|just|now)|:)\s(?:(?:only|just)\s)?{MARK}\s?\d",
    re.IGNORECASE,
)
# A product right behind one of these is a certain one.
_POINTERS = {"our", "this", "these", "the"}
# "4 thoughts on", "12 responses to", "Comments (3)", "Leave a reply".
_COMMENTS = re.compile(
    r"(?:\d{1,4}|one|no)\s(?:thoughts?|comments?|responses?|replies|reply)\s(?:on|to)\b|comments?\s?\(\d{1,4}\)$|\d{1,4}\scomments$"
    r"|(?:leave|post|write|add)\sa\s(?:comment|reply|response)\b[^.?]*$|(?:readers[’']?\s)?comments$",
    re.IGNORECASE,
)
# The people of the site, what the reader has, and what one does with a form; "you" alone may be who does the job.
_SPOKEN_OF = {"your", "we", "our", "us", "i", "my", "agree", "accept", "consent", "submit"}
_MAX_COMMENTED = 24
_MAX_SHORT = 16
_MAX_LINK = 4
_MAX_OWN = 45
_MAX_BYLINE = 14
_MAX_ADVERT = 75


def own_zone(piece: Piece, known: Cues) -> Zone:
    """The zone that a piece's own words tell; ``ARTICLE`` where they tell nothing."""
    text, words = piece.text, piece.words
    size = len(words)
    if _TEMPLATE.search(text) or (size <= _MAX_OWN and _RIGHTS.match(text)):
        return Zone.MENU
    if not words or size > _MAX_OWN:
        return Zone.ARTICLE
    if not piece.is_item and _is_caption(text, words, known):
        return Zone.CAPTION
    if known.menu_consent.within(words) or _is_form(words, known):
        return Zone.MENU
    if _is_author(words, known):
        return Zone.AUTHOR
    return _short_zone(piece, known) if size <= _MAX_SHORT else _longer_zone(piece, known)


def _is_form(words: Sequence[str], known: Cues) -> bool:
    """Whether a line is of a form or of a site's terms: "Phone number:", "you agree to our privacy policy"."""
    named = known.menu_forms.count(words)
    return named > 0 and (len(words) <= _MAX_LINK * named or not _SPOKEN_OF.isdisjoint(words))


def _longer_zone(piece: Piece, known: Cues) -> Zone:
    """The zone of a line of more than a few words."""
    if piece.text.startswith("[") and known.advert_labels.at(piece.words):
        return Zone.ADVERT
    if is_button(piece.text):
        return Zone.MENU
    return Zone.RELATED if _names_page(piece.text, piece.words, known) else Zone.ARTICLE


def _names_page(text: str, words: Sequence[str], known: Cues) -> bool:
    """Whether a longer line is one other page: ``ALSO READ: How much does a teacher earn?  $3,000 a month and up``."""
    start = known.menu_related.at(words)
    row = start == 1 and text.startswith(":", len(words[0])) and _ROW.search(text) is not None
    return (row or start > 1) and ":" in text[:24] and "\n" not in text


def _short_zone(piece: Piece, known: Cues) -> Zone:
    """The zone of a line of few words."""
    words = piece.words
    if _is_byline(piece.text, words, known):
        return Zone.BYLINE
    if _is_related(piece.text, words, known):
        return Zone.RELATED
    if known.advert_labels.at(words):
        return Zone.ADVERT
    return Zone.MENU if _is_menu(piece, known) else Zone.ARTICLE


def _is_related(text: str, words: Sequence[str], known: Cues) -> bool:
    """Whether a line opens or is a list of other pages ("Related posts", "Related: Baker or chef?")."""
    if _OPENINGS.fullmatch(text) or _STEP.fullmatch(text):
        return True
    if any(_VACANT.fullmatch(part) for part in _ROW.split(text)[1:]):
        return True
    start = known.menu_related.at(words)
    if start == len(words):
        return start > 0
    return text.startswith(":", len(words[0])) if start == 1 else start > 1 and ":" in text[:40]


def _is_menu(piece: Piece, known: Cues) -> bool:
    """Whether a line is an entry of a menu, a row of links, a path, or a list of contents on one line."""
    text, words = piece.text, piece.words
    if known.menu_others.at(words) and _OTHERS.match(text) and _MANY.search(text):
        # Right there, and not what is written below.
        return True
    if (
        is_button(text)
        or _PAGE_NUMBER.fullmatch(text)
        or (known.menu_lines.whole(words) and not known.heading_generic.whole(words))
    ):
        return True
    if not piece.is_item and (_is_crumbs(text, known) or _LINKS.fullmatch(text) or _are_buttons(text, known)):
        return True
    return known.menu_contents.at(words) > 0 and ":" in text[:30]


def _are_buttons(text: str, known: Cues) -> bool:
    """``Print    Share on Facebook``, ``Home   Jobs   Blog``: links side by side with wide blanks between."""
    parts = [tokens_of(part) for part in _WIDE.split(text)]
    told = [known.menu_lines.whole(part) or known.byline_starts.at(part) > 1 for part in parts]
    row = len(parts) > 2 and told[0] and max(map(len, parts)) <= _MAX_LINK
    return len(parts) > 1 and (row or sum(told) * 2 > len(parts))


def is_button(text: str) -> bool:
    """Whether a line opens the rest of a list or another one."""
    return all(_BUTTON.fullmatch(part) for part in text.split(" | "))


def _is_crumbs(text: str, known: Cues) -> bool:
    """``Home > Blog > Data``: a path that starts at the site's first page."""
    if not _CRUMBS.fullmatch(text):
        return False
    first = tokens_of(re.split(r"[>»›/:]", text, maxsplit=1)[0])
    return known.menu_lines.whole(first) or known.menu_paths.whole(first) or first == ("location",)


def last_of_path(piece: Piece, known: Cues) -> tuple[str, ...]:
    """The words of what a path of links leads to, ``Home / Jobs / Baker``: the page itself; else none."""
    if piece.is_item or not _is_crumbs(piece.text, known):
        return ()
    return tuple(tokens_of(re.split(r"[>»›/]", piece.text)[-1]))


def opens_related(piece: Piece, known: Cues) -> bool:
    """Whether a line stands above a list of other pages, or of jobs that are to be had."""
    listed = known.menu_related.whole(piece.words) or _OPENINGS.fullmatch(piece.text) is not None
    return piece.zone is Zone.RELATED and listed


def opens_comments(piece: Piece) -> bool:
    """Whether a line stands above what readers wrote: "4 thoughts on ...", "Leave a reply"."""
    return len(piece.words) <= _MAX_COMMENTED and _COMMENTS.match(piece.text) is not None


def _is_caption(text: str, words: Sequence[str], known: Cues) -> bool:
    # Brackets around it: "[Photo: ...]".
    text = text.strip("[]") or text
    if _FILE_END.search(text):
        return True
    start = known.caption_starts.at(words)
    if (start or known.caption_pictures.at(words)) and text[len(words[0]) : len(words[0]) + 1] == ":":
        return True
    if (
        start
        and (start > 1 or known.caption_pictures.at(words) == 0)
        and (start > 1 or (words[1:2] and words[1].isdigit()))
    ):
        return True
    if text[-1] in ":?" or (ends_sentence(text) and words[0] not in {"a", "an"}):
        return False
    if len(words) <= _MAX_SHORT and len(words) > 1 and known.caption_ends.at_end(words):
        return True
    # "Assistants: typing, filing" is a label and what it is of.
    return ": " not in text and _describes_picture(words, known)


def _describes_picture(words: Sequence[str], known: Cues) -> bool:
    """``A chart showing pay by level``, ``Designer sitting at her desk``: a picture is described."""
    if len(words) > 32 or known.heading_verbs.within(words):
        return False
    first = 1 if words[0] in {"a", "an", "the"} else 0
    for place in range(first, min(first + 3, len(words))):
        size = known.caption_pictures.at(words, place)
        if size and known.caption_showing.at(words, place + size):
            return words[place + size] not in {"for", "of", "with"} or first > 0
    return len(words) <= 12 and known.caption_posing.within(words) and not known.advert_reader.within(words)


def _is_byline(text: str, words: Sequence[str], known: Cues) -> bool:
    if len(words) > _MAX_BYLINE:
        return False
    dated = bool(_DATE.search(text))
    start = known.byline_starts.at(words)
    if start == len(words):
        return True
    if start:
        alone = words[0] in {"by", "share"} and _is_name(text)
        return (
            dated
            or alone
            or (start > 1 and not ends_sentence(text))
            or (start == 1 and text[len(words[0]) : len(words[0]) + 1] == ":")
        )
    if known.byline_marks.within(words) and (dated or any(word.isdigit() for word in words)):
        return True
    if not dated:
        return False
    rest = tokens_of(_DATE.sub("", text).strip(" .,|·•-–0123456789:"))
    signed = "by" in rest and not known.byline_data.within(words)
    return not rest or signed or (len(rest) == 1 and _DATE.match(text) is not None)


def _is_name(text: str) -> bool:
    """Whether a line is ``By Some One`` and not a sentence that starts with *by*."""
    words = [word for word in text.split()[1:] if word[0].isalpha()]
    return 0 < len(words) <= 6 and all(word[0].isupper() or word in {"and", "of", "the"} for word in words)


def _is_author(words: Sequence[str], known: Cues) -> bool:
    size = known.author_lines.at(words)
    if size > 1 and size < len(words) and words[0] == "about":
        return True
    if len(words) > 8:
        return False
    return size == len(words) or (words[0].isdigit() and known.author_lines.at(words, 1) > 0)


def is_measure(piece: Piece, known: Cues) -> bool:
    """``16 Hours``: a number and what it counts, no more."""
    words = [word for word in piece.words if not word.lstrip("+").isdigit()]
    return len(piece.words) <= 3 and len(words) == 1 and known.menu_measures.whole(words)


def advert_score(piece: Piece, known: Cues) -> float:
    """How much a paragraph tells its reader to take what someone offers; from 3 it is an advert."""
    words = piece.words
    if piece.is_table or piece.is_heading or len(words) > _MAX_ADVERT:
        return 0.0
    score, told = 0.0, 0.0
    asked = True
    offers = known.advert_imperatives.within(words) or known.advert_products.within(words)
    for sentence in _SENTENCES.split(piece.text) if offers else ():
        said = tokens_of(sentence)
        if known.advert_imperatives.at(said):
            told = max(told, 1.5 if asked else 1.0)
        asked = asked and sentence.rstrip().endswith("?")
        product = _product(sentence, said, known)
        score = max(score, product + (1.0 if product and _helps(said) else 0.0))
    score += told
    score += min(1.0, 0.5 * known.advert_urgency.count(words))
    score += min(1.0, 0.5 * known.advert_promises.count(words))
    score += 0.5 if known.advert_reader.within(words) else 0.0
    if piece.text.endswith("!"):
        score += 1.0 if told else 0.5
    return score + (1.5 if told and (_SOLD.search(piece.text) or _OFFERED.search(piece.text)) else 0.0)


def _product(sentence: str, words: Sequence[str], known: Cues) -> float:
    """1 where a sentence names a certain product, 0.5 where it speaks of such products in general."""
    places = known.advert_products.places(words)
    if not places:
        return 0.0
    named = any(word in _POINTERS for place in places for word in words[max(0, place - 6) : place])
    capital = {word.casefold() for word in sentence.split()[1:] if word[0].isupper()}
    return 1.0 if named or any(words[place] in capital for place in places) else 0.5


def _helps(words: Sequence[str]) -> bool:
    return any(
        word in {"help", "helps"} and words[place + 1 : place + 2] == ("you",) for place, word in enumerate(words)
    )
