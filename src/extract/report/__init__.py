"""The discrepancy report: tables in, HTML and Markdown out. Nothing is read, written or looked up on the way.

``model``      what a report is made from          ``wording``   codes and floats in words
``evidence``   a quote in its sentence, links      ``describe``  a claim in words
``overview``   counts, what changed, gaps          ``changes``   two runs compared
``salaries``   figures by role and level           ``chart``     where their marks stand
``tools``      roles by tools                      ``findings``  discrepancies, worst first
``facts``      what is believed, as tables         ``sources``   who contributed what
``html``       one self-contained page             ``markdown``  the same for a terminal
"""

from extract.report.html import render_html
from extract.report.markdown import render_markdown
from extract.report.model import Report
from extract.report.wording import names_of

__all__ = ["Report", "names_of", "render_html", "render_markdown"]
