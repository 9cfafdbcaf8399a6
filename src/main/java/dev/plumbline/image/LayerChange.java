package dev.plumbline.image;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * What one layer does to the directory that is taken. A whiteout hides what lower layers brought, never what its own layer brings (OCI image specification 1.1, "Whiteouts"),
 * wherever it stands in the archive.
 */
final class LayerChange {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final String RESERVED = ".wh..wh.";

    private final ImageReference image;
    private final ImageLimits limits;
    private final String wanted;
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, ImageFile> files = new TreeMap<>();
    private final Map<String, ImageFile> above = new TreeMap<>();
    private boolean emptied;
    private long taken;

    /** @param wanted path of the directory without a slash at either end; empty for the root */
    LayerChange(ImageReference image, ImageLimits limits, String wanted) {
        this.image = image;
        this.limits = limits;
        this.wanted = wanted;
    }

    /** Whether all that lower layers brought is gone. */
    boolean isEmptied() {
        return emptied;
    }

    /** Names in the directory that lower layers brought and that are gone. */
    Set<String> hidden() {
        return hidden;
    }

    /** What stands in the directory now, by name. */
    Map<String, ImageFile> files() {
        return files;
    }

    /** What the directory itself, and each one above it, became, by path. */
    Map<String, ImageFile> above() {
        return above;
    }

    void add(TarArchiveEntry entry, InputStream content) throws IOException {
        String path = clean(entry.getName());
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : path.substring(0, slash);
        String name = path.substring(slash + 1);
        if (name.equals(OPAQUE)) {
            emptied |= isAbove(parent);
        } else if (name.startsWith(WHITEOUT) && !name.startsWith(RESERVED)) {
            hide(parent, name.substring(WHITEOUT.length()));
        } else if (!path.isEmpty() && isAbove(path)) {
            above.put(path, ImageFile.kindOf(entry));
        } else if (parent.equals(wanted) && !path.isEmpty()) {
            files.put(name, child(entry, content, path));
        }
    }

    private void hide(String parent, String name) {
        String path = parent.isEmpty() ? name : parent + "/" + name;
        if (isAbove(path)) {
            emptied = true;
            above.putIfAbsent(path, new ImageFile.Gone());
        } else if (parent.equals(wanted)) {
            hidden.add(name);
        }
    }

    /** True for the directory itself and those that it lies in. */
    private boolean isAbove(String path) {
        return path.isEmpty() || wanted.equals(path) || wanted.startsWith(path + "/");
    }

    private ImageFile child(TarArchiveEntry entry, InputStream content, String path) throws IOException {
        if (entry.isLink()) {
            return linked(clean(entry.getLinkName()), path);
        }
        ImageFile kind = ImageFile.kindOf(entry);
        if (!(kind instanceof ImageFile.Regular)) {
            return kind;
        }
        if (entry.getSize() > limits.file() || taken + entry.getSize() > limits.taken()) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-413",
                    image,
                    "/" + path + " has " + ImageLimits.shown(entry.getSize()) + "; at most "
                            + ImageLimits.shown(limits.file()) + " are taken a file, and "
                            + ImageLimits.shown(limits.taken()) + " in all.",
                    "");
        }
        byte[] bytes = content.readNBytes(Math.toIntExact(entry.getSize()));
        taken += bytes.length;
        return new ImageFile.Regular(bytes);
    }

    /** A second name of a file of the same directory is that file; another's content was not kept. */
    private ImageFile linked(String target, String path) {
        int slash = target.lastIndexOf('/');
        String parent = slash < 0 ? "" : target.substring(0, slash);
        return Optional.ofNullable(parent.equals(wanted) ? files.get(target.substring(slash + 1)) : null)
                .orElse(new ImageFile.Link("/" + target + " (a hard link of /" + path + ")"));
    }

    private String clean(String name) {
        StringBuilder path = new StringBuilder();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw unsafe(name);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path.append(path.isEmpty() ? "" : "/").append(part);
            }
        }
        return path.toString();
    }

    private ProblemException unsafe(String name) {
        return ImageProblem.reading(
                Problem.Kind.INVALID,
                "IMG-422",
                image,
                "a layer holds \"" + name + "\", which leads out of its directory.",
                "Nothing of it was used.");
    }
}
