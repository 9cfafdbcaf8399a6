package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Database of dbops.dbprovision.io/v1alpha1 as what it declares. */
public final class DatabaseResource {
    private DatabaseResource() {}

    public static DeclaredDatabase declared(ResourceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields spec = root.object("spec");
        Fields status = root.object("status");
        String databaseName = databaseName(spec);
        return new DeclaredDatabase(
                ref,
                metadata.requiredText("uid"),
                metadata.requiredText("resourceVersion"),
                metadata.number("generation", 0),
                databaseName,
                instance(spec, ref.namespace()),
                OwnershipFields.of(spec, databaseName),
                DriftFields.policy(spec, "Database " + ref.namespace() + "/" + ref.name())
                        .orElse(null),
                metadata.texts("annotations"),
                status.text("phase"),
                status.number("observedGeneration", 0),
                status.text("message"),
                status.object("postgres").object("ownership").text("phase"),
                status.object("database").text("owner"),
                DriftFields.status(status),
                StatusFields.conditions(status),
                problems);
    }

    /** {@code instanceRef} or {@code clusterInstanceRef}, of which exactly one must be there. */
    static InstanceRef instance(Fields spec, String namespace) {
        Optional<Fields> own = spec.find("instanceRef");
        Optional<Fields> shared = spec.find("clusterInstanceRef");
        if (own.isPresent() && shared.isPresent()) {
            spec.problem("instanceRef", "instanceRef and clusterInstanceRef are mutually exclusive");
        }
        if (own.isEmpty() && shared.isEmpty()) {
            spec.problem("instanceRef", "either instanceRef or clusterInstanceRef must be specified");
        }
        return own.map(ref -> ownInstance(ref, namespace))
                .or(() -> shared.map(ref -> new InstanceRef("", ref.requiredText("name"))))
                .orElse(new InstanceRef(namespace, ""));
    }

    private static InstanceRef ownInstance(Fields ref, String namespace) {
        String written = ref.text("namespace");
        return new InstanceRef(written.isEmpty() ? namespace : written, ref.requiredText("name"));
    }

    private static String databaseName(Fields spec) {
        String name = spec.requiredText("name");
        try {
            return name.isEmpty() ? "" : Name.of(name).text();
        } catch (RefusedName refused) {
            spec.problem("name", withoutStop(String.valueOf(refused.getMessage())));
            return name;
        }
    }

    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
