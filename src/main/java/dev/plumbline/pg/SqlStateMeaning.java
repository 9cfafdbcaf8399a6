package dev.plumbline.pg;

import static dev.plumbline.model.Problem.Kind.AUTHENTICATION;
import static dev.plumbline.model.Problem.Kind.CONFLICT;
import static dev.plumbline.model.Problem.Kind.CONNECTION_LOST;
import static dev.plumbline.model.Problem.Kind.FORBIDDEN;
import static dev.plumbline.model.Problem.Kind.LOCKED;
import static dev.plumbline.model.Problem.Kind.NOT_FOUND;
import static dev.plumbline.model.Problem.Kind.READ_ONLY;
import static dev.plumbline.model.Problem.Kind.SERVER;
import static dev.plumbline.model.Problem.Kind.TIMED_OUT;
import static dev.plumbline.model.Problem.Kind.UNREACHABLE;

import dev.plumbline.model.Problem;

/** What an SQLSTATE (PostgreSQL manual, appendix A) means for whoever meets it, and what to do next. */
record SqlStateMeaning(Problem.Kind kind, String next) {
    static SqlStateMeaning of(String state) {
        return switch (state) {
            case "28P01" -> new SqlStateMeaning(AUTHENTICATION, "Check the user and the password.");
            case "28000" ->
                new SqlStateMeaning(
                        AUTHENTICATION,
                        "Check that the role exists and may log in, and that pg_hba.conf lets it in from here with this encryption.");
            case "3D000" -> new SqlStateMeaning(NOT_FOUND, "Check the name of the database.");
            case "53300" ->
                new SqlStateMeaning(
                        UNREACHABLE, "Close connections, or raise max_connections or the role's or database's limit.");
            case "57014" -> new SqlStateMeaning(TIMED_OUT, "The statement was stopped; nothing of it took effect.");
            case "55P03" -> new SqlStateMeaning(LOCKED, "Somebody else holds the lock; try again when it is free.");
            case "40P01", "40001" -> new SqlStateMeaning(CONFLICT, "Somebody else changed the same; try again.");
            case "25006" -> new SqlStateMeaning(READ_ONLY, "This server or session takes no changes.");
            case "42501" -> new SqlStateMeaning(FORBIDDEN, "The login lacks a right; grant it, or use another login.");
            case "57P01", "57P02", "57P04", "57P05", "25P03" ->
                new SqlStateMeaning(CONNECTION_LOST, "The server ended the session; try again.");
            case "57P03" -> new SqlStateMeaning(UNREACHABLE, "The server is starting or stopping; try again soon.");
            default -> ofClass(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static SqlStateMeaning ofClass(String group) {
        return switch (group) {
            case "08" -> new SqlStateMeaning(CONNECTION_LOST, "The connection was lost; try again.");
            case "28" -> new SqlStateMeaning(AUTHENTICATION, "Check how this user may log in.");
            case "53" -> new SqlStateMeaning(SERVER, "The server has run out of something; look at its log.");
            case "42" ->
                new SqlStateMeaning(SERVER, "The server did not take the statement; its state may have changed.");
            default -> new SqlStateMeaning(SERVER, "");
        };
    }
}
