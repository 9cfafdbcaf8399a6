package dev.plumbline.operation.migration;

import dev.plumbline.model.ResourceRef;
import java.nio.file.Path;

/** Where migrations lie. */
public sealed interface MigrationPlace {
    String DEFAULT_DIRECTORY = "/migrations";

    /** On this machine. */
    record OfDirectory(Path path) implements MigrationPlace {}

    /** In an image; {@code directory} as it stands there. */
    record OfImage(String reference, String directory) implements MigrationPlace {}

    /** In the image that a DBUpgrade names, meant for the database that it names. */
    record OfUpgrade(ResourceRef upgrade) implements MigrationPlace {}

    /** {@code image:REF[#DIRECTORY]}, or a directory of this machine. */
    static MigrationPlace parse(String text) {
        String sign = "image:";
        if (!text.startsWith(sign)) {
            return new OfDirectory(Path.of(text));
        }
        int hash = text.indexOf('#');
        return hash < 0
                ? new OfImage(text.substring(sign.length()), DEFAULT_DIRECTORY)
                : new OfImage(text.substring(sign.length(), hash), text.substring(hash + 1));
    }
}
