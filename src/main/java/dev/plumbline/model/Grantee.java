package dev.plumbline.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Who a grant is to: PUBLIC, a role, or an oid that no role bears any more ({@code danglingOid} not 0). PUBLIC sorts first. */
public record Grantee(@Nullable Name role, long danglingOid) implements Comparable<Grantee> {
    public static final Grantee PUBLIC = new Grantee(null, 0);

    private static final Comparator<Grantee> ORDER = Comparator.comparing(
                    (Grantee grantee) -> grantee.role == null ? "" : grantee.role.text())
            .thenComparingLong(Grantee::danglingOid);

    public static Grantee role(Name role) {
        return new Grantee(role, 0);
    }

    public static Grantee dangling(long oid) {
        return new Grantee(null, oid);
    }

    public boolean isPublic() {
        return role == null && danglingOid == 0;
    }

    public boolean is(Name name) {
        return name.equals(role);
    }

    public String shown() {
        if (role != null) {
            return role.shown();
        }
        return danglingOid == 0 ? "PUBLIC" : "dropped role (oid " + danglingOid + ")";
    }

    @Override
    public int compareTo(Grantee other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return shown();
    }
}
