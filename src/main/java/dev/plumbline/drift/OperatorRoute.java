package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The change of the resource that makes the operator itself do what it can of a repair. */
final class OperatorRoute {
    private static final Pattern DURATION = Pattern.compile("[0-9a-zµ.]{1,40}");

    private OperatorRoute() {}

    /** Empty when nothing found is the operator's to correct, or when it corrects it already. */
    static Optional<OperatorForecast.ResourcePatch> find(Situation situation) {
        boolean annotate = situation.ownerDiffers() && !situation.allowed();
        boolean correct = !situation.corrects()
                && (situation.ownerDiffers() || !situation.missingSchemas().isEmpty());
        if (!annotate && !correct) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (annotate) {
            parts.add("\"metadata\":{\"annotations\":{\"" + Forecast.ALLOW + "\":\"true\"}}");
        }
        if (correct) {
            parts.add("\"spec\":{\"driftPolicy\":{\"mode\":\"correct\"" + interval(situation) + "}}");
        }
        return Optional.of(new OperatorForecast.ResourcePatch("{" + String.join(",", parts) + "}", effect(situation)));
    }

    /** The interval in force goes along: a policy of the resource's own replaces its instance's as a whole. */
    private static String interval(Situation situation) {
        String interval = situation.policy().interval();
        return DURATION.matcher(interval).matches() ? ",\"interval\":\"" + interval + "\"" : "";
    }

    private static String effect(Situation situation) {
        return new Sentences()
                .addIf(
                        situation.ownerDiffers(),
                        "At its next reconcile the operator transfers the database to the owner role, and does so again"
                                + " whenever it finds another owner, without asking.")
                .addIf(
                        situation.ownerDiffers() && situation.ownerRoleMissing(),
                        "Until the owner role exists that fails (event DriftCorrectionFailed): the operator does not create"
                                + " it.")
                .addIf(
                        !situation.missingSchemas().isEmpty(),
                        "It creates the missing schemas: " + String.join(", ", situation.missingSchemas()) + ".")
                .addIf(
                        !situation.corrects(),
                        "From then on it also installs missing extensions and changes their versions as declared.")
                .addIf(
                        situation.beyond() > 0,
                        "It creates no role, grants no membership and sets no default privilege: "
                                + Sentences.count(situation.beyond(), "difference") + " would remain.")
                .text();
    }
}
