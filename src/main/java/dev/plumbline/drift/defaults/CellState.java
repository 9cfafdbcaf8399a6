package dev.plumbline.drift.defaults;

/** What a cell of the matrix, or one grantee in it, comes to. A sign tells each from the others without its colour. */
public enum CellState {
    /** What the ownership model asks for is there. */
    OK("✓", "ok"),
    /** The model asks for more than there is. */
    MISSING("−", "missing"),
    /** More than the model asks for. */
    EXTRA("+", "extra"),
    /** What the model asks of another creator. */
    WRONG_CREATOR("≠", "wrong creator"),
    /** There only by the rule for any schema. */
    GLOBAL_ONLY("*", "any schema only"),
    /** There only by a rule FOR ALL ROLES, which CockroachDB has. */
    ALL_ROLES("∀", "for all roles"),
    /** PUBLIC gets more than the server gives it by itself. */
    PUBLIC_OPEN("▲", "PUBLIC open"),
    /** A rule that no model speaks of. */
    RULE("•", "rule"),
    /** May create here, and nothing says what that will grant. */
    HOLLOW("○", "no rule"),
    /** Neither a rule nor the right to create. */
    NONE("·", "nothing"),
    /** The rules could not be read. */
    UNKNOWN("?", "unknown");

    private final String sign;
    private final String word;

    CellState(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    /** True for what the ownership model would have otherwise. */
    public boolean differs() {
        return this == MISSING || this == EXTRA || this == WRONG_CREATOR;
    }
}
