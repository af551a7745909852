"""What a role does: clauses, lists and cells, as clean phrases."""

from __future__ import annotations

import pytest

from extract.claims import extract_claims
from extract.claims.trimming import clean
from extract.model import Kind
from tests.claims.claims import DS_DE, said
from tests.language.articles import gap, language
from tests.reading.helpers import read

CLAUSES = [
    ("Data engineers are responsible for quickly and accurately moving records.", [("DE", "moving records")]),
    (
        "Data engineers hold daily meetings, prepare plans, and run tests.",
        [("DE", "hold daily meetings, prepare plans, and run tests")],
    ),
    ("Data engineers hold a licence and earn well.", []),
    ("The main thing is that data engineers build stable pipelines.", [("DE", "build stable pipelines")]),
    (
        "Duties of data engineers include: building pipelines, keeping logs.",
        [("DE", "building pipelines, keeping logs")],
    ),
    (
        "Data engineers help. They position racks in rows, mend pipes and watch for leaks.",
        [("DE", "position racks in rows, mend pipes and watch for leaks")],
    ),
    (
        "Data engineers make sure that pumps are safe and have the skills to mend them.",
        [("DE", "make sure that pumps are safe and have the skills to mend them")],
    ),
    (
        "The duties of a data engineer include checking pumps, such as old ones; mending pipes; and answering letters.",
        [("DE", "checking pumps, such as old ones"), ("DE", "mending pipes"), ("DE", "answering letters")],
    ),
    (
        "The duties of a data engineer include checking pumps; data scientists also earn $11.50 an hour.",
        [("DE", "checking pumps")],
    ),
    (
        "Data engineers are involved in the care of pumps and receive higher pay than data scientists.",
        [("DE", "the care of pumps")],
    ),
    (
        "Data engineers mend pipes. They mind pumps when the data scientist is away, hand out keys and lock gates.",
        [
            ("DE", "mend pipes"),
            ("DE", "mind pumps when the data scientist is away, hand out keys and lock gates"),
        ],
    ),
    (
        "A data scientist, also known as a figure reader or number man, plots old maps.",
        [("DS", "plots old maps")],
    ),
    (
        "Data engineers work on bridges. Data scientists handle old maps.",
        [("DE", "work on bridges"), ("DS", "handle old maps")],
    ),
    ("Data engineers work on laying cables.", [("DE", "laying cables")]),
    (
        "The main tasks of a data engineer are the laying, upkeep and repair of cables.",
        [("DE", "the laying, upkeep and repair of cables")],
    ),
    (
        "Data engineers mend pipes. They do this by closing the gates.",
        [("DE", "mend pipes"), ("DE", "closing the gates")],
    ),
    (
        "Data engineers mend pipes. They are the link to the works and answer the letters.",
        [("DE", "mend pipes"), ("DE", "answer the letters")],
    ),
    ("Data engineering trades workers join pipes by hand.", [("DE", "join pipes by hand")]),
    (
        "## What you'll do as a data engineer\nYou'll mend old pipes. You may also read gauges.",
        [("DE", "mend old pipes"), ("DE", "read gauges")],
    ),
    (
        "A data scientist is a coder first and a mathematician second. She tests models on old figures.",
        [("DS", "tests models on old figures")],
    ),
    (
        "Data scientists test models. It is also up to them to write down every result.",
        [("DS", "test models"), ("DS", "write down every result")],
    ),
    (
        "Data engineers find leaks[3] and mend pipes.[11][2] They carry boxes.4 They sign plans[7].",
        [("DE", "find leaks and mend pipes"), ("DE", "carry boxes"), ("DE", "sign plans")],
    ),
    ("Data engineers read item[0] and x[2] of lists[1].", [("DE", "read item[0] and x[2] of lists")]),
    ("Data engineers stop the pumps when pipes break.", [("DE", "stop the pumps when pipes break")]),
    ("Data engineers find leaks and carry pipes.", [("DE", "find leaks and carry pipes")]),
    (
        "A data engineer works under a foreman and handles the pumps.",
        [("DE", "works under a foreman and handles the pumps")],
    ),
    (
        "Data engineers look for leaks, mend pipes, and answer letters.",
        [("DE", "look for leaks, mend pipes, and answer letters")],
    ),
    (
        "Data engineers not only lay cables but also train newcomers.",
        [("DE", "lay cables but also train newcomers")],
    ),
    (
        "Data scientists hand their plans on to data engineers, who lay cables, dig trenches, and check the ducts.",
        [("DS", "hand their plans on to data engineers"), ("DE", "lay cables, dig trenches, and check the ducts")],
    ),
    (
        "Data engineers, who work under supervision, lay cables, dig trenches and check the ducts.",
        [("DE", "lay cables, dig trenches and check the ducts")],
    ),
    ("A data engineer has one task, which is to fill tanks.", [("DE", "fill tanks")]),
    ("Data engineers lay cables in trenches, so a good back is a must.", [("DE", "lay cables in trenches")]),
    (
        "Data engineers lay cables in trenches, and they check the ducts twice.",
        [("DE", "lay cables in trenches"), ("DE", "check the ducts twice")],
    ),
    (
        "Because data scientists plot maps by hand and data engineers check the ducts, the hours are not the same.",
        [("DS", "plot maps by hand"), ("DE", "check the ducts")],
    ),
    ("Data scientists make complex systems reliable.", [("DS", "make complex systems reliable")]),
    ("A data scientist makes the use of a tower simple.", [("DS", "makes the use of a tower simple")]),
    ("Data scientists count pigeons; hence a tower is a must.", [("DS", "count pigeons")]),
    ("Data engineers are the bridge. Part of this is testing taps and pipes.", [("DE", "testing taps and pipes")]),
    (
        "## Data engineer\nSpeed counts. Day to day that means patching servers and labelling tables.",
        [("DE", "patching servers and labelling tables")],
    ),
    ("A data engineer digs. Their work is about laying pipes between stores.", [("DE", "laying pipes between stores")]),
    ("A data engineer, the older of the two, lays pipes between stores.", [("DE", "lays pipes between stores")]),
    (
        "Data engineers start by reading the log, and then mend what broke.",
        [("DE", "reading the log, and then mend what broke")],
    ),
    (
        "## Data engineer\nA data engineer lays pipes. Together with data scientists they draw up tables.",
        [("DE", "lays pipes"), ("DE", "draw up tables")],
    ),
    (
        "Data engineers are busy. They lead a team of cooks. It is also their job to set menus and check ovens.",
        [("DE", "lead a team of cooks"), ("DE", "set menus and check ovens")],
    ),
    (
        "Data engineers are juniors. Their duties are mostly limited to filing papers of others.",
        [("DE", "filing papers of others")],
    ),
    ("The data engineer model grows out of plumbing. A data engineer designs pipes.", [("DE", "designs pipes")]),
    (
        "A data engineer can do much. Data engineers work alone and design pipes.",
        [("DE", "work alone and design pipes")],
    ),
    ("Data engineers apply rules to streams.", [("DE", "apply rules to streams")]),
    (
        "Data engineers, who look after pipelines, streams and stores, are on $110,000.",
        [("DE", "look after pipelines, streams and stores")],
    ),
    (
        "Unlike data scientists, who explore the numbers, data engineers are few.",
        [("DS", "explore the numbers")],
    ),
    ("Data engineers look after pipelines and average $130,000.", [("DE", "look after pipelines")]),
    (
        "Data engineers are instructed by clients to inspect stores, draft plans, and check logs.",
        [("DE", "inspect stores, draft plans, and check logs")],
    ),
    ("A data engineer on the contrary welds long pipes.", [("DE", "welds long pipes")]),
    (
        "A data engineer is part of the team. It is their job to patch the servers and label the tables.",
        [("DE", "patch the servers and label the tables")],
    ),
    (
        "A data engineer, in turn, is a role within the platform team and carries out the repairs.",
        [("DE", "carries out the repairs")],
    ),
    ("Data engineers move probes and prep the scanners.", [("DE", "move probes and prep the scanners")]),
    ("## Data Engineer\n\nDay job: building pipes, fixing taps", [("DE", "building pipes, fixing taps")]),
    ("Data engineers sit between sales and support and patch the servers.", [("DE", "patch the servers")]),
    ("Data engineers in Northern Ireland patch and label the servers.", [("DE", "patch and label the servers")]),
    (
        "Data engineers patch the servers.Key tasks: they also label the tables.",
        [("DE", "patch the servers"), ("DE", "label the tables")],
    ),
    (
        "## Duties of data engineers\n- Draw up schemas in modelling software such as Erwin\n- Patch the servers",
        [("DE", "Draw up schemas in modelling software such as Erwin"), ("DE", "Patch the servers")],
    ),
    ("Data engineers scope the work and refactor old code.", [("DE", "scope the work and refactor old code")]),
    ("Data scientists backtest and curate their models.", [("DS", "backtest and curate their models")]),
    ("Data scientists, on the contrary, forecast demand for the board.", [("DS", "forecast demand for the board")]),
    ("The former test bold ideas; the latter differ in that.", [("DS", "test bold ideas")]),
    (
        "Data engineers write pipelines. Some also tune the schemas.",
        [("DE", "write pipelines"), ("DE", "tune the schemas")],
    ),
    (
        "Data engineers write pipelines. When a job fails they restart the nightly runs.",
        [("DE", "write pipelines"), ("DE", "restart the nightly runs")],
    ),
    ("## Data Engineer\n\nRole: design schemas, patch servers", [("DE", "design schemas, patch servers")]),
    (
        "## Data engineers\nKey duties include: designing schemas; running the nightly jobs; and fixing pipes.",
        [("DE", "designing schemas"), ("DE", "running the nightly jobs"), ("DE", "fixing pipes")],
    ),
    ("Data scientists study the numbers of a firm.", [("DS", "study the numbers of a firm")]),
    ("Data scientists make forecasts for the board.", [("DS", "make forecasts for the board")]),
    ("Data engineers hire and train staff.", [("DE", "hire and train staff")]),
    ("Data engineers leave notes for the next shift.", [("DE", "leave notes for the next shift")]),
    ("Data engineers come in from outside and check the pumps.", [("DE", "check the pumps")]),
    ("Data engineers seal the tanks and are paid for the risk.", [("DE", "seal the tanks")]),
    (
        "## What they do\n- Data engineer (DE): This person lays pipes.\n- Data scientist: This person counts pigeons.",
        [("DE", "lays pipes"), ("DS", "counts pigeons")],
    ),
    (
        """## Daily duties

### Data Engineer

Lay the pipes. Work with banks, and seal tanks.

### Data Scientist

Count the pigeons. Work hours are long.""",
        [("DE", "Lay the pipes"), ("DE", "Work with banks, and seal tanks")],
    ),
    # Verbs of being, having and paying are work by what they are done to.
    ("Data engineers make weekly forecasts.", [("DE", "make weekly forecasts")]),
    ("Data scientists see new patients.", [("DS", "see new patients")]),
    ("Data engineers give lectures to graduates.", [("DE", "give lectures to graduates")]),
    ("Data scientists look into failed runs.", [("DS", "look into failed runs")]),
    (
        "As a data engineer you design schemas. You label tables too.",
        [("DE", "design schemas"), ("DE", "label tables too")],
    ),
    ("As a data engineer you design schemas and patch servers.", [("DE", "design schemas and patch servers")]),
    (
        "Data engineers design schemas. Since 2020 they also draw charts.",
        [("DE", "design schemas"), ("DE", "draw charts")],
    ),
    ("Data engineers analyze costs and plan covers.", [("DE", "analyze costs and plan covers")]),
    (
        "Data engineers and other experts are responsible for planning the pipelines.",
        [("DE", "planning the pipelines")],
    ),
    ("Data scientists first settle what to ask.", [("DS", "settle what to ask")]),
    (
        "Data engineers are busy. Their aim is nearly always to keep the pipes flowing.",
        [("DE", "keep the pipes flowing")],
    ),
    ("Data scientists build models and test ideas.", [("DS", "build models and test ideas")]),
    ("## Data Engineer\n- Main task: watch alerts and patch servers", [("DE", "watch alerts and patch servers")]),
    (
        "A data scientist designs services that other teams rely on.",
        [("DS", "designs services that other teams rely on")],
    ),
    (
        "A data scientist owns one goal. She talks to customers a lot.",
        [("DS", "owns one goal"), ("DS", "talks to customers a lot")],
    ),
    (
        "Data engineers keep logs. In some regions they may run old servers.",
        [("DE", "keep logs"), ("DE", "run old servers")],
    ),
    ("Data engineers use Kafka to move events.", [("DE", "use Kafka to move events")]),
    ('Data engineers own the "when" and "how".', [("DE", 'own the "when" and "how"')]),
    ("Data engineers build very large pipelines.[2]", [("DE", "build very large pipelines")]),
    (
        "Data scientists analyze large data sets, while data engineers maintain fast pipelines.",
        [("DS", "analyze large data sets"), ("DE", "maintain fast pipelines")],
    ),
    (
        "Data scientists, on the other hand, explore data to find trends.",
        [("DS", "explore data to find trends")],
    ),
    ("Data engineers are responsible for building pipelines.", [("DE", "building pipelines")]),
    ("Data engineers focus on building reliable pipelines.", [("DE", "building reliable pipelines")]),
    ("Data engineers are in charge of data quality.", [("DE", "data quality")]),
    ("Data scientists spend most of their time cleaning data.", [("DS", "cleaning data")]),
    ("The primary responsibility of a data scientist is to find patterns.", [("DS", "find patterns")]),
    (
        "In addition, data scientists present findings to executives.",
        [("DS", "present findings to executives")],
    ),
    (
        "Both roles work with large data sets.",
        [("DE", "work with large data sets"), ("DS", "work with large data sets")],
    ),
    (
        "Data scientists collaborate with data engineers to deploy models.",
        [("DS", "collaborate with data engineers to deploy models")],
    ),
    (
        "Both game designers and data engineers plot the longest routes.",
        [("DE", "plot the longest routes"), ("game_designer", "plot the longest routes")],
    ),
    (
        "In most hospitals a data scientist checks models before release.",
        [("DS", "checks models before release")],
    ),
    ("## Data Engineer\nThis role involves designing databases.", [("DE", "designing databases")]),
    ("## Data Engineer\nThe main task is keeping data clean.", [("DE", "keeping data clean")]),
    ("## Data Engineer\nTheir main job is to keep data clean.", [("DE", "keep data clean")]),
    ("Data engineers build. They also tune slow queries.", [("DE", "tune slow queries")]),
    ("Surveys show that data engineers maintain very large pipelines.", [("DE", "maintain very large pipelines")]),
    ("A data engineer's main job is to keep all data clean.", [("DE", "keep all data clean")]),
    (
        "A data engineer is a trained professional who keeps the feeds alive.",
        [("DE", "keeps the feeds alive")],
    ),
    (
        "A data engineer is the plumber of the data world, focused on keeping data clean.",
        [("DE", "keeping data clean")],
    ),
    (
        "Data engineers are responsible for keeping data clean and often have a background in IT.",
        [("DE", "keeping data clean")],
    ),
    ("Data Engineer and Data Scientist Wages in Canada", []),
    ("Data scientists are people who mostly specialize in testing bold ideas.", [("DS", "testing bold ideas")]),
    (
        "Data engineers, also called pipeline developers, patch the nightly jobs.",
        [("DE", "patch the nightly jobs")],
    ),
    (
        "Both data scientists (DS) and data engineers (DE) write tidy code daily.",
        [("DE", "write tidy code daily"), ("DS", "write tidy code daily")],
    ),
    ("Data engineers are more concerned with loading clean tables.", [("DE", "loading clean tables")]),
    (
        "Data engineers have a good memory and are in charge of locking the vault.",
        [("DE", "locking the vault")],
    ),
    (
        "A data engineer is a trained professional responsible for guarding raw files.",
        [("DE", "guarding raw files")],
    ),
    ("The main objective of the data engineer is to guard raw files.", [("DE", "guard raw files")]),
    ("Data engineers are legally allowed to open sealed files.", [("DE", "open sealed files")]),
    ("As a data engineer, you guard the raw files.", [("DE", "guard the raw files")]),
    ("Data engineers guard the raw files.2", [("DE", "guard the raw files")]),
    (
        "Data engineers have a long training and can open sealed files.",
        [("DE", "open sealed files")],
    ),
    ("Data engineers have a strong focus on keeping costs low.", [("DE", "keeping costs low")]),
    ("Data engineers are responsible to guard the raw files.", [("DE", "guard the raw files")]),
    (
        "Data engineers guard the raw files. This includes tasks such as renewing old keys.",
        [("DE", "guard the raw files"), ("DE", "renewing old keys")],
    ),
    ("Data engineers play an important part in keeping costs low.", [("DE", "keeping costs low")]),
    ("Naturally a data engineer guards the raw files.", [("DE", "guards the raw files")]),
    (
        "## What does a data engineer do?\nThese professionals guard the raw files.",
        [("DE", "guard the raw files")],
    ),
    (
        "The former test bold ideas. The latter build fast pipelines.",
        [("DS", "test bold ideas"), ("DE", "build fast pipelines")],
    ),
    (
        "## Data Engineer\nYou will build data pipelines and monitor them.",
        [("DE", "build data pipelines and monitor them")],
    ),
    (
        "Data scientists train models, while data engineers run pipelines.",
        [("DS", "train models"), ("DE", "run pipelines")],
    ),
    (
        "Data scientists, by contrast, give expert opinions and testify in court.",
        [("DS", "give expert opinions and testify in court")],
    ),
    ("Data scientists face clients and calm them.", [("DS", "face clients and calm them")]),
    ("Data engineers appeal the decision of a bank.", [("DE", "appeal the decision of a bank")]),
    ("Data engineers are licensed to open pipelines.", [("DE", "open pipelines")]),
    ("Data scientists study viruses, rocks and stars.", [("DS", "study viruses, rocks and stars")]),
    ("Data engineers share their findings with the crew.", [("DE", "share their findings with the crew")]),
    (
        "## A day in the life\nData Engineer: laying pipes at dawn, oiling valves. In winter they thaw taps too.",
        [("DE", "laying pipes at dawn, oiling valves"), ("DE", "thaw taps too")],
    ),
    (
        "# Data engineer pay\n## Pay at a glance\nMaintains pipes, greases valves and advises owners. Nights are few.",
        [("DE", "Maintains pipes, greases valves and advises owners")],
    ),
    (
        "# Data engineers and law enforcement\n## Duties\n### Data engineering\n\nPatrol, lay pipes and open valves.",
        [("DE", "Patrol, lay pipes and open valves")],
    ),
    (
        "## What do they do?\nData engineers: build pipes; guard the keys; and run banks. They use Kafka 3 and Spark.",
        [("DE", "build pipes; guard the keys; and run banks")],
    ),
]


