package dev.plumbline.model;

import java.util.List;

/**
 * A row security policy ({@code pg_policy}, manual 5.9). {@code command} is {@code *} for ALL or the letter of SELECT r, INSERT a, UPDATE w, DELETE d;
 * {@code roles} are numbers of {@link RoleIndex}. {@code using} and {@code check} are the server's text, empty where there is none.
 */
public record Policy(
        long relation, Name name, boolean permissive, char command, List<Integer> roles, String using, String check) {
    public Policy {
        roles = List.copyOf(roles);
    }

    /** The command in the words of SQL. */
    public String commandShown() {
        return command == '*' ? "ALL" : Privilege.ofLetter(command).word();
    }
}
