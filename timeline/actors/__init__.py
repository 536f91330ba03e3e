"""Who: names, roles, peoples and pronouns of a document, resolved to the parties they stand for."""
