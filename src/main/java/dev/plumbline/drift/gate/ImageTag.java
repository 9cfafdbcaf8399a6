package dev.plumbline.drift.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tag of an image reference, and the version that the operator reads from it. */
public record ImageTag(String text) {
    private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?(?:\\+[\\w.]+)?");

    /** What stands after the last colon, unless a slash follows it; a digest is no tag. */
    public static ImageTag of(String image) {
        int digest = image.indexOf('@');
        String name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        return new ImageTag(colon < 0 || colon < name.lastIndexOf('/') ? "" : name.substring(colon + 1));
    }

    /** The part of the tag that is taken for a version; empty when it is {@code unknown} to the operator. */
    public Optional<String> version() {
        Matcher version = VERSION.matcher(text);
        if (version.lookingAt()) {
            return Optional.of(version.group());
        }
        boolean digitFirst = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        return digitFirst ? Optional.of(text) : Optional.empty();
    }

    public String shown() {
        return text.isEmpty() ? "(no tag)" : text;
    }
}
