package dev.plumbline.operation.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a person wants registries to be spoken to.
 *
 * @param platform {@code os/architecture} of the image where it is made for several
 * @param context of the cluster that holds the Secrets
 * @param namespace of the Secrets
 * @param pullSecrets by name
 * @param config a {@code config.json} of docker
 * @param plainHttp registries without TLS, as they stand in names
 */
public record RegistryChoice(
        String platform,
        String context,
        String namespace,
        List<String> pullSecrets,
        Optional<Path> config,
        Set<String> plainHttp) {
    public static final RegistryChoice USUAL =
            new RegistryChoice("linux/amd64", "", "", List.of(), Optional.empty(), Set.of());

    public RegistryChoice {
        pullSecrets = List.copyOf(pullSecrets);
        plainHttp = Set.copyOf(plainHttp);
    }
}
