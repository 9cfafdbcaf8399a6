package dev.plumbline.drift;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SslMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Database resource as tests declare it: Ready, observed, without drift, until said otherwise. */
final class SampleResource {
    private final OwnershipModel model;
    private final Map<String, String> annotations = new HashMap<>();
    private @Nullable DriftPolicy policy;
    private String phase = "Ready";
    private long observed = 3;
    private @Nullable String ownershipPhase;
    private String owner = "";
    private DriftStatus drift = new DriftStatus(false, "2026-03-18T10:30:00Z", List.of());
    private List<String> problems = List.of();

    SampleResource(OwnershipModel model) {
        this.model = model;
    }

    SampleResource policy(String mode) {
        policy = new DriftPolicy(mode, "30m", "spec.driftPolicy");
        return this;
    }

    SampleResource annotation(String name, String value) {
        annotations.put("dbops.dbprovision.io/" + name, value);
        return this;
    }

    SampleResource phase(String text) {
        phase = text;
        return this;
    }

    SampleResource ownershipPhase(String text) {
        ownershipPhase = text;
        return this;
    }

    SampleResource observed(long generation) {
        observed = generation;
        return this;
    }

    SampleResource statusOwner(String name) {
        owner = name;
        return this;
    }

    SampleResource drift(String... fields) {
        List<DriftDiff> diffs = List.of(fields).stream()
                .map(field -> new DriftDiff(field, "expected", "actual", false))
                .toList();
        drift = new DriftStatus(true, "2026-03-18T10:30:00Z", diffs);
        return this;
    }

    SampleResource neverChecked() {
        drift = DriftStatus.NONE;
        return this;
    }

    SampleResource problem(String sentence) {
        problems = List.of(sentence);
        return this;
    }

    DeclaredDatabase build() {
        return new DeclaredDatabase(
                new ResourceRef("kind", "dbops.dbprovision.io", "databases", "team-a", "billing"),
                "uid",
                "100",
                3,
                "billing",
                new InstanceRef("infra", "pg-main"),
                model,
                policy,
                annotations,
                phase,
                observed,
                "",
                ownershipPhase != null ? ownershipPhase : phase.equals("Ready") ? "Ready" : "",
                owner,
                drift,
                List.of(),
                problems);
    }

    static DeclaredInstance instance(@Nullable DriftPolicy policy) {
        return new DeclaredInstance(
                new InstanceRef("infra", "pg-main"),
                "postgres",
                "pg-main",
                5432,
                "postgres",
                null,
                SslMode.PREFER,
                null,
                10,
                policy,
                "Ready",
                "",
                List.of());
    }
}
