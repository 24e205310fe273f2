"""How well attributions are found, by the words that two attributions share.

`compare` says what two attributions have in common, `count` counts it over an article, `figures` makes
precision, recall, F1 and intervals of the counts, `report` prints them.
"""
