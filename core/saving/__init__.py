"""Two people edit one record: nothing of either is lost.

See docs/decisions/0006-nothing-typed-is-lost-to-another-editor.md.
"""

from core.saving.stale import StaleVersion

__all__ = ["StaleVersion"]
