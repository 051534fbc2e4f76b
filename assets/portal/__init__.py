"""The web portal of merchant and accountant.

It reads the published shelf, and writes nothing but register lines and files dropped in the inbox.
"""
