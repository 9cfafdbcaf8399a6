package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.job.Work;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.CompareStructure.Planned;
import dev.plumbline.operation.IgnoreDifferences.Ignored;
import dev.plumbline.operation.IgnoreDifferences.Judged;
import dev.plumbline.operation.ReadHappenings.Happenings;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.SideChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the screen can set going. {@code plan} makes the statements that set right the structure of some things; {@code kept} lists the earlier readings on this machine; {@code places}
 * are the databases and {@code schemas} the SchemaDefinitions that the window knows now.
 */
public record CompareActions(
        BiFunction<SideChoice, SideChoice, Work<StructurePair>> read,
        Function<StructurePair, Work<Judged>> judged,
        Judging ignore,
        BiFunction<StructurePair, Ignored, Work<Judged>> takeBack,
        BiFunction<StructurePair, Set<StructureName>, Work<Planned>> plan,
        Work<List<KeptStates>> kept,
        Happened happened,
        Supplier<List<DatabasePlace>> places,
        Supplier<List<ResourceRef>> schemas,
        Files files) {

    /** Keeps a judgement, and tells all of them. */
    @FunctionalInterface
    public interface Judging {
        Work<Judged> of(StructurePair pair, DifferenceRow row, String reason);
    }

    /** What is known to have happened in a span of time; {@code resource} is the one whose events are looked for. */
    @FunctionalInterface
    public interface Happened {
        Work<Happenings> between(Instant from, Instant to, Optional<ResourceRef> resource);
    }

    /** {@code offer} saves a text under a suggested name; {@code file} and {@code folder} ask for one that is there. */
    public record Files(
            BiConsumer<String, String> offer, Supplier<Optional<Path>> file, Supplier<Optional<Path>> folder) {}
}
