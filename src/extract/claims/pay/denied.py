"""Sums that a sentence denies, or asks about: ``not able to earn even $20,000`` says what nobody gets; and prices."""

from __future__ import annotations

import re

from extract.lexicons.fragments import ABOUT, IMPORTANT, MAY, PAY
from extract.lexicons.signs import SIGNS
from extract.model import Span

_GETTING = r"(?:earn|mak|made|get|got|took|reach|receiv|command|see|tak|expect|start|pay|paid)[a-z]{0,4}(?:\s(?:home|at|on|out|with))?"
# What may stand between the verb and the sum.
_UP_TO_SUM = rf"\s(?:(?:even|it|anywhere|near|close|to|as|much|an?|the|full|{PAY}|sum|of|like|something)\s){{0,5}}\Z"
_NOT = re.compile(
    r"\b(?:not|cannot|never|hardly|unable|[Dd]on['’]t|[a-z]{2,6}n['’]t)"
    rf"\s(?:(?:be|able|to|going|likely|really|usually|always|typically|even|ever|necessarily|currently|yet)\s){{0,4}}{_GETTING}{_UP_TO_SUM}"
)
# "No degree is needed to earn", "Few know that plumbers earn": the verb is somebody else's.
_GAP = rf"(?:(?!\b(?:that|when|because|although|before|after|until|(?:and|but)\s(?:she|he|they|it|you)|lets?|{IMPORTANT}\sto)\b)[^,;:.\d]){{0,60}}?"
_NOBODY = re.compile(
    r"(?:\b(?:No(?:body|ne)?|Hardly\sany(?:one|body)?|Almost\sno|Not\s(?:many|every|all)|(?:Very\s|Only\sa\s)?Few)"
    r"|(?:(?<=[,;]\s)|(?<=and\s)|(?<=but\s)|(?<=that\s))(?:no(?:body|ne)?|few|hardly\sany(?:one|body)?))\s"
    rf"(?!less\b|matter\b|doubt\b|wonder\b|longer\b){_GAP}\b{_GETTING}{_UP_TO_SUM}"
)
# "I cannot tell whether 60,000 is a good offer".
_WHETHER = re.compile(r"\b(?:[Ii]f|[Ww]hether)\s(?:(?:an?|the|this|that|his|her|your)\s)?\Z")
# "Ignore anyone who quotes $80,000", "forget the $120K that ads promise": nobody's pay, the text says.
_IGNORED = re.compile(
    # "You'll see posts that claim every clerk makes X"
    rf"\b(?:[Yy]ou['’]ll|[Yy]ou\s(?:will|{MAY})|[Ss]ome|[Tt]here\sare)\s(?:(?:often|also|always|surely)\s)?(?:see\s|find\s|read\s|meet\s)?(?:posts?|ads|adverts|videos?|articles?|influencers|people|bloggers|headlines|sites)"
    r"\s(?:\w+\s){0,3}?(?:claim(?:s|ing)?|promis(?:e|es|ing)|boast(?:s|ing)?|swear(?:s|ing)?)\b[^.;:\d]{0,60}\Z"
    r"|(?:(?<![\w,’'] )|(?<=\bso\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bto\s))(?i:ignore|disregard|discount|forget|dismiss|don['’]t\s(?:trust|believe))"
    r"\s(?!about\b)[^.;:\d]{0,70}\Z"
)
# "The public think every cook is on X"
_THOUGHT = re.compile(
    r"\b(?:the\spublic|everyone|everybody|(?:most|many|some)\speople|people|outsiders)\s(?:often\s|still\s)?(?:thinks?|believes?|assumes?|imagines?|reckons?|supposes?)\s[^.;:,\d]{0,60}\Z",
    re.IGNORECASE,
)
# "Years ago I would have filled it for X"
_WOULD_HAVE = re.compile(
    r"\b(?:I|we|you|they|he|she)(?:['’]d|\swould)\shave\s(?:\w+ed|made|paid|got|gotten|been|taken)\s[^.;:,\d]{0,60}\Z",
    re.IGNORECASE,
)
# "Charities with an annual income of less than X": how large those are who pay.
_SIZED = re.compile(
    r"\b(?:charit(?:y|ies)|organi[sz]ations?|firms?|companies|businesses|practices|nonprofits?|non-profits?|employers?|clients)\s(?:with|having|that\shave|whose)\s(?:an?\s)?(?:annual\s|yearly\s|gross\s|total\s)?(?:incomes?|turnovers?|revenues?|budgets?|sales|assets)\s[^.;:\d]{0,24}\Z",
    re.IGNORECASE,
)

