package dev.plumbline.cli;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.MigrationPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the migrations of a command lie. */
final class MigrationSource {
    private static final String GROUP = "dbupgrade.subbug.learning";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "the migration directory; image:REF[#DIR] takes it out of an image, whose DIR is /migrations when left out")
    private String place = ".";

    @Option(
            names = "--upgrade",
            paramLabel = "NAME",
            description = "the image and directory of this DBUpgrade, and its database unless --dsn names another")
    private @Nullable String upgrade;

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    /** @param withDatabase whether the command needs a database */
    FetchedMigrations fetch(Session session, GlobalOptions options, boolean withDatabase) {
        FetchedMigrations fetched = session.operations()
                .migrations()
                .fetches()
                .fetch(
                        asked(session, options),
                        registry.choice(session, options),
                        withDatabase && options.dsn().isEmpty(),
                        new CancelToken(),
                        session.progress(options));
        fetched.notes().forEach(session.console()::note);
        return fetched;
    }

    private MigrationPlace asked(Session session, GlobalOptions options) {
        if (upgrade == null) {
            return MigrationPlace.parse(place);
        }
        ContextEntry context = session.context(options);
        return new MigrationPlace.OfUpgrade(
                new ResourceRef(context.name(), GROUP, "dbupgrades", session.namespace(options, context), upgrade));
    }
}