def test_a_job_s_main_duty() -> None:
    """Whose duty it is, a pronoun or the job tells."""
    words = (
        "Data engineers build tools. His main task is to keep the data clean. The role's core duty is to mend pipes."
        " They must be able to prioritize the work and draw plans."
    )
    duties = ["build tools", "keep the data clean", "mend pipes", "prioritize the work and draw plans"]
    assert said(words, Kind.RESPONSIBILITY, "value") == duties


def test_numbered_sentences() -> None:
    """Numbers behind a colon, each before a sentence of its own, and other tasks than those told before."""
    words = (
        "Data engineers build tools. Their job description includes: 1. Checking the logs daily."
        " 2. Writing long reports. They run weekly calls.\n\n"
        "Other specific job tasks include mending pipes and closing tickets."
    )
    duties = ["Checking the logs daily", "Writing long reports", "build tools", "run weekly calls"]
    found = said(f"# Data engineers\n{words}", Kind.RESPONSIBILITY, "value")
    assert sorted(found) == sorted([*duties, "mending pipes and closing tickets"])
    items = "- Data engineer: $90,000\n- Time to hire: nine months\n- On-call work is told of"
    assert said(f"# Data engineer\n{items}", Kind.RESPONSIBILITY, "value") == []


def test_lists_behind_sentences() -> None:
    """What is included in what a sentence tells, and a list behind a word to the reader."""
    included = (
        "You are responsible for all aspects of the yard. This includes:\n\n- Paperwork and calls\n- Minding equipment"
    )
    page = f"# Welder\n## Responsibilities and Requirements of a Welder\n{included}\n"
    assert said(page, Kind.RESPONSIBILITY, "value")[-2:] == ["Paperwork and calls", "Minding equipment"]
    assert said(page, Kind.SKILL, "value") == []
    told = "Welders can be called upon to mend gates. If you like fire, a career in welding may be for you."
    page = f"# Welder\n## What does a welder do?\n{told}\n\n- Provide clean seams\n- Maintain torches\n"
    assert said(page, Kind.RESPONSIBILITY, "value") == ["mend gates", "Provide clean seams", "Maintain torches"]


