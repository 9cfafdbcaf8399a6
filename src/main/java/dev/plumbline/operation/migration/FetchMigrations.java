package dev.plumbline.operation.migration;

import dev.plumbline.image.ImageAccess;
import dev.plumbline.image.ImageLimits;
import dev.plumbline.image.ImagePull;
import dev.plumbline.image.ImageReference;
import dev.plumbline.image.Platform;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.DbUpgrade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings migrations to this machine: out of an image, or of the one that a DBUpgrade names, into a folder that only this login may read. */
public final class FetchMigrations {
    private final Supplier<KubeContexts> contexts;
    private final RegistryAccesses accesses;
    private final ImagePull images = new ImagePull(ImageLimits.USUAL);

    public FetchMigrations(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
        this.accesses = new RegistryAccesses(contexts);
    }

    /**
     * @param withDatabase whether the connection of a DBUpgrade is read too
     * @throws ProblemException IMG-400 and following for the image, KUBE-404 and others for the resource and its Secret, UPG-422 for a resource that names no database
     */
    public FetchedMigrations fetch(
            MigrationPlace place,
            RegistryChoice registry,
            boolean withDatabase,
            CancelToken cancel,
            Progress progress) {
        if (place instanceof MigrationPlace.OfDirectory here) {
            return new FetchedMigrations(here.path(), "", null, List.of(), null);
        }
        if (place instanceof MigrationPlace.OfImage image) {
            return pulled(image, registry, null, List.of(), cancel, progress);
        }
        MigrationPlace.OfUpgrade of = (MigrationPlace.OfUpgrade) place;
        KubeCluster cluster = contexts.get().open(of.upgrade().context()).stoppedBy(cancel);
        DbUpgrade upgrade =
                cluster.readDbUpgrade(of.upgrade().namespace(), of.upgrade().name());
        UpgradeConnection connection = withDatabase ? UpgradeConnection.read(cluster, upgrade) : UpgradeConnection.NONE;
        return pulled(
                new MigrationPlace.OfImage(upgrade.image(), upgrade.dir()),
                registry,
                connection.dsn(),
                connection.notes(),
                cancel,
                progress);
    }

    private FetchedMigrations pulled(
            MigrationPlace.OfImage from,
            RegistryChoice registry,
            @Nullable String dsn,
            List<String> notes,
            CancelToken cancel,
            Progress progress) {
        ImageReference image = ImageReference.parse(from.reference());
        Platform platform = Platform.parse(registry.platform());
        ImageAccess access = accesses.read(registry, cancel);
        Path scratch = folder();
        boolean handedOn = false;
        try {
            Path directory = Files.createDirectory(scratch.resolve("migrations"));
            ImagePull.Taken taken = images.take(
                    image,
                    from.directory(),
                    platform,
                    access,
                    FetchMigrations::isOfMigrations,
                    directory,
                    scratch,
                    cancel,
                    progress);
            FetchedMigrations fetched = new FetchedMigrations(
                    directory, "image " + taken.image().shown() + " " + from.directory(), dsn, notes, scratch);
            handedOn = true;
            return fetched;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            if (!handedOn) {
                FetchedMigrations.delete(scratch);
            }
        }
    }

    private static boolean isOfMigrations(String name) {
        return name.endsWith(".sql") || name.equals(MigrationDirectory.SUM) || name.equals(LintMigrations.CONFIG);
    }

    /** Made for this login alone where the system knows such rights (java.nio.file.Files, createTempDirectory). */
    private static Path folder() {
        try {
            return Files.createTempDirectory("plumbline-image-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
