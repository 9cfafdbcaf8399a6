package dev.plumbline.operation.migration;

import dev.plumbline.image.ImageLimits;
import dev.plumbline.image.ImagePull;
import dev.plumbline.image.ImageReference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.Seen;
import java.time.Duration;
import java.util.function.Supplier;

/** What the name of an image stands for now, asked of its registry in a few seconds or told why not. */
public final class ImageNow {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ImageLimits BRIEF = new ImageLimits(
            ImageLimits.USUAL.document(),
            ImageLimits.USUAL.layer(),
            ImageLimits.USUAL.unpacked(),
            ImageLimits.USUAL.file(),
            ImageLimits.USUAL.taken(),
            ImageLimits.USUAL.files(),
            PATIENCE);

    private final RegistryAccesses accesses;
    private final ImagePull images = new ImagePull(BRIEF);

    public ImageNow(Supplier<KubeContexts> contexts) {
        this.accesses = new RegistryAccesses(contexts);
    }

    /** The digest; a gap where the registry does not say it to this login, which tells nothing of what the operator would get. */
    public Seen<String> digest(String image, RegistryChoice choice, CancelToken cancel) {
        try {
            ImageReference reference = ImageReference.parse(image);
            return Seen.of(
                    reference.digest().isEmpty()
                            ? images.digest(reference, accesses.read(choice, cancel), cancel)
                            : reference.digest());
        } catch (ProblemException unanswered) {
            return Seen.unknown(unanswered.problem().message());
        }
    }
}
