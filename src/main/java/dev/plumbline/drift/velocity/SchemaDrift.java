package dev.plumbline.drift.velocity;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * How the live table of a SchemaDefinition differs from what it asks for. {@code live} is the whole database; {@code target} is the same with all findings set right
 * that a plan can set right, and nothing else changed, as the server of version {@code wantedBy} wrote what is asked for. {@code otherNames} are sentences about things that are there under another name.
 * {@code offers} are columns that may have been renamed, {@code renames} those that are taken for it: the target bears their new names, {@code live} the old ones.
 */
public record SchemaDrift(
        SchemaNames names,
        List<SchemaFinding> findings,
        List<String> otherNames,
        List<String> problems,
        StructureSnapshot live,
        StructureSnapshot target,
        ServerVersion wantedBy,
        List<RenameOffer> offers,
        Renames renames) {
    public SchemaDrift {
        offers = List.copyOf(offers);
        findings = List.copyOf(findings);
        otherNames = List.copyOf(otherNames);
        problems = List.copyOf(problems);
    }

    /** The renames as they were offered. */
    public List<RenameOffer> renamed() {
        return renames.accepted().stream()
                .map(one -> new RenameOffer(one.from(), one.to()))
                .toList();
    }

    public boolean isDrifted() {
        return !renames.accepted().isEmpty()
                || findings.stream().anyMatch(finding -> finding.cause().isDrift());
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
