package dev.plumbline.drift.defaults;

import dev.plumbline.model.Grantee;

/** One grantee in a cell, with the letters that it gets; letters that begin with a {@code −} are taken away from what the server gives by itself. */
public record Chip(Grantee grantee, String letters, CellState state) {
    public String shown() {
        return grantee.shown() + " " + letters;
    }
}
