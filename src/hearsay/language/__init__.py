"""What the words are: words, sentences, quotation marks, word lists. No opinion on who said what."""
