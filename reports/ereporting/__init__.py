"""E-reporting files: flux 10.3 when the duty holds and all sales are here, else the adjustments the platform needs."""
