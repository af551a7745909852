"""Tables of text pages: one case for each way in which a table survives being saved as text. All texts are invented."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from extract.model import BlockKind
from tests.reading.helpers import header, read, rows


class Case(NamedTuple):
    """A page's text and the tables in it: form, header, rows."""

    name: str
    text: str
    tables: list[tuple[str, list[str], list[list[str]]]]


PROSE = "Two trades are compared here, and the figures were gathered by nobody in particular.\n"

FORMS = [
    Case(
        "pipes around, no dashes",
        PROSE + "| Aspect | Data Analyst | Data Engineer |\n| Focus | Reports | Pipelines |\n| Pay | $70,000 | $95,000 |\n",
        [("pipe", ["Aspect", "Data Analyst", "Data Engineer"], [["Focus", "Reports", "Pipelines"], ["Pay", "$70,000", "$95,000"]])],
    ),
    Case(
        "pipes around, dashes",
        PROSE + "| Level | Pay |\n|---|---:|\n| Junior | £31k |\n| Senior | £58k |\n" + PROSE,
        [("pipe", ["Level", "Pay"], [["Junior", "£31k"], ["Senior", "£58k"]])],
    ),
    Case(
        "no outer pipes, dashes",
        PROSE + "City | Average salary\n---|---\nLeeds | £40,000\nBath | £42,000\n",
        [("pipe", ["City", "Average salary"], [["Leeds", "£40,000"], ["Bath", "£42,000"]])],
    ),
    Case(
        "closing pipes only",
        PROSE + "Developer Role | Monthly Pay (₦) |\n---|---|\nEntry-Level Tester | 110,000 – 190,000 |\nSenior Tester | 400,000 |\n",
        [("pipe", ["Developer Role", "Monthly Pay (₦)"], [["Entry-Level Tester", "110,000 – 190,000"], ["Senior Tester", "400,000"]])],
    ),
    Case(
        "free pipes without dashes",
        PROSE + "Feature | UX Designer | UI Designer\nTools | Figma | Sketch\nOutput | Flows | Screens\n",
        [("pipe", ["Feature", "UX Designer", "UI Designer"], [["Tools", "Figma", "Sketch"], ["Output", "Flows", "Screens"]])],
    ),
    Case(
        "the empty header cell at the wrong end",
        PROSE + "Data Analyst | Data Engineer | |\n---|---|---|\nFocus | Reports | Pipelines |\nPay | $70k | $95k |\n",
        [("pipe", ["", "Data Analyst", "Data Engineer"], [["Focus", "Reports", "Pipelines"], ["Pay", "$70k", "$95k"]])],
    ),
    Case(
        "the empty header cell at the wrong end, framed",
        PROSE + "| Data Analyst | Data Engineer | |\n| Focus | Reports | Pipelines |\n",
        [("pipe", ["", "Data Analyst", "Data Engineer"], [["Focus", "Reports", "Pipelines"]])],
    ),
    Case(
        "the header cell over the labels lost",
        PROSE + "| Entry level | Senior level |\n| Data Analyst | $60,000 | $90,000 |\n| Data Engineer | $80,000 | $120,000 |\n",
        [
            (
                "pipe",
                ["", "Entry level", "Senior level"],
                [["Data Analyst", "$60,000", "$90,000"], ["Data Engineer", "$80,000", "$120,000"]],
            )
        ],
    ),
    Case(
        "a header that is short at its end is not shifted",
        PROSE + "| Level | Pay |\n|---|---|\n| Junior | $60,000 | rising |\n| Senior | $90,000 | steady |\n",
        [("pipe", ["Level", "Pay", ""], [["Junior", "$60,000", "rising"], ["Senior", "$90,000", "steady"]])],
    ),
    Case(
        "an empty first header cell in its place",
        PROSE + "| | Welder | Plumber |\n|---|---|---|\n| Pay | $50k | $60k |\n",
        [("pipe", ["", "Welder", "Plumber"], [["Pay", "$50k", "$60k"]])],
    ),
    Case(
        "a missing cell is empty",
        PROSE + "| Role | Junior | Senior |\n|---|---|---|\n| Data Analyst | $60k |\n| Data Engineer | $70k | $99k |\n",
        [("pipe", ["Role", "Junior", "Senior"], [["Data Analyst", "$60k", ""], ["Data Engineer", "$70k", "$99k"]])],
    ),
    Case(
        "a dash is a cell like any other",
        PROSE + "| Role | Junior | Senior |\n|---|---|---|\n| Data Analyst | - | $80k |\n",
        [("pipe", ["Role", "Junior", "Senior"], [["Data Analyst", "-", "$80k"]])],
    ),
    Case(
        "an escaped pipe is no border",
        PROSE + "| Role | Note |\n|---|---|\n| Data Analyst | this \\| that |\n",
        [("pipe", ["Role", "Note"], [["Data Analyst", "this \\| that"]])],
    ),
    Case(
        "a row torn in two by a line end",
        PROSE + "| Role | Duty | Pay |\n|---|---|---|\n| Data Analyst | Builds reports\nfor many teams | $70k |\n",
        [("pipe", ["Role", "Duty", "Pay"], [["Data Analyst", "Builds reports\nfor many teams", "$70k"]])],
    ),
    Case(
        "blank lines between framed rows",
        PROSE + "| Level | Pay |\n\n|---|---|\n\n| Junior | €40.000 |\n\n| Senior | €62.000 |\n",
        [("pipe", ["Level", "Pay"], [["Junior", "€40.000"], ["Senior", "€62.000"]])],
    ),
    Case(
        "the paragraph right below is no row",
        PROSE + "| Level | Pay |\n|---|---|\n| Junior | €40.000 |\nThe table shows what a junior may hope for in a good year.\n",
        [("pipe", ["Level", "Pay"], [["Junior", "€40.000"]])],
    ),
    Case(
        "labels and what they stand for, without a header",
        PROSE + "| Average salary | $81,000 |\n| Job growth | 12% |\n| Openings | 4,000 |\n",
        [("pipe", [], [["Average salary", "$81,000"], ["Job growth", "12%"], ["Openings", "4,000"]])],
    ),
    Case(
        "a title in a row of its own",
        PROSE + "| Pay of two trades compared | | |\n| Level | Welder | Plumber |\n| Junior | $40k | $45k |\n| Senior | $60k | $75k |\n",
        [("pipe", ["Level", "Welder", "Plumber"], [["Junior", "$40k", "$45k"], ["Senior", "$60k", "$75k"]])],
    ),
    Case(
        "bullets in a cell",
        PROSE + "| Role | Duties |\n|---|---|\n| Tester | • Plan tests • Run tests |\n",
        [("pipe", ["Role", "Duties"], [["Tester", "• Plan tests • Run tests"]])],
    ),
    Case(
        "a row whose cells were lists that got lost",
        PROSE + "Data Analyst | Data Engineer | |\n---|---|---|\nSkills |\n|\n|\nPay | $70k | $95k |\nTasks | Reports | Pipelines |\n",
        [
            (
                "pipe",
                ["", "Data Analyst", "Data Engineer"],
                [["Skills", "", ""], ["Pay", "$70k", "$95k"], ["Tasks", "Reports", "Pipelines"]],
            )
        ],
    ),
    Case(
        "a frame of plus signs",
        PROSE + "+--------+---------+\n| Level  | Pay     |\n+--------+---------+\n| Junior | 31,000  |\n| Senior | 58,000  |\n+--------+---------+\n",
        [("box", ["Level", "Pay"], [["Junior", "31,000"], ["Senior", "58,000"]])],
    ),
    Case(
        "a drawn frame",
        PROSE + "┌────────┬───────┐\n│ Level  │ Pay   │\n├────────┼───────┤\n│ Junior │ $31k  │\n│ Senior │ $58k  │\n└────────┴───────┘\n",
        [("box", ["Level", "Pay"], [["Junior", "$31k"], ["Senior", "$58k"]])],
    ),
    Case(
        "tabs",
        PROSE + "Role\tEntry level\tSenior level\nData Analyst\t$60,000\t$90,000\nData Engineer\t$80,000\t$120,000\n",
        [
            (
                "tabs",
                ["Role", "Entry level", "Senior level"],
                [["Data Analyst", "$60,000", "$90,000"], ["Data Engineer", "$80,000", "$120,000"]],
            )
        ],
    ),
    Case(
        "tabs with an empty corner and an empty cell",
        PROSE + "\tWelder\tPlumber\nPay\t$50k\t$60k\nBonus\t\t$2k\n",
        [("tabs", ["", "Welder", "Plumber"], [["Pay", "$50k", "$60k"], ["Bonus", "", "$2k"]])],
    ),
    Case(
        "columns under each other",
        PROSE + "Level         Base          Bonus\nJunior        $60,000       $2,000\nSenior        $90,000\nLead                        $9,000\n",
        [
            (
                "aligned",
                ["Level", "Base", "Bonus"],
                [["Junior", "$60,000", "$2,000"], ["Senior", "$90,000", ""], ["Lead", "", "$9,000"]],
            )
        ],
    ),
    Case(
        "underlined columns",
        PROSE + "Level     Pay\n------    -------\nJunior    $60,000\nSenior    $90,000\n",
        [("aligned", ["Level", "Pay"], [["Junior", "$60,000"], ["Senior", "$90,000"]])],
    ),
    Case(
        "cells run together",
        PROSE + "CriteriaData AnalystData Engineer\nSalary Range$60K – $90K+$80K – $120K+\nGrowth rate21%21%\nOpenings17,70011,200\n"
        "Experience Required0–2 years (entry)3–5+ years\nDegreeBachelor'sBachelor's\n",
        [
            (
                "glued",
                ["Criteria", "Data Analyst", "Data Engineer"],
                [
                    ["Salary Range", "$60K – $90K+", "$80K – $120K+"],
                    ["Growth rate", "21%", "21%"],
                    ["Openings", "17,700", "11,200"],
                    ["Experience Required", "0–2 years (entry)", "3–5+ years"],
                    ["Degree", "Bachelor's", "Bachelor's"],
                ],
            )
        ],
    ),
    Case(
        "cells run together around names with a capital inside",
        PROSE + "FactorDevOps EngineerCloud Engineer\nToolsGitHub, JenkinsTerraform, CloudFormation\nPay$100K$110K\nFocusDevOps cultureNetworks\n",
        [
            (
                "glued",
                ["Factor", "DevOps Engineer", "Cloud Engineer"],
                [
                    ["Tools", "GitHub, Jenkins", "Terraform, CloudFormation"],
                    ["Pay", "$100K", "$110K"],
                    ["Focus", "DevOps culture", "Networks"],
                ],
            )
        ],
    ),
    Case(
        "cells run together below a header without a corner",
        PROSE + "Data AnalystData Engineer\nPay$60K$80K\nFocusReportsPipelines\n",
        [("glued", ["", "Data Analyst", "Data Engineer"], [["Pay", "$60K", "$80K"], ["Focus", "Reports", "Pipelines"]])],
    ),
    Case(
        "only blanks left: figures",
        PROSE + "Level Years Base Bonus\nJunior 0–2 $75,000–$95,000 $4,200–$5,400\nMid 3–5 $95,000–$125,000 $8,200–$9,400\nSenior 6–9 $135,000–$170,000 $16,200–$20,400\n",
        [
            (
                "spaces",
                ["Level", "Years", "Base", "Bonus"],
                [
                    ["Junior", "0–2", "$75,000–$95,000", "$4,200–$5,400"],
                    ["Mid", "3–5", "$95,000–$125,000", "$8,200–$9,400"],
                    ["Senior", "6–9", "$135,000–$170,000", "$16,200–$20,400"],
                ],
            )
        ],
    ),
    Case(
        "only blanks left: names of roles before figures",
        PROSE + "Job Title Education Median Salary (2019)* Job Growth (2018-2028)**\n"
        "Cloud Engineers Bachelor's Degree $91,300 5% (network architects)\nDevOps Engineers Master's Degree $93,200 21% (developers)\n",
        [
            (
                "spaces",
                ["Job Title", "Education", "Median Salary (2019)*", "Job Growth (2018-2028)**"],
                [
                    ["Cloud Engineers", "Bachelor's Degree", "$91,300", "5% (network architects)"],
                    ["DevOps Engineers", "Master's Degree", "$93,200", "21% (developers)"],
                ],
            )
        ],
    ),
    Case(
        "only blanks left: words",
        PROSE + "Factor Cloud Engineer DevOps Engineer\nPrimary focus Networks and storage Release pipelines\n"
        "Key tools AWS, Terraform and cost reports Jenkins, Docker\nWorks with Architects of the firm Developers\n",
        [
            (
                "spaces",
                ["Factor", "Cloud Engineer", "DevOps Engineer"],
                [
                    ["Primary focus", "Networks and storage", "Release pipelines"],
                    ["Key tools", "AWS, Terraform and cost reports", "Jenkins, Docker"],
                    ["Works with", "Architects of the firm", "Developers"],
                ],
            )
        ],
    ),
    Case(
        "one cell a line, pipes between",
        PROSE + "Level\n|\nWelder\n|\nPlumber\nJunior\n|\n$40k\n|\n$45k\nSenior\n|\n$60k\n|\n$70k\n" + "\n" + PROSE,
        [("upright", ["Level", "Welder", "Plumber"], [["Junior", "$40k", "$45k"], ["Senior", "$60k", "$70k"]])],
    ),
    Case(
        "one cell a line, pipes around",
        PROSE + "|\nLevel\n|\nPay\n|\n|\nJunior\n|\n$40k\n|\n|\nSenior\n|\n$60k\n|\n\n" + PROSE,
        [("upright", ["Level", "Pay"], [["Junior", "$40k"], ["Senior", "$60k"]])],
    ),
    Case(
        "one cell a line, no pipes",
        PROSE + "\nAspect\n\nData Analyst\n\nData Engineer\n\nPay\n\n$60,000\n\n$80,000\n\nBonus\n\n$2,000\n\n$3,000\n\n" + PROSE,
        [("upright", ["Aspect", "Data Analyst", "Data Engineer"], [["Pay", "$60,000", "$80,000"], ["Bonus", "$2,000", "$3,000"]])],
    ),
    Case(
        "cards: figures with what they are below",
        PROSE + "\nmin. 41.500 €\n\nGross salary/Year\n\nmax. 63.900 €\n\nGross salary/Year\n\n" + PROSE,
        [("cards", [], [["min.", "41.500 €", "Gross salary/Year"], ["max.", "63.900 €", "Gross salary/Year"]])],
    ),
    Case(
        "cards: labels above figures",
        PROSE + "\nStarting Salary\n\n⌀ 43.300 €\n\nWith\nExperience\n\n⌀ 59.700 €\n\n" + PROSE,
        [("cards", [], [["Starting Salary", "⌀ 43.300 €"], ["With\nExperience", "⌀ 59.700 €"]])],
    ),
    Case(
        "cards: label, figure, currency",
        PROSE + "LOW\n21,400\nINR\nAVERAGE\n43,900\nINR\nHIGH\n71,800\nINR\n" + PROSE,
        [("cards", [], [["LOW", "21,400", "INR"], ["AVERAGE", "43,900", "INR"], ["HIGH", "71,800", "INR"]])],
    ),
]

