package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a kubeconfig, as written; what is absent is empty or null. {@code …Data} is base64 of PEM and wins over the file beside it; paths are
 * already relative to their kubeconfig. {@code authProvider} names a login mechanism that Kubernetes removed.
 */
public record UserEntry(
        @Nullable Secret token,
        @Nullable Path tokenFile,
        String certificateData,
        @Nullable Path certificateFile,
        @Nullable Secret keyData,
        @Nullable Path keyFile,
        String username,
        @Nullable Secret password,
        Impersonation impersonation,
        @Nullable ExecPlugin exec,
        String authProvider) {

    /** The user of a context that names none. */
    public static final UserEntry NOBODY =
            new UserEntry(null, null, "", null, null, null, "", null, Impersonation.NONE, null, "");

    static UserEntry of(YamlMap map, Path folder) {
        return new UserEntry(
                secret(map.text("token")),
                path(folder, map.text("tokenFile")),
                map.text("client-certificate-data"),
                path(folder, map.text("client-certificate")),
                secret(map.text("client-key-data")),
                path(folder, map.text("client-key")),
                map.text("username"),
                secret(map.text("password")),
                Impersonation.of(map),
                map.map("exec").map(exec -> ExecPlugin.of(exec, folder)).orElse(null),
                authProvider(map.map("auth-provider")));
    }

    public boolean hasCertificate() {
        return !certificateData.isEmpty() || certificateFile != null;
    }

    public boolean hasKey() {
        return keyData != null || keyFile != null;
    }

    static @Nullable Path path(Path folder, String file) {
        return file.isEmpty() ? null : folder.resolve(file).normalize();
    }

    private static @Nullable Secret secret(String value) {
        return value.isEmpty() ? null : new Secret(value);
    }

    private static String authProvider(Optional<YamlMap> map) {
        return map.map(provider -> provider.text("name").isEmpty() ? "(unnamed)" : provider.text("name"))
                .orElse("");
    }
}
