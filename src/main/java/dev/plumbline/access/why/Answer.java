package dev.plumbline.access.why;

import java.util.List;

/**
 * The answer to a question: verdict, gates from top to bottom, all doors that are open, the roles that SET ROLE would lend the privilege from, and the
 * smallest fixes, least power first. {@code disagreement} is set when the server's own answer to the privilege differs from ours.
 */
public record Answer(
        Question question,
        Outcome outcome,
        List<Gate> gates,
        List<Door> doors,
        List<String> setRoles,
        List<Fix> fixes,
        String serverSays,
        boolean disagreement) {
    public Answer {
        gates = List.copyOf(gates);
        doors = List.copyOf(doors);
        setRoles = List.copyOf(setRoles);
        fixes = List.copyOf(fixes);
    }
}
