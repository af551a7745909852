"""Tables of text pages: one small reader for each way in which a table survives being saved as text.

``finding``       asks each reader in turn; ``shape`` what they share; ``around`` titles above and notes below
``pipes``         signs between cells, with ``separated``, ``closed`` and ``tagged``
``gaps``          blanks or tabs between cells; ``run_together`` single ones or none, with ``splitting`` and ``figured``
``sentenced``     full stops between cells; ``described`` texts between titles and figures
``tiered``        two rows of headers, with ``tiers``
``upright``       one cell a line, with ``barred``, ``columns``, ``numbered`` and ``prefixed``; ``flat`` all on one line
``cards``         a label and its figure, ``card_kinds`` what a line of them is, ``card_order`` which comes first;
                  ``shares`` parts of a distribution and their figures; ``under`` each other where they ran together
``meeting``       where cells meet beside ranks, cents and dashes, for ``splitting``
``grouped``       levels above labels that run into their sums, group by group
``headers``       headers with single blanks between their cells, for ``run_together``
``echo``          a table that a page holds twice; ``cut`` adverts between rows; ``opposed`` two columns in one
"""

from extract.reading.tables.finding import find_tables

__all__ = ["find_tables"]
