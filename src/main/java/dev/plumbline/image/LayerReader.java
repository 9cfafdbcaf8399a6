package dev.plumbline.image;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads one layer, a tar archive or one in gzip by its first bytes, and hands its entries to the directory that is taken. Nothing is written to the disk. */
final class LayerReader {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b5;

    private final ImageReference image;
    private final ImageLimits limits;
    private final CancelToken cancel;
    private long unpacked;

    LayerReader(ImageReference image, ImageLimits limits, CancelToken cancel) {
        this.image = image;
        this.limits = limits;
        this.cancel = cancel;
    }

    /** @throws ProblemException IMG-415 for a layer that cannot be read, IMG-413 for one that is too large, IMG-422 for one with names that lead elsewhere */
    void read(Path layer, String digest, LayerChange change) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(layer), BUFFER);
                InputStream plain = new Counted(uncompressed(file, digest));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                cancel.check();
                change.add(entry, tar);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-415",
                    image,
                    "layer " + digest + " is no readable tar archive: " + broken.getMessage() + ".",
                    "",
                    broken);
        }
    }

    /** @throws ProblemException IMG-415 for a kind of layer that is not read, before it is fetched */
    void requireKnown(ImageManifest.Descriptor layer) {
        if (layer.mediaType().endsWith("zstd")) {
            throw zstd(layer.digest());
        }
        if (!layer.mediaType().contains("tar")) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-415",
                    image,
                    "it is no image of a file system: it holds " + layer.mediaType() + ".",
                    "");
        }
        if (layer.size() > limits.layer()) {
            throw tooLarge("layer " + layer.digest() + " has " + ImageLimits.shown(layer.size()) + "; at most "
                    + ImageLimits.shown(limits.layer()) + " are read.");
        }
    }

    private InputStream uncompressed(InputStream file, String digest) throws IOException {
        file.mark(2);
        int first = file.read() << 8 | file.read();
        file.reset();
        if (first == ZSTD) {
            throw zstd(digest);
        }
        return first == GZIP ? new GZIPInputStream(file, BUFFER) : file;
    }

    private ProblemException zstd(String digest) {
        return ImageProblem.reading(
                Problem.Kind.INVALID,
                "IMG-415",
                image,
                "layer " + digest + " is compressed with zstd, which is not read.",
                "Build the image with gzip layers.");
    }

    private ProblemException tooLarge(String answer) {
        return ImageProblem.reading(
                Problem.Kind.INVALID, "IMG-413", image, answer, "Put the migrations into an image of their own.");
    }

    /** Counts over all layers, so that a small archive which unpacks without end stops somewhere. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream inner) {
            super(inner);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long more) {
            unpacked += more;
            if (unpacked > limits.unpacked()) {
                throw tooLarge("its layers unpack to more than " + ImageLimits.shown(limits.unpacked()) + ".");
            }
        }
    }
}
