package dev.plumbline.access.preflight;

import dev.plumbline.model.SslMode;

/** What the page advises about a connection's sslmode, with what the mode does in libpq (PostgreSQL manual 34.19). */
public record TlsAdvice(SslMode mode, Verdict verdict, String words) {
    /** GOOD for production; ENOUGH is the page's minimum; POOR is not for production. */
    public enum Verdict {
        GOOD("●"),
        ENOUGH("◆"),
        POOR("▲");

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public static TlsAdvice of(SslMode mode) {
        return switch (mode) {
            case DISABLE -> new TlsAdvice(mode, Verdict.POOR, "for local development only: nothing is encrypted");
            case ALLOW ->
                new TlsAdvice(
                        mode,
                        Verdict.POOR,
                        "do not use: encrypted only when the server insists (the page does not name it)");
            case PREFER ->
                new TlsAdvice(
                        mode,
                        Verdict.POOR,
                        "do not use: pretends to be safe, and goes on without encryption when refused");
            case REQUIRE ->
                new TlsAdvice(
                        mode,
                        Verdict.ENOUGH,
                        "the least for production: encrypted, but the server's certificate is not checked, so anybody may pose as it");
            case VERIFY_CA ->
                new TlsAdvice(
                        mode,
                        Verdict.GOOD,
                        "the certificate is signed by a trusted authority; the host name is not checked");
            case VERIFY_FULL ->
                new TlsAdvice(mode, Verdict.GOOD, "recommended for production: authority and host name are checked");
        };
    }

    public String shown() {
        return verdict.sign() + " sslmode " + mode.word() + ": " + words + ".";
    }
}
