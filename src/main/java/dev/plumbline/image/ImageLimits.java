package dev.plumbline.image;

import java.time.Duration;

/**
 * How much of an image is read before it is given up, in bytes and files.
 *
 * @param document of a manifest or an answer in JSON
 * @param layer of one layer as it travels
 * @param unpacked of all layers together
 * @param file of one file that is taken
 * @param taken of all files that are taken
 * @param files how many are taken
 * @param time for one request with its whole answer
 */
public record ImageLimits(long document, long layer, long unpacked, long file, long taken, int files, Duration time) {
    private static final long MIB = 1024 * 1024;

    public static final ImageLimits USUAL =
            new ImageLimits(4 * MIB, 2048 * MIB, 16_384 * MIB, 16 * MIB, 64 * MIB, 20_000, Duration.ofMinutes(10));

    static String shown(long bytes) {
        return bytes >= MIB ? bytes / MIB + " MiB" : bytes + " bytes";
    }
}
