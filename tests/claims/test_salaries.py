"""Pay in sentences and lists: of whom, how much, and with what qualifications."""

from __future__ import annotations

import pytest

from extract.model import Flag, Kind, Modality, Period
from tests.claims.claims import DS_DE, claims, said
from tests.language.articles import gap

ONE = [
    ("Data engineers there rarely see more than $30,000 a year.", ["DE <30000 USD"]),
    ("Data engineers with more than 20 years of experience earn more than $7,700 a month.", ["DE 7700> USD/month"]),
    ("Data scientists who want to go further in their careers earn £48,000.", ["DS 48000 GBP"]),
    ("Pay goes further in Leeds, where data scientists earn £35,000 a year.", ["DS 35000 GBP"]),
    ("Data scientists earn $10,000, or $43,000 with overtime.", ["DS 10000 USD", "DS 43000 USD"]),
    (
        "Data scientists get $5,046 per month in hospitals and $59,120, or $4,927, in shops.",
        ["DS 5046 USD/month", "DS 59120 USD", "DS 4927 USD/month"],
    ),
    ("# Programmers\nProgrammers code. In Ohio coders earn $52,000.", ["computer_programmer 52000 USD"]),
    ("The median day rate of data scientists slipped from $525 to $500.", ["DS 500 USD/day"]),
    ("Data scientists' pay goes from $34.67 to $36.41 an hour this year.", ["DS 36.41 USD/hour"]),
    ("Depending on skill, data scientists' pay goes up from $90,000 to $180,000.", ["DS 90000-180000 USD"]),
    ("The salary of data scientists goes from $52,000 to $141,000 this year.", ["DS 52000-141000 USD"]),
    ("The salary range of data scientists goes from $52,000 to $61,000 in May.", ["DS 52000-61000 USD"]),
    ("Data scientists' pay moves up from £31,000 to £39,000 over the band.", ["DS 31000-39000 GBP"]),
    ("The council seeks data scientists on £12 an hour.", ["DS 12 GBP/hour"]),
    ("Employers are asking for data scientists with a van at £58,000.", ["DS 58000 GBP"]),
    ("I often hear people say that data scientists are rich; the average is $119,100.", ["DS 119100 USD"]),
    ("Our data scientists are rare. Graduates reported earning $95,000 as data engineers.", ["DE 95000 USD"]),
    ("The average salary for those with a bachelor's degree is $81,300 for data scientists.", ["DS 81300 USD"]),
    (
        "Data scientists plot maps. The average salary for those with a bachelor's degree is $81,300 a year.",
        ["DS 81300 USD"],
    ),
    ("Data scientists earn commissions of 5% per sale, and a median of $81,300 a year.", ["DS 81300 USD"]),
    ("Data scientists are paid by the mile, which adds up to $81,300 a year.", ["DS ~81300 USD"]),
    ("No degree is needed to earn $81,300 as a data scientist.", ["DS 81300 USD"]),
    ("Few people know that data scientists earn $81,300.", ["DS 81300 USD"]),
    ("Data scientists can make $81,300 off the bat.", ["DS 81300 USD"]),
    ("Data scientists earn $81,300 back in Ohio.", ["DS 81300 USD"]),
    ("- Salary.com: Data scientist $81,300, data engineer $88,900 (guessed it?)", ["DS 81300 USD", "DE 88900 USD"]),
    (
        "Data scientists earn $81,300 and data engineers $96,400. That $15,100 is what nights are worth.",
        ["DS 81300 USD", "DE 96400 USD"],
    ),
    # An average that rose is what it rose to; what it was a year before is no open end.
    ("In 2020-2024 the average salary for a data engineer rose from $51,300 to $58,460.", ["DE 58460 USD"]),
    ("A data engineer earns $54,780, up 4.6% from $52,370 a year earlier.", ["DE 54780 USD"]),
    ("Data engineers earn more. The gap is widest at the start, where it comes to roughly $17,500.", []),
    ("Both trades charge $90 to $140 per hour, but that's what the customer pays.", []),
    ("Data engineers sit exams, which the employer often pays for (a package worth about €6,000).", []),
    (
        "Data engineer pay is £92,500.\n\nBy city, a licensed data engineer sees:\n- Leeds: £96,000\n- York: £78,000",
        ["DE 92500 GBP", "DE 96000 GBP", "DE 78000 GBP"],
    ),
    (
        "## Data engineer\nThe pay:\n- Data engineer: $61,000\n- Registered: $64,000\n- Data scientist: $72,000",
        ["DE 61000 USD", "DE 64000 USD", "DS 72000 USD"],
    ),
    ("Band 6 pays data engineers £37,338 rising to £44,962.", ["DE 37338-44962 GBP"]),
    ("Entry-level data engineers earn $60,000, rising to $90,000.", ["DE 60000 USD", "DE 90000 USD"]),
    ("Data engineers get £30,000, rising to £45,000 after six years.", ["DE 30000 GBP", "DE 45000 GBP"]),
    ("Salaries for data engineers go up from $60,000 at the start to $95,000.", ["DE 60000 USD", "DE 95000 USD"]),
    ("Data engineers get twice the hourly rate, so they often make $120,000 a year.", ["DE 120000 USD"]),
    ("Data engineers earn $80,000 plus a 10% bonus, about $8,000.", ["DE 80000 USD"]),
    ("Data engineers do well. The cost of living is high in Boston, about $4,000 a month.", []),
    (
        "Data engineers earn CHF 6,500 a month. Part-time data scientists earn CHF 35,000.",
        ["DE 6500 CHF/month", "DS 35000 CHF"],
    ),
    ("Data engineers average $25.41 an hour, rising to $26.19 in Ohio.", ["DE 25.41 USD/hour", "DE 26.19 USD/hour"]),
    ("Data engineers get $5,600 a month; in Utah add 8 percent.", ["DE 5600 USD/month"]),
    (
        "The minimum is EUR 2,670 a month for data engineers and EUR 2,590 for data scientists (14 salaries a year).",
        ["DE 2670 EUR/month", "DS 2590 EUR/month"],
    ),
    (
        "The median data engineering offer was $152,000 plus 12% bonus, and data science came in at $158,500 plus 15%.",
        ["DE 152000 USD", "DS 158500 USD"],
    ),
    ("Nobody we placed as a data engineer got more than $130,000.", []),
    ("Nobody made a fuss when data engineers got $70,000.", ["DE 70000 USD"]),
    (
        "Pay for data engineers has gone up by 9% since 2022, from $51,300 to $58,460.",
        ["DE 58460 USD"],
    ),
    ("The average data engineer's salary increased to $58,460 from $51,300.", ["DE 58460 USD"]),
    ("In 2023 data engineers got $58,460, down from $59,100.", ["DE 58460 USD"]),
    ("In 2023 data engineers got $58,460, up from $51,300 in 2020.", ["DE 58460 USD", "DE 51300 USD"]),
    ("Salaries of data engineers rise from $51,300 to $98,460 over time.", ["DE 51300-98460 USD"]),
    ("In Ohio, where the cost of living is high, the figure for data engineers is $99,000 a year.", ["DE 99000 USD"]),
    ("In Ohio, where a flat is, on average, $900, data engineers make $99,000.", ["DE 99000 USD"]),
    (
        "Overtime is 1.5 times the rate, so a data engineer on $20 an hour gets $30. Data scientists get $41,000.",
        ["DS 41000 USD"],
    ),
    (
        "Data engineers get Rs 30,000 a month. With experience they get Rs 1.1 lakh.",
        ["DE 30000 INR/month", "DE 110000 INR/month"],
    ),
    (
        "Data engineers get Rs 30,000 a month. With experience they get Rs 14 lakh.",
        ["DE 30000 INR/month", "DE 1400000 INR"],
    ),
    (
        "## Data engineer\nSalary: AED 9,100 a month\n\nIn Sharjah: AED 7500 to 8500",
        ["DE 9100 AED/month", "DE 7500-8500 AED/month"],
    ),
    ("With thirteen instalments the average for a data engineer is $4,882 per month.", ["DE 4882 USD/month"]),
    ("Data engineers who bill clients in town report $3,400-$4,900 per month.", ["DE 3400-4900 USD/month"]),
    ("## Salary\nMid-level data engineers see a jump to anything from $91,000 - $99,000.", ["DE 91000-99000 USD"]),
    (
        "The median is $95,000 for data scientists and $77,000 for certified nurses.",
        ["DS 95000 USD", "nurse 77000 USD"],
    ),
    ("The median is $95,000 for data scientists and $77,000 for vine technologists.", ["DS 95000 USD"]),
    (
        "The survey says €57,750 median for the data engineer and €62,000 median for the data scientist.",
        ["DE 57750 EUR", "DS 62000 EUR"],
    ),
    (
        "Data scientists get $77,300 (plus a usual $3,100 bonus) while Acme has data engineers on $88,200 per year.",
        ["DS 77300 USD", "DE 88200 USD"],
    ),
    ("## Data Scientist\n\n88 open salaries\n\n /yr\nRange: $70K - $110K", ["DS 70000-110000 USD"]),
    ("Pay for both starts at $61,000 a year.", ["DE 61000 USD", "DS 61000 USD"]),
    (
        "Data scientists get a basic $72,000. With shift pay and allowances data scientists end up at $86,000.",
        ["DS 72000 USD", "DS 86000 USD"],
    ),
    ("## Typical pay\nData Scientist$98k\n\nData Engineer$96,500", ["DS 98000 USD", "DE 96500 USD"]),
    (
        "## What it pays\nIn the contract market a data scientist in Ohio can expect $98,000, a data engineer $96,000.",
        ["DS 98000 USD", "DE 96000 USD"],
    ),
    (
        "## Who earns more?\n### Data scientist\n- With some luck: $98,000\n### Data engineer\n- With no luck: $91,000",
        ["DS 98000 USD", "DE 91000 USD"],
    ),
    ("A data engineer with more than four years can go up to €91,000.", ["DE <91000 EUR"]),
    ("The pay of data engineers varies: it starts at $57,000 and can go up to $99,000.", ["DE 57000-99000 USD"]),
    ("Data scientists average $95K, data engineers $91K ($4K delta).", ["DS 95000 USD", "DE 91000 USD"]),
    (
        "Salaries of data scientists begin at $58,000 per year, and go up to $97,000 with experience.",
        ["DS 58000 USD", "DS <97000 USD"],
    ),
    (
        "By figures reported by employees, data engineers earn $64,000 at banks and $72,000 at shops.",
        ["DE 64000 USD", "DE 72000 USD"],
    ),
    (
        "The survey puts data engineers in Ohio at $31.04 low, $40.46 median and $58.50 high per hour.",
        ["DE 31.04 USD/hour", "DE 40.46 USD/hour", "DE 58.5 USD/hour"],
    ),
    ("Data scientists work 30 hours a week and earn €2,800 to €3,100.", ["DS 2800-3100 EUR/month"]),
    ("After ten years the salary of data scientists is $90,000, adding $9,000.", ["DS 90000 USD"]),
    (
        "In Jakarta data scientists are paid Rp 1.1 billion to Rp 1.4 billion a year.",
        ["DS 1100000000-1400000000 IDR"],
    ),
    ("In Jakarta data scientists earn Rp 14 jt to Rp 19 jt a month.", ["DS 14000000-19000000 IDR/month"]),
    (
        "Data scientists are paid as follows:\n- Rome: €3,150 a month\n- Milan: €3,080\n- The exam: free",
        ["DS 3150 EUR/month", "DS 3080 EUR/month"],
    ),
    (
        "Data scientist: junior data scientist > data scientist > head of data. Average pay: $112,000.",
        ["DS 112000 USD"],
    ),
    ("In Dubai data scientists earn AED 12,000-18,000 a month tax free.", ["DS 12000-18000 AED/month"]),
    (
        "Data scientists make $50k plus commission; data engineers with luck clear $120,000.",
        ["DS 50000 USD", "DE 120000 USD"],
    ),
    (
        "## Salary in £\n- Data engineer: £47,000\n- Data scientist: 41k - 52k",
        ["DE 47000 GBP", "DS 41000-52000 GBP"],
    ),
    ("Data scientists make £26k–£31k, plus service charge (around £3,000 a year).", ["DS 26000-31000 GBP"]),
    (
        "The survey puts data scientists at $60,970 and data engineers at $50,680, a gap of $10,290.",
        ["DS 60970 USD", "DE 50680 USD"],
    ),
    ("On-target earnings for a data scientist run to $140,000, of which half is commission.", ["DS 140000 USD"]),
    (
        "## Data Scientist Salary\nSeasoned data scientists see a jump, from $90,000 to $140,000, averaging $115,000.",
        ["DS 90000-140000 USD", "DS 115000 USD"],
    ),
    (
        "Data scientists earn $120K on average. With added bonuses it may go up to 150k.",
        ["DS 120000 USD", "DS <150000 USD"],
    ),
    ("Data scientists earn $90,000 with a meal allowance ($2,500).", ["DS 90000 USD"]),
    ("Data scientists on an H-1B visa earn $120,000.", ["DS 120000 USD"]),
    ("Pay goes with papers: data scientists with PMP ($115,000) earn more.", ["DS 115000 USD"]),
    ("Data scientists start at $70,000, study support (worth up to $4,000) not counted.", ["DS 70000 USD"]),
    (
        "Data engineers make $90,000 - $110,000/yr. In London they make £60,000.",
        ["DE 90000-110000 USD", "DE 60000 GBP"],
    ),
    (
        "Data scientists earn €90,000. Data engineers earn $80,000 at first and a base of 95,000 later.",
        ["DS 90000 EUR", "DE 80000 USD", "DE 95000 USD"],
    ),
    ("Data scientists earn about $9,000 before tax each month.", ["DS ~9000 USD/month"]),
    ("Data scientists earn $100,000 a year.", ["DS 100000 USD"]),
    ("Data scientists earn around $120K.", ["DS ~120000 USD"]),
    ("Data scientists earn up to $200,000.", ["DS <200000 USD"]),
    ("Both roles earn over $100,000.", ["DE 100000> USD", "DS 100000> USD"]),
    ("Data scientists command salaries of $120,000 and up.", ["DS 120000> USD"]),
    ("The pay range of data scientists is $95K – $210K+.", ["DS 95000-210000+ USD"]),
    ("Data scientists earn between $90,000 and $120,000 per year.", ["DS 90000-120000 USD"]),
    ("Data scientists take home €60.000 brutto im Jahr.", ["DS 60000 EUR"]),
    ("Data scientists in India earn 12-18 LPA.", ["DS 1200000-1800000 INR"]),
    ("Pay of data scientists ranges from $70K at the low end to $140K.", ["DS 70000-140000 USD"]),
    ("Data scientists' pay goes from €52,000 on entry to €71,000.", ["DS 52000-71000 EUR"]),
    ("The minimum and maximum salaries of data engineers are $80,000 and $130,000.", ["DE 80000-130000 USD"]),
    (
        "Data scientists' wages range from $61,400 at the 10th percentile to $158,300 at the 90th percentile.",
        ["DS 61400 USD", "DS 158300 USD"],
    ),
    ("Data engineers make an hourly wage of 31.20 to $44.70.", ["DE 31.2-44.7 USD/hour"]),
    ("Freelance data scientists charge $75–$150/hr.", ["DS 75-150 USD/hour"]),
    ("Data engineers charge $500 per day.", ["DE 500 USD/day"]),
    ("Data scientists earn an annual wage of 106,553 dollars.", ["DS 106553 USD"]),
    ("Data scientists earn an average base of 120,000.", ["DS 120000 -"]),
    ("Data scientists earn £50,000 ($63,000) a year.", ["DS 50000 GBP"]),
    ("A data engineer makes $45/hour or $93,600 a year.", ["DE 45 USD/hour", "DE 93600 USD"]),
    ("Data scientists make six figures.", []),
    ("Data scientists earn $120,000, or $10,000 a month.", ["DS 120000 USD", "DS 10000 USD/month"]),
    ("Data scientists earn $120,000 ($58/hour).", ["DS 120000 USD", "DS 58 USD/hour"]),
    ("Data scientists earn a mean of $120,000 with a bonus of up to 15%.", ["DS 120000 USD"]),
    ("Pay of data scientists starts from $90,000.", ["DS 90000> USD"]),
    ("Data scientists in Leipzig earn from about €48,000.", ["DS ~48000> EUR"]),
    ("Pay of data scientists is up from $90,000.", []),
    ("Data scientists earn from $90,000 in Ohio to $120,000 in Utah.", ["DS 90000 USD", "DS 120000 USD"]),
    ("## Pay\n- Data scientist: $118K to $140K + super, bonus up to 15%", ["DS 118000-140000 USD"]),
    (
        "The office puts the median data scientist at £33,495 (2022: £33,176), a rise of 1%.",
        ["DS 33495 GBP", "DS 33176 GBP"],
    ),
    ("## Pay\nBy the hour, freelance data scientists bill between $45.50 and $72.00.", ["DS 45.5-72 USD/hour"]),
    ("The average pay of data scientists went up to $78,000 in spring.", ["DS 78000 USD"]),
    ("After an exam a data scientist's pay moves up to about $78,000.", ["DS ~78000 USD"]),
    ("Data scientists earn $119,200, extra cash not counted.", ["DS 119200 USD"]),
    (
        "Data scientists earn $98,300 before super, while data engineers sit at $92,750.",
        ["DS 98300 USD", "DE 92750 USD"],
    ),
    (
        "In Sweden data scientists get SEK 50,000 a month. Data engineers get $34,000.",
        ["DS 50000 SEK/month", "DE 34000 USD"],
    ),
    ("Data scientists saw their salary increase 9 per cent last year, to $120,000.", ["DS 120000 USD"]),
    gap(
        "Stock worth $40,000 comes on top of the $120,000 base for data scientists.",
        ["DS 120000 USD"],
        reason="“base” right behind an amount is no word for pay",
    ),
    gap(
        "Data scientists' salaries increased by $10,000 to $130,000.",
        ["DS 130000 USD"],
        reason="“by X to Y” is read as one difference",
    ),
]


