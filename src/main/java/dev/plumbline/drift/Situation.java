package dev.plumbline.drift;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftPolicy;
import java.util.List;

/** What of the findings the operator could act on itself, under which policy. */
record Situation(
        DeclaredDatabase resource,
        DriftPolicy policy,
        boolean allowed,
        boolean ownerDiffers,
        boolean ownerRoleMissing,
        List<String> missingSchemas,
        int beyond) {
    static Situation of(DeclaredDatabase resource, List<CheckResult> checks, DriftPolicy policy) {
        List<Finding> findings = checks.stream()
                .filter(check -> Reading.DECLARED.contains(check.code()))
                .flatMap(check -> check.findings().stream())
                .toList();
        List<String> schemas = findings.stream()
                .filter(Finding.SchemaMissing.class::isInstance)
                .map(finding -> ((Finding.SchemaMissing) finding).schema().shown())
                .toList();
        boolean owner = findings.stream().anyMatch(Finding.DatabaseOwnerDiffers.class::isInstance);
        boolean role = findings.stream()
                .anyMatch(finding -> finding instanceof Finding.RoleMissing missing && missing.ownerRole());
        int beyond = findings.size() - schemas.size() - (owner ? 1 : 0);
        return new Situation(resource, policy, Forecast.isTrue(resource, Forecast.ALLOW), owner, role, schemas, beyond);
    }

    boolean corrects() {
        return policy.mode().equals("correct");
    }

    /** A sentence about the schemas that the operator would create, or nothing. */
    String schemas() {
        return missingSchemas.isEmpty()
                ? ""
                : " It creates the missing schemas itself: " + String.join(", ", missingSchemas) + ".";
    }
}
