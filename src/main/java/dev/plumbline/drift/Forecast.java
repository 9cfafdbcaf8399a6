package dev.plumbline.drift;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.OwnershipModel;
import java.util.List;
import java.util.Optional;

/**
 * Will the operator fight this repair? From the drift policy (the resource's own goes before its instance's, then detect every 8h) and the
 * annotations. Of a database the operator compares owner, encoding, extensions and schemas; roles, memberships and default privileges it
 * sets up when it creates the database, and never looks at again.
 */
public final class Forecast {
    static final String PREFIX = "dbops.dbprovision.io/";
    static final String ALLOW = PREFIX + "allow-destructive-drift";
    private static final List<String> PAUSES = List.of(PREFIX + "skip-reconcile", PREFIX + "pause-reconcile");

    private Forecast() {}

    public static OperatorForecast compute(
            DeclaredDatabase resource, Optional<DeclaredInstance> instance, List<CheckResult> checks) {
        Optional<String> paused =
                PAUSES.stream().filter(name -> isTrue(resource, name)).findFirst();
        if (paused.isPresent()) {
            return keeps("No. The annotation " + paused.get()
                    + " is \"true\": the operator leaves this resource alone, its status too.");
        }
        DriftPolicy own = resource.driftPolicy();
        if (own == null && instance.isEmpty()) {
            return unknown(
                    "Not known. The resource sets no driftPolicy, and its instance, which may set one, could not be"
                            + " read.");
        }
        DriftPolicy policy = own == null ? instance.map(Forecast::policyOf).orElse(DriftPolicy.DEFAULT) : own;
        Situation situation = Situation.of(resource, checks, policy);
        return switch (policy.mode()) {
            case "ignore" ->
                new OperatorForecast(
                        OperatorForecast.Verdict.KEEPS,
                        "No. " + mode(policy) + ": the operator compares nothing and keeps the changes.",
                        OperatorRoute.find(situation));
            case "detect" ->
                new OperatorForecast(
                        OperatorForecast.Verdict.KEEPS,
                        "No. " + mode(policy) + ": it will overwrite status.drift and keep the changes.",
                        OperatorRoute.find(situation));
            case "correct" -> correcting(situation);
            default ->
                unknown("Not known. driftPolicy.mode \"" + Written.shown(policy.mode())
                        + "\" is none of ignore, detect and correct.");
        };
    }

    private static OperatorForecast correcting(Situation situation) {
        String mode = mode(situation.policy());
        if (situation.resource().ownership() instanceof OwnershipModel.Direct direct && situation.allowed()) {
            return new OperatorForecast(
                    OperatorForecast.Verdict.REVERTS,
                    "Yes. " + mode + " with " + ALLOW + ": it gives the database back to "
                            + direct.owner().shown() + " (spec.owner) whenever another owns it.",
                    Optional.empty());
        }
        if (!situation.ownerDiffers()) {
            return new OperatorForecast(
                    OperatorForecast.Verdict.KEEPS,
                    "No. " + mode
                            + ": it corrects owner, extensions and schemas towards the same spec, and does not look"
                            + " at roles, memberships or default privileges." + situation.schemas(),
                    OperatorRoute.find(situation));
        }
        if (!situation.allowed()) {
            return new OperatorForecast(
                    OperatorForecast.Verdict.KEEPS,
                    "No. " + mode + ": it sees the other owner and skips it, because " + ALLOW
                            + " is not \"true\"; a transfer it keeps." + situation.schemas(),
                    OperatorRoute.find(situation));
        }
        return new OperatorForecast(
                OperatorForecast.Verdict.REPEATS,
                "It does part of the same. " + mode + " with " + ALLOW
                        + ": at its next reconcile it transfers the database"
                        + " itself" + (situation.ownerRoleMissing() ? ", once the owner role exists" : "")
                        + "; roles, memberships and default privileges it leaves as they are." + situation.schemas(),
                Optional.empty());
    }

    private static DriftPolicy policyOf(DeclaredInstance instance) {
        DriftPolicy policy = instance.driftPolicy();
        return policy == null ? DriftPolicy.DEFAULT : policy;
    }

    private static String mode(DriftPolicy policy) {
        return "Drift mode " + policy.mode() + ", every " + Written.shown(policy.interval()) + " ("
                + policy.declaredBy() + ")";
    }

    static boolean isTrue(DeclaredDatabase resource, String annotation) {
        return "true".equals(resource.annotations().get(annotation));
    }

    private static OperatorForecast keeps(String sentence) {
        return new OperatorForecast(OperatorForecast.Verdict.KEEPS, sentence, Optional.empty());
    }

    private static OperatorForecast unknown(String sentence) {
        return new OperatorForecast(OperatorForecast.Verdict.UNKNOWN, sentence, Optional.empty());
    }
}
