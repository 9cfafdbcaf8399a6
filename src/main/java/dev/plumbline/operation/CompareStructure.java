package dev.plumbline.operation;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.StructureSides;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.List;

/** Reads the structure of two states and tells how they differ. Changes nothing; SQL is run on a scratch server only. */
public final class CompareStructure {
    private final StructureSides sides;

    public CompareStructure(DirectConnections direct, ServerPools pools, ScratchServers scratch) {
        this.sides = new StructureSides(direct::target, pools, new MaterializeSql(pools, scratch));
    }

    /** Two states in words, how the first would have to change to become the second, and what is to be said about how they were found. */
    public record Compared(String from, String to, StructureComparison comparison, List<String> notes) {
        public Compared {
            notes = List.copyOf(notes);
        }
    }

    /** @param from and {@code to} are connection strings, SQL files or folders of them */
    public Compared compare(String from, String to, CancelToken cancel) {
        StructureSides.Both both = sides.read(from, to, cancel);
        List<String> notes = new ArrayList<>();
        both.from().notes().forEach(note -> notes.add("from: " + note));
        both.to().notes().forEach(note -> notes.add("to: " + note));
        return new Compared(
                both.from().shown(),
                both.to().shown(),
                StructureComparison.of(both.from().structure(), both.to().structure()),
                notes);
    }
}
