package dev.plumbline.catalog;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code aclitem[]} in its text form: {@code {owner=arwd/owner,"\"a b\"=r*\/owner",=r/owner}} (manual 5.8, table 5.2). A name
 * is bare when it is made of letters, digits and underscores alone, else in double quotes that are doubled inside; nobody is PUBLIC; a bare
 * number is either a role of that name or the oid of a role that is gone, which marks beside the text tell.
 */
final class AclParser {
    private static final String BOTH_NAMED = "--";

    private final String text;
    private final String marks;
    private int at;

    private AclParser(String text, String marks) {
        this.text = text;
        this.marks = marks;
    }

    /** Reads the columns {@code acl} and {@code acl_marks} of a row. */
    static @Nullable List<AclItem> parse(Rows.Row row) {
        return parse(row.textOrNull("acl"), row.textOrNull("acl_marks"));
    }

    /**
     * @param array the server's text, null for no entries stored, which is the built-in default
     * @param marks for each entry two letters, grantee's and grantor's: {@code g} when that role is gone; null when no number stands for a role
     */
    static @Nullable List<AclItem> parse(@Nullable String array, @Nullable String marks) {
        if (array == null) {
            return null;
        }
        List<String> entries = ArrayText.elements(array);
        List<String> marksOfEntries = marks == null ? List.of() : List.of(marks.split(","));
        List<AclItem> items = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            String mark = number < marksOfEntries.size() ? marksOfEntries.get(number) : BOTH_NAMED;
            items.add(new AclParser(entries.get(number), mark).item());
        }
        return List.copyOf(items);
    }

    private AclItem item() {
        Grantee grantee = role(0);
        expect('=');
        TreeMap<Privilege, Boolean> privileges = new TreeMap<>();
        while (text.charAt(at) != '/') {
            Privilege privilege = Privilege.ofLetter(text.charAt(at++));
            boolean grantable = text.charAt(at) == '*';
            at += grantable ? 1 : 0;
            privileges.put(privilege, grantable);
        }
        expect('/');
        return new AclItem(grantee, role(1), privileges);
    }

    private Grantee role(int place) {
        if (at < text.length() && text.charAt(at) == '"') {
            return Grantee.role(new Name(quotedName()));
        }
        int from = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != '/') {
            at++;
        }
        String name = text.substring(from, at);
        if (name.isEmpty()) {
            return Grantee.PUBLIC;
        }
        return marks.charAt(place) == 'g' ? Grantee.dangling(Long.parseLong(name)) : Grantee.role(new Name(name));
    }

    private String quotedName() {
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
                return name.toString();
            }
        }
    }

    private void expect(char wanted) {
        if (text.charAt(at++) != wanted) {
            throw new IllegalArgumentException("not an ACL entry: " + text);
        }
    }
}
