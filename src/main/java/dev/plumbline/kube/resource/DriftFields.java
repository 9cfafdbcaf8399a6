package dev.plumbline.kube.resource;

import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.DriftStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code spec.driftPolicy} and {@code status.drift}, which all dbops resources share. */
final class DriftFields {
    private static final List<String> MODES = List.of("ignore", "detect", "correct");
    private static final Pattern GO_DURATION =
            Pattern.compile("0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|\u00B5s|\u03BCs|ms|s|m|h))+");

    private DriftFields() {}

    static Optional<DriftPolicy> policy(Fields spec, String declaredBy) {
        return spec.find("driftPolicy").map(policy -> {
            String mode = policy.text("mode", DriftPolicy.DEFAULT.mode());
            if (!MODES.contains(mode)) {
                policy.problem("mode", "expected one of " + String.join(", ", MODES) + ", found \"" + mode + "\"");
                mode = DriftPolicy.DEFAULT.mode();
            }
            String interval = policy.text("interval", DriftPolicy.DEFAULT.interval());
            if (!GO_DURATION.matcher(interval).matches()) {
                policy.problem("interval", "expected a duration such as 8h, found \"" + interval + "\"");
                interval = DriftPolicy.DEFAULT.interval();
            }
            return new DriftPolicy(mode, interval, declaredBy);
        });
    }

    static DriftStatus status(Fields status) {
        return status.find("drift")
                .map(drift -> new DriftStatus(
                        drift.flag("detected", false),
                        drift.text("lastChecked"),
                        drift.objects("diffs").stream()
                                .map(diff -> new DriftDiff(
                                        diff.text("field"),
                                        diff.text("expected"),
                                        diff.text("actual"),
                                        diff.flag("destructive", false)))
                                .toList()))
                .orElse(DriftStatus.NONE);
    }
}
