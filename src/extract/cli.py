"""The command line.

Exit status: 0 done; 1 a discrepancy at or above ``--fail-on`` is open, or a snapshot is not what was
published; 2 bad usage or configuration; 3 nothing could be published. What is wrong is said in one line on
standard error.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from extract.errors import ConfigurationError, RolefactsError
from extract.settings import LEAST_KEPT, MOST_WORKERS, FailOn, Settings, load_settings, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from extract.model import Rejection
    from extract.pipeline import Outcome
    from extract.review import Desk

DONE: Final = 0
OPEN: Final = 1
INTERRUPTED: Final = 130
_EPOCH: Final = "SOURCE_DATE_EPOCH"
_ACTIONS: Final = ("accept", "believe", "reject", "repair", "not_comparable", "known", "add_tool", "undo")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise ConfigurationError(f"{message}: see {self.prog} --help")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from extract import __version__

        print(f"rolefacts {__version__}")
        parser.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    try:
        options = _parser().parse_args(arguments)
        status: int = options.command(options)
        sys.stdout.flush()
    except RolefactsError as error:
        _complain(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        _complain("interrupted: what was published before is untouched")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; Python would complain about it once more on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def printable(text: str) -> str:
    """The text with escapes for line ends and control characters: it cannot steer a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="rolefacts",
        description="Turns articles about job roles into curated tables and a report of what disagrees.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_run(commands)
    _add_review(commands)
    _add_rule(commands)
    _add_verify(commands)
    _add_explain(commands)
    _add_reconcile(commands)
    _add_dictionary(commands)
    return parser


def _add(commands: Any, name: str, command: Callable[[argparse.Namespace], int], text: str) -> Any:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.set_defaults(command=command)
    return parser


