#!/usr/bin/env python3
"""Score the published snapshot, and one of the articles in dev/, against gold; fail below the floors.

    score.py SHARED     SHARED holds raw/ and gold/, dev/raw/ and dev/gold/, and score/score.py

A floor goes up when the score does. Lowering one needs a reason beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FLOORS: dict[str, dict[str, float]] = {
    "": {
        "salary": 1.0,
        "quarantine": 1.0,
        "attribute": 1.0,
        "outlook": 1.0,
        "career_step": 1.0,
        "tool": 0.98,
        "comparison": 0.95,
        "education": 0.95,
        "responsibility": 0.93,
        "skill": 0.95,
    },
    "dev": {
        "salary": 0.95,
        "tool": 0.95,
        "outlook": 0.9,
        "comparison": 0.9,
    },
}
"""Folder -> kind -> least F1."""
RIGHT = {"": 1.0, "dev": 0.9}
"""Folder -> least share of right details (statistic, region, basis ...) of the amounts that were found."""


def main() -> int:
    """Score every set; the exit status is 1 where anything lies below its floor."""
    shared = Path(sys.argv[1])
    problems = []
    for folder, floors in FLOORS.items():
        score = scored(shared, folder)
        for kind, row in score["kinds"].items():
            print(f"{folder or 'gold':5} {kind:15} F1 {row['f1']:.3f}  floor {floors.get(kind, 0):.2f}")
        print(f"{folder or 'gold':5} details {score['details']}")
        found = [*shortfalls(score, floors), *wrong_details(score, RIGHT[folder])]
        problems += [f"{folder or 'gold'}: {problem}" for problem in found]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def scored(shared: Path, folder: str) -> dict[str, Any]:
    """The scorer's answer, for the snapshot of ``make run`` or for one that is published here."""
    if not folder:
        return answer(shared, Path("curated/latest"), shared / "gold")
    with tempfile.TemporaryDirectory() as curated:
        command = ["-m", "extract.cli", "run", "--raw", str(shared / folder / "raw"), "--curated", curated]
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
        return answer(shared, Path(curated, "latest"), shared / folder / "gold")


def answer(shared: Path, snapshot: Path, gold: Path) -> dict[str, Any]:
    """What the scorer says of a snapshot."""
    command = [sys.executable, str(shared / "score/score.py"), str(snapshot), str(gold), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return result


def shortfalls(score: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """What is not as it must be, one line each."""
    found = [
        f"{kind}: F1 {score['kinds'].get(kind, {'f1': 0})['f1']:.3f} is below {floor}"
        for kind, floor in floors.items()
        if score["kinds"].get(kind, {"f1": 0})["f1"] < floor
    ]
    if not score["forbidden_violated"].startswith("0/"):
        found.append(f"forbidden claims were made: {score['forbidden_violated']}")
    if score["ungrounded"]:
        found.append(f"{score['ungrounded']} quotes are not the text at their offsets")
    if score["articles_missing"]:
        found.append(f"articles missing: {', '.join(score['articles_missing'])}")
    return found


def wrong_details(score: dict[str, Any], least: float) -> list[str]:
    """Details of amounts that are right too seldom, one line each."""
    shares = {name: [int(part) for part in share.split("/")] for name, share in score["details"].items()}
    return [
        f"{name}: right in {right} of {asked}, below {least}"
        for name, (right, asked) in shares.items()
        if right < least * asked
    ]


if __name__ == "__main__":
    sys.exit(main())
