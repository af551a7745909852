"""The review: what is open, one thing at a time, and rulings on it; on a page and in a terminal.

``queue``    what there is to review in a snapshot
``desk``     the queue, the ledger, and what a reviewer may do: used by the page and by the terminal
``words``    what reviewers read beside an item
``guard``    who may talk to the page: host, origin, token; what it may load
``pages``    templates to HTML
``app``      addresses to pages
``server``   a server on the loopback
"""

from extract.review.desk import Desk, Refusal, Request

__all__ = ["Desk", "Refusal", "Request"]
