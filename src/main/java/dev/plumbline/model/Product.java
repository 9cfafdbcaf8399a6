package dev.plumbline.model;

/** The server software behind the wire protocol. */
public enum Product {
    POSTGRESQL("PostgreSQL"),
    COCKROACHDB("CockroachDB");

    private final String shown;

    Product(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }
}
