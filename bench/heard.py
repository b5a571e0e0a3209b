"""What the patterns of `check` find, and the classifier behind them: on voices that were held out of its training.

Prints tables; asserts nothing. Some minutes: it is trained once for each fold. Sayings that stand in many voices
(“everything happens for a reason”) are known to it there, too; and the patterns were widened by reading part of the
corpus.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "checker"))

from feltsense.check.checker import rule_diagnostics
from feltsense.check.heard.classifier import Classifier
from feltsense.check.heard.listening import heard_in
from feltsense.check.registry import rule_of
from feltsense.script.diagnostics import Diagnostic
from heard_corpus import LIBRARY, Passage, read_corpus
from heard_training import Sample, harm, training_set
from heard_validation import MOST_ALARMS, held_out, threshold_at


@dataclass(frozen=True, slots=True)
class Tried:
    """A passage, a classifier that was not trained from it, and what the patterns find."""

    sample: Sample
    model: Classifier
    findings: tuple[Diagnostic, ...]


def main() -> None:
    given = training_set(read_corpus())
    rules = [rule for code in given.codes if (rule := rule_of(code))]
    tried = [
        Tried(each, model, tuple(found for rule in rules for found in rule_diagnostics(rule, each.context)))
        for model, left_out in held_out(given)
        for each in left_out
    ]
    harms = [(each.sample, harm(each.sample, each.model)) for each in tried]
    for alarms in (MOST_ALARMS, 0.03, 0.04):
        _show(tried, threshold_at(harms, alarms), alarms)


def _show(tried: list[Tried], threshold: float, alarms: float) -> None:
    """Print what is found at one threshold."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in tried:
        _count(each, threshold, counts)
    print(f"\nThreshold {threshold}: alarms of the classifier in {alarms:.0%} of the fine passages of exercises")
    print(f"{'':26} {'passages':>8} {'patterns':>9} {'own code':>9} {'with classifier':>16} {'own code':>9}")
    for group in ("harmful", "plain", "indirect", *sorted({group for group, _ in counts if group.startswith("L")})):
        _show_line(group, counts, ("patterns", "patterns' code", "both", "both's code"))
    print(f"{'alarms':26} {'passages':>8} {'patterns':>9} {'':>9} {'with classifier':>16}")
    for group in ("fine in exercises", "ordinary instructions"):
        _show_line(group, counts, ("patterns", "", "both", ""))
    notes, windows = counts["library", "notes"], counts["library", "windows"]
    print(f"our own exercises, held out: {1000 * notes / windows:.1f} notes in 1000 windows of 1 to 3 sentences")


def _show_line(group: str, counts: Counter[tuple[str, str]], columns: tuple[str, ...]) -> None:
    whole = counts[group, "passages"]
    shares = [f"{counts[group, column] / max(1, whole):.3f}" if column else "" for column in columns]
    print(f"{group:26} {whole:8} {shares[0]:>9} {shares[1]:>9} {shares[2]:>16} {shares[3]:>9}")


def _count(each: Tried, threshold: float, counts: Counter[tuple[str, str]]) -> None:
    heard = heard_in(each.sample.context, each.findings, each.model, threshold)
    patterns = {diagnostic.code for diagnostic in each.findings}
    both = patterns | {found.code for found in heard}
    code = each.sample.passage.code
    for group in _groups(each.sample.passage):
        counts[group, "passages"] += 1
        counts[group, "patterns"] += bool(patterns)
        counts[group, "patterns' code"] += code in patterns
        counts[group, "both"] += bool(both)
        counts[group, "both's code"] += code in both
    if each.sample.passage.voice == LIBRARY:
        sentences = len(each.sample.sentences)
        counts["library", "notes"] += len(heard)
        counts["library", "windows"] += sum(max(0, sentences - more) for more in range(3))


def _groups(passage: Passage) -> tuple[str, ...]:
    if passage.harmful:
        return "harmful", passage.kind, passage.code
    return ("ordinary instructions",) if passage.ordinary else ("fine in exercises",)


if __name__ == "__main__":
    main()