def test_a_sentence_between_a_question_and_its_list() -> None:
    """``There are many kinds.`` announces no list of what is done."""
    words = (
        "## What does a data engineer do?\n\nThere are many kinds of data engineers.\n\n- put out pumps\n- mend pipes\n"
    )
    assert said(DS_DE + words, Kind.RESPONSIBILITY, "value") == ["put out pumps", "mend pipes"]


@pytest.mark.parametrize(("words", "rows"), CLAUSES)
def test_clauses(words: str, rows: list[object]) -> None:
    """The predicate of a clause whose subject is a role, without what only opens it."""
    assert said(DS_DE + words, Kind.RESPONSIBILITY, "role", "value") == rows


NONE = [
    "# Nurses\nNurses need training in fire safety.",
    "# Data engineer\n\nThere are good reasons to become a data engineer.\n\n- Pays well\n- Keeps you fit",
    "A data engineer (DES) sits. DES work falls into two broad phases.",
    "A data engineer also joins at Level 6.",
    "What data engineers do in that half hour is not the same at all.",
    "# Is it worth it?\n\nThere are reasons to become a data engineer.\n\n- Keeps you fit\n- Brings joy\n- Feeds all",
    "# Is it worth it?\n\nA data engineer works.\n\n- Pays well\n- Keeps you fit\n- Brings friends",
    "# Is it worth it?\n\nA data engineer course is long.\n\n- Teaches sums\n- Ends with tests\n- Builds trust",
    "Data engineers work on Saturdays. Data scientists work on a self-employed basis.",
    "Most data engineers are employed by agencies specializing in laying cables for shops.",
    "The pay of data engineers depends on their town, the firms they work for, and their age.",
    "## Data engineer\n- Experience: 0–4 years\n- Experience: 3+ years on site",
    "Reports to\nData engineering Head / CHRO",
    "All pay for data engineers is gross. They exclude AWS and allowances.",
    "## Data engineer\nWhere you'll work: Small offices and pumping stations.",
    "## Data engineer\n- Starting salary\n- Average annual pay",
    "## Data engineer\nStates like Ohio fall into the middle:\n- Ohio: $40,000",
    "Most data scientist schools ask for 200 hours of practice, and data engineer courses teach chess.",
    "Both jobs can feed a family, and the two titles sound alike.",
    "On a contract data scientists charge by the hour.",
    "The names differ by a word, the adverts are poor, and both repeat the same phrase four times.",
    "## What they do\n- Data scientist: the first voice on the phone",
    "## Key duties\n- Both roles share Excel, Jira and clear writing.",
    "## What data scientists do\nData Scientist: Patience · Sums · A quick pen",
    "Data engineers and data scientists work hand in hand.",
    "| Part | Data Engineer | Data Scientist |\n|---|---|---|\n| Line | Reports to the head | Reports to the board |",
    "Both end up tired, and both lead to offices in the town.",
    "Neither data engineers nor data scientists leave most bakers behind.",
    "Data engineers finish the week tired. Data scientists draw profit shares.",
    "As a data engineer gathers years, the worth of the tanks rises.",
    "The chart shows how the time spent as a data engineer relates to pay.",
    # A list below a question that asks for something else than what they do, and a sentence in a list of duties.
    "## How much does a data scientist earn?\n- Top industries are insurance and chemistry.\n- Hesse is first.",
    "## What do data scientists do?\n- They need to know cloud, servers and networks",
    "Data scientists top most lists in the country.",
    "Data scientists catch up near the top.",
    "Data scientists arrive from everywhere.",
    "Data scientists saw lower numbers.",
    'Both roles carry the name "engineer".',
    "A data engineer works under pressure and deadlines. Data engineers pull ahead at the top.",
    "## The role of a data engineer\n\nWhere data engineers find jobs:\n\n- Hotels and hospices\n- Big mills",
    "Most data engineers stop after one course. Data engineers burn out faster than data scientists.",
    "Data engineers break even within three years. Data engineers follow a different branch of the school.",
    "Data engineers find the nights tiring. Both can take criticism without losing heart.",
    "Some data engineers also branch out into sales or law.",
    "Data engineers may turn towards law and become judges later.",
    "The hammer is the one tool that both data scientists and data engineers use every day.",
    "Data engineers can do the job well without a diploma. Data scientists regret the choice less often.",
    "Data engineers can work for schools, prisons, hotels or the armed forces.",
    "Data engineers add a year of tunnels (TY) and a 900-hour internship.",
    "Data scientists and data engineers take home similar salaries.",
    "Data scientists find work more easily than data engineers.",
    "Both swear by Excel.",
    "Data engineers begin as data clerks and later become managers.",
    "A data engineer picks Java, Go or Python plus Redis.",
    "Data scientists turn to Tableau, Excel and Power BI.",
    "Data engineers can beat them in a good year.",
    "While a data scientist may see a client for twenty minutes, days are long.",
    "Data scientists and data engineers work on the same cases.",
    "Data scientists excel in spreadsheets.",
    "Data scientists make easy money.",
    "Data scientists leave for banks or the stage.",
    "Data engineer work demands more patience, and errors there cost more.",
    "Data engineers feel at home in big rooms.",
    "Data engineers outperform data scientists, and the two roles converge in time.",
    "Data engineers take a different route. Data engineers perform their duties indoors.",
    "To work, data engineers must complete an accredited training program that takes a year.",
    "Data engineers usually take 8–14 months to train.",
    "Here is where data engineers work and how their days can differ.",
    "## Things to consider:\n- As the chart shows, data engineers tend to make more in towns than elsewhere.",
    "## Duties of data engineers\n- As the chart shows, data engineers tend to make more in towns than elsewhere.",
    "Data engineers major in plumbing and pipes.",
    "Both roles matter for a sound firm.",
    "Data engineers do best in cold towns.",
    "Data engineers do so without a licence.",
    "The data engineer school tends to be cheaper.",
    "Data engineering suits those who like puzzles; data engineers suit calm firms.",
    "Data engineers should master Excel and SQL.",
    "Some titles, among them data engineers, which includes pipeline engineers, are new.",
    "Where each role takes you in the end.",
    "How data engineers work with the data teams.",
    "A data engineer is a mix of patience and events.",
    "In practice what a data engineer focuses on is quite another thing.",
    "Data scientists and data engineers focus on different parts of the same pipe.",
    "Your salary as a data scientist rises year after year.",
    "Your day as a data engineer begins with coffee.",
    "Data scientists and data engineers are no twins. They look at different things.",
    "The data engineer title took off in 2020, when the cloud took over the warehouses.",
    "## Data Engineer\n\nDesigns are part of it. Plans vary from firm to firm.",
    "## Data Engineer\n\nFocus is on pipes. Earns a good salary of $90,000.",
    "Data scientists make no forecasts.",
    "Data scientists see growth in patients.",
    "Data engineers hold a share of the sessions.",
    "Data engineers make good money and give no orders.",
    "Data engineers work in hospitals, banks and offices.",
    "Data engineers work at large companies including Adobe and Stripe.",
    "The main difference between a data engineer and a data scientist lies in the scope of their work.",
    "Data engineers use Kafka and Spark daily.",
    "Data engineers work mainly in Airflow.",
    "Data engineers swear by Kafka, Spark and Airflow.",
    "Data engineers report lower stress than data scientists.",
    "Data engineers must pass the state exam.",
    "A data engineer then passes the DQE and waits.",
    "Data engineers take a database course.",
    "Data engineers take home far more than data scientists at every stage.",
    "Data engineers are trained in the older model.",
    "Data engineers drafted the first agreements.",
    "The data engineer career ladder is long and winding.",
    "Data engineers tools include SQL, Python and Spark.",
    "The data engineer course typically takes four years to complete.",
    "Data engineers hired at banks receive an average salary of P9,757 a month.",
    "Data engineers take home Dh14,000 to Dh19,000.",
    "Data engineers can progress to Band 6.",
    "## Data Engineer Duties\n- Entry-level (0-2 years): 100,000 - 150,000",
    "Data scientists earn well.",
    "Data scientists have strong skills.",
    "Data scientists need a degree in statistics.",
    "Data scientists like hard problems.",
    "Data scientists earn $100,000 a year.",
    "Do data scientists build good models?",
    "They collect lots of data.",
    "Both trades let you earn. Both jobs put you in the middle of the plant.",
    "Data engineers on their own set their own hourly rates.",
    "Data engineers spend a good half of the week on site, data scientists do not.",
    "## Working conditions\nData engineers:\n- wear masks, as they handle acids\n- lay pipes at night",
    "# Data engineers\n## About us\nProvides tools, compares offers and helps you to find work.",
    "Data scientists are people like you.",
    "Data scientist salaries depend on the city.",
    "## Skills of a Data Scientist\n- Build trust",
    "Data scientist careers are varied and full of change.",
    "To work as a data scientist, you need to pass a test.",
    "A data scientist works under the eye of a manager.",
    "A data scientist is responsible for those tasks.",
    "## Data Scientist Duties\n- Data scientists work under the eye of a manager.",
    "Data scientists play a vital role.",
    "Data scientists play a large part in the life of a bank.",
    "Data scientists work 40 hours a week at most.",
    "Data scientists are expected to hold a valid passport.",
    "Data scientists carry out the following tasks for a bank.",
    "## Data Scientist\n### Tasks\n- Charting tools such as Tableau and Excel",
    "A data scientist is someone who has a curious mind.",
    "This guide covers what data scientists and data engineers do at work.",
    "Data scientists may well earn less than data engineers at first.",
    "## Duties\n- Both need a diploma; the latter add a residency of two years.",
    "Data scientists face long hours and back pain.",
    "Both must register with the board of statisticians.",
    "Data scientists advance from the junior desk to the senior one.",
    "Data scientists do much of the same.",
    "Data scientists win on pay, data engineers on growth.",
    "## Data Scientist\nThe duties include:\n- Bridges\n- Tunnels",
    "The gap narrows when data scientists pick up ML or AI.",
    "Data scientists attend a good university and obtain a Certificate III in counting.",
    "Data scientists train for longer than their colleagues do.",
    "## Data Scientist\nThe duties include:\n- More duties:",
    "## Data Scientist\n### Duties\n- Tools: Excel, Tableau and a pen",
    "## Data Scientist\n### Skill Sets\n- Building trust in teams",
    "| Aspect | Data Scientist |\n|---|---|\n| Deals with | Models |\n| Growth | 36% |",
    "## What does a data engineer use?\n- Kafka, PostgreSQL\n- Python and Bash",
    "Data engineers and data scientists sell well. The two surveys hardly mean the same job.",
    "Both must pass national boards and be licensed by the state.",
    "Data engineer work suits people who like pipes.",
    "The data engineering market, for its part, keeps growing.",
    "### Training\n1. Data engineer: a diploma in pipes (two years)\n2. Data scientist: on-the-job training",
]


