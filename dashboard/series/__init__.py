"""Tables that charts are drawn from: pure functions of the evidence, in the words of the run."""
