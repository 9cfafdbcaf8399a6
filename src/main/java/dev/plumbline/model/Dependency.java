package dev.plumbline.model;

/**
 * How something depends on a role, so that DROP ROLE refuses (PostgreSQL manual, {@code pg_shdepend}). Memberships that the role itself is part of are no dependency: they
 * go with it.
 */
public enum Dependency {
    OWNS("owns"),
    PRIVILEGES("holds or granted privileges on"),
    DEFAULT_PRIVILEGES("is named in default privileges"),
    INITIAL_PRIVILEGES("is named in what an extension granted on"),
    POLICY("is named in row security policies"),
    USER_MAPPING("has user mappings"),
    MEMBERSHIP("granted memberships"),
    REQUIRED("is required by the database system"),
    OTHER("is depended on, in a way this program does not know, by");

    private static final long DEFAULT_ACL = 826;
    private static final long MAPPING = 1418;
    private static final long AUTH_MEMBERS = 1261;
    private final String shown;

    Dependency(String shown) {
        this.shown = shown;
    }

    /** As a sentence goes on after the role's name. */
    public String shown() {
        return shown;
    }

    /**
     * @param catalog the oid of the system catalog that holds the dependent object
     * @param type {@code pg_shdepend.deptype}
     */
    public static Dependency of(long catalog, char type) {
        if (catalog == DEFAULT_ACL) {
            return DEFAULT_PRIVILEGES;
        }
        if (catalog == AUTH_MEMBERS) {
            return MEMBERSHIP;
        }
        return switch (type) {
            case 'o' -> catalog == MAPPING ? USER_MAPPING : OWNS;
            case 'a' -> PRIVILEGES;
            case 'i' -> INITIAL_PRIVILEGES;
            case 'r' -> POLICY;
            case 'p' -> REQUIRED;
            default -> OTHER;
        };
    }
}
