package dev.plumbline.model.managed;

/** A session of a login in any database of the server. {@code address} is empty over a socket, and where this login is not shown it ({@code hidden}). */
public record LoginSession(
        long pid, String user, String database, String address, String application, String since, boolean hidden) {}
