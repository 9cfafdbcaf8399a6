package dev.plumbline.migration.revision;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.FileState.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A directory against what a database had, file by file in their order; rows without a file come last (Atlas, {@code sql/migrate/migrate.go}). */
public record MigrationState(List<FileState> files) {
    public MigrationState {
        files = List.copyOf(files);
    }

    /** @param some the sums as if some of the files were all */
    public static MigrationState of(
            List<FileText> texts,
            AtlasSum sum,
            Function<Predicate<MigrationFile>, AtlasSum> some,
            Revisions revisions) {
        String last = revisions.rows().isEmpty()
                ? ""
                : revisions.rows().get(revisions.rows().size() - 1).version();
        String covered = revisions.rows().stream()
                .filter(Revision::isBaseline)
                .map(Revision::version)
                .reduce("", (one, other) -> other);
        boolean isNew = revisions.rows().isEmpty();
        int checkpoint = isNew ? lastCheckpoint(texts) : -1;
        List<FileState> states = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Sums sums = new Sums(texts, sum, some, revisions);
        boolean told = true;
        for (int index = 0; index < texts.size(); index++) {
            MigrationFile file = texts.get(index).file();
            seen.add(file.version());
            Optional<Revision> revision = revisions.of(file.version());
            State state;
            if (revision.isPresent()) {
                State found = applied(revision.get(), sums.isSame(file, revision.get()), revisions.form());
                boolean tells = told && sums.areAllThere(file) || revisions.form() != DirectoryForm.ATLAS;
                state = found == State.EDITED && !tells ? State.UNSURE : found;
                told &= found != State.EDITED;
            } else if (index < checkpoint || file.version().compareTo(covered) <= 0) {
                state = State.COVERED;
            } else if (index != checkpoint
                    && texts.get(index).head().checkpoint().isPresent()) {
                state = State.COVERED;
            } else {
                state = file.version().compareTo(last) < 0 ? State.OUT_OF_ORDER : State.PENDING;
            }
            states.add(new FileState(file.version(), Optional.of(file), revision, state));
        }
        revisions.rows().stream()
                .filter(row -> !seen.contains(row.version()))
                .forEach(row -> states.add(new FileState(
                        row.version(),
                        Optional.empty(),
                        Optional.of(row),
                        row.isBaseline() ? State.COVERED : State.MISSING)));
        return new MigrationState(states);
    }

    private static int lastCheckpoint(List<FileText> texts) {
        int last = -1;
        for (int index = 0; index < texts.size(); index++) {
            last = texts.get(index).head().checkpoint().isPresent() ? index : last;
        }
        return last;
    }

    /** Atlas lets what has not run of a file be edited, since it knows the hashes of what has. */
    private static State applied(Revision revision, boolean same, DirectoryForm form) {
        if (revision.isUndoing()) {
            return same ? State.HALF_UNDONE : State.EDITED;
        }
        if (revision.isPartial()) {
            return same || form == DirectoryForm.ATLAS ? State.PARTIAL : State.EDITED;
        }
        return same ? State.APPLIED : State.EDITED;
    }

    public List<FileState> in(State state) {
        return files.stream().filter(file -> file.state() == state).toList();
    }

    /** Whether the database has had a file, as far as it is recorded. */
    public boolean isApplied(MigrationFile file) {
        return Stream.of(State.APPLIED, State.UNSURE)
                .flatMap(state -> in(state).stream())
                .anyMatch(state -> state.file().filter(file::equals).isPresent());
    }

    /** What is to run now, in order. */
    public List<MigrationFile> pending(ExecutionOrder order) {
        return files.stream()
                .filter(file -> file.state() == State.PENDING
                        || file.state() == State.OUT_OF_ORDER && order == ExecutionOrder.NON_LINEAR)
                .flatMap(file -> file.file().stream())
                .toList();
    }
}
