package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DatabaseInstance or ClusterDatabaseInstance. {@code engine} as written in the resource; {@code tlsMode} is what the connection must use
 * ({@code tls.mode} when {@code tls.enabled}, else {@code postgres.sslMode}, else {@code prefer}). {@code problems} keep the instance from being
 * used; {@code notes} say what was chosen where the resource leaves a choice.
 */
public record DeclaredInstance(
        InstanceRef ref,
        String engine,
        String host,
        int port,
        String adminDatabase,
        @Nullable SecretRef credentials,
        SslMode tlsMode,
        @Nullable SecretRef tlsSecret,
        int connectTimeoutSeconds,
        @Nullable DriftPolicy driftPolicy,
        String statusPhase,
        String statusMessage,
        List<String> problems,
        List<String> notes) {

    public DeclaredInstance {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** An instance whose resource leaves no choice. */
    public DeclaredInstance(
            InstanceRef ref,
            String engine,
            String host,
            int port,
            String adminDatabase,
            @Nullable SecretRef credentials,
            SslMode tlsMode,
            @Nullable SecretRef tlsSecret,
            int connectTimeoutSeconds,
            @Nullable DriftPolicy driftPolicy,
            String statusPhase,
            String statusMessage,
            List<String> problems) {
        this(
                ref,
                engine,
                host,
                port,
                adminDatabase,
                credentials,
                tlsMode,
                tlsSecret,
                connectTimeoutSeconds,
                driftPolicy,
                statusPhase,
                statusMessage,
                problems,
                List.of());
    }

    public boolean supportsDefaultPrivileges() {
        return engine.equals("postgres") || engine.equals("cockroachdb");
    }

    public record SecretRef(String namespace, String name, java.util.Map<String, String> keys) {
        public SecretRef {
            keys = java.util.Map.copyOf(keys);
        }
    }
}