@pytest.mark.parametrize(("words", "pay"), ONE)
def test_amounts(words: str, pay: list[str]) -> None:
    """Points, ranges, open ends, periods and currencies as stated."""
    assert told(words) == pay


NOT_PAY = [
    "Data engineers are paid well. Partners earn $250,000, and porters make $22,000.",
    "Data engineers are paid well. The average across all charity jobs was $34,900.",
    '"Ten years ago I would have filled a data engineer post for $38,000," she said.',
    "The public think every data engineer is on $150,000.",
    "Firms with an annual revenue above $40,000 hire data engineers.",
    "Data engineers do well. Those at firms with an annual income of less than $1m wait.",
    "Data engineers on call receive $2.50 an hour over scale.",
    "The difference between a data engineer and a data scientist works out to more than $20,000 a year.",
    "Data engineers are usually paid by the visit. In 2024 a dusk visit paid $75 to $95, and a dawn one roughly $90.",
    "The living wage was $14.80 an hour; at 39 hours that is some $30,000 a year, more than new data engineers earn.",
    "## On-call and extras\nA data engineer who does a one-in-four rota received on average $6,200 a year for it.",
    "Data engineers are paid well. Absolventa reports an average entry salary of $43,000 for university graduates.",
    "Data engineers are paid well (total population average in 2016: $33,396).",
    "You'll see posts that claim every data engineer in a big office makes $380,000.",
    "The union's opening claim was a scale from $82,000 to $112,000 for data engineers.",
    "Data engineers wait. The employers' first offer was $72,000 at Step 1.",
    "I have never paid a junior data engineer $29,000.",
    "Data engineers beware; I have met people who paid $5,000 for a job that did not exist.",
    "The data job that pays $135,000 to walk dogs, which went around in the spring, was an advertisement for an app.",
    "The idea that data engineers make $290,000 is a myth.",
    "## Pump Zorber\nThey plan the runs of data engineers. Zorbers earn $80,000 a year.",
    "Data engineers are well paid. Meanwhile, the average salary for the British worker is $26,500.",
    "A data engineer in Alberta will earn $81,214 than a teacher in Quebec.",
    "Data engineers are rare. A forklift ticket (around $650) gets you hired sooner.",
    "Data engineers study. Private schools are not cheap: $8,500 to $16,000 a year.",
    "A data engineer gets a supplement worth 20% of basic pay, with a minimum of $5,132 a year.",
    "A $93K check in Ohio doesn't go as far as $60K in Texas for data engineers.",
    "Data engineers are rare. Salon owners earn $70,000 a year.",
    "Data engineers are rare. On big ships a captain makes $160,000 a year.",
    "Data engineers earn well. The national minimum wage is low. This amounts to roughly $1,780 a month.",
    "Data engineers are rare. Our fee is a flat 15% of the annual package, with a minimum of $18,000.",
    "Data engineers are rare. At the other end, freelance claims consultants charge $2,200 a day.",
    "Data engineer wages | NOC 22110-E",
    "Data engineers are rare. Graduates report a median salary of $118,000.",
    "The union's claim for data engineers was for a top step of $80,000.",
    "Data engineers are asking for $80,000.",
    "The union seeks a minimum of $80,000 for data engineers.",
    "Data scientists come through an agency. It bills the firm $48 an hour for a data scientist.",
    "Firms bill data scientist time to clients at $95 to $130 an hour.",
    "The difference in median pay between data scientists and data engineers is $640 a month.",
    "Data scientists are promoted in May. A step means 7–9% more, and never less than $350 a month.",
    "The power bill for the servers of a data scientist has passed $2,300 a month.",
    "A data scientist can rent such a server for about $800 a month.",
    "# What data scientists earn\n## Data scientists\n\n£7,900\n\naverage gap between the two titles\n\nThat is all.",
    "Salary estimates rest on 89.7k latest salaries of data scientists and 3.2k verified profiles.",
    "A data scientist may plead, and the small claims ceiling in Ontario is $42,000.",
    "Data scientists are asked for, and a good server sells for $24,500.",
    "## Data scientist\nFees are low; overseas students pay about $68,000.",
    "For an hour a data scientist will charge you $95 to $180.",
    "Data scientists earn a commission, and a certificate adds up to $5,000 a year.",
    "Hardly anyone earns $140,000 as a data scientist.",
    "No data scientist makes $140,000 in that town.",
    "Data scientists get $80 back for each $1,000 and $500 off their bill.",
    "A data scientist who learns to cook soon competes with people on $130K-$155K.",
    "Data scientists like Leeds. The average tech salary is highest there at $145,000.",
    "## Data Scientist Salary\n**Will a data scientist ever see $140,000?**\nHardly.",
    "Signing bonuses are rare for data engineers, $2,000 to $3,000 at most, and are paid back by who leaves.",
    "Five and a half percent on a salary of $60,000 is $3,300 a year for a data engineer.",
    "Data engineers quote per project: $15,000 to $60,000 for a large one.",
    "Data engineers sit near the national average annual income of around $57,400.",
    "Data engineers know the sum. Rent in town eats up $1,500 of that.",
    "On $60,000 a year a data engineer would pay about $12,600 in dues. On $5,000 a month you would keep $3,900.",
    "At the top, bakery managers who started as data engineers can take home $98,000 a year.",
    "## Pay of data engineers\nStock makes up as much as $40K of those totals.",
    "## Pay of data engineers\nOvertime accounts for up to $41,000 at large firms.",
    "## Pay of data engineers\nGrants: pay only $900 nett (usual fee $7,800) for the full course.",
    "## Pay\nData engineers build for all, from a $90 phone to a fridge.",
    "Senior data engineers were offered $8,300 (€7,600) a year more than senior data scientists.",
    "Data engineers are paid more than data scientists at every stage of a career, about $2.70 an hour at the median.",
    "## Pay of both\nNight shifts are paid on top. In Ohio we heard of $150 to $400 per week.",
    "## Offices\nStaff is happy in all four countries. A job there is paid $150 to $400 per week.",
    "More than a data scientist gets, and double the average UK salary of £31,285.",
    "Data engineers start at once. The fees for the professional exam (about $4,000) are often paid by the firm.",
    "Data engineers make around $9,600 (or 9%) more than data scientists.",
    "That leaves $18,272 a year between the two for data engineers.",
    "Data engineers charge homeowners $75 to $150 an hour.",
    "Clients are billed $400 an hour for a data scientist.",
    "Data scientists study for long. Expect to pay $4,000 for a certificate and $60,000–$90,000 for a BSN.",
    "A certified data engineer can expect £5,000 to £8,000 more than one without the letters.",
    "Variable pay of up to €20,000 is common for data scientists.",
    "Freelance data scientists get £230 per 1,000 words.",
    "Data scientists are paid well. London weighting adds 20% of basic pay (minimum $5,600, maximum $8,400).",
    "A survey found data scientists charging $77 an hour, but out of that come the tools and the insurance.",
    "Career changers, who usually earned $70,000 before, become data scientists.",
    "Data scientists are paid well. Co-op students earned an average of $22.50 per hour in 2024.",
    "A data scientist may have $2m of carry in the fund.",
    "Start your data scientist journey for $129/month.",
    "Data scientists are paid well. Live-in charges are normally around $60 per week.",
    "Data scientists are paid well. Those who contract pay $14,000 in insurance and dues.",
    "Data scientists earn well. There are rules as well: $500 comes off if you lose your badge.",
    "Data scientists earn well. For comparison, surveys put the entry salary of all university graduates at $43,000.",
    "Data scientists earn well. They are called in for audits at $190.",
    "Data scientists are paid well. They charge $250 for an urgent visit at the weekend.",
    "Data scientists earn well. Social insurance contributions of $300 a month come off.",
    "Employers of data scientists add a 10% pension, which is about $9,000 a year at the average salary.",
    "Data engineers have a slight lead over data scientists, about $8,000 on the median.",
    "Data scientists earn well. Anyone who learns to sell can be in the running for $180,000.",
    "Our weekend course in data engineering starts at $45,000 with placement.",
    "Our Data Academy students average $95,000 as data engineers.",
    "Looking for a job? 300 offers for data engineers, from $80,000 to $120,000!",
    "Data scientists earn well. Two licences (expect to pay $500 to $1,000 a year each) are asked for.",
    "Data scientist salary\n\nOur Pay Data Masterclass is $4,990 only (was $14,990).",
    "Data scientists are in demand. An audit with us starts at $15,000.",
    "What data scientists earn. We charge from $49,000 for each study.",
    "Data scientist pay. Try Dashly free for 14 days, then from $47 a month per user.",
    "Allowances besides the basic salary of data scientists:\n- Housing – $16,700 – $64,600",
    "Data scientists earn well. The buoni pasto (9 € per day) come on top.",
    "Data scientists earn well. Holiday and Christmas money, often €2,000 to €4,000, is not in it.",
    "Data scientists earn well. Compare that with the average Brazilian salary (R$ 2,400).",
    "End of service gratuity is 21 days of pay a year, so a data engineer on $5,000 basic gets $3,500 a year.",
    "## Data Scientist Salary\nESOPs worth $5,000-10,000 are given on top at some firms.",
    "Data scientists pay tax. Someone who earns $5,000 a month takes home around $4,000.",
    "Need a hand? Some firm places vetted data engineers from $95/hour. Talk to us.",
    "Data scientists with a studio of their own get up to $5,000 per project.",
    "Somebody on a data scientist's salary of $50,000 would be left with $40,000 after tax.",
    "A gross salary of $50,000 leaves you about $3,300 a month, say data scientists.",
    "## Data Scientist Salary\nRemember: you pay social security (around $1,600) and insurance ($400) yourself.",
    "Data engineers are paid in naira, at ₦1,600 to a dollar.",
    "## Data Engineer Salary\nCourses are dear. Bursaries of $9,000 are offered by the city.",
    "Data engineers earn more than data scientists: that is roughly $9,300 a year in favour of data engineers.",
    "Data engineers earn more than data scientists, by some $5,000 at the start and $15,000 later on.",
    "Data scientists with a licence earn more. Licence fees come to about $5,000 in total for data engineers.",
    "## Data Engineer\n\nCost: $8,500-$9,200 total\n\nTime: three years",
    "On top of the basic pay, data scientists are entitled to:\n- XTRA of $200 every month",
    "Data scientists earn a bit more than data engineers, about $4,000 a year.",
    "Data scientists earn more than data engineers by about $24,000 a year.",
    "Unions are asking for $615,000 for data scientists.",
    "For a skilled worker visa, data scientists need to earn at least £38,700 a year.",
    "## Data Scientist Salary\nEmployment Pass holders must be paid a minimum of S$5,600 a month.",
    "## Data Scientist Salary\nThe Blue Card has a salary threshold of €48,300 a year.",
    "## Data Scientist Salary\nMany hold the PMP (around $555) or PRINCE2 (£500 and more).",
    "Firms that spend $10 on data scientists get $80 back, a survey says.",
    "Data scientists save banks $400,000 in fraud losses.",
    "Data engineers like to see a badge (exam about £280), which is the usual ticket.",
    "In terms of pay there is little between them: data scientists are $5,000 ahead in government.",
    "## Data Scientist Salary\nPeople who moved up report pay rises of $9,000 to $14,000.",
    "Unions of data scientists have been pushing for a $60,000 starting salary.",
    "## Data Scientist Salary\nA four-year degree in statistics runs to around $20,000 a year.",
    "## Data Scientist Salary\nFresh graduates in information technologies made $3,500 a month.",
    "## Data Scientist Salary\nThe average for Canadians holding a bachelor's degree was $54,000.",
    "## Data Scientist Salary\nThe pay starts at $0.",
    "Compared to the national average salary of $48,000 a year, a data scientist's pay is high.",
    "## Data Scientist Salary\nA firm with a share capital of $100,000 hires one.",
    "Data scientists earn $18,000 more than data engineers.",
    "Data engineers are ahead of data scientists (a $6,500, 7.5% gap).",
    "## Data Scientist Salary\nThat is below the $61,400 a year earned by the average Canadian worker.",
    "## Data Scientist Salary\nThe top 10 percent of all workers made more than $131,000.",
    "Data scientists earn 12-20% more than data engineers.",
    "The gap between data scientists and data engineers is $18,000.",
    "Data scientists get a $10,000 signing bonus.",
    "## Data Scientist Salary\nBounties of $100 to $5,000 a report come on top.",
    "## Data Scientist Salary\nThey find flaws for $1,000 to $5,000 a report.",
    "Data scientists have an annual leave allowance of $5,000 paid on top.",
    "Data scientists count. Clothing allowances, where they are still paid, run from $4,000 to $9,000 a year.",
    "A raise of $5,000 is common for data scientists.",
    "## Data Scientist Salary\nThe median wage for all occupations is $48,000.",
    "## Data Scientist Salary\nStatistics graduates made $44,000 last year.",
    "## Data Scientist Salary\nThe minimum wage is $31,000 a year.",
    "## Data Scientist Salary\nTech workers were offered $131,000 on average last year.",
    "## Data Scientist Salary\nOslo ($117,000) is the best-paying city for IT professionals.",
    "The average additional cash compensation for data scientists is $9,000, with a range from $4,000 to $20,000.",
    "Data scientists draw profit-sharing income of $6,000 a year.",
    "A bootcamp for data scientists costs $10,000.",
    "Tuition for data scientists is $10,000 a year.",
    "The data science market is worth $90 billion.",
    "Data engineers manage budgets of $2 million.",
    "A company of data scientists raised $20 million.",
    "Data scientists' stipends are $1,000 a month.",
    "Enroll in our data science course and earn $150,000!",
    "Join our sprint for data scientists, only $1,999.",
    "Looking for training as a data scientist? Six weeks, $2,400, pay only when hired.",
    "Do data scientists earn $150,000?",
    "The gap between data scientists and data engineers is small. It is some $6,000.",
    "Data scientists at one firm get up to $25,000 beyond the national mean.",
    "## Certifications\nCKA ($395) is common for data engineers.",
    "## Who earns more?\nBoth earn well.\n## Where to study\nData scientists learn a lot. The bill comes to $40,000.",
    "## Costs\n- Course: $500\n- Exam for data scientists: $300",
    "## Course Fees\nData scientist: around $40,000 – $60,000 for all terms. Data engineer: $50,000.",
    "## 13th month pay\nIt is a twelfth of the basic salary, so about $2,100 for a data scientist who starts.",
    "## Data scientist pay\n\n### Extras in a year\n- Cash gift: $5,000\n- Clothes allowance: $700",
    "## Data scientist pay\n\nThe 13th monthly salary (about $4,500) comes on top.",
    "Data engineers earn well. SAP S/4HANA is required of data engineers.",
    gap("Data scientists pay $10,000 for a degree.", reason="a role that pays is not paid"),
    "Data scientists get a cost of living supplement of $4,000 to $6,000 a year.",
    "## Data Scientist Salary\nStaff in Oslo receive a city weighting of $5,500 a year.",
    "Data scientists have a good scale, on top of which firms paid $12.40 an hour.",
    "Data scientists get $4.10 an hour from their union on top of that.",
    "Firms pay $11.25 an hour into a pension fund for data scientists.",
    "Employers of data scientists give $9.80 an hour toward health and welfare.",
    "Data scientists receive $21 an hour in benefits.",
    gap(
        "Data scientists save firms $50,000 a year.",
        reason="a period makes an amount pay; “save” is not other money",
    ),
    gap(
        "Data scientists handle claims of $5,000.",
        reason="an amount under a role as the subject is pay without a word for it",
    ),
    "Households pay $95–$130 per hour for a certified data engineer, but that covers the van.",
    "Families in Ghent often paid about $300 a week for a lesson with data engineers.",
    "A data engineer buys a second screen ($1,400) in the first month.",
    "A data scientist bought her own server for $12,000.",
    "Data scientists learn this. Flat 40% off, now at just $999 a month.",
    "Data scientists like the $30-a-month plan.",
    "Data engineers get a government top-up of $2 per hour.",
    "An hour of modelling pays data scientists about $22 more than an hour of cleaning.",
    "Homeowners can expect to pay about $90 an hour for a data engineer.",
    "## Data Engineer Salary\n- Contribution to the pension fund: $125 a year",
    # The gap between two that are told before; what has the verb of a price before it; a flat by its town.
    "## Pay of data engineers\nThe $12,300 in between pays for the nights.",
    "## Pay of data engineers\nIn Turin a similar flat is $1,180 a month.",
    "## Pay of data engineers\nFirms pay well there, but the same two-bedroom apartment is $2,600.",
    "For data engineers, Kafka is worth $9,000 and Spark $13,500.",
    "The cloud exam costs $210, the Data Engineer exam $14,900, and neither will move your pay.",
    "## Pay of data engineers\nTuition comes to $16,000 and tools $12,400.",
    "A data engineer is $4,000 to $6,000 a year cheaper than a data scientist.",
    # What everybody makes, what is gone, what to ask for, how far apart two are, what one pays for oneself.
    "Data scientists do well. The average gross wage in the private sector is $52,000.",
    "Data scientists do well. The average hourly wage (all jobs) in Canada is $34.",
    "Data scientists had burnt $40,000 over a weekend.",
    "If they offer a data scientist $80,000, ask for $90,000.",
    "Data scientists sit $8,000 above data engineers.",
    "Data scientists on a contract see to their own insurance (around $310 a year).",
    "Data scientists on a contract send invoices and pay their own insurance (about $1,300 a month).",
    "I compared offers for data scientists and would have made a mistake of $900 a month.",
    "## Data Scientist: Additional Cash Compensation\nAverage$12,000Range$6,000 - $18,000",
    # What customers pay, and what others earn whom one is set against.
    "Data scientists on their own can bill $60 for fifteen minutes of advice.",
    "## Pay of data engineers\nExpect to be billed $110 to $160 an hour.",
    "Data scientists do well. For comparison, a controller in the same firms makes about $72,000.",
    "Data scientists do well. A supervisor earns $64,000 a year.",
    "Data scientists do well. By comparison, the median wage across the country is $54,600.",
    "Data scientists on strike want $20 an hour.",
    "Data scientists do well. For context, the average US salary is approximately $60,000.",
    "Data scientists do well. This is a nearly $10,000 year-over-year increase from 2023 to 2024.",
]


