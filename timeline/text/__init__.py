"""Text: documents, sentences, tokens and their parts of speech."""
