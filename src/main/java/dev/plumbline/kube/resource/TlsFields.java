package dev.plumbline.kube.resource;

import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.SslMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code spec.tls} when it is enabled, else {@code spec.postgres.sslMode}. The keys of {@code secret} hold only those the resource names itself
 * ({@code ca}, {@code cert}, {@code key}). Where the resource contradicts itself the mode is at least {@code require}: never plaintext by mistake.
 */
record TlsFields(SslMode mode, @Nullable SecretRef secret) {
    private static final List<SslMode> ENABLED_MODES = List.of(SslMode.REQUIRE, SslMode.VERIFY_CA, SslMode.VERIFY_FULL);

    static TlsFields of(Fields spec, String secretNamespace, List<String> notes) {
        Fields tls = spec.object("tls");
        String written = tls.text("mode");
        if (tls.flag("enabled", false)) {
            return new TlsFields(enabledMode(tls, written), secret(tls, secretNamespace));
        }
        SslMode mode = clientMode(spec.object("postgres"));
        if (!written.isEmpty() && !written.equals(SslMode.DISABLE.word())) {
            notes.add("spec.tls.mode is " + written + " but spec.tls.enabled is not true, so it does not count: "
                    + mode.word() + " is used.");
        }
        return new TlsFields(mode, null);
    }

    private static SslMode enabledMode(Fields tls, String written) {
        String word = written.isEmpty() ? SslMode.DISABLE.word() : written;
        if (word.equals(SslMode.DISABLE.word())) {
            tls.problem(
                    "mode",
                    "enabled is true but the mode is disable" + (written.isEmpty() ? ", its default," : "")
                            + " and nothing is connected in plaintext by mistake: set it to require, verify-ca or verify-full");
            return SslMode.REQUIRE;
        }
        return ENABLED_MODES.stream()
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    tls.problem(
                            "mode", "expected one of disable, require, verify-ca, verify-full, found \"" + word + "\"");
                    return SslMode.REQUIRE;
                });
    }

    private static SslMode clientMode(Fields postgres) {
        String word = postgres.text("sslMode", SslMode.PREFER.word());
        try {
            return SslMode.of(word);
        } catch (IllegalArgumentException unknown) {
            postgres.problem("sslMode", String.valueOf(unknown.getMessage()));
            return SslMode.REQUIRE;
        }
    }

    private static @Nullable SecretRef secret(Fields tls, String namespace) {
        return tls.find("secretRef")
                .map(reference -> {
                    Map<String, String> keys = reference.texts("keys");
                    keys.keySet().retainAll(List.of("ca", "cert", "key"));
                    keys.values().removeIf(String::isEmpty);
                    String name = reference.requiredText("name");
                    return name.isEmpty() ? null : new SecretRef(namespace, name, keys);
                })
                .orElse(null);
    }
}
