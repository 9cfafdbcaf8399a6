package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.pg.Walk;
import java.util.ArrayList;
import java.util.List;

/** Lets the server write everything: one query a subject, also where some are refused. What {@link PlainReading} reads is defined as what this reads. */
final class WrittenReading extends StructureReading {
    private final List<StructureSubject> subjects;

    WrittenReading(List<StructureSubject> subjects) {
        this.subjects = subjects;
    }

    @Override
    List<Walk> walks() {
        List<Walk> walks = new ArrayList<>(firstWalks());
        walks.addAll(needs.walks());
        subjects.forEach(subject -> walks.add(walk(subject)));
        return walks;
    }

    @Override
    List<Structure> read() {
        return ColumnPositions.withoutHoles(things.things());
    }
}
