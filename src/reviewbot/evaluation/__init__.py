"""How good the reviews are: load labelled cases, run the shipped pipeline on them, score it, tell.

`loading` reads the cases, `trees` makes a repository of them, `running` has each side reviewed, `scoring`
compares what was found with what was expected, `figures` counts, `comparison` sets two evaluations side by
side; `text`, `page` and `json_form` tell.
"""
