package dev.plumbline.operation.structure;

import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.file.Path;
import java.util.List;

/** A database against what a folder of SQL declares. Changes nothing; the SQL is run on a scratch server only. */
public final class CompareFolder {
    private final StructureSides sides;

    public CompareFolder(StructureSides sides) {
        this.sides = sides;
    }

    /** Both states in words, what each is, and how the database would have to change to be what was declared. */
    public record Compared(
            String database,
            String folder,
            StructureSnapshot live,
            StructureSnapshot declared,
            StructureComparison comparison,
            List<String> notes) {
        public Compared {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param folder also a single file
     * @param renamed what is to be taken for renamed, each as {@code old=new}
     */
    public Compared compare(String dsn, Path folder, FolderScope scope, List<String> renamed, CancelToken cancel) {
        StructureSides.Both both = sides.read(dsn, folder.toAbsolutePath().toString(), false, cancel);
        StructureSnapshot live = scope.of(both.from().structure());
        StructureSnapshot declared = scope.of(both.to().structure());
        return new Compared(
                both.from().shown(),
                both.to().shown(),
                live,
                declared,
                StructureComparison.of(live, declared, Renames.of(renamed, live, declared))
                        .withUnknown(Unproved.shown(scope.only(both.unproved()))),
                scope.notes(both.from().structure(), both.to()));
    }

    /** The database alone, and what it is called. */
    public StructureSides.Side live(String dsn, CancelToken cancel) {
        return sides.live(dsn, false, cancel);
    }
}
