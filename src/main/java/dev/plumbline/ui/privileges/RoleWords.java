package dev.plumbline.ui.privileges;

import dev.plumbline.model.Role;

/** What kind of role it is, in a word or two. */
final class RoleWords {
    private RoleWords() {}

    static String of(Role role) {
        String word = role.login() ? "login" : "group";
        return (role.superuser() ? "superuser, " : "") + word + (role.inherit() ? "" : ", NOINHERIT");
    }
}
