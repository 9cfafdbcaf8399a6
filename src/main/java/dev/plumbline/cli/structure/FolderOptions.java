package dev.plumbline.cli.structure;

import dev.plumbline.operation.structure.FolderScope;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands about a declarative folder take, called as pg-flux calls it. */
final class FolderOptions {
    private static final String USUAL = "./schema";

    @Option(
            names = {"--schema-dir", "--schema", "--schema-file"},
            paramLabel = "PATH",
            description = "the folder, or file, of SQL that declares the database (default: ./schema)")
    private @Nullable String folder;

    @Option(names = "--schemas", paramLabel = "NAME", split = ",", description = "only these schemas (default: all)")
    private Set<String> schemas = new LinkedHashSet<>();

    @Option(
            names = "--tracking-schema",
            paramLabel = "NAME",
            defaultValue = "_pgflux",
            description = "the schema that holds a migration tool's records, which nobody declares (default: _pgflux)")
    private String trackingSchema = "_pgflux";

    @Option(names = "--allow-mass-drop", description = "go on although very much would be dropped")
    private boolean allowMassDrop;

    @Option(
            names = "--mass-drop-threshold",
            paramLabel = "PERCENT",
            defaultValue = "25",
            description = "how much of tables, views and sequences may be dropped (default: 25)")
    private int massDropThreshold = 25;

    Optional<Path> given() {
        return Optional.ofNullable(folder).map(Path::of);
    }

    Path folder() {
        return given().orElse(Path.of(USUAL));
    }

    FolderScope scope() {
        return new FolderScope(schemas, trackingSchema);
    }

    boolean allowsMassDrop() {
        return allowMassDrop;
    }

    int massDropThreshold() {
        return massDropThreshold;
    }
}