@pytest.mark.parametrize("more", ["", "\n\nStandby allowance is extra, normally R3k to R5k a month."])
def test_a_note_on_all_amounts_may_name_their_currency(more: str) -> None:
    """A sentence such as "All amounts are rand per month" tells the period of every figure below it."""
    note = "All amounts are rand per month, before tax.\n\n"
    words = f"{note}## Data engineers\n- Junior: R22k – R30k\n- Senior: R45k – R58k{more}"
    assert {claim.period for claim in claims(words) if claim.kind is Kind.SALARY} == {Period.MONTH}


@pytest.mark.parametrize("words", NOT_PAY)
def test_other_money(words: str) -> None:
    """Differences, extras, fees, markets, adverts and questions are no salaries."""
    assert told(words) == []


ANECDOTES = [
    "We offered $80,000 and a car for a data engineer, and nobody came.",
    "My P60 last year said $74,212, but I worked 31 rest days as a data engineer.",
    "You may have read that football clubs pay data scientists $90,000 and up.",
    "One customer told us his lead data scientist cleared $151,000 last year.",
    "Nobody tells you, said Tom Reed, a data scientist at Ford who makes $41 an hour.",
    "I billed $8,400 as a data engineer in my third month.",
    "My best month as a data scientist was $14,000.",
    "I'm a data scientist at a toy shop in Leeds on $84,000.",
    "I still see ads that offer data scientists $25 an hour.",
    "I began as a data engineer at a shipping firm in 2011, on $41,500.",
    "Mr Osei, a former baker, took a job as a data engineer at $43,000.",
    "Hanna Lund, an ex-baker, joined a bank as a data engineer on $47,000.",
    "She joined a bank as a data engineer on $46,000.",
    "Bosses, if you bill a data engineer at $180 an hour and pay them $25 an hour, do not wonder when they leave.",
    "A data engineer has been offered $360,000 at a campus drive once.",
    "A student of ours, Ann, moved from $40,000 to $90,000 as a data scientist.",
    "I have two offers, one as a data scientist in Ohio for $88,000.",
    "She is a data scientist. With extras her gross for March came to $8,412.",
    "A manager said that he lost a data scientist to a bank that paid her $162,000.",
    "Vikram from Pune started with data engineering at $49,000 and now works in Dubai.",
    "Take Priya. She joined a startup as a data engineer on $49,000 and has not looked back.",
    "Take Priya, for instance. Priya is an imaginary data engineer who earns $67,000.",
    "Graduates of our academy rarely wait. Our Data Academy graduates report an average of $85,000 as data scientists.",
    "My first job as a data scientist paid $70,000.",
    "Lena, 29, makes $150,000 as a data scientist.",
    "I earn $150,000 as a data scientist.",
    "Some assume that data scientists always earn $300,000.",
    "Imagine a data scientist on $90,000.",
    "Meet Omar, a data scientist. He earns $150,000 a year.",
    "Data scientists are hard to find, adds Zoë, one of our old hands, who rose from $41k to $63k.",
    "On a bad day, says Noor (name changed, a data scientist on $91,000), the cluster burns.",
    "A data scientist next door taught herself and earns $150,000.",
]

NO_ANECDOTES = [
    "In our own 2024 alumni survey, data engineers had a median salary of $79,000.",
    "Data engineers told us they earn $79,000 on average.",
    "According to Ms Lund, a recruiter, data engineers earn $79,000.",
    "Data scientists earn $100,000, and type I error rates matter to them.",
    "The picture in pay is clear: data engineers earn $90,000.",
    "Data engineers meet with clients often. They earn $90,000.",
    "In Leeds I have seen data engineer offers of £61k–£79k.",
    gap("Data scientists write a case study now and then. They earn $90,000.", reason="a case study as a task"),
]


@pytest.mark.parametrize("words", NO_ANECDOTES)
def test_no_anecdotes(words: str) -> None:
    """Words that can begin a story need not."""
    assert set(said(DS_DE + words, Kind.SALARY, "modality")) == {Modality.STATED}


@pytest.mark.parametrize("words", ANECDOTES)
def test_anecdotes(words: str) -> None:
    """What is told of one person, or believed by others, is reported, not stated."""
    assert set(said(DS_DE + words, Kind.SALARY, "modality")) <= {Modality.REPORTED}


