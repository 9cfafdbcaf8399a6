package dev.plumbline.plan;

/** Why a step is in the plan; a group that is not needed for the repair starts unselected. */
public enum StepGroup {
    BORROW("borrowed membership", true),
    REPAIR("repair", true),
    CHANGE("change", true),
    REAPPLY("apply again what is present", false),
    BACKFILL("existing objects", false),
    EXTRA("extra grants", false),
    GIVE_BACK("membership given back", true);

    private final String shown;
    private final boolean selectedAtFirst;

    StepGroup(String shown, boolean selectedAtFirst) {
        this.shown = shown;
        this.selectedAtFirst = selectedAtFirst;
    }

    public String shown() {
        return shown;
    }

    /** True for a group whose steps are in a plan only as long as their finding is there. */
    public boolean repairs() {
        return switch (this) {
            case REPAIR, CHANGE, BACKFILL, EXTRA -> true;
            case BORROW, REAPPLY, GIVE_BACK -> false;
        };
    }

    public boolean selectedAtFirst() {
        return selectedAtFirst;
    }
}
