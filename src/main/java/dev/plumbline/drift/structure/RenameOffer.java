package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureName;

/** Something that went and something that came with the same properties and parts: perhaps one thing under another name. Never assumed. */
public record RenameOffer(StructureName from, StructureName to) {
    /** {@code old=new}, as it is accepted. */
    public String argument() {
        return from.shown() + "=" + to.shown();
    }
}