LEVELS = [
    (
        "Salaries range from $50,000 for junior data engineers up to $170,000 for experienced data scientists.",
        [("DE", "entry", 50_000), ("DS", None, None)],
    ),
    ("Firms pay data engineer interns a median of $900 a month.", [("DE", "intern", 900)]),
    ("Product firms hire data engineer interns at $40,000 a year.", [("DE", "intern", 40_000)]),
    (
        "Data engineers earn $30 an hour. The trainee rate equals $54,912 a year.",
        [("DE", None, 30), ("DE", "entry", 54_912)],
    ),
    (
        "Starting pay of data engineers ranges from $30,000 to $45,000, but with years on it can reach $80,000.",
        [("DE", "entry", 30_000), ("DE", None, 80_000)],
    ),
    (
        "Junior data engineers earn $30,000. Then there are the seasoned veterans. They get salaries of $65,000.",
        [("DE", "entry", 30_000), ("DE", None, 65_000)],
    ),
    ("Data engineers are calling for better staffing and earn $52,000.", [("DE", None, 52_000)]),
    ("If you have more than 5 years of experience, a data engineer's pay is $52,000.", [("DE", None, 52_000)]),
    ("## Salary based on qualification\nData engineers earn $52,000.", [("DE", None, 52_000)]),
    (
        "Junior data engineers earn $27,500 a year. Meanwhile, PayScale suggests a lower average of $23,493 a year.",
        [("DE", "entry", 27_500), ("DE", None, 23_493)],
    ),
    (
        "# Data engineer\nApprentices will start at $25 an hour, and once qualified will be earning up to $38 an hour.",
        [("DE", "entry", 25), ("DE", None, None)],
    ),
    (
        "## Entry level\nIf you work under a more senior data engineer, your salary as a data engineer may be $32,000.",
        [("DE", "entry", 32_000)],
    ),
    (
        "An entry-level data engineer makes $39,500 a year, and the average base salary is $54,900.",
        [("DE", "entry", 39_500), ("DE", None, 54_900)],
    ),
    (
        "Data scientist pay: entry $67,000 mid $87,000 senior $107,000",
        [("DS", "entry", 67_000), ("DS", None, 87_000), ("DS", "senior", 107_000)],
    ),
    (
        "## Salary\nData scientists do well. New graduates begin near $61,000, those with long experience at $112,000.",
        [("DS", "entry", 61_000), ("DS", None, 112_000)],
    ),
    (
        "Senior data scientists average €81,700, and the data engineers in that bracket €84,300.",
        [("DS", "senior", 81_700), ("DE", "senior", 84_300)],
    ),
    ("Data scientists: €48,000–€95,000 a year (from junior right up to lead level).", [("DS", None, 48_000)]),
    (
        "Indeed finds a wider gap in pay: €79,000 for data engineers, €64,500 for data scientists.",
        [("DE", None, 79_000), ("DS", None, 64_500)],
    ),
    (
        "Data scientist interns get about $32 an hour; data engineer interns, about $38 an hour.",
        [("DS", "intern", 32), ("DE", "intern", 38)],
    ),
    (
        "In Oslo data scientists earn $98,400, and in Bergen a new data scientist starts at $54,870.",
        [("DS", None, 98_400), ("DS", "entry", 54_870)],
    ),
    (
        "Associate dentists are paid £62,000, and principal dentists £95,000.",
        [("dentist", None, 62_000), ("dentist", None, 95_000)],
    ),
    (
        "Data scientist: junior £31k-£38k, mid £45k-£60k, senior £65k-£85k",
        [("DS", "entry", 31_000), ("DS", "mid", 45_000), ("DS", "senior", 65_000)],
    ),
    ("## Firms fight over staff\nThe median data engineer earned $71,200.", [("DE", None, 71_200)]),
    ("Straight out of college, data engineers get $70,000.", [("DE", "entry", 70_000)]),
    (
        "| Job | Schooling | Pay |\n|---|---|---|\n| Data Engineer | Associate's Degree | $70,000 |",
        [("DE", None, 70_000)],
    ),
    (
        "Data scientists earn about $120,000 in most years, with much upward variation for those in senior roles.",
        [("DS", None, 120_000)],
    ),
    (
        "Entry-level data scientists begin on $60,000 and can reach $90,000. Those paid by the hour get $31 an hour.",
        [("DS", "entry", 60_000), ("DS", None, 90_000), ("DS", None, 31)],
    ),
    ("Temporary staff: data scientists were paid $40 per hour.", [("DS", None, 40)]),
    ("## Staff\n- Data scientist: $190,000", [("DS", "principal", 190_000)]),
    (
        "A data scientist earns $91,000 on average, with starters on $62,000.",
        [("DS", None, 91000.0), ("DS", "entry", 62000.0)],
    ),
    (
        "If you are just starting out as a data engineer you can expect €48,000 a year. That is €4,000 a month.",
        [("DE", "entry", 48_000), ("DE", "entry", 4_000)],
    ),
    (
        "## Interpreter\nAt the court a staff interpreter earns €4,000 a month. A staff data engineer gets €9,000.",
        [("interpreter", None, 4_000), ("DE", "principal", 9_000)],
    ),
    ("## Fresh graduate / apprentice (0-1 year)\nA data engineer earns €30,000 a year.", [("DE", "entry", 30_000)]),
    (
        "A data scientist with minimal experience makes $50,000, one in the middle of her career $70,000.",
        [("DS", "entry", 50_000), ("DS", "mid", 70_000)],
    ),
    (
        "Data scientists earn $60,000, seniors $80,000 and managers $110,000.",
        [("DS", None, 60_000), ("DS", "senior", 80_000), ("DS", "manager", 110_000)],
    ),
    ("Data scientists earn $60,000, consultants $80,000.", [("DS", None, 60_000)]),
    (
        "Junior, mid-level and senior data scientists earn $60,000, $80,000 and $100,000 respectively.",
        [("DS", "entry", 60_000), ("DS", "mid", 80_000), ("DS", "senior", 100_000)],
    ),
    (
        "Junior data engineers earn €40k, mids €50k, seniors €60k. In banks they get €45k, €55k and €65k respectively.",
        [
            *[("DE", "entry", 40_000), ("DE", "mid", 50_000), ("DE", "senior", 60_000)],
            *[("DE", "entry", 45_000), ("DE", "mid", 55_000), ("DE", "senior", 65_000)],
        ],
    ),
    ("A confirmed data scientist earns €60,000 a year.", [("DS", "mid", 60_000)]),
    ("Staff grade data scientist: €62,000 a year", [("DS", None, 62_000)]),
    (
        "Junior data scientists start at around €48,000, and with several years of experience €85,000 is common.",
        [("DS", "entry", 48_000), ("DS", None, 85_000)],
    ),
    (
        "## Pay in Norway\nData engineer: €50,000–€62,000. Junior €42,000–€48,000, senior €65,000–€80,000.",
        [("DE", None, 50_000), ("DE", "entry", 42_000), ("DE", "senior", 65_000)],
    ),
    (
        "## 3. Senior Data Engineer (SDE)\nExperience: 5-8 years Salary Range: $90,000 to $120,000 per annum",
        [("DE", "senior", 90_000)],
    ),
    (
        "## Data Engineer\nData engineers watch the money and lead the team.\n- Salary Range: $90,000 to $120,000",
        [("DE", None, 90_000)],
    ),
    (
        "## Pay\nSenior, contract, monthly, our report:\n- Data engineer: 22 000 PLN\n- Data scientist: 19 000 PLN",
        [("DE", "senior", 22_000), ("DS", "senior", 19_000)],
    ),
    (
        "## Data Engineer Salary\nSenior, permanent.\nOslo: €99K\nBergen: €90K",
        [("DE", "senior", 99_000), ("DE", "senior", 90_000)],
    ),
    (
        "Data scientists lead the ranking of pay. On average they receive $90,000.",
        [("DS", None, 90_000)],
    ),
    (
        "Entry-level data scientists start at about $61,000, while the top 10% earn more than $171,000.",
        [("DS", "entry", 61_000), ("DS", None, 171_000)],
    ),
    (
        "A junior data scientist starts at £26,000; with three years behind you £41k is realistic.",
        [("DS", "entry", 26_000), ("DS", None, 41_000)],
    ),
    (
        "Mid-level data scientists in Berlin make 55-65k EUR, seniors up to 80k.",
        [("DS", "mid", 55_000), ("DS", "senior", None)],
    ),
    (
        "# Senior data engineer salary\n## Data scientist\nThe average salary is $120,000.",
        [("DS", None, 120_000)],
    ),
    ("Data scientists at junior colleges earn $61,000.", [("DS", None, 61_000)]),
    (
        "# Managing director\nSalary: $300,000\n\nA data scientist makes an average salary of $95,000.",
        [("managing_director", None, 300_000), ("DS", None, 95_000)],
    ),
    (
        "Entry-level data scientists earn $81,000; the top 10% clear $190,000.",
        [("DS", "entry", 81_000), ("DS", None, 190_000)],
    ),
    (
        "At entry level, a data scientist earns $44,500; a data engineer starts with around $41,000.",
        [("DS", "entry", 44_500), ("DE", "entry", 41_000)],
    ),
    (
        "As a beginner, a data scientist earns $44,500; a data engineer starts with around $41,000.",
        [("DS", "entry", 44_500), ("DE", "entry", 41_000)],
    ),
    ("Fresh grads begin at $44,000 as data engineers.", [("DE", "entry", 44_000)]),
    ("Data engineers, the early birds of the trade, start at $47,000.", [("DE", "entry", 47_000)]),
    (
        "Data engineers earn $57,000 in the U.S., with senior ones or those in banks earning far more.",
        [("DE", None, 57_000)],
    ),
    ("Data engineers earn $57,000 in Ohio, with entry-level roles paying less.", [("DE", None, 57_000)]),
    ("Many mid-sized firms give data engineers $57,000.", [("DE", None, 57_000)]),
    (
        "## Data Engineer Salary\nThe average is $93,000. Freshers of big schools are an exception. They get $71,000.",
        [("DE", None, 93_000), ("DE", "entry", 71_000)],
    ),
    (
        "Data scientists earn $97,000 and a lead data engineer with eight or more years may see $115,000.",
        [("DS", None, 97_000), ("DE", "lead", 115_000)],
    ),
    (
        "A junior data scientist is paid $20 an hour; a qualified data engineer makes $30 an hour, or $1,200 a week.",
        [("DS", "entry", 20), ("DE", None, 30), ("DE", None, 1_200)],
    ),
    ("Juniors begin at $44,000 as data engineers.", [("DE", "entry", 44_000)]),
    ("A beginning data engineer starts around $33,600.", [("DE", "entry", 33_600)]),
    (
        "Entry-level data engineers start at $81,900, while the most experienced make $137,600.",
        [("DE", "entry", 81_900), ("DE", None, 137_600)],
    ),
    (
        "Data engineers start on $81,900, and those with experience make $137,600.",
        [("DE", "entry", 81_900), ("DE", None, 137_600)],
    ),
    ("Data engineers with experience start on $81,900.", [("DE", None, 81_900)]),
    (
        "Junior data engineers make $80,000. Senior data engineers make $120,000. The average, says one, is $99,000.",
        [("DE", "entry", 80_000), ("DE", "senior", 120_000), ("DE", None, 99_000)],
    ),
    (
        "Entry-level data scientists earn $80,000, mid-level $110,000 and senior $150,000.",
        [("DS", "entry", 80_000), ("DS", "mid", 110_000), ("DS", "senior", 150_000)],
    ),
    (
        "Entry-level data scientists earn $80,000, while senior data scientists earn $150,000.",
        [("DS", "entry", 80_000), ("DS", "senior", 150_000)],
    ),
    (
        "Junior data scientists earn $80k; seniors earn $150k.",
        [("DS", "entry", 80_000), ("DS", "senior", 150_000)],
    ),
    ("Senior data scientists earn $150,000. They are rare.", [("DS", "senior", 150_000)]),
    (
        "Data scientists earn $90,000. Seniors earn $150,000.",
        [("DS", None, 90_000), ("DS", "senior", 150_000)],
    ),
    (
        "Junior data scientists earn $80,000, whereas data engineers earn $75,000.",
        [("DS", "entry", 80_000), ("DE", None, 75_000)],
    ),
    (
        "## Data Scientist Salary\n- Entry-level: $80,000\n- Mid-level: $110,000\n- Senior: $150,000",
        [("DS", "entry", 80_000), ("DS", "mid", 110_000), ("DS", "senior", 150_000)],
    ),
    ("## Senior Data Scientist\nThe salary is $150,000.", [("DS", "senior", 150_000)]),
    ("## Junior and Senior Data Scientists\nThe salary is $150,000.", [("DS", None, 150_000)]),
    (
        "Senior data scientists earn $150,000 to $180,000, while leads make $200,000.",
        [("DS", "senior", 150_000), ("DS", "lead", 200_000)],
    ),
    (
        "Data scientists earn $90,000 as juniors and $150,000 as managers in Texas.",
        [("DS", "entry", 90_000), ("DS", "manager", 150_000)],
    ),
    (
        "## Data scientist salary\nInterns at big banks receive about $50,000. The average is $90,000.",
        [("DS", "intern", 50_000), ("DS", None, 90_000)],
    ),
    (
        "## Data scientist salary\nTrainees make $60,000. Associates earn $90,000 a year.",
        [("DS", "entry", 60_000), ("DS", "entry", 90_000)],
    ),
    (
        "Entry-level data scientists earn $90,000, and the highest salaries are $180,000.",
        [("DS", "entry", 90_000), ("DS", None, 180_000)],
    ),
    (
        "Entry-level data scientists earn $90,000. With more experience, it can go to $180,000.",
        [("DS", "entry", 90_000), ("DS", None, 180_000)],
    ),
    (
        "In Poland: Data Scientist 124 500 PLN, Data Engineer 125 100 PLN",
        [("DS", None, 124_500), ("DE", None, 125_100)],
    ),
    ("## Data Scientist\nAverage: $88,000\nHours: 40", [("DS", None, 88_000)]),
    (
        "Data scientists start on around $78,000, and the average is $90,000.",
        [("DS", "entry", 78_000), ("DS", None, 90_000)],
    ),
    ("Senior data scientists start at $140,000.", [("DS", "senior", 140_000)]),
    ("A data scientist fresh out of school begins near $78,000.", [("DS", "entry", 78_000)]),
    (
        "Mid (3-6 years): data scientists $60,000, data engineers $70,000",
        [("DS", "mid", 60_000), ("DE", "mid", 70_000)],
    ),
    (
        "First-year associates at big firms start at $140,000, and the average data scientist earns $120,000.",
        [("DS", None, 120_000)],
    ),
    ("## Data scientist\n### Senior-level (VP and above)\nSalary: $150,000", [("DS", "senior", 150_000)]),
    (
        "## Data scientist\n### Senior\nSalary: $150,000\n\nThe average pay of a data engineer is $90,000.",
        [("DS", "senior", 150_000), ("DE", None, 90_000)],
    ),
    (
        "Entry-level scientists can expect $60,000 to $70,000, and seniors $110,000.",
        [("DS", "entry", 60_000), ("DS", "senior", 110_000)],
    ),
    ("## Freshers & Experienced\nData scientists earn $150,000.", [("DS", None, 150_000)]),
    (
        "Junior roles pay $80,000 for data scientists and $75,000 for data engineers.",
        [("DS", "entry", 80_000), ("DE", "entry", 75_000)],
    ),
    (
        "Data scientists start on $85,000, and the well trained and experienced get $160,000.",
        [("DS", "entry", 85_000), ("DS", None, 160_000)],
    ),
    (
        "Data scientists start at $85,000 and reach $160,000 with experience.",
        [("DS", "entry", 85_000), ("DS", None, 160_000)],
    ),
    ("Data scientists earn between $80K (junior) and $150K (senior).", [("DS", None, 80_000)]),
    (
        "## Pay\n### Data scientist\nentry $70,000\n\nmid $90,000\n\nexpert $150,000",
        [("DS", "entry", 70_000), ("DS", "mid", 90_000), ("DS", "senior", 150_000)],
    ),
    (
        "Junior data scientists make $70,000, while top earners get $150,000.",
        [("DS", "entry", 70_000), ("DS", None, 150_000)],
    ),
    (
        "Junior data scientists make $70,000. Contractors in Utah ask for $500 a day.",
        [("DS", "entry", 70_000), ("DS", None, 500)],
    ),
    (
        "## Data scientist salary\nGraduates can expect $70,000. More experienced graduates receive $90,000.",
        [("DS", "entry", 70_000), ("DS", None, 90_000)],
    ),
    ("Data engineers usually start on $57,000 to $64,000.", [("DE", "entry", 57_000)]),
    ("Data engineers, who often hold a master's degree, start on $61,000.", [("DE", "entry", 61_000)]),
    ("Data engineers start on an average of $59,000 a year.", [("DE", "entry", 59_000)]),
    ("Data engineers who are new employees get $59,000.", [("DE", "entry", 59_000)]),
    ("At $59,000 Ohio is a good place to start a career as a data engineer.", [("DE", None, 59_000)]),
    (
        "For a mid-seniority data engineer the survey has: minimum $61,000, median $72,000 and maximum $93,000.",
        [("DE", "mid", 61_000), ("DE", "mid", 72_000), ("DE", "mid", 93_000)],
    ),
    (
        "The minimum for a junior data engineer is $61,000. Below $61,000, a junior data engineer may be underpaid.",
        [("DE", "entry", 61_000), ("DE", "entry", None)],
    ),
    ("Data engineers with the civil service start on $44,000.", [("DE", "entry", 44_000)]),
    (
        "A newly qualified data engineer starts on $44,000, and a data scientist on about $47,000.",
        [("DE", "entry", 44_000), ("DS", "entry", 47_000)],
    ),
    (
        "Junior data engineers earn $44,000, while data scientists start at $47,000 and reach $70,000.",
        [("DE", "entry", 44_000), ("DS", "entry", 47_000), ("DS", None, 70_000)],
    ),
    ("Data engineers begin lower, usually around $44,000.", [("DE", "entry", 44_000)]),
    (
        "## Senior pay\nSenior data engineers earn $84,000.\n\nIn Ohio a data engineer gets $61,000.\n## Perks\nFew.",
        [("DE", "senior", 84_000), ("DE", None, 61_000)],
    ),
    (
        "## Junior pay\nJunior data engineers earn $44,000.\n\nIn Ohio a data engineer gets $41,000.\n## Senior pay",
        [("DE", "entry", 44_000), ("DE", "entry", 41_000)],
    ),
    ("The salary of data engineers with a bank starts at $44,000.", [("DE", None, 44_000)]),
    ("New joiners among data engineers get $44,000.", [("DE", "entry", 44_000)]),
    ("Interns in data science earn $8,000 a month.", [("DS", "intern", 8_000)]),
    (
        "Junior data scientists get $70,000, whereas senior data scientists get $120,000. The small firm pays $50,000.",
        [("DS", "entry", 70_000), ("DS", "senior", 120_000), ("DS", None, 50_000)],
    ),
    (
        "Junior data scientists get $70,000, whereas senior data scientists get $120,000. They make $150,000 there.",
        [("DS", "entry", 70_000), ("DS", "senior", 120_000), ("DS", "senior", 150_000)],
    ),
    (
        "Firms that hire data scientists pay well. The union advises that trainees get $40,000.",
        [("DS", "entry", 40_000)],
    ),
    gap(
        "Pay for data scientists: $80k/$110k/$150k (junior/mid/senior).",
        [("DS", "entry", 80_000), ("DS", "mid", 110_000), ("DS", "senior", 150_000)],
        reason="parallel slash lists are not paired",
    ),
    (
        "Graduates entering data engineering are offered about $4,100 per month, or $49,200 a year.",
        [("DE", "entry", 4_100), ("DE", "entry", 49_200)],
    ),
    (
        "A senior data engineer was offered $120,000, a mid one $95,000.",
        [("DE", "senior", 120_000), ("DE", "mid", 95_000)],
    ),
    # A word for beginners with its years is their level, however many these are.
    (
        "| Experience | Data Engineer |\n|---|---|\n| Entry (5–7 years) | $90,000 |\n| Mid (8–11 years) | $120,000 |",
        [("DE", "entry", 90_000), ("DE", "mid", 120_000)],
    ),
]


