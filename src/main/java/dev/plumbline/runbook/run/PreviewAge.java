package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether what a preview saw may be another by now: a step that changes something was begun since, or one gave another value to a variable that it uses. */
public final class PreviewAge {
    private PreviewAge() {}

    /**
     * @param changes whether the step of this id changes something
     * @return the id of the latest such step, empty where the preview is of how things stand
     */
    public static Optional<String> overtakenBy(
            List<Entry> entries, Block block, Preview preview, Predicate<String> changes) {
        Set<String> used = used(block);
        Optional<String> by = Optional.empty();
        for (Entry entry : entries.subList(behind(entries, block, preview), entries.size())) {
            boolean begun = entry.kind() == EntryKind.STARTED && changes.test(entry.step());
            boolean captured = entry.kind() == EntryKind.RAN
                    && entry.data().path("captures").properties().stream()
                            .anyMatch(each -> used.contains(each.getKey()));
            if (begun || captured) {
                by = Optional.of(entry.step());
            }
        }
        return by;
    }

    /** By its line and not by its time, since a clock may go back; what is written nowhere saw nothing that could be overtaken. A line of another digest is an earlier preview, or the same with a secret taken out. */
    private static int behind(List<Entry> entries, Block block, Preview preview) {
        for (int at = entries.size() - 1; at >= 0 && !preview.digest().isEmpty(); at--) {
            Entry entry = entries.get(at);
            if (entry.kind() == EntryKind.PREVIEWED && entry.step().equals(block.id())) {
                return at + 1;
            }
        }
        return entries.size();
    }

    private static Set<String> used(Block block) {
        Set<String> used = new HashSet<>();
        Placeholder.in(block.body()).forEach(each -> used.add(each.name()));
        block.attributes().values().forEach(text -> Placeholder.in(text).forEach(each -> used.add(each.name())));
        return used;
    }
}