@pytest.mark.parametrize("words", NONE)
def test_no_duties(words: str) -> None:
    """What a role is, has, earns, needs or likes is no duty."""
    assert said(DS_DE + words, Kind.RESPONSIBILITY, "value") == []


LISTED = [
    (
        "## Data engineer\nA licensed data engineer:\n\n- writes pipes;\n- mends lakes;\n- keeps watch.",
        [("DE", "writes pipes"), ("DE", "mends lakes"), ("DE", "keeps watch")],
    ),
    (
        (
            "# Salaries, duties, and education\nData engineers like care. They mostly sit.\n\n"
            "- Takes the pulse\n- Does some of the rounds\n- Performs tests"
        ),
        [("DE", "Takes the pulse"), ("DE", "Does some of the rounds"), ("DE", "Performs tests")],
    ),
    (
        "## Data Engineer Responsibilities\n- Sets targets for towers ($3 million is common)\n- Digs trenches",
        [("DE", "Sets targets for towers"), ("DE", "Digs trenches")],
    ),
    (
        "## Responsibilities\n\n### Data Engineer\n- Main focus: Laying pipes and ducts\n- Ducts: Sweep them all",
        [("DE", "Laying pipes and ducts"), ("DE", "Ducts: Sweep them all")],
    ),
    ("## Responsibilities\n\nAs a data engineer, you'll need to:\n\n- build pipelines", [("DE", "build pipelines")]),
    (
        "## What are the main duties?\nData engineer: 1. Prepare stores. 2. Order disks. 3. Train the juniors.",
        [("DE", "Prepare stores"), ("DE", "Order disks"), ("DE", "Train the juniors")],
    ),
    (
        "## Data Engineer\nPuts scanners into the build and writes the rules that say what may be shipped.",
        [("DE", "Puts scanners into the build and writes the rules that say what may be shipped")],
    ),
    (
        "## Data Engineer\nRole: Pipe inspection, laying cables, taking calls.\n\nAge: 18",
        [("DE", "Pipe inspection, laying cables, taking calls")],
    ),
    ("## Data Engineer\n\n### Tasks and tools\n- Build pipelines\n- Kafka, Spark", [("DE", "Build pipelines")]),
    (
        "## Kinds of engineers\n1. Data Engineer (Entry-Level)\n- Assists others with streams.\n- Learns about stores.",
        [("DE", "Assists others with streams"), ("DE", "Learns about stores")],
    ),
    (
        "## Data Engineer\nForecasts load, sets alarms and prepares the monthly deck. Kafka or Spark required.",
        [("DE", "Forecasts load, sets alarms and prepares the monthly deck")],
    ),
    ("## Data Engineer\nTools differ too. Some have Kafka, and others have none.", []),
    (
        "# Jobs\n## Data Engineer\n\nPlans the pipes across all sites. They report to the owner.",
        [("DE", "Plans the pipes across all sites"), ("DE", "report to the owner")],
    ),
    (
        "## Data Scientist Responsibilities\n- Research: Conducting interviews and tests. (More on methods).",
        [("DS", "Research: Conducting interviews and tests. (More on methods)")],
    ),
    (
        "## Junior Data Engineer (1-3 years)\nHandles pipes and talks to guests; may be new.",
        [("DE", "Handles pipes and talks to guests")],
    ),
    ("## About pipes\nHandles break and pipes burst at night.", []),
    (
        "How the days look\n\nA data scientist's week:\n- Clean and join tables\n- Run readouts of tests",
        [("DS", "Clean and join tables"), ("DS", "Run readouts of tests")],
    ),
    (
        "Data scientist responsibilities.\n- Negotiate yearly contracts that save $1.2M.\n- Earn $90,000 a year.",
        [("DS", "Negotiate yearly contracts that save $1.2M")],
    ),
    (
        "Data engineers have much to do. They work on:\n- Cable layout\n- Pipe safety",
        [("DE", "Cable layout"), ("DE", "Pipe safety")],
    ),
    (
        "Duties of a data engineer: daily inspection; tool talks; issuing permits.",
        [("DE", "daily inspection"), ("DE", "tool talks"), ("DE", "issuing permits")],
    ),
    (
        "## Who is a Data Engineer?\n- Reporting: Prepare dashboards for managers\n- Care: Remove duplicates now",
        [("DE", "Reporting: Prepare dashboards for managers"), ("DE", "Care: Remove duplicates now")],
    ),
    (
        "## Data Engineer\n\nDesigns the schemas of a bank. Keeps the nightly runs alive.",
        [("DE", "Designs the schemas of a bank"), ("DE", "Keeps the nightly runs alive")],
    ),
    (
        "## Data Engineer\nOn a normal week you'd find them:\n- Pulling logs\n- Mending broken runs",
        [("DE", "Pulling logs"), ("DE", "Mending broken runs")],
    ),
    (
        (
            "## What does a data engineer do?\n- Build data pipelines\n"
            "- Maintain data warehouses and\n- Working with analysts."
        ),
        [("DE", "Build data pipelines"), ("DE", "Maintain data warehouses"), ("DE", "Working with analysts")],
    ),
    (
        "## Responsibilities of a Data Scientist\n- Building models;\n- Telling stories, including",
        [("DS", "Building models"), ("DS", "Telling stories")],
    ),
    (
        "A data engineer's daily tasks include:\n- Building pipelines\n- Fixing queries",
        [("DE", "Building pipelines"), ("DE", "Fixing queries")],
    ),
    (
        "## Data Engineer\n- Builds pipelines for others\n- Fixes queries",
        [("DE", "Builds pipelines for others"), ("DE", "Fixes queries")],
    ),
    (
        "## Duties\n- Data scientist: builds models\n- Data engineer: builds pipelines",
        [("DS", "builds models"), ("DE", "builds pipelines")],
    ),
    (
        "## Data Engineer\n### Responsibilities\n- Monitoring. They watch the pipelines all day.",
        [("DE", "watch the pipelines all day")],
    ),
    (
        (
            "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n"
            "| Responsibilities | Build models | Build pipelines |"
        ),
        [("DS", "Build models"), ("DE", "Build pipelines")],
    ),
    ("## Data Scientist Responsibilities\n- Learn more in our course!", []),
    (
        "## Data Engineer\nThe major duties of a data engineer are listed here.\n- Patching jobs\n- Loading files",
        [("DE", "Patching jobs"), ("DE", "Loading files")],
    ),
    (
        "A data engineer takes on these tasks for a data scientist:\n- Patching jobs\n- Loading files",
        [("DE", "Patching jobs"), ("DE", "Loading files")],
    ),
    (
        "## Role of a Data Engineer\nIt is a busy one.\n- Patches jobs by night\n- Loads files by day",
        [("DE", "Patches jobs by night"), ("DE", "Loads files by day")],
    ),
    (
        "## Data Engineer Tasks\n- Data engineers patch the nightly jobs.\n- They load files by day.",
        [("DE", "patch the nightly jobs"), ("DE", "load files by day")],
    ),
    (
        "## Data Engineer\nPatches and late alarms are key parts of the job.",
        [("DE", "Patches and late alarms")],
    ),
    ("## Data Engineer\nGuards the old pipelines", [("DE", "Guards the old pipelines")]),
    ("## Data Engineer\nMain focus: repairs and upkeep of feeds", [("DE", "repairs and upkeep of feeds")]),
    (
        (
            "Data scientists and data engineers share a room.\n"
            "- Files: Data scientists read the old files.\n- Care: They keep the notes tidy."
        ),
        [("DS", "read the old files"), ("DS", "keep the notes tidy")],
    ),
    (
        "## Duties of a Data Engineer\n- Files: They mark files for a data scientist's desk.\n- Care: They mend nets.",
        [("DE", "mark files for a data scientist's desk"), ("DE", "mend nets")],
    ),
    (
        "## Data Engineer: The One Who Fixes\n- Patches the nightly jobs\n- Loads the files",
        [("DE", "Patches the nightly jobs"), ("DE", "Loads the files")],
    ),
    ("## Data Engineer\nThis IT job calls for loading files.", [("DE", "loading files")]),
    (
        "A data engineer sees more. A data engineer might:\n- Patch the nightly jobs\n- Load the files",
        [("DE", "Patch the nightly jobs"), ("DE", "Load the files")],
    ),
    (
        "The career path of the data engineer leads to duties such as:\n- Patching jobs\n- Loading files",
        [("DE", "Patching jobs"), ("DE", "Loading files")],
    ),
    (
        "| Responsibility | Data Scientist | Data Engineer |\n|---|---|---|\n| Files | Reading files | Loading files |",
        [("DS", "Reading files"), ("DE", "Loading files")],
    ),
    (
        "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Role | Test ideas | Load files |",
        [("DS", "Test ideas"), ("DE", "Load files")],
    ),
    (
        "## Data Engineer\n### Duties\n- Training junior data scientists",
        [("DE", "Training junior data scientists")],
    ),
    (
        "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Team | Advises the bank | Helps the cashiers |",
        [("DS", "Advises the bank"), ("DE", "Helps the cashiers")],
    ),
    (
        "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Primary role | Test ideas | Load files |",
        [("DS", "Test ideas"), ("DE", "Load files")],
    ),
    (
        "| Data Scientist | Data Engineer |\n|---|---|\n| A data scientist designs tests. | They load large files. |",
        [("DS", "designs tests"), ("DE", "load large files")],
    ),
    (
        "| Data Scientist | Data Engineer |\n|---|---|\n| Tools used are R, SAS. | Tools used are Kafka, Spark. |",
        [],
    ),
    (
        "## Data Engineer\nConcentrates on tooling and tests. Bridges both teams. Writes code to end toil.",
        [("DE", "tooling and tests"), ("DE", "Bridges both teams"), ("DE", "Writes code to end toil")],
    ),
    ("## Data Engineer\nPlans vary. Salaries rise.", []),
    (
        "Data engineers are responsible for:\n- Planning routes\n- Negotiating freight rates",
        [("DE", "Planning routes"), ("DE", "Negotiating freight rates")],
    ),
    (
        "In many companies, data engineers typically:\n- Patch the nightly jobs\n- Load the files",
        [("DE", "Patch the nightly jobs"), ("DE", "Load the files")],
    ),
    (
        "## Data ScientistDuties\n- Reading files\n\n## Data EngineersKey Tasks\n- Loading files",
        [("DS", "Reading files"), ("DE", "Loading files")],
    ),
    (
        "| Aspect | Data Engineer |\n|---|---|\n| Main work | Patch the nightly jobs |",
        [("DE", "Patch the nightly jobs")],
    ),
    ("Data engineers are found in these settings:\n- Nursing homes\n- Testing labs", []),
    ("The top states for data engineers are:\n- California\n- District of Columbia\n- Ohio", []),
    # What is listed as not done is not done.
    (
        "## Data Engineer\n- **Does**\n  - Builds pipelines\n- **Does not**\n  - Train models",
        [("DE", "Builds pipelines")],
    ),
    (
        "## Data Engineer\n### Responsibilities\n- Builds pipelines\n### What they do not do\n- Train models",
        [("DE", "Builds pipelines")],
    ),
]