@pytest.mark.parametrize(("words", "rows"), LEVELS)
def test_levels(words: str, rows: list[object]) -> None:
    """Each amount has the level that is said of it: in its words, its sentence, its label or heading."""
    assert said(DS_DE + words, Kind.SALARY, "role", "level", "low") == rows


def test_the_level_of_the_other_title() -> None:
    """A heading that sets two titles against each other tells the level of one of them."""
    words = "# Lead cook vs bar manager\nThe average bar manager salary is $45,072."
    assert said(words, Kind.SALARY, "role", "level") == [("bar_manager", None)]
    words = "# Junior welder vs cook\nThe average welder salary is $45,072."
    assert said(words, Kind.SALARY, "role", "level") == [("welder", "entry")]


EXPERIENCE = [
    (
        "## Senior Data Engineer\nFor whom:\n- 6-9 years experience\n- Leads a squad\n\nSalary:\n- $140,000 a year",
        [(6.0, 9.0)],
    ),
    ("## Data Scientist\n\nExperience: 7+ years\n\nSalary: $139,000 a year", [(7, None)]),
    ("## Data Scientist\n- PhD, 5 years in industry: $139,000 a year", [(5, 5)]),
    ("## Junior Level (0-2 years)\n- Data Scientist: $80,000\n- Data Engineer: $78,000", [(0, 2), (0, 2)]),
    (
        "## Step 1: Junior (0-1 year)\nData Scientist: $80,000\n## Step 2: Senior (6+ years)\nData Scientist: $138,000",
        [(0, 1), (6, None)],
    ),
    ("With four years in the trade data scientists earn $110,000.", [(4, 4)]),
    ("Data scientists with ten years under their belt earn $160,000.", [(10, 10)]),
    ("Data scientists earned $110,000 four years in a row.", [(None, None)]),
    ("Data scientists with 3-5 years of experience earn $110,000.", [(3, 5)]),
    ("Experienced data scientists (10+ years) can make $180,000.", [(10, None)]),
    ("## Data Scientist Salary\n- 0–2 years: $80,000\n- 6+ years: $150,000", [(0, 2), (6, None)]),
    (
        "Data scientists earn $80,000 in the first year and $110,000 after five years.",
        [(None, None), (5, None)],
    ),
    ("Data scientists earn $110,000 in the next 5 years.", [(None, None)]),
]


@pytest.mark.parametrize(("words", "bands"), EXPERIENCE)
def test_experience(words: str, bands: list[object]) -> None:
    """Bands of years beside the amount or in its label."""
    assert said(DS_DE + words, Kind.SALARY, "experience_min", "experience_max") == bands


STATISTICS = [
    ("The median data engineer gets $46,800. For data scientists the figure was $52,300.", ["median", "median"]),
    ("The average data engineer gets $46,800. The same figure for data scientists is $52,300.", ["mean", "mean"]),
    ("Banks pay data scientists an above-the-median salary of $67,000.", [None]),
    (
        "The lowest-paid data scientists earned an average of $40,000, while the top-paid ones made $90,000.",
        ["minimum", "maximum"],
    ),
    (
        (
            "# Data scientist\nThe average salary of a data scientist is between $80,000 and $90,000,"
            " and can go up to $120,000 - $130,000.\n- Pay of the best ones: $150,000\n- In towns: $90,000"
        ),
        ["mean", "range", None, "mean"],
    ),
    (
        "## What does one earn as a data scientist?\n\n⌀ 66.300 € gross/Year\n\n25% 56.900 €\n\n75% 78.400 €",
        ["mean", "percentile_25", "percentile_75"],
    ),
    (
        "Data scientists are among the highest-paid, at $190,000, one of the top earning groups, at $95 an hour.",
        [None, None],
    ),
    (
        "The median for data scientists is $69,000, the lower end around $58,000 and the higher end at $81,000.",
        ["median", "minimum", "maximum"],
    ),
    ("Data scientists are among the top earners of their trade, with the average reaching $190,000.", ["mean"]),
    ("The top quarter of data scientists earn over $190,000.", ["percentile_75"]),
    (
        "The 90th percentile was $171,000 for data scientists and $182,000 for data engineers.",
        ["percentile_90", "percentile_90"],
    ),
    ("The best-paid tenth of data scientists earn over $210,000.", ["percentile_90"]),
    ("Labour Market Facts put the median for data scientists at $1,913 per week before tax.", ["median"]),
    ("Half of the data scientists earn less than $90,000 a year.", ["median"]),
    ("The average annual salary for data scientist jobs in Norway ranges from $115,000 to $135,000.", ["mean"]),
    (
        "The top 10% of data scientists earn $184,000; for data engineers it was $174,250.",
        ["percentile_90", "percentile_90"],
    ),
    (
        "The survey gives the 25th, 50th and 75th percentile:\n\nData scientist salary $90,000 $100,000 $120,000",
        ["percentile_25", "median", "percentile_75"],
    ),
    (
        "The 10th and 90th percentiles for data scientists' pay are $70,000 and $150,000.",
        ["percentile_10", "percentile_90"],
    ),
    (
        "Pay starts at $80,000 for juniors, with a median of $120,000 for data scientists.",
        [None, "median"],
    ),
    ("Data scientists earn a $120,000 median salary vs. $110,000 for data engineers.", ["median", "median"]),
    ("The average salary of a data scientist is $120,000.", ["mean"]),
    ("The median pay of data scientists was $108,020.", ["median"]),
    ("A typical data scientist earns $120,000.", ["typical"]),
    ("Data scientists earn $100,000 to $120,000.", ["range"]),
    ("Data scientists earn $120,000 on average, ranging from $90,000 to $160,000.", ["mean", "range"]),
    (
        "The average salary is $120,000 for a data scientist and $115,000 for a data engineer.",
        ["mean", "mean"],
    ),
    ("Median salary: data scientists $108,020, data engineers $112,000.", ["median", "median"]),
    ("Data scientists earn $120,000 on average; the top 10% earn $180,000.", ["mean", "percentile_90"]),
    (
        (
            "The lowest 10 percent of data scientists earned less than $61,000"
            " and the highest 10 percent more than $184,000."
        ),
        ["percentile_10", "percentile_90"],
    ),
    (
        "Data scientists get an average of $61,000 for the lowest 10 percent and $184,000 for the highest 10 percent.",
        ["percentile_10", "percentile_90"],
    ),
    (
        "Data scientists average $98,000. The top 10 percent of workers made more than $184,000.",
        ["mean", "percentile_90"],
    ),
    ("Glassdoor puts data scientists at $117,000.", ["mean"]),
    ("Data scientists earn $117,000.", [None]),
    ("Ohio pays data scientists $97,000 on average. Utah comes next with $95,000.", ["mean", "mean"]),
    ("Data scientists earn a median of $97,000 in banks. Second place goes to shops at $95,000.", ["median", "median"]),
    ("Data scientists earn $84,000, plus an average bonus of $3,100.", [None]),
    ("Of data scientists 25% earn less than $84,000.", ["percentile_25"]),
    ("## Data scientist pay by percentile\n10th: $84,000\n50th $97,000", ["percentile_10", "median"]),
    (
        "A quarter of data scientists' salaries fell below $84,000, while a further 25% lay above $141,000.",
        ["percentile_25", "percentile_75"],
    ),
    ("One in ten data scientists gets by: one in ten is paid less than $71,000.", ["percentile_10"]),
    ("25% of Data Scientist(s) are earning less than $84,000.", ["percentile_25"]),
    ("Data scientists start near the bottom of the market at $73,000 a year.", ["minimum"]),
    (
        "25% of the data scientists are earning less than $84,000, and 75 percent make under $141,000.",
        ["percentile_25", "percentile_75"],
    ),
    (
        "The 10 percent of data scientists at the top made more than $190,000, the tenth at the bottom under $70,000.",
        ["percentile_90", "percentile_10"],
    ),
    ("## Data Scientist\n- Average salary: $120,000\n- Median salary: $110,000", ["mean", "median"]),
    ("Data scientists earn $88,000 (plus an average $3,100 cash bonus).", [None]),
    (
        """As of this spring the board shows the following average pay for the two jobs in all of the land.

| Job | Hourly |
|---|---|
| Data scientist | $52.10 |
| Data engineer | $55.30 |""",
        ["mean", "mean"],
    ),
    ("The 25th percentile of data scientists is $90,000 and the 75th is $140,000.", ["percentile_25", "percentile_75"]),
    ("## Data Scientist Salary\n- Low: $90,000\n- High: $160,000", ["minimum", "maximum"]),
    ("On the low end, data scientists earn $80,000; on the high end, $180,000.", ["minimum", "maximum"]),
    ("Data scientists earn above-average pay of $120,000.", [None]),
    ("Data engineers earn more than data scientists ($117K vs $104K median).", ["median", "median"]),
    ("Data engineers make $117,000 against $104,000 on average for data scientists.", ["mean", "mean"]),
    ("Data engineers average $49,960. This was the equivalent of $24.02 an hour.", ["mean", "mean"]),
    ("Data scientists have a median base of $92,000. For data engineers it comes to $131,000.", ["median", None]),
]


@pytest.mark.parametrize(("words", "statistics"), STATISTICS)
def test_statistics(words: str, statistics: list[object]) -> None:
    """Mean, median, percentile: as said of the amount, or as its origin publishes it."""
    assert said(DS_DE + words, Kind.SALARY, "statistic") == statistics


BASES = [
    ("Data engineers handle basic financial records and earn $90,000.", [None]),
    ("Data scientists: $120k base + $20k bonus = $140k total", ["base", "total"]),
    ("Data scientists get £50k basic + 10% bonus + car allowance of £5k.", ["base"]),
    ("The Charity Commission says that data scientists earn $81,300 a year.", [None]),
    ("According to European Commission figures, data scientists earn $81,300 a year.", [None]),
    ("With a basic education data scientists earn $57,000.", [None]),
    ("The average base salary of data scientists is $131,400, while data engineers average $138,900.", ["base"] * 2),
    ("Base pay is $131,400 for data scientists, while the total pay of data engineers is $158,900.", ["base", "total"]),
    (
        "The average base salary of data scientists is $120,000 and that of data engineers is $110,000.",
        ["base", "base"],
    ),
    ("Pay for data scientists can total $90,000.", [None]),
    ("| Job | Ø Fix | Ø Gesamt |\n|---|---|---|\n| Data Engineer | 66.350 € | 75.100 € |", ["base", "total"]),
    ("Data engineers fix pipelines for $90,000 a year.", [None]),
    ("Data scientists earn A$130k+ super.", [None]),
    ("Data scientists with regular overtime earn $120,000.", [None]),
    ("The base salary of a data scientist is $120,000.", ["base"]),
    ("Data scientists earn $120,000.", [None]),
    ("The base pay of a data scientist is $120,000, with total compensation of $150,000.", ["base", "total"]),
    ("Data scientists earn $100,000 plus a bonus of $10,000.", [None]),
    ("Data scientists earn $100,000 – $120,000 with 20-30% bonus potential.", [None]),
    ("## Data Scientist\n- Base salary: $110,000\n- Bonus: $10,000\n- Total: $125,000", ["base", "total"]),
    ("With bonuses, data scientists earn $150,000 in total.", ["total"]),
    ("## Data Scientist Salary and Benefits\nData scientists earn $120,000.", [None]),
    ("Data scientists earn $120,000 including bonuses.", ["total"]),
    ("Total pay for data scientists, including bonuses and profit sharing, averages $150,000.", ["total"]),
    ("The average total pay of a data scientist including equity and bonus is $150,000.", ["total"]),
    ("Data scientists' total pay (including bonus) is $150,000.", ["total"]),
    ("Average pay for data scientists, excluding bonuses, is $120,000.", [None]),
    ("Without overtime data scientists earn $120,000.", [None]),
    ("Including a 10% bonus, data scientists earn $120,000.", ["total"]),
    ("Data scientists earn $120,000, with a bonus that averages $9,000.", [None]),
    ("Data scientists earn $120,000, including bonuses averaging $9,000 a year.", [None]),
    ("With tokens counted, the total pay of data scientists is over $230,000.", ["total"]),
    gap(
        "Total pay for data scientists, bonuses included, is $150,000.",
        ["total"],
        reason="“bonuses” is nearer than “pay”",
    ),
    ("## Data Scientist\n- Base: $110,000\n- Bonus: $10,000\n- Total: $125,000", ["base", "total"]),
    # A sum alone on a line, below what it is.
    ("## Data Scientist\n\nAverage base salary ⓘ\n\n$120,000 per year\n\n$58.10 per hour", ["base", "base"]),
    (
        "For data engineers, total pay comes to $131,000 a year and the median base to $108,000.",
        ["total", "base"],
    ),
]


@pytest.mark.parametrize(("words", "bases"), BASES)
def test_bases(words: str, bases: list[object]) -> None:
    """What the amount includes, where it is said."""
    assert said(DS_DE + words, Kind.SALARY, "basis") == bases


