"""The refusal of a save that began from an older version."""


class StaleVersion(Exception):
    """Somebody else saved or deleted the record since this copy of it was read. Nothing was written."""

    def __init__(self, record):
        super().__init__(f"{record._meta.label} {record.pk} was saved or deleted since it was read.")
        self.record = record