@pytest.mark.parametrize(("words", "rows"), LISTED)
def test_lists_and_cells(words: str, rows: list[object]) -> None:
    """Items and cells under a label about duties, without bullets, stops and words that lead nowhere."""
    assert said(DS_DE + words, Kind.RESPONSIBILITY, "role", "value") == rows


TONES = [
    ("Data scientists build very good models.", "affirmed", "stated"),
    ("Data scientists often build very good models.", "affirmed", "hedged"),
    ("Some assume that data scientists only build nice charts.", "affirmed", "reported"),
    gap(
        "Data scientists do not build many dashboards.",
        "negated",
        "stated",
        reason="a denied duty is left out",
    ),
]


@pytest.mark.parametrize(("words", "polarity", "modality"), TONES)
def test_tone(words: str, polarity: str, modality: str) -> None:
    """Hedged, denied, or a view that the text does not share."""
    assert said(DS_DE + words, Kind.RESPONSIBILITY, "polarity", "modality") == [(polarity, modality)]


PHRASES = [
    ("  build   models. ", "build models"),
    ("build\nmodels", "build models"),
    ("build (very good models", "build very good models"),
    ("translate questions into models (and back", "translate questions into models (and back)"),
    ("build models (fast)", "build models (fast)"),
    (",; :", ""),
]


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_clean(text: str, phrase: str) -> None:
    """Blanks folded, brackets closed, no punctuation at the ends."""
    assert clean(text) == phrase