PLACES = [
    ("Data engineers in Durban, KwaZulu-Natal make R26,300 a month.", [("ZAR", "Durban")]),
    ("In the South East (outside London), data engineers get £45,400.", [("GBP", "South East")]),
    ("Pay in Leeds is lower than in Hull. Data engineers get £40,000.", [("GBP", "Leeds")]),
    (
        "In the US the top states for data engineers include Alaska, Hawaii and Ohio with pay from $68,000 to $77,000.",
        [("USD", "US")],
    ),
    (
        "In Texas, Ohio and Iowa data engineers earn $45,000, $46,000 and $47,000.",
        [("USD", "Texas"), ("USD", "Ohio"), ("USD", "Iowa")],
    ),
    (
        "In Germany data engineers get €42,000–€52,000, with higher figures often seen in hubs like Munich and Berlin.",
        [("EUR", "DE")],
    ),
    ("In Dublin data engineers earn €61,000, in Connacht €52,000.", [("EUR", "Dublin"), ("EUR", "Connacht")]),
    (
        "In California data engineers earn $99,000. Outside San Francisco data engineers earn $95,000.",
        [("USD", "California"), ("USD", "California")],
    ),
    (
        "Data scientists earn $90,000 in the US and ₹5,07,000 in India. Data engineers earn $103,000.",
        [("USD", "US"), ("INR", "IN"), ("USD", "US")],
    ),
    (
        "Data engineers in Denver earn $70,000. Data engineers outside Boston earn $68,000.",
        [("USD", "Denver"), ("USD", "US")],
    ),
    ("Data engineers in Ohio earn $70,000. Abroad (e.g. Norway) they get $99,000.", [("USD", "Ohio"), ("USD", "NO")]),
    ("In the US, data engineers earn more in the hubs (e.g. Boston at $99,000).", [("USD", "Boston")]),
    (
        "In the US data engineers get $59,000, which rises to $86,000 in Boston. Some get $40,000 or $50,000 in Ohio.",
        [("USD", "US"), ("USD", "Boston"), ("USD", "Ohio"), ("USD", "Ohio")],
    ),
    ("In the UK data engineers with a US degree start at £31,000.", [("GBP", "GB")]),
    (
        "Data engineers not based in Boston start at $70,000. In the US data engineers earn $81,000 a year.",
        [("USD", "US"), ("USD", "US")],
    ),
    (
        "In the US, data engineers earn $81,000 a year. Data engineers working outside the US make $60,000.",
        [("USD", "US"), ("USD", None)],
    ),
    (
        "In Ohio data engineers earn $81,000 a year. Data engineers outside Ohio make $60,000.",
        [("USD", "Ohio"), ("USD", "US")],
    ),
    (
        "Data engineers earn $81,000 in the US. The average salary for data engineer jobs abroad is $60,000.",
        [("USD", "US"), ("USD", None)],
    ),
    (
        "Data scientists should look at Utah and Idaho, where average salaries are $97,000 and $93,000 a year.",
        [("USD", "Utah"), ("USD", "Idaho")],
    ),
    (
        "In parts of Ohio data scientists earn over $121,000. The average data engineer makes $98,000.",
        [("USD", "Ohio"), ("USD", "US")],
    ),
    (
        "Data engineers get $99,000, and in Ohio, the top state, they get $98,000. Data engineers start at $70,000.",
        [("USD", "US"), ("USD", "Ohio"), ("USD", "US")],
    ),
    (
        "Data engineers start on $31,650 ($38,766 in Boston); data scientists on $29,970.",
        [("USD", "US"), ("USD", "Boston"), ("USD", "US")],
    ),
    (
        "Data engineers start on $31,650 in Boston. With two years they get $37,000.",
        [("USD", "Boston"), ("USD", "US")],
    ),
    (
        "In 2024 data engineers in Boston earned $80,000. Data scientists earned $60,000.",
        [("USD", "Boston"), ("USD", "Boston")],
    ),
    (
        "Data engineers earn $45,000 in Boston. Data scientists there make $48,000.",
        [("USD", "Boston"), ("USD", "Boston")],
    ),
    (
        "Data engineers earn $80,000 (2024 figures for Ohio).",
        [("USD", "Ohio")],
    ),
    (
        "Data scientists earn: London – £40,000 (outer), £44,000 (inner) Wales – £36,000.",
        [("GBP", "London"), ("GBP", "London"), ("GBP", "Wales")],
    ),
    (
        "In the UK data scientists earn £45,000. London pays best.\n\nData engineers earn $90,000, the union says.",
        [("GBP", "GB"), ("USD", None)],
    ),
    ("Data scientists (NOC 21211) earn $90,000 a year.", [("CAD", "CA")]),
    ("In the US data scientists with a degree in Physics, MS or PhD, earn $97,000.", [("USD", "US")]),
    (
        "In the US data scientists earn $90,000. In Salinas, CA, they earn $97,000.",
        [("USD", "US"), ("USD", "Salinas, CA")],
    ),
    (
        "In Germany data scientists earn 66.500 € a year, and a data engineer in Munich gets about 68.900 € a year.",
        [("EUR", "DE"), ("EUR", "Munich")],
    ),
    (
        "In the UK data scientists make £33k–£42k outside London, £38k–£50k in London.",
        [("GBP", "GB"), ("GBP", "London")],
    ),
    (
        "## Data Scientist Salary by State\n- TX: $111,000\n- CA: $131,000\n- Ohio $99,000",
        [("USD", "TX"), ("USD", "California"), ("USD", "Ohio")],
    ),
    (
        "## Data Scientist Salary\n- US: $111,000\n- AU: $131,000\n- UK: £99,000\n- DE: €99,000",
        [("USD", "US"), ("AUD", "AU"), ("GBP", "GB"), ("EUR", "DE")],
    ),
    (
        "## Pay\nIt varies.\n- 🇨🇦 data scientists get $111,000\n- 🇳🇿 data scientists get $131,000",
        [("CAD", "CA"), ("NZD", "NZ")],
    ),
    ("## Data Scientist Salary by Level\n- OK: $111,000\n- NA: $131,000", [("USD", None), ("USD", None)]),
    ("Data scientists are hired in Singapore. Data engineers earn A$90,000.", [("AUD", None)]),
    ("In Japan, data scientists earn $4,000 US a month.", [("USD", "JP")]),
    ("In Brazil, where a real is worth US $0.20, data scientists earn R$90,000.", [("BRL", "BR")]),
    ("Data scientists earn £60,000, more in London and the South East.", [("GBP", "GB")]),
    ("Data scientists earn $120,000 in the US and £60,000 in the UK.", [("USD", "US"), ("GBP", "GB")]),
    (
        "In the United States, data scientists earn $120,000; in India they earn ₹12 lakh.",
        [("USD", "US"), ("INR", "IN")],
    ),
    (
        "Data scientists in San Francisco earn $160,000; those in Austin earn $130,000.",
        [("USD", "San Francisco"), ("USD", "Austin")],
    ),
    ("## Salaries in the UK\nData scientists earn £55,000.", [("GBP", "GB")]),
    ("## Salary\nIn Canada, pay is good. Data scientists earn $95,000.", [("CAD", "CA")]),
    (
        "## Data Scientist Salary by City\n- Boston: $160,000\n- Austin: $150,000",
        [("USD", "Boston"), ("USD", "Austin")],
    ),
    ("Data scientists earn $120,000.", [("USD", None)]),
    (
        "In the UK pay is £57,000 for data scientists and £54,000 for data engineers, and in Canada C$98,000 for both.",
        [("GBP", "GB"), ("GBP", "GB"), ("CAD", "CA"), ("CAD", "CA")],
    ),
    (
        "In Texas pay varies. Data scientists earn $76,120 in Ohio against $47,150 in Utah.",
        [("USD", "Ohio"), ("USD", "Utah")],
    ),
    ("## Data scientists in the UK\nOutside of London data scientists earn £50,000.", [("GBP", "GB")]),
    (
        "Average rates of pay in New Zealand:\n- Data Scientist: $52 an hour\n- Data Engineer: $50 an hour",
        [("NZD", "NZ"), ("NZD", "NZ")],
    ),
    (
        "## Salary\nIn Germany, data scientists earn €60,000. In France, it is €50,000 for them.",
        [("EUR", "DE"), ("EUR", "FR")],
    ),
    (
        "In Ohio, data scientists earn $90,000, compared to $140,000 in Utah.",
        [("USD", "Ohio"), ("USD", "Utah")],
    ),
    ("In the UK, data scientists earn £60,000. They earn $120,000 elsewhere.", [("GBP", "GB"), ("USD", None)]),
    (
        """Below is what each job pays in Canada.

## Data scientists
- Pay: $90,000

## Data engineers
- Pay: $95,000

## In Australia
- Data scientists: $110,000""",
        [("CAD", "CA"), ("CAD", "CA"), ("AUD", "AU")],
    ),
    ("## Salary in Germany\nData scientists earn €60,000, in Switzerland CHF 110,000.", [("EUR", "DE"), ("CHF", "CH")]),
    ("Data scientists get CHF 130,000 at the big US companies in Basel.", [("CHF", "Basel")]),
    ("Data scientists get $130,000 at US companies.", [("USD", "US")]),
    # Dollars with letters tell whose those without are.
    (
        "Data scientists earn $5,800 a month. A lead gets S$9,200 a month, and a data engineer S$9,900 a month.",
        [("SGD", "SG"), ("SGD", "SG"), ("SGD", "SG")],
    ),
]


@pytest.mark.parametrize(("words", "places"), PLACES)
def test_places(words: str, places: list[object]) -> None:
    """Where the amount is paid; a shared sign means the currency of the place."""
    assert said(DS_DE + words, Kind.SALARY, "unit", "region") == places


def test_the_country_of_the_title() -> None:
    """The country that the title names alone, though another is named as often."""
    words = (
        "# Data scientist pay in Poland\nOur scale for Portugal is on another page.\n\n"
        "Data scientists get 9,500 zł a month."
    )
    assert said(words, Kind.SALARY, "unit", "region") == [("PLN", "PL")]


def test_the_country_of_the_readers() -> None:
    """What is known of the source resolves a bare dollar."""
    assert said(DS_DE + "Data scientists earn $95,000.", Kind.SALARY, "unit", country="AU") == ["AUD"]


ORIGINS = [
    ("A survey by Kiln a Day Weekly found that data engineers earn $90,000.", ["Kiln a Day Weekly"]),
    ("- Indeed: data scientist average $81k\n- Payscale: data scientist $79k", ["Indeed", "PayScale"]),
    ("Seek is a bit lower: it has data scientists on $117,000.", ["SEEK"]),
    ("Indeed suggests $117,000 for data scientists.", ["Indeed"]),
    (
        "Oakline gives $95,000 for data scientists; for data engineers, Glassdoor has $97,000.",
        [None, "Glassdoor"],
    ),
    ("Indeed, which counts adverts, shows $52 an hour for data scientists.", ["Indeed"]),
    ("Indeed, by contrast, reports $117,000 for data scientists.", ["Indeed"]),
    ("Consultancies (PwC and EY) pay data scientists $90,000.", [None]),
    ("According to Glassdoor, data scientists earn $117,000.", ["Glassdoor"]),
    ("Data scientists earn $99,000 (Payscale) to $124,000 (Indeed).", ["PayScale", "Indeed"]),
    (
        "Glassdoor lists $117,000 for data scientists. Data engineers earn $113,000.",
        ["Glassdoor", "Glassdoor"],
    ),
    (
        "## Salary\nPayscale knows. Data scientists earn $99,000. Glassdoor says $117,000.",
        ["PayScale", "Glassdoor"],
    ),
    ("## Data Scientist Salary\nHere is what Glassdoor reports:\n- Junior: $80,000", ["Glassdoor"]),
    (
        """Here's how much each earns, according to Glassdoor.

## Data Scientist

- Median pay: $117,000

## Data Engineer

- Median pay: $113,000""",
        ["Glassdoor", "Glassdoor"],
    ),
    (
        """## Data Scientist
Here is what data scientists earn, according to Glassdoor.

- Median pay: $117,000

## Data Engineer

- Median pay: $113,000""",
        ["Glassdoor", None],
    ),
    ("Data scientists earn $117,000.", [None]),
    ("Payscale puts data scientists at $99,000, Indeed at $124,000.", ["PayScale", "Indeed"]),
    ("Indeed had data scientists at $109,300.", ["Indeed"]),
    ("Indeed, data scientists earn $109,300.", [None]),
]


@pytest.mark.parametrize(("words", "origins"), ORIGINS)
def test_origins(words: str, origins: list[object]) -> None:
    """Who is named as the figure's origin, in the sentence or one before it."""
    assert said(DS_DE + words, Kind.SALARY, "attributed_to") == origins


DATES = [
    (
        "In May 2024 the median data scientist made $108,000. The lowest 10 percent earned less than $61,000.",
        ["2024-05", "2024-05"],
    ),
    ("In 2019 data scientists were rare. The lowest 10 percent of data scientists earn less than $61,000.", [None]),
    (
        "Data scientists get $50,000 (up from $48,000 in 2017), and data engineers $60,000.",
        [None, "2017", None],
    ),
    ("Data scientists earned $100,000 in 2021 and $120,000 in 2024.", ["2021", "2024"]),
    ("As of May 2024, data scientists earn $117,000.", ["2024-05"]),
    ("## Salaries 2025\nData scientists earn $117,000.", ["2025"]),
    ("## Pay in 2022\n\nData scientists: $117,000", ["2022"]),
    ("Data scientists will earn $117,000 by 2030.", [None]),
    ("Data scientists earn $117,000.", [None]),
    ("Data scientists earn $1985 a week.", [None]),
]


@pytest.mark.parametrize(("words", "dates"), DATES)
def test_dates(words: str, dates: list[object]) -> None:
    """The date that a figure is said to hold for."""
    assert said(DS_DE + words, Kind.SALARY, "as_of") == dates


MODALITIES = [
    ("Data scientists earn $117,000.", Modality.STATED),
    ("Data scientists may earn $117,000.", Modality.HEDGED),
    ("Data scientists often earn $117,000.", Modality.HEDGED),
    ("As of May 2024, data scientists earn $117,000.", Modality.STATED),
    ("The median was $108,020 for data scientists in May 2023.", Modality.STATED),
]


@pytest.mark.parametrize(("words", "modality"), MODALITIES)
def test_modality(words: str, modality: Modality) -> None:
    """How firmly it is said."""
    assert said(DS_DE + words, Kind.SALARY, "modality") == [modality]


