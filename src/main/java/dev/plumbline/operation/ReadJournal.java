package dev.plumbline.operation;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.store.ChainCheck;
import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was run from this machine, and whether the record still stands as it was written. */
public final class ReadJournal {
    private final Supplier<Journal> journal;

    public ReadJournal(Supplier<Journal> journal) {
        this.journal = journal;
    }

    /** The newest runs first, without their entries. */
    public List<HistoryRun> list(int limit) {
        return journal.get().list(limit).stream()
                .map(summary -> run(journal.get().show(summary.runId()), false))
                .toList();
    }

    public Optional<HistoryRun> show(String id) {
        try {
            return Optional.of(run(journal.get().show(id), true));
        } catch (ProblemException missing) {
            if (missing.problem().kind() == dev.plumbline.model.Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    public ChainState verify() {
        ChainCheck check = journal.get().verify();
        return new ChainState(
                check.entries(), check.broken().map(ChainCheck.Break::sentence).orElse(""));
    }

    private static HistoryRun run(RunRecord record, boolean withEntries) {
        Entry begun = record.begun();
        return new HistoryRun(
                record.runId(),
                record.begunAt(),
                begun.field("by"),
                begun.field("target"),
                begun.field("planDigest"),
                record.outcome().orElse(""),
                record.of(EntryKind.STATEMENT_PLANNED).size(),
                finished(record),
                finished(record) ? "" : next(record),
                withEntries ? record.entries().stream().map(ReadJournal::entry).toList() : List.of());
    }

    /** An end that nobody knew is none. */
    private static boolean finished(RunRecord record) {
        return record.outcome().filter(word -> !word.equals("UNKNOWN")).isPresent();
    }

    private static String next(RunRecord record) {
        Optional<ResourceRef> rotated = ExplainRun.rotated(record);
        if (rotated.isPresent()) {
            return "What it did before it ended stands: plumbline rotate "
                    + rotated.get().name() + " --dry-run shows what is left.";
        }
        return UnfinishedRun.next(record);
    }

    /** The statement first, which is what a reader looks for; then the other fields by name. */
    private static HistoryRun.HistoryEntry entry(Entry entry) {
        Stream<String> others = entry.fields().entrySet().stream()
                .filter(field -> !field.getKey().equals("sql"))
                .map(field -> field.getKey() + "=" + field.getValue());
        String text = Stream.concat(Stream.ofNullable(entry.fields().get("sql")), others)
                .collect(Collectors.joining(" · "));
        return new HistoryRun.HistoryEntry(
                entry.number(), entry.at(), entry.kind().word(), text, entry.hash());
    }
}
