package dev.plumbline.model;

/** A database behind a connection that is remembered under this name. */
public record DirectPlace(String name) implements DatabasePlace {
    @Override
    public String shown() {
        return Visible.text(name);
    }

    @Override
    public String context() {
        return "";
    }
}
