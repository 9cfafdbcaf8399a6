package dev.plumbline.image;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;

/** What goes wrong with images, with the image's name in it. */
final class ImageProblem {
    private ImageProblem() {}

    static ProblemException reading(Problem.Kind kind, String code, ImageReference image, String answer, String next) {
        return new ProblemException(new Problem(
                kind, code, "Reading image", Visible.text(image.shown()), Visible.text(answer), Visible.text(next)));
    }

    static ProblemException reading(
            Problem.Kind kind, String code, ImageReference image, String answer, String next, Throwable cause) {
        return new ProblemException(
                new Problem(
                        kind,
                        code,
                        "Reading image",
                        Visible.text(image.shown()),
                        Visible.text(answer),
                        Visible.text(next)),
                cause);
    }
}
