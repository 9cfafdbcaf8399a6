package dev.plumbline.drift.velocity;

/** The ways to recover that Velocity's runbook "Quarantine Drifted Schema" offers, as options 1 to 3. */
public enum RecoveryRoute {
    OPERATOR("Let the operator do it", "Option 1 of Velocity's runbook: Auto-Fix"),
    BY_HAND("By hand, with a plan", "Option 2 of Velocity's runbook: Manual Schema Rebuild"),
    RECREATE("Make the table anew", "Option 3 of Velocity's runbook: Recreate Schema");

    private final String title;
    private final String option;

    RecoveryRoute(String title, String option) {
        this.title = title;
        this.option = option;
    }

    public String title() {
        return title;
    }

    /** What the runbook calls it. */
    public String option() {
        return option;
    }
}
