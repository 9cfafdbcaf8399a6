package dev.plumbline.image;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;

/** For which machines an image is meant, as manifest lists say it; {@code variant} is empty where it does not matter. */
public record Platform(String os, String architecture, String variant) {
    public static final Platform USUAL = new Platform("linux", "amd64", "");

    /** @throws ProblemException IMG-400 for anything but {@code os/architecture[/variant]} */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "IMG-400",
                    "Reading the platform",
                    "\"" + Visible.text(text) + "\"",
                    "it is not of the form os/architecture.",
                    "Write linux/amd64 or linux/arm64."));
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    boolean fits(Platform asked) {
        return os.equals(asked.os)
                && architecture.equals(asked.architecture)
                && (asked.variant.isEmpty() || variant.equals(asked.variant));
    }

    String shown() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
