package dev.plumbline.model.managed;

import dev.plumbline.model.ResourceRef;
import java.util.List;

/**
 * A DatabaseMigration of dbaoperator.app-sre.redhat.com/v1alpha1, whose name is the version it leads to. {@code previous} is the version it starts from, empty for the first;
 * {@code command} is the container's command and arguments.
 */
public record DatabaseMigration(
        ResourceRef ref,
        String uid,
        String resourceVersion,
        String previous,
        String image,
        List<String> command,
        boolean scalable,
        List<SchemaHint> hints,
        List<String> problems) {
    public DatabaseMigration {
        command = List.copyOf(command);
        hints = List.copyOf(hints);
        problems = List.copyOf(problems);
    }

    public String version() {
        return ref.name();
    }
}
