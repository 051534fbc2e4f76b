"""What is handed over about stock: records in, bytes out."""