def test_each_line_of_a_cell_is_a_duty() -> None:
    """A line that goes on from the one above begins small or with a bracket."""
    document = read(
        "Data Scientist vs Data Engineer\n\n|\nData Scientist |\nData Engineer | ||\nDuties |\nTest ideas on data\n"
        "Draw charts\n(with care) |\nMove tables |\n||\nPay |\n$90,000 |\n$80,000 |\n||\nHours |\n9 |\n8 |\n||\n"
    )
    found = [c for c in extract_claims(document, language()) if c.kind is Kind.RESPONSIBILITY]
    assert [c.quote for c in found] == ["Test ideas on data", "Draw charts\n(with care)", "Move tables"]


def test_shares_of_time() -> None:
    """How much of the day one is at it stands before what is done."""
    document = read(
        "# Data engineer\n\nWhat a data engineer does is told here.\n\n## A typical day of a data engineer\n\n"
        "- 60%: loading files\n- 40% of the time: patching jobs\n"
    )
    found = [claim.value for claim in extract_claims(document, language()) if claim.kind is Kind.RESPONSIBILITY]
    assert found == ["loading files", "patching jobs"]


@pytest.mark.parametrize("mark", ["2", " [2]", "²"])
def test_the_mark_of_a_note_behind_a_colon(mark: str) -> None:
    """``Welders do the following:2``: what they do stands below."""
    page = f"Welder or roofer?\n\nWelders join what others cut.\n\nAll welders do the following:{mark}\n\n"
    document = read(page + "- Grind down old seams\n- Check the gas bottles\n\nRoofers do none of that.")
    found = [claim.value for claim in extract_claims(document, language()) if claim.kind is Kind.RESPONSIBILITY]
    assert found == ["join what others cut", "Grind down old seams", "Check the gas bottles"]


def test_the_last_word_of_the_only_title() -> None:
    """In an article about one role, its last word in the plural stands for those in it."""
    words = "# How to become a data analyst\n\nA data analyst studies figures. Analysts draw charts each week."
    assert said(words, Kind.RESPONSIBILITY, "value") == ["studies figures", "draw charts each week"]
