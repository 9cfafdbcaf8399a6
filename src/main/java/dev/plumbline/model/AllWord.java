package dev.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CockroachDB's one word ALL, and the privileges that it stands for on a kind of object (CockroachDB v25.1, Authorization, "Supported privileges"). */
public final class AllWord {
    public static final Privilege ALL = Privilege.ofWord("ALL");

    private AllWord() {}

    /** The entry with ALL spelled out; a word that this program does not know is {@link Privilege#ANOTHER}. */
    public static AclItem spelledOut(AclItem item, ObjectKind kind, ServerVersion version) {
        TreeMap<Privilege, Boolean> privileges = new TreeMap<>();
        for (Map.Entry<Privilege, Boolean> entry : item.privileges().entrySet()) {
            List<Privilege> stands = entry.getKey().equals(ALL)
                    ? kind.privileges(version)
                    : List.of(entry.getKey().letter() == '?' ? Privilege.ANOTHER : entry.getKey());
            stands.forEach(privilege -> privileges.merge(privilege, entry.getValue(), Boolean::logicalOr));
        }
        return new AclItem(item.grantee(), item.grantor(), privileges);
    }

    /** Where there is more than one privilege: a routine's EXECUTE is clearer by its own name. */
    public static boolean isWorthAWord(ObjectKind kind, ServerVersion version) {
        return version.isCockroach() && kind.privileges(version).size() > 1;
    }

    /** The entry as CockroachDB writes it: with the word where it has everything, in one way, that can be had on the kind; elsewhere as it is. */
    public static AclItem folded(AclItem item, ObjectKind kind, ServerVersion version) {
        boolean all = isWorthAWord(kind, version)
                && item.privileges().keySet().containsAll(kind.privileges(version))
                && item.privileges().values().stream().distinct().count() == 1;
        if (!all) {
            return item;
        }
        TreeMap<Privilege, Boolean> word = new TreeMap<>();
        word.put(ALL, item.privileges().containsValue(true));
        return new AclItem(item.grantee(), item.grantor(), word);
    }
}
