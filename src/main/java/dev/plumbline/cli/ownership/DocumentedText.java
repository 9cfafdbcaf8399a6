package dev.plumbline.cli.ownership;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding;
import dev.plumbline.drift.State;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of {@code dbctl migrate reverse-privileges} as its manual page prints them. Where the original grants everything again and counts that,
 * this counts what was really missing and adds how much was there already. What a check could not answer is said to be unknown, never counted as present.
 */
final class DocumentedText {
    private static final String INDENT = "  ";
    private static final Set<String> OWNERSHIP = Set.of("OWN-101", "OWN-102", "OWN-103", "OWN-104");
    private final OwnershipModel.Auto wanted;
    private final List<CheckResult> checks;
    private final Plan plan;
    private final Run run;
    private final boolean dryRun;

    /** What became of the plan: it was only printed, it ran, or the repair was refused. */
    enum Run {
        DRY,
        DONE,
        REFUSED
    }

    DocumentedText(OwnershipModel.Auto wanted, List<CheckResult> checks, Plan plan, Run run) {
        this.wanted = wanted;
        this.checks = checks;
        this.plan = plan;
        this.run = run;
        this.dryRun = run != Run.DONE;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Integrity checks:");
        lines.add(INDENT
                + checkLine(
                        "Owner role \"" + wanted.ownerRole() + "\"",
                        14,
                        "OWN-101",
                        "create",
                        "created",
                        "NOLOGIN INHERIT"));
        lines.add(INDENT
                + checkLine(
                        "App user \"" + wanted.appUser() + "\"", 14, "OWN-102", "create", "created", "LOGIN INHERIT"));
        lines.add(INDENT + checkLine("Role membership app→owner", 16, "OWN-103", "grant", "granted", ""));
        lines.add(INDENT + ownerLine());
        lines.add("");
        lines.add(INDENT + "Forward default privileges: "
                + unknown(DefaultRule.Direction.FORWARD)
                        .orElseGet(
                                () -> (dryRun ? "would apply " : "applied ") + grants(DefaultRule.Direction.FORWARD)));
        refusals().forEach(lines::add);
        lines.add("");
        lines.add(summary());
        lines.add("");
        section(lines, "Forward", DefaultRule.Direction.FORWARD);
        section(lines, "Reverse", DefaultRule.Direction.REVERSE);
        if (run == Run.DRY) {
            lines.add("Total: " + count(DefaultRule.Direction.FORWARD) + " forward + "
                    + count(DefaultRule.Direction.REVERSE)
                    + " reverse default privilege grants across "
                    + wanted.schemas().size() + " schema(s) for database \""
                    + wanted.database() + "\"");
        }
        return lines;
    }

    /** The items that go to status.drift and into the event. */
    static List<DriftDiff> diffs(List<CheckResult> checks) {
        return checks.stream()
                .flatMap(check -> check.findings().stream())
                .map(Finding::driftDiff)
                .flatMap(Optional::stream)
                .toList();
    }

    private String checkLine(String what, int dots, String code, String verb, String done, String attributes) {
        String head = "[CHECK] " + what + " " + ".".repeat(dots) + " ";
        CheckResult check = result(code);
        if (check.state() == State.OK) {
            return head + "OK";
        }
        if (!isAnswered(check)) {
            return head + "UNKNOWN (" + check.note() + ")";
        }
        Optional<Plan.Refusal> refusal = refusal(code);
        if (refusal.isPresent()) {
            return head + "MISSING (cannot " + verb + ": " + refusal.get().why() + ")";
        }
        String with = attributes.isEmpty() ? "" : (dryRun ? " with " + attributes : " (" + attributes + ")");
        return head + word(check) + (dryRun ? " (would " + verb + with + ")" : " → " + done + with);
    }

    private String ownerLine() {
        CheckResult check = result("OWN-104");
        String head = "[CHECK] Database \"" + wanted.database() + "\" owner " + ".".repeat(19) + " ";
        Optional<Finding.DatabaseOwnerDiffers> differs = check.findings().stream()
                .filter(Finding.DatabaseOwnerDiffers.class::isInstance)
                .map(Finding.DatabaseOwnerDiffers.class::cast)
                .findFirst();
        if (differs.isEmpty()) {
            return head + (check.state() == State.OK ? "OK" : "UNKNOWN (" + check.note() + ")");
        }
        String drift = "DRIFT (current: \"" + differs.get().actual() + "\", expected: \""
                + differs.get().expected() + "\")";
        if (refusal("OWN-104").isPresent()) {
            return head + drift + " — cannot transfer: "
                    + refusal("OWN-104").get().why();
        }
        return head + drift + (dryRun ? " — would transfer" : " → transferred");
    }

