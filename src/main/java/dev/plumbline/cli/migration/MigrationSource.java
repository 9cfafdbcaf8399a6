package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.RegistryOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.MigrationPlace;
import java.util.Optional;
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

    @Option(
            names = "--dir-format",
            paramLabel = "atlas|pg-flux",
            converter = FormConverter.class,
            description = "the form of the directory (default: what its files are called like)")
    private @Nullable DirectoryForm form;

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    Optional<DirectoryForm> form() {
        return Optional.ofNullable(form);
    }

    /** With a dash, as the tool writes itself. */
    static final class FormConverter implements picocli.CommandLine.ITypeConverter<DirectoryForm> {
        @Override
        public DirectoryForm convert(String word) {
            return DirectoryForm.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

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