def _add_run(commands: Any) -> None:
    parser = _add(commands, "run", _run, "Read the articles and publish a snapshot.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="instead of rolefacts.toml")
    parser.add_argument("--raw", type=Path, metavar="DIR", help="the articles (raw)")
    parser.add_argument("--curated", type=Path, metavar="DIR", help="where snapshots are published (curated)")
    parser.add_argument("--reviews", type=Path, metavar="FILE", help="reviewers' rulings (reviews/rulings.jsonl)")
    parser.add_argument(
        "--fail-on",
        choices=[str(choice) for choice in FailOn],
        help="exit status 1 where such a discrepancy is open (never)",
    )
    parser.add_argument("--keep", type=_whole(LEAST_KEPT, 1_000_000), metavar="N", help="snapshots kept (30)")
    parser.add_argument("--workers", type=_whole(1, MOST_WORKERS), metavar="N", help="processes (1)")
    parser.add_argument(
        "--lexicon",
        type=Path,
        action="append",
        metavar="FILE",
        dest="lexicons",
        help="names laid over the built-in ones (lexicons/user.toml); may be given again",
    )
    _add_policies(parser)
    parser.add_argument("--model", metavar="NAME", help="spaCy model (en_ud_sm)")
    parser.add_argument(
        "--now",
        type=_instant,
        metavar="TIME",
        help=f"the time that the run is known by, ISO 8601; else ${_EPOCH}, else the clock",
    )


def _add_policies(parser: Any) -> None:
    parser.add_argument(
        "--policies", type=Path, metavar="FILE", help="thresholds, weights and rates of exchange over the built-in ones"
    )


def _add_review(commands: Any) -> None:
    parser = _add(commands, "review", _review, "Rule on what is open, on a page that only this machine sees.")
    _add_desk(parser)
    parser.add_argument("--list", action="store_true", help="print what is open, and no page")
    parser.add_argument(
        "--port", type=_whole(0, 65535), default=0, metavar="N", help="where the page is (any that is free)"
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser")


def _add_rule(commands: Any) -> None:
    parser = _add(commands, "rule", _rule, "Rule on one thing that is open, or take a ruling back.")
    parser.add_argument("item", metavar="ID", help="as `review --list` gives it, or how it begins")
    parser.add_argument("action", metavar="ACTION", choices=_ACTIONS, help=", ".join(_ACTIONS))
    parser.add_argument("--reason", default="", metavar="WORDS", help="why; kept with the ruling")
    parser.add_argument("--claim", metavar="CLAIM_ID", help="which claim to believe, reject or repair")
    parser.add_argument("--candidate", type=_whole(1, 99), metavar="N", help="repair: the candidate reading, from 1")
    parser.add_argument("--low", metavar="AMOUNT", help="repair: the lower end; open if left out")
    parser.add_argument("--high", metavar="AMOUNT", help="repair: the upper end; open if left out")
    parser.add_argument("--unit", metavar="CODE", help="repair: ISO 4217 code or percent (as the source says)")
    parser.add_argument("--category", metavar="NAME", help="add_tool: what sort of tool it is (product)")
    _add_desk(parser)


def _add_desk(parser: Any) -> None:
    parser.add_argument("--settings", type=Path, metavar="FILE", help="instead of rolefacts.toml")
    parser.add_argument("--curated", type=Path, metavar="DIR", help="where snapshots are published (curated)")
    parser.add_argument("--reviews", type=Path, metavar="FILE", help="the ledger of rulings (reviews/rulings.jsonl)")
    parser.add_argument("--who", metavar="NAME", help="who rules (the login name)")


def _add_verify(commands: Any) -> None:
    parser = _add(commands, "verify", _verify, "Check that a snapshot is what was published.")
    parser.add_argument("snapshot", type=Path, nargs="?", metavar="SNAPSHOT", help="a folder (curated/latest)")


def _add_explain(commands: Any) -> None:
    parser = _add(commands, "explain", _explain, "Say where a claim comes from, or why a fact is believed.")
    parser.add_argument("item", metavar="ID", help="of a claim, a fact or a discrepancy, or how it begins")
    parser.add_argument("--snapshot", type=Path, metavar="DIR", help="where it is (curated/latest)")


def _add_reconcile(commands: Any) -> None:
    parser = _add(commands, "reconcile", _reconcile, "Reconcile a table of your own claims, without articles.")
    parser.add_argument("claims", type=Path, metavar="CLAIMS", help="a Parquet file: source_id, kind, value ...")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="where the tables are written")
    parser.add_argument("--sources", type=Path, metavar="FILE", help="a Parquet file: source_id, published ...")
    _add_policies(parser)


def _add_dictionary(commands: Any) -> None:
    _add(commands, "dictionary", _dictionary, "Print the data dictionary as Markdown.")


def _run(options: argparse.Namespace) -> int:
    settings = _settings(options)
    started = options.now or _epoch(os.environ)
    from extract.pipeline import run

    outcome = run(settings, started=started, notify=_reject)
    _summarise(outcome)
    return OPEN if outcome.fails(settings.fail_on) else DONE


def _settings(options: argparse.Namespace) -> Settings:
    lexicons = tuple(options.lexicons) if options.lexicons else None
    settings = load_settings(
        options.settings,
        raw=options.raw,
        curated=options.curated,
        reviews=options.reviews,
        fail_on=FailOn(options.fail_on) if options.fail_on else None,
        keep=options.keep,
        workers=options.workers,
        lexicons=lexicons,
        policies=options.policies,
        model=options.model,
    )
    if options.reviews and not options.reviews.is_file():
        raise ConfigurationError(f"{options.reviews}: no such file: name the reviewers' rulings, or leave it out")
    return settings


def _reject(rejection: Rejection) -> None:
    print(f"rejected: {printable(rejection.reason)}", file=sys.stderr)


def _summarise(outcome: Outcome) -> None:
    sources, claims = outcome.manifest["sources"], outcome.manifest["claims"]
    still_open = outcome.manifest["discrepancies"]["open"]
    print(f"articles: {sources['read']} read, {sources['rejected']} rejected")
    print(
        f"claims: {claims['extracted']}, of them {claims['accepted']} accepted, "
        f"{claims['flagged']} flagged, {claims['quarantined']} quarantined"
    )
    print("open discrepancies: " + ", ".join(f"{count} {severity}" for severity, count in still_open.items()))
    print(f"report: {printable(str(outcome.report))}")


def _review(options: argparse.Namespace) -> int:
    desk = _desk(options)
    from extract.report import names_of

    with names_of(desk.lexicons):
        return _list(desk) if options.list else _serve(desk, options)


def _list(desk: Desk) -> int:
    from extract.review.listing import lines

    for parts in lines(desk):
        print("\t".join(map(printable, parts)))
    return DONE


def _serve(desk: Desk, options: argparse.Namespace) -> int:
    waiting = len(desk.waiting())
    from extract.review.server import serve

    def announce(address: str) -> None:
        print(f"{waiting} open; the review is at {address}\nstop it with Ctrl-C", flush=True)

    with contextlib.suppress(KeyboardInterrupt):
        serve(desk, port=options.port, browse=options.open, announce=announce)
    return DONE


def _rule(options: argparse.Namespace) -> int:
    desk = _desk(options)
    from extract.review.listing import rule

    print(printable(rule(desk, options)))
    return DONE


def _desk(options: argparse.Namespace) -> Desk:
    settings = load_settings(options.settings, curated=options.curated, reviews=options.reviews)
    from extract.review import Desk

    return Desk(settings, who=options.who)


def _verify(options: argparse.Namespace) -> int:
    snapshot = options.snapshot or _latest()
    if not snapshot.is_dir():
        raise ConfigurationError(f"{snapshot}: is no folder: name a snapshot, such as curated/latest")
    from extract.publishing import verify

    problems = verify(snapshot)
    for problem in problems:
        _complain(problem)
    if problems:
        return OPEN
    print(f"{snapshot}: every file is what was published")
    return DONE


def _explain(options: argparse.Namespace) -> int:
    snapshot = options.snapshot or _latest()
    from extract.publishing import explain

    for line in explain(snapshot, options.item):
        print(printable(line))
    return DONE


def _reconcile(options: argparse.Namespace) -> int:
    from extract.publishing import reconcile_file

    written = reconcile_file(options.claims, options.out, sources=options.sources, policies=options.policies)
    print(", ".join(f"{name}: {count}" for name, count in written.items() if count))
    print(f"tables: {printable(str(options.out))}")
    return DONE


def _dictionary(_: argparse.Namespace) -> int:
    from extract.publishing import data_dictionary

    print(data_dictionary(), end="")
    return DONE


def _latest() -> Path:
    return load_settings().curated / "latest"


def _epoch(environment: Mapping[str, str]) -> datetime | None:
    """The instant that the environment asks for, as reproducible builds do."""
    seconds = environment.get(_EPOCH)
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigurationError(f"{_EPOCH}: must be seconds since 1970, not {seconds!r}") from None


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a time such as 2026-11-20T23:15:00Z, not {text!r}") from None
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


def _whole(least: int, most: int) -> Callable[[str], int]:
    read = whole(least, most)

    def parse(text: str) -> int:
        with contextlib.suppress(ValueError):
            return read(int(text))
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}, not {text!r}")

    return parse


def _complain(message: str) -> None:
    print(f"rolefacts: {printable(message)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