    private String summary() {
        int issues = diffs(checks).size();
        long unknown = checks.stream()
                .filter(check -> OWNERSHIP.contains(check.code()) && !isAnswered(check))
                .count();
        String found = issues == 0 && unknown == 0 ? "no issues found" : issues + " issue(s) " + fate();
        return "Ownership drift: " + found + (unknown == 0 ? "" : "; " + unknown + " check(s) unknown");
    }

    private String fate() {
        return switch (run) {
            case DRY -> "detected (dry-run, not corrected)";
            case DONE -> "fixed";
            case REFUSED -> "detected (refused, not corrected)";
        };
    }

    private void section(List<String> lines, String title, DefaultRule.Direction direction) {
        lines.add(title + " default privileges" + (run == Run.DRY ? " (dry-run):" : ":"));
        if (unknown(direction).isPresent()) {
            lines.add(INDENT + unknown(direction).get());
        } else if (dryRun) {
            steps(direction).forEach(step -> lines.add(INDENT + step.sql().text() + ";"));
            if (steps(direction).isEmpty()) {
                lines.add(INDENT + nothing(direction));
            }
        } else {
            lines.add(INDENT + "Applied "
                    + grants(direction).replace("grants across", direction.word() + " grants across"));
        }
        lines.add("");
    }

    private Optional<String> unknown(DefaultRule.Direction direction) {
        CheckResult check = result(direction.checkCode());
        return isAnswered(check) ? Optional.empty() : Optional.of("unknown (" + check.note() + ")");
    }

    private String nothing(DefaultRule.Direction direction) {
        if (refusal(direction.checkCode()).isPresent()) {
            return "cannot apply: " + refusal(direction.checkCode()).get().why();
        }
        int wantedRules = DefaultRule.of(wanted, direction).size();
        return present(direction) == wantedRules
                ? "nothing to apply: all " + wantedRules + " are present"
                : "nothing is applied: " + (wantedRules - present(direction)) + " of " + wantedRules
                        + " are missing, and the repair is refused";
    }

    private List<String> refusals() {
        return plan.refusals().stream()
                .map(refusal -> INDENT + "REFUSED " + refusal.what() + ": " + refusal.why()
                        + (refusal.missingGrant().isEmpty() ? "" : " Missing: " + refusal.missingGrant()))
                .distinct()
                .toList();
    }

    private String grants(DefaultRule.Direction direction) {
        int present = present(direction);
        return count(direction) + " grants across " + wanted.schemas().size() + " schema(s)"
                + (present > 0 ? " (" + present + " already present)" : "");
    }

    private int count(DefaultRule.Direction direction) {
        return steps(direction).size();
    }

    private int present(DefaultRule.Direction direction) {
        long missing = checks.stream()
                .flatMap(check -> check.findings().stream())
                .filter(Finding.DefaultPrivilegeMissing.class::isInstance)
                .map(Finding.DefaultPrivilegeMissing.class::cast)
                .filter(finding -> finding.rule().direction() == direction)
                .count();
        return (int) Math.max(0, DefaultRule.of(wanted, direction).size() - Math.max(missing, count(direction)));
    }

    private List<Step> steps(DefaultRule.Direction direction) {
        return plan.steps().stream()
                .filter(step -> step.checkCode().equals(direction.checkCode()))
                .toList();
    }

    private static boolean isAnswered(CheckResult check) {
        return check.state() != State.UNKNOWN && check.state() != State.NOT_APPLICABLE;
    }

    private static String word(CheckResult check) {
        return check.state() == State.DRIFT ? "DRIFT" : "MISSING";
    }

    private Optional<Plan.Refusal> refusal(String code) {
        return plan.refusals().stream()
                .filter(refusal -> refusal.checkCode().equals(code))
                .findFirst();
    }

    private CheckResult result(String code) {
        return checks.stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("check " + code + " did not answer"));
    }
}