REFUSED = [
    Case("crumbs", "Home | Careers | Data Analyst\n" + PROSE, []),
    Case("a title with its site", "Data Analyst or Data Engineer? | Some Site\n" + PROSE, []),
    Case("a byline", "Updated on May 3, 2021 | 7 views\n" + PROSE, []),
    Case("a formula", "The rule says P(A|B) = P(B|A) P(A) / P(B) and nothing more than that.\nSo P(B|A) is known.\n", []),
    Case("code", "cat list.txt | sort | uniq -c\nThat line counts what a list holds, and nothing else.\n", []),
    Case("pipes in bullets", PROSE + "- Python | SQL | R\n- Excel | Tableau | Looker\n- Spark | Kafka | Flink\n", []),
    Case("a menu on one line", "Home | About | Blog | Contact\n" + PROSE + "Terms | Privacy | Imprint\n", []),
    Case("wide blanks between sentences", "It pays well.  It is hard work.  Few stay.\nMany leave soon.  Some come back.  Others do not.\n", []),
    Case("two short headings above a text", PROSE + "Data Analyst\nData Engineer\n" + PROSE, []),
    Case("a heading above paragraphs", "Salary\n" + PROSE + "Data Engineer\n" + PROSE + PROSE, []),
]


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case.name)
def test_every_form_of_table_is_read(case: Case) -> None:
    """The header, the rows and the form are those of the case."""
    document = read(case.text)
    found = [(table.form, header(document, table), rows(document, table)) for table in document.tables]
    assert found == case.tables


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_is_no_table_stays_text(case: Case) -> None:
    """No table is made of it, and its words stay in other blocks."""
    document = read(case.text)
    assert document.tables == ()
    assert all(block.kind is not BlockKind.TABLE for block in document.blocks)
