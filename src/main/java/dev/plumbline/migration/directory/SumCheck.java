package dev.plumbline.migration.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a directory is what its {@code atlas.sum} says, and if not, the first file that is not. */
public sealed interface SumCheck {
    record Matches() implements SumCheck {}

    /** There are files and no {@code atlas.sum}. */
    record NoSum() implements SumCheck {}

    /** @param line of {@code atlas.sum}, from 1, where the first difference is; {@code file} is empty when only the total is wrong */
    record Differs(int line, String file, Reason reason) implements SumCheck {
        public String shown() {
            return file.isEmpty() ? reason.words : file + " " + reason.words;
        }
    }

    enum Reason {
        ADDED("was added: atlas.sum has no line for it"),
        EDITED("was edited since atlas.sum was written"),
        REMOVED("was removed: atlas.sum still has its line"),
        TOTAL("the first line of atlas.sum is not the sum of those below: the file itself was edited");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * A directory of pg-flux has no checksums of its own: there the database alone knows them.
     *
     * @throws dev.plumbline.model.ProblemException when {@code atlas.sum} is malformed or a file cannot be read
     */
    static SumCheck of(MigrationDirectory directory) {
        if (directory.sum().isEmpty()) {
            return directory.files().isEmpty() || directory.form() == DirectoryForm.PG_FLUX
                    ? new Matches()
                    : new NoSum();
        }
        AtlasSum said = AtlasSum.read(directory.sum().get());
        AtlasSum found = AtlasSum.of(directory);
        return first(said.lines(), found.lines())
                .<SumCheck>map(differs -> differs)
                .orElseGet(() -> said.total().equals(found.total()) ? new Matches() : new Differs(1, "", Reason.TOTAL));
    }

    private static Optional<Differs> first(List<AtlasSum.Line> said, List<AtlasSum.Line> found) {
        Set<String> names = names(said);
        for (int index = 0; index < Math.max(said.size(), found.size()); index++) {
            int line = index + 2;
            if (index >= said.size() || index < found.size() && isNew(found.get(index), said.get(index), names)) {
                return Optional.of(new Differs(line, found.get(index).name(), Reason.ADDED));
            }
            if (index >= found.size()
                    || !found.get(index).name().equals(said.get(index).name())) {
                return Optional.of(new Differs(line, said.get(index).name(), Reason.REMOVED));
            }
            if (!found.get(index).equals(said.get(index))) {
                return Optional.of(new Differs(line, said.get(index).name(), Reason.EDITED));
            }
        }
        return Optional.empty();
    }

    private static boolean isNew(AtlasSum.Line found, AtlasSum.Line said, Set<String> names) {
        return !found.name().equals(said.name()) && !names.contains(found.name());
    }

    private static Set<String> names(List<AtlasSum.Line> lines) {
        return lines.stream().map(AtlasSum.Line::name).collect(Collectors.toCollection(HashSet::new));
    }
}
