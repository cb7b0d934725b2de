"""Read-only answers: search, a person's page, home, the ledger, match, calibration and the report."""
