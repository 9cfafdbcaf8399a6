package dev.plumbline.kube.resource;

import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.InstanceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code connection.secretRef}, or {@code connection.existingSecret}, which works the same; the first wins where both are. Its namespace is the
 * instance's own unless it says another; a cluster-scoped instance has none of its own and must say one.
 */
final class CredentialFields {
    private CredentialFields() {}

    static @Nullable SecretRef of(InstanceRef instance, Fields connection, List<String> problems, List<String> notes) {
        Optional<Fields> first = connection.find("secretRef");
        Optional<Fields> second = connection.find("existingSecret");
        if (first.isPresent() && second.isPresent()) {
            notes.add("spec.connection names both secretRef (Secret "
                    + first.get().text("name") + ") and existingSecret (Secret "
                    + second.get().text("name") + "): secretRef is used.");
        }
        if (first.isPresent()) {
            return reference(instance, first.get(), "secretRef", problems);
        }
        if (second.isPresent()) {
            return reference(instance, second.get(), "existingSecret", problems);
        }
        connection.problem(
                "secretRef", "expected secretRef or existingSecret, found neither (credential reference is nil)");
        return null;
    }

    private static @Nullable SecretRef reference(
            InstanceRef instance, Fields reference, String field, List<String> problems) {
        String name = reference.requiredText("name");
        String namespace = reference.text("namespace");
        if (namespace.isEmpty() && instance.isClusterScoped()) {
            problems.add(instance.shown() + ": " + field + ".namespace is required for cluster-scoped instances");
            return null;
        }
        Fields keys = reference.object("keys");
        return name.isEmpty()
                ? null
                : new SecretRef(
                        namespace.isEmpty() ? instance.namespace() : namespace,
                        name,
                        Map.of(
                                "username", keys.text("username", "username"),
                                "password", keys.text("password", "password")));
    }
}
