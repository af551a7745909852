"""Pay: figures in prose and in tables, told apart from other money, with what they are of.

``salaries``      pay in prose, lists and lines, and the claims of tables; where the others are put together
``tables``        pay in the cells of tables, with ``table_labels``, ``table_places``, ``range_columns``, ``cell_owners``
``figures``       what a figure means: its level, place, date, statistic, basis, period
``money``         amounts in a passage, and whether one is pay
``meant``         which words around an amount say what it is; ``card_lines`` figures that stand below a role alone
``beside``        sums for a piece of work, allowances, prices; ``on_top`` sections and tables of what comes on top of pay;
                  ``at_large`` pay of people who are in no role of the article
``stand_ins``     figures of official occupations for a role that has none
``untold``        amounts of titles that nobody knows; ``denied`` what nobody gets; ``sexes`` of men or women alone;
                  ``drawn`` key figures above their labels; ``headed`` headings that are a role and a sum; ``said_before`` gaps and prices by the words before them
``units``         currencies and periods that figures do not state, and how much pay is believable
``periods``       one period for a column or list; ``equivalents`` figures said again for another period
``measures``      currency, period and scale in the words of a label
``levels``        whose level a figure is; ``level_series`` levels in the order of the figures;
                  ``closing`` where the level of a heading ends; ``ladders`` those that other rungs tell;
                  ``learners`` who has done learning
``places``        the country and place of a figure; ``statistics`` average, median, percentile, range
``notes``         what a line below a list or table says of its figures: source, date, averages, base pay;
                  ``announced`` what a sentence above cards and tables says of theirs; ``marks`` footnotes;
                  ``of_all`` what a sentence says of all figures: currency, period, source, date, country
``open_ends``     bounds; ``ends`` two figures that are one range; ``pairs`` two figures for two roles
``years``         years of experience told beside a level, and who has outgrown one; ``dated`` the date of a figure
"""
