package dev.plumbline.operation;

import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.RunRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the journal alone tells of a run whose end nobody wrote down: what of it can stand, and what to do. */
final class UnfinishedRun {
    private static final String SUCCESS = "00000";
    private final RunRecord record;
    private final String explain;

    private UnfinishedRun(RunRecord record) {
        this.record = record;
        this.explain = "journal explain " + record.runId();
    }

    static String next(RunRecord record) {
        return new UnfinishedRun(record).next();
    }

    private String next() {
        if (commits(EntryKind.COMMIT_BEGUN) > commits(EntryKind.COMMITTED) && isOpen()) {
            return "It ended around COMMIT: look what stands (" + explain
                    + "), the server knows whether it took effect.";
        }
        List<String> alone = begunAlone();
        if (!alone.isEmpty()) {
            return standing(alone);
        }
        if (commits(EntryKind.COMMITTED) == 0) {
            return "Nothing was committed: the server rolled it back. Check the database and run the repair again.";
        }
        return begun().containsAll(planned())
                ? "It was committed but not verified: check the database again."
                : "A part of it was committed and stands, the rest was not run or was rolled back: look what stands ("
                        + explain + "), then plan again.";
    }

    /** Each of them is committed by the server as soon as it has ended. */
    private String standing(List<String> alone) {
        List<String> ended = alone.stream().filter(this::isDone).toList();
        String open = alone.stream()
                .filter(step -> times(EntryKind.STATEMENT_BEGUN, step) > times(EntryKind.STATEMENT_ENDED, step))
                .reduce((first, second) -> second)
                .map(step -> " When it ended, " + step
                        + " was under way outside of a transaction and may have taken effect.")
                .orElse("");
        String done = ended.isEmpty()
                ? ""
                : ended.size() + (ended.size() == 1 ? " statement" : " statements")
                        + " ran outside of a transaction: what was done there stands.";
        String known = (done + open).strip();
        return (known.isEmpty() ? "What ran outside of a transaction failed, and may have left something." : known)
                + " Look what stands (" + explain + "), then plan again.";
    }

    /** Whether the last COMMIT that was asked for was neither answered nor followed by a roll back. */
    private boolean isOpen() {
        return number(EntryKind.COMMIT_BEGUN) > Math.max(number(EntryKind.COMMITTED), number(EntryKind.ROLLED_BACK));
    }

    private long number(EntryKind kind) {
        return record.last(kind).map(Entry::number).orElse(0L);
    }

    private int commits(EntryKind kind) {
        return record.of(kind).size();
    }

    /** Those that run in no transaction of the run's, in their order. */
    private List<String> begunAlone() {
        Set<String> begun = begun();
        return record.of(EntryKind.STATEMENT_PLANNED).stream()
                .filter(entry -> entry.field("inTransaction").equals("false"))
                .map(entry -> entry.field("step"))
                .filter(begun::contains)
                .toList();
    }

    private boolean isDone(String step) {
        return record.of(EntryKind.STATEMENT_ENDED).stream()
                .filter(entry -> entry.field("step").equals(step))
                .reduce((first, second) -> second)
                .filter(entry -> entry.field("sqlstate").equals(SUCCESS))
                .isPresent();
    }

    private long times(EntryKind kind, String step) {
        return record.of(kind).stream()
                .filter(entry -> entry.field("step").equals(step))
                .count();
    }

    private Set<String> begun() {
        return steps(EntryKind.STATEMENT_BEGUN);
    }

    private Set<String> planned() {
        return steps(EntryKind.STATEMENT_PLANNED);
    }

    private Set<String> steps(EntryKind kind) {
        return record.of(kind).stream().map(entry -> entry.field("step")).collect(Collectors.toSet());
    }
}
