package dev.plumbline.kube.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.kube.kubeconfig.ServerUrl;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Problem.Kind;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The one place where an API server's refusals and a broken line become problems. Codes are {@code KUBE-} and the HTTP status, or a word. */
final class ApiFailure {
    private final ServerUrl server;

    ApiFailure(ServerUrl server) {
        this.server = server;
    }

    ProblemException refused(ApiRequest request, RawAnswer answer) {
        int status = answer.status();
        StatusAnswer said = StatusAnswer.of(answer);
        return problem(
                kind(status),
                "KUBE-" + status,
                request,
                "the API server answered " + said.shown() + ".",
                next(status),
                null);
    }

    ProblemException unreadable(ApiRequest request, RawAnswer answer, @Nullable JsonProcessingException broken) {
        String what = answer.looksLikeHtml()
                ? "the server answered with an HTML page instead of JSON; a login page or a proxy may stand before it"
                : "its answer is not whole JSON" + (broken == null ? "" : " (it goes wrong at " + place(broken) + ")");
        return problem(
                Kind.SERVER, "KUBE-ANSWER", request, what + ".", "Check the server address " + server + ".", null);
    }

    ProblemException lost(ApiRequest request, IOException trouble) {
        if (trouble instanceof SSLException) {
            return problem(
                    Kind.TLS,
                    "KUBE-TLS",
                    request,
                    "no trusted connection to " + server + ": " + TlsTrouble.words(trouble) + ".",
                    "Check certificate-authority and the server address in the kubeconfig.",
                    trouble);
        }
        if (trouble instanceof ConnectException || trouble instanceof HttpConnectTimeoutException) {
            return problem(
                    Kind.UNREACHABLE,
                    "KUBE-UNREACHABLE",
                    request,
                    "no connection to " + server + " (" + reason(trouble) + ").",
                    "Check the network, VPN or proxy, and that the API server runs.",
                    trouble);
        }
        String after = request.isRead() ? "Try again." : "Whether it was done is not known: read it again.";
        return trouble instanceof HttpTimeoutException
                ? problem(Kind.TIMED_OUT, "KUBE-TIMEOUT", request, trouble.getMessage() + ".", after, trouble)
                : problem(
                        Kind.CONNECTION_LOST,
                        "KUBE-LOST",
                        request,
                        "the connection to " + server + " broke before the whole answer came (" + reason(trouble)
                                + ").",
                        after,
                        trouble);
    }

    /** The place alone: the parser's message quotes the answer, which may hold a Secret. */
    private static String place(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return place == null ? "an unknown place" : "byte " + Math.max(place.getByteOffset(), 0);
    }

    private static ProblemException problem(
            Kind kind, String code, ApiRequest request, String answer, String next, @Nullable Throwable cause) {
        return new ProblemException(
                new Problem(kind, code, request.tried(), Visible.text(request.object()), Visible.text(answer), next),
                cause);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.AUTHENTICATION;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409, 410, 412 -> Kind.CONFLICT;
            case 400, 405, 413, 415, 422 -> Kind.INVALID;
            case 408, 504 -> Kind.TIMED_OUT;
            default -> Kind.SERVER;
        };
    }

    private static String next(int status) {
        return switch (status) {
            case 401 -> "Log in again: the token or certificate of this context is not valid, or no longer.";
            case 403 -> "Ask for the right it names, or use a context whose user has it.";
            case 404 -> "Check the name and the namespace; it may have been deleted.";
            case 409, 410, 412 -> "It has changed meanwhile: read it again.";
            case 429 -> "The API server is busy: try again later.";
            case 400, 405, 413, 415, 422 -> "Nothing was changed.";
            default ->
                status < 400
                        ? "Plumbline follows no redirects: check the server address in the kubeconfig."
                        : "Try again; if it stays so, look at the API server's health.";
        };
    }

    private static String reason(Throwable trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "unknown host";
            }
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                return cause.getMessage();
            }
        }
        return trouble.getClass().getSimpleName();
    }
}
