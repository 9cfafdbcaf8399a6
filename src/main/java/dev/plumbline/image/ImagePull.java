package dev.plumbline.image;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Takes the files of one directory out of an image, which is never started, and asks what a tag stands for. */
public final class ImagePull {
    private final ImageLimits limits;

    public ImagePull(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * What was taken.
     *
     * @param image with the digest that its tag stood for
     * @param platform digest of the manifest that was read, another than the image's when that is a list
     * @param files how many
     */
    public record Taken(ImageReference image, String platform, int files) {}

    /**
     * The digest that a name stands for now.
     *
     * @throws ProblemException IMG-401 and IMG-403 without a login that may, IMG-404 for a tag that is not there, IMG-503 and others when the registry cannot be asked
     */
    public String digest(ImageReference image, ImageAccess access, CancelToken cancel) {
        return new Registry(image, access, limits, cancel)
                .manifest(image.version())
                .digest();
    }

    /**
     * Writes the files right in {@code directory} whose names are asked for into an empty folder. Every manifest and layer is held against its digest before it is read.
     *
     * @param scratch a folder that nobody else may read, for layers on their way; one that was not taken to its end is left there
     * @throws ProblemException as for {@link #digest}; IMG-409 for what is not what its digest says, IMG-413 for what is too large, IMG-415 for layers of another kind,
     *     IMG-422 for names that lead elsewhere and for links
     */
    public Taken take(
            ImageReference image,
            String directory,
            Platform platform,
            ImageAccess access,
            Predicate<String> wanted,
            Path into,
            Path scratch,
            CancelToken cancel,
            Progress progress) {
        ImageDirectory taken = ImageDirectory.of(image, limits, directory);
        Registry registry = new Registry(image, access, limits, cancel);
        progress.report("asking " + image.registry() + " for " + image.shown(), 0, 0);
        Registry.Document first = registry.manifest(image.version());
        Registry.Document chosen = first.manifest().isList()
                ? registry.manifest(
                        first.manifest().forPlatform(image, platform).digest())
                : first;
        LayerReader reader = new LayerReader(image, limits, cancel);
        List<ImageManifest.Descriptor> layers = chosen.manifest().layers();
        layers.forEach(reader::requireKnown);
        for (int number = 0; number < layers.size(); number++) {
            progress.report("reading layer " + (number + 1), number, layers.size());
            read(registry, reader, layers.get(number), taken, scratch.resolve("layer-" + number));
        }
        try {
            int files = taken.write(into, wanted);
            return new Taken(image.at(first.digest()), chosen.digest(), files);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void read(
            Registry registry, LayerReader reader, ImageManifest.Descriptor layer, ImageDirectory taken, Path file) {
        registry.blob(layer, file);
        LayerChange change = taken.change();
        reader.read(file, layer.digest(), change);
        taken.lay(change);
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