OWNERS = [
    ("Many people think the work is dull, but data engineers earn $90,000.", ["DE"]),
    ("After two years data engineers would have a salary of $90,000.", ["DE"]),
    ("Data engineers in the regional data scientists' council start at $17.40 per hour.", ["DE"]),
    ("The data scientists' union puts the rate at $40 an hour.", ["DS"]),
    ("Data engineers are engineers with a decade of training, and a survey puts their pay at $467,000.", ["DE"]),
    ("Mid-level designers can earn $70,000. Level designers earn $60,000.", ["level_designer"]),
    (
        (
            "## Way up\n1. Data Engineer\n2. Reef Manager\n\nFrom there, reef managers average $90,000. "
            "Some reef managers earn $99,000, and experienced data engineers make $80,000."
        ),
        ["reef_manager", "reef_manager", "DE"],
    ),
    (
        "A DE lead takes home $70,000. The DE lead signs off. Reef managers wait, and reef managers earn $40,000.",
        ["de_lead", "reef_manager"],
    ),
    ("Reef managers wait. At firms data engineers earn $70,000, mid-level data engineers $60,000.", ["DE", "DE"]),
    ("Data engineers are sought. These jobs pay $16 an hour.", ["DE"]),
    ("For comparison, the average salary across Canada for data engineers is $93,000.", ["DE"]),
    ("Data scientists earn $120,000. A contractor makes $90 an hour.", ["DS", "DS"]),
    (
        "## Pay of both\n- Data engineers earn $80,000.\n- After five years, this is between $95,000 and $99,000.",
        ["DE", "DE"],
    ),
    (
        (
            "## Pay by town\nIn Lima, data engineers average $61,000 and data scientists $64,000, a survey says."
            " In Quito the averages are $51,000 and $54,000, and in Oslo $71,000 and $74,000."
        ),
        ["DE", "DS", "DE", "DS", "DE", "DS"],
    ),
    ("Expect to pay data engineers $90,000.", ["DE"]),
    (
        "Data engineers, data scientists/data analysts and bakers earn $50,000, $60,000 and $40,000 respectively.",
        ["DE", "data_analyst", "DS", "baker"],
    ),
    (
        (
            "# Medical assistants vs physicians\n- Medical assistants: They work in clinics or physician offices."
            " Median pay: $44,200."
        ),
        ["medical_assistant"],
    ),
    ("In all, pay came in at $88,500 for architects, $120,000 for data scientists.", ["architect", "DS"]),
    ("Data scientists take home $117,000 whilst data engineers earned $109,000.", ["DS", "DE"]),
    ("Data scientists, with whom data engineers are often confused, average $98,000.", ["DS"]),
    ("Graduates start on about $72,000 whichever of the two they choose.", ["DE", "DS"]),
    ("Data engineers earn $98,600 plus super, while data scientists average $89,900.", ["DE", "DS"]),
    (
        "To earn as much as a data engineer can, look at shipping, where the average is $91,000 a year.",
        ["DE"],
    ),
    (
        "Data scientists do well. A beginner earns $125,000, whereas senior data engineers there get $98,000.",
        ["DS", "DE"],
    ),
    (
        "A data scientist gets $76,300, more than twice that of a data engineer. Consultants earn $105,500.",
        ["DS", "DS"],
    ),
    (
        "Data engineers earn $104,000, data scientists less. In Ohio the two get $112,000 and $106,500 respectively.",
        ["DE", "DE", "DS"],
    ),
    ("Nurses, the next step for either, are paid $90,000. Data scientists are paid $120,000.", ["nurse", "DS"]),
    (
        "# Nurse vs Teacher\nNurses heal. Teachers teach. Experts get £60k in nursing and £70k in teaching.",
        ["nurse", "teacher"],
    ),
    (
        "The average pay of data scientists is €60,000, of data engineers €66,000. It is €5,000 and €5,500 a month.",
        ["DS", "DE", "DS", "DE"],
    ),
    ("Data engineers earn well. Freelancing differs, with data scientists on day rates of £350 to £450.", ["DS"]),
    ("Rates:\n- Data scientist – £50 per hour\n- Builder – £22.50 per hour", ["DS", "builder"]),
    (
        "Pay for graduates in public service, the two alike:\n\n- Ohio: $70,000",
        ["DE", "DS"],
    ),
    ("Data scientists and data engineers earn $120,000 and $115,000, respectively.", ["DS", "DE"]),
    ("They earn $120,000 and $115,000, respectively.", ["DS", "DE"]),
    (
        "Data scientists earn $90,000 ($45 an hour), compared with $80,000 ($40 an hour) for new data engineers.",
        ["DS", "DS", "DE", "DE"],
    ),
    ("Data scientist: $120,000 | Data engineer: $115,000", ["DS", "DE"]),
    ("## Salary\n- Data Scientist: $120,000\n- Data Engineer: $115,000", ["DS", "DE"]),
    ("Data scientists earn $120,000 versus $115,000 for data engineers.", ["DS", "DE"]),
    ("## Pay\n- Junior Data Scientist - $61K-$70K vs. Junior Data Engineer - $57K-$66K", ["DS", "DE"]),
    ("## Pay\n- Senior Data Scientist: $120K versus Senior Data Engineer: $115K", ["DS", "DE"]),
    ("## Pay\n- Data Scientist ($90K-$99K) vs Data Engineer ($81K-$88K)", ["DS", "DE"]),
    (
        (
            "# Electrician pay\nTop electricians, such as master electricians or those at sea, earn $98,000."
            " Rates reach $52 an hour."
        ),
        ["electrician", "electrician"],
    ),
    ("Median salary: data scientist $120,000 (n=310) vs data engineer $115,000 (n=290).", ["DS", "DE"]),
    (
        "# Police officer vs firefighter\nIn Ohio, police average $61,000 and firemen $54,000.",
        ["police_officer", "firefighter"],
    ),
    ("# Data engineer pay\nData engineers earn $90,000. Workers in the occupation earned $43 an hour.", ["DE", "DE"]),
    ("## Data Scientist Salary\nThe average is $120,000.", ["DS"]),
    ("Nurses earn $80,000.", ["nurse"]),
    ("The data scientist role ($90K) pays less than the data engineer role ($99K).", ["DS", "DE"]),
    ("Data scientist jobs ($90K) are less well paid than data engineer jobs ($99K).", ["DS", "DE"]),
    ("Data scientists out-earn data engineers by $12,000, with an average salary of $104,000.", ["DS"]),
    ("# Data scientist vs nurse\nIn Texas scientists make $118,000. In 2023 scientists made $99,000.", ["DS", "DS"]),
    (
        "# Data scientist vs nurse\nNurses rest. Texas scientists make $118,000; Utah nurses get $70,000.",
        ["DS", "nurse"],
    ),
    ("# Data scientist vs nurse\nScientists earn more ($92K vs $71K), nurses have more fun.", ["DS", "nurse"]),
    ("Data scientists earn more than data engineers ($90,000) or a nurse (about $70,000).", ["DE", "nurse"]),
    ("One would earn less than a data engineer ($90,000), yet data scientists have more fun.", ["DE"]),
    ("## Pay of data engineers\n- Offices of physicians: $90,000\n- Offices of lawyers: $99,000", ["DE", "DE"]),
    ("The average pay is $120,000.", []),
    ("Data scientists get $90,000. By year three, unionised engineers get $99,000.", ["DS", "DE"]),
    (
        "# Scrum Master vs Agile Coach\nScrum masters and agile coaches bill €95/h (SM) and €120/h (AC).",
        ["scrum_master", "agile_coach"],
    ),
    ("Data scientists land at $52k, with data engineers some ten thousand lower, at $42k.", ["DS", "DE"]),
    (
        "Data scientists earn S$6,500 a month, data engineers S$5,900. In Malaysia it's RM7,200 and RM6,800.",
        ["DS", "DE", "DS", "DE"],
    ),
    (
        "# Sous Chef vs Chef de Partie\nSous chefs are paid £32,000, chefs de partie £26,500.",
        ["sous_chef", "chef_de_partie"],
    ),
    ("PayScale gives scientists AU$81,230 on average and puts engineers at about AU$101,560.", ["DS", "DE"]),
    ("Data scientists – data engineers and analysts among them – earn $120,000.", ["DS"]),
    ("Data scientists (which includes data engineers) earn $120,000.", ["DS"]),
    ("Data science salaries start at $95,000, and those for data engineering ($99,000) are higher.", ["DS", "DE"]),
    ("Pay in data engineering runs to $130,000.", ["DE"]),
    (
        "The same jobs pay $99,400 and $98,000 respectively, and top hunters of bugs have made $1 million.",
        ["DS", "DE"],
    ),
    (
        "## Pay\nRates:\n- Data scientist – £50 an hour\n- Data engineer – £40 an hour\n- Wattler – £22.50 an hour",
        ["DS", "DE"],
    ),
    (
        "Data engineers earn $90,000 and data scientists $80,000. First-year associates at big firms make $130,000.",
        ["DE", "DS"],
    ),
    ("They pay $92,000 for intermediate data scientists and $97,000 for newly qualified data engineers.", ["DS", "DE"]),
    ("Firms pay $92,000 to in-house, licensed data scientists, $97,000 to freelance data engineers.", ["DS", "DE"]),
    ("Newcomers to data science can count on a salary of $90,000.", ["DS"]),
    ("Data scientists earn 15% more than data engineers, who earn $100,000.", ["DE"]),
    ("Data scientists earn a tenth more than the $100,000 that data engineers make.", ["DE"]),
    ("Data scientists earn a tenth more than the $100,000 data engineers make.", ["DE"]),
    ("Data scientists out-earn data engineers: $120,000 against $115,000.", ["DS", "DE"]),
    ("Data engineers earn less than data scientists – $98,000 a year compared to $104,000.", ["DE", "DS"]),
    ("Data scientists see higher pay of $120,000 compared to data engineers' average salary of $99,000.", ["DS", "DE"]),
    ("Data scientists average $120,000, above the $99,000 median annual salary of a data engineer.", ["DS", "DE"]),
    ("Data scientists (n = 46) and data engineers (n = 56) reported a median of $98,000 back in 2017.", ["DE", "DS"]),
    ("The median wage for plumbers, pipefitters, and steamfitters was $63,000.", ["plumber"]),
    (
        "The median wage for data scientists, data engineers, and statisticians was $93,000.",
        ["DE", "DS", "statistician"],
    ),
    ("The median wage for data scientists, modellers, and data engineers was $93,000.", ["DE", "DS"]),
    ("We pay data scientists well, and data engineers make $93,000.", ["DE"]),
    ("For juniors the difference is starker; first-year data engineers might start at roughly $90,000.", ["DE"]),
    ("Seniors gain more from a move; a newly promoted data engineer will jump to the $150,000+ bracket.", ["DE"]),
    ("Data engineers earn $90,000, and team leads in data science around $130,000.", ["DE", "DS"]),
]


@pytest.mark.parametrize(("words", "roles"), OWNERS)
def test_owners(words: str, roles: list[str]) -> None:
    """Whose pay it is."""
    assert said(DS_DE + words, Kind.SALARY, "role") == roles


STAND_INS = [
    ("## Data Engineer\nMedian salary: $86,640 (all data scientists)", [("DE", "data scientists")]),
    (
        ("## Data Engineer\nData engineers fall under network and computer systems administrators, who earn $96,000."),
        [("DE", "network and computer systems administrators")],
    ),
    (
        "Computer and information research scientists, which include data scientists, earn $145,080.",
        [("DS", "Computer and information research scientists")],
    ),
    (
        "Computer and information research scientists, the group that includes data scientists, earn $145,080.",
        [("DS", "Computer and information research scientists")],
    ),
]


@pytest.mark.parametrize(("words", "rows"), STAND_INS)
def test_stand_ins(words: str, rows: list[object]) -> None:
    """An official occupation's figure stands in for the role that it is said of, and is flagged."""
    found = claims(DS_DE + words, Kind.SALARY)
    assert said(DS_DE + words, Kind.SALARY, "role", "stated_role") == rows
    assert all(Flag.PROXY_ROLE in claim.flags for claim in found)


MALFORMED = [
    ("The average data scientist earns $125$+.", "$125$+"),
    ("Salaries for data scientists range from $90,000.", "$90,000"),
]


@pytest.mark.parametrize(("words", "quote"), MALFORMED)
def test_malformed(words: str, quote: str) -> None:
    """An amount that cannot be read is kept whole, without a value, for a reviewer."""
    (claim,) = claims(DS_DE + words, Kind.SALARY)
    assert claim.quarantine
    assert (claim.low, claim.high) == (None, None)
    assert Flag.MALFORMED_AMOUNT in claim.flags
    assert quote in claim.quote


def test_repaired() -> None:
    """A blank in a number is repaired, and said."""
    (claim,) = claims(DS_DE + "Data scientists earn $106, 553 a year.", Kind.SALARY)
    assert (claim.low, claim.quarantine, claim.flags) == (106_553, False, (Flag.REPAIRED_AMOUNT,))


UP_BY = [
    ("The average salary for data scientists is up $2,500 to $77,799.", [77_799, 77_799]),
    ("The pay of data scientists is down $3,000 to $61,000.", [61_000, 61_000]),
    ("The pay of data scientists is up to $61,000.", [None, 61_000]),
    ("Data scientists make $50,000 to $61,000.", [50_000, 61_000]),
]


@pytest.mark.parametrize(("words", "ends"), UP_BY)
def test_by_how_much_it_has_changed(words: str, ends: list[float | None]) -> None:
    """The first of two sums may be the change, the second is the pay."""
    assert said(DS_DE + words, Kind.SALARY, "low", "high") == [tuple(ends)]


PERIODS = [
    ("## How much does a data scientist earn a month?\nData scientists earn R45,000.", ("month", False)),
    ("## A month in the life of a data scientist\nData scientists earn R45,000.", ("year", True)),
    ("## Salary\n\nHours: 35 to 40 per week\n\nData scientists: £18,000 to £20,000", ("year", True)),
    ("In Brazil pay is told by the month, so data scientists get R$ 11.500.", ("month", False)),
    ("Data scientists earn $100,000 a year.", ("year", False)),
    ("Data scientists earn $100,000.", ("year", True)),
    ("Data scientists' annual pay is $100,000.", ("year", False)),
    ("## Monthly Salary\nData scientists earn $10,000.", ("month", False)),
    ("## Hourly pay\n- Data Scientist: $50", ("hour", False)),
    # The line between is said of its own sum.
    ("## Average Monthly Salary\n(1,440,000 PHP yearly)\n\nData scientists earn 120,000 PHP.", ("month", False)),
    # Said again for another period.
    ("Data scientists earn $8,500 (102,000 per year).", ("month", False)),
    # "an HR" is no hour.
    ("Like an HR manager, data scientists earn $61,000.", ("year", True)),
]


@pytest.mark.parametrize(("words", "period"), PERIODS)
def test_periods(words: str, period: tuple[str, bool]) -> None:
    """The period of the amount, the sentence or the heading; a year where none is said, and flagged."""
    (claim,) = claims(DS_DE + words, Kind.SALARY)
    assert (claim.period, claim.period_inferred) == period
    assert (Flag.INFERRED_PERIOD in claim.flags) is period[1]


def test_the_period_of_the_figure_that_it_is_set_against() -> None:
    """What a figure is set against is paid for the same time, whatever was said before both."""
    words = (
        DS_DE + "A data scientist makes 3.300 € per month; others bill a day rate of 400 € against 600 € in Germany."
    )
    assert said(words, Kind.SALARY, "low", "period") == [(3_300, "month"), (400, "day"), (600, "day")]


