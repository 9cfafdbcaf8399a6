package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureName;

/**
 * Something that went and something that came with the same properties and parts: perhaps one thing under another name. Never assumed. {@code first}: what {@code from} is called
 * before the renames that were accepted, in which it may have moved along.
 */
public record RenameOffer(StructureName from, StructureName to, StructureName first) {
    public RenameOffer(StructureName from, StructureName to) {
        this(from, to, from);
    }

    /** {@code old=new}, as it is accepted. */
    public String argument() {
        return first.shown() + "=" + to.shown();
    }

    /** The same with the kind in front, since things of two kinds may bear the names. */
    public String argumentWithKind() {
        return from.kind().word() + " " + argument();
    }

    /** Whether it is meant by {@code old=new}, with the kind in front or without. */
    public boolean isMeantBy(String asked) {
        return asked.equals(argument()) || asked.equals(argumentWithKind());
    }
}
