"""What is read of expressions in the forms of real pages. A bug found adds a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.amounts import AmountKind, Form, Hints, find_amounts, parse_amount

if TYPE_CHECKING:
    from collections.abc import Callable

Cases = tuple[tuple[str, list[str]], ...]

SIGNS: Cases = (
    ("US$95,000", ["95000 USD"]),
    ("$95,432.5", ["95432.5 USD"]),
    ("U.S. $95,000", ["95000 USD"]),
    ("USD 95,000", ["95000 USD"]),
    ("95,000 USD", ["95000 USD"]),
    ("$95,000 USD", ["95000 USD"]),
    ("USD $95,000", ["95000 USD"]),
    ("USD95k", ["95000 USD"]),
    ("CA$82,000", ["82000 CAD"]),
    ("C$82,000", ["82000 CAD"]),
    ("CAD 82,000", ["82000 CAD"]),
    ("CAD$82,000", ["82000 CAD"]),
    ("$82,000 CAD", ["82000 CAD"]),
    ("AU$110,000", ["110000 AUD"]),
    ("A$110,000", ["110000 AUD"]),
    ("AUD 110,000", ["110000 AUD"]),
    ("NZ$90,000", ["90000 NZD"]),
    ("S$5,000", ["5000 SGD"]),
    ("HK$30,000", ["30000 HKD"]),
    ("R$ 8.000", ["8000 BRL"]),
    ("R 450 000", ["450000 ZAR"]),
    ("R35,000", ["35000 ZAR"]),
    ("R310 per hour", ["310 ZAR/hour"]),
    ("R 3.2 per cent", ["3.2%"]),
    ("ZAR 35 000", ["35000 ZAR"]),
    ("₹5,07,269", ["507269 INR"]),
    ("Rs 5,00,000", ["500000 INR"]),
    ("Rs. 5,00,000", ["500000 INR"]),
    ("Rs.5,00,000", ["500000 INR"]),
    ("rs 500000", ["500000 INR"]),
    ("INR 12,00,000", ["1200000 INR"]),
    ("5,00,000 rupees", ["500000 INR"]),
    ("€45.000", ["45000 EUR"]),
    ("45.000 €", ["45000 EUR"]),
    ("110.000$", ["110000 USD"]),
    ("45.000€", ["45000 EUR"]),
    ("EUR 45.000", ["45000 EUR"]),
    ("45.000 EUR", ["45000 EUR"]),
    ("45.000 Euro", ["45000 EUR"]),
    ("£38,000", ["38000 GBP"]),
    ("GBP 38,000", ["38000 GBP"]),
    ("38,000 pounds", ["38000 GBP"]),
    ("₦150,000", ["150000 NGN"]),
    ("NGN 150,000", ["150000 NGN"]),
    ("NGN150,000", ["150000 NGN"]),
    ("150,000 naira", ["150000 NGN"]),
    ("N150,000 monthly", ["150000 NGN/month"]),
    ("¥6,000,000", ["6000000 JPY"]),
    ("JPY 6,000,000", ["6000000 JPY"]),
    ("CNY 300,000", ["300000 CNY"]),
    ("RMB 300,000", ["300000 CNY"]),
    ("600万円", ["6000000 JPY"]),
    ("¥600万", ["6000000 JPY"]),
    ("15 000 zł", ["15000 PLN"]),
    ("PLN 15 000", ["15000 PLN"]),
    ("45 000 kr", ["45000 SEK"]),
    ("kr 45 000", ["45000 SEK"]),
    ("SEK 45,000", ["45000 SEK"]),
    ("NOK 650 000", ["650000 NOK"]),
    ("CHF 95'000", ["95000 CHF"]),
    ("95’000 CHF", ["95000 CHF"]),
    ("Fr. 95'000", ["95000 CHF"]),
    ("AED 15,000", ["15000 AED"]),
    ("SAR 18,000", ["18000 SAR"]),
    ("₱35,000", ["35000 PHP"]),
    ("PHP 35,000", ["35000 PHP"]),
    ("฿40,000", ["40000 THB"]),
    ("₩50 million", ["50000000 KRW"]),
    ("KRW 50,000,000", ["50000000 KRW"]),
    ("₫30.000.000", ["30000000 VND"]),
    ("VND 30.000.000", ["30000000 VND"]),
    ("RM 5,000", ["5000 MYR"]),
    ("MYR 5,000", ["5000 MYR"]),
    ("KSh 80,000", ["80000 KES"]),
    ("KES 80,000", ["80000 KES"]),
    ("Rp 12.000.000", ["12000000 IDR"]),
    ("IDR 12.000.000", ["12000000 IDR"]),
    ("Rp 7 jt", ["7000000 IDR"]),
    ("Rp 6,5 juta per bulan", ["6500000 IDR/month"]),
    ("Rp 850 rb", ["850000 IDR"]),
    ("Rp 900 ribu", ["900000 IDR"]),
    ("Rp 1,2 miliar", ["1200000000 IDR"]),
    ("R$ 9 mil", ["9000 BRL"]),
    ("R$ 2 milhões", ["2000000 BRL"]),
    ("€2 Mio", ["2000000 EUR"]),
    ("20 triệu VND", ["20000000 VND"]),
    ("They give us $90,000", ["90000 USD"]),
    ("US $90,000", ["90000 USD"]),
    ("₪20,000", ["20000 ILS"]),
    ("₺50.000", ["50000 TRY"]),
    ("Kč 45 000", ["45000 CZK"]),
    ("45 000 Kč", ["45000 CZK"]),
    ("Ft 800 000", ["800000 HUF"]),
    ("$ 95,000", ["95000 USD"]),
    ("95,000$", ["95000 USD"]),
    ("95,000 dollars", ["95000 USD"]),
    ("95,000 US dollars", ["95000 USD"]),
    ("8,33,000 रुपए", ["833000 INR"]),
)

SCALES: Cases = (
    ("$60k", ["60000 USD"]),
    ("$60K", ["60000 USD"]),
    ("60k€", ["60000 EUR"]),
    ("€60.8k", ["60800 EUR"]),
    ("$1.2M", ["1200000 USD"]),
    ("$1.2m", ["1200000 USD"]),
    ("£1.5 million", ["1500000 GBP"]),
    ("$95 thousand", ["95000 USD"]),
    ("₹10 lakh", ["1000000 INR"]),
    ("₹10 lakhs", ["1000000 INR"]),
    ("Rs 10 lac", ["1000000 INR"]),
    ("₹10L", ["1000000 INR"]),
    ("₹10 L", ["1000000 INR"]),
    ("₹10 LPA", ["1000000 INR/year"]),
    ("10 LPA", ["1000000 INR/year"]),
    ("8.5 lpa", ["850000 INR/year"]),
    ("₹1.2 Cr", ["12000000 INR"]),
    ("₹1.2 crore", ["12000000 INR"]),
    ("1 crore+ CTC", [">10000000 INR"]),
    ("1.1 lakh", ["110000 INR"]),
    ("Rs 25k", ["25000 INR"]),
    ("60 Tsd. Euro", ["60000 EUR"]),
    ("60 T€", ["60000 EUR"]),
    ("60 TEUR", ["60000 EUR"]),
    ("30 mil euros", ["30000 EUR"]),
    ("$5 billion", ["5000000000 USD"]),
    ("$1.3 trillion", ["1.3e+12 USD"]),
    ("₹12 lakh per annum", ["1200000 INR/year"]),
    ("₹6,00,000/-", ["600000 INR"]),
    ("45.000,- €", ["45000 EUR"]),
    ("CHF 110'000.-", ["110000 CHF"]),
    ("₹8–1.2 Cr LPA", ["800000-12000000 INR/year"]),
    ("0–90 ₹ LPA", ["0-9000000 INR/year"]),
    ("45 k€ brut annuel", ["45000 EUR/year"]),
    ("45-55K€", ["45000-55000 EUR"]),
)

GROUPS: Cases = (
    ("$1,234,567", ["1234567 USD"]),
    ("₹13,42,000", ["1342000 INR"]),
    ("₹1,00,00,000", ["10000000 INR"]),
    ("₹1,322,574", ["1322574 INR"]),
    ("61.240 €", ["61240 EUR"]),
    ("60.984€", ["60984 EUR"]),
    ("1.234.567 €", ["1234567 EUR"]),
    ("1.500,50 €", ["1500.5 EUR"]),
    ("€1,234.56", ["1234.56 EUR"]),
    ("€60,8k", ["60800 EUR"]),
    ("95'000 CHF", ["95000 CHF"]),
    ("45 000 €", ["45000 EUR"]),
    ("45 000 €", ["45000 EUR"]),
    ("45 000 €", ["45000 EUR"]),
    ("45 000,50 €", ["45000.5 EUR"]),
    ("$45.50", ["45.5 USD"]),
    ("$0.75", ["0.75 USD"]),
    ("$95,000.00", ["95000 USD"]),
    ("$120.500,00", ["120500 USD"]),
    ("₹3.7 lakh", ["370000 INR"]),
    ("₹1.125 crore", ["11250000 INR"]),
    ("12,5 %", ["12.5%"]),
    ("3.125%", ["3.125%"]),
    ("1,000%", ["1000%"]),
)

RANGES: Cases = (
    ("wages of 18.40 to $25.10 an hour", ["18.4-25.1 USD/hour"]),
    ("a jump from 41,000 to $52,000", ["41000-52000 USD"]),
    ("$63,000 – $86,000", ["63000-86000 USD"]),
    ("$63,000-$86,000", ["63000-86000 USD"]),
    ("$63,000—$86,000", ["63000-86000 USD"]),
    ("$63,000 − $86,000", ["63000-86000 USD"]),
    ("$63,000 to $86,000", ["63000-86000 USD"]),
    ("$60k–80k", ["60000-80000 USD"]),
    ("$60-80k", ["60000-80000 USD"]),
    ("$95 – 120K", ["95000-120000 USD"]),
    ("$85-$110K", ["85000-110000 USD"]),
    ("from $80,000 to $157,000", ["80000-157000 USD"]),
    ("from $80,000 up to $120,000", ["80000-120000 USD"]),
    ("between $95,000 and $115,000", ["95000-115000 USD"]),
    ("between $60k to $80k", ["60000-80000 USD"]),
    ("between $60k and over $80k", ["60000-80000+ USD"]),
    ("within a range of $71,000 and $138,000 per year", ["71000-138000 USD/year"]),
    ("They earn in the range of $55,000.", ["~55000 USD"]),
    ("They earn in the range of $55,000 to $60,000.", ["55000-60000 USD"]),
    ("ranging from $70,000 to $100,000", ["70000-100000 USD"]),
    ("anywhere from $70K to $110K", ["70000-110000 USD"]),
    ("₹7–12 LPA", ["700000-1200000 INR/year"]),
    ("6.5-9 lakh rupees", ["650000-900000 INR"]),
    ("between 1.1 and 1.4 lakh", ["110000-140000 INR"]),
    ("₹40–1.2 Cr", ["4000000-12000000 INR"]),
    ("₹50–1 Cr", ["5000000-10000000 INR"]),
    ("₹5.5 lakh to ₹1.1 crore", ["550000-11000000 INR"]),
    ("₹80,000–1.2 lakh", ["80000-120000 INR"]),
    ("₹17,44,817 – ₹19,00,369", ["1744817-1900369 INR"]),
    ("₹6-10L PA", ["600000-1000000 INR/year"]),
    ("8 LPA to 15", ["800000-1500000 INR/year"]),
    ("Rs 6-8 Lacs/annum", ["600000-800000 INR/year"]),
    ("$800–1.2M", ["800000-1200000 USD"]),
    ("£45-50,000", ["45000-50000 GBP"]),
    ("$500–1,000", ["500-1000 USD"]),
    ("$2,500 to 3,000 per week", ["2500-3000 USD/week"]),
    ("45 000 – 60 000 €", ["45000-60000 EUR"]),
    ("PLN 15 000 - 20 000", ["15000-20000 PLN"]),
    ("60.000-70.000 EUR", ["60000-70000 EUR"]),
    ("150k–180k USD", ["150000-180000 USD"]),
    ("CAD 82,000 to CAD 90,000", ["82000-90000 CAD"]),
    ("$150,000 USD - $180,000 USD", ["150000-180000 USD"]),
    ("from $95,275 (25th percentile) to $165,000 (75th percentile)", ["95275-165000 USD"]),
    ("$60,000 (low) – $95,000 (high)", ["60000-95000 USD"]),
    ("$500/day – $700/day", ["500-700 USD/day"]),
    ("$45-55 per hour", ["45-55 USD/hour"]),
    ("**$95,000** – **$120,000**", ["95000-120000 USD"]),
    ("`$95,000` to `$120,000`", ["95000-120000 USD"]),
    ("$60K~$80K", ["60000-80000 USD"]),
    ("95,000 – 120,000 (USD)", ["95000-120000 USD"]),
    ("zwischen 49.200 € und 68.100 € pro Jahr brutto", ["49200-68100 EUR/year"]),
    ("von 50.000 bis 60.000 Euro im Jahr", ["50000-60000 EUR/year"]),
    ("entre 35 000 et 45 000 € par an", ["35000-45000 EUR/year"]),
    ("de 30.000 a 40.000 € al año", ["30000-40000 EUR/year"]),
    ("entre 30.000 y 45.000 € al año", ["30000-45000 EUR/year"]),
    ("R$ 8.000 a R$ 12.000 por mês", ["8000-12000 BRL/month"]),
    ("5,00,000 से 15,00,000 रुपये सालाना", ["500000-1500000 INR/year"]),
    ("¥600万〜¥900万", ["6000000-9000000 JPY"]),
    ("entre 42 000 et 58 000 euros bruts par an", ["42000-58000 EUR/year"]),
    ("de 3 500 à 4 800 euros", ["3500-4800 EUR"]),
    ("51 000 – 71 000 euros annuels", ["51000-71000 EUR/year"]),
    ("35 000 € à 45 000 €", ["35000-45000 EUR"]),
    ("rund 66.000 bis 68.000 Euro pro Jahr", ["~66000-68000 EUR/year"]),
    ("from $65k to $115", ["65000-115000 USD"]),
    ("almost 4.4 lakhs to 24.1 lakhs", ["~440000-2410000 INR"]),
    ("between the range of $85K and $134K", ["85000-134000 USD"]),
    ("$60K...$80K", ["60000-80000 USD"]),
    ("$1 200 000 – $1 500 000", ["1200000-1500000 USD"]),
    ("Rs.15-20 lakhs p.a", ["1500000-2000000 INR/year"]),
)

BOUNDS: Cases = (
    ("$125,000+", [">125000 USD"]),
    ("$100,000 - $138,000+", ["100000-138000+ USD"]),
    ("over $120,000", [">120000 USD"]),
    ("above $120,000", [">120000 USD"]),
    ("exceeding $120,000", [">120000 USD"]),
    ("exceed $200,000", [">200000 USD"]),
    ("beyond $150,000", [">150000 USD"]),
    ("more than $111,613", [">111613 USD"]),
    ("more then $111,613", [">111613 USD"]),
    ("at least £6.40 an hour", [">6.4 GBP/hour"]),
    ("upwards of $257,530", [">257530 USD"]),
    ("north of $165,000", [">165000 USD"]),
    ("in excess of $300,000", [">300000 USD"]),
    ("$300,000 or more", [">300000 USD"]),
    ("$300,000 or more per year", [">300000 USD/year"]),
    ("£70,000 and above", [">70000 GBP"]),
    ("$150K and up", [">150000 USD"]),
    ("$200K+ per year", [">200000 USD/year"]),
    ("$120,000+/yr", [">120000 USD/year"]),
    ("₹22 LPA+", [">2200000 INR/year"]),
    ("1 crore+", [">10000000 INR"]),
    ("between $110,000 and $150,000 or more", ["110000-150000+ USD"]),
    ("from under $60,000 to over $120,000", ["60000-120000+ USD"]),
    ("as little as $60,000", [">60000 USD"]),
    ("starting at $90,000", [">90000 USD"]),
    (">$200k", [">200000 USD"]),
    ("≥ $150,000", [">150000 USD"]),
    ("8,33,000 रुपए से अधिक", [">833000 INR"]),
    ("ab 50.000 €", [">50000 EUR"]),
    ("über 70.000 €", [">70000 EUR"]),
    ("plus de 50 000 €", [">50000 EUR"]),
    ("más de 50.000 €", [">50000 EUR"]),
    ("up to $150,000", ["<150000 USD"]),
    ("up to ₹32 LPA", ["<3200000 INR/year"]),
    ("under $58,000", ["<58000 USD"]),
    ("less than $63,650", ["<63650 USD"]),
    ("below £400", ["<400 GBP"]),
    ("south of £400", ["<400 GBP"]),
    ("at most $90,000", ["<90000 USD"]),
    ("as much as $250K", ["<250000 USD"]),
    ("as high as $250K", ["<250000 USD"]),
    ("$90,000 or less", ["<90000 USD"]),
    ("<$60k", ["<60000 USD"]),
    ("bis zu 90.000 €", ["<90000 EUR"]),
    ("up to $150,000 or more", ["<150000+ USD"]),
    ("over 36%", [">36%"]),
    ("20%+", [">20%"]),
    ("at least 20 percent", [">20%"]),
    ("₹15–25+ LPA", ["1500000-2500000+ INR/year"]),
    ("25+ LPA", [">2500000 INR/year"]),
    ("20+ lakhs", [">2000000 INR"]),
    ("$1+ million", [">1000000 USD"]),
    ("70,000+ €", [">70000 EUR"]),
    ("20+% more", ["±>20%"]),
    ("£650 upwards", [">650 GBP"]),
    ("crossing ₹85 LPA", [">8500000 INR/year"]),
    ("5.859 € und mehr", [">5859 EUR"]),
    ("2.788 € oder weniger", ["<2788 EUR"]),
    ("higher than $99,882", ["99882 USD"]),
    ("35 000 € à plus de 100 000 €", ["35000-100000+ EUR"]),
    ("jusqu’à 70 000 euros par an", ["<70000 EUR/year"]),
)

APPROXIMATE: Cases = (
    ("about $130,000", ["~130000 USD"]),
    ("around $130,000", ["~130000 USD"]),
    ("approximately $2,500 per year", ["~2500 USD/year"]),
    ("roughly $172k", ["~172000 USD"]),
    ("nearly $120,000", ["~120000 USD"]),
    ("almost $90,000", ["~90000 USD"]),
    ("near $85,000", ["~85000 USD"]),
    ("close to $85,000", ["~85000 USD"]),
    ("~$80k–$110k", ["~80000-110000 USD"]),
    ("≈ $85k", ["~85000 USD"]),
    ("circa £45,000", ["~45000 GBP"]),
    ("ca. 52.000 €", ["~52000 EUR"]),
    ("rund 52.000 Euro", ["~52000 EUR"]),
    ("$5,000 or so", ["~5000 USD"]),
    ("from about $80,000 to $157,000 per year", ["~80000-157000 USD/year"]),
    ("about 14%", ["~14%"]),
    ("in the low $100,000s", ["~100000 USD"]),
)

PERIODS: Cases = (
    ("$71,385 annually", ["71385 USD/year"]),
    ("$73,004 per year", ["73004 USD/year"]),
    ("$72,475 a year", ["72475 USD/year"]),
    ("$56,222 per annum", ["56222 USD/year"]),
    ("£45,000 p.a.", ["45000 GBP/year"]),
    ("£45,000 pa", ["45000 GBP/year"]),
    ("£45k p/a", ["45000 GBP/year"]),
    ("$120K/yr", ["120000 USD/year"]),
    ("$120K/year", ["120000 USD/year"]),
    ("$120K / year", ["120000 USD/year"]),
    ("$2,500 yearly", ["2500 USD/year"]),
    ("$95,000 each year", ["95000 USD/year"]),
    ("$95,000-a-year", ["95000 USD/year"]),
    ("60.984 € gross/Year", ["60984 EUR/year"]),
    ("52.762 € gross per year", ["52762 EUR/year"]),
    ("$85,000 base salary per year", ["85000 USD/year"]),
    ("$85,000 on average per year", ["85000 USD/year"]),
    ("$45 an hour", ["45 USD/hour"]),
    ("$45/hr", ["45 USD/hour"]),
    ("$45.50 per hour", ["45.5 USD/hour"]),
    ("$45 hourly", ["45 USD/hour"]),
    ("a $60-an-hour job", ["60 USD/hour"]),
    ("£25ph", ["25 GBP/hour"]),
    ("£500 a day", ["500 GBP/day"]),
    ("£500 per day", ["500 GBP/day"]),
    ("£500pd", ["500 GBP/day"]),
    ("£500/day", ["500 GBP/day"]),
    ("$500 daily", ["500 USD/day"]),
    ("$2,500 per week", ["2500 USD/week"]),
    ("$2,500 weekly", ["2500 USD/week"]),
    ("£600 pw", ["600 GBP/week"]),
    ("5.536 € pro Monat", ["5536 EUR/month"]),
    ("€3.200/month", ["3200 EUR/month"]),
    ("$5,000 monthly", ["5000 USD/month"]),
    ("N50,000 PM", ["50000 NGN/month"]),
    # The next cell begins.
    ("$95,000 totalPM and more", ["95000 USD"]),
    ("$5k/mo", ["5000 USD/month"]),
    ("£3,000 pcm", ["3000 GBP/month"]),
    ("AED 18,500 per month", ["18500 AED/month"]),
    ("45 000 SEK/month", ["45000 SEK/month"]),
    ("12 000 kr/mån", ["12000 SEK/month"]),
    ("45 000 € par an", ["45000 EUR/year"]),
    ("3 500 € par mois", ["3500 EUR/month"]),
    ("40.000 € al año", ["40000 EUR/year"]),
    ("R$ 9.000 por mês", ["9000 BRL/month"]),
    ("₦230,000 monthly", ["230000 NGN/month"]),
    ("15 000 zł miesięcznie", ["15000 PLN/month"]),
    ("$95,000 (per year)", ["95000 USD/year"]),
    ("$50/hour or $104,000/year", ["50 USD/hour", "104000 USD/year"]),
    ("$45/hr ($94,000/yr)", ["45 USD/hour", "94000 USD/year"]),
    ("$85,000 in total annual compensation", ["85000 USD/year"]),
    ("4% a year", ["4%/year"]),
    ("11 percent per year", ["11%/year"]),
    ("£400 and £500 per day", ["400 GBP/day", "500 GBP/day"]),
    ("€38,400 or €3,200 a month", ["38400 EUR", "3200 EUR/month"]),
    ("$45 or $60 an hour", ["45 USD/hour", "60 USD/hour"]),
    ("$5,000, and $500 per day", ["5000 USD", "500 USD/day"]),
    ("€ 3k-4k netto/Monat", ["3000-4000 EUR/month"]),
    ("4.500 – 6.000 EUR/Monat", ["4500-6000 EUR/month"]),
    ("$200 and 5% a year", ["200 USD", "5%/year"]),
)

DIFFERENCES: Cases = (
    ("$18,000 more", ["±18000 USD"]),
    ("$18,000 more than data analysts", ["±18000 USD"]),
    ("$5,000 less than the average", ["±5000 USD"]),
    ("$22 more than an hour of weeding", ["±22 USD"]),
    ("$36,300 more per year", ["±36300 USD/year"]),
    ("$7K/yr more", ["±7000 USD/year"]),
    ("+$5,000", ["±5000 USD"]),
    ("+$26,000/yr", ["±26000 USD/year"]),
    ("+$26,000/yr +$19,000/yr", ["±26000 USD/year", "±19000 USD/year"]),
    ("a $20,000 difference", ["±20000 USD"]),
    ("$2–$5 per hour cheaper", ["±2-5 USD/hour"]),
    ("a $20,000 gap", ["±20000 USD"]),
    ("a $20,000 premium", ["±20000 USD"]),
    ("+$20,000 annual difference", ["±20000 USD/year"]),
    ("a $20,000 salary gap", ["±20000 USD"]),
    ("$10,000 pay increase", ["±10000 USD"]),
    ("an extra $10K a year", ["±10000 USD/year"]),
    ("an additional $15,000", ["±15000 USD"]),
    ("a premium of $20,000", ["±20000 USD"]),
    ("a difference of about $14,000", ["±~14000 USD"]),
    ("by $10,000 or more", ["±>10000 USD"]),
    ("up to $18,000 more", ["±<18000 USD"]),
    ("$10–20K higher", ["±10000-20000 USD"]),
    ("₹2-3 lakh more", ["±200000-300000 INR"]),
    ("$20k above the median", ["±20000 USD"]),
    ("-$5,000", ["±-5000 USD"]),
    ("$120K + $30K", ["120000 USD", "±30000 USD"]),
    ("12-20% more", ["±12-20%"]),
    ("36% higher than the average", ["±36%"]),
    ("20% less", ["±20%"]),
    ("56% wage premium", ["±56%"]),
    ("40–60% premium", ["±40-60%"]),
    ("a 10% raise", ["±10%"]),
    ("23% increase", ["±23%"]),
    ("an increase of between 10% and 20%", ["±10-20%"]),
    ("+20%", ["±20%"]),
    ("roughly 60% more", ["±~60%"]),
    ("6.280 Euro mehr im Jahr", ["±6280 EUR/year"]),
    ("59.400 €(2 Angaben)+2.500 €", ["59400 EUR", "±2500 EUR"]),
    ("55.600 €(347 Angaben)-1.300 €", ["55600 EUR", "±-1300 EUR"]),
)

PERCENT: Cases = (
    ("23%", ["23%"]),
    ("23 %", ["23%"]),
    ("36 percent", ["36%"]),
    ("15 per cent", ["15%"]),
    ("5.5%", ["5.5%"]),
    ("12-20%", ["12-20%"]),
    ("12 – 20%", ["12-20%"]),
    ("12% to 20%", ["12-20%"]),
    ("12 to 20 percent", ["12-20%"]),
    ("between 12 and 20 percent", ["12-20%"]),
    ("-5%", ["-5%"]),
    ("declines by 5%", ["5%"]),
    ("11% a year", ["11%/year"]),
    ("23% growth from 2022 to 2032", ["23%"]),
    ("9,3 %", ["9.3%"]),
    ("20 Prozent", ["20%"]),
    ("12 pour cent", ["12%"]),
    ("15 por ciento", ["15%"]),
    ("3 percentage points", ["3%"]),
    ("10 à 20%", ["10-20%"]),
)

CONVERSIONS: Cases = (
    ("£38,000 ($49,900)", ["38000 GBP"]),
    ("£38,000 ($49,900) per year", ["38000 GBP/year"]),
    ("₹8,00,000 (approximately $9,600)", ["800000 INR"]),
    ("$100,000 CAD ($73,000 USD)", ["100000 CAD"]),
    ("€60,000 (about $65,000) per year", ["60000 EUR/year"]),
    ("₹12 lakh (USD 14,400)", ["1200000 INR"]),
    ("£60,000–£70,000 ($76,000–$89,000)", ["60000-70000 GBP"]),
    ("between £25,000 ($30,886 USD) and £70,000 ($86,484 USD) per year", ["25000-70000 GBP/year"]),
    ("CHF111,871 ($113,000 USD) per year", ["111871 CHF/year"]),
)

SEVERAL: Cases = (
    ("$90K – $220K+$110K – $190K+", ["90000-220000+ USD", "110000-190000+ USD"]),
    ("Salary Range$80K – $190K+$95K – $170K+", ["80000-190000+ USD", "95000-170000+ USD"]),
    ("Mid-Level Salary$115K – $145K$130K – $160K", ["115000-145000 USD", "130000-160000 USD"]),
    ("Growth rate21%21%", ["21%", "21%"]),
    ("Roofer 33,800 PHP+12%", ["33800 PHP", "±12%"]),
    ("Pay premium8–10%20–25%", ["8-10%", "20-25%"]),
    (
        "Monthly salaryAED 15,000 – AED 24,000AED 28,000 – AED 45,000+",
        ["15000-24000 AED", "28000-45000+ AED"],
    ),
    ("$117,438 and up to $150,000", ["117438 USD", "<150000 USD"]),
    ("$104,110 and $110,500 respectively", ["104110 USD", "110500 USD"]),
    ("$88,000 (plus an average $3,100 cash bonus)", ["88000 USD", "3100 USD"]),
    ("Senior 6–9 $135,000–$170,000 $16,200–$20,400", ["135000-170000 USD", "16200-20400 USD"]),
    ("11 000 – 14 000 PLN\t16 000 – 21 000 PLN", ["11000-14000 PLN", "16000-21000 PLN"]),
    ("60.000 EUR 70.000 EUR", ["60000 EUR", "70000 EUR"]),
    ("$60,000 for juniors to $150,000 for seniors", ["60000 USD", "150000 USD"]),
    ("$110k/$130k", ["110000 USD", "130000 USD"]),
    ("₹12-18 LPA vs ₹8-12 LPA", ["1200000-1800000 INR/year", "800000-1200000 INR/year"]),
    ("top 10% earn more than $208,000", ["10%", ">208000 USD"]),
    ("£52,500 / €64,000", ["52500 GBP", "64000 EUR"]),
    ("$95,000 & $120,000", ["95000 USD", "120000 USD"]),
    ("$118,000 base, $131,000 total", ["118000 USD", "131000 USD"]),
    ("$95K\n–\n$110K", ["95000 USD", "110000 USD"]),
    ("$90,000\n- $110,000", ["90000 USD", "110000 USD"]),
    ("between $90,000\nand $110,000 per\nyear", ["90000-110000 USD/year"]),
    (
        "between ₦1,200,000 and ₦3,000,000 annually (₦100,000–₦250,000 monthly)",
        ["1200000-3000000 NGN/year", "100000-250000 NGN/month"],
    ),
    ("60 000 € à 90 000 €, voire plus de 100 000 €", ["60000-90000 EUR", ">100000 EUR"]),
)

NUMBERS: Cases = (
    ("138,000", ["138000 #"]),
    ("an average of 85000", ["85000 #"]),
    ("12.4K views", ["12400 #"]),
    ("2.5 million", ["2500000 #"]),
    ("80k-100k", ["80000-100000 #"]),
    ("25k-35k per month", ["25000-35000 #/month"]),
    ("150,000 – 300,000", ["150000-300000 #"]),
)

NOTHING: Cases = (
    ("in 2024", []),
    ("2021-2031", []),
    ("from 2022 to 2032", []),
    ("2021-10-30", []),
    ("10.5.2024", []),
    ("12th Sep, 23", []),
    ("AZ-104", []),
    ("CISSP, AZ-305", []),
    ("Web3", []),
    ("P25", []),
    ("H1B", []),
    ("24/7", []),
    ("Python 3.11", []),
    ("R 4.2", []),
    ("in R 2024", []),
    ("CAD 2024", []),
    ("USD 2023", []),
    ("$variable", []),
    ("$", []),
    ("$$", []),
    ("$$$", []),
    ("€", []),
    ("+1 415 555 1234", []),
    ("555-123-4567", []),
    ("25th percentile", []),
    ("5 years", []),
    ("3–5 yrs", []),
    ("2 to 4 years of experience", []),
    ("5+ years", []),
    ("0–2 yr", []),
    ("401(k)", []),
    ("401k plan", []),
    ("4.5 out of 5", []),
    ("70/30", []),
    ("a six-figure salary", []),
    ("20 real customers", []),
    ("TRY 100 times", []),
    ("CFA 3 level", []),
    ("5G and 3D", []),
    ("30 Oct 202110:08", []),
    ("20,800 openings per year", []),
    ("2 million jobs", []),
    ("1.4 lakh jobs", []),
    ("10,000 employees", []),
    ("31,200 records", []),
    ("#1 and No. 2", []),
    ("[1,2]", []),
    ("1.2.3", []),
    ("cad $81,000", ["81000 CAD"]),
    ("x = 5, y = 6", []),
)


@pytest.mark.parametrize(("text", "expected"), SIGNS)
def test_signs(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """The sign, code or word of a currency is read before and behind the number."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), SCALES)
def test_scales(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Thousand, lakh, crore and million are read in all their spellings."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Separators are understood by the evidence of the groups and of the currency."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Two ends make one range in every form, with what is written once meant for both."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_bounds(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """A bound leaves one end open; the stated end stays."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), APPROXIMATE)
def test_approximate(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Words and marks of approximation are kept as such."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """The period right beside the amount is the amount's own."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), DIFFERENCES)
def test_differences(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """A gap between two amounts is no amount of pay."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), PERCENT)
def test_percent(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Percentages are read like money, decimal comma included."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), CONVERSIONS)
def test_conversions(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """The same amount in another currency, in brackets, is folded into the first."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Amounts that stand side by side stay apart."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Large plain numbers are kept as numbers, in case a sign was lost."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOTHING)
def test_nothing(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Years, dates, names, counts and spans of years are no amounts."""
    assert tell_all(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("an average of $103,500 per year.", "$103,500 per year"),
        ("often exceeding $120,000 annually in", "exceeding $120,000 annually"),
        (
            "in a range from about $80,000 to $157,000 per year.",
            "range from about $80,000 to $157,000 per year",
        ),
        ("pays $7K/yr more long-term", "$7K/yr more"),
        ("$18,000 more than the others", "$18,000 more"),
        ("raises from $80,000 on", "$80,000"),
        ("exceeds them by $20,000", "$20,000"),
        ("£80,000 ($101,300) in May", "£80,000 ($101,300)"),
        ("earn \\$85,000 there", "\\$85,000"),
        ("clients pay $55-75/hr.", "$55-75/hr"),
        ("60 LPA+ (lead)", "60 LPA+"),
        ("Nearly **$120k** for", "Nearly **$120k"),
    ],
)
def test_span(text: str, words: str) -> None:
    """The span covers the amount's own words: bounds, sign, digits, unit, period, difference."""
    (amount,) = find_amounts(text)
    assert text[amount.start : amount.end] == words


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("$95,000", "$"),
        ("US$95,000", "US$"),
        ("Rs. 5,00,000", "Rs."),
        ("CAD 82,000", "CAD"),
        ("10 LPA", None),
    ],
)
def test_sign(text: str, sign: str | None) -> None:
    """The sign is kept as written; a unit word such as LPA is none."""
    assert find_amounts(text)[0].sign == sign


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("$95,000", Form.POINT),
        ("$95,000+", Form.LOWER),
        ("up to $95,000", Form.UPPER),
        ("$95,000-$99,000", Form.RANGE),
        ("$95,000-$99,000+", Form.RANGE),
        ("$1,2,3", None),
    ],
)
def test_form(text: str, form: Form | None) -> None:
    """An amount knows its form; a malformed one has none."""
    assert find_amounts(text)[0].form == form


def test_conversion_is_kept() -> None:
    """The folded amount is there to be looked at, with its own span."""
    text = "about £38,000 ($49,900) per year"
    (amount,) = find_amounts(text)
    assert amount.conversion is not None
    assert (amount.conversion.low, amount.conversion.unit) == (49900, "USD")
    assert text[amount.conversion.start : amount.conversion.end] == "$49,900"


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("$131,490 (Computer and Information Research Scientists)", AmountKind.MONEY, 131490),
        ("Average salary: $75,068", AmountKind.MONEY, 75068),
        ("$95,000 (top 10%)", AmountKind.MONEY, 95000),
        ("about 14%", AmountKind.PERCENT, 14),
        ("165,000", AmountKind.NUMBER, 165000),
    ],
)
def test_parse(text: str, kind: AmountKind, low: float) -> None:
    """A whole expression has one amount; money goes before percentages and plain numbers."""
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.kind, amount.low) == (kind, low)


@pytest.mark.parametrize("text", ["", "-", "N/A", "$60,000 | $80,000", "competitive", "5 years"])
def test_parse_refuses(text: str) -> None:
    """Without an amount, or with several, there is no telling which is meant."""
    assert parse_amount(text, Hints(bare=True)) is None