def test_a_label_does_not_hold_for_what_is_unlike_all_of_its_figures() -> None:
    """A year's pay below a heading of monthly pay is a year's, where the article has others like it."""
    rows = "| Data Scientist | €4,100 |\n| Data Engineer | €4,300 |"
    table = f"## Pay (gross per month)\n| Role | Pay |\n|---|---|\n{rows}\n\n"
    words = f"{DS_DE}{table}Per year data engineers average €60,900. It is less elsewhere: a median of €56K."
    assert said(words, Kind.SALARY, "low", "period")[-2:] == [(60_900, "year"), (56_000, "year")]


@pytest.mark.parametrize(
    "words",
    [
        "Half (50%) of people working as data scientists are earning less than $90,000 a year.",
        "Half of the wages lie above $90,000 a year for data scientists.",
    ],
)
def test_what_half_are_paid(words: str) -> None:
    """Half may be counted, or be of wages."""
    assert said(DS_DE + words, Kind.SALARY, "role", "low", "high", "statistic") == [("DS", 90_000, 90_000, "median")]


@pytest.mark.parametrize(
    "words",
    [
        "Half of the states pay data scientists, all of whom earn more than $90,000 a year.",
        "Half of the towns are places where data scientists earn more than $90,000 a year.",
        "Half said that it is hard and that data scientists earn more than $90,000 a year.",
    ],
)
def test_half_of_something_else(words: str) -> None:
    """Half of the states, or what half of all say, is no middle of what is paid."""
    assert said(DS_DE + words, Kind.SALARY, "low", "statistic") == [(90_000, None)]


def test_those_in_a_trade() -> None:
    """``Beginners in Angular`` are Angular developers where the article is about them."""
    words = "# React Developer vs Angular Developer\nBeginners in Angular earn a bit more: $74k as against $71k."
    assert said(words, Kind.SALARY, "role", "low") == [("angular_developer", 74_000), ("react_developer", 71_000)]


def test_similar_jobs_are_others() -> None:
    """A job that nobody knows below "Similar occupations" is not the article's."""
    words = (
        "# Data scientist pay\nData scientists earn $98,000 a year.\n\n## Similar occupations\n- Kelp sorter $31,000"
    )
    assert said(words, Kind.SALARY, "role", "low") == [("DS", 98_000)]


def test_figures_of_another_year() -> None:
    """Two figures of another year stand in the order of the roles before."""
    words = (
        DS_DE
        + "In 2013 the median annual pay of data scientists was $54,940 compared with $35,600 for data engineers. "
        "In other words, there was a gap. In 2004 the figures were $43,830 versus $31,320."
    )
    assert said(words, Kind.SALARY, "role", "low")[2:] == [("DS", 43_830), ("DE", 31_320)]


def test_two_figures_behind_one_who_earns_more() -> None:
    """The second of two figures in brackets is that of the other whom the article is about."""
    words = DS_DE + "Data engineers earn a little more on average ($121,300 vs. $117,900 in the US)."
    assert said(words, Kind.SALARY, "role", "low") == [("DE", 121_300), ("DS", 117_900)]


def test_what_half_earn_less_than_is_a_figure() -> None:
    """What half of all earn less than is the middle, and no bound."""
    words = DS_DE + "Half of the data scientists earn less than $90,000 a year and half earn more."
    assert said(words, Kind.SALARY, "low", "high", "high_open") == [(90_000, 90_000, False)]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("Data scientists never earn less than $60,000.", [(60_000, None)]),
        ("No data scientist earns under $58,000.", []),
        ("Data scientists who have not specialised earn under $58,000.", [(None, 58_000)]),
        ("With no degree data scientists start below $28,000.", [(None, 28_000)]),
        ("Data scientists with a doctorate get 20% more, or $95,000.", [(95_000, 95_000)]),
        ("Data scientists rarely start on less than $50,000.", [(50_000, None)]),
        ("Data scientists don't make more than $150,000.", []),
        ("Data scientists often earn less than $50,000.", [(None, 50_000)]),
    ],
)
def test_what_nobody_earns_less_than(words: str, bounds: list[object]) -> None:
    assert said(DS_DE + words, Kind.SALARY, "low", "high") == bounds


def test_one_who_has_learned_it() -> None:
    """What a qualified one gets is no apprentice's."""
    words = "# Plumber\nAn apprentice plumber starts at £14,000, while a newly qualified one can expect £24,500."
    assert said(words, Kind.SALARY, "role", "level", "low") == [
        ("apprentice_plumber", None, 14_000),
        ("plumber", "entry", 24_500),
    ]


def test_what_a_quarter_earn_less_than_is_a_figure() -> None:
    """What 25% or 75% of all earn less than is a quartile; what the last tenth earn more than stays a bound."""
    words = DS_DE + "25% of data scientists earn less than $70,000 and 75% are earning less than $120,000."
    assert said(words, Kind.SALARY, "low", "high") == [(70_000, 70_000), (120_000, 120_000)]
    tenth = DS_DE + "10% of data scientists make more than $170,000."
    assert said(tenth, Kind.SALARY, "low", "high") == [(170_000, None)]


def test_the_period_of_the_highest_in_lists_by_the_month() -> None:
    """What the first lists settle makes the last figure of the last list one by the month too."""
    low = "- Data Scientist: KES 80,000\n- Data Engineer: KES 70,000\n- Plumber: KES 55,000\n- Cook: KES 40,000\n"
    mid = "- Data Scientist: KES 180,000\n- Data Engineer: KES 150,000\n- Plumber: KES 100,000\n"
    high = "- Data Scientist: KES 350,000\n- Data Engineer: KES 300,000\n- Head of Data: KES 500,000 and above"
    told = "Data scientists get KES 98,000 a month, and data engineers KES 81,500 a month."
    words = f"{DS_DE}{told}\n## Junior pay\n{low}\n## Mid pay\n{mid}\n## Senior pay\n{high}"
    assert set(said(words, Kind.SALARY, "period")) == {"month"}


def test_the_sign_is_that_of_the_country_in_the_sentence() -> None:
    """A bare sign means the currency of which it is the own sign where the sentence names that country."""
    words = (
        DS_DE + "Data scientists get S$5,000 a month. In the United States they get $99,000 a year, in Penang $9,000."
    )
    assert said(words, Kind.SALARY, "low", "unit", country="SG")[:2] == [(5_000, "SGD"), (99_000, "USD")]


def test_the_period_of_what_no_year_could_be() -> None:
    """A sum too small for a year is by the hour that the article speaks of, though larger; one far larger is no pay."""
    words = DS_DE + "Data scientists earn $22 an hour. Data engineers earn $67."
    assert said(words, Kind.SALARY, "low", "period") == [(22, "hour"), (67, "hour")]
    assert said(f"{words}\n## Papers\n- A badge ($404)", Kind.SALARY, "low") == [22, 67]


def test_the_likely_period() -> None:
    """What no year could be takes a period that the article states elsewhere."""
    words = DS_DE + "Data scientists earn $55 per hour. Data engineers earn $52."
    assert said(words, Kind.SALARY, "low", "period", "period_inferred") == [
        (55, "hour", False),
        (52, "hour", True),
    ]


def test_the_period_of_a_tables_title() -> None:
    """What resembles the figures of a table by the month is by the month."""
    rows = "| Data Scientist | 24 000 PLN |\n| Data Engineer | 26 000 PLN |"
    table = f"## Pay (gross, monthly)\n| Role | Pay |\n|---|---|\n{rows}"
    words = f"{DS_DE}{table}\n## Cities\nIn Gdynia, data scientists earn 25 500 PLN."
    assert said(words, Kind.SALARY, "low", "period")[-1] == (25_500, "month")


BY_THE_MONTH = [
    ("Data scientists in Dubai earn Dh18,500.", "month"),
    ("Data scientists in Dubai earn Dh310,000.", "year"),
    ("Data scientists in Malaysia are paid RM4,200 to RM6,100.", "month"),
    ("Data scientists in Lagos earn ₦420,000.", "month"),
    ("Data scientists in Ohio earn $9,500.", "year"),
    ("Data scientists in India make Rs 0.35 lakh to Rs 8 lakh.", "year"),
    ("Data scientists in India make Rs 20,000 to Rs 2.5 lakh.", "month"),
]


@pytest.mark.parametrize(("words", "period"), BY_THE_MONTH)
def test_the_custom_of_the_country(words: str, period: str) -> None:
    """A small amount without a period is by the month where pay is spoken of so."""
    assert said(DS_DE + words, Kind.SALARY, "period", "period_inferred") == [(period, True)]


def test_the_period_that_an_article_states_alone() -> None:
    """A figure without a period is for the time of all others, where it is less unlike them so than as a year's pay."""
    words = """Data scientists get R$ 9.000 a month, data engineers R$ 11.000 a month. In Recife it is R$ 8.000 monthly.

At large banks data engineers make up to R$ 22.000. Abroad data engineers make R$ 260.000."""
    assert said(DS_DE + words, Kind.SALARY, "high", "period")[-2:] == [(22_000, "month"), (260_000, "year")]


def test_a_period_behind_figures_of_another_size() -> None:
    """A period said behind a figure is not that of one many times as large."""
    words = (
        DS_DE + "Data scientists in Dubai get a basic salary (Dh4,650 for beginners), call pay of about Dh69 per hour."
    )
    assert said(words, Kind.SALARY, "low", "period") == [(4_650, "month"), (69, "hour")]


INDUSTRIES = [
    ("equipment manufacturing", 1),
    ("insurance carriers", 1),
    ("tax preparation services", 1),
    ("fees for consulting services", 0),
    ("equipment", 0),
]


@pytest.mark.parametrize(("label", "count"), INDUSTRIES)
def test_who_pays_is_not_what_for(label: str, count: int) -> None:
    """An industry named after what it makes or sells pays its people; the thing itself costs money."""
    words = f"## Data Scientist Salary\nBy industry:\n- {label.capitalize()}: $61.50 per hour"
    assert len(claims(DS_DE + words, Kind.SALARY)) == count


HINTED = [
    (
        (
            "We list the average gross wages per month in Euro for trades.\n## Trades\nData scientist: 6,620.00\n"
            "Data engineer: 4,939"
        ),
        [(6_620, 6_620, "EUR"), (4_939, 4_939, "EUR")],
    ),
    (
        "## Data Scientist Salary\nThe average is $4,000 a month.\n- Entry-level (0-2 years): 2,000 - 3,000",
        [(4_000, 4_000, "USD"), (2_000, 3_000, "USD")],
    ),
    (
        "## Salary (₹ LPA)\n- Data Scientist: 12-18\n- Data Engineer: 10",
        [(1_200_000, 1_800_000, "INR"), (1e6, 1e6, "INR")],
    ),
    ("## Salary in euros\n- Data Scientist: 60,000", [(60_000, 60_000, "EUR")]),
    ("## Team size (€)\n- Data Scientist: 60", []),
    (
        "## Pay\nData Scientist: 40,310 - 51,820 (class B)\n\nData Engineer – 42,000 to 50,100\n\nA DS gets €6,000.",
        [(40_310, 51_820, "EUR"), (42_000, 50_100, "EUR"), (6_000, 6_000, "EUR")],
    ),
    (
        "## Pay\nData scientists earn €60,000.\n### Posts to fill\nData Scientist: 12,500\n\nData Engineer: 4,100",
        [(60_000, 60_000, "EUR")],
    ),
]


@pytest.mark.parametrize(("words", "rows"), HINTED)
def test_hints_of_headings(words: str, rows: list[object]) -> None:
    """A list or lines of figures under a heading about pay take currency and scale from it."""
    assert said(DS_DE + words, Kind.SALARY, "low", "high", "unit") == rows


def told(words: str) -> list[str]:
    """``DS ~90000-120000+ USD/month``: role, ends, currency, period where it is no year."""
    rows = []
    for claim, role in zip(claims(DS_DE + words, Kind.SALARY), said(DS_DE + words, Kind.SALARY, "role"), strict=True):
        low, high = (None if end is None else f"{end:.10g}" for end in (claim.low, claim.high))
        ends = f"<{high}" if low is None else f"{low}>" if high is None else low if low == high else f"{low}-{high}"
        ends = "~" * claim.approximate + ends + "+" * (claim.high_open and high is not None)
        rows.append(f"{role} {ends} {claim.unit or '-'}" + (f"/{claim.period}" if claim.period != "year" else ""))
    return rows


def test_a_question_says_whose_the_answer_is() -> None:
    """A question that is no heading names the role and the level of the answer below it."""
    words = """## What does a data scientist earn?
Data scientists earn $120,000 on average.
[question] And a first-year data engineer?
The average is $95,000."""
    assert said(DS_DE + words, Kind.SALARY, "role", "low") == [("DS", 120_000), ("DE", 95_000)]


def test_amounts_alone_in_a_list_of_bands() -> None:
    """An item that is only an amount and years of experience is pay of the role above it."""
    words = """## Data Engineer
- $105,300 (Less than one year)
- $112,800 (One to four years)
- $12 (One to four years)"""
    rows = said(DS_DE + words, Kind.SALARY, "role", "low", "experience_min")
    assert rows == [("DE", 105_300, 0), ("DE", 112_800, 1)]


def test_respectively_behind_a_clause_that_pairs_by_itself() -> None:
    """Figures with their roles right behind them are theirs, and pay, though another clause pairs in order."""
    words = (
        "Glassdoor lists $81,300 for data scientists and $78,400 for data engineers; Payscale has them at $71,500 and "
        "$69,200 respectively."
    )
    expected = [("DS", 81_300), ("DE", 78_400), ("DS", 71_500), ("DE", 69_200)]
    assert said(DS_DE + words, Kind.SALARY, "role", "low") == expected


def test_respectively_in_each_clause() -> None:
    """Two clauses of two amounts are paired off twice."""
    words = "Starting salaries are $66,000 and $55,500 respectively; for seniors, $121,300 and $98,200."
    rows = said(DS_DE + words, Kind.SALARY, "role", "low")
    assert rows == [("DS", 66_000), ("DE", 55_500), ("DS", 121_300), ("DE", 98_200)]


def test_thousands_without_a_sign() -> None:
    """Where pay is spoken of and levels are named, "62-70k" is pay; "10k users" is not."""
    words = "The pay differs: $90,000 on average for data scientists. Data engineers had 62-70k entry and 95k+ senior."
    assert said(DS_DE + words, Kind.SALARY, "role", "level", "low") == [
        ("DS", None, 90_000),
        ("DE", "entry", 62_000),
        ("DE", "senior", 95_000),
    ]
    users = "Data engineers earn $90,000. Senior data engineers serve 60k users."
    assert said(DS_DE + users, Kind.SALARY, "low") == [90_000]
