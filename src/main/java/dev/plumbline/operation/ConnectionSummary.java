package dev.plumbline.operation;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.SslMode;

/** Where and how one is connected, in words for a header. {@code encryption} is the TLS version in use, or "not encrypted". */
public record ConnectionSummary(
        ServerIdentity server, String host, int port, SslMode mode, String encryption, int roundTrips) {
    public String shown() {
        return server.version().shown() + " · as " + server.login().shown() + " · TLS " + mode.word() + " ("
                + encryption + ")";
    }
}
