package dev.plumbline.model.managed;

import java.util.List;
import java.util.Map;

/**
 * A pod, or what makes pods, and the Secrets it takes: by volume, by {@code envFrom} or by a variable, init containers and ephemeral ones included. {@code phase} and {@code address}
 * are a pod's, empty for others.
 */
public record SecretUser(String kind, String name, String phase, String address, Map<String, List<String>> secrets) {
    public SecretUser {
        secrets = Map.copyOf(secrets);
    }

    public boolean isPod() {
        return kind.equals("Pod");
    }

    /** A pod that has ended for good holds no credentials any more. */
    public boolean isAlive() {
        return !phase.equals("Succeeded") && !phase.equals("Failed");
    }

    public boolean uses(String secret) {
        return secrets.containsKey(secret);
    }

    public String shown() {
        return kind + " " + name;
    }
}
