"""Truth discovery on plain tables of claims."""
