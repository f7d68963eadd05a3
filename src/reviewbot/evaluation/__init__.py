"""How good the reviews are: load labelled cases, run the shipped pipeline on them, score it, tell.

`loading` reads the cases, `trees` makes a repository of them, `imports` hands out what other scanners have
found in them, `running` has each side reviewed at the `bench`, `scoring` compares what was found with what
was expected, `figures` counts, `comparison` sets two evaluations side by side; `text`, `page` and `json_form`
tell.
"""
