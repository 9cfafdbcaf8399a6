package dev.plumbline.image;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** What stands at a path of an image. */
sealed interface ImageFile {
    /** A file with its content; empty where only the kind was asked for. */
    final class Regular implements ImageFile {
        private final byte[] content;

        Regular(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content;
        }
    }

    record Directory() implements ImageFile {}

    /** {@code target} as it is written. */
    record Link(String target) implements ImageFile {}

    /** A device, a pipe or the like. */
    record Special() implements ImageFile {}

    /** Taken away by a layer. */
    record Gone() implements ImageFile {}

    static ImageFile kindOf(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return new Directory();
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            return new Link(entry.getLinkName());
        }
        return entry.isFile() && !entry.isFIFO() && !entry.isBlockDevice() && !entry.isCharacterDevice()
                ? new Regular(new byte[0])
                : new Special();
    }
}
