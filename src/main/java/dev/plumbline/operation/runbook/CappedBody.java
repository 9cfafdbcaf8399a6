package dev.plumbline.operation.runbook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beginning of an answer's body as text; the rest is not waited for. */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody.Text> {
    static final int MOST_BYTES = 1024 * 1024;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private final Charset charset;
    private final CompletableFuture<Text> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    record Text(String text, boolean cut) {}

    private CappedBody(Charset charset) {
        this.charset = charset;
    }

    static CappedBody of(HttpResponse.ResponseInfo info) {
        Matcher named =
                CHARSET.matcher(info.headers().firstValue("content-type").orElse(""));
        return new CappedBody(
                named.find() && Charset.isSupported(named.group(1))
                        ? Charset.forName(named.group(1))
                        : StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<Text> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription open) {
        subscription = open;
        open.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[Math.min(buffer.remaining(), MOST_BYTES + 1 - bytes.size())];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        if (bytes.size() > MOST_BYTES) {
            if (subscription != null) {
                subscription.cancel();
            }
            whole.complete(new Text(new String(bytes.toByteArray(), 0, MOST_BYTES, charset), true));
        }
    }

    @Override
    public void onError(Throwable broken) {
        whole.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        whole.complete(new Text(bytes.toString(charset), false));
    }
}
