package dev.plumbline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Name;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.util.List;
import java.util.Optional;

/** The resources of the sample estate, from its files into a Kubernetes API, and the databases they ask the embedded server for. */
final class Estate {
    private static final List<String> FILES = List.of(
            "platform.yaml",
            "team-billing.yaml",
            "team-ledger.yaml",
            "acme-supply-chain-procurement.yaml",
            "velocity.yaml",
            "dbupgrade.yaml",
            "registry.yaml",
            "events.yaml");
    private final KubeApi api;

    Estate(KubeApi api) {
        this.api = api;
    }

    void load(EstateText texts) {
        api.load(OperatorDefinitions.yaml());
        for (String file : FILES) {
            api.load(texts.fill(SandboxFiles.read("estate/" + file)));
        }
    }

    /** The one whose tables the SchemaDefinitions declare; no resource declares it itself. */
    SampleDatabase velocity() {
        Name operator = Name.of("velocity_operator");
        return new SampleDatabase(Name.of("velocity"), operator, operator, List.of(), false, false);
    }

    /** Those of the ManagedDatabases, which no Database declares. */
    List<SampleDatabase> registry() {
        Name admin = Name.of("registry_admin");
        return List.of("registry", "registry_mirror").stream()
                .map(name -> new SampleDatabase(Name.of(name), admin, admin, List.of(), false, false))
                .toList();
    }

    /** The databases whose instance is the server on this port and speaks PostgreSQL. */
    List<SampleDatabase> databasesOn(int port) {
        return api.list("databases.dbops.dbprovision.io", "").stream()
                .filter(database -> instanceOf(database)
                        .filter(instance -> instance.at("/spec/engine").asText().equals("postgres")
                                && instance.at("/spec/connection/port").asInt() == port)
                        .isPresent())
                .map(SampleDatabase::of)
                .toList();
    }

    private Optional<? extends JsonNode> instanceOf(JsonNode database) {
        JsonNode spec = database.path("spec");
        if (spec.has("clusterInstanceRef")) {
            return api.find(
                    "clusterdatabaseinstances",
                    "",
                    spec.at("/clusterInstanceRef/name").asText());
        }
        String namespace = database.at("/metadata/namespace").asText();
        return api.find(
                "databaseinstances",
                spec.at("/instanceRef/namespace").asText(namespace),
                spec.at("/instanceRef/name").asText());
    }
}
