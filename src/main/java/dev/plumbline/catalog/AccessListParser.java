package dev.plumbline.catalog;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads ACLs in text form into arrays, each distinct text once. The text is that of {@link AclParser}; a bare number is the role of that name
 * when there is one, unless the marks say that it is gone, and else the oid of a role that was dropped.
 */
final class AccessListParser {
    private final RoleNumbers roles;
    private final Map<String, AccessList> read = new HashMap<>();

    AccessListParser(RoleNumbers roles) {
        this.roles = roles;
    }

    /** Reads the columns {@code acl} and {@code acl_marks} of a row; null is the server's NULL. */
    @Nullable
    AccessList parse(Rows.Row row) {
        String text = row.textOrNull("acl");
        if (text == null) {
            return null;
        }
        String marks = row.textOrNull("acl_marks");
        return marks == null ? read.computeIfAbsent(text, acl -> parse(acl, null)) : parse(text, marks);
    }

    AccessList parse(String array, @Nullable String marks) {
        List<String> entries = ArrayText.elements(array);
        int size = entries.size();
        String[] marksOfEntries = marks == null ? new String[0] : marks.split(",");
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        long[] grantable = new long[size];
        for (int at = 0; at < size; at++) {
            String mark = at < marksOfEntries.length ? marksOfEntries[at] : "--";
            Entry entry = new Entry(entries.get(at));
            grantees[at] = role(entry.name('='), mark.charAt(0) == 'g');
            entry.privileges();
            held[at] = entry.held;
            grantable[at] = entry.grantable;
            grantors[at] = role(entry.name('\0'), mark.charAt(1) == 'g');
        }
        return new AccessList(grantees, grantors, held, grantable);
    }

    private int role(String name, boolean gone) {
        if (name.isEmpty()) {
            return RoleIndex.PUBLIC;
        }
        boolean oid = isNumber(name) && (gone || !roles.isKnown(name));
        return oid ? roles.ofOid(Long.parseLong(name)) : roles.ofName(name);
    }

    private static boolean isNumber(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The numbers of a {@code oid[]} in text form, where 0 is PUBLIC. */
    List<Integer> rolesOf(String oids) {
        List<Integer> numbers = new ArrayList<>();
        for (String oid : ArrayText.elements(oids)) {
            numbers.add(oid.equals("0") ? RoleIndex.PUBLIC : roles.ofOid(Long.parseLong(oid)));
        }
        return numbers;
    }

    /** One {@code grantee=letters/grantor}, read from left to right. */
    private static final class Entry {
        private final String text;
        private int at;
        private long held;
        private long grantable;

        Entry(String text) {
            this.text = text;
        }

        /** The name up to its end, which is skipped. */
        String name(char end) {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int to = end == '\0' ? text.length() : text.indexOf(end, at);
            String name = text.substring(at, to);
            at = to + 1;
            return name;
        }

        private String quoted() {
            StringBuilder name = new StringBuilder();
            at++;
            while (true) {
                char next = text.charAt(at++);
                if (next != '"') {
                    name.append(next);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    name.append(next);
                    at++;
                } else {
                    at++;
                    return name.toString();
                }
            }
        }

        void privileges() {
            for (char letter = text.charAt(at++); letter != '/'; letter = text.charAt(at++)) {
                if (letter == '*') {
                    grantable |= PrivilegeSet.bit(text.charAt(at - 2));
                } else {
                    held |= PrivilegeSet.bit(letter);
                }
            }
        }
    }
}
