package dev.plumbline.drift.velocity;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * How the live table of a SchemaDefinition differs from what it asks for. {@code live} is the whole database; {@code target} is the same with all findings set right
 * that a plan can set right, and nothing else changed, as the server of version {@code wantedBy} wrote what is asked for. {@code otherNames} are sentences about things that are there under another name.
 */
public record SchemaDrift(
        SchemaNames names,
        List<SchemaFinding> findings,
        List<String> otherNames,
        List<String> problems,
        StructureSnapshot live,
        StructureSnapshot target,
        ServerVersion wantedBy) {
    public SchemaDrift {
        findings = List.copyOf(findings);
        otherNames = List.copyOf(otherNames);
        problems = List.copyOf(problems);
    }

    public boolean isDrifted() {
        return findings.stream().anyMatch(finding -> finding.cause().isDrift());
    }

    /** Whether nothing could be told, and why: the login could not read what the comparison rests on. */
    public Optional<String> unknown() {
        return live.gaps().isEmpty()
                ? Optional.empty()
                : Optional.of("could not be read: "
                        + String.join(
                                ", ",
                                live.gaps().stream().map(gap -> gap.subject()).toList()));
    }
}
