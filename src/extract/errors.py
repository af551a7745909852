"""Errors that mean "cannot run". Bad data is a value, never an exception.

RolefactsError            exit status
├── ConfigurationError    2   settings, ``sources.toml``, lexicons, usage
├── PublishingError       3   the snapshot could not be written
└── ContractError         3   a table that rolefacts made breaks its own schema
"""


class RolefactsError(Exception):
    """One line that says what is wrong, where, and what to do."""

    exit_status = 2


class ConfigurationError(RolefactsError):
    """Settings, ``sources.toml``, a lexicon or the command line cannot be used as they are."""


class PublishingError(RolefactsError):
    """Nothing could be published; what was published before is untouched."""

    exit_status = 3


class ContractError(RolefactsError):
    """A table that rolefacts made breaks its own schema: a fault in the program, never in the articles."""

    exit_status = 3