# "The median is A, but you were offered B": a mere case.
_OFFERED = re.compile(rf"\byou(?:['’]re|\s(?:were|are|get|got|have\sbeen))\s(?:only\s)?offered\s(?:{ABOUT}\s)?\Z")
# "The union's claim was for X", "nurses are asking for X": what is wanted, and paid to nobody.
_WANTED = re.compile(
    # "The union's opening claim was a scale from X", "the employers' first offer was X"
    r"\b(?:(?:opening|initial|original|pay|wage)\s(?:claim|demand|bid|proposal)|(?:employers?|company|management|board|government|council|ministry|district|hospital)['’]?s?['’]?\s(?:first|opening|initial|original|last|final|latest)\s(?:offer|proposal|bid))\s(?:was|is|had\sbeen)\s[^.;:\d]{0,30}\Z"
    r"|\b(?:claims?|demands?|bids?|asks?|calls?|campaigns?)\s(?:(?:for|of|on)\s[^.;:\d]{2,40}\s)?(?:was|is|were|are|has\sbeen|had\sbeen)\sfor\s[^.;:\d]{0,40}\Z"
    r"|\b(?:(?:is|are|was|were|been)\s(?:asking|calling|pushing|fighting|campaigning|bargaining|holding\sout)\sfor"
    r"|(?:unions?|federation|alliance|members)\s(?:\w+\s)?(?:demands?|demanded|seeks?|sought|wants?|wanted|asks?\sfor|asked\sfor|calls?\sfor|called\sfor))"
    # The words between are of pay: "drivers at X" are wanted for X.
    rf"\s(?:(?:an?|the|new|minimum|starting|basic|hourly|annual|higher|better|living|{PAY}|rate|rise|raise|increase|floor|package|settlement|of|to|at\sleast|for|{ABOUT})\s){{0,9}}\Z"
)
# "Bakers want X an hour"
_WISHED = re.compile(rf"\b(?:wants?|wanted|would\slike)\s(?:(?:at\sleast|{ABOUT}|up\sto)\s)?\Z")
# "A $93K check in Seattle doesn't go as far as $60K in Tulsa": what money buys there.
_AS_FAR = re.compile(
    r"\d[^.;]{0,60}?\bgo(?:es)?\s(?:(?:nearly|quite|much|a\slot|a\sbit)\s)?(?:as\sfar\sas|further\sthan|farther\sthan|less\sfar\sthan)\s[^.;\d]{0,16}\d"
)
# "a supplement of 20% of basic pay, with a minimum of X": what comes beside pay.
_LEAST_EXTRA = re.compile(
    r"\b(?:supplement|allowance|weighting|premium|loading|uplift)\b[^.;]{0,60}?,?\swith\sa\s(?:minimum|maximum)\s(?:of\s)?[^.;\d]{0,8}\Z"
)
# "The job that pays X to walk dogs was an advertisement"
_NO_JOB = re.compile(
    r"(?:(?:(?!\s(?:and|but|while|so)\s)(?:[^.;,]|[.,](?=\d))){0,70}?(?:,\s(?:which|that|who)\s[^.;]{3,90}?,)?)\s(?:is|was|are|were|turned\sout\sto\sbe|proved(?:\sto\sbe)?)\s(?:just\s|only\s|really\s|in\sfact\s)?(?:an?\s)?(?:advert(?:isement)?s?|hoax(?:es)?|scams?|jokes?|myths?|fakes?|clickbait|bait|typos?|misprints?)\b"
)
# "people who paid X for a job"
_PAID_FOR = re.compile(
    r"\b(?:who|and|they|he|she|I|we)\s(?:had\s)?paid\s(?:(?:as\smuch\sas|up\sto|over|" + ABOUT + r")\s)?\Z"
)
_OF_SUM = f"{SIGNS}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,k\u00a0 "
_FOR_A_JOB = re.compile(
    r"(?:in\s(?:fees|cash|advance)\s)?for\s(?:an?|the|their|his|her)\s(?:\w+\s)?(?:job|visa|place|interview|work\spermit|position|course|licen[cs]e)\b"
)
# "A forklift ticket (around $650)": the price of a thing.
_BOUGHT = re.compile(
    r"\b(?:tickets?|licen[cs]es?|permits?|cards?|courses?|exams?|tests?|kits?|uniforms?|registration|visas?|badges?)\s?"
    rf"\((?:(?:{ABOUT}|currently|now|from|for|at)\s){{0,2}}\Z",
    re.IGNORECASE,
)
# "I have never paid a junior X"
_NEVER = re.compile(
    r"\bI(?:['’]ve|\shave)?\snever\s(?:paid|offered|earned|got|seen)\s(?:(?:an?|any|more\sthan|over|above|anyone|anybody)\s)?(?:[\w-]+\s){0,4}\Z"
)
_PATTERNS = (
    _NEVER,
    _LEAST_EXTRA,
    _BOUGHT,
    _NOT,
    _NOBODY,
    _WHETHER,
    _IGNORED,
    _THOUGHT,
    _WOULD_HAVE,
    _SIZED,
    _OFFERED,
    _WANTED,
    _WISHED,
)


def is_denied(text: str, sentence: Span, at: int) -> bool:
    """Whether the sum at an offset is one that somebody, or nobody, is said not to get, or what is asked about or supposed."""
    if _AS_FAR.search(text, sentence.start, sentence.end) or _NO_JOB.match(text, at, sentence.end):
        return True
    if any(pattern.search(text, sentence.start, at) is not None for pattern in _PATTERNS):
        return True
    paid = _PAID_FOR.search(text, sentence.start, at)
    return paid is not None and _FOR_A_JOB.match(text[at : sentence.end].lstrip(_OF_SUM)) is not None
