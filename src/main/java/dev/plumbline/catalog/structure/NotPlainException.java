package dev.plumbline.catalog.structure;

/** Something that was taken for plain is not, so the server has to write everything. */
final class NotPlainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlainException(String why) {
        super(why);
    }
}
