package dev.plumbline.store;

import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything the journal holds of one run, in the order it was written; the first entry is always {@link EntryKind#RUN_BEGUN}. */
public record RunRecord(String runId, List<Entry> entries) {
    public RunRecord {
        entries = List.copyOf(entries);
    }

    public Entry begun() {
        return entries.get(0);
    }

    public Instant begunAt() {
        return begun().at();
    }

    /** The custom resource it was for; empty for a direct connection. */
    public Optional<ResourceRef> resource() {
        Entry begun = begun();
        return begun.field("name").isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceRef(
                        begun.field("context"),
                        begun.field("group"),
                        begun.field("plural"),
                        begun.field("namespace"),
                        begun.field("name")));
    }

    /** How it ended, empty while it runs or when it was killed. */
    public Optional<String> outcome() {
        return last(EntryKind.RUN_ENDED).map(entry -> entry.field("outcome"));
    }

    public List<Entry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    public Optional<Entry> last(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).reduce((first, second) -> second);
    }
}
