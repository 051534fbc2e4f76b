"""RENDER: records in, bytes out. Knows neither the database, nor Dagster, nor the clock."""
