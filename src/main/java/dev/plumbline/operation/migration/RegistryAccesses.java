package dev.plumbline.operation.migration;

import dev.plumbline.image.ImageAccess;
import dev.plumbline.image.RegistryLogins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads the logins of registries from where a person said they are, and from nowhere else. */
public final class RegistryAccesses {
    private final Supplier<KubeContexts> contexts;

    public RegistryAccesses(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    /** @throws ProblemException when a Secret or the file cannot be read, or IMG-401 when it cannot be understood */
    public ImageAccess read(RegistryChoice choice, CancelToken cancel) {
        RegistryLogins logins = RegistryLogins.NONE;
        if (!choice.pullSecrets().isEmpty()) {
            KubeCluster cluster = contexts.get().open(choice.context()).stoppedBy(cancel);
            for (String name : choice.pullSecrets()) {
                logins = logins.and(RegistryLogins.parse(
                        cluster.readPullSecret(choice.namespace(), name), "Secret " + choice.namespace() + "/" + name));
            }
        }
        if (choice.config().isPresent()) {
            logins = logins.and(ofFile(choice.config().get()));
        }
        return new ImageAccess(logins, choice.plainHttp());
    }

    private static RegistryLogins ofFile(Path file) {
        try {
            return RegistryLogins.parse(new Secret(Files.readString(file)), file.toString());
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.NOT_FOUND,
                            "IMG-405",
                            "Reading registry logins from",
                            file.toString(),
                            unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage(),
                            "Look whether the file is there and may be read."),
                    unreadable);
        }
    }
}
