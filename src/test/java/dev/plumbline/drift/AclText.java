package dev.plumbline.drift;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Access control lists as the server prints them, {@code {app=arwd*r/owner,=X/owner}}, without quoting of names; {@code oid:123} dangles. */
final class AclText {
    private AclText() {}

    static List<AclItem> parse(String text) {
        List<AclItem> items = new ArrayList<>();
        String inside = text.substring(1, text.length() - 1);
        for (String item : inside.split(",")) {
            if (!item.isBlank()) {
                int equals = item.indexOf('=');
                int slash = item.lastIndexOf('/');
                items.add(new AclItem(
                        grantee(item.substring(0, equals)),
                        grantee(item.substring(slash + 1)),
                        privileges(item.substring(equals + 1, slash))));
            }
        }
        return items;
    }

    private static Grantee grantee(String text) {
        if (text.isEmpty()) {
            return Grantee.PUBLIC;
        }
        return text.startsWith("oid:")
                ? Grantee.dangling(Long.parseLong(text.substring(4)))
                : Grantee.role(Name.of(text));
    }

    private static SortedMap<Privilege, Boolean> privileges(String letters) {
        SortedMap<Privilege, Boolean> privileges = new TreeMap<>();
        if (letters.equals("ALL")) {
            privileges.put(Privilege.ofWord("ALL"), false);
            return privileges;
        }
        for (int at = 0; at < letters.length(); at++) {
            boolean grantable = at + 1 < letters.length() && letters.charAt(at + 1) == '*';
            privileges.put(Privilege.ofLetter(letters.charAt(at)), grantable);
            at += grantable ? 1 : 0;
        }
        return privileges;
    }
}
