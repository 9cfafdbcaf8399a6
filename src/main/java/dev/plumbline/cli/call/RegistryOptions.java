package dev.plumbline.cli.call;

import dev.plumbline.model.ContextEntry;
import dev.plumbline.operation.migration.RegistryChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How registries of images are spoken to. */
public final class RegistryOptions {
    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "of the image, where it is made for several (default: linux/amd64)")
    private String platform = RegistryChoice.USUAL.platform();

    @Option(
            names = "--pull-secret",
            paramLabel = "NAME",
            description = "a Secret of the namespace with registry logins, as Pods use it (may be repeated)")
    private List<String> secrets = new ArrayList<>();

    @Option(
            names = "--registry-config",
            paramLabel = "FILE",
            description = "a config.json of docker with registry logins; programs that it names are not run")
    private @Nullable Path config;

    @Option(
            names = "--plain-http",
            paramLabel = "HOST:PORT",
            description =
                    "a registry without TLS; no login is sent there unless it is this machine (default: only localhost and 127.0.0.1)")
    private Set<String> plain = new LinkedHashSet<>();

    public RegistryChoice choice(Session session, GlobalOptions options) {
        if (secrets.isEmpty()) {
            return new RegistryChoice(platform, "", "", List.of(), Optional.ofNullable(config), plain);
        }
        ContextEntry context = session.context(options);
        return new RegistryChoice(
                platform,
                context.name(),
                session.namespace(options, context),
                secrets,
                Optional.ofNullable(config),
                plain);
    }
}
