package dev.plumbline.drift.gate;

import dev.plumbline.drift.gate.GateResult.Kind;
import dev.plumbline.drift.gate.GateResult.PodLine;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.GateResult.Standing;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.RunningPod;
import dev.plumbline.model.upgrade.RunningPod.Container;
import dev.plumbline.model.upgrade.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code minPodVersions} (operator source, {@code internal/checks/version.go}), its texts word for word. */
final class VersionGate {
    private final PodVersionCheck check;

    VersionGate(PodVersionCheck check) {
        this.check = check;
    }

    GateResult compute(Seen<List<RunningPod>> seen) {
        if (seen.value().isEmpty()) {
            return result(seen.absent() ? Verdict.FAILS : Verdict.UNKNOWN, seen.gap(), List.of());
        }
        List<RunningPod> pods = seen.value().get();
        if (pods.isEmpty()) {
            return result(
                    Verdict.BLOCKS,
                    "No pods found matching selector " + check.selector().printed(),
                    List.of());
        }
        Optional<LenientVersion> minimum = LenientVersion.parse(check.minVersion());
        if (minimum.isEmpty()) {
            return result(
                    Verdict.FAILS,
                    "invalid minimum version \"" + check.minVersion() + "\": Invalid Semantic Version",
                    List.of());
        }
        List<PodLine> lines = new ArrayList<>();
        for (RunningPod pod : pods) {
            containers(pod).forEach(container -> lines.add(line(pod, container, minimum.get())));
        }
        return judged(lines);
    }

    /** Of a name only the first, as the operator stops there. */
    private List<Container> containers(RunningPod pod) {
        return check.containerName().isEmpty()
                ? pod.containers()
                : pod.containers().stream()
                        .filter(container -> container.name().equals(check.containerName()))
                        .limit(1)
                        .toList();
    }

    private PodLine line(RunningPod pod, Container container, LenientVersion minimum) {
        ImageTag tag = ImageTag.of(container.image());
        Optional<LenientVersion> version = tag.version().flatMap(LenientVersion::parse);
        Standing standing;
        String why;
        if (version.isEmpty()) {
            standing = check.strict() ? Standing.BLOCKS : Standing.SKIPPED;
            why = unknown(container.image(), tag);
        } else if (version.get().compareTo(minimum) < 0) {
            standing = Standing.BLOCKS;
            why = below(version.get(), minimum);
        } else {
            standing = Standing.MEETS;
            why = "";
        }
        String name = container.init() ? container.name() + " (init)" : container.name();
        return new PodLine(pod.name(), pod.phase(), name, tag.shown(), standing, why);
    }

    private String below(LenientVersion version, LenientVersion minimum) {
        boolean prerelease = version.numbers().equals(minimum.numbers());
        return prerelease ? "a prerelease comes before " + check.minVersion() : "below " + check.minVersion();
    }

    private static String unknown(String image, ImageTag tag) {
        if (tag.text().isEmpty()) {
            return image.contains("@") ? "only a digest, no tag" : "no tag";
        }
        if (tag.text().equals("latest")) {
            return "latest says no version";
        }
        return tag.text().matches("v\\d.*")
                ? "after a v the operator wants all three numbers"
                : "no version in the tag";
    }

    private GateResult judged(List<PodLine> lines) {
        long failed = count(lines, Standing.BLOCKS);
        long skipped = count(lines, Standing.SKIPPED);
        long checked = count(lines, Standing.MEETS);
        String beside = skipped == 0 ? "" : " (" + skipped + " skipped due to non-semver tags)";
        if (failed > 0) {
            return result(
                    Verdict.BLOCKS,
                    failed + " pod(s) have version below minimum " + check.minVersion() + beside,
                    lines);
        }
        if (checked == 0 && skipped > 0) {
            return result(
                    Verdict.BLOCKS,
                    "No pods with semver tags found (" + skipped + " skipped); cannot validate versions",
                    lines);
        }
        return result(
                Verdict.PASSES,
                "All " + checked + " pod(s) meet minimum version " + check.minVersion() + beside,
                lines);
    }

    private static long count(List<PodLine> lines, Standing standing) {
        return lines.stream().filter(line -> line.standing() == standing).count();
    }

    private GateResult result(Verdict verdict, String message, List<PodLine> lines) {
        List<String> notes = new ArrayList<>();
        if (check.disallowDowngrade()) {
            notes.add("disallowDowngrade is set, and the operator never reads it: a downgrade is not kept out.");
        }
        if (verdict == Verdict.PASSES && lines.isEmpty()) {
            notes.add("No container is called \"" + check.containerName()
                    + "\": the check passes without having looked at any.");
        }
        if (lines.stream()
                .anyMatch(
                        line -> line.standing() == Standing.MEETS && line.tag().matches("\\d+"))) {
            notes.add("A tag that is only a number counts as that major version, even a date or a build number.");
        }
        if (lines.stream()
                .anyMatch(line ->
                        line.standing() == Standing.BLOCKS && !line.phase().equals("Running"))) {
            notes.add("Pods count in every phase, also those that have ended.");
        }
        if (lines.stream().map(line -> line.pod()).distinct().count() < lines.size()) {
            notes.add("The operator's \"pod(s)\" counts containers.");
        }
        return new GateResult(
                Stage.PRE, Kind.POD_VERSIONS, name(), verdict, message, lines, List.of(), Optional.empty(), notes);
    }

    private String name() {
        String where = check.selector().query();
        return (where.isEmpty() ? "all pods" : where)
                + (check.containerName().isEmpty() ? "" : ", container " + check.containerName())
                + " ≥ " + check.minVersion() + (check.strict() ? "" : " (not strict)");
    }
}
