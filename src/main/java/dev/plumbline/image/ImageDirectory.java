package dev.plumbline.image;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One directory of an image, layer upon layer: the files right in it, nothing below. */
final class ImageDirectory {
    private final ImageReference image;
    private final ImageLimits limits;
    private final String path;
    private final Map<String, ImageFile> files = new TreeMap<>();
    private final Map<String, ImageFile> above = new TreeMap<>();

    private ImageDirectory(ImageReference image, ImageLimits limits, String path) {
        this.image = image;
        this.limits = limits;
        this.path = path;
    }

    /** @throws ProblemException IMG-400 for a path with a part {@code ..} */
    static ImageDirectory of(ImageReference image, ImageLimits limits, String directory) {
        List<String> parts = new ArrayList<>();
        for (String part : directory.split("/")) {
            if (part.equals("..") || part.indexOf('\0') >= 0) {
                throw ImageProblem.reading(
                        Problem.Kind.INVALID,
                        "IMG-400",
                        image,
                        "the directory \"" + directory + "\" leads elsewhere.",
                        "Write it as it stands in the image, such as /migrations.");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return new ImageDirectory(image, limits, String.join("/", parts));
    }

    LayerChange change() {
        return new LayerChange(image, limits, path);
    }

    /** Lays a layer over what is there. */
    void lay(LayerChange change) {
        if (change.isEmptied()) {
            files.clear();
        }
        change.hidden().forEach(files::remove);
        change.above().forEach((place, file) -> {
            above.put(place, file);
            if (!(file instanceof ImageFile.Directory)) {
                files.clear();
                above.keySet().removeIf(other -> other.startsWith(place + "/"));
            }
        });
        files.putAll(change.files());
        if (files.size() > limits.files()) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-413",
                    image,
                    "/" + path + " holds more than " + limits.files() + " files.",
                    "");
        }
    }

    /**
     * Writes the files that are asked for, and tells of others that would have been.
     *
     * @param wanted which names are taken
     * @return how many were written
     * @throws ProblemException IMG-404 when there is no such directory, IMG-422 when it, or a file that is asked for, is not one
     */
    int write(Path into, Predicate<String> wanted) throws IOException {
        requireDirectory();
        int written = 0;
        long size = 0;
        for (Map.Entry<String, ImageFile> file : files.entrySet()) {
            String name = file.getKey();
            if (!wanted.test(name) || file.getValue() instanceof ImageFile.Directory) {
                continue;
            }
            byte[] content = content(name, file.getValue());
            size += content.length;
            if (size > limits.taken()) {
                throw ImageProblem.reading(
                        Problem.Kind.INVALID,
                        "IMG-413",
                        image,
                        "/" + path + " holds more than " + ImageLimits.shown(limits.taken()) + ".",
                        "");
            }
            Files.write(into.resolve(name), content, StandardOpenOption.CREATE_NEW);
            written++;
        }
        return written;
    }

    private byte[] content(String name, ImageFile file) {
        if (!Visible.isPlain(name) || name.contains("\\") || name.equals("..") || name.contains(":")) {
            throw unsafe("the name \"" + name + "\" in /" + path + " is not taken.");
        }
        if (file instanceof ImageFile.Regular regular) {
            return regular.content();
        }
        throw unsafe("/" + path + "/" + name
                + (file instanceof ImageFile.Link link
                        ? " is a link to " + link.target() + ", and links are not followed."
                        : " is no regular file."));
    }

    private void requireDirectory() {
        above.forEach((place, file) -> {
            if (file instanceof ImageFile.Link link) {
                throw unsafe("/" + place + " is a link to " + link.target()
                        + ", and links are not followed: name where it leads.");
            }
        });
        ImageFile self = above.get(path);
        boolean there = !files.isEmpty() || self instanceof ImageFile.Directory || path.isEmpty();
        if (!there) {
            throw ImageProblem.reading(
                    Problem.Kind.NOT_FOUND,
                    "IMG-404",
                    image,
                    self instanceof ImageFile.Regular
                            ? "/" + path + " is a file, not a directory."
                            : "it holds no directory /" + path + ".",
                    "Name it behind the image: image:REF#/path.");
        }
    }

    private ProblemException unsafe(String answer) {
        return ImageProblem.reading(Problem.Kind.INVALID, "IMG-422", image, answer, "");
    }
}
